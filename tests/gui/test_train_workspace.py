"""The Train workspace from end to end: forms, keys and views on one side, a living run on the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.errors import Notice
from gui.workspaces.train.columns import TrainColumns
from gui.workspaces.train.ground import TrainGround
from gui.workspaces.train.workspace import TrainWorkspace
from nn.backends import devices
from nn.backends.base import Engine
from nn.backends.reference import ReferenceEngine
from nn.choices import AblationMode, Activation, DataKind, DeviceChoice, Loss, OptimizerKind
from nn.datasets import openml
from nn.layout import Neuron
from nn.network import Architecture
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, TrainingSettings
from nn.training.snapshot import RunState, Snapshot
from tests.nn.digit_files import keras_file

SMALL = Experiment(
    data=DataSettings(DataKind.XOR, samples=60),
    network=NetworkSettings(hidden=(LayerSettings(3), LayerSettings(2))),
    training=TrainingSettings(learning_rate=0.5),
    device=DeviceChoice.CPU,
)
FIRST = Neuron(1, 0)
LARGE = 5000  # parameters


@pytest.fixture(autouse=True)
def on_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The NumPy engine needs no compiling; for the presets' large networks it takes too long."""

    def create(_device: object, architecture: Architecture, *arrays: object, params: object, dtype: object, cancelled: object) -> Engine:
        from nn.backends.cpu import CpuEngine

        kind = ReferenceEngine if architecture.layout.size < LARGE else CpuEngine
        return kind(architecture, *arrays, params, dtype)  # type: ignore[arg-type]  # passed through as given

    monkeypatch.setattr(devices, "create_engine", create)


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few pictures lie where those from OpenML are kept."""
    for kind in openml.NAMES:
        keras_file(tmp_path / openml.cached(kind).name, train=100)
    monkeypatch.setattr(openml, "folder", lambda: tmp_path)


class Bench:
    """A workspace, what it told, and a patient look at its run."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.actions = Actions()
        self.train = TrainWorkspace(self.actions)
        self.columns = self.train.columns
        self.notices: list[Notice | None] = []
        self.train.notice.connect(self.notices.append)
        self.open(SMALL)

    @property
    def snapshot(self) -> Snapshot:
        found = self.train.session.snapshot
        assert found is not None
        return found

    @property
    def training(self) -> TrainingSettings:
        return self.train.editor.experiment.training

    def see(self, what: Callable[[Snapshot], bool]) -> Snapshot:
        session = self.train.session
        self.qtbot.waitUntil(lambda: session.snapshot is not None and what(session.snapshot), timeout=20_000)
        return self.snapshot

    def settled(self, begin: Callable[[], object]) -> Snapshot:
        """Do what starts a run, and wait for its first picture."""
        with self.qtbot.waitSignal(self.train.session.ready, timeout=20_000) as ready:
            begin()
        return self.see(lambda s: s.run_id == ready.args[0].run_id)

    def open(self, experiment: Experiment) -> Snapshot:
        return self.settled(lambda: self.train.open_experiment(experiment))

    def press(self, action: str) -> None:
        self.actions[action].trigger()

    def type_in(self, field: QLineEdit, text: str) -> None:
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def refused(self, begin: Callable[[], object]) -> None:
        with self.qtbot.waitSignal(self.train.session.failed, timeout=20_000):
            begin()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made  # not given to qtbot: it would delete the workspace while its threads run
    if not made.train.shutdown():
        with qtbot.waitSignal(made.train.closed, timeout=20_000):
            pass
    made.train.deleteLater()


def test_every_preset_shows_itself(bench: Bench, fetched: None) -> None:
    from nn.presets import PRESETS

    for preset in PRESETS:
        start = bench.settled(lambda key=preset.key: bench.train.open_preset(key))
        assert np.isfinite(start.measures.train_loss), preset.key
        assert bench.columns.data.preset.field.value == preset.key  # type: ignore[attr-defined]  # a choice field


@pytest.mark.parametrize("kind", [k for k in DataKind if k not in (DataKind.CSV, DataKind.DRAWN, DataKind.XOR)])
def test_every_dataset_can_be_chosen_in_the_form(bench: Bench, fetched: None, kind: DataKind) -> None:
    bench.settled(lambda: bench.columns.data.commit("kind", kind))
    assert bench.train.session.current is not None
    assert bench.train.session.current.experiment.data.kind is kind


