"""Compiled: small transparent pictures laid into a picture by the hundred: dots, words, and the signs of numbers.

Pictures and frames are those of :mod:`nn.backends.cpu_pixels`. A sheet of stamps is an array of words 0xAARRGGBB, premultiplied by their
alpha, in which stamps of one size lie in rows and columns.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_compile import entry, part
from nn.backends.cpu_pixels import Frame
from nn.backends.cpu_vector import element, put

Words = NDArray[np.uint32]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

SIGNS = "0123456789.\u2212"  # in the order of their stamps
POINT, MINUS = 10, 11
LARGEST = 1e5 - 1  # numbers above are written in another way
# A number has at most ten places: minus, five digits, point, three digits. The power of ten of each that is a digit, in thousandths.
POWERS = (0, 10**7, 10**6, 10**5, 10**4, 10**3, 0, 10**2, 10, 1)
UNITS = 5  # the place of the digit before the point, which is always there


class Stamps(NamedTuple):
    """A sheet, and one stamp's ``height`` and ``width`` in it."""

    sheet: Words
    height: int
    width: int


@part
def faded(pair: Any, share: Any) -> Any:
    """Two channels, each in the lower half of 16 bits, times ``share`` / 255."""
    both = pair * share
    return ((both + ((both >> np.uint32(8)) & np.uint32(0xFF00FF)) + np.uint32(0x800080)) >> np.uint32(8)) & np.uint32(0xFF00FF)


@part
def over(above: Any, below: Any) -> Any:
    """A premultiplied word over an opaque one."""
    rest = np.uint32(255) - (above >> np.uint32(24))
    low, high = faded(below & np.uint32(0xFF00FF), rest), faded((below >> np.uint32(8)) & np.uint32(0xFF00FF), rest)
    return np.uint32(above + low + (high << np.uint32(8)))


@part
def lay_part(pixels: Any, frame: Frame, words: Any, start: Any, stride: int, size: Any, x: Any, y: Any) -> None:
    """Words from ``start`` on, in rows each ``stride`` after the one before: a picture of ``size``, height and width, whose upper left corner comes
    into column ``x`` and row ``y``."""
    height, width = size
    for r in range(max(0, frame.top - y), min(height, frame.bottom - y)):
        source, target = start + r * stride, (y + r) * pixels.shape[1] + x
        for c in range(max(0, frame.left - x), min(width, frame.right - x)):
            above = element(words, source + c)
            if above != 0:
                put(pixels, target + c, over(above, element(pixels, target + c)))


@part
def lay(pixels: Any, frame: Frame, stamps: Stamps, row: int, column: int, x: Any, y: Any) -> None:
    """The stamp in a row and column of the sheet, its upper left corner in column ``x`` and row ``y`` of the picture."""
    stride = stamps.sheet.shape[1]
    start = row * stamps.height * stride + column * stamps.width
    lay_part(pixels, frame, stamps.sheet, start, stride, (stamps.height, stamps.width), x, y)


@entry
def lay_prints(pixels: Words, frame: Frame, words: Words, boxes: Ints) -> None:
    """Lay pictures of many sizes into ``pixels`` (height, width) within ``frame``. Their premultiplied ``words`` (m,) lie one after another;
    ``boxes`` (n, 5): where one's begin, its height and width, and the column and row of its upper left corner."""
    for n in range(boxes.shape[0]):
        lay_part(pixels, frame, words, boxes[n, 0], boxes[n, 2], (boxes[n, 1], boxes[n, 2]), boxes[n, 3], boxes[n, 4])


@entry
def lay_stamps(pixels: Words, frame: Frame, stamps: Stamps, rows: Ints, columns: Ints, xs: Ints, ys: Ints) -> None:
    """Lay stamps (n,) into ``pixels`` (height, width) within ``frame``: from ``rows`` and ``columns`` of their sheet, with their upper left
    corners at (``xs``, ``ys``)."""
    for n in range(xs.size):
        lay(pixels, frame, stamps, rows[n], columns[n], xs[n], ys[n])


@part
def sign_at(place: int, thousandths: Any, negative: bool) -> Any:
    """Which sign a number has in one of its ten places, −1 for none."""
    if place == 0:
        return MINUS if negative and thousandths > 0 else -1
    power = POWERS[place]
    if power == 0:
        return POINT
    return -1 if thousandths < power and place < UNITS else thousandths // power % 10


@entry
def lay_numbers(
    pixels: Words, frame: Frame, stamps: Stamps, advances: Floats, base: float, points: Floats, values: Floats, odd: NDArray[np.bool_]
) -> None:
    """Write ``values`` (n,) with three decimals, each centred at one of the ``points`` (n, 2), into ``pixels`` within ``frame``.

    ``stamps``: SIGNS in a row, each one pixel within its left side; ``advances`` (12,): how far each stands from the next; ``base``: how far below
    its top a stamp's middle line lies. All in pixels. ``odd`` (n,) becomes true where nothing is written: numbers that are too large,
    not finite, or so near the middle between two thousandths that only their exact digits decide.
    """
    for n in range(values.size):
        size = abs(values[n]) * 1000.0
        odd[n] = not (size < LARGEST * 1000.0 and abs(size - np.floor(size) - 0.5) > 1e-6)
        if odd[n]:
            continue
        thousandths, negative, wide = np.int64(np.rint(size)), values[n] < 0, 0.0
        for place in range(len(POWERS)):
            sign = sign_at(place, thousandths, negative)
            if sign >= 0:
                wide += advances[sign]
        left, y = points[n, 0] - wide / 2, np.int64(np.rint(points[n, 1] - base))
        for place in range(len(POWERS)):
            sign = sign_at(place, thousandths, negative)
            if sign >= 0:
                lay(pixels, frame, stamps, 0, sign, np.int64(np.rint(left)) - 1, y)
                left += advances[sign]
