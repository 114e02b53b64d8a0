"""Numbers as people type them, and sensible steps up and down from them."""

from __future__ import annotations

import math
import re

from gui.format import MINUS, count

_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f'’")
_MINUSES = str.maketrans({MINUS: "-", "–": "-", "—": "-"})
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*")
_WORDS = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf, "∞": math.inf, "-∞": -math.inf}


def parse_number(text: str) -> float | None:
    """``text`` as a number, or ``None`` when it is none. Reads 0.5 and 0,5, −4, 1e-3, 10 000 and 1.000,5; also nan and inf."""
    plain = text.translate(_SPACES).translate(_MINUSES)
    if plain.lower() in _WORDS:
        return _WORDS[plain.lower()]
    if "," in plain and "." in plain:
        point = max(".,", key=plain.rfind)
        whole, _, decimals = plain.rpartition(point)
        if not _GROUPED.fullmatch(whole):
            return None
        plain = f"{_ungrouped(whole)}.{decimals}"
    plain = plain.replace(",", ".")
    return float(plain) if _NUMBER.fullmatch(plain) else None


def parse_finite(text: str) -> float | None:
    """The same where only a finite number can be used."""
    value = parse_number(text)
    return value if value is not None and math.isfinite(value) else None


def parse_percent(text: str) -> float | None:
    """A share typed in percent, with the sign or without it: "20 %" is 0.2."""
    value = parse_number(text.rstrip().removesuffix("%"))
    return None if value is None else value / 100


def parse_whole(text: str) -> int | None:
    """``text`` as a whole number, or ``None``. A point or comma before three digits separates thousands: 1.000 is 1000."""
    plain = text.translate(_SPACES).translate(_MINUSES)
    if _GROUPED.fullmatch(plain):
        return int(_ungrouped(plain))
    value = parse_number(plain)
    if value is None or not math.isfinite(value) or value != math.floor(value):
        return None
    return int(value)


def _ungrouped(plain: str) -> str:
    return plain.replace(",", "").replace(".", "")


def shown(value: float) -> str:
    """A setting as text that reads back as the same number: 0.05, 1e−05, 10 000."""
    if isinstance(value, int) or (math.isfinite(value) and value == int(value) and abs(value) < 1e15):
        return count(int(value))
    return repr(float(value)).replace("-", MINUS)


def linear_step(value: float, step: float, up: bool) -> float:
    """The next multiple of ``step`` above or below ``value``, without the dust of binary fractions."""
    ratio = round(value / step, 6)
    whole = math.floor(ratio) + 1 if up else math.ceil(ratio) - 1
    return round(whole * step, 12)


def log_step(value: float, up: bool, least: float) -> float:
    """The next of … 0.01, 0.02, 0.05, 0.1 … above or below ``value``; from 0 up comes ``least``, from ``least`` down 0."""
    if value < least:
        return least if up else value
    if value == least and not up:
        return 0.0
    power = math.floor(math.log10(value) + 1e-12)
    ladder = sorted(float(f"{digit}e{exponent}") for exponent in range(power - 1, power + 2) for digit in (1, 2, 5))
    if up:
        return next(rung for rung in ladder if rung > value * (1 + 1e-9))
    return next(rung for rung in reversed(ladder) if rung < value * (1 - 1e-9))
