"""A field that appears on something drawn to type into it, and goes away again."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.line import LineField

Place = TypeVar("Place")

STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)  # the person means to come back


class InlineField(LineField, Generic[Place]):
    """``place`` is what is being filled in. Enter calls :meth:`_send`, Escape :meth:`_give_up`, and leaving the field :meth:`_leave`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._place: Place | None = None
        self.hide()
        self.returnPressed.connect(self._send)
        self.textEdited.connect(self._clear)

    @property
    def place(self) -> Place | None:
        """What is being filled in; ``None`` while the field is away."""
        return self._place

    def open(self, place: Place, text: str, name: str) -> None:
        """Show ``text``; ``name`` is what a screen reader calls the field."""
        self._place = place
        self.setText(text)
        self.setAccessibleName(name)
        self.set_problem("")
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.set_problem("")

    def _send(self) -> None:
        """What Enter does."""

    def _give_up(self) -> None:
        """What Escape does."""

    def _leave(self) -> None:
        """What a click elsewhere does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYS:
            self._leave()


class ValueField(InlineField[Place]):
    """Sends ``applied(place, value)`` on Enter; Escape or leaving it gives up. What can't be used is marked, and ``refused`` says why."""

    applied = Signal(object, float)
    refused = Signal(str)
    closed = Signal()

    def give_up(self) -> None:
        """Close without a change."""
        if self._place is not None:
            self._place = None
            self.closed.emit()  # the focus goes back first: hiding the field would send it on as the Tab key does
            self.hide()

    def _give_up(self) -> None:
        self.give_up()

    def _leave(self) -> None:
        self.give_up()

    def _clear(self) -> None:
        super()._clear()
        self.refused.emit("")

    def _apply(self, place: Place, value: float) -> None:
        self.give_up()
        self.applied.emit(place, value)

    def _refuse(self, sentence: str) -> None:
        self.set_problem(sentence)
        self.refused.emit(sentence)
