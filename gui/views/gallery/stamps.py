"""Short numbers as arrays of ink: each sign of a face is drawn once, and hundreds of numbers are put together at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

SIGNS = " 0123456789.+−–e"
MOST = 5  # signs of a number

Ink = NDArray[np.uint8]
_PLACES = np.zeros(max(map(ord, SIGNS)) + 1, dtype=np.uint8)  # of each sign, by its number in Unicode
_PLACES[[ord(sign) for sign in SIGNS]] = np.arange(len(SIGNS))


@dataclass(frozen=True, eq=False)
class Face:
    """The signs of a face in device pixels: ``ink`` (signs, height, width), all equally wide."""

    ink: Ink

    @property
    def width(self) -> int:
        """Of a number."""
        return MOST * int(self.ink.shape[2])

    def written(self, texts: Sequence[str], colours: Sequence[QColor]) -> NDArray[np.uint32]:
        """Premultiplied words (n, height, width) of texts, each in its colour; signs that the face doesn't have, and those after the fifth,
        are left out."""
        joined = "".join([f"{text:{MOST}.{MOST}}" for text in texts])
        signs = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32).reshape(-1, MOST)
        codes = np.where(signs < len(_PLACES), _PLACES.take(signs, mode="clip"), 0)
        different, colour = np.unique([color.rgb() for color in colours], return_inverse=True)
        table = np.stack([_shades(int(rgb)).take(self.ink) for rgb in different])
        return table[colour[:, None], codes].transpose(0, 2, 1, 3).reshape(len(texts), -1, self.width)


def face(font: QFont, height: int, grain: float) -> Face:
    """The signs of ``font`` in rows of ``height`` device pixels, ``grain`` of them for one of the font's."""
    return _face(font.key(), font, height, grain)


@lru_cache(maxsize=16)
def _face(_key: str, font: QFont, height: int, grain: float) -> Face:
    metrics = QFontMetricsF(font)
    width = max(round(metrics.horizontalAdvance("0") * grain), 1)
    base = round((height / grain + metrics.capHeight()) / 2 * grain) / grain
    return Face(np.stack([_drawn(sign, font, (width, height), base, grain) for sign in SIGNS]))


def _drawn(sign: str, font: QFont, size: tuple[int, int], base: float, grain: float) -> Ink:
    image = QImage(*size, QImage.Format.Format_Alpha8)
    image.fill(0)
    painter = QPainter(image)
    painter.scale(grain, grain)
    painter.setFont(font)
    painter.drawText(QPointF(0, base), sign)
    painter.end()
    rows = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(size[1], image.bytesPerLine())
    return rows[:, : size[0]].copy()


@lru_cache(maxsize=32)
def _shades(rgb: int) -> NDArray[np.uint32]:
    """256 premultiplied words of one colour."""
    color, alpha = QColor.fromRgb(rgb), np.arange(256, dtype=np.uint32)
    found = alpha << 24
    for shift, channel in ((16, color.red()), (8, color.green()), (0, color.blue())):
        found |= ((alpha * channel + 127) // 255) << shift
    return found.astype(np.uint32)
