"""What the compiled loops that draw work on: pictures, the bands and curves in them, short vectors.

They are here because the engine's compiler and its cache are; they know nothing of networks, and nothing of Qt. A picture is an
array (height, width) of opaque words 0xffRRGGBB that is written in place. Lengths are in its pixels; the pixel in row r and column c
has its middle at (r + ½, c + ½). Nothing here holds Python's lock: a network goes on training while its picture is drawn.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import types
from numba.extending import register_model
from numpy.typing import NDArray

from nn.backends.cpu_compile import inlined, instruction, part
from nn.backends.cpu_vector import Vector, VectorModel, vector_ir, where_greater, where_less

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
    it makes there per pixel, and how much of the pair's first and second column belong to the band. Lines by the hundred need VECTOR
    numbers of room behind the end of ``share`` and ``slope``."""

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
RECORD = 10  # numbers


def record(y: NDArray[Any], rise: NDArray[Any], width: NDArray[Any], opacity: NDArray[Any], dash: NDArray[Any], period: NDArray[Any],
           colours: NDArray[Any]) -> Floats:  # fmt: skip
    """Records of curves, from arrays (n,): height at the left end and ``rise`` to the right, down is positive; width; opacity; length of
    dashes, and of dash and gap together, 0 for none; ``colours`` (3, n), each 0 to 255."""
    made = np.zeros((len(y), RECORD), dtype=np.float32)
    for place, part_ in ((Y, y - 0.5), (RISE, rise), (REACH, width / 2 + SOFT), (OPACITY, opacity), (PERIOD, period), (DASH, dash)):
        made[:, place] = part_
    made[:, RED : BLUE + 1] = colours.T
    return made.ravel()


def aligned(size: int) -> Floats:
    """Zeros that begin where a line of the processor's cache does: no vector lies across two."""
    room = np.zeros(size + 16, dtype=np.float32)
    start = -(room.ctypes.data // 4) % 16
    return room[start : start + size]


# Short vectors


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
