"""Networks and experiments, saved and opened again: what comes back is what was on screen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui.actions import Actions
from gui.files import Files, dropped
from gui.main_window import MainWindow, Workspace
from gui.workspaces.train.workspace import TrainWorkspace
from nn.choices import DataKind, DeviceChoice, Precision
from nn.cli import main
from nn.layout import Neuron
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, TrainingSettings
from nn.storage import weights
from nn.storage.experiment import to_toml, write
from nn.storage.weights import load
from nn.training.snapshot import RunState, Snapshot

SMALL = Experiment(
    data=DataSettings(DataKind.XOR, samples=60),
    network=NetworkSettings(hidden=(LayerSettings(3), LayerSettings(2))),
    training=TrainingSettings(learning_rate=0.5),
    device=DeviceChoice.CPU,
    name="a name with ñ",
)

pytestmark = pytest.mark.usefixtures("on_numpy")
REGRESSION = replace(SMALL, data=DataSettings(DataKind.DIABETES, standardize=True), precision=Precision.FLOAT64)


class Bench:
    """A window with the Train workspace and its files."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.actions = Actions()
        self.train = TrainWorkspace(self.actions)
        self.window = MainWindow(self.actions, [Workspace("train", "train", lambda: self.train)])
        self.files = Files(self.window, self.train, self.actions, self.window)
        self.train.notice.connect(self.window.show_notice)

    @property
    def snapshot(self) -> Snapshot:
        found = self.train.session.snapshot
        assert found is not None
        return found

    @property
    def said(self) -> str:
        notice = self.window.notice_bar.notice
        return "" if notice is None else notice.sentence

    def see(self, what: Callable[[Snapshot], bool]) -> Snapshot:
        session = self.train.session
        self.qtbot.waitUntil(lambda: session.snapshot is not None and what(session.snapshot), timeout=20_000)
        return self.snapshot

    def settled(self, begin: Callable[[], object]) -> Snapshot:
        with self.qtbot.waitSignal(self.train.session.ready, timeout=20_000) as ready:
            begin()
        return self.see(lambda s: s.run_id == ready.args[0].run_id)

    def trained(self, experiment: Experiment) -> Snapshot:
        self.settled(lambda: self.train.open_experiment(experiment))
        self.actions["step_ten"].trigger()
        return self.see(lambda s: s.step == 10 and s.state is not RunState.RUNNING)  # only then are the measures of this step


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made  # not given to qtbot: it would delete the workspace while its threads run
    if not made.train.shutdown():
        with qtbot.waitSignal(made.train.closed, timeout=20_000):
            pass
    made.window.deleteLater()


def test_nothing_can_be_saved_before_there_is_something(bench: Bench, tmp_path: Path) -> None:
    assert not bench.actions["save"].isEnabled()
    assert not bench.actions["save_network"].isEnabled()
    bench.files.save_network(str(tmp_path / "none.npz"))
    bench.files.save_file(str(tmp_path / "none.toml"))
    assert list(tmp_path.iterdir()) == []
    bench.settled(lambda: bench.train.open_experiment(SMALL))
    assert bench.actions["save"].isEnabled()
    assert bench.actions["save_network"].isEnabled()


def test_a_network_and_its_scales_come_back(bench: Bench, tmp_path: Path) -> None:
    before = bench.trained(REGRESSION)
    path = str(tmp_path / "sugar.npz")
    bench.files.save_network(path)
    run = bench.train.session.current
    assert run is not None
    saved = load(path)
    assert saved.experiment_toml == to_toml(REGRESSION)
    assert saved.step == 10
    assert saved.feature_names == run.prepared.dataset.feature_names
    assert saved.transform is not None
    assert np.array_equal(saved.transform.scale, run.prepared.transform.scale)
    assert np.array_equal(saved.target_scale, run.prepared.target_scale)
    assert saved.target_scale[0] > 50

    bench.trained(SMALL)
    again = bench.settled(lambda: bench.files.open_file(path))
    assert np.array_equal(again.params, before.params)
    assert (again.measures.train_loss, again.measures.test_loss) == (before.measures.train_loss, before.measures.test_loss)
    assert bench.train.editor.experiment == REGRESSION
    assert bench.said == ""


