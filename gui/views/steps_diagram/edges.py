"""The painting of lines: weights by sign and size, links to the errors, and thick arrows along the path."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gui.theme import theme
from gui.views.steps_diagram.links import links
from gui.views.steps_diagram.lit import Lit
from gui.views.steps_diagram.look import DIM_EDGE, DIM_NODE, factor, faint, mixed, pen
from gui.views.steps_diagram.places import LAYERS
from gui.views.steps_diagram.plan import Edge
from gui.views.steps_diagram.scene import Scene
from nn.layout import Neuron
from nn.replay.step import Kind, Quantity

THIN, SPAN, POWER = 0.9, 2.6, 0.8  # width = THIN + SPAN·(|w|/max)^POWER
PLAIN, CROWDED = 0.62, 0.24  # opacity while nothing is lit; of many edges
CROWD = 60  # so many edges between two layers are many
LEVELS = 8  # widths are rounded to this many pens
LIT_WIDTH, THIN_WIDTH, HEAD_LENGTH, HEAD_HALF = 3.5, 2.2, 11.0, 6.0
OFF_DASH, OFF_OPACITY = (1.0, 5.0), 0.35
LIT_MANY, LIT_CROWD = 8, 24  # of more lit weights between two layers the arrows are slimmer; of so many more they are lines without heads
CROWD_WIDTH, CROWD_OPACITY = 1.1, 0.55
AIR = 2.5  # px between an arrow's point and what it points to


def paint_edges(painter: QPainter, scene: Scene) -> None:
    """All weights' lines and the links that aren't lit: what lies below everything."""
    for key, lines in _batches(scene).items():
        painter.setPen(_edge_pen(*key))
        painter.drawLines(lines)
    painter.setPen(QPen(mixed("line2", DIM_NODE), 1.3))
    for link in links(scene.plan, Lit(), scene.scheme.architecture.layout.depth):
        painter.drawPolyline(QPolygonF(list(link.points)))
    for place, rect in scene.plan.pills.items():
        cell = scene.plan.cells.get(Quantity(Kind.NET, place.layer, place.unit)) if place.other < 0 else None
        if cell is not None:
            x = min(max(rect.center().x(), cell.left()), cell.right())
            painter.drawLine(QPointF(x, cell.bottom()), QPointF(x, rect.top()))


def _batches(scene: Scene) -> dict[tuple[bool, int, float], list[QLineF]]:
    """Lines by sign (True: negative), width and opacity; width −1 for those of neurons that are switched off."""
    found: dict[tuple[bool, int, float], list[QLineF]] = defaultdict(list)
    counts: dict[int, int] = defaultdict(int)
    for edge in scene.plan.edges:
        counts[edge.place.layer] += 1
    values = [scene.read(edge.place).value or 0.0 for edge in scene.plan.edges]
    largest = max((abs(v) for v in values if math.isfinite(v)), default=0.0) or 1.0
    for edge, value in zip(scene.plan.edges, values, strict=True):
        line = QLineF(*edge.line)
        if _is_off(scene, edge):
            found[False, -1, OFF_OPACITY].append(line)
            continue
        if edge.place.kind in LAYERS:
            found[False, LEVELS, 1.0].append(line)
            continue
        share = min(1.0, abs(value) / largest) ** POWER if math.isfinite(value) else 1.0
        opacity = DIM_EDGE if scene.lit else PLAIN
        if counts[edge.place.layer] > CROWD:
            opacity = min(opacity, CROWDED)
        found[value < 0, round(share * LEVELS), opacity].append(line)
    return found


def _is_off(scene: Scene, edge: Edge) -> bool:
    place = edge.place
    if scene.scheme.mask is None or place.kind in LAYERS:
        return False
    return scene.is_off(Neuron(place.layer, place.unit)) or scene.is_off(Neuron(place.layer - 1, place.other))


def _edge_pen(negative: bool, level: int, opacity: float) -> QPen:
    if level < 0:
        return pen(faint("text3", opacity), 1.0, dash=OFF_DASH)
    width = THIN + SPAN * level / LEVELS
    dash = (max(6.0, 1.8 * width), max(4.0, 0.9 * width)) if negative else None
    return pen(faint("neg" if negative else "pos", opacity), width, dash=dash)


def paint_path(painter: QPainter, scene: Scene) -> None:
    """The lit weights and links as arrows in their factors' colours."""
    for link in scene.links:
        if link.light is not None:
            points = link.points if not scene.lit.backward else tuple(reversed(link.points))
            _arrow(painter, points, factor(link.light.number), 4.0)
    weights = scene.lit.weights()
    counts = Counter(place.layer for place, _ in weights)
    for place, light in weights:
        edge = scene.plan.by_edge.get(place)
        if edge is None:
            continue
        value = scene.read(place).value or 0.0
        token = factor(light.number) if light.number or light.active else ("neg" if value < 0 else "pos")
        if counts[place.layer] > LIT_CROWD:
            painter.setPen(pen(faint(token, CROWD_OPACITY), CROWD_WIDTH, dash=(9.0, 4.0) if value < 0 else None))
            painter.drawLine(QLineF(*edge.line))
            continue
        ends = (QPointF(edge.x0, edge.y0), QPointF(edge.x1, edge.y1))
        thin = not (light.number or light.active) or counts[place.layer] > LIT_MANY
        _arrow(painter, ends[::-1] if light.backward else ends, token, 3.0, dashed=value < 0, thin=thin)


def _arrow(painter: QPainter, points: tuple[QPointF, ...], token: str, air: float, *, dashed: bool = False, thin: bool = False) -> None:
    """A thick line through ``points`` with a head at its end, a little off both ends."""
    start, end = _shortened(points[1], points[0], air), _shortened(points[-2], points[-1], AIR)
    way = np.array([end.x() - points[-2].x(), end.y() - points[-2].y()])
    way /= max(float(np.hypot(*way)), 1e-9)
    along, across = QPointF(*way), QPointF(-way[1], way[0])
    length = HEAD_LENGTH * (0.8 if thin else 1.0)
    last = math.hypot(end.x() - points[-2].x(), end.y() - points[-2].y())
    length = min(length, max(last, 6.0))  # a short last piece has a short head
    half = HEAD_HALF * length / HEAD_LENGTH
    foot = end - along * (length - 2)
    painter.setPen(pen(theme().color(token), THIN_WIDTH if thin else LIT_WIDTH, dash=(9.0, 4.0) if dashed else None))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([start, *points[1:-1], foot]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(token))
    painter.drawPolygon(QPolygonF([end, end - along * length + across * half, end - along * length - across * half]))


def _shortened(other: QPointF, end: QPointF, by: float) -> QPointF:
    """``end`` moved ``by`` px towards ``other``."""
    dx, dy = other.x() - end.x(), other.y() - end.y()
    length = max(math.hypot(dx, dy), 1e-9)
    return QPointF(end.x() + dx * by / length, end.y() + dy * by / length)
