"""Moments of a run that can be gone back to, at growing spacing within a memory budget."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from nn.backends.base import State
from nn.network import read_only
from nn.training.snapshot import HistoryView

BYTES = 12_000_000
MOST = 1500
LEAST = 40  # moments kept of a network however large


class History:
    """Keeps states sorted by step. When there are too many, every second one goes and the spacing doubles."""

    def __init__(self, state_bytes: int) -> None:
        self._states: list[State] = []
        self._steps: list[int] = []
        self._spacing = 1
        self._most = int(np.clip(BYTES // max(state_bytes, 1), LEAST, MOST))

    @property
    def last(self) -> State:
        return self._states[-1]

    @property
    def steps(self) -> tuple[int, ...]:
        return tuple(self._steps)

    def wants(self, step: int) -> bool:
        """Whether a state at ``step`` would be kept."""
        return not self._steps or step >= self._steps[-1] + self._spacing

    def record(self, state: State, *, always: bool = False) -> None:
        """Keep ``state`` if it is far enough from the last one, or ``always``. Later moments are forgotten."""
        self.forget_after(state.step)
        if self._steps and self._steps[-1] == state.step:
            self._states[-1] = state
        elif always or self.wants(state.step):
            self._states.append(state)
            self._steps.append(state.step)
            if len(self._states) > self._most:
                self._thin()

    def _thin(self) -> None:
        # The first moment always stays: it is where the run began.
        self._states = self._states[:1] + self._states[2::2]
        self._steps = [state.step for state in self._states]
        self._spacing *= 2

    def forget_after(self, step: int) -> None:
        """Forget moments later than ``step``."""
        keep = bisect_right(self._steps, step)
        del self._states[keep:]
        del self._steps[keep:]

    def nearest(self, step: int) -> State:
        """The kept moment nearest to ``step``."""
        right = bisect_left(self._steps, step)
        if right == len(self._steps):
            return self._states[-1]
        if right == 0 or self._steps[right] - step < step - self._steps[right - 1]:
            return self._states[right]
        return self._states[right - 1]

    def at_or_before(self, step: int) -> State:
        """The latest kept moment that is not after ``step``; the first one if there is none."""
        return self._states[max(bisect_right(self._steps, step) - 1, 0)]

    def before(self, step: int) -> list[State]:
        """The kept moments earlier than ``step``, oldest first."""
        return self._states[: bisect_left(self._steps, step)]

    def insert(self, state: State) -> None:
        """Keep a moment that lies between two others, if there is room for it."""
        place = bisect_left(self._steps, state.step)
        if len(self._states) < self._most and (place == len(self._steps) or self._steps[place] != state.step):
            self._states.insert(place, state)
            self._steps.insert(place, state.step)

    def view(self, position: int, end: int) -> HistoryView:
        return HistoryView(read_only(np.array(self._steps, dtype=np.int64)), position, end)
