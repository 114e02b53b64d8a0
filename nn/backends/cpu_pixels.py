"""Compiled loops over a picture's pixels, for a diagram that follows a training run: smooth curves by the thousand.

They are here because the engine's compiler and its cache are; they know nothing of networks, and nothing of Qt. A picture is an
array (height, width) of opaque words 0xffRRGGBB that is written in place. Lengths are in its pixels; the pixel in row r and column c
has its middle at (r + ½, c + ½). Nothing here holds Python's lock: a network goes on training while its picture is drawn.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from math import sqrt
from typing import Any, NamedTuple

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import register_model
from numpy.typing import NDArray

from nn.backends.cpu_compile import entry, instruction, part
from nn.backends.cpu_vector import Vector, VectorModel, compact, element, lanes, put, store, vector_ir, where_greater, where_less

BLOCK = 8  # pairs of columns that are worked on together: their strips stay in the processor's nearest cache
VECTOR = 32  # float32 that one load may read: arrays have so much room behind their end
SOFT = 0.5  # px on each side of a border over which it fades

Floats = NDArray[np.float32]


class Frame(NamedTuple):
    """Rows and columns that may be written: from ``top`` and ``left`` up to, but without, ``bottom`` and ``right``."""

    top: int
    left: int
    bottom: int
    right: int


class Bands(NamedTuple):
    """Upright bands that curves run through, from left to right, in pairs of columns; (b,) int64 each: a band's first column, how many it
    has, and where its entries begin in the tables (t,) float32: how much of its rise a curve has made in the middle of a pair, how much
    it makes there per pixel, and how much of the pair's first and second column belong to the band."""

    first: NDArray[np.int64]
    columns: NDArray[np.int64]
    start: NDArray[np.int64]
    share: Floats
    slope: Floats
    one: Floats
    two: Floats


class Curves(NamedTuple):
    """Curves (n,), sorted by their groups and in each in the order they are drawn, those of group i from ends[i] to before ends[i + 1].

    ``ends`` (g + 1,) int64, ``records`` (n · RECORD,) float32, see :func:`record`.
    """

    ends: NDArray[np.int64]
    records: Floats


# What a curve's record holds. The last number is how long it is up to the column that is being drawn.
Y, RISE, REACH, OPACITY, PERIOD, DASH, RED, GREEN, BLUE, ALONG = range(10)
RECORD = 12  # numbers, so that a record is three quarters of a line of the processor's cache


def record(y: NDArray[Any], rise: NDArray[Any], width: NDArray[Any], opacity: NDArray[Any], dash: NDArray[Any], period: NDArray[Any],
           colours: NDArray[Any]) -> Floats:  # fmt: skip
    """Records of curves, from arrays (n,): height at the left end and ``rise`` to the right, down is positive; width; opacity; length of
    dashes, and of dash and gap together, 0 for none; ``colours`` (3, n), each 0 to 255."""
    made = np.zeros((len(y), RECORD), dtype=np.float32)
    for place, part_ in ((Y, y - 0.5), (RISE, rise), (REACH, width / 2 + SOFT), (OPACITY, opacity), (PERIOD, period), (DASH, dash)):
        made[:, place] = part_
    made[:, RED : BLUE + 1] = colours.T
    return made.ravel()


class Scratch(NamedTuple):
    """Room to work in, see :func:`scratch`. ``strips`` holds red, green and blue of BLOCK pairs of columns, each ``stride`` long, row after
    row and in it the first column and the second. ``rows`` says of each place of a strip which row it is, ``sides`` whether it is half a
    pixel left or right of the pair's middle, and ``covers`` (VECTOR,) how much of its column belongs to the band."""

    stride: int
    strips: Floats
    rows: Floats
    sides: Floats
    covers: Floats


