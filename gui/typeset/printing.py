"""Boxes on paper: their symbols as letters of an embedded font, which makes small files whose numbers can be searched.

The outlines that the screen draws would take 100 kB a step in a PDF, for Qt writes each curve of each digit anew.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from threading import Lock
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPainter, QRawFont

from gui.typeset.box import Box
from gui.typeset.ink import EM, font_file

_lock = Lock()


# What a box's SVG is made of; a path's outline is passed over.
_TOKENS = re.compile(r'<g transform="(\w+)\(([^)]*)\)">|(</g>)|data-glyph="([^"]*)"|<rect ([^>]*)/>')
_NUMBERS = re.compile(r'"([^"]*)"')


class _Place(NamedTuple):
    """Scaled by ``wide`` and ``high``, then moved by ``x`` and ``y``."""

    wide: float
    high: float
    x: float
    y: float

    def then(self, inner: _Place) -> _Place:
        """``inner`` within this place."""
        return _Place(self.wide * inner.wide, self.high * inner.high, self.x + self.wide * inner.x, self.y + self.high * inner.y)


class _Glyph(NamedTuple):
    number: int
    place: _Place


class Printer:
    """Draws boxes in one colour. Use it on the thread that made it: its faces belong there."""

    def __init__(self, painter: QPainter, color: QColor) -> None:
        self._painter, self._color = painter, color
        self._faces: dict[float, QRawFont] = {}

    def draw(self, box: Box, at: QPointF, size: float) -> None:
        """Draw ``box`` with the left end of its baseline ``at`` a point and letters of ``size``, both in the painter's units."""
        if not box.svg:
            return
        start = _Place(size / EM, size / EM, at.x(), at.y())
        runs: dict[tuple[float, float], list[_Glyph]] = defaultdict(list)
        for piece in _pieces(box.svg, start):
            if isinstance(piece, QRectF):
                self._painter.fillRect(piece, self._color)
            else:
                runs[round(piece.place.wide, 6), round(piece.place.high, 6)].append(piece)
        for (wide, high), glyphs in runs.items():
            self._run(wide, high, glyphs)

    def _run(self, wide: float, high: float, glyphs: list[_Glyph]) -> None:
        """Glyphs of one size. Stretched ones are drawn as wide as the face makes them, and pulled."""
        run = QGlyphRun()
        run.setRawFont(self._face(round(wide * EM, 2)))
        run.setGlyphIndexes([glyph.number for glyph in glyphs])
        pull = high / wide
        run.setPositions([QPointF(glyph.place.x, glyph.place.y / pull) for glyph in glyphs])
        self._painter.save()
        self._painter.scale(1, pull)
        self._painter.setPen(self._color)
        self._painter.drawGlyphRun(QPointF(), run)
        self._painter.restore()

    def _face(self, pixels: float) -> QRawFont:
        if pixels not in self._faces:
            font = QFont(_family())
            font.setPixelSize(max(round(pixels), 1))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            face = QRawFont.fromFont(font)
            face.setPixelSize(pixels)
            self._faces[pixels] = face
        return self._faces[pixels]


def _pieces(svg: str, start: _Place) -> Iterator[_Glyph | QRectF]:
    """All glyphs and bars of a box's SVG with where they stand. Nothing in it is turned."""
    places = [start]
    for group in _TOKENS.finditer(svg):
        kind, numbers, ends, drawn, bar = group.groups()
        if kind:
            places.append(places[-1].then(_transform(kind, [float(part) for part in numbers.split()])))
        elif ends:
            places.pop()
        elif drawn:
            number, x, y, size = drawn.split()
            yield _Glyph(int(number), places[-1].then(_Place(float(size) / EM, float(size) / EM, float(x), float(y))))
        else:
            x, y, width, height = (float(part) for part in _NUMBERS.findall(bar))
            wide, high, dx, dy = places[-1]
            yield QRectF(dx + wide * x, dy + high * y, wide * width, high * height)


def _transform(kind: str, numbers: list[float]) -> _Place:
    """``translate(x y)``, ``scale(s)`` or ``matrix(a 0 0 d e f)``."""
    if kind == "translate":
        return _Place(1.0, 1.0, numbers[0], numbers[1])
    if kind == "scale":
        return _Place(numbers[0], numbers[0], 0.0, 0.0)
    return _Place(numbers[0], numbers[3], numbers[4], numbers[5])


def _family() -> str:
    with _lock:
        return _registered()


@cache
def _registered() -> str:
    """The font's name, once Qt knows its file: only a font of its database is embedded in a PDF."""
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(font_file()))[0]
