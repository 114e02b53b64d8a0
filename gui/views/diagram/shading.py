"""Outputs as colours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from gui.ramp import pack_rgb, ramp_color, ramp_table
from gui.theme import theme
from nn.choices import Activation

UNIT_RANGE = frozenset({Activation.SIGMOID, Activation.SOFTMAX, Activation.STEP})


def centred(values: NDArray[np.floating], activation: Activation | None, limit: NDArray[np.floating]) -> NDArray[np.floating]:
    """Outputs as −1 to 1 for the ramp: by the activation's own range where it has one, else by ±``limit``, which broadcasts."""
    if activation in UNIT_RANGE:
        return values * 2 - 1
    if activation is Activation.TANH:
        return values
    fit = (limit > 0) & np.isfinite(limit)
    return np.where(fit, values / np.where(fit, limit, 1.0), 0.0)


def shade(values: NDArray[np.floating]) -> NDArray[np.uint32]:
    """The ramp's colours of values from −1 to 1, as 0xffRRGGBB (others are clipped, NaN is zero)."""
    table = ramp_table()
    half = (len(table) - 1) / 2
    place = np.clip(values, -1.0, 1.0) * half + (half + 0.5)
    place[np.isnan(place)] = half
    colours: NDArray[np.uint32] = table.take(place.astype(np.int32))
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