def scratch(height: int) -> Scratch:
    """Room for pictures ``height`` high."""
    stride = -(-2 * height // VECTOR) * VECTOR + VECTOR
    rows, sides = _aligned(stride), _aligned(VECTOR)
    rows[:] = np.arange(stride) // 2
    sides[:] = np.arange(VECTOR) % 2 - 0.5
    return Scratch(stride, _aligned(3 * BLOCK * stride), rows, sides, _aligned(VECTOR))


def _aligned(size: int) -> Floats:
    """Zeros that begin where a line of the processor's cache does: no vector lies across two."""
    room = np.zeros(size + 16, dtype=np.float32)
    start = -(room.ctypes.data // 4) % 16
    return room[start : start + size]


# Instructions


@instruction
def inlined(_context: Any) -> Any:
    """Have LLVM put this function into those that call it, where handing over its many arguments would cost more than it does."""

    def generate(context: Any, builder: Any, _signature: Any, _arguments: Any) -> Any:
        builder.function.attributes.add("alwaysinline")
        return context.get_dummy_value()

    return types.void(), generate


def _llvm(name: str) -> Any:
    """One of LLVM's own functions of a vector."""

    @instruction
    def function(_context: Any, x: Any) -> Any:
        def generate(_context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
            vector = vector_ir(sig.args[0])
            full = f"llvm.{name}.v{sig.args[0].lanes}f{sig.args[0].element.bitwidth}"
            return builder.call(cgutils.get_or_insert_function(builder.module, ir.FunctionType(vector, [vector]), full), arguments)

        return x(x), generate

    return function


whole = _llvm("floor")  # the next lower whole number in each place
size = _llvm("fabs")


class Short(Vector):
    """Half a vector: one register. Curves are thin."""

    def __init__(self) -> None:
        super().__init__(types.float32)
        self.lanes //= 2
        types.Type.__init__(self, name=f"Short({self.lanes})")


register_model(Short)(VectorModel)
SHORT = Short()


@instruction
def short(_context: Any, array: Any, _index: Any) -> Any:
    """The float32 numbers of an array from an index on, half a vector of them."""

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        data = context.make_array(sig.args[0])(context, builder, arguments[0]).data
        found = builder.load(builder.bitcast(builder.gep(data, [arguments[1]]), vector_ir(SHORT).as_pointer()))
        found.align = 4
        return found

    return SHORT(array, types.intp), generate


@instruction
def keep(_context: Any, array: Any, _index: Any, values: Any) -> Any:
    """Write half a vector to an array from an index on."""

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        data = context.make_array(sig.args[0])(context, builder, arguments[0]).data
        written = builder.store(arguments[2], builder.bitcast(builder.gep(data, [arguments[1]]), vector_ir(SHORT).as_pointer()))
        written.align = 4
        return context.get_dummy_value()

    return types.void(array, types.intp, values), generate


@part
def between(x: Any, low: Any, high: Any) -> Any:
    """A vector's numbers, none below ``low`` or above ``high``."""
    inlined()
    x = where_less(x, low, low, x)
    return where_greater(x, high, high, x)


# Pixels and strips


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


# Curves


@part
def draw_piece(room: Scratch, frame: Frame, base: int, course: Any, records: Any, at: int) -> None:
    """A curve in a pair of columns: each pixel is covered by how near its middle is to the curve, and to the middle of a dash. ``course``
    are the band's share and slope in the pair; ``at`` is where the curve's record begins."""
    inlined()
    slope = element(records, at + RISE) * course[1]
    middle = element(records, at + Y) + element(records, at + RISE) * course[0]
    length = sqrt(slope * slope + np.float32(1))
    cosine, soft = np.float32(1) / length, element(records, at + REACH)
    period, dash, along = element(records, at + PERIOD), element(records, at + DASH), element(records, at + ALONG)
    put(records, at + ALONG, along + 2 * length)
    reach = soft * length + np.float32(0.5) * abs(slope)
    first: Any = max(2 * np.int64(middle - reach), 2 * frame.top)
    last: Any = min(2 * np.int64(middle + reach) + 2, 2 * frame.bottom)
    step = lanes(room.rows) // 2
    sides, opacity = short(room.sides, 0), element(records, at + OPACITY) * short(room.covers, 0)
    foot, along = middle + slope * sides, along + length + length * sides
    for place in range(first // step * step, last, step):
        off = short(room.rows, place) - foot
        away = cosine * size(off)
        share = opacity * between(soft - away, 0.0, 1.0)
        if period > 0:
            came = off * (slope * cosine) + along
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
    for block in range(low, high, BLOCK):
        end = min(block + BLOCK, high)
        paper(room, frame, end - block, ground)
        for pair in range(block, end):
            at = bands.start[band] + pair
            for side in range(0, VECTOR, 2):
                room.covers[side], room.covers[side + 1] = bands.one[at], bands.two[at]
            for c in range(curves.ends[group], curves.ends[group + 1]):
                draw_piece(room, frame, 3 * (pair - block) * room.stride, (bands.share[at], bands.slope[at]), curves.records, c * RECORD)
        give(pixels, frame, first + 2 * block, end - block, room)


@entry
def draw_curves(
    pixels: NDArray[np.uint32], frame: Frame, ground: np.uint32, bands: Bands, which: NDArray[np.int64], curves: Curves, room: Scratch
) -> None:
    """Draw each group of ``curves`` into its band, whose numbers are in ``which``, of ``pixels`` (height, width) within ``frame``: smoothly,
    each over those before it, on the colour ``ground``."""
    compact()
    for group in range(which.size):
        draw_band(pixels, frame, ground, bands, which[group], curves, group, room)
