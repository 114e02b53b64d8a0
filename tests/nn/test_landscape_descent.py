"""Races: the tutorial's descent arrives, runners follow their optimizers, and what is changed takes effect at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.choices import OptimizerKind, ScheduleKind
from nn.errors import SettingsError
from nn.landscape import curve
from nn.landscape.curve import CurveData
from nn.landscape.descent import Race, Runner, usual
from nn.landscape.function import PRESETS, Formula, Preset
from nn.landscape.lane import LIMIT
from nn.landscape.objective import CurveObjective, FunctionObjective
from nn.settings import OptimizerSettings, ScheduleSettings

START = (-2.0, 2.0)
BOWL = Formula("bowl", "", lambda a, b: a * a + 0.5 * b * b, lambda a, b: (2.0 * a, b))
CLIFF = Formula("cliff", "", lambda a, b: np.log(a) + 0.0 * b, lambda a, b: (1.0 / a, 0.0 * b))


@pytest.fixture(scope="module")
def million() -> CurveData:
    return curve.make()


def bowl(*runners: Runner, start: tuple[float, float] = (1.0, 2.0)) -> Race:
    return Race(FunctionObjective(BOWL), runners, start)


@pytest.mark.parametrize("seed", range(5))
def test_the_tutorials_descent_reaches_the_true_parameters(million: CurveData, seed: int) -> None:
    race = Race(CurveObjective(million, seed), [Runner()], START, curve.BATCH_SIZE)
    assert race.paths[0].rate == 0.7
    race.advance(300)
    assert np.hypot(*(race.paths[0].positions[-1] - (3.0, 0.5))) < 0.03


@pytest.mark.parametrize("kind", list(OptimizerKind))
def test_every_optimizer_gets_to_the_minimum_of_the_fit(million: CurveData, kind: OptimizerKind) -> None:
    race = Race(CurveObjective(million), [usual(kind)], START, 1000)
    race.advance(300)
    path = race.paths[0]
    assert np.abs(path.positions[-1] - (3.0, 0.5)).max() < 0.1
    reached = path.first_below(0.01)
    assert reached is not None
    assert path.costs[reached] < 0.01 <= path.costs[:reached].min()
    assert path.first_below(0.0) is None


def test_steps_are_those_of_the_formulas() -> None:
    race = bowl(
        Runner(OptimizerSettings(), 0.1),
        Runner(OptimizerSettings(OptimizerKind.MOMENTUM, momentum=0.5), 0.1),
        Runner(OptimizerSettings(OptimizerKind.RMSPROP, decay=0.75, epsilon=1e-12), 0.1),
        Runner(OptimizerSettings(OptimizerKind.ADAM, epsilon=1e-12), 0.1),
    )
    race.advance(2)
    plain, momentum, rms, adam = (path.positions for path in race.paths)
    assert plain == pytest.approx(np.array([[1.0, 2.0], [0.8, 1.8], [0.64, 1.62]]))
    # v = 2, then 0.5·2 + 1.6 = 2.6; and 2, then 0.5·2 + 1.8 = 2.8
    assert momentum == pytest.approx(np.array([[1.0, 2.0], [0.8, 1.8], [0.54, 1.52]]))
    # s = 0.25·4 = 1, so the first step is 0.1·2/1
    assert rms[1] == pytest.approx([0.8, 1.8])
    assert rms[2] == pytest.approx([0.8 - 0.16 / np.sqrt(0.75 + 0.25 * 1.6**2), 1.8 - 0.18 / np.sqrt(0.75 + 0.25 * 1.8**2)])
    # Adam's first step is η in every direction.
    assert adam[1] == pytest.approx([0.9, 1.9])


def test_costs_and_gradients_are_those_of_each_steps_own_batch(million: CurveData) -> None:
    objective = CurveObjective(million, seed=2)
    race = Race(objective, [Runner(), usual(OptimizerKind.ADAM)], START, 20)
    race.advance(3)
    for path in race.paths:
        assert path.steps == race.step == 3
        for step in range(4):
            cost, gradient = curve.cost_and_gradient(*objective.batch(step, 20), path.positions[step])
            assert path.costs[step] == cost
            assert path.gradients[step] == pytest.approx(gradient, rel=1e-15)
    plain = race.paths[0]
    assert plain.following == pytest.approx(plain.positions[3] - 0.7 * plain.gradients[3])
    race.advance()
    assert np.array_equal(race.paths[0].positions[4], plain.following)


def test_many_steps_at_once_are_as_one_by_one(million: CurveData) -> None:
    runners = [usual(kind) for kind in OptimizerKind]
    one, many = (Race(CurveObjective(million, 1), runners, START) for _ in range(2))
    for _ in range(100):
        one.advance()
    many.advance(100)
    for a, b in zip(one.paths, many.paths, strict=True):
        assert np.array_equal(a.positions, b.positions)
        assert np.array_equal(a.costs, b.costs)


def test_rate_optimizer_and_batch_change_at_once(million: CurveData) -> None:
    objective = CurveObjective(million)
    race = Race(objective, [Runner(), Runner()], START, 10)
    race.advance(5)
    before = race.paths[0]
    race.set_batch_size(1000)
    now = race.paths[0]
    assert before.costs[5] == curve.cost(*objective.batch(5, 10), before.positions[5])
    assert now.costs[5] == curve.cost(*objective.batch(5, 1000), before.positions[5])
    assert np.array_equal(now.costs[:5], before.costs[:5])
    race.set_runner(0, Runner(learning_rate=0.1))
    race.advance()
    slow, fast = race.paths
    assert slow.positions[6] - slow.positions[5] == pytest.approx((fast.positions[6] - fast.positions[5]) / 7.0)


def test_another_kind_of_optimizer_starts_with_empty_slots() -> None:
    momentum = Runner(OptimizerSettings(OptimizerKind.MOMENTUM), 0.1)
    race = bowl(momentum, momentum)
    race.advance(4)
    race.set_runner(0, Runner(OptimizerSettings(OptimizerKind.NESTEROV), 0.1))
    race.set_runner(0, momentum)
    race.set_runner(1, replace(momentum, learning_rate=0.05))
    race.advance()
    emptied, kept = race.paths
    assert emptied.positions[5] == pytest.approx(emptied.positions[4] - 0.1 * emptied.gradients[4])
    assert kept.positions[5] != pytest.approx(kept.positions[4] - 0.05 * kept.gradients[4])


def test_a_schedule_counts_steps() -> None:
    race = bowl(Runner(OptimizerSettings(), 0.4, ScheduleSettings(ScheduleKind.STEP, gamma=0.5, every=2)))
    rates = []
    for _ in range(5):
        rates.append(race.paths[0].rate)
        race.advance()
    assert rates == [0.4, 0.4, 0.2, 0.2, 0.1]
    path = race.paths[0]
    assert path.positions[1:] == pytest.approx(path.positions[:-1] - np.array(rates)[:, np.newaxis] * path.gradients[:-1])


def test_a_runner_that_joins_late_has_gone_the_same_way(million: CurveData) -> None:
    race = Race(CurveObjective(million), [Runner(), usual(OptimizerKind.ADAM)], START)
    race.advance(70)
    race.add(usual(OptimizerKind.ADAM))
    race.advance(10)
    assert np.array_equal(race.paths[1].positions, race.paths[2].positions)
    race.remove(1)
    assert [path.runner.optimizer.kind for path in race.paths] == [OptimizerKind.SGD, OptimizerKind.ADAM]


def test_going_back_forgets_and_going_on_repeats(million: CurveData) -> None:
    race = Race(CurveObjective(million), [usual(kind) for kind in OptimizerKind], START)
    race.advance(90)
    before = race.paths
    race.back_to(30)
    assert race.step == 30
    assert all(np.array_equal(now.costs, then.costs[:31]) for now, then in zip(race.paths, before, strict=True))
    race.advance(60)
    assert all(np.array_equal(now.positions, then.positions) for now, then in zip(race.paths, before, strict=True))
    race.restart((-1.0, 1.0))
    assert race.step == 0
    assert race.paths[0].positions.tolist() == [[-1.0, 1.0]]
    assert before[0].steps == 90


def test_paths_are_frozen_while_the_race_goes_on() -> None:
    race = bowl(Runner(OptimizerSettings(), 0.01))
    race.advance(50)
    path = race.paths[0]
    copies = path.positions.copy(), path.costs.copy(), path.gradients.copy()
    race.set_batch_size(7)
    race.advance(100)
    race.back_to(20)
    race.advance(5)
    assert all(np.array_equal(now, then) for now, then in zip((path.positions, path.costs, path.gradients), copies, strict=True))
    with pytest.raises(ValueError, match="read-only"):
        path.positions[0] = 0.0


def test_a_path_that_leads_too_far_ends_and_says_so_while_others_go_on() -> None:
    race = bowl(Runner(OptimizerSettings(), 1.5), Runner(OptimizerSettings(), 0.1))
    race.advance(200)
    wild, tame = race.paths
    assert tame.steps == race.step == 200
    assert wild.steps < 50
    assert np.abs(wild.positions).max() <= LIMIT
    assert np.array_equal(wild.following, wild.positions[-1])
    assert "sgd" in str(wild.diverged)
    assert f"step {wild.steps}" in str(wild.diverged)
    assert tame.diverged is None
    race.back_to(3)
    assert race.paths[0].diverged is None
    assert not race.over


def test_a_path_ends_where_there_is_no_cost() -> None:
    race = Race(FunctionObjective(CLIFF), [Runner(OptimizerSettings(), 0.5)], (0.5, 0.0))
    race.advance(10)
    path = race.paths[0]
    assert race.over
    assert path.positions[-1].tolist() == [-0.5, 0.0]
    assert np.isnan(path.costs[-1])
    assert "no number" in str(path.diverged)
    assert race.step == path.steps == 1


@pytest.mark.parametrize("preset", list(Preset))
def test_the_usual_race_on_a_preset_goes_down_and_stays(preset: Preset) -> None:
    function = PRESETS[preset]
    race = Race(FunctionObjective(function), [usual(kind, function.rate) for kind in OptimizerKind], function.start)
    race.advance(300)
    for path in race.paths:
        assert path.diverged is None
        assert path.costs[-1] < path.costs[0]


def test_what_cant_be_raced_is_refused() -> None:
    objective = FunctionObjective(BOWL)
    for wrong, field in (
        (lambda: Race(objective, [], START), "landscape.runners"),
        (lambda: Race(objective, [Runner()] * 13, START), "landscape.runners"),
        (lambda: Race(objective, [Runner()], (1.0, float("inf"))), "landscape.start"),
        (lambda: Race(objective, [Runner()], START, 0), "landscape.batch_size"),
        (lambda: Runner(learning_rate=0.0), "landscape.learning_rate"),
        (lambda: bowl(Runner()).remove(0), "landscape.runners"),
        (lambda: bowl(Runner()).back_to(1), "landscape.step"),
    ):
        with pytest.raises(SettingsError) as caught:
            wrong()
        assert caught.value.field == field
