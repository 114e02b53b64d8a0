"""The transport: what it asks for, what it shows of the run."""

from __future__ import annotations

import math

import numpy as np
import pytest
from panel_fakes import snapshot
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.i18n import Language, languages
from gui.panels.readouts import ACCURACIES, loss_text
from gui.panels.timeline import Timeline
from gui.panels.transport import TransportPanel
from gui.theme import theme
from nn.choices import Task
from nn.layout import Neuron
from nn.settings import StopSettings
from nn.training.snapshot import Event, HistoryView, Measures, RunState, StopReason


def transport(qtbot: QtBot, width: int = 1370) -> TransportPanel:
    panel = TransportPanel()
    qtbot.addWidget(panel)
    panel.resize(width, 64)
    panel.show()
    return panel


def test_play_and_pause_take_turns(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    with qtbot.waitSignal(panel.play_requested, timeout=1000):
        qtbot.mouseClick(panel.play, Qt.MouseButton.LeftButton)
    panel.show_state(RunState.COMPILING)
    assert panel.play.icon_name == "pause"
    panel.show_snapshot(snapshot(state=RunState.RUNNING))
    with qtbot.waitSignal(panel.pause_requested, timeout=1000):
        qtbot.mouseClick(panel.play, Qt.MouseButton.LeftButton)
    panel.show_snapshot(snapshot(state=RunState.PAUSED))
    assert panel.play.icon_name == "play"
    assert panel.play.accessibleName() == "Play (Space)"


def test_the_other_buttons(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    with qtbot.waitSignal(panel.step_requested, timeout=1000) as step:
        panel.step.click()
    with qtbot.waitSignal(panel.back_requested, timeout=1000):
        panel.back.click()
    with qtbot.waitSignal(panel.reset_requested, timeout=1000) as reset:
        panel.reset.click()
    assert (step.args, reset.args) == ([1], [False])


def test_the_menus(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    with qtbot.waitSignal(panel.reset_requested, timeout=1000) as reset:
        panel.reset_menu.actions()[1].trigger()
    with qtbot.waitSignal(panel.step_requested, timeout=1000) as ten:
        panel.step_menu.actions()[1].trigger()
    with qtbot.waitSignal(panel.epoch_requested, timeout=1000) as epoch:
        panel.step_menu.actions()[2].trigger()
    assert (reset.args, ten.args, epoch.args) == ([True], [10], [1])


def test_speed_goes_from_one_step_a_second_to_flat_out(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    assert panel.speed.value is None
    with qtbot.waitSignal(panel.speed_changed, timeout=1000) as slow:
        panel.speed.activated.emit(0)
    with qtbot.waitSignal(panel.speed_changed, timeout=1000) as fast:
        panel.speed.activated.emit(panel.speed.count() - 1)
    assert (slow.args, fast.args) == ([1.0], [None])
    panel.show_speed(25.0)
    assert panel.speed.value == 30.0


def test_the_numbers_are_the_snapshots(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    panel.show_snapshot(snapshot())
    values = {key: item.value for key, item in panel.readouts.items.items()}
    assert values == {
        "epoch": "2\u2009450",
        "step": "2\u2009450",
        "train_loss": "0.0126",
        "test_loss": "0.0154",
        "train_accuracy": "99.0 %",
        "test_accuracy": "98.0 %",
        "speed": "7.3 M samples/s",
        "device": "CPU float32",
    }


def test_what_does_not_exist_is_a_dash_and_a_regression_has_no_accuracy(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    panel.show_snapshot(snapshot(measures=Measures(0.1, math.nan, math.nan, math.nan), task=Task.REGRESSION, speed=0.0))
    assert panel.readouts.items["test_loss"].value == "–"
    assert panel.readouts.items["speed"].value == "–"
    assert all(panel.readouts.items[key].isHidden() for key in ACCURACIES)


def test_in_a_narrow_window_the_least_important_numbers_go_first(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    panel.show_snapshot(snapshot())
    ranks = {key: item.place.rank for key, item in panel.readouts.items.items()}
    seen: list[int] = []
    for width in (2000, 1370, 1200, 900):
        panel.resize(width, 64)
        kept = {ranks[key] for key, item in panel.readouts.items.items() if not item.isHidden()}
        assert kept == set(range(len(kept)))
        seen.append(len(kept))
    assert seen == sorted(seen, reverse=True)
    assert seen[0] == 8
    assert 0 < seen[-1] < 8


def test_nothing_jumps_when_numbers_change(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    panel.show_snapshot(snapshot())
    places = {key: item.geometry() for key, item in panel.readouts.items.items()}
    panel.show_snapshot(snapshot(epoch=1_234_567.0, measures=Measures(1e-9, 123.4, 1.0, 0.0), speed=999.0))
    assert {key: item.geometry() for key, item in panel.readouts.items.items()} == places


@pytest.mark.parametrize(
    ("reason", "stop", "text"),
    [
        (StopReason.LOSS, StopSettings(loss=0.005), "Stopped: loss ≤ 0.005"),
        (StopReason.EPOCHS, StopSettings(epochs=5000), "Stopped: epoch 5\u2009000 reached"),
        (StopReason.PATIENCE, StopSettings(patience=20), "Stopped: no lower loss for 20 epochs"),
        (StopReason.TIME, StopSettings(seconds=60), "Stopped: 60 s are over"),
        (StopReason.LOSS, StopSettings(), "Stopped"),
    ],
)
def test_a_finished_run_says_why(qtbot: QtBot, reason: StopReason, stop: StopSettings, text: str) -> None:
    panel = transport(qtbot)
    panel.show_stop(stop)
    panel.show_snapshot(snapshot(state=RunState.FINISHED, stopped_by=reason, progress=1.0))
    assert panel.status.text == text
    assert panel.progress.share == 1.0


def test_compiling_runs_a_stripe_and_a_hidden_panel_none(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    panel.show_state(RunState.COMPILING)
    assert panel.status.text == "Compiling…"
    assert panel.progress._clock.isActive()
    panel.hide()
    assert not panel.progress._clock.isActive()
    panel.show()
    panel.show_snapshot(snapshot(state=RunState.RUNNING))
    assert not panel.progress._clock.isActive()
    assert panel.status.text == "Training · 49 % of the way to the stop"


def test_a_divergence_is_said_with_its_step_and_sentence(qtbot: QtBot) -> None:
    panel = transport(qtbot)
    diverged = snapshot(state=RunState.DIVERGED, step=31, notice="Layer {layer} grew too large.", notice_values={"layer": 2})
    panel.show_snapshot(diverged)
    assert panel.status.text == "Diverged at step 31"
    assert panel.status.toolTip() == "Layer 2 grew too large."


def timeline(qtbot: QtBot) -> tuple[Timeline, list[int]]:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(420, 40)
    line.show_history(HistoryView(np.array([0, 100, 400, 700, 1000]), 400, 1000), 10, ())
    line.show()
    sought: list[int] = []

    def keep(step: int) -> None:
        sought.append(step)

    line.seek_requested.connect(keep)
    return line, sought


def test_keys_go_to_the_neighbouring_kept_moments(qtbot: QtBot) -> None:
    line, sought = timeline(qtbot)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End)
    for number, key in enumerate(keys, 1):
        qtbot.keyClick(line, key)
        qtbot.waitUntil(lambda wanted=number: len(sought) == wanted, timeout=2000)
    assert sought == [700, 400, 100, 200, 0, 1000]


def test_a_drag_is_throttled_and_ends_where_it_was_let_go(qtbot: QtBot) -> None:
    line, sought = timeline(qtbot)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(500)), 10))
    assert line.is_dragging
    for step in range(500, 900, 4):
        qtbot.mouseMove(line, QPoint(round(line.x_of(step)), 10))
    line.show_history(HistoryView(np.array([0, 1000]), 50, 1000), 10, ())
    assert line.value() > 800
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(900)), 10))
    assert not line.is_dragging
    assert sought[0] == pytest.approx(500, abs=3)
    assert sought[-1] == pytest.approx(900, abs=3)
    assert len(sought) < 50
    line.show_history(HistoryView(np.array([0, 900, 1000]), 900, 1000), 10, ())
    assert line.value() == 900


def test_events_have_words(qtbot: QtBot) -> None:
    line, _ = timeline(qtbot)
    assert line.event_text(Event(1, 0.1, "off", (Neuron(2, 7),))) == "h2.8 off"
    assert line.event_text(Event(1, 0.1, "on", (Neuron(1, 0), Neuron(1, 1), Neuron(1, 2)))) == "h1.1, h1.2 … on"
    assert line.event_text(Event(1, 0.1, "settings")) == "settings"
    event = Event(500, 50.0, "off", (Neuron(2, 7),))
    line.show_history(HistoryView(np.array([0, 1000]), 1000, 1000), 10, (event,))
    assert line.tip_at(line.x_of(500)) == "Epoch 50, step 500\nh2.8 off"


@pytest.mark.parametrize("loss", [0.0126, 9.98e-5, 1.316e9, 98765.4, 12345.67, 3.5, 0.0])
def test_a_loss_fits_its_place_whatever_its_size(loss: float) -> None:
    text = loss_text(loss)
    assert len(text) <= 8
    assert float(text.replace("\u2212", "-")) == pytest.approx(loss, rel=0.01)


def test_in_another_language_and_on_a_projector_everything_has_its_room_at_once(qtbot: QtBot) -> None:
    panel = transport(qtbot, 1900)
    panel.show_snapshot(snapshot())
    try:
        for change in (
            lambda: languages().switch(Language.SPANISH),
            lambda: theme().set_projector(True),
            lambda: languages().switch(Language.ENGLISH),
        ):
            change()
            QApplication.sendPostedEvents()
            shown = [item for item in panel.readouts.items.values() if not item.isHidden()]
            assert panel.readouts.width() == sum(item.needed_width() for item in shown)
            assert panel.speed.width() >= panel.speed.width_of(panel.tr("Flat out"))
    finally:
        theme().set_projector(False)
        languages().switch(Language.ENGLISH)
