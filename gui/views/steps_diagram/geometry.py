"""Where everything of the diagram stands: boxes, the numbers in them, edges and their pills. Lengths are scene px."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF

from gui.views.steps_diagram.folding import folds
from gui.views.steps_diagram.levels import (
    FEW_EDGES,
    HEAD,
    LINE_MOST,
    METRICS,
    OUTPUTS_GAP,
    STRIP,
    TOTAL_GAP,
    TOTAL_HEIGHT,
    Level,
    Room,
    Texts,
    choose,
    output_room,
)
from gui.views.steps_diagram.numbers import breadth
from gui.views.steps_diagram.places import MEAN_ERROR, RATE, TOTAL, output
from gui.views.steps_diagram.plan import Box, Cell, Edge, FoldMark, Plan, Shape
from gui.views.steps_diagram.room import along, array
from nn.layout import Neuron
from nn.replay.step import Kind, Quantity

PITCH, SPREAD = 184.0, 0.42  # rows stand at most so far apart, in px or as a share of the height
PILL, PILL_SHORT = 22.0, 19.0
BIAS_GAP, BIAS_GAP_SHORT = 15.0, 3.0
ERROR_FULL, ERROR_SHORT = 72.0, 44.0
FAN = 0.26  # edges end within this share of the height above and below a box's middle
DOT = 12.0  # what is pointed at to reach a bias without a pill


@dataclass(frozen=True)
class Request:
    """What is laid out: the ``widths`` of the network's layers, which neurons of each are shown, and in what room."""

    widths: tuple[int, ...]
    shown: tuple[tuple[int, ...], ...]
    width: float
    height: float
    texts: Texts
    several: bool = False  # more than one sample: their mean error too
    few: int = FEW_EDGES  # a pair of layers with more edges has no pills


def total_height(several: bool) -> float:
    return TOTAL_HEIGHT * (1.4 if several else 1.0)


def lay_out(request: Request) -> Plan:
    """The plan for ``request``; it may be wider than asked for where nothing narrower is legible."""
    return _Builder(request).build()