def test_keys_step_forward_and_back_and_start_again(bench: Bench) -> None:
    start = bench.snapshot.params
    bench.press("step_ten")
    bench.see(lambda s: s.step == 10 and s.state is RunState.PAUSED)
    bench.press("back")
    bench.see(lambda s: s.step == 9)
    bench.press("step_epoch")
    bench.see(lambda s: s.step == 10)
    again = bench.settled(lambda: bench.press("reset"))
    assert np.array_equal(again.params, start)
    other = bench.settled(lambda: bench.press("new_weights"))
    assert not np.array_equal(other.params, start)
    assert bench.columns.network.seed.value == 1


def test_the_past_can_be_shown_and_played_on_from(bench: Bench) -> None:
    bench.press("play")
    bench.see(lambda s: s.step > 100)
    bench.columns.transport.seek_requested.emit(20)
    past = bench.see(lambda s: s.state is RunState.PAUSED and s.step < 60)
    assert past.history.end > 100
    bench.press("play")
    assert bench.see(lambda s: s.state is RunState.RUNNING and s.step > past.step).history.end < past.history.end + 100_000
    bench.columns.loss.seek_requested.emit(5.0)
    bench.see(lambda s: s.state is RunState.PAUSED and s.step <= 10)


def test_training_changes_while_the_run_goes_on(bench: Bench) -> None:
    panel, run = bench.columns.training, bench.snapshot.run_id
    bench.press("play")
    bench.see(lambda s: s.step > 10)
    bench.type_in(panel.number_field("learning_rate"), "0,125")
    bench.see(lambda s: s.learning_rate == pytest.approx(0.125))
    panel.commit("batch_size", 16)
    bench.see(lambda s: s.steps_per_epoch == 3)
    for kind in OptimizerKind:
        panel.commit("optimizer.kind", kind)
    for key, value in (("l2", 0.01), ("dropout", 0.25), ("stop.loss", 1e-9)):
        panel.commit(key, value)
    now = bench.snapshot.step
    assert bench.see(lambda s: s.step > now + 10).run_id == run


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "fast", ""])
def test_a_rate_that_cannot_be_is_said_and_nothing_is_lost(bench: Bench, text: str) -> None:
    bench.press("step")
    bench.see(lambda s: s.step == 1)
    field = bench.columns.training.number_field("learning_rate")
    bench.type_in(field, text or " ")
    assert field.problem
    assert bench.training.learning_rate == 0.5
    assert bench.snapshot.step == 1


@pytest.mark.parametrize(("text", "said"), [("0", "at least 1"), ("5000", "GB"), ("1000000", "GB"), ("two", "whole number")])
def test_a_width_that_cannot_be_is_said_and_nothing_is_lost(bench: Bench, text: str, said: str) -> None:
    run, field = bench.snapshot.run_id, bench.columns.network.layers.rows[0].width_field
    bench.type_in(field, text)
    assert said in field.problem
    assert "e+" not in field.problem
    assert bench.train.editor.experiment == SMALL
    assert bench.snapshot.run_id == run


def test_layers_are_added_moved_changed_and_removed(bench: Bench) -> None:
    layers = bench.columns.network.layers
    assert bench.settled(layers.add_layer).architecture.widths == (2, 3, 2, 2, 1)
    assert bench.settled(lambda: layers._moved(1, 1)).architecture.widths == (2, 2, 3, 2, 1)
    changed = bench.settled(lambda: layers._activation_changed(1, Activation.RELU))
    assert changed.architecture.activations[0] is Activation.RELU
    for left in (2, 1, 0):
        shown = bench.settled(layers.rows[0].close_button.click)
        assert len(shown.architecture.widths) == left + 2


def test_a_loss_brings_the_output_that_it_needs(bench: Bench) -> None:
    panel = bench.columns.training
    for loss, output in ((Loss.CROSS_ENTROPY, Activation.SOFTMAX), (Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID)):
        assert bench.settled(lambda wanted=loss: panel.commit("loss", wanted)).architecture.activations[-1] is output


def test_a_batch_larger_than_the_data_is_shown_as_what_it_became(bench: Bench) -> None:
    wanted = replace(SMALL, training=replace(SMALL.training, batch_size=1000))
    bench.open(wanted)
    assert bench.training.batch_size == 48
    assert bench.columns.training.number_field("batch_size").value == 48
    notice = bench.notices[-1]
    assert notice is not None
    assert "1000" in notice.sentence or "1\u2009000" in notice.sentence


