"""A cost surface as a picture: the bands between its levels in the colours of cividis."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gui.ramp import pack_rgb, words_image
from gui.theme import CIVIDIS, theme

POWER = 0.38
CUT = 0.88  # the brightest end is left out: white lines must be seen on it
Array = NDArray[np.floating[Any]]


def band_words(levels: Array, low: float, high: float) -> NDArray[np.uint32]:
    """The colours of the bands between ``levels`` (m,) of costs from ``low`` to ``high``, from the lowest up, as 0xAARRGGBB words (m + 1,).

    A band's colour is that of its middle, raised to a power: the levels crowd around a minimum, where only few colours are needed.
    """
    edges = np.concatenate(([low], levels, [max(high, low)])).astype(np.float64)
    middles = (edges[:-1] + edges[1:]) / 2.0 - low
    shares = (middles / middles[-1]) ** POWER if middles[-1] > 0 else np.zeros_like(middles)
    colors = [QColor(name) for name in CIVIDIS]
    stops = np.array([(color.red(), color.green(), color.blue()) for color in colors], dtype=np.float64)
    places = np.linspace(0.0, 1.0, len(stops))
    return pack_rgb(np.stack([np.interp(CUT * np.clip(shares, 0.0, 1.0), places, stops[:, channel]) for channel in range(3)], axis=-1))


def band_colors(levels: Array, low: float, high: float) -> list[QColor]:
    """The same as colours."""
    return [QColor.fromRgb(int(word)) for word in band_words(levels, low, high)]


def bands_image(costs: Array, levels: Array, width: int, height: int) -> QImage:
    """``costs`` (ny, nx), row 0 at the bottom, as ``width`` × ``height`` pixels; between the grid's places the costs are interpolated.

    Where there is no cost the picture has the colour of a card.
    """
    fine = _resized(_single(costs), height, width)
    known = np.isfinite(fine)
    seen = costs[np.isfinite(costs)]
    words = band_words(levels, float(seen.min()), float(seen.max())) if seen.size else band_words(levels[:0], 0.0, 0.0)
    found = words[np.searchsorted(_single(levels[: len(words) - 1]), np.where(known, fine, 0.0))]
    if not known.all():
        found = np.where(known, found, np.uint32(theme().color("card").rgb()))
    return words_image(found)


def _single(costs: Array) -> NDArray[np.float32]:
    """In single precision; what is finite stays so."""
    most = float(np.finfo(np.float32).max)
    return np.where(np.isfinite(costs), np.clip(costs, -most, most), costs).astype(np.float32)


def _resized(costs: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Linear interpolation along one axis, then along the other."""
    with np.errstate(invalid="ignore", over="ignore"):
        rows = _along_rows(costs, height)
        return np.ascontiguousarray(_along_rows(np.ascontiguousarray(rows.T), width).T)


def _along_rows(costs: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    places = np.linspace(0.0, len(costs) - 1.0, count, dtype=np.float32)
    low = np.minimum(places.astype(np.intp), len(costs) - 2)
    share = (places - low)[:, np.newaxis].astype(np.float32)
    found: NDArray[np.float32] = costs[low] * (1.0 - share) + costs[low + 1] * share
    return found
