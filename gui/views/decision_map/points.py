"""Which samples are drawn where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task
from nn.datasets.dataset import Dataset

MOST_POINTS = 5000


@dataclass(frozen=True)
class PointSet:
    """The drawn samples: their numbers (m,), places (m, 2) in the person's units, and which of them test (m,)."""

    index: NDArray[np.int64]
    place: NDArray[np.float64]
    tests: NDArray[np.bool_]
    total: int

    @staticmethod
    def of(dataset: Dataset, axes: tuple[int, int]) -> PointSet:
        """At most 5,000 samples, evenly spread over the data set; those with a gap in a shown column are left out."""
        place = places(dataset, axes)
        index = np.flatnonzero(np.isfinite(place).all(axis=1)).astype(np.int64)
        if index.size > MOST_POINTS:
            index = index[np.linspace(0, index.size - 1, MOST_POINTS).astype(np.intp)]
        is_test = np.zeros(dataset.size, dtype=np.bool_)
        is_test[dataset.test] = True
        return PointSet(index, place[index], is_test[index], dataset.size)


def places(dataset: Dataset, axes: tuple[int, int]) -> NDArray[np.float64]:
    """Every sample's place (n, 2). With one input the second coordinate is the target: the value, or the class number."""
    if dataset.raw.shape[1] > 1:
        return np.asarray(dataset.raw[:, list(axes)], dtype=np.float64)
    if dataset.task is Task.REGRESSION and dataset.values.shape[1]:
        target = dataset.values[:, 0]
    else:
        target = dataset.labels.astype(np.float64) if dataset.labels.size else np.zeros(dataset.size)
    return np.column_stack([dataset.raw[:, 0], target])


def nearest(place: NDArray[np.float64], x: float, y: float) -> tuple[int, float] | None:
    """The row of ``place`` (m, 2) nearest to a point, and its distance."""
    if len(place) == 0:
        return None
    away = np.hypot(place[:, 0] - x, place[:, 1] - y)
    row = int(np.argmin(away))
    return row, float(away[row])


def toward(place: NDArray[np.float64], x: float, y: float, step: tuple[int, int]) -> int | None:
    """The nearest row of ``place`` that lies in direction ``step`` of a point, within 45° of it if any does."""
    along = (place[:, 0] - x) * step[0] + (place[:, 1] - y) * step[1]
    across = np.abs((place[:, 0] - x) * step[1]) + np.abs((place[:, 1] - y) * step[0])
    for ahead in ((along > 1e-9) & (across <= along), along > 1e-9):
        rows = np.flatnonzero(ahead)
        if rows.size:
            return int(rows[np.argmin(np.hypot(along[rows], across[rows]))])
    return None
