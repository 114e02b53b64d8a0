"""Many short numbers in one font: their glyphs are placed once and kept, which spares the painter laying each out."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QRawFont

from gui.theme import theme

MOST_KEPT = 4096  # numbers whose glyphs are kept: with three decimals a run shows the same ones again and again


class Letters:
    """A number font's glyphs, and the numbers that were written with it, ready to be drawn again."""

    def __init__(self, raw: QRawFont) -> None:
        self._raw = raw
        self.ascent, self.height = raw.ascent(), raw.ascent() + raw.descent()
        self._known: dict[str, tuple[int, float]] = {}
        self._written: dict[str, tuple[QGlyphRun | None, float]] = {}

    def _glyph(self, character: str) -> tuple[int, float]:
        """Glyph number and advance in px; number 0 where the font lacks the character."""
        found = self._known.get(character)
        if found is None:
            numbers = self._raw.glyphIndexesForString(character)
            number = int(numbers[0]) if len(numbers) == 1 else 0
            advance = self._raw.advancesForGlyphIndexes([number])[0].x() if number else 0.0
            found = self._known[character] = (number, advance)
        return found

    def written(self, text: str) -> tuple[QGlyphRun | None, float]:
        """The glyphs of ``text`` from (0, 0) on and its length in px; no glyphs where the font lacks one."""
        found = self._written.get(text)
        if found is None:
            if len(self._written) >= MOST_KEPT:
                self._written.clear()
            found = self._written[text] = self._run([self._glyph(character) for character in text])
        return found

    def _run(self, glyphs: list[tuple[int, float]]) -> tuple[QGlyphRun | None, float]:
        ends = list(accumulate(advance for _, advance in glyphs))
        if not glyphs or not all(number for number, _ in glyphs):
            return None, 0.0
        run = QGlyphRun()
        run.setRawFont(self._raw)
        run.setGlyphIndexes([number for number, _ in glyphs])
        run.setPositions([QPointF(x, 0.0) for x in (0.0, *ends[:-1])])
        return run, ends[-1]


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
        self._runs: list[tuple[QPointF, QGlyphRun]] = []
        self._odd: list[tuple[QRectF, str, Qt.AlignmentFlag]] = []  # with characters that the font lacks

    def add(self, place: QRectF, text: str, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter) -> float:
        """Write ``text`` in ``place``, upright in its middle, at its left, at its right or centred; returns its length in px."""
        run, width = self._letters.written(text)
        if run is None:
            self._odd.append((place, text, align))
            return QFontMetricsF(self._font).horizontalAdvance(text)
        x = place.left()
        if align is Qt.AlignmentFlag.AlignHCenter:
            x += (place.width() - width) / 2
        elif align is Qt.AlignmentFlag.AlignRight:
            x += place.width() - width
        self._runs.append((QPointF(x, place.top() + (place.height() - self._letters.height) / 2 + self._letters.ascent), run))
        return width

    def paint(self, painter: QPainter) -> None:
        painter.setPen(theme().color(self._token))
        for origin, run in self._runs:
            painter.drawGlyphRun(origin, run)
        if self._odd:
            painter.setFont(self._font)
        for place, text, align in self._odd:
            painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, text)
