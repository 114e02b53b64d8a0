# ruff: noqa: PLR0917 - GPU functions take their arguments by position
"""Maps and measures of a network of any size, one launch each: a block takes a tile of samples, one for each lane, through all layers.

Samples have nothing to do with one another where nothing is learned, so no block waits for another. Weights come through shared memory
tile by tile (:mod:`nn.backends.cuda_tiles`); outputs wait in columns of the GPU's memory that are the block's own.

Of many masks over the same samples, the first layer is computed once: a mask changes only what the layers behind it read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numba import cuda, types
from numpy.typing import NDArray

from nn.backends.cuda_grid_plan import Tile
from nn.backends.cuda_kernels import ACTIVATION, BIASES, ROW, ROW_IN, WEIGHTS, WIDTH, WIDTH_IN, Numbers
from nn.backends.cuda_layers import Function, inlined
from nn.backends.cuda_math import (
    BINARY_CROSS_ENTROPY,
    Real,
    Reals,
    activate,
    cross_entropy,
    finish_column,
    names_right_class,
    squared_error,
)
from nn.backends.cuda_tiles import ALIGNED, at, columns_by_columns, compiled, real_for, weighing


class Point(NamedTuple):
    """A place in the space of parameters: ``origin`` + a·``first`` + b·``second``, or ``origin`` itself where no plane is asked for."""

    origin: Reals
    first: Reals
    second: Reals
    a: Real
    b: Real


class Columns(NamedTuple):
    """Where a block's samples are: sample ``start`` + lane of ``inputs`` for each lane below ``filled``. Its outputs are those rows of
    ``acts`` from row ``base`` of the network on, in column ``slot`` + lane.
    """

    inputs: Reals
    acts: Reals
    base: int
    start: int
    slot: int
    filled: int


class Kept(NamedTuple):
    """Mask ``number`` of ``gain`` and ``hold`` (masks, rows); ``used`` 0 is none."""

    gain: Reals
    hold: Reals
    number: int
    used: int


@inlined
def at_origin(point: Point, p: int) -> Real:
    return point.origin[at(p)]


@inlined
def in_plane(point: Point, p: int) -> Real:
    return point.origin[at(p)] + point.a * point.first[at(p)] + point.b * point.second[at(p)]


@lru_cache
def fetching(tile: Tile, by_rows: bool) -> Function:
    """Loads what a layer reads for the block's samples into ``ws[k, lane]``: rows from ``low`` on of the layer before, masked, or inputs.

    Behind the first ``deep`` rows nothing is written; beyond ``height`` and the samples are 0.
    """
    rows, lanes, warps, per = tile.rows, tile.lanes, tile.warps, tile.per

    @inlined
    def outputs(ws: Reals, columns: Columns, kept: Kept, row: int, height: int, deep: int) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        for i in range(per):  # a warp reads a neuron's neighbouring columns
            k = warp + i * warps
            if k < deep:
                value = ws.dtype.type(0)
                if k < height and lane < columns.filled:
                    value = columns.acts[at(row - columns.base + k), at(columns.slot + lane)]
                    if kept.used:
                        value = kept.gain[kept.number, row + k] * value + kept.hold[kept.number, row + k]
                ws[at(k), at(lane)] = value

    @inlined
    def inputs_by_rows(ws: Reals, columns: Columns, low: int, height: int, deep: int) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        for i in range(lanes // warps):  # a warp reads a sample's neighbouring inputs
            c = warp + i * warps
            for part in range(rows // lanes):
                k = part * lanes + lane
                if k < deep:
                    inside = k < height and c < columns.filled
                    ws[at(k), at(c)] = columns.inputs[at(columns.start + c), at(low + k)] if inside else ws.dtype.type(0)

    @inlined
    def inputs_by_columns(ws: Reals, columns: Columns, low: int, height: int, deep: int) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        for i in range(per):
            k = warp + i * warps
            if k < deep:
                inside = k < height and lane < columns.filled
                ws[at(k), at(lane)] = columns.inputs[at(low + k), at(columns.start + lane)] if inside else ws.dtype.type(0)

    inputs = inputs_by_rows if by_rows else inputs_by_columns

    @inlined
    def fetch(ws: Reals, columns: Columns, kept: Kept, layer: int, row_in: int, low: int, height: int, deep: int) -> None:
        if layer == 0:
            inputs(ws, columns, low, height, deep)
        else:
            outputs(ws, columns, kept, row_in + low, height, deep)

    return fetch


@lru_cache
def walking(tile: Tile, real: Any, by_rows: bool, plane: bool) -> Function:
    """The block's samples through the layers from ``begin`` to below ``end``; what is left in ``acts`` is not masked."""
    rows, lanes, per = tile.rows, tile.lanes, tile.per
    weight = in_plane if plane else at_origin
    weigh, fetch, multiply = weighing(tile, weight), fetching(tile, by_rows), columns_by_columns(tile)

    @inlined
    def walk(point: Point, layers: Numbers, begin: int, end: int, columns: Columns, kept: Kept, xs: Reals, ws: Reals) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        for layer in range(begin, end):
            n_in, width, row = layers[layer, WIDTH_IN], layers[layer, WIDTH], layers[layer, ROW]
            for left in range(0, width, rows):
                sums = cuda.local.array(per, real)
                for i in range(per):
                    sums[i] = 0
                for low in range(0, n_in, rows):
                    height = min(rows, n_in - low)
                    deep = (height + 3) // 4 * 4
                    cuda.syncthreads()  # what is there was used, and the layer before is whole
                    weigh(xs, point, layers[layer, WEIGHTS], n_in, width, low, left, deep)
                    fetch(ws, columns, kept, layer, layers[layer, ROW_IN], low, height, deep)
                    cuda.syncthreads()
                    multiply(sums, xs, ws, deep)
                cuda.syncthreads()  # all have multiplied
                for i in range(per):
                    xs[at(warp * per + i), at(lane)] = sums[i]
                for k in range(warp * per, min(warp * per + per, width - left) if lane < columns.filled else 0):
                    z = xs[at(k), at(lane)] + weight(point, layers[layer, BIASES] + left + k)
                    columns.acts[at(row - columns.base + left + k), at(columns.slot + lane)] = activate(layers[layer, ACTIVATION], z)
        cuda.syncthreads()

    return walk


