"""Accuracy or loss of both parts over the epochs, small: the train part's line is solid, the test part's dashed."""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.format import fixed
from gui.theme import theme
from gui.views.axis import Scale, paint_bottom, paint_left, paint_title, read_label, tick_label
from gui.views.sheet import Sheet
from gui.views.throttle import RepaintThrottle
from gui.views.trace import draw_trace
from nn.training.snapshot import AccuracyCurve, Curve

HEIGHT = 140  # px
HEAD, LEFT, RIGHT, FOOT = 22.0, 44.0, 8.0, 38.0  # px
CUTS = (98.0, 95.0, 90.0, 80.0, 50.0, 0.0)  # %: where the accuracies' axis may begin
LATE = 0.2  # of the run: what came before may lie below the axis
LEAST_DECADES = 0.6  # of losses that have a logarithmic scale
FPS = 4
WIDTH = 1.75  # px, of a line
DASHES = [5.0, 1.0]  # in widths, as a dashed pen with square caps draws them
Array = NDArray[np.float64]
Line = tuple[Array, Array]  # epochs and values
NOTHING: Line = (np.empty(0), np.empty(0))


class Kind(StrEnum):
    """What is plotted."""

    ACCURACY = "accuracy"
    LOSS = "loss"


class HistoryPlot(QWidget):
    """``seek_requested(epoch)`` when the person clicks on a moment."""

    seek_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Kind.ACCURACY
        self._lines: dict[Kind, tuple[Line, Line]] = dict.fromkeys(Kind, (NOTHING, NOTHING))
        self._now = 0.0
        self._hovered = math.nan
        self._sheet: Sheet | None = None  # all but what follows the pointer; none: it is to be painted
        self._throttle = RepaintThrottle(self, FPS)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._retranslate()
        follow_theme(self._restyle)

    def show_history(self, accuracy: AccuracyCurve | None, loss: Curve, now: float) -> None:
        """A run's accuracies and losses up to now; ``now`` is the epoch being shown."""
        parts = (NOTHING, NOTHING) if accuracy is None else ((accuracy.train_epoch, accuracy.train * 100), (accuracy.test_epoch, accuracy.test * 100))
        known = np.isfinite(loss.test)
        found = {Kind.ACCURACY: parts, Kind.LOSS: ((loss.epoch, loss.train), (loss.epoch[known], loss.test[known]))}
        if now != self._now or not _alike(found[self.kind], self._lines[self.kind]):
            self._sheet = None
            self._throttle.request()
        self._lines, self._now = found, now
        self._describe()

    def show_kind(self, kind: Kind) -> None:
        """What to plot."""
        self.kind = kind
        self._describe()
        self._paint_anew()

    @property
    def lines(self) -> tuple[Line, Line]:
        """Train and test as they are plotted: accuracies in percent."""
        return self._lines[self.kind]

    # --- room and scales ---

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(HEIGHT))

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self._paint_anew()

    def _paint_anew(self) -> None:
        self._sheet = None
        self.update()

    def _frame(self) -> QRectF:
        unit = theme().scale
        return QRectF(self.rect()).adjusted(LEFT * unit, HEAD * unit, -RIGHT * unit, -FOOT * unit)

    def _scales(self, frame: QRectF) -> tuple[Scale, Scale]:
        last = max([self._now, *(float(x[-1]) for x, _ in self.lines if len(x))]) or 1.0
        low, high, log = self._reach(last)
        return Scale(0.0, last, frame.left(), frame.right()), Scale(low, high, frame.bottom(), frame.top(), log)

    def _reach(self, last: float) -> tuple[float, float, bool]:
        """The ends of the upright axis, and whether it is logarithmic."""
        late = [y[x >= LATE * last] for x, y in self.lines]
        if self.kind is Kind.ACCURACY:
            lowest = min((float(y.min()) for y in late if y.size), default=0.0)
            return next(cut for cut in CUTS if cut <= lowest or cut == 0.0), 100.0, False
        values = np.concatenate([y for _, y in self.lines])
        values = values[np.isfinite(values)]
        if not values.size:
            return 0.0, 1.0, False
        low, high = float(values.min()), float(values.max())
        if low > 0 and math.log10(high / low) >= LEAST_DECADES:
            return low / 1.2, high * 1.2, True
        return min(low, 0.0), high * 1.05 or 1.0, False

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        size, ratio = (QSizeF(self.size()) * self.devicePixelRatioF()).toSize(), self.devicePixelRatioF()
        if self._sheet is None or (self._sheet.size, self._sheet.ratio) != (size, ratio):
            self._sheet = self._painted(Sheet(size, ratio))
        painter = QPainter(self)
        painter.drawImage(0, 0, self._sheet.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame()
        self._paint_head(painter, frame)
        painter.setClipRect(frame.adjusted(0, -1, 1, 1))
        xs, _ = self._scales(frame)
        for epoch, token in ((self._now, "accent"), (self._hovered, "text2")):
            if math.isfinite(epoch):
                painter.setPen(QPen(theme().color(token), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QLineF(xs.pixel(epoch), frame.top(), xs.pixel(epoch), frame.bottom()))

    def _painted(self, sheet: Sheet) -> Sheet:
        """The axes and the lines."""
        sheet.fill(theme().color("panel"))
        frame = self._frame()
        xs, ys = self._scales(frame)
        painter = sheet.painter()
        paint_left(painter, frame, ys, ys.ticks(max(int(frame.height() / (26 * theme().scale)), 2)), grid=True)
        metrics = QFontMetricsF(theme().mono(11))
        ticks = xs.ticks(max(int(frame.width() / (56 * theme().scale)), 2))
        fitting = [tick for tick in ticks if xs.pixel(tick) + metrics.horizontalAdvance(tick_label(tick)) / 2 <= self.width()]
        paint_bottom(painter, frame, xs, fitting)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QLineF(frame.bottomLeft(), frame.bottomRight()))
        paint_title(painter, QRectF(frame.left(), frame.bottom() + px(20), frame.width(), px(16)), self._epoch)
        painter.end()
        for line, token, dashes in zip(self.lines, ("text", "accent"), ([], DASHES), strict=True):
            pen = QPen(theme().color(token), WIDTH)
            if dashes:
                pen.setDashPattern(dashes)
            draw_trace(sheet, frame.adjusted(0, -1, 1, 1), line, (xs, ys), pen)
        return sheet

    def _paint_head(self, painter: QPainter, frame: QRectF) -> None:
        """The axis's unit at the left, and the lines' names, each with its value where the pointer is, at the right."""
        row = QRectF(0, 0, self.width(), HEAD * theme().scale - px(4))
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color("text3"))
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._units[self.kind])
        right = frame.right()
        for place in (1, 0):
            text = self._entry(place)
            painter.setFont(theme().mono(11) if math.isfinite(self._hovered) else theme().sans(11))
            width = QFontMetricsF(painter.font()).horizontalAdvance(text)
            painter.setPen(theme().color("text2"))
            painter.drawText(QRectF(right - width, row.top(), width + 1, row.height()), Qt.AlignmentFlag.AlignVCenter, text)
            token, style = (("text", Qt.PenStyle.SolidLine), ("accent", Qt.PenStyle.DashLine))[place]
            painter.setPen(QPen(theme().color(token), WIDTH, style))
            left = right - width - px(26)
            painter.drawLine(QLineF(left, row.center().y(), left + px(20), row.center().y()))
            right = left - px(12)

    def _entry(self, place: int) -> str:
        """A line's name, or its value at the moment pointed at."""
        x, y = self.lines[place]
        if not math.isfinite(self._hovered) or not len(x):
            return self._names[place]
        return self._written(float(y[_nearest(x, self._hovered)]))

    def _written(self, value: float) -> str:
        return f"{fixed(value, 1)} %" if self.kind is Kind.ACCURACY else read_label(value)

    # --- the mouse ---

    def _epoch_at(self, point: QPointF) -> float:
        """The moment under a point that a value is known of; ``nan`` for none."""
        frame, x = self._frame(), self.lines[0][0]
        if not len(x) or not frame.adjusted(-4, 0, 4, px(16)).contains(point):
            return math.nan
        return float(x[_nearest(x, self._scales(frame)[0].value(point.x()))])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hovered = self._epoch_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if math.isfinite(self._hovered) else Qt.CursorShape.ArrowCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = math.nan
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        epoch = self._epoch_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and math.isfinite(epoch):
            self.seek_requested.emit(epoch)

    # --- words ---

    def _describe(self) -> None:
        parts = [self._units[self.kind]]
        for name, (x, y) in zip(self._names, self.lines, strict=True):
            if len(x):
                parts.append(f"{name} {self._written(float(y[0]))} … {self._written(float(y[-1]))}")
        self.setAccessibleDescription(", ".join(parts) + f", {self._epoch} {tick_label(round(self._now, 1))}")

    def _retranslate(self) -> None:
        self._names = (self.tr("train"), self.tr("test"))
        self._units = {Kind.ACCURACY: self.tr("accuracy, %"), Kind.LOSS: self.tr("mean loss per sample")}
        self._epoch = self.tr("epoch")
        self.setAccessibleName(self.tr("Accuracy or loss over the epochs"))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._paint_anew()


def _nearest(x: Array, value: float) -> int:
    return int(np.argmin(np.abs(x - value)))


def _alike(one: tuple[Line, Line], other: tuple[Line, Line]) -> bool:
    return all(np.array_equal(a, b) for lines in zip(one, other, strict=True) for a, b in zip(*lines, strict=True))
