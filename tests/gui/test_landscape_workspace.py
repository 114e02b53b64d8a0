"""The Landscape workspace as a person meets it: functions, the race, sliders, the start, typed functions, files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.errors import Notice
from gui.fields.log_slider import TICKS
from gui.fields.motion import set_reduced_motion
from gui.session.race_player import AHEAD
from gui.views.landscape_map import LandscapeMap
from gui.workspaces.landscape.subject import LORENTZ, OWN
from gui.workspaces.landscape.workspace import LandscapeWorkspace
from nn.choices import OptimizerKind, ScheduleKind
from nn.landscape import curve
from nn.landscape.curve import CurveSettings
from nn.landscape.function import PRESETS, Preset
from nn.landscape.objective import CurveObjective


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    return Actions()


@pytest.fixture
def landscape(qtbot: QtBot, actions: Actions) -> Iterator[LandscapeWorkspace]:
    set_reduced_motion(True)
    made = LandscapeWorkspace(actions)

    def end(_widget: object) -> None:
        made.shutdown()
        qtbot.waitUntil(lambda: not made.jobs.running, timeout=20_000)

    qtbot.addWidget(made, before_close_func=end)  # it is closed before the fixture goes on
    made.resize(1368, 836)
    made.begin()
    made.show()
    ready(made, qtbot)
    yield made
    set_reduced_motion(False)


def ready(landscape: LandscapeWorkspace, qtbot: QtBot) -> None:
    """Pairs are there, the race is calculated ahead, its surface is drawn."""
    player = landscape.session.player
    qtbot.waitUntil(lambda: player.is_open and player.whole and player.end >= AHEAD and not landscape.jobs.running, timeout=20_000)
    landscape.columns.map.repaint()
    assert landscape.columns.map.places is not None


def pixel(drawing: LandscapeMap, place: tuple[float, float]) -> QPoint:
    places = drawing.places
    assert places is not None
    return places.point(place).toPoint()


def drag(drawing: LandscapeMap, start: tuple[float, float], end: tuple[float, float]) -> None:
    first, last = pixel(drawing, start), pixel(drawing, end)
    QTest.mousePress(drawing, Qt.MouseButton.LeftButton, pos=first)
    for share in (0.3, 0.7, 1.0):
        between = QPointF(first) + (QPointF(last) - QPointF(first)) * share
        QTest.mouseMove(drawing, between.toPoint())
    QTest.mouseRelease(drawing, Qt.MouseButton.LeftButton, pos=last)


def test_it_begins_with_the_tutorials_fit_at_its_defaults(landscape: LandscapeWorkspace) -> None:
    session = landscape.session
    assert session.subject.key == LORENTZ
    assert session.data is not None
    assert (session.data.size, session.subject.start, session.subject.batch) == (1_000_000, (-2.0, 2.0), 100)
    assert session.subject.runner.learning_rate == 0.7
    assert [path.runner.optimizer.kind.value for path in session.player.paths] == ["sgd", "momentum", "rmsprop", "adam"]
    left, right, low, high = session.ground.extent
    assert left <= -3 and right >= 6 and low <= -2 and high >= 3
    assert landscape.columns.map.state.minima == ((3.0, 0.5),)


def test_the_race_arrives_and_its_table_and_marks_say_when(landscape: LandscapeWorkspace) -> None:
    player = landscape.session.player
    player.last()
    landscape.showing.show_numbers()
    standing = landscape.columns.race.rows[0].standing
    assert standing is not None
    assert standing.arrived == player.paths[0].first_below(0.01) is not None
    assert [mark.step for mark in landscape.columns.transport.scrub.marks] == [path.first_below(0.01) for path in player.paths]
    assert np.linalg.norm(player.paths[0].positions[-1] - np.array((3.0, 0.5))) < 0.1
    assert landscape.columns.fit.fit is not None
    assert landscape.columns.fit.fit.pairs == 100


def test_play_step_back_and_seek_move_map_plot_and_readouts(landscape: LandscapeWorkspace, qtbot: QtBot) -> None:
    bar, player = landscape.columns.transport, landscape.session.player
    QTest.mouseClick(bar.step, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.step, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert player.position == landscape.columns.map.state.step == bar.scrub.value() == 1
    QTest.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: player.position > 3)
    QTest.mouseClick(bar.play, Qt.MouseButton.LeftButton)
    assert not player.playing
    landscape.columns.costs.seek_requested.emit(21)
    landscape.showing.show_numbers()
    assert bar.readouts["step"].value == "21"
    place = player.paths[0].positions[21]
    assert bar.readouts["w0"].value == f"{place[0]:.3f}"
    QTest.mouseClick(bar.reset, Qt.MouseButton.LeftButton)
    assert player.position == 0


def test_keys_play_the_race_and_leave_it_alone_while_a_lesson_is_on_screen(landscape: LandscapeWorkspace, actions: Actions) -> None:
    player = landscape.session.player
    actions["landscape_step"].trigger()
    actions["landscape_step"].trigger()
    actions["landscape_back"].trigger()
    assert player.position == 1
    actions["landscape_play"].trigger()
    assert player.playing
    landscape.columns.functions.rows["perceptron"].click()
    assert not player.playing
    position = player.position
    for name in ("landscape_step", "landscape_back", "landscape_reset"):
        actions[name].trigger()
    assert player.position == position
    landscape.columns.functions.rows[LORENTZ].click()
    assert landscape.guest_key == ""
    assert landscape.columns.middle.currentIndex() == 0
    actions["landscape_reset"].trigger()
    assert player.position == 0


def test_the_rate_takes_effect_at_once_and_a_drag_is_one_move(landscape: LandscapeWorkspace, qtbot: QtBot) -> None:
    slider, session = landscape.columns.optimizer.rate, landscape.session
    session.player.seek(5)
    before = session.player.paths[0].positions.copy()
    count = landscape.undo.count()
    for tick in (TICKS // 2, TICKS // 3, TICKS // 4):
        slider.setValue(tick)
    session.end_drag()
    assert session.subject.runner.learning_rate == slider.number == slider.number_at(TICKS // 4)
    assert landscape.undo.count() == count + 1
    after = session.player.paths[0].positions
    np.testing.assert_array_equal(after[:6], before[:6])
    assert not np.array_equal(after[6], before[6])
    landscape.undo.undo()
    assert session.subject.runner.learning_rate == 0.7
    ready(landscape, qtbot)
    np.testing.assert_allclose(session.player.paths[0].positions[:60], before[:60])


def test_the_batch_and_its_trembling_landscape(landscape: LandscapeWorkspace, qtbot: QtBot) -> None:
    session, drawing = landscape.session, landscape.columns.map
    steady = drawing.state.surface
    assert steady is not None
    landscape.columns.optimizer.batch.setValue(0)  # M = 1
    assert session.subject.batch == 1
    ready(landscape, qtbot)
    landscape.columns.optimizer.tremble.click()
    qtbot.waitUntil(lambda: drawing.state.surface is not None and len(drawing.state.surface.xs) < len(steady.xs), timeout=20_000)
    first = drawing.state.surface
    session.player.seek(30)
    qtbot.waitUntil(lambda: drawing.state.surface is not first, timeout=20_000)
    assert first is not None and drawing.state.surface is not None
    assert not np.array_equal(first.costs, drawing.state.surface.costs)
    landscape.columns.optimizer.tremble.click()
    ready(landscape, qtbot)
    assert drawing.state.surface is not None
    assert len(drawing.state.surface.xs) == len(steady.xs)


def test_the_start_is_dragged_clicked_and_undone(landscape: LandscapeWorkspace) -> None:
    session, drawing = landscape.session, landscape.columns.map
    count = landscape.undo.count()
    drag(drawing, (-2.0, 2.0), (0.0, -1.0))
    assert session.subject.start == pytest.approx((0.0, -1.0), abs=0.05)
    assert landscape.undo.count() == count + 1
    assert tuple(session.player.paths[2].positions[0]) == session.subject.start
    drawing.repaint()
    QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=pixel(drawing, (4.0, 1.0)))
    assert session.subject.start == pytest.approx((4.0, 1.0), abs=0.05)
    landscape.undo.undo()
    landscape.undo.undo()
    assert session.subject.start == (-2.0, 2.0)
    drawing.setFocus()
    QTest.keyClick(drawing, Qt.Key.Key_Right)
    assert session.subject.start[0] > -2.0
    landscape.columns.heading.home.click()
    assert session.subject.start == (-2.0, 2.0)


def test_optimizers_come_go_and_change(landscape: LandscapeWorkspace) -> None:
    session, race = landscape.session, landscape.columns.race
    race.menu.actions()[list(OptimizerKind).index(OptimizerKind.NESTEROV)].trigger()
    assert session.subject.selected == 4
    assert len(race.rows) == len(session.player.paths) == 5
    landscape.columns.optimizer.commit("schedule.kind", ScheduleKind.COSINE)
    assert session.player.paths[4].runner.schedule.kind is ScheduleKind.COSINE
    landscape.columns.optimizer.commit("optimizer.kind", OptimizerKind.SGD)
    runner = session.player.paths[4].runner
    assert (runner.optimizer.kind, runner.schedule.kind) == (OptimizerKind.SGD, ScheduleKind.COSINE)
    looks = [track.look for track in landscape.columns.map.state.tracks]
    assert len(set(looks)) == 5
    assert [track.name for track in landscape.columns.map.state.tracks][::4] == ["SGD 1", "SGD 2"]
    race.rows[0].remove.click()
    assert [path.runner.optimizer.kind.value for path in session.player.paths] == ["momentum", "rmsprop", "adam", "sgd"]
    race.rows[1].click()
    assert session.subject.selected == 1
    assert landscape.columns.optimizer.settings == session.subject.runner


def test_there_are_at_most_eight(landscape: LandscapeWorkspace) -> None:
    for _ in range(6):
        landscape.session.add(OptimizerKind.ADAM)
    assert len(landscape.session.subject.runners) == 8
    assert not landscape.columns.race.add.isEnabled()


@pytest.mark.parametrize("preset", list(Preset))
def test_every_function_is_drawn_and_run_down(landscape: LandscapeWorkspace, qtbot: QtBot, preset: Preset) -> None:
    landscape.columns.functions.rows[preset.value].click()
    ready(landscape, qtbot)
    session, state = landscape.session, landscape.columns.map.state
    assert session.subject.start == PRESETS[preset].start
    assert state.minima == PRESETS[preset].minima
    assert state.surface is not None and state.contours
    assert session.player.paths[0].costs[-1] < session.player.paths[0].costs[0]
    assert landscape.columns.fit.isHidden()
    landscape.columns.functions.rows[LORENTZ].click()
    assert session.subject.key == LORENTZ
    assert not landscape.columns.fit.isHidden()


def test_a_function_is_typed_and_a_wrong_one_is_marked_at_its_place(landscape: LandscapeWorkspace, qtbot: QtBot) -> None:
    functions, session = landscape.columns.functions, landscape.session
    functions.rows[OWN].click()
    ready(landscape, qtbot)
    functions.field.selectAll()
    QTest.keyClicks(functions.field, "(x - 1)^2 + 3*y^2")
    QTest.keyClick(functions.field, Qt.Key.Key_Return)
    ready(landscape, qtbot)
    assert session.subject.text == "(x - 1)^2 + 3*y^2"
    lowest = landscape.columns.map.state.minima[0]
    assert lowest == pytest.approx((1.0, 0.0), abs=0.05)
    assert landscape.columns.transport.readouts["w0"].accessibleName() == "x"
    functions.field.selectAll()
    QTest.keyClicks(functions.field, "(x - 1^2 + 3*y^2")
    QTest.keyClick(functions.field, Qt.Key.Key_Return)
    assert functions.field.marked is not None
    assert functions.problem.isVisible()
    assert session.subject.text == "(x - 1)^2 + 3*y^2"
    functions.field.selectAll()
    QTest.keyClicks(functions.field, "x^2 + y^2 + z^2")
    QTest.keyClick(functions.field, Qt.Key.Key_Return)
    assert functions.problem.isVisible()
    assert session.subject.text == "(x - 1)^2 + 3*y^2"


def test_a_start_without_a_value_is_told_of_until_it_moves(landscape: LandscapeWorkspace) -> None:
    told: list[object] = []
    landscape.notice.connect(told.append)
    landscape.session.set_expression("1/(a - b) + a^2")
    assert told[-1] is None
    landscape.session.set_start((1.0, 1.0))
    assert isinstance(told[-1], Notice)
    assert "(a, b) = (1, 1) there is a division by 0 in “1/(a − b)”" in told[-1].sentence
    landscape.session.set_start((1.0, 0.0))
    assert told[-1] is None


def test_other_pairs_are_made_and_a_file_is_read(landscape: LandscapeWorkspace, qtbot: QtBot, tmp_path: Path) -> None:
    session = landscape.session
    landscape.columns.data.number_field("truth0").setText("2")
    landscape.columns.data.number_field("truth0").commit()
    ready(landscape, qtbot)
    assert session.subject.curve.truth == (2.0, 0.5)
    assert landscape.columns.map.state.minima == ((2.0, 0.5),)
    made = curve.make(CurveSettings(samples=500))
    path = tmp_path / "pairs.npz"
    np.savez(path, x=made.x, y=made.y)
    session.open_pairs(str(path))
    ready(landscape, qtbot)
    assert isinstance(session.objective, CurveObjective)
    assert session.objective.data.size == 500
    assert landscape.columns.map.state.minima != ((2.0, 0.5),)
    landscape.columns.data.made.click()
    ready(landscape, qtbot)
    assert session.data is not None
    assert session.data.truth == (2.0, 0.5)


def test_a_file_that_cannot_be_read_leaves_everything_as_it_was(landscape: LandscapeWorkspace, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bad.npz"
    path.write_bytes(b"no archive")
    told: list[Notice | None] = []
    landscape.notice.connect(told.append)
    landscape.session.open_pairs(str(path))
    ready(landscape, qtbot)
    assert told[-1] is not None, "the notice must still be there"
    assert "bad.npz" in told[-1].sentence
    assert not landscape.undo.canUndo()
    assert landscape.session.subject.file == ""
    assert landscape.session.data is not None
    assert landscape.session.data.size == 1_000_000


def test_a_path_that_diverges_says_so_and_the_landscape_stays_in_reach(landscape: LandscapeWorkspace, qtbot: QtBot) -> None:
    landscape.columns.functions.rows["himmelblau"].click()
    landscape.session.set_rate(0.2)
    player = landscape.session.player
    qtbot.waitUntil(lambda: player.whole)
    path = player.paths[0]
    assert path.diverged is not None
    player.last()
    landscape.showing.show_numbers()
    standing = landscape.columns.race.rows[0].standing
    assert standing is not None
    assert "SGD" in standing.trouble
    left, right, low, high = landscape.session.ground.extent
    assert right - left < 50 and high - low < 50
