"""Memory for the compiled kernels: whole vectors that begin where a page does, samples as the kernels take them, and room to work in."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_sizes import goes_to_blas, lanes_of, vector_sums
from nn.backends.cpu_tile import Work
from nn.datasets.pixels import floats
from nn.network import Architecture

Floats = NDArray[np.floating]

ALIGNMENT = 4096  # bytes: a page. A processor tells apart by the bits below what is being written and what is read next


def zeros(count: int, dtype: np.dtype[np.floating]) -> Floats:
    """At least ``count`` zeros, (n,): whole vectors on a boundary of ALIGNMENT bytes."""
    lanes, spare = lanes_of(dtype), ALIGNMENT // dtype.itemsize
    size = -(-max(count, 1) // lanes) * lanes
    raw = np.zeros(size + spare, dtype)
    start = -raw.ctypes.data % ALIGNMENT // dtype.itemsize
    return raw[start : start + size]


def contiguous(samples: NDArray[Any], dtype: np.dtype[np.floating]) -> Floats:
    """A contiguous copy or the array itself, in ``dtype``; never a read-only one, for which numba compiles everything anew."""
    return np.require(floats(samples, dtype), dtype=dtype, requirements=("C", "W"))


def work_space(architecture: Architecture, dtype: np.dtype[np.floating], widest: int, width: int) -> Work:
    """Room for tiles of ``width`` samples, where batches of several tiles have tiles of at most ``widest``."""
    neurons, widths, lanes = architecture.layout.rows, architecture.widths, lanes_of(dtype)
    n_in, n_out = widths[:2]
    listed = goes_to_blas(n_in, n_out, width) and n_out % lanes == 0  # else the kernel looks for no zeros
    raw, outputs, deltas = (zeros(neurons * width, dtype) for _ in range(3))
    lost, targets, turned = (zeros(count * width, dtype) for count in (1, widths[-1], (n_out + lanes) * listed))
    sums = zeros(vector_sums(architecture, widest) * lanes, dtype)
    features, samples, ends, counts = (np.zeros(count * listed, np.int32) for count in (n_in * width, n_in * width, width, n_in))
    return Work(raw, outputs, deltas, lost, targets, sums, turned, features, samples, ends, counts)
