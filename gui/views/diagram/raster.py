"""Edges in such numbers that single lines can't be told apart, painted as what they come to: how much ink lies on each pixel.

An edge puts into each column of pixels the length that it runs there, spread over the rows that it crosses. All edges of a gap put
theirs in at once, by the first row and the one after the last; the sum down the column is the ink. Positive and negative ink are
summed apart and mixed by their shares; negative ink is striped, as its edges are dashed where there are few.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gui.theme import theme
from gui.views.diagram.geometry import Floats, advance, blend

STRIPE = (8, 5)  # device px: a stripe every so many, so wide
PALE = 0.35  # of negative ink between its stripes
STEP = 2  # device px that a column of ink is wide
MOST_INK = 0.7  # mean ink of a gap's picture, of which 1 covers 63 %
LEAST = 0.25  # device px that a line counts as, however far off the picture is
SAMPLES = 65

_T = np.linspace(0.0, 1.0, SAMPLES)
_X, _Y = np.array([advance(float(t)) for t in _T]), np.asarray(blend(_T))


@dataclass(frozen=True)
class Frame:
    """From the scene to a picture of ``width`` × ``height`` device px: x · ``scale`` + ``left``, y · ``scale`` + ``top``."""

    width: int
    height: int
    scale: float
    left: float
    top: float


@dataclass(frozen=True)
class Sheaf:
    """All edges of one gap, from ``x0`` to ``x1`` in the scene; arrays (E,): heights at both ends, widths and opacities."""

    x0: float
    x1: float
    y0: Floats
    y1: Floats
    widths: Floats
    opacities: Floats
    negative: NDArray[np.bool_]


def strip(sheaf: Sheaf, frame: Frame) -> tuple[QImage, int] | None:
    """A gap's picture, premultiplied, and the column of device px that it begins at; ``None`` when it is out of sight.

    It is as high as the frame; each of its columns stands for ``STEP`` device px.
    """
    start, stop = sheaf.x0 * frame.scale + frame.left, sheaf.x1 * frame.scale + frame.left
    first, last = max(int(np.floor(start)), 0), min(int(np.ceil(stop)), frame.width)
    if last <= first or stop <= start:
        return None
    sides = np.arange(first, last + STEP, STEP)
    along = np.clip((sides - start) / (stop - start), 0.0, 1.0)
    ink = _ink(_in_sight(sheaf, frame), frame, np.interp(along, _X, _Y).astype(np.float32)) / STEP
    ink[1] *= np.where(sides[:-1] % STRIPE[0] < STRIPE[1], 1.0, PALE)[:, None]
    return _image(ink), first


def _in_sight(sheaf: Sheaf, frame: Frame) -> Sheaf:
    """Without the edges that pass above or below the frame: a curve lies between the heights of its ends."""
    low, high = (side * frame.scale + frame.top for side in (np.minimum(sheaf.y0, sheaf.y1), np.maximum(sheaf.y0, sheaf.y1)))
    seen = (high > 0) & (low < frame.height)
    if seen.all():
        return sheaf
    return replace(sheaf, **{name: getattr(sheaf, name)[seen] for name in ("y0", "y1", "widths", "opacities", "negative")})


def _ink(sheaf: Sheaf, frame: Frame, share: NDArray[np.float32]) -> Floats:
    """Ink (2, columns, height): positive and negative. ``share`` (columns + 1,): how far the curves have come at the columns' sides."""
    low = (sheaf.y0 * frame.scale + frame.top).astype(np.float32)
    rise = ((sheaf.y1 - sheaf.y0) * frame.scale).astype(np.float32)
    sides = low[:, None] + rise[:, None] * share
    upper, lower = np.minimum(sides[:, :-1], sides[:, 1:]), np.maximum(sides[:, :-1], sides[:, 1:])
    height, columns = frame.height, len(share) - 1
    begin = np.clip(upper, 0, height).astype(np.int32)
    end = np.clip(lower + 1.0, 0, height).astype(np.int32)
    run = lower - upper
    line = (np.maximum(sheaf.widths * frame.scale, LEAST) * sheaf.opacities).astype(np.float32)
    amount = line[:, None] * np.sqrt(STEP * STEP + run * run) / (run + 1.0)
    rows = height + 1
    base = sheaf.negative.astype(np.int32)[:, None] * (columns * rows) + np.arange(columns, dtype=np.int32) * rows
    size = 2 * columns * rows
    changes = np.bincount((base + begin).ravel(), amount.ravel(), size) - np.bincount((base + end).ravel(), amount.ravel(), size)
    found: Floats = np.maximum(np.cumsum(changes.reshape(2, columns, rows), axis=2)[:, :, :height], 0.0)
    return found


def _image(ink: Floats) -> QImage:
    whole = ink.sum(axis=0)
    lying = whole[whole > 0]
    if lying.size and (mean := float(lying.mean())) > MOST_INK:  # else thousands of edges were one full block
        ink, whole = ink * (MOST_INK / mean), whole * (MOST_INK / mean)
    cover = 1.0 - np.exp(-whole)
    share = cover / np.where(whole > 0, whole, 1.0)
    words = (cover * 255.0 + 0.5).astype(np.uint32) << np.uint32(24)
    for shift, channel in ((16, QColor.red), (8, QColor.green), (0, QColor.blue)):
        value = (ink[0] * channel(theme().color("pos")) + ink[1] * channel(theme().color("neg"))) * share
        words |= (value + 0.5).astype(np.uint32) << np.uint32(shift)
    pixels = np.ascontiguousarray(words.T)
    height, width = pixels.shape
    return QImage(pixels.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()  # it must outlive the array
