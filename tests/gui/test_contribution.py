"""The table of contributions: its order, its words, its intents."""

from __future__ import annotations

import math

import pytest
from panel_fakes import contribution, snapshot
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.panels.contribution import ContributionPanel
from gui.panels.ranking import Measure, in_old_order, ranked, value_text
from nn.choices import AblationMode, Task
from nn.layout import Neuron
from nn.network import Ablation

ALL = (contribution(1, 0, 0.01), contribution(1, 1, 0.48), contribution(2, 0, -0.02), contribution(2, 1, 0.2))


def names(panel: ContributionPanel) -> list[tuple[int, int]]:
    return [(row.neuron.layer, row.neuron.index) for row in panel.table.rows]


def shown(qtbot: QtBot, **changes: object) -> ContributionPanel:
    panel = ContributionPanel()
    qtbot.addWidget(panel)
    panel.resize(702, 180)
    panel.show_snapshot(snapshot(contributions=ALL, **changes))
    panel.show()
    return panel


def test_the_most_helpful_comes_first_and_what_is_off_last(qtbot: QtBot) -> None:
    panel = shown(qtbot, ablation=Ablation(frozenset({Neuron(1, 1)})))
    assert names(panel) == [(2, 1), (1, 0), (2, 0), (1, 1)]


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_ranks_the_same_helpers_first(measure: Measure) -> None:
    assert [row.neuron for row in ranked(ALL, frozenset(), measure)] == [Neuron(1, 1), Neuron(2, 1), Neuron(1, 0), Neuron(2, 0)]


def test_an_off_neuron_without_a_value_is_still_there() -> None:
    rows = ranked((), frozenset({Neuron(3, 0)}), Measure.TRAIN_LOSS)
    assert [row.neuron for row in rows] == [Neuron(3, 0)]
    assert math.isnan(rows[0].value)


def test_rows_keep_their_places_under_the_pointer() -> None:
    old = ranked(ALL, frozenset(), Measure.TRAIN_LOSS)
    new = ranked((contribution(1, 0, 0.9), *ALL[1:]), frozenset(), Measure.TRAIN_LOSS)
    assert new[0].neuron == Neuron(1, 0)
    kept = in_old_order(new, old)
    assert [row.neuron for row in kept] == [row.neuron for row in old]
    assert kept[2].value == 0.9


def test_values_as_text() -> None:
    assert value_text(0.4855, Measure.TRAIN_LOSS) == "+0.4855"
    assert value_text(-0.0004, Measure.TRAIN_LOSS) == "−0.0004"
    assert value_text(-0.12, Measure.TEST_ACCURACY) == "−12.0 %"
    assert value_text(0.5, Measure.ALONE_TEST_LOSS) == "0.5000"
    assert value_text(math.nan, Measure.TEST_LOSS) == "–"


def test_click_selects_and_double_click_toggles(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    point = panel.table.row_rect(1).center()
    with qtbot.waitSignal(panel.neuron_clicked, timeout=1000) as clicked:
        qtbot.mouseClick(panel.table, Qt.MouseButton.LeftButton, pos=point)
    assert clicked.args == [Neuron(2, 1)]
    assert "+0.2000" in panel.table.accessibleDescription()
    with qtbot.waitSignal(panel.neuron_toggled, timeout=1000) as toggled:
        qtbot.mouseDClick(panel.table, Qt.MouseButton.LeftButton, pos=point)
    assert toggled.args == [Neuron(2, 1)]


def test_back_on_brings_a_neuron_back(qtbot: QtBot) -> None:
    panel = shown(qtbot, ablation=Ablation(frozenset({Neuron(1, 1)})))
    with qtbot.waitSignal(panel.neuron_toggled, timeout=1000) as toggled:
        qtbot.mouseClick(panel.table, Qt.MouseButton.LeftButton, pos=panel.table.link_rect(3).center())
    assert toggled.args == [Neuron(1, 1)]
    assert panel.all_on_button.isVisible()
    with qtbot.waitSignal(panel.all_on, timeout=1000):
        qtbot.mouseClick(panel.all_on_button, Qt.MouseButton.LeftButton)


def test_the_keyboard_moves_toggles_and_shows_alone(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up):
        qtbot.keyClick(panel.table, key)
    assert panel.table.selected == Neuron(1, 0)
    with qtbot.waitSignal(panel.neuron_toggled, timeout=1000) as toggled:
        qtbot.keyClick(panel.table, Qt.Key.Key_D)
    with qtbot.waitSignal(panel.neuron_alone, timeout=1000) as alone:
        qtbot.keyClick(panel.table, Qt.Key.Key_A)
    assert toggled.args == alone.args == [Neuron(1, 0)]


def test_the_menu_of_a_row(qtbot: QtBot) -> None:
    panel = shown(qtbot, ablation=Ablation(frozenset({Neuron(1, 1)})))
    panel.show_selected(Neuron(1, 1))
    menu = panel.table.menu_for(panel.table.rows[-1])
    assert [action.text() for action in menu.actions() if action.text()] == ["Switch h1.2 back on", "Show h1.2 alone in its layer", "All on"]
    with qtbot.waitSignal(panel.neuron_toggled, timeout=1000):
        menu.actions()[0].trigger()
    menu.deleteLater()


def test_a_regression_offers_no_accuracy(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.measure.show_value(Measure.TEST_ACCURACY)
    panel.show_snapshot(snapshot(contributions=ALL, task=Task.REGRESSION))
    assert panel.measure.count() == 4
    assert panel.chosen_measure is Measure.TRAIN_LOSS


def test_before_the_first_values_a_sentence_stands_there(qtbot: QtBot) -> None:
    panel = ContributionPanel()
    qtbot.addWidget(panel)
    panel.show()
    assert panel._empty.isVisible()
    panel.show_snapshot(snapshot(contributions=ALL))
    assert not panel._empty.isVisible()
    panel.clear()
    assert panel._empty.isVisible()


def test_many_neurons_scroll_and_only_rows_in_sight_are_painted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = shown(qtbot)
    many = tuple(contribution(1, index, 1 / (index + 1)) for index in range(2000))
    panel.show_snapshot(snapshot(contributions=many))
    qtbot.waitUntil(lambda: panel.table.height() == 1000 * 22, timeout=2000)
    assert panel._area.verticalScrollBar().maximum() > 0
    painted: list[object] = []
    original = panel.table._draw_row

    def draw(*args: object, **named: object) -> None:
        painted.append(args[1])
        original(*args, **named)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(panel.table, "_draw_row", draw)
    panel.grab()
    assert 0 < len(painted) <= 20
    assert panel.table.place_at(QPoint(5, 22 * 999 + 5)) == 999
    assert panel.table.place_at(panel.table.row_rect(1999).center()) == 1999


def test_what_a_switched_off_neuron_puts_out_is_chosen_and_shown(qtbot: QtBot) -> None:
    panel = shown(qtbot, ablation=Ablation(frozenset({Neuron(1, 1)}), AblationMode.MEAN))
    assert panel.mode.value is AblationMode.MEAN
    with qtbot.waitSignal(panel.mode_chosen) as chosen:
        panel.mode.committed.emit("mode", AblationMode.ZERO)
    assert chosen.args == [AblationMode.ZERO]


def test_in_a_narrow_window_the_heads_choices_stay_whole(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    panel.resize(240, 180)
    for field in (panel.measure, panel.mode):
        assert field.width() >= field.needed_width()
        qtbot.waitUntil(lambda at=field: at.geometry().right() < panel.width())
