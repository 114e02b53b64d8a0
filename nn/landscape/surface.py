"""Costs over a grid of two parameters: the surface, the bands that its contours are drawn at, and how large it has to be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn import randomness
from nn.landscape import checks
from nn.landscape.checks import Array, Extent
from nn.landscape.curve import CurveData
from nn.landscape.function import Function2
from nn.network import read_only
from nn.randomness import Stream

RESOLUTION = 200
MOST_RESOLUTION = 2000
SAMPLES = 10_000  # of a curve's pairs: more change the surface by less than a pixel
BANDS = 16
FIRST_BAND = 0.002  # share of the grid's places that lie below the lowest level
MARGIN = 0.05  # of an axis's length, beyond a path
REACH = 4.0  # an axis grows to no more than so many times its length
BLOCK = 1 << 14  # numbers at once: they stay in the processor's cache


@dataclass(frozen=True, eq=False)
class Surface:
    """``costs`` (ny, nx) at ``xs`` (nx,) and ``ys`` (ny,), both ascending, edges included; row 0 is the lowest y. Float64, read-only.

    ``levels`` (m,) are the ascending costs between which its bands lie. Where there is no cost, ``costs`` is not finite.
    """

    xs: Array
    ys: Array
    costs: Array
    levels: Array

    @property
    def extent(self) -> Extent:
        return float(self.xs[0]), float(self.xs[-1]), float(self.ys[0]), float(self.ys[-1])

    @property
    def range(self) -> tuple[float, float]:
        """The least and the greatest finite cost; ``nan`` where there is none."""
        known = self.costs[np.isfinite(self.costs)]
        return (float(known.min()), float(known.max())) if known.size else (np.nan, np.nan)

    @property
    def lowest(self) -> tuple[float, float] | None:
        """The grid's place with the least cost."""
        if not np.isfinite(self.costs).any():
            return None
        row, column = np.unravel_index(np.argmin(np.where(np.isfinite(self.costs), self.costs, np.inf)), self.costs.shape)
        return float(self.xs[column]), float(self.ys[row])

    def heights(self, points: Array) -> Array:
        """Costs (k,) over ``points`` (k, 2), interpolated between the grid's places; ``nan`` outside. For a path on the surface."""
        column, across = _place(self.xs, points[:, 0])
        row, along = _place(self.ys, points[:, 1])
        below = self.costs[row, column] * (1.0 - across) + self.costs[row, column + 1] * across
        above = self.costs[row + 1, column] * (1.0 - across) + self.costs[row + 1, column + 1] * across
        return read_only(below * (1.0 - along) + above * along)


def _place(axis: Array, values: Array) -> tuple[NDArray[np.intp], Array]:
    """The cell of each value on an axis and how far it is through it, 0 to 1; ``nan`` outside."""
    cell = np.clip(np.searchsorted(axis, values, side="right") - 1, 0, len(axis) - 2)
    share = (values - axis[cell]) / (axis[cell + 1] - axis[cell])
    return cell, np.where((share >= 0.0) & (share <= 1.0), share, np.nan)


def axes(extent: Extent, resolution: int) -> tuple[Array, Array]:
    """``resolution`` places along each axis of ``extent``. Raises :class:`~nn.errors.SettingsError`."""
    checks.rectangle("landscape.extent", extent)
    checks.whole("landscape.resolution", resolution, 2, MOST_RESOLUTION)
    return np.linspace(extent[0], extent[1], resolution), np.linspace(extent[2], extent[3], resolution)


def made_of(xs: Array, ys: Array, costs: Array) -> Surface:
    """A surface from its costs (ny, nx), with the levels that suit them."""
    return Surface(read_only(xs), read_only(ys), read_only(costs), levels(costs))


def of_function(function: Function2, extent: Extent | None = None, resolution: int = RESOLUTION) -> Surface:
    """A function of two parameters over ``extent``, else over its own."""
    xs, ys = axes(extent or function.extent, resolution)
    w0, w1 = np.meshgrid(xs, ys)
    return made_of(xs, ys, np.asarray(function.value(w0, w1), dtype=np.float64))


