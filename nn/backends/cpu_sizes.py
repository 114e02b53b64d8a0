"""How many samples go through a network together, and how much room that takes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from nn.backends.cpu_blas import by_blas
from nn.backends.cpu_vector import LANES_32, LANES_64
from nn.network import Architecture

WIDEST = 512  # samples in a tile
WORK_NUMBERS = 1 << 22  # numbers that one work array may hold, unless the network has more neurons
TILE_BYTES = 1 << 16  # of a tile's outputs and deltas, where nothing is left to BLAS: twice the first level of many caches
goes_to_blas: Any = by_blas.py_func  # type: ignore[attr-defined]  # numba gave it that


def lanes_of(dtype: np.dtype[np.floating]) -> int:
    """How many numbers of a precision are a vector of the inner loops."""
    return LANES_32 if np.dtype(dtype).itemsize == 4 else LANES_64


def widest_tile(architecture: Architecture, dtype: np.dtype[np.floating]) -> int:
    """How many samples at most go through the network together: whole vectors."""
    lanes, rows = lanes_of(dtype), architecture.layout.rows
    width = min(WIDEST, WORK_NUMBERS // rows)
    if not any(goes_to_blas(n_in, n_out, WIDEST) for n_in, n_out in pairwise(architecture.widths)):
        width = min(width, TILE_BYTES // (2 * rows * np.dtype(dtype).itemsize))
    return -(-max(lanes, width) // lanes) * lanes


def vector_sums(architecture: Architecture, widest: int) -> int:
    """How many parameters have a vector of sums while a batch of several tiles goes on: all but the weights that BLAS sees to.

    Such a batch's tiles are wider than half of ``widest``.
    """
    layers = pairwise(architecture.widths)
    return sum(n_out + (0 if goes_to_blas(n_in, n_out, widest // 2) else n_in * n_out) for n_in, n_out in layers)