@lru_cache(maxsize=8)
def rows_kernel(tile: Tile, itemsize: int, by_rows: bool) -> Any:
    """Outputs of every neuron into ``acts`` (rows, n), where ``whole`` is 1; else of those from row ``low`` on into ``picked``, and
    ``acts`` has a column for each lane of each block, for all rows but the inputs'.
    """
    real, rows, lanes, threads = real_for(itemsize), tile.rows, tile.lanes, tile.threads
    walk, wide_row = walking(tile, real, by_rows, plane=False), lanes + 1  # so that a sample's numbers lie in as many banks

    def rows_of(
        inputs: Reals, params: Reals, layers: Numbers, gain: Reals, hold: Reals, used: int, ending: int, whole: int, low: int,
        acts: Reals, picked: Reals,
    ) -> None:  # fmt: skip
        xs = cuda.shared.array((rows, rows), real, alignment=ALIGNED)
        ws = cuda.shared.array((rows, wide_row), real)
        thread, depth, n_in = cuda.threadIdx.x, layers.shape[0], layers[0, WIDTH_IN]
        size = inputs.shape[0] if by_rows else inputs.shape[1]
        zero = params.dtype.type(0)
        last, base = layers[depth - 1, ROW], 0 if whole else n_in
        for start in range(cuda.blockIdx.x * lanes, size, cuda.gridDim.x * lanes):
            filled, slot = min(lanes, size - start), start if whole else cuda.blockIdx.x * lanes
            columns = Columns(inputs, acts, base, start, slot, filled)
            kept = Kept(gain, hold, 0, used)
            walk(Point(params, params, params, zero, zero), layers, 0, depth, columns, kept, xs, ws)
            if thread < filled:
                finish_column(acts[last - base :], slot + thread, ending)
            if whole:
                for item in range(thread, n_in * filled, threads):
                    i, c = item // filled, start + item % filled
                    acts[i, c] = inputs[c, i] if by_rows else inputs[i, c]
                for item in range(thread, (last - n_in) * filled if used else 0, threads):
                    row, c = n_in + item // filled, start + item % filled
                    acts[row, c] = gain[0, row] * acts[row, c] + hold[0, row]
            else:
                cuda.syncthreads()
                for item in range(thread, picked.shape[0] * filled, threads):
                    row, c = item // filled, item % filled
                    picked[row, start + c] = acts[low + row - base, slot + c]
                cuda.syncthreads()

    return compiled(rows_of, tile, 2)


