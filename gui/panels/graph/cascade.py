"""The cascade: a small nudge of a variable travels along a way to the output and is multiplied at every arrow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.button import TextButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.epsilon import epsilon_text
from gui.fields.motion import duration
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.format import MINUS
from gui.theme import theme
from gui.typeset.drawing import draw
from gui.typeset.graphs import symbol_box
from gui.typeset.ink import EM

CARD_HEIGHT, WIDEST, NARROWEST, ARROW = 84, 112, 88, 40
PAUSE = 420  # ms for each arrow


@dataclass(frozen=True)
class Step:
    """A node on the way; ``factor`` is the local derivative by which the nudge came to it (NaN for the variable itself)."""

    node: str
    before: float
    after: float
    factor: float = math.nan


def few(value: float, digits: int = 5) -> str:
    """A number in few characters."""
    text = f"{value:.{digits}g}"
    mantissa, _, exponent = text.partition("e")
    return (f"{mantissa}e{int(exponent)}" if exponent else mantissa).replace("-", MINUS)


class CascadePicture(QWidget):
    """A card for each node on the way, arrows with their factors between them. ``show_until`` uncovers them one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self._shown = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def steps(self) -> tuple[Step, ...]:
        return self._steps

    def show_steps(self, steps: Sequence[Step]) -> None:
        self._steps = tuple(steps)
        self._shown = len(self._steps)
        parts = [f"{step.node} {_signed(step)}" + ("" if math.isnan(step.factor) else f" ×{few(step.factor, 4)}") for step in self._steps]
        self.setAccessibleName(", ".join(parts))
        self.update()

    def show_until(self, shown: int) -> None:
        """Only the first nodes of the way."""
        self._shown = shown
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(CARD_HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(500), px(CARD_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        count = len(self._steps)
        width = min(px(WIDEST), (self.width() - (count - 1) * px(ARROW)) / count)
        fit = max(1, int((self.width() + px(ARROW)) / (px(NARROWEST) + px(ARROW))))
        steps = self._steps if width >= px(NARROWEST) else (*self._steps[: max(fit - 1, 1)], self._steps[-1])
        width = min(px(WIDEST), (self.width() - (len(steps) - 1) * px(ARROW)) / len(steps))
        largest = max((abs(step.after - step.before) for step in steps), default=0.0)
        for place, step in enumerate(steps[: self._shown]):
            left = place * (width + px(ARROW))
            if place:
                skipped = steps is not self._steps and place == len(steps) - 1
                self._draw_arrow(painter, left - px(ARROW), "⋯" if skipped else f"×{few(step.factor, 3)}")
            self._draw_card(painter, QRectF(left, 0, width, self.height()), step, largest)

    def _draw_card(self, painter: QPainter, rect: QRectF, step: Step, largest: float) -> None:
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("card"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = rect.adjusted(px(9), px(8), -px(9), -px(8))
        box = symbol_box(step.node)
        size = min(px(17), px(30) * EM / max(box.width, 1.0))
        taken = box.width * size / EM + px(5)
        draw(painter, box, QPointF(inner.left(), inner.top() + px(14)), size, theme().color("text"))
        painter.setFont(theme().mono(12))
        painter.setPen(theme().color("text"))
        painter.drawText(
            QRectF(inner.left(), inner.top(), inner.width(), px(18)), Qt.AlignmentFlag.AlignRight, _fitting(painter, step, inner.width() - taken)
        )
        bar = QRectF(inner.left(), inner.top() + px(28), inner.width(), px(7))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        share = abs(step.after - step.before) / largest if largest and math.isfinite(step.after) else 0.0
        painter.setBrush(theme().color("val"))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(bar.width() * share, bar.height()), bar.height()), 3, 3)
        painter.setFont(theme().mono(11))
        painter.setPen(theme().color("text2"))
        text = _way(painter, step, inner.width() + 2)
        painter.drawText(QRectF(inner.left(), inner.bottom() - px(16), inner.width() + 2, px(16)), Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_arrow(self, painter: QPainter, left: float, text: str) -> None:
        painter.setFont(theme().mono(12))
        painter.setPen(theme().color("der"))
        middle = self.height() / 2
        painter.drawText(QRectF(left - px(4), middle - px(24), px(ARROW) + px(8), px(18)), Qt.AlignmentFlag.AlignCenter, text)
        start, end = QPointF(left + px(6), middle), QPointF(left + px(ARROW) - px(6), middle)
        painter.setPen(QPen(theme().color("val"), 2))
        painter.drawLine(QLineF(start, end - QPointF(6, 0)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("val"))
        painter.drawPolygon(QPolygonF([end, end + QPointF(-9, -4), end + QPointF(-9, 4)]))


def _signed(step: Step, digits: int = 4) -> str:
    change = step.after - step.before
    return f"+{few(change, digits)}" if change > 0 else few(change, digits)


def _fitting(painter: QPainter, step: Step, room: float) -> str:
    """The change in as many digits as there is room for, one at least."""
    texts = [_signed(step, digits) for digits in (4, 3, 2, 1)]
    return next((text for text in texts if painter.fontMetrics().horizontalAdvance(text) <= room), texts[-1])


def _way(painter: QPainter, step: Step, room: float) -> str:
    """From where to where, in as many digits as there is room for; where few would hide the change, only where to."""
    before, after = ([few(value, digits) for digits in (5, 4, 3)] for value in (step.before, step.after))
    both = [f"{one} → {other}" for one, other in zip(before, after, strict=True) if one != other]
    texts = [*both, *(f"→ {few(step.after, digits)}" for digits in (6, 5, 4, 3, 2))]
    return next((text for text in texts if painter.fontMetrics().horizontalAdvance(text) <= room), texts[-1])


class CascadePanel(QWidget):
    """``variable_chosen(name)`` when another variable is to be nudged."""

    variable_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self._epsilon, self._output = 1e-3, ""
        self._hidden, self._low = True, False
        self.heading, self.note = Words("", "text", 13, bold=True), Words("", "text3", 12)
        self.variable, self.replay = ChoiceField("variable"), TextButton(icon="play")
        self.picture = CascadePicture()
        self.covered = Words("", "text2", 12, wrap=True)
        self.covered.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self.variable.committed.connect(self._chosen)
        self.replay.clicked.connect(self.play)
        head = self._head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.note, 1)
        head.addWidget(self.variable)
        head.addWidget(self.replay)
        layout = self._layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.picture)
        layout.addWidget(self.covered)
        follow_theme(self._restyle)
        self._retranslate()

    def show_variables(self, names: Sequence[str], current: str) -> None:
        """The variables that can be nudged."""
        self.variable.set_choices([Choice(name, name) for name in names])
        self.variable.show_value(current)

    def keep_low(self, low: bool) -> None:
        """Whether the room below the heading is given to the graph above as long as there is nothing to show; else it stays, so that a small
        graph doesn't move when the cascade comes."""
        if low != self._low:
            self._low = low
            self._refresh()

    def show_cascade(self, steps: Sequence[Step], epsilon: float, output: str, *, hidden: bool) -> None:
        """The way of a nudge; ``hidden`` while ∂output/∂variable isn't answered, since the cascade would tell it."""
        self._timer.stop()
        self._epsilon, self._output, self._hidden = epsilon, output, hidden
        self.picture.show_steps(steps)
        self._refresh()

    def play(self) -> None:
        """Let the nudge travel, node by node; all at once where less motion is wished."""
        if duration(PAUSE):
            self._shown = 1
            self.picture.show_until(1)
            self._timer.start(duration(PAUSE))

    def stop(self) -> None:
        """Show the whole way."""
        self._timer.stop()
        self.picture.show_until(len(self.picture.steps))

    def _go_on(self) -> None:
        self._shown += 1
        self.picture.show_until(self._shown)
        if self._shown >= len(self.picture.steps):
            self._timer.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def _chosen(self, _key: str, name: object) -> None:
        self.variable_chosen.emit(str(name))

    def _refresh(self) -> None:
        self.picture.setVisible(not self._hidden)
        self.replay.setVisible(not self._hidden)
        self.covered.setVisible(self._hidden and not self._low)
        steps = self.picture.steps
        name = steps[0].node if steps else str(self.variable.value or "")
        self.covered.setText(self.tr("Shown when ∂{output}/∂{name} is filled in: it would tell the answer.").format(output=self._output, name=name))
        if self._hidden and self._low:
            self.note.setText(self.covered.text())
            return
        if self._hidden or not steps:
            self.note.setText(self.tr("a small nudge, followed to the output"))
            return
        change = steps[-1].after - steps[-1].before
        values = {"name": name, "output": self._output, "change": few(change, 4), "epsilon": epsilon_text(self._epsilon)}
        values["ratio"] = few(change / self._epsilon, 4)
        texts = (self.tr("a small nudge at {name}, followed to {output}: {change} / {epsilon} ≈ {ratio}"), self.tr("{change} / {epsilon} ≈ {ratio}"))
        whole, short = (text.format(**values) for text in texts)
        self.note.setToolTip(whole)
        self.note.setText(whole if QFontMetricsF(theme().sans(12)).horizontalAdvance(whole) <= self._room() else short)

    def _room(self) -> float:
        """px for the note beside the heading, the variable and the button."""
        others = (self.heading.sizeHint().width(), px(84), self.replay.sizeHint().width())
        return self.width() - sum(others) - 2 * px(24) - 3 * px(10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def _restyle(self) -> None:
        self._layout.setContentsMargins(px(24), px(10), px(24), px(14))
        self._layout.setSpacing(px(8))
        self._head.setSpacing(px(10))
        self.covered.setFixedHeight(px(CARD_HEIGHT))  # as high as the picture, so that the graph above stays where it is
        self.variable.setFixedWidth(px(84))

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Cascade"))
        self.replay.setText(self.tr("Replay"))
        self.variable.setAccessibleName(self.tr("Variable that is nudged"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
