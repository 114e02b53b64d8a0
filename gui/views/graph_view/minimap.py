"""A small picture of the whole graph in the corner, with what is in sight; only there while something isn't."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import theme
from gui.views.graph_view.boxes import token_of
from gui.views.graph_view.state import Picture

WIDTH, HEIGHT = 168.0, 96.0  # px at most
AWAY, PAD = 10.0, 5.0
MARGIN = 20.0  # px of the plan's edge that may be out of sight


def place(area: QRectF, bounds: QRectF, visible: QRectF) -> QRectF:
    """Where it lies in ``area``; empty where all of the plan's ``bounds`` is ``visible``."""
    if visible.contains(bounds.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)):
        return QRectF()
    scale = min(WIDTH / bounds.width(), HEIGHT / bounds.height())
    width, height = bounds.width() * scale + 2 * PAD, bounds.height() * scale + 2 * PAD
    return QRectF(area.right() - AWAY - width, area.bottom() - AWAY - height, width, height)


def to_plan(at: QPointF, where: QRectF, bounds: QRectF) -> QPointF:
    """The point of the plan that a point of the small picture at ``where`` stands for."""
    scale = (where.width() - 2 * PAD) / bounds.width()
    return QPointF(bounds.left() + (at.x() - where.left() - PAD) / scale, bounds.top() + (at.y() - where.top() - PAD) / scale)


def paint(painter: QPainter, picture: Picture, where: QRectF, visible: QRectF) -> None:
    """Nodes and boxes as marks, and a frame around what is in sight."""
    ground = QColor(theme().color("inset"))
    ground.setAlphaF(0.92)
    painter.setPen(QPen(theme().color("line2"), 1.0))
    painter.setBrush(ground)
    painter.drawRoundedRect(where, 5, 5)
    painter.save()
    painter.setClipRect(where.adjusted(1, 1, -1, -1))
    bounds = picture.plan.bounds
    scale = (where.width() - 2 * PAD) / bounds.width()
    painter.translate(where.left() + PAD, where.top() + PAD)
    painter.scale(scale, scale)
    painter.translate(-bounds.topLeft())
    for rect in picture.plan.nodes.values():
        painter.fillRect(rect, theme().color("text3"))
    for box, spot in picture.plan.boxes.items():
        painter.fillRect(spot.rect, theme().color("line2" if picture.is_open(box) else token_of(box)))
    painter.setPen(QPen(theme().color("accent"), 1.5 / scale))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.drawRect(visible.intersected(bounds))
    painter.restore()
