"""Drawing with the keyboard: a pen that the arrows move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from gui.views.digit_pad.pad import DigitPad

STEP = 1 / 28
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
WIDTHS = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}
CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Keys:
    """Where the keyboard's pen is, from 0 to 1, and whether it is shown: only while keys are used."""

    def __init__(self, pad: DigitPad) -> None:
        self._pad = pad
        self.x, self.y = 0.5, 0.25
        self.shown = False

    def knows(self, event: QKeyEvent) -> bool:
        """Whether the pad acts on a key: the window's shortcuts then don't hear it."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        escapes = key == Qt.Key.Key_Escape and self._pad.is_down
        return plain and (key in ARROWS or key in WIDTHS or key in CLEAR or key in (Qt.Key.Key_Space, Qt.Key.Key_E) or escapes)

    def focus_in(self, reason: Qt.FocusReason) -> None:
        self.shown = reason in BY_KEY

    def hide(self) -> None:
        self.shown = False

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; false where it isn't the pad's."""
        if not self.knows(event):
            return False
        key, pad = Qt.Key(event.key()), self._pad
        if key in CLEAR:
            pad.clear()
        elif key in WIDTHS:
            pad.choose(brush=pad.brush + WIDTHS[key])
        elif key == Qt.Key.Key_E:
            pad.choose(erases=not pad.erases)
        elif key in ARROWS:
            self._move(*ARROWS[key])
        else:
            self._press_pen(only_lift=key == Qt.Key.Key_Escape)
        pad.update()
        return True

    def _move(self, right: int, down: int) -> None:
        self.shown = True
        self.x = min(max(self.x + right * STEP, 0.0), 1.0)
        self.y = min(max(self.y + down * STEP, 0.0), 1.0)
        self._pad.draw_to(self.x, self.y)

    def _press_pen(self, *, only_lift: bool) -> None:
        self.shown = True
        if self._pad.is_down:
            self._pad.lift()
        elif not only_lift:
            self._pad.put_down(self.x, self.y)
