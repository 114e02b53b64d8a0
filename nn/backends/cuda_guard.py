"""An engine that outlives its GPU: when that fails, training goes on on the CPU from the last moment that is known.

Needs neither numba nor a GPU to be imported.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nn.backends import cuda_faults
from nn.backends.base import Chunk, Engine, Hyper, State
from nn.choices import Task
from nn.errors import DeviceUnavailable
from nn.network import Architecture, Mask
from nn.text import Sentence

Floats = NDArray[np.floating]
T = TypeVar("T")

# The copy on the host is never older than this while training goes on.
OLDEST = 1.0


class GuardedEngine:
    """Implements :class:`nn.backends.base.Engine` by a GPU's ``engine``, then by one on the CPU that ``spare`` makes from parameters.

    It remembers what was done since its last copy, and does it again on the CPU: no step is lost, and who asked never knows but by
    ``fault``, the sentence that says what happened, ``None`` as long as the GPU works. Errors of the spare engine pass.
    """

    def __init__(self, engine: Engine, spare: Callable[[Floats], Engine], clock: Callable[[], float] = time.monotonic) -> None:
        self.fault: Sentence | None = None
        self._spare, self._clock = spare, clock
        self._use(engine)
        self._mask: Mask | None = None
        self._keep(engine.state())

    def _use(self, engine: Engine) -> None:
        self._engine = engine
        self.architecture: Architecture = engine.architecture
        self.dtype: np.dtype[np.floating] = engine.dtype
        self.device, self.device_name = engine.device, engine.device_name

    def way(self, batch: int) -> Sentence | None:
        """By which of a GPU's kernels batches of that size are trained; ``None`` on the CPU."""
        way = getattr(self._engine, "way", None)
        return None if way is None else way(batch)

    def train(self, chunk: Chunk, hyper: Hyper) -> NDArray[np.float64]:
        if self._since and self._clock() - self._copied > OLDEST:
            self.state()
        losses = self._ask(lambda engine: engine.train(chunk, hyper))
        if self.fault is None and chunk.steps:
            self._since.append((chunk, hyper))
        return losses

    def set_mask(self, mask: Mask | None) -> None:
        self.state()  # what is done again must not be done under another mask
        self._mask = mask
        self._ask(lambda engine: engine.set_mask(mask))

    def state(self) -> State:
        state = self._ask(lambda engine: engine.state())
        if self.fault is None:
            self._keep(state)
        return state

    def restore(self, state: State) -> None:
        self._keep(state)
        self._ask(lambda engine: engine.restore(state))

    def params(self) -> Floats:
        return self._ask(lambda engine: engine.params())

    def outputs(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        return self._ask(lambda engine: engine.outputs(inputs, params, mask))

    def neurons(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        return self._ask(lambda engine: engine.neurons(inputs, params, mask))

    def gradient(self, hyper: Hyper, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        return self._ask(lambda engine: engine.gradient(hyper, params, mask))

    def measure(
        self, inputs: Floats, targets: Floats, task: Task, masks: tuple[Mask, ...], params: Floats | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return self._ask(lambda engine: engine.measure(inputs, targets, task, masks, params))

    def close(self) -> None:
        self._engine.close()

    def _keep(self, state: State) -> None:
        """``state`` is a copy of now."""
        self._copy, self._copied = state, self._clock()
        self._since: list[tuple[Chunk, Hyper]] = []

    def _ask(self, question: Callable[[Engine], T]) -> T:
        try:
            return question(self._engine)
        except DeviceUnavailable as error:
            if self.fault is not None:
                raise
            self._fall_back(error)
            return question(self._engine)

    def _fall_back(self, error: DeviceUnavailable) -> None:
        """From now on the CPU, at the step where the GPU was before it was asked what it could not do."""
        self.fault = cuda_faults.goes_on(error, self.device_name)
        cuda_faults.give_up(self.fault, self._engine)
        self._use(self._spare(self._copy.params))
        self._engine.set_mask(self._mask)
        self._engine.restore(self._copy)
        for chunk, hyper in self._since:
            self._engine.train(chunk, hyper)
        self._since = []


def guarded(engine: Engine, inputs: Floats, targets: Floats) -> Engine:
    """``engine`` itself on the CPU; on a GPU, one that goes on on the CPU with training ``inputs`` (n, n_in) and ``targets`` (n, n_out)."""

    def spare(params: Floats) -> Engine:
        from nn.backends.cpu import CpuEngine

        return CpuEngine(engine.architecture, inputs, targets, params, engine.dtype)

    return GuardedEngine(engine, spare) if engine.device == "cuda" else engine
