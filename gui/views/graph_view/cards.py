"""The bubble with a verdict under a wrong box, and the inverted card with a formula under what is pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF, QTextDocument

from gui.fields.paint import draw_icon
from gui.theme import theme
from gui.views.graph_view.look import pen, sans

WIDEST = 300.0
PAD_X, PAD_Y = 12.0, 8.0
SIGN = 20.0
AWAY = 10.0


def paint_bubble(painter: QPainter, html: str, at: QRectF, area: QRectF, others: Sequence[tuple[QRectF, float]] = ()) -> QRectF:
    """A verdict below the box ``at`` or above it, with × before it, where it covers the least of the ``others`` by their weights.

    Returns where it stands.
    """
    document = _document(html, "text")
    size = document.size()
    card = place_beside(size.width() + 2 * PAD_X + SIGN, size.height() + 2 * PAD_Y, at, area, others)
    below = card.top() > at.center().y()
    painter.setPen(pen("bad", 1.2))
    painter.setBrush(theme().color("badbg"))
    painter.drawRoundedRect(card, 6, 6)
    edge = card.top() if below else card.bottom()
    x = min(max(at.center().x(), card.left() + 14), card.right() - 14)
    tip = QPointF(x, edge + (-7 if below else 7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([QPointF(x - 7, edge + (1 if below else -1)), tip, QPointF(x + 7, edge + (1 if below else -1))]))
    painter.setPen(pen("bad", 1.2))
    painter.drawPolyline(QPolygonF([QPointF(x - 7, edge), tip, QPointF(x + 7, edge)]))
    draw_icon(painter, QRectF(card.left() + PAD_X - 2, card.top() + PAD_Y, 14, 18), "close", "bad")
    _draw(painter, document, card.topLeft() + QPointF(PAD_X + SIGN, PAD_Y))
    return card


def paint_tip(painter: QPainter, html: str, at: QRectF, area: QRectF) -> None:
    """An inverted card below ``at``."""
    document = _document(html, "tiptext")
    size = document.size()
    card = _place(size.width() + 2 * PAD_X, size.height() + 2 * PAD_Y, at, area)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("tip"))
    painter.drawRoundedRect(card, 8, 8)
    _draw(painter, document, card.topLeft() + QPointF(PAD_X, PAD_Y))


def _document(html: str, token: str) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(sans(12.5))
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(f"body {{ color: {theme().color(token).name()}; }}")
    document.setHtml(f"<body>{html}</body>")
    document.setTextWidth(min(document.idealWidth() + 1, WIDEST))
    return document


def _draw(painter: QPainter, document: QTextDocument, at: QPointF) -> None:
    painter.save()
    painter.translate(at)
    document.drawContents(painter)
    painter.restore()


def place_beside(width: float, height: float, at: QRectF, area: QRectF, others: Sequence[tuple[QRectF, float]]) -> QRectF:
    """Of the places below and above ``at`` that lie in ``area``, the first that covers the least of ``others``."""
    lefts = (at.left() - 8, at.center().x() - width / 2, at.right() + 8 - width)
    tops = (at.bottom() + AWAY, at.top() - AWAY - height)
    rects = [QRectF(x, y, width, height) for y in tops for x in lefts]
    inside = [rect for rect in rects if area.adjusted(4, 4, -4, -4).contains(rect)]
    return min(inside, key=lambda rect: _covered(rect, others), default=_place(width, height, at, area))


def _covered(rect: QRectF, others: Sequence[tuple[QRectF, float]]) -> float:
    shared = ((rect.intersected(other), weight) for other, weight in others)
    return sum(part.width() * part.height() * weight for part, weight in shared)


def _place(width: float, height: float, at: QRectF, area: QRectF) -> QRectF:
    """Never outside ``area``, and not over ``at`` where that can be helped."""
    x = min(max(at.left() - 8, area.left() + 4), max(area.right() - width - 4, area.left() + 4))
    y = at.bottom() + AWAY
    if y + height > area.bottom() - 4:
        y = max(at.top() - AWAY - height, area.top() + 4)
    return QRectF(x, y, width, height)
