"""The field that appears on an input, target, weight, bias or the learning rate to type a new value."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.line import LineField
from gui.fields.numbers import parse_number
from nn.replay.step import Kind, Quantity

WIDTH, HEIGHT = 190, 28


class ValueEditor(LineField):
    """Sends ``applied(Quantity, value)`` on Enter; Escape or leaving it gives up. What can't be read is marked, and ``refused`` says why."""

    applied = Signal(object, float)
    refused = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._place: Quantity | None = None
        self.hide()
        self.returnPressed.connect(self._apply)
        self.textEdited.connect(self._clear)

    @property
    def place(self) -> Quantity | None:
        """What is being changed."""
        return self._place

    def open(self, place: Quantity, text: str, name: str) -> None:
        """Show ``text``, the present value of ``place``; ``name`` is what a screen reader calls the field."""
        self._place = place
        self.setText(text)
        self.setAccessibleName(name)
        self.set_problem("")
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Close without a change."""
        if self._place is not None:
            self._place = None
            self.closed.emit()  # the focus goes back first: hiding the field would send it on as the Tab key does
            self.hide()

    def _clear(self) -> None:
        self.set_problem("")
        self.refused.emit("")

    def _apply(self) -> None:
        place, value = self._place, parse_number(self.text())
        if place is None:
            return
        if value is None or not math.isfinite(value):
            self._refuse(self.tr("Type a number, such as 0.5, 0,5, −4 or 1e-3."))
        elif place.kind is Kind.RATE and value <= 0:
            self._refuse(self.tr("The learning rate must be a number above 0, such as 0.5."))
        else:
            self.give_up()
            self.applied.emit(place, value)

    def _refuse(self, sentence: str) -> None:
        self.set_problem(sentence)
        self.refused.emit(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.give_up()
