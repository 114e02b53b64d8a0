"""The curve −ln p, and on it each client at the probability that the neuron gives to what happened."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme
from gui.fields.runner_look import Shape, draw_shape
from gui.theme import theme
from gui.views.axis import Scale, paint_bottom, paint_left, paint_title
from gui.views.primitives import polygon
from nn.landscape.perceptron_descent import LogCurve

Array = NDArray[np.float64]
LEFT, TOP, RIGHT, BOTTOM = 40.0, 10.0, 14.0, 42.0
HIGHEST = 5.0  # of the cost axis; a cost above it is drawn at its upper edge
RADIUS = 4.0


class LogCurveView(QWidget):
    """``show_clients`` gives the points; without any the curve stands alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: LogCurve | None = None
        self._p: Array = np.empty(0)
        self._cost: Array = np.empty(0)
        self._labels: Array = np.empty(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()
        follow_theme(self.update)

    def show_curve(self, curve: LogCurve) -> None:
        self._curve = curve
        self.update()

    def show_clients(self, p: Array, cost: Array, labels: Array) -> None:
        """``p``: what each client's outcome was given for probability; ``cost`` its −ln p; ``labels`` 0 or 1; all (n,)."""
        self._p, self._cost, self._labels = p, cost, labels
        self.update()

    @property
    def points(self) -> int:
        """How many clients are on the curve."""
        return len(self._p)

    def sizeHint(self) -> QSize:
        return QSize(320, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("panel"))
        unit = theme().scale
        frame = QRectF(self.rect()).adjusted(LEFT * unit, TOP, -RIGHT, -BOTTOM * unit)
        if self._curve is None or frame.width() < 20 or frame.height() < 20:
            return
        xs, ys = Scale(0.0, 1.0, frame.left(), frame.right()), Scale(0.0, HIGHEST, frame.bottom(), frame.top())
        paint_left(painter, frame, ys, ys.ticks(5), grid=True)
        paint_bottom(painter, frame, xs, xs.ticks(5))
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawLine(QLineF(frame.bottomLeft(), frame.bottomRight()))
        paint_title(painter, QRectF(frame.left(), frame.bottom() + 20 * unit, frame.width(), 16 * unit), self._words)
        painter.setClipRect(frame.adjusted(-8, -8, 8, 8))
        self._paint_curve(painter, self._curve, xs, ys)
        for p, cost, label in zip(self._p, self._cost, self._labels, strict=True):
            spot = QPointF(xs.pixel(float(p)), ys.pixel(min(float(cost), HIGHEST)))
            painter.setPen(QPen(theme().color("point_outline"), 1.0))
            painter.setBrush(theme().class_color(int(label)))
            draw_shape(painter, Shape.TRIANGLE if label else Shape.CIRCLE, spot, RADIUS * unit)

    @staticmethod
    def _paint_curve(painter: QPainter, curve: LogCurve, xs: Scale, ys: Scale) -> None:
        seen = curve.cost <= HIGHEST
        painter.setPen(QPen(theme().color("text"), 2.0))
        painter.drawPolyline(polygon(np.stack((xs.pixels(curve.p[seen]), ys.pixels(curve.cost[seen])), axis=-1)))

    def _retranslate(self) -> None:
        self._words = self.tr("p, given to what happened")
        self.setAccessibleName(self.tr("Minus the logarithm of p: 0 where the neuron is sure and right, endless where it is sure and wrong"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)
