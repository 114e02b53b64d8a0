# ruff: noqa: PLR0917 - GPU functions take their arguments by position
"""Kernels that train a small network for many steps in one launch of one block: the numbers never leave the processor.

Weights and optimizer state wait in shared memory. A step adds up its gradient, by one of two ways (:mod:`nn.backends.cuda_plan`),
then each thread updates parameters of its own. All sums are taken in an order that depends on the sizes alone: a run repeats.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from typing import Any

import numpy as np
from numba import cuda, types
from numpy.typing import NDArray

from nn.backends.cuda_exchange import leaving, warp_total
from nn.backends.cuda_layers import Function, Rule, Samples, Switches, answer_of, backward_sample, blame_of, forward_sample, inlined, neuron_of
from nn.backends.cuda_math import SIMULATED, Reals, optimize, regularised
from nn.backends.cuda_plan import Kind, Layer, Plan


def registers_gradient(plan: Plan) -> Function:
    """Samples over threads. Each thread takes its samples through the network, gradients add up in its registers; then over
    the warp by exchanges, and each warp leaves its part in a row of ``parts``.
    """
    rows, inputs, size, loss_at = plan.architecture.layout.rows, plan.architecture.widths[0], plan.sums, plan.architecture.layout.size
    threads, warp, real = plan.threads, plan.warp, real_of(plan)
    forward, answer, backward, leave = forward_sample(plan), answer_of(plan), backward_sample(plan), leaving(warp, size)

    @inlined
    def gradient(params: Reals, samples: Samples, begin: int, count: int, switches: Switches, step: int, parts: Reals, scratch: Reals) -> None:
        thread = cuda.threadIdx.x
        acts = cuda.local.array((rows, 1), real)
        deltas = cuda.local.array((rows, 1), real)
        sums = cuda.local.array(size, real)
        for p in range(size):
            sums[p] = 0
        for place in range(thread, count, threads):
            sample = samples.order[begin + place] if samples.ordered else place
            for i in range(inputs):
                acts[i, 0] = samples.inputs[i, sample]
            forward(params, acts, deltas, switches, step, place)
            sums[loss_at] += answer(acts, deltas, 0, samples.targets, sample)
            backward(params, acts, deltas, sums)
        lane = thread % warp
        leave(sums, lane, parts, scratch)
        cuda.syncthreads()

    return gradient


def tile_gradient(plan: Plan) -> Function:
    """Neurons and samples over threads. A tile of samples goes through the network layer by layer, all threads together; then
    each warp adds up parameters of its own over the tile's samples.
    """
    rows, inputs, tile, threads, real = plan.architecture.layout.rows, plan.architecture.widths[0], plan.tile, plan.threads, real_of(plan)
    forward, backward, answer = tile_forward(plan), tile_backward(plan), answer_of(plan)
    warp, loss_at = plan.warp, plan.architecture.layout.size

    @inlined
    def gradient(params: Reals, samples: Samples, begin: int, count: int, switches: Switches, step: int, parts: Reals, scratch: Reals) -> None:
        thread = cuda.threadIdx.x
        acts = cuda.shared.array((rows, tile), real)
        deltas = cuda.shared.array((rows, tile), real)
        losses = cuda.shared.array(tile, real)
        for p in range(thread, loss_at + 1, threads):
            parts[0, p] = 0
        for start in range(0, count, tile):
            filled = min(tile, count - start)
            for item in range(thread, inputs * filled, threads):
                i, column = item // filled, item % filled
                sample = samples.order[begin + start + column] if samples.ordered else start + column
                acts[i, column] = samples.inputs[i, sample]
            cuda.syncthreads()
            forward(params, acts, deltas, switches, step, start, filled)
            for column in range(thread, filled, threads):
                sample = samples.order[begin + start + column] if samples.ordered else start + column
                losses[column] = answer(acts, deltas, column, samples.targets, sample)
            cuda.syncthreads()
            backward(params, acts, deltas, filled, parts, scratch)
            total = parts.dtype.type(0)
            for column in range(thread % warp, filled, warp):
                total += losses[column]
            total = warp_total(total, warp, scratch)
            if thread == 0:
                parts[0, loss_at] += total
            cuda.syncthreads()

    return gradient


def tile_forward(plan: Plan) -> Function:
    """A tile through all layers; every layer waits until the one before is done."""

    def layer_of(layer: Layer) -> Function:
        neuron, width, threads = neuron_of(plan, layer), layer.width, plan.threads

        @inlined
        def forward(params: Reals, acts: Reals, deltas: Reals, switches: Switches, step: int, start: int, filled: int) -> None:
            for item in range(cuda.threadIdx.x, width * filled, threads):
                j, column = item // filled, item % filled
                neuron(params, acts, deltas, column, j, switches, step, start + column)
            cuda.syncthreads()

        return forward

    def join(first: Function, second: Function) -> Function:
        @inlined
        def both(params: Reals, acts: Reals, deltas: Reals, switches: Switches, step: int, start: int, filled: int) -> None:
            first(params, acts, deltas, switches, step, start, filled)
            second(params, acts, deltas, switches, step, start, filled)

        return both

    return reduce(join, map(layer_of, plan.layers))


def tile_backward(plan: Plan) -> Function:
    """A tile's deltas from the last layer to the first, its gradient added to ``parts``."""

    def join(first: Function, second: Function) -> Function:
        @inlined
        def both(params: Reals, acts: Reals, deltas: Reals, filled: int, parts: Reals, scratch: Reals) -> None:
            first(params, acts, deltas, filled, parts, scratch)
            second(params, acts, deltas, filled, parts, scratch)

        return both

    return reduce(join, (_tile_backward_layer(plan, layer) for layer in reversed(plan.layers)))


