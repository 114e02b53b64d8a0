"""Functions of two parameters from typed expressions: the graph's parser, and its operations on whole grids at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from nn import activations
from nn.choices import Activation
from nn.graph import words
from nn.graph.graph import Graph, GraphError, Place
from nn.graph.parse import parse
from nn.graph.term import Name, Number, Op, Operation, Term
from nn.landscape.checks import Extent
from nn.landscape.function import Formula, Gap, Pair
from nn.landscape.gaps import gap_of, written_out
from nn.text import QT_TRANSLATE_NOOP

EXTENT: Extent = (-3.0, 3.0, -3.0, 3.0)
TRIED = 32  # places along each axis where a start is looked for; an even number leaves out the axes, where much is 0 by chance

Values: TypeAlias = Any
"""A float array, or a number."""


def formula_of(text: str, *, extent: Extent = EXTENT, start: Pair = (-2.0, 2.0), rate: float = 0.1) -> Formula:
    """What ``text`` says as a function of its two variables, the one that comes first in the alphabet across.

    Exactly two variables are free: others get their value in the text, as in ``c = 3; c*a^2 + b^2``. Where there is no value at ``start``,
    a path starts at the nearest place that has one. Raises :class:`~nn.graph.graph.GraphError` with the place of what can't be understood,
    of a variable too many, or of what leaves the function without a value everywhere.
    """
    graph = parse(text)
    names = sorted(set(graph.leaves) - set(graph.given))
    if len(names) != 2:
        raise _wrong_count(graph, names)
    first, second = names

    def value(a: Values, b: Values) -> Values:
        return _run(graph, {first: (a, None), second: (b, None)})[0]

    def slopes(a: Values, b: Values) -> tuple[Values, Values]:
        along0 = _run(graph, {first: (a, 1.0), second: (b, None)})[1]
        along1 = _run(graph, {first: (a, None), second: (b, 1.0)})[1]
        return 0.0 if along0 is None else along0, 0.0 if along1 is None else along1

    def why_none(place: Pair) -> Gap:
        return gap_of(graph, (first, second), place)

    return _started(Formula(text.strip(), _latex(graph), value, slopes, extent, start, rate, axes=(first, second), why_none=why_none))


def _wrong_count(graph: Graph, names: list[str]) -> GraphError:
    """Of too many variables the third one in the text is marked, of too few the whole text."""
    free = [name for name in graph.leaves if name not in graph.given]
    place = graph.by_name[free[2]].where if len(free) > 2 else Place(0, 1, 1, len(graph.text))
    template = QT_TRANSLATE_NOOP(
        "nn",
        "A landscape needs two variables, and this expression has {count} ({names}). Give others a value first, as in c = 3; c*a^2 + b^2.",
    )
    return GraphError(template, place=place, count=len(names), names=", ".join(names) or "–")


def _started(function: Formula) -> Formula:
    """``function`` with a start where it has a value and a slope. Raises :class:`GraphError` where it has none anywhere."""
    left, right, low, high = function.extent
    a, b = (grid.ravel() for grid in np.meshgrid(np.linspace(left, right, TRIED), np.linspace(low, high, TRIED)))
    a, b = np.append(function.start[0], a), np.append(function.start[1], b)
    with np.errstate(over="ignore", invalid="ignore"):
        slopes = np.hypot(*function.gradient(a, b))
    usable = np.isfinite(function.value(a, b)) & np.isfinite(slopes)
    if usable[0]:
        return function
    if not np.isfinite(function.value(a, b)).any():
        gap = function.gap(function.start)
        template = QT_TRANSLATE_NOOP("nn", "{reason} Nor is there a value anywhere else on the map; write another function.")
        raise GraphError(template, place=gap and gap.where, reason=gap and gap.sentence)
    if not usable.any():
        return function
    usable &= slopes <= np.median(slopes[usable])  # right beside a pole the first step would go far away
    apart = np.where(usable, (a - function.start[0]) ** 2 + (b - function.start[1]) ** 2, np.inf)
    nearest = int(apart.argmin())
    return replace(function, start=(round(float(a[nearest]), 9), round(float(b[nearest]), 9)))


def _latex(graph: Graph) -> str:
    """The whole formula over the variables; "" where it is too long to be read."""
    found = written_out(graph, graph.output)
    return "" if found is None else words.latex_text(words.expression_of(found))


# --- operations on arrays: the formulas of nn.graph.rules, with nan instead of an exception where there is no result


class _Rule(NamedTuple):
    """``value`` of the operands; ``slopes``: from the operands and the value, the derivative by each operand."""

    value: Callable[..., Values]
    slopes: Callable[..., tuple[Values, ...]]


def _sigmoid(x: Values) -> Values:
    return activations.value(Activation.SIGMOID, np.asarray(x))


def _power_slopes(base: Values, exponent: Values, value: Values) -> tuple[Values, Values]:
    by_base = np.where(np.equal(exponent, 0.0), 0.0, exponent * np.power(base, exponent - 1.0))
    at_zero = np.where(np.equal(base, 0.0) & np.greater(exponent, 0.0), 0.0, np.nan)
    return by_base, np.where(np.greater(base, 0.0), value * np.log(base), at_zero)


def _share(x: Values, y: Values) -> Values:
    """1 where x is larger, 0 where y is, ½ in a tie."""
    return 0.5 + 0.5 * np.sign(x - y)


_RULES: dict[Op, _Rule] = {
    Op.ADD: _Rule(np.add, lambda _x, _y, _v: (1.0, 1.0)),
    Op.SUBTRACT: _Rule(np.subtract, lambda _x, _y, _v: (1.0, -1.0)),
    Op.MULTIPLY: _Rule(np.multiply, lambda x, y, _v: (y, x)),
    Op.DIVIDE: _Rule(np.divide, lambda _x, y, v: (np.divide(1.0, y), np.divide(-v, y))),
    Op.POWER: _Rule(lambda x, y: np.power(np.asarray(x, dtype=np.float64), y), _power_slopes),
    Op.NEGATE: _Rule(np.negative, lambda _x, _v: (-1.0,)),
    Op.EXP: _Rule(np.exp, lambda _x, v: (v,)),
    Op.LOG: _Rule(np.log, lambda x, _v: (np.divide(1.0, x),)),
    Op.LOG10: _Rule(np.log10, lambda x, _v: (np.divide(1.0, x * np.log(10.0)),)),
    Op.SQRT: _Rule(np.sqrt, lambda _x, v: (np.divide(0.5, v),)),
    Op.SIN: _Rule(np.sin, lambda x, _v: (np.cos(x),)),
    Op.COS: _Rule(np.cos, lambda x, _v: (-np.sin(x),)),
    Op.TAN: _Rule(np.tan, lambda _x, v: (1.0 + v * v,)),
    Op.TANH: _Rule(np.tanh, lambda x, _v: (4.0 * _sigmoid(2.0 * x) * _sigmoid(-2.0 * x),)),
    Op.SIGMOID: _Rule(_sigmoid, lambda x, v: (v * _sigmoid(-x),)),
    Op.RELU: _Rule(lambda x: np.where(np.less_equal(x, 0.0), 0.0, x), lambda x, _v: (np.where(np.greater(x, 0.0), 1.0, 0.0),)),
    Op.MAXIMUM: _Rule(np.maximum, lambda x, y, _v: (_share(x, y), _share(y, x))),
    Op.MINIMUM: _Rule(np.minimum, lambda x, y, _v: (_share(y, x), _share(x, y))),
    Op.ABS: _Rule(np.abs, lambda x, _v: (np.sign(x),)),
}

_Dual: TypeAlias = tuple[Values, Values]
"""A value and its derivative by the one variable that moves; ``None`` where it doesn't depend on it."""


def _run(graph: Graph, variables: Mapping[str, _Dual]) -> _Dual:
    """The output and its derivative, in forward mode."""
    known: dict[str, _Dual] = {**{name: (value, None) for name, value in graph.given.items()}, **variables}
    for node in graph.nodes:
        if node.formula is not None:
            known[node.name] = _of_term(node.formula, known)
    return known[graph.output]


def _of_term(term: Term, known: Mapping[str, _Dual]) -> _Dual:
    match term:
        case Number(value):
            return value, None
        case Name(name):
            return known[name]
        case Operation(op, operands):
            parts = [_of_term(operand, known) for operand in operands]
    numbers = [value for value, _ in parts]
    result = _RULES[op].value(*numbers)
    if all(inner is None for _, inner in parts):
        return result, None
    outer = _RULES[op].slopes(*numbers, result)
    # Where what is inside stands still, an infinite slope outside changes nothing.
    moves = [np.where(np.equal(inner, 0.0), 0.0, slope * inner) for slope, (_, inner) in zip(outer, parts, strict=True) if inner is not None]
    return result, sum(moves)
