"""Expressions become graphs that are split as by hand; whatever can't be read says where and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.graph.evaluate import evaluate
from nn.graph.graph import Graph, GraphError
from nn.graph.parse import parse
from nn.graph.term import typed


def formulas(graph: Graph) -> dict[str, str]:
    return {node.name: typed(node.formula) for node in graph.nodes if node.formula is not None}


def value(text: str, **values: float) -> float:
    graph = parse(text)
    return evaluate(graph, values).values[graph.output]


def test_the_labs_graphs_are_split_and_named_as_in_the_lab() -> None:
    assert formulas(parse("J = (2 + 3*w)**2")) == {"a": "2 + 3*w", "J": "a**2"}
    graph = parse("J = (w*x + b - y)**2 / 2")
    assert formulas(graph) == {"c": "w*x", "a": "c + b", "d": "a - y", "J": "d**2/2"}
    assert graph.leaves == ("w", "x", "b", "y")
    assert [(edge.source, edge.target, edge.place) for edge in graph.edges] == [
        *(("w", "c", 0), ("x", "c", 1), ("c", "a", 0), ("b", "a", 1)),
        *(("a", "d", 0), ("y", "d", 1), ("d", "J", 0)),
    ]


def test_the_cross_entropy_and_a_sigmoid_neuron() -> None:
    entropy = formulas(parse("E = -(y*log(p) + (1-y)*log(1-p))"))
    assert list(entropy.values()) == ["log(p)", "y*l1", "1 - y", "1 - p", "log(d2)", "d1*l2", "c1 + c2", "-a"]
    neuron = formulas(parse("a = sigmoid(w1*x1 + w2*x2 + b)"))
    assert neuron == {"c1": "w1*x1", "c2": "w2*x2", "a1": "c1 + c2", "a2": "a1 + b", "a": "sigmoid(a2)"}


def test_statements_name_their_nodes_and_may_give_numbers() -> None:
    graph = parse("net = w*x + b; out = sigmoid(net)\n\nE = (t - out)^2 / 2; w = 0,5;")
    assert formulas(graph) == {"c": "w*x", "net": "c + b", "out": "sigmoid(net)", "d": "t - out", "E": "d**2/2"}
    assert graph.given == {"w": 0.5}
    assert graph.leaves == ("w", "x", "b", "t")


def test_a_subexpression_that_stands_twice_is_one_node_with_two_users() -> None:
    graph = parse("J = (w*x + 1)^2 + exp(x*w)")
    assert formulas(graph) == {"c": "w*x", "a": "c + 1", "q": "a**2", "g": "exp(c)", "J": "q + g"}
    assert graph.users["c"] == ("a", "g")
    assert formulas(parse("w*w + 3*w*w")) == {"c1": "w*w", "c2": "3*w", "c3": "c2*w", "J": "c1 + c3"}
    assert [edge.place for edge in parse("J = w*w").edges] == [0]


def test_a_shared_inner_part_and_a_named_one_are_nodes_of_their_own() -> None:
    assert formulas(parse("(2*w + 1) * (2*w + 3)")) == {"c": "2*w", "a1": "c + 1", "a2": "c + 3", "J": "a1*a2"}
    assert formulas(parse("s = 2*w; J = s + 1")) == {"s": "2*w", "J": "s + 1"}


def test_many_constants_go_on_in_the_next_node() -> None:
    found = formulas(parse("J = ((((((w + 1)*2 + 3)*4 + 5)*6 + 7)*8 + 9)*10 + 11)"))
    assert len(found) == 3
    assert value("J = ((((((w + 1)*2 + 3)*4 + 5)*6 + 7)*8 + 9)*10 + 11)", w=1) == (((((2 * 2 + 3) * 4 + 5) * 6 + 7) * 8 + 9) * 10) + 11


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2w", 6),
        ("2w^2", 18),
        ("-w^2", -9),
        ("2^-w", 0.125),
        ("2^3^2 + 0*w", 512),
        ("w − 5 × 2 ÷ 4", 0.5),
        ("½w", 1.5),
        ("w² + w³ + w⁻¹", 9 + 27 + 1 / 3),
        ("0,5*w + 1,25", 2.75),
        ("3(w + 1)(w − 1)", 24),
        ("2 sin(0*w) + w", 3),
        ("1/2w", 1.5),
        ("--w*2", 6),
        ("+w - -w", 6),
        ("max(0,w)", 3),
        ("max(0,5, w)", 3),
        ("max(9,5,2,5) + 0*w", 9.5),
        ("max(1, min(w, 2))", 2),
        ("abs(-w)*relu(w) - relu(-w)", 9),
        ("log10(100w/3)", 2),
        ("ln(e^w) + log(exp(w))", 6),
        ("sqrt(w*3)*cos(pi)", -3),
        ("tanh(w)/tanh(w) + tan(0*w)", 1),
        ("σ(w - 3)", 0.5),
        ("SIGMOID(w - 3)", 0.5),
        ("1e-3*w + .5 + 2.", 2.503),
        ("(w\n + 1)", 4),
    ],
)
def test_what_can_be_written(text: str, expected: float) -> None:
    assert value(text, w=3) == pytest.approx(expected, rel=1e-14)


def test_names_may_have_digits_underscores_and_greek_letters() -> None:
    assert parse("J = w₁·x_2 + θ*λ_max + net_h1").leaves == ("w1", "x_2", "θ", "λ_max", "net_h1")
    assert parse("e = y - p; J = e^2").leaves == ("y", "p")


def test_the_typed_form_of_every_formula_reads_back_as_itself() -> None:
    for text in ("J = (2 - (3 - w))/(w/(x*2))", "J = -(-w)^2 + (-x)^2", "J = (w^x)^2 + w^x^2", "J = 2^-w", "J = max(w, -1)*0.5"):
        graph = parse(text)
        again = parse("; ".join(f"{name} = {formula}" for name, formula in formulas(graph).items()))
        values = {"w": 1.25, "x": -0.5} if "x" in graph.leaves else {"w": 1.25}
        assert evaluate(again, values).values == evaluate(graph, values).values


# What can't be read


@pytest.mark.parametrize(
    ("text", "line", "column", "part"),
    [
        ("", 1, 1, "no expression"),
        (" \n ; ", 1, 2, "no expression"),
        ("w = 3", 1, 1, "no expression"),
        ("2 + 3", 1, 3, "no variable"),
        ("J = w", 1, 1, "only another name for w"),
        ("w", 1, 1, "w alone is no calculation"),
        ("J = foo(w)", 1, 5, "no function foo"),
        ("J = sigmoud(w)", 1, 5, "nearest one is sigmoid"),
        ("J = w(3 + x)", 1, 5, "multiply with w*(…)"),
        ("J = (2 + 3*w", 1, 5, "never closed"),
        ("J = 2 + 3*w)", 1, 12, "closes nothing"),
        ("J = w**", 1, 8, "missing after “**”"),
        ("J = 2 + * w", 1, 9, "missing before “*”"),
        ("J = w + ()", 1, 10, "nothing in these brackets"),
        ("J = w 3", 1, 7, "sign is missing between “w” and “3”"),
        ("hello world", 1, 7, "sign is missing"),
        ("J = w^2 = 3", 1, 9, "one = in a statement"),
        ("2 = w", 1, 1, "single name stands before ="),
        ("J = w^2\nJ = 3*w", 2, 1, "value twice"),
        ("J = J + w", 1, 5, "before it has a value"),
        ("a = b^2; b = 2*w; J = a", 1, 5, "before it has a value"),
        ("a = w^2; J = x^2", 1, 6, "doesn't go into the last statement"),
        ("exp = w^2", 1, 1, "exp is a function"),
        ("J = sin w", 1, 5, "write sin(…)"),
        ("J = [w]", 1, 5, "round brackets"),
        ("J = |w|", 1, 5, "abs(…)"),
        ("J = w$2", 1, 6, "“$” has no meaning"),
        ("J = w\x00", 1, 6, "U+0000"),
        ("J = 1e999*w", 1, 5, "too large"),
        ("J = 1/0 + w", 1, 6, "no result"),
        ("J = log(0)*w", 1, 5, "no result"),
        ("J = w, 3", 1, 6, "comma parts nothing"),
        ("J = max(w)", 1, 5, "two values"),
        ("J = max(1, 2, w)", 1, 5, "two values"),
        ("J = max(0,5,3)*w", 1, 10, "decimal comma"),
        ("J = " + "a" * 31 + "^2", 1, 5, "31 letters"),
        ("(" * 51 + "w" + ")" * 51, 1, 51, "more than 50"),
        ("w^" * 51 + "w", 1, 102, "more than 50"),
        ("+".join(f"w{k}" for k in range(502)), 1, 2395, "more than 500 operations"),
        ("x" * 100_000, 1, 10_001, "100000 characters"),
        ("J = w^2; import os", 1, 17, "sign is missing"),
        ("__import__('os')", 1, 12, "no meaning"),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, line: int, column: int, part: str) -> None:
    with pytest.raises(GraphError) as found:
        parse(text)
    place = found.value.place
    assert place is not None
    assert (place.line, place.column) == (line, column)
    assert part in str(found.value)
    assert str(found.value).endswith((".", "abs."))


@pytest.mark.parametrize("text", ["-" * 9000 + "w + 1", "+".join(["w"] * 400), "(" * 50 + "w*w" + ")" * 50, "w*" * 499 + "x"])
def test_long_expressions_need_no_deep_recursion(text: str) -> None:
    graph = parse(text)
    assert evaluate(graph, dict.fromkeys(graph.leaves, 1.0)).values[graph.output] != 0


@settings(max_examples=250, deadline=None)
@given(st.text(alphabet="wxy12.,;()+-*/^=² eπmax sqrtσ\n½", max_size=40))
def test_whatever_is_typed_is_a_graph_or_an_error_with_a_place_in_the_text(text: str) -> None:
    check_parse(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_so_is_any_text_at_all(text: str) -> None:
    check_parse(text)


def check_parse(text: str) -> None:
    try:
        graph = parse(text)
    except GraphError as error:
        assert error.place is not None
        assert 0 <= error.place.start <= len(text) + text.count("\r")
        assert error.place.line >= 1
        assert error.place.column >= 1
        return
    assert graph.leaves
    names = [node.name for node in graph.nodes]
    assert len(names) == len(set(names))
    seen: set[str] = set()
    for node in graph.nodes:
        assert seen.issuperset(node.operands)
        seen.add(node.name)
    assert all(users for name, users in graph.users.items() if name != graph.output)
