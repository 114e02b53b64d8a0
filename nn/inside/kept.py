"""What was last seen of one thing, and when to look at it again."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Generic, TypeVar

from nn.errors import Cancelled
from nn.training.pacing import Ration

T = TypeVar("T")
NOTICEABLE = 0.02  # seconds: a part that takes longer waits until the others were shown


class Kept(Generic[T]):
    """One value, looked at at most ``per_second`` times a second and for at most ``share`` of the time while the run goes on.

    At rest it is looked at whenever it is out of date; ``slow`` ones (never looked at, or that took a noticeable time) only when that is
    asked for, with ``settle``: so the quick ones are on the screen before. Who is in a ``hurry`` gets the slow ones as they are. A look that
    raises ``Cancelled`` leaves the value out of date.
    """

    def __init__(self, per_second: float, share: float, *, slow: bool = False) -> None:
        self._ration = Ration(per_second, share)
        self._value: T | None = None
        self._asked: Hashable = None
        self._state: Hashable = None
        self._slow = slow
        self._cost = NOTICEABLE * 2 if slow else 0.0
        self.out_of_date = False

    def get(self, look: Callable[[], T], *, asked: Hashable, state: Hashable, running: bool, settle: bool, hurry: bool = False) -> T | None:
        """The value for the question ``asked`` of the network in ``state``. Of an earlier state where a new look is not due; never the answer
        to another question: rather ``None``."""
        if asked != self._asked:
            self._asked, self._state, self._value = asked, None, None
        if state != self._state and self._may_look(running, settle) and not (hurry and self._slow):
            with suppress(Cancelled):
                self._look(look)
                self._state = state
        self.out_of_date = not running and state != self._state
        return self._value

    def _may_look(self, running: bool, settle: bool) -> bool:
        if running:
            return self._value is None or self._ration.due(time.perf_counter())
        return settle or self._cost <= NOTICEABLE

    def _look(self, look: Callable[[], T]) -> None:
        began = time.perf_counter()
        self._value = look()
        ended = time.perf_counter()
        self._cost = ended - began
        self._ration.spent(began, ended)
