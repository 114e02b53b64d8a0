"""The still part of the loss plot: axes, band, lines, events and the stop line, painted once per change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.theme import theme
from gui.views.axis import Scale, paint_bottom, paint_left, paint_title, read_label, tick_label
from gui.views.loss_plot.reduce import band_points, line_points
from gui.views.loss_plot.state import PlotState
from gui.views.neuron_text import neuron_names
from gui.views.sheet import Sheet
from gui.views.trace import draw_trace, fill_band
from nn.training.snapshot import Curve, Event

FUTURE_OPACITY = 0.4
_BAND_OPACITY = 0.2
_KEPT_OPACITY = 0.75
_KEPT_DASHES = ((1.0, 0.0), (1.0, 2.5), (7.0, 3.0), (5.0, 9.0), (3.0, 2.0), (12.0, 3.0))


@dataclass(frozen=True)
class Geometry:
    """Where the plot's frame lies and how values become pixels in it."""

    frame: QRectF
    xs: Scale
    ys: Scale

    @staticmethod
    def of(size: QSizeF, state: PlotState) -> Geometry:
        unit = theme().scale
        frame = QRectF(QPointF(46 * unit, 18 * unit), QPointF(size.width() - 8, size.height() - 42 * unit))
        frame.setSize(frame.size().expandedTo(QSizeF(1, 1)))
        xs = Scale(*state.epochs(), frame.left(), frame.right())
        return Geometry(frame, xs, Scale(*state.losses(), frame.bottom(), frame.top(), state.log))


def train_pen() -> QPen:
    return _pen("text", 2.2)


def test_pen() -> QPen:
    pen = _pen("accent", 2.0)
    pen.setDashPattern([3.0, 1.5])  # in widths: 6-3 px
    return pen


def _pen(token: str, width: float) -> QPen:
    return QPen(theme().color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)


def paint_layer(sheet: Sheet, size: QSizeF, state: PlotState) -> Geometry:
    """Paint all but the pointer's read-out; returns where things lie."""
    place = Geometry.of(size, state)
    painter = sheet.painter()
    _paint_axes(painter, size, place, state)
    for number, run in enumerate(state.kept):
        _paint_kept(painter, sheet, place, run.curve, number)
    for curve in state.curves()[len(state.kept) :]:
        _paint_parts(painter, sheet, place, curve, state.cursor)
    _paint_kept_labels(painter, place, state)
    _paint_stop(painter, place, state.stop_loss)
    _paint_events(painter, place, state.events)
    _paint_cursor(painter, place, state)
    painter.end()
    return place


def _paint_axes(painter: QPainter, size: QSizeF, place: Geometry, state: PlotState) -> None:
    frame, unit = place.frame, theme().scale
    ticks = place.ys.ticks(max(int(frame.height() / (34 * unit)), 2))
    if state.stop_loss is not None:  # its own label stands there
        stop_y = place.ys.pixel(state.stop_loss)
        ticks = [tick for tick in ticks if abs(place.ys.pixel(tick) - stop_y) > 12 * unit or tick == state.stop_loss]
    paint_left(painter, frame, place.ys, ticks, grid=True)
    paint_bottom(painter, frame, place.xs, place.xs.ticks(max(int(frame.width() / (76 * unit)), 2)))
    painter.setPen(QPen(theme().color("line2"), 1))
    left, bottom = round(frame.left()) + 0.5, round(frame.bottom()) + 0.5
    painter.drawLines([QLineF(left, frame.top(), left, bottom), QLineF(left, bottom, frame.right(), bottom)])
    title = QCoreApplication.translate("LossPlot", "epoch")
    paint_title(painter, QRectF(frame.left(), size.height() - 17 * unit, frame.width(), 16 * unit), title)


