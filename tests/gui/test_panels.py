"""The forms of the left column: data, network, training, device."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.bare import bare, scrolled
from gui.fields.button import TextButton
from gui.fields.choice import ChoiceField
from gui.fields.grid import Cell
from gui.fields.line import LineField
from gui.fields.text import Words
from gui.panels.data import DataPanel
from gui.panels.device import DevicePanel
from gui.panels.draw_tools import ERASER
from gui.panels.network import NetworkPanel
from gui.panels.training import FIRST_RATE, Penalty, TrainingPanel
from gui.workspaces.train.measures import LEFT
from nn.backends.trial import Tried
from nn.choices import Activation, DataKind, DeviceChoice, Feature, Initializer, Loss, MissingValues, OptimizerKind, Precision, ScheduleKind
from nn.datasets.csv_file import peek
from nn.errors import SettingsError
from nn.settings import (
    DataSettings,
    Experiment,
    LayerSettings,
    NetworkSettings,
    OptimizerSettings,
    ScheduleSettings,
    StopSettings,
    TrainingSettings,
)
from nn.text import Sentence
from tests.gui.hands import Heard, choose, type_in

# Data


def test_data_is_filled_silently_and_sent_once_per_edit(qtbot: QtBot) -> None:
    panel, heard = DataPanel(), Heard()
    qtbot.addWidget(panel)
    panel.data_changed.connect(heard)
    panel.show_settings(DataSettings(samples=300, seed=42))
    assert heard.all == []
    type_in(panel.number_field("samples"), "200")
    assert heard.all == [(DataSettings(samples=200, seed=42),)]


def test_only_fields_that_apply_are_shown(qtbot: QtBot) -> None:
    panel = DataPanel()
    qtbot.addWidget(panel)
    panel.show()
    shown = {
        kind: {key for key in ("samples", "noise", "factor", "classes", "test_share", "seed") if panel.cell(key).isVisible()}
        for kind in DataKind
        if panel.show_settings(DataSettings(kind=kind)) is None
    }
    assert shown[DataKind.CIRCLES] == {"samples", "noise", "factor", "test_share", "seed"}
    assert shown[DataKind.BLOBS] == {"samples", "noise", "classes", "test_share", "seed"}
    assert shown[DataKind.IRIS] == {"test_share", "seed"}
    assert shown[DataKind.DRAWN] == {"test_share"}


def test_another_kind_brings_the_noise_that_suits_it(qtbot: QtBot) -> None:
    panel, heard = DataPanel(), Heard()
    qtbot.addWidget(panel)
    panel.data_changed.connect(heard)
    choose(panel.choice_field("kind"), DataKind.MOONS)
    assert heard.all == [(DataSettings(kind=DataKind.MOONS, noise=0.2),)]


def test_samples_out_of_bounds_are_said_and_nothing_is_lost(qtbot: QtBot) -> None:
    panel, heard = DataPanel(), Heard()
    qtbot.addWidget(panel)
    panel.data_changed.connect(heard)
    type_in(panel.number_field("samples"), "1")
    assert heard.all == []
    assert panel.settings.samples == 500
    assert panel.grid.problem_of(panel.cell("samples")) == "The number of samples must be from 2 to 1\u2009000\u2009000; 1 can't be used."


def test_an_error_elsewhere_does_not_wipe_what_is_being_mended(qtbot: QtBot) -> None:
    panel = DataPanel()
    qtbot.addWidget(panel)
    type_in(panel.number_field("samples"), "1")
    type_in(panel.number_field("noise"), "0.1")
    assert panel.number_field("samples").text() == "1"
    assert panel.number_field("samples").problem


def test_extra_inputs_and_standardizing(qtbot: QtBot) -> None:
    panel, heard = DataPanel(), Heard()
    qtbot.addWidget(panel)
    panel.data_changed.connect(heard)
    panel.features[Feature.SIN_X2].click()
    panel.features[Feature.X1_SQUARED].click()
    panel.standardize.click()
    assert heard.last == DataSettings(features=(Feature.X1_SQUARED, Feature.SIN_X2), standardize=True)
    assert len(heard.all) == 3


def test_draw_mode(qtbot: QtBot) -> None:
    panel, modes, data = DataPanel(), Heard(), Heard()
    qtbot.addWidget(panel)
    panel.draw_mode_changed.connect(modes)
    panel.data_changed.connect(data)
    choose(panel.choice_field("kind"), DataKind.DRAWN)
    panel.draw_tools.class_buttons[1].click()
    panel.draw_tools.eraser.click()
    panel.draw_tools.more.click()
    assert modes.all == [(True, 0), (True, 1), (True, ERASER), (True, 2)]
    panel.show_points([(0.0, 1.0, 4)])
    assert panel.draw_tools.classes() == 5
    panel.draw_tools.clear.click()
    assert data.last == DataSettings(kind=DataKind.DRAWN)
    choose(panel.choice_field("kind"), DataKind.XOR)
    assert modes.all[-1][0] is False


def test_presets_are_offered_and_forgotten_when_the_data_change(qtbot: QtBot) -> None:
    panel, heard = DataPanel(), Heard()
    qtbot.addWidget(panel)
    panel.preset_chosen.connect(heard)
    panel.show_presets([("circles", "Circles [2,4,8,1]"), ("moons", "Moons [2,5,2]")], "circles")
    field = panel.preset.field
    assert isinstance(field, ChoiceField)
    choose(field, "moons")
    assert heard.all == [("moons",)]
    type_in(panel.number_field("seed"), "3")
    assert field.value is None


def test_a_csv_file_is_asked_for_looked_at_and_then_sent(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "dogs.csv"
    file.write_text("height;weight;breed\n1,5;2;a\n;3;b\n2,5;4;a\n2,0;;b\n", encoding="utf-8")
    panel, asked, data = DataPanel(), Heard(), Heard()
    qtbot.addWidget(panel)
    panel.csv_requested.connect(asked)
    panel.data_changed.connect(data)
    monkeypatch.setattr(panel, "_ask_file", lambda: str(file))
    choose(panel.choice_field("kind"), DataKind.CSV)
    assert asked.all == [(str(file),)]
    assert panel.choice_field("kind").value is DataKind.CIRCLES
    dialog = panel.show_csv(peek(file))
    assert "decimal comma" in dialog._facts.text()
    assert "Missing values: 2" in dialog._gaps.text()
    assert dialog.target.value == "breed"
    choose(dialog.target, "weight")
    choose(dialog.missing, MissingValues.MEAN)
    dialog.accept()
    assert data.all == [(DataSettings(kind=DataKind.CSV, path=str(file), target="weight", missing=MissingValues.MEAN),)]


def test_a_csv_dialog_put_away_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    panel, data = DataPanel(), Heard()
    qtbot.addWidget(panel)
    panel.data_changed.connect(data)
    panel.show_csv(peek(file)).reject()
    assert data.all == []
    assert panel.settings == DataSettings()


# Network


def network(qtbot: QtBot) -> tuple[NetworkPanel, Heard]:
    panel, heard = NetworkPanel(NetworkSettings(hidden=(LayerSettings(4), LayerSettings(8, Activation.RELU))), 417), Heard()
    qtbot.addWidget(panel)
    panel.network_changed.connect(heard)
    return panel, heard


def widths(settings: object) -> list[int]:
    assert isinstance(settings, NetworkSettings)
    return [layer.width for layer in settings.hidden]


def test_layers_are_changed_added_and_removed(qtbot: QtBot) -> None:
    panel, heard = network(qtbot)
    type_in(panel.layers.rows[0].width_field, "6")
    choose(panel.layers.rows[0].activation, Activation.SIGMOID)
    panel.add_button.click()
    assert widths(heard.last) == [6, 8, 8]
    panel.layers.rows[1].close_button.click()
    qtbot.waitUntil(lambda: len(heard.all) == 4, timeout=2000)
    assert widths(heard.last) == [6, 8]
    assert panel.settings.hidden[0] == LayerSettings(6, Activation.SIGMOID)
    assert len(panel.layers.rows) == 2


def test_layers_are_moved_with_the_keyboard(qtbot: QtBot) -> None:
    panel, heard = network(qtbot)
    qtbot.keyClick(panel.layers.rows[0].activation, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    assert widths(heard.last) == [4, 8]
    qtbot.keyClick(panel.layers.rows[0].grip, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert widths(heard.last) == [8, 4]
    qtbot.keyClick(panel.layers.rows[1].width_field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert widths(heard.last) == [4, 8]


def test_layers_are_dragged(qtbot: QtBot) -> None:
    panel, heard = network(qtbot)
    panel.resize(280, 300)
    panel.show()
    grip, output = panel.layers.rows[0].grip, panel.layers.output
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton)
    qtbot.mouseMove(grip, grip.mapFromGlobal(output.mapToGlobal(output.rect().bottomLeft())))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    assert widths(heard.last) == [8, 4]


@pytest.mark.parametrize("text", ["0", "1000000", "two"])
def test_a_width_that_cannot_be_is_said_at_its_row(qtbot: QtBot, text: str) -> None:
    panel, heard = network(qtbot)
    panel.resize(280, 400)
    panel.show()
    type_in(panel.layers.rows[1].width_field, text)
    assert heard.all == []
    assert panel.layers._problems[1].isVisible()
    assert "2" in panel.layers._problems[1].text()
    assert widths(panel.settings) == [4, 8]


def test_too_many_layers_are_said(qtbot: QtBot) -> None:
    panel, heard = NetworkPanel(NetworkSettings(hidden=(LayerSettings(2),) * 32)), Heard()
    qtbot.addWidget(panel)
    panel.network_changed.connect(heard)
    panel.add_button.click()
    assert heard.all == []
    assert "32" in panel.layers.rows[-1].width_field.problem


def test_the_output_offers_what_the_loss_allows(qtbot: QtBot) -> None:
    panel, heard = network(qtbot)
    panel.show_output(2, Activation.SOFTMAX)
    panel.show_loss(Loss.CROSS_ENTROPY)
    field = panel.layers.output.activation
    assert field.shown_name == "softmax"
    assert [choice.value for choice in field._choices] == [None, Activation.SOFTMAX]
    panel.show_loss(Loss.MSE)
    choose(field, Activation.TANH)
    assert heard.last == NetworkSettings(hidden=panel.settings.hidden, output_activation=Activation.TANH)


def test_an_experiments_error_is_shown_at_its_field(qtbot: QtBot) -> None:
    panel, _ = network(qtbot)
    with pytest.raises(SettingsError) as caught:
        Experiment(network=NetworkSettings(output_activation=Activation.TANH), training=TrainingSettings(loss=Loss.CROSS_ENTROPY))
    assert panel.show_error(caught.value)
    assert "softmax" in panel.layers.output.activation.problem
    assert not panel.show_error(SettingsError("data.noise", "no"))


def test_init_and_its_seed(qtbot: QtBot) -> None:
    panel, heard = network(qtbot)
    seeds = Heard()
    panel.seed_changed.connect(seeds)
    choose(panel.initializer, Initializer.HE)
    assert heard.last == NetworkSettings(hidden=panel.settings.hidden, initializer=Initializer.HE)
    type_in(panel.seed, "−1")
    assert "seed" in panel.seed.problem
    type_in(panel.seed, "5")
    assert seeds.all == [(5,)]


def test_given_values_are_given_up_when_the_shape_changes(qtbot: QtBot) -> None:
    panel, heard = NetworkPanel(NetworkSettings(hidden=(LayerSettings(2),), initializer=Initializer.GIVEN, given=(0.1,) * 12)), Heard()
    qtbot.addWidget(panel)
    panel.network_changed.connect(heard)
    panel.add_button.click()
    assert heard.last == NetworkSettings(hidden=(LayerSettings(2), LayerSettings(2)))


# Training


def training(qtbot: QtBot, settings: TrainingSettings | None = None) -> tuple[TrainingPanel, Heard]:
    panel, heard = TrainingPanel(settings), Heard()
    qtbot.addWidget(panel)
    panel.training_changed.connect(heard)
    panel.resize(280, 900)
    panel.show()
    return panel, heard


def test_an_optimizer_shows_its_own_numbers(qtbot: QtBot) -> None:
    panel, heard = training(qtbot)
    own = {
        OptimizerKind.SGD: set(),
        OptimizerKind.NESTEROV: {"momentum"},
        OptimizerKind.RMSPROP: {"decay", "epsilon"},
        OptimizerKind.ADAM: {"beta1", "beta2"},
    }
    for kind, numbers in own.items():
        panel.show_settings(TrainingSettings(optimizer=OptimizerSettings(kind=kind)))
        names = ("momentum", "decay", "epsilon", "beta1", "beta2")
        assert {name for name in names if panel.cell(f"optimizer.{name}").isVisible()} == numbers
    type_in(panel.number_field("optimizer.beta1"), "0,8")
    assert heard.all == [(TrainingSettings(optimizer=OptimizerSettings(kind=OptimizerKind.ADAM, beta1=0.8)),)]


@pytest.mark.parametrize("text", ["0", "-1", "nan"])
def test_a_learning_rate_that_cannot_be_is_said(qtbot: QtBot, text: str) -> None:
    panel, heard = training(qtbot)
    type_in(panel.number_field("learning_rate"), text)
    assert heard.all == []
    assert panel.grid.problem_of(panel.cell("learning_rate")).startswith("Learning rate must be a number above 0")
    assert panel.settings.learning_rate == 0.05


def test_a_batch_larger_than_the_data_is_clamped_and_said(qtbot: QtBot) -> None:
    panel, heard = training(qtbot)
    panel.show_training_size(400)
    assert panel.number_field("batch_size").text() == "Full (400)"
    type_in(panel.number_field("batch_size"), "1 000")
    assert heard.all == [(TrainingSettings(batch_size=400),)]
    assert panel.number_field("batch_size").text() == "400"
    assert panel._note.isVisible()
    assert "1000" in panel._note.text()
    type_in(panel.number_field("batch_size"), "")
    assert heard.last == TrainingSettings()
    assert not panel._note.isVisible()


def test_regularization_is_chosen_with_rates(qtbot: QtBot) -> None:
    panel, heard = training(qtbot)
    field = panel._penalty_field
    choose(field, Penalty.BOTH)
    assert heard.last == TrainingSettings(l1=FIRST_RATE, l2=FIRST_RATE)
    type_in(panel.number_field("l2"), "0.5")
    choose(field, Penalty.L2)
    assert heard.last == TrainingSettings(l2=0.5)
    assert [panel.cell(key).isVisible() for key in ("l1", "l2")] == [False, True]
    choose(field, Penalty.NONE)
    assert heard.last == TrainingSettings()


def test_stop_conditions_can_be_off(qtbot: QtBot) -> None:
    panel, heard = training(qtbot)
    assert panel.number_field("stop.loss").text() == "off"
    type_in(panel.number_field("stop.loss"), "0,005")
    type_in(panel.number_field("stop.epochs"), "5 000")
    assert heard.last == TrainingSettings(stop=StopSettings(loss=0.005, epochs=5000))
    type_in(panel.number_field("stop.loss"), "")
    assert heard.last == TrainingSettings(stop=StopSettings(epochs=5000))


def test_a_schedule_in_use_is_in_sight(qtbot: QtBot) -> None:
    panel, _ = training(qtbot)
    assert not panel.cell("schedule.kind").isVisible()
    panel.show_settings(TrainingSettings(schedule=ScheduleSettings(kind=ScheduleKind.COSINE)))
    assert panel.cell("schedule.every").isVisible()
    assert not panel.cell("schedule.gamma").isVisible()


# Device


def test_device_and_precision(qtbot: QtBot) -> None:
    panel, heard = DevicePanel(), Heard()
    qtbot.addWidget(panel)
    panel.device_changed.connect(heard)
    choose(panel.device, DeviceChoice.CUDA)
    choose(panel.precision, Precision.FLOAT64)
    assert heard.all == [(DeviceChoice.CUDA, Precision.FLOAT32), (DeviceChoice.CUDA, Precision.FLOAT64)]
    panel.show_device("CPU, float32", "No GPU was found.")
    panel.show_speed(7.3e6)
    assert (panel._used.text(), panel._why.text(), panel._speed.text()) == ("→ CPU, float32", "No GPU was found.", "7.3 M samples/s")


def test_what_the_trial_of_the_devices_found(qtbot: QtBot) -> None:
    panel = DevicePanel()
    qtbot.addWidget(panel)
    cpu, gpu = Tried("cpu", "A CPU", 3.5e7), Tried("cuda", "A GPU", 4.1e8)
    panel.show_trial((cpu, gpu))
    assert panel._trial.text() == "CPU 35.0 M/s · GPU 410.0 M/s: the faster is used"
    panel.show_trial((cpu, Tried("cuda", "A GPU", 0.0, Sentence("It is too hot."))))
    assert panel._trial.text() == "CPU 35.0 M/s · GPU failed"
    panel.show_trial(())
    assert panel._trial.isHidden()


# The column


@pytest.mark.usefixtures("longer")
def test_nothing_is_cut_in_a_longer_language(qtbot: QtBot) -> None:
    adam = TrainingSettings(loss=Loss.BINARY_CROSS_ENTROPY, l1=0.1, l2=0.1, optimizer=OptimizerSettings(kind=OptimizerKind.ADAM))
    panels: list[QWidget] = [DataPanel(DataSettings(kind=DataKind.BLOBS)), NetworkPanel(), TrainingPanel(adam), DevicePanel()]
    inner = QWidget()
    layout = bare(QVBoxLayout(inner))
    for panel in panels:
        layout.addWidget(panel)
    column = scrolled(inner)
    qtbot.addWidget(column)
    column.resize(LEFT, 780)
    column.show()
    assert column.horizontalScrollBar().maximum() == 0
    cut = [
        widget.accessibleName() or getattr(widget, "text", str)()
        for widget in column.findChildren(QWidget)
        if isinstance(widget, Cell | TextButton | Words | ChoiceField | LineField) and widget.isVisible() and is_cut(widget)
    ]
    assert cut == []
    for panel in panels:
        assert panel.width() == LEFT


def is_cut(widget: Cell | TextButton | Words | ChoiceField | LineField) -> bool:
    if isinstance(widget, Words) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, LineField):
        return widget.width() < widget.fontMetrics().horizontalAdvance(widget.text())
    return widget.width() < widget.needed_width()


def test_every_field_of_the_column_has_a_name_and_can_be_reached_by_keyboard(qtbot: QtBot) -> None:
    for panel in (DataPanel(), NetworkPanel(), TrainingPanel(), DevicePanel()):
        qtbot.addWidget(panel)
        fields = [widget for widget in panel.findChildren(QWidget) if isinstance(widget, LineField | ChoiceField) and not widget.isHidden()]
        assert fields
        assert all(widget.accessibleName() for widget in fields)
        assert all(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in fields)
