"""The plan of a walk by whole layers: one box for each layer, with the sizes of what it holds."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from gui.views.steps_diagram import symbols
from gui.views.steps_diagram.geometry import PILL, total_height
from gui.views.steps_diagram.levels import HEAD, NORMAL, STRIP, Level, Texts
from gui.views.steps_diagram.numbers import breadth
from gui.views.steps_diagram.places import MEAN_ERROR, RATE, TOTAL
from gui.views.steps_diagram.plan import Box, Cell, Edge, Plan, Shape
from nn.layout import Neuron
from nn.replay.step import Kind, Quantity
from nn.replay.walk import Walk

ROW, TITLE, INPUT_HEIGHT = 27.0, 34.0, 64.0
LEAST_GAP = 44.0
ROWS = (Kind.LAYER_NET, Kind.LAYER_OUT, Kind.LAYER_DELTA, Kind.LAYER_GRADIENT, Kind.LAYER_NEW)


def lay_out_layers(walk: Walk, width: float, height: float, texts: Texts) -> Plan:
    """Inputs, a box for each layer with a row for each number that the walk makes of it, and the error."""
    widths = walk.scheme.architecture.widths
    made = {step.quantity.kind for step in walk.steps}
    rows = tuple(kind for kind in ROWS if kind in made)
    labels = [symbols.width(symbols.name_of(Quantity(kind, len(widths) - 1, -1), walk.scheme), NORMAL.cell) for kind in rows]
    box_width = max(labels, default=0.0) + breadth(texts.digits + 5, NORMAL.cell) + 2 * NORMAL.pad + 8
    sizes = [84.0, *([box_width] * (len(widths) - 1)), texts.error + 12 + breadth(texts.value, NORMAL.cell) + 30]
    margin = 24.0
    gap = max(LEAST_GAP, (width - 2 * margin - sum(sizes)) / (len(sizes) - 1))
    lefts = [margin + sum(sizes[:i]) + gap * i for i in range(len(sizes))]
    middle = HEAD + (height - HEAD - STRIP) / 2
    boxes = [Box(Shape.LAYER, _around(lefts[0], middle, sizes[0], INPUT_HEIGHT), (), neuron=Neuron(0, -1))]
    boxes += [_layer(layer, lefts[layer], middle, box_width, rows) for layer in range(1, len(widths))]
    boxes.append(_total(lefts[-1], middle, sizes[-1], several=walk.scheme.samples > 1))
    rate = QRectF(margin, height - PILL - 6, 64, PILL)
    edges = [
        Edge(Quantity(Kind.LAYER_GRADIENT, layer, -1), boxes[layer - 1].rect.right(), middle, boxes[layer].rect.left(), middle)
        for layer in range(1, len(widths))
    ]
    heads = tuple(left + size / 2 for left, size in zip(lefts, sizes, strict=True))
    whole = max(width, lefts[-1] + sizes[-1] + margin)
    return Plan(whole, height, heads, (*boxes, Box(Shape.RATE, rate, (Cell(RATE, rate),))), tuple(edges), {}, {}, (), 4, (66.0, PILL))


def _around(left: float, middle: float, width: float, height: float) -> QRectF:
    return QRectF(left, middle - height / 2, width, height)


def _layer(layer: int, left: float, middle: float, width: float, rows: tuple[Kind, ...]) -> Box:
    rect = _around(left, middle, width, TITLE + ROW * len(rows))
    cells = (Cell(Quantity(kind, layer, -1), QRectF(left, rect.top() + TITLE + ROW * i, width, ROW)) for i, kind in enumerate(rows))
    return Box(Shape.LAYER, rect, tuple(cells), Level.STACKED, Neuron(layer, -1))


def _total(left: float, middle: float, width: float, *, several: bool) -> Box:
    rect = _around(left, middle, width, total_height(several))
    if not several:
        return Box(Shape.TOTAL, rect, (Cell(TOTAL, rect),))
    half = rect.height() / 2
    return Box(
        Shape.TOTAL, rect, (Cell(TOTAL, QRectF(left, rect.top(), width, half)), Cell(MEAN_ERROR, QRectF(left, rect.top() + half, width, half)))
    )
