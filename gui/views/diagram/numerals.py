"""Many short numbers in one font written at once: their glyphs are placed by hand, which spares the painter laying each out."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QPainter, QRawFont

from gui.theme import theme
from gui.views.diagram.ground import mono


class Letters:
    """A number font's glyphs, found by character when first asked for."""

    def __init__(self, raw: QRawFont) -> None:
        self.raw = raw
        self.ascent, self.height = raw.ascent(), raw.ascent() + raw.descent()
        self._known: dict[str, tuple[int, float]] = {}

    def glyph(self, character: str) -> tuple[int, float]:
        """Glyph number and advance in px; number 0 where the font lacks the character."""
        found = self._known.get(character)
        if found is None:
            numbers = self.raw.glyphIndexesForString(character)
            number = int(numbers[0]) if len(numbers) == 1 else 0
            advance = self.raw.advancesForGlyphIndexes([number])[0].x() if number else 0.0
            found = self._known[character] = (number, advance)
        return found


def letters(pixels: float) -> Letters:
    """The glyphs of ``mono(pixels)``."""
    return _letters(pixels, theme().scale)


@lru_cache(maxsize=16)
def _letters(pixels: float, _scale: float) -> Letters:
    return Letters(QRawFont.fromFont(mono(pixels)))


class Numerals:
    """Collects numbers in ``mono(pixels)``, all in one colour, and writes them at once."""

    def __init__(self, pixels: float, token: str) -> None:
        self._pixels, self._token = pixels, token
        self._letters = letters(pixels)
        self._glyphs: list[int] = []
        self._places: list[QPointF] = []
        self._odd: list[tuple[QRectF, str, Qt.AlignmentFlag]] = []  # with characters that the font lacks

    def add(self, place: QRectF, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> None:
        """Write ``text`` in ``place``, upright in its middle, at its left or centred."""
        found = [self._letters.glyph(character) for character in text]
        if not all(number for number, _ in found):
            self._odd.append((place, text, align))
            return
        x = place.left()
        if align & Qt.AlignmentFlag.AlignHCenter:
            x += (place.width() - sum(advance for _, advance in found)) / 2
        y = place.top() + (place.height() - self._letters.height) / 2 + self._letters.ascent
        for number, advance in found:
            self._glyphs.append(number)
            self._places.append(QPointF(x, y))
            x += advance

    def paint(self, painter: QPainter) -> None:
        painter.setPen(theme().color(self._token))
        if self._glyphs:
            run = QGlyphRun()
            run.setRawFont(self._letters.raw)
            run.setGlyphIndexes(self._glyphs)
            run.setPositions(self._places)
            painter.drawGlyphRun(QPointF(0.0, 0.0), run)
        painter.setFont(mono(self._pixels))
        for place, text, align in self._odd:
            painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, text)
