"""The curve of an activation with the point where a neuron is on it, and the slope there."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.format import MINUS, fixed, number
from gui.theme import theme
from nn.choices import Activation
from nn.replay.why import Curve

HEIGHT = 196
LEFT, RIGHT, TOP, BOTTOM = 22, 6, 14, 22  # room around the frame
TANGENT = 62  # half its length, pixels
_BOUNDS = {Activation.SIGMOID: (0.0, 1.0), Activation.TANH: (-1.0, 1.0), Activation.STEP: (0.0, 1.0)}
_FUNCTIONS = {
    Activation.STEP: "step({z})",
    Activation.LINEAR: "{z}",
    Activation.SIGMOID: "σ({z})",
    Activation.TANH: "tanh({z})",
    Activation.RELU: "max(0, {z})",
    Activation.LEAKY_RELU: "max(0.01 {z}, {z})",
    Activation.SOFTPLUS: "ln(1 + exp({z}))",
    Activation.SOFTMAX: "softmax({z})",
}


@dataclass(frozen=True)
class Frame:
    """Where the plot is on the widget, and which numbers its edges stand for."""

    rect: QRectF
    xs: tuple[float, float]
    ys: tuple[float, float]

    @property
    def y_ticks(self) -> list[float]:
        """Whole numbers: 0 and the ends."""
        return sorted({0.0, float(math.floor(self.ys[1])), float(math.ceil(self.ys[0])) + 0.0})

    def point(self, x: float, y: float) -> QPointF:
        across = (x - self.xs[0]) / (self.xs[1] - self.xs[0])
        up = (y - self.ys[0]) / (self.ys[1] - self.ys[0])
        return QPointF(self.rect.left() + across * self.rect.width(), self.rect.bottom() - up * self.rect.height())


class CurvePlot(QWidget):
    """Draws a :class:`~nn.replay.why.Curve`; hidden by its panel where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: Curve | None = None
        self._names = ("net", "out")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def curve(self) -> Curve | None:
        return self._curve

    def show_curve(self, curve: Curve, net: str, out: str) -> None:
        """``net`` and ``out`` are what the two axes are called."""
        self._curve, self._names = curve, (net, out)
        self._describe()
        self.update()

    def function_text(self) -> str:
        """out = σ(net)."""
        net, out = self._names
        return f"{out} = {_FUNCTIONS[self._curve.activation].format(z=net)}" if self._curve is not None else ""

    def slope_texts(self) -> tuple[str, str]:
        """The word and the number."""
        return self.tr("slope"), fixed(self._curve.slope, 4) if self._curve is not None else ""

    def _describe(self) -> None:
        if self._curve is not None:
            net, out = self._names
            template = self.tr("{function}; at {net} = {x} it is {out} = {y}, the slope {slope}")
            values = {"x": fixed(self._curve.x, 3), "y": fixed(self._curve.y, 4), "slope": self.slope_texts()[1]}
            self.setAccessibleName(template.format(function=self.function_text(), net=net, out=out, **values))

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(HEIGHT))

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self.update()

    def _frame(self, curve: Curve) -> Frame:
        xs = float(curve.xs[0]), float(curve.xs[-1])
        low, high = _BOUNDS.get(curve.activation, (min(0.0, float(np.min(curve.ys))), float(np.max(curve.ys))))
        bare = Frame(QRectF(self.rect()), xs, (low, max(high, low + 1)))
        widest = max(QFontMetricsF(theme().mono(11)).horizontalAdvance(_tick(value)) for value in bare.y_ticks)
        rect = bare.rect.adjusted(max(px(LEFT), math.ceil(widest) + px(8)), px(TOP), -px(RIGHT), -px(BOTTOM))
        return replace(bare, rect=rect)

    def paintEvent(self, _event: QPaintEvent) -> None:
        curve = self._curve
        if curve is None or len(curve.xs) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self._frame(curve)
        self._draw_axes(painter, frame, curve)
        painter.setPen(QPen(theme().color("text2"), 2))
        painter.drawPath(_path(frame, np.asarray(curve.xs), np.asarray(curve.ys)))
        self._draw_point(painter, frame, curve)

    def _draw_axes(self, painter: QPainter, frame: Frame, curve: Curve) -> None:
        painter.setFont(theme().mono(11))
        metrics = QFontMetricsF(painter.font())
        for value in frame.y_ticks:
            y = round(frame.point(0, value).y()) + 0.5
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QLineF(frame.rect.left(), y, frame.rect.right(), y))
            painter.setPen(theme().color("text2"))
            text = _tick(value)
            painter.drawText(QPointF(frame.rect.left() - px(6) - metrics.horizontalAdvance(text), y + metrics.capHeight() / 2), text)
        if frame.xs[0] < 0 < frame.xs[1]:
            x = round(frame.point(0, 0).x()) + 0.5
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QLineF(x, frame.rect.top(), x, frame.rect.bottom()))
        self._draw_x_ticks(painter, frame, curve)
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text2"))
        painter.drawText(QPointF(frame.rect.left() + px(4), frame.rect.top() + px(16)), self.function_text())

    def _draw_x_ticks(self, painter: QPainter, frame: Frame, curve: Curve) -> None:
        """The neuron's own place first; an end's number is left out where the two would touch."""
        metrics = QFontMetricsF(painter.font())
        taken: list[QRectF] = []
        for value, text in ((curve.x, fixed(curve.x, 3)), (frame.xs[0], _tick(frame.xs[0])), (frame.xs[1], _tick(frame.xs[1]))):
            width = metrics.horizontalAdvance(text)
            middle = min(max(frame.point(value, 0).x(), frame.rect.left()), frame.rect.right())
            left = min(max(middle - width / 2, frame.rect.left() - px(2)), self.width() - width)
            place = QRectF(left, frame.rect.bottom() + px(4), width, px(16))
            if any(place.adjusted(-px(6), 0, px(6), 0).intersects(other) for other in taken):
                continue
            taken.append(place)
            painter.setPen(theme().color("text" if len(taken) == 1 else "text2"))
            painter.drawText(QPointF(left, place.top() + metrics.ascent()), text)

    def _draw_point(self, painter: QPainter, frame: Frame, curve: Curve) -> None:
        if not (frame.xs[0] <= curve.x <= frame.xs[1] and math.isfinite(curve.slope)):
            return
        point = frame.point(curve.x, curve.y)
        color = theme().color("f2")
        painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(point.x(), point.y(), point.x(), frame.rect.bottom()))
        painter.setPen(QPen(color, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.save()
        painter.setClipRect(frame.rect.adjusted(-px(4), -px(TOP), px(4), 3))
        painter.drawLine(self._tangent(frame, curve, point))
        painter.restore()
        painter.setPen(QPen(color, 2.5))
        painter.setBrush(theme().color("card"))
        painter.drawEllipse(point, px(4.5), px(4.5))
        self._draw_slope(painter, frame, curve)

    @staticmethod
    def _tangent(frame: Frame, curve: Curve, point: QPointF) -> QLineF:
        """Of one length on the screen, whatever the slope, and inside the plot."""
        other = frame.point(curve.x + 1, curve.y + curve.slope)
        along = other - point
        length = math.hypot(along.x(), along.y())
        half = QPointF(along.x() / length, along.y() / length) * px(TANGENT)
        return QLineF(point - half, point + half)

    def _draw_slope(self, painter: QPainter, frame: Frame, curve: Curve) -> None:
        word, value = self.slope_texts()
        bold, mono = theme().sans(12, bold=True), theme().mono(12)
        gap = px(6)
        word_width = QFontMetricsF(bold).horizontalAdvance(word)
        place = self._slope_place(frame, curve, word_width + gap + QFontMetricsF(mono).horizontalAdvance(value))
        painter.setPen(theme().color("f2"))
        painter.setFont(bold)
        painter.drawText(place, word)
        painter.setFont(mono)
        painter.drawText(QPointF(round(place.x() + word_width + gap), place.y()), value)

    def _slope_place(self, frame: Frame, curve: Curve, width: float) -> QPointF:
        """Where the slope is written: the first of some places around the point that no line runs through; right below it is the first."""
        point, height = frame.point(curve.x, curve.y), px(16)
        corners = (
            (point.x() + px(14), point.y() + px(8)),
            (point.x() - px(10) - width, point.y() - px(26)),
            (point.x() - px(8) - width, frame.rect.bottom() - px(20)),
            (frame.rect.left() + px(4), frame.rect.top() + px(26)),
            (frame.rect.right() - width, frame.rect.bottom() - px(20)),
        )
        places = [QRectF(x, y, width, height) for x, y in corners]
        lines = self._points_of_lines(frame, curve, point)
        whole = frame.rect.adjusted(-px(4), 0, px(4), 0)
        title = QRectF(
            frame.rect.left(), 0, px(8) + QFontMetricsF(theme().sans(12)).horizontalAdvance(self.function_text()), frame.rect.top() + px(22)
        )
        places = [place for place in places if whole.contains(place) and not place.intersects(title)] or places[-1:]
        free = [place for place in places if not _runs_through(lines, place.adjusted(-2, 0, 2, 0))]
        place = (free or places[-1:])[0]
        return QPointF(round(place.left()), round(place.bottom() - px(4)))

    def _points_of_lines(self, frame: Frame, curve: Curve, point: QPointF) -> NDArray[np.float64]:
        """Points close together on the curve, the tangent and the line down to the axis, shape (n, 2)."""
        corners = np.array([(place.x(), place.y()) for place in (frame.point(float(x), float(y)) for x, y in zip(curve.xs, curve.ys, strict=True))])
        tangent = self._tangent(frame, curve, point)
        down = np.array([(point.x(), point.y()), (point.x(), frame.rect.bottom())])
        return np.concatenate([_close(corners), _close(np.array([tangent.p1().toTuple(), tangent.p2().toTuple()])), _close(down)])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()


def _tick(value: float) -> str:
    return number(value, 2) if value != round(value) else f"{value:.0f}".replace("-", MINUS)


def _path(frame: Frame, xs: NDArray[np.float64], ys: NDArray[np.float64]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([frame.point(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]))
    return path


def _close(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Points at most 4 pixels apart on the line through ``corners`` (n, 2), shape (m, 2)."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    places = np.linspace(0.0, along[-1], math.ceil(along[-1] / 4) + 1)
    return np.column_stack([np.interp(places, along, corners[:, axis]) for axis in (0, 1)])


def _runs_through(points: NDArray[np.float64], rect: QRectF) -> bool:
    x, y = points.T
    return bool(((x >= rect.left()) & (x <= rect.right()) & (y >= rect.top()) & (y <= rect.bottom())).any())
