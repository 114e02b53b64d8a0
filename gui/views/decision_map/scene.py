"""What the map shows and how it is painted: the answer under the samples, or a curve through them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from gui.ramp import ramp_color
from gui.theme import theme
from gui.views.axis import Scale, paint_bottom, paint_left, paint_title, tick_label
from gui.views.decision_map.markers import Stamps, paint_marker
from gui.views.decision_map.points import PointSet, places
from gui.views.decision_map.regions import Answer, ValueRange, answer_of, is_fit, picture_of
from gui.views.primitives import draw_lines, joined
from nn.choices import Task
from nn.datasets.dataset import Dataset
from nn.training.snapshot import MapView

_MARGIN = 0.1  # of the data's span, around it, while no map says where to look
_FEW = 800  # up to so many samples each is painted by itself
_RADIUS = 6.0  # px, corners of the frame


@dataclass
class Scene:
    """The data set, the map and the chosen sample. ``mean`` and ``scale`` bring a regression's outputs to the targets' units: one number
    for all outputs, or one for each, shape (n_out,)."""

    dataset: Dataset | None = None
    axes: tuple[int, int] = (0, 1)
    points: PointSet | None = None
    view: MapView | None = None
    chosen: int | None = None
    mean: NDArray[np.float64] = field(default_factory=lambda: np.zeros(1))
    scale: NDArray[np.float64] = field(default_factory=lambda: np.ones(1))
    reach: ValueRange = field(default_factory=ValueRange)

    @property
    def is_curve(self) -> bool:
        """Whether there is one input, so that the answer is a curve."""
        if self.dataset is not None:
            return bool(self.dataset.raw.shape[1] == 1)
        return self.view is not None and self.view.outputs.ndim == 3 and bool(self.view.outputs.shape[1] == 1)

    @property
    def is_picture(self) -> bool:
        """Whether the samples are a picture's pixels: the answer is then a picture, too, which points would hide."""
        return self.dataset is not None and self.dataset.picture is not None

    @property
    def task(self) -> Task:
        return self.dataset.task if self.dataset is not None else Task.CLASSIFICATION

    def fit_view(self) -> MapView | None:
        """The map, if it can be painted and belongs to the axes shown."""
        if self.view is None or not is_fit(self.view) or (self.view.outputs.shape[1] == 1) != self.is_curve:
            return None
        return self.view if self.is_curve or self.view.axes == self.axes else None

    def values(self, view: MapView) -> NDArray[np.floating]:
        """The answers (n_out, ny, nx) in the person's units."""
        return self.in_units(view.outputs) if self.task is Task.REGRESSION else view.outputs

    def in_units(self, outputs: NDArray[np.floating]) -> NDArray[np.floating]:
        """A regression's outputs (n_out, …) in the person's units."""
        each = (-1,) + (1,) * (outputs.ndim - 1)
        fits = len(self.mean) in (1, len(outputs))  # a map may be of another network than the data set
        return outputs * self.scale.reshape(each) + self.mean.reshape(each) if fits else outputs

    def answer(self) -> Answer | None:
        view = self.fit_view()
        if view is not None and self.is_picture and len(view.outputs) in (1, 3):
            return picture_of(self.values(view))
        return None if view is None or self.is_curve else answer_of(self.values(view), self.task, self.reach)

    def extent(self) -> tuple[float, float, float, float]:
        """What the axes span, in the person's units; each low below its high."""
        view = self.fit_view()
        place = self.points.place if self.points is not None else np.empty((0, 2))
        if self.is_curve:
            span_x = view.extent[:2] if view is not None else _span(place[:, 0])
            # the samples alone say how high it is: an axis that moves with the answer would hide how the answer moves
            tall = place[:, 1] if len(place) or view is None else self.values(view).ravel()
            return (*span_x, *_span(tall))
        return view.extent if view is not None else (*_span(place[:, 0]), *_span(place[:, 1]))

    def place_of(self, sample: int) -> tuple[float, float] | None:
        """Where a sample lies, in the person's units."""
        if self.dataset is None or not 0 <= sample < self.dataset.size:
            return None
        x, y = places(self.dataset, self.axes)[sample]
        return float(x), float(y)

    def names(self) -> tuple[str, str]:
        """What the two axes are called."""
        if self.dataset is None:
            return "", ""
        features = self.dataset.feature_names
        if not self.is_curve:
            return features[self.axes[0]], features[self.axes[1]]
        targets = self.dataset.target_names
        return features[0], targets[0] if targets else ""