def test_a_refused_run_leaves_the_changes_made_while_the_present_one_went_on(bench: Bench) -> None:
    bench.columns.training.commit("learning_rate", 0.25)
    bench.see(lambda s: s.learning_rate == 0.25)
    bench.refused(lambda: bench.columns.data.data_changed.emit(DataSettings(DataKind.CSV, path="/nowhere/at/all.csv")))
    assert bench.train.editor.experiment == replace(SMALL, training=replace(SMALL.training, learning_rate=0.25))
    assert bench.columns.data.settings.kind is DataKind.XOR
    bench.press("step")
    bench.see(lambda s: s.step == 1)


def test_two_quick_presses_switch_off_and_on_again(bench: Bench) -> None:
    bench.train.selection.select(FIRST)
    bench.press("toggle_neuron")
    bench.press("toggle_neuron")
    bench.press("step")
    assert not bench.see(lambda s: s.step == 1).ablation.off


def test_off_alone_all_on_undo_and_redo(bench: Bench) -> None:
    start = bench.snapshot
    bench.columns.contribution.neuron_toggled.emit(FIRST)
    off = bench.see(lambda s: s.ablation.off == {FIRST})
    assert off.map is not None
    assert off.map.difference is not None
    assert off.measures.train_loss != start.measures.train_loss
    bench.press("alone")
    bench.see(lambda s: s.ablation.off == {Neuron(1, 1), Neuron(1, 2)})
    bench.train.undo.undo()
    bench.see(lambda s: s.ablation.off == {FIRST})
    bench.train.undo.redo()
    bench.see(lambda s: len(s.ablation.off) == 2)
    bench.press("all_on")
    assert bench.see(lambda s: not s.ablation.off).measures == start.measures


def test_a_switched_off_neuron_keeps_its_weights_while_the_run_goes_on(bench: Bench) -> None:
    bench.columns.diagram.neuron_toggled.emit(FIRST)
    before = bench.see(lambda s: FIRST in s.ablation.off)
    bench.press("play")
    after = bench.see(lambda s: s.step > 50)
    mine = before.architecture.layout.parameters_of(FIRST)
    assert np.array_equal(before.params[mine], after.params[mine])
    assert not np.array_equal(before.params, after.params)


def test_what_a_switched_off_neuron_puts_out_is_chosen_and_stays_for_the_next_run(bench: Bench) -> None:
    panel = bench.columns.contribution
    panel.neuron_toggled.emit(FIRST)
    zero = bench.see(lambda s: FIRST in s.ablation.off)
    panel.mode.committed.emit("mode", AblationMode.MEAN)
    mean = bench.see(lambda s: s.ablation.mode is AblationMode.MEAN)
    assert mean.measures.train_loss != zero.measures.train_loss
    assert panel.mode.value is AblationMode.MEAN
    bench.settled(bench.columns.network.layers.add_layer)
    assert bench.see(lambda s: not s.ablation.off).ablation.mode is AblationMode.MEAN


def test_a_weight_is_edited_and_the_edit_undone(bench: Bench) -> None:
    before = float(bench.snapshot.params[2])
    bench.columns.diagram.parameter_edited.emit(2, 0.75)
    bench.see(lambda s: s.params[2] == 0.75)
    bench.train.undo.undo()
    bench.see(lambda s: float(s.params[2]) == before)
    assert bench.train.undo.canRedo()


def test_a_sample_and_axes_are_chosen_on_the_map(bench: Bench) -> None:
    bench.columns.decision.sample_picked.emit(7)
    assert bench.see(lambda s: s.sample is not None and s.sample.index == 7).sample is not None
    bench.settled(lambda: bench.train.open_preset("iris"))
    bench.columns.decision.axes_chosen.emit(2, 3)
    assert bench.see(lambda s: s.map is not None and s.map.axes == (2, 3)).state is RunState.PAUSED
    bench.train.selection.choose_axes(0, 3)  # as the boundary in the Landscape workspace asks for
    bench.see(lambda s: s.map is not None and s.map.axes == (0, 3))
    decision = bench.columns.decision
    assert decision._scene.fit_view() is not None


