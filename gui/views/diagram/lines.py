"""Edges' curves cut into short straight lines, whole or dashed: Qt draws a list of lines many times faster than a stroked path."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPolygonF

from gui.views.diagram.geometry import Floats, advance, blend

SAMPLES = 33  # points per curve from which lengths are measured
PIECE = 10.0  # px, about the length of a straight piece of an undashed curve
FEW = 10  # pieces, and dashes, of a curve that is one of many


class Lines:
    """Straight pieces of the curves from (x0, y0) to (x1, y1), arrays of shape (E,), made when first asked for."""

    def __init__(self, x0: Floats, y0: Floats, x1: Floats, y1: Floats) -> None:
        t = np.linspace(0.0, 1.0, SAMPLES)
        self._x = x0[:, None] + (x1 - x0)[:, None] * np.array([advance(float(v)) for v in t])
        self._y = y0[:, None] + (y1 - y0)[:, None] * np.asarray(blend(t))
        steps = np.hypot(np.diff(self._x, axis=1), np.diff(self._y, axis=1))
        self._along = np.concatenate((np.zeros((len(x0), 1)), np.cumsum(steps, axis=1)), axis=1)
        self._made: dict[tuple[int, float, float], list[QLineF]] = {}
        self._bands: dict[tuple[int, float], QPolygonF] = {}

    def of(self, number: int, on: float = 0.0, off: float = 0.0) -> list[QLineF]:
        """The pieces of one curve; dashes of ``on`` px every ``on`` + ``off`` px, or all of it when ``on`` is 0."""
        return self._made.get((number, on, off)) or self._make(number, on, off)

    def band(self, number: int, width: float) -> QPolygonF:
        """The outline of one whole curve drawn ``width`` px wide: translucent without seams."""
        found = self._bands.get((number, width))
        if found is None:
            x, y = self._x[number], self._y[number]
            dx, dy = np.gradient(x), np.gradient(y)
            half = width / 2 / np.hypot(dx, dy)
            right = zip((x - dy * half).tolist(), (y + dx * half).tolist(), strict=True)
            left = zip((x + dy * half).tolist()[::-1], (y - dx * half).tolist()[::-1], strict=True)
            found = self._bands[number, width] = QPolygonF([QPointF(*corner) for corner in (*right, *left)])
        return found

    def rough(self, number: int, dashed: bool) -> list[QLineF]:
        """A few pieces that show the course of one curve."""
        on = -1.0 if dashed else -2.0
        return self._made.get((number, on, 0.0)) or self._make(number, on, 0.0)

    def _make(self, number: int, on: float, off: float) -> list[QLineF]:
        along, x, y = self._along[number], self._x[number], self._y[number]
        length = float(along[-1])
        if on > 0:
            starts = np.arange(0.0, length, on + off)
            stops = np.minimum(starts + on, length)
        else:
            pieces = FEW if on == -2.0 else 2 * FEW - 1 if on == -1.0 else max(10, min(SAMPLES - 1, round(length / PIECE)))
            # even in the parameter, not in length: closer where the curve bends, near its ends
            marks = np.interp(np.linspace(0, SAMPLES - 1, pieces + 1), np.arange(SAMPLES), along)
            starts, stops = marks[:-1], marks[1:]
            if on == -1.0:
                starts, stops = starts[::2], stops[::2]
        ends = [np.interp(at, along, values).tolist() for at in (starts, stops) for values in (x, y)]
        found = self._made[number, on, off] = [QLineF(*corners) for corners in zip(*ends, strict=True)]
        return found
