"""Which neurons of a wide layer are shown: the first, the last, and those on the path; the others are folded."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import NamedTuple


class Fold(NamedTuple):
    """``units`` neurons left out between the ones shown at ``place`` − 1 and ``place``."""

    place: int
    units: int


def shown_units(width: int, room: int, wanted: Collection[int] = ()) -> tuple[int, ...]:
    """At most ``room`` rows of ``width`` neurons, each fold counted as a row; ``wanted`` ones first, then from both ends."""
    if width <= room:
        return tuple(range(width))
    for slots in range(max(room - 1, 1), 0, -1):
        units = _units(width, slots, wanted)
        if slots + len(folds(units, width)) <= room or slots == 1:
            return units
    return ()


def _units(width: int, slots: int, wanted: Collection[int]) -> tuple[int, ...]:
    chosen = dict.fromkeys(unit for unit in wanted if 0 <= unit < width)
    ends = (unit for pair in zip(range(width), range(width - 1, -1, -1), strict=True) for unit in pair)
    for unit in ends:
        if len(chosen) >= slots:
            break
        chosen[unit] = None
    return tuple(sorted(list(chosen)[:slots]))


def folds(units: tuple[int, ...], width: int) -> tuple[Fold, ...]:
    """Where neurons are left out, and how many."""
    ends = (-1, *units, width)
    return tuple(Fold(place, after - before - 1) for place, (before, after) in enumerate(pairwise(ends)) if after - before > 1)
