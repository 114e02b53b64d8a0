"""Typeset formulas as widgets: one line, made smaller where the room is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.theme import theme
from gui.typeset.box import Box
from gui.typeset.drawing import draw
from gui.typeset.ink import EM

LEAST = 0.6  # of the size that is asked for; what doesn't fit then is cut


class FormulaLine(QWidget):
    """One typeset formula at the left, or at the right, of its line."""

    def __init__(self, pixels: float = 15, height: float = 24, *, right: bool = False, color: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = (pixels, height, right)
        self._color = color
        self._box = Box()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_formula(self, box: Box, spoken: str) -> None:
        """``spoken`` is what a screen reader says, and the tooltip."""
        self._box = box
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(self._look[1]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(self._look[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        pixels, _, right = self._look
        if not self._box.width:
            return
        size = max(min(px(pixels), self.width() * EM / self._box.width, self.height() * EM / self._box.height), LEAST * px(pixels))
        x = self.width() - self._box.width * size / EM if right else 0.0
        y = self.height() / 2 + (self._box.ascent - self._box.descent) / 2 * size / EM
        draw(QPainter(self), self._box, QPointF(max(x, 0.0), y), size, theme().color(self._color))


@dataclass(frozen=True)
class Factor:
    """A factor of a chain rule: what it is called, and its number as text; "?" where it isn't known yet."""

    symbol: Box
    value: str


ROWS = (38.0, 28.0)  # heights of the fractions and of the numbers


class ChainRow(QWidget):
    """A product over two lines: fractions above, numbers below, in cells on the derivatives' ground. It is as high as it needs to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = Factor(Box(), "")
        self._factors: tuple[Factor, ...] = ()
        self._lead = "="
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    def show_product(self, left: Factor, factors: Sequence[Factor], spoken: str, *, lead: str = "=") -> None:
        """``lead`` stands before the product: =, or + for a further way."""
        self._left, self._factors, self._lead = left, tuple(factors), lead
        self.setAccessibleName(spoken)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedHeight(px(sum(ROWS) + 8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = (self._left, *self._factors)
        width = min(px(64), (self.width() + px(10)) / len(cells))
        for number, factor in enumerate(cells):
            room = QRectF(number * width, 0, width - px(14), px(ROWS[0]))
            _draw_middle(painter, factor.symbol, room)
            self._draw_value(painter, factor, QRectF(room.left(), px(ROWS[0] + 4), room.width(), px(ROWS[1] - 4)), first=number == 0)
            if number + 1 < len(cells):
                sign = self._lead if number == 0 else "·"
                painter.setPen(theme().color("text2"))
                painter.setFont(theme().sans(13))
                for top, height in ((0, px(ROWS[0])), (px(ROWS[0] + 4), px(ROWS[1] - 4))):
                    painter.drawText(QRectF(room.right(), top, px(14), height), Qt.AlignmentFlag.AlignCenter, sign)

    @staticmethod
    def _draw_value(painter: QPainter, factor: Factor, rect: QRectF, *, first: bool) -> None:
        if not factor.value:
            return
        known = factor.value != "?"
        painter.setPen(theme().color("line2") if not known else Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("derbg") if known else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme().mono(12, bold=first))
        painter.setPen(theme().color("text" if known else "text3"))
        text = painter.fontMetrics().elidedText(factor.value, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _draw_middle(painter: QPainter, box: Box, rect: QRectF) -> None:
    if not box.width:
        return
    size = min(px(13), rect.width() * EM / box.width, rect.height() * EM / box.height)
    at = QPointF(rect.center().x() - box.width * size / EM / 2, rect.center().y() + (box.ascent - box.descent) / 2 * size / EM)
    draw(painter, box, at, size, theme().color("text"))
