"""Lines of equal cost on a surface, by marching squares (Lorensen and Cline 1987, in the plane)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.landscape.checks import Array
from nn.landscape.surface import Surface
from nn.network import read_only

Places = NDArray[np.intp]

BOTTOM, RIGHT, TOP, LEFT = range(4)

# Which sides of a cell a line runs between. Bits of a case: lower left 1, lower right 2, upper right 4, upper left 8 lie above the level.
# The cases 5 and 10, where two opposite corners do, have two lines; which corners they cut off depends on the middle.
SIDES: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((LEFT, BOTTOM),),
    2: ((BOTTOM, RIGHT),),
    3: ((LEFT, RIGHT),),
    4: ((RIGHT, TOP),),
    5: ((LEFT, BOTTOM), (RIGHT, TOP)),
    6: ((BOTTOM, TOP),),
    7: ((LEFT, TOP),),
    8: ((TOP, LEFT),),
    9: ((TOP, BOTTOM),),
    10: ((BOTTOM, RIGHT), (TOP, LEFT)),
    11: ((TOP, RIGHT),),
    12: ((RIGHT, LEFT),),
    13: ((RIGHT, BOTTOM),),
    14: ((BOTTOM, LEFT),),
}


@dataclass(frozen=True, eq=False)
class Contour:
    """One level's lines as ``segments`` (k, 2, 2): two ends, each (x, y). Read-only."""

    level: float
    segments: Array


def contours(surface: Surface, levels: Iterable[float] | None = None) -> tuple[Contour, ...]:
    """The lines of each of ``levels``, else of the surface's own. Cells with a corner that has no cost hold none."""
    chosen = surface.levels if levels is None else levels
    return tuple(Contour(float(level), _segments(surface, float(level))) for level in chosen)


def _segments(surface: Surface, level: float) -> Array:
    corners = _corners(surface.costs)
    with np.errstate(invalid="ignore"):
        case = sum((corner > level).astype(np.int64) << bit for bit, corner in enumerate(corners))
        middle = sum(corners) / 4.0
        # Where the middle lies above as well, the two corners are joined and the other two are cut off.
        case = np.where(((case == 5) | (case == 10)) & (middle > level), 15 - case, case)
    case = np.where(np.isfinite(sum(corners)), case, 0)
    found = [np.empty((0, 2, 2))]
    for number, sides in SIDES.items():
        rows, columns = np.nonzero(case == number)
        found += [np.stack([_crossing(surface, level, rows, columns, side) for side in pair], axis=1) for pair in sides if rows.size]
    return read_only(np.concatenate(found))


def _corners(costs: Array) -> tuple[Array, Array, Array, Array]:
    """Every cell's corners: lower left, lower right, upper right, upper left, each (ny − 1, nx − 1)."""
    return costs[:-1, :-1], costs[:-1, 1:], costs[1:, 1:], costs[1:, :-1]


def _crossing(surface: Surface, level: float, rows: Places, columns: Places, side: int) -> Array:
    """Where ``level`` crosses a side of the cells, by linear interpolation, (k, 2)."""
    if side in (BOTTOM, TOP):
        row = rows + (side == TOP)
        share = _share(level, surface.costs[row, columns], surface.costs[row, columns + 1])
        return np.stack((surface.xs[columns] + share * (surface.xs[columns + 1] - surface.xs[columns]), surface.ys[row]), axis=-1)
    column = columns + (side == RIGHT)
    share = _share(level, surface.costs[rows, column], surface.costs[rows + 1, column])
    return np.stack((surface.xs[column], surface.ys[rows] + share * (surface.ys[rows + 1] - surface.ys[rows])), axis=-1)


def _share(level: float, begin: Array, end: Array) -> Array:
    return (level - begin) / (end - begin)
