"""Grey pictures in the theme's ink: what is 1 has the colour of text, what is 0 shows the paper."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from gui.theme import theme


def ink_image(values: NDArray[np.floating]) -> QImage:
    """``values`` (h, w) from 0 to 1, row 0 on top, as a picture of ink that is transparent at 0. Not-a-number counts as 0.

    Raises ValueError for an array that is empty or not two-dimensional: Qt would read past its end.
    """
    if values.ndim != 2 or values.size == 0:
        raise ValueError(f"a picture needs a filled two-dimensional array, not {values.shape}")
    share = np.clip(np.nan_to_num(np.asarray(values, dtype=np.float32)), 0.0, 1.0)
    color = theme().color("text")
    words = np.rint(share * 255.0).astype(np.uint32) << 24
    for channel, shift in ((color.red(), 16), (color.green(), 8), (color.blue(), 0)):
        words |= np.rint(share * float(channel)).astype(np.uint32) << shift
    height, width = words.shape
    held = np.ascontiguousarray(words)
    return QImage(held.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()  # the picture must outlive the array
