"""Putting a network somewhere else, and telling the way that it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from nn.choices import OptimizerKind
from nn.errors import SettingsError
from nn.settings import OptimizerSettings, TrainingSettings
from nn.training import commands, path
from nn.training.snapshot import RunState
from nn.training.trainer import Trainer
from tests.nn.runs import trainer_of
from tests.nn.test_loop import Life

SETTINGS = TrainingSettings(learning_rate=0.3, batch_size=5)
ADAM = TrainingSettings(learning_rate=0.01, batch_size=5, optimizer=OptimizerSettings(OptimizerKind.ADAM))


@pytest.fixture
def life() -> Iterator[Life]:
    living = Life(SETTINGS)
    yield living
    living.end()


def test_the_path_goes_from_the_start_to_now() -> None:
    trainer = trainer_of(SETTINGS)
    start = trainer.params().copy()
    trainer.advance(30)
    told = path.told(trainer)
    np.testing.assert_array_equal(told[0], start)
    np.testing.assert_array_equal(told[-1], trainer.params())
    assert told.shape[1] == len(start) and not told.flags.writeable
    assert len(np.unique(told, axis=0)) == len(told)


def test_a_run_that_did_nothing_is_one_point() -> None:
    trainer = trainer_of(SETTINGS)
    np.testing.assert_array_equal(path.told(trainer), trainer.params()[np.newaxis])


def test_a_long_path_is_thinned_evenly() -> None:
    trainer = trainer_of(SETTINGS)
    while trainer.step < 900:
        trainer.advance(trainer.step + 1)
    full, thin = path.told(trainer, 10_000), path.told(trainer, 20)
    assert len(full) > 100 and len(thin) == 20
    np.testing.assert_array_equal(thin[[0, -1]], full[[0, -1]])
    places = [int(np.flatnonzero((full == row).all(axis=1))[0]) for row in thin[:-1]]
    assert np.ptp(np.diff(places)) <= 1


def test_looking_at_the_past_the_path_ends_there() -> None:
    trainer = trainer_of(SETTINGS)
    for step in range(1, 21):
        trainer.advance(step)
    trainer.go_to(8)
    told = path.told(trainer)
    assert len(told) == 9
    np.testing.assert_array_equal(told[-1], trainer.params())


def test_put_changes_all_weights_and_clears_what_the_optimizer_remembers() -> None:
    trainer = trainer_of(ADAM)
    trainer.advance(20)
    assert trainer.engine.state().slots.any()
    place = np.linspace(-1.0, 1.0, len(trainer.params()))
    path.put(trainer, place)
    state = trainer.engine.state()
    np.testing.assert_array_equal(state.params, place)
    assert not state.slots.any() and state.optimizer_step == 0
    assert trainer.events[-1].kind == "edit"
    np.testing.assert_array_equal(trainer.history.last.params, place)


def test_going_on_from_a_place_repeats_what_a_run_begun_there_does() -> None:
    one, other = trainer_of(ADAM), trainer_of(ADAM)
    place = np.linspace(-0.5, 0.5, len(one.params()))
    for trainer in (one, other):
        path.put(trainer, place)
    one.advance(1)
    for _ in range(3):
        other.advance(other.step + 1)
    other.go_to(0)
    other.advance(1)
    np.testing.assert_array_equal(one.params(), other.params())


def test_a_steep_place_is_no_divergence_of_the_place_before() -> None:
    trainer = trainer_of(SETTINGS)
    trainer.advance(3)
    path.put(trainer, np.full(len(trainer.params()), 50.0))
    trainer.advance(trainer.step + 1)
    assert np.isfinite(trainer.measures().train_loss)


@pytest.mark.parametrize("bad", [np.zeros(3), np.full(40, np.nan), np.zeros((2, 2))], ids=["short", "nan", "table"])
def test_a_place_that_is_none_changes_nothing(bad: np.ndarray) -> None:
    trainer = trainer_of(SETTINGS)
    if bad.size == 40:
        bad = np.full(len(trainer.params()), np.nan)
    before, events = trainer.params().copy(), len(trainer.events)
    with pytest.raises(SettingsError):
        path.put(trainer, bad)
    np.testing.assert_array_equal(trainer.params(), before)
    assert len(trainer.events) == events


# --- on the training thread


def test_the_path_stays_in_later_snapshots(life: Life) -> None:
    assert life.until(lambda s: True).path is None
    life.ask(commands.Advance(10), lambda s: s.step == 10 and s.state is RunState.PAUSED)
    told = life.ask(commands.TellPath(), lambda s: s.path is not None).path
    later = life.ask(commands.Advance(5), lambda s: s.step == 15 and s.state is RunState.PAUSED)
    assert later.path is told
    again = life.ask(commands.TellPath(), lambda s: s.path is not told)
    assert again.path is not None and told is not None and len(again.path) > len(told)


def test_set_parameters_while_running_pauses_there(life: Life) -> None:
    place = np.linspace(-1.0, 1.0, len(life.until(lambda s: True).params))
    life.ask(commands.Play(), lambda s: s.state is RunState.RUNNING)
    seen = life.ask(commands.SetParameters(place), lambda s: s.state is RunState.PAUSED)
    np.testing.assert_array_equal(seen.params, place)
    assert seen.history.end == seen.step


def test_a_bad_place_is_said_and_the_run_goes_on(life: Life) -> None:
    life.ask(commands.Play(), lambda s: s.state is RunState.RUNNING)
    seen = life.ask(commands.SetParameters(np.zeros(2)), lambda s: s.notice != "")
    assert seen.state is RunState.RUNNING and "{size}" in seen.notice
    step = seen.step
    life.until(lambda s: s.step > step)


def test_asking_for_the_path_leaves_a_notice_as_it_is(life: Life) -> None:
    notice = life.ask(commands.SetParameters(np.zeros(2)), lambda s: s.notice != "").notice
    assert life.ask(commands.TellPath(), lambda s: s.path is not None).notice == notice


# --- ways of quick runs


def stepwise(steps: int) -> np.ndarray:
    """The parameters after every step of a run."""
    trainer = trainer_of(SETTINGS)
    rows = [trainer.params().copy()]
    for step in range(1, steps + 1):
        trainer.advance(step)
        rows.append(trainer.params().copy())
    return np.stack(rows)


def quick(steps: int) -> Trainer:
    """A run that kept its first moment and its last."""
    trainer = trainer_of(SETTINGS)
    first = trainer.history.last
    trainer.repeat(first, steps)
    trainer.end = steps
    return trainer


def test_a_quick_runs_way_is_filled_with_the_very_moments_that_it_came_by() -> None:
    truth, trainer = stepwise(60), quick(60)
    assert len(path.told(trainer)) == 2
    path.fill(trainer, 30.0)
    told = path.told(trainer)
    np.testing.assert_array_equal(told, truth)
    assert trainer.step == 60
    np.testing.assert_array_equal(trainer.engine.state().params, truth[-1])


def test_a_long_way_is_filled_to_some_two_hundred_moments() -> None:
    trainer = quick(2000)
    path.fill(trainer, 30.0)
    assert path.FINE <= len(path.told(trainer)) <= path.FINE + 2


def test_steps_before_a_changed_setting_are_not_repeated() -> None:
    trainer = quick(60)
    trainer.change(replace(SETTINGS, learning_rate=0.01))
    path.fill(trainer, 30.0)
    assert len(path.told(trainer)) == 2


def test_steps_after_an_edit_are_repeated_from_it() -> None:
    trainer = quick(40)
    path.put(trainer, np.linspace(-1.0, 1.0, len(trainer.params())))
    trainer.repeat(trainer.engine.state(), 80)
    trainer.end = 80
    path.fill(trainer, 30.0)
    told = path.told(trainer)
    assert len(told) == 81
    np.testing.assert_array_equal(told[40], np.linspace(-1.0, 1.0, told.shape[1]))
