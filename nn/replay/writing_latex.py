"""Expressions for LaTeX's math mode, in the part of it that latex2mathml and ziamath understand too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nn.replay.expression import Condition, Expression, Name
from nn.replay.writer import Level, Writer, Written
from nn.replay.writing_digits import latex_number

_LETTERS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega"
_GREEK = {letter: rf"\{name}" for letter, name in zip("αβγδεζηθικλμνξπρστυφχψω", re.findall(r"\w+", _LETTERS), strict=True)}
_FUNCTIONS = {word: rf"\{word}" for word in ("ln", "exp", "sin", "cos", "tan", "tanh", "max", "min")} | {
    "log10": r"\log_{10}",
    "σ": r"\sigma",
    "f′": "f'",
    "Σ": r"\sum",
}
_RELATIONS = {"≥": r"\ge", "≤": r"\le"}
_SIGNS = {"·": r" \cdot ", "⊙": r" \odot "}


class LatexWriter(Writer):
    r"""``\frac{1}{2} \cdot (\mathit{target}_{o1} - \mathit{out}_{o1})^{2}``."""

    minus = "-"

    def parenthesised(self, found: Written) -> Written:
        text = rf"\left({found.text}\right)" if found.tall else f"({found.text})"
        return Written(text, Level.ATOM, found.tall)

    def number(self, value: float) -> str:
        return latex_number(value, self.digits)

    def name(self, name: Name) -> Written:
        text = _letters(name.base, upright=name.upright)
        if name.bold:
            text = rf"\boldsymbol{{{text}}}"
        if name.sub:
            text += f"_{{{_index(name.sub)}}}"
        above = name.sup + name.mark.replace("T", r"\top")
        if above:
            text += f"^{{{above}}}"
        return Written(text, Level.POWER if above else Level.ATOM)

    def joiner(self, _factors: Sequence[Expression], sign: str) -> str:
        return _SIGNS[sign]

    def fraction(self, top: Expression, bottom: Expression) -> Written:
        return Written(rf"\frac{{{self.write(top)}}}{{{self.write(bottom)}}}", Level.POWER, tall=True)

    def power(self, base: Expression, exponent: Expression) -> Written:
        found = self.at_least(base, Level.ATOM)
        return Written(f"{found.text}^{{{self.write(exponent)}}}", Level.POWER, found.tall)

    def call(self, function: str, arguments: Sequence[Expression]) -> Written:
        parts = [self.written(argument) for argument in arguments]
        inner = Written(", ".join(part.text for part in parts), Level.SUM, any(part.tall for part in parts))
        if function == "√":
            return Written(rf"\sqrt{{{inner.text}}}", Level.ATOM, tall=True)
        name = _FUNCTIONS.get(function) or rf"\operatorname{{{function}}}"
        return Written(f"{name}{self.parenthesised(inner).text}", Level.ATOM, inner.tall)

    def derivative(self, top: Expression, bottom: Expression) -> Written:
        return Written(rf"\frac{{\partial {self.write(top)}}}{{\partial {self.write(bottom)}}}", Level.POWER, tall=True)

    def relation(self, relation: str) -> str:
        return _RELATIONS.get(relation, relation)

    def elided(self, count: int, value: float) -> Written:
        inner = self.number(value) if self.numbers else r"\cdots"
        return Written(rf"\underbrace{{{inner}}}_{{{count}}}", Level.ATOM, tall=True)

    def when(self, value: Expression, condition: Condition) -> Written:
        found = self.written(value)
        return Written(rf"{found.text} \quad ({self.write(condition)})", Level.SUM, found.tall)

    def tagged(self, inner: Expression, tag: str) -> Written:
        """``via h1`` below: the word upright, the neuron as everywhere."""
        word, _, neuron = tag.partition(" ")
        return Written(rf"{self.parenthesised(self.written(inner)).text}_{{\text{{{word} }}{_index(neuron)}}}", Level.POWER, tall=True)


def _letters(text: str, *, upright: bool) -> str:
    if text in _GREEK:
        return _GREEK[text]
    if len(text) == 1 and not upright:
        return text
    return rf"\{'mathrm' if upright else 'mathit'}{{{text}}}"


def _index(text: str) -> str:
    """Words in a subscript are set as words; o1 and h2.1 as a letter with a number."""
    return re.sub(r"[A-Za-z]{2,}", lambda word: rf"\mathit{{{word.group()}}}", text)
