"""Words on a form, in a colour and size of the theme."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.fields.paint import follow_theme
from gui.theme import theme


class Words(QLabel):
    """A label in the theme's colours. ``wrap`` breaks long sentences into lines."""

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

    def _restyle(self) -> None:
        token, pixels, bold, mono = self._look
        self.setFont(theme().mono(pixels, bold=bold) if mono else theme().sans(pixels, bold=bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme().color(token))
        self.setPalette(palette)
