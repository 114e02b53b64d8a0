"""Values and derivatives of graphs: the chain rule, SymPy and the complex step agree."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nn.graph import checks, words
from nn.graph.evaluate import Evaluation, evaluate, term_value
from nn.graph.graph import Graph, GraphError
from nn.graph.parse import parse
from nn.graph.presets import BY_KEY
from nn.graph.slopes import slope_term
from nn.graph.term import Op, Operation, Term

STEP = 1e-40  # of the complex step: no cancellation, however small


def test_the_labs_numbers() -> None:
    found = evaluate(parse("J = (w*x + b - y)**2 / 2"), {"x": 2, "w": -2, "b": 8, "y": 1})
    assert found.values == {"w": -2, "x": 2, "b": 8, "y": 1, "c": -4, "a": 4, "d": 3, "J": 4.5}
    assert found.totals == {"w": 6, "x": -6, "b": 3, "y": -3, "c": 3, "a": 3, "d": 3, "J": 1}
    assert found.locals["d", "J"] == 3
    assert found.locals["y", "d"] == -1


def test_several_ways_are_added_up() -> None:
    found = evaluate(parse("J = w*x + w^2 + w"), {"w": 3, "x": 5})
    assert found.totals["w"] == 5 + 6 + 1
    assert evaluate(parse("J = w*w*w"), {"w": 2}).totals["w"] == 12


def test_mazurs_network_has_mazurs_numbers() -> None:
    task = BY_KEY["mazur"].task
    found = evaluate(parse(task.expression), task.values)
    assert found.values["E"] == pytest.approx(0.298371109, abs=1e-9)
    assert found.totals["w5"] == pytest.approx(0.082167041, abs=1e-9)
    assert found.totals["w1"] == pytest.approx(0.000438568, abs=1e-9)
    assert found.totals["h1"] == pytest.approx(0.036350306, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "values", "node", "part"),
    [
        ("J = 1/(w - 3)", {"w": 3}, "J", "division by 0"),
        ("J = 2*log(w - 3)", {"w": 1}, "J", "logarithm of -2"),
        ("p = w - 1; q = sqrt(p); J = q^2", {"w": 0}, "q", "square root of -1"),
        ("J = (w - 3)^-1", {"w": 3}, "J", "0 is raised to -1"),
        ("J = (w - 3)^0.5", {"w": 1}, "J", "no real result"),
        ("J = exp(exp(w))", {"w": 10}, "J", "too large"),
        ("J = sqrt(w)", {"w": 0}, "J", "no derivative by w"),
        ("J = w^2", {}, "w", "w has no value"),
        ("J = wx^2", {"wx": float("inf")}, "wx", "finite"),
        ("J = w^2", {"w": 1, "v": 2}, "v", "no variable v"),
        ("J = (2*w)^2", {"w": 1, "c": 2}, "c", "calculated"),
    ],
)
def test_numbers_that_can_not_be_used_name_their_node(text: str, values: dict[str, float], node: str, part: str) -> None:
    with pytest.raises(GraphError, match=part) as found:
        evaluate(parse(text), values)
    assert found.value.node == node


@pytest.mark.parametrize(
    ("text", "slope"), [("relu(w)", 0.0), ("abs(w)", 0.0), ("max(w, 0)", 0.5), ("max(0, w)", 0.5), ("min(w, 2*w)", 1.5), ("abs(w)*w", 0.0)]
)
def test_the_derivatives_at_kinks_are_the_documented_ones(text: str, slope: float) -> None:
    found = evaluate(parse(text), {"w": 0})
    assert found.totals["w"] == slope
    assert checks.symbolic(found, "J", "w").value == slope


# Random expressions

_LEAVES = st.sampled_from(["w", "x", "y", "2", "0.5", "3", "w", "x"])


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({parts[0]} {parts[1]} {parts[2]})")
    power = st.tuples(inner, st.sampled_from(["2", "3", "-1"])).map(lambda parts: f"({parts[0]})^{parts[1]}")
    one = st.tuples(st.sampled_from(["exp", "log", "sin", "cos", "tanh", "sigmoid", "-"]), inner).map(lambda parts: f"{parts[0]}({parts[1]})")
    larger = st.tuples(inner, inner).map(lambda parts: f"max({parts[0]}, {parts[1]})")
    return st.one_of(two, two, one, power, larger)


EXPRESSIONS = st.recursive(_LEAVES, _joined, max_leaves=8)
VALUES = st.fixed_dictionaries({name: st.floats(-3, 3).map(lambda value: round(value, 3)) for name in "wxy"})


def evaluated(text: str, values: dict[str, float]) -> Evaluation:
    """The expression's numbers, if it is one that can be calculated with, away from its kinks."""
    try:
        graph = parse(f"J = {text} + 0*w")
        found = evaluate(graph, {name: values[name] for name in graph.leaves})
    except GraphError:
        assume(False)
        raise
    assume(max(abs(value) for value in (*found.values.values(), *found.locals.values())) < 1e4)
    assume(not any(_at_kink(node.formula, found) for node in graph.nodes if node.formula))
    return found