def of_curve(x: Array, y: Array, extent: Extent, resolution: int = RESOLUTION) -> Surface:
    """The curve fit's cost over the pairs ``x`` and ``y``: a step's batch, or :func:`sample` of all."""
    xs, ys = axes(extent, resolution)
    return made_of(xs, ys, grid_costs(x, y, xs, ys))


def sample(data: CurveData, count: int = SAMPLES) -> tuple[Array, Array]:
    """``count`` of the data's pairs, always the same ones; all of them if there are no more."""
    if count >= data.size:
        return data.x, data.y
    chosen = randomness.generator(0, Stream.PAIRS, 1).choice(data.size, count, replace=False, shuffle=False)
    return read_only(data.x[chosen]), read_only(data.y[chosen])


def grid_costs(x: Array, y: Array, w0: Array, w1: Array) -> Array:
    """½⟨(y − g(x; ω))²⟩ for every pair of the values ``w0`` (a,) and ``w1`` (b,); shape (b, a).

    With h = 1/((x − ω1)² + 1) the model is ω0·h, so the cost is a parabola in ω0: ½(⟨h²⟩·(ω0 − ω*)² + ⟨(y − ω*·h)²⟩) with
    ω* = ⟨h·y⟩/⟨h²⟩. Its three numbers are needed once per ω1, not once per place.
    """
    found = np.empty((len(w1), len(w0)))
    rows = max(1, BLOCK // max(len(x), 1))
    with np.errstate(over="ignore", under="ignore"):
        for start in range(0, len(w1), rows):
            h = x - w1[start : start + rows, np.newaxis]
            h *= h
            h += 1.0
            np.reciprocal(h, out=h)
            curvature = np.einsum("ij,ij->i", h, h) / len(x)
            best = np.divide(h @ y / len(x), curvature, out=np.zeros_like(curvature), where=curvature > 0.0)
            h *= best[:, np.newaxis]
            h -= y
            rest = np.einsum("ij,ij->i", h, h) / len(x)
            found[start : start + rows] = 0.5 * (curvature[:, np.newaxis] * (w0 - best[:, np.newaxis]) ** 2 + rest[:, np.newaxis])
    return found


def levels(costs: Array, count: int = BANDS) -> Array:
    """``count`` ascending costs, evenly spread on a logarithmic scale above the lowest cost: as fine near a minimum as far from it.

    Shape (count,), or (0,) where the surface is flat. Costs may be negative; those that aren't finite don't count.
    """
    known = costs[np.isfinite(costs)]
    if not known.size:
        return read_only(np.empty(0))
    least = float(known.min())
    above = np.sort(known, axis=None) - least
    first = float(above[np.searchsorted(above, 0.0, side="right") :][: 1 + int(FIRST_BAND * above.size)][-1:].sum())
    if not first > 0.0 or not np.isfinite(above[-1]):
        return read_only(np.empty(0))
    return read_only(least + np.geomspace(first, float(above[-1]), count, endpoint=False))


def holding(extent: Extent, *paths: Array) -> Extent:
    """``extent``, grown to hold the ``paths`` (k, 2) with a margin.

    Points that lie more than REACH times an axis's length from its middle don't count: one wild step would make the rest a dot.
    """
    checks.rectangle("landscape.extent", extent)
    low, high = np.array(extent[::2]), np.array(extent[1::2])
    length, middle = high - low, (low + high) / 2.0
    points = np.concatenate([middle[np.newaxis], *(np.asarray(path, dtype=np.float64).reshape(-1, 2) for path in paths)])
    near = points[(np.abs(points - middle) <= REACH / 2.0 * length).all(axis=1)]
    grown_low = np.where(near.min(axis=0) < low, near.min(axis=0) - MARGIN * length, low)
    grown_high = np.where(near.max(axis=0) > high, near.max(axis=0) + MARGIN * length, high)
    return float(grown_low[0]), float(grown_high[0]), float(grown_low[1]), float(grown_high[1])
