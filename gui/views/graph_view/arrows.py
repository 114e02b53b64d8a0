"""The arrows: values forward, solid and blue; derivatives backward, dashed and green."""

from __future__ import annotations

import math
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPolygonF

from gui.theme import theme
from gui.views.graph_view.look import pen
from gui.views.graph_view.plan import Arrow
from gui.views.graph_view.state import Picture
from nn.graph.exercise import BoxKind

HEAD = 9.0
STROKE = 2.0
DASH = (6.0, 4.0)  # of the arrows back
ASIDE = 7.0
REACH = 14.0  # px around an arrow that count as on it


def path_of(points: tuple[QPointF, ...], *, upright: bool = False) -> QPainterPath:
    """A smooth line through ``points``, level at each of them. Steep bends go aside, so that two arrows side by side stay apart."""
    path = QPainterPath(points[0])
    for start, end in pairwise(points):
        if upright or abs(start.y() - end.y()) < 0.5:
            path.lineTo(end)
        else:
            middle = (start.x() + end.x()) / 2 + math.copysign(min(ASIDE, abs(end.y() - start.y()) / 8), end.y() - start.y())
            path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    return path


def hit_path(arrow: Arrow) -> QPainterPath:
    """What counts as on the arrow."""
    stroker = QPainterPathStroker()
    stroker.setWidth(REACH)
    found = stroker.createStroke(path_of(arrow.points, upright=arrow.upright))
    if arrow.back:
        found |= stroker.createStroke(path_of(arrow.back, upright=arrow.upright))
    return found


def paint_arrows(painter: QPainter, picture: Picture, seen: QRectF) -> None:
    """The arrows that are ``seen``; those of the chosen derivative thicker, and the path from it to the output."""
    lit = lit_edges(picture)
    for edge, arrow in picture.plan.arrows.items():
        if not QPolygonF(arrow.points + arrow.back).boundingRect().adjusted(-REACH, -REACH, REACH, REACH).intersects(seen):
            continue
        width = STROKE * 1.6 if edge in lit else STROKE
        _paint_one(painter, arrow.points, "val", width, upright=arrow.upright)
        if arrow.back:
            _paint_one(painter, arrow.back, "der", width, upright=arrow.upright, dashed=True)


def lit_edges(picture: Picture) -> frozenset[tuple[str, str]]:
    """The edge of a local derivative; of a total one all on the way from the node to the output."""
    chosen = picture.selected
    if chosen is None:
        return frozenset()
    if chosen.kind is BoxKind.LOCAL:
        return frozenset({(chosen.by, chosen.node)})
    ahead = picture.exercise.graph.ahead(chosen.node)
    return frozenset(edge for edge in picture.plan.arrows if edge[0] in ahead)


def line_and_head(points: tuple[QPointF, ...], *, upright: bool) -> tuple[QPainterPath, QPolygonF]:
    """An arrow's line, and its head."""
    end, before = points[-1], points[-2]
    along = QLineF(before, end) if upright else QLineF(QPointF(end.x() - math.copysign(1.0, end.x() - before.x()), end.y()), end)
    step = QPointF(along.dx(), along.dy()) / max(along.length(), 1e-9)
    aside = QPointF(-step.y(), step.x()) * HEAD * 0.45
    neck = end - step * HEAD * 0.8
    return path_of((*points[:-1], neck), upright=upright), QPolygonF([end, end - step * HEAD + aside, end - step * HEAD - aside])


def _paint_one(painter: QPainter, points: tuple[QPointF, ...], token: str, width: float, *, upright: bool, dashed: bool = False) -> None:
    line, head = line_and_head(points, upright=upright)
    painter.setPen(pen(token, width, dash=DASH if dashed else None))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(token))
    painter.drawPolygon(head)
