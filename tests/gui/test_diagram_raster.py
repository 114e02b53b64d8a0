"""Edges by the thousand: their ink lies where their curves run, signs apart, and nothing is made of what is out of sight."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from gui.views.diagram import NetworkDiagram
from gui.views.diagram.edges import CROWDED
from gui.views.diagram.raster import STEP, Frame, Sheaf, _ink, strip
from tests.gui.diagram_fakes import make_snapshot

FRAME = Frame(100, 60, 1.0, 0.0, 0.0)


def sheaf(y0: list[float], y1: list[float], negative: list[bool]) -> Sheaf:
    count = len(y0)
    return Sheaf(10.0, 50.0, np.array(y0), np.array(y1), np.full(count, 2.0), np.full(count, 0.5), np.array(negative))


def shares(columns: int) -> np.ndarray:
    return np.linspace(0.0, 1.0, columns + 1).astype(np.float32)


def test_a_level_edge_puts_its_ink_into_its_row_and_a_steep_one_as_much_as_it_is_long() -> None:
    level = _ink(sheaf([20.5], [20.5], [False]), FRAME, shares(20))
    assert level.shape == (2, 20, 60)
    assert np.flatnonzero(level.sum(axis=(0, 1))).tolist() == [20]
    assert level.sum() == pytest.approx(2.0 * 0.5 * 20 * STEP)
    steep = _ink(sheaf([5.0], [45.0], [False]), FRAME, shares(20))
    assert steep.sum() == pytest.approx(2.0 * 0.5 * 20 * np.hypot(STEP, 2.0), rel=0.05)
    rows = [np.flatnonzero(column) for column in steep[0]]
    assert all(found[0] <= 5 + 2 * (number + 1) and found[-1] >= 5 + 2 * number for number, found in enumerate(rows))


def test_signs_are_kept_apart() -> None:
    ink = _ink(sheaf([10.5, 30.5], [10.5, 30.5], [False, True]), FRAME, shares(8))
    assert np.flatnonzero(ink[0].sum(axis=0)).tolist() == [10]
    assert np.flatnonzero(ink[1].sum(axis=0)).tolist() == [30]


def test_only_what_is_in_sight_is_made() -> None:
    edges = sheaf([10.0, -90.0], [40.0, -50.0], [False, False])
    found = strip(edges, FRAME)
    assert found is not None
    image, left = found
    assert (left, image.width(), image.height()) == (10, 40 // STEP, 60)
    alone = strip(sheaf([10.0], [40.0], [False]), FRAME)
    assert alone is not None and alone[0] == image
    assert strip(edges, replace(FRAME, left=200.0)) is None
    assert strip(edges, replace(FRAME, left=-60.0)) is None


def test_a_diagram_of_thousands_of_edges_shows_both_signs(qtbot: QtBot) -> None:
    diagram = NetworkDiagram()
    qtbot.addWidget(diagram)
    diagram.resize(700, 500)
    diagram.show_snapshot(make_snapshot((2, 60, 60, 1)))
    diagram.show()
    diagram.grab()
    for layer in (1, 2):
        diagram._scene.folding.toggle(layer)
    diagram.fit()
    picture = diagram.grab().toImage()
    assert diagram._scene.edges is not None and diagram._scene.edges.count > CROWDED
    first, second = (diagram._scene.column(layer) for layer in (1, 2))
    assert first is not None and second is not None
    x, top = diagram._scene.view.to_widget((first.right + second.left) / 2, float(first.ys[0]))
    _, bottom = diagram._scene.view.to_widget(0.0, float(first.ys[-1]))
    colours = [picture.pixelColor(round(x) + dx, y) for y in range(round(top), round(bottom)) for dx in (-2, 0, 2)]
    warmth = [colour.red() - colour.blue() for colour in colours]
    assert max(warmth) > 5 and min(warmth) < -20
