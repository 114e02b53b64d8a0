"""Words on a form, in a colour and size of the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.fields.paint import follow_theme
from gui.theme import theme


class Words(QLabel):
    """A label in the theme's colours. ``wrap`` breaks long sentences into lines; a single line that finds too little room ends in "…"."""

    def __init__(
        self,
        text: str = "",
        color: str = "text2",
        pixels: float = 12,
        *,
        bold: bool = False,
        mono: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = (color, pixels, bold, mono)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        follow_theme(self._restyle)

    def set_token(self, token: str) -> None:
        """Change the colour."""
        self._look = (token, *self._look[1:])
        self._restyle()

    def needed_width(self) -> int:
        return round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap() or self.needed_width() <= self.width() + 2:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme().color(self._look[0]))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, text)

    def _restyle(self) -> None:
        token, pixels, bold, mono = self._look
        self.setFont(theme().mono(pixels, bold=bold) if mono else theme().sans(pixels, bold=bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(token))
        self.setPalette(palette)


class StillWords(QWidget):
    """One line that may change many times a second: painting it never makes a form arrange itself anew, as a label's text does."""

    def __init__(self, color: str = "text3", pixels: float = 12, *, mono: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = (color, pixels, mono)
        self._text = self._short = ""
        follow_theme(self._restyle)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str, short: str = "") -> None:
        """``short`` is written where there is no room for ``text``; without it that is cut off."""
        if (text, short) != (self._text, self._short):
            self._text, self._short = text, short
            self.setAccessibleName(text)
            self.update()

    def _restyle(self) -> None:
        _, pixels, mono = self._look
        self.setFont(theme().mono(pixels) if mono else theme().sans(pixels))
        self.setFixedHeight(round(QFontMetricsF(self.font()).height()) + 2)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme().color(self._look[0]))
        cut = bool(self._short) and QFontMetricsF(self.font()).horizontalAdvance(self._text) > self.width()
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._short if cut else self._text)
