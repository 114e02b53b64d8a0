"""The formula of one node as a small tree: numbers, names and operations, a few levels deep at most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Op(StrEnum):
    """What can be done. All take two operands up to ``POWER``, MAXIMUM and MINIMUM; the others take one."""

    ADD = "add"
    SUBTRACT = "subtract"
    MULTIPLY = "multiply"
    DIVIDE = "divide"
    POWER = "power"
    NEGATE = "negate"
    EXP = "exp"
    LOG = "log"  # the natural logarithm
    LOG10 = "log10"
    SQRT = "sqrt"
    SIN = "sin"
    COS = "cos"
    TAN = "tan"
    TANH = "tanh"
    SIGMOID = "sigmoid"
    RELU = "relu"
    MAXIMUM = "max"
    MINIMUM = "min"
    ABS = "abs"


TWO = frozenset({Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.POWER, Op.MAXIMUM, Op.MINIMUM})
"""The operations of two operands."""


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """The value of another node."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    op: Op
    operands: tuple[Term, ...]


Term: TypeAlias = Number | Name | Operation


def names_in(term: Term) -> Iterator[str]:
    """The names in the order in which they stand, each as often as it does."""
    match term:
        case Name(name):
            yield name
        case Operation(_, operands):
            for operand in operands:
                yield from names_in(operand)
        case Number():
            return


def size(term: Term) -> int:
    """How many operations the formula has."""
    return 1 + sum(size(operand) for operand in term.operands) if isinstance(term, Operation) else 0


_SIGNS = {Op.ADD: (" + ", 0), Op.SUBTRACT: (" - ", 0), Op.MULTIPLY: ("*", 1), Op.DIVIDE: ("/", 1), Op.POWER: ("**", 3)}
_ATOM, _NEGATIVE = 4, 2


def typed(term: Term) -> str:
    """The formula as it can be typed, with ASCII signs: ``2 + 3*w``, ``d**2/2``."""
    return _typed(term)[0]


def _typed(term: Term) -> tuple[str, int]:
    """The text and how tightly it holds together."""
    match term:
        case Number(value):
            text = repr(value).removesuffix(".0")
            return text, _NEGATIVE if value < 0 else _ATOM
        case Name(name):
            return name, _ATOM
        case Operation(Op.NEGATE, (inner,)):
            return f"-{_within(inner, _NEGATIVE)}", _NEGATIVE
        case Operation(op, (left, right)) if op in _SIGNS:
            sign, level = _SIGNS[op]
            power = op is Op.POWER
            return f"{_within(left, level + power)}{sign}{_within(right, level + 1)}", level
        case Operation(op, operands):
            return f"{op.value}({', '.join(typed(operand) for operand in operands)})", _ATOM


def _within(term: Term, level: int) -> str:
    text, own = _typed(term)
    return text if own >= level else f"({text})"
