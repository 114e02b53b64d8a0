"""Compiled: a few smooth curves, whole and dashed, in the bands of a picture, each over those before it, straight into the pixels.

Hundreds are drawn by :mod:`nn.backends.cpu_lines`. Pictures, frames, bands and curves are those of :mod:`nn.backends.cpu_pixels`.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_compile import compact, entry, part
from nn.backends.cpu_pixels import ALONG, DASH, OPACITY, PERIOD, REACH, RECORD, RED, RISE, SOFT, Bands, Curves, Frame, Y


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
    """A curve in one column: each pixel is covered by how near its middle is to the curve, and to the middle of a dash."""
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
def draw_group(pixels: Any, frame: Frame, bands: Bands, band: int, curves: Curves, group: int) -> None:
    """A group of curves into its band."""
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
def draw_curves(pixels: NDArray[np.uint32], frame: Frame, bands: Bands, which: NDArray[np.int64], curves: Curves) -> None:
    """Draw each group of ``curves`` into its band, whose numbers are in ``which``, over the ``pixels`` (height, width) within ``frame``."""
    compact()
    for group in range(which.size):
        draw_group(pixels, frame, bands, which[group], curves, group)
