"""Symbols in the size of a text, w with a lowered 5: names with what stands below and above them, and derivatives on one line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gui.theme import theme
from gui.views.steps_diagram.look import advance, heights
from gui.views.steps_diagram.places import LAYERS
from gui.views.steps_diagram.write import CENTRE, RIGHT, write_at
from nn.layout import Neuron
from nn.replay.expression import Derivative, Expression, Name, Of, Tagged
from nn.replay.names import neuron_name, symbol
from nn.replay.scheme import Scheme
from nn.replay.step import Quantity

SMALL = 0.76  # size of what stands below or above
DOWN, UP = 0.26, -0.36  # its shift, of the size
BOTH_DOWN, BOTH_UP = 0.34, -0.46  # the same where one stands above the other
OVERLAP_GAP = 0.5  # px between a base and what stands beside it


@dataclass(frozen=True)
class Piece:
    """Letters on one height: ``shift`` 0 on the line, above 0 lowered. ``over`` starts again where the piece before it did."""

    text: str
    shift: float = 0.0
    over: bool = False


@dataclass(frozen=True)
class Norm:
    """The size of a whole layer's numbers: ‖z‖."""

    inner: Expression


Symbol: TypeAlias = Expression | Norm


def pieces(expression: Symbol) -> tuple[Piece, ...]:
    """What is written one after the other."""
    if isinstance(expression, Norm):
        return (Piece("‖"), *pieces(expression.inner), Piece("‖"))
    if isinstance(expression, Name):
        raised = expression.sup + expression.mark
        down, up = (BOTH_DOWN, BOTH_UP) if raised and expression.sub else (DOWN, UP)
        sub = (Piece(expression.sub, down),) if expression.sub else ()
        return (Piece(expression.base), *sub, *((Piece(raised, up, over=bool(sub)),) if raised else ()))
    if isinstance(expression, Derivative):
        return (Piece("∂"), *pieces(expression.top), Piece("/∂"), *pieces(expression.bottom))
    if isinstance(expression, Tagged):
        return (*pieces(expression.inner), Piece(f" {expression.tag}", DOWN))
    return (Piece("?"),) if not isinstance(expression, Of) else ()


def text(expression: Symbol) -> str:
    """The same as plain letters, for tooltips and screen readers."""
    return "".join(f"_{piece.text}" if piece.shift > 0 else f"^{piece.text}" if piece.shift < 0 else piece.text for piece in pieces(expression))


def name_of(place: Quantity, scheme: Scheme) -> Symbol:
    """What stands for ``place``; of a whole layer, its size."""
    found = symbol(place, scheme)
    return Norm(found) if place.kind in LAYERS else found


def neuron_symbol(neuron: Neuron, scheme: Scheme) -> Name:
    """h₁: the neuron's letter with its number lowered."""
    name = neuron_name(neuron, scheme)
    return Name(name[0], name[1:])


def width(expression: Symbol, pixels: float, *, bold: bool = True) -> float:
    """How wide ``expression`` is at a size of ``pixels``."""
    return _placed(pieces(expression), pixels, bold, theme().scale)[1]


@lru_cache(maxsize=4096)
def _placed(written: tuple[Piece, ...], pixels: float, bold: bool, _scale: float) -> tuple[tuple[float, ...], float]:
    """Where each piece begins, and where the last one ends."""
    starts: list[float] = []
    start = end = furthest = 0.0
    for piece in written:
        start = start if piece.over else furthest + (OVERLAP_GAP if piece.shift and starts else 0.0)
        starts.append(start)
        end = start + advance(piece.text, _small(pixels) if piece.shift else pixels, bold=bold)
        furthest = max(furthest, end)
    return tuple(starts), furthest


def _small(pixels: float) -> float:
    return max(9.0, round(pixels * SMALL))


def draw(painter: QPainter, place: QRectF, expression: Symbol, pixels: float, align: Qt.AlignmentFlag = CENTRE) -> None:
    """Write ``expression`` upright in the middle of ``place`` with the painter's pen; at its left, right or centred."""
    written = pieces(expression)
    starts, whole = _placed(written, pixels, True, theme().scale)
    x = place.left()
    if align is CENTRE:
        x += (place.width() - whole) / 2
    elif align is RIGHT:
        x = place.right() - whole
    scale, small = theme().scale, _small(pixels)
    ascent, descent = heights(pixels, True, scale)
    y = place.center().y() + (ascent - descent) / 2
    for piece, start in zip(written, starts, strict=True):
        size, up = (small, heights(small, True, scale)[0]) if piece.shift else (pixels, ascent)
        write_at(painter, QPointF(x + start, y + piece.shift * pixels - up), piece.text, size)
