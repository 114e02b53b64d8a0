"""Wide sums: all terms where they are few, else the largest in their order with the rest elided in the middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from nn.replay.expression import Elided, Expression, Sum

MOST_TERMS = 6
KEPT_TERMS = 5


@dataclass(frozen=True)
class Kept:
    """Which of n terms are shown, in order; ``elided`` of them are not, which add up to ``value``. They go before the ``middle``-th shown."""

    indices: tuple[int, ...]
    middle: int
    elided: int
    value: float


def kept(values: Sequence[float], last: int = 0, sought: int | None = None) -> Kept:
    """The terms to show of a sum of ``values``: all up to ``MOST_TERMS``, else the ``KEPT_TERMS`` largest in size.

    ``last`` counts terms at the end (a bias) that are shown in any case, and so is the one with the index ``sought``.
    """
    count = len(values)
    if count <= MOST_TERMS:
        return Kept(tuple(range(count)), count, 0, 0.0)
    free = range(count - last)
    largest = sorted(free, key=lambda k: (k != sought, -abs(values[k]), k))[: KEPT_TERMS - last]
    shown = (*sorted(largest), *range(count - last, count))
    chosen = set(shown)
    rest = math.fsum(values[k] for k in free if k not in chosen)
    return Kept(shown, (len(largest) + 1) // 2, count - len(shown), rest)


def sum_of(terms: Sequence[Expression], values: Sequence[float], last: int = 0) -> Expression:
    """The terms added up, elided where there are many; a single term stays alone. ``values``: what each term comes to."""
    if len(terms) == 1:
        return terms[0]
    chosen = kept(values, last)
    shown = [terms[k] for k in chosen.indices]
    if chosen.elided:
        shown.insert(chosen.middle, Elided(chosen.elided, chosen.value))
    return Sum(tuple(shown))
