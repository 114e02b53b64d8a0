"""Symbols painted as one line of text with real subscripts: ∂E_total/∂w₅, and phrases with symbols in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter
from typing import TypeAlias

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui.format import MINUS
from nn.replay.expression import Derivative, Expression, Name, Negative, Number, Tagged

SMALL = 0.76  # size of a subscript
DROP, RISE = 0.2, 0.36  # how far a subscript lies below the base line and a superscript above it, in parts of the size
BOTH_DROP, BOTH_RISE = 0.3, 0.52  # the same where one stands above the other
HAIR = 0.06  # between a letter and what hangs at its end, in parts of the size
LEAST_PIXELS = 8
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")

Phrase: TypeAlias = Sequence[str | Expression]
"""Words and symbols in a row: ("net and out of ", Name("h", "1"))."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of text on the base line with what hangs below and above its end."""

    text: str
    sub: str = ""
    sup: str = ""


def marks_of(expression: Expression) -> tuple[Mark, ...]:
    """A symbol as text on one line. Raises TypeError for what is no symbol: a number of the walk, a fraction, a condition."""
    marks: tuple[Mark, ...]
    match expression:
        case Name(base, sub, sup, mark=mark):
            marks = (Mark(base, sub, sup + mark),)
        case Number(value):
            marks = (Mark(f"{value:g}".replace("-", MINUS)),)
        case Derivative(top, bottom):
            marks = (Mark("∂"), *marks_of(top), Mark("/∂"), *marks_of(bottom))
        case Negative(inner):
            marks = (Mark(MINUS), *marks_of(inner))
        case Tagged(inner, tag):
            marks = (Mark("("), *marks_of(inner), Mark(")", tag))
        case _:
            raise TypeError(f"{type(expression).__name__} is no symbol that fits a line of text")
    return marks


def phrase_marks(phrase: Phrase) -> tuple[Mark, ...]:
    """A phrase as pieces in a row."""
    marks: list[Mark] = []
    for part in phrase:
        marks += (Mark(part),) if isinstance(part, str) else marks_of(part)
    return tuple(marks)


def phrase_of(template: str, **symbols: Expression | str) -> tuple[str | Expression, ...]:
    """A translated template such as "net and out of {neuron}" with symbols in its fields."""
    parts: list[str | Expression] = []
    for text, field, _, _ in Formatter().parse(template):
        if text:
            parts.append(text)
        if field is not None:
            parts.append(symbols[field])
    return tuple(parts)


def plain_text(phrase: Phrase) -> str:
    """What a screen reader says: net and out of h1, ∂E_total/∂w5."""
    return "".join(_plain(mark) for mark in phrase_marks(phrase))


def _plain(mark: Mark) -> str:
    joiner = "" if len(mark.sub) <= 1 or mark.sub[:1].isdigit() else "_"
    return mark.text + (joiner + mark.sub if mark.sub else "") + mark.sup


def small_digits(phrase: Phrase) -> str:
    """One line of text for where nothing can be lowered: a number below is written with small digits, w₅."""
    marks = phrase_marks(phrase)
    return "".join(mark.text + mark.sub.translate(LOWERED) + mark.sup if mark.sub.isdigit() else _plain(mark) for mark in marks)


def small_font(font: QFont) -> QFont:
    """The face of the subscripts beside ``font``."""
    small = QFont(font)
    small.setPixelSize(max(round(font.pixelSize() * SMALL), LEAST_PIXELS))
    return small


class Setter:
    """Measures and paints marks in one font; make one for a paint event and use it for all its rows."""

    def __init__(self, font: QFont) -> None:
        self.font, self.small = font, small_font(font)
        self.metrics, self.small_metrics = QFontMetricsF(self.font), QFontMetricsF(self.small)

    def _advances(self, mark: Mark) -> tuple[float, float]:
        """Widths of the text and of what hangs at its end."""
        hanging = max((self.small_metrics.horizontalAdvance(text) for text in (mark.sub, mark.sup) if text), default=0.0)
        gap = HAIR * self.font.pixelSize() if hanging and mark.text else 0.0
        return self.metrics.horizontalAdvance(mark.text) + gap, hanging

    def width(self, marks: Sequence[Mark]) -> float:
        return sum(sum(self._advances(mark)) for mark in marks)

    def elided(self, marks: Sequence[Mark], room: float) -> tuple[Mark, ...]:
        """The marks that fit into ``room`` pixels, with … at the end where some don't."""
        if self.width(marks) <= room:
            return tuple(marks)
        kept: list[Mark] = []
        left = room - self.metrics.horizontalAdvance("…")
        for mark in marks:
            needed = sum(self._advances(mark))
            if needed > left:
                cut = self._cut(mark.text, left)
                return (*kept, Mark(f"{cut}…"))
            kept.append(mark)
            left -= needed
        return tuple(kept)

    def _cut(self, text: str, room: float) -> str:
        while text and self.metrics.horizontalAdvance(text) > room:
            text = text[:-1]
        return text.rstrip()

    def paint(self, painter: QPainter, marks: Sequence[Mark], x: float, base: float) -> float:
        """Paint with the painter's pen, the base line at ``base``. Returns where the text ends."""
        size = self.font.pixelSize()
        for mark in marks:
            advance, hanging = self._advances(mark)
            drop, rise = (BOTH_DROP, BOTH_RISE) if mark.sub and mark.sup else (DROP, RISE)
            painter.setFont(self.font)
            painter.drawText(QPointF(x, base), mark.text)
            painter.setFont(self.small)
            if mark.sub:
                painter.drawText(QPointF(x + advance, base + round(size * drop)), mark.sub)
            if mark.sup:
                painter.drawText(QPointF(x + advance, base - round(size * rise)), mark.sup)
            x += advance + hanging
        return x


def paint_phrase(painter: QPainter, phrase: Phrase, x: float, base: float, font: QFont, *, room: float | None = None) -> float:
    """Paint a phrase from ``x`` on, cut to ``room`` pixels with an ellipsis. Returns where it ends."""
    setter = Setter(font)
    marks = phrase_marks(phrase)
    return setter.paint(painter, marks if room is None else setter.elided(marks, room), x, base)


def phrase_width(phrase: Phrase, font: QFont) -> float:
    """How wide a phrase is in ``font``, pixels."""
    return Setter(font).width(phrase_marks(phrase))


def base_line(metrics: QFontMetricsF, top: float, height: float) -> float:
    """The base line at which capitals stand in the middle of a row."""
    return round(top + (height + metrics.capHeight()) / 2)
