"""Numbers that fit beside a tile."""

from __future__ import annotations

import math

from gui.format import MINUS, number


def short(value: float, *, plus: bool = False) -> str:
    """At most four characters and a sign: 0.91, 12.3, 0.01, 4e−4. What is nearly nothing is said by its power, not as 0.00."""
    if not math.isfinite(value):
        return number(value)
    size = abs(value)
    if size >= 9999.5 or 0 < size < 0.005:
        digits, power = f"{size:.0e}".split("e")
        text = f"{digits}e{int(power)}"
    else:
        text = f"{size:.{2 if size < 9.995 else 1 if size < 99.95 else 0}f}"
    return f"{MINUS if value < 0 else '+' if plus and value > 0 else ''}{text.replace('-', MINUS)}"
