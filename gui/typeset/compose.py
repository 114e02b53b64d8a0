"""An expression tree becomes a box: once with symbols, once with numbers, each number marked with where it came from.

Where parentheses go is what :mod:`nn.replay.writing` says, so that the screen and a LaTeX export agree.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from gui.typeset.box import MEDIUM, THICK, THIN, Box, braced, fraction, inked, linked, parenthesised, row, scripted, space, superscript, text
from gui.typeset.ink import glyph, name
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
from nn.replay.step import Source
from nn.replay.writer import Level
from nn.replay.writing import Digits, latex
from nn.replay.writing_digits import mantissa_and_exponent
from nn.replay.writing_latex import LatexWriter

MINUS = "\u2212"
DOTS = "⋯"


@dataclass(frozen=True)
class Composer:
    """Sets expressions of one walk. ``digits`` as for :func:`nn.replay.writing.latex`; ``covered(source)`` is true for numbers that are not
    to be seen, which ``cover`` stands for.
    """

    scheme: Scheme
    digits: Digits = None
    covered: Callable[[Source], bool] | None = None
    cover: Box = field(default_factory=Box)

    def symbols(self, expression: Expression) -> Box:
        """The expression as it is called."""
        return _Setter(self, False).set(expression)

    def numbers(self, expression: Expression) -> Box:
        """The expression with its values put in."""
        return _Setter(self, True).set(expression)

    def number(self, value: float) -> Box:
        """One number by itself."""
        if not math.isfinite(value):
            return text("–" if math.isnan(value) else "∞" if value > 0 else f"{MINUS}∞")
        mantissa, exponent = mantissa_and_exponent(value, self.digits)
        digits = text(mantissa.replace("-", MINUS))
        if exponent is None:
            return digits
        power = superscript(text("10"), text(str(exponent).replace("-", MINUS)))
        return row((digits, space(THIN), text("×"), space(THIN), power))


class _Setter:
    """Walks one expression, with symbols or with numbers."""

    def __init__(self, composer: Composer, numbers: bool) -> None:
        self._composer, self._scheme, self._numbers = composer, composer.scheme, numbers
        self._levels = LatexWriter(composer.scheme, numbers=numbers, digits=composer.digits)

    def set(self, expression: Expression) -> Box:
        match expression:
            case Name():
                return _name(expression, self._scheme)
            case Number(value):
                return self._composer.number(value)
            case Of():
                return self._leaf(expression)
            case Elided(count, value):
                return braced(self._composer.number(value) if self._numbers else text(DOTS), text(str(count)))
            case Sum() | Product() | Negative() | Call() | Condition() | When():
                return row(self._line(expression))
            case _:
                return self._tall(expression)

    def _line(self, expression: Sum | Product | Negative | Call | Condition | When) -> Sequence[Box]:
        """What stands side by side."""
        match expression:
            case Sum(terms):
                return self._sum(terms)
            case Product(factors, sign):
                return self._product(factors, sign)
            case Negative(inner):
                return text(MINUS), self._inside(inner, Level.SCIENTIFIC)
            case Call(function, arguments):
                return self._call(function, arguments)
            case Condition(left, relation, right):
                return self.set(left), space(THICK), text(relation), space(THICK), self.set(right)
            case When(value, condition):
                return self.set(value), space(3 * THICK), parenthesised(self.set(condition))

    def _tall(self, expression: Fraction | Power | Derivative | Tagged) -> Box:
        """What has something above or below something."""
        match expression:
            case Fraction(top, bottom):
                return fraction(self.set(top), self.set(bottom))
            case Power(base, exponent):
                return superscript(self._inside(base, Level.ATOM), self.set(exponent))
            case Derivative(top, bottom):
                return fraction(row((text("∂"), self.set(top))), row((text("∂"), self.set(bottom))))
            case Tagged(inner, tag):
                word, _, neuron = tag.partition(" ")
                return scripted(parenthesised(self.set(inner)), row((text(word + " "), _letters(neuron))), Box())

    def _leaf(self, leaf: Of) -> Box:
        if not self._numbers:
            return linked(self.set(_called(leaf, self._scheme)), leaf.source)
        if self._composer.covered is not None and self._composer.covered(leaf.source):
            return self._composer.cover
        return linked(self._composer.number(leaf.source.value), leaf.source)

    def _sum(self, terms: Sequence[Expression]) -> list[Box]:
        boxes = [self._inside(terms[0], Level.NEGATIVE)]
        for term in terms[1:]:
            sign = MINUS if isinstance(term, Negative) else "+"
            inner = term.inner if isinstance(term, Negative) else term
            boxes += [space(MEDIUM), text(sign), space(MEDIUM), self._inside(inner, Level.SCIENTIFIC)]
        return boxes

    def _product(self, factors: Sequence[Expression], sign: str) -> list[Box]:
        """Before parentheses the dot is left out."""
        boxes: list[Box] = []
        for factor in factors:
            other_sign = isinstance(factor, Product) and factor.sign != sign
            box = parenthesised(self.set(factor)) if other_sign else self._inside(factor, Level.PRODUCT)
            if boxes:
                tight = sign == "·" and isinstance(factor.base if isinstance(factor, Power) else factor, Sum)
                boxes += [space(THIN / 2)] if tight else [space(THIN), text(sign), space(THIN)]
            boxes.append(box)
        return boxes

    def _call(self, function: str, arguments: Sequence[Expression]) -> list[Box]:
        inner: list[Box] = []
        for argument in arguments:
            if inner:
                inner += [text(","), space(THIN)]
            inner.append(self.set(argument))
        return [row(inked(glyph(character)) for character in function), space(20), parenthesised(row(inner))]

    def _inside(self, expression: Expression, least: Level) -> Box:
        """As a part of something that binds with ``least``."""
        box = self.set(expression)
        return box if self._levels.written(expression).level >= least else parenthesised(box)


def symbol_names(expression: Expression, scheme: Scheme) -> Iterator[str]:
    """The LaTeX of the letters of every symbol in an expression, to be made ahead."""
    match expression:
        case Name():
            yield from (letters for letters in (_base(expression, scheme), expression.sub) if _has_letters(letters))
        case Of():
            yield from symbol_names(_called(expression, scheme), scheme)
        case _:
            for part in _parts(expression):
                yield from symbol_names(part, scheme)


def _name(symbol: Name, scheme: Scheme) -> Box:
    """A symbol with its scripts. Its letters are set by ziamath, once for all the symbols that share them."""
    mark = "⊤" if symbol.mark == "T" else symbol.mark
    return scripted(_letters(_base(symbol, scheme)), _letters(symbol.sub), text(symbol.sup + mark))


def _base(symbol: Name, scheme: Scheme) -> str:
    """The LaTeX of a symbol without its scripts."""
    return latex(replace(symbol, sub="", sup="", mark=""), scheme, numbers=False)


def _letters(written: str) -> Box:
    """Letters are slanted, digits and signs upright."""
    return inked(name(written)) if _has_letters(written) else text(written)


def _has_letters(written: str) -> bool:
    return any(character.isalpha() for character in written)


def _called(leaf: Of, scheme: Scheme) -> Expression:
    return symbol(leaf.source.quantity, scheme) if leaf.alias is None else leaf.alias


def _parts(expression: Expression) -> tuple[Expression, ...]:
    """What an expression is made of."""
    match expression:
        case Sum(terms):
            return terms
        case Product(factors, _):
            return factors
        case Call(_, arguments):
            return arguments
        case Negative(inner) | Tagged(inner, _):
            return (inner,)
        case Fraction(first, second) | Derivative(first, second) | Power(first, second) | Condition(first, _, second) | When(first, second):
            return (first, second)
    return ()
