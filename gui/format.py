"""Numbers as text: U+2212 for minus, a thin space between thousands, never a wall of digits."""

from __future__ import annotations

import math

MINUS = "\u2212"
THIN = "\u2009"


def number(value: float, digits: int = 3) -> str:
    """``value`` with ``digits`` decimals; very large or small ones in scientific notation."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    size = abs(value)
    plain = size == 0 or 10.0**-digits <= size < 1e5
    text = f"{value + 0.0:.{digits}f}" if plain else f"{value:.{max(digits - 1, 1)}e}"
    return text.replace("-", MINUS)


def fixed(value: float, digits: int = 3) -> str:
    """``value`` with ``digits`` decimals however small it is, for outputs in a row: 0.000 beside 0.993; huge ones as :func:`number`."""
    if not abs(value) < 1e5:
        return number(value, digits)
    return f"{round(value, digits) + 0.0:.{digits}f}".replace("-", MINUS)


def signed(value: float, digits: int = 4) -> str:
    """Like :func:`number`, with a plus where it is positive."""
    text = number(value, digits)
    return f"+{text}" if value > 0 else text


def count(value: int) -> str:
    """A whole number with thin spaces: 2 450."""
    return f"{value:,}".replace(",", THIN).replace("-", MINUS)


def exact(value: float) -> str:
    """All digits that tell this float from its neighbours."""
    return repr(float(value) + 0.0).replace("-", MINUS)


def per_second(value: float) -> str:
    """A rate with its prefix, without the unit: 7.3 M."""
    for factor, prefix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= factor:
            return f"{value / factor:.1f} {prefix}"
    return f"{value:.0f} "
