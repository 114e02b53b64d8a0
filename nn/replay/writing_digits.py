"""How many digits of a number are written."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

Digits: TypeAlias = int | None
"""Decimals to round to; ``None`` writes all digits that tell a float from its neighbours."""

MINUS = "\u2212"
HUGE = 1e6
ULPS = 4  # so many neighbouring floats away a number still counts as the decimal
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def mantissa_and_exponent(value: float, digits: Digits) -> tuple[str, int | None]:
    """The digits with an ASCII minus, and the power of ten where the number is written in scientific notation.

    With ``digits`` decimals a number keeps at least two digits that say something; a smaller one is written as m × 10ᵏ. A number
    that needs fewer decimals (0.05) is written with what it needs, and so is what only float rounding keeps from needing fewer
    (0.2 · 0.1 = 0.020000000000000004 is 0.02). Zeros at the end thus say that a number was rounded.
    """
    if digits is None:
        return _split(repr(float(value)))
    if not math.isfinite(value):
        return repr(float(value)), None
    size = abs(value)
    if size == 0 or (float(f"1e{1 - digits}") <= size < HUGE) or (size < HUGE and _as_good_as(round(value, digits), value)):
        return _shortened(value, digits), None
    mantissa, _, exponent = f"{value:.{max(digits - 1, 1)}e}".partition("e")
    return _trimmed(mantissa, _as_good_as(float(f"{mantissa}e{exponent}"), value)), int(exponent)


def _as_good_as(rounded: float, value: float) -> bool:
    return abs(rounded - value) <= ULPS * math.ulp(value) and (rounded != 0 or value == 0)


def _split(text: str) -> tuple[str, int | None]:
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.removesuffix(".0")
    return ("0" if mantissa == "-0" else mantissa), int(exponent) if exponent else None


def _shortened(value: float, digits: int) -> str:
    rounded = round(value, digits)
    return _trimmed(f"{rounded + 0.0:.{digits}f}", _as_good_as(rounded, value))


def _trimmed(text: str, exact: bool) -> str:
    return text.rstrip("0").rstrip(".") if exact and "." in text else text


def plain_number(value: float, digits: Digits) -> str:
    """``−0.217``, ``1.2 × 10⁻⁵``, ``∞``; a number that is none is a dash."""
    return _joined(value, digits, lambda mantissa, exponent: f"{mantissa} × 10{str(exponent).translate(RAISED)}")


def html_number(value: float, digits: Digits) -> str:
    """As :func:`plain_number`, with the exponent raised by HTML."""
    return _joined(value, digits, lambda mantissa, exponent: f"{mantissa} × 10<sup>{str(exponent).replace('-', MINUS)}</sup>")


def latex_number(value: float, digits: Digits) -> str:
    r"""``-0.217``, ``1.2 \times 10^{-5}``, ``\infty``."""
    if math.isnan(value):
        return r"\text{NaN}"
    if math.isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    mantissa, exponent = mantissa_and_exponent(value, digits)
    return mantissa if exponent is None else rf"{mantissa} \times 10^{{{exponent}}}"


def _joined(value: float, digits: Digits, raise_ten: Callable[[str, int], str]) -> str:
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    mantissa, exponent = mantissa_and_exponent(value, digits)
    mantissa = mantissa.replace("-", MINUS)
    return mantissa if exponent is None else raise_ten(mantissa, exponent)


def is_scientific(value: float, digits: Digits) -> bool:
    """Whether the number is written as m × 10ᵏ."""
    return math.isfinite(value) and mantissa_and_exponent(value, digits)[1] is not None
