"""Compiled: smooth curves, whole and dashed, in the bands of a picture: by the thousand in strips of floats, a few straight into the pixels.

Pictures, frames, bands and curves are those of :mod:`nn.backends.cpu_pixels`.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_compile import compact, entry, inlined, part
from nn.backends.cpu_functions import root, size, whole
from nn.backends.cpu_pixels import (
    ALONG,
    BLOCK,
    BLUE,
    CAME,
    COSINE,
    DASH,
    FIRST,
    GREEN,
    LAST,
    MIDDLE,
    OPACITY,
    PERIOD,
    REACH,
    RECORD,
    RED,
    RISE,
    SLOPE,
    SOFT,
    VECTOR,
    Bands,
    Curves,
    Floats,
    Frame,
    Scratch,
    Y,
    between,
    keep,
    short,
)  # fmt: skip
from nn.backends.cpu_vector import element, lanes, load, store, where_less

FEW = 40  # curves, up to which a band is drawn without strips

# Many: pairs of columns in strips


@part
def paper(room: Scratch, frame: Frame, pairs: int, ground: Any) -> None:
    """Fill the strips with one colour."""
    for pair in range(pairs):
        for number in range(3):
            value = np.float32((ground >> np.uint32(16 - 8 * number)) & np.uint32(255))
            base = (3 * pair + number) * room.stride
            for place in range(base + 2 * frame.top, base + 2 * frame.bottom, lanes(room.rows)):
                store(room.strips, place, value)


@part
def channel(room: Scratch, place: int, shift: int) -> Any:
    """A number of the strips as it goes into a word."""
    inlined()
    return np.uint32(np.int32(element(room.strips, place) + np.float32(0.5))) << np.uint32(shift)


@part
def give(pixels: Any, frame: Frame, first: int, pairs: int, room: Scratch) -> None:
    """The strips into their columns of pixels, ``first`` and those after it."""
    stride = room.stride
    left, right = max(first, frame.left), min(first + 2 * pairs, frame.right)
    for row in range(frame.top, frame.bottom):
        for column in range(left, right):
            place = 3 * ((column - first) // 2) * stride + 2 * row + (column - first) % 2
            word = channel(room, place, 16) | channel(room, place + stride, 8) | channel(room, place + 2 * stride, 0)
            pixels[row, column] = np.uint32(0xFF000000) | word


@part
def cover_some(strips: Any, place: int, share: Any, value: Any) -> None:
    """``value`` over what is there, where ``share`` is covered."""
    inlined()
    below = short(strips, place)
    keep(strips, place, below + share * (value - below))


@part
def set_out(room: Scratch, records: Any, start: int, stop: int) -> None:
    """The curves of a band at their beginnings."""
    for c in range(start, stop):
        for number in range(CAME):
            room.places[number * room.wide + c - start] = records[c * RECORD + number]
        room.places[CAME * room.wide + c - start] = 0


@part
def locate(room: Scratch, frame: Frame, share: Any, steepness: Any, curves: int) -> None:
    """Where all curves are in a pair of columns. Found before any is drawn: how many rows each has is then known in time for the processor
    to guess right."""
    places, wide = room.places, room.wide
    top, bottom = np.float32(2 * frame.top), np.float32(2 * frame.bottom)
    for c in range(0, curves, lanes(places)):
        rise, came = load(places, RISE * wide + c), load(places, CAME * wide + c)
        slope, middle = rise * steepness, load(places, Y * wide + c) + rise * share
        length = root(slope * slope + 1)
        reach = load(places, REACH * wide + c) * length + 0.5 * size(slope)
        first, last = 2 * whole(middle - reach), 2 * whole(middle + reach) + 2
        store(places, FIRST * wide + c, where_less(first, top, top, first))
        store(places, LAST * wide + c, where_less(last, bottom, last, bottom))
        store(places, MIDDLE * wide + c, middle)
        store(places, SLOPE * wide + c, slope)
        store(places, COSINE * wide + c, 1 / length)
        store(places, CAME * wide + c, came + 2 * length)


@part
def draw_piece(room: Scratch, base: int, records: Any, at: int, c: int) -> None:
    """A curve in a pair of columns: each pixel is covered by how near its middle is to the curve, and to the middle of a dash. ``at`` is where
    the curve's record begins, ``c`` its place among the located."""
    inlined()
    places, wide = room.places, room.wide
    first: Any = np.int64(element(places, FIRST * wide + c))
    last: Any = np.int64(element(places, LAST * wide + c))
    cosine, slope, soft = element(places, COSINE * wide + c), element(places, SLOPE * wide + c), element(records, at + REACH)
    period, dash = element(records, at + PERIOD), element(records, at + DASH)
    sides, opacity = short(room.sides, 0), element(records, at + OPACITY) * short(room.covers, 0)
    foot = element(places, MIDDLE * wide + c) + slope * sides
    step = lanes(room.rows) // 2
    for place in range(first // step * step, last, step):
        off = short(room.rows, place) - foot
        share = opacity * between(soft - cosine * size(off), 0.0, 1.0)
        if period > 0:
            length = np.float32(1) / cosine
            came = element(places, CAME * wide + c) - length + off * (slope * cosine) + length * sides
            came = came - period * whole(came * (np.float32(1) / period))
            share = share * between(where_less(came, dash - came, came, dash - came) + np.float32(SOFT), 0.0, 1.0)
        cover_some(room.strips, base + place, share, element(records, at + RED))
        cover_some(room.strips, base + place + room.stride, share, element(records, at + GREEN))
        cover_some(room.strips, base + place + 2 * room.stride, share, element(records, at + BLUE))


@part
def draw_band(pixels: Any, frame: Frame, ground: Any, bands: Bands, band: int, curves: Curves, group: int, room: Scratch) -> None:
    """A group of curves into its band, pair by pair of columns: curves meet only within one."""
    first, columns = bands.first[band], bands.columns[band]
    low, high = max(frame.left - first, 0) // 2, (min(frame.right - first, columns) + 1) // 2
    start, stop = curves.ends[group], curves.ends[group + 1]
    set_out(room, curves.records, start, stop)
    for block in range(low, high, BLOCK):
        end = min(block + BLOCK, high)
        paper(room, frame, end - block, ground)
        for pair in range(block, end):
            at = bands.start[band] + pair
            for side in range(0, VECTOR, 2):
                room.covers[side], room.covers[side + 1] = bands.one[at], bands.two[at]
            locate(room, frame, bands.share[at], bands.slope[at], stop - start)
            for c in range(start, stop):
                draw_piece(room, 3 * (pair - block) * room.stride, curves.records, c * RECORD, c - start)
        give(pixels, frame, first + 2 * block, end - block, room)


# A few: straight into the pixels


@part
def clear(pixels: Any, frame: Frame, ground: Any, first: int, columns: int) -> None:
    for row in range(frame.top, frame.bottom):
        for column in range(max(first, frame.left), min(first + columns, frame.right)):
            pixels[row, column] = ground


@part
def mix(below: Any, records: Any, at: int, share: Any) -> Any:
    """The colour of a curve's record over a word."""
    word = np.uint32(0xFF000000)
    for number in range(3):
        shift = np.uint32(16 - 8 * number)
        level = np.float32((below >> shift) & np.uint32(255))
        level += share * (records[at + RED + number] - level)
        word |= np.uint32(np.int32(level + np.float32(0.5))) << shift
    return word


@part
def draw_dot_by_dot(pixels: Any, frame: Frame, column: int, course: Any, records: Any, at: int) -> None:
    """As :func:`draw_piece`, a curve in one column, straight into the pixels."""
    y, slope, cover = course
    length = sqrt(slope * slope + np.float32(1))
    cosine, soft, opacity = np.float32(1) / length, records[at + REACH], records[at + OPACITY] * cover
    period, dash, along = records[at + PERIOD], records[at + DASH], records[at + ALONG]
    first: Any = max(np.int64(y - soft * length), frame.top)
    last: Any = min(np.int64(y + soft * length) + 1, frame.bottom)
    for row in range(first, last):
        off = np.float32(row) - y
        share = opacity * min(max(soft - cosine * abs(off), np.float32(0)), np.float32(1))
        if period > 0:
            came = (along + off * slope * cosine) / period
            came = (came - np.floor(came)) * period
            share *= min(max(min(came, dash - came) + np.float32(SOFT), np.float32(0)), np.float32(1))
        pixels[row, column] = mix(pixels[row, column], records, at, share)
    records[at + ALONG] = along + length


@part
def draw_few(pixels: Any, frame: Frame, bands: Bands, band: int, curves: Curves, group: int) -> None:
    """A group of a few curves into its band: strips would cost more than they spare."""
    records, first = curves.records, bands.first[band]
    for c in range(curves.ends[group], curves.ends[group + 1]):
        y, rise = records[c * RECORD + Y], records[c * RECORD + RISE]
        for column in range(max(first, frame.left), min(first + bands.columns[band], frame.right)):
            at, side = bands.start[band] + (column - first) // 2, (column - first) % 2
            slope, cover = rise * bands.slope[at], bands.one[at]
            if side:
                cover = bands.two[at]
            height = y + rise * bands.share[at] + slope * (np.float32(side) - np.float32(0.5))
            draw_dot_by_dot(pixels, frame, column, (height, slope, cover), records, c * RECORD)


@entry
def draw_curves(
    pixels: NDArray[np.uint32], frame: Frame, ground: np.uint32, bands: Bands, which: NDArray[np.int64], curves: Curves, room: Scratch
) -> None:
    """Draw each group of ``curves`` into its band, whose numbers are in ``which``, of ``pixels`` (height, width) within ``frame``: smoothly,
    each over those before it, on the colour ``ground``; a few also, where that is 0, on what is there."""
    compact()
    for group in range(which.size):
        band = which[group]
        if curves.ends[group + 1] - curves.ends[group] > FEW:
            draw_band(pixels, frame, ground, bands, band, curves, group, room)
            continue
        if ground != 0:
            clear(pixels, frame, ground, bands.first[band], bands.columns[band])
        draw_few(pixels, frame, bands, band, curves, group)


@entry
def fill_between(pixels: NDArray[np.uint32], frame: Frame, first: int, upper: Floats, lower: Floats, colour: np.uint32, opacity: float) -> None:
    """Lay ``colour`` over the pixels from ``upper`` to ``lower`` (n,), heights in the columns from ``first`` on; borders are smooth."""
    for column in range(max(first, frame.left), min(first + upper.size, frame.right)):
        high, low = upper[column - first], lower[column - first]
        for row in range(max(int(high), frame.top), min(int(low) + 1, frame.bottom)):
            share = opacity * max(min(low, row + 1.0) - max(high, float(row)), 0.0)
            word = np.uint32(0xFF000000)
            for shift in (np.uint32(16), np.uint32(8), np.uint32(0)):
                below, above = float((pixels[row, column] >> shift) & np.uint32(255)), float((colour >> shift) & np.uint32(255))
                word |= np.uint32(np.int32(below + share * (above - below) + 0.5)) << shift
            pixels[row, column] = word
