"""The Steps workspace's outline and player: where we are in a walk, and where the person wants to go."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.panels.outline import OutlinePanel
from gui.panels.outline.model import Mark, WalkModel
from gui.panels.player import PlayerPanel
from gui.panels.player.panel import PACES
from gui.panels.step_parts import iterations_of, part_name, parts_of
from gui.theme import theme
from nn.choices import Activation, Loss
from nn.network import Architecture, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.settings import Granularity, ReplaySettings, Sample
from nn.replay.step import Kind
from nn.replay.walk import Walk
from tests.gui.hands import Heard


@pytest.fixture(scope="module")
def walk() -> Walk:
    return mazur.walk()


@pytest.fixture(scope="module")
def long_walk() -> Walk:
    return mazur.walk(iterations=200)


def deep_walk(samples: int = 1) -> Walk:
    """3-4-3-2 with tanh and sigmoid."""
    architecture = Architecture((3, 4, 3, 2), (Activation.TANH, Activation.TANH, Activation.SIGMOID), Loss.MSE)
    random = np.random.default_rng(1)
    network = Network(architecture, random.normal(size=architecture.layout.size))
    sample = Sample(random.normal(size=(samples, 3)), random.uniform(size=(samples, 2)))
    return build_walk(network, sample, ReplaySettings())


# Parts


def test_parts_follow_on_one_another_and_leave_nothing_out() -> None:
    for walk in (mazur.walk(iterations=3), deep_walk(), deep_walk(samples=2)):
        iterations = iterations_of(walk)
        assert [number for number, _, _ in iterations] == sorted({step.iteration for step in walk.steps})
        parts = [part for _, start, stop in iterations for part in parts_of(walk, start, stop)]
        assert parts[0].start == 0
        assert parts[-1].stop == len(walk.steps)
        assert all(before.stop == after.start for before, after in pairwise(parts))
        assert all({step.phase for step in walk.steps[part.start : part.stop]} == {part.phase} for part in parts)


def test_layers_and_samples_are_named() -> None:
    walk = deep_walk(samples=2)
    _, start, stop = iterations_of(walk)[0]
    names = [part_name(part, walk, long=True) for part in parts_of(walk, start, stop)]
    assert "Forward, sample 1" in names
    assert "Backward: hidden layer 1, sample 2" in names
    assert "Backward: output layer, sample 1" in names
    assert names[-1] == "Update"


# Outline


@pytest.fixture
def outline(qtbot: QtBot, walk: Walk) -> OutlinePanel:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.resize(264, 700)
    panel.show_walk(walk, "Mazur 2-2-2")
    panel.show()
    return panel


def texts(panel: OutlinePanel) -> list[str]:
    return [text for text, _ in panel.rows()]


def row_of(panel: OutlinePanel, step: int) -> QPoint:
    """The middle of the row of a step, which is open."""
    return panel.tree.visualRect(panel.model.path_to(step)[-1]).center()


def test_only_the_branch_of_the_step_is_open(outline: OutlinePanel) -> None:
    assert texts(outline)[:5] == ["Forward", "net and out of h1", "net_h1", "out_h1", "net and out of h2"]
    outline.show_step(12)
    found = texts(outline)
    assert found[:3] == ["Forward", "Error", "Backward: output layer"]
    assert found[3:8] == ["∂E_total/∂w5", "∂E_total/∂out_o1", "∂out_o1/∂net_o1", "∂net_o1/∂w5", "Product"]
    assert found[-3:] == ["Backward: hidden layer", "Update", "Next iteration"]


def test_every_step_is_a_row_that_can_be_reached(outline: OutlinePanel, walk: Walk) -> None:
    model = outline.model
    for step in range(len(walk.steps)):
        outline.show_step(step)
        leaf = model.node(model.path_to(step)[-1])
        assert leaf.is_step
        assert (leaf.start, leaf.stop) == (step, step + 1)
        assert [node.start for _, node in outline.rows() if node.is_step and model.mark_of(node) is Mark.CURRENT] == [step]


def test_marks_say_done_in_progress_current_and_to_do(outline: OutlinePanel) -> None:
    outline.show_step(12)
    model = outline.model
    marks = {text: model.mark_of(node) for text, node in outline.rows()}
    assert marks["Forward"] is Mark.DONE
    assert marks["Backward: output layer"] is Mark.IN_PROGRESS
    assert marks["∂out_o1/∂net_o1"] is Mark.CURRENT
    assert marks["Product"] is Mark.TO_DO
    spoken = {model.data(model.path_to(step)[-1], Qt.ItemDataRole.AccessibleTextRole) for step in (11, 12, 13)}
    assert spoken == {"∂E_total/∂out_o1, 12, done", "∂out_o1/∂net_o1, 13, current", "∂net_o1/∂w5, 14, to do"}


def test_the_ranges_of_steps_count_from_one(outline: OutlinePanel) -> None:
    numbers = {text: WalkModel.numbers(node) for text, node in outline.rows()}
    assert numbers["Forward"] == "1–8"
    assert numbers["net_h1"] == "1"
    assert numbers["Next iteration"] == "56–66"


def test_what_the_person_opened_stays_open(qtbot: QtBot, outline: OutlinePanel) -> None:
    outline.show_step(12)
    update = next(node for text, node in outline.rows() if text == "Update")
    place = outline.tree.visualRect(outline.model.index_of(update)).center()
    qtbot.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "w1+" in texts(outline)
    outline.show_step(0)
    assert "w1+" in texts(outline)
    assert "∂out_o1/∂net_o1" not in texts(outline)


def test_a_click_on_a_step_goes_there(qtbot: QtBot, outline: OutlinePanel) -> None:
    heard = Heard()
    outline.step_requested.connect(heard)
    outline.show_step(12)
    qtbot.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=row_of(outline, 14))
    assert heard.all == [(14,)]


def test_arrows_move_in_the_tree_and_enter_goes(qtbot: QtBot, outline: OutlinePanel) -> None:
    heard = Heard()
    outline.step_requested.connect(heard)
    outline.show_step(12)
    outline.tree.setFocus()
    qtbot.keyClick(outline.tree, Qt.Key.Key_Down)
    assert heard.all == []
    qtbot.keyClick(outline.tree, Qt.Key.Key_Return)
    assert heard.all == [(13,)]


def test_several_iterations_are_rows_of_their_own(qtbot: QtBot, long_walk: Walk) -> None:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.show_walk(long_walk, "Mazur 2-2-2")
    last = len(long_walk.steps) - 1
    panel.show_step(last)
    found = texts(panel)
    assert found[0] == "Iteration 1"
    assert "After the last update" in found
    assert panel.model.node(panel.model.path_to(last)[-1]).start == last
    assert panel._pass.text() == "pass 201"


def test_a_long_walk_makes_only_the_rows_that_are_open(long_walk: Walk) -> None:
    model = WalkModel()
    model.show_walk(long_walk)
    model.rowCount()
    assert len(model._nodes) == 202  # the root, 200 iterations, the pass after them
    model.path_to(5000)
    assert len(model._nodes) < 260


def test_an_iteration_alone_shows_no_other(qtbot: QtBot) -> None:
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.show_walk(mazur.walk(iterations=100, show=(40, 40)), "Mazur 2-2-2")
    assert texts(panel)[0] == "Forward"
    assert panel._pass.text() == "pass 40"


def test_rows_of_whole_layers_are_named(qtbot: QtBot, walk: Walk) -> None:
    step = walk.steps[0]
    whole = dataclasses.replace(step, quantity=step.quantity._replace(kind=Kind.LAYER_NET, unit=-1))
    panel = OutlinePanel()
    qtbot.addWidget(panel)
    panel.show_walk(dataclasses.replace(walk, steps=(whole,), whole_layers=True), "784-30-10")
    assert texts(panel) == ["Forward", "z[1]"]


# Player


@pytest.fixture
def player(qtbot: QtBot, walk: Walk) -> PlayerPanel:
    panel = PlayerPanel()
    qtbot.addWidget(panel)
    panel.resize(1368, 64)
    panel.show_walk(walk)
    panel.show()
    return panel


def test_the_segments_are_the_parts_of_the_iteration(player: PlayerPanel, walk: Walk) -> None:
    segments = player.scrub.segments
    assert [segment.name for segment in segments] == ["Forward", "Error", "Output layer", "Hidden layer", "Update", "Next iteration"]
    assert segments[0].start == 0
    assert segments[-1].stop == len(walk.steps)


def test_the_segments_of_a_long_walk_are_its_iterations(player: PlayerPanel, long_walk: Walk) -> None:
    player.show_walk(long_walk)
    assert [segment.name for segment in player.scrub.segments[:3]] == ["1", "2", "3"]
    assert player.scrub.segments[-1].long_name == "After the last update"
    shown = player.scrub._named(player.scrub.segment_at(0))
    assert 3 < len(shown) < 40


def test_the_counter_says_where_we_are(player: PlayerPanel) -> None:
    player.show_step(22)
    assert player.counter.text() == "Step 23 of 66"
    assert player.scrub.value() == 22
    assert player.scrub.accessibleDescription() == "Backward: output layer"


def test_buttons_say_where_the_person_wants_to_go(qtbot: QtBot, player: PlayerPanel) -> None:
    player.show_step(10)
    for button, signal in (
        (player.first, player.first_requested),
        (player.back, player.back_requested),
        (player.forward, player.forward_requested),
        (player.last, player.last_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_there_is_no_way_beyond_the_ends(player: PlayerPanel, walk: Walk) -> None:
    assert [button.isEnabled() for button in (player.first, player.back, player.forward, player.last)] == [False, False, True, True]
    player.show_step(len(walk.steps) - 1)
    assert [button.isEnabled() for button in (player.first, player.back, player.forward, player.last)] == [True, True, False, False]


def test_play_becomes_pause(qtbot: QtBot, player: PlayerPanel) -> None:
    with qtbot.waitSignal(player.play_requested):
        qtbot.mouseClick(player.play, Qt.MouseButton.LeftButton)
    assert player.play.icon_name == "pause"
    with qtbot.waitSignal(player.pause_requested):
        qtbot.keyClick(player.play, Qt.Key.Key_Return)
    player.show_playing(True)
    assert player.play.accessibleName() == "Pause (Space)"


def test_dragging_seeks_while_it_goes_on(qtbot: QtBot, player: PlayerPanel) -> None:
    heard = Heard()
    player.seek_requested.connect(heard)
    scrub = player.scrub
    qtbot.mousePress(scrub, Qt.MouseButton.LeftButton, pos=QPoint(round(scrub.x_of(20)), 12))
    assert heard.all == [(20,)]
    player.show_step(3)  # what comes late doesn't take the knob from the pointer
    assert scrub.value() == 20
    qtbot.mouseMove(scrub, QPoint(round(scrub.x_of(40)), 12))
    qtbot.mouseRelease(scrub, Qt.MouseButton.LeftButton, pos=QPoint(round(scrub.x_of(50)), 12))
    assert heard.all[-1] == (50,)
    qtbot.waitUntil(lambda: not scrub._throttle.isActive())


def test_every_step_has_its_place_on_the_scrub_bar(player: PlayerPanel, walk: Walk) -> None:
    assert [player.scrub.step_at(player.scrub.x_of(step)) for step in range(len(walk.steps))] == list(range(len(walk.steps)))
    assert player.scrub.tip_at(player.scrub.x_of(12)) == "Step 13 · Backward: output layer"


def test_the_scrub_bar_is_worked_by_keys(qtbot: QtBot, player: PlayerPanel, walk: Walk) -> None:
    heard = Heard()
    player.seek_requested.connect(heard)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(player.scrub, key)
        qtbot.waitUntil(lambda: not player.scrub._throttle.isActive())
    assert [step for (step,) in heard.all] == [1, 8, 11, 10, 8, len(walk.steps) - 1, 0]


def test_granularity_is_chosen_by_mouse_and_arrows(qtbot: QtBot, player: PlayerPanel) -> None:
    heard = Heard()
    player.granularity_changed.connect(heard)
    segments = player.granularity.segments
    qtbot.mouseClick(segments[2], Qt.MouseButton.LeftButton)
    qtbot.keyClick(segments[2], Qt.Key.Key_Right)
    assert heard.all == [(Granularity.LAYER,), (Granularity.PASS,)]
    player.show_granularity(Granularity.OPERATION)
    assert len(heard.all) == 2
    assert [segment.isChecked() for segment in segments] == [True, False, False, False, False]


def test_paces_are_offered(player: PlayerPanel) -> None:
    heard = Heard()
    player.pace_changed.connect(heard)
    player.pace.setCurrentIndex(3)
    player.pace.activated.emit(3)
    assert heard.all == [(PACES[3],)]


@pytest.mark.parametrize("width", [952, 1184, 1368])
@pytest.mark.parametrize("projector", [False, True])
def test_nothing_is_cut_however_narrow(qapp: QApplication, player: PlayerPanel, width: int, projector: bool) -> None:
    theme().set_projector(projector)
    try:
        player.resize(width, 80)
        player.layout().activate()
        shown = [w for w in (player.granularity, player.granularity_list) if not w.isHidden()]
        assert len(shown) == 1
        assert player.minimumSizeHint().width() <= width
        assert shown[0].geometry().right() < width
        assert player.counter.width() == player.counter.width_when(short=player.counter._short)
        assert player.scrub.width() >= 150
    finally:
        theme().set_projector(False)
