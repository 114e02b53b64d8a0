"""A curve of any length as at most a few points for each column of pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.views.axis import Scale


def line_points(epoch: NDArray[np.float64], loss: NDArray[np.float64], xs: Scale, ys: Scale) -> NDArray[np.float64]:
    """Points (n, 2) in pixels of the line through ``loss``; not-a-number is bridged, infinity runs out at the top.

    Where several points share a column of pixels, their mean *as drawn* stands for them, so on a logarithmic axis one
    spike does not lift the line; the band shows the spikes.
    """
    x, y = _visible(epoch, loss, xs, ys)
    if x.size <= 2 * abs(xs.end - xs.start):
        return np.column_stack([x, y])
    starts, counts = _columns(x)
    return np.column_stack([np.add.reduceat(x, starts) / counts, np.add.reduceat(y, starts) / counts])


def band_points(epoch: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64], xs: Scale, ys: Scale) -> NDArray[np.float64]:
    """The outline (2n, 2) in pixels of the band between ``low`` and ``high``: extremes of each column of pixels."""
    fit = ~(np.isnan(low) | np.isnan(high))
    x, top = _visible(epoch[fit], high[fit], xs, ys)
    _, bottom = _visible(epoch[fit], low[fit], xs, ys)
    if x.size > 2 * abs(xs.end - xs.start):
        starts, _ = _columns(x)
        x, top, bottom = x[starts], np.minimum.reduceat(top, starts), np.maximum.reduceat(bottom, starts)
    return np.column_stack([np.concatenate([x, x[::-1]]), np.concatenate([top, bottom[::-1]])])


def _visible(epoch: NDArray[np.float64], loss: NDArray[np.float64], xs: Scale, ys: Scale) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    fit = ~np.isnan(loss)
    epoch, loss = epoch[fit], loss[fit]
    # one neighbour on each side, so that the line reaches the edges
    first = max(int(np.searchsorted(epoch, xs.low)) - 1, 0)
    last = int(np.searchsorted(epoch, xs.high, side="right")) + 1
    height = abs(ys.end - ys.start)
    edges = sorted((ys.start, ys.end))
    return xs.pixels(epoch[first:last]), np.clip(ys.pixels(loss[first:last]), edges[0] - height, edges[1] + height)


def _columns(x: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    starts = np.flatnonzero(np.diff(np.floor(x), prepend=-np.inf))
    return starts, np.diff(starts, append=x.size)
