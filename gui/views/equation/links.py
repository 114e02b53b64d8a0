"""The pieces of an equation that lead somewhere: numbers that came from another step, factors that are steps themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from gui.typeset.box import Mark
from gui.typeset.ink import EM
from gui.views.equation.request import Row
from gui.views.equation.sheet import Placed, Sheet
from nn.replay.step import Source

REACH = 2.0  # px around the ink that count as the piece


@dataclass(frozen=True)
class Link:
    """A place that answers to the mouse: the number ``value`` that ``step`` made (``None``: it was given). ``source`` is known for the
    numbers in formulas. ``covered``: the number isn't to be seen yet."""

    rect: QRectF
    value: float
    step: int | None
    source: Source | None = None
    covered: bool = False
    stack: int = -1


def links_of(sheet: Sheet, is_hidden: Callable[[int | None], bool]) -> tuple[Link, ...]:
    """All links, column by column and from top to bottom, as the Tab key goes through them.

    ``is_hidden(step)`` is true where what the step made is not to be seen; nor does its link tell it.
    """
    found: list[Link] = []
    for piece in sorted(sheet.pieces, key=lambda piece: (piece.row is Row.TOTAL, piece.stack, piece.row)):
        found += _of(piece)
    return tuple(replace(link, covered=link.covered or is_hidden(link.step)) for link in found)


def link_at(links: tuple[Link, ...], point: QPointF) -> int:
    """The link under ``point``, the smallest where several are; −1 for none."""
    under = [index for index, link in enumerate(links) if link.rect.contains(point)]
    return min(under, key=lambda index: links[index].rect.width() * links[index].rect.height(), default=-1)


def _of(piece: Placed) -> list[Link]:
    cell = piece.cell
    if cell.value is not None and (cell.step is not None or not cell.box.marks):
        return [Link(_reaching(piece.rect), cell.value, cell.step, None, cell.covered, piece.stack)]
    return [Link(_place(piece, mark), mark.source.value, mark.source.step, mark.source, False, piece.stack) for mark in cell.box.marks]


def _place(piece: Placed, mark: Mark) -> QRectF:
    scale = piece.size / EM
    height = (mark.ascent + mark.descent) * scale
    return _reaching(QRectF(piece.x + mark.left * scale, piece.baseline - mark.ascent * scale, mark.width * scale, height))


def _reaching(rect: QRectF) -> QRectF:
    return rect.adjusted(-REACH, -REACH, REACH, REACH)
