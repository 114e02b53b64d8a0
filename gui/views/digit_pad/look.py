"""The pad's ground, its guides and the pen's mark."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gui.fields.paint import px
from gui.theme import theme
from gui.views.digit_pad.page import ERASER

RADIUS = 8.0
GUIDE = 14  # px, the length of a guide
EDGE = 8  # px between the edge and a guide
LEAST_RING = 5.0  # px


def inner_path(frame: QRectF) -> QPainterPath:
    """The rounded square."""
    path = QPainterPath()
    path.addRoundedRect(frame, RADIUS, RADIUS)
    return path


def draw_ground(painter: QPainter, frame: QRectF) -> None:
    """The paper, with a guide at the middle of each edge."""
    painter.fillPath(inner_path(frame), theme().color("inset"))
    painter.setPen(QPen(theme().color("line2"), 1))
    middle, near, length = frame.center(), px(EDGE), px(GUIDE)
    for start, away in ((frame.left() + near, 1), (frame.right() - near, -1)):
        painter.drawLine(QLineF(start, middle.y(), start + away * length, middle.y()))
    for start, away in ((frame.top() + near, 1), (frame.bottom() - near, -1)):
        painter.drawLine(QLineF(middle.x(), start, middle.x(), start + away * length))


def draw_outline(painter: QPainter, frame: QRectF, *, focused: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().color("accent" if focused else "line2"), 2.0 if focused else 1.0))
    painter.drawRoundedRect(frame, RADIUS, RADIUS)


def draw_hint(painter: QPainter, frame: QRectF, text: str) -> None:
    painter.setFont(theme().sans(13))
    painter.setPen(theme().color("text3"))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)


def draw_cursor(painter: QPainter, place: QPointF, diameter: float, *, erases: bool) -> None:
    """A ring as large as the pen's line; dashed for the eraser."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme().color("accent"), 2)
    if erases:
        pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    radius = max(diameter / 2 * (ERASER if erases else 1.0), LEAST_RING)
    painter.drawEllipse(place, radius, radius)


def draw_cross(painter: QPainter, frame: QRectF, x: float, y: float, diameter: float, *, down: bool, erases: bool) -> None:
    """The keyboard's pen: a ring with a cross, filled while it is down."""
    place = QPointF(frame.left() + x * frame.width(), frame.top() + y * frame.height())
    draw_cursor(painter, place, diameter, erases=erases)
    arm = max(diameter, 2 * LEAST_RING)
    painter.setPen(QPen(theme().color("accent"), 1))
    painter.drawLine(QLineF(place.x() - arm, place.y(), place.x() + arm, place.y()))
    painter.drawLine(QLineF(place.x(), place.y() - arm, place.x(), place.y() + arm))
    if down:
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(place, LEAST_RING - 1, LEAST_RING - 1)
