"""Which samples, at which rate and with which dropout, each step uses: a function of the seed and the step alone.

Because nothing depends on what was drawn before, a run can go back to any step and repeat bit for bit.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from nn import randomness, schedules
from nn.backends.base import Chunk, Hyper
from nn.settings import TrainingSettings
from nn.training.clock import Clock, Phase

# Dropout masks of one chunk stay below this many bytes.
KEEP_BUDGET = 8_000_000


def hyper_of(settings: TrainingSettings) -> Hyper:
    """The numbers of the update, for a backend."""
    optimizer = settings.optimizer
    return Hyper(
        optimizer.kind, settings.reduction, optimizer.momentum, optimizer.decay, optimizer.beta1, optimizer.beta2, optimizer.epsilon, settings.l1,
        settings.l2,
    )  # fmt: skip


class Batches:
    """Makes chunks. ``hidden_rows`` is the number of hidden neurons, for dropout."""

    def __init__(self, seed: int, clock: Clock, hidden_rows: int) -> None:
        self._seed = seed
        self._clock = clock
        self._hidden_rows = hidden_rows
        self._shuffle = lru_cache(maxsize=4)(self._draw_shuffle)

    def _draw_shuffle(self, epoch: int) -> NDArray[np.int32]:
        return randomness.shuffle(self._seed, epoch, self._clock.samples)

    def longest(self, settings: TrainingSettings, step: int) -> int:
        """The most steps that one chunk from ``step`` may have: up to the next change of batch size, dropout in its budget."""
        if settings.dropout == 0.0 or self._hidden_rows == 0:
            return 1_000_000
        return max(1, KEEP_BUDGET // (self._hidden_rows * self._clock.phase(step).batch))

    def chunk(self, settings: TrainingSettings, step: int, count: int) -> Chunk:
        """The steps ``step`` … ``step + count − 1``. All of them must lie in one phase of the clock."""
        phase = self._clock.phase(step)
        epochs = phase.epoch + (np.arange(step, step + count) - phase.step) // phase.steps_per_epoch
        rates = schedules.rates(settings.schedule, settings.learning_rate, epochs)
        order, starts = (None, None) if phase.steps_per_epoch == 1 else self._order(phase, step, count)
        keep = None
        if settings.dropout > 0.0 and self._hidden_rows > 0:
            keep = randomness.keeps(self._seed, range(step, step + count), self._hidden_rows, phase.batch, settings.dropout)
        return Chunk(rates, order, starts, keep, 1.0 / (1.0 - settings.dropout))

    def _order(self, phase: Phase, step: int, count: int) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """All samples in the order of their steps, and where each step's begin, the end last."""
        first, last = step - phase.step, step - phase.step + count  # counted from the phase's beginning
        pieces = []
        for epoch in range(first // phase.steps_per_epoch, -(-last // phase.steps_per_epoch)):
            before = epoch * phase.steps_per_epoch
            low, high = max(first - before, 0), min(last - before, phase.steps_per_epoch)
            pieces.append(self._shuffle(phase.epoch + epoch)[low * phase.batch : high * phase.batch])
        places = np.arange(first, last, dtype=np.int64) % phase.steps_per_epoch
        lengths = np.minimum(phase.batch, self._clock.samples - places * phase.batch)  # an epoch's last batch may be smaller
        return np.concatenate(pieces), np.concatenate(([0], np.cumsum(lengths)))
