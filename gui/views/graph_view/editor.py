"""The field that appears in a box to type an answer, or on a variable to type its value."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.line import LineField
from nn.graph.exercise import Box

Place = Box | str


class BoxEditor(LineField):
    """``sent(place, text)`` on Enter; ``left(place, text)`` when it is closed in another way, Escape included."""

    sent = Signal(object, str)
    left = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._place: Place | None = None
        self.hide()
        self.returnPressed.connect(self._send)
        self.textEdited.connect(self._clear)

    @property
    def place(self) -> Place | None:
        """The box, or the name of the variable, that is being filled in."""
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

    def close_field(self) -> str:
        """Take the field away without telling anyone; what was typed in it."""
        self._place = None
        parent = self.parentWidget()
        if self.hasFocus() and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)  # hiding the field would send the focus on as the Tab key does
        self.hide()
        return self.text().strip()

    def _clear(self) -> None:
        self.set_problem("")

    def _send(self) -> None:
        if self._place is not None:
            self.sent.emit(self._place, self.text().strip())

    def leave(self) -> None:
        """Close without checking; ``left`` says what was typed."""
        place = self._place
        if place is not None:
            self.left.emit(place, self.close_field())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.leave()
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.leave()
