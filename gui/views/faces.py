"""Pictures of small equal squares with rounded corners and an outline, made as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray

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
