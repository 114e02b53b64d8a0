# ruff: noqa: PLR0917 - GPU functions take their arguments by position

"""Parts 1 and 3 of a step on a grid (:mod:`nn.backends.cuda_grid`): a block and its tile of a layer's weights."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends.cuda_grid_plan import Tile
from nn.backends.cuda_kernels import BIASES, ROW, ROW_IN, WEIGHTS, WIDTH, WIDTH_IN, Numbers
from nn.backends.cuda_layers import Function, Rule, Samples, inlined
from nn.backends.cuda_math import Reals, optimize, regularised
from nn.backends.cuda_tiles import at, columns_by_columns, piece_of, rows_by_columns


class Net(NamedTuple):
    """The network: ``layers`` (L, 7) as in :mod:`nn.backends.cuda_kernels`, ``slices`` and ``firsts`` of
    :class:`nn.backends.cuda_grid_plan.Cut`; codes of the loss and of what the last layer's logits still need.
    """

    layers: Numbers
    slices: Numbers
    firsts: Numbers
    loss: int
    ending: int


class Room(NamedTuple):
    """What blocks leave for one another: ``partials`` (slices of the first layer, batch, first layer), ``acts`` and ``deltas``
    (batch, rows), ``lost`` (batch,) float64; ``transposed`` (P,) the weights behind the first layer, each matrix transposed.
    """

    partials: Reals
    acts: Reals
    deltas: Reals
    lost: NDArray[np.float64]
    transposed: Reals


def loading(tile: Tile) -> Function:
    """Sources of a tile's rows for a tile of samples into ``xs``: the data's inputs, or the layer's before."""
    rows, lanes, warps, per = tile.rows, tile.lanes, tile.warps, tile.per

    @inlined
    def load(xs: Reals, samples: Samples, room: Room, layer: int, row_in: int, low: int, height: int, begin: int, start: int, filled: int) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        for i in range(per):  # a warp reads its samples' neighbouring inputs; where each sample lies is found once
            s = warp + i * warps
            place = start + s
            if layer == 0 and samples.ordered and s < filled:
                place = samples.order[at(begin + place)]
            for part in range(rows // lanes):
                k = part * lanes + lane
                value = xs.dtype.type(0)
                if s < filled and k < height:
                    value = room.acts[at(place), at(row_in + low + k)] if layer > 0 else samples.inputs[at(place), at(low + k)]
                xs[at(s), at(k)] = value

    return load


def multiplying(tile: Tile, real: Any) -> Function:
    """Part 1: the block's share of the first layer's products into ``room.partials``."""
    rows, lanes, warps, per, load, products = tile.rows, tile.lanes, tile.warps, tile.per, loading(tile), rows_by_columns(tile)

    @inlined
    def multiply(params: Reals, samples: Samples, net: Net, room: Room, begin: int, count: int, kept: int, again: int, xs: Reals, ws: Reals) -> None:
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        first_weight, width_in, width = net.layers[0, WEIGHTS], net.layers[0, WIDTH_IN], net.layers[0, WIDTH]
        slices, units = net.slices[0], net.firsts[1]
        length = (width_in + slices - 1) // slices
        for item in range(cuda.blockIdx.x, units * ((count + rows - 1) // rows), cuda.gridDim.x):
            part, left, start = item % units % slices, item % units // slices * lanes, item // units * rows
            low, filled = part * length, min(rows, count - start)
            height, wide = max(0, min(length, width_in - low)), min(lanes, width - left)
            cuda.syncthreads()
            load(xs, samples, room, 0, 0, low, height, begin, start, filled)
            if not (kept and again):
                for i in range(per):
                    k = warp + i * warps
                    inside = k < height and lane < wide
                    ws[at(k), at(lane)] = params[at(first_weight + (low + k) * width + left + lane)] if inside else params.dtype.type(0)
            cuda.syncthreads()
            sums = cuda.local.array(per, real)
            for i in range(per):
                sums[i] = 0
            if warp * per < filled:
                products(sums, xs, ws, height)
            for i in range(per):
                if warp * per + i < filled and lane < wide:
                    room.partials[at(part), at(start + warp * per + i), at(left + lane)] = sums[i]

    return multiply


@inlined
def moved(weight: Any, g: Any, p: int, penalised: bool, scale: Any, rule: Rule, masked: int, slots: Reals, step: int) -> Any:
    """Parameter ``p`` after a step of the optimizer. Nothing is read of the GPU's memory that isn't needed: each takes half a microsecond."""
    if masked and rule.frozen[at(p)] != 0:
        return weight
    g *= scale
    if penalised:
        g = regularised(g, weight, rule.numbers)
    return weight - optimize(rule.optimizer, g, rule.rates[step, 0], slots, p, rule.numbers, rule.rates[step, 1], rule.rates[step, 2])


def updating(tile: Tile, real: Any) -> Function:
    """Part 3: gradient and update of the block's tiles of weights, and of the biases beside the first rows of each."""
    rows, lanes, warps, per, load = tile.rows, tile.lanes, tile.warps, tile.per, loading(tile)
    piece, products = piece_of(tile), columns_by_columns(tile)

    @inlined
    def update(
        params: Reals, slots: Reals, samples: Samples, rule: Rule, masked: int, net: Net, room: Room, begin: int, count: int, step: int,
        kept: int, xs: Reals, ws: Reals, ds: Reals,
    ) -> None:  # fmt: skip
        lane, warp = cuda.threadIdx.x % lanes, cuda.threadIdx.x // lanes
        scale = params.dtype.type(1) / params.dtype.type(count) if rule.averaged else params.dtype.type(1)
        for unit in range(cuda.blockIdx.x, net.firsts[net.layers.shape[0]], cuda.gridDim.x):
            layer, low, left, height = piece(net.layers, net.slices, net.firsts, unit)
            first_weight, width_in, width = net.layers[layer, WEIGHTS], net.layers[layer, WIDTH_IN], net.layers[layer, WIDTH]
            row_in, row, wide = net.layers[layer, ROW_IN], net.layers[layer, ROW], min(lanes, net.layers[layer, WIDTH] - left)
            sums = cuda.local.array(per, real)
            for i in range(per):
                sums[i] = 0
            biases = params.dtype.type(0)
            for start in range(0, count, rows):
                filled = min(rows, count - start)
                cuda.syncthreads()
                if not (kept and layer == 0):
                    load(xs, samples, room, layer, row_in, low, height, begin, start, filled)
                for i in range(per):
                    s = warp + i * warps
                    inside = s < filled and lane < wide
                    ds[at(s), at(lane)] = room.deltas[at(start + s), at(row + left + lane)] if inside else params.dtype.type(0)
                cuda.syncthreads()
                biases += products(sums, xs, ds, filled)
            cuda.syncthreads()
            for i in range(per):
                ds[at(warp * per + i), at(lane)] = sums[i]
            above = -1 if warp == 0 and low == 0 else warp * per  # row −1 is the biases
            for k in range(above, min(height, (warp + 1) * per)):
                if lane < wide:
                    p = net.layers[layer, BIASES] + left + lane if k < 0 else first_weight + (low + k) * width + left + lane
                    g = biases if k < 0 else ds[at(k), at(lane)]
                    here = ws[at(k), at(lane)] if kept and layer == 0 and k >= 0 else params[at(p)]
                    weight = moved(here, g, p, k >= 0, scale, rule, masked, slots, step)
                    params[at(p)] = weight
                    if k >= 0 and layer > 0:
                        room.transposed[at(first_weight + (left + lane) * width_in + low + k)] = weight
                    if k >= 0 and layer == 0:
                        ws[at(k), at(lane)] = weight

    return update
