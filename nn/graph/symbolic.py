"""Derivatives by SymPy, from the graph's own formulas; no text is ever given to it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nn.graph.evaluate import Evaluation, term_value
from nn.graph.graph import Graph, GraphError
from nn.graph.term import Name, Number, Op, Operation, Term, size
from nn.text import QT_TRANSLATE_NOOP

LARGEST = 400  # operations of the written-out formula; more takes many seconds
DIGITS = 30
_READABLE = 60


@dataclass(frozen=True)
class Symbolic:
    """``value`` as a float, ``digits`` its first 30 digits; ``plain`` and ``latex`` the formula, "" where it is too long to read."""

    value: float
    digits: str
    plain: str
    latex: str


def derive(evaluation: Evaluation, top: str, by: str, *, local: bool) -> Symbolic:
    """∂top/∂by; ``local``: of the node's own formula. Raises :class:`GraphError` where the written-out formula would be too long.

    A function with a kink is the piece that it is on; where it is on two at once, their mean, as in :mod:`nn.graph.rules`.
    """
    import sympy

    graph = evaluation.graph
    if not local:
        _check_size(graph, top)
    symbols = {name: sympy.Symbol(name, real=True) for name in evaluation.values}
    node = graph.by_name[top]
    formula = node.formula or Name(top)
    written = _expression(formula, symbols, evaluation.values) if local else _written_out(evaluation, top, by, symbols)
    slope = sympy.diff(written, symbols[by])
    numbers = {symbol: sympy.Rational(repr(evaluation.values[name])) for name, symbol in symbols.items()}
    value = slope.subs(numbers).evalf(DIGITS)
    readable = slope.count_ops() <= _READABLE
    plain, latex = (sympy.sstr(slope), sympy.latex(slope, ln_notation=True)) if readable else ("", "")
    return Symbolic(float(value) if value.is_real else math.nan, str(value), plain, latex)


def _written_out(evaluation: Evaluation, top: str, by: str, symbols: Mapping[str, Any]) -> Any:
    """The node ``top`` over the variables and ``by``, which stays a symbol."""
    found = dict(symbols)
    for node in evaluation.graph.nodes:
        if node.formula is not None and node.name != by:
            found[node.name] = _expression(node.formula, found, evaluation.values)
    return found[top]


def _check_size(graph: Graph, top: str) -> None:
    sizes: dict[str, int] = {}
    for node in graph.nodes:
        sizes[node.name] = 1 if node.formula is None else size(node.formula) + sum(sizes[name] for name in node.operands)
    if sizes[top] > LARGEST:
        template = QT_TRANSLATE_NOOP(
            "nn", "Written out, the formula of {node} has {size} parts, more than the {most} that can be derived here; choose a node further left."
        )
        raise GraphError(template, node=top, size=sizes[top], most=LARGEST)


def _expression(term: Term, symbols: Mapping[str, Any], values: Mapping[str, float]) -> Any:
    match term:
        case Number(value):
            return _number(value)
        case Name(name):
            return symbols[name]
        case Operation(op, operands):
            parts = [_expression(operand, symbols, values) for operand in operands]
    if op in (Op.MAXIMUM, Op.MINIMUM, Op.RELU, Op.ABS):
        return _piece(op, parts, [float(term_value(operand, values)) for operand in operands])
    return _operations()[op](*parts)


def _number(value: float) -> Any:
    import sympy

    if value in (math.pi, math.e):
        return sympy.pi if value == math.pi else sympy.E
    return sympy.Rational(repr(value))


def _piece(op: Op, parts: list[Any], numbers: list[float]) -> Any:
    """The piece of a function with a kink on which it is."""
    import sympy

    first, last = numbers[0], numbers[-1]
    if op is Op.RELU:
        return parts[0] if first > 0 else sympy.Integer(0)
    if op is Op.ABS:
        return parts[0] * ((first > 0) - (first < 0))
    if first == last:
        return (parts[0] + parts[1]) / 2
    return parts[0] if (first > last) == (op is Op.MAXIMUM) else parts[1]


def _operations() -> Mapping[Op, Callable[..., Any]]:
    import sympy

    return {
        Op.ADD: lambda x, y: x + y,
        Op.SUBTRACT: lambda x, y: x - y,
        Op.MULTIPLY: lambda x, y: x * y,
        Op.DIVIDE: lambda x, y: x / y,
        Op.POWER: lambda x, y: x**y,
        Op.NEGATE: lambda x: -x,
        Op.EXP: sympy.exp,
        Op.LOG: sympy.log,
        Op.LOG10: lambda x: sympy.log(x) / sympy.log(10),
        Op.SQRT: sympy.sqrt,
        Op.SIN: sympy.sin,
        Op.COS: sympy.cos,
        Op.TAN: sympy.tan,
        Op.TANH: sympy.tanh,
        Op.SIGMOID: lambda x: 1 / (1 + sympy.exp(-x)),
    }
