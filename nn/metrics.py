"""How good outputs are, as a share of right answers."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task


def classes(outputs: NDArray[np.floating]) -> NDArray[np.int64]:
    """The class that each row of ``outputs`` (n, n_out) stands for, shape (n,).

    One output: class 1 from 0.5 on, else class 0. Several: the largest one's number, the first of equals. One-hot rows
    and targets 0 and 1 are read the same way.
    """
    if outputs.shape[1] == 1:
        return (outputs[:, 0] >= 0.5).astype(np.int64)
    found: NDArray[np.int64] = outputs.argmax(axis=1)
    return found


def accuracy(outputs: NDArray[np.floating], targets: NDArray[np.floating], task: Task) -> float:
    """Share of samples given the right class, 0 to 1; ``nan`` for regression and without samples. Both (n, n_out)."""
    if task is Task.REGRESSION or len(outputs) == 0:
        return math.nan
    return float((classes(outputs) == classes(targets)).mean())
