# ruff: noqa: PLR0917 - GPU functions take their arguments by position
"""The kernels of a training step. Every thread writes only what is its own, so there are no atomics and a run repeats.

Neurons are rows and samples columns: ``acts[row, column]`` is a neuron's output for a sample, and neighbouring threads read
neighbouring samples. Where several masks are tried at once, column c belongs to mask c // span and to the batch's sample
c % span. Kernels stride over their work, so that any launch size does it all.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends.cuda_math import (
    BINARY_CROSS_ENTROPY,
    Real,
    Reals,
    cross_entropy,
    finish_column,
    optimize,
    output_delta,
    regularised,
    squared_error,
)

Numbers: TypeAlias = NDArray[np.integer[Any]]


def kernel(function: Callable[..., None]) -> Any:
    """``cuda.jit``: called as ``kernel[blocks, threads, stream](…)``; compiles for each dtype at its first call."""
    return cuda.jit(function)


# Columns of the layer table: where a layer's weights and biases start, its input rows, its own rows, its activation.
WEIGHTS, BIASES, ROW_IN, WIDTH_IN, ROW, WIDTH, ACTIVATION = range(7)


@kernel
def gather(inputs: Reals, order: Numbers, begin: int, span: int, count: int, acts: Reals) -> None:
    """Copy the batch's inputs, ``inputs`` (n_in, n), into the input rows. One thread per input and column."""
    for item in range(cuda.grid(1), inputs.shape[0] * count, cuda.gridsize(1)):
        row, column = item // count, item % count
        acts[row, column] = inputs[row, order[begin + column % span]]


@kernel
def gather_rows(inputs: Reals, order: Numbers, begin: int, span: int, count: int, acts: Reals) -> None:
    """As :func:`gather` from ``inputs`` (n, n_in): neighbouring threads read neighbouring inputs of one sample."""
    for item in range(cuda.grid(1), inputs.shape[1] * count, cuda.gridsize(1)):
        column, row = item // inputs.shape[1], item % inputs.shape[1]
        acts[row, column] = inputs[order[begin + column % span], row]


@kernel
def answer(
    acts: Reals, deltas: Reals, losses: NDArray[np.float64], targets: Reals, order: Numbers,
    begin: int, span: int, count: int, loss: int, ending: int,
) -> None:  # fmt: skip
    """Loss, outputs and output deltas of each column, ``targets`` (n_out, n). One thread per column."""
    first = acts.shape[0] - targets.shape[0]
    outputs, output_deltas = acts[first:], deltas[first:]
    for column in range(cuda.grid(1), count, cuda.gridsize(1)):
        sample = order[begin + column % span]
        if loss >= BINARY_CROSS_ENTROPY:
            losses[column] = cross_entropy(outputs, column, targets, sample, loss)
            finish_column(outputs, column, ending)
        else:
            finish_column(outputs, column, ending)
            losses[column] = squared_error(outputs, column, targets, sample, loss)
        output_delta(outputs, output_deltas, column, targets, sample, loss, ending)


@kernel
def pick(acts: Reals, first: int, picked: Reals) -> None:
    """Copy the rows from ``first`` into ``picked`` (rows, count), which can be read in one piece. One thread per number."""
    for item in range(cuda.grid(1), picked.shape[0] * picked.shape[1], cuda.gridsize(1)):
        row, column = item // picked.shape[1], item % picked.shape[1]
        picked[row, column] = acts[first + row, column]


@kernel
def update(
    params: Reals, slots: Reals, frozen: NDArray[np.uint8], sources: Numbers, parts: Reals, loss_parts: NDArray[np.float64], slices: int,
    batch: int, scale: Real, optimizer: int, numbers: Reals, rate: Real, correction1: Real, correction2: Real,
    losses: NDArray[np.float64], step: int,
) -> None:  # fmt: skip
    """One step of the optimizer, and the batch's mean loss into ``losses[step]``. One thread per parameter.

    ``scale`` is 1/batch where gradients are averaged, 1 where they are summed. Frozen parameters and their slots stay.
    """
    size = params.shape[0]
    for p in range(cuda.grid(1), size + 1, cuda.gridsize(1)):
        if p == size:
            lost = 0.0
            for part in range(slices):
                lost += loss_parts[part]
            losses[step] = lost / batch
        elif frozen[p] == 0:
            g = params.dtype.type(0)
            for part in range(slices):
                g += parts[part, p]
            g *= scale
            if sources[p] >= 0:
                g = regularised(g, params[p], numbers)
            params[p] -= optimize(optimizer, g, rate, slots, p, numbers, correction1, correction2)


@kernel
def combine(params: Reals, sources: Numbers, parts: Reals, slices: int, scale: Real, numbers: Reals, gradient: Reals) -> None:
    """The gradient of the regularised objective itself. One thread per parameter."""
    for p in range(cuda.grid(1), params.shape[0], cuda.gridsize(1)):
        g = params.dtype.type(0)
        for part in range(slices):
            g += parts[part, p]
        g *= scale
        gradient[p] = regularised(g, params[p], numbers) if sources[p] >= 0 else g


ALL = (gather, gather_rows, answer, pick, update, combine)