def _at_kink(term: Term, found: Evaluation) -> bool:
    if not isinstance(term, Operation):
        return False
    if term.op is Op.MAXIMUM and abs(term_value(term.operands[0], found.values) - term_value(term.operands[1], found.values)) < 1e-9:
        return True
    return any(_at_kink(operand, found) for operand in term.operands)


def scale_of(found: Evaluation, name: str) -> float:
    """The size of what is added up along all ways, which rounding is to be measured by."""
    sizes = dict.fromkeys(found.values, 0.0) | {found.graph.output: 1.0}
    for edge in reversed(found.graph.edges):
        sizes[edge.source] += abs(found.locals[edge.source, edge.target]) * sizes[edge.target]
    return max(1.0, sizes[name])


def complex_step(graph: Graph, values: dict[str, float], name: str) -> float:
    found = {leaf: complex(values[leaf], STEP * (leaf == name)) for leaf in graph.leaves}
    for node in graph.nodes:
        if node.formula is not None:
            found[node.name] = complex(term_value(node.formula, found))
    return float(found[graph.output].imag / STEP)


@settings(max_examples=120, deadline=None)
@given(EXPRESSIONS, VALUES)
def test_the_chain_rule_is_the_complex_step(text: str, values: dict[str, float]) -> None:
    found = evaluated(text, values)
    for name in found.graph.leaves:
        assert abs(found.totals[name] - complex_step(found.graph, values, name)) <= 1e-10 * scale_of(found, name)


@settings(max_examples=40, deadline=None)
@given(EXPRESSIONS, VALUES)
def test_the_chain_rule_is_sympys(text: str, values: dict[str, float]) -> None:
    found = evaluated(text, values)
    for name in found.graph.leaves:
        assert abs(found.totals[name] - checks.symbolic(found, "J", name).value) <= 1e-10 * scale_of(found, name)


@settings(max_examples=120, deadline=None)
@given(EXPRESSIONS, VALUES)
def test_every_local_derivative_has_a_formula_of_its_value(text: str, values: dict[str, float]) -> None:
    found = evaluated(text, values)
    for source, target, _ in found.graph.edges:
        slope = float(term_value(slope_term(found.graph.by_name[target], source, found.values), found.values))
        assert math.isclose(slope, found.locals[source, target], rel_tol=1e-9, abs_tol=1e-9 * max(1.0, abs(found.values[target])))


@pytest.mark.parametrize("op", ["exp", "log", "ln", "log10", "sqrt", "sin", "cos", "tan", "tanh", "sigmoid", "relu", "abs"])
def test_the_rules_and_the_formulas_are_sympys(op: str) -> None:
    found = evaluate(parse(f"J = 2*{op}(w)/3 - 1"), {"w": 0.7})
    symbolic = checks.symbolic(found, "J", "w", local=True).value
    assert found.locals["w", "J"] == pytest.approx(symbolic, rel=1e-14)
    slope = slope_term(found.graph.by_name["J"], "w", found.values)
    assert float(term_value(slope, found.values)) == pytest.approx(symbolic, rel=1e-14)


@pytest.mark.parametrize(
    ("text", "node", "by", "formula"),
    [
        ("J = d**2/2", "J", "d", "d"),
        ("J = a**2", "J", "a", "2·a"),
        ("J = a^3/3", "J", "a", "a²"),
        ("s = sigmoid(z); J = s^2", "s", "z", "s·(1 − s)"),
        ("h = tanh(z); J = h^2", "h", "z", "1 − h²"),
        ("g = exp(z); J = g^2", "g", "z", "g"),
        ("J = log(p)", "J", "p", "1/p"),
        ("J = 1/g", "J", "g", "−1/g²"),
        ("J = w*x", "J", "w", "x"),
        ("J = w^x", "J", "x", "J·ln(w)"),
        ("J = 2*w^3/3", "J", "w", "2·w²"),
        ("J = 5 - w", "J", "w", "−1"),
        ("J = cos(w)", "J", "w", "−sin(w)"),
    ],
)
def test_local_derivatives_are_written_as_they_are_taught(text: str, node: str, by: str, formula: str) -> None:
    graph = parse(text)
    values = evaluate(graph, dict.fromkeys(graph.leaves, 0.75)).values
    assert words.plain_text(words.slope_of(graph.by_name[node], by, values)) == formula