def test_points_are_drawn_erased_and_cleared(bench: Bench) -> None:
    bench.settled(lambda: bench.columns.data.commit("kind", DataKind.DRAWN))
    assert len(bench.train.editor.experiment.data.points) == 60
    weights = bench.snapshot.params
    more = bench.settled(lambda: bench.columns.decision.point_added.emit(0.1, 0.2, 1))
    assert np.array_equal(more.params, weights)
    assert bench.train.editor.experiment.data.points[-1] == (0.1, 0.2, 1)
    bench.settled(lambda: bench.columns.decision.point_removed.emit(0))
    assert len(bench.train.editor.experiment.data.points) == 60
    bench.settled(lambda: bench.columns.decision.point_added.emit(1.0, 1.0, 2))
    assert bench.train.session.current is not None
    assert len(bench.train.session.current.prepared.dataset.class_names) == 3
    run = bench.snapshot.run_id
    bench.columns.data.draw_tools.clear_requested.emit()
    bench.qtbot.wait(300)
    assert bench.snapshot.run_id == run  # the run stays until there is something to learn


@pytest.mark.parametrize("content", [b"", b"a,b,y\n1,2,0\n3,4\n5,6,1\n", b"a,b,y\n" + b"1,2,red\n3,4,red\n" * 9])
def test_a_bad_file_is_told_of_and_the_run_stays(bench: Bench, tmp_path: Path, content: bytes) -> None:
    path, run = tmp_path / "bad.csv", bench.snapshot.run_id
    path.write_bytes(content)
    heard = len(bench.notices)
    bench.columns.data.data_changed.emit(DataSettings(DataKind.CSV, path=str(path)))
    bench.qtbot.waitUntil(lambda: any(n is not None and n.sentence for n in bench.notices[heard:]), timeout=20_000)
    assert bench.train.editor.experiment == SMALL
    bench.press("step")
    assert bench.see(lambda s: s.step == 1).run_id == run


def test_divergence_is_told_and_mended(bench: Bench) -> None:
    straight = NetworkSettings(hidden=(LayerSettings(4, Activation.RELU),), output_activation=Activation.LINEAR)
    bench.open(replace(SMALL, network=straight, training=replace(SMALL.training, learning_rate=0.01)))
    bench.press("step_ten")
    bench.see(lambda s: s.step == 10)
    bench.columns.training.commit("learning_rate", 1e9)
    bench.press("play")
    bench.see(lambda s: s.state is RunState.DIVERGED)
    notice = bench.notices[-1]
    assert notice is not None
    assert notice.action is not None
    notice.action()
    mended = bench.see(lambda s: s.state is RunState.PAUSED)
    assert mended.learning_rate == bench.training.learning_rate == 5e8
    assert np.isfinite(mended.measures.train_loss)
    assert bench.notices[-1] is None


def test_only_runs_of_the_same_kind_stay_on_the_loss_plot(bench: Bench) -> None:
    bench.press("step_ten")
    bench.see(lambda s: s.step == 10)
    bench.settled(lambda: bench.press("reset"))
    assert len(bench.columns.loss.kept) == 1
    bench.settled(lambda: bench.columns.data.commit("kind", DataKind.IRIS))
    assert not bench.columns.loss.kept


def test_data_changes_and_a_reset_while_training(bench: Bench) -> None:
    bench.press("play")
    bench.see(lambda s: s.step > 20)
    assert bench.settled(lambda: bench.columns.data.commit("kind", DataKind.MOONS)).step == 0
    bench.press("play")
    bench.see(lambda s: s.step > 20)
    assert bench.settled(lambda: bench.press("reset")).state is RunState.PAUSED


def test_closing_while_a_run_is_made_ready(bench: Bench) -> None:
    bench.train.open_experiment(replace(SMALL, seed=5))
    with bench.qtbot.waitSignal(bench.train.closed, timeout=20_000):
        assert not bench.train.shutdown()


@pytest.mark.parametrize("size", [(952, 580), (1368, 870), (1848, 1050)])
def test_the_columns_take_the_places_that_the_ground_held(qtbot: QtBot, size: tuple[int, int]) -> None:
    ground, columns = TrainGround(), TrainColumns()
    for widget in (ground, columns):
        qtbot.addWidget(widget)
        widget.resize(*size)
        widget.show()
    pairs = [(ground.diagram, columns.diagram), (ground.transport, columns.transport), (ground.below, columns.contribution)]
    assert [left.mapTo(ground, left.rect().topLeft()) for left, _ in pairs] == [right.mapTo(columns, right.rect().topLeft()) for _, right in pairs]
    assert abs(ground.diagram.width() - columns.diagram.width()) <= 1
