"""Compiled: smooth curves by the hundred, whole and dashed, in the bands of a picture, as lines of ink.

How much of a pixel a line covers is known to a fraction, as for the few of :mod:`nn.backends.cpu_curves`; but where lines cross, their
inks are added and mixed (:mod:`nn.backends.cpu_tint`) instead of each hiding those before it: one sum in place of three channels, and
no order to keep. A curve is taken through a block of columns at once, so that how many rows it has changes little from one step to
the next and the processor guesses it right. Pictures, frames and bands are those of :mod:`nn.backends.cpu_pixels`.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_compile import compact, entry, inlined, part
from nn.backends.cpu_functions import root, size, whole
from nn.backends.cpu_pixels import SHORT, SOFT, VECTOR, Bands, Floats, Frame, aligned, between, keep, short
from nn.backends.cpu_tint import channels, copy_pair, tint
from nn.backends.cpu_vector import element, fill, lanes, load, put, store, where_less

BLOCK = SHORT.lanes  # pairs of columns that a curve is located in at once
# Where a curve is in each pair of a block, in tables of VECTOR numbers: its first row less its height, its steepness, how long it is per
# pixel and the inverse, the place of the first row in a strip, and how many rows there are beyond those of one vector.
NEAR, SLOPE, LENGTH, COSINE, FIRST, MORE = range(0, 6 * VECTOR, VECTOR)


class Lines(NamedTuple):
    """Curves (n,) sorted by their groups, those of group i from ends[i] to before ends[i + 1]: ``ends`` (g + 1,) int64; float32: height at a
    curve's left end less ½, rise to the right, half its width and :data:`~nn.backends.cpu_pixels.SOFT`, its two :func:`inks` (0: not
    drawn), length of its dashes and of dash and gap together (0: whole); ``negative`` uint8."""

    ends: NDArray[np.int64]
    y: Floats
    rise: Floats
    reach: Floats
    pale: Floats
    deep: Floats
    dash: Floats
    period: Floats
    negative: NDArray[np.uint8]


def inks(opacity: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """What makes the ink of curves of such ``opacity``, 0 to 0.95, from how much they cover of a pixel: cover·pale + cover⁵·deep.

    Ink for what is to be seen, opacity·cover, would be −ln(1 − opacity·cover): the two are equal at 0, ¾ and 1 and near each other between.
    """
    most, full = -np.log1p(-0.75 * opacity), -np.log1p(-opacity)
    pale = (most - 0.75**5 * full) / (0.75 - 0.75**5)
    return pale, full - pale


class Strips(NamedTuple):
    """Room to work in, see :func:`strips`. ``sums`` holds the positive ink of BLOCK pairs of columns, each ``stride`` long, row after row and
    in it the first column and the second, and then the negative ink. ``along`` says how long each curve is up to the block, ``rows`` and
    ``sides`` which row a place of a strip is and whether it is half a pixel left or right of the pair's middle, ``covers`` how much of its
    column belongs to the band."""

    stride: int
    sums: Floats
    along: Floats
    rows: Floats
    sides: Floats
    covers: Floats
    tables: Floats
    words: NDArray[np.uint32]


def strips(height: int, curves: int) -> Strips:
    """Room for pictures ``height`` high, and so many ``curves``."""
    stride = -(-2 * height // VECTOR) * VECTOR + 2 * VECTOR
    rows, sides = aligned(VECTOR), aligned(VECTOR)
    rows[:], sides[:] = np.arange(VECTOR) // 2, np.arange(VECTOR) % 2 - 0.5
    words = aligned(stride).view(np.uint32)
    return Strips(stride, aligned(2 * BLOCK * stride), aligned(curves), rows, sides, aligned(VECTOR), aligned(6 * VECTOR), words)


@part
def locate(frame: Frame, bands: Bands, at: int, lines: Lines, c: int, room: Strips) -> None:
    """Where a curve is in the pairs of a block, whose entries in the bands' tables begin at ``at``."""
    inlined()
    top, bottom, table = np.float32(frame.top), np.float32(frame.bottom), room.tables
    rise = element(lines.rise, c)
    middle, slope = element(lines.y, c) + rise * short(bands.share, at), rise * short(bands.slope, at)
    length = root(slope * slope + 1)
    reach = element(lines.reach, c) * length + 0.5 * size(slope)
    first, last = between(whole(middle - reach) + 1, top, bottom), between(whole(middle + reach) + 1, top, bottom)
    keep(table, NEAR, first - middle)
    keep(table, SLOPE, slope)
    keep(table, LENGTH, length)
    keep(table, COSINE, 1 / length)
    keep(table, FIRST, 2 * first)
    keep(table, MORE, last - first - lanes(room.rows) // 4)


@part
def add(sums: Any, at: Any, pale: Any, deep: Any, cover: Any) -> None:
    """A curve's ink where so much of the pixels is covered, see :func:`inks`."""
    inlined()
    square = cover * cover
    keep(sums, at, short(sums, at) + cover * (pale + square * square * deep))


@part
def draw_whole(lines: Lines, c: int, room: Strips, base: int, pairs: int) -> None:
    """A curve into the strips of a block from ``base`` on: a pixel is covered by how near its middle is to the curve."""
    inlined()
    reach, table, step = element(lines.reach, c), room.tables, lanes(room.rows) // 2
    pale, deep = element(lines.pale, c), element(lines.deep, c)
    for pair in range(pairs):
        at = base + pair * room.stride + np.int64(element(table, FIRST + pair))
        cosine, more = element(table, COSINE + pair), element(table, MORE + pair)
        off = short(room.rows, 0) + element(table, NEAR + pair) - element(table, SLOPE + pair) * short(room.sides, 0)
        add(room.sums, at, pale, deep, between(reach - cosine * size(off), 0.0, 1.0))
        while more > 0:
            at, off, more = at + step, off + step // 2, more - np.float32(step // 2)
            add(room.sums, at, pale, deep, between(reach - cosine * size(off), 0.0, 1.0))


@part
def lit(came: Any, dash: Any, period: Any, often: Any) -> Any:
    """How much of a dash is where a curve is so long. ``often`` is 1 / ``period``."""
    inlined()
    came = came - period * whole(came * often)
    return between(where_less(came, dash - came, came, dash - came) + SOFT, 0.0, 1.0)


@part
def draw_dashed(lines: Lines, c: int, room: Strips, base: int, pairs: int) -> None:
    """As :func:`draw_whole`; and by how near the pixel is to the middle of a dash."""
    inlined()
    reach, table, step = element(lines.reach, c), room.tables, lanes(room.rows) // 2
    pale, deep = element(lines.pale, c), element(lines.deep, c)
    dash, period = element(lines.dash, c), element(lines.period, c)
    often, along = np.float32(1) / period, element(room.along, c)
    for pair in range(pairs):
        at = base + pair * room.stride + np.int64(element(table, FIRST + pair))
        cosine, more = element(table, COSINE + pair), element(table, MORE + pair)
        slope, length = element(table, SLOPE + pair), element(table, LENGTH + pair)
        off = short(room.rows, 0) + element(table, NEAR + pair) - slope * short(room.sides, 0)
        came, sine = along + length + length * short(room.sides, 0), slope * cosine
        add(room.sums, at, pale, deep, between(reach - cosine * size(off), 0.0, 1.0) * lit(came + sine * off, dash, period, often))
        while more > 0:
            at, off, more = at + step, off + step // 2, more - np.float32(step // 2)
            add(room.sums, at, pale, deep, between(reach - cosine * size(off), 0.0, 1.0) * lit(came + sine * off, dash, period, often))
        along += 2 * length
    put(room.along, c, along)


@part
def draw_block(frame: Frame, bands: Bands, at: int, pairs: int, lines: Lines, start: int, stop: int, room: Strips) -> None:
    """The curves from ``start`` to ``stop`` into a block of pairs, whose entries in the bands' tables begin at ``at``."""
    for c in range(start, stop):
        if element(lines.pale, c) > 0:
            locate(frame, bands, at, lines, c, room)
            base = 0
            if element(lines.negative, c):
                base = BLOCK * room.stride
            if element(lines.period, c) > 0:
                draw_dashed(lines, c, room, base, pairs)
            else:
                draw_whole(lines, c, room, base, pairs)


@part
def give(pixels: Any, frame: Frame, column: int, pair: int, ends: Any, colours: Any, room: Strips) -> None:
    """A strip into its columns of pixels, ``column`` and the next, of which so much as ``ends`` says belongs to the band; it is empty then."""
    for side in range(0, lanes(room.sums), 2):
        room.covers[side], room.covers[side + 1] = ends
    one, two = pair * room.stride, (BLOCK + pair) * room.stride
    for place in range(2 * frame.top, 2 * frame.bottom, lanes(room.sums)):
        tint(room.sums, one + place, two + place, np.float32(1), load(room.covers, 0), colours, room.words, place)
        store(room.sums, one + place, 0)
        store(room.sums, two + place, 0)
    left, right = max(column, frame.left), min(column + 2, frame.right)
    if right - left == 2:
        for row in range(frame.top, frame.bottom):
            copy_pair(room.words, 2 * row, pixels, row * pixels.shape[1] + column)
        return
    for row in range(frame.top, frame.bottom):
        for side in range(left, right):
            pixels[row, side] = room.words[2 * row + side - column]


@entry
def draw_lines(
    pixels: NDArray[np.uint32], frame: Frame, words: tuple[np.uint32, ...], bands: Bands, which: NDArray[np.int64], lines: Lines, room: Strips
) -> None:
    """Draw each group of ``lines`` into its band, whose numbers are in ``which``, of ``pixels`` (height, width) within ``frame``.

    ``words``: the colours of the ground, of positive and of negative ink.
    """
    compact()
    colours = (channels(words[0]), channels(words[1]), channels(words[2]))
    for group in range(which.size):
        band, start, stop = which[group], lines.ends[group], lines.ends[group + 1]
        first = bands.first[band]
        low, high = max(frame.left - first, 0) // 2, (min(frame.right - first, bands.columns[band]) + 1) // 2
        fill(room.along, start, stop)
        for block in range(low, high, BLOCK):
            pairs = min(BLOCK, high - block)
            draw_block(frame, bands, bands.start[band] + block, pairs, lines, start, stop, room)
            for pair in range(pairs):
                at = bands.start[band] + block + pair
                give(pixels, frame, first + 2 * (block + pair), pair, (bands.one[at], bands.two[at]), colours, room)
