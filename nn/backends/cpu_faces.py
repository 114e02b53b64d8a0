"""Compiled: small squares of colour with round corners and an outline, made from numbers and laid into a picture by the hundred.

Pictures and frames are those of :mod:`nn.backends.cpu_pixels`.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_compile import entry, part
from nn.backends.cpu_pixels import Floats, Frame
from nn.backends.cpu_vector import element, put

Ints = NDArray[np.int64]
Words = NDArray[np.uint32]


class Course(NamedTuple):
    """Linear interpolation along one side: pixel p lies ``share[p]`` of the way from cell ``below[p]`` to the next; level beyond the
    middles of the outermost cells."""

    below: Ints
    share: Floats


@lru_cache(maxsize=64)
def course(cells: int, pixels: int) -> Course:
    """From ``cells`` to ``pixels``."""
    place = np.clip((np.arange(pixels) + 0.5) * cells / pixels - 0.5, 0, cells - 1)
    below = np.minimum(place.astype(np.int64), max(cells - 2, 0))
    return Course(below, (place - below).astype(np.float32))


@part
def fit(value: Any, scale: Any, shift: Any) -> Any:
    """A number as −1 to 1, 0 if it is none."""
    found = value * scale + shift
    if not found == found:  # noqa: PLR0124, SIM201 - not-a-number
        return np.float32(0)
    return min(max(found, np.float32(-1)), np.float32(1))


@entry
def shade_squares(
    numbers: NDArray[np.float32], rows: Ints, scale: Floats, shift: Floats, table: Words, down: Course, across: Course, line: Floats, words: Words
) -> None:
    """Numbers (m, h, w) as colours: ``words`` (n, side, side) of those in ``rows`` (n,), turned upside down, smoothly enlarged.

    A number v counts as v · ``scale`` + ``shift``, both (n,), of which −1 is ``table``'s first entry and 1 its last. ``line`` (w + 1,) is
    room to work in.
    """
    height, width, half = numbers.shape[1], numbers.shape[2], np.float32((table.size - 1) / 2)
    place = 0
    for n in range(rows.size):
        for y in range(down.below.size):
            low = height - 1 - down.below[y]
            upper = (rows[n] * height + low) * width
            lower = upper - width * min(low, 1)
            share, by, plus = down.share[y], scale[n], shift[n]
            for x in range(width):
                one, two = fit(element(numbers, upper + x), by, plus), fit(element(numbers, lower + x), by, plus)
                put(line, x, (one + share * (two - one)) * half + half + np.float32(0.5))
            put(line, width, element(line, width - 1))
            for x in range(across.below.size):
                left = element(across.below, x)
                here = element(line, left)
                put(words, place, element(table, np.int64(here + element(across.share, x) * (element(line, left + 1) - here))))
                place += 1


class Rim(NamedTuple):
    """What corners and outline do to a square, padded by ``pad`` pixels on each side: shares (side + 2·pad,)² of the square's own colour
    and of the outline's; what is left is the picture's."""

    pad: int
    kept: NDArray[np.float32]
    drawn: NDArray[np.float32]


@part
def channel(below: Any, colour: Any, outline: Any, kept: Any, drawn: Any, shift: Any) -> Any:
    """One channel of three colours mixed, at its place in a word."""
    low = np.float32((below >> shift) & np.uint32(255))
    own, rim = np.float32((colour >> shift) & np.uint32(255)), np.float32((outline >> shift) & np.uint32(255))
    return np.uint32(np.int32(low + kept * (own - low) + drawn * (rim - low) + np.float32(0.5))) << shift


@part
def mixed(below: Any, colour: Any, outline: Any, kept: Any, drawn: Any) -> Any:
    red = channel(below, colour, outline, kept, drawn, np.uint32(16))
    green = channel(below, colour, outline, kept, drawn, np.uint32(8))
    return np.uint32(0xFF000000) | red | green | channel(below, colour, outline, kept, drawn, np.uint32(0))


@part
def lay_square(pixels: Any, frame: Frame, words: Any, n: int, x: int, y: int, rim: Rim, outline: Any, ground: Any, fade: Any) -> None:
    """Square ``n`` with its upper left corner in column ``x`` and row ``y``; where ``fade`` is below 1, so much of it over ``ground``."""
    side, pad = words.shape[1], rim.pad
    if fade < 1:
        outline = mixed(ground, outline, outline, fade, np.float32(0))
    for r in range(max(-pad, frame.top - y), min(side + pad, frame.bottom - y)):
        target, source, shares = (y + r) * pixels.shape[1] + x, (n * side + r) * side, (r + pad) * (side + 2 * pad) + pad
        for c in range(max(-pad, frame.left - x), min(side + pad, frame.right - x)):
            colour = ground
            if 0 <= r < side and 0 <= c < side:
                colour = element(words, source + c)
            if fade < 1:
                colour = mixed(ground, colour, colour, fade, np.float32(0))
            kept = element(rim.kept, shares + c)
            if kept < 1:
                colour = mixed(element(pixels, target + c), colour, outline, kept, element(rim.drawn, shares + c))
            put(pixels, target + c, colour)


@entry
def lay_squares(pixels: Words, frame: Frame, words: Words, xs: Ints, ys: Ints, rim: Rim, outline: np.uint32, ground: np.uint32, fade: Floats) -> None:
    """Lay squares ``words`` (n, side, side) into ``pixels`` within ``frame``, each with its upper left corner at (``xs``, ``ys``) (n,)."""
    for n in range(xs.size):
        lay_square(pixels, frame, words, n, xs[n], ys[n], rim, outline, ground, fade[n])
