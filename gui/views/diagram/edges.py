"""The edges of a plan as arrays, and what their weights make of them: width by |w|, colour and dash by sign."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from gui.theme import theme
from gui.views.diagram.geometry import HANDLE, Column, Floats, Plan, Role
from nn.layout import Layout, Neuron

THIN, SPAN, POWER = 0.9, 5.6, 0.8  # width = THIN + SPAN·(|w|/max)^POWER
MOST = 60_000  # edges drawn; of more, the strongest
CROWD = 24  # a layer pair with more edges is drawn fainter

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
    share = np.nan_to_num(np.abs(weights) / largest).astype(np.float32)  # their powers take half the time
    return np.asarray(THIN + span(edges) * share**POWER, dtype=np.float64)


def span(edges: int) -> float:
    """What the largest |w| adds to the thinnest width."""
    return SPAN * float(min(1.0, (200 / max(edges, 1)) ** 0.35))


def dash(width: Floats) -> tuple[Floats, Floats]:
    """Lengths of a dash and of the gap after it, px."""
    return np.maximum(6.0, 1.8 * width), np.maximum(4.0, 0.9 * width)


def pen(colour: QColor, opacity: float, width: float, dashed: bool = False) -> QPen:
    """A flat pen; dashed as negative edges are."""
    shown = QColor(colour)
    shown.setAlphaF(opacity)
    made = QPen(shown, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        made.setDashPattern([float(length[0]) / width for length in dash(np.array([width]))])
    return made


def sign_colour(negative: bool) -> QColor:
    return theme().color("neg" if negative else "pos")
