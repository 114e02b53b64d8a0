"""The edges of a plan as arrays, and their painting: batched by pen, width by |w|, colour and dash by sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.theme import ThemeName, theme
from gui.views.diagram.geometry import HANDLE, Column, Floats, Plan, Role
from gui.views.diagram.lines import FEW, FEWER, Lines
from gui.views.diagram.raster import STEP, Frame, Sheaf, strip
from gui.views.primitives import draw_lines
from nn.layout import Layout, Neuron

THIN, SPAN, POWER = 0.9, 5.6, 0.8  # width = THIN + SPAN·(|w|/max)^POWER
MOST = 60_000  # edges drawn; of more, the strongest
CROWDED = 3000  # more edges are not lines any more: their ink is summed
CROWD = 24  # a layer pair with more edges is drawn fainter
MANY = 500  # more edges are first drawn roughly, and finely when the picture rests
LEVELS = 10  # widths are rounded to this many pens
BUNDLE, OFF = -1, -2
FAINT, NORMAL, STRONG = 0, 1, 2
OPACITY = (0.34, 0.5, 0.95)
OFF_OPACITY = 0.35

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Edges:
    """One entry per drawn edge, arrays of shape (E,).

    From neuron ``source`` of ``layer`` − 1 to ``target`` of ``layer``; ``index`` is the weight's place in the parameter
    vector, −1 for a bundle from a picture; ends (x0, y0) and (x1, y1) in the scene; ``crowded`` where many edges share a gap.
    """

    layer: Ints
    source: Ints
    target: Ints
    index: Ints
    x0: Floats
    x1: Floats
    y0: Floats
    y1: Floats
    crowded: Bools

    @property
    def count(self) -> int:
        return int(self.index.size)

    def path(self, number: int) -> QPainterPath:
        """An edge's curve, for its halo."""
        x0, y0, x1, y1 = (float(part[number]) for part in (self.x0, self.y0, self.x1, self.y1))
        path, handle = QPainterPath(QPointF(x0, y0)), HANDLE * (x1 - x0)
        path.cubicTo(x0 + handle, y0, x1 - handle, y1, x1, y1)
        return path

    @cached_property
    def lines(self) -> Lines:
        """Each edge's curve in straight pieces."""
        return Lines(self.x0, self.y0, self.x1, self.y1)

    def find(self, layer: int, source: int, target: int) -> int:
        """The number of an edge, −1 when it is not drawn."""
        places = np.flatnonzero((self.layer == layer) & (self.source == source) & (self.target == target))
        return int(places[0]) if places.size else -1

    def touching(self, neuron: Neuron | None) -> Bools:
        """Which edges go into or out of ``neuron``."""
        if neuron is None:
            return np.zeros(self.count, dtype=np.bool_)
        into = (self.layer == neuron.layer) & (self.target == neuron.index)
        out = (self.layer == neuron.layer + 1) & (self.source == neuron.index) & (self.index >= 0)
        return np.asarray(into | out, dtype=np.bool_)

    def weights(self, params: NDArray[np.floating]) -> Floats:
        """Each edge's weight; 0 for bundles."""
        return np.where(self.index >= 0, params[self.index], 0.0).astype(np.float64)


def edges_of(plan: Plan, layout: Layout, params: NDArray[np.floating]) -> Edges:
    """All edges between shown neurons, at most ``MOST``: then the strongest now."""
    pairs = [_pair(first, second, layout) for first, second in pairwise(plan.columns)]
    edges = Edges(*(np.concatenate(parts) for parts in zip(*pairs, strict=True)))
    if edges.count <= MOST:
        return edges
    keep = np.sort(np.argsort(-np.abs(edges.weights(params)), kind="stable")[:MOST])
    return Edges(*(getattr(edges, name)[keep] for name in Edges.__dataclass_fields__))


