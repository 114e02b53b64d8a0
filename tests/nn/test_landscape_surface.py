"""Surfaces, their bands, their contours and their extent; the built-in functions."""

from __future__ import annotations

import numpy as np
import pytest

from nn.errors import SettingsError
from nn.landscape import curve, surface
from nn.landscape.contours import contours
from nn.landscape.curve import CurveSettings
from nn.landscape.function import PRESETS, Formula, Preset


@pytest.mark.parametrize("preset", list(Preset))
def test_a_presets_gradient_is_that_of_the_complex_step_and_its_minima_are_minima(preset: Preset) -> None:
    function = PRESETS[preset]
    w0, w1 = np.random.default_rng(0).uniform(-2.0, 2.0, (2, 20))
    along0, along1 = function.gradient(w0, w1)
    assert along0 == pytest.approx(function.value(w0 + 1e-30j, w1 + 0j).imag / 1e-30, rel=1e-13)
    assert along1 == pytest.approx(function.value(w0 + 0j, w1 + 1e-30j).imag / 1e-30, rel=1e-13)
    assert function.minima
    for a, b in function.minima:
        place = np.array([a]), np.array([b])
        assert np.concatenate(function.gradient(*place)) == pytest.approx([0.0, 0.0], abs=1e-12)
        around = function.value(a + 0.01 * np.cos(np.arange(8)), b + 0.01 * np.sin(np.arange(8)))
        assert (around > function.value(*place)).all()
        assert function.extent[0] < a < function.extent[1]
        assert function.extent[2] < b < function.extent[3]


def test_a_formula_is_sympys() -> None:
    import sympy

    a, b = sympy.symbols("a b")
    for function in PRESETS.values():
        formula = function.function(a, b)
        slopes = function.slopes(a, b)
        for symbol, slope in zip((a, b), slopes, strict=True):
            assert sympy.simplify(sympy.nsimplify(sympy.expand(sympy.diff(formula, symbol) - slope))) == 0


def test_a_formula_spreads_a_constant_and_keeps_what_has_no_value() -> None:
    flat = Formula("flat", "2", lambda _a, _b: 2, lambda _a, _b: (0, 0))
    drawn = surface.of_function(flat, resolution=5)
    assert (drawn.costs == 2.0).all()
    assert drawn.levels.size == 0
    holes = surface.of_function(Formula("log", "", lambda a, b: np.log(a) + b, lambda a, b: (1 / a, 1.0 + 0 * b)), (-1.0, 1.0, 0.0, 1.0), 5)
    assert np.isnan(holes.costs[:, :2]).all()
    assert np.isinf(holes.costs[:, 2]).all()
    assert holes.range == pytest.approx((np.log(0.5), 1.0))
    assert holes.lowest == (0.5, 0.0)
    assert np.isfinite(holes.levels).all()


def test_the_fits_surface_equals_the_cost_at_every_place() -> None:
    data = curve.make(CurveSettings(samples=500))
    drawn = surface.of_curve(data.x, data.y, curve.EXTENT, 23)
    assert drawn.extent == curve.EXTENT
    direct = [[curve.cost(data.x, data.y, (a, b)) for a in drawn.xs] for b in drawn.ys]
    assert drawn.costs == pytest.approx(np.array(direct), rel=1e-12)


def test_the_fits_surface_is_never_below_0_and_exact_at_the_truth() -> None:
    data = curve.make(CurveSettings(noise=0.0, samples=300))
    costs = surface.grid_costs(data.x, data.y, np.array([3.0]), np.array([0.5]))
    assert 0.0 <= costs[0, 0] < 1e-28
    far = surface.grid_costs(data.x, data.y, np.array([1.0]), np.array([1e200]))
    assert far[0, 0] == pytest.approx(0.5 * np.mean(data.y**2))


def test_a_million_pairs_are_sampled_alike_each_time() -> None:
    data = curve.make(CurveSettings(samples=20_000))
    x, y = surface.sample(data, 1000)
    assert len(set(x.tolist())) == 1000
    assert np.array_equal(x, surface.sample(data, 1000)[0])
    assert set(zip(x.tolist(), y.tolist(), strict=True)) <= set(zip(data.x.tolist(), data.y.tolist(), strict=True))
    assert surface.sample(data, 20_000)[0] is data.x


def test_levels_are_finer_near_the_minimum() -> None:
    drawn = surface.of_function(PRESETS[Preset.ROSENBROCK])
    low, high = drawn.range
    assert len(drawn.levels) == surface.BANDS
    assert low < drawn.levels[0] < drawn.levels[-1] < high
    steps = (drawn.levels[1:] - low) / (drawn.levels[:-1] - low)
    assert steps == pytest.approx(steps[0])
    assert steps[0] > 1.1
    below_zero = surface.of_function(PRESETS[Preset.SADDLE])
    assert below_zero.range[0] < below_zero.levels[0] < 0.0


