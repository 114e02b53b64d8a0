"""Level lines of a picture of numbers, by marching squares (Lorensen and Cline 1987, in the plane)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Which edges of a cell a line joins, by which corners lie above the level. Edges: 0 low row, 1 right, 2 high row, 3 left;
# corners, as bits: 1 low left, 2 low right, 4 high right, 8 high left. 5 and 10 are saddles: 16 and 17 their other reading.
_JOINS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 6: ((0, 2),), 7: ((3, 2),), 8: ((2, 3),), 9: ((0, 2),),
    11: ((1, 2),), 12: ((1, 3),), 13: ((0, 1),), 14: ((3, 0),),
    5: ((3, 0), (1, 2)), 16: ((0, 1), (2, 3)), 10: ((0, 1), (2, 3)), 17: ((3, 0), (1, 2)),
}  # fmt: skip


def contour_lines(field: NDArray[np.floating], level: float) -> list[NDArray[np.float64]]:
    """Polylines (n, 2) of column and row numbers along which ``field`` (ny, nx) crosses ``level``; closed ones repeat their start.

    Infinite and not-a-number cells count as below the level and bend the line, no more.
    """
    values = np.nan_to_num(np.asarray(field, dtype=np.float64) - level, nan=-1.0, posinf=1e30, neginf=-1e30)
    if values.ndim != 2 or min(values.shape) < 2:
        return []
    joins = _segments(values)
    if joins.size == 0:
        return []
    return [_points(values, np.array(chain)) for chain in _chains(joins)]


def _segments(values: NDArray[np.float64]) -> NDArray[np.intp]:
    """Pairs (n, 2) of edge numbers: horizontal edge (r, c) is r·nx + c, vertical ny·nx + r·nx + c."""
    ny, nx = values.shape
    above = values > 0
    case = (above[:-1, :-1] * 1 + above[:-1, 1:] * 2 + above[1:, 1:] * 4 + above[1:, :-1] * 8).astype(np.intp)
    middle = values[:-1, :-1] + values[:-1, 1:] + values[1:, 1:] + values[1:, :-1] > 0
    case = np.where((case == 5) & middle, 16, np.where((case == 10) & middle, 17, case))
    found = []
    for number, joins in _JOINS.items():
        rows, columns = np.nonzero(case == number)
        low = rows * nx + columns
        edges = (low, ny * nx + low + 1, low + nx, ny * nx + low)
        found += [np.column_stack([edges[a], edges[b]]) for a, b in joins if rows.size]
    return np.concatenate(found) if found else np.empty((0, 2), dtype=np.intp)


def _chains(joins: NDArray[np.intp]) -> list[list[int]]:
    """Segments strung together; every edge belongs to one or two of them."""
    partners: dict[int, list[int]] = {}
    for a, b in joins.tolist():
        partners.setdefault(a, []).append(b)
        partners.setdefault(b, []).append(a)
    ends = [edge for edge, others in partners.items() if len(others) == 1]
    # open lines from their ends first, then what is left: closed ones; a walk uses its segments up
    return [_walk(partners, start) for start in [*ends, *partners] if partners[start]]


def _walk(partners: dict[int, list[int]], start: int) -> list[int]:
    chain = [start]
    while partners[chain[-1]]:
        here = chain[-1]
        following = partners[here].pop()
        partners[following].remove(here)
        chain.append(following)
    return chain


def _points(values: NDArray[np.float64], edges: NDArray[np.intp]) -> NDArray[np.float64]:
    """Where the line crosses each edge, by linear interpolation."""
    ny, nx = values.shape
    upright = edges >= ny * nx
    rows, columns = np.divmod(np.where(upright, edges - ny * nx, edges), nx)
    first = values[rows, columns]
    second = values[rows + upright, columns + ~upright]
    share = first / (first - second)
    return np.column_stack([columns + np.where(upright, 0.0, share), rows + np.where(upright, share, 0.0)])
