"""Pictures of small equal squares with rounded corners and an outline, made as arrays: painting a node is then one plain copy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

Floats = NDArray[np.float32]


@lru_cache(maxsize=64)
def stretch(cells: int, pixels: int) -> Floats:
    """Matrix (pixels, cells): linear interpolation between the middles of cells, level beyond the outermost."""
    place = np.clip((np.arange(pixels) + 0.5) * cells / pixels - 0.5, 0, cells - 1)
    below = np.minimum(place.astype(np.intp), max(cells - 2, 0))
    share = (place - below).astype(np.float32)
    made = np.zeros((pixels, cells), dtype=np.float32)
    made[np.arange(pixels), below] = 1.0 - share  # one cell alone: share is 0
    if cells > 1:
        made[np.arange(pixels), below + 1] = share
    return made


def stretched(values: NDArray[np.floating], pixels: int, columns: int | None = None) -> Floats:
    """Pictures (n, h, w) of numbers from −1 to 1 as (n, pixels, columns or pixels), smooth; others are clipped, not-a-number is 0."""
    _, height, width = values.shape
    fit = np.clip(np.asarray(values, dtype=np.float32), -1.0, 1.0)
    fit[np.isnan(fit)] = 0.0  # one gap would spread over rows and columns
    return np.asarray(stretch(height, pixels) @ fit @ stretch(width, columns or pixels).T, dtype=np.float32)


def enlarged(colours: NDArray[np.uint32], pixels: int, columns: int | None = None) -> NDArray[np.uint32]:
    """Pictures (n, h, w) of colours as (n, pixels, columns or pixels), every cell sharp."""
    down, across = (np.arange(room) * size // room for room, size in zip((pixels, columns or pixels), colours.shape[1:], strict=True))
    return colours[:, down[:, None], across]


@dataclass(frozen=True)
class Rim:
    """What corners and outline do to a square: numbers ``place`` (m,) of the pixels they touch in the padded square, and there the
    shares (m,) of the picture ``kept`` and of the outline ``drawn``; ``pad`` pixels around it."""

    place: NDArray[np.intp]
    kept: Floats
    drawn: Floats
    pad: int


@lru_cache(maxsize=64)
def rim(side: int, radius: float, line: float) -> Rim:
    """Rim of a square of ``side`` device pixels with corners of ``radius`` and an outline ``line`` wide on its border."""
    pad = ceil(line / 2 + 0.5)
    middle = np.abs(np.arange(side + 2 * pad) + 0.5 - pad - side / 2) - (side / 2 - radius)
    x, y = np.maximum(middle, 0.0)[None, :], np.maximum(middle, 0.0)[:, None]
    inner = np.minimum(np.maximum(middle[None, :], middle[:, None]), 0.0)
    away = np.hypot(x, y) + inner - radius  # signed distance from the border
    inside = np.clip(0.5 - away, 0.0, 1.0)
    outline = np.clip(0.5 + line / 2 - np.abs(away), 0.0, min(line, 1.0))
    kept = inside * (1.0 - outline)
    place = np.flatnonzero((kept < 1.0).ravel())
    return Rim(place, kept.ravel()[place].astype(np.float32), outline.ravel()[place].astype(np.float32), pad)


class Faces:
    """Equal squares in one image, below one another, ready to be copied."""

    def __init__(self, colours: NDArray[np.uint32], radius: float, line: float, outline: QColor) -> None:
        """``colours`` (n, side, side) 0xffRRGGBB in device pixels; ``radius`` of the corners and width of the ``line`` in the same."""
        count, side, _ = colours.shape
        edge = rim(side, radius, line)
        self._side, self._pad = side, edge.pad
        whole = side + 2 * edge.pad
        pixels = np.zeros((count, whole, whole), dtype=np.uint32)
        pixels[:, edge.pad : edge.pad + side, edge.pad : edge.pad + side] = colours
        flat = pixels.reshape(count, whole * whole)
        flat[:, edge.place] = _mixed(flat[:, edge.place], edge, outline)
        self._pixels = pixels  # the image reads this memory
        self._image = QImage(pixels.data, whole, count * whole, whole * 4, QImage.Format.Format_ARGB32_Premultiplied)

    @property
    def pixels(self) -> NDArray[np.uint32]:
        """Premultiplied words (n, side + 2·pad, side + 2·pad). Don't write into them."""
        return self._pixels

    @property
    def pad(self) -> int:
        """Device pixels around each square that its outline reaches into."""
        return self._pad

    def paint(self, painter: QPainter, place: int, corner: QPointF, ratio: float) -> None:
        """Copy square ``place`` so that its upper left corner lies at ``corner``, in device px divided by ``ratio`` and whole in device px."""
        whole = self._side + 2 * self._pad
        source = QRectF(0, place * whole, whole, whole)
        if ratio == 1.0:
            painter.drawImage(corner - QPointF(self._pad, self._pad), self._image, source)
        else:
            start = corner - QPointF(self._pad, self._pad) / ratio
            painter.drawImage(QRectF(start.x(), start.y(), whole / ratio, whole / ratio), self._image, source)


def _mixed(colours: NDArray[np.uint32], edge: Rim, outline: QColor) -> NDArray[np.uint32]:
    """Premultiplied colours (n, m) of the rim's pixels."""
    channels = np.ascontiguousarray(colours).view(np.uint8).reshape(*colours.shape, 4)  # in memory's order, that of the words below too
    line = np.array([outline.rgb()], dtype=np.uint32).view(np.uint8).astype(np.float32)
    drawn = edge.drawn[:, None] * line + np.float32(0.5)
    mixed: NDArray[np.uint8] = (channels * edge.kept[:, None] + drawn).astype(np.uint8)
    return mixed.view(np.uint32)[..., 0]
