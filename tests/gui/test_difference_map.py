"""The difference map."""

from __future__ import annotations

import numpy as np
import pytest
from plot_fakes import map_of, snapshot_of, with_difference
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.format import MINUS
from gui.theme import theme
from gui.views.difference_map import DifferenceMap
from nn.layout import Neuron
from nn.network import Ablation
from nn.training.snapshot import Snapshot

OFF = Ablation(frozenset({Neuron(2, 1)}))


@pytest.fixture
def view(qtbot: QtBot) -> DifferenceMap:
    widget = DifferenceMap()
    qtbot.addWidget(widget)
    widget.resize(140, 160)
    return widget


def snapshot_with(difference: np.ndarray) -> Snapshot:
    return snapshot_of(map_view=with_difference(map_of(np.zeros((1, 8, 8))), difference), off=OFF)


def test_says_what_to_do_while_nothing_is_off(view: DifferenceMap) -> None:
    view.show_snapshot(snapshot_of(map_view=map_of(np.zeros((1, 8, 8)))))
    assert view.caption().startswith("Switch a neuron off")
    assert not view.grab().isNull()


def test_symmetric_ramp_with_its_ends(view: DifferenceMap) -> None:
    difference = np.full((8, 8), -0.98)
    difference[4:] = 0.49
    view.show_snapshot(snapshot_with(difference))
    assert view.title() == "Difference map h2.2"
    assert view.caption() == f"{MINUS}0.98 … +0.98"
    image = view.grab().toImage()
    frame = view._frame()
    x, height = int(frame.center().x()), frame.height()
    assert image.pixelColor(x, int(frame.top() + 0.9 * height)) == QColor(theme().colors.ramp_neg)  # row 0 is the bottom
    upper = image.pixelColor(x, int(frame.top() + 0.1 * height))
    assert upper.blue() > upper.red()


@pytest.mark.parametrize("difference", [np.zeros(5), np.zeros((0, 3)), np.zeros((2, 2, 2))])
def test_an_unfit_array_is_not_painted(view: DifferenceMap, difference: np.ndarray) -> None:
    view.show_snapshot(snapshot_with(difference))
    assert view.caption().startswith("Switch")
    assert not view.grab().isNull()


@pytest.mark.parametrize(("value", "caption"), [(0.0, "no change"), (np.nan, "no change"), (0.001, f"{MINUS}0.0010 … +0.0010")])
def test_odd_values(view: DifferenceMap, value: float, caption: str) -> None:
    view.show_snapshot(snapshot_with(np.full((4, 4), value)))
    assert view.caption() == caption
    assert not view.grab().isNull()
