"""The tooltip: lines of words and symbols on an inverted card."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gui.views.card import paint_card
from gui.views.steps_diagram import symbols
from gui.views.steps_diagram.look import advance
from gui.views.steps_diagram.numbers import breadth
from gui.views.steps_diagram.symbols import Symbol
from gui.views.steps_diagram.words import Line
from gui.views.steps_diagram.write import LEFT, write

PAD_X, PAD_Y, HEIGHT = 12.0, 8.0, 19.0
AWAY = 10.0  # px from what it tells about
SYMBOL, TEXT = 12.5, 12.0


def paint_tip(painter: QPainter, lines: tuple[Line, ...], at: QRectF, area: QRectF) -> None:
    """Draw ``lines`` below ``at`` where there is room in ``area``, else above."""
    width = max(sum(_width(part) for part in line) for line in lines) + 2 * PAD_X
    box = place_tip(width, HEIGHT * len(lines) + 2 * PAD_Y, at, area)
    paint_card(painter, box)
    for number, line in enumerate(lines):
        x, y = box.left() + PAD_X, box.top() + PAD_Y + HEIGHT * number
        for part in line:
            _write(painter, part, QRectF(x, y, 2000.0, HEIGHT))
            x += _width(part)


def place_tip(width: float, height: float, at: QRectF, area: QRectF) -> QRectF:
    """Where a card of this size stands: never outside ``area``, and not over ``at`` where that can be helped."""
    x = min(max(at.center().x() - width * 0.35, area.left() + 4), max(area.right() - width - 4, area.left() + 4))
    y = at.bottom() + AWAY
    if y + height > area.bottom() - 4:
        y = max(at.top() - AWAY - height, area.top() + 4)
    return QRectF(x, y, width, height)


def _is_number(text: str) -> bool:
    return text.startswith(" = ")


def _width(part: str | Symbol) -> float:
    if not isinstance(part, str):
        return symbols.width(part, SYMBOL)
    return breadth(len(part), TEXT) if _is_number(part) else advance(part, TEXT)


def _write(painter: QPainter, part: str | Symbol, rect: QRectF) -> None:
    if isinstance(part, str):
        write(painter, rect, part, TEXT, LEFT, number=_is_number(part))
    else:
        symbols.draw(painter, rect, part, SYMBOL, LEFT)
