"""Compiled: a plot's line and its band, from the numbers straight into the pixels, however many numbers there are.

Points are placed on the axes, those that share a column of pixels are joined, and what is between is drawn from left to right. Pictures,
frames and records of curves are those of :mod:`nn.backends.cpu_pixels`.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from math import ceil, floor, isnan, log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_compile import compact, entry, part
from nn.backends.cpu_curves import draw_dot_by_dot
from nn.backends.cpu_pixels import RECORD, Floats, Frame

STEP = 2  # columns that a line is straight in
CROWDED = 2  # points to a column, beyond which those of a column are joined
ROWS = 3  # of the room for joined points: x, and one height or two

Numbers = NDArray[np.float64]


class Axis(NamedTuple):
    """Values from ``low`` to ``high`` lie ``step`` px for each 1 from the pixel ``start`` on, and none beyond ``least`` or ``most``.
    ``logarithmic`` is 1 or 0; if 1, all this is said of the values' logarithms."""

    low: float
    high: float
    start: float
    step: float
    least: float
    most: float
    logarithmic: int


# Points


@part
def pixel(axis: Axis, value: Any) -> Any:
    """Where a value lies; 0 and less at the start of a logarithmic axis."""
    shown = value
    if axis.logarithmic:
        shown = axis.low
        if value > 0:
            shown = log(value)
    return min(max(axis.start + (shown - axis.low) * axis.step, axis.least), axis.most)


@part
def known(low: Any, high: Any, i: int) -> Any:
    return not (isnan(low[i]) or isnan(high[i]))


@part
def visible(x: Any, low: Any, high: Any, along: Axis) -> Any:
    """The first point to be drawn, one past the last, and how many are known: those on the axis and one on each side of it."""
    first, stop, count = 0, 0, 0
    for i in range(x.size):
        if known(low, high, i):
            if x[i] < along.low:
                first, count = i, 0
            stop, count = i + 1, count + 1
            if x[i] > along.high:
                break
    return first, stop, count


@part
def join_means(x: Any, y: Any, along: Axis, up: Axis, room: Any) -> Any:
    """Into ``room`` the points of a line, each the mean, as drawn, of those in a column of pixels; returns how many."""
    first, stop, points = visible(x, y, y, along)
    crowded = points > CROWDED * (along.high - along.low) * abs(along.step)
    count, column = 0, 0.0
    for i in range(first, stop):
        if known(y, y, i):
            here = pixel(along, x[i])
            if count == 0 or not crowded or floor(here) != column:
                room[0, count] = room[1, count] = room[2, count] = 0.0
                count, column = count + 1, floor(here)
            room[0, count - 1] += here
            room[1, count - 1] += pixel(up, y[i])
            room[2, count - 1] += 1.0
    for k in range(count):
        room[0, k], room[1, k] = room[0, k] / room[2, k], room[1, k] / room[2, k]
    return count


@part
def join_extremes(x: Any, low: Any, high: Any, along: Axis, up: Axis, room: Any) -> Any:
    """Into ``room`` the points of a band, the extremes of those in a column of pixels, where it begins; returns how many."""
    first, stop, points = visible(x, low, high, along)
    crowded = points > CROWDED * (along.high - along.low) * abs(along.step)
    count, column = 0, 0.0
    for i in range(first, stop):
        if known(low, high, i):
            here = pixel(along, x[i])
            if count == 0 or not crowded or floor(here) != column:
                room[0, count], room[1, count], room[2, count] = here, high[i], low[i]
                count, column = count + 1, floor(here)
            room[1, count - 1], room[2, count - 1] = max(room[1, count - 1], high[i]), min(room[2, count - 1], low[i])
    for k in range(count):
        room[1, k], room[2, k] = pixel(up, room[1, k]), pixel(up, room[2, k])
    return count


@part
def before(room: Any, count: int, k: int, place: Any) -> Any:
    """The last point at or left of a place, sought from point ``k`` on; the first if none is."""
    while k + 1 < count and room[0, k + 1] <= place:
        k += 1
    return k


@part
def height(room: Any, row: int, count: int, k: int, place: Any) -> Any:
    """Of a line how high it is at a place, before which is point ``k``."""
    if k + 1 >= count or place <= room[0, k]:
        return room[row, k]
    share = (place - room[0, k]) / (room[0, k + 1] - room[0, k])
    return room[row, k] + share * (room[row, k + 1] - room[row, k])


