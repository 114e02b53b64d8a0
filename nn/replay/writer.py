"""What all writers share: which parts of an expression need parentheses."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from nn.replay.expression import (
    Call,
    Condition,
    Derivative,
    Elided,
    Expression,
    Fraction,
    Name,
    Negative,
    Number,
    Of,
    Power,
    Product,
    Sum,
    Tagged,
    When,
)
from nn.replay.names import symbol
from nn.replay.scheme import Scheme
from nn.replay.writing_digits import Digits, is_scientific


class Level(IntEnum):
    """How tightly the parts of a written expression hold together, loosest first."""

    SUM = 0
    NEGATIVE = 1
    SCIENTIFIC = 2
    PRODUCT = 3
    POWER = 4
    ATOM = 5


class Written(NamedTuple):
    """Text, how tightly it holds together, and whether it is taller than a line."""

    text: str
    level: Level
    tall: bool = False


class Writer(ABC):
    """Walks an expression; a subclass says what each piece looks like."""

    minus = "\u2212"

    def __init__(self, scheme: Scheme, *, numbers: bool, digits: Digits) -> None:
        self.scheme = scheme
        self.numbers = numbers
        self.digits = digits

    def write(self, expression: Expression) -> str:
        """The whole expression, without parentheses around it."""
        return self.written(expression).text

    def written(self, expression: Expression) -> Written:  # noqa: PLR0911 - one return for each kind of node
        """Text and level of any node."""
        match expression:
            case Name():
                return self.name(expression)
            case Number(value):
                return self.value(value)
            case Of(source, alias):
                return self.value(source.value) if self.numbers else self.written(alias or symbol(source.quantity, self.scheme))
            case Sum(terms):
                return self._sum(terms)
            case Product(factors, sign):
                return self._product(factors, sign)
            case Negative(inner):
                found = self.at_least(inner, Level.SCIENTIFIC)
                return Written(f"{self.minus}{found.text}", Level.NEGATIVE, found.tall)
            case Fraction(top, bottom):
                return self.fraction(top, bottom)
            case Power(base, exponent):
                return self.power(base, exponent)
            case Call(function, arguments):
                return self.call(function, arguments)
            case Derivative(top, bottom):
                return self.derivative(top, bottom)
            case _:
                return self._rest(expression)

    def _rest(self, expression: Condition | Elided | When | Tagged) -> Written:
        match expression:
            case Condition(left, relation, right):
                return Written(f"{self.write(left)} {self.relation(relation)} {self.write(right)}", Level.SUM)
            case Elided(count, value):
                return self.elided(count, value)
            case When(value, condition):
                return self.when(value, condition)
            case Tagged(inner, tag):
                return self.tagged(inner, tag)

    def at_least(self, expression: Expression, level: Level) -> Written:
        """The expression, in parentheses if it holds together less than ``level``."""
        found = self.written(expression)
        return found if found.level >= level else self.parenthesised(found)

    def value(self, value: float) -> Written:
        """A number as it is written; a negative one wants parentheses among others."""
        if value < 0:
            return Written(self.number(value), Level.NEGATIVE)
        return Written(self.number(value), Level.SCIENTIFIC if is_scientific(value, self.digits) else Level.ATOM)

    def _sum(self, terms: Sequence[Expression]) -> Written:
        first = self.written(terms[0])
        text, tall = (self.parenthesised(first).text if first.level is Level.SUM else first.text), first.tall
        for term in terms[1:]:
            negative = isinstance(term, Negative)
            found = self.at_least(term.inner if isinstance(term, Negative) else term, Level.SCIENTIFIC)
            text += f" {self.minus if negative else '+'} {found.text}"
            tall = tall or found.tall
        return Written(text, Level.SUM, tall)

    def _product(self, factors: Sequence[Expression], sign: str) -> Written:
        parts = [self._other_sign(factor, sign) or self.factor(factor) for factor in factors]
        return Written(self.joiner(factors, sign).join(part.text for part in parts), Level.PRODUCT, any(part.tall for part in parts))

    def _other_sign(self, factor: Expression, sign: str) -> Written | None:
        """A product within one of another kind goes into parentheses."""
        return self.parenthesised(self.written(factor)) if isinstance(factor, Product) and factor.sign != sign else None

    def factor(self, expression: Expression) -> Written:
        """One factor of a product."""
        return self.at_least(expression, Level.PRODUCT)

    @abstractmethod
    def parenthesised(self, found: Written) -> Written: ...

    @abstractmethod
    def number(self, value: float) -> str: ...

    @abstractmethod
    def name(self, name: Name) -> Written: ...

    @abstractmethod
    def joiner(self, factors: Sequence[Expression], sign: str) -> str: ...

    @abstractmethod
    def fraction(self, top: Expression, bottom: Expression) -> Written: ...

    @abstractmethod
    def power(self, base: Expression, exponent: Expression) -> Written: ...

    @abstractmethod
    def call(self, function: str, arguments: Sequence[Expression]) -> Written: ...

    @abstractmethod
    def derivative(self, top: Expression, bottom: Expression) -> Written: ...

    @abstractmethod
    def relation(self, relation: str) -> str: ...

    @abstractmethod
    def elided(self, count: int, value: float) -> Written: ...

    @abstractmethod
    def when(self, value: Expression, condition: Condition) -> Written: ...

    @abstractmethod
    def tagged(self, inner: Expression, tag: str) -> Written: ...
