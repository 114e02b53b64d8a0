"""Where the person is in a walk, and the ways to move in it and to change what is walked through."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from gui.session.explained import Explained
from gui.session.jobs import Jobs
from gui.session.replay_player import ReplayPlayer
from gui.workspaces.steps.subject_editor import SubjectEditor
from nn.build import architecture_for
from nn.choices import AblationMode
from nn.datasets import load
from nn.datasets.prepare import prepare
from nn.errors import SettingsError
from nn.initializers import initial
from nn.layout import Neuron
from nn.network import Ablation, Network
from nn.presets import BY_KEY
from nn.replay import mazur
from nn.replay.settings import BiasMode, Granularity, Trap
from nn.replay.step import Kind, Phase, Quantity
from nn.replay.walk import Walk


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[ReplayPlayer]:
    found = ReplayPlayer()
    found.open(mazur.walk())
    yield found
    found.pause()


def test_one_click_goes_one_operation(player: ReplayPlayer) -> None:
    seen: list[int] = []
    player.step_changed.connect(seen.append)
    player.forward()
    player.forward()
    player.back()
    player.last()
    player.forward()
    player.first()
    player.back()
    last = len(mazur.walk().steps) - 1
    assert seen == [1, 2, 1, last, 0]


def test_coarser_clicks_end_where_a_neuron_layer_or_pass_is_whole(player: ReplayPlayer) -> None:
    assert player.walk is not None
    player.set_granularity(Granularity.PASS)
    ends = []
    for _ in range(4):
        player.forward()
        ends.append(player.walk.steps[player.position].phase)
    assert ends == [Phase.FORWARD, Phase.ERROR, Phase.BACKWARD, Phase.UPDATE]
    player.set_granularity(Granularity.NEURON)
    player.first()
    player.forward()
    assert player.walk.steps[player.position].quantity == Quantity(Kind.OUT, 1, 0)


def test_forward_then_back_is_where_it_was_at_every_granularity(player: ReplayPlayer) -> None:
    for granularity in Granularity:
        player.set_granularity(granularity)
        player.first()
        path = [player.position]
        while True:
            player.forward()
            if player.position == path[-1]:
                break
            path.append(player.position)
        for expected in reversed(path[:-1]):
            player.back()
            assert player.position == expected


def test_it_walks_by_itself_to_the_end_and_stops(qtbot: QtBot, player: ReplayPlayer) -> None:
    player.set_pace(200.0)
    player.set_granularity(Granularity.LAYER)
    player.play()
    assert player.playing
    qtbot.waitUntil(lambda: player.at_end and not player.playing)
    player.play()
    assert player.position == 0


def test_a_shorter_walk_keeps_the_place_within_it(player: ReplayPlayer) -> None:
    player.last()
    player.open(mazur.walk(show=(1, 1)), player.position)
    assert player.at_end


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[SubjectEditor]:
    jobs, undo = Jobs(), QUndoStack()
    found = SubjectEditor(jobs, undo)
    found.kept = (jobs, undo)  # type: ignore[attr-defined]  # they must live as long as the test
    yield found
    qtbot.waitUntil(lambda: not jobs.running)


class Heard:
    def __init__(self, editor: SubjectEditor) -> None:
        self.walks: list[Walk] = []
        self.errors: list[Exception] = []
        editor.walk_ready.connect(self._walk)
        editor.failed.connect(self.errors.append)

    def _walk(self, walk: Walk, _stay: bool) -> None:
        self.walks.append(walk)


def test_a_changed_number_changes_every_number_and_can_be_undone(editor: SubjectEditor) -> None:
    heard = Heard(editor)
    editor.open_lesson("example")
    editor.edit(Quantity(Kind.WEIGHT, 1, 0, 0), 0.75)
    assert heard.walks[-1].steps[0].value == pytest.approx(0.05 * 0.75 + 0.1 * 0.2 + 0.35)
    editor._undo.undo()
    assert heard.walks[-1].errors == heard.walks[0].errors
    editor._undo.redo()
    editor.edit(Quantity(Kind.INPUT, 0, 1), 2.0)
    editor.restore()
    assert heard.walks[-1].errors == heard.walks[0].errors
    editor._undo.undo()
    assert heard.walks[-1].sample.inputs[0, 1] == 2.0


def test_a_shared_bias_changes_for_its_whole_layer(editor: SubjectEditor) -> None:
    heard = Heard(editor)
    editor.open_lesson("example")
    editor.edit(Quantity(Kind.BIAS, 2, 1), -1.0)
    layout = heard.walks[-1].network.architecture.layout
    assert layout.biases(heard.walks[-1].network.params, 2).tolist() == [-1.0, -1.0]


def test_what_can_t_be_leaves_all_as_it_was(editor: SubjectEditor) -> None:
    heard = Heard(editor)
    editor.open_lesson("example")
    before = editor.subject
    editor.edit(Quantity(Kind.RATE), -1.0)
    editor.edit(Quantity(Kind.NET, 1, 0), 1.0)
    editor.edit(Quantity(Kind.WEIGHT, 1, 0, 0), float("nan"))
    assert [type(error) for error in heard.errors] == [SettingsError] * 3
    assert editor.subject is before
    assert not editor._undo.canUndo()
    assert len(heard.walks) == 1


def test_a_long_walk_is_made_beside_the_window(qtbot: QtBot, editor: SubjectEditor) -> None:
    heard = Heard(editor)
    editor.open_lesson("example")
    editor.set_settings(mazur.settings(iterations=900, biases=BiasMode.PER_NEURON))
    assert len(heard.walks) == 1
    qtbot.waitUntil(lambda: len(heard.walks) == 2)
    assert len(heard.walks[1].errors) == 901


def _explained(ablation: Ablation | None = None) -> Explained:
    experiment = BY_KEY["circles"].experiment
    prepared = prepare(load(experiment.data), experiment)
    architecture = architecture_for(experiment, prepared)
    params = initial(architecture, experiment.network, experiment.seed).astype(np.float32)
    network = Network(architecture, params)
    off = ablation or Ablation()
    training = experiment.training
    return Explained.of("Circles", network=network, prepared=prepared, sample=3, training=training, learning_rate=0.05, ablation=off)


def test_a_network_from_train_is_walked_through_on_any_sample(editor: SubjectEditor) -> None:
    heard = Heard(editor)
    explained = _explained()
    editor.open_explained(explained)
    assert heard.walks[-1].sample.inputs[0].tolist() == explained.prepared.inputs[3].tolist()
    editor.choose_sample(explained.samples - 1)
    assert heard.walks[-1].sample.inputs[0].tolist() == explained.prepared.inputs[-1].tolist()
    editor.choose_sample(explained.samples)
    assert "choose one from 1 to" in str(heard.errors[-1])


def test_switched_off_neurons_stay_off_in_the_walk(editor: SubjectEditor) -> None:
    off = Neuron(1, 2)
    for mode in AblationMode:
        explained = _explained(Ablation(frozenset({off}), mode))
        assert explained.mask is not None
        heard = Heard(editor)
        editor.open_explained(explained)
        out = next(step for step in heard.walks[-1].steps if step.quantity == Quantity(Kind.OUT, 1, 2))
        assert out.value == explained.mask.hold[explained.network.architecture.layout.row(off)]
        assert (out.value == 0.0) is (mode is AblationMode.ZERO)


def test_a_long_walk_that_can_t_be_leaves_all_as_it_was(qtbot: QtBot, editor: SubjectEditor) -> None:
    heard = Heard(editor)
    editor.open_explained(_explained())
    before = editor.subject
    editor.set_settings(mazur.settings(iterations=200, trap=Trap.W7_SLIP))
    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert "2-4-8-1" in str(heard.errors[0])
    assert editor.subject is before
    assert not editor._undo.canUndo()
    assert not editor._undo.canRedo()