def test_the_extent_grows_to_hold_paths_but_not_wild_ones() -> None:
    assert surface.holding(curve.EXTENT) == curve.EXTENT
    inside = np.array([[0.0, 0.0], [5.9, 2.9]])
    assert surface.holding(curve.EXTENT, inside) == curve.EXTENT
    above = np.array([[-2.0, 2.0], [0.5, 3.8]])
    assert surface.holding(curve.EXTENT, inside, above) == pytest.approx((-3.0, 6.0, -2.0, 4.05))
    wild = np.array([[-2.0, 2.0], [1e6, 0.0], [np.nan, 0.0]])
    assert surface.holding(curve.EXTENT, above, wild) == pytest.approx((-3.0, 6.0, -2.0, 4.05))


def test_heights_lie_on_the_surface() -> None:
    tilted = surface.of_function(Formula("tilted", "", lambda a, b: 3.0 * a - 2.0 * b, lambda a, b: (3.0, -2.0)), (0.0, 4.0, -1.0, 1.0), 9)
    points = np.array([[0.1, 0.3], [4.0, 1.0], [0.0, -1.0], [2.77, -0.6]])
    assert tilted.heights(points) == pytest.approx(3.0 * points[:, 0] - 2.0 * points[:, 1])
    assert np.isnan(tilted.heights(np.array([[4.1, 0.0], [1.0, -1.2]]))).all()


def test_contours_of_a_bowl_are_circles() -> None:
    bowl = surface.of_function(Formula("bowl", "", lambda a, b: a * a + b * b, lambda a, b: (2 * a, 2 * b)), (-2.0, 2.0, -2.0, 2.0), 101)
    for contour in contours(bowl, (0.25, 1.0, 2.25)):
        radius = np.sqrt(contour.level)
        assert np.linalg.norm(contour.segments, axis=-1) == pytest.approx(radius, rel=2e-3)
        length = np.linalg.norm(contour.segments[:, 1] - contour.segments[:, 0], axis=-1).sum()
        assert length == pytest.approx(2.0 * np.pi * radius, rel=2e-3)
    assert [contour.level for contour in contours(bowl)] == bowl.levels.tolist()


def test_contours_end_only_at_the_edge_or_where_there_is_no_cost() -> None:
    drawn = surface.of_function(PRESETS[Preset.HIMMELBLAU], resolution=60)
    for contour in contours(drawn):
        ends, counts = np.unique(np.round(contour.segments.reshape(-1, 2), 9), axis=0, return_counts=True)
        loose = ends[counts % 2 == 1]
        assert (np.abs(np.abs(loose) - 5.0).min(axis=1) < 1e-6).all()
    costs = drawn.costs.copy()
    costs[20:30, 20:30] = np.nan
    holed = surface.made_of(drawn.xs, drawn.ys, costs)
    for contour in contours(holed, drawn.levels):
        assert np.isfinite(contour.segments).all()
        inside = (contour.segments > holed.xs[19]) & (contour.segments < holed.xs[30])
        assert not inside.all(axis=(1, 2)).any()


@pytest.mark.parametrize("above", [True, False])
def test_a_saddle_cell_has_the_two_lines_that_its_middle_wants(above: bool) -> None:
    high = 3.0 if above else 1.5
    cell = surface.made_of(np.array([0.0, 1.0]), np.array([0.0, 1.0]), np.array([[high, 0.0], [0.0, high]]))
    (contour,) = contours(cell, (1.0,))
    assert len(contour.segments) == 2
    middles = contour.segments.mean(axis=1)
    # Where the middle is above the level, the low corners (1, 0) and (0, 1) are cut off, else the high ones (0, 0) and (1, 1).
    low = np.array([[1.0, 0.0], [0.0, 1.0]]) if above else np.array([[0.0, 0.0], [1.0, 1.0]])
    assert all(np.linalg.norm(middles - corner, axis=1).min() < 0.6 for corner in low)
    assert np.abs(middles.sum(axis=1) - 1.0).max() < 1e-9 if above else np.abs(middles[:, 0] - middles[:, 1]).max() < 1e-9


@pytest.mark.parametrize("extent", [(1.0, 1.0, 0.0, 1.0), (0.0, 1.0, 2.0, 1.0), (0.0, np.inf, 0.0, 1.0), (0.0, np.nan, 0.0, 1.0)])
def test_an_extent_that_is_none_is_refused(extent: tuple[float, float, float, float]) -> None:
    with pytest.raises(SettingsError, match=r"landscape\.extent"):
        surface.of_function(PRESETS[Preset.VALLEY], extent)


def test_a_resolution_that_cant_be_drawn_is_refused() -> None:
    with pytest.raises(SettingsError, match="from 2 to 2000"):
        surface.of_function(PRESETS[Preset.VALLEY], resolution=1)
