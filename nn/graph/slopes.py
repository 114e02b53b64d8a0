"""The local derivative of a node as a formula, in the form that is taught: σ′ as s·(1 − s), (d²/2)′ as d."""

from __future__ import annotations

import math
from collections.abc import Mapping

from nn.graph.graph import Node
from nn.graph.rules import RULES
from nn.graph.term import Name, Number, Op, Operation, Term, names_in

_KINKED = frozenset({Op.RELU, Op.MAXIMUM, Op.MINIMUM, Op.ABS})
_ONE, _ZERO, _TWO = Number(1.0), Number(0.0), Number(2.0)


def slope_term(node: Node, by: str, values: Mapping[str, float]) -> Term:
    """∂node/∂by as a formula over the node's operands and, for σ, tanh, exp and √, the node itself.

    ``values`` decide on which side of a kink a function is: there its derivative is a number.
    """
    if node.formula is None:
        return _ZERO
    return _Deriver(node, by, values).of(node.formula)


class _Deriver:
    def __init__(self, node: Node, by: str, values: Mapping[str, float]) -> None:
        self._node, self._by, self._values = node, by, values

    def of(self, term: Term) -> Term:
        """The derivative of a part of the node's formula."""
        match term:
            case Number():
                return _ZERO
            case Name(name):
                return _ONE if name == self._by else _ZERO
            case Operation(op, operands):
                found: Term = _ZERO
                for place, operand in enumerate(operands):
                    inner = self.of(operand)
                    if inner != _ZERO:
                        found = add(found, multiply(self._outer(term, op, operands, place), inner))
                return found

    def _outer(self, term: Operation, op: Op, operands: tuple[Term, ...], place: int) -> Term:
        """The derivative of the operation by its operand number ``place``."""
        if op in _KINKED:
            numbers = [self._value(operand) for operand in operands]
            return Number(float(RULES[op].slopes(*numbers, RULES[op].value(*numbers))[place]))
        itself: Term = Name(self._node.name) if term == self._node.formula else term
        if len(operands) == 1:
            return _of_function(op, operands[0], itself)
        return _of_two(op, operands, place, itself)

    def _value(self, term: Term) -> float:
        match term:
            case Number(value):
                return value
            case Name(name):
                return self._values[name]
            case Operation(op, operands):
                return float(RULES[op].value(*(self._value(operand) for operand in operands)))


def _of_function(op: Op, x: Term, itself: Term) -> Term:
    """The derivative of a function of one value by that value; ``itself`` is the function's value."""
    square = Operation(Op.POWER, (itself, _TWO))
    found: dict[Op, Term] = {
        Op.NEGATE: Number(-1.0),
        Op.EXP: itself,
        Op.LOG: divide(_ONE, x),
        Op.LOG10: divide(_ONE, multiply(x, Operation(Op.LOG, (Number(10.0),)))),
        Op.SQRT: divide(_ONE, multiply(_TWO, itself)),
        Op.SIN: Operation(Op.COS, (x,)),
        Op.COS: multiply(Number(-1.0), Operation(Op.SIN, (x,))),
        Op.TAN: add(_ONE, square),
        Op.TANH: Operation(Op.SUBTRACT, (_ONE, square)),
        Op.SIGMOID: multiply(itself, Operation(Op.SUBTRACT, (_ONE, itself))),
    }
    return found[op]


def _of_two(op: Op, operands: tuple[Term, ...], place: int, itself: Term) -> Term:
    one, other = operands
    if op is Op.ADD or (op is Op.SUBTRACT and place == 0):
        return _ONE
    if op is Op.SUBTRACT:
        return Number(-1.0)
    if op is Op.MULTIPLY:
        return other if place == 0 else one
    if op is Op.DIVIDE:
        return divide(_ONE, other) if place == 0 else multiply(Number(-1.0), divide(one, _power(other, _TWO)))
    if place == 1:
        return multiply(itself, _log(one))
    lowered = Number(other.value - 1) if isinstance(other, Number) else Operation(Op.SUBTRACT, (other, _ONE))
    return multiply(other, _power(one, lowered))


def _power(base: Term, exponent: Term) -> Term:
    if exponent == _ONE:
        return base
    return _ONE if exponent == _ZERO else Operation(Op.POWER, (base, exponent))


def _log(term: Term) -> Term:
    return _ONE if term == Number(math.e) else Operation(Op.LOG, (term,))


# Products and sums without needless ones and zeros; numbers are collected in front


def add(one: Term, other: Term) -> Term:
    """one + other."""
    if _ZERO in {one, other}:
        return other if one == _ZERO else one
    if isinstance(one, Number) and isinstance(other, Number):
        return Number(one.value + other.value)
    if one == other:
        return multiply(_TWO, one)
    return Operation(Op.ADD, (one, other))


def multiply(one: Term, other: Term) -> Term:
    """one · other."""
    if _ZERO in {one, other}:
        return _ZERO
    (factor, first), (more, second) = _parted(one), _parted(other)
    rest = second if first is None else first if second is None else _joined(first, second)
    return _scaled(factor * more, rest)


def divide(one: Term, other: Term) -> Term:
    """one / other."""
    if isinstance(other, Number) and other.value and _is_short(1 / other.value):
        return multiply(Number(1 / other.value), one)
    if isinstance(one, Number) and isinstance(other, Number):
        return Operation(Op.DIVIDE, (one, other))
    factor, rest = _parted(one)
    if isinstance(other, Number) and other.value and _is_short(factor / other.value):
        return _scaled(factor / other.value, rest)
    return Operation(Op.DIVIDE, (one, other))


def _parted(term: Term) -> tuple[float, Term | None]:
    """The number in front and the rest, ``None`` for no rest."""
    match term:
        case Number(value):
            return value, None
        case Operation(Op.MULTIPLY, (Number(value), rest)):
            return value, rest
        case Operation(Op.NEGATE, (inner,)):
            factor, rest_of = _parted(inner)
            return -factor, rest_of
    return 1.0, term


def _scaled(factor: float, rest: Term | None) -> Term:
    if rest is None:
        return Number(factor)
    if factor == 1:
        return rest
    if isinstance(rest, Operation) and rest.op is Op.DIVIDE:  # 3·(d/6), 2·(1/w)
        top, bottom = rest.operands
        if factor == -1:
            return Operation(Op.NEGATE, (rest,))
        return divide(multiply(Number(factor), top), bottom)
    return Operation(Op.NEGATE, (rest,)) if factor == -1 else Operation(Op.MULTIPLY, (Number(factor), rest))


def _joined(one: Term, other: Term) -> Term:
    if isinstance(other, Operation) and other.op is Op.DIVIDE and other.operands[0] == _ONE:
        return Operation(Op.DIVIDE, (one, other.operands[1]))
    if isinstance(one, Operation) and one.op is Op.DIVIDE and one.operands[0] == _ONE:
        return Operation(Op.DIVIDE, (other, one.operands[1]))
    return Operation(Op.MULTIPLY, (one, other))


def _is_short(value: float) -> bool:
    return round(value, 3) == value


def is_known(term: Term) -> bool:
    """Whether the formula is a number, with no name in it."""
    return next(iter(names_in(term)), None) is None
