"""The loss over a whole run in a fixed amount of memory: buckets of steps that double when there are too many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn.network import read_only
from nn.training.clock import Clock
from nn.training.snapshot import Curve

CAPACITY = 2048


class CurveRecorder:
    """Bucket k holds the losses of steps [k·width, (k + 1)·width): their sum, number, extremes, and the last test loss.

    A loss that is not finite is left out, so that one diverged step does not hide the rest.
    """

    def __init__(self) -> None:
        self._width = 1
        self._used = 0
        self._sum = np.zeros(CAPACITY)
        self._count = np.zeros(CAPACITY, dtype=np.int64)
        self._low = np.full(CAPACITY, np.inf)
        self._high = np.full(CAPACITY, -np.inf)
        self._test = np.full(CAPACITY, np.nan)

    def add(self, first_step: int, losses: NDArray[np.float64]) -> None:
        """Losses of the steps from ``first_step`` on."""
        if not len(losses):
            return
        self._make_room(first_step + len(losses) - 1)
        buckets = np.arange(first_step, first_step + len(losses)) // self._width
        finite = np.isfinite(losses)
        where, kept = buckets[finite], losses[finite]
        np.add.at(self._sum, where, kept)
        np.add.at(self._count, where, 1)
        np.minimum.at(self._low, where, kept)
        np.maximum.at(self._high, where, kept)
        self._used = max(self._used, int(buckets[-1]) + 1)

    def add_test(self, step: int, loss: float) -> None:
        """The test loss after ``step`` updates."""
        self._make_room(max(step - 1, 0))
        bucket = max(step - 1, 0) // self._width
        self._test[bucket] = loss
        self._used = max(self._used, bucket + 1)

    def forget_after(self, step: int) -> None:
        """Drop all that was recorded after ``step`` updates. A bucket that ``step`` cuts is dropped whole."""
        keep = step // self._width
        for array, empty in ((self._sum, 0), (self._count, 0), (self._low, np.inf), (self._high, -np.inf), (self._test, np.nan)):
            array[keep:] = empty
        self._used = min(self._used, keep)

    def _make_room(self, step: int) -> None:
        while step // self._width >= CAPACITY:
            self._halve()

    def _halve(self) -> None:
        half = CAPACITY // 2
        even, odd = self._test[0::2].copy(), self._test[1::2].copy()
        for array, merge, empty in (
            (self._sum, np.add, 0), (self._count, np.add, 0), (self._low, np.minimum, np.inf), (self._high, np.maximum, -np.inf),
        ):  # fmt: skip
            array[:half] = merge(array[0::2], array[1::2])
            array[half:] = empty
        self._test[:half] = np.where(np.isnan(odd), even, odd)
        self._test[half:] = np.nan
        self._width *= 2
        self._used = -(-self._used // 2)

    def view(self, clock: Clock, end: int) -> Curve:
        """The curve up to now; the last bucket ends at ``end`` steps."""
        filled = np.flatnonzero(self._count[: self._used])
        steps = np.minimum((filled + 1) * self._width, max(end, 1)).astype(np.int64)
        return Curve(
            read_only(clock.epochs(steps)),
            read_only(self._sum[filled] / self._count[filled]),
            read_only(self._low[filled]),
            read_only(self._high[filled]),
            read_only(self._test[filled]),
        )
