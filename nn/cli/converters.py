"""How a flag's text becomes its value. argparse turns the ArgumentTypeError that each may raise into a sentence that names the flag."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from enum import StrEnum
from typing import Any


def word(kind: type[StrEnum], besides: str | None = None) -> Callable[[str], Any]:
    """To a member of ``kind``; the text ``besides`` is allowed too and stays as it is."""

    def convert(text: str) -> Any:
        if text == besides:
            return text
        if text not in list(kind):
            raise ArgumentTypeError(f"“{text}” is none of {', '.join(kind)}")
        return kind(text)

    return convert


def words(kind: type[StrEnum]) -> Callable[[str], tuple[Any, ...]]:
    """To members of ``kind``, written with commas between, or none."""
    convert = word(kind)
    return lambda text: tuple(convert(name) for name in names(text))


def names(text: str) -> tuple[str, ...]:
    """What stands between the commas; nothing for an empty text and for “none”."""
    return () if text.strip() in ("", "none") else tuple(name.strip() for name in text.split(","))


def widths(text: str) -> tuple[int, ...]:
    """Widths of hidden layers: whole numbers with commas between, or none."""
    try:
        return tuple(int(width) for width in names(text))
    except ValueError:
        raise ArgumentTypeError(f"“{text}” must be whole numbers with commas between, such as 4,8, or none") from None


def numbers(text: str) -> tuple[float, ...]:
    """Numbers with commas between."""
    try:
        return tuple(float(number) for number in names(text))
    except ValueError:
        raise ArgumentTypeError(f"“{text}” must be numbers with commas between") from None


def assignments(text: str) -> tuple[tuple[str, float], ...]:
    """Names and their numbers, such as ``w=3,x=2``; no name has two. A minus may be U+2212."""
    found: dict[str, float] = {}
    for part in text.replace(",", " ").split():
        name, sign, number = part.partition("=")
        try:
            value = float(number.replace("−", "-"))
        except ValueError:
            sign = ""
        if not (name and sign):
            raise ArgumentTypeError(f"“{part}” must be a name and its number, such as w=3; decimals have a point")
        if name in found:
            raise ArgumentTypeError(f"“{text}” gives {name} two values")
        found[name] = value
    return tuple(found.items())


def points(text: str) -> tuple[tuple[float, float, int], ...]:
    """Points as x1, x2 and class, with semicolons between."""
    try:
        rows = [point.split(",") for point in text.split(";") if point.strip()]
        return tuple((float(x1), float(x2), int(label)) for x1, x2, label in rows)
    except ValueError:
        raise ArgumentTypeError("points must be written as x,y,class with semicolons between, such as 0.5,1,0;2,1,1") from None


def batch(text: str) -> int | str:
    """Samples per update, or the word “full”."""
    if text == "full":
        return text
    try:
        return int(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” must be a whole number or full") from None


def samples(text: str) -> tuple[int, ...]:
    """Numbers of samples, none of them twice."""
    try:
        found = tuple(int(number) for number in text.split(","))
    except ValueError:
        raise ArgumentTypeError(f"“{text}” must be a sample's number, or several with commas between, such as 3,5") from None
    if len(set(found)) < len(found):
        raise ArgumentTypeError(f"“{text}” names a sample twice")
    return found


def span(text: str) -> tuple[int, int]:
    """The first and the last of a range such as ``1-3``; ``2`` is both."""
    first, dash, last = text.partition("-")
    try:
        return int(first), int(last if dash else first)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” must be an iteration or a range of them, such as 2 or 1-3") from None


def digits(text: str) -> int:
    """A number of decimals, 1 to 17."""
    if text.isdecimal() and 1 <= int(text) <= 17:
        return int(text)
    raise ArgumentTypeError(f"“{text}” must be a whole number from 1 to 17")