class _Builder:
    def __init__(self, request: Request) -> None:
        self._request = request
        self._room = max(request.height - HEAD - STRIP, 60.0)
        self._middle = HEAD + self._room / 2
        self._total = total_height(request.several)
        rows = tuple(len(units) + len(folds(units, n)) for units, n in zip(request.shown, request.widths, strict=True))
        edges = tuple(len(a) * len(b) for a, b in pairwise(request.shown))
        self._rows = rows
        room = Room(request.width, self._room, self._total, request.few)
        self._sizes, self._texts = choose(rows, edges, room, request.texts)
        self._boxes: list[Box] = []
        self._pills: dict[Quantity, QRectF] = {}
        self._spots: dict[Quantity, QRectF] = {}
        self._folds: list[FoldMark] = []
        self._ends: list[dict[int, QRectF]] = []  # by layer: where the edges of each neuron begin and end

    def build(self) -> Plan:
        heads, x = [], self._sizes.margin
        widths = (self._sizes.input, *self._sizes.columns)
        for layer, wide in enumerate(widths):
            heads.append(x + wide / 2)
            self._column(layer, x, wide)
            x += wide + (self._sizes.gaps[layer] if layer < len(self._sizes.gaps) else self._sizes.error_gap)
        heads.append(x + self._sizes.error / 2)
        self._errors(x)
        rate = QRectF(self._sizes.margin, self._request.height - PILL - 6, 64, PILL)
        self._boxes.append(Box(Shape.RATE, rate, (Cell(RATE, rate),)))
        edges = self._edges()
        digits = self._sizes.pills if self._sizes.pills >= 0 else self._texts.pill_digits
        size = (self._texts.pill(digits), PILL)
        self._edge_pills(edges, size)
        width = max(self._request.width, self._sizes.total)
        return Plan(
            width=width,
            height=self._request.height,
            heads=tuple(heads),
            boxes=tuple(self._boxes),
            edges=tuple(edges),
            pills=self._pills,
            spots=self._spots,
            folds=tuple(self._folds),
            pill_digits=digits,
            pill_size=size,
            sizes=self._texts.sizes,
        )

    # Rows

    def _places(self, layer: int) -> list[float]:
        """The middles of a column's rows."""
        rows, output_layer = self._rows[layer], layer == len(self._rows) - 1
        room = output_room(rows, self._room, self._total) if output_layer else self._room
        pitch = min(room / rows, max(PITCH, SPREAD * self._room))
        extra = self._extra(rows, pitch) if output_layer else 0.0
        upper = (rows + 1) // 2
        top = self._middle - (pitch * (rows - 1) + extra) / 2
        return [top + pitch * row + (extra if row >= upper else 0.0) for row in range(rows)]

    def _extra(self, rows: int, pitch: float) -> float:
        """How much farther the lower outputs stand, so that the total error fits between the upper errors and them."""
        return max(0.0, self._error_height(pitch) + self._total + OUTPUTS_GAP - pitch) if rows > 1 else 0.0

    def _error_height(self, pitch: float) -> float:
        if self._sizes.error_line:
            return min(LINE_MOST, pitch - METRICS[Level.LINE].gap)
        needed = pitch - (self._total + TOTAL_GAP if self._rows[-1] == 2 else TOTAL_GAP / 4)
        return ERROR_FULL if needed >= ERROR_FULL else ERROR_SHORT

    def _column(self, layer: int, x: float, width: float) -> None:
        units, whole = self._request.shown[layer], self._request.widths[layer]
        places = self._places(layer)
        pitch = min(b - a for a, b in pairwise(places)) if len(places) > 1 else self._room
        row, self_ends = 0, {}
        marks = {fold.place: fold.units for fold in folds(units, whole)}
        for index in range(len(units) + 1):
            if index in marks:
                self._folds.append(FoldMark(layer, marks[index], QRectF(x - 8, places[row] - 8, width + 16, 16)))
                row += 1
            if index < len(units):
                self_ends[units[index]] = self._neuron(Neuron(layer, units[index]), x, places[row], width, pitch)
                row += 1
        self._ends.append(self_ends)

    def _neuron(self, neuron: Neuron, x: float, y: float, width: float, pitch: float) -> QRectF:
        if neuron.layer == 0:
            height = min(LINE_MOST, pitch - 1.5) if self._sizes.input_line else min(56.0, pitch - 8)
            rect = QRectF(x, y - height / 2, width, height)
            level = Level.LINE if self._sizes.input_line else Level.SIDE
            self._boxes.append(Box(Shape.INPUT, rect, (Cell(output(0, neuron.index), rect),), level, neuron))
            return rect
        level = self._sizes.levels[neuron.layer - 1]
        sizes = METRICS[level]
        height = min(LINE_MOST, pitch - sizes.gap) if level is Level.LINE else sizes.height
        y = max(min(y, y + pitch / 2 - sizes.below - sizes.gap / 2 - height / 2), y - pitch / 2 + sizes.above + sizes.gap / 2 + height / 2)
        rect = QRectF(x, y - height / 2, width, height)
        self._boxes.append(Box(Shape.NEURON, rect, _neuron_cells(neuron, rect, level, self._texts), level, neuron))
        self._bias(Quantity(Kind.BIAS, *_layer_unit(neuron)), rect, level)
        return rect

    def _bias(self, place: Quantity, rect: QRectF, level: Level) -> None:
        if level > Level.SHORT:
            self._spots[place] = QRectF(rect.left() - DOT / 2, rect.bottom() - DOT / 2, DOT, DOT)
            return
        short = level is Level.SHORT
        width = min(self._texts.pill(self._texts.pill_digits), rect.width())
        x = rect.left() + rect.width() / 4 if level is Level.SIDE else rect.center().x()
        left = max(rect.left(), x - width / 2) if level is not Level.SIDE else x - width / 2
        top = rect.bottom() + (BIAS_GAP_SHORT if short else BIAS_GAP)
        self._pills[place] = QRectF(left, top, width, PILL_SHORT if short else PILL)

    # Errors

    def _errors(self, x: float) -> None:
        width, layer = self._sizes.error, len(self._rows) - 1
        places = self._places(layer)
        pitch = min(b - a for a, b in pairwise(places)) if len(places) > 1 else self._room
        height = self._error_height(pitch)
        rects = []
        for unit, box in self._ends[layer].items():
            y = box.center().y()
            rects.append(QRectF(x, y - height / 2, width, height))
            self._boxes.append(Box(Shape.ERROR, rects[-1], self._error_cells(unit, rects[-1]), self._sizes.levels[-1], Neuron(layer, unit)))
        self._boxes.append(self._total_box(x, width, rects))

    def _error_cells(self, unit: int, rect: QRectF) -> tuple[Cell, ...]:
        target, error = Quantity(Kind.TARGET, 0, unit), Quantity(Kind.ERROR, 0, unit)
        if self._sizes.error_line:
            left = QRectF(rect.left(), rect.top(), 2 * self._texts.sizes.pad + breadth(4, self._texts.sizes.edge) + 6, rect.height())
            return Cell(target, left), Cell(error, QRectF(left.right(), rect.top(), rect.right() - left.right(), rect.height()))
        upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * (0.44 if rect.height() > ERROR_SHORT else 0.5))
        return Cell(target, upper), Cell(error, QRectF(rect.left(), upper.bottom(), rect.width(), rect.bottom() - upper.bottom()))

    def _total_y(self, errors: list[QRectF]) -> float:
        """Between the upper and the lower rows, below a single one."""
        places = self._places(len(self._rows) - 1)
        if len(places) == 1:
            return errors[0].bottom() + 0.7 * TOTAL_GAP + self._total / 2
        upper = (len(places) + 1) // 2
        return (places[upper - 1] + places[upper]) / 2

    def _total_box(self, x: float, width: float, errors: list[QRectF]) -> Box:
        y = min(self._total_y(errors), self._request.height - self._total / 2 - 4)
        rect = QRectF(x, y - self._total / 2, width, self._total)
        if not self._request.several:
            return Box(Shape.TOTAL, rect, (Cell(TOTAL, rect),))
        half = rect.height() / 2
        return Box(Shape.TOTAL, rect, (Cell(TOTAL, QRectF(x, rect.top(), width, half)), Cell(MEAN_ERROR, QRectF(x, rect.top() + half, width, half))))

    # Edges

    def _edges(self) -> list[Edge]:
        found = []
        for layer, (sources, targets) in enumerate(pairwise(self._ends), 1):
            for unit, target in targets.items():
                for other, source in sources.items():
                    y0, y1 = source.center().y(), target.center().y()
                    most = FAN * target.height()
                    end = y1 + max(-most, min(most, (y0 - y1) * 0.08))
                    found.append(Edge(Quantity(Kind.WEIGHT, layer, unit, other), source.right(), y0, target.left(), end))
        return found

    def _edge_pills(self, edges: list[Edge], size: tuple[float, float]) -> None:
        """Pills on all edges of a pair of layers, or on none."""
        if self._sizes.pills < 0:
            return
        for layer in range(1, len(self._ends)):
            here = [edge for edge in edges if edge.place.layer == layer]
            if len(here) > self._request.few:
                continue
            taken = array([box.rect for box in self._boxes] + list(self._pills.values()))
            rects = along([edge.line for edge in here], size, taken)
            if rects is not None:
                self._pills.update({edge.place: rect for edge, rect in zip(here, rects, strict=True)})


def _layer_unit(neuron: Neuron) -> tuple[int, int]:
    return neuron.layer, neuron.index


def _neuron_cells(neuron: Neuron, rect: QRectF, level: Level, texts: Texts) -> tuple[Cell, ...]:
    net, out = Quantity(Kind.NET, *_layer_unit(neuron)), Quantity(Kind.OUT, *_layer_unit(neuron))
    if level is Level.SIDE:
        half = QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height())
        return Cell(net, half), Cell(out, half.translated(half.width(), 0))
    if level is Level.LINE:
        return (Cell(out, rect),)
    left = rect.left() + (texts.name + texts.sizes.pad if level > Level.STACKED else 0.0)
    upper = QRectF(left, rect.top(), rect.right() - left, rect.height() / 2)
    return Cell(net, upper), Cell(out, upper.translated(0, upper.height()))
