# ruff: noqa: PLR0917 - GPU functions take their arguments by position

"""The matrix products of a step that is trained kernel by kernel, in tiles: a layer forward, a layer back, and all gradients.

Neurons are rows and samples columns, as in :mod:`nn.backends.cuda_kernels`. A block has a tile of the result, some rows and a column
for each lane, and strides over such tiles.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numba import cuda, types
from numpy.typing import NDArray

from nn.backends.cuda_grid_plan import Tile
from nn.backends.cuda_kernels import ACTIVATION, BIASES, ROW, ROW_IN, WEIGHTS, WIDTH, WIDTH_IN, Numbers
from nn.backends.cuda_layers import Function, inlined
from nn.backends.cuda_math import Real, Reals, activate, slope
from nn.backends.cuda_tiles import ALIGNED, at, columns_by_columns, compiled, own, piece_of, real_for, rows_by_columns, weighing


@lru_cache
def rows_into(tile: Tile) -> Function:
    """Loads ``rows`` rows of ``table`` from ``row`` on, a column for each lane from ``start`` on, into ``ws``; 0 beyond ``height`` and
    ``filled``. Behind the first ``deep`` rows nothing is written.
    """
    lanes, warps, per = tile.lanes, tile.warps, tile.per

    @inlined
    def load(ws: Reals, table: Reals, row: int, height: int, start: int, filled: int, deep: int) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        for i in range(per):
            k = warp + i * warps
            if k < deep:
                inside = k < height and lane < filled
                ws[at(k), at(lane)] = table[at(row + k), at(start + lane)] if inside else ws.dtype.type(0)

    return load


@lru_cache(maxsize=4)
def forward_kernel(tile: Tile, itemsize: int) -> Any:
    """Outputs of one layer, and g·f'(z) into ``deltas`` for the way back; ``scale`` and ``keep`` as in :mod:`nn.backends.cuda_passes`."""
    real, rows, lanes, per = real_for(itemsize), tile.rows, tile.lanes, tile.per
    weigh, load, multiply = weighing(tile, own), rows_into(tile), columns_by_columns(tile)

    def forward(
        params: Reals, layers: Numbers, layer: int, acts: Reals, deltas: Reals, gain: Reals, hold: Reals, span: int,
        keep: NDArray[np.uint8], step: int, first: int, scale: Real, count: int,
    ) -> None:  # fmt: skip
        xs = cuda.shared.array((rows, rows), real, alignment=ALIGNED)
        ws = cuda.shared.array((rows, lanes), real)
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        weights, row_in, n_in = layers[layer, WEIGHTS], layers[layer, ROW_IN], layers[layer, WIDTH_IN]
        row, width, code = layers[layer, ROW], layers[layer, WIDTH], layers[layer, ACTIVATION]
        high = (width + rows - 1) // rows
        for item in range(cuda.blockIdx.x, high * ((count + lanes - 1) // lanes), cuda.gridDim.x):
            left, start = item % high * rows, item // high * lanes
            filled = min(lanes, count - start)
            sums = cuda.local.array(per, real)
            for i in range(per):
                sums[i] = 0
            for low in range(0, n_in, rows):
                height = min(rows, n_in - low)
                deep = (height + 3) // 4 * 4
                cuda.syncthreads()
                weigh(xs, params, weights, n_in, width, low, left, deep)
                load(ws, acts, row_in + low, height, start, filled, deep)
                cuda.syncthreads()
                multiply(sums, xs, ws, deep)
            cuda.syncthreads()  # all have multiplied
            for i in range(per):
                xs[at(warp * per + i), at(lane)] = sums[i]
            column = start + lane
            for k in range(warp * per, min(warp * per + per, width - left) if lane < filled else 0):
                j = left + k
                z = xs[at(k), at(lane)] + params[at(layers[layer, BIASES] + j)]
                a = activate(code, z)
                share, held = gain[column // span, row + j], hold[column // span, row + j]
                if scale != 0:
                    kept = scale if keep[step, row + j - layers[0, WIDTH_IN], first + column] != 0 else acts.dtype.type(0)
                    share *= kept
                    held *= kept
                acts[at(row + j), at(column)] = share * a + held
                deltas[at(row + j), at(column)] = share * slope(code, z, a)

    return compiled(forward, tile, 2)


@lru_cache(maxsize=4)
def backward_kernel(tile: Tile, itemsize: int) -> Any:
    """Deltas of the neurons that feed ``layer``, where the way forward left g·f'(z)."""
    real, rows, lanes, warps, per = real_for(itemsize), tile.rows, tile.lanes, tile.warps, tile.per
    load, multiply = rows_into(tile), rows_by_columns(tile)

    def backward(params: Reals, layers: Numbers, layer: int, deltas: Reals, count: int) -> None:
        xs = cuda.shared.array((rows, rows), real, alignment=ALIGNED)
        ws = cuda.shared.array((rows, lanes), real)
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        weights, row_in, n_in = layers[layer, WEIGHTS], layers[layer, ROW_IN], layers[layer, WIDTH_IN]
        row, width = layers[layer, ROW], layers[layer, WIDTH]
        high = (n_in + rows - 1) // rows
        for item in range(cuda.blockIdx.x, high * ((count + lanes - 1) // lanes), cuda.gridDim.x):
            low, start = item % high * rows, item // high * lanes
            filled = min(lanes, count - start)
            sums = cuda.local.array(per, real)
            for i in range(per):
                sums[i] = 0
            for left in range(0, width, rows):
                wide = min(rows, width - left)
                cuda.syncthreads()
                for i in range(per):  # a warp reads a row's neighbouring weights
                    k = warp + i * warps
                    for part in range(rows // lanes):
                        j = part * lanes + lane
                        inside = low + k < n_in and j < wide
                        xs[at(k), at(j)] = params[at(weights + (low + k) * width + left + j)] if inside else params.dtype.type(0)
                load(ws, deltas, row + left, wide, start, filled, (wide + 3) // 4 * 4)
                cuda.syncthreads()
                multiply(sums, xs, ws, wide)
            for i in range(per):
                if low + warp * per + i < n_in and lane < filled:
                    deltas[at(row_in + low + warp * per + i), at(start + lane)] *= sums[i]

    return compiled(backward, tile, 2)


@lru_cache
def losing(tile: Tile) -> Function:
    """Adds up the losses of the columns ``low`` … ``high`` − 1 into ``loss_parts[part]``; ``more`` 1 adds to what is there."""
    threads = tile.threads

    @inlined
    def lose(losses: NDArray[np.float64], low: int, high: int, more: int, part: int, loss_parts: NDArray[np.float64]) -> None:
        lost = cuda.shared.array(threads, types.float64)
        total = 0.0
        for column in range(low + cuda.threadIdx.x, high, threads):
            total += losses[column]
        lost[cuda.threadIdx.x] = total
        cuda.syncthreads()
        if cuda.threadIdx.x == 0:
            for other in range(1, threads):
                total += lost[other]
            loss_parts[part] = total + loss_parts[part] if more else total
        cuda.syncthreads()

    return lose


@lru_cache
def pairing(tile: Tile) -> Function:
    """Loads outputs from ``row_in`` on as ``xs[neuron, column]`` and deltas from ``row`` on as ``ws[column, neuron]``, for ``filled``
    columns from ``start`` on; 0 beyond ``height``, ``wide`` and ``filled``.
    """
    rows, lanes, warps, per = tile.rows, tile.lanes, tile.warps, tile.per

    @inlined
    def load(xs: Reals, ws: Reals, acts: Reals, deltas: Reals, row_in: int, height: int, row: int, wide: int, start: int, filled: int) -> None:
        lane, warp, zero = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes, xs.dtype.type(0)
        for i in range(per):  # a warp reads a neuron's neighbouring columns
            k = warp + i * warps
            for part in range(rows // lanes):
                c = part * lanes + lane
                xs[at(k), at(c)] = acts[at(row_in + k), at(start + c)] if k < height and c < filled else zero
                if k < lanes:
                    ws[at(c), at(k)] = deltas[at(row + k), at(start + c)] if k < wide and c < filled else zero

    return load


@lru_cache(maxsize=4)
def accumulate_kernel(tile: Tile, itemsize: int) -> Any:
    """Sums of the gradient over ``pieces`` runs of the columns into ``parts`` (pieces, P), and of the losses into ``loss_parts``.

    ``counts`` (slices) and ``firsts`` cut the parameters as :class:`nn.backends.cuda_grid_plan.Cut` says. ``more`` 1 adds to what is there.
    """
    real, rows, lanes, per = real_for(itemsize), tile.rows, tile.lanes, tile.per
    piece, lose, pair, multiply = piece_of(tile), losing(tile), pairing(tile), rows_by_columns(tile)
    wide_row = lanes + 1  # so that a column lies in as many banks

    def accumulate(
        acts: Reals, deltas: Reals, losses: NDArray[np.float64], layers: Numbers, counts: Numbers, firsts: Numbers, count: int, pieces: int,
        more: int, parts: Reals, loss_parts: NDArray[np.float64],
    ) -> None:  # fmt: skip
        xs = cuda.shared.array((rows, rows), real, alignment=ALIGNED)
        ws = cuda.shared.array((rows, wide_row), real)
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        units = int(firsts[layers.shape[0]])
        length = (count + pieces - 1) // pieces
        for item in range(cuda.blockIdx.x, units * pieces, cuda.gridDim.x):
            unit, part = item % units, item // units
            begin, end = part * length, min(count, (part + 1) * length)
            layer, low, left, height = piece(layers, counts, firsts, unit)
            width, row, row_in = layers[layer, WIDTH], layers[layer, ROW], layers[layer, ROW_IN] + low
            if unit == 0:
                lose(losses, begin, end, more, part, loss_parts)
            sums = cuda.local.array(per, real)
            for i in range(per):
                sums[i] = 0
            biases = parts.dtype.type(0)
            for start in range(begin, end, rows):
                filled = min(rows, end - start)
                cuda.syncthreads()
                pair(xs, ws, acts, deltas, row_in, height, row + left, width - left, start, filled)
                cuda.syncthreads()
                multiply(sums, xs, ws, filled)
                if warp == 0 and low == 0:
                    for c in range(filled):
                        biases += ws[at(c), at(lane)]
            if left + lane < width:
                for i in range(per):
                    if warp * per + i < height:
                        p = layers[layer, WEIGHTS] + (low + warp * per + i) * width + left + lane
                        parts[part, p] = parts[part, p] + sums[i] if more else sums[i]
                if warp == 0 and low == 0:
                    p = layers[layer, BIASES] + left + lane
                    parts[part, p] = parts[part, p] + biases if more else biases

    return compiled(accumulate, tile, 2)
