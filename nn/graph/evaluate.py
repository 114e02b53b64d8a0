"""The numbers of a graph: values from left to right, derivatives from right to left.

Where a function has a kink, the derivative is the one of :mod:`nn.graph.rules`: relu′(0) = |0|′ = 0, and two equal numbers in max or
min count half each.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nn.graph.graph import Graph, GraphError, Node
from nn.graph.rules import RULES, Scalar
from nn.graph.term import Name, Number, Op, Operation, Term
from nn.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Evaluation:
    """All numbers of a graph at some values of its variables, float64.

    ``values``: each node's. ``locals``: the derivative of a node by its operand, by (source, target). ``totals``: ∂output/∂node, the
    sum over all paths of the product of the local derivatives on them; 1 for the output itself.
    """

    graph: Graph
    values: Mapping[str, float]
    locals: Mapping[tuple[str, str], float]
    totals: Mapping[str, float]


class _NoResult(Exception):
    """An operation has no finite result."""

    def __init__(self, op: Op, operands: tuple[float, ...]) -> None:
        self.op, self.operands = op, operands
        super().__init__(op)


def evaluate(graph: Graph, values: Mapping[str, float]) -> Evaluation:
    """All values and derivatives where the variables have ``values``; what the text itself gives counts where they say nothing.

    Raises :class:`GraphError`, naming the node, for a variable without a value, a value of no variable, an operation without a finite
    result, and a derivative that is none.
    """
    found = forward(graph, values)
    local = {
        (source, node.name): _slope(node, node.formula, source, found) for node in graph.nodes if node.formula is not None for source in node.operands
    }
    totals = dict.fromkeys(found, 0.0) | {graph.output: 1.0}
    for edge in reversed(graph.edges):
        totals[edge.source] += local[edge.source, edge.target] * totals[edge.target]
    for name, total in totals.items():
        if not math.isfinite(total):
            template = QT_TRANSLATE_NOOP("nn", "The derivative by {node} is too large to calculate with; choose other values.")
            raise GraphError(template, node=name, place=graph.by_name[name].where)
    return Evaluation(graph, found, local, totals)


def forward(graph: Graph, values: Mapping[str, float]) -> dict[str, float]:
    """The value of every node. Raises :class:`GraphError`."""
    found = _leaf_values(graph, values)
    for node in graph.nodes:
        if node.formula is not None:
            found[node.name] = _value(node, node.formula, found)
    return found


class Failure(NamedTuple):
    """An operation of ``node`` without a finite result."""

    node: Node
    op: Op
    operands: tuple[float, ...]


def failure_of(graph: Graph, values: Mapping[str, float]) -> Failure | None:
    """The first operation that has no finite result at these values; ``None`` where all have. Raises :class:`GraphError` for a leaf."""
    found = _leaf_values(graph, values)
    for node in graph.nodes:
        if node.formula is not None:
            try:
                found[node.name] = _checked(node.formula, found)
            except _NoResult as failed:
                return Failure(node, failed.op, failed.operands)
    return None


def _leaf_values(graph: Graph, values: Mapping[str, float]) -> dict[str, float]:
    known = {**graph.given, **values}
    for name, value in known.items():
        if name not in graph.leaves:
            raise _no_variable(graph, name)
        if not math.isfinite(value):
            template = QT_TRANSLATE_NOOP("nn", "The value of {node} must be a finite number; {value} is none.")
            raise GraphError(template, node=name, value=value)
    missing = [name for name in graph.leaves if name not in known]
    if missing:
        place = graph.by_name[missing[0]].where
        template = QT_TRANSLATE_NOOP("nn", "{node} has no value; give it one, or look whether a name is misspelt or a * is missing between two.")
        raise GraphError(template, node=missing[0], place=place)
    return {name: float(known[name]) for name in graph.leaves}


def _no_variable(graph: Graph, name: str) -> GraphError:
    if name in graph.by_name:
        return GraphError(QT_TRANSLATE_NOOP("nn", "{node} is calculated in the expression and can't be given a value."), node=name)
    near = difflib.get_close_matches(name, graph.leaves, 1)
    template = QT_TRANSLATE_NOOP("nn", "There is no variable {node} in the expression; its variables are {choices}.")
    return GraphError(template, node=name, choices=near[0] if near else ", ".join(graph.leaves))


def _value(node: Node, formula: Term, values: Mapping[str, float]) -> float:
    try:
        return float(_checked(formula, values)) + 0.0  # no −0
    except _NoResult as failed:
        raise GraphError(_reason(failed), node=node.name, place=node.where, value=failed.operands[-1]) from None


def _checked(term: Term, values: Mapping[str, float]) -> float:
    match term:
        case Number(value):
            return value
        case Name(name):
            return values[name]
        case Operation(op, operands):
            numbers = tuple(_checked(operand, values) for operand in operands)
    try:
        found = float(RULES[op].value(*numbers))
    except (ValueError, ZeroDivisionError, OverflowError):
        found = math.nan
    if not math.isfinite(found):
        raise _NoResult(op, numbers)
    return found


def term_value(term: Term, values: Mapping[str, Scalar]) -> Scalar:
    """The value of a formula, ``float`` or ``complex``; Python's own errors where it has none."""
    match term:
        case Number(value):
            return value
        case Name(name):
            return values[name]
        case Operation(op, operands):
            return RULES[op].value(*(term_value(operand, values) for operand in operands))


