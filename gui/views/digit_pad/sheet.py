"""Strokes become ink: smooth curves through the pen's places, drawn piece by piece as they come."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from gui.fields.ink import ink_image
from gui.theme import theme
from gui.views.digit_pad.page import Dot, Page, Stroke

EVEN = 0.02  # widths that differ by less of themselves are drawn as one
PIECE = 2.0  # px of a curve that are drawn in one width where the pressure changes
MOST_PIECES = 24


class Sheet:
    """A square picture of ink, ``side`` pixels wide. The same strokes always give the same picture, drawn at once or piece by piece."""

    def __init__(self, side: int) -> None:
        self.side = max(side, 1)
        self.image = QImage(self.side, self.side, QImage.Format.Format_ARGB32_Premultiplied)
        self.show_page(Page())

    def show_page(self, page: Page) -> None:
        """Draw everything anew, in the theme's present colour."""
        self.image.fill(Qt.GlobalColor.transparent)
        if page.ground is not None:
            painter = QPainter(self.image)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_fitted(page.ground.shape, self.side), ink_image(page.ground))
            painter.end()
        for stroke in page.strokes:
            self.draw(stroke)

    def draw(self, stroke: Stroke) -> None:
        """A whole stroke."""
        for count in range(1, len(stroke.dots) + 1):
            self.draw_newest(stroke.dots[max(count - 3, 0) : count], erases=stroke.erases, first=count <= 2)
        self.draw_end(stroke.dots, erases=stroke.erases)

    def draw_newest(self, dots: Sequence[Dot], *, erases: bool, first: bool) -> None:
        """The piece of curve that the last one of ``dots`` makes known; ``first``: the stroke has no more dots than these."""
        if len(dots) == 1:
            self._line(dots[0], dots[0], erases)
        elif first:
            self._line(dots[-2], dots[-2].middle(dots[-1]), erases)
        else:
            self._curve(dots[-3].middle(dots[-2]), dots[-2], dots[-2].middle(dots[-1]), erases)

    def draw_end(self, dots: Sequence[Dot], *, erases: bool) -> None:
        """The last half piece, when the pen is lifted."""
        if len(dots) >= 2:
            self._line(dots[-2].middle(dots[-1]), dots[-1], erases)

    def values(self) -> NDArray[np.float32]:
        """The ink as numbers (side, side) from 0 to 1, row 0 on top, in an array of their own."""
        memory = np.frombuffer(self.image.constBits(), dtype=np.uint8).reshape(self.side, self.image.bytesPerLine() // 4, 4)
        return memory[:, : self.side, 3].astype(np.float32) / np.float32(255.0)  # alpha is the last of B, G, R, A in memory

    def _line(self, start: Dot, end: Dot, erases: bool) -> None:
        self._curve(start, start.middle(end), end, erases)

    def _curve(self, start: Dot, bend: Dot, end: Dot, erases: bool) -> None:
        """A quadratic curve, in one go where the pen's width stays the same, else in short pieces."""
        painter = self._painter(erases)
        if abs(end.width - start.width) <= EVEN * max(start.width, end.width):
            self._stroke(painter, self._path(start, bend, end), (start.width + end.width) / 2)
        else:
            length = self.side * (math.dist((start.x, start.y), (bend.x, bend.y)) + math.dist((bend.x, bend.y), (end.x, end.y)))
            count = min(max(math.ceil(length / PIECE), 2), MOST_PIECES)
            places = [_on_curve(start, bend, end, step / count) for step in range(count + 1)]
            for one, other in pairwise(places):
                self._stroke(painter, self._path(one, one.middle(other), other), (one.width + other.width) / 2)
        painter.end()

    def _painter(self, erases: bool) -> QPainter:
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if erases:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        return painter

    def _path(self, start: Dot, bend: Dot, end: Dot) -> QPainterPath:
        path = QPainterPath(QPointF(start.x, start.y) * self.side)
        path.quadTo(QPointF(bend.x, bend.y) * self.side, QPointF(end.x, end.y) * self.side)
        return path

    def _stroke(self, painter: QPainter, path: QPainterPath, width: float) -> None:
        color = QColor(theme().color("text"))
        if path.length() < 0.01:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(path.currentPosition(), width * self.side / 2, width * self.side / 2)
            return
        painter.strokePath(path, QPen(color, width * self.side, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))


def _on_curve(start: Dot, bend: Dot, end: Dot, t: float) -> Dot:
    """The place at ``t``, 0 to 1, of a quadratic Bézier curve."""
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
    return Dot(a * start.x + b * bend.x + c * end.x, a * start.y + b * bend.y + c * end.y, a * start.width + b * bend.width + c * end.width)


def _fitted(shape: tuple[int, ...], side: int) -> QRectF:
    """Where a picture (h, w) lies on a square sheet: as large as it can, in the middle."""
    height, width = shape
    scale = side / max(height, width)
    return QRectF((side - width * scale) / 2, (side - height * scale) / 2, width * scale, height * scale)
