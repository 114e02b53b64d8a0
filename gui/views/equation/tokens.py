"""Which colours a factor has. Its number ①②③ says the same, so that colour is never alone."""

from __future__ import annotations

FACTORS = 3


def ink_token(number: int) -> str:
    """The colour of factor ``number``, counted from 1; they come round again after three. 0: nothing to tell apart."""
    return f"f{(number - 1) % FACTORS + 1}" if number else "text"


def frame_token(number: int) -> str:
    """The colour of its frame while it is looked at."""
    return ink_token(number) if number else "accent"


def ground_token(number: int) -> str:
    """The ground in that frame."""
    return f"f{(number - 1) % FACTORS + 1}bg" if number else "accentbg"
