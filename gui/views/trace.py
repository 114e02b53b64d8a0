"""Lines and bands of a plot on a sheet, by compiled loops: a stroked path of Qt's takes twenty times as long."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from gui.views.axis import FAR, Scale
from gui.views.sheet import Sheet

if TYPE_CHECKING:
    from nn.backends.cpu_pixels import Frame
    from nn.backends.cpu_plot import Axis

Floats = NDArray[np.float64]
Scales = tuple[Scale, Scale]  # along and up
MOST_STEP = 1e300  # px


def draw_trace(sheet: Sheet, clip: QRectF, points: tuple[Floats, Floats], scales: Scales, pen: QPen) -> int:
    """A line through points x, y (n,), x rising, over what is on the sheet within ``clip``; scales and clip in px of the window. Not-a-number is
    bridged, infinity runs out of the picture. Of ``pen`` its colour, its width, and its first dash and gap.

    Where there are more than two points to a device px, those of one stand as their mean *as drawn*, so on a logarithmic axis one spike does
    not lift the line. Returns how many points are left: fewer than two are no line.
    """
    from nn.backends.cpu_plot import ROWS, draw_line

    along, up = _axes(scales, sheet.ratio)
    width = pen.widthF() * sheet.ratio
    dash, gap = pen.dashPattern()[:2] if pen.style() is Qt.PenStyle.CustomDashLine else (0.0, 0.0)
    record = _record(width, pen.color().rgba(), dash * width, gap * width).copy()  # it is written to
    x, y = map(_given, points)
    return draw_line(sheet.pixels, _frame(sheet, clip), x, y, along, up, record, np.empty((ROWS, x.size)))


def fill_band(sheet: Sheet, clip: QRectF, points: tuple[Floats, Floats, Floats], scales: Scales, color: QColor) -> None:
    """As :func:`draw_trace`, what lies between the lines through x, low and x, high; of the points of one device px their extremes."""
    from nn.backends.cpu_plot import ROWS, draw_band

    along, up = _axes(scales, sheet.ratio)
    x, low, high = map(_given, points)
    draw_band(sheet.pixels, _frame(sheet, clip), x, low, high, along, up, np.uint32(color.rgb()), color.alphaF(), np.empty((ROWS, x.size)))


def _axes(scales: Scales, ratio: float) -> tuple[Axis, Axis]:
    """Scales for device px. Along, nothing is further than a painter's reach, and up, nothing further out than the scale is long."""
    from nn.backends.cpu_plot import Axis

    xs, ys = scales
    low, high = sorted((ys.start * ratio, ys.end * ratio))
    return Axis(*_steps(xs, ratio), -FAR, FAR, int(xs.log)), Axis(*_steps(ys, ratio), 2 * low - high, 2 * high - low, int(ys.log))


def _steps(scale: Scale, ratio: float) -> tuple[float, float, float, float]:
    """A scale's ends, where it begins in device px, and how many there are to each 1 of what it shows."""
    low, high = (math.log(scale.low), math.log(scale.high)) if scale.log else (float(scale.low), float(scale.high))
    step = (scale.end - scale.start) * ratio / (high - low)
    return low, high, scale.start * ratio, min(max(step, -MOST_STEP), MOST_STEP)


def _frame(sheet: Sheet, clip: QRectF) -> Frame:
    from nn.backends.cpu_pixels import Frame

    height, width = sheet.pixels.shape
    top, left, bottom, right = (round(side * sheet.ratio) for side in (clip.top(), clip.left(), clip.bottom(), clip.right()))
    return Frame(max(top, 0), max(left, 0), min(bottom, height), min(right, width))


def _given(numbers: Floats) -> Floats:
    """Numbers in the one form that the loops are compiled for, which is that of a snapshot's."""
    seen = np.ascontiguousarray(numbers, dtype=np.float64).view()
    seen.setflags(write=False)
    return seen


@lru_cache(maxsize=64)
def _record(width: float, rgba: int, dash: float, gap: float) -> NDArray[np.float32]:
    """How the line is drawn, as the compiled loops read it; lengths in device px."""
    from nn.backends.cpu_pixels import record

    start, rise, wide, opacity, on, period = (np.array([number]) for number in (0.0, 0.0, width, (rgba >> 24) / 255, dash, dash + gap))
    return record(start, rise, wide, opacity, on, period, np.array([[rgba >> 16 & 255], [rgba >> 8 & 255], [rgba & 255]]))
