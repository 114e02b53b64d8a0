"""Values with their standard errors as bars around 0, the largest first; a long list scrolls."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from gui.fields.numerals import Numerals
from gui.fields.paint import follow_theme, hatch, px
from gui.fields.slimbar import SlimBar
from gui.format import number, signed
from gui.theme import theme

ROW, BAR = 22, 10  # px
NAME, EDGE = 52, 10  # px: the name's column; free room at the right, for the scroll bar
KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
MOST_ROWS = 16  # in sight without scrolling


@dataclass(frozen=True)
class Bar:
    """One row: ``neuron`` from 0, and ``error`` the standard error of ``value``, or ``nan``."""

    neuron: int
    name: str
    value: float
    error: float


class BarsCanvas(QAbstractScrollArea):
    """``bar_clicked(neuron)``."""

    bar_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._pointed = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)  # the panel's ground shows through
        self._slim = SlimBar(self)
        follow_theme(self._restyle)

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show these rows, in this order."""
        if bars != self._bars:
            self._bars = bars
            self._restyle()

    def _restyle(self) -> None:
        self._range()
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(ROW) * min(max(len(self._bars), 1), MOST_ROWS) + px(2))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(ROW) * min(max(len(self._bars), 1), 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._range()

    def _range(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(px(ROW))
        bar.setRange(0, max(px(ROW) * len(self._bars) - self.viewport().height(), 0))

    # --- painting ---

    def _texts(self, bar: Bar) -> tuple[str, str]:
        return signed(bar.value, 4), "" if math.isnan(bar.error) else f"±{number(bar.error, 4)}"

    def _reach(self) -> tuple[float, float]:
        """The values at the left and right end of the room for bars."""
        ends = [end for bar in self._bars for end in _ends(bar) if math.isfinite(end)]
        low, high = min([*ends, 0.0]), max([*ends, 0.0])
        return (low, high) if high > low else (0.0, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.verticalScrollBar().value()
        first = max((event.rect().top() + top) // px(ROW), 0)
        last = min((event.rect().bottom() + top) // px(ROW) + 1, len(self._bars))
        numbers = {token: Numerals(theme().mono(11), token) for token in ("text", "text2", "text3")}
        wide = self.viewport().width() >= px(300)
        texts = [self._texts(bar) for bar in self._bars[first:last]]
        metrics = QFontMetricsF(theme().mono(11))
        widths = [max((metrics.horizontalAdvance(text[column]) for text in texts), default=0.0) for column in (0, 1)]
        written = widths[0] + px(6) + (widths[1] + px(6) if wide else 0)
        room = QRectF(px(NAME), 0, max(self.viewport().width() - px(NAME) - written - px(EDGE), px(24)), 0)
        for place in range(first, last):
            row = QRectF(0, place * px(ROW) - top, self.viewport().width() - px(EDGE), px(ROW))
            self._paint_row(painter, self._bars[place], row, room, numbers)
            value = QRectF(room.right() + px(6), row.top(), widths[0], row.height())
            numbers["text"].add(value, texts[place - first][0], Qt.AlignmentFlag.AlignRight)
            if wide:
                error = QRectF(value.right() + px(6), row.top(), widths[1], row.height())
                numbers["text3"].add(error, texts[place - first][1], Qt.AlignmentFlag.AlignRight)
        for group in numbers.values():
            group.paint(painter)

    def _paint_row(self, painter: QPainter, bar: Bar, row: QRectF, room: QRectF, numbers: dict[str, Numerals]) -> None:
        if bar.neuron == self._pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg"))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 4, 4)
        strong = bar.neuron == self._pointed
        numbers["text" if strong else "text2"].add(QRectF(px(4), row.top(), px(NAME - 8), row.height()), bar.name, Qt.AlignmentFlag.AlignLeft)
        low, high = self._reach()
        scale = room.width() / (high - low)
        zero, end = (room.left() + (value - low) * scale for value in (0.0, bar.value if math.isfinite(bar.value) else 0.0))
        middle = row.center().y()
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QLineF(zero, row.top(), zero, row.bottom()))
        self._paint_bar(painter, QRectF(min(zero, end), middle - px(BAR) / 2, max(abs(end - zero), 1.0), px(BAR)), negative=bar.value < 0)
        if math.isfinite(bar.error):
            left, right = (room.left() + (value - low) * scale for value in _ends(bar))
            self._paint_error(painter, left, right, middle)

    @staticmethod
    def _paint_bar(painter: QPainter, rect: QRectF, *, negative: bool) -> None:
        color = theme().color("neg" if negative else "pos")
        painter.setPen(Qt.PenStyle.NoPen)
        if negative:
            painter.setOpacity(0.3)
        painter.setBrush(color)
        painter.drawRoundedRect(rect, 2, 2)
        painter.setOpacity(1.0)
        if negative:
            painter.setBrush(hatch(color))
            painter.drawRoundedRect(rect, 2, 2)

    @staticmethod
    def _paint_error(painter: QPainter, left: float, right: float, middle: float) -> None:
        """From one standard error below to one above."""
        painter.setPen(QPen(theme().color("text"), 1.25))
        painter.drawLine(QLineF(left, middle, right, middle))
        for x in (left, right):
            painter.drawLine(QLineF(x, middle - px(3), x, middle + px(3)))

    # --- the mouse and keys ---

    def bar_at(self, point: QPointF) -> Bar | None:
        """The row at a point of the viewport."""
        place = int((point.y() + self.verticalScrollBar().value()) // px(ROW))
        return self._bars[place] if 0 <= place < len(self._bars) else None

    def _point(self, neuron: int) -> None:
        if neuron != self._pointed:
            self._pointed = neuron
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position())
        self._point(bar.neuron if bar is not None else -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and bar is not None:
            self.bar_clicked.emit(bar.neuron)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point(-1)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(event.pos().toPointF())
            text = f"{bar.name}: {signed(bar.value, 6)} ± {number(bar.error, 6)}" if bar is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in (*KEYS, Qt.Key.Key_Return):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from row to row, Enter chooses one."""
        key = Qt.Key(event.key())
        neurons = [bar.neuron for bar in self._bars]
        if key in KEYS and neurons:
            place = neurons.index(self._pointed) + KEYS[key] if self._pointed in neurons else 0
            place = min(max(place, 0), len(neurons) - 1)
            self._point(neurons[place])
            self._show_row(place)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed >= 0:
            self.bar_clicked.emit(self._pointed)
        else:
            super().keyPressEvent(event)

    def _show_row(self, place: int) -> None:
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setValue(min(max(bar.value(), (place + 1) * px(ROW) - high), place * px(ROW)))
        one = self._bars[place]
        self.setAccessibleDescription(f"{one.name}, {signed(one.value, 4)} ± {number(one.error, 4)}")


def _ends(bar: Bar) -> tuple[float, float]:
    """A value less and plus its standard error."""
    error = bar.error if math.isfinite(bar.error) else 0.0
    return bar.value - error, bar.value + error
