"""Outputs as colours, and one atlas image for all thumbnails."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QTransform

from gui.ramp import pack_rgb, ramp_color, ramp_indices, ramp_table
from gui.theme import theme
from nn.choices import Activation

UNIT_RANGE = frozenset({Activation.SIGMOID, Activation.SOFTMAX, Activation.STEP})


def centred(values: NDArray[np.floating], activation: Activation | None, limit: float) -> NDArray[np.floating]:
    """Outputs as −1 to 1 for the ramp: by the activation's own range where it has one, else by ±``limit``."""
    if activation in UNIT_RANGE:
        return values * 2 - 1
    if activation is Activation.TANH:
        return values
    return values / limit if 0 < limit < np.inf else np.zeros_like(values)


def shade(values: NDArray[np.floating]) -> NDArray[np.uint32]:
    """The ramp's colours of values from −1 to 1, as 0xffRRGGBB (others are clipped, NaN is zero)."""
    colours: NDArray[np.uint32] = ramp_table()[ramp_indices(values, -1.0, 0.0, 1.0)]
    return colours


def ink(values: NDArray[np.float64]) -> NDArray[np.uint32]:
    """A picture as the theme's ink on its paper: least value paper, greatest ink."""
    ends = (theme().color(token) for token in ("inset", "text"))
    paper, full = (np.array([end.red(), end.green(), end.blue()], dtype=np.float64) for end in ends)
    span = float(np.ptp(values)) or 1.0
    share = ((values - values.min()) / span)[..., None]
    return pack_rgb(paper + share * (full - paper))


def colour_of(value: float) -> QColor:
    """The ramp's colour of one value from −1 to 1."""
    return ramp_color(value, -1.0, 0.0, 1.0)


class Atlas:
    """Many small pictures of one size, below one another in one image, each with a border that repeats its edge.

    The border keeps smooth scaling from mixing neighbours.
    """

    def __init__(self, cells: NDArray[np.uint32]) -> None:
        """``cells`` (n, h, w) 0xffRRGGBB, row 0 on top."""
        count, self._height, self._width = cells.shape
        padded = np.pad(cells, ((0, 0), (1, 1), (1, 1)), mode="edge")
        self._pixels = np.ascontiguousarray(padded.reshape(count * (self._height + 2), self._width + 2))
        rows, columns = self._pixels.shape
        self._image = QImage(self._pixels.data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
        self._brush = QBrush(self._image)

    def brush(self, place: int, target: QRectF) -> QBrush:
        """A brush that paints picture ``place`` into ``target``."""
        move = QTransform.fromTranslate(target.left(), target.top())
        move.scale(target.width() / self._width, target.height() / self._height)
        move.translate(-1, -(place * (self._height + 2) + 1))
        self._brush.setTransform(move)
        return self._brush