def test_the_command_line_reads_what_the_window_saves_and_the_window_what_the_command_line_saves(
    bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bench.trained(REGRESSION)
    path = str(tmp_path / "net.npz")
    bench.files.save_network(path)
    assert main(["ablate", path, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["loss"] == pytest.approx(before.measures.train_loss, rel=1e-12)
    assert found["test_loss"] == pytest.approx(before.measures.test_loss, rel=1e-12)
    assert [neuron["name"] for neuron in found["neurons"]] == ["h1.1", "h1.2", "h1.3", "h2.1", "h2.2"]

    other = str(tmp_path / "other.npz")
    train = ["train", "--data", "iris", "--layers", "3", "--standardize", "--epochs", "5", "--device", "cpu", "--save", other, "--json"]
    assert main(train) == 0
    trained = json.loads(capsys.readouterr().out)
    opened = bench.settled(lambda: bench.files.open_file(other))
    assert opened.measures.train_loss == pytest.approx(trained["loss"], rel=1e-6)


def test_the_scales_are_the_networks_own_even_when_the_data_have_changed(bench: Bench, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,y\n" + "".join(f"{i},{i * i % 7},{i / 3}\n" for i in range(30)), encoding="utf-8")
    experiment = replace(SMALL, data=DataSettings(DataKind.CSV, path=str(table), standardize=True, test_share=0.0))
    before = bench.trained(experiment)
    bench.files.save_network(str(tmp_path / "net.npz"))
    with table.open("a", encoding="utf-8") as file:
        file.write("9000,1,500\n")
    again = bench.settled(lambda: bench.files.open_file(str(tmp_path / "net.npz")))
    run = bench.train.session.current
    assert run is not None
    saved = load(tmp_path / "net.npz")
    assert saved.transform is not None
    assert np.array_equal(run.prepared.transform.mean, saved.transform.mean)
    assert np.array_equal(run.prepared.target_mean, saved.target_mean)
    assert np.array_equal(again.params, before.params)
    assert len(run.prepared.dataset.train) == 31


def test_an_opened_network_is_where_its_run_starts_again(bench: Bench, tmp_path: Path) -> None:
    learnt = bench.trained(SMALL).params
    path = str(tmp_path / "net.npz")
    bench.files.save_network(path)
    bench.settled(bench.actions["new_weights"].trigger)
    bench.train.selection.toggle(Neuron(1, 0))
    bench.see(lambda s: bool(s.ablation.off))
    opened = bench.settled(lambda: bench.files.open_file(path))
    assert not opened.ablation.off
    bench.actions["step"].trigger()
    bench.see(lambda s: s.step == 1)
    bench.files.save_network(str(tmp_path / "later.npz"))
    assert load(tmp_path / "later.npz").step == 11
    assert np.array_equal(bench.settled(bench.actions["reset"].trigger).params, learnt)
    assert not np.array_equal(bench.settled(bench.actions["new_weights"].trigger).params, learnt)
    bench.files.save_network(str(tmp_path / "new.npz"))
    assert load(tmp_path / "new.npz").step == 0


def test_a_past_moment_is_saved_as_it_is_shown(bench: Bench, tmp_path: Path) -> None:
    bench.trained(SMALL)
    bench.actions["back"].trigger()
    shown = bench.see(lambda s: s.step == 9)
    bench.files.save_network(str(tmp_path / "net.npz"))
    saved = load(tmp_path / "net.npz")
    assert saved.step == 9
    assert np.array_equal(saved.network.params, shown.params)


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def without_experiment(path: Path) -> None:
    weights.save(path, replace(load(path), experiment_toml=""))


def of_other_experiment(path: Path) -> None:
    other = replace(SMALL, network=NetworkSettings(hidden=(LayerSettings(4), LayerSettings(2))))
    weights.save(path, replace(load(path), experiment_toml=to_toml(other)))


def of_other_data(path: Path) -> None:
    other = replace(SMALL, data=DataSettings(DataKind.WINE))
    weights.save(path, replace(load(path), experiment_toml=to_toml(other)))


def of_lost_data(path: Path) -> None:
    other = replace(SMALL, data=DataSettings(DataKind.CSV, path=str(path.parent / "gone.csv")))
    weights.save(path, replace(load(path), experiment_toml=to_toml(other)))


def missing(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (damaged, "damaged"),
        (missing, "can't be read"),
        (without_experiment, "doesn't say"),
        (of_other_experiment, "isn't built as its experiment says"),
        (of_other_data, "data it was trained on"),
        (of_lost_data, "gone.csv"),
    ],
)
def test_a_network_that_cannot_be_opened_leaves_everything_as_it_was(bench: Bench, tmp_path: Path, spoil: Callable[[Path], None], said: str) -> None:
    before = bench.trained(SMALL)
    bench.files.save_network(str(tmp_path / "net.npz"))
    spoil(tmp_path / "net.npz")
    heard: list[str] = []
    bench.train.session.failed.connect(lambda error: heard.append(str(error)))
    bench.files.open_file(str(tmp_path / "net.npz"))
    bench.qtbot.waitUntil(lambda: bool(heard) or bool(bench.said), timeout=20_000)
    assert said in " ".join([bench.said, *heard])
    assert bench.train.editor.experiment == SMALL
    assert bench.snapshot.run_id == before.run_id
    bench.actions["step"].trigger()
    bench.see(lambda s: s.step == 11 and s.state is not RunState.RUNNING)
    bench.files.save_network(str(tmp_path / "still.npz"))
    assert load(tmp_path / "still.npz").step == 11


def test_a_place_that_cannot_be_written_is_told(bench: Bench, tmp_path: Path) -> None:
    bench.trained(SMALL)
    bench.files.save_network(str(tmp_path / "no folder" / "net.npz"))
    assert "can't be written" in bench.said


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_only_one_file_of_ours_can_be_dropped(tmp_path: Path) -> None:
    assert dropped(mime(tmp_path / "a.TOML")) == str(tmp_path / "a.TOML")
    assert dropped(mime(tmp_path / "a.npz")) == str(tmp_path / "a.npz")
    assert dropped(mime(tmp_path / "a.png")) == ""
    assert dropped(mime(tmp_path / "a.npz", tmp_path / "b.npz")) == ""
    assert dropped(QMimeData()) == ""


def test_a_file_dropped_on_the_window_is_opened(bench: Bench, tmp_path: Path) -> None:
    wanted = replace(SMALL, seed=3)
    write(tmp_path / "wanted.toml", wanted)
    data, action = mime(tmp_path / "wanted.toml"), Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPoint(9, 9), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered.ignore()
    QApplication.sendEvent(bench.window, entered)
    assert entered.isAccepted()
    drop = QDropEvent(QPointF(9, 9), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    bench.settled(lambda: QApplication.sendEvent(bench.window, drop))
    assert bench.train.editor.experiment == wanted

    other = mime(tmp_path / "picture.png")
    refused = QDragEnterEvent(QPoint(9, 9), action, other, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    refused.ignore()
    QApplication.sendEvent(bench.window, refused)
    assert not refused.isAccepted()


@pytest.mark.parametrize(
    ("action", "filters", "suffix"),
    [("open", "Neurolupa (*.toml *.npz)", ""), ("save", "TOML (*.toml)", "toml"), ("save_network", "NumPy (*.npz)", "npz")],
)
def test_each_menu_entry_asks_for_its_kind_of_file(bench: Bench, action: str, filters: str, suffix: str) -> None:
    bench.settled(lambda: bench.train.open_experiment(SMALL))
    bench.actions[action].trigger()
    dialog = bench.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.nameFilters() == [filters]
    assert dialog.defaultSuffix() == suffix
    dialog.close()
