"""A figure on paper: lines, words and formulas at their places, as large as the sheet allows, and over several sheets where it is too wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from gui.export.sheet import Sheets
from gui.typeset.box import Box
from gui.typeset.ink import EM

NATURAL = 0.75  # points for each px of the figure, at most
LEAST = 0.46  # at least, where it can be cut: letters of 13 px are 6 points high then
GAP = 10.0  # points below a figure
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Shape:
    """``width`` and ``dash`` of the line in px; no colour, no line or no filling."""

    path: QPainterPath
    line: QColor | None = None
    width: float = 1.0
    dash: tuple[float, float] | None = None
    fill: QColor | None = None


@dataclass(frozen=True)
class Label:
    """Words on one line in ``rect``, letters ``size`` px high."""

    words: str
    rect: QRectF
    size: float
    color: QColor
    align: Qt.AlignmentFlag = CENTRE
    numbers: bool = False  # in the face of numbers


@dataclass(frozen=True)
class Formula:
    """Typeset letters upright in the middle of ``rect``, made smaller where they would be wider or taller than it."""

    box: Box
    rect: QRectF
    size: float
    align: Qt.AlignmentFlag = CENTRE


Piece = Shape | Label | Formula


@dataclass(frozen=True)
class Figure:
    """``pieces`` in the order in which they are drawn, px; ``cuts``: where across it may be cut in two, from left to right."""

    pieces: tuple[Piece, ...]
    bounds: QRectF
    cuts: tuple[float, ...] = ()


def parts_of(figure: Figure, width: float) -> list[QRectF]:
    """What of the figure stands on each sheet: at most ``width`` px wide if it can be cut so, all about as wide."""
    bounds = figure.bounds
    for count in range(1, len(figure.cuts) + 2):
        ideal = [bounds.left() + bounds.width() * place / count for place in range(1, count)]
        cuts = sorted({_nearest(figure.cuts, wish) for wish in ideal})
        edges = [bounds.left(), *cuts, bounds.right()]
        found = [QRectF(left, bounds.top(), right - left, bounds.height()) for left, right in pairwise(edges)]
        if all(part.width() <= width for part in found):
            break
    return found


def _nearest(places: Sequence[float], wish: float) -> float:
    return min(places, key=lambda place: abs(place - wish))


def fits_upright(sheets: Sheets, figure: Figure) -> bool:
    """Whether it can be read on an upright sheet."""
    scale = min(NATURAL, sheets.width / figure.bounds.width())
    return scale >= LEAST and scale * figure.bounds.height() <= sheets.full_height


def write_upright(sheets: Sheets, figure: Figure) -> None:
    """On this sheet, or the next one where there is no room for it."""
    scale = min(NATURAL, sheets.width / figure.bounds.width())
    sheets.need(scale * figure.bounds.height())
    _draw(sheets, figure, figure.bounds, scale)


def write_wide(sheets: Sheets, figure: Figure) -> None:
    """On wide sheets of its own."""
    sheets.new_page(wide=True)
    parts = parts_of(figure, sheets.width / LEAST)
    scale = min(NATURAL, sheets.width / max(part.width() for part in parts), sheets.room / figure.bounds.height())
    for place, part in enumerate(parts):
        if place:
            sheets.new_page(wide=True)
        _draw(sheets, figure, part, scale)


def _draw(sheets: Sheets, figure: Figure, part: QRectF, scale: float) -> None:
    """One part in the middle of the sheet; what lies beyond its cut isn't drawn."""
    left = max(sheets.width - part.width() * scale, 0.0) / 2
    with sheets.plate(left, scale, part):
        for piece in figure.pieces:
            _put(sheets, piece)
    sheets.y += part.height() * scale + GAP


def _put(sheets: Sheets, piece: Piece) -> None:
    if isinstance(piece, Shape):
        sheets.shape(piece.path, _pen(piece), piece.fill)
    elif isinstance(piece, Label):
        sheets.caption(piece.words, piece.rect, piece.size, piece.color, piece.align, numbers=piece.numbers)
    elif piece.box.width:
        box, rect = piece.box, piece.rect
        size = min(piece.size, rect.width() * EM / box.width, rect.height() * EM / box.height)
        room = rect.width() - box.width * size / EM
        x = rect.left() + (room if piece.align & Qt.AlignmentFlag.AlignRight else 0.0 if piece.align & Qt.AlignmentFlag.AlignLeft else room / 2)
        sheets.symbols(box, QPointF(x, rect.center().y() + (box.ascent - box.descent) / 2 * size / EM), size)


def _pen(shape: Shape) -> QPen:
    if shape.line is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(shape.line, shape.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dash is not None:
        pen.setDashPattern([length / shape.width for length in shape.dash])
    return pen


def free_stretches(taken: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """The middles of what no (left, right) of ``taken`` covers, between the leftmost and the rightmost."""
    found: list[float] = []
    reach: float | None = None
    for left, right in sorted(taken):
        if reach is not None and left > reach:
            found.append((reach + left) / 2)
        reach = right if reach is None else max(reach, right)
    return tuple(found)
