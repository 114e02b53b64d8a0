"""Many short numbers in one font written at once: their glyphs are placed by hand, which spares the painter laying each out."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QRawFont

from gui.theme import theme


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


def letters(font: QFont) -> Letters:
    """The glyphs of a font."""
    return _letters(font.key(), font)


@lru_cache(maxsize=32)
def _letters(_key: str, font: QFont) -> Letters:
    return Letters(QRawFont.fromFont(font))


class Numerals:
    """Collects numbers in one ``font`` and one colour, and writes them at once."""

    def __init__(self, font: QFont, token: str) -> None:
        self._font, self._token = font, token
        self._letters = letters(font)
        self._glyphs: list[int] = []
        self._places: list[QPointF] = []
        self._odd: list[tuple[QRectF, str, Qt.AlignmentFlag]] = []  # with characters that the font lacks

    def add(self, place: QRectF, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> float:
        """Write ``text`` in ``place``, upright in its middle, at its left, at its right or centred; returns its length in px."""
        found = [self._letters.glyph(character) for character in text]
        if not all(number for number, _ in found):
            self._odd.append((place, text, align))
            return QFontMetricsF(self._font).horizontalAdvance(text)
        width = sum(advance for _, advance in found)
        x = place.left()
        if align & Qt.AlignmentFlag.AlignHCenter:
            x += (place.width() - width) / 2
        elif align & Qt.AlignmentFlag.AlignRight:
            x += place.width() - width
        y = place.top() + (place.height() - self._letters.height) / 2 + self._letters.ascent
        for number, advance in found:
            self._glyphs.append(number)
            self._places.append(QPointF(x, y))
            x += advance
        return width

    def paint(self, painter: QPainter) -> None:
        painter.setPen(theme().color(self._token))
        if self._glyphs:
            run = QGlyphRun()
            run.setRawFont(self._letters.raw)
            run.setGlyphIndexes(self._glyphs)
            run.setPositions(self._places)
            painter.drawGlyphRun(QPointF(0.0, 0.0), run)
        if self._odd:
            painter.setFont(self._font)
        for place, text, align in self._odd:
            painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, text)
