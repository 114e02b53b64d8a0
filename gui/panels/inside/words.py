"""Numbers and classes as the columns say them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gui.format import fixed

ARROW = "→"
NONE = "–"


def percent(share: float) -> str:
    """99.9 %, or a dash where there is no number."""
    return f"{fixed(share * 100, 1)} %" if math.isfinite(share) else NONE


def class_name(names: Sequence[str], number: int) -> str:
    """A class by its name, or by its number where it has none."""
    return names[number] if 0 <= number < len(names) else str(number)


def are_digits(names: Sequence[str]) -> bool:
    """Whether the classes are the digits 0 to 9: samples are then called digits."""
    return tuple(names) == tuple("0123456789")
