"""The curve keeps every loss in some bucket, whatever the length of the run."""

import numpy as np
import pytest

from nn.training.clock import Clock
from nn.training.curve import CAPACITY, CurveRecorder


def filled(steps: int, chunk: int) -> CurveRecorder:
    recorder = CurveRecorder()
    losses = np.sin(np.arange(steps) / 50.0) + 2.0
    for start in range(0, steps, chunk):
        recorder.add(start, losses[start : start + chunk])
    return recorder


def test_a_short_run_keeps_each_loss() -> None:
    view = filled(100, 7).view(Clock(10, None), 100)
    assert np.allclose(view.train, np.sin(np.arange(100) / 50.0) + 2.0)
    assert view.epoch.tolist() == list(range(1, 101))
    assert np.array_equal(view.train_min, view.train)


@pytest.mark.parametrize("steps", [CAPACITY, CAPACITY + 1, 10 * CAPACITY + 17])
def test_a_long_run_stays_small_and_loses_no_extreme(steps: int) -> None:
    losses = np.sin(np.arange(steps) / 50.0) + 2.0
    losses[steps // 3] = 9.0
    recorder = CurveRecorder()
    for start in range(0, steps, 997):
        recorder.add(start, losses[start : start + 997])
    view = recorder.view(Clock(10, None), steps)
    assert len(view.train) <= CAPACITY
    assert view.train_max.max() == 9.0
    assert view.epoch[-1] == steps
    assert np.all(view.train_min <= view.train)
    assert np.all(view.train <= view.train_max)


def test_chunks_do_not_change_the_curve() -> None:
    one, many = filled(5000, 5000).view(Clock(10, None), 5000), filled(5000, 13).view(Clock(10, None), 5000)
    assert np.allclose(one.train, many.train, rtol=1e-12)
    assert np.array_equal(one.train_max, many.train_max)


def test_going_back_cuts_the_curve_and_it_grows_again() -> None:
    recorder = filled(200, 50)
    recorder.forget_after(120)
    assert len(recorder.view(Clock(10, None), 120).train) == 120
    recorder.add(120, np.full(5, 7.0))
    assert recorder.view(Clock(10, None), 125).train[-1] == 7.0


def test_the_test_loss_stays_at_its_place_when_buckets_merge() -> None:
    recorder = CurveRecorder()
    recorder.add(0, np.ones(10))
    recorder.add_test(10, 0.5)
    recorder.add(10, np.ones(3 * CAPACITY))
    view = recorder.view(Clock(10, None), 3 * CAPACITY + 10)
    known = np.flatnonzero(~np.isnan(view.test))
    assert len(known) == 1
    assert view.test[known[0]] == 0.5
    assert view.epoch[known[0]] <= 12


def test_a_diverged_loss_does_not_hide_the_rest() -> None:
    recorder = CurveRecorder()
    recorder.add(0, np.array([1.0, np.nan, np.inf, 3.0]))
    assert recorder.view(Clock(10, None), 4).train.tolist() == [1.0, 3.0]
