"""Where the nodes in sight lie in the picture: found once for a plan and a view of it, not at every frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.views.diagram.geometry import Column, Plan, Role
from gui.views.diagram.hits import bias_place
from nn.layout import Layout, Neuron

NUMBER_HEIGHT = 17.0  # px, of the box of a number
ROUND = 60.0  # px around a node that its words may take

_NONE = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True)
class Node:
    """A neuron's square in the scene, and in px of the picture: the square, its corner moved to whole device px, its bias dot's middle."""

    neuron: Neuron
    rect: QRectF
    square: QRectF
    corner: QPointF
    dot: QPointF


@dataclass(frozen=True)
class Numbers:
    """Where nodes have their output's number below them: ``points`` (n, 2) on its middle line in device px; ``rows`` (n,) of the neurons in the
    network; their ``places`` (n,) among all in sight."""

    points: NDArray[np.float64]
    rows: NDArray[np.intp]
    places: NDArray[np.intp]


@dataclass(frozen=True)
class Sight:
    """The nodes in sight, column by column. ``grain``: device px for one px of the scene; ``ratio``: for one px of the picture; ``origin``:
    where the scene's (0, 0) lies in device px."""

    key: object
    plan: Plan
    layout: Layout
    columns: tuple[tuple[Node, ...], ...]
    grain: float
    ratio: float
    origin: tuple[float, float]

    def device(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the scene lies, in device px."""
        return x * self.grain + self.origin[0], y * self.grain + self.origin[1]

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
    def biases(self) -> NDArray[np.intp]:
        """Where in the parameters the biases of the dots are (m,)."""
        return _biases(self.layout, [(column.spec.layer, list(indices)) for column, indices in zip(self.plan.columns, self.indices, strict=True)])

    @cached_property
    def all_biases(self) -> NDArray[np.intp]:
        """The same of the whole plan, in sight or not."""
        return _biases(self.layout, [(column.spec.layer, list(column.spec.shown)) for column in self.plan.columns])

    @cached_property
    def numbers(self) -> Numbers:
        """Of all nodes but a picture and the outputs."""
        points, rows, places, first = [np.zeros((0, 2))], [_NONE], [_NONE], 0
        for column, nodes, indices in zip(self.plan.columns, self.columns, self.indices, strict=True):
            if column.spec.role not in (Role.PICTURE, Role.OUTPUT):
                below = (column.number_top(selected=False) + NUMBER_HEIGHT / 2) * self.grain
                feet = _points([QPointF(node.square.center().x(), node.square.bottom()) for node in nodes])
                points.append(feet * self.ratio + (0.0, below))
                rows.append(self.layout.row_offsets[column.spec.layer] + indices)
                places.append(np.arange(first, first + len(nodes)))
            first += len(nodes)
        return Numbers(np.concatenate(points), np.concatenate(rows), np.concatenate(places))


def _points(points: list[QPointF]) -> NDArray[np.float64]:
    return np.array([(point.x(), point.y()) for point in points], dtype=np.float64).reshape(-1, 2)


def _biases(layout: Layout, shown: list[tuple[int, list[int]]]) -> NDArray[np.intp]:
    """Of neurons of layers, in the parameters; inputs have none."""
    places = [layout.offsets[layer - 1][1] + np.array(indices, dtype=np.intp) for layer, indices in shown if layer]
    return np.concatenate([_NONE, *places])


def node_rect(column: Column, place: int) -> QRectF:
    half = column.size / 2
    return QRectF(column.x - half, float(column.ys[place]) - half, column.size, column.size)


def sight(plan: Plan, layout: Layout, painter: QPainter, before: Sight | None = None) -> Sight:
    """What ``painter`` shows in its clip and transform of the ``plan`` of a network; ``before`` again, if it still holds."""
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
    return Sight(key, plan, layout, columns, scene.m11() * ratio, ratio, (scene.dx() * ratio, scene.dy() * ratio))
