"""The design that the CUDA document teaches, written afresh: the yardstick that the GPU's figures are measured against.

Element functions are ``vectorize`` and ``guvectorize`` for CUDA, matrix products are kernels with a thread per result, every
operation is a launch of its own that the host waits for, and each makes a new array for its result. It differs from the document
where that is wrong or special to its network: products of any shape, weights and biases both moved by the mean gradient, deltas
computed before the weights they go through are changed.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from numba import config, cuda, guvectorize, vectorize
from numpy.typing import NDArray

from nn.backends.cuda_kernels import kernel
from nn.layout import Layout

Floats = NDArray[np.floating]
OnDevice = Any  # numba's device array has no types of its own
SIMULATED = bool(config.ENABLE_CUDASIM)
THREADS = (2, 2) if SIMULATED else (16, 16)


def elementwise(function: Callable[..., Any]) -> Callable[..., OnDevice]:
    """A function of numbers as one of device arrays. The simulator has no ``vectorize``: there NumPy does it."""
    if SIMULATED:
        return lambda *arrays: cuda.to_device(np.vectorize(function)(*(array.copy_to_host() for array in arrays)))
    count = function.__code__.co_argcount
    made: Callable[..., OnDevice] = vectorize([f"{real}({', '.join([real] * count)})" for real in ("float32", "float64")], target="cuda")(function)
    return made


def sigmoid_of(z: Any) -> Any:
    return 1 / (1 + math.exp(-z))


def slope_of(a: Any) -> Any:
    return a * (1 - a)


def error_of(output: Any, target: Any) -> Any:
    """Derivative of the squared error of one output."""
    return 2 * (output - target)


def multiply_rows(a: Any, b: Any, out: Any) -> None:
    for i in range(out.shape[0]):
        out[i] = a[i] * b[i]


def product_of_rows() -> Callable[..., OnDevice]:
    if SIMULATED:
        return elementwise(lambda a, b: a * b)
    signatures = [f"({real}[:], {real}[:], {real}[:])" for real in ("float32", "float64")]
    made: Callable[..., OnDevice] = guvectorize(signatures, "(m),(m)->(m)", target="cuda")(multiply_rows)
    return made


@kernel
def weighted_sums(inputs: Any, weights: Any, biases: Any, out: Any) -> None:
    i, j = cuda.grid(2)
    if i < out.shape[0] and j < out.shape[1]:
        total = biases[j]
        for k in range(inputs.shape[1]):
            total += inputs[i, k] * weights[k, j]
        out[i, j] = total


@kernel
def through_transposed(deltas: Any, weights: Any, out: Any) -> None:
    """``deltas`` @ ``weights``ᵀ"""
    i, j = cuda.grid(2)
    if i < out.shape[0] and j < out.shape[1]:
        total = out.dtype.type(0)
        for k in range(deltas.shape[1]):
            total += deltas[i, k] * weights[j, k]
        out[i, j] = total


@kernel
def mean_outer(inputs: Any, deltas: Any, out: Any) -> None:
    """``inputs``ᵀ @ ``deltas`` / samples"""
    i, j = cuda.grid(2)
    if i < out.shape[0] and j < out.shape[1]:
        total = out.dtype.type(0)
        for k in range(inputs.shape[0]):
            total += inputs[k, i] * deltas[k, j]
        out[i, j] = total / out.dtype.type(inputs.shape[0])


@kernel
def mean_columns(deltas: Any, out: Any) -> None:
    j = cuda.grid(1)
    if j < out.shape[0]:
        total = out.dtype.type(0)
        for k in range(deltas.shape[0]):
            total += deltas[k, j]
        out[j] = total / out.dtype.type(deltas.shape[0])


@kernel
def move(weights: Any, biases: Any, weight_gradient: Any, bias_gradient: Any, rate: Any) -> None:
    i, j = cuda.grid(2)
    if i < weights.shape[0] and j < weights.shape[1]:
        weights[i, j] -= weight_gradient[i, j] * rate
        if i == 0:
            biases[j] -= bias_gradient[j] * rate


class DocumentNetwork:
    """Sigmoids everywhere, mean squared error of one output, full batch, gradient descent: what the document trains.

    ``inputs`` (n, n_in), ``targets`` (n, 1), ``params`` (P,) in :class:`nn.layout.Layout`'s order.
    """

    def __init__(self, widths: tuple[int, ...], inputs: Floats, targets: Floats, params: Floats, dtype: type[np.floating]) -> None:
        self.layout = Layout(widths)
        self.real = dtype
        self.inputs, self.targets = (cuda.to_device(np.ascontiguousarray(array, dtype=dtype)) for array in (inputs, targets))
        vector = np.asarray(params, dtype=dtype)
        numbers = range(1, self.layout.depth + 1)
        self.weights = [cuda.to_device(self.layout.weights(vector, n).copy()) for n in numbers]
        self.biases = [cuda.to_device(self.layout.biases(vector, n).copy()) for n in numbers]
        self.sigmoid, self.slope, self.error = elementwise(sigmoid_of), elementwise(slope_of), elementwise(error_of)
        self.multiply = product_of_rows()

    def step(self, rate: float) -> None:
        """Forward, backward, update: one launch after another, each waited for."""
        outputs = [self.inputs]
        for weights, biases in zip(self.weights, self.biases, strict=True):
            z = self._launch(weighted_sums, (outputs[-1].shape[0], weights.shape[1]), outputs[-1], weights, biases)
            outputs.append(self._wait(self.sigmoid(z)))
        delta = self._times_slope(self._wait(self.error(outputs[-1], self.targets)), outputs[-1])
        for layer in reversed(range(self.layout.depth)):
            weights, source = self.weights[layer], outputs[layer]
            weight_gradient = self._launch(mean_outer, weights.shape, source, delta)
            bias_gradient = self._launch(mean_columns, (weights.shape[1],), delta)
            if layer > 0:
                blame = self._launch(through_transposed, source.shape, delta, weights)
                delta = self._times_slope(blame, source)
            self._run(move, weights.shape, weights, self.biases[layer], weight_gradient, bias_gradient, self.real(rate))

    def params(self) -> Floats:
        """The parameters, shape (P,)."""
        found = [array.copy_to_host().ravel() for pair in zip(self.weights, self.biases, strict=True) for array in pair]
        return np.concatenate(found)

    def launches(self) -> int:
        """How many kernels a step starts."""
        layers = len(list(pairwise(self.layout.widths)))
        return 2 * layers + 3 + 3 * layers + 3 * (layers - 1)

    def _times_slope(self, blame: OnDevice, output: OnDevice) -> OnDevice:
        return self._wait(self.multiply(blame, self._wait(self.slope(output))))

    def _launch(self, function: Any, shape: tuple[int, ...], *arguments: Any) -> OnDevice:
        """Run a kernel that fills a new array of ``shape``."""
        out = cuda.device_array(shape, dtype=self.real)
        self._run(function, shape, *arguments, out)
        return out

    def _run(self, function: Any, shape: tuple[int, ...], *arguments: Any) -> None:
        threads = THREADS[: len(shape)]
        blocks = tuple(-(-size // count) for size, count in zip(shape, threads, strict=True))
        function[blocks, threads](*arguments)
        cuda.synchronize()

    def _wait(self, array: OnDevice) -> OnDevice:
        cuda.synchronize()
        return array
