# ruff: noqa: PLR0917 - GPU functions take their arguments by position
# ruff: noqa: PLR0912 - the branches of a GPU function are its cases, and the same threads go through all of them
"""Part 2 of a step on a grid (:mod:`nn.backends.cuda_grid`): a block takes a sample through the layers behind the first, and back."""

from __future__ import annotations

import math
from typing import Any

from numba import cuda

from nn.backends.cuda_grid_plan import Tile
from nn.backends.cuda_grid_tiles import Net, Room
from nn.backends.cuda_kernels import ACTIVATION, BIASES, ROW, ROW_IN, WEIGHTS, WIDTH, WIDTH_IN
from nn.backends.cuda_layers import Function, Samples, Switches, inlined
from nn.backends.cuda_math import (
    BINARY_CROSS_ENTROPY,
    CROSS_ENTROPY,
    HALF_SQUARED,
    MSE,
    SOFTMAX,
    Reals,
    activate,
    sigmoid,
    slope,
    softplus,
)
from nn.backends.cuda_tiles import at


def applying(tile: Tile) -> Function:
    """``target`` = ``source`` (n_in,) times a matrix (n_in, n_out) that begins at ``weights[first]``.

    Neighbouring threads read neighbouring weights. Where there are more threads than outputs, several add up parts of one.
    """
    threads = tile.threads

    @inlined
    def apply(weights: Reals, first: int, n_in: int, n_out: int, source: Reals, target: Reals, scratch: Reals) -> None:
        thread = cuda.threadIdx.x
        parts = max(1, threads // n_out)
        if parts == 1:
            for j in range(thread, n_out, threads):
                total = target.dtype.type(0)
                for i in range(n_in):
                    total += source[at(i)] * weights[at(first + i * n_out + j)]
                target[at(j)] = total
        else:
            j, part = thread % n_out, thread // n_out
            total = target.dtype.type(0)
            if part < parts:
                for i in range(part, n_in, parts):
                    total += source[at(i)] * weights[at(first + i * n_out + j)]
            scratch[thread] = total
            cuda.syncthreads()
            if thread < n_out:
                total = target.dtype.type(0)
                for part in range(parts):
                    total += scratch[at(part * n_out + thread)]
                target[at(thread)] = total
        cuda.syncthreads()

    return apply


@inlined
def switched(a: Any, g: Any, switches: Switches, row: int, hidden: int, step: int, place: int) -> Any:
    """A hidden neuron's output and slope with its switch and its dropout."""
    share, held = switches.gain[row], switches.hold[row]
    if switches.scale != 0:
        kept = switches.scale if switches.keep[step, hidden, place] != 0 else type(a)(0)
        share *= kept
        held *= kept
    return share * a + held, share * g


def firing(tile: Tile) -> Function:
    """Weighted sums of a layer in ``values`` become outputs, in place; outputs and slopes go where part 3 and the way back find them."""
    threads = tile.threads

    @inlined
    def fire(values: Reals, params: Reals, net: Net, layer: int, room: Room, switches: Switches, masked: int, step: int, place: int) -> None:
        row, width, code, biases = net.layers[layer, ROW], net.layers[layer, WIDTH], net.layers[layer, ACTIVATION], net.layers[layer, BIASES]
        for j in range(cuda.threadIdx.x, width, threads):
            z = values[at(j)] + params[at(biases + j)]
            a = activate(code, z)
            g = slope(code, z, a)
            if masked and layer < net.layers.shape[0] - 1:
                a, g = switched(a, g, switches, row + j, row + j - net.layers[0, WIDTH_IN], step, place)
            values[at(j)] = a
            room.acts[at(place), at(row + j)] = a
            room.deltas[at(place), at(row + j)] = g
        cuda.syncthreads()

    return fire


def answering(tile: Tile) -> Function:
    """Loss and output deltas of a sample. ``outputs`` holds the last layer's logits or outputs and then its deltas; ``spare`` is as long."""
    threads = tile.threads

    @inlined
    def answer(outputs: Reals, spare: Reals, scratch: Reals, net: Net, room: Room, targets: Reals, sample: int, place: int) -> None:
        real, thread, loss = outputs.dtype.type, cuda.threadIdx.x, net.loss
        last = net.layers.shape[0] - 1
        row, width, soft = net.layers[last, ROW], net.layers[last, WIDTH], net.ending == SOFTMAX
        largest, total = outputs[0], real(1)
        if soft:
            for k in range(1, width):
                largest = max(largest, outputs[at(k)])
            for j in range(thread, width, threads):
                spare[at(j)] = math.exp(outputs[at(j)] - largest)
            cuda.syncthreads()
            total = real(0)
            for k in range(width):
                total += spare[at(k)]
            cuda.syncthreads()
        mine = real(0)
        for j in range(thread, width, threads):
            z, target = outputs[at(j)], targets[at(sample), at(j)]
            o = spare[at(j)] / total if soft else z
            if loss == CROSS_ENTROPY:
                mine += target * (math.log(total) - (z - largest))
            elif loss == BINARY_CROSS_ENTROPY:
                mine += softplus(z) - target * z
                o = sigmoid(z)
            else:
                mine += (target - o) * (target - o)
            spare[at(j)] = o
        scratch[thread] = mine
        cuda.syncthreads()
        if thread == 0:
            mine = real(0)
            for other in range(min(width, threads)):
                mine += scratch[other]
            if loss == HALF_SQUARED:
                mine /= real(2)
            if loss == MSE:
                mine /= real(width)
            room.lost[place] = mine
        factor = real(2) / real(width) if loss == MSE else real(1)
        shared = real(0)
        if soft and loss != CROSS_ENTROPY:
            for k in range(width):
                shared += factor * (spare[at(k)] - targets[at(sample), at(k)]) * spare[at(k)]
        for j in range(thread, width, threads):
            delta = factor * (spare[at(j)] - targets[at(sample), at(j)])
            if loss < BINARY_CROSS_ENTROPY:
                delta = spare[at(j)] * (delta - shared) if soft else room.deltas[at(place), at(row + j)] * delta
            outputs[at(j)] = delta
            room.deltas[at(place), at(row + j)] = delta
        cuda.syncthreads()

    return answer


def sampling(tile: Tile) -> Function:
    """Part 2: the block's samples from the first layer's products to every layer's deltas."""
    threads, apply, fire, answer = tile.threads, applying(tile), firing(tile), answering(tile)

    @inlined
    def sample_through(
        params: Reals, samples: Samples, switches: Switches, masked: int, net: Net, room: Room, begin: int, count: int, step: int,
        values: Reals, scratch: Reals,
    ) -> None:  # fmt: skip
        layers, depth = net.layers, net.layers.shape[0]
        for place in range(cuda.blockIdx.x, count, cuda.gridDim.x):
            sample = samples.order[at(begin + place)] if samples.ordered else place
            now = 0
            for layer in range(depth):
                here, there = values[now], values[1 - now]
                if layer > 0:
                    apply(params, layers[layer, WEIGHTS], layers[layer, WIDTH_IN], layers[layer, WIDTH], here, there, scratch)
                else:
                    for j in range(cuda.threadIdx.x, layers[0, WIDTH], threads):
                        total = values.dtype.type(0)
                        for part in range(room.partials.shape[0]):
                            total += room.partials[at(part), at(place), at(j)]
                        there[at(j)] = total
                fire(there, params, net, layer, room, switches, masked, step, place)
                now = 1 - now
            answer(values[now], values[1 - now], scratch, net, room, samples.targets, sample, place)
            for layer in range(depth - 1, 0, -1):
                here, there, row_in = values[now], values[1 - now], layers[layer, ROW_IN]
                apply(room.transposed, layers[layer, WEIGHTS], layers[layer, WIDTH], layers[layer, WIDTH_IN], here, there, scratch)
                for i in range(cuda.threadIdx.x, layers[layer, WIDTH_IN], threads):
                    there[at(i)] *= room.deltas[at(place), at(row_in + i)]
                    room.deltas[at(place), at(row_in + i)] = there[at(i)]
                cuda.syncthreads()
                now = 1 - now

    return sample_through
