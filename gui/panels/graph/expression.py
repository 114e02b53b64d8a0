"""The expression as text, and the values of its variables; what can't be used is marked where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.bare import scrolled
from gui.fields.flow import Flow
from gui.fields.line import LineField
from gui.fields.numbers import parse_number
from gui.fields.paint import follow_theme, px
from gui.fields.rich import RichWords
from gui.fields.text import Words
from gui.format import exact
from gui.panels.graph.formula import FormulaLine
from gui.theme import theme
from gui.typeset.graphs import symbol_box
from nn.graph.graph import Place
from nn.graph.tokens import LONGEST

FIELD, VALUE_WIDTH = 40, 66
BAR = 8  # px to the right of the values for the bar that scrolls them
ROW, GAP, PEEK = 28, 8, 10  # px of a row of values, between two, and of a third one that shows that it is there


def one_line(text: str) -> str:
    """Statements side by side instead of below one another."""
    return "; ".join(line.strip() for line in text.splitlines() if line.strip())


class ExpressionField(LineField):
    """``entered(text)`` on Enter, or when it is left with another text; a place in it can be marked as wrong."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("expression", parent)
        self._known = ""
        self._place: Place | None = None
        self.setMaxLength(LONGEST * 20)  # what is too long is said by the parser, with its reason
        self.returnPressed.connect(self._enter)
        self.textEdited.connect(self._edited)

    @property
    def marked(self) -> Place | None:
        """The place that is marked."""
        return self._place

    def show_expression(self, text: str) -> None:
        """Another expression, which is all right."""
        self._known = text
        self.setText(text)
        self.setCursorPosition(0)
        self.mark(None, "")

    def mark(self, place: Place | None, sentence: str) -> None:
        """Underline a place; "" takes the mark off."""
        self._place = place
        self.set_problem(sentence)
        if place is not None and self.hasFocus():
            self.setCursorPosition(min(place.start, len(self.text())))
        self.update()

    def accept_text(self) -> None:
        """What stands here is in use now."""
        self._known = self.text()
        self.mark(None, "")

    def _edited(self, _text: str) -> None:
        self.mark(None, "")

    def _enter(self) -> None:
        self.entered.emit(self.text())

    def _restyle(self) -> None:
        super()._restyle()
        self.setFont(theme().mono(15))
        self.setFixedHeight(px(FIELD))
        self.setTextMargins(px(10), 0, px(8), px(4))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.text() != self._known and not self.problem:
            self.entered.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._place is None:
            return
        step = QFontMetricsF(self.font()).horizontalAdvance("0")
        origin = self.cursorRect().center().x() + 0.5 - self.cursorPosition() * step
        left = origin + self._place.start * step
        right = left + max(self._place.length, 1) * step
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(px(4), 0, -px(4), 0))
        painter.setPen(QPen(theme().color("bad"), 1.8))
        points: list[QPointF] = []
        y, x = self.height() - px(8), left
        while x <= right:
            points.append(QPointF(x, y + (2 if len(points) % 2 else -1)))
            x += 3
        painter.drawPolyline(QPolygonF(points))


class ValueField(QWidget):
    """A variable's name and its value; ``committed(name, value)`` when another number is typed."""

    committed = Signal(str, float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._value = 0.0
        self.letter, self.field = FormulaLine(16, 28, right=True), LineField(name)
        self.letter.show_formula(symbol_box(name), name)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.letter)
        self._row.addWidget(self.field)
        self.field.returnPressed.connect(self._commit)
        self.field.editingFinished.connect(self._commit)
        self.field.textEdited.connect(self._clear)
        self.field.setAccessibleName(self.tr("Value of {name}").format(name=name))
        follow_theme(self._restyle)

    def show_value(self, value: float) -> None:
        """Show a value without telling anyone."""
        self._value = value
        self.field.setText(exact(value).removesuffix(".0"))
        self.field.set_problem("")

    def _clear(self) -> None:
        self.field.set_problem("")

    def _commit(self) -> None:
        value = parse_number(self.field.text())
        if value is None:
            self.field.set_problem(self.tr("Type a number, such as 0.5, 0,5, −4 or 1e-3."))
        elif value != self._value:
            self._value = value
            self.committed.emit(self.name, value)

    def _restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(5))
        self.letter.setFixedWidth(px(26))
        self.field.setFixedWidth(px(VALUE_WIDTH))
        self._row.invalidate()
        self.updateGeometry()


class ExpressionPanel(QWidget):
    """``expression_entered(text)``, ``value_entered(name, value)``."""

    expression_entered = Signal(str)
    value_entered = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.note = Words("", "text", 13, bold=True), Words("", "text3", 12)
        self.field = ExpressionField()
        self.problem = RichWords("bad", 12, 18)
        self.values: dict[str, ValueField] = {}
        self.field.entered.connect(self.expression_entered)
        self.field.textEdited.connect(self._hide_problem)
        layout = self._layout = QVBoxLayout(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addWidget(self.note, 1)
        layout.addLayout(self._head)
        layout.addWidget(self.field)
        layout.addWidget(self.problem)
        self._fields = QWidget()
        self._flow = Flow(self._fields, GAP)
        self._shelf = scrolled(self._fields)  # of many variables two rows are in sight: the graph needs the room, and has them, too
        layout.addWidget(self._shelf)
        self.problem.hide()
        follow_theme(self._restyle)
        self._retranslate()

    def show_task(self, text: str, values: Mapping[str, float]) -> None:
        """An expression that is in use, and its variables' values."""
        self.field.show_expression(one_line(text))
        self._hide_problem()
        self.show_values(values)

    def show_values(self, values: Mapping[str, float]) -> None:
        """One field for each variable."""
        if tuple(self.values) != tuple(values):
            for field in self.values.values():
                self._flow.removeWidget(field)
                field.hide()
                field.deleteLater()
            self.values = {name: ValueField(name) for name in values}
            for field in self.values.values():
                field.committed.connect(self.value_entered)
                self._flow.addWidget(field)
                field.show()
            self._fields.updateGeometry()
            self._fit_shelf()
        self.problem.setVisible(bool(self.field.problem))
        for name, value in values.items():
            self.values[name].show_value(value)

    def _fit_shelf(self) -> None:
        margins = self._layout.contentsMargins()
        self._fields.setContentsMargins(0, 0, px(BAR), 0)
        needed = self._flow.heightForWidth(self.width() - margins.left() - margins.right() - px(BAR))
        two = 2 * px(ROW) + px(GAP)
        self._shelf.setFixedHeight(needed if needed <= two else two + px(GAP + PEEK))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_shelf()

    def show_error(self, sentence: str, place: Place | None, node: str = "") -> None:
        """Why what was typed can't be used: the place in the expression, or the variable that it is about."""
        field = self.values.get(node)
        if place is None and field is not None:
            field.field.set_problem(sentence)
        else:
            self.field.mark(place, sentence)
        self.problem.show_text(sentence)
        self.problem.show()

    def _hide_problem(self) -> None:
        self.problem.hide()

    def _restyle(self) -> None:
        self._layout.setContentsMargins(px(24), px(12), px(24), px(4))
        self._layout.setSpacing(px(8))
        self._head.setSpacing(px(10))
        self._fit_shelf()

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Expression"))
        self.note.setText(self.tr("edit the formula or any number; the graph follows"))
        self.field.setAccessibleName(self.tr("Expression"))
        self.field.set_hint(self.tr("Such as J = (2 + 3*w)^2, or several statements with ; between them. Enter draws it."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