def _pair(first: Column, second: Column, layout: Layout) -> tuple[NDArray[np.generic], ...]:
    sources, targets = np.array(first.spec.shown), np.array(second.spec.shown)
    n_in, n_out = len(sources), len(targets)
    source, target = np.repeat(sources, n_out), np.tile(targets, n_in)
    layer = second.spec.layer
    if first.spec.role is Role.PICTURE:
        index = np.full(n_out, -1, dtype=np.int64)
    else:
        index = layout.offsets[layer - 1][0] + source * layout.widths[layer] + target
    size = n_in * n_out
    return (
        np.full(size, layer), source, target, index, np.full(size, first.right), np.full(size, second.left),
        np.repeat(first.ys, n_out), np.tile(second.ys, n_in), np.full(size, size > CROWD),
    )  # fmt: skip


def thickness(weights: Floats, edges: int) -> Floats:
    """Line widths; thinner all over when there are many ``edges``."""
    largest = float(np.nanmax(np.abs(weights), initial=0.0))
    if not largest > 0 or not np.isfinite(largest):
        return np.full(weights.shape, THIN)
    share = np.nan_to_num(np.abs(weights) / largest)
    return np.asarray(THIN + _span(edges) * share**POWER)


def _span(edges: int) -> float:
    """What the largest |w| adds to the thinnest width."""
    return SPAN * float(min(1.0, (200 / max(edges, 1)) ** 0.35))


def dash(width: float) -> tuple[float, float]:
    """Lengths of a dash and of the gap after it, px."""
    return max(6.0, 1.8 * width), max(4.0, 0.9 * width)


