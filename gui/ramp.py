"""The heat-map ramp: numbers to a picture, orange below the centre, blue above it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gui.theme import theme

MAP_STRENGTH = 0.72  # how far a decision map goes toward the ends, so that points stand out on it
_HALF = 256  # entries on each side of the centre
_EXPONENT = 0.85


def ramp_indices(values: NDArray[np.floating], low: float, centre: float, high: float) -> NDArray[np.intp]:
    """Where each value lies in :func:`ramp_table`: 0 at ``low`` and below, the middle at ``centre``, the last entry at ``high`` and above.

    Any shape; not-a-number counts as the centre. A side without width (``low == centre``) shows the centre up to it and its end beyond.
    """
    shifted = np.asarray(values, dtype=np.float32) - np.float32(centre)
    below, above = _per_unit(centre - low), _per_unit(high - centre)
    with np.errstate(over="ignore"):
        scaled = np.where(shifted < 0, shifted * below, shifted * above)
    scaled = np.clip(np.nan_to_num(scaled, nan=0.0, posinf=1.0, neginf=-1.0), -1.0, 1.0)
    indices: NDArray[np.intp] = np.rint((scaled + 1.0) * _HALF).astype(np.intp)
    return indices


def _per_unit(width: float) -> np.float32:
    return np.float32(1.0 / max(width, 1e-30))


def ramp_table(strength: float = 1.0) -> NDArray[np.uint32]:
    """The ramp of the present theme as 513 opaque 0xAARRGGBB words: negative end first.

    Each end is mixed into the centre colour by strength·|v|^0.85.
    """
    colors = theme().colors
    return _table(colors.ramp_neg, colors.ramp_zero, colors.ramp_pos, strength)


@lru_cache(maxsize=16)
def _table(negative: str, zero: str, positive: str, strength: float) -> NDArray[np.uint32]:
    share = strength * np.linspace(0.0, 1.0, _HALF + 1)[:, None] ** _EXPONENT
    centre = _rgb(zero)
    down = centre + share * (_rgb(negative) - centre)
    up = centre + share * (_rgb(positive) - centre)
    table = pack_rgb(np.concatenate([down[:0:-1], up]))
    table.setflags(write=False)
    return table


def _rgb(name: str) -> NDArray[np.float64]:
    color = QColor(name)
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)


def pack_rgb(rgb: NDArray[np.floating]) -> NDArray[np.uint32]:
    """Colours of shape (…, 3), 0 to 255, as opaque 0xAARRGGBB words of shape (…)."""
    whole = np.rint(np.clip(rgb, 0.0, 255.0)).astype(np.uint32)
    packed: NDArray[np.uint32] = (whole[..., 0] << 16) | (whole[..., 1] << 8) | whole[..., 2] | np.uint32(0xFF000000)
    return packed


def words_image(words: NDArray[np.uint32], *, flip: bool = True) -> QImage:
    """0xAARRGGBB words of shape (ny, nx) as a picture of its own; with ``flip`` row 0 is the bottom, as in a ``MapView``.

    Raises ValueError for an array that is empty or not two-dimensional: Qt would read past its end.
    """
    if words.ndim != 2 or words.size == 0:
        raise ValueError(f"a picture needs a filled two-dimensional array, not {words.shape}")
    rows = np.ascontiguousarray(words[::-1] if flip else words, dtype=np.uint32)
    height, width = rows.shape
    # copy(): the picture must outlive the array
    return QImage(rows.data, width, height, width * 4, QImage.Format.Format_RGB32).copy()


def ramp_image(values: NDArray[np.floating], low: float, centre: float, high: float, *, strength: float = 1.0, flip: bool = True) -> QImage:
    """``values`` of shape (ny, nx) through the ramp of the present theme. See :func:`ramp_indices` and :func:`words_image`."""
    return words_image(ramp_table(strength)[ramp_indices(values, low, centre, high)], flip=flip)


def ramp_color(value: float, low: float, centre: float, high: float, *, strength: float = 1.0) -> QColor:
    """The colour of one value."""
    index = ramp_indices(np.array([value]), low, centre, high)[0]
    return QColor.fromRgb(int(ramp_table(strength)[index]))
