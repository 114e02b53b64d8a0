"""The waterfall as a widget: its title, its bars, and the neurons that the pointer or the keys are on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.paint import follow_theme, px
from gui.format import number, signed
from gui.theme import theme
from gui.views.throttle import RepaintThrottle
from gui.views.waterfall.paint import FOOT, LABEL, Scene, paint_scene
from gui.views.waterfall.steps import Step, alike, steps_of
from nn.inside.views import Answer

MOST, FEWEST = 12, 3  # terms with a bar of their own
HEIGHT, HEAD, SIDE = 176, 22, 24  # px: all, a line of the title, left and right of the bars
PITCH = 42  # px: a narrower bar has no room for its number
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Waterfall(QWidget):
    """``neuron_clicked(int)`` and ``neuron_hovered(int)``, −1 for none: numbers in the last hidden layer, from 0."""

    neuron_clicked = Signal(int)
    neuron_hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Answer | None = None
        self._name = self._output = ""
        self._is_logit = True
        self._inputs: tuple[str, ...] = ()
        self._selected: frozenset[int] = frozenset()
        self._hovered = self._lit = -1
        self._throttle = RepaintThrottle(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._describe()
        follow_theme(self._restyle)

    # --- what is shown ---

    def show_answer(self, answer: Answer | None, class_name: str = "", output_text: str = "", *, logit: bool = True) -> None:
        """``class_name`` is what the neurons add to: "class 3", "red"; ``output_text`` what the sum becomes: "softmax 80.0 %".

        ``logit``: whether the sum is one, that is, goes through sigmoid or softmax; otherwise it is called z.
        """
        if alike(answer, self._answer) and (class_name, output_text, logit) == (self._name, self._output, self._is_logit):
            return
        self._answer, self._name, self._output, self._is_logit = answer, class_name, output_text, logit
        self._describe()
        self._throttle.request()

    def show_inputs(self, names: tuple[str, ...]) -> None:
        """The inputs' names where they are what is added up, in a network without hidden layers; none where neurons are."""
        if names != self._inputs:
            self._inputs = names
            self._describe()
            self.update()

    def show_selected(self, neurons: tuple[int, ...]) -> None:
        """Mark these, without telling anyone."""
        if frozenset(neurons) != self._selected:
            self._selected = frozenset(neurons)
            self.update()

    def show_hovered(self, neuron: int) -> None:
        """Light up the neuron that the pointer is on somewhere else; −1 for none."""
        if neuron != self._lit:
            self._lit = neuron
            self.update()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The bars, from left to right: as many as have room for their numbers."""
        if self._answer is None:
            return ()
        fitting = int((self.width() - 2 * px(SIDE)) // px(PITCH)) - 3
        most = min(max(fitting, FEWEST), MOST, len(self._answer.terms))
        return steps_of(self._answer, most, (self.tr("bias"), self.tr("{count} more"), self._sum_name()), self._inputs)

    def scene(self) -> Scene:
        """What is drawn, and where."""
        head = px(HEAD) * (2 if self._is_narrow() else 1)
        frame = QRectF(self.rect()).adjusted(px(SIDE), px(LABEL + 16) + head, -px(SIDE), -px(FOOT + 8))
        return Scene(self.steps, frame, self._selected, frozenset((self._hovered, self._lit)) - {-1})

    # --- words ---

    def _sum_name(self) -> str:
        return self.tr("logit") if self._is_logit else self.tr("sum z")

    def title(self) -> str:
        if self._inputs:
            return self.tr("What the inputs add to {output}").format(output=self._name) if self._name else self.tr("What the inputs add")
        return self.tr("What these neurons add to {output}").format(output=self._name) if self._name else self.tr("What these neurons add")

    def result(self) -> str:
        """logit 5.81 → softmax 80.0 %."""
        if self._answer is None:
            return ""
        text = f"{self._sum_name()} {number(self._answer.logit, 2)}"
        return f"{text} → {self._output}" if self._output else text

    def _describe(self) -> None:
        self.setAccessibleName(self.title())
        spoken = (f"{step.name} {signed(step.change, 2)}" for step in self.steps)
        self.setAccessibleDescription(", ".join((*spoken, self.result())))

    def _tip(self, step: Step) -> str:
        value = signed(step.change, 6)
        if step.neuron >= 0:
            template = self.tr("Neuron {neuron}: its output times its weight to {output} is {value}")
            if self._inputs:
                template = self.tr("Input {neuron}: its value times its weight to {output} is {value}")
            return template.format(neuron=step.name, output=self._name, value=value)
        if not step.whole:
            template = self.tr("All other inputs together: {value}") if self._inputs else self.tr("All other neurons together: {value}")
            return template.format(value=value)
        if step == self.steps[0]:
            return self.tr("The bias of {output}: {value}").format(output=self._name, value=value)
        template = self.tr("Bias and all neurons: the pre-activation of {output} is {value}")
        if self._inputs:
            template = self.tr("Bias and all inputs: the pre-activation of {output} is {value}")
        return template.format(output=self._name, value=number(step.end, 6))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()

    # --- painting ---

    def _restyle(self) -> None:
        self.setMinimumHeight(px(HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(680), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene = self.scene()
        self._paint_head(painter, sum(step.neuron >= 0 for step in scene.steps))
        if scene.steps:
            paint_scene(painter, scene)
            return
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text3"))
        painter.drawText(scene.frame, Qt.AlignmentFlag.AlignCenter, self.tr("Choose a sample or draw a digit to see it"))

    def _is_narrow(self) -> bool:
        """Whether the title and what comes out need a line each."""
        texts = (
            QFontMetricsF(theme().sans(13, bold=True)).horizontalAdvance(self.title()),
            QFontMetricsF(theme().mono(12)).horizontalAdvance(self.result()),
        )
        return sum(texts) + px(16) > self.width() - 2 * px(SIDE)

    def _paint_head(self, painter: QPainter, shown: int) -> None:
        """The title with a note at the left, what comes out at the right or below; the note goes first where room is short."""
        row = QRectF(px(SIDE), px(10), self.width() - 2 * px(SIDE), px(HEAD))
        narrow = self._is_narrow()
        bold, plain, mono = theme().sans(13, bold=True), theme().sans(12), theme().mono(12)
        result = QFontMetricsF(mono).elidedText(self.result(), Qt.TextElideMode.ElideRight, row.width())
        painter.setPen(theme().color("text"))
        painter.setFont(mono)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight
        painter.drawText(row.translated(0, px(HEAD - 2) if narrow else 0), Qt.AlignmentFlag.AlignVCenter | side, result)
        room = row.width() - (0 if narrow else QFontMetricsF(mono).horizontalAdvance(result) + px(16))
        title = QFontMetricsF(bold).elidedText(self.title(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(bold)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, title)
        used = QFontMetricsF(bold).horizontalAdvance(title) + px(10)
        note = self._note(shown)
        if used + QFontMetricsF(plain).horizontalAdvance(note) <= room:
            painter.setFont(plain)
            painter.setPen(theme().color("text3"))
            painter.drawText(row.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, note)

    def _note(self, shown: int) -> str:
        if self._answer is None:
            return ""
        if shown == len(self._answer.terms):
            return self.tr("input × weight") if self._inputs else self.tr("output × weight")
        template = self.tr("input × weight, the {count} largest") if self._inputs else self.tr("output × weight, the {count} largest")
        return template.format(count=shown)

    # --- the mouse and keys ---

    def _hover(self, neuron: int) -> None:
        if neuron != self._hovered:
            self._hovered = neuron
            clickable = neuron >= 0 and not self._inputs
            self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
            self.update()
            self.neuron_hovered.emit(neuron)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step = self.scene().at(event.position())
        self._hover(step.neuron if step is not None else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self.scene().at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and step is not None and step.neuron >= 0:
            self.neuron_clicked.emit(step.neuron)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            step = self.scene().at(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self._tip(step) if step is not None else "", self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._acts(event):
            event.accept()
            return True
        return super().event(event)

    def _acts(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and event.key() in (*KEYS, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from neuron to neuron, Enter chooses one."""
        neurons = [step.neuron for step in self.steps if step.neuron >= 0]
        if not neurons or not self._acts(event):
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) in KEYS:
            here = neurons.index(self._hovered) + KEYS[Qt.Key(event.key())] if self._hovered in neurons else 0
            self._hover(neurons[min(max(here, 0), len(neurons) - 1)])
        elif self._hovered >= 0:
            self.neuron_clicked.emit(self._hovered)
