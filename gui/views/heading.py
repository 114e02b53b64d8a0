"""The line above a small plot: what it shows, and a note beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from gui.theme import theme


def paint_heading(painter: QPainter, width: float, title: str, note: str) -> None:
    """``title``, and as much of ``note`` as fits beside it, at the top of a view ``width`` pixels wide."""
    unit = theme().scale
    painter.setFont(theme().sans(13, bold=True))
    painter.setPen(theme().color("text"))
    row = QRectF(16 * unit, 12 * unit, width - 24 * unit, 22 * unit)
    painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, title)
    used = QFontMetricsF(painter.font()).horizontalAdvance(title) + 10
    painter.setFont(theme().sans(12))
    painter.setPen(theme().color("text3"))
    elided = QFontMetricsF(painter.font()).elidedText(note, Qt.TextElideMode.ElideRight, row.width() - used)
    painter.drawText(row.adjusted(used, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, elided)
