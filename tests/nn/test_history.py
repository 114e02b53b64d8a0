"""The history stays in its budget, keeps the first moment and the order, and finds the nearest one."""

import numpy as np
import pytest

from nn.backends.base import State
from nn.training.history import BYTES, LEAST, MOST, History


def state(step: int) -> State:
    return State(np.full(3, float(step)), np.zeros((2, 3)), step, step)


def test_it_never_keeps_more_than_it_may() -> None:
    history = History(1)
    for step in range(5 * MOST):
        if history.wants(step):
            history.record(state(step))
    assert len(history.steps) <= MOST
    assert history.steps[0] == 0
    assert list(history.steps) == sorted(set(history.steps))
    spacing = np.diff(history.steps[1:])
    assert spacing.max() <= 2 * spacing.min() + 1


def test_a_large_network_keeps_fewer() -> None:
    history = History(BYTES)
    for step in range(10 * LEAST):
        history.record(state(step))
    assert len(history.steps) <= LEAST


def test_the_nearest_moment_is_found() -> None:
    history = History(1)
    for step in (0, 10, 30):
        history.record(state(step), always=True)
    assert [history.nearest(step).step for step in (-1, 4, 6, 19, 21, 99)] == [0, 0, 10, 10, 30, 30]
    assert history.at_or_before(29).step == 10


def test_recording_in_the_past_forgets_the_future() -> None:
    history = History(1)
    for step in (0, 10, 30):
        history.record(state(step), always=True)
    history.record(state(12), always=True)
    assert history.steps == (0, 10, 12)
    assert history.view(12, 40).end == 40
    with pytest.raises(ValueError, match="read-only"):
        history.view(12, 40).steps[0] = 5
