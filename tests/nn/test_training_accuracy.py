"""The accuracies of a run are kept, in a fixed amount of memory, and forgotten with the rest."""

from __future__ import annotations

import numpy as np

from nn.settings import TrainingSettings
from nn.training.accuracy import CAPACITY, AccuracyRecorder
from nn.training.clock import Clock
from nn.training.observer import Observer
from nn.training.snapshot import Measures, RunState, StopReason
from tests.nn.runs import trainer_of


def test_a_long_run_keeps_its_first_and_its_newest_values() -> None:
    kept, clock = AccuracyRecorder(), Clock(100, 10)
    for step in range(10 * CAPACITY):
        kept.add_test(step, step / (10 * CAPACITY))
    found = kept.view(clock)
    assert CAPACITY / 3 < len(found.test) <= CAPACITY + 1 and not len(found.train)
    np.testing.assert_allclose(found.test, found.test_epoch * 10 / (10 * CAPACITY))
    assert found.test_epoch[0] == 0.0 and found.test_epoch[-1] == (10 * CAPACITY - 1) / 10
    assert np.diff(found.test_epoch).max() < 10 * CAPACITY / 10 / 200  # even over the run


def test_the_newest_value_of_a_step_counts_and_the_past_stays() -> None:
    kept, clock = AccuracyRecorder(), Clock(10, 10)
    for step, accuracy in ((0, 0.5), (4, 0.7), (4, 0.8), (2, 0.1), (5, np.nan)):
        kept.note(step, Measures(0.0, 0.0, accuracy, np.nan))
    np.testing.assert_array_equal(kept.view(clock).train, [0.5, 0.8])
    kept.forget_after(3)
    np.testing.assert_array_equal(kept.view(clock).train_epoch, [0.0])


def test_a_run_tells_how_its_accuracies_went_and_forgets_what_it_takes_back() -> None:
    trainer = trainer_of(TrainingSettings(learning_rate=0.3, batch_size=5))
    observer = Observer(trainer)
    while trainer.step < 60:
        trainer.advance(60)
    now = observer.snapshot(RunState.PAUSED, StopReason.NONE, fresh=True)
    shown = now.accuracy
    assert shown is not None and shown.train[-1] == now.measures.train_accuracy and shown.test[-1] == now.measures.test_accuracy
    assert shown.train_epoch[0] == shown.test_epoch[0] == 0.0 and shown.test_epoch[-1] == now.epoch
    trainer.go_to(0)
    trainer.advance(1)
    assert trainer.accuracies.view(trainer.clock).test_epoch.max() <= trainer.epoch


def test_a_regression_has_no_accuracies() -> None:
    kept = AccuracyRecorder()
    kept.note(0, Measures(0.1, 0.2, np.nan, np.nan))
    assert not len(kept.view(Clock(10, 5)).train) and not len(kept.view(Clock(10, 5)).test)
