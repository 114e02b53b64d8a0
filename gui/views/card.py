"""The inverted card that a tooltip's words stand on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gui.theme import theme

CORNER = 8.0  # px


def paint_card(painter: QPainter, box: QRectF) -> None:
    """Card and shadow; what is drawn next is in the colour of its words."""
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in (6.0, 4.0, 2.0):
        painter.setBrush(QColor(0, 0, 0, 22))
        painter.drawRoundedRect(box.adjusted(-spread, -spread + 3, spread, spread + 3), CORNER + spread, CORNER + spread)
    painter.setBrush(theme().color("tip"))
    painter.drawRoundedRect(box, CORNER, CORNER)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(theme().color("tiptext"))
