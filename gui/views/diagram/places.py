"""Where the nodes in sight lie in the picture: found once for a plan and a view of it, not at every frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.views.diagram.geometry import Column, Plan
from gui.views.diagram.hits import bias_place
from nn.layout import Neuron

ROUND = 60.0  # px around a node that its words may take


@dataclass(frozen=True)
class Node:
    """A neuron's square in the scene, and in px of the picture: the square, its corner moved to whole device px, its bias dot's middle."""

    neuron: Neuron
    rect: QRectF
    square: QRectF
    corner: QPointF
    dot: QPointF


@dataclass(frozen=True)
class Sight:
    """The nodes in sight, column by column. ``grain``: device px for one px of the scene; ``ratio``: for one px of the picture."""

    key: object
    columns: tuple[tuple[Node, ...], ...]
    grain: float
    ratio: float

    @cached_property
    def indices(self) -> tuple[NDArray[np.intp], ...]:
        """Of each column its neurons' numbers in their layer."""
        return tuple(np.array([node.neuron.index for node in nodes], dtype=np.intp) for nodes in self.columns)

    @cached_property
    def corners(self) -> NDArray[np.float64]:
        """The nodes' corners (n, 2), column after column."""
        return _points([node.corner for nodes in self.columns for node in nodes])

    @cached_property
    def dots(self) -> NDArray[np.float64]:
        """The middles of the bias dots (m, 2), column after column from the first with biases on."""
        return _points([node.dot for nodes in self.columns[1:] for node in nodes])

    @cached_property
    def feet(self) -> tuple[NDArray[np.float64], ...]:
        """Of each column the middles of the nodes' lower sides (n, 2)."""
        return tuple(_points([QPointF(node.square.center().x(), node.square.bottom()) for node in nodes]) for nodes in self.columns)


def _points(points: list[QPointF]) -> NDArray[np.float64]:
    return np.array([(point.x(), point.y()) for point in points], dtype=np.float64).reshape(-1, 2)


def node_rect(column: Column, place: int) -> QRectF:
    half = column.size / 2
    return QRectF(column.x - half, float(column.ys[place]) - half, column.size, column.size)


def sight(plan: Plan, painter: QPainter, before: Sight | None = None) -> Sight:
    """What ``painter`` shows of ``plan`` in its clip and transform; ``before`` again, if it still holds."""
    scene, ratio, clip = painter.worldTransform(), painter.device().devicePixelRatio(), painter.clipBoundingRect()
    key = (id(plan), scene.m11(), scene.dx(), scene.dy(), ratio, clip.getRect())
    if before is not None and before.key == key:
        return before
    view = clip.adjusted(-ROUND, -ROUND, ROUND, ROUND)

    def node(neuron: Neuron, rect: QRectF) -> Node:
        square, centre = scene.mapRect(rect), rect.center()
        corner = QPointF(round(square.left() * ratio) / ratio, round(square.top() * ratio) / ratio)
        return Node(neuron, rect, square, corner, scene.map(QPointF(*bias_place(centre.x(), centre.y(), rect.width()))))

    rects = [[(index, node_rect(column, place)) for place, index in enumerate(column.spec.shown)] for column in plan.columns]
    columns = tuple(
        tuple(node(Neuron(column.spec.layer, index), rect) for index, rect in nodes if view.intersects(rect))
        for column, nodes in zip(plan.columns, rects, strict=True)
    )
    return Sight(key, columns, scene.m11() * ratio, ratio)