def _reason(failed: _NoResult) -> str:
    op, operands = failed.op, failed.operands
    if op is Op.DIVIDE and operands[1] == 0:
        return QT_TRANSLATE_NOOP("nn", "At {node} there is a division by 0; choose other values.")
    if op in (Op.LOG, Op.LOG10) and operands[0] <= 0:
        return QT_TRANSLATE_NOOP("nn", "At {node} there is the logarithm of {value:.6g}, but only numbers above 0 have one; choose other values.")
    if op is Op.SQRT and operands[0] < 0:
        return QT_TRANSLATE_NOOP("nn", "At {node} there is the square root of {value:.6g}, a number below 0; choose other values.")
    if op is Op.POWER and operands[0] == 0:
        return QT_TRANSLATE_NOOP("nn", "At {node} 0 is raised to {value:.6g}, which is a division by 0; choose other values.")
    if op is Op.POWER and operands[0] < 0 and not operands[1].is_integer():
        return QT_TRANSLATE_NOOP("nn", "At {node} a number below 0 is raised to {value:.6g}, which has no real result; choose other values.")
    return QT_TRANSLATE_NOOP("nn", "The value of {node} is too large to calculate with; choose smaller values.")


# Derivatives


def _slope(node: Node, formula: Term, by: str, values: Mapping[str, float]) -> float:
    try:
        _, found = slope_of(formula, by, values)
    except (ValueError, ZeroDivisionError, OverflowError):
        found = math.nan
    if math.isfinite(found):
        return float(found) + 0.0
    template = QT_TRANSLATE_NOOP("nn", "At these values {node} has no derivative by {by}: it is infinite there, or not a real number; choose others.")
    raise GraphError(template, node=node.name, place=node.where, by=by)


def slope_of(term: Term, by: str, values: Mapping[str, Scalar]) -> tuple[Scalar, Scalar]:
    """The value of a formula and its derivative by the name ``by``."""
    match term:
        case Number(value):
            return value, 0.0
        case Name(name):
            return values[name], 1.0 if name == by else 0.0
        case Operation(op, operands):
            parts = [slope_of(operand, by, values) for operand in operands]
    numbers = [value for value, _ in parts]
    result = RULES[op].value(*numbers)
    slopes = RULES[op].slopes(*numbers, result)
    return result, sum(outer * inner for outer, (_, inner) in zip(slopes, parts, strict=True) if inner != 0.0)
