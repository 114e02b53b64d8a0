"""A picture that both a painter and compiled loops can write: one memory, seen as an image and as an array of words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter


class Sheet:
    """An opaque picture of ``size`` device px, of which ``ratio`` are one px of the window."""

    def __init__(self, size: QSize, ratio: float) -> None:
        width, height = max(size.width(), 1), max(size.height(), 1)
        self.size, self.ratio = size, ratio
        self.pixels = np.zeros((height, width), dtype=np.uint32)  # 0xffRRGGBB; the image reads this memory
        self.image = QImage(self.pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(ratio)

    def fill(self, color: QColor) -> None:
        self.pixels[:] = color.rgb()

    def copy(self, other: Sheet, columns: slice = slice(None)) -> None:
        """Become as ``other``, which has the same size, in all columns of pixels or some."""
        np.copyto(self.pixels[:, columns], other.pixels[:, columns])

    def painter(self, scale: float = 1.0) -> QPainter:
        """A painter for smooth lines and words whose unit is ``scale`` px of the window."""
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        return painter
