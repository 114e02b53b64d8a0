"""The still part of the loss plot: over its backdrop band, lines, events and the stop line, painted once per change."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.theme import ThemeName, theme
from gui.views.axis import Scale, read_label, tick_label
from gui.views.loss_plot.backdrop import Backdrop
from gui.views.loss_plot.geometry import Geometry
from gui.views.loss_plot.state import KeptRun, PlotState
from gui.views.neuron_text import neuron_names
from gui.views.sheet import Sheet
from gui.views.trace import Floats, Scales, draw_trace, fill_band
from nn.training.snapshot import Curve, Event

FUTURE_OPACITY = 0.4
_BAND_OPACITY = 0.2
_KEPT_OPACITY = 0.75
_KEPT_DASHES = ((1.0, 0.0), (1.0, 2.5), (7.0, 3.0), (5.0, 9.0), (3.0, 2.0), (12.0, 3.0))


def train_pen() -> QPen:
    return _pen("text", 2.2)


def test_pen() -> QPen:
    pen = _pen("accent", 2.0)
    pen.setDashPattern([3.0, 1.5])  # in widths: 6-3 px
    return pen


def _pen(token: str, width: float) -> QPen:
    return QPen(theme().color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)


class Paints(NamedTuple):
    """What the present run is painted with."""

    band: QColor
    train: QPen
    test: QPen


@lru_cache(maxsize=8)
def _paints(_theme: ThemeName, opacity: float) -> Paints:
    """In the present theme, as much of it as is not the panel's ground. Don't change what is returned."""
    band, train, test = QColor(theme().color("text2")), train_pen(), test_pen()
    band.setAlphaF(_BAND_OPACITY * opacity)
    for pen in (train, test):
        pen.setColor(mixed(pen.color(), opacity))
    return Paints(band, train, test)


def paint_layer(sheet: Sheet, size: QSizeF, state: PlotState, backdrop: Backdrop) -> Geometry:
    """Paint all but the pointer's read-out for a widget of ``size``; returns where things lie."""
    place = Geometry.of(size, state)
    backdrop.lay(sheet, place, state.stop_loss)
    painter = sheet.painter()
    for number, run in enumerate(state.kept):
        _paint_kept(painter, sheet, place, run.curve, number)
    for curve in state.curves()[len(state.kept) :]:
        _paint_parts(painter, sheet, place, curve, state.cursor)
    _paint_kept_labels(painter, place, state.kept)
    _paint_stop(painter, place, state.stop_loss)
    _paint_events(painter, place, state.events)
    _paint_cursor(painter, place, state)
    painter.end()
    return place


def _paint_parts(painter: QPainter, sheet: Sheet, place: Geometry, curve: Curve, cursor: float | None) -> None:
    """The present run: full strength up to the cursor, the recorded future after it faint."""
    frame = place.frame.adjusted(-1, -1, 1, 1)
    split = frame.right() if cursor is None else min(max(place.xs.pixel(cursor), frame.left()), frame.right())
    past, future = QRectF(frame), QRectF(frame)
    past.setRight(split)
    future.setLeft(split)
    scales = place.xs, place.ys
    for part, opacity in ((past, 1.0), (future, FUTURE_OPACITY)):
        if part.width() > 0.5:
            paints = _paints(theme().name, opacity)
            fill_band(sheet, part, (curve.epoch, curve.train_min, curve.train_max), scales, paints.band)
            _paint_loss(painter, sheet, part, (curve.epoch, curve.train), scales, pen=paints.train)
            _paint_loss(painter, sheet, part, (curve.epoch, curve.test), scales, pen=paints.test)


def _paint_loss(painter: QPainter, sheet: Sheet, clip: QRectF, points: tuple[Floats, Floats], scales: Scales, *, pen: QPen) -> None:
    """One line, or a dot where there is a single point."""
    if draw_trace(sheet, clip, points, scales, pen) != 1:
        return
    dot = _last(*points, *scales)
    if dot is not None and clip.contains(dot):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawEllipse(dot, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _last(epoch: Floats, loss: Floats, xs: Scale, ys: Scale) -> QPointF | None:
    """The last point that is known and not beyond the axis."""
    known = np.flatnonzero(~np.isnan(loss) & (epoch <= xs.high))
    return QPointF(xs.pixel(float(epoch[known[-1]])), ys.pixel(float(loss[known[-1]]))) if known.size else None


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
    _paint_loss(painter, sheet, clip, (curve.epoch, curve.train), (place.xs, place.ys), pen=pen)


def _paint_kept_labels(painter: QPainter, place: Geometry, runs: list[KeptRun]) -> None:
    """Each kept run's label at the end of its line; labels push one another upward, never over one another."""
    if not runs:
        return
    painter.setFont(theme().sans(11))
    metrics = QFontMetricsF(painter.font())
    taken: list[QRectF] = []
    for run in runs:
        end = _last(run.curve.epoch, run.curve.train, place.xs, place.ys)
        if end is None:
            continue
        text = metrics.elidedText(run.label, Qt.TextElideMode.ElideRight, place.frame.width() / 2)
        width, height = metrics.horizontalAdvance(text) + 4, metrics.height()
        right = min(max(end.x(), place.frame.left() + width), place.frame.right())
        top = min(max(end.y() - height - 2, place.frame.top()), place.frame.bottom() - height)
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
    if not events:
        return
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
