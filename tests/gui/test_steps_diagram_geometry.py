"""Where the Steps diagram puts things: nothing overlaps, whatever the network and the window; wide layers are folded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot
from steps_fakes import make_walk

from gui.views.steps_diagram.folding import folds, shown_units
from gui.views.steps_diagram.levels import Level
from gui.views.steps_diagram.lit import Lit
from gui.views.steps_diagram.plan import Shape
from gui.views.steps_diagram.planning import planner
from gui.views.steps_diagram.scene import Scene
from gui.views.steps_diagram.state import Readings
from gui.views.viewport import Viewport
from nn.replay import mazur
from nn.replay.lights import chips_of, lights_of
from nn.replay.step import Kind, Quantity
from nn.replay.walk import Walk

NETWORKS = [(2, 2, 2), (1, 1, 1), (3, 4, 2), (2, 5, 5, 3), (16, 16, 10), (4, 1, 4), (12, 12), (2, 3, 3, 3, 3, 2)]
SIZES = [(752, 460), (1000, 700), (592, 360), (420, 240)]


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Fonts are measured."""


def apart(rects: Sequence[QRectF]) -> list[tuple[QRectF, QRectF]]:
    """The pairs that overlap."""
    inner = [rect.adjusted(0.1, 0.1, -0.1, -0.1) for rect in rects]
    return [(rects[a], rects[b]) for a, b in combinations(range(len(rects)), 2) if inner[a].intersects(inner[b])]


def scene_at(walk: Walk, step: int, size: tuple[int, int], digits: int = 6, zoom: float = 1.0) -> Scene:
    lit = Lit(lights_of(walk, walk.steps[step]), walk.steps[step].phase)
    plan = planner(walk, digits).plan(*size, zoom, lit)
    return Scene(plan, Readings(walk).at(step), lit, chips_of(walk, walk.steps[step]), digits)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("widths", NETWORKS)
def test_nothing_overlaps(widths: tuple[int, ...], size: tuple[int, int]) -> None:
    walk = make_walk(widths)
    for digits in (4, 6, 9):
        for step in (0, len(walk.steps) // 3, len(walk.steps) // 2, len(walk.steps) - 1):
            scene = scene_at(walk, step, size, digits)
            chips = [pin.rect for pin in scene.pinned]
            everything = [*scene.plan.obstacles(), *scene.asked_pills.values(), *chips]
            assert apart(everything) == []
            assert all(QRectF(0, 0, scene.plan.width, scene.plan.height).contains(rect) for rect in everything)


@pytest.mark.parametrize("size", [(752, 460), (592, 360), (1000, 700)])
def test_mazurs_network_has_every_number(size: tuple[int, int]) -> None:
    plan = scene_at(mazur.walk(), 12, size).plan
    assert plan.width == size[0]
    assert sum(place.kind is Kind.WEIGHT for place in plan.pills) == 8
    assert sum(place.kind is Kind.BIAS for place in plan.pills) == 4
    assert {place.kind for place in plan.cells} == {Kind.INPUT, Kind.NET, Kind.OUT, Kind.TARGET, Kind.ERROR, Kind.TOTAL, Kind.RATE}
    assert not plan.folds
    assert not plan.spots


def test_net_stands_beside_out_as_in_the_design() -> None:
    plan = scene_at(mazur.walk(), 12, (752, 460)).plan
    neurons = [box for box in plan.boxes if box.shape is Shape.NEURON]
    assert {box.level for box in neurons} == {Level.SIDE}
    assert [round(box.rect.height()) for box in neurons] == [56] * 4
    h1, o1 = plan.cells[Quantity(Kind.OUT, 1, 0)], plan.cells[Quantity(Kind.NET, 2, 0)]
    w5 = plan.pills[Quantity(Kind.WEIGHT, 2, 0, 0)]
    assert h1.right() < w5.left() < w5.right() < o1.left()


def test_all_chips_of_w5_are_pinned_without_crossing_a_pill() -> None:
    scene = scene_at(mazur.walk(), 12, (752, 460))
    assert [pin.chip.number for pin in scene.pinned] == [1, 2, 3]
    for pin in scene.pinned:
        start, end = pin.line
        middle = (start + end) / 2
        assert not any(rect.contains(middle) for rect in scene.plan.pills.values())


def test_a_wide_layer_is_folded_and_keeps_the_path() -> None:
    walk = make_walk((2, 40, 3))
    step = next(s.id for s in walk.steps if s.quantity == Quantity(Kind.E_W, 1, 20, 1))
    plan = scene_at(walk, step, (752, 460)).plan
    shown = [box.neuron.index for box in plan.boxes if box.shape is Shape.NEURON and box.neuron is not None and box.neuron.layer == 1]
    assert 20 in shown
    assert {0, 39} <= set(shown)
    assert len(shown) < 17
    assert sum(fold.count for fold in plan.folds) == 40 - len(shown)


def test_zooming_in_unfolds_and_names_every_neuron() -> None:
    walk = make_walk((2, 40, 3))
    near = scene_at(walk, 0, (752, 460), zoom=8.0).plan
    assert not near.folds
    assert all(box.level <= Level.SHORT for box in near.boxes)


@pytest.mark.parametrize(("width", "room", "wanted"), [(5, 8, ()), (40, 10, (20,)), (40, 10, range(40)), (300, 3, (7, 9)), (4, 1, (2,))])
def test_folding_fits_its_room_and_counts_everyone(width: int, room: int, wanted: Sequence[int]) -> None:
    units = shown_units(width, room, wanted)
    left = folds(units, width)
    assert list(units) == sorted(set(units))
    assert sum(fold.units for fold in left) + len(units) == width
    assert len(units) == 1 or len(units) + len(left) <= room


def test_the_view_zooms_about_the_pointer_and_comes_back() -> None:
    view = Viewport()
    view.window = view.plan = (752.0, 460.0)
    before = view.to_plan(200.0, 100.0)
    view.zoom_at(200.0, 100.0, 2.0)
    assert view.to_plan(200.0, 100.0) == pytest.approx(before)
    assert not view.fitted
    view.pan_by(1e6, -1e6)
    x, y = view.to_window(752.0 * 0.0, 460.0)
    assert (x, y) == pytest.approx((376.0, 230.0))  # a corner stays in the middle: the plan can't get lost
    view.fit()
    assert view.fitted
    assert view.to_window(0.0, 0.0) == pytest.approx((0.0, 0.0))


def test_a_walk_by_layers_has_a_box_for_each() -> None:
    walk = make_walk((300, 40, 12))
    assert walk.whole_layers
    plan = scene_at(walk, 0, (752, 460)).plan
    assert sum(box.shape is Shape.LAYER for box in plan.boxes) == 3
    assert Quantity(Kind.LAYER_DELTA, 2, -1) in plan.cells
    assert apart([box.rect for box in plan.boxes]) == []


def test_lengths_of_texts_follow_the_parameters() -> None:
    small, large = make_walk((2, 2, 2)), make_walk((2, 2, 2), scale=5000.0)
    assert planner(large, 6).texts.pill(6) > planner(small, 6).texts.pill(6)
    assert np.isfinite(planner(large, 6).texts.pill(6))
