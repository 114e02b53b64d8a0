"""The shapes of the classes: what colour says, shape says too. Train is filled, test is hollow."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

SHAPES = 10


def _ring(corners: int, radius: float, turn: float = 0.0, inner: float | None = None) -> QPainterPath:
    """A regular polygon with a corner straight up (plus ``turn`` degrees), or a star where ``inner`` is given."""
    count = corners * 2 if inner is not None else corners
    points = []
    for step in range(count):
        size = inner if inner is not None and step % 2 else radius
        angle = math.radians(turn - 90 + 360 * step / count)
        points.append(QPointF(size * math.cos(angle), size * math.sin(angle)))
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


def _plus(radius: float, turn: float) -> QPainterPath:
    arm = radius * 0.38
    path = QPainterPath()
    path.addRect(QRectF(-arm, -radius, 2 * arm, 2 * radius))
    bar = QPainterPath()
    bar.addRect(QRectF(-radius, -arm, 2 * radius, 2 * arm))
    joined = path.united(bar)
    return _turned(joined, turn)


def _turned(path: QPainterPath, degrees: float) -> QPainterPath:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turned = QPainterPath()
    points = [path.elementAt(index) for index in range(path.elementCount())]
    turned.addPolygon(QPolygonF([QPointF(p.x * cos - p.y * sin, p.x * sin + p.y * cos) for p in points]))
    turned.closeSubpath()
    return turned


@lru_cache(maxsize=64)
def marker_path(shape: int, radius: float) -> QPainterPath:
    """The outline of a class's shape about the origin, all of about the same area. Don't change the returned path."""
    circle = QPainterPath()
    circle.addEllipse(QPointF(0, 0), radius, radius)
    shapes = (
        lambda: circle,
        lambda: _ring(3, radius * 1.4),
        lambda: _ring(4, radius * 1.25, 45),
        lambda: _ring(4, radius * 1.35),
        lambda: _plus(radius * 1.3, 0),
        lambda: _ring(3, radius * 1.4, 180),
        lambda: _plus(radius * 1.3, 45),
        lambda: _ring(5, radius * 1.5, inner=radius * 0.65),
        lambda: _ring(6, radius * 1.15, 30),
        lambda: _ring(4, radius * 1.5, inner=radius * 0.6),
    )
    return shapes[shape % SHAPES]()


def paint_marker(painter: QPainter, shape: int, centre: QPointF, radius: float, color: QColor, *, outline: QColor | None, filled: bool) -> None:
    """One marker, with ``outline`` around it so that it stands out on any ground, or without (legends)."""
    path = marker_path(shape, radius)
    painter.translate(centre)
    if filled:
        painter.setPen(Qt.PenStyle.NoPen if outline is None else QPen(outline, 1.2))
        painter.setBrush(color)
        painter.drawPath(path)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if outline is not None:
            painter.setPen(QPen(outline, 3.4))
            painter.drawPath(path)
        painter.setPen(QPen(color, 1.5))
        painter.drawPath(path)
    painter.translate(-centre)


class Stamps:
    """Markers painted once and copied: thousands of samples in a few milliseconds. Places fall on whole device pixels."""

    def __init__(self, radius: float, ratio: float) -> None:
        self._radius = radius
        self._ratio = ratio
        self._half = math.ceil(radius * 1.6 + 3)
        self._made: dict[tuple[int, int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, shape: int, centre: QPointF, color: QColor, *, outline: QColor, filled: bool) -> None:
        key = (shape, color.rgb(), filled)
        if key not in self._made:
            self._made[key] = self._stamp(shape, color, outline, filled)
        painter.drawPixmap(centre - QPointF(self._half, self._half), self._made[key])

    def _stamp(self, shape: int, color: QColor, outline: QColor, filled: bool) -> QPixmap:
        side = math.ceil(2 * self._half * self._ratio)
        stamp = QPixmap(side, side)
        stamp.setDevicePixelRatio(self._ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_marker(painter, shape, QPointF(self._half, self._half), self._radius, color, outline=outline, filled=filled)
        painter.end()
        return stamp
