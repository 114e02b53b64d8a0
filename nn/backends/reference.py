"""The oracle behind the engines' interface: slow, in float64 NumPy, and what the fast engines are checked against."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nn import backprop, metrics, optimizers
from nn.backends.base import Chunk, Hyper, State
from nn.backprop import Dropout, Problem
from nn.choices import Task
from nn.datasets.pixels import floats, is_bytes
from nn.network import Architecture, Mask, read_only

Floats = NDArray[np.floating]

BLOCK = 1 << 22  # numbers that a forward pass may hold per array kind at once


class ReferenceEngine:
    """Implements :class:`nn.backends.base.Engine`. Computes in float64, keeps parameters and slots in ``dtype``.

    ``inputs`` (n, n_in) and ``targets`` (n, n_out) are the training part, ``params`` (P,) the starting parameters; all are
    copied, but inputs of bytes, which must not change.
    """

    device = "cpu"
    device_name = "NumPy"

    def __init__(
        self,
        architecture: Architecture,
        inputs: Floats,
        targets: Floats,
        params: Floats,
        dtype: type[np.floating] | np.dtype[np.floating] = np.float64,
    ) -> None:
        self.architecture = architecture
        self.dtype: np.dtype[np.floating] = np.dtype(dtype)
        self._inputs = inputs if is_bytes(inputs) else self._stored(inputs).astype(np.float64)
        self._targets = self._stored(targets).astype(np.float64)
        self._mask: Mask | None = None
        self._frozen: NDArray[np.bool_] | None = None
        params = self._stored(params)
        self._state = State(params, read_only(np.zeros((2, params.size), self.dtype)), step=0, optimizer_step=0)

    def train(self, chunk: Chunk, hyper: Hyper) -> NDArray[np.float64]:
        with np.errstate(all="ignore"):  # a diverging run's infinities are returned, not announced
            return np.array([self._step(chunk, k, hyper) for k in range(chunk.steps)], dtype=np.float64)

    def _step(self, chunk: Chunk, k: int, hyper: Hyper) -> float:
        """Update ``k`` of ``chunk``; returns the batch's mean loss before it."""
        samples = self._samples(chunk, k)
        inputs, targets = self._inputs[samples], self._targets[samples]
        dropout = None if chunk.keep is None else Dropout(chunk.keep[k, :, : len(inputs)], chunk.keep_scale)
        problem = Problem(self.architecture, inputs, targets, hyper.reduction, hyper.l1, hyper.l2, self._mask, dropout)
        params, slots = self._state.params.astype(np.float64), self._state.slots.astype(np.float64)
        loss, gradient = backprop.loss_and_gradient(problem, params)
        t = self._state.optimizer_step + 1
        params, slots = optimizers.update(
            params, slots, gradient.real.astype(np.float64), hyper, rate=float(chunk.rates[k]), t=t, frozen=self._frozen
        )
        self._state = State(self._stored(params), self._stored(slots), self._state.step + 1, t)
        return loss

    @staticmethod
    def _samples(chunk: Chunk, k: int) -> NDArray[np.int32] | slice:
        if chunk.order is None:
            return slice(None)
        if chunk.starts is None:
            return chunk.order
        return chunk.order[chunk.starts[k] : chunk.starts[k + 1]]

    def set_mask(self, mask: Mask | None) -> None:
        self._mask = mask
        self._frozen = None if mask is None else mask.frozen_parameters(self.architecture.layout)

    def state(self) -> State:
        return self._state  # its arrays are never written to again

    def restore(self, state: State) -> None:
        self._state = State(self._stored(state.params), self._stored(state.slots), state.step, state.optimizer_step)

    def params(self) -> Floats:
        return self._state.params

    def outputs(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        found = np.empty((len(inputs), self.architecture.widths[-1]), dtype=self.dtype)
        for rows in self._blocks(len(inputs)):
            found[rows] = self._forward(inputs[rows], params, mask).outputs[-1]
        return found

    def neurons(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        found = np.empty((self.architecture.layout.rows, len(inputs)), dtype=self.dtype)
        for rows in self._blocks(len(inputs)):
            found[:, rows] = np.concatenate(self._forward(inputs[rows], params, mask).outputs, axis=1).T
        return found

    def gradient(self, hyper: Hyper, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        problem = Problem(self.architecture, self._inputs, self._targets, hyper.reduction, hyper.l1, hyper.l2, mask)
        with np.errstate(all="ignore"):
            return self._stored(backprop.gradient(problem, self._chosen(params)).real)

    def measure(
        self, inputs: Floats, targets: Floats, task: Task, masks: tuple[Mask, ...], params: Floats | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        measured = [self._measure_one(inputs, targets, task, mask, params) for mask in masks]
        loss, accuracy = np.array(measured, dtype=np.float64).reshape(len(masks), 2).T
        return loss, accuracy

    def _measure_one(self, inputs: Floats, targets: Floats, task: Task, mask: Mask, params: Floats | None) -> tuple[float, float]:
        outputs, lost = np.empty(targets.shape), np.empty(len(inputs))
        for rows in self._blocks(len(inputs)):
            passed = self._forward(inputs[rows], params, mask)
            outputs[rows] = passed.outputs[-1]
            lost[rows] = backprop.sample_losses(self.architecture, passed, targets[rows])
        return float(lost.mean()) if len(lost) else float("nan"), metrics.accuracy(outputs, targets, task)

    def close(self) -> None:
        """Nothing is held outside Python's own memory."""

    def _forward(self, inputs: Floats, params: Floats | None, mask: Mask | None) -> backprop.Forward:
        with np.errstate(all="ignore"):
            return backprop.forward(self.architecture, self._chosen(params), floats(inputs), mask)

    def _chosen(self, params: Floats | None) -> NDArray[np.float64]:
        return (self._state.params if params is None else params).astype(np.float64)

    def _blocks(self, n: int) -> Iterator[slice]:
        """Runs of samples short enough to keep memory bounded."""
        length = max(1, BLOCK // self.architecture.layout.rows)
        return (slice(start, start + length) for start in range(0, n, length))

    def _stored(self, array: Floats) -> Floats:
        """A read-only copy in the engine's dtype."""
        return read_only(np.array(array, dtype=self.dtype))
