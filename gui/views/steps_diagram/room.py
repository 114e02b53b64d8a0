"""Finds places without overlaps: for pills along their edges, and for chips near what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

Floats = NDArray[np.float64]
Size = tuple[float, float]  # width and height
STEP = 6.0  # px between the places that are tried,
TRIED = 10  # or more where there would be more than so many to each side
AIR = 3.0  # px between any two
NEARLY = 9.0  # px from its end within which a line may touch something


def array(rects: Iterable[QRectF]) -> Floats:
    """Left, top, right and bottom of each, shape (n, 4)."""
    return np.array([(r.left(), r.top(), r.right(), r.bottom()) for r in rects], dtype=np.float64).reshape(-1, 4)


def clear(x: Floats, y: Floats, size: Size, obstacles: Floats, air: float = AIR) -> NDArray[np.bool_]:
    """Which rectangles of ``size`` with middles ``x`` and ``y``, arrays of one shape, touch none of ``obstacles`` (n, 4)."""
    half_w, half_h = size[0] / 2 + air, size[1] / 2 + air
    shape = (*x.shape, 1)
    x, y = x.reshape(shape), y.reshape(shape)
    left, top, right, bottom = obstacles.T
    hit = (x - half_w < right) & (x + half_w > left) & (y - half_h < bottom) & (y + half_h > top)
    return np.asarray(~hit.any(axis=-1))


def nearest(wanted: QPointF, size: Size, obstacles: Floats, bounds: QRectF, reach: float) -> QRectF | None:
    """The free rectangle nearest to ``wanted`` within ``bounds``; ``None`` where all within ``reach`` px is taken."""
    width, height = size
    dx, dy = _offsets(reach)
    x, y = wanted.x() + dx, wanted.y() + dy
    half_w, half_h = width / 2, height / 2
    inside = (x - half_w >= bounds.left()) & (x + half_w <= bounds.right()) & (y - half_h >= bounds.top()) & (y + half_h <= bounds.bottom())
    x, y = x[inside], y[inside]
    if not len(x):
        return None
    within = array([QRectF(x.min() - half_w, y.min() - half_h, np.ptp(x) + width, np.ptp(y) + height)])[0] + (-AIR, -AIR, AIR, AIR)
    near = (obstacles[:, 0] < within[2]) & (obstacles[:, 2] > within[0]) & (obstacles[:, 1] < within[3]) & (obstacles[:, 3] > within[1])
    free = clear(x, y, size, obstacles[near])
    if not free.any():
        return None
    best = int(np.argmax(free))
    return QRectF(float(x[best]) - half_w, float(y[best]) - half_h, width, height)


@lru_cache(maxsize=8)
def _offsets(reach: float) -> tuple[Floats, Floats]:
    """Ways to go from a point, the shortest first."""
    step = max(STEP, reach / TRIED)
    steps = np.arange(-int(reach / step), int(reach / step) + 1) * step
    dx, dy = (grid.ravel() for grid in np.meshgrid(steps, steps))
    far = np.hypot(dx, dy)
    order = np.argsort(far, kind="stable")[: int((far <= reach).sum())]
    return dx[order], dy[order]


def crossed(start: QPointF, end: QPointF, obstacles: Floats, own: Sequence[QRectF]) -> bool:
    """Whether the line between two points runs over one of ``obstacles`` (n, 4); those that overlap one of ``own`` don't count,
    but the line must not run through the inside of those either."""
    others = obstacles
    for rect in own:
        apart = (others[:, 0] >= rect.right()) | (others[:, 2] <= rect.left()) | (others[:, 1] >= rect.bottom()) | (others[:, 3] <= rect.top())
        others = others[apart]
    share = np.linspace(0.05, 0.95, 19)
    x, y = start.x() + share * (end.x() - start.x()), start.y() + share * (end.y() - start.y())
    inside = array([rect.adjusted(2, 2, -2, -2) for rect in own])
    if (~clear(x, y, (0.0, 0.0), inside, air=0.0)).any():
        return True
    near = np.hypot(x - end.x(), y - end.y()) < NEARLY
    return bool((~clear(x, y, (0.0, 0.0), others, air=0.5) & ~near).any())


def along(lines: Sequence[tuple[float, float, float, float]], size: Size, obstacles: Floats) -> list[QRectF] | None:
    """A rectangle on each of ``lines`` (x₁, y₁, x₂, y₂) so that none overlaps another or an obstacle; ``None`` where that can't be.

    Level lines have theirs in the middle, steep ones nearer to where they begin, where lines from one neuron have parted
    and haven't met the others yet. The lines with the fewest places choose first.
    """
    if not lines:
        return []
    width, height = size
    ends = np.array(lines, dtype=np.float64)
    order = _preferences()
    t = np.where((np.abs(ends[:, 3] - ends[:, 1]) < height)[:, None], order[0], order[1])
    x, y = ends[:, :1] + t * (ends[:, 2:3] - ends[:, :1]), ends[:, 1:2] + t * (ends[:, 3:] - ends[:, 1:2])
    free = clear(x, y, size, obstacles)
    found: dict[int, QRectF] = {}
    while len(found) < len(ends):
        choices = np.where([i in found for i in range(len(ends))], len(order[0]) + 1, free.sum(axis=1))
        line = int(np.argmin(choices))
        if not free[line].any():
            return None
        best = int(np.argmax(free[line]))
        found[line] = rect = QRectF(float(x[line, best]) - width / 2, float(y[line, best]) - height / 2, width, height)
        free &= clear(x, y, size, array([rect]))
    return [found[line] for line in range(len(ends))]


def _preferences() -> tuple[Floats, Floats]:
    """Places along a line from best to worst: for level lines, for steep ones."""
    places = np.linspace(0.1, 0.9, 33)
    return places[np.argsort(np.abs(places - 0.5), kind="stable")], places[np.argsort(np.abs(places - 0.3), kind="stable")]