# Pixels


@part
def draw_pair(pixels: Any, frame: Frame, left: int, course: Any, ends: Any, record: Any) -> None:
    """Of a line between its ``ends`` the columns ``left`` and after it, from one height of ``course`` to the other."""
    slope, middle = (course[1] - course[0]) / STEP, (course[0] + course[1]) / 2
    for side in range(STEP):
        column = left + side
        if frame.left <= column < frame.right:
            cover = min(max(min(column + 1.0, ends[1]) - max(column + 0.0, ends[0]), 0.0), 1.0)
            y = middle + slope * (side - 0.5) - 0.5
            draw_dot_by_dot(pixels, frame, column, (np.float32(y), np.float32(slope), np.float32(cover)), record, 0)


@part
def fill_column(pixels: Any, frame: Frame, column: int, high: Any, low: Any, colour: Any, opacity: Any) -> None:
    """Lay a colour over a column from one height to the other; the ends are smooth."""
    for row in range(max(int(high), frame.top), min(int(low) + 1, frame.bottom)):
        share = opacity * max(min(low, row + 1.0) - max(high, row + 0.0), 0.0)
        word = np.uint32(0xFF000000)
        for shift in (np.uint32(16), np.uint32(8), np.uint32(0)):
            below, above = float((pixels[row, column] >> shift) & np.uint32(255)), float((colour >> shift) & np.uint32(255))
            word |= np.uint32(np.int32(below + share * (above - below) + 0.5)) << shift
        pixels[row, column] = word


@entry
def draw_line(pixels: NDArray[np.uint32], frame: Frame, x: Numbers, y: Numbers, along: Axis, up: Axis, record: Floats, room: Numbers) -> int:
    """Draw the line through points (m,), ``x`` rising, not-a-number in ``y`` bridged, over ``pixels`` (height, width) within ``frame``, as wide,
    dashed and coloured as ``record`` (RECORD,) says, which is written to. ``room`` (ROWS, m) holds the points that are left when those of a
    column are joined into their mean. Returns how many; fewer than two are no line."""
    compact()
    count = join_means(x, y, along, up, room)
    if count < 2:
        return int(count)
    ends = room[0, 0], room[0, count - 1]
    first, last = max(floor(ends[0]), frame.left - STEP), min(ceil(ends[1]), frame.right + STEP)
    k = before(room, count, 0, first)
    here = height(room, 1, count, k, first)
    for left in range(first, last, STEP):
        k = before(room, count, k, left + STEP)
        there = height(room, 1, count, k, left + STEP)
        draw_pair(pixels, frame, left, (here, there), ends, record)
        here = there
    return int(count)


@entry
def draw_band(
    pixels: NDArray[np.uint32], frame: Frame, x: Numbers, low: Numbers, high: Numbers, along: Axis, up: Axis, colour: np.uint32, opacity: float,
    room: Numbers,
) -> int:  # fmt: skip
    """As :func:`draw_line`, what lies between two lines, through ``low`` and ``high`` (m,), of which those in a column are joined into their
    extremes; ``opacity`` of ``colour`` is laid over what is there."""
    compact()
    count = join_extremes(x, low, high, along, up, room)
    if count < 2:
        return int(count)
    k = 0
    for column in range(max(floor(room[0, 0]), frame.left), min(ceil(room[0, count - 1]), frame.right)):
        k = before(room, count, k, column + 0.5)
        fill_column(pixels, frame, column, height(room, 1, count, k, column + 0.5), height(room, 2, count, k, column + 0.5), colour, opacity)
    return int(count)


def warm_up() -> None:
    """Compile (or load) them."""
    pixels, frame, numbers, room = np.zeros((4, 4), dtype=np.uint32), Frame(0, 0, 4, 4), np.arange(2.0), np.zeros((ROWS, 2))
    numbers.setflags(write=False)  # as a snapshot's are
    axis = Axis(0.0, 1.0, 0.0, 4.0, 0.0, 4.0, 0)
    draw_line(pixels, frame, numbers, numbers, axis, axis, np.zeros(RECORD, dtype=np.float32), room)
    draw_band(pixels, frame, numbers, numbers, numbers, axis, axis, np.uint32(0), 0.0, room)
