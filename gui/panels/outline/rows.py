"""Paints a row of the outline: the sign of how far it is, its name with subscripts, its steps' numbers."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.fields.paint import draw_icon, px
from gui.fields.symbols import Setter, base_line, phrase_marks
from gui.panels.outline.model import Level, Mark, Node, WalkModel
from gui.theme import theme

ROW_HEIGHT = 28
SIDE = 8  # the highlight's distance from the panel's edges
SIGN = 16
HEADS = (Level.PART, Level.ITERATION)
_TOKENS = {Mark.DONE: "text2", Mark.IN_PROGRESS: "text", Mark.CURRENT: "text", Mark.TO_DO: "text3"}


class RowDelegate(QStyledItemDelegate):
    """``indent`` of a row is what Qt has moved it to the right; the highlight goes over the whole width all the same."""

    def __init__(self, model: WalkModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(120), px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        node = self._model.node(index)
        mark = self._model.mark_of(node)
        rect = QRectF(option.rect)
        row = QRectF(px(SIDE), rect.top(), rect.right() - 2 * px(SIDE) + 1, rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, row, mark, option)
        left = rect.left() + px(SIDE + 8)
        draw_sign(painter, QPointF(left + px(SIGN) / 2, rect.center().y() + 0.5), mark)
        numbers_left = self._draw_numbers(painter, row, node, mark)
        self._draw_name(painter, node, mark, QRectF(left + px(SIGN + 7), rect.top(), numbers_left - px(8) - left - px(SIGN + 7), rect.height()))
        painter.restore()

    @staticmethod
    def _draw_ground(painter: QPainter, row: QRectF, mark: Mark, option: QStyleOptionViewItem) -> None:
        state = option.state
        hovered = bool(state & state.__class__.State_MouseOver)
        ringed = bool(state & state.__class__.State_HasFocus)
        if mark is not Mark.CURRENT and not hovered and not ringed:
            return
        painter.setPen(QPen(theme().color("accent"), 1.5) if ringed else Qt.PenStyle.NoPen)
        lit = "accentbg" if mark is Mark.CURRENT else "card" if hovered else None
        painter.setBrush(theme().color(lit) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(row.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)

    def _draw_numbers(self, painter: QPainter, row: QRectF, node: Node, mark: Mark) -> float:
        text = self._model.numbers(node)
        painter.setFont(theme().mono(11))
        painter.setPen(theme().color("text" if mark is Mark.CURRENT else "text2" if mark is not Mark.TO_DO else "text3"))
        metrics = QFontMetricsF(painter.font())
        left = math.floor(row.right() - px(8) - metrics.horizontalAdvance(text))
        painter.drawText(QPointF(left, base_line(metrics, row.top(), row.height())), text)
        return left

    def _draw_name(self, painter: QPainter, node: Node, mark: Mark, place: QRectF) -> None:
        setter = Setter(_face(node, mark))
        token = _TOKENS[mark] if node.level not in HEADS else "text2" if mark is Mark.TO_DO else "text"
        painter.setPen(theme().color(token))
        marks = setter.elided(phrase_marks(self._model.phrase(node)), place.width())
        setter.paint(painter, marks, place.left(), base_line(setter.metrics, place.top(), place.height()))


def _face(node: Node, mark: Mark) -> QFont:
    return theme().sans(12.5, bold=node.level in HEADS or mark is Mark.CURRENT)


def draw_sign(painter: QPainter, centre: QPointF, mark: Mark) -> None:
    """✓ done, a half-filled circle in progress, a dot in a ring for the current step, an empty circle for what is to come."""
    radius = px(4.5)
    if mark is Mark.DONE:
        side = px(SIGN)
        draw_icon(painter, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), "check", "ok")
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().color("line2" if mark is Mark.TO_DO else "accent"), 1.5))
    if mark is Mark.CURRENT:
        radius = px(7)
    painter.drawEllipse(centre, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    if mark is Mark.CURRENT:
        painter.drawEllipse(centre, px(4), px(4))
    elif mark is Mark.IN_PROGRESS:
        painter.drawPie(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), 90 * 16, 180 * 16)
