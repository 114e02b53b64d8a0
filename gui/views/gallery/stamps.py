"""Short numbers as arrays of ink: each sign of a face is drawn once, and hundreds of numbers are put together at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from gui.format import MINUS
from gui.theme import theme
from gui.views.gallery.short import short

SIGNS = " 0123456789.+−–e"
MOST = 5  # signs of a number

LEAST, BEYOND = 0.005, 9.995  # sizes between which a number has two decimals
SURE = 1e-6  # of a hundredth: nearer to the middle between two of them, only a number's exact digits decide

Ink = NDArray[np.uint8]
Codes = NDArray[np.uint8]
_PLACES = np.zeros(max(map(ord, SIGNS)) + 1, dtype=np.uint8)  # of each sign, by its number in Unicode
_PLACES[[ord(sign) for sign in SIGNS]] = np.arange(len(SIGNS))
_POINT, _PLUS, _MINUS = (SIGNS.index(sign) for sign in f".+{MINUS}")


@dataclass(frozen=True, eq=False)
class Face:
    """The signs of a face in device pixels: ``ink`` (signs, height, width), all equally wide."""

    ink: Ink

    @property
    def width(self) -> int:
        """Of a number."""
        return MOST * int(self.ink.shape[2])

    def written(self, codes: Codes, colours: NDArray[np.intp], tokens: tuple[str, ...], ground: str) -> NDArray[np.uint32]:
        """Opaque words (n, height, width) of numbers (n, MOST), each in the one of the theme's colours ``tokens`` that ``colours`` (n,) says,
        on the colour ``ground``."""
        rgb = tuple(theme().color(token).rgb() for token in tokens)
        table = np.stack([shades(one, theme().color(ground).rgb()).take(self.ink) for one in rgb])
        return table[colours[:, None], codes].transpose(0, 2, 1, 3).reshape(len(codes), self.ink.shape[1], self.width)


def codes(texts: Sequence[str]) -> Codes:
    """Places in SIGNS (n, MOST); signs that are not among them, and those after the fifth, are left out."""
    joined = "".join([f"{text:{MOST}.{MOST}}" for text in texts])
    signs = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32).reshape(-1, MOST)
    return np.where(signs < len(_PLACES), _PLACES.take(signs, mode="clip"), 0).astype(np.uint8)


def number_codes(values: NDArray[np.floating], *, plus: bool = False) -> Codes:
    """Numbers (n,) as :func:`~gui.views.gallery.short.short` writes them, (n, MOST); nothing for those that are not finite.

    Most have two decimals: their digits are found at once. The others are written one by one.
    """
    size = np.abs(np.asarray(values, dtype=np.float64))
    with np.errstate(invalid="ignore"):
        hundredths = size * 100.0
        plain = ((size >= LEAST) & (size < BEYOND) & (np.abs(hundredths - np.floor(hundredths) - 0.5) > SURE)) | (size == 0)
    whole = np.rint(np.where(plain, hundredths, 0.0)).astype(np.int64)
    found = np.zeros((len(size), MOST + 1), dtype=np.uint8)
    found[:, 0] = np.where(values < 0, _MINUS, np.where((values > 0) & plus, _PLUS, 0))
    found[:, 2] = _POINT
    for place, power in ((1, 100), (3, 10), (4, 1)):
        found[:, place] = whole // power % 10 + 1
    found[:, :MOST] = np.where(found[:, :1] > 0, found[:, :MOST], found[:, 1:])
    odd = np.flatnonzero(~plain)
    texts = [short(value, plus=plus) if np.isfinite(value) else "" for value in values[odd].tolist()]
    if texts:
        found[odd, :MOST] = codes(texts)
    return found[:, :MOST]


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


@lru_cache(maxsize=64)
def shades(rgb: int, ground: int) -> NDArray[np.uint32]:
    """256 opaque words, from the colour ``ground`` to the colour ``rgb``."""
    share = np.arange(256, dtype=np.uint32)
    found = np.full(256, 0xFF000000, dtype=np.uint32)
    for shift in (16, 8, 0):
        ink, paper = (rgb >> shift) & 255, (ground >> shift) & 255
        found |= ((share * np.uint32(ink) + (255 - share) * np.uint32(paper) + 127) // 255) << np.uint32(shift)
    return found