def _span(values: NDArray[np.floating]) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        return -1.0, 1.0
    low, high = float(finite.min()), float(finite.max())
    margin = _MARGIN * (high - low) or 0.5
    return low - margin, high + margin


@dataclass(frozen=True)
class Plane:
    """The frame in the widget and its scales."""

    frame: QRectF
    xs: Scale
    ys: Scale

    @staticmethod
    def of(size: QSizeF, scene: Scene) -> Plane:
        """A square frame for a map, the whole room for a curve; margins by the labels' widths."""
        unit = theme().scale
        x_min, x_max, y_min, y_max = scene.extent()
        metrics = QFontMetricsF(theme().mono(11))
        labels = [tick_label(value) for value in Scale(y_min, y_max, 0, 1).ticks(5)]
        left = max((metrics.horizontalAdvance(text) for text in labels), default=0) + 9 + 16 * unit
        room = QSizeF(max(size.width() - left - 8, 1), max(size.height() - 4 - 38 * unit, 1))
        side = min(room.width(), room.height())
        used = room if scene.is_curve else QSizeF(side, side)
        frame = QRectF(QPointF(round(left + (room.width() - used.width()) / 2), 4), used)
        return Plane(frame, Scale(x_min, x_max, frame.left(), frame.right()), Scale(y_min, y_max, frame.bottom(), frame.top()))

    def pixels(self, place: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pixels (m, 2) of places (m, 2)."""
        return np.column_stack([self.xs.pixels(place[:, 0]), self.ys.pixels(place[:, 1])])

    def outline(self) -> QPainterPath:
        path = QPainterPath()
        path.addRoundedRect(self.frame, _RADIUS, _RADIUS)
        return path


def paint_axes(painter: QPainter, plane: Plane, scene: Scene) -> None:
    """Ticks, labels and names of both axes."""
    frame, unit = plane.frame, theme().scale
    paint_left(painter, frame, plane.ys, _inner(plane.ys, max(int(frame.height() / (56 * unit)), 2)), grid=scene.is_curve)
    paint_bottom(painter, frame, plane.xs, _inner(plane.xs, max(int(frame.width() / (64 * unit)), 2)))
    across, up = scene.names()
    paint_title(painter, QRectF(frame.left(), frame.bottom() + 20 * unit, frame.width(), 16 * unit), across)
    if len(up) <= 2:
        paint_title(painter, QRectF(0, frame.center().y() - 8 * unit, 16 * unit, 16 * unit), up)
        return
    painter.save()
    painter.translate(0, frame.center().y())
    painter.rotate(-90)
    paint_title(painter, QRectF(-frame.height() / 2, 0, frame.height(), 16 * unit), up)
    painter.restore()


def _inner(scale: Scale, most: int) -> list[float]:
    """Ticks that don't lie on the rounded corners."""
    return [tick for tick in scale.ticks(most) if min(abs(scale.pixel(tick) - end) for end in (scale.start, scale.end)) >= 3]


def paint_answer(painter: QPainter, plane: Plane, answer: Answer, extent: tuple[float, float, float, float]) -> None:
    """The picture, whose cells fill the extent, and the lines over it, whose whole numbers are the cells' middles."""
    x_min, x_max, y_min, y_max = extent
    corner, opposite = QPointF(plane.xs.pixel(x_min), plane.ys.pixel(y_max)), QPointF(plane.xs.pixel(x_max), plane.ys.pixel(y_min))
    painter.save()
    painter.setClipPath(plane.outline())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(corner, opposite), answer.image)
    x = x_min + (answer.lines[:, 0::2] + 0.5) * (x_max - x_min) / answer.image.width()
    y = y_min + (answer.lines[:, 1::2] + 0.5) * (y_max - y_min) / answer.image.height()
    color, width = (theme().color("text"), 2.2) if answer.strong else (theme().color("text2"), 1.0)
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
    draw_lines(painter, np.stack([plane.xs.pixels(x), plane.ys.pixels(y)], axis=2).reshape(-1, 4))
    painter.restore()


