"""The field that appears in a box to type an answer, or on a variable to type its value."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from gui.fields.inline import InlineField
from nn.graph.exercise import Box

Place = Box | str


class BoxEditor(InlineField[Place]):
    """``sent(place, text)`` on Enter; ``left(place, text)`` when it is closed in another way, Escape included."""

    sent = Signal(object, str)
    left = Signal(object, str)

    def close_field(self) -> str:
        """Take the field away without telling anyone; what was typed in it."""
        self._place = None
        parent = self.parentWidget()
        if self.hasFocus() and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)  # hiding the field would send the focus on as the Tab key does
        self.hide()
        return self.text().strip()

    def leave(self) -> None:
        """Close without checking; ``left`` says what was typed."""
        place = self._place
        if place is not None:
            self.left.emit(place, self.close_field())

    def _send(self) -> None:
        if self._place is not None:
            self.sent.emit(self._place, self.text().strip())

    def _give_up(self) -> None:
        self.clear()
        self.leave()

    def _leave(self) -> None:
        self.leave()
