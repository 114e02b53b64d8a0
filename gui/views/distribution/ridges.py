"""One histogram for each class, one below the other over the same axis."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.fields.paint import follow_theme, px
from gui.format import count, number
from gui.theme import theme
from gui.views.axis import tick_label
from gui.views.primitives import polygon

ROW, LEAST_ROW, AXIS = 34, 18, 22  # px
NAME_SHARE = 0.3  # of the width at most, for the classes' names
FILLED = 0.5  # opacity under a line


class Ridges(QWidget):
    """Shares of each class's samples; all rows have one scale, so that their heights, the shares' square roots, can be compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edges: NDArray[np.floating] = np.empty(0)
        self._counts: NDArray[np.integer] = np.empty((0, 0), dtype=np.int64)
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        follow_theme(self._restyle)

    def show_counts(self, edges: NDArray[np.floating], counts: NDArray[np.integer], names: tuple[str, ...]) -> None:
        """``edges`` (b + 1,), ``counts`` (k, b). Raises ValueError where they don't fit together."""
        if counts.ndim != 2 or edges.shape != (counts.shape[1] + 1,):
            raise ValueError(f"{counts.shape} counts don't lie between {edges.shape} edges")
        self._edges, self._counts, self._names = edges, counts, names
        self._restyle()

    @property
    def rows(self) -> int:
        return len(self._counts)

    def name(self, row: int) -> str:
        """A class's name, "" for data without classes."""
        return self._names[row] if row < len(self._names) else ""

    def spoken(self) -> str:
        """Where most of each class lies, for a screen reader."""
        parts = []
        for row, counts in enumerate(self._counts):
            if counts.sum():
                fullest = int(np.argmax(counts))
                parts.append(f"{self.name(row)} {number(float(self._edges[fullest]), 2)} … {number(float(self._edges[fullest + 1]), 2)}".strip())
        return ", ".join(parts)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(ROW) * max(self.rows, 1) + px(AXIS))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(LEAST_ROW) * max(self.rows, 1) + px(AXIS))

    # --- places ---

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(theme().sans(12))
        names = max((metrics.horizontalAdvance(self.name(row)) for row in range(self.rows)), default=0.0)
        left = min(names, self.width() * NAME_SHARE) + (px(20) if names else px(4))
        return QRectF(left, 2, self.width() - left - px(8), self.height() - px(AXIS) - 2)

    def _row(self, row: int) -> QRectF:
        plot = self._plot()
        high = plot.height() / max(self.rows, 1)
        return QRectF(plot.left(), plot.top() + row * high, plot.width(), high)

    def _color(self, row: int) -> QColor:
        return theme().class_color(row) if self._names else theme().color("text2")

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._counts.size:
            return
        totals = np.maximum(self._counts.sum(axis=1, keepdims=True), 1)
        heights = np.sqrt(self._counts / totals)  # so that little is seen beside much: most neurons put out 0 for most samples
        most = float(heights.max()) or 1.0
        self._paint_axis(painter)
        for row in range(self.rows):
            self._paint_ridge(painter, row, heights[row] / most)

    def _paint_ridge(self, painter: QPainter, row: int, heights: NDArray[np.floating]) -> None:
        place, color = self._row(row), self._color(row)
        x = place.left() + np.linspace(0.0, place.width(), len(heights) + 1)
        y = place.bottom() - heights * (place.height() - px(3))
        steps = np.column_stack([np.repeat(x, 2)[1:-1], np.repeat(y, 2)])
        closed = np.concatenate([[[x[0], place.bottom()]], steps, [[x[-1], place.bottom()]]])
        area = QPainterPath()
        area.addPolygon(polygon(closed))
        painter.setOpacity(FILLED)
        painter.fillPath(area, color)
        painter.setOpacity(1.0)
        painter.setPen(QPen(color, 1.25))
        painter.drawPolyline(polygon(steps))
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QLineF(place.left(), place.bottom(), place.right(), place.bottom()))
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text2"))
        room = QRectF(0, place.top(), place.left() - px(8), place.height())
        name = QFontMetricsF(painter.font()).elidedText(self.name(row), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, name)

    def _paint_axis(self, painter: QPainter) -> None:
        """The two ends, and 0 where it lies between them."""
        plot, low, high = self._plot(), float(self._edges[0]), float(self._edges[-1])
        painter.setFont(theme().mono(11))
        metrics = QFontMetricsF(painter.font())
        zero = [0.0] if low < 0 < high else []
        taken: list[QRectF] = []
        for value in (low, high, *zero):
            x = plot.left() + (value - low) / (high - low) * plot.width()
            text = tick_label(float(f"{value:.3g}") if abs(value) > 1e-3 * (high - low) else 0.0)
            width = metrics.horizontalAdvance(text)
            place = QRectF(min(max(x - width / 2, plot.left() - px(2)), self.width() - width), plot.bottom() + px(5), width, px(16))
            if value == 0.0:
                painter.setPen(QPen(theme().color("line"), 1))
                painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
            if any(place.adjusted(-px(6), 0, px(6), 0).intersects(other) for other in taken):
                continue
            taken.append(place)
            painter.setPen(theme().color("text2"))
            painter.drawText(QPointF(place.left(), place.top() + metrics.ascent()), text)

    def tip_at(self, point: QPointF) -> str:
        """What is known of a bin: its class, its ends, how many samples."""
        plot = self._plot()
        if not self._counts.size or not plot.contains(point):
            return ""
        row = min(int((point.y() - plot.top()) / plot.height() * self.rows), self.rows - 1)
        bins = self._counts.shape[1]
        place = min(int((point.x() - plot.left()) / plot.width() * bins), bins - 1)
        ends = f"{number(float(self._edges[place]), 4)} … {number(float(self._edges[place + 1]), 4)}"
        many, whole = int(self._counts[row, place]), int(self._counts[row].sum())
        said = self.tr("{count} of {all} samples").format(count=count(many), all=count(whole))
        return " · ".join(part for part in (self.name(row), ends, said) if part)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().toPointF()), self)
            return True
        return super().event(event)
