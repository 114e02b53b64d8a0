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


def _table() -> NDArray[np.intp]:
    """``_JOINS`` as an array (18, 2, 2): case, first or second line, its two edges; −1 where there is none."""
    table = np.full((18, 2, 2), -1, dtype=np.intp)
    for case, joins in _JOINS.items():
        table[case, : len(joins)] = joins
    return table


_TABLE = _table()


def contour_segments(field: NDArray[np.floating], level: float) -> NDArray[np.float64]:
    """Line pieces (n, 4), each x₁, y₁, x₂, y₂ in column and row numbers, along which ``field`` (ny, nx) crosses ``level``.

    Pieces that meet share the very same point. Not-a-number counts as below the level; infinities bend the line, no more.
    """
    if field.ndim != 2 or min(field.shape) < 2:
        return np.empty((0, 4))
    with np.errstate(over="ignore", invalid="ignore"):
        values = np.nan_to_num(np.asarray(field, dtype=np.float64) - level, nan=-1.0, posinf=1e30, neginf=-1e30)
    edges = _edge_pairs(values)
    points = _points(values, edges.ravel())
    return points.reshape(-1, 4)


def _edge_pairs(values: NDArray[np.float64]) -> NDArray[np.intp]:
    """Pairs (n, 2) of edge numbers: horizontal edge (r, c) is r·nx + c, vertical ny·nx + r·nx + c."""
    ny, nx = values.shape
    above = (values > 0).astype(np.intp)
    case = above[:-1, :-1] + 2 * above[:-1, 1:] + 4 * above[1:, 1:] + 8 * above[1:, :-1]
    rows, columns = np.nonzero((case > 0) & (case < 15))
    found = case[rows, columns]
    middle = values[rows, columns] + values[rows, columns + 1] + values[rows + 1, columns + 1] + values[rows + 1, columns] > 0
    found = np.where((found == 5) & middle, 16, np.where((found == 10) & middle, 17, found))
    low = rows * nx + columns
    edges = np.stack([low, ny * nx + low + 1, low + nx, ny * nx + low])
    joins = _TABLE[found]  # (cells, 2, 2)
    cell, line = np.nonzero(joins[:, :, 0] >= 0)
    return np.column_stack([edges[joins[cell, line, 0], cell], edges[joins[cell, line, 1], cell]])


def _points(values: NDArray[np.float64], edges: NDArray[np.intp]) -> NDArray[np.float64]:
    """Where the line crosses each edge, by linear interpolation: (n, 2)."""
    ny, nx = values.shape
    upright = edges >= ny * nx
    rows, columns = np.divmod(np.where(upright, edges - ny * nx, edges), nx)
    first = values[rows, columns]
    second = values[rows + upright, columns + ~upright]
    share = first / (first - second)
    return np.column_stack([columns + np.where(upright, 0.0, share), rows + np.where(upright, share, 0.0)])
