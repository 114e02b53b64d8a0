"""Words of a plan that stand while it trains: the inputs' names, and the lines that count folded neurons."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.theme import theme
from gui.views.diagram.geometry import Column, Plan, Role
from gui.views.diagram.ground import sans
from gui.views.diagram.places import node_rect
from gui.views.diagram.words import neuron_name, pill
from nn.layout import Neuron

GAP, SIDE = 8.0, 12.0  # px between a name and its node, and at the least between the name and the picture's side


def paint_captions(painter: QPainter, plan: Plan, names: tuple[str, ...]) -> None:
    """In the scene's px. ``names`` of the inputs."""
    first, depth = plan.columns[0], plan.columns[-1].spec.layer
    if first.spec.role is Role.INPUT:
        for place, index in enumerate(first.spec.shown):
            _paint_name(painter, node_rect(first, place), neuron_name(Neuron(0, index), depth, names))
    for column in plan.columns:
        if column.pill_y is not None:
            _paint_pill(painter, column, column.pill_y)


def _paint_name(painter: QPainter, rect: QRectF, name: str) -> None:
    font = sans(13, bold=True)
    painter.setFont(font)
    painter.setPen(theme().color("text"))
    text = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, rect.left() - SIDE)
    place = QRectF(0, rect.center().y() - 11, rect.left() - GAP, 22)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_pill(painter: QPainter, column: Column, y: float) -> None:
    text, font = pill(column.spec.folded), sans(12)
    width = QFontMetricsF(font).horizontalAdvance(text) + 20
    box = QRectF(column.x - width / 2, y - 10, width, 20)
    painter.setPen(QPen(theme().color("line2"), 1.0))
    painter.setBrush(theme().color("card"))
    painter.drawRoundedRect(box, 10, 10)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(font)
    painter.setPen(theme().color("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
