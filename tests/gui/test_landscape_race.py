"""The race on the window's thread: calculated ahead, played, changed on the way."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.session.jobs import Jobs
from gui.session.race_player import AHEAD, RacePlayer
from gui.session.surfaces import Surfaces
from nn.choices import OptimizerKind
from nn.landscape import surface
from nn.landscape.descent import Race, Runner, usual
from nn.landscape.function import PRESETS, Preset
from nn.landscape.objective import FunctionObjective
from nn.landscape.surface import Surface

VALLEY = PRESETS[Preset.VALLEY]
RUNNERS = (usual(OptimizerKind.SGD, VALLEY.rate), usual(OptimizerKind.ADAM, VALLEY.rate))


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[RacePlayer]:
    made = RacePlayer()
    yield made
    made.stop()


def begin(player: RacePlayer, qtbot: QtBot, runners: tuple[Runner, ...] = RUNNERS) -> None:
    player.open(FunctionObjective(VALLEY), runners, VALLEY.start, 100)
    qtbot.waitUntil(lambda: player.end >= AHEAD)


def test_a_race_is_calculated_ahead_and_looked_at_from_its_start(player: RacePlayer, qtbot: QtBot) -> None:
    begin(player, qtbot)
    assert (player.position, player.end) == (0, AHEAD)
    alone = Race(FunctionObjective(VALLEY), RUNNERS, VALLEY.start)
    alone.advance(AHEAD)
    for found, expected in zip(player.paths, alone.paths, strict=True):
        np.testing.assert_array_equal(found.positions, expected.positions)


def test_steps_go_on_beyond_what_is_recorded_and_never_before_the_start(player: RacePlayer, qtbot: QtBot) -> None:
    begin(player, qtbot)
    player.back()
    assert player.position == 0
    player.last()
    player.one_step()
    assert player.position == AHEAD + 1
    assert player.end >= AHEAD + 1
    player.seek(10**9)
    assert player.position == player.end


def test_a_change_takes_effect_at_the_step_that_is_looked_at(player: RacePlayer, qtbot: QtBot) -> None:
    begin(player, qtbot)
    before = player.paths[0].positions.copy()
    player.seek(7)
    player.set_runner(0, Runner(learning_rate=0.01))
    qtbot.waitUntil(lambda: player.end >= AHEAD)
    after = player.paths[0].positions
    np.testing.assert_array_equal(after[:8], before[:8])
    assert not np.array_equal(after[8], before[8])
    assert player.position == 7


def test_another_start_begins_anew_with_the_same_runners(player: RacePlayer, qtbot: QtBot) -> None:
    begin(player, qtbot)
    player.seek(9)
    player.set_start((1.0, 1.0))
    assert player.position == 0
    assert [tuple(path.positions[0]) for path in player.paths] == [(1.0, 1.0)] * 2


def test_runners_come_and_go(player: RacePlayer, qtbot: QtBot) -> None:
    begin(player, qtbot)
    player.seek(5)
    player.add(usual(OptimizerKind.MOMENTUM, VALLEY.rate))
    assert [path.runner.optimizer.kind for path in player.paths] == [OptimizerKind.SGD, OptimizerKind.ADAM, OptimizerKind.MOMENTUM]
    player.remove(1)
    assert [path.runner.optimizer.kind for path in player.paths] == [OptimizerKind.SGD, OptimizerKind.MOMENTUM]
    assert player.position == 5


def test_playing_walks_and_pauses_where_all_have_ended(player: RacePlayer, qtbot: QtBot) -> None:
    player.open(FunctionObjective(VALLEY), (Runner(learning_rate=2.0),), VALLEY.start, 100)  # steps grow until they leave the map
    player.set_pace(240.0)
    player.play()
    assert player.playing
    qtbot.waitUntil(lambda: not player.playing)
    assert player.over
    assert player.paths[0].diverged is not None
    assert player.position >= player.paths[0].steps


def test_a_race_that_cannot_be_made_is_told_of(player: RacePlayer, qtbot: QtBot) -> None:
    begin(player, qtbot)
    with qtbot.waitSignal(player.failed):
        player.open(FunctionObjective(VALLEY), RUNNERS, (float("nan"), 0.0), 100)
    assert player.end == AHEAD


def test_of_many_surfaces_that_are_asked_for_the_last_one_is_shown(qtbot: QtBot) -> None:
    jobs = Jobs()
    surfaces = Surfaces(jobs)
    seen: list[Surface] = []
    surfaces.made.connect(lambda drawn: seen.append(drawn.surface))
    for right in range(1, 8):
        surfaces.ask(lambda right=right: surface.of_function(VALLEY, (0.0, float(right), 0.0, 1.0), 20))
    qtbot.waitUntil(lambda: not jobs.running and not surfaces.busy)
    assert [drawn.extent[1] for drawn in seen] == [7.0]
    surfaces.ask(lambda: surface.of_function(VALLEY, resolution=20))
    surfaces.forget()
    qtbot.waitUntil(lambda: not jobs.running)
    assert len(seen) == 1
