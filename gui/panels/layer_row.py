"""One line of the network form: grip, name, width, activation, ×."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.button import IconButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.line import NumberField, NumberKind, Trial
from gui.fields.paint import FIELD_HEIGHT, follow_theme, px
from gui.fields.text import Words

GRIP, CLOSE, NUMBER, MOST_NUMBER, SPACE = 18, 20, 42, 56, 6


@dataclass(frozen=True)
class RowNames:
    """The words of a row, translated. ``short`` stands where ``long`` doesn't fit."""

    long: str
    short: str
    width: str
    activation: str
    grip: str = ""
    close: str = ""


class Grip(IconButton):
    """Dragged up and down with the mouse, or moved with Alt+↑ and Alt+↓. ``dragged(y)`` is in screen coordinates."""

    dragged = Signal(int)
    dropped = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__("grip", "", GRIP, FIELD_HEIGHT)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._start: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            self.dragged.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._start = None
        self.dropped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if way:
            self.moved.emit(way)
            return
        super().keyPressEvent(event)


class WidthField(NumberField):
    """A layer's number of neurons, in the middle of a short box."""

    def __init__(self, trial: Trial) -> None:
        super().__init__("width", NumberKind(whole=True, grouped=False), trial)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def _restyle(self) -> None:
        super()._restyle()
        self.setTextMargins(0, 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()


class LayerRow(QWidget):
    """``number`` counts hidden layers from 1; the output's row has 0, no grip and no ×.

    Signals carry the number: ``width_changed(number, width)``, ``activation_changed(number, activation)``,
    ``removed(number)``, ``moved(number, −1 or 1)``.
    """

    width_changed = Signal(int, int)
    activation_changed = Signal(int, object)
    removed = Signal(int)
    moved = Signal(int, int)
    dragged = Signal(int, int)
    dropped = Signal(int)
    problem_changed = Signal(int, str)

    def __init__(self, number: int, trial: Trial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.grip = Grip()
        self.name = Words("", "text", 12.5)
        self.width_field = WidthField(trial)
        self.activation = ChoiceField("activation")
        self.close_button = IconButton("close", "", CLOSE, FIELD_HEIGHT)
        self._names = ("", "")
        for widget in (self.grip, self.name, self.width_field, self.activation, self.close_button):
            widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.grip.setVisible(number > 0)
        self.close_button.setVisible(number > 0)
        self.width_field.setReadOnly(number == 0)
        self._connect()
        follow_theme(self.arrange)

    def _connect(self) -> None:
        self.width_field.committed.connect(self._width_committed)
        self.width_field.problem_changed.connect(self._problem)
        self.activation.committed.connect(self._activation_committed)
        self.close_button.clicked.connect(self._close_clicked)
        self.grip.moved.connect(self._moved)
        self.grip.dragged.connect(self._dragged)
        self.grip.dropped.connect(self._dropped)

    def show_layer(self, width: int | None, activation: object, choices: Sequence[Choice]) -> None:
        """Fill the row without telling anyone; a width that is marked as wrong stays to be mended."""
        self.activation.set_choices(choices)
        self.activation.show_value(activation)
        if width != self.width_field.value or not (self.width_field.problem or self.width_field.hasFocus()):
            self.width_field.show_value(width)
        self.arrange()

    def set_names(self, names: RowNames) -> None:
        """All words of the row."""
        self._names = (names.long, names.short)
        self.width_field.setAccessibleName(names.width)
        self.activation.setAccessibleName(names.activation)
        self.grip.set_name(names.grip)
        self.close_button.set_name(names.close)
        self.name.setToolTip(names.width)
        self.arrange()

    def arrange(self) -> None:
        """Place everything for the present width."""
        height, space = px(FIELD_HEIGHT), px(SPACE)
        left = px(GRIP) + space // 2
        end = self.width() - (px(CLOSE) + space // 2 if self.number else 0)
        box = min(max(px(NUMBER), self.width_field.fontMetrics().horizontalAdvance(self.width_field.text()) + px(14)), px(MOST_NUMBER))
        room = end - left - box - self.activation.needed_width() - 2 * space
        self.name.setText(self._names[0])
        if self.name.needed_width() > room:
            self.name.setText(self._names[1])
        name_width = min(max(self.name.needed_width(), px(60)), max(room, 0))
        self.name.setGeometry(left, 0, name_width, height)
        self.width_field.setGeometry(left + name_width + space, 0, box, height)
        start = left + name_width + box + 2 * space
        self.activation.setGeometry(start, 0, max(end - start, 0), height)
        self.close_button.move(self.width() - px(CLOSE), 0)
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(px(248), px(FIELD_HEIGHT))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if way and self.number and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._moved(way)
            return
        super().keyPressEvent(event)

    def _width_committed(self, _key: str, value: object) -> None:
        if isinstance(value, int):
            self.width_changed.emit(self.number, value)

    def _activation_committed(self, _key: str, value: object) -> None:
        self.arrange()
        self.activation_changed.emit(self.number, value)

    def _close_clicked(self) -> None:
        self.removed.emit(self.number)

    def _problem(self, sentence: str) -> None:
        self.problem_changed.emit(self.number, sentence)

    def _moved(self, way: int) -> None:
        self.moved.emit(self.number, way)

    def _dragged(self, y: int) -> None:
        self.dragged.emit(self.number, y)

    def _dropped(self) -> None:
        self.dropped.emit(self.number)
