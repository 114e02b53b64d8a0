"""The equation card's painting: frames, numbers ①②③, pieces in their colours, question marks, the ring of the focused link."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.theme import theme
from gui.typeset.drawing import draw
from gui.views.equation.cells import Cells, Stack
from gui.views.equation.links import Link
from gui.views.equation.request import Row
from gui.views.equation.sheet import PADDING, Placed, Sheet
from gui.views.equation.tokens import frame_token, ground_token, ink_token

BADGE = 8.5  # px, radius
OVERHANG = 4.0  # px that italics may reach out of their boxes


def paint_sheet(painter: QPainter, cells: Cells, sheet: Sheet, labels: dict[Row, str], part: QRectF) -> None:
    """Paint what lies in ``part`` of the equation."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_labels(painter, sheet, labels)
    for index, stack in enumerate(cells.stacks):
        if stack.active and len(cells.stacks) > 1:
            _paint_frame(painter, sheet.frames[index], stack.number)
        if stack.number:
            paint_badge(painter, sheet.badges[index], stack.number)
    for piece in (*sheet.signs, *sheet.pieces):
        if piece.rect.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG).intersects(part):
            _paint_piece(painter, piece, cells.stacks[piece.stack] if piece.stack >= 0 else None)


def paint_badge(painter: QPainter, center: QPointF, number: int) -> None:
    """The factor's number on a disc of its colour."""
    radius = BADGE * theme().scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(ink_token(number)))
    painter.drawEllipse(center, radius, radius)
    painter.setPen(theme().color("panel"))
    painter.setFont(theme().sans(11 if number < 10 else 9.5, bold=True))
    painter.drawText(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), Qt.AlignmentFlag.AlignCenter, str(number))


def paint_hover(painter: QPainter, link: Link) -> None:
    """A line under what a click would follow; what was given has a dotted one."""
    pen = QPen(theme().color("accent"), 1.5 * theme().scale)
    if link.step is None:
        pen.setDashPattern([1.5, 2.5])
    painter.setPen(pen)
    y = link.rect.bottom() - 0.5
    painter.drawLine(QPointF(link.rect.left() + 2, y), QPointF(link.rect.right() - 2, y))


def paint_ring(painter: QPainter, link: Link) -> None:
    """The focus, where the keyboard is used."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().color("accent"), 1.5))
    painter.drawRoundedRect(link.rect, 3, 3)


def _paint_labels(painter: QPainter, sheet: Sheet, labels: dict[Row, str]) -> None:
    painter.setPen(theme().color("text2"))
    painter.setFont(theme().sans(12))
    for row, axis in sheet.axes.items():
        place = QRectF(PADDING * theme().scale, axis - 12, 400, 24)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, labels[row])


def _paint_frame(painter: QPainter, rect: QRectF, number: int) -> None:
    painter.setPen(QPen(theme().color(frame_token(number)), 2))
    painter.setBrush(theme().color(ground_token(number)))
    painter.drawRoundedRect(rect, 8, 8)


def _paint_piece(painter: QPainter, piece: Placed, stack: Stack | None) -> None:
    token = ink_token(stack.number) if stack else "text"
    if piece.cell.covered:
        _paint_cover(painter, piece, token)
    else:
        draw(painter, piece.cell.box, QPointF(piece.x, piece.baseline), piece.size, theme().color(token))


def _paint_cover(painter: QPainter, piece: Placed, token: str) -> None:
    """A question mark in a dashed box: the value isn't known yet."""
    box = piece.rect
    pen = QPen(theme().color(token), 1.2)
    pen.setDashPattern([3.0, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(theme().color(token))
    painter.setFont(theme().mono(13))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
