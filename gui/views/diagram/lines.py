"""Edges' curves cut into short straight lines, whole or dashed: Qt draws an array of lines many times faster than a stroked path."""

from __future__ import annotations

import numpy as np

from gui.views.diagram.geometry import Floats, advance, blend

SAMPLES = 33  # points per curve from which lengths are measured
BOW = 0.25  # px that a straight piece may stray from its curve
FEW, FEWER = 6, 4  # pieces, and dashes, of a curve that is one of many: at rest, and while they move
OVERLAP = 0.7  # px that the pieces of an undashed curve reach over one another, so that no gap opens where it bends


class Lines:
    """Straight pieces of the curves from (x0, y0) to (x1, y1), arrays of shape (E,), made when first asked for."""

    def __init__(self, x0: Floats, y0: Floats, x1: Floats, y1: Floats) -> None:
        t = np.linspace(0.0, 1.0, SAMPLES)
        self._x = x0[:, None] + (x1 - x0)[:, None] * np.array([advance(float(v)) for v in t])
        self._y = y0[:, None] + (y1 - y0)[:, None] * np.asarray(blend(t))
        self._rise = np.abs(y1 - y0)
        steps = np.hypot(np.diff(self._x, axis=1), np.diff(self._y, axis=1))
        self._along = np.concatenate((np.zeros((len(x0), 1)), np.cumsum(steps, axis=1)), axis=1)
        self._made: dict[tuple[int, float, float], Floats] = {}
        self._rough: dict[tuple[bool, int], Floats] = {}

    def of(self, number: int, on: float = 0.0, off: float = 0.0) -> Floats:
        """The pieces (n, 4) of one curve; dashes of ``on`` px every ``on`` + ``off`` px, or all of it when ``on`` is 0."""
        found = self._made.get((number, on, off))
        if found is None:
            found = self._made[number, on, off] = self._dashes(number, on, off) if on > 0 else self._whole(number)
        return found

    def rough(self, dashed: bool, pieces: int) -> Floats:
        """A few ``pieces`` (E, n, 4) that show the course of every curve."""
        found = self._rough.get((dashed, pieces))
        if found is None:
            places = np.linspace(0, SAMPLES - 1, 2 * pieces if dashed else pieces + 1).round().astype(np.intp)
            x, y = self._x[:, places], self._y[:, places]
            found = np.stack((x[:, :-1], y[:, :-1], x[:, 1:], y[:, 1:]), axis=2)
            found = self._rough[dashed, pieces] = np.ascontiguousarray(found[:, ::2] if dashed else found)
        return found

    def _whole(self, number: int) -> Floats:
        """As few pieces as stay within ``BOW`` of the curve: a piece over dt strays by |d²y/dt²|·dt²/8, and that is 6·rise at the most."""
        pieces = int(np.clip(np.ceil(np.sqrt(6.0 * self._rise[number] / (8.0 * BOW))), 1, SAMPLES - 1))
        # even in the parameter, not in length: closer where the curve bends, near its ends
        places = np.linspace(0, SAMPLES - 1, pieces + 1)
        x = np.interp(places, np.arange(SAMPLES), self._x[number])
        y = np.interp(places, np.arange(SAMPLES), self._y[number])
        made = np.column_stack((x[:-1], y[:-1], x[1:], y[1:]))
        way = made[:, 2:] - made[:, :2]
        way *= OVERLAP / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
        made[1:, :2] -= way[1:]
        made[:-1, 2:] += way[:-1]
        return made

    def _dashes(self, number: int, on: float, off: float) -> Floats:
        along, x, y = self._along[number], self._x[number], self._y[number]
        length = float(along[-1])
        starts = np.arange(0.0, length, on + off)
        stops = np.minimum(starts + on, length)
        return np.column_stack([np.interp(at, along, values) for at in (starts, stops) for values in (x, y)])
