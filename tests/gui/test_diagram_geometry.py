"""Layout, zoom, folding and hit arithmetic of the diagram, without a window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from diagram_fakes import make_params, make_snapshot, with_params

from gui.views.diagram.edges import MOST, edges_of, thickness
from gui.views.diagram.folding import RESORT_SECONDS, Folding, strongest
from gui.views.diagram.geometry import NUMBER, NUMBER_PAD, PITCH_MIN, RING, Margins, Role, Spec, advance, capacity, parameter_at, plan
from gui.views.diagram.hits import BiasHit, EdgeHit, NeuronHit, PillHit, hit
from gui.views.diagram.navigation import moved
from gui.views.diagram.strokes import NORMAL, OFF, STRONG, Strokes
from gui.views.diagram.viewport import Viewport
from gui.views.diagram.words import pretty
from nn.layout import Layout, Neuron
from nn.training.snapshot import RunState


def specs_of(widths: tuple[int, ...], room: float = 520.0) -> tuple:
    return Folding().specs(make_snapshot(widths, with_map=False), room, False, None, 0.0)


@pytest.mark.parametrize("widths", [(2, 4, 8, 1), (2, 5, 2), (13, 20, 20, 3), (1, 1), (3, 2, 2, 2, 2, 2, 2, 2, 1)])
@pytest.mark.parametrize("size", [(420, 400), (728, 530), (1600, 900)])
def test_columns_stand_apart_and_within_the_scene(widths: tuple[int, ...], size: tuple[float, float]) -> None:
    placed = plan(specs_of(widths, size[1]), *size, Margins())
    for first, second in zip(placed.columns, placed.columns[1:], strict=False):
        assert second.x - second.size / 2 - (first.x + first.size / 2) >= 43.9
    for column in placed.columns:
        assert column.x - column.size / 2 >= 0 and column.x + column.size / 2 <= placed.width
        assert column.ys[0] - column.size / 2 >= 0 and column.ys[-1] + column.size / 2 <= placed.height
        if len(column.ys) > 1:
            needed = column.size if column.beside else column.size + 18
            assert np.diff(column.ys).min() >= needed
        if column.pill_y is not None:
            assert column.pill_y > column.ys[-1] + column.size / 2


def test_sizes_are_the_design_s() -> None:
    placed = plan(specs_of((2, 4, 8, 1), 528), 728, 528, Margins())
    assert [column.size for column in placed.columns] == [44, 44, 44, 64]
    assert placed.columns[1].pitch == 132
    assert placed.columns[2].pitch == 66


@pytest.mark.parametrize("height", [403, 440, 470, 500, 520, 560, 640, 1100])
def test_the_ring_of_a_selected_neuron_stays_clear_of_all_numbers(height: int) -> None:
    column = plan(specs_of((4, 8, 8, 3), height), 617, height, Margins()).columns[1]
    free = column.pitch - column.size
    digits = NUMBER[1] - NUMBER[0]
    own = column.number_top(selected=True) + NUMBER_PAD
    assert RING - 1 <= column.ring_reach <= own - 1.5  # a ring is seen, and its neuron's number stands below it
    assert column.ring_reach <= free - NUMBER[1] - 1.5  # the number of the neuron above ends before it
    assert own + digits <= free - 1.5  # and its own before the neuron below


def test_many_outputs_read_beside_few_below() -> None:
    assert not plan(specs_of((2, 3)), 728, 520, Margins()).columns[-1].beside
    assert plan(specs_of((2, 10)), 728, 520, Margins()).columns[-1].beside


def test_parameter_at_inverts_advance() -> None:
    for progress in np.linspace(0, 1, 11):
        assert advance(parameter_at(float(progress))) == pytest.approx(progress, abs=1e-5)


def test_folding_shows_the_strongest_and_counts_the_rest() -> None:
    snapshot = make_snapshot((3, 300, 2), with_map=False)
    spec = Folding().specs(snapshot, 520, False, None, 0.0)[1]
    assert spec.folded == 300 - len(spec.shown) > 0 and spec.pill
    power = np.abs(snapshot.architecture.layout.weights(snapshot.params, 2)).sum(axis=1)
    assert set(spec.shown) == set(np.argsort(-power)[: len(spec.shown)].tolist())
    assert len(spec.shown) <= capacity(Role.HIDDEN, 520)


def test_folding_is_steady_while_running_and_sorts_again_later() -> None:
    first = make_snapshot((3, 300, 2), with_map=False, state=RunState.RUNNING)
    other = with_params(first, first.params[::-1].copy())
    folding = Folding()
    before = folding.specs(first, 520, False, None, 100.0)[1].shown
    assert folding.specs(other, 520, False, None, 100.0 + RESORT_SECONDS / 2)[1].shown == before
    assert folding.specs(other, 520, False, None, 100.1 + RESORT_SECONDS)[1].shown != before


def test_a_selected_neuron_is_never_folded_away() -> None:
    snapshot = make_snapshot((3, 300, 2), with_map=False)
    weakest = int(np.abs(snapshot.architecture.layout.weights(snapshot.params, 2)).sum(axis=1).argmin())
    folding = Folding()
    assert weakest not in folding.specs(snapshot, 520, False, None, 0.0)[1].shown
    assert weakest in folding.specs(snapshot, 520, False, Neuron(1, weakest), 0.0)[1].shown


def test_unfolding_shows_more_and_makes_the_scene_taller() -> None:
    snapshot = make_snapshot((3, 30, 2), with_map=False)
    folding = Folding()
    folding.toggle(1)  # before the first snapshot: a new network starts folded
    assert folding.specs(snapshot, 520, False, None, 0.0)[1].folded > 0
    folding.toggle(1)
    specs = folding.specs(snapshot, 520, False, None, 0.0)
    assert specs[1].folded == 0 and specs[1].pill
    assert plan(specs, 728, 520, Margins()).height >= 30 * PITCH_MIN


def test_strongest_takes_the_lower_number_on_a_tie_and_survives_nan() -> None:
    assert strongest(np.array([1.0, 1.0, np.nan, 1.0]), 2) == (0, 1)
    assert strongest(np.array([3.0, 1.0, 2.0]), 2, pinned=(1,)) == (0, 1)


def test_edges_are_bounded_and_know_their_weights() -> None:
    specs = tuple(Spec(layer, Role.HIDDEN, tuple(range(180))) for layer in range(3))
    layout = Layout((180, 180, 180))
    params = np.random.default_rng(0).standard_normal(layout.size)
    edges = edges_of(plan(specs, 900, 700, Margins()), layout, params)
    assert edges.count == MOST
    number = 1234
    layer, source, target = int(edges.layer[number]), int(edges.source[number]), int(edges.target[number])
    assert edges.weights(params)[number] == layout.weights(params, layer)[source, target]
    assert edges.find(layer, source, target) == number
    assert edges.find(9, 0, 0) == -1


def test_widths_follow_the_design_s_power_law() -> None:
    widths = thickness(np.array([2.0, -1.0, 0.0]), 3)
    assert widths == pytest.approx([6.5, 0.9 + 5.6 * 0.5**0.8, 0.9])
    assert thickness(np.array([np.nan, 1.0]), 2)[1] == pytest.approx(6.5)
    assert thickness(np.zeros(2), 2) == pytest.approx([0.9, 0.9])


def test_pens_say_sign_choice_and_off() -> None:
    snapshot = make_snapshot((2, 2, 1), with_map=False)
    layout = snapshot.architecture.layout
    edges = edges_of(plan(specs_of((2, 2, 1)), 728, 520, Margins()), layout, snapshot.params)
    weights = edges.weights(snapshot.params)
    chosen, off = edges.touching(Neuron(1, 0)), edges.touching(Neuron(1, 1))
    strokes = Strokes(edges, weights, thickness(weights, edges.count), chosen, off)
    dashes, periods = strokes.dashes(np.arange(edges.count))
    assert ((dashes > 0)[~off] == (weights < 0)[~off]).all() and (periods[dashes > 0] > dashes[dashes > 0]).all()
    assert (strokes.kinds[off] == OFF).all() and off.sum() == 3 and (dashes[off] > 0).all()
    assert (strokes.kinds[chosen] == STRONG).all() and (strokes.kinds[~chosen & ~off] == NORMAL).all()
    bundles = replace(edges, index=np.full(edges.count, -1))
    plain = [strokes.plain_colours(np.flatnonzero(off)), Strokes(bundles, weights, strokes.widths, chosen, off).plain_colours(np.array([0]))]
    assert len({tuple(colour) for part in plain for colour in part.T.tolist()}) == 2  # what is off, and bundles


def test_every_edge_is_hit_on_its_curve_and_not_beside_it() -> None:
    layout = Layout((1, 1))
    placed = plan(specs_of((1, 1)), 728, 520, Margins())
    edges = edges_of(placed, layout, np.array([1.0, 0.0]))
    x = (edges.x0[0] + edges.x1[0]) / 2
    y = (edges.y0[0] + edges.y1[0]) / 2
    found = hit(placed, edges, np.array([6.5]), x, y)
    assert found == EdgeHit(1, 0, 0, 0)
    assert hit(placed, edges, np.array([6.5]), x, y + 30) is None


def test_steep_edges_are_hit_by_distance_not_by_height() -> None:
    layout = Layout((2, 3, 1))
    placed = plan(specs_of((2, 3, 1)), 300, 520, Margins())
    edges = edges_of(placed, layout, np.ones(layout.size))
    for number in range(edges.count):
        part = edges.path(number).pointAtPercent(0.5)
        others = hit(placed, edges, np.full(edges.count, 1.0), part.x() + 2, part.y())
        assert isinstance(others, EdgeHit)


def test_nodes_biases_and_the_folded_line_are_hit() -> None:
    snapshot = make_snapshot((2, 300, 1), with_map=False)
    placed = plan(specs_of((2, 300, 1)), 728, 520, Margins())
    edges = edges_of(placed, snapshot.architecture.layout, snapshot.params)
    widths = thickness(edges.weights(snapshot.params), edges.count)
    hidden = placed.columns[1]
    first = Neuron(1, hidden.spec.shown[0])
    assert hit(placed, edges, widths, hidden.x, hidden.ys[0]) == NeuronHit(first)
    assert hit(placed, edges, widths, hidden.x - hidden.size / 2, hidden.ys[0] + hidden.size / 2) == BiasHit(first)
    assert hidden.pill_y is not None
    assert hit(placed, edges, widths, hidden.x, hidden.pill_y) == PillHit(1)
    inputs = placed.columns[0]
    assert hit(placed, edges, widths, inputs.x - inputs.size / 2 + 2, inputs.ys[0] + inputs.size / 2 - 2) == NeuronHit(Neuron(0, 0))


def test_edges_look_different_when_a_width_changed_visibly_or_a_sign_or_what_is_off() -> None:
    placed = plan(specs_of((2, 8, 1)), 728, 520, Margins())
    edges = edges_of(placed, Layout((2, 8, 1)), make_params((2, 8, 1)))
    weights = edges.weights(make_params((2, 8, 1)))
    none, chosen = edges.touching(None), edges.touching(Neuron(1, 1))

    def look(weights: np.ndarray, strong: np.ndarray = none, off: np.ndarray = none) -> bytes:
        return Strokes(edges, weights, thickness(weights, edges.count), strong, off).look()

    assert look(weights * (1 + 1e-9)) == look(weights)
    flipped, grown = weights.copy(), weights.copy()
    flipped[3], grown[3] = -flipped[3], 2 * np.abs(weights).max()
    for other in (look(flipped), look(grown), look(weights, chosen), look(weights, none, chosen)):
        assert other != look(weights)


def test_zoom_keeps_the_point_under_the_pointer_and_fit_shows_all() -> None:
    view = Viewport()
    view.set_area(0, 55, 700, 500)
    view.set_scene(1400, 600)
    assert view.k == 0.5
    before = view.to_scene(300, 200)
    view.zoom_at(300, 200, 2.0)
    assert view.to_scene(300, 200) == pytest.approx(before)
    assert not view.fitted
    view.pan_by(1e9, 0)
    left, right = view.to_widget(0, 0)[0], view.to_widget(1400, 0)[0]
    assert left < 700 + 350 and right > 0
    view.fit()
    assert view.fitted and view.to_widget(0, 0)[0] == pytest.approx(0)


def test_arrows_walk_between_shown_neurons() -> None:
    placed = plan(specs_of((2, 4, 1)), 728, 520, Margins())
    assert moved(placed, None, 1, 0) == Neuron(1, 0)
    assert moved(placed, Neuron(1, 0), 0, 1) == Neuron(1, 1)
    assert moved(placed, Neuron(1, 3), 0, 1) == Neuron(1, 3)
    assert moved(placed, Neuron(1, 3), 1, 0) == Neuron(2, 0)
    assert moved(placed, Neuron(2, 0), 1, 0) == Neuron(2, 0)
    assert moved(placed, Neuron(1, 0), -1, 0) == Neuron(0, 0)


def test_variable_names_get_real_subscripts() -> None:
    assert [pretty(name) for name in ("x1", "x1^2", "x1x2", "sin(x2)", "petal length", "od280")] == [
        "x₁", "x₁²", "x₁x₂", "sin(x₂)", "petal length", "od280",
    ]  # fmt: skip
