"""What a user does in the Inside workspace, with the mouse and the keyboard, on real digits and a picture."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.app import Program
from gui.preferences import Preferences
from gui.views.gallery.tiles import Tiles
from gui.widgets.rail import Rail
from gui.workspaces.inside.below import Page
from gui.workspaces.inside.workspace import InsideWorkspace
from nn.backends import devices
from nn.backends.base import Engine
from nn.backends.reference import ReferenceEngine
from nn.backprop import forward
from nn.choices import Activation, DataKind, DeviceChoice, Initializer, Loss, OptimizerKind
from nn.inside.views import Answer, InsideView, Layer, Status, TileKind
from nn.layout import Neuron
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, OptimizerSettings, StopSettings, TrainingSettings
from nn.training.snapshot import RunState, Snapshot

if os.environ.get("QT_QPA_PLATFORM") != "xcb":
    pytest.skip("these tests click on a screen; tests/app/test_on_a_screen.py starts one for them", allow_module_level=True)

from steps_user import PLAIN, Walker

from tests.nn.digit_files import REAL, idx_bytes, write

TRAIN, TEST = 1500, 300  # of the real digits: enough to know a one


def on_numpy(_device: object, *arrays: object, params: object, dtype: object, **_rest: object) -> Engine:
    """The NumPy engine needs no compiling."""
    return ReferenceEngine(*arrays, params, dtype)  # type: ignore[call-arg, arg-type]  # passed through as given


class Looker(Walker):
    """Someone who looks inside."""

    @property
    def inside(self) -> InsideWorkspace:
        assert self.program.inside is not None
        return self.program.inside

    @property
    def snapshot(self) -> Snapshot:
        found = self.program.train.session.snapshot
        assert found is not None
        return found

    @property
    def view(self) -> InsideView:
        found = self.snapshot.inside
        assert found is not None
        return found

    @property
    def layer(self) -> Layer:
        assert self.view.layer is not None
        return self.view.layer

    @property
    def answer(self) -> Answer:
        assert self.view.answer is not None
        return self.view.answer

    @property
    def canvas(self) -> Tiles:
        return self.inside.columns.gallery.tiles

    def open_inside(self) -> None:
        rail = self.window.findChild(Rail)
        assert rail is not None
        self.click(rail.item("inside"))
        session = self.program.train.session
        self.until(lambda: session.snapshot is not None and session.snapshot.inside is not None and session.snapshot.inside.answer is not None)
        self.wait(150)

    def tile(self, neuron: int) -> QPoint:
        return self.canvas.tile_rect(neuron).center().toPoint()

    def bottom(self, page: Page) -> None:
        """Turn the card below to a page."""
        below = self.inside.columns.below
        self.click(next(segment for segment in below.choice.segments if segment.choice.value is page))
        assert below.page is page


def someone(experiment: Experiment) -> Iterator[Looker]:
    program = Program(Preferences(None))
    found = Looker(program)
    program.experiment = experiment
    program.window.resize(1440, 900)
    program.show()
    program.window.activateWindow()
    found.until(program.window.isActiveWindow)  # keys are nobody's before
    session = program.train.session
    found.until(lambda: session.snapshot is not None)
    found.open_inside()
    yield found
    found.window.close()
    found.until(lambda: not found.window.isVisible())
    found.window.deleteLater()
    found.wait(10)


def digits_experiment(data: DataSettings, hidden: int, epochs: int) -> Experiment:
    network = NetworkSettings(hidden=(LayerSettings(hidden, Activation.RELU),), initializer=Initializer.HE)
    adam = OptimizerSettings(OptimizerKind.ADAM)
    training = TrainingSettings(Loss.CROSS_ENTROPY, optimizer=adam, learning_rate=0.003, batch_size=64, stop=StopSettings(epochs=epochs))
    return Experiment(data=data, network=network, training=training, device=DeviceChoice.CPU)


@pytest.fixture
def digits(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Looker]:
    """64-12-10 on scikit-learn's digits."""
    monkeypatch.setattr(devices, "create_engine", on_numpy)
    yield from someone(digits_experiment(DataSettings(DataKind.DIGITS, standardize=True), 12, 15))


