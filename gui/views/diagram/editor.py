"""The field that appears on a weight or a bias to type a new value."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.fields.numbers import parse_finite
from gui.theme import theme

WIDTH, HEIGHT = 150, 30


class ValueEditor(QLineEdit):
    """Sends ``applied(parameter index, value)`` on Enter; Escape or leaving it gives up. ``refused`` carries why a text was not taken."""

    applied = Signal(int, float)
    refused = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = -1
        self._limit = float(np.finfo(np.float32).max)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.hide()
        self.returnPressed.connect(self._apply)
        self.textEdited.connect(self._clear)

    def open(self, index: int, text: str, name: str, limit: float) -> None:
        """Show ``text`` for parameter ``index``, called ``name``; values beyond ±``limit`` are refused."""
        self._index, self._limit = index, limit
        self.setFont(theme().mono(13))
        self.setText(text)
        self.setAccessibleName(name)
        self._mark(bad=False)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        if self.isVisible() or self._index >= 0:
            self._index = -1
            self.hide()
            self.closed.emit()

    def _clear(self) -> None:
        self._mark(bad=False)
        self.refused.emit("")

    def _mark(self, *, bad: bool) -> None:
        palette = QPalette(theme().palette())
        if bad:
            palette.setColor(QPalette.ColorRole.Base, theme().color("badbg"))
            palette.setColor(QPalette.ColorRole.Text, theme().color("bad"))
        self.setPalette(palette)
        self.setToolTip("")
        self.setAccessibleDescription("")

    def _apply(self) -> None:
        value = parse_finite(self.text())
        if value is None or abs(value) > self._limit:
            sentence = self.tr("Type a number such as 0.5, −2 or 1e-3.")
            if value is not None:
                sentence = self.tr("That number is too large for the network's precision; type a smaller one.")
            self._mark(bad=True)
            self.setToolTip(sentence)
            self.setAccessibleDescription(sentence)
            self.refused.emit(sentence)
            return
        index = self._index
        self.give_up()
        self.applied.emit(index, value)

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
        if event.reason() != Qt.FocusReason.PopupFocusReason and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.give_up()
