"""How many samples were read right over a whole run, in a fixed amount of memory."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nn.network import read_only
from nn.training.clock import Clock
from nn.training.pacing import Ration
from nn.training.snapshot import AccuracyCurve, Measures

CAPACITY = 1024


class _Line:
    """Values by step, ascending; when there are too many, every second one goes."""

    def __init__(self) -> None:
        self._steps: list[int] = []
        self._values: list[float] = []
        self._apart = 1  # steps between two values

    def add(self, step: int, value: float) -> None:
        """``value`` after ``step`` updates. The newest one is always kept; what is known of the past stays as it is."""
        steps, values = self._steps, self._values
        if not np.isfinite(value) or (steps and step < steps[-1]):
            return
        if steps and (step == steps[-1] or (len(steps) > 1 and steps[-1] - steps[-2] < self._apart)):
            steps[-1], values[-1] = step, value
            return
        steps.append(step)
        values.append(value)
        if len(steps) > CAPACITY:
            del steps[-2:0:-2], values[-2:0:-2]
            self._apart = max(steps[-1] // (CAPACITY // 2), 1)

    def forget_after(self, step: int) -> None:
        keep = bisect_right(self._steps, step)
        del self._steps[keep:], self._values[keep:]

    def view(self, clock: Clock) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Epochs and values."""
        return read_only(clock.epochs(np.array(self._steps, dtype=np.int64))), read_only(np.array(self._values, dtype=np.float64))


class AccuracyRecorder:
    """Keeps the accuracies of both parts, shares from 0 to 1, as often as they were measured; ``nan`` is none."""

    def __init__(self) -> None:
        self._train, self._test = _Line(), _Line()
        self._ration = Ration(per_second=60.0, share=0.005)

    def note(self, step: int, measures: Measures, *, test: bool = True) -> None:
        """What was measured after ``step`` updates; ``test``: over the whole test part."""
        self._train.add(step, measures.train_accuracy)
        if test:
            self._test.add(step, measures.test_accuracy)

    def look(self, step: int, measure: Callable[[], float]) -> None:
        """Have the training part measured after ``step`` updates, where the time for it is there."""
        began = time.perf_counter()
        if self._ration.due(began):
            self._train.add(step, measure())
            self._ration.spent(began, time.perf_counter())

    def add_test(self, step: int, accuracy: float) -> None:
        """After ``step`` updates."""
        self._test.add(step, accuracy)

    def forget_after(self, step: int) -> None:
        """Drop all that was recorded after ``step`` updates."""
        self._train.forget_after(step)
        self._test.forget_after(step)

    def view(self, clock: Clock) -> AccuracyCurve:
        """The accuracies up to now."""
        return AccuracyCurve(*self._train.view(clock), *self._test.view(clock))