@pytest.fixture(scope="module")
def some_of_mnist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first real digits, in files of their own."""
    if not REAL.is_dir():
        pytest.skip("the real digits are not beside this clone")
    folder = tmp_path_factory.mktemp("mnist")
    for part, count in (("train", TRAIN), ("t10k", TEST)):
        for name, header, shape in (("images-idx3", 16, (count, 28, 28)), ("labels-idx1", 8, (count,))):
            file = f"{part}-{name}-ubyte.gz"
            whole = np.frombuffer(gzip.decompress((REAL / file).read_bytes()), np.uint8, offset=header)
            write(folder / file, idx_bytes(whole[: np.prod(shape)].reshape(shape)))
    return folder


@pytest.fixture
def mnist(application: QApplication, monkeypatch: pytest.MonkeyPatch, some_of_mnist: Path) -> Iterator[Looker]:
    """784-24-10 on real digits of MNIST."""
    monkeypatch.setattr(devices, "create_engine", on_numpy)
    yield from someone(digits_experiment(DataSettings(DataKind.MNIST, path=str(some_of_mnist)), 24, 3))


@pytest.fixture
def smiley(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Looker]:
    """2-10-1 on a small smiley."""
    monkeypatch.setattr(devices, "create_engine", on_numpy)
    network = NetworkSettings((LayerSettings(10),), Activation.SIGMOID, Initializer.UNIFORM)
    training = TrainingSettings(optimizer=OptimizerSettings(OptimizerKind.ADAM), learning_rate=0.01, batch_size=128, stop=StopSettings(epochs=20))
    data = DataSettings(DataKind.PICTURE, picture_size=32, test_share=0.0)
    yield from someone(Experiment(data=data, network=network, training=training, device=DeviceChoice.CPU))


def trained(user: Looker) -> None:
    """Play to the end of the run with the key, and look until the answer is the trained network's."""
    QTest.keyClick(user.window, Qt.Key.Key_Space)
    user.until(lambda: user.snapshot.state is RunState.FINISHED)
    user.until(lambda: user.view.pictures is not None or user.view.test is not None)
    snapshot = user.snapshot
    user.until(
        lambda: np.allclose(forward(snapshot.architecture, snapshot.params, user.answer.input[None]).outputs[-1], user.answer.outputs, atol=1e-5)
    )
    user.wait(150)


