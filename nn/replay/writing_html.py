"""Expressions as one line of HTML, of the kind that Qt's rich text shows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from nn.replay.expression import Condition, Expression, Name, Number
from nn.replay.writer import Level, Written
from nn.replay.writing_digits import MINUS, html_number
from nn.replay.writing_plain import PlainWriter


class HtmlWriter(PlainWriter):
    """As the plain text, with letters in italics and indices below and above the line."""

    def number(self, value: float) -> str:
        return html_number(value, self.digits)

    def name(self, name: Name) -> Written:
        tag = "b" if name.bold else "i"
        text = escape(name.base) if name.upright else f"<{tag}>{escape(name.base)}</{tag}>"
        if name.sub:
            text += f"<sub>{escape(name.sub)}</sub>"
        above = escape(name.sup + name.mark).replace("-", MINUS)
        if above:
            text += f"<sup>{above}</sup>"
        return Written(text, Level.POWER if above else Level.ATOM)

    def raised(self, exponent: Expression) -> str:
        return f"<sup>{'2' if exponent == Number(2.0) else self.write(exponent)}</sup>"

    def call(self, function: str, arguments: Sequence[Expression]) -> Written:
        return Written(f"{escape(function)}({', '.join(self.write(a) for a in arguments)})", Level.ATOM)

    def relation(self, relation: str) -> str:
        return escape(relation)

    def when(self, value: Expression, condition: Condition) -> Written:
        return Written(f"{self.write(value)} ({self.write(condition)})", Level.SUM)

    def tagged(self, inner: Expression, tag: str) -> Written:
        return Written(f"({self.write(inner)})<sub>{escape(tag)}</sub>", Level.POWER)
