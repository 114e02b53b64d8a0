"""The slips that a calculation invites, and the number that each of them gives."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from nn.text import Sentence

MOST_TERMS = 12  # of a wider sum or product, single terms are not looked for


class VerdictKind(StrEnum):
    """What an answer is: right, unreadable, or wrong in a way that has a name."""

    RIGHT = "right"
    UNREADABLE = "unreadable"
    SIGN = "sign"
    LOCAL = "local"  # the local derivative instead of the chained one
    FACTOR = "factor"  # one or more factors left out
    DIVIDED = "divided"  # by a factor, instead of multiplied
    FACTORS_ADDED = "factors-added"
    TERM = "term"  # one or more terms of a sum left out
    TERM_SIGN = "term-sign"
    RATE = "rate"  # the learning rate left out
    STEP_ADDED = "step-added"  # uphill instead of downhill
    STEP_ALONE = "step-alone"  # the change instead of the new value
    UNCHANGED = "unchanged"  # the old value
    BEFORE = "before"  # what goes into the last operation, instead of what comes out
    OTHER = "other"  # the slip has a sentence of its own
    DOUBLE = "double"
    HALF = "half"
    POWER_OF_TEN = "power-of-ten"
    RECIPROCAL = "reciprocal"
    ROUNDED = "rounded"  # too early, or to too few digits
    TOO_LARGE = "too-large"
    TOO_SMALL = "too-small"


class Factor(NamedTuple):
    """A factor or a term: what it is called (``str()`` of it is shown) and its value. ``local``: the local derivative of a chain rule."""

    symbol: object
    value: float
    local: bool = False


@dataclass(frozen=True)
class Slip:
    """Whoever makes it finds ``value``. ``about`` names what was left out or mistaken; ``sentence`` replaces the kind's own."""

    kind: VerdictKind
    value: float
    about: object = ""
    sentence: Sentence | None = None


def slips_of_product(factors: Sequence[Factor]) -> tuple[Slip, ...]:
    """What slips in the product of ``factors`` lead to; none for fewer than two factors."""
    if not 2 <= len(factors) <= MOST_TERMS:
        return ()
    values = [factor.value for factor in factors]
    found = [Slip(VerdictKind.LOCAL, factor.value, factor.symbol) for factor in factors if factor.local]
    for place, factor in enumerate(factors):
        others = values[:place] + values[place + 1 :]
        found.append(Slip(VerdictKind.FACTOR, math.prod(others), factor.symbol))
        if len(factors) > 2:
            found.append(Slip(VerdictKind.FACTOR, factor.value, _names(factors, place)))
        if factor.value:
            found.append(Slip(VerdictKind.DIVIDED, math.prod(others) / factor.value, factor.symbol))
    found.append(Slip(VerdictKind.FACTORS_ADDED, math.fsum(values)))
    found += [Slip(VerdictKind.ROUNDED, math.prod(round(value, places) for value in values)) for places in (1, 2, 3)]
    return _usable(found)


def slips_of_sum(terms: Sequence[Factor]) -> tuple[Slip, ...]:
    """What slips in the sum of ``terms`` lead to; none for fewer than two terms."""
    if not 2 <= len(terms) <= MOST_TERMS:
        return ()
    values = [term.value for term in terms]
    total = math.fsum(values)
    found: list[Slip] = []
    for place, term in enumerate(terms):
        found.append(Slip(VerdictKind.TERM, total - term.value, term.symbol))
        if len(terms) > 2:
            found.append(Slip(VerdictKind.TERM, term.value, _names(terms, place)))
        found.append(Slip(VerdictKind.TERM_SIGN, total - 2 * term.value, term.symbol))
    found += [Slip(VerdictKind.ROUNDED, math.fsum(round(value, places) for value in values)) for places in (1, 2, 3)]
    return _usable(found)


def _names(parts: Sequence[Factor], left_out: int) -> str:
    """The names of all but one."""
    return ", ".join(str(part.symbol) for place, part in enumerate(parts) if place != left_out)


def _usable(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    return tuple(slip for slip in slips if math.isfinite(slip.value))
