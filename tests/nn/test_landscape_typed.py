"""Typed functions of two parameters: on grids what the graph gives for single numbers."""

from __future__ import annotations

import numpy as np
import pytest

from nn.graph.evaluate import evaluate
from nn.graph.graph import GraphError
from nn.graph.parse import parse
from nn.landscape import surface
from nn.landscape.descent import Race, Runner
from nn.landscape.function import PRESETS, Preset
from nn.landscape.objective import FunctionObjective
from nn.landscape.typed import formula_of

PLACES = np.random.default_rng(0).uniform(0.2, 1.3, (2, 6))


@pytest.mark.parametrize(
    "text",
    [
        "(1-a)^2 + 100*(b-a^2)^2",
        "J = exp(-a*b) + log(a + b) - log10(a*b + 1)/sqrt(b)",
        "sin(a)*cos(b) - tan(a/b) + tanh(a - 2b)",
        "sigmoid(3a) * relu(a - b) + max(a, 2*b) - min(a*a, b) + abs(b - 0.5)",
        "a^b + b^a - 2^(a*b)",
        "z = w*x + 2; p = sigmoid(z); -log(p)*x",
        "c = 3; y = 1; d = c*a - y; d^2/2 + b",
    ],
)
def test_a_typed_function_is_the_graph_at_every_place(text: str) -> None:
    function, graph = formula_of(text), parse(text)
    values = function.value(*PLACES)
    slopes = np.stack(function.gradient(*PLACES))
    for place, value, slope in zip(PLACES.T, values, slopes.T, strict=True):
        found = evaluate(graph, dict(zip(function.axes, place, strict=True)))
        assert value == pytest.approx(found.values[graph.output], rel=1e-13)
        assert slope == pytest.approx([found.totals[name] for name in function.axes], rel=1e-12, abs=1e-14)


def test_rosenbrock_can_be_typed_and_run_down() -> None:
    typed, preset = formula_of("(1-a)^2 + 100*(b-a^2)^2", extent=(-2.0, 2.0, -1.0, 3.0), start=(-1.2, 1.0), rate=0.001), PRESETS[Preset.ROSENBROCK]
    assert surface.of_function(typed, resolution=20).costs == pytest.approx(surface.of_function(preset, resolution=20).costs)
    assert typed.axes == ("a", "b")
    assert "a" in typed.latex
    assert typed.latex.count("{2}") == 3
    paths = []
    for function in (typed, preset):
        race = Race(FunctionObjective(function), [Runner(learning_rate=function.rate)], function.start)
        race.advance(50)
        paths.append(race.paths[0].positions)
    assert paths[0] == pytest.approx(paths[1])


def test_places_without_a_value_have_none_and_kinks_have_the_graphs_slope() -> None:
    function = formula_of("sqrt(a) + b/(a - 1)")
    with np.errstate(all="raise"):
        found = function.value(np.array([-1.0, 1.0, 4.0]), np.array([1.0, 1.0, 3.0]))
    assert np.isnan(found[0])
    assert np.isinf(found[1])
    assert found[2] == 3.0
    kinks = formula_of("relu(a) + abs(b) + max(a, b)")
    assert [float(slope[0]) for slope in kinks.gradient(np.zeros(1), np.zeros(1))] == [0.5, 0.5]
    still = formula_of("sqrt(a^2) + b")
    assert float(still.gradient(np.zeros(1), np.zeros(1))[0][0]) == 0.0


def test_a_variable_that_has_gone_leaves_a_slope_of_0() -> None:
    function = formula_of("0*a + b")
    assert [slope.tolist() for slope in function.gradient(np.ones(2), np.ones(2))] == [[0.0, 0.0], [1.0, 1.0]]


@pytest.mark.parametrize(("text", "count", "start"), [("a^2", "1 (a)", 0), ("c + b + a", "3 (a, b, c)", 8), ("w = 3; w*x", "1 (x)", 0)])
def test_two_variables_must_be_free(text: str, count: str, start: int) -> None:
    with pytest.raises(GraphError) as caught:
        formula_of(text)
    assert count in str(caught.value)
    assert caught.value.place is not None
    assert caught.value.place.start == start


@pytest.mark.parametrize("text", ["x/0 + y", "x*y/(2 - 2)", "1e308*x*y*1e10", "log(-x^2) + y"])
def test_a_function_without_a_value_anywhere_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(GraphError) as caught:
        formula_of(text)
    assert caught.value.place is not None


def test_a_division_by_0_is_told_with_its_place_on_the_map_and_in_the_text() -> None:
    with pytest.raises(GraphError) as caught:
        formula_of("x*y/(2 - 2)")
    assert str(caught.value).startswith("At (x, y) = (-2, 2) there is a division by 0 in “x·y/(2 − 2)”. ")
    race = Race(FunctionObjective(formula_of("1/(x - y) + y^2")), [Runner(learning_rate=0.1)], (1.0, 1.0))
    ended = race.paths[0].diverged
    assert ended is not None
    assert str(ended) == "The path of sgd can't begin. At (x, y) = (1, 1) there is a division by 0 in “1/(x − y)”. Move the start."
    steep = Race(FunctionObjective(formula_of("sqrt(x) + y^2")), [Runner(learning_rate=1.0)], (0.01, 0.0))
    steep.advance()
    ended = steep.paths[0].diverged
    assert ended is not None
    assert "ended at step 1. At (x, y) = (-4.99, 0) there is the square root of -4.99 in “√(x)”." in str(ended)


@pytest.mark.parametrize("text", ["log(x) + y", "1/(x + 2) + y", "sqrt(x - 1) * y"])
def test_a_path_starts_where_there_is_a_value(text: str) -> None:
    function = formula_of(text)
    assert function.start != (-2.0, 2.0)
    place = np.array(function.start)[:, np.newaxis]
    assert np.isfinite(function.value(*place)).all()
    assert np.isfinite(np.array(function.gradient(*place))).all()


def test_what_cant_be_understood_says_where() -> None:
    with pytest.raises(GraphError) as caught:
        formula_of("(a + b")
    assert caught.value.place is not None


def test_a_formula_too_long_to_read_has_no_latex() -> None:
    assert formula_of("+".join(f"a^{k}*b" for k in range(2, 50))).latex == ""
