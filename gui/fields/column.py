"""The column of settings: sections one below the other, scrolled up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.slimbar import SlimBar
from gui.theme import theme

COLUMN_WIDTH = 280


class SettingsColumn(QScrollArea):
    """280 px wide (350 for a projector). The scroll bar lies over the right padding: contents keep their width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._stack = QVBoxLayout(self._inside)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._stack.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = SlimBar(self)
        follow_theme(self._restyle)

    def add(self, section: QWidget) -> None:
        """Put a section below the others."""
        self._stack.insertWidget(self._stack.count() - 1, section)

    def _restyle(self) -> None:
        self.setFixedWidth(px(COLUMN_WIDTH))
        palette = theme().palette()
        palette.setColor(QPalette.ColorRole.Window, theme().color("panel"))
        for widget in (self, self._inside, self.viewport()):
            widget.setPalette(palette)
            widget.setAutoFillBackground(True)