def _tile_backward_layer(plan: Plan, layer: Layer) -> Function:
    threads, warp, warps = plan.threads, plan.warp, plan.warps
    first, size, weights, width, width_in = layer.weights, layer.size, layer.width_in * layer.width, layer.width, layer.width_in
    row, row_in, blame = layer.row, layer.row_in, blame_of(layer)

    @inlined
    def backward(params: Reals, acts: Reals, deltas: Reals, filled: int, parts: Reals, scratch: Reals) -> None:
        lane = cuda.threadIdx.x % warp
        for begin in range(0, size, warps):  # a parameter for each warp, and every warp stays for the exchanges
            p = begin + cuda.threadIdx.x // warp
            total = parts.dtype.type(0)
            if p < size:
                for column in range(lane, filled, warp):
                    delta = deltas[row + p % width, column]  # after the weights come the biases, again one per neuron
                    total += acts[row_in + p // width, column] * delta if p < weights else delta
            total = warp_total(total, warp, scratch)
            if lane == 0 and p < size:
                parts[0, first + p] += total
        if row_in > 0:  # inputs have no delta
            for item in range(cuda.threadIdx.x, width_in * filled, threads):
                blame(params, deltas, item % filled, item // filled)
        cuda.syncthreads()

    return backward


def update_of(plan: Plan) -> Function:
    """One step of the optimizer, and the batch's mean loss. Each thread has parameters of its own; the loss is number P."""
    size, threads, pieces = plan.architecture.layout.size, plan.threads, plan.parts

    @inlined
    def update(params: Reals, slots: Reals, parts: Reals, rule: Rule, step: int, count: int, losses: Reals) -> None:
        scale = parts.dtype.type(1) / parts.dtype.type(count) if rule.averaged else parts.dtype.type(1)
        for p in range(cuda.threadIdx.x, size + 1, threads):
            g = parts.dtype.type(0)
            for piece in range(pieces):
                g += parts[piece, p]
            if p == size:
                losses[step] = g / count
            elif rule.frozen[p] == 0:
                g *= scale
                if rule.sources[p] >= 0:
                    g = regularised(g, params[p], rule.numbers)
                rates = rule.rates
                params[p] -= optimize(rule.optimizer, g, rates[step, 0], slots, p, rule.numbers, rates[step, 1], rates[step, 2])

    return update


def real_of(plan: Plan) -> Any:
    return types.float32 if plan.itemsize == 4 else types.float64


@lru_cache(maxsize=64)
def training_kernel(plan: Plan) -> Any:
    """The kernel for a plan, to launch as ``kernel[1, plan.threads, stream](…)``. It compiles at its first launch: seconds."""
    size, threads, real = plan.architecture.layout.size, plan.threads, real_of(plan)
    pieces, sums, lanes = plan.parts, plan.sums, threads if SIMULATED else 1
    gradient = registers_gradient(plan) if plan.kind is Kind.REGISTERS else tile_gradient(plan)
    update = update_of(plan)

    def train(
        samples: Samples, switches: Switches, rule: Rule, params: Reals, slots: Reals, first: int, steps: int,
        losses: NDArray[np.float64], copy: Reals,
    ) -> None:  # fmt: skip
        """The steps ``first`` … ``first + steps − 1`` of a chunk, from ``params`` (P,) and ``slots`` (2, P) and back into them; and
        into ``copy`` (3, P), which the host can read.
        """
        thread = cuda.threadIdx.x
        weights = cuda.shared.array(size, real)
        state = cuda.shared.array((2, size), real)
        parts = cuda.shared.array((pieces, sums), real)
        scratch = cuda.shared.array(lanes, real)
        for p in range(thread, size, threads):
            weights[p] = params[p]
            state[0, p] = slots[0, p]
            state[1, p] = slots[1, p]
        cuda.syncthreads()
        for step in range(first, first + steps):
            begin = samples.starts[step] if samples.ordered else 0
            count = samples.starts[step + 1] - begin if samples.ordered else samples.inputs.shape[1]
            gradient(weights, samples, begin, count, switches, step, parts, scratch)
            update(weights, state, parts, rule, step, count, losses)
            cuda.syncthreads()
        for p in range(thread, size, threads):
            params[p] = copy[0, p] = weights[p]
            slots[0, p] = copy[1, p] = state[0, p]
            slots[1, p] = copy[2, p] = state[1, p]

    return cuda.jit(train) if SIMULATED else cuda.jit(train, launch_bounds=threads)