def pen(colour: QColor, opacity: float, width: float, dashed: bool = False) -> QPen:
    """A flat pen; dashed as negative edges are."""
    shown = QColor(colour)
    shown.setAlphaF(opacity)
    made = QPen(shown, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        made.setDashPattern([length / width for length in dash(width)])
    return made


def sign_colour(negative: bool) -> QColor:
    return theme().color("neg" if negative else "pos")


@dataclass(frozen=True)
class Strokes:
    """How the edges look at one moment: weights, widths, and which are strong (of the selected neuron) or off."""

    edges: Edges
    weights: Floats
    widths: Floats
    strong: Bools
    off: Bools

    @cached_property
    def keys(self) -> Ints:
        """Each edge's pen as a number: (opacity class · LEVELS + width level) · 2 + negative; −1 for bundles, −2 for off ones."""
        level = np.rint((self.widths - THIN) / (self.widest - THIN) * (LEVELS - 1)).astype(np.int64)
        tone = np.where(self.strong, STRONG, np.where(self.edges.crowded, FAINT, NORMAL))
        keys = (tone * LEVELS + level) * 2 + (self.weights < 0)
        return np.where(self.edges.index < 0, BUNDLE, np.where(self.off, OFF, keys)).astype(np.int64)

    @property
    def widest(self) -> float:
        """The width of the largest |w|."""
        return THIN + _span(self.edges.count)

    def buckets(self) -> list[tuple[int, Ints]]:
        """(pen number, edge numbers), faint ones first, of a tone the whole before the dashed, thin before thick."""
        key = self.keys
        order = np.argsort(np.where(key < 0, key, ((key // (2 * LEVELS)) * 2 + key % 2) * LEVELS + key // 2 % LEVELS), kind="stable")
        starts = np.flatnonzero(np.diff(key[order], prepend=BUNDLE - LEVELS))
        return [(int(key[group[0]]), group) for group in np.split(order, starts[1:])] if order.size else []

    def paint(self, painter: QPainter, fine: bool) -> None:
        """Draw all edges, ``fine`` or without antialiasing; many are cut in fewer pieces."""
        if self.edges.count > CROWDED:
            self._paint_ink(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
        lines, many, pieces = self.edges.lines, self.edges.count > MANY, FEW if fine else FEWER
        for key, group in self.buckets():
            style, (on, off) = _pen(key, self.widest, theme().name) if fine else _rough_pen(key, self.widest, theme().name)
            painter.setPen(style)
            if many:
                draw_lines(painter, lines.rough(on > 0, pieces)[group].reshape(-1, 4))
            else:
                draw_lines(painter, np.concatenate([lines.of(number, on, off) for number in group.tolist()]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_ink(self, painter: QPainter) -> None:
        """Each gap as a picture of its edges' ink, copied to whole device px."""
        ratio, view, device = painter.device().devicePixelRatio(), painter.worldTransform(), painter.device()
        size = (round(device.width() * ratio), round(device.height() * ratio))
        frame = Frame(*size, view.m11() * ratio, view.dx() * ratio, view.dy() * ratio)
        painter.save()
        painter.resetTransform()
        for sheaf in self._sheaves():
            found = strip(sheaf, frame)
            if found is not None:
                image, left = found
                painter.drawImage(QRectF(left / ratio, 0.0, STEP * image.width() / ratio, image.height() / ratio), image)
        painter.restore()

    def _sheaves(self) -> Iterator[Sheaf]:
        edges = self.edges
        tone = np.where(self.strong, OPACITY[STRONG], np.where(edges.crowded, OPACITY[FAINT], OPACITY[NORMAL]))
        opacity = np.where(self.off, OFF_OPACITY * OPACITY[FAINT], tone)
        bounds = np.flatnonzero(np.diff(edges.layer, prepend=-1, append=-1))  # the edges of a gap lie together
        for start, stop in pairwise(bounds.tolist()):
            here = slice(start, stop)
            yield Sheaf(
                float(edges.x0[start]),
                float(edges.x1[start]),
                edges.y0[here],
                edges.y1[here],
                self.widths[here],
                opacity[here],
                self.weights[here] < 0,
            )

    def paint_hovered(self, painter: QPainter, number: int) -> None:
        """One edge with its halo."""
        path, width = self.edges.path(number), float(self.widths[number])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        halo = QPen(_clear("text", 0.28), width + 8.0)
        halo.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(path, halo)
        negative = bool(self.weights[number] < 0)
        if not self.off[number] and self.edges.index[number] >= 0:
            painter.strokePath(path, pen(sign_colour(negative), OPACITY[STRONG], width, negative))


def _clear(token: str, opacity: float) -> QColor:
    colour = QColor(theme().color(token))
    colour.setAlphaF(opacity)
    return colour


def whole_pen(colour: QColor, opacity: float, width: float) -> QPen:
    """A pen that looks translucent on the ground yet is opaque: a curve's pieces overlap, and would show through at the joints."""
    ground = theme().color("panel")
    pairs = ((colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue()))
    made = QPen(QColor(*(round(top * opacity + low * (1 - opacity)) for top, low in pairs)), width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made


@lru_cache(maxsize=512)
def _pen(key: int, widest: float, _theme: ThemeName) -> tuple[QPen, tuple[float, float]]:
    """The pen of a number that ``Strokes.keys`` holds, and its dash and gap."""
    if key == BUNDLE:
        return whole_pen(theme().color("line2"), 0.6, 1.2), (0.0, 0.0)
    if key == OFF:
        return pen(theme().color("text2"), OFF_OPACITY, 1.0), (1.0, 5.0)
    tone, level, negative = key // 2 // LEVELS, key // 2 % LEVELS, bool(key % 2)
    width = THIN + (widest - THIN) * level / (LEVELS - 1)
    if negative:
        return pen(sign_colour(True), OPACITY[tone], width), dash(width)
    return whole_pen(sign_colour(False), OPACITY[tone], width), (0.0, 0.0)


@lru_cache(maxsize=512)
def _rough_pen(key: int, widest: float, theme_name: ThemeName) -> tuple[QPen, tuple[float, float]]:
    """The pen of the same number while it moves: opaque, and thin ones as thin as can be, which costs half."""
    fine, dashes = _pen(key, widest, theme_name)
    made = whole_pen(fine.color(), fine.color().alphaF(), fine.widthF())
    if made.widthF() < 1.6:
        made.setWidthF(1.0)
        made.setCosmetic(True)
    return made, dashes
