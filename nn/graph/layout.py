"""Where the nodes of a graph are drawn: columns from left to right, variables beside the operation that they go into.

The operations stand in columns by how many operations come before them. A variable that only one operation uses, beside another
value, hangs above it or, if it is a parameter, below it, as in the lab; any other variable stands in the column to the left of its
first user. Within a column the order is the one with few crossings (barycentres, some sweeps up and down).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Spot(NamedTuple):
    """``column`` counts from 0 at the left, ``row`` from 0 at the top; both are places of a grid, rows may lie halfway between two."""

    column: int
    row: float


@dataclass(frozen=True)
class Drawing:
    """``spots``: where each node stands. ``hangs``: variables that stand above (−1) or below (1) the one node that uses them, in its column.

    ``bends``: for an edge (source, target) over more than one column, the spots in the columns between, where it may pass.
    ``columns``: the names in each column from top to bottom.
    """

    spots: Mapping[str, Spot]
    hangs: Mapping[str, int]
    bends: Mapping[tuple[str, str], tuple[Spot, ...]]
    columns: tuple[tuple[str, ...], ...]
    rows: float
