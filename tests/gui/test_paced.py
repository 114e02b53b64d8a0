"""Keeping the pace: every move has its own moment on the clock."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.session import paced
from gui.session.paced import LEAST_GAP, PacedPlayer


class Clock:
    """Stands still until it is moved, s."""

    def __init__(self) -> None:
        self.now = 100.0

    def perf_counter(self) -> float:
        return self.now


class Walker(PacedPlayer):
    def __init__(self, pace: float) -> None:
        super().__init__(pace)
        self.moves: list[int] = []

    def _begin(self) -> bool:
        return True

    def _move_on(self, steps: int) -> None:
        self.moves.append(steps)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(paced, "time", found)
    return found


def beat(walker: Walker, clock: Clock, at: float) -> int:
    """The timer fires ``at`` s after the beginning. How many ms are left until the next move."""
    clock.now = 100.0 + at
    walker._beat()
    return walker._timer.interval()


def test_a_late_move_makes_the_next_one_come_sooner_and_never_two_at_once(qtbot: QtBot, clock: Clock) -> None:
    walker = Walker(50.0)
    walker.play()
    assert walker._timer.interval() == 20
    assert beat(walker, clock, 0.020) == 20
    assert beat(walker, clock, 0.050) == 10  # 10 ms late
    assert beat(walker, clock, 0.100) == LEAST_GAP  # 40 ms late: two moves are missing
    assert beat(walker, clock, 0.104) == LEAST_GAP
    assert beat(walker, clock, 0.108) == 12  # they have been made up for
    assert walker.moves == [1] * 5
    walker.pause()


def test_what_a_busy_machine_owes_for_long_is_let_off(qtbot: QtBot, clock: Clock) -> None:
    walker = Walker(50.0)
    walker.play()
    assert beat(walker, clock, 5.0) == 20
    assert walker.moves == [1]
    walker.pause()


def test_beyond_60_a_second_a_move_is_several_steps_in_even_shares(qtbot: QtBot, clock: Clock) -> None:
    walker = Walker(90.0)
    walker.play()
    for number in range(1, 7):
        beat(walker, clock, number / 60)
    assert walker.moves == [1, 2, 1, 2, 1, 2]
    walker.pause()
