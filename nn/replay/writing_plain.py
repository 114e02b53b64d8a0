"""Expressions as one line of Unicode text."""

from __future__ import annotations

from collections.abc import Sequence

from nn.replay.expression import Condition, Derivative, Expression, Fraction, Name, Number, Of
from nn.replay.writer import Level, Writer, Written
from nn.replay.writing_digits import plain_number

_MARKS = str.maketrans("0123456789()+T", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺ᵀ")


class PlainWriter(Writer):
    """``½·(target_o1 − out_o1)²``; also what HTML builds on."""

    def parenthesised(self, found: Written) -> Written:
        return Written(f"({found.text})", Level.ATOM)

    def number(self, value: float) -> str:
        return plain_number(value, self.digits)

    def name(self, name: Name) -> Written:
        """A number right after a single letter needs no underscore: w5. A superscript in brackets is a layer: z[2]_1."""
        joined = name.sub[:1].isdigit() and len(name.base) == 1 and not name.sup
        sub = name.sub if joined or not name.sub else f"_{name.sub}"
        level = Level.POWER if name.mark else Level.ATOM
        return Written(f"{name.base}{name.sup}{sub}{name.mark.translate(_MARKS)}", level)

    def joiner(self, factors: Sequence[Expression], sign: str) -> str:
        """A little air around the dot where a factor is itself a fraction of differentials."""
        airy = sign != "·" or any(self._looks_like_derivative(factor) for factor in factors)
        return f" {sign} " if airy else sign

    def _looks_like_derivative(self, expression: Expression) -> bool:
        if isinstance(expression, Of):
            return not self.numbers and "∂" in self.written(expression).text
        return isinstance(expression, Derivative)

    def factor(self, expression: Expression) -> Written:
        found = super().factor(expression)
        return self.parenthesised(found) if isinstance(expression, Fraction) and found.level is Level.PRODUCT else found

    def fraction(self, top: Expression, bottom: Expression) -> Written:
        if top == Number(1.0) and bottom == Number(2.0):
            return Written("½", Level.ATOM)
        return Written(f"{self.at_least(top, Level.PRODUCT).text}/{self.at_least(bottom, Level.POWER).text}", Level.PRODUCT)

    def power(self, base: Expression, exponent: Expression) -> Written:
        return Written(f"{self.at_least(base, Level.ATOM).text}{self.raised(exponent)}", Level.POWER)

    def raised(self, exponent: Expression) -> str:
        """The exponent, after its base."""
        if exponent == Number(2.0):
            return "²"
        found = self.at_least(exponent, Level.ATOM)
        return f"^{self.parenthesised(found).text}" if "[" in found.text and found.text[0] != "(" else f"^{found.text}"

    def call(self, function: str, arguments: Sequence[Expression]) -> Written:
        return Written(f"{function}({', '.join(self.write(a) for a in arguments)})", Level.ATOM)

    def derivative(self, top: Expression, bottom: Expression) -> Written:
        return Written(f"∂{self.write(top)}/∂{self.write(bottom)}", Level.PRODUCT)

    def relation(self, relation: str) -> str:
        return relation

    def elided(self, count: int, value: float) -> Written:
        return Written(f"⟨… {count}: {self.number(value)}⟩" if self.numbers else f"⟨… {count}⟩", Level.ATOM)

    def when(self, value: Expression, condition: Condition) -> Written:
        return Written(f"{self.write(value)} ({self.write(condition)})", Level.SUM)

    def tagged(self, inner: Expression, tag: str) -> Written:
        return Written(f"({self.write(inner)})[{tag}]", Level.ATOM)
