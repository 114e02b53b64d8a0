"""Sheets of paper, filled from top to bottom: text that wraps, formulas, a page number at the foot. Lengths are points (1/72 inch)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPainterPath, QPdfWriter, QPen

from gui.theme import MONO, SANS
from gui.typeset.box import Box
from gui.typeset.ink import EM
from gui.typeset.printing import Printer

DPI = 1200
MARGIN = 56.0
FOOT = 24.0  # from the lower margin down to the page number
INK, FAINT, LINE = QColor("#000000"), QColor("#555555"), QColor("#BBBBBB")


class PaperSize(StrEnum):
    A4 = "a4"
    LETTER = "letter"


_SIZES = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.LETTER: QPageSize.PageSizeId.Letter}


class Sheets:
    """Paints on ``device``. Call :meth:`end` when all is written. ``pages`` counts the sheets begun."""

    def __init__(self, device: QIODevice, size: PaperSize, title: str) -> None:
        self._writer = QPdfWriter(device)
        self._writer.setResolution(DPI)
        self._writer.setTitle(title)
        self._writer.setCreator("Neurolupa")
        self._page = QPageSize(_SIZES[size])
        self._turn(wide=False)
        self.pages, self.y = 1, MARGIN
        self._painter = QPainter(self._writer)
        self._printer = Printer(self._painter, INK)
        self._foot()

    def end(self) -> None:
        self._painter.end()

    def _turn(self, *, wide: bool) -> None:
        """The sheets from the next one on: upright, or lying on their longer side."""
        self._wide = wide
        side = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self._writer.setPageLayout(QPageLayout(self._page, side, QMarginsF()))
        points = self._page.sizePoints().transposed() if wide else self._page.sizePoints()
        self.width = points.width() - 2 * MARGIN
        self._bottom = points.height() - MARGIN

    @property
    def full_height(self) -> float:
        """What an empty sheet holds."""
        return self._bottom - MARGIN

    @property
    def room(self) -> float:
        """What is left below on this sheet."""
        return self._bottom - self.y

    def new_page(self, *, wide: bool = False) -> None:
        """Another sheet; a ``wide`` one lies on its longer side."""
        if wide != self._wide:
            self._turn(wide=wide)
        self._writer.newPage()
        self.pages, self.y = self.pages + 1, MARGIN
        self._foot()

    def need(self, height: float) -> None:
        """Go on to the next sheet unless ``height`` still fits on this one."""
        if self.y + height > self._bottom and self.y > MARGIN:
            self.new_page()

    def skip(self, height: float) -> None:
        """Leave a gap; none at the top of a sheet."""
        if self.y > MARGIN:
            self.y += height

    def text(self, words: str, size: float, *, bold: bool = False, color: QColor = INK, after: float = 0.0) -> None:
        """A paragraph, wrapped at the margin."""
        height = self.text_height(words, size, bold=bold)
        self.need(height)
        self._write(words, QRectF(0, self.y, self.width, height), _font(size, bold), color, Qt.TextFlag.TextWordWrap)
        self.y += height + after

    def text_height(self, words: str, size: float, *, bold: bool = False) -> float:
        """How high a paragraph is."""
        room = _scaled(QRectF(0, 0, self.width, 1e4))
        return QFontMetricsF(_font(size, bold), self._writer).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height() * 72 / DPI

    def label(self, words: str, x: float, baseline: float, size: float, *, bold: bool = False) -> float:
        """Words on a baseline at ``x`` from the left margin. Returns where they end."""
        font = _font(size, bold)
        self._painter.setFont(font)
        self._painter.setPen(INK)
        self._painter.drawText(_scaled_point(MARGIN + x, baseline), words)
        return x + QFontMetricsF(font, self._writer).horizontalAdvance(words) * 72 / DPI

    def math(self, box: Box, x: float, baseline: float, size: float) -> float:
        """A formula on a baseline at ``x`` from the left margin. Returns where it ends."""
        self._printer.draw(box, _scaled_point(MARGIN + x, baseline), size * DPI / 72)
        return x + box.width * size / EM

    def rule(self, x: float, width: float, y: float) -> None:
        """A thin line, ``x`` from the left margin."""
        self._painter.setPen(QPen(LINE, 0.7 * DPI / 72))
        self._painter.drawLine(_scaled_point(MARGIN + x, y), _scaled_point(MARGIN + x + width, y))

    # Figures: lengths are their own px within a plate

    @contextmanager
    def plate(self, x: float, scale: float, part: QRectF) -> Iterator[None]:
        """Within it a figure's px are ``scale`` points; its ``part`` has its upper left corner ``x`` from the margin, at the present height."""
        self._painter.save()
        self._painter.translate(_scaled_point(MARGIN + x, self.y))
        self._painter.scale(scale * DPI / 72, scale * DPI / 72)
        self._painter.setClipRect(QRectF(0, 0, part.width(), part.height()))
        self._painter.translate(-part.topLeft())
        yield
        self._painter.restore()

    def shape(self, path: QPainterPath, pen: QPen, fill: QColor | None) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)

    def caption(self, words: str, rect: QRectF, size: float, color: QColor, align: Qt.AlignmentFlag, *, numbers: bool) -> None:
        """Words within a plate, ``size`` px high."""
        font = QFont(MONO if numbers else SANS)
        font.setPixelSize(round(size))
        self._painter.setFont(font)
        self._painter.setPen(color)
        self._painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, words)

    def symbols(self, box: Box, at: QPointF, size: float) -> None:
        """A formula within a plate, the left end of its baseline ``at`` a point."""
        self._printer.draw(box, at, size)

    def _foot(self) -> None:
        place = QRectF(0, self._bottom + FOOT - 12, self.width, 14)
        self._write(str(self.pages), place, _font(9, False), FAINT, Qt.AlignmentFlag.AlignHCenter)

    def _write(self, words: str, place: QRectF, font: QFont, color: QColor, flags: int) -> None:
        self._painter.setFont(font)
        self._painter.setPen(color)
        self._painter.drawText(_scaled(place.translated(MARGIN, 0)), flags, words)


def _font(size: float, bold: bool) -> QFont:
    """The text face in the device's dots, so that lines are measured as they will be printed."""
    font = QFont(SANS)
    font.setPixelSize(round(size * DPI / 72))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if bold:
        font.setVariableAxis(QFont.Tag("wght"), 600.0)
    return font


def _scaled(rect: QRectF) -> QRectF:
    factor = DPI / 72
    return QRectF(rect.x() * factor, rect.y() * factor, rect.width() * factor, rect.height() * factor)


def _scaled_point(x: float, y: float) -> QPointF:
    return QPointF(x * DPI / 72, y * DPI / 72)
