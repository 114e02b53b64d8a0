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
    activate,
    cross_entropy,
    finish_column,
    names_right_class,
    optimize,
    output_delta,
    regularised,
    slope,
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
def forward(
    params: Reals, layers: Numbers, layer: int, acts: Reals, deltas: Reals, gain: Reals, hold: Reals, span: int,
    keep: NDArray[np.uint8], step: int, first: int, scale: Real, count: int,
) -> None:  # fmt: skip
    """Outputs of one layer, and g·f'(z) into ``deltas`` for the way back. One thread per neuron and column.

    ``scale`` 0 is no dropout; else column c's dropout is ``keep[step, hidden row, first + c]``.
    """
    weights, row_in, row = layers[layer, WEIGHTS], layers[layer, ROW_IN], layers[layer, ROW]
    width, code = layers[layer, WIDTH], layers[layer, ACTIVATION]
    for item in range(cuda.grid(1), width * count, cuda.gridsize(1)):
        j, column = item // count, item % count
        z = params[layers[layer, BIASES] + j]
        for i in range(layers[layer, WIDTH_IN]):
            z += params[weights + i * width + j] * acts[row_in + i, column]
        a = activate(code, z)
        share = gain[column // span, row + j]
        held = hold[column // span, row + j]
        if scale != 0:
            kept = scale if keep[step, row + j - layers[0, WIDTH_IN], first + column] != 0 else acts.dtype.type(0)
            share *= kept
            held *= kept
        acts[row + j, column] = share * a + held
        deltas[row + j, column] = share * slope(code, z, a)


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
def finish(acts: Reals, first: int, count: int, ending: int) -> None:
    """Turn logits into outputs where nobody asks for the loss. ``first`` is the first output row. One thread per column."""
    outputs = acts[first:]
    for column in range(cuda.grid(1), count, cuda.gridsize(1)):
        finish_column(outputs, column, ending)


@kernel
def pick(acts: Reals, first: int, picked: Reals) -> None:
    """Copy the rows from ``first`` into ``picked`` (rows, count), which can be read in one piece. One thread per number."""
    for item in range(cuda.grid(1), picked.shape[0] * picked.shape[1], cuda.gridsize(1)):
        row, column = item // picked.shape[1], item % picked.shape[1]
        picked[row, column] = acts[first + row, column]


@kernel
def judge(acts: Reals, targets: Reals, order: Numbers, begin: int, span: int, count: int, right: NDArray[np.uint8]) -> None:
    """1 where the network names the right class: output ≥ 0.5 for one output, else the largest. One thread per column."""
    outputs = acts[acts.shape[0] - targets.shape[0] :]
    for column in range(cuda.grid(1), count, cuda.gridsize(1)):
        right[column] = names_right_class(outputs, column, targets, order[begin + column % span])


@kernel
def backward(params: Reals, layers: Numbers, layer: int, deltas: Reals, count: int) -> None:
    """Deltas of the neurons that feed ``layer``, where :func:`forward` left g·f'(z). One thread per neuron and column."""
    weights, row_in, row = layers[layer, WEIGHTS], layers[layer, ROW_IN], layers[layer, ROW]
    width = layers[layer, WIDTH]
    for item in range(cuda.grid(1), layers[layer, WIDTH_IN] * count, cuda.gridsize(1)):
        i, column = item // count, item % count
        blame = deltas.dtype.type(0)
        for j in range(width):
            blame += params[weights + i * width + j] * deltas[row + j, column]
        deltas[row_in + i, column] *= blame


@kernel
def accumulate(
    acts: Reals, deltas: Reals, losses: NDArray[np.float64], sources: Numbers, owners: Numbers, count: int, slices: int, more: int,
    parts: Reals, loss_parts: NDArray[np.float64],
) -> None:  # fmt: skip
    """Sums of the gradient over ``slices`` slices of the columns, and of the losses. One thread per parameter and slice.

    A parameter's data gradient is Σ output of ``sources[p]`` (1 for a bias, whose source is −1) × delta of ``owners[p]``.
    ``more`` 1 adds to what ``parts`` (slices, P) holds. The losses ride along as parameter number P.
    """
    size = sources.shape[0]
    length = (count + slices - 1) // slices
    for item in range(cuda.grid(1), (size + 1) * slices, cuda.gridsize(1)):
        part, p = item // (size + 1), item % (size + 1)
        low, high = part * length, min(count, (part + 1) * length)
        if p == size:
            lost = loss_parts[part] if more else 0.0
            for column in range(low, high):
                lost += losses[column]
            loss_parts[part] = lost
        else:
            total = parts[part, p] if more else parts.dtype.type(0)
            source, owner = sources[p], owners[p]
            for column in range(low, high):
                total += deltas[owner, column] if source < 0 else acts[source, column] * deltas[owner, column]
            parts[part, p] = total


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


ALL = (gather, gather_rows, forward, answer, finish, pick, judge, backward, accumulate, update, combine)
