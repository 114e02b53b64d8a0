"""The data and the fit: some pairs of the step's batch with sticks to the model, the model's line, the true curve."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.format import count
from gui.theme import theme
from gui.views.axis import Scale, linear_ticks, paint_bottom, paint_left, paint_title
from gui.views.heading import paint_heading
from gui.views.primitives import draw_lines, joined
from gui.views.throttle import RepaintThrottle
from nn.landscape.fit import Fit

HEAD, LEFT, RIGHT, FOOT = 44.0, 54.0, 16.0, 62.0
FPS = 15
DASH = 6  # pieces of the true curve's line, half of them drawn: short lines cost a fraction of a dashed path


class FitView(QWidget):
    """Deviations above the model are solid, those below dashed. Its axes hold all that was shown since the data changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit: Fit | None = None
        self._step = 0
        self._reach: tuple[float, float] | None = None
        self._throttle = RepaintThrottle(self, FPS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.update)
        self._retranslate()

    @property
    def fit(self) -> Fit | None:
        return self._fit

    def show_fit(self, fit: Fit | None, step: int = 0) -> None:
        """The model at a step, beside pairs of its batch; ``None`` while there is no data."""
        if fit is not None:
            self._reach = _reach(fit, self._reach if self._fit is not None and self._same_data(fit) else None)
        self._fit, self._step = fit, step
        self._describe()
        self._throttle.request()

    def _same_data(self, fit: Fit) -> bool:
        old = self._fit
        return old is not None and len(old.line_x) == len(fit.line_x) and old.line_x[0] == fit.line_x[0] and _equal(old.truth_y, fit.truth_y)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._note())

    def _note(self) -> str:
        if self._fit is None:
            return self.tr("no data yet")
        shown, pairs = count(len(self._fit.x)), count(self._fit.pairs)
        if self._fit.pairs == 1:
            return self.tr("step {step}, one point").format(step=count(self._step))
        if len(self._fit.x) == self._fit.pairs:
            return self.tr("step {step}, all {pairs} points").format(step=count(self._step), pairs=pairs)
        return self.tr("step {step}, {shown} of {pairs} points").format(step=count(self._step), shown=shown, pairs=pairs)

    def sizeHint(self) -> QSize:
        return QSize(328, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 170)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("panel"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = theme().scale
        paint_heading(painter, self.width(), self.tr("Data and fit"), self._note())
        frame = QRectF(self.rect()).adjusted(LEFT * unit, HEAD * unit, -RIGHT, -FOOT * unit)
        if self._fit is None or self._reach is None or frame.width() < 20 or frame.height() < 20:
            return
        fit = self._fit
        xs = Scale(float(fit.line_x[0]), float(fit.line_x[-1]), frame.left(), frame.right())
        ys = Scale(*self._reach, frame.bottom(), frame.top())
        paint_left(painter, frame, ys, linear_ticks(ys.low, ys.high, max(int(frame.height() / 34), 2)), grid=True)
        paint_bottom(painter, frame, xs, xs.ticks(max(int(frame.width() / 44), 2)))
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QLineF(frame.left(), frame.top(), frame.left(), frame.bottom()))
        painter.drawLine(QLineF(frame.left(), frame.bottom(), frame.right(), frame.bottom()))
        paint_title(painter, QRectF(frame.left(), frame.bottom() + 20 * unit, frame.width(), 16 * unit), "x")
        painter.setClipRect(frame)
        self._paint_pairs(painter, fit, xs, ys)
        painter.setClipping(False)
        self._paint_legend(painter, unit)

    @staticmethod
    def _paint_pairs(painter: QPainter, fit: Fit, xs: Scale, ys: Scale) -> None:
        line_x = xs.pixels(fit.line_x)
        if fit.truth_y is not None:
            painter.setPen(QPen(theme().color("text3"), 1.3))
            pieces = joined(np.stack((line_x, ys.pixels(fit.truth_y)), axis=-1))
            draw_lines(painter, pieces[np.arange(len(pieces)) % DASH < DASH // 2])
        x, ends = xs.pixels(fit.x), (ys.pixels(fit.predicted), ys.pixels(fit.y))
        sticks = np.stack((x, ends[0], x, ends[1]), axis=-1)
        above = fit.deviations >= 0
        for chosen, up in ((above, True), (~above, False)):
            painter.setPen(_stick_pen(up=up))
            draw_lines(painter, sticks[chosen])
        painter.setPen(QPen(theme().color("text"), 2.4))
        draw_lines(painter, joined(np.stack((line_x, ys.pixels(fit.line_y)), axis=-1)))
        painter.setPen(QPen(theme().color("panel"), 1.0))
        painter.setBrush(theme().color("text2"))
        radius = 3.4 * theme().scale
        for left, top in zip(x, ends[1], strict=True):
            painter.drawEllipse(QPointF(left, top), radius, radius)

    def _paint_legend(self, painter: QPainter, unit: float) -> None:
        """Lines at the left, sticks at the right, each with its word."""
        painter.setFont(theme().sans(12))
        metrics = QFontMetricsF(painter.font())
        y, x = self.height() - 18 * unit, 16 * unit
        words: list[tuple[QPen, str, bool]] = [(QPen(theme().color("text"), 2.4), self.tr("fit"), False)]
        if self._fit is not None and self._fit.truth_y is not None:
            dashed = QPen(theme().color("text3"), 1.3)
            dashed.setDashPattern([3.0, 3.0])
            words.append((dashed, self.tr("truth"), False))
        words += [(_stick_pen(up=True), self.tr("above"), True), (_stick_pen(up=False), self.tr("below"), True)]
        full = sum(metrics.horizontalAdvance(word) + (26 if upright else 46) * unit for _, word, upright in words)
        narrow = x + full > self.width()
        gap, line = (8, 16) if narrow else (16, 24)
        for pen, word, upright in words:
            painter.setPen(pen)
            length = 0.0 if upright else line * unit
            painter.drawLine(QLineF(x + 2, y - 7 * unit, x + 2, y + 7 * unit) if upright else QLineF(x, y, x + length, y))
            x += length + (10 if upright else 6) * unit
            painter.setPen(theme().color("text2"))
            painter.drawText(QPointF(x, y + metrics.capHeight() / 2), word)
            x += metrics.horizontalAdvance(word) + gap * unit

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Data and fit"))
        self._describe()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _stick_pen(*, up: bool) -> QPen:
    pen = QPen(theme().color("pos" if up else "neg"), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not up:
        pen.setDashPattern([1.5, 1.5])
    return pen


def _equal(one: NDArray[np.float64] | None, other: NDArray[np.float64] | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(np.array_equal(one, other))


def _reach(fit: Fit, old: tuple[float, float] | None) -> tuple[float, float]:
    """The least and the greatest of what is shown, in whole units, never less than before."""
    parts = [part for part in (fit.y, fit.truth_y) if part is not None and len(part)]
    most = max(float(np.abs(part).max()) for part in parts) if parts else 1.0
    line = np.clip(fit.line_y, -3.0 * most - 1.0, 3.0 * most + 1.0)  # a fit that has run away leaves the picture
    low = min(float(part.min()) for part in (*parts, line))
    high = max(float(part.max()) for part in (*parts, line))
    if old is not None:
        low, high = min(low, old[0]), max(high, old[1])
        if (low, high) == old:
            return old
    margin = 0.06 * max(high - low, 1e-6)
    return low - (margin if old is None or low < old[0] else 0.0), high + (margin if old is None or high > old[1] else 0.0)
