"""Paints a scene: what changes seldom into one picture, the rest above it, and what is pointed at on top."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gui.theme import theme
from gui.views.steps_diagram.boxes import BoxPainter
from gui.views.steps_diagram.edges import paint_edges, paint_path
from gui.views.steps_diagram.look import advance, faint, pen
from gui.views.steps_diagram.pills import PillPainter, pill_rect
from gui.views.steps_diagram.places import PARAMETERS, RATE
from gui.views.steps_diagram.plan import Edge
from gui.views.steps_diagram.scene import Scene
from gui.views.steps_diagram.words import folded, heads
from gui.views.steps_diagram.write import write
from nn.replay.step import Kind, Quantity

HEAD_TOP, HEAD_HEIGHT = 18.0, 20.0
RING = 2.0


def paint_ground(painter: QPainter, scene: Scene) -> None:
    """Lines, boxes without their numbers, pills, heads and folds."""
    paint_edges(painter, scene)
    BoxPainter(painter, scene).paint_ground()
    PillPainter(painter, scene).paint_ground()
    painter.setPen(theme().color("text3"))
    depth = scene.scheme.architecture.layout.depth
    for name, x in zip(heads(depth), scene.plan.heads, strict=True):
        write(painter, QRectF(x - 90, HEAD_TOP, 180, HEAD_HEIGHT), name, 12.5, number=False)
    for fold in scene.plan.folds:
        text = folded(fold.count)
        width = advance(text, 11) + 8
        painter.fillRect(QRectF(fold.rect.center().x() - width / 2, fold.rect.top(), width, fold.rect.height()), theme().color("panel"))
        write(painter, fold.rect, text, 11, number=False)


def paint_step(painter: QPainter, scene: Scene) -> None:
    """What differs from step to step, above the ground: the path, what it lights, and the numbers."""
    paint_path(painter, scene)
    BoxPainter(painter, scene).paint_step()
    pills = PillPainter(painter, scene)
    pills.paint_step()
    pills.chips()


def ring_rect(scene: Scene, place: Quantity) -> QRectF | None:
    """What is marked when ``place`` is: its cell or its pill."""
    rect = scene.asked_pills.get(place) or scene.plan.rect(place)
    if rect is None or (place.kind not in PARAMETERS and place != RATE) or place in scene.plan.spots:
        return rect
    return pill_rect(scene, place, rect)


def paint_ring(painter: QPainter, scene: Scene, place: Quantity, *, dotted: bool = False) -> None:
    """A violet ring around ``place``; dotted for where a number came from."""
    rect = ring_rect(scene, place)
    if rect is None:
        return
    edge = scene.plan.by_edge.get(place)
    if edge is not None and place.kind in PARAMETERS:
        _mark_edge(painter, edge, rect)
        if dotted and place not in scene.plan.pills and place not in scene.asked_pills:
            return
    around = rect.adjusted(-3, -3, 3, 3)
    radius = around.height() / 2 if place.kind in PARAMETERS or place == RATE else min(12.0, around.height() / 2)
    painter.setPen(pen(theme().color("accent"), RING, dash=(2.0, 2.5) if dotted else None))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around, radius, radius)


def _mark_edge(painter: QPainter, edge: Edge, pill: QRectF) -> None:
    """The whole line, but not over its number."""
    around = QPainterPath()
    around.addRect(QRectF(edge.x0, min(edge.y0, edge.y1) - 4, edge.x1 - edge.x0, abs(edge.y1 - edge.y0) + 8))
    hole = QPainterPath()
    hole.addRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.save()
    painter.setClipPath(around.subtracted(hole))
    painter.setPen(QPen(faint("accent", 0.7), RING))
    painter.drawLine(QLineF(*edge.line))
    painter.restore()


def paint_near(painter: QPainter, scene: Scene, place: Quantity) -> None:
    """The pill of a pointed or focused weight, or bias, that has none."""
    if place.kind not in PARAMETERS or place in scene.plan.pills or place in scene.asked_pills:
        return
    room = scene.plan.rect(place) if place.kind is Kind.WEIGHT else scene.pill_for(place)
    if room is not None:
        PillPainter(painter, scene).pill(place, room, None, near=True)