def test_a_neuron_is_switched_off_by_its_tile_and_brought_back(digits: Looker) -> None:
    trained(digits)
    all_on = digits.answer.outputs.copy()
    busy = int(np.argmax(np.abs(digits.layer.contributions)))
    digits.click(digits.canvas.viewport(), digits.tile(busy))
    assert digits.inside.columns.gallery.selected == (busy,)
    assert digits.inside.selection.neuron == Neuron(1, busy)
    digits.press(Qt.Key.Key_D)
    digits.until(lambda: bool(digits.layer.off[busy]) and not np.array_equal(digits.answer.outputs, all_on))
    assert np.allclose(digits.answer.outputs_all_on, all_on)
    QTest.keyClick(digits.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    digits.until(lambda: not digits.layer.off.any() and np.array_equal(digits.answer.outputs, all_on))


def test_several_neurons_are_switched_together(digits: Looker) -> None:
    first, second = (int(neuron) for neuron in digits.layer.order[:2])
    digits.click(digits.canvas.viewport(), digits.tile(first))
    QTest.mouseClick(digits.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, digits.tile(second))
    assert set(digits.inside.columns.gallery.selected) == {first, second}
    digits.press(Qt.Key.Key_D)
    digits.until(lambda: np.flatnonzero(digits.layer.off).tolist() == sorted((first, second)))
    digits.click(digits.inside.columns.heading._all_on)
    digits.until(lambda: not digits.layer.off.any())


def test_a_cell_of_the_confusion_matrix_shows_its_samples(digits: Looker) -> None:
    trained(digits)
    c = digits.inside.columns
    digits.until(lambda: digits.view.test is not None and digits.view.test.accuracy == pytest.approx(digits.snapshot.measures.test_accuracy))
    test = digits.view.test
    assert test is not None
    assert int(np.trace(test.confusion)) == round(test.accuracy * len(test.samples))
    digits.click(c.confusion.matrix, c.confusion.matrix.cell_rect(3, 3).center().toPoint())
    shown = c.samples.strip
    digits.until(lambda: bool(shown.entries))
    labels = digits.inside.session.current.prepared.dataset.labels  # type: ignore[union-attr]  # there is a run
    assert shown.entries
    assert all(labels[entry.sample] == 3 for entry in shown.entries)
    wanted = shown.entries[0].sample
    shown.chosen.emit(wanted)
    digits.until(lambda: digits.snapshot.sample is not None and digits.snapshot.sample.index == wanted)
    digits.until(lambda: digits.answer.target == 3)


def test_fair_shares_sum_to_the_whole(digits: Looker) -> None:
    trained(digits)
    digits.bottom(Page.SHARES)
    shares = digits.inside.columns.below.shares
    digits.click(shares.head.button)
    digits.until(lambda: shares._shapley is not None)
    found = shares._shapley
    assert found is not None
    assert found.values.sum() == pytest.approx(found.whole - found.none, abs=1e-6)
    digits.bottom(Page.PAIRS)
    pairs = digits.inside.columns.below.pairs
    digits.click(pairs.head.button)
    digits.until(lambda: pairs._pairs is not None)
    digits.bottom(Page.DATA)
    digits.until(lambda: digits.inside.columns.below.data._name == "h1.1")


def draw(user: Looker) -> None:
    """A stroke down the middle of the pad: a one."""
    pad = user.inside.columns.pad
    middle = pad.rect().center()
    top = QPoint(middle.x(), pad.height() // 5)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, PLAIN, top)
    for step in range(1, 13):
        QTest.mouseMove(pad, QPoint(middle.x(), top.y() + step * pad.height() // 20))
        user.wait(5)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, PLAIN, QPoint(middle.x(), top.y() + 12 * pad.height() // 20))


def test_a_one_drawn_by_hand_is_read_as_a_one(mnist: Looker) -> None:
    assert mnist.snapshot.architecture.widths == (784, 24, 10)
    trained(mnist)
    mnist.click(mnist.inside.columns.digit.clear)
    mnist.until(lambda: mnist.answer.drawn)
    assert not mnist.answer.input.any()
    draw(mnist)
    mnist.until(lambda: mnist.answer.drawn and mnist.answer.winner == 1)
    answer = mnist.answer
    assert answer.input.any()
    assert float(answer.outputs.sum()) == pytest.approx(1.0, abs=1e-5)
    assert answer.bias + float(answer.terms.sum()) == pytest.approx(answer.logit, abs=1e-4)
    for _ in range(2):
        QTest.keyClick(mnist.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    mnist.until(lambda: not mnist.answer.drawn)


def test_tiles_of_digits_are_weights_and_dead_neurons_are_marked(mnist: Looker) -> None:
    assert mnist.layer.kind is TileKind.WEIGHTS
    assert mnist.layer.tiles.shape == (24, 28, 28, 1)
    weights = np.asarray(mnist.snapshot.params[: 784 * 24]).reshape(784, 24)
    assert np.allclose(mnist.layer.tiles[5].ravel(), weights[:, 5])
    assert set(np.unique(mnist.layer.status)) <= {int(status) for status in Status}


def test_a_picture_is_fitted_and_builds_up(smiley: Looker) -> None:
    c = smiley.inside.columns
    assert c.below.page is Page.PICTURES
    before = smiley.view.pictures
    assert before is not None
    trained(smiley)
    after = smiley.view.pictures
    assert after is not None
    assert after.mse < before.mse
    assert after.target.shape == after.network.shape == (32, 32, 1)
    smiley.click(c.heading._grow)
    smiley.until(lambda: smiley.inside.growing.playing)
    smiley.until(lambda: smiley.inside.growing._count > 2)
    smiley.click(c.heading._grow)
    smiley.until(lambda: not smiley.inside.growing.playing)


def test_leaving_the_workspace_stops_the_looking(digits: Looker) -> None:
    rail = digits.window.findChild(Rail)
    assert rail is not None
    digits.click(rail.item("train"))
    QTest.keyClick(digits.window, Qt.Key.Key_Right)
    digits.until(lambda: digits.snapshot.step == 1 and digits.snapshot.inside is None)
    digits.click(rail.item("inside"))
    digits.until(lambda: digits.snapshot.inside is not None)


def test_another_run_is_looked_into_the_same_way(digits: Looker) -> None:
    experiment = digits.program.train.editor.experiment
    wider = replace(experiment, network=replace(experiment.network, hidden=(LayerSettings(20), LayerSettings(5))))
    digits.program.train.open_experiment(wider)
    digits.until(lambda: digits.snapshot.architecture.widths == (64, 20, 5, 10) and digits.snapshot.inside is not None)
    digits.until(lambda: digits.canvas.layer is not None and len(digits.canvas.layer.values) == 20)
    heading = digits.inside.columns.heading
    digits.choose(heading._layer, 2)
    digits.until(lambda: digits.layer.number == 2 and len(digits.layer.values) == 5)


def test_a_bar_of_the_waterfall_brings_its_own_layer_into_view(digits: Looker) -> None:
    experiment = digits.program.train.editor.experiment
    deeper = replace(experiment, network=replace(experiment.network, hidden=(LayerSettings(9), LayerSettings(5))))
    digits.program.train.open_experiment(deeper)
    digits.until(lambda: digits.snapshot.architecture.widths == (64, 9, 5, 10) and digits.snapshot.inside is not None)
    digits.until(lambda: digits.view.answer is not None and len(digits.answer.terms) == 5)
    digits.wait(100)
    terms = digits.inside.columns.below.terms
    first = digits.answer.largest[0]
    place = next(place for place, step in enumerate(terms.steps) if step.neuron == first)
    digits.click(terms, terms.scene().slot(place).center().toPoint())
    digits.until(lambda: digits.layer.number == 2)
    assert digits.inside.selection.neuron == Neuron(2, int(first))


def test_without_hidden_layers_only_what_the_inputs_add_is_asked(digits: Looker) -> None:
    experiment = digits.program.train.editor.experiment
    digits.program.train.open_experiment(replace(experiment, network=replace(experiment.network, hidden=())))
    digits.until(lambda: digits.snapshot.architecture.widths == (64, 10) and digits.snapshot.inside is not None)
    assert [segment.choice.value for segment in digits.inside.columns.below.choice.segments] == [Page.TERMS]
