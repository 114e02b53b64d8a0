# ruff: noqa: PLR0917 - GPU functions take their arguments by position
"""GPU functions made for one network: its widths are constants in them, so that the compiler unrolls their loops.

Arrays whose every place is known when it compiles are kept in registers. Functions for several layers are put together two by
two, because numba can't loop over functions. Nothing here needs to know about threads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends.cuda_kernels import Numbers
from nn.backends.cuda_math import (
    BINARY_CROSS_ENTROPY,
    LOSSES,
    SIMULATED,
    Real,
    Reals,
    activate,
    cross_entropy,
    finish_column,
    output_delta,
    slope,
    squared_error,
)
from nn.backends.cuda_plan import Layer, Plan, ending

Function: TypeAlias = Callable[..., Any]


class Samples(NamedTuple):
    """Training data, samples in columns, and what each step takes: ``order[starts[k] : starts[k + 1]]``, or all in their order
    where ``ordered`` is 0.
    """

    inputs: Reals
    targets: Reals
    order: Numbers
    starts: Numbers
    ordered: int


class Rule(NamedTuple):
    """The update: ``rates`` (steps, 3) hold the learning rate, 1 − β₁ᵗ and 1 − β₂ᵗ of each step, ``numbers`` what
    :mod:`nn.backends.cuda_math` reads, ``sources`` −1 for a bias, ``averaged`` 1 where the gradient is the samples' mean.
    """

    optimizer: int
    averaged: int
    rates: Reals
    numbers: Reals
    frozen: NDArray[np.uint8]
    sources: Numbers


class Switches(NamedTuple):
    """Which hidden neurons pass on their output: gain·a + hold per row, then dropout as in :class:`nn.backends.base.Chunk`.

    ``scale`` 0 is no dropout.
    """

    gain: Reals
    hold: Reals
    keep: NDArray[np.uint8]
    scale: Real


def inlined(function: Function) -> Function:
    """A device function that becomes part of what calls it: only so can its arrays stay in registers."""
    made: Function = cuda.jit(device=True, **({} if SIMULATED else {"forceinline": True}))(function)
    return made


def neuron_of(plan: Plan, layer: Layer) -> Function:
    """Output of neuron ``j`` of a layer for one column, and g·f'(z) into ``deltas`` for the way back."""
    weights, biases, width, width_in, row, row_in = layer.weights, layer.biases, layer.width, layer.width_in, layer.row, layer.row_in
    code, switched = layer.activation, plan.switched and layer.hidden
    inputs = plan.architecture.widths[0]

    @inlined
    def neuron(params: Reals, acts: Reals, deltas: Reals, column: int, j: int, switches: Switches, step: int, place: int) -> None:
        z = params[biases + j]
        for i in range(width_in):
            z += params[weights + i * width + j] * acts[row_in + i, column]
        a = activate(code, z)
        g = slope(code, z, a)
        if switched:
            share, held = switches.gain[row + j], switches.hold[row + j]
            if switches.scale != 0:
                kept = switches.scale if switches.keep[step, row + j - inputs, place] != 0 else acts.dtype.type(0)
                share *= kept
                held *= kept
            a = share * a + held
            g *= share
        acts[row + j, column] = a
        deltas[row + j, column] = g

    return neuron


def answer_of(plan: Plan) -> Function:
    """The loss of one column; turns its last rows into outputs and output deltas."""
    first, loss, ends = plan.layers[-1].row, LOSSES[plan.architecture.loss], ending(plan.architecture)

    @inlined
    def answer(acts: Reals, deltas: Reals, column: int, targets: Reals, sample: int) -> Real:
        outputs, output_deltas = acts[first:], deltas[first:]
        if loss >= BINARY_CROSS_ENTROPY:
            lost = cross_entropy(outputs, column, targets, sample, loss)
            finish_column(outputs, column, ends)
        else:
            finish_column(outputs, column, ends)
            lost = squared_error(outputs, column, targets, sample, loss)
        output_delta(outputs, output_deltas, column, targets, sample, loss, ends)
        return lost

    return answer


def blame_of(layer: Layer) -> Function:
    """Delta of neuron ``i`` that feeds a layer, where :func:`neuron_of` left g·f'(z)."""
    weights, width, row, row_in = layer.weights, layer.width, layer.row, layer.row_in

    @inlined
    def blame(params: Reals, deltas: Reals, column: int, i: int) -> None:
        total = deltas.dtype.type(0)
        for j in range(width):
            total += params[weights + i * width + j] * deltas[row + j, column]
        deltas[row_in + i, column] *= total

    return blame


def forward_sample(plan: Plan) -> Function:
    """One sample, in column 0 of a thread's own arrays, through all layers."""
    return _one_after_another(_forward_layer(plan, layer) for layer in plan.layers)


def _forward_layer(plan: Plan, layer: Layer) -> Function:
    neuron, width = neuron_of(plan, layer), layer.width

    @inlined
    def forward(params: Reals, acts: Reals, deltas: Reals, switches: Switches, step: int, place: int) -> None:
        for j in range(width):
            neuron(params, acts, deltas, 0, j, switches, step, place)

    return forward


def _one_after_another(functions: Iterable[Function]) -> Function:
    def join(first: Function, second: Function) -> Function:
        @inlined
        def both(params: Reals, acts: Reals, deltas: Reals, switches: Switches, step: int, place: int) -> None:
            first(params, acts, deltas, switches, step, place)
            second(params, acts, deltas, switches, step, place)

        return both

    return reduce(join, functions)


def backward_sample(plan: Plan) -> Function:
    """One sample's deltas from the last layer to the first, its gradient added to ``sums``."""

    def join(first: Function, second: Function) -> Function:
        @inlined
        def both(params: Reals, acts: Reals, deltas: Reals, sums: Reals) -> None:
            first(params, acts, deltas, sums)
            second(params, acts, deltas, sums)

        return both

    return reduce(join, (_backward_layer(layer) for layer in reversed(plan.layers)))


def _backward_layer(layer: Layer) -> Function:
    weights, biases, width, width_in = layer.weights, layer.biases, layer.width, layer.width_in
    row, row_in, blame = layer.row, layer.row_in, blame_of(layer)

    @inlined
    def backward(params: Reals, acts: Reals, deltas: Reals, sums: Reals) -> None:
        for j in range(width):
            sums[biases + j] += deltas[row + j, 0]
        for i in range(width_in):
            for j in range(width):
                sums[weights + i * width + j] += acts[row_in + i, 0] * deltas[row + j, 0]
        if row_in > 0:  # inputs have no delta
            for i in range(width_in):
                blame(params, deltas, 0, i)

    return backward
