"""Lines of equal cost on a surface, by marching squares (Lorensen and Cline 1987, in the plane)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nn.landscape.checks import Array
from nn.landscape.surface import Surface
from nn.network import read_only

T = TypeVar("T", bound=np.generic)

# A cell's corners are numbered lower left, lower right, upper right, upper left, and its sides from 0 at the bottom in the same sense.
RIGHT_BY = np.array([0, 1, 1, 0])
UP_BY = np.array([0, 0, 1, 1])
BEGINS = np.array([0, 1, 3, 0])  # every side runs to the right or upward, so that both cells at it calculate the very same point
ENDS = np.array([1, 2, 2, 3])
BOTTOM, RIGHT, TOP, LEFT = range(4)

# The sides that a line runs between. Bit k of a case: corner k lies above the level. Two opposite corners, 5 and 10, make two lines; which
# corners they cut off depends on the middle.
ONE = {1: (LEFT, BOTTOM), 2: (BOTTOM, RIGHT), 3: (LEFT, RIGHT), 4: (RIGHT, TOP), 6: (BOTTOM, TOP), 7: (LEFT, TOP)}
TWO = {5: ((LEFT, BOTTOM), (RIGHT, TOP)), 10: ((BOTTOM, RIGHT), (TOP, LEFT))}


def _table() -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """First and second line of each case, (16, 2); what is above and what below makes no difference."""
    first, second = np.zeros((16, 2), np.intp), np.zeros((16, 2), np.intp)
    for case, sides in ONE.items():
        first[case] = first[15 - case] = sides
    for case, (one, other) in TWO.items():
        first[case], second[case] = one, other
    return first, second


FIRST, SECOND = _table()


@dataclass(frozen=True, eq=False)
class Contour:
    """One level's lines as ``segments`` (k, 2, 2): two ends, each (x, y). Read-only."""

    level: float
    segments: Array


def contours(surface: Surface, levels: Iterable[float] | None = None) -> tuple[Contour, ...]:
    """The lines of each of ``levels``, else of the surface's own. Cells with a corner that has no cost hold none."""
    known: NDArray[np.bool_] = np.logical_and.reduce(_corners(np.isfinite(surface.costs)))
    chosen = surface.levels if levels is None else levels
    return tuple(Contour(float(level), _segments(surface, known, float(level))) for level in chosen)


def _corners(values: NDArray[T]) -> list[NDArray[T]]:
    """Every cell's four corners, each (ny − 1, nx − 1)."""
    return [values[:-1, :-1], values[:-1, 1:], values[1:, 1:], values[1:, :-1]]


def _segments(surface: Surface, known: NDArray[np.bool_], level: float) -> Array:
    with np.errstate(invalid="ignore"):
        above = (surface.costs > level).view(np.uint8)
    cases = np.bitwise_or.reduce([corner << bit for bit, corner in enumerate(_corners(above))])
    rows, columns = np.nonzero((cases > 0) & (cases < 15) & known)
    case = cases[rows, columns]
    opposite = (case == 5) | (case == 10)
    middle = sum(surface.costs[rows + UP_BY[k], columns + RIGHT_BY[k]] / 4.0 for k in range(4))
    # Where the middle lies above as well, the two high corners are joined and the lines cut off the low ones.
    case = np.where(opposite & (middle > level), 15 - case, case)
    both = np.concatenate((rows, rows[opposite])), np.concatenate((columns, columns[opposite]))
    sides = np.concatenate((FIRST[case], SECOND[case[opposite]]))
    return read_only(np.stack([_crossings(surface, level, *both, sides[:, end]) for end in range(2)], axis=1))


def _crossings(surface: Surface, level: float, rows: NDArray[np.intp], columns: NDArray[np.intp], sides: NDArray[np.intp]) -> Array:
    """Where the level crosses a side of each cell, by linear interpolation, (k, 2)."""
    places, costs = [], []
    for corner in (BEGINS[sides], ENDS[sides]):
        row, column = rows + UP_BY[corner], columns + RIGHT_BY[corner]
        places.append(np.stack((surface.xs[column], surface.ys[row]), axis=-1))
        costs.append(surface.costs[row, column])
    share = (level - costs[0]) / (costs[1] - costs[0])
    return np.asarray(places[0] + share[:, np.newaxis] * (places[1] - places[0]))
