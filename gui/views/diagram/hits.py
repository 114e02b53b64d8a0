"""What lies under the pointer, in constant time per node and edge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gui.views.diagram.edges import Edges
from gui.views.diagram.geometry import Floats, Plan, Role, blend, parameter_at, steepness
from nn.layout import Neuron

REACH = 5.0  # px beside an edge's rim that still hit it
BIAS_REACH = 7.0


@dataclass(frozen=True)
class EdgeHit:
    """An edge from neuron ``source`` of ``layer`` − 1 to ``target`` of ``layer``; ``index`` −1 is a picture's bundle."""

    layer: int
    source: int
    target: int
    index: int


@dataclass(frozen=True)
class NeuronHit:
    neuron: Neuron


@dataclass(frozen=True)
class BiasHit:
    neuron: Neuron


@dataclass(frozen=True)
class PillHit:
    """The line that counts the folded neurons of ``layer``."""

    layer: int


Hit = EdgeHit | NeuronHit | BiasHit | PillHit


def bias_place(x: float, y: float, size: float) -> tuple[float, float]:
    """Centre of a node's bias dot, at its lower left corner."""
    return x - size / 2 + 1.0, y + size / 2 - 1.0


def hit(plan: Plan, edges: Edges, widths: Floats, x: float, y: float) -> Hit | None:
    """What is drawn at scene point (x, y); nodes before edges."""
    return _hit_column(plan, x, y) or _hit_edge(edges, widths, x, y)


def _hit_column(plan: Plan, x: float, y: float) -> Hit | None:
    for column in plan.columns:
        half = column.size / 2
        if column.spec.role not in (Role.INPUT, Role.PICTURE):
            bias_x, bias_y = bias_place(column.x, 0.0, column.size)
            near = np.flatnonzero(np.hypot(column.ys + bias_y - y, bias_x - x) <= BIAS_REACH)
            if near.size:
                return BiasHit(column.neurons[int(near[0])])
        if abs(x - column.x) <= half:
            inside = np.flatnonzero(np.abs(column.ys - y) <= half)
            if inside.size:
                return NeuronHit(column.neurons[int(inside[0])])
        if column.pill_y is not None and abs(x - column.x) <= half + 16 and abs(y - column.pill_y) <= 11:
            return PillHit(column.spec.layer)
    return None


def edge_heights(edges: Edges, chosen: np.ndarray[tuple[int, ...], np.dtype[np.intp]], x: float) -> tuple[Floats, Floats]:
    """Heights and slopes at ``x`` of the ``chosen`` edges, which share a gap: one parameter serves them all."""
    first = chosen[0]
    gap = float(edges.x1[first] - edges.x0[first])
    t = parameter_at((x - float(edges.x0[first])) / gap)
    rise = edges.y1[chosen] - edges.y0[chosen]
    return edges.y0[chosen] + rise * blend(t), rise / gap * steepness(t)


def _hit_edge(edges: Edges, widths: Floats, x: float, y: float) -> EdgeHit | None:
    chosen = np.flatnonzero((edges.x0 <= x) & (x <= edges.x1))
    if not chosen.size:
        return None
    heights, slopes = edge_heights(edges, chosen, x)
    away = np.abs(heights - y) / np.hypot(1.0, slopes) - widths[chosen] / 2
    best = int(np.argmin(away))
    if away[best] > REACH:
        return None
    number = chosen[best]
    return EdgeHit(*(int(part[number]) for part in (edges.layer, edges.source, edges.target, edges.index)))


def edge_middle(edges: Edges, number: int, x: float | None) -> tuple[float, float]:
    """A point on an edge, at ``x`` or else half-way."""
    x0, x1 = float(edges.x0[number]), float(edges.x1[number])
    at = (x0 + x1) / 2 if x is None else min(x1, max(x0, x))
    heights, _ = edge_heights(edges, np.array([number]), at)
    return at, float(heights[0])
