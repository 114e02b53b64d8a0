"""Steps and epochs: how they convert when the batch size changes in the middle of a run."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the run with one batch size. Its first step starts a new epoch, number ``epoch`` (from 0)."""

    step: int
    epoch: int
    batch: int
    steps_per_epoch: int


class Clock:
    """Tells epoch and place in the epoch for any step. ``samples`` is the size of the training part."""

    def __init__(self, samples: int, batch: int | None) -> None:
        self._samples = samples
        self._phases = [self._phase(0, 0, batch)]

    def _phase(self, step: int, epoch: int, batch: int | None) -> Phase:
        size = min(batch or self._samples, self._samples)
        return Phase(step, epoch, size, -(-self._samples // size))

    @property
    def samples(self) -> int:
        return self._samples

    def phase(self, step: int) -> Phase:
        """The phase that the update number ``step`` (from 0) belongs to."""
        return self._phases[max(bisect_right(self._phases, step, key=lambda phase: phase.step) - 1, 0)]

    def change_batch(self, step: int, batch: int | None) -> None:
        """From ``step`` on use batches of ``batch`` samples; later phases are forgotten. The epoch under way counts as done."""
        self.forget_after(step)
        new = self._phase(step, int(np.ceil(self.epoch(step))), batch)
        if new.batch != self._phases[-1].batch:
            self._phases = [phase for phase in self._phases if phase.step < step] + [new]

    def forget_after(self, step: int) -> None:
        """Forget changes that were made after ``step``, because the run goes on from there."""
        self._phases = [phase for phase in self._phases if phase.step <= step]

    def epoch(self, step: int) -> float:
        """Epochs done after ``step`` updates, with its fraction."""
        phase = self.phase(step)
        return phase.epoch + (step - phase.step) / phase.steps_per_epoch

    def epochs(self, steps: NDArray[np.int64]) -> NDArray[np.float64]:
        """:meth:`epoch` of many steps."""
        found = np.empty(len(steps))
        starts = [phase.step for phase in self._phases]
        which = np.maximum(np.searchsorted(starts, steps, side="right") - 1, 0)
        for number, phase in enumerate(self._phases):
            here = which == number
            found[here] = phase.epoch + (steps[here] - phase.step) / phase.steps_per_epoch
        return found

    def step_of_epoch(self, epoch: int, after: int) -> int:
        """The number of updates after which ``epoch`` epochs are done, counted in the phase of step ``after``."""
        phase = self.phase(after)
        return phase.step + (epoch - phase.epoch) * phase.steps_per_epoch
