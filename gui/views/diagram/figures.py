"""Many numbers in one font: the pixels of each sign are kept, and compiled loops write the numbers with them."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from gui.fields.numerals import Letters, Numerals, letters
from gui.format import fixed
from gui.theme import ThemeName, theme
from gui.views.diagram.ground import Face
from gui.views.diagram.prints import Onto, painted, stamps

PAD = 1  # device px that a sign may reach beyond its room

Floats = NDArray[np.float64]


class Figures:
    """Collects numbers in one ``face`` and one colour, each centred at a point on its middle line."""

    def __init__(self, face: Face, token: str, grain: float) -> None:
        """``grain``: device px for each px of the font."""
        self._face, self._token, self._grain = face, token, grain
        self._points: list[Floats] = []
        self._values: list[Floats] = []

    def add(self, points: Floats, values: Floats) -> None:
        """``values`` (n,) to be written with three decimals, at ``points`` (n, 2) in device px."""
        self._points.append(points)
        self._values.append(values)

    def paint(self, painter: QPainter, onto: Onto) -> None:
        """Write all, each sign on whole device px; ``painter`` paints on the same sheet without a transform."""
        from nn.backends.cpu_stamps import lay_numbers

        if not self._points:
            return
        values, points = np.concatenate(self._values), np.concatenate(self._points)
        signs, (width, height), advances, base = _sheet(self._face, self._token, self._grain, (theme().name, theme().scale))
        odd = np.zeros(len(values), dtype=np.bool_)
        lay_numbers(onto.sheet.pixels, onto.frame, stamps(signs, width, height), advances, base, points, values, odd)
        if odd.any():
            self._paint_odd(painter, points[odd], [fixed(value) for value in values[odd].tolist()])

    def _paint_odd(self, painter: QPainter, points: Floats, texts: list[str]) -> None:
        """Numbers that are written in another way."""
        scale = self._grain / painter.device().devicePixelRatio()
        numbers = Numerals(self._face.font, self._token)
        for (x, y), text in zip((points / self._grain).tolist(), texts, strict=True):
            numbers.add(QRectF(x - 60, y - 20, 120, 40), text)
        painter.save()
        painter.scale(scale, scale)
        numbers.paint(painter)
        painter.restore()


@lru_cache(maxsize=16)
def _sheet(face: Face, token: str, grain: float, _look: tuple[ThemeName, float]) -> tuple[NDArray[np.uint32], tuple[int, int], Floats, float]:
    """All signs in a row; the size of one's room; how far each stands from the next; how far below the top the middle line lies. Device px."""
    from nn.backends.cpu_stamps import SIGNS

    font = face.font
    kept, metrics = letters(font), QFontMetricsF(font)
    advances = np.array([kept.written(sign)[1] or metrics.horizontalAdvance(sign) for sign in SIGNS]) * grain
    width, height = ceil(advances.max()) + 2 * PAD, ceil(kept.height * grain) + 2 * PAD
    base = PAD + round(kept.ascent * grain)

    def paint(painter: QPainter) -> None:
        painter.setPen(theme().color(token))
        for place, sign in enumerate(SIGNS):
            painter.resetTransform()
            painter.translate(place * width + PAD, base)
            painter.scale(grain, grain)
            _draw(painter, kept, font, sign)

    return painted(len(SIGNS) * width, height, paint), (width, height), advances, base - (kept.ascent - kept.height / 2) * grain


def _draw(painter: QPainter, kept: Letters, font: QFont, sign: str) -> None:
    run, _ = kept.written(sign)
    if run is None:
        painter.setFont(font)
        painter.drawText(QPointF(), sign)
    else:
        painter.drawGlyphRun(QPointF(), run)
