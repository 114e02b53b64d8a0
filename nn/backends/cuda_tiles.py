# ruff: noqa: PLR0917 - GPU functions take their arguments by position
"""The tiled matrix product: one source for training on a grid of blocks, for training kernel by kernel, and for maps.

A block's tiles wait in shared memory; a warp has ``per`` rows of the result and a lane one column, so that a number read once goes into
``per`` products. Indices are made unsigned with ``at``: numba looks whether a signed one is negative at each access, and the compiler
then can't read four numbers at once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numba import cuda, types

from nn.backends.cuda_grid_plan import Tile, tile_of
from nn.backends.cuda_kernels import WIDTH_IN, Numbers
from nn.backends.cuda_layers import Function, inlined
from nn.backends.cuda_math import SIMULATED, Real, Reals

at = np.uint64
ALIGNED = None if SIMULATED else 16  # bytes: four float32 numbers are read at once from such addresses
SIMULATED_TILE = Tile(2, 2, 2)


def tile_for(itemsize: int) -> Tile:
    """The tile of a GPU's blocks; a tiny one in the simulator, which makes a Python thread of each GPU thread."""
    return SIMULATED_TILE if SIMULATED else tile_of(itemsize)


def real_for(itemsize: int) -> Any:
    """numba's type of such a number."""
    return types.float32 if itemsize == 4 else types.float64


def compiled(function: Function, tile: Tile, together: int) -> Any:
    """A kernel whose blocks have ``tile.threads`` threads, so many blocks ``together`` on a multiprocessor: it is compiled to fit."""
    return cuda.jit(function) if SIMULATED else cuda.jit(function, launch_bounds=(tile.threads, together))


@lru_cache
def rows_by_columns(tile: Tile) -> Function:
    """``sums[i]`` += Σ_k ``xs[row i of the warp, k]`` · ``ws[k, lane]`` for k below ``depth``; up to the next four, both must be 0."""
    lanes, per = tile.lanes, tile.per

    @inlined
    def multiply(sums: Reals, xs: Reals, ws: Reals, depth: int) -> None:
        lane, first = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes * per
        for k in range(0, depth, 4):
            for q in range(4):
                w = ws[at(k + q), at(lane)]
                for i in range(per):
                    sums[i] += xs[at(first + i), at(k + q)] * w

    return multiply


@lru_cache
def columns_by_columns(tile: Tile) -> Function:
    """As :func:`rows_by_columns` with ``xs`` transposed: ``sums[i]`` += Σ_k ``xs[k, row i of the warp]`` · ``ws[k, lane]``.

    Returns Σ_k ``ws[k, lane]``, a bias's gradient where ``ws`` holds deltas.
    """
    lanes, per = tile.lanes, tile.per

    @inlined
    def multiply(sums: Reals, xs: Reals, ws: Reals, depth: int) -> Real:
        lane, first = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes * per
        total = ws.dtype.type(0)
        for k in range(0, depth, 4):
            for q in range(4):
                w = ws[at(k + q), at(lane)]
                total += w
                for i in range(per):
                    sums[i] += xs[at(k + q), at(first + i)] * w
        return total

    return multiply


@lru_cache
def piece_of(tile: Tile) -> Function:
    """Which weights are unit ``unit`` of :class:`nn.backends.cuda_grid_plan.Cut`: layer, first row, first column, number of rows."""
    lanes = tile.lanes

    @inlined
    def piece(layers: Numbers, slices: Numbers, firsts: Numbers, unit: int) -> Any:
        layer = 0
        while unit >= firsts[layer + 1]:
            layer += 1
        width_in, count = layers[layer, WIDTH_IN], slices[layer]
        length = (width_in + count - 1) // count
        low = (unit - firsts[layer]) % count * length
        return layer, low, (unit - firsts[layer]) // count * lanes, max(0, min(length, width_in - low))

    return piece


@lru_cache
def weighing(tile: Tile, weight: Function) -> Function:
    """Loads a layer's weights into ``xs``: input ``low`` + k to neuron ``left`` + j as ``xs[k, j]``, ``rows`` × ``rows`` of them.

    ``weight(point, p)`` is parameter p. 0 where the layer ends; behind the first ``deep`` rows nothing is written.
    """
    rows, lanes, warps, per = tile.rows, tile.lanes, tile.warps, tile.per

    @inlined
    def load(xs: Reals, point: Any, weights: int, n_in: int, width: int, low: int, left: int, deep: int) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        for i in range(per):  # a warp reads neighbouring weights
            k = warp + i * warps
            if k < deep:
                for part in range(rows // lanes):
                    j = part * lanes + lane
                    value = xs.dtype.type(0)
                    if low + k < n_in and left + j < width:
                        value = weight(point, weights + (low + k) * width + left + j)
                    xs[at(k), at(j)] = value

    return load


@inlined
def own(params: Reals, p: int) -> Real:
    """Parameter ``p``, where they lie as they are."""
    return params[at(p)]