def _paint_parts(painter: QPainter, sheet: Sheet, place: Geometry, curve: Curve, cursor: float | None) -> None:
    """The present run: full strength up to the cursor, the recorded future after it faint."""
    frame = place.frame.adjusted(-1, -1, 1, 1)
    split = frame.right() if cursor is None else min(max(place.xs.pixel(cursor), frame.left()), frame.right())
    past, future = QRectF(frame), QRectF(frame)
    past.setRight(split)
    future.setLeft(split)
    band = band_points(curve.epoch, curve.train_min, curve.train_max, place.xs, place.ys)
    lines = [(line_points(curve.epoch, loss, place.xs, place.ys), pen) for loss, pen in ((curve.train, train_pen()), (curve.test, test_pen()))]
    for part, opacity in ((past, 1.0), (future, FUTURE_OPACITY)):
        if part.width() > 0.5:
            fill = QColor(theme().color("text2"))
            fill.setAlphaF(_BAND_OPACITY * opacity)
            if len(band) > 2:
                fill_band(sheet, part, band[: len(band) // 2], band[len(band) // 2 :][::-1], fill)
            for points, pen in lines:
                faint = QPen(pen)
                faint.setColor(mixed(pen.color(), opacity))
                _paint_loss(painter, sheet, part, points, faint)


def _paint_loss(painter: QPainter, sheet: Sheet, clip: QRectF, points: NDArray[np.float64], pen: QPen) -> None:
    """One line, or a dot where there is a single point."""
    if len(points) > 1:
        draw_trace(sheet, clip, points, pen)
    elif len(points) == 1 and clip.contains(QPointF(*points[0])):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawEllipse(QPointF(*points[0]), 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def mixed(color: QColor, share: float) -> QColor:
    """``share`` of a colour over the panel's ground, opaque."""
    ground = theme().color("panel")
    channels = ((color.red(), ground.red()), (color.green(), ground.green()), (color.blue(), ground.blue()))
    return QColor(*(round(top * share + low * (1 - share)) for top, low in channels))


def _paint_kept(painter: QPainter, sheet: Sheet, place: Geometry, curve: Curve, number: int) -> None:
    pen = QPen(mixed(theme().color("text3"), _KEPT_OPACITY), 1.2)
    dashes = _KEPT_DASHES[number % len(_KEPT_DASHES)]
    if dashes[1]:
        pen.setDashPattern(list(dashes))
    clip = place.frame.adjusted(-1, 0, 1, 1)
    _paint_loss(painter, sheet, clip, line_points(curve.epoch, curve.train, place.xs, place.ys), pen)


def _paint_kept_labels(painter: QPainter, place: Geometry, state: PlotState) -> None:
    """Each kept run's label at the end of its line; labels push one another upward, never over one another."""
    painter.setFont(theme().sans(11))
    metrics = QFontMetricsF(painter.font())
    taken: list[QRectF] = []
    for run in state.kept:
        points = line_points(run.curve.epoch, run.curve.train, place.xs, place.ys)
        if not len(points):
            continue
        text = metrics.elidedText(run.label, Qt.TextElideMode.ElideRight, place.frame.width() / 2)
        width, height = metrics.horizontalAdvance(text) + 4, metrics.height()
        right = min(max(float(points[-1, 0]), place.frame.left() + width), place.frame.right())
        top = min(max(float(points[-1, 1]) - height - 2, place.frame.top()), place.frame.bottom() - height)
        box = QRectF(right - width, top, width, height)
        while any(box.intersects(other) for other in taken) and box.top() > place.frame.top():
            box.translate(0, -height)
        taken.append(box)
        ground = QColor(theme().color("panel"))
        ground.setAlphaF(0.8)
        painter.fillRect(box, ground)
        painter.setPen(theme().color("text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_stop(painter: QPainter, place: Geometry, stop_loss: float | None) -> None:
    if stop_loss is None or not place.ys.holds(stop_loss):
        return
    frame, y = place.frame, round(place.ys.pixel(stop_loss)) + 0.5  # on a pixel, so that the dashes are sharp
    pen = _pen("ok", 1.5)
    pen.setDashPattern([2.7, 2.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(frame.left(), y, frame.right(), y))
    painter.setFont(theme().mono(11))
    metrics = QFontMetricsF(painter.font())
    value = tick_label(float(f"{stop_loss:.3g}"))
    painter.drawText(QPointF(frame.left() - 7 - metrics.horizontalAdvance(value), y + metrics.capHeight() / 2), value)
    painter.setFont(theme().sans(11))
    painter.drawText(QPointF(frame.left() + 5, y - 5), QCoreApplication.translate("LossPlot", "stop here"))


def event_label(event: Event) -> str:
    """What happened, in two words at most where it can be."""
    names = neuron_names(event.neurons)
    words = {
        "off": QCoreApplication.translate("LossPlot", "{neurons} off"),
        "on": QCoreApplication.translate("LossPlot", "{neurons} on") if names else QCoreApplication.translate("LossPlot", "all on"),
        "settings": QCoreApplication.translate("LossPlot", "settings"),
        "edit": QCoreApplication.translate("LossPlot", "edited"),
        "back": QCoreApplication.translate("LossPlot", "went back"),
    }
    return words.get(event.kind, event.kind).format(neurons=names)


def _paint_events(painter: QPainter, place: Geometry, events: tuple[Event, ...]) -> None:
    frame = place.frame
    painter.setFont(theme().sans(11))
    metrics = QFontMetricsF(painter.font())
    free_from = 0.0
    last_x = -10.0
    for event in sorted(events, key=lambda one: one.epoch):
        if not place.xs.holds(event.epoch):
            continue
        x = round(place.xs.pixel(event.epoch)) + 0.5
        if x - last_x >= 2:  # a hundred edits at one place are one line
            pen = _pen("text3", 1.2)
            pen.setDashPattern([2.0, 2.5])
            painter.setPen(pen)
            painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
            last_x = x
        text = event_label(event)
        width = metrics.horizontalAdvance(text)
        left = min(max(x - width / 2, frame.left()), frame.right() - width)
        if left >= free_from:
            painter.setPen(theme().color("text2"))
            painter.drawText(QPointF(left, frame.top() - 5), text)
            free_from = left + width + 8


def _paint_cursor(painter: QPainter, place: Geometry, state: PlotState) -> None:
    if state.cursor is None or not place.xs.holds(state.cursor):
        return
    x = round(place.xs.pixel(state.cursor)) + 0.5
    painter.setPen(_pen("accent", 1.6))
    painter.drawLine(QLineF(x, place.frame.top(), x, place.frame.bottom()))
    loss = loss_at(state.curve, state.cursor)
    if loss is not None and place.ys.holds(loss):
        painter.setPen(_pen("accent", 2.0))
        painter.setBrush(theme().color("panel"))
        painter.drawEllipse(QPointF(x, place.ys.pixel(loss)), 4.5, 4.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def loss_at(curve: Curve | None, epoch: float) -> float | None:
    """The train loss of the point nearest to ``epoch``."""
    index = nearest(curve, epoch)
    return None if curve is None or index is None else float(curve.train[index])


def nearest(curve: Curve | None, epoch: float) -> int | None:
    """The number of the point nearest to ``epoch``."""
    if curve is None or curve.epoch.size == 0:
        return None
    after = min(int(curve.epoch.searchsorted(epoch)), curve.epoch.size - 1)
    before = max(after - 1, 0)
    return before if epoch - curve.epoch[before] < curve.epoch[after] - epoch else after


def read_out(curve: Curve, index: int) -> str:
    """``epoch 1 234 · train 0.0123 · test 0.0154``."""
    epoch = float(curve.epoch[index])
    shown = tick_label(round(epoch)) if epoch >= 10 or epoch.is_integer() else f"{epoch:.2f}"
    train = read_label(float(curve.train[index]))
    tested = np.flatnonzero(np.isfinite(curve.test[: index + 1]))  # the test loss is not measured at every point
    text = QCoreApplication.translate("LossPlot", "epoch {epoch} · train {train}").format(epoch=shown, train=train)
    if tested.size:
        test = read_label(float(curve.test[tested[-1]]))
        text += QCoreApplication.translate("LossPlot", " · test {test}").format(test=test)
    return text
