"""The confusion matrix: rows are true classes, columns what they were read as; a cell can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, px
from gui.format import count
from gui.panels.inside.places import CORNER, FOOT, TITLE, Grid, grid
from gui.panels.inside.words import class_name, percent
from gui.theme import theme

SHADES = 128  # between two colours
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
        self._ground: tuple[object, QPixmap] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow_theme(self._restyle)
        self._retranslate()

    @property
    def cell(self) -> tuple[int, int] | None:
        """The chosen cell: true class, read as. It stays while the counts are away."""
        return self._cell

    @property
    def _seen(self) -> tuple[int, int] | None:
        """The chosen cell where it is in sight."""
        return self._cell if self._cell is not None and max(self._cell) < len(self._counts) else None

    def show_counts(self, counts: NDArray[np.int64], names: Sequence[str]) -> None:
        """How often each class (row) was read as each (column), (K, K), and the classes' names."""
        if tuple(names) != self._names:
            self._names = tuple(names)
            self.updateGeometry()
        elif np.array_equal(counts, self._counts):
            return
        if len(counts) != len(self._counts):
            self._hover = None
            self.updateGeometry()
        self._counts = counts
        self._describe()
        self.update()

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """The chosen cell, without telling anyone."""
        self._cell = cell
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
        self.setAccessibleDescription("" if self._seen is None else self.text_of(*self._seen))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # --- places ---

    def _grid(self, width: int | None = None) -> Grid:
        """The places at a width, or at the present one."""
        return grid(self._names, len(self._counts), self.width() if width is None else width, theme().scale)

    def foot_right(self, width: int) -> float:
        """Where the words below the matrix end in ``width`` pixels, px from the left."""
        here, words = self._grid(width), QFontMetricsF(theme().sans(11)).horizontalAdvance(self._titles[1])
        return here.left + (here.side * len(self._counts) + words) / 2

    def cell_rect(self, true: int, read: int) -> QRectF:
        """Where a cell is drawn."""
        return self._grid().cell(true, read)

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """The cell under a point, its gap counted in."""
        here = self._grid()
        true, read = int((point.y() - here.top) // here.side), int((point.x() - here.left) // here.side)
        inside = 0 <= true < len(self._counts) and 0 <= read < len(self._counts)
        return (true, read) if inside else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        here = self._grid(width)
        return round(here.top + here.side * max(len(self._counts), 1) + px(TITLE + FOOT))

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not len(self._counts):
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_cells(painter, self._grid())
        self._draw_rings(painter)

    def _still(self) -> QPixmap:
        """What stays while the numbers change: titles, names and the cells' ground."""
        here, ratio = self._grid(), self.devicePixelRatioF()
        key = (self.size(), ratio, theme().name, here, self._names, self._cell, self._titles)
        if self._ground is None or self._ground[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            classes = range(len(self._counts))
            self._draw_titles(painter, here, here.side * len(classes))
            self._draw_names(painter, here)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("card"))
            for true in classes:
                for read in classes:
                    painter.drawRoundedRect(here.cell(true, read), here.radius, here.radius)
            painter.end()
            self._ground = (key, picture)
        return self._ground[1]

    def _draw_cells(self, painter: QPainter, here: Grid) -> None:
        """The cells that count something. A number without room is in the tooltip."""
        font = theme().mono(11 if here.side < px(27) else 12)
        numbers, metrics = Numerals(font, "text"), QFontMetricsF(font)
        off_diagonal = self._counts[~np.eye(len(self._counts), dtype=bool)]
        most = int(off_diagonal.max()) if off_diagonal.size else 0
        painter.setPen(Qt.PenStyle.NoPen)
        for true, read in np.argwhere(self._counts).tolist():
            number, rect = int(self._counts[true, read]), here.cell(true, read)
            painter.setBrush(cell_color(number, most, right=true == read))
            painter.drawRoundedRect(rect, here.radius, here.radius)
            text = str(number)
            if rect.height() >= px(11) and metrics.horizontalAdvance(text) <= rect.width() + 2:
                numbers.add(rect, text)
        numbers.paint(painter)

    def _draw_rings(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._hover is not None and self._hover != self._cell:
            painter.setPen(QPen(theme().color("text3"), 1))
            painter.drawRoundedRect(self.cell_rect(*self._hover), CORNER, CORNER)
        if self._seen is not None:
            painter.setPen(QPen(theme().color("accent"), 2.5))
            painter.drawRoundedRect(self.cell_rect(*self._seen).adjusted(-1, -1, 1, 1), CORNER + 1, CORNER + 1)
            if self.hasFocus():
                painter.setPen(QPen(theme().color("text"), 1))
                painter.drawRoundedRect(self.cell_rect(*self._seen).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)

    def _draw_titles(self, painter: QPainter, here: Grid, length: float) -> None:
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text2"))
        painter.drawText(QRectF(here.left, here.top + length + px(4), length, px(TITLE)), Qt.AlignmentFlag.AlignCenter, self._titles[1])
        painter.save()
        painter.translate(px(TITLE) / 2, here.top + length / 2)
        painter.rotate(-90)
        room = max(length, px(90))
        painter.drawText(QRectF(-room / 2, -px(TITLE) / 2, room, px(TITLE)), Qt.AlignmentFlag.AlignCenter, self._titles[0])
        painter.restore()

    def _draw_names(self, painter: QPainter, here: Grid) -> None:
        left, top, side, lit = here.left, here.top, here.side, self._cell or (-1, -1)
        for number in range(len(self._counts)):
            name = class_name(self._names, number)
            row = QRectF(px(TITLE), top + number * side, left - px(TITLE) - px(7), side)
            self._draw_name(painter, row, name, Qt.AlignmentFlag.AlignRight, lit=number == lit[0])
            if not here.upright:
                self._draw_name(painter, QRectF(left + number * side, 0, side, top), name, Qt.AlignmentFlag.AlignHCenter, lit=number == lit[1])
                continue
            painter.save()
            painter.translate(left + number * side, top)
            painter.rotate(-90)
            self._draw_name(painter, QRectF(px(4), 0, top - px(4), side), name, Qt.AlignmentFlag.AlignLeft, lit=number == lit[1])
            painter.restore()

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
        true, read = self._seen or (0, 0)
        down, right = STEPS[key] if self._seen is not None else (0, 0)
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
    return _color(theme().color(start).rgb(), theme().color(end).rgb(), round(share * SHADES))


@lru_cache(maxsize=512)
def _color(start: int, end: int, shade: int) -> QColor:
    one, other, share = QColor(start), QColor(end), shade / SHADES
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return QColor(red, green, blue)
