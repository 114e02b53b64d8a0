"""Where everything of a graph lies, in scene px: nodes, arrows, boxes with the derivatives' names beside them. Pure geometry.

The boxes of a node's value and of the derivatives by it stand around the arrow to its right: the value above, the derivatives below,
first the local ones of what it goes into, then the total one. A variable that hangs above or below a node has its boxes beside its
upright arrow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from nn.graph.exercise import Box, BoxKind
from nn.graph.graph import Graph
from nn.graph.layout import Drawing

NODE, NODE_HEIGHT = 112.0, 56.0
LEAF, LEAF_HEIGHT = 64.0, 44.0
VALUE, DERIVATIVE, BOX_HEIGHT = 88.0, 76.0, 32.0
GAP = 48.0  # between columns: room for an arrow
PITCH = 160.0
LABEL = 50.0  # what a derivative's name and its = take up, to the left of its box
STACK = 50.0  # between two rows of derivative boxes
FIRST = 62.0  # from a node's middle to its first derivative box's
ABOVE = 54.0  # from a node's middle up to its value box's
HANGING = 118.0  # from a node's middle up to a variable that hangs above it without derivatives
HANGING_BOXES = 82.0  # the boxes beside an upright arrow and the half of the variable below them
LEAST_PITCH = 150.0
HEAD, APART = 5.0, 6.0  # between an arrow and what it points at; half the distance of the two arrows of an edge
MARGIN = 24.0


@dataclass(frozen=True)
class Widths:
    """What the letters need: of each node its formula, of each derivative box its name; scene px."""

    nodes: Mapping[str, float]
    labels: float = LABEL


@dataclass(frozen=True)
class Arrow:
    """``points`` of a smooth line from the source to the target, forward; ``back``: the derivatives' arrow, from the target to the source."""

    points: tuple[QPointF, ...]
    back: tuple[QPointF, ...] = ()
    upright: bool = False


@dataclass(frozen=True)
class Place:
    """``rect`` of a box; its name is written to the right of ``label``. A dotted line goes from ``tie`` to the box."""

    rect: QRectF
    label: QPointF
    tie: QPointF


@dataclass(frozen=True)
class Plan:
    """A laid out graph. ``bounds`` holds everything."""

    nodes: Mapping[str, QRectF]
    arrows: Mapping[tuple[str, str], Arrow]
    boxes: Mapping[Box, Place]
    bounds: QRectF


def lay_out_scene(graph: Graph, drawing: Drawing, boxes: Iterable[Box], widths: Widths) -> Plan:
    """The plan of a graph with these boxes."""
    return _Planner(graph, drawing, tuple(boxes), widths).plan()


