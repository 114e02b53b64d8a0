"""A graph with branches: each node in a cell with its boxes, arrows in the gaps between the columns.

A cell holds the node, its value's box above it and the derivatives by it below it. Arrows leave and reach a cell level with its node,
where nothing else stands, and bend only between two columns; one that goes on over a column has a level way of its own there. So no
arrow can lie under a box that it has nothing to do with.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from PySide6.QtCore import QPointF, QRectF

from gui.views.graph_view.plan import (
    ABOVE,
    APART,
    BOX_HEIGHT,
    DERIVATIVE,
    HEAD,
    LABEL_HEIGHT,
    LEAF,
    LEAF_HEIGHT,
    NODE_HEIGHT,
    VALUE,
    Arrow,
    Place,
    Plan,
    Widths,
    bounds_of,
    width_of,
)
from nn.graph.exercise import Box, BoxKind
from nn.graph.graph import Graph
from nn.graph.layout import Drawing, heights

CLEAR = 9.0  # above and below a cell
SIDE = 12.0  # left and right of it: room for the arrows' heads
WAY = 16.0  # above and below the middle of an arrow that passes a column
STACK = 44.0  # between two derivative boxes
UNDER = 6.0  # from a node to the names of its derivatives
HANGING = 106.0  # from a node's middle up to the variable that hangs above it
PORT = 20.0  # between two arrows on one side of a node, where there is room
BENDS = 24.0  # between two columns: room for arrows to bend,
LANE, MOST_LANES = 3.0, 12  # and so much more for each


class CellPlanner:
    """Makes the plan of any graph."""

    def __init__(self, graph: Graph, drawing: Drawing, boxes: tuple[Box, ...], widths: Widths) -> None:
        self._graph, self._drawing, self._boxes, self._widths = graph, drawing, boxes, widths
        self._owned: dict[str, list[Box]] = defaultdict(list)  # of each node the derivatives by it
        for box in boxes:
            if box.kind is not BoxKind.VALUE:
                self._owned[box.by or box.node].append(box)
        self._valued = {box.node for box in boxes if box.kind is BoxKind.VALUE}
        self._above = {graph.users[name][0]: name for name in drawing.hangs}
        self._lefts, self._rights = self._columns()
        rooms = {name: self._room(name) for layer in drawing.layers for name in layer}
        self._heights = heights(drawing.layers, drawing.stops.values(), rooms, LEAF_HEIGHT)
        self._nodes = {node.name: self._node(node.name) for node in graph.nodes}
        self._ports: dict[tuple[tuple[str, str], bool], float] = {}

    def plan(self) -> Plan:
        self._spread_ports()
        arrows = {(edge.source, edge.target): self._arrow(edge.source, edge.target) for edge in self._graph.edges}
        places = {box: self._place(box) for box in self._boxes}
        return Plan(self._nodes, arrows, places, bounds_of(self._nodes.values(), places.values(), arrows.values()))

    # Cells

    def _is_leaf(self, name: str) -> bool:
        return self._graph.by_name[name].is_leaf

    def _half(self, name: str) -> float:
        return (LEAF_HEIGHT if self._is_leaf(name) else NODE_HEIGHT) / 2

    def _room(self, name: str) -> tuple[float, float]:
        """What a cell needs above and below its node's middle; so much does the way of a passing arrow."""
        if name not in self._graph.by_name:
            return WAY, WAY
        half = self._half(name)
        above = HANGING + LEAF_HEIGHT / 2 if name in self._above else ABOVE + BOX_HEIGHT / 2 if name in self._valued else half
        boxes = len(self._owned[name])
        below = half + UNDER + LABEL_HEIGHT + STACK * (boxes - 1) if boxes else half
        return above + CLEAR, below + CLEAR

    def _cell_width(self, name: str) -> float:
        if name not in self._graph.by_name:
            return 0.0
        node = width_of(name, self._widths, leaf=self._is_leaf(name))
        stack = self._widths.labels + DERIVATIVE if self._owned[name] else 0.0
        return max(node, stack, LEAF + 12.0 + VALUE if name in self._above else 0.0)

    def _columns(self) -> tuple[list[float], list[float]]:
        """Left and right end of each column; the gap between two is the wider the more arrows are in it."""
        lanes = Counter(column for edge, stops in self._drawing.stops.items() for column in self._passed(edge[0], stops))
        lefts, rights, left = [], [], 0.0
        for number, layer in enumerate(self._drawing.layers):
            right = left + max(map(self._cell_width, layer)) + 2 * SIDE
            lefts.append(left)
            rights.append(right)
            left = right + BENDS + LANE * min(lanes[number], MOST_LANES)
        return lefts, rights

    def _passed(self, source: str, stops: tuple[str, ...]) -> range:
        """The columns to the right of which an edge goes on."""
        first = self._drawing.spots[source].column
        return range(first, first + len(stops) - 1)

    def _node(self, name: str) -> QRectF:
        spot = self._drawing.spots[name]
        left, right = self._lefts[spot.column], self._rights[spot.column]
        if name in self._drawing.hangs:
            user = self._node(self._graph.users[name][0])
            shift = self._hang_shift(user)
            return QRectF(user.left() + shift, user.center().y() - HANGING - LEAF_HEIGHT / 2, LEAF, LEAF_HEIGHT)
        width, half = width_of(name, self._widths, leaf=self._is_leaf(name)), self._half(name)
        x = (left + right - width) / 2
        if self._is_leaf(name) and not self._owned[name]:
            x = right - SIDE - width
        return QRectF(x, self._heights[name] - half, width, 2 * half)

    def _hang_shift(self, user: QRectF) -> float:
        """The hanging variable and the value's box stand side by side above the node, in the middle of the column."""
        return (user.width() - LEAF - 12.0 - VALUE) / 2

    # Arrows

    def _spread_ports(self) -> None:
        """Several arrows on one side of a node are spread over it, in the order in which they come and go."""
        ends: dict[tuple[str, bool], list[tuple[float, tuple[str, str]]]] = defaultdict(list)
        for edge, stops in self._drawing.stops.items():
            ends[edge[0], True].append((self._heights[stops[1]], edge))
            ends[edge[1], False].append((self._heights[stops[-2]], edge))
        for (_name, outgoing), found in ends.items():
            found.sort()
            step = min(PORT, (LEAF_HEIGHT - 8.0) / max(len(found) - 1, 1))
            for place, (_y, edge) in enumerate(found):
                self._ports[edge, outgoing] = (place - (len(found) - 1) / 2) * step

    def _arrow(self, source: str, target: str) -> Arrow:
        from_, to = self._nodes[source], self._nodes[target]
        if source in self._drawing.hangs:
            x = from_.center().x()
            return Arrow((QPointF(x, from_.bottom() + HEAD), QPointF(x, to.top() - HEAD)), upright=True)
        edge = (source, target)
        column = self._drawing.spots[source].column
        y = from_.center().y() + self._ports[edge, True]
        points = [QPointF(from_.right() + HEAD, y), QPointF(self._rights[column], y)]
        for place, stop in enumerate(self._drawing.stops[edge][1:-1], column + 1):
            points += [QPointF(self._lefts[place], self._heights[stop]), QPointF(self._rights[place], self._heights[stop])]
        y = to.center().y() + self._ports[edge, False]
        points += [QPointF(self._lefts[self._drawing.spots[target].column], y), QPointF(to.left() - HEAD, y)]
        back = Box(BoxKind.LOCAL, target, source) in self._owned[source] or (
            target == self._graph.output and Box(BoxKind.TOTAL, source) in self._owned[source]
        )
        return _pair(points, APART if back else 0.0)

    # Boxes

    def _place(self, box: Box) -> Place:
        owner = box.by or box.node
        node = self._nodes[owner]
        x = node.center().x()
        if box.kind is BoxKind.VALUE:
            left = node.left() + self._hang_shift(node) + LEAF + 12.0 if owner in self._above else x - VALUE / 2
            rect = QRectF(left, node.center().y() - ABOVE - BOX_HEIGHT / 2, VALUE, BOX_HEIGHT)
            return Place(rect, rect.topLeft(), QPointF(min(rect.center().x(), node.right() - 10.0), node.top()))
        y = node.bottom() + UNDER + LABEL_HEIGHT / 2 + STACK * self._owned[owner].index(box)
        width = self._widths.labels + DERIVATIVE
        rect = QRectF(x - width / 2 + self._widths.labels, y - BOX_HEIGHT / 2, DERIVATIVE, BOX_HEIGHT)
        return Place(rect, QPointF(x - width / 2, y), QPointF(rect.center().x(), min(node.bottom(), rect.top())))


def _pair(points: list[QPointF], apart: float) -> Arrow:
    """The arrow forward and, ``apart`` below it, the one backward."""
    up, down = QPointF(0.0, -apart), QPointF(0.0, apart)
    backward = tuple(point + down for point in reversed(points)) if apart else ()
    return Arrow(tuple(point + up for point in points), backward)