def paint_frame(painter: QPainter, plane: Plane) -> None:
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(plane.outline())


def paint_points(painter: QPainter, plane: Plane, scene: Scene) -> None:
    """All drawn samples: shape and colour by class, or the ramp's colour of the target."""
    dataset, points = scene.dataset, scene.points
    if dataset is None or points is None or scene.is_picture:
        return
    painter.save()
    painter.setClipRect(plane.frame)
    # a value's point may have the ground's very colour
    outline = theme().color("text2" if scene.task is Task.REGRESSION and not scene.is_curve else "point_outline")
    many = len(points.index) > _FEW
    radius = (2.4 if many else 3.2) * theme().scale
    stamps = Stamps(radius, painter.device().devicePixelRatio()) if many else None
    for sample, (x, y), tests in zip(points.index.tolist(), plane.pixels(points.place).tolist(), points.tests.tolist(), strict=True):
        shape, color = look_of(scene, sample)
        if stamps is None:
            paint_marker(painter, shape, QPointF(x, y), radius, color, outline=outline, filled=not tests)
        else:
            stamps.paint(painter, shape, QPointF(x, y), color, outline=outline, filled=not tests)
    painter.restore()


def look_of(scene: Scene, sample: int) -> tuple[int, QColor]:
    """Shape and colour of one sample."""
    dataset = scene.dataset
    if dataset is not None and dataset.task is Task.CLASSIFICATION and sample < dataset.labels.size:
        label = int(dataset.labels[sample])
        return label, theme().class_color(label)
    if dataset is not None and dataset.values.shape[1] and not scene.is_curve:
        reach = scene.reach
        return 0, ramp_color(float(dataset.values[sample, 0]), reach.low, reach.centre, reach.high)
    return 0, theme().class_color(1)


def paint_curve(painter: QPainter, plane: Plane, scene: Scene) -> None:
    """The answer over the one input: a line for a value or a single output, one per class for more."""
    view = scene.fit_view()
    if view is None:
        return
    answers = scene.values(view)[:, 0, :]
    width = view.extent[1] - view.extent[0]
    x = plane.xs.pixels(view.extent[0] + (np.arange(answers.shape[1]) + 0.5) * width / answers.shape[1])
    painter.save()
    painter.setClipPath(plane.outline())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lines = answers[:1] if scene.task is Task.REGRESSION else answers
    for number, line in enumerate(lines):
        fit = np.isfinite(line)
        color = theme().color("text") if len(lines) == 1 else theme().class_color(number)
        painter.setPen(QPen(color, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap))
        draw_lines(painter, joined(np.column_stack([x[fit], plane.ys.pixels(line[fit])])))
    painter.restore()


def paint_chosen(painter: QPainter, plane: Plane, scene: Scene) -> None:
    """The chosen sample: a ring and dashed cross lines over the whole frame."""
    place = scene.place_of(scene.chosen) if scene.chosen is not None else None
    if place is None or not (plane.xs.holds(place[0]) and plane.ys.holds(place[1])):
        return
    frame, x, y = plane.frame, plane.xs.pixel(place[0]), plane.ys.pixel(place[1])
    halo = QColor(theme().color("panel"))
    halo.setAlphaF(0.5)
    cross = [QLineF(frame.left(), y, frame.right(), y), QLineF(x, frame.top(), x, frame.bottom())]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((halo, 3.0), (theme().color("text"), 1.2)):
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4.0 / width, 3.0 / width])
        painter.setPen(pen)
        painter.drawLines(cross)
    for color, width in ((halo, 4.5), (theme().color("text"), 2.2)):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(QPointF(x, y), 8, 8)