class _Planner:
    def __init__(self, graph: Graph, drawing: Drawing, boxes: tuple[Box, ...], widths: Widths) -> None:
        self._graph, self._drawing, self._boxes, self._widths = graph, drawing, boxes, widths
        self._owned: dict[str, list[Box]] = defaultdict(list)  # of each node the derivatives by it
        for box in boxes:
            if box.kind is not BoxKind.VALUE:
                self._owned[box.by or box.node].append(box)
        self._nodes: dict[str, QRectF] = {}
        self._pitch = self._row_pitch()
        self._lefts, self._rights = self._columns()

    def plan(self) -> Plan:
        pitch = self._pitch
        for node in self._graph.nodes:
            self._nodes[node.name] = self._node(node.name, pitch)
        arrows = {(edge.source, edge.target): self._arrow(edge.source, edge.target, pitch) for edge in self._graph.edges}
        places = {box: self._place(box) for box in self._boxes}
        return Plan(self._nodes, arrows, places, self._bounds(places))

    # Columns and rows

    def _width(self, name: str) -> float:
        leaf = self._graph.by_name[name].is_leaf
        return max(LEAF if leaf else NODE, self._widths.nodes.get(name, 0.0) + 24.0)

    def _columns(self) -> tuple[list[float], list[float]]:
        """Left and right end of each column; two neighbours' boxes find room between them."""
        standing = [[name for name in column if name not in self._drawing.hangs] for column in self._drawing.columns]
        widths = [max((self._width(name) for name in column), default=LEAF) for column in standing]
        stack = self._widths.labels + DERIVATIVE
        steps = []
        for number, width in enumerate(widths):
            gap = stack + 28.0 if self._in_the_way(number) else GAP
            steps.append(max(width + gap, PITCH, stack + 20.0) if number else width + gap)
        lefts = [0.0, *accumulate(steps)][: len(widths)]
        return lefts, [left + width for left, width in zip(lefts, widths, strict=True)]

    def _in_the_way(self, number: int) -> bool:
        """Whether boxes beside the arrows to the next column would lie on one of its nodes."""
        following = self._drawing.columns[number + 1] if number + 1 < len(self._drawing.columns) else ()
        nodes = [self._drawing.spots[name].row * self._pitch for name in following if name not in self._drawing.hangs]
        for name in self._drawing.columns[number]:
            y, boxes = self._drawing.spots[name].row * self._pitch, len(self._owned[name])
            inner = not self._graph.by_name[name].is_leaf
            if name in self._drawing.hangs or not (boxes or inner):
                continue
            top = y - ABOVE - BOX_HEIGHT / 2 if inner else y
            bottom = y + FIRST + STACK * max(boxes - 1, 1) + BOX_HEIGHT / 2 if boxes else y
            if any(node != y and node + NODE_HEIGHT / 2 > top - 4.0 and node - NODE_HEIGHT / 2 < bottom + 4.0 for node in nodes):
                return True
        return False

    def _row_pitch(self) -> float:
        rows = max((len(boxes) for name, boxes in self._owned.items() if name not in self._drawing.hangs), default=0)
        below = FIRST + STACK * (max(rows, min(2, rows + 1)) - 1) + BOX_HEIGHT / 2
        beside = any(self._owned[name] and side > 0 for name, side in self._drawing.hangs.items())
        return max(below + (HANGING_BOXES if beside else ABOVE + BOX_HEIGHT), LEAST_PITCH)

    def _node(self, name: str, pitch: float) -> QRectF:
        spot, side = self._drawing.spots[name], self._drawing.hangs.get(name, 0)
        leaf = self._graph.by_name[name].is_leaf
        width, height = self._width(name), LEAF_HEIGHT if leaf else NODE_HEIGHT
        left, right = self._lefts[spot.column], self._rights[spot.column]
        y = spot.row * pitch
        if side < 0 and not self._owned[name]:
            y = (spot.row + 1.0) * pitch - HANGING
        x = right - width if leaf and not side else (left + right - width) / 2
        return QRectF(x, y - height / 2, width, height)

    # Arrows

    def _arrow(self, source: str, target: str, pitch: float) -> Arrow:
        back = self._has_derivative(source, target)
        shift = APART if back else 0.0
        side = self._drawing.hangs.get(source, 0)
        from_, to = self._nodes[source], self._nodes[target]
        if side:
            x = to.center().x()
            start, end = (from_.top() - HEAD, to.bottom() + HEAD) if side > 0 else (from_.bottom() + HEAD, to.top() - HEAD)
            forward = QPointF(x - shift, start), QPointF(x - shift, end)
            backward = (QPointF(x + shift, end), QPointF(x + shift, start)) if back else ()
            return Arrow(forward, backward, upright=True)
        return self._level_arrow(source, target, pitch, shift)

    def _level_arrow(self, source: str, target: str, pitch: float, shift: float) -> Arrow:
        from_, to = self._nodes[source], self._nodes[target]
        leave = from_.center().y() + self._port(source, target, outgoing=True)
        arrive = to.center().y() + self._port(source, target, outgoing=False)
        bends = self._drawing.bends.get((source, target), ())
        between: list[QPointF] = []
        for spot in bends:
            between += [QPointF(self._lefts[spot.column], spot.row * pitch), QPointF(self._rights[spot.column], spot.row * pitch)]
        points = (QPointF(from_.right() + HEAD, leave), *between, QPointF(to.left() - HEAD, arrive))
        up, down = QPointF(0.0, -shift), QPointF(0.0, shift)
        backward = tuple(point + down for point in reversed(points)) if shift else ()
        return Arrow(tuple(point + up for point in points), backward)

    def _port(self, source: str, target: str, *, outgoing: bool) -> float:
        """Several arrows on one side of a node are spread over it, in the order in which they come."""
        if outgoing:
            ends = [name for name in self._graph.users[source] if source not in self._drawing.hangs]
            own = target
        else:
            ends = [name for name in self._graph.by_name[target].operands if name not in self._drawing.hangs]
            own = source
        if len(ends) < 2:
            return 0.0
        ends.sort(key=lambda name: self._drawing.spots[name].row)
        step = min(22.0, (NODE_HEIGHT - 20.0) / (len(ends) - 1))
        return (ends.index(own) - (len(ends) - 1) / 2) * step

    def _has_derivative(self, source: str, target: str) -> bool:
        local = Box(BoxKind.LOCAL, target, source) in self._owned[source]
        return local or (target == self._graph.output and Box(BoxKind.TOTAL, source) in self._owned[source])

    # Boxes

    def _place(self, box: Box) -> Place:
        if box.kind is BoxKind.VALUE:
            return self._value_place(box.node)
        owner = box.by or box.node
        side = self._drawing.hangs.get(owner, 0)
        return self._hanging_place(box, owner, side) if side else self._stacked_place(box, owner)

    def _gap_after(self, name: str) -> float:
        """Beside a node, where an arrow from it is still level."""
        return self._rights[self._drawing.spots[name].column] + GAP / 2

    def _value_place(self, name: str) -> Place:
        node = self._nodes[name]
        above = any(self._drawing.hangs.get(operand, 0) < 0 for operand in self._graph.by_name[name].operands)
        up = ABOVE
        if name == self._graph.output:  # beside it stands the value that goes into it
            x = node.right() - VALUE / 2 + 40.0 if above else node.center().x()
            up, tie = ABOVE * 2, QPointF(min(x, node.right() - 8.0), node.top())
        else:
            x = self._gap_after(name)
            tie = QPointF(x, node.center().y() - APART)
        rect = QRectF(x - VALUE / 2, node.center().y() - up - BOX_HEIGHT / 2, VALUE, BOX_HEIGHT)
        return Place(rect, rect.topLeft(), tie)

    def _stacked_place(self, box: Box, owner: str) -> Place:
        boxes = self._owned[owner]
        row = boxes.index(box)
        if box.kind is BoxKind.TOTAL:
            row = max(row, min(1, self._most_locals()))  # all totals of a simple graph stand on one line
        width = self._widths.labels + DERIVATIVE
        left = self._gap_after(owner) - width / 2 - 6.0
        y = self._nodes[owner].center().y() + FIRST + STACK * row
        rect = QRectF(left + self._widths.labels, y - BOX_HEIGHT / 2, DERIVATIVE, BOX_HEIGHT)
        return Place(rect, QPointF(left, y), QPointF(self._gap_after(owner), self._nodes[owner].center().y() + APART))

    def _most_locals(self) -> int:
        return max((sum(box.kind is BoxKind.LOCAL for box in boxes) for boxes in self._owned.values()), default=0)

    def _hanging_place(self, box: Box, owner: str, side: int) -> Place:
        """The local derivative left of the upright arrow, the total one right of it."""
        node = self._nodes[owner]
        y = (node.top() - 30.0) if side > 0 else (node.bottom() + 30.0)
        x = node.center().x()
        if box.kind is BoxKind.LOCAL:
            rect = QRectF(x - 18.0 - DERIVATIVE, y - BOX_HEIGHT / 2, DERIVATIVE, BOX_HEIGHT)
            return Place(rect, QPointF(rect.left() - self._widths.labels, y), QPointF(x - APART, y))
        rect = QRectF(x + 14.0 + self._widths.labels, y - BOX_HEIGHT / 2, DERIVATIVE, BOX_HEIGHT)
        return Place(rect, QPointF(rect.left() - self._widths.labels, y), QPointF(x + APART, y))

    def _bounds(self, places: Mapping[Box, Place]) -> QRectF:
        found = QRectF()
        for rect in self._nodes.values():
            found |= rect
        for place in places.values():
            found |= place.rect
            found |= QRectF(place.label.x(), place.label.y() - 20.0, 1.0, 40.0)
        return found.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
