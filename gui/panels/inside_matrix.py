"""A symmetric matrix as a heat map: labels on both sides, its numbers where the pointer or the keys are."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, px
from gui.format import signed
from gui.ramp import ramp_color
from gui.theme import theme

LABEL = 30  # px for the numbers at the left and on top
LARGEST_CELL, LEAST_CELL = 48, 3  # px
WITH_NUMBERS = 34  # px: a cell that has room for its number
ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}

Matrix = NDArray[np.float64]


class MatrixCanvas(QWidget):
    """``cell_hovered(row, column)``, −1 for none; ``cell_clicked(row, column)``. Orange below 0, blue above, with the sign in the cell."""

    cell_hovered = Signal(int, int)
    cell_clicked = Signal(int, int)
    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix = np.empty((0, 0))
        self._pointed = (-1, -1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_theme(self._restyle)

    @property
    def pointed(self) -> tuple[int, int]:
        """The cell that is looked at; (−1, −1) for none."""
        return self._pointed

    def show_matrix(self, matrix: Matrix) -> None:
        """``matrix`` (n, n); ``nan`` cells are left empty. Raises ValueError for another shape."""
        if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
            raise ValueError(f"a matrix of pairs is square, not {matrix.shape}")
        if len(matrix) != len(self._matrix):
            self._pointed = (-1, -1)
        self._matrix = matrix
        self._restyle()

    @property
    def size_of_largest(self) -> float:
        """The largest |value|, which has the ramp's full colour."""
        finite = np.abs(self._matrix[np.isfinite(self._matrix)])
        return float(finite.max()) if finite.size else 0.0

    # --- room ---

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def cell(self) -> float:
        """The side of a cell, px."""
        count = max(len(self._matrix), 1)
        return min(max((min(self.width(), self.height()) - px(LABEL) - 1) / count, 2.0), px(LARGEST_CELL))

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(280))

    def minimumSizeHint(self) -> QSize:
        """Smaller cells can't be told apart with the pointer, but the arrow keys go from one to the next."""
        side = px(LABEL) + px(LEAST_CELL) * max(len(self._matrix), 1)
        return QSize(side, side)

    def rect_of(self, row: int, column: int) -> QRectF:
        side = self.cell()
        return QRectF(px(LABEL) + column * side, px(LABEL) + row * side, side, side)

    def cell_at(self, point: QPointF) -> tuple[int, int]:
        """The cell at a point; (−1, −1) outside and on empty ones."""
        column, row = ((value - px(LABEL)) // self.cell() for value in (point.x(), point.y()))
        inside = 0 <= row < len(self._matrix) and 0 <= column < len(self._matrix)
        if not inside or not math.isfinite(self._matrix[int(row), int(column)]):
            return -1, -1
        return int(row), int(column)

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = self.size_of_largest or 1.0
        numbers = {token: Numerals(theme().mono(11), token) for token in ("text", "text2", "accent")}
        for row in range(len(self._matrix)):
            for column in range(len(self._matrix)):
                self._paint_cell(painter, row, column, most, numbers["text"])
        self._add_labels(numbers)
        for written in numbers.values():
            written.paint(painter)
        if self._pointed[0] >= 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(self.rect_of(*self._pointed).adjusted(0, 0, -1, -1), 3, 3)

    def _paint_cell(self, painter: QPainter, row: int, column: int, most: float, numbers: Numerals) -> None:
        value, place = float(self._matrix[row, column]), self.rect_of(row, column).adjusted(0, 0, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("card") if not math.isfinite(value) else ramp_color(value, -most, 0.0, most))
        radius = min(2.0, place.width() / 6)
        painter.drawRoundedRect(place, radius, radius)
        if not math.isfinite(value):
            return
        if place.width() >= px(WITH_NUMBERS):
            numbers.add(place, _short(value))
        elif value < 0 and abs(value) > 0.15 * most:  # the sign is not in the colour alone
            painter.setPen(QPen(theme().color("text"), 1))
            y = round(place.center().y()) + 0.5
            painter.drawLine(QPointF(place.center().x() - 3, y), QPointF(place.center().x() + 3, y))

    def _add_labels(self, numbers: dict[str, Numerals]) -> None:
        """As many of the neurons' numbers as have room; always those of the cell that is looked at."""
        side, count = self.cell(), len(self._matrix)
        width = QFontMetricsF(theme().mono(11)).horizontalAdvance(str(count)) + px(4)
        every = max(math.ceil(width / side), 1) if count else 1
        row, column = self._pointed
        for place in range(count):
            near_row, near_column = (0 < abs(place - one) < every for one in (row, column))
            for mine, near, rect in (
                (place == column, near_column and column >= 0, QRectF(px(LABEL) + place * side, px(8), side, px(18))),
                (place == row, near_row and row >= 0, QRectF(0, px(LABEL) + place * side, px(LABEL - 6), side)),
            ):
                if mine or (place % every == 0 and not near):
                    align = Qt.AlignmentFlag.AlignHCenter if rect.top() == px(8) else Qt.AlignmentFlag.AlignRight
                    numbers["accent" if mine else "text2"].add(rect, str(place + 1), align)

    # --- the mouse and keys ---

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self._pointed:
            self._pointed = cell
            self.update()
            self.cell_hovered.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point((-1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell[0] >= 0:
            self.cell_clicked.emit(*cell)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.double_clicked.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row, column = self.cell_at(event.pos().toPointF())
            text = f"{row + 1} · {column + 1}: {signed(float(self._matrix[row, column]), 6)}" if row >= 0 else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in (*ARROWS, Qt.Key.Key_Return):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from cell to cell, over empty ones; Enter chooses the pair."""
        key = Qt.Key(event.key())
        if key in ARROWS and len(self._matrix):
            self._step(*ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed[0] >= 0:
            self.cell_clicked.emit(*self._pointed)
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, across: int) -> None:
        count = len(self._matrix)
        row, column = self._pointed if self._pointed[0] >= 0 else (0, 0) if across else (0, 1)
        for _ in range(count):
            row, column = row + down, column + across
            if not (0 <= row < count and 0 <= column < count):
                return
            if math.isfinite(self._matrix[row, column]):
                self._point((row, column))
                return


def _short(value: float) -> str:
    """Four characters at most, in a cell."""
    size = abs(value)
    text = f"{size:.2f}" if size >= 0.0995 else f"{size:.3f}"
    return ("−" if value < 0 else "") + (text[1:] if size < 1 else f"{size:.1f}")
