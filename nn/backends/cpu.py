"""Training on the CPU with numba: whole chunks of steps in one compiled call, without the GIL, the fastest for small networks.

Import this module only where it is used: numba takes a second to load, and each precision some seconds to compile at its first
use in a version of the program; afterwards the compiled code comes from disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from nn.backends import cpu_cache, cpu_codes
from nn.backends.base import Chunk, Hyper, State
from nn.backends.cpu_blas import BLAS_FROM
from nn.backends.cpu_codes import Switches
from nn.backends.cpu_feed import Feed
from nn.backends.cpu_infer import Answers, Samples, infer
from nn.backends.cpu_memory import Floats, contiguous, work_space, zeros
from nn.backends.cpu_sizes import WIDEST, lanes_of, widest_tile
from nn.backends.cpu_tile import Work
from nn.backends.cpu_train import tile_width, train
from nn.backends.cpu_update import Weights
from nn.choices import Activation, Loss, OptimizerKind, Reduction, Task
from nn.datasets.pixels import is_bytes
from nn.network import Architecture, Mask, read_only

BLOCK = 1 << 14  # samples that are converted at once
BYTE_BLOCK = 1 << 20  # bytes of pictures that become numbers at once


class CpuEngine:
    """Implements :class:`nn.backends.base.Engine`. float32 or float64; repeats bit for bit, however steps are put into chunks.

    ``inputs`` (n, n_in) and ``targets`` (n, n_out) are the training part, ``params`` (P,) the starting parameters; all are
    copied, but inputs of bytes: these may be most of the memory, are used where they lie and must not change.
    """

    device = "cpu"

    def __init__(
        self,
        architecture: Architecture,
        inputs: Floats,
        targets: Floats,
        params: Floats,
        dtype: type[np.floating] | np.dtype[np.floating] = np.float32,
    ) -> None:
        self.architecture = architecture
        self.dtype: np.dtype[np.floating] = np.dtype(dtype)
        self.device_name = "CPU"
        layout = architecture.layout
        self._net = cpu_codes.net_of(architecture)
        self._widest = widest_tile(architecture, self.dtype)
        self._feed = Feed(inputs, targets, self.dtype, self._widest)
        self._size = layout.size
        vectors = [zeros(self._size, self.dtype) for _ in range(6)]
        self._weights = Weights(vectors[0], vectors[1], vectors[2], vectors[3], vectors[4], vectors[5], any_frozen=False)
        self._weights.params[: self._size] = params
        for weights, biases in layout.offsets:
            self._weights.is_weight[weights:biases] = 1.0
        self._work = self._work_space(self._feed.samples)
        self._switches = self._switched(None)
        self._step = self._optimizer_step = 0
        biggest = max(a * b for a, b in zip(layout.widths, layout.widths[1:], strict=False))
        self._blas = ThreadpoolController() if biggest * self._widest >= BLAS_FROM else None

    # --- training

    def train(self, chunk: Chunk, hyper: Hyper) -> NDArray[np.float64]:
        if chunk.order is not None and chunk.starts is None:
            return self._train_whole_order(chunk, hyper)
        losses = np.empty(chunk.steps)
        if chunk.steps == 0 and chunk.order is not None:
            return losses  # without an order it goes on: the trainer asks for no step to have the kernels compiled
        batches, longest = self._feed.batches(chunk)
        self._make_room(longest)
        rule = cpu_codes.rule_of(hyper, update=True)
        rates = np.ascontiguousarray(chunk.rates, dtype=np.float64)
        switches = self._with_dropout(chunk, longest)
        with self._one_thread():
            train(self._net, batches, switches, rule, self._weights, self._work, rates, self._optimizer_step, self._widest, losses)
        self._step += chunk.steps
        self._optimizer_step += chunk.steps
        return losses

    def _train_whole_order(self, chunk: Chunk, hyper: Hyper) -> NDArray[np.float64]:
        """Every step takes all of ``order``."""
        assert chunk.order is not None  # noqa: S101 - the caller looked
        starts = np.array([0, len(chunk.order)])
        steps = range(chunk.steps)
        keeps = [None if chunk.keep is None else chunk.keep[k : k + 1] for k in steps]
        found = [self.train(Chunk(chunk.rates[k : k + 1], chunk.order, starts, keeps[k], chunk.keep_scale), hyper) for k in steps]
        return np.concatenate(found) if found else np.empty(0)

    def _with_dropout(self, chunk: Chunk, longest: int) -> Switches:
        if chunk.keep is None:
            return self._switches
        keep = np.ascontiguousarray(chunk.keep, dtype=np.uint8)
        hidden = sum(self.architecture.widths[1:-1])
        if keep.shape[0] < chunk.steps or keep.shape[1] != hidden or keep.shape[2] < longest:
            raise ValueError(f"keep has shape {keep.shape}; {chunk.steps} steps, {hidden} hidden neurons and batches of {longest} need more")
        return self._switches._replace(keep=keep, keep_scale=float(chunk.keep_scale), active=True)

    def set_mask(self, mask: Mask | None) -> None:
        self._switches = self._switched(mask)
        frozen = self._weights.frozen
        frozen[:] = 0.0
        if mask is not None:
            frozen[: self._size] = mask.frozen_parameters(self.architecture.layout)
        self._weights = self._weights._replace(any_frozen=bool(frozen.any()))

    # --- state

    def state(self) -> State:
        slots = np.stack((self._weights.first[: self._size], self._weights.second[: self._size]))
        return State(self.params(), read_only(slots), self._step, self._optimizer_step)

    def restore(self, state: State) -> None:
        self._weights.params[: self._size] = state.params
        self._weights.first[: self._size], self._weights.second[: self._size] = state.slots
        self._step, self._optimizer_step = state.step, state.optimizer_step

    def params(self) -> Floats:
        return read_only(self._weights.params[: self._size].copy())

    # --- questions

    def outputs(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        found = np.empty((len(inputs), self.architecture.widths[-1]), self.dtype)
        for rows in _blocks(inputs):
            self._infer(inputs[rows], None, self._switched(mask), 1, params, outputs=found[rows])
        return found

    def neurons(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        found = np.empty((self.architecture.layout.rows, len(inputs)), self.dtype)
        for rows in _blocks(inputs):
            part = np.empty((len(found), len(inputs[rows])), self.dtype)
            self._infer(inputs[rows], None, self._switched(mask), 1, params, neurons=part)
            found[:, rows] = part
        return found

    def measure(
        self, inputs: Floats, targets: Floats, task: Task, masks: tuple[Mask, ...], params: Floats | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        lost, right = np.zeros(len(masks)), np.zeros(len(masks), np.int64)
        if masks:
            switches = self._switched(*masks)
            for rows in _blocks(inputs):
                self._infer(inputs[rows], targets[rows], switches, len(masks), params, lost=lost, right=right)
        count = len(inputs) or np.nan
        return lost / count, np.full(len(masks), np.nan) if task is Task.REGRESSION else right / count

    def gradient(self, hyper: Hyper, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        weights = self._weights._replace(params=self._chosen(params), grads=zeros(self._size, self.dtype))
        self._make_room(self._feed.samples)
        rule = cpu_codes.rule_of(hyper, update=False)
        with self._one_thread():
            train(self._net, self._feed.full_batch(), self._switched(mask), rule, weights, self._work, np.zeros(1), 0, self._widest, np.empty(1))
        return read_only(weights.grads[: self._size].copy())

    def _infer(
        self,
        inputs: Floats,
        targets: Floats | None,
        switches: Switches,
        masks: int,
        params: Floats | None,
        *,
        outputs: Floats | None = None,
        neurons: Floats | None = None,
        lost: NDArray[np.float64] | None = None,
        right: NDArray[np.int64] | None = None,
    ) -> None:
        """One block of samples through the network under each mask."""
        empty = np.empty((0, 0), self.dtype)
        samples = Samples(contiguous(inputs, self.dtype), empty if targets is None else contiguous(targets, self.dtype))
        answers = Answers(
            empty if outputs is None else outputs,
            empty if neurons is None else neurons,
            np.zeros(masks) if lost is None else lost,
            np.zeros(masks, np.int64) if right is None else right,
        )
        self._make_room(len(inputs))
        with self._one_thread():
            infer(self._net, samples, switches, self._begins(switches, masks), self._chosen(params), self._work, self._widest, answers)

    def _begins(self, switches: Switches, masks: int) -> NDArray[np.int64]:
        """The first layer that each mask changes; the last hidden one for a mask that changes nothing."""
        rows, last = self.architecture.layout.rows, self.architecture.layout.depth - 1
        changed = ((switches.gain != 1.0) | (switches.hold != 0.0)).reshape(masks, rows)
        layers = np.searchsorted(self._net.first, changed.argmax(axis=1), side="right") - 1
        return np.where(changed.any(axis=1), np.minimum(layers, last), last).astype(np.int64)

    def close(self) -> None:
        self._feed.close()
        self._work = self._work_space(0)

    # --- memory

    def _work_space(self, samples: int) -> Work:
        """Room for the tiles of a batch."""
        return work_space(self.architecture, self.dtype, self._widest, self._width(samples))

    def _width(self, samples: int) -> int:
        return tile_width(samples, self._widest, lanes_of(self.dtype))

    def _make_room(self, samples: int) -> None:
        if self._work.lost.size < self._width(samples):
            self._work = self._work_space(samples)

    def _chosen(self, params: Floats | None) -> Floats:
        if params is None:
            return self._weights.params
        found = zeros(self._size, self.dtype)
        found[: self._size] = params
        return found

    def _switched(self, *masks: Mask | None) -> Switches:
        rows = self.architecture.layout.rows
        on, off = np.ones(rows, self.dtype), np.zeros(rows, self.dtype)
        gain = np.concatenate([on if mask is None else mask.gain.astype(self.dtype) for mask in masks])
        hold = np.concatenate([off if mask is None else mask.hold.astype(self.dtype) for mask in masks])
        active = any(mask is not None for mask in masks)
        return Switches(gain, hold, np.zeros((0, 0, 0), np.uint8), 1.0, active, 0)

    def _one_thread(self) -> Any:
        """BLAS with one thread: on these sizes more of them wait for each other, and the window needs a core."""
        return nullcontext() if self._blas is None else self._blas.limit(limits=1, user_api="blas")


def warm_up(dtype: type[np.floating] | np.dtype[np.floating] = np.float32) -> None:
    """Compile (or load) the kernels of a precision. Takes some seconds at the first time in a version of the program."""
    architecture = Architecture((2, 2, 1), (Activation.TANH, Activation.SIGMOID), Loss.MSE)
    engine = CpuEngine(architecture, np.zeros((2, 2)), np.zeros((2, 1)), np.zeros(architecture.layout.size), dtype)
    hyper = Hyper(OptimizerKind.SGD, Reduction.MEAN, 0.9, 0.9, 0.9, 0.999, 1e-8, 0.0, 0.0)
    engine.train(Chunk(np.zeros(1)), hyper)
    engine.outputs(np.zeros((1, 2)))
    cpu_cache.sweep()


def _blocks(samples: NDArray[Any]) -> Iterator[slice]:
    length = max(WIDEST, BYTE_BLOCK // samples.shape[1]) if is_bytes(samples) else BLOCK
    return (slice(start, start + length) for start in range(0, len(samples), length))
