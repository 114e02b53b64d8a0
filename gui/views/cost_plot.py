"""The cost of each step, one line for each runner; what is still to come is pale, and a cursor stands at the present step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.runner_look import Look, draw_mark, draw_sample, line_pen
from gui.format import count
from gui.theme import theme
from gui.views.axis import Scale, paint_bottom, paint_left, paint_title, read_label
from gui.views.heading import paint_heading
from gui.views.primitives import polygon
from gui.views.throttle import RepaintThrottle

HEAD, LEFT, RIGHT, FOOT = 44.0, 54.0, 16.0, 64.0
LINE, LINES = 20.0, 2  # height of a line of the legend, and how many there can be
MOST_TICKS = 12
FPS = 15
FUTURE = 0.4
MOST_DECADES = 9.0
TALLEST = 1e3  # times the cost at the start: higher costs leave the picture
FINE = 4.0  # px: of what a line has in each such part of the width, the least and the greatest are drawn
Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class CostLine:
    """``costs`` (k + 1,) after each step, the start's first."""

    name: str
    costs: Array
    look: Look
    selected: bool = False


class CostPlot(QWidget):
    """``seek_requested(step)`` when the person clicks or drags. The lines are painted when they changed; a step moves the cursor."""

    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[CostLine, ...] = ()
        self._step = 0
        self._layers: tuple[QPixmap, QPixmap] | None = None
        self._xs: Scale | None = None
        self._ys: Scale | None = None
        self._throttle = RepaintThrottle(self, FPS)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._renew)
        self._retranslate()

    def show_lines(self, lines: Sequence[CostLine]) -> None:
        """The recorded costs, past and future."""
        self._lines = tuple(lines)
        self._layers = None
        self._throttle.request()  # in a turn of its own, so that the map beside loses no frame

    def show_step(self, step: int) -> None:
        self._step = step
        self._throttle.request()

    @property
    def is_log(self) -> bool:
        """Whether the costs are on a logarithmic scale: those below zero can't be."""
        return self._ys is not None and self._ys.log

    def _renew(self) -> None:
        self._layers = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(328, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 170)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layers = None

    # Painting

    def _frame(self) -> QRectF:
        unit = theme().scale
        foot = FOOT + (LINE if len(self._legend()) > 1 else 0.0)
        return QRectF(self.rect()).adjusted(LEFT * unit, HEAD * unit, -RIGHT, -foot * unit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._layers is None or self._layers[0].devicePixelRatio() != ratio:
            self._layers = self._painted(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._layers[0])
        if self._xs is None or self._ys is None:
            return
        frame = self._frame()
        x = self._xs.pixel(float(self._step))
        painter.setClipRect(QRectF(0, 0, x, self.height()))
        painter.drawPixmap(0, 0, self._layers[1])
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), 1.5))
        painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
        for line in sorted(self._lines, key=lambda one: one.selected):
            if self._step < len(line.costs) and np.isfinite(line.costs[self._step]):
                y = min(max(self._ys.pixel(float(line.costs[self._step])), frame.top()), frame.bottom())
                draw_mark(painter, line.look, QPointF(x, y), (5.0 if line.selected else 3.8) * theme().scale, hollow=True)

    def _painted(self, ratio: float) -> tuple[QPixmap, QPixmap]:
        """The ground with the pale lines, and the lines as they are when they have been gone."""
        ground, past = (self._blank(ratio, fill) for fill in ("panel", None))
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scale()
        self._paint_words(painter)
        if self._xs is not None and self._ys is not None:
            frame = self._frame()
            paint_left(painter, frame, self._ys, self._ys.ticks(min(max(int(frame.height() / 30), 2), MOST_TICKS)), grid=True)
            paint_bottom(painter, frame, self._xs, self._xs.ticks(max(int(frame.width() / 60), 2)))
            painter.setPen(QPen(theme().color("line2"), 1))
            painter.drawLine(QLineF(frame.left(), frame.top(), frame.left(), frame.bottom()))
            painter.drawLine(QLineF(frame.left(), frame.bottom(), frame.right(), frame.bottom()))
            paint_title(painter, QRectF(frame.left(), frame.bottom() + 20 * theme().scale, frame.width(), 16 * theme().scale), self.tr("step"))
            above = QPainter(past)
            above.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_lines(above, frame)
            above.end()
            painter.setOpacity(FUTURE)
            painter.drawPixmap(0, 0, past)
        painter.end()
        return ground, past

    def _blank(self, ratio: float, fill: str | None) -> QPixmap:
        picture = QPixmap(QSize(max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme().color(fill) if fill else Qt.GlobalColor.transparent)
        return picture

    def _scale(self) -> None:
        """Steps across; costs on a logarithmic scale where all are above 0, else a linear one."""
        frame = self._frame()
        found = np.concatenate([line.costs[np.isfinite(line.costs)] for line in self._lines]) if self._lines else np.zeros(0)
        steps = max((len(line.costs) - 1 for line in self._lines), default=0)
        if not found.size or steps < 1 or frame.width() < 20 or frame.height() < 20:
            self._xs = self._ys = None
            return
        self._xs = Scale(0.0, float(steps), frame.left(), frame.right())
        low, high = float(found.min()), float(found.max())
        first = max((abs(float(line.costs[0])) for line in self._lines if np.isfinite(line.costs[0])), default=0.0)
        if first > 0.0 and low < TALLEST * first < high:
            high = TALLEST * first
        above = found[found > 0.0]
        if low >= 0.0 and above.size:
            low = max(float(above.min()), high * 10.0**-MOST_DECADES)
            low, high = low / 1.3, max(high, low) * 1.3
            self._ys = Scale(low, high, frame.bottom(), frame.top(), log=True)
        else:
            margin = 0.05 * max(high - low, 1e-9)
            self._ys = Scale(low - margin, high + margin, frame.bottom(), frame.top())

    def _paint_lines(self, painter: QPainter, frame: QRectF) -> None:
        painter.setClipRect(frame.adjusted(0, -2, 0, 2))
        for line in sorted(self._lines, key=lambda one: one.selected):
            painter.setPen(line_pen(line.look, 2.2 if line.selected else 1.5))
            places = self._points(line.costs)
            if len(places) > 1:
                painter.drawPolyline(polygon(places))
        painter.setClipping(False)

    def _points(self, costs: Array) -> Array:
        if self._xs is None or self._ys is None:
            return np.zeros((0, 2))
        steps = np.flatnonzero(np.isfinite(costs))
        parts_needed = int(self._frame().width() / FINE)
        if len(steps) > 2 * parts_needed:
            parts = np.array_split(steps, parts_needed)
            steps = np.unique([place for part in parts for place in (part[costs[part].argmin()], part[costs[part].argmax()])])
        return np.stack((self._xs.pixels(steps.astype(np.float64)), self._ys.pixels(costs[steps])), axis=-1)

    def _paint_words(self, painter: QPainter) -> None:
        note = self.tr("log; pale = still to come") if self.is_log else self.tr("pale = still to come")
        paint_heading(painter, self.width(), self.tr("Cost per step"), note)
        self._paint_legend(painter, theme().scale)

    def _legend(self) -> list[list[tuple[float, CostLine]]]:
        """The lines of the legend: who stands in each, and where."""
        unit, metrics = theme().scale, QFontMetricsF(theme().sans(12))
        rows: list[list[tuple[float, CostLine]]] = [[]]
        x = 16 * unit
        for line in self._lines:
            width = 26 * unit + 5 + metrics.horizontalAdvance(line.name)
            if x + width > self.width() - 4 and rows[-1]:
                rows.append([])
                x = 16 * unit
            rows[-1].append((x, line))
            x += width + 10 * unit
        return rows

    def _paint_legend(self, painter: QPainter, unit: float) -> None:
        """Each runner's line and name, as far as they fit: the table has them all."""
        rows = self._legend()
        shown = rows[:LINES]
        painter.setFont(theme().sans(12))
        metrics = QFontMetricsF(painter.font())
        for place, row in enumerate(shown):
            y = self.height() - (24 + LINE * (len(shown) - 1 - place)) * unit
            for x, line in row:
                draw_sample(painter, line.look, QRectF(x, y - 2, 24 * unit, 14 * unit), width=1.8)
                painter.setPen(theme().color("text2"))
                painter.setFont(theme().sans(12))
                room = QRectF(x + 26 * unit + 3, y - 4 * unit, metrics.horizontalAdvance(line.name) + 4, 18 * unit)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, line.name)
        if len(rows) > LINES:
            x, line = shown[-1][-1]
            left = x + 34 * unit + metrics.horizontalAdvance(line.name)
            painter.drawText(QPointF(min(left, self.width() - 14), self.height() - 24 * unit + metrics.capHeight()), "…")

    # The person

    def step_at(self, x: float) -> int:
        """The step at a place across."""
        if self._xs is None:
            return 0
        return round(min(max(self._xs.value(x), self._xs.low), self._xs.high))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._xs is not None and self._frame().adjusted(-6, -6, 6, 20).contains(event.position()):
            self.seek_requested.emit(self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._xs is None:
            return
        step = self.step_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.seek_requested.emit(step)
        costs = [f"{line.name} {read_label(float(line.costs[step]))}" for line in self._lines if step < len(line.costs)]
        self.setToolTip("\n".join([self.tr("Step {step}").format(step=count(step)), *costs]))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Cost per step"))
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
