"""Many numbers in one font: written as arrays of signs, each drawn once onto a sheet, and all copied from it in one call."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPixmap

from gui.fields.numerals import Letters, Numerals, letters
from gui.format import fixed
from gui.theme import ThemeName, theme
from gui.views.primitives import Pieces, draw_pieces

SIGNS = "0123456789.\u2212"
LARGEST = 1e5 - 1  # above, numbers have an exponent
PAD = 1  # device px that a sign may reach beyond its room

Floats = NDArray[np.float64]


class Figures:
    """Collects numbers in one ``font`` and one colour, each centred at a point on its middle line."""

    def __init__(self, font: QFont, token: str, grain: float, ratio: float) -> None:
        """``grain`` device px for each px of the font, ``ratio`` for each px of the picture."""
        self._font, self._token, self._grain, self._ratio = font, token, grain, ratio
        self._points: list[Floats] = []
        self._values: list[Floats] = []

    def add(self, points: Floats, values: Floats) -> None:
        """``values`` (n,) to be written with three decimals, at ``points`` (n, 2) in device px."""
        self._points.append(points)
        self._values.append(values)

    def paint(self, painter: QPainter) -> None:
        """Copy all signs to whole device px. ``painter`` has no transform."""
        if not self._points:
            return
        values, points = np.concatenate(self._values), np.concatenate(self._points)
        places, plain = written(values)
        sheet, (width, height), advances, base = _sheet(self._font.key(), self._font, self._token, self._grain, theme().name)
        rooms = np.where(places >= 0, advances[places], 0.0)
        ends = rooms.cumsum(axis=1)
        lefts = points[:, :1] + (ends - rooms) - ends[:, -1:] / 2
        row, column = np.nonzero((places >= 0) & plain[:, None])
        corners = np.rint(np.column_stack((lefts[row, column], points[row, 1]))) - (PAD, base)
        sources = np.column_stack((places[row, column] * float(width), np.zeros(len(row))))
        draw_pieces(painter, sheet, Pieces(corners / self._ratio, sources, (width, height), self._ratio))
        if not plain.all():
            self._paint_odd(painter, points[~plain], [fixed(value) for value in values[~plain].tolist()])

    def _paint_odd(self, painter: QPainter, points: Floats, texts: list[str]) -> None:
        """Numbers that are written in another way."""
        scale = self._grain / self._ratio
        numbers = Numerals(self._font, self._token)
        for (x, y), text in zip((points / self._grain).tolist(), texts, strict=True):
            numbers.add(QRectF(x - 60, y - 20, 120, 40), text)
        painter.save()
        painter.scale(scale, scale)
        numbers.paint(painter)
        painter.restore()


def written(values: Floats) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Numbers as :func:`gui.format.fixed` writes them: places in SIGNS (n, 10), −1 for none; and which of them (n,) are so written.

    The others are too large, not finite, or so near the middle between two thousandths that only their exact digits decide.
    """
    size = np.abs(values) * 1000.0
    plain = size < LARGEST * 1000.0
    with np.errstate(invalid="ignore"):
        plain &= np.abs(size - np.floor(size) - 0.5) > 1e-6
    thousandths = np.rint(np.where(plain, size, 0.0)).astype(np.int64)
    places = np.full((len(values), 10), -1)
    for place, power in ((9, 1), (8, 10), (7, 100), (5, 1000), (4, 10**4), (3, 10**5), (2, 10**6), (1, 10**7)):
        needed = (thousandths >= power) | (place >= 5)  # no zeros in front but the one before the point
        places[:, place] = np.where(needed, thousandths // power % 10, -1)
    places[:, 6] = SIGNS.index(".")
    places[:, 0] = np.where((values < 0) & (thousandths > 0), SIGNS.index("\u2212"), -1)
    return places, plain


@lru_cache(maxsize=16)
def _sheet(_key: str, font: QFont, token: str, grain: float, _theme: ThemeName) -> tuple[QPixmap, tuple[int, int], Floats, float]:
    """All signs in a row; the size of one's room; how far each stands from the next; how far below the top the middle line lies. Device px."""
    kept, metrics = letters(font), QFontMetricsF(font)
    advances = np.array([kept.written(sign)[1] or metrics.horizontalAdvance(sign) for sign in SIGNS]) * grain
    width, height = ceil(advances.max()) + 2 * PAD, ceil(kept.height * grain) + 2 * PAD
    base = PAD + round(kept.ascent * grain)
    made = QImage(len(SIGNS) * width, height, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setPen(theme().color(token))
    for place, sign in enumerate(SIGNS):
        painter.resetTransform()
        painter.translate(place * width + PAD, base)
        painter.scale(grain, grain)
        _draw(painter, kept, font, sign)
    painter.end()
    return QPixmap.fromImage(made), (width, height), advances, base - (kept.ascent - kept.height / 2) * grain


def _draw(painter: QPainter, kept: Letters, font: QFont, sign: str) -> None:
    run, _ = kept.written(sign)
    if run is None:
        painter.setFont(font)
        painter.drawText(QPointF(), sign)
    else:
        painter.drawGlyphRun(QPointF(), run)
