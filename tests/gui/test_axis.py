"""Ticks, labels and scales."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.format import MINUS, THIN
from gui.views.axis import Scale, linear_ticks, log_ticks, read_label, tick_label


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 2578, 4, [0, 1000, 2000]),
        (-1.5, 1.5, 5, [-1, 0, 1]),
        (0, 0.61, 7, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]),
        (1, 1, 5, []),
        (0, math.inf, 5, []),
    ],
)
def test_linear_ticks_are_round(low: float, high: float, most: int, expected: list[float]) -> None:
    assert linear_ticks(low, high, most) == expected


def test_log_ticks_are_one_and_three_of_each_decade() -> None:
    assert log_ticks(0.004, 0.6, 8) == pytest.approx([0.01, 0.03, 0.1, 0.3])


def test_log_ticks_leave_decades_out_when_crowded() -> None:
    assert log_ticks(1e-12, 1.0, 4) == pytest.approx([1e-12, 1e-9, 1e-6, 1e-3, 1.0])


def test_log_ticks_on_a_narrow_range_are_linear() -> None:
    assert log_ticks(0.20, 0.31, 4) == pytest.approx([0.2, 0.25, 0.3])


@given(st.floats(-1e12, 1e12), st.floats(1e-9, 1e12), st.integers(1, 12))
def test_linear_ticks_are_few_and_inside(low: float, span: float, most: int) -> None:
    high = low + span
    ticks = linear_ticks(low, high, most)
    assert len(ticks) <= most + 2
    slack = 1e-6 * span + 1e-9 * abs(low)
    assert all(low - slack <= tick <= high + slack for tick in ticks)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1000.0, f"1{THIN}000"), (0.03, "0.03"), (1e-5, f"1e{MINUS}5"), (-1.0, f"{MINUS}1"), (0.0, "0"), (2e7, "2e7"), (123456.0, f"123{THIN}456")],
)
def test_tick_labels_are_short(value: float, text: str) -> None:
    assert tick_label(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.012345, "0.01235"), (math.nan, "–"), (math.inf, "∞"), (-math.inf, f"{MINUS}∞"), (3.2e-7, f"3.2e{MINUS}7")]
)
def test_read_labels(value: float, text: str) -> None:
    assert read_label(value) == text


@pytest.mark.parametrize("log", [False, True])
def test_scale_goes_there_and_back(log: bool) -> None:
    scale = Scale(0.01, 10.0, 200.0, 20.0, log)
    assert scale.pixel(0.01) == pytest.approx(200)
    assert scale.pixel(10.0) == pytest.approx(20)
    assert scale.value(scale.pixel(0.3)) == pytest.approx(0.3)


def test_zero_lies_at_the_start_of_a_log_scale_and_infinity_stays_paintable() -> None:
    scale = Scale(1e-3, 1.0, 100.0, 0.0, log=True)
    pixels = scale.pixels(np.array([0.0, -1.0, np.inf, 1e300]))
    assert pixels[:2].tolist() == [100.0, 100.0]
    assert np.isfinite(pixels).all()


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("value", [-2.0, 0.0, 1e-4, 0.7, 3.0, 1e300, math.inf, math.nan])
def test_one_value_lies_where_many_do(value: float, log: bool) -> None:
    scale = Scale(1e-3, 3.0, 200.0, 20.0, log)
    assert scale.pixel(value) == pytest.approx(float(scale.pixels(np.array([value]))[0]), nan_ok=True)
