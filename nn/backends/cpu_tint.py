"""Compiled: two inks, summed as numbers, become pixels.

A curve is positive or negative and puts so much ink of that kind onto each pixel. Of a whole amount i on a pixel 1 − e⁻ⁱ of it is covered,
by both colours in the shares of their inks: in which order curves are summed makes no difference. eⁱ is the first terms of its series:
up to i = 3, an edge of opacity 0.95, less than 0.005 of the pixel is missing.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import types

from nn.backends.cpu_compile import inlined, instruction, part
from nn.backends.cpu_vector import load

OPAQUE = 0xFF000000


@instruction
def store_words(_context: Any, words: Any, _index: Any, red: Any, green: Any, blue: Any) -> Any:
    """Write pixels to a contiguous 1-D array from an index on, from vectors of their channels, 0 to below 256, rounded down."""

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        kind = ir.VectorType(ir.IntType(32), sig.args[2].lanes)
        word = ir.Constant(kind, [OPAQUE] * kind.count)
        for value, shift in zip(arguments[2:], (16, 8, 0), strict=True):
            word = builder.or_(word, builder.shl(builder.fptosi(value, kind), ir.Constant(kind, [shift] * kind.count)))
        data = context.make_array(sig.args[0])(context, builder, arguments[0]).data
        builder.store(word, builder.bitcast(builder.gep(data, [arguments[1]]), kind.as_pointer())).align = 4
        return context.get_dummy_value()

    return types.void(words, types.intp, red, green, blue), generate


@instruction
def copy_pair(_context: Any, words: Any, _start: Any, pixels: Any, _place: Any) -> Any:
    """Copy two words from one contiguous array to another of any shape; ``place`` counts from its beginning. Nothing checks that they exist."""

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        pair = ir.IntType(64).as_pointer()
        here, there = (context.make_array(sig.args[k])(context, builder, arguments[k]).data for k in (0, 2))
        found = builder.load(builder.bitcast(builder.gep(here, [arguments[1]]), pair))
        found.align = 4
        builder.store(found, builder.bitcast(builder.gep(there, [arguments[3]]), pair)).align = 4
        return context.get_dummy_value()

    return types.void(words, types.intp, pixels, types.intp), generate


@part
def channels(word: Any) -> Any:
    """Red, green and blue of a word."""
    return (
        np.float32((word >> np.uint32(16)) & np.uint32(255)),
        np.float32((word >> np.uint32(8)) & np.uint32(255)),
        np.float32(word & np.uint32(255)),
    )


@part
def tint(sums: Any, positive: int, negative: int, weak: Any, wide: Any, colours: Any, words: Any, place: int) -> None:
    """A vector of pixels, to ``words`` from ``place`` on, from the inks that lie in ``sums`` from two places on, ``weak`` times as strong.

    ``wide``: how much of each pixel may be covered. ``colours``: the channels of the ground, of positive and of negative ink.
    """
    inlined()
    ground, low, high = colours
    one, two = weak * load(sums, positive), weak * load(sums, negative)
    ink = one + two
    series = 1 + ink * (1 / 2 + ink * (1 / 6 + ink * (1 / 24 + ink * (1 / 120))))  # (eⁱ − 1) / i, of which (1 − e⁻ⁱ) / i is the share below
    each = wide * (series / (1 + ink * series))  # of what is covered, for each 1 of ink
    one, two = each * one, each * two
    red = ground[0] + 0.5 + one * (low[0] - ground[0]) + two * (high[0] - ground[0])
    green = ground[1] + 0.5 + one * (low[1] - ground[1]) + two * (high[1] - ground[1])
    blue = ground[2] + 0.5 + one * (low[2] - ground[2]) + two * (high[2] - ground[2])
    store_words(words, place, red, green, blue)
