"""Pictures, errors and answers over a plane as images."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gui.ramp import MAP_STRENGTH, pack_rgb, ramp_image, words_image
from gui.theme import theme
from nn.inside.views import Floats

ERROR_EXPONENT = 0.7  # small errors are to be seen


def picture_image(pixels: Floats) -> QImage:
    """``pixels`` (h, w, c) from 0 to 1, row 0 on top: grey for c = 1, else red, green and blue. Not-a-number is black."""
    values = np.nan_to_num(pixels) * 255.0
    return words_image(pack_rgb(np.broadcast_to(values[..., :1], (*values.shape[:2], 3)) if values.shape[2] < 3 else values[..., :3]), flip=False)


def plane_image(values: Floats) -> QImage:
    """The answer (h, w, 1) over a plane, row 0 the lowest, in the decision map's colours: around 0 where both signs occur, else around ½."""
    answer = values[..., 0]
    least, most = float(np.nanmin(answer, initial=0.0)), float(np.nanmax(answer, initial=0.0))
    if least < 0:
        size = max(-least, most)
        return ramp_image(answer, -size, 0.0, size, strength=MAP_STRENGTH)
    return ramp_image(answer, 0.0, max(most, 1.0) / 2, max(most, 1.0), strength=MAP_STRENGTH)


def error_image(error: Floats, most: float) -> QImage:
    """``error`` (h, w) from 0 to ``most``: none is the ground, the most the colour of what is wrong."""
    share = np.clip(np.nan_to_num(error, nan=most) / max(most, 1e-30), 0.0, 1.0) ** ERROR_EXPONENT
    low, high = _rgb(theme().color("inset")), _rgb(theme().color("bad"))
    return words_image(pack_rgb(low + share[..., None] * (high - low)), flip=False)


def _rgb(color: QColor) -> NDArray[np.float64]:
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)
