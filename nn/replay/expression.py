"""Formulas as small trees: one tree is written with symbols or with numbers, as LaTeX, plain text or HTML.

The leaves that stand for a number hold its :class:`~nn.replay.step.Source`, so that the same tree says both
``out·(1 − out)`` and ``0.751365·(1 − 0.751365)``, and whoever draws it can tell where each number came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from nn.replay.step import Source


@dataclass(frozen=True, slots=True)
class Name:
    """A symbol that is no number of the walk: ``base`` with a subscript and a superscript, "" for none. ``upright`` as in ln.

    ``mark`` follows the superscript: "+" for a parameter after its update, "(2)" for the second sample, "T" for a transpose.
    ``bold``: a vector or a matrix.
    """

    base: str
    sub: str = ""
    sup: str = ""
    upright: bool = False
    mark: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the formula itself: ½, 1, 2."""

    value: float


@dataclass(frozen=True, slots=True)
class Of:
    """A number of the walk: its symbol when written with symbols, its value when written with numbers.

    ``alias`` is what it is called in this one place, where that is not what it is called everywhere.
    """

    source: Source
    alias: Expression | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms with plus between them; a :class:`Negative` term is written with a minus."""

    terms: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """``sign`` is "·", or "⊙" for a product element by element."""

    factors: tuple[Expression, ...]
    sign: str = "·"


@dataclass(frozen=True, slots=True)
class Negative:
    inner: Expression


@dataclass(frozen=True, slots=True)
class Fraction:
    top: Expression
    bottom: Expression


@dataclass(frozen=True, slots=True)
class Power:
    base: Expression
    exponent: Expression


@dataclass(frozen=True, slots=True)
class Call:
    """``function`` (ln, tanh, max, sign) of its arguments, in parentheses."""

    function: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Derivative:
    """∂top/∂bottom."""

    top: Expression
    bottom: Expression


@dataclass(frozen=True, slots=True)
class Condition:
    """``left relation right``, as in ``net > 0``; shown beside the value that follows from it."""

    left: Expression
    relation: str
    right: Expression


@dataclass(frozen=True, slots=True)
class Elided:
    """Terms left out of a wide sum: how many, and what they add up to."""

    count: int
    value: float


@dataclass(frozen=True, slots=True)
class When:
    """A value and the condition that it follows from: ``1 (net > 0)``."""

    value: Expression
    condition: Condition


@dataclass(frozen=True, slots=True)
class Tagged:
    """``inner`` in parentheses with ``tag`` as a subscript: the part of a derivative that comes by way of one neuron."""

    inner: Expression
    tag: str


Expression: TypeAlias = Name | Number | Of | Sum | Product | Negative | Fraction | Power | Call | Derivative | Condition | Elided | When | Tagged
