"""Writes short texts: each is laid out once, which spares the painter doing it again at every step."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QStaticText

from gui.theme import theme
from gui.views.steps_diagram.look import mono, sans

LEFT, CENTRE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight


def write(
    painter: QPainter, place: QRectF, text: str, pixels: float, align: Qt.AlignmentFlag = CENTRE, *, number: bool = True, bold: bool = False
) -> float:
    """Write ``text`` upright in the middle of ``place`` with the painter's pen, at its left, right or centred; its width.

    ``number``: in the face of the numbers.
    """
    made, width, height = _laid(text, pixels, number, bold, theme().scale)
    x = place.left()
    if align is CENTRE:
        x += (place.width() - width) / 2
    elif align is RIGHT:
        x = place.right() - width
    painter.setFont((mono if number else sans)(pixels, bold=bold))
    painter.drawStaticText(QPointF(x, place.top() + (place.height() - height) / 2), made)
    return width


def write_at(painter: QPainter, corner: QPointF, text: str, pixels: float) -> None:
    """Write ``text`` bold in the text face, its upper left corner at a point."""
    painter.setFont(sans(pixels, bold=True))
    painter.drawStaticText(corner, _laid(text, pixels, False, True, theme().scale)[0])


@lru_cache(maxsize=4096)
def _laid(text: str, pixels: float, number: bool, bold: bool, _scale: float) -> tuple[QStaticText, float, float]:
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(font=(mono if number else sans)(pixels, bold=bold))
    return made, made.size().width(), made.size().height()
