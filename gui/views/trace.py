"""Lines and bands of a plot on a sheet, by compiled loops: a stroked path of Qt's takes twenty times as long."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen

from gui.views.sheet import Sheet

STEP = 2  # device px between two samples of a line

Floats = NDArray[np.float64]


def draw_trace(sheet: Sheet, clip: QRectF, points: Floats, pen: QPen) -> None:
    """A line through ``points`` (n, 2), from left to right, over what is on the sheet within ``clip``, both in px of the window. Of ``pen`` its
    colour, its width, and its first dash and gap."""
    from nn.backends.cpu_curves import draw_curves
    from nn.backends.cpu_pixels import Bands, Curves, Frame, record

    frame = _frame(sheet, clip)
    x, y = points.T * sheet.ratio
    first, last = max(math.floor(x[0]), frame[1] - STEP), min(math.ceil(x[-1]), frame[3] + STEP)
    if len(points) < 2 or last <= first:
        return
    sides = np.arange(first, last + STEP, STEP)
    heights = np.interp(sides, x, y)
    slope, columns = np.diff(heights) / STEP, sides[:-1]
    one, two = (np.clip(np.minimum(side + 1, x[-1]) - np.maximum(side, x[0]), 0.0, 1.0) for side in (columns, columns + 1))
    tables = (part.astype(np.float32) for part in ((heights[:-1] + heights[1:]) / 2, slope, one, two))
    bands = Bands(np.array([first]), np.array([STEP * len(columns)]), np.array([0]), *tables)
    color, width = pen.color(), pen.widthF() * sheet.ratio
    on, gap = (length * width for length in pen.dashPattern()[:2]) if pen.style() is Qt.PenStyle.CustomDashLine else (0.0, 0.0)
    start, rise, wide, opacity, dash, period = (np.array([value]) for value in (0.0, 1.0, width, color.alphaF(), on, on + gap))
    rgb = np.array([[color.red()], [color.green()], [color.blue()]])
    curves = Curves(np.array([0, 1]), record(start, rise, wide, opacity, dash, period, rgb))
    draw_curves(sheet.pixels, Frame(*frame), bands, np.array([0]), curves)


def fill_band(sheet: Sheet, clip: QRectF, upper: Floats, lower: Floats, color: QColor) -> None:
    """What lies between two lines, points (n, 2) with the same x from left to right, over what is on the sheet within ``clip``."""
    from nn.backends.cpu_curves import fill_between
    from nn.backends.cpu_pixels import Frame

    frame = _frame(sheet, clip)
    x = upper[:, 0] * sheet.ratio
    columns = np.arange(max(math.floor(x[0]), frame[1]), min(math.ceil(x[-1]), frame[3]))
    if len(columns):
        high, low = (np.interp(columns + 0.5, x, side[:, 1] * sheet.ratio).astype(np.float32) for side in (upper, lower))
        fill_between(sheet.pixels, Frame(*frame), int(columns[0]), high, low, np.uint32(color.rgb()), color.alphaF())


def _frame(sheet: Sheet, clip: QRectF) -> tuple[int, int, int, int]:
    height, width = sheet.pixels.shape
    top, left, bottom, right = (round(side * sheet.ratio) for side in (clip.top(), clip.left(), clip.bottom(), clip.right()))
    return max(top, 0), max(left, 0), min(bottom, height), min(right, width)
