"""A graph that is a single line, as the lab draws it.

The boxes of a node's value and of the derivatives by it stand around the arrow to its right: the value above, the derivatives below,
first the local ones of what it goes into, then the total one. A variable that hangs above or below a node has its boxes beside its
upright arrow.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from gui.views.graph_view.plan import (
    ABOVE,
    APART,
    BOX_HEIGHT,
    DERIVATIVE,
    GAP,
    HEAD,
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
from nn.graph.layout import Drawing

PITCH = 160.0
STACK = 50.0  # between two rows of derivative boxes
FIRST = 62.0  # from a node's middle to its first derivative box's
HANGING = 118.0  # from a node's middle up to a variable that hangs above it without derivatives
HANGING_BOXES = 82.0  # the boxes beside an upright arrow and the half of the variable below them
LEAST_PITCH = 150.0
BESIDE = 40.0  # between the boxes of two upright arrows, and the arrows' own


class LinePlanner:
    """Makes the plan of a graph whose :attr:`Drawing.is_line` holds."""

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
        arrows = {(edge.source, edge.target): self._arrow(edge.source, edge.target) for edge in self._graph.edges}
        places = {box: self._place(box) for box in self._boxes}
        return Plan(self._nodes, arrows, places, bounds_of(self._nodes.values(), places.values(), arrows.values()))

    # Columns and rows

    def _width(self, name: str) -> float:
        return width_of(name, self._widths, leaf=self._graph.by_name[name].is_leaf)

    def _columns(self) -> tuple[list[float], list[float]]:
        """Left and right end of each column; two neighbours' boxes find room between them."""
        standing = [[name for name in column if name not in self._drawing.hangs] for column in self._drawing.columns]
        widths = [max((self._width(name) for name in column), default=LEAF) for column in standing]
        stack = self._widths.labels + DERIVATIVE
        beside = [any(self._owned[name] for name in column if name in self._drawing.hangs) for column in self._drawing.columns]
        steps = []
        for number, width in enumerate(widths):
            step = max(width + GAP, PITCH, stack + 20.0) if number else width + GAP
            both = any(beside[number : number + 1]) and any(beside[number + 1 : number + 2])  # the one's total stands left of the other's local
            middle = (width + widths[number + 1]) / 2 if both else 0.0
            steps.append(max(step, width + 2 * stack + BESIDE - middle) if both else step)
        lefts = [0.0, *accumulate(steps)][: len(widths)]
        return lefts, [left + width for left, width in zip(lefts, widths, strict=True)]

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

    def _arrow(self, source: str, target: str) -> Arrow:
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
        y = from_.center().y()
        start, end = from_.right() + HEAD, to.left() - HEAD
        backward = (QPointF(end, y + shift), QPointF(start, y + shift)) if back else ()
        return Arrow((QPointF(start, y - shift), QPointF(end, y - shift)), backward)

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
            x = node.center().x() + (LEAF / 2 + 12.0 + VALUE / 2 if above else 0.0)
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
