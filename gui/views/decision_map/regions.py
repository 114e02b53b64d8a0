"""The network's answer over the input plane as a picture with its boundary lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from gui.ramp import MAP_STRENGTH, pack_rgb, ramp_image, words_image
from gui.theme import ThemeName, theme
from gui.views.axis import linear_ticks
from gui.views.decision_map.contour import contour_segments
from nn.choices import Task
from nn.training.snapshot import MapView

_SHADES = 64
_HUGE = 1e6  # outputs of a network that has diverged are cut here
_CONTOURS = 6  # about so many levels over a regression's range


@dataclass(frozen=True)
class ValueRange:
    """The ends and the centre of a ramp, in the person's units."""

    low: float = 0.0
    centre: float = 0.5
    high: float = 1.0

    @staticmethod
    def over(values: NDArray[np.floating]) -> ValueRange:
        """The range of ``values``; about zero when they have both signs, since orange and blue mean sign."""
        finite = values[np.isfinite(values)]
        if finite.size == 0:
            return ValueRange()
        low, high = float(finite.min()), float(finite.max())
        if low < 0 < high:
            size = max(-low, high)
            return ValueRange(-size, 0.0, size)
        if low == high:
            low, high = low - 0.5, high + 0.5
        return ValueRange(low, (low + high) / 2, high)

    def levels(self) -> list[float]:
        return linear_ticks(self.low, self.high, _CONTOURS)


@dataclass(frozen=True)
class Answer:
    """The picture, row 0 of the map at its bottom, and line pieces (n, 4) in column and row numbers; ``strong`` for class boundaries."""

    image: QImage
    lines: NDArray[np.float64]
    strong: bool


def is_fit(view: MapView | None) -> bool:
    """Whether a map can be painted: Qt would crash on a wrong shape."""
    if view is None or view.outputs.ndim != 3 or view.outputs.size == 0:
        return False
    x_min, x_max, y_min, y_max = view.extent
    flat = view.outputs.shape[1] == 1
    return bool(np.isfinite(view.extent).all()) and x_max > x_min and (flat or y_max > y_min)


def in_two_classes(outputs: NDArray[np.floating]) -> NDArray[np.floating]:
    """How much class 1 is preferred, 0 to 1: the one output, or for two outputs (1 + o₂ − o₁)/2, the softmax's p₂."""
    if len(outputs) == 1:
        return outputs[0]  # type: ignore[no-any-return]  # numpy types an item of an array as Any
    first, second = np.clip(outputs[0], -_HUGE, _HUGE), np.clip(outputs[1], -_HUGE, _HUGE)
    preferred: NDArray[np.floating] = (1.0 + second - first) / 2
    return preferred


def answer_of(values: NDArray[np.floating], task: Task, reach: ValueRange) -> Answer:
    """``values`` (n_out, ny, nx), row 0 at the bottom, in the units that ``reach`` has."""
    if task is Task.REGRESSION:
        image = ramp_image(values[0], reach.low, reach.centre, reach.high, strength=MAP_STRENGTH)
        lines = [contour_segments(values[0], level) for level in reach.levels()]
        return Answer(image, np.concatenate([*lines, np.empty((0, 4))]), strong=False)
    if len(values) <= 2:
        share = in_two_classes(values)
        return Answer(ramp_image(share, 0.0, 0.5, 1.0, strength=MAP_STRENGTH), contour_segments(share, 0.5), strong=True)
    return Answer(class_image(values), class_boundaries(values), strong=True)


def picture_of(values: NDArray[np.floating]) -> Answer:
    """``values`` (1 or 3, ny, nx), grey or red, green and blue from 0 to 1, as the picture that they are."""
    shown = np.clip(np.nan_to_num(values, nan=0.5), 0.0, 1.0) * 255.0
    return Answer(words_image(pack_rgb(np.moveaxis(np.broadcast_to(shown, (3, *shown.shape[1:])), 0, -1))), np.empty((0, 4)), strong=False)


def class_image(outputs: NDArray[np.floating]) -> QImage:
    """Each point in the colour of the class with the greatest output, the stronger the surer."""
    count = len(outputs)
    winner = np.argmax(np.nan_to_num(outputs, nan=-np.inf), axis=0)
    best = np.clip(np.nan_to_num(np.take_along_axis(outputs, winner[None], axis=0)[0]), -_HUGE, _HUGE)
    sure = np.clip((best - 1 / count) / (1 - 1 / count), 0.0, 1.0)
    return words_image(_class_table(count)[winner, np.rint(sure * (_SHADES - 1)).astype(np.intp)])


def _class_table(count: int) -> NDArray[np.uint32]:
    """Colours (count, shades): from a trace of the class's colour to its share of the map."""
    least, most = (0.12, 0.5) if theme().name is ThemeName.DARK else (0.1, 0.45)
    shares = np.linspace(least, most, _SHADES)[:, None]
    ground = _rgb(theme().color("ramp_zero"))
    return pack_rgb(np.stack([ground + shares * (_rgb(theme().class_color(index)) - ground) for index in range(count)]))


def _rgb(color: QColor) -> NDArray[np.float64]:
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)


def class_boundaries(outputs: NDArray[np.floating]) -> NDArray[np.float64]:
    """Line pieces (n, 4) between the regions of the classes. The largest region's lines are its neighbours' lines: it draws none."""
    fit = np.nan_to_num(np.asarray(outputs, dtype=np.float64), nan=-1e30)
    winner = np.argmax(fit, axis=0)
    winning, sizes = np.unique(winner, return_counts=True)
    first, second = np.partition(fit, (-2, -1), axis=0)[-1:-3:-1]
    lines = [np.empty((0, 4))]
    for index in np.delete(winning, np.argmax(sizes)):
        rows, columns = _around(winner == index)
        lead = fit[index, rows, columns] - np.where(winner[rows, columns] == index, second[rows, columns], first[rows, columns])
        lines.append(contour_segments(lead, 0.0) + np.array([columns.start, rows.start] * 2))
    return np.concatenate(lines)


def _around(region: NDArray[np.bool_]) -> tuple[slice, slice]:
    """The rows and columns of a region's bounding box, one more on each side."""
    rows, columns = np.flatnonzero(region.any(axis=1)), np.flatnonzero(region.any(axis=0))
    return slice(max(int(rows[0]) - 1, 0), int(rows[-1]) + 2), slice(max(int(columns[0]) - 1, 0), int(columns[-1]) + 2)
