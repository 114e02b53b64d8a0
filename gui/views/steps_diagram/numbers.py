"""Numbers as the diagram writes them: as many decimals as asked for, fewer where the room is short, and given ones as short as they are."""

from __future__ import annotations

from functools import lru_cache

from gui.format import MINUS, number

ADVANCE = 0.6  # of the size: every character of the number face is as wide
LEAST = 2  # decimals of a given number
BLANK = "·"
HIDDEN = "?"


def written(value: float, digits: int) -> str:
    """A calculated number."""
    return number(value, digits)


@lru_cache(maxsize=8192)
def short(value: float, digits: int) -> str:
    """A given number, or a weight: 0.05, 0.40, as far as ``digits`` decimals say it wholly; else cut to these."""
    text = number(value, digits)
    if "e" in text or float(text.replace(MINUS, "-")) != value or "." not in text:
        return text
    whole, decimals = text.split(".")
    return f"{whole}.{decimals.rstrip('0').ljust(min(LEAST, digits), '0')}"


def fitted(value: float, digits: int, room: int, *, given: bool = False) -> str:
    """``value`` in at most ``room`` characters where a shorter way of writing it does so."""
    write = short if given else written
    for decimals in range(digits, 0, -1):
        text = write(value, decimals)
        if len(text) <= room:
            return text
    return f"{value:.0e}".replace("-", MINUS)


def characters(width: float, pixels: float) -> int:
    """How many characters of the number face fit into ``width``."""
    return max(1, int(width / (ADVANCE * pixels) + 0.02))


def breadth(count: int, pixels: float) -> float:
    """Width of ``count`` characters."""
    return count * ADVANCE * pixels
