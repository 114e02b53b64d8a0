"""Learning-rate schedules: the formulas of ``ScheduleSettings``, worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.choices import ScheduleKind
from nn.schedules import SCHEDULES, rate, rates
from nn.settings import ScheduleSettings


def test_every_schedule_is_in_the_table() -> None:
    assert set(SCHEDULES) == set(ScheduleKind)
    assert all(r"\eta_e =" in formula.latex for formula in SCHEDULES.values())


@pytest.mark.parametrize(
    ("kind", "gamma", "every", "expected"),
    [
        (ScheduleKind.CONSTANT, 0.5, 3, {0: 0.8, 7: 0.8}),
        (ScheduleKind.STEP, 0.5, 3, {0: 0.8, 2: 0.8, 3: 0.4, 5: 0.4, 6: 0.2}),
        (ScheduleKind.EXPONENTIAL, 0.5, 3, {0: 0.8, 1: 0.4, 3: 0.1}),
        (ScheduleKind.INVERSE_TIME, 0.5, 3, {0: 0.8, 2: 0.4, 6: 0.2}),
        (ScheduleKind.COSINE, 0.5, 4, {0: 0.8, 1: 0.4 * (1 + math.sqrt(0.5)), 2: 0.4, 4: 0.0, 5: 0.0, 1000: 0.0}),
    ],
)
def test_rates_worked_by_hand(kind: ScheduleKind, gamma: float, every: int, expected: dict[int, float]) -> None:
    settings = ScheduleSettings(kind, gamma, every)
    for epoch, value in expected.items():
        assert rate(settings, 0.8, epoch) == pytest.approx(value, abs=1e-15)
        assert isinstance(rate(settings, 0.8, epoch), float)
    np.testing.assert_array_equal(rates(settings, 0.8, list(expected)), [rate(settings, 0.8, epoch) for epoch in expected])


@pytest.mark.parametrize("kind", list(ScheduleKind))
def test_far_epochs_are_numbers(kind: ScheduleKind) -> None:
    far = rates(ScheduleSettings(kind), 0.1, np.array([0, 10**6, 10**9]))
    assert np.isfinite(far).all()
    assert (far >= 0.0).all()
    assert far[0] == 0.1


def test_a_growing_schedule_ends_at_infinity_without_an_error() -> None:
    assert rate(ScheduleSettings(ScheduleKind.EXPONENTIAL, gamma=2.0), 0.1, 10**6) == math.inf
