"""The confusion matrix: rows are true classes, columns what they were read as; a cell can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, px
from gui.format import count
from gui.panels.inside.words import class_name, percent
from gui.theme import theme

TITLE, HEAD = 16, 20  # px: "true class" and "read as", and the columns' names
MOST_CELL, LEAST_NUMBERS = 30, 15  # px; numbers are left out of smaller cells
WIDE_CELL = 56  # px, the most where there are few classes
GAP = 1.5  # px
STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class ConfusionMatrix(QWidget):
    """``cell_chosen(true, read)`` on a click, or by the arrows."""

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: NDArray[np.int64] = np.zeros((0, 0), dtype=np.int64)
        self._names: tuple[str, ...] = ()
        self._cell: tuple[int, int] | None = None
        self._hover: tuple[int, int] | None = None
        self._titles = ("", "")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle)
        self._retranslate()

    @property
    def cell(self) -> tuple[int, int] | None:
        """The chosen cell: true class, read as."""
        return self._cell

    def show_counts(self, counts: NDArray[np.int64], names: Sequence[str]) -> None:
        """How often each class (row) was read as each (column), (K, K), and the classes' names."""
        classes = len(self._counts)
        self._counts, self._names = counts, tuple(names)
        if len(counts) != classes:
            self._cell = self._hover = None
            self.updateGeometry()
        self._describe()
        self.update()

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """The chosen cell, without telling anyone."""
        self._cell = cell if cell is not None and max(cell) < len(self._counts) else None
        self._describe()
        self.update()

    def text_of(self, true: int, read: int) -> str:
        """What a cell says: 7 read as 2: 9 of 188 (4.8 %)."""
        number, whole = int(self._counts[true, read]), int(self._counts[true].sum())
        share = percent(number / whole) if whole else percent(float("nan"))
        return self.tr("{true} read as {read}: {number} of {whole} ({share})").format(
            true=class_name(self._names, true), read=class_name(self._names, read), number=count(number), whole=count(whole), share=share
        )

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self._cell is None else self.text_of(*self._cell))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # --- places ---

    def _left(self, width: int) -> float:
        """Where the first column begins: after the title and the rows' names."""
        metrics = QFontMetricsF(theme().mono(12))
        longest = max((metrics.horizontalAdvance(name) for name in self._names), default=0.0)
        return px(TITLE) + min(max(longest, px(8)), width * 0.26) + px(10)

    def _side(self, width: int) -> float:
        """A cell with its gap."""
        classes = max(len(self._counts), 1)
        most = MOST_CELL if classes > 6 else WIDE_CELL
        return max(min((width - self._left(width)) / classes, px(most)), 4.0)

    def cell_rect(self, true: int, read: int) -> QRectF:
        """Where a cell is drawn."""
        side, gap = self._side(self.width()), GAP * theme().scale
        return QRectF(self._left(self.width()) + read * side, px(HEAD) + true * side, side, side).adjusted(gap, gap, -gap, -gap)

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """The cell under a point, its gap counted in."""
        side = self._side(self.width())
        true, read = int((point.y() - px(HEAD)) // side), int((point.x() - self._left(self.width())) // side)
        inside = 0 <= true < len(self._counts) and 0 <= read < len(self._counts)
        return (true, read) if inside else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(px(HEAD) + self._side(width) * max(len(self._counts), 1) + px(TITLE + 6))

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        classes, side = len(self._counts), self._side(self.width())
        if not classes:
            return
        self._draw_titles(painter, side * classes)
        self._draw_names(painter, side)
        numbers = Numerals(theme().mono(11 if side < px(27) else 12), "text")
        off_diagonal = self._counts[~np.eye(classes, dtype=bool)]
        most = int(off_diagonal.max()) if off_diagonal.size else 0
        painter.setPen(Qt.PenStyle.NoPen)
        for true, row in enumerate(self._counts.tolist()):
            for read, number in enumerate(row):
                rect = self.cell_rect(true, read)
                painter.setBrush(cell_color(number, most, right=true == read))
                painter.drawRoundedRect(rect, 4, 4)
                if number and rect.width() >= px(LEAST_NUMBERS):
                    self._write(painter, numbers, rect, number)
        numbers.paint(painter)
        self._draw_rings(painter)

    def _write(self, painter: QPainter, numbers: Numerals, rect: QRectF, number: int) -> None:
        text = str(number)
        if QFontMetricsF(theme().mono(11)).horizontalAdvance(text) <= rect.width() + 2:
            numbers.add(rect, text)
            return
        painter.save()
        font = theme().mono(9)  # a four-figure number in a small cell; the tooltip says it large
        painter.setFont(font)
        painter.setPen(theme().color("text"))
        fits = QFontMetricsF(font).horizontalAdvance(text) <= rect.width() + 2
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text if fits else "…")
        painter.restore()

    def _draw_rings(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._hover is not None and self._hover != self._cell:
            painter.setPen(QPen(theme().color("text3"), 1))
            painter.drawRoundedRect(self.cell_rect(*self._hover), 4, 4)
        if self._cell is not None:
            painter.setPen(QPen(theme().color("accent"), 2.5))
            painter.drawRoundedRect(self.cell_rect(*self._cell).adjusted(-1, -1, 1, 1), 5, 5)
            if self.hasFocus():
                painter.setPen(QPen(theme().color("text"), 1))
                painter.drawRoundedRect(self.cell_rect(*self._cell).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)

    def _draw_titles(self, painter: QPainter, length: float) -> None:
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text2"))
        left = self._left(self.width())
        painter.drawText(QRectF(left, px(HEAD) + length + 2, length, px(TITLE)), Qt.AlignmentFlag.AlignCenter, self._titles[1])
        painter.save()
        painter.translate(px(TITLE) / 2, px(HEAD) + length / 2)
        painter.rotate(-90)
        room = max(length, px(90))
        painter.drawText(QRectF(-room / 2, -px(TITLE) / 2, room, px(TITLE)), Qt.AlignmentFlag.AlignCenter, self._titles[0])
        painter.restore()

    def _draw_names(self, painter: QPainter, side: float) -> None:
        left = self._left(self.width())
        lit = self._cell or (-1, -1)
        for number in range(len(self._counts)):
            name = class_name(self._names, number)
            row = QRectF(px(TITLE), px(HEAD) + number * side, left - px(TITLE) - px(7), side)
            self._draw_name(painter, row, name, Qt.AlignmentFlag.AlignRight, lit=number == lit[0])
            column = QRectF(left + number * side, 0, side, px(HEAD))
            self._draw_name(painter, column, name, Qt.AlignmentFlag.AlignHCenter, lit=number == lit[1])

    def _draw_name(self, painter: QPainter, rect: QRectF, name: str, align: Qt.AlignmentFlag, *, lit: bool) -> None:
        font: QFont = theme().mono(12 if rect.height() >= px(15) and len(name) < 3 else 11, bold=lit)
        painter.setFont(font)
        painter.setPen(theme().color("text" if lit else "text2"))
        text = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, text)

    # --- choosing ---

    def _choose(self, cell: tuple[int, int]) -> None:
        self.show_cell(cell)
        self.cell_chosen.emit(*cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._choose(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hover(self.cell_at(event.position().toPoint()))

    def _set_hover(self, cell: tuple[int, int] | None) -> None:
        if cell != self._hover:
            self._hover = cell
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in STEPS or not len(self._counts):
            super().keyPressEvent(event)
            return
        last = len(self._counts) - 1
        true, read = self._cell or (0, 0)
        down, right = STEPS[key] if self._cell is not None else (0, 0)
        self._choose((min(max(true + down, 0), last), min(max(read + right, 0), last)))

    def event(self, event: QEvent) -> bool:
        """The arrows come here before the window's shortcuts."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in STEPS:
            event.accept()
            return True
        if kind == QEvent.Type.Leave:
            self._set_hover(None)
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if cell is None else self.text_of(*cell), self)
            return True
        return super().event(event)

    def _retranslate(self) -> None:
        self._titles = (self.tr("true class"), self.tr("read as"))
        self.setAccessibleName(self.tr("Confusion matrix"))
        self._describe()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def cell_color(number: int, most: int, *, right: bool) -> QColor:
    """A cell's ground: the card's colour for none; a share of ``badfill`` for mistakes, the more the stronger; a grey for what is right."""
    if number == 0:
        return theme().color("card")
    if right:
        return _mixed("card", "text2", 0.28)
    return _mixed("card", "badfill", 0.22 + 0.78 * (number / max(most, 1)) ** 0.7)


def _mixed(start: str, end: str, share: float) -> QColor:
    one, other = theme().color(start), theme().color(end)
    red, green, blue = (round(a + (b - a) * share) for a, b in ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue())))
    return QColor(red, green, blue)