@lru_cache(maxsize=8)
def measure_kernel(tile: Tile, itemsize: int, by_rows: bool, plane: bool) -> Any:
    """Sums of the losses and numbers of right answers, ``found`` (2, questions, parts), over ``parts`` runs of the samples.

    A question is a mask of ``gain`` and ``hold``; where ``plane``, one of ``places`` (2, questions), all under the first mask. Blocks have
    ``parts`` × ``groups`` pieces of work: a run of samples, and every question whose number modulo ``groups`` is the same.
    """
    real, rows, lanes = real_for(itemsize), tile.rows, tile.lanes
    walk, wide_row = walking(tile, real, by_rows, plane), lanes + 1

    def measure(
        inputs: Reals, targets: Reals, origin: Reals, first: Reals, second: Reals, places: Reals, layers: Numbers, gain: Reals, hold: Reals,
        used: int, loss: int, ending: int, groups: int, acts: Reals, found: NDArray[np.float64],
    ) -> None:  # fmt: skip
        xs = cuda.shared.array((rows, rows), real, alignment=ALIGNED)
        ws = cuda.shared.array((rows, wide_row), real)
        losses = cuda.shared.array(lanes, types.float64)
        rights = cuda.shared.array(lanes, types.int32)
        thread, depth, base, parts = cuda.threadIdx.x, layers.shape[0], layers[0, WIDTH_IN], found.shape[2]
        size = inputs.shape[0] if by_rows else inputs.shape[1]
        tiles, zero = (size + lanes - 1) // lanes, origin.dtype.type(0)
        length, slot = (tiles + parts - 1) // parts, cuda.blockIdx.x * lanes
        shared = 0 if plane or depth == 1 else 1  # layers that are the same for all questions
        outputs = acts[layers[depth - 1, ROW] - base :]
        for item in range(cuda.blockIdx.x, parts * groups, cuda.gridDim.x):
            part, group = item % parts, item // parts
            for number in range(part * length, min(tiles, (part + 1) * length)):
                start = number * lanes
                filled = min(lanes, size - start)
                columns = Columns(inputs, acts, base, start, slot, filled)
                question = group - groups if shared else group  # below 0: what is the same for all
                while question < found.shape[1]:
                    place, mask = max(question, 0) if plane else 0, 0 if plane else max(question, 0)
                    point = Point(origin, first, second, places[0, place], places[1, place])
                    begin, end = (0, shared) if question < 0 else (shared, depth)
                    walk(point, layers, begin, end, columns, Kept(gain, hold, mask, used), xs, ws)
                    if question >= 0:
                        if thread < filled:
                            column, sample = slot + thread, start + thread
                            lost = cross_entropy(outputs, column, targets, sample, loss) if loss >= BINARY_CROSS_ENTROPY else zero
                            finish_column(outputs, column, ending)
                            if loss < BINARY_CROSS_ENTROPY:
                                lost = squared_error(outputs, column, targets, sample, loss)
                            losses[thread], rights[thread] = lost, names_right_class(outputs, column, targets, sample)
                        cuda.syncthreads()
                        if thread == 0:
                            total, right = 0.0, 0.0
                            if number > part * length:
                                total, right = found[0, question, part], found[1, question, part]
                            for other in range(filled):
                                total += losses[other]
                                right += rights[other]
                            found[0, question, part], found[1, question, part] = total, right
                        cuda.syncthreads()
                    question += groups

    return compiled(measure, tile, 2)
