"""Compiled: curves in such numbers that single ones can't be told apart, painted as what they come to: how much ink lies on each pixel.

A curve puts into each column the length that it runs there, spread over the rows that it crosses: it is added at the first row and
taken away after the last, and the sum down the column is the ink. Positive and negative ink are summed apart and mixed by their
shares; negative ink is striped, as its curves are dashed where there are few. Pictures, frames and bands are those of
:mod:`nn.backends.cpu_pixels`.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_compile import compact, entry, part
from nn.backends.cpu_functions import root
from nn.backends.cpu_pixels import VECTOR, Bands, Floats, Frame, between
from nn.backends.cpu_tint import channels, tint
from nn.backends.cpu_vector import element, fill, lanes, load, put, store, where_less

STRIPE = (8, 5)  # px: a stripe every so many, so wide
PALE = np.float32(0.35)  # of negative ink between its stripes
STEP = 2  # columns of pixels, a pair, that are summed as one: a curve hardly moves within two
MOST_INK = np.float32(0.7)  # mean ink of a band, of which 1 covers 63 %


class Threads(NamedTuple):
    """Curves (n,) sorted by their bands, those of band i from ends[i] to before ends[i + 1]: ``ends`` (b + 1,) int64; (n + VECTOR,) float32:
    height at a curve's left end, rise to the right, and the ink of a px of it; ``negative`` (n,) uint8."""

    ends: NDArray[np.int64]
    y: Floats
    rise: Floats
    line: Floats
    negative: NDArray[np.uint8]


class Pots(NamedTuple):
    """Room to work in, see :func:`pots`: the two inks of a band's pairs of columns, each ``stride`` long; the curves' places in one pair;
    and a column's pixels."""

    stride: int
    sums: Floats
    begin: Floats
    end: Floats
    amount: Floats
    words: NDArray[np.uint32]


def pots(height: int, columns: int, curves: int) -> Pots:
    """Room for pictures ``height`` high, and bands of so many ``columns`` and ``curves``."""
    stride = height + VECTOR
    sums = np.zeros((columns // STEP + 2) * 2 * stride, dtype=np.float32)
    begin, end, amount = (np.zeros(curves + 2 * VECTOR, dtype=np.float32) for _ in range(3))
    return Pots(stride, sums, begin, end, amount, np.zeros(stride, dtype=np.uint32))


@part
def locate_ink(bands: Bands, at: int, threads: Threads, frame: Frame, pot: Pots, start: int, stop: int) -> None:
    """Where the curves from ``start`` to ``stop`` begin and end in a column, and how much ink each puts into a row there."""
    top, bottom = np.float32(frame.top), np.float32(frame.bottom)
    for c in range(start, stop, lanes(threads.y)):
        rise, here = load(threads.rise, c), c - start
        run = STEP * (rise * bands.slope[at])
        run = where_less(run, 0, 0 * run - run, run)
        upper = load(threads.y, c) + rise * bands.share[at] - 0.5 * run
        store(pot.begin, here, between(upper, top, bottom))
        store(pot.end, here, between(upper + run + 1, top, bottom))
        store(pot.amount, here, load(threads.line, c) * root(run * run + STEP * STEP) / (STEP * (run + 1)))


@part
def pour(threads: Threads, pot: Pots, base: int, other: int, start: int, stop: int) -> None:
    """Each curve's ink at its first row, and less by it after its last. ``base`` is the column's place in ``sums``, ``other`` the negative ink's."""
    sums = pot.sums
    for c in range(start, stop):
        here = c - start
        place, amount = base + other * np.int64(element(threads.negative, c)), element(pot.amount, here)
        first, after = place + np.int64(element(pot.begin, here)), place + np.int64(element(pot.end, here))
        put(sums, first, element(sums, first) + amount)
        put(sums, after, element(sums, after) - amount)


@part
def settle(sums: Any, base: int, other: int, top: int, bottom: int, pale: Any) -> Any:
    """The sums down a column; its whole ink, and how many rows have any."""
    one, two, ink, rows = np.float32(0), np.float32(0), np.float32(0), 0
    for row in range(base + top, base + bottom):
        one, two = one + element(sums, row), two + element(sums, row + other)
        here, there = max(one, np.float32(0)), max(two, np.float32(0)) * pale
        put(sums, row, here)
        put(sums, row + other, there)
        if here + there > np.float32(1e-4):  # less is what rounding left
            ink, rows = ink + here + there, rows + 1
    return ink, rows


@part
def give(pixels: Any, frame: Frame, column: int, pot: Pots, ink: int, other: int, weak: Any, colours: Any) -> None:
    """The pixels of a pair of columns from its ink, which begins at ``ink`` in ``sums``, the negative ``other`` places later."""
    for row in range(frame.top, frame.bottom, lanes(pot.sums)):
        tint(pot.sums, ink + row, ink + other + row, weak, np.float32(1), colours, pot.words, row)
    for row in range(frame.top, frame.bottom):
        word = element(pot.words, row)
        for side in range(max(column, frame.left), min(column + STEP, frame.right)):
            pixels[row, side] = word


@part
def sum_band(frame: Frame, bands: Bands, band: int, threads: Threads, pot: Pots, stride: int) -> Any:
    """All ink of a band in ``sums``, and by how much it is weakened so that thousands of curves are no full block."""
    first, start, stop = bands.first[band], threads.ends[band], threads.ends[band + 1]
    low, high = max(frame.left - first, 0) // STEP, (min(frame.right - first, bands.columns[band]) + 1) // STEP
    other, ink, rows = (high - low) * stride, np.float32(0), 0
    fill(pot.sums, 0, 2 * other)
    for pair in range(low, high):
        base, pale = (pair - low) * stride, np.float32(1)
        if STEP * pair % STRIPE[0] >= STRIPE[1]:
            pale = PALE
        locate_ink(bands, bands.start[band] + pair, threads, frame, pot, start, stop)
        pour(threads, pot, base, other, start, stop)
        more, deep = settle(pot.sums, base, other, frame.top, frame.bottom, pale)
        ink, rows = ink + more, rows + deep
    return min(MOST_INK * np.float32(rows) / max(ink, np.float32(1e-30)), np.float32(1))


@part
def draw_band(pixels: Any, frame: Frame, colours: Any, bands: Bands, band: int, threads: Threads, pot: Pots) -> None:
    """All ink of a band, and its columns of pixels from it."""
    first, stride = bands.first[band], pot.stride
    low, high = max(frame.left - first, 0) // STEP, (min(frame.right - first, bands.columns[band]) + 1) // STEP
    if low < high:
        weak = sum_band(frame, bands, band, threads, pot, stride)
        for pair in range(low, high):
            give(pixels, frame, first + STEP * pair, pot, (pair - low) * stride, (high - low) * stride, weak, colours)


@entry
def draw_ink(
    pixels: NDArray[np.uint32], frame: Frame, words: tuple[np.uint32, ...], bands: Bands, which: NDArray[np.int64], threads: Threads, pot: Pots
) -> None:
    """Draw the ink of the ``threads`` of the bands in ``which`` into ``pixels`` (height, width) within ``frame``.

    ``words``: the colours of the ground, of positive and of negative ink.
    """
    compact()
    colours = (channels(words[0]), channels(words[1]), channels(words[2]))
    for band in which:
        draw_band(pixels, frame, colours, bands, band, threads, pot)
