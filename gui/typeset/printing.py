"""Boxes on paper: their symbols as letters of an embedded font, which makes small files whose numbers can be searched.

The outlines that the screen draws would take 100 kB a step in a PDF, for Qt writes each curve of each digit anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from threading import Lock
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGlyphRun, QPainter, QRawFont, QTransform

from gui.typeset.box import Box
from gui.typeset.ink import EM, font_file

_lock = Lock()


class _Glyph(NamedTuple):
    number: int
    place: QTransform


class Printer:
    """Draws boxes in one colour. Use it on the thread that made it: its faces belong there."""

    def __init__(self, painter: QPainter, color: QColor) -> None:
        self._painter, self._color = painter, color
        self._faces: dict[float, QRawFont] = {}

    def draw(self, box: Box, at: QPointF, size: float) -> None:
        """Draw ``box`` with the left end of its baseline ``at`` a point and letters of ``size``, both in the painter's units."""
        if not box.svg:
            return
        start = QTransform.fromTranslate(at.x(), at.y()).scale(size / EM, size / EM)
        runs: dict[tuple[float, float], list[_Glyph]] = defaultdict(list)
        for piece in _pieces(fromstring(f"<g>{box.svg}</g>"), start):  # noqa: S314 - made by this program a moment ago
            if isinstance(piece, QRectF):
                self._painter.fillRect(piece, self._color)
            else:
                runs[round(piece.place.m11(), 6), round(piece.place.m22(), 6)].append(piece)
        for (wide, high), glyphs in runs.items():
            self._run(wide, high, glyphs)

    def _run(self, wide: float, high: float, glyphs: list[_Glyph]) -> None:
        """Glyphs of one size. Stretched ones are drawn as wide as the face makes them, and pulled."""
        run = QGlyphRun()
        run.setRawFont(self._face(round(wide * EM, 2)))
        run.setGlyphIndexes([glyph.number for glyph in glyphs])
        pull = high / wide
        run.setPositions([QPointF(glyph.place.dx(), glyph.place.dy() / pull) for glyph in glyphs])
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


def _pieces(element: Element, place: QTransform) -> Iterator[_Glyph | QRectF]:
    """All glyphs and bars of a box's SVG with where they stand. Nothing in it is turned."""
    for child in element:
        if child.tag == "g":
            yield from _pieces(child, _transform(child.get("transform", "")) * place)
        elif child.tag == "path":
            number, x, y, size = (float(part) for part in child.get("data-glyph", "").split())
            yield _Glyph(int(number), QTransform.fromTranslate(x, y).scale(size / EM, size / EM) * place)
        else:
            x, y, width, height = (float(child.get(name, "0")) for name in ("x", "y", "width", "height"))
            yield place.mapRect(QRectF(x, y, width, height))


def _transform(written: str) -> QTransform:
    """``translate(x y)``, ``scale(s)`` or ``matrix(a b c d e f)``."""
    kind, _, rest = written.rstrip(")").partition("(")
    numbers = [float(part) for part in rest.split()]
    if kind == "translate":
        return QTransform.fromTranslate(numbers[0], numbers[1])
    if kind == "scale":
        return QTransform.fromScale(numbers[0], numbers[0])
    return QTransform(*numbers)


def _family() -> str:
    with _lock:
        return _registered()


@cache
def _registered() -> str:
    """The font's name, once Qt knows its file: only a font of its database is embedded in a PDF."""
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(font_file()))[0]
