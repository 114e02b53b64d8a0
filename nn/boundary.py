"""The network's answer, and every neuron's output, over a plane of two of the data's columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.backends.base import Engine
from nn.choices import Task
from nn.datasets.dataset import Dataset, Prepared
from nn.network import Mask, read_only
from nn.training.snapshot import MapView

MARGIN = 0.12  # of the data's range, beyond it on each side
Extent = tuple[float, float, float, float]


@dataclass(frozen=True)
class Plane:
    """A rectangle of raw columns ``axes`` in the person's units, and the inputs at its grid points.

    ``answer`` (ny·nx, n_in) and ``small`` (ty·tx, n_in) are the network's inputs for the answer and for the thumbnails. ``task`` says what
    several outputs are: classes of which one wins, or numbers that all count.
    """

    axes: tuple[int, int]
    extent: Extent
    shape: tuple[int, int]
    small_shape: tuple[int, int]
    answer: NDArray[np.float64]
    small: NDArray[np.float64]
    task: Task = Task.CLASSIFICATION


def extent_of(dataset: Dataset, axes: tuple[int, int]) -> Extent:
    """The data's range on both columns with a margin; a column with one value gets a range of 2."""
    found: list[float] = []
    for axis in axes:
        low, high = float(dataset.raw[:, axis].min()), float(dataset.raw[:, axis].max())
        margin = (high - low) * MARGIN or 1.0
        found += [low - margin, high + margin]
    return found[0], found[1], found[2], found[3]


def plane(prepared: Prepared, axes: tuple[int, int], extent: Extent | None, resolution: int, thumbnail: int) -> Plane:
    """The plane of ``axes`` with the other columns at their mean over the training part.

    Data with one column gets a line: ``axes`` (0, 0), ny = 1, and twice the resolution, for a smooth curve.
    """
    dataset = prepared.dataset
    line = dataset.raw.shape[1] == 1
    axes = (0, 0) if line else axes
    box = extent or extent_of(dataset, axes)
    shape = (1, 2 * resolution) if line else (resolution, resolution)
    small = (1, thumbnail) if line else (thumbnail, thumbnail)
    return Plane(axes, box, shape, small, _grid(prepared, axes, box, shape), _grid(prepared, axes, box, small), dataset.task)


def _grid(prepared: Prepared, axes: tuple[int, int], extent: Extent, shape: tuple[int, int]) -> NDArray[np.float64]:
    """Inputs at the centres of ``shape`` (ny, nx) cells, row 0 at the lowest y."""
    dataset = prepared.dataset
    ny, nx = shape
    x = extent[0] + (np.arange(nx) + 0.5) * (extent[1] - extent[0]) / nx
    y = extent[2] + (np.arange(ny) + 0.5) * (extent[3] - extent[2]) / ny
    raw = np.tile(dataset.raw[dataset.train].mean(axis=0), (ny * nx, 1))
    if axes[0] != axes[1]:
        raw[:, axes[1]] = np.repeat(y, nx)
    raw[:, axes[0]] = np.tile(x, ny)
    return prepared.transform.apply(raw)


def view(engine: Engine, where: Plane, mask: Mask | None, params: NDArray[np.floating] | None = None) -> MapView:
    """Evaluate the network over ``where``. See :class:`nn.training.snapshot.MapView` for shapes."""
    outputs = engine.outputs(where.answer, params, mask)
    thumbnails = engine.neurons(where.small, params, mask).astype(np.float32)
    difference = None
    if mask is not None:
        everything = engine.outputs(where.answer, params)
        difference = read_only(_difference(everything, outputs, where.task).reshape(where.shape).astype(np.float32))
        off = mask.gain == 0.0
        thumbnails[off] = engine.neurons(where.small, params)[off]
    ranges = np.stack((thumbnails.min(axis=1), thumbnails.max(axis=1)), axis=1)
    return MapView(
        where.axes,
        where.extent,
        read_only(np.ascontiguousarray(outputs.T, dtype=np.float32).reshape(-1, *where.shape)),
        read_only(thumbnails.reshape(-1, *where.small_shape)),
        read_only(ranges),
        difference,
    )


def _difference(everything: NDArray[np.floating], now: NDArray[np.floating], task: Task) -> NDArray[np.floating]:
    """The answer with all neurons on less the answer now, shape (n,): of the class that wins with all on; numbers' mean."""
    if everything.shape[1] == 1 or task is Task.REGRESSION:
        return np.asarray((everything - now).mean(axis=1))
    winner = everything.argmax(axis=1)[:, None]
    return (np.take_along_axis(everything, winner, axis=1) - np.take_along_axis(now, winner, axis=1))[:, 0]
