"""What the slips of values and of derivatives are made from."""

from __future__ import annotations

import math
from collections.abc import Mapping

from nn.answers import Slip, VerdictKind
from nn.graph import words
from nn.graph.evaluate import term_value
from nn.graph.term import Term
from nn.replay.words import Symbol
from nn.text import Sentence


def own(value: float, template: str, kind: VerdictKind = VerdictKind.OTHER, **values: object) -> Slip:
    """A slip with a sentence of its own."""
    return Slip(kind, value, sentence=Sentence(template, values))


def symbol(name: str) -> Symbol:
    """A node's name, to put into a sentence."""
    return words.called(words.name_of(name))


def derivative(top: str, bottom: str) -> Symbol:
    """∂top/∂bottom, to put into a sentence."""
    return words.called(words.derivative(top, bottom))


def evaluated(term: Term, values: Mapping[str, float]) -> float:
    """The formula's value, NaN where it has none."""
    try:
        return float(term_value(term, values))
    except (ValueError, ZeroDivisionError, OverflowError):
        return math.nan
