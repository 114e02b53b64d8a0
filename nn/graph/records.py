"""A graph's numbers as records for JSON, and as text for a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from nn.graph import checks, words
from nn.graph.evaluate import Evaluation
from nn.graph.graph import GraphError
from nn.graph.slopes import slope_term
from nn.graph.term import Name, Term, typed
from nn.replay.epsilon import LARGEST

NUDGE = 1e-5  # of the arithmetic check: the central difference's two errors are both small


def record_of(evaluation: Evaluation, by: tuple[str, ...]) -> dict[str, Any]:
    """``nodes`` (variables first, with their name as formula), ``edges``, and the three ways to ∂output/∂name for each name in ``by``."""
    graph = evaluation.graph
    nodes = [
        {
            "name": node.name,
            "formula": typed(node.formula or Name(node.name)),
            "value": evaluation.values[node.name],
            "total": evaluation.totals[node.name],
        }
        for node in graph.nodes
    ]
    edges = [{"from": source, "to": target, "local": evaluation.locals[source, target]} for source, target, _ in graph.edges]
    return {"nodes": nodes, "edges": edges, "checks": {name: _checks(evaluation, name) for name in by}}


def _checks(evaluation: Evaluation, name: str) -> dict[str, float | None]:
    """``None`` where a way leads to nothing: a formula that is too long, a nudge over an edge."""
    symbolic, arithmetic = _symbolic(evaluation, name), _arithmetic(evaluation, name)
    return {
        "chain": evaluation.totals[name],
        "symbolic": symbolic.value if symbolic and math.isfinite(symbolic.value) else None,
        "arithmetic": arithmetic.central if math.isfinite(arithmetic.central) else None,
    }


def _symbolic(evaluation: Evaluation, name: str) -> checks.Symbolic | None:
    try:
        return checks.symbolic(evaluation, evaluation.graph.output, name)
    except GraphError:
        return None


def _arithmetic(evaluation: Evaluation, name: str) -> checks.Nudge:
    """ε grows with the value that is nudged."""
    epsilon = min(NUDGE * max(1.0, abs(evaluation.values[name])), LARGEST)
    return checks.nudge(evaluation, evaluation.graph.output, name, epsilon)


def _plain(formula: Term | None) -> str:
    return "" if formula is None else words.plain_text(words.expression_of(formula))


def text_of(evaluation: Evaluation, by: tuple[str, ...]) -> str:
    """Values, local and total derivatives, and the three ways, a line each."""
    return "\n".join(_lines(evaluation, by)) + "\n"


def _lines(evaluation: Evaluation, by: tuple[str, ...]) -> Iterator[str]:
    graph, values = evaluation.graph, evaluation.values
    yield "Values"
    for node in graph.nodes:
        formula = "" if node.formula is None else f" = {_plain(node.formula)} = {words.plain_text(words.formula_of(node, values), 6)}"
        yield f"  {node.name}{formula} = {_number(values[node.name])}"
    yield "Local derivatives"
    for source, target, _ in reversed(graph.edges):
        slope = _plain(slope_term(graph.by_name[target], source, values))
        yield f"  {words.plain_text(words.derivative(target, source))} = {slope} = {_number(evaluation.locals[source, target])}"
    yield f"Derivatives of {graph.output}"
    for node in reversed(graph.nodes[:-1]):
        yield f"  {words.plain_text(words.derivative(graph.output, node.name))} = {_number(evaluation.totals[node.name])}"
    for name in by:
        yield from _ways(evaluation, name)


def _ways(evaluation: Evaluation, name: str) -> Iterator[str]:
    symbolic, arithmetic = _symbolic(evaluation, name), _arithmetic(evaluation, name)
    yield f"Three ways to {words.plain_text(words.derivative(evaluation.graph.output, name))}"
    yield f"  chain rule  {_number(evaluation.totals[name])}"
    found = "the formula is too long" if symbolic is None else _number(symbolic.value)
    yield f"  symbolic    {found}{f' = {symbolic.plain}' if symbolic and symbolic.plain else ''}"
    yield f"  arithmetic  {_number(arithmetic.central)} (ε = {arithmetic.epsilon:g}, both sides)"


def _number(value: float) -> str:
    return words.plain_text(words.number(value))
