"""Numbers as the diagram writes them: as many decimals as asked for, fewer where the room is short or where fewer say it wholly."""

from __future__ import annotations

import math
from functools import lru_cache

from gui.format import MINUS, number
from nn.replay.writing_digits import RAISED, mantissa_and_exponent

ADVANCE = 0.6  # of the size: every character of the number face is as wide
LEAST = 2  # decimals of a number that needs fewer
BLANK = "·"
HIDDEN = "?"


@lru_cache(maxsize=8192)
def short(value: float, digits: int) -> str:
    """As the equation writes it, with two decimals at least: 0.05, 0.40, 0.3775, 0.593270, 1.2×10⁻⁷."""
    if not math.isfinite(value):
        return number(value)
    mantissa, exponent = mantissa_and_exponent(value, digits)
    if exponent is not None:
        return _scientific(mantissa, exponent)
    whole, _, decimals = mantissa.replace("-", MINUS).partition(".")
    return f"{whole}.{decimals.ljust(min(LEAST, digits), '0')}"


def fitted(value: float, digits: int, room: int) -> str:
    """``value`` in at most ``room`` characters where a shorter way of writing it does so."""
    text = short(value, digits)
    decimals = digits - 1
    while len(text) > room and decimals >= 0:
        text, decimals = _rounded(value, decimals), decimals - 1
    return text


def _rounded(value: float, decimals: int) -> str:
    """With fewer decimals than asked for."""
    text = number(value, decimals) if decimals else f"{value:.0e}"
    mantissa, e, exponent = text.partition("e")
    return _scientific(mantissa, int(exponent.replace(MINUS, "-"))) if e else text


def _scientific(mantissa: str, exponent: int) -> str:
    digits = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{digits.replace('-', MINUS)}×10{str(exponent).translate(RAISED)}"


def characters(width: float, pixels: float) -> int:
    """How many characters of the number face fit into ``width``."""
    return max(1, int(width / (ADVANCE * pixels) + 0.02))


def breadth(count: int, pixels: float) -> float:
    """Width of ``count`` characters."""
    return count * ADVANCE * pixels
