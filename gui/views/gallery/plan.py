"""Which tiles are shown and where: the first ones, a line for those between, and the dead at the end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.inside.views import Layer, Status

SIDES = (112.0, 88.0, 68.0, 48.0)  # px of a tile: the largest of which all find room; the last where they don't
TEXT = 46.0  # px for the numbers beside a tile, with the gaps before and after them
BESIDE = 6.0  # px between a tile and its numbers
ROW = 16.0  # px of a number
BAR_TOP, BAR = 4.0, 4.0  # px from a tile down to its bar, and the bar
BELOW = 9.0  # px between a bar and the next row
FOLD = 30.0  # px of the line that stands for many tiles
PAD = 6.0  # px for rings around the outermost tiles
MANY = 128  # more neurons than that are folded even where they are active
LEAST_ROWS = 2

Numbers = NDArray[np.intp]


@dataclass(frozen=True)
class Room:
    """The viewport, and how large everything is drawn (1, or 1.25 for a projector)."""

    width: float
    height: float
    scale: float


@dataclass(frozen=True, eq=False)
class Plan:
    """Neurons (m,) in their order, and the upper left corners (m, 2) of their tiles. ``fold`` is the top of the line, ``folded`` the
    neurons that it stands for, or would if it were closed."""

    neurons: Numbers
    corners: NDArray[np.float64]
    folded: Numbers
    fold: float | None
    side: float
    pitch: tuple[float, float]
    columns: int
    height: float
    followed: bool  # something comes after the line

    def at(self, x: float, y: float) -> int:
        """The place of the tile, with its numbers and bar, at a point; −1 for none."""
        dx, dy = x - self.corners[:, 0], y - self.corners[:, 1]
        found = np.flatnonzero((dx >= 0) & (dy >= 0) & (dx < self.pitch[0]) & (dy < self.pitch[1]))
        return int(found[0]) if found.size else -1

    def within(self, left: float, top: float, right: float, bottom: float) -> Numbers:
        """The places of tiles that a rectangle touches."""
        x, y = self.corners.T
        reach = (x < right) & (x + self.side > left) & (y < bottom) & (y + self.side > top)
        return np.flatnonzero(reach)

    def seen(self, top: float, bottom: float) -> Numbers:
        """The places of tiles with anything between two heights."""
        y = self.corners[:, 1]
        return np.flatnonzero((y - PAD * 2 < bottom) & (y + self.pitch[1] + PAD > top))

    def place_of(self, neuron: int) -> int:
        found = np.flatnonzero(self.neurons == neuron)
        return int(found[0]) if found.size else -1

    def beside(self, place: int, dx: int, dy: int) -> int:
        """The place to the left or right in order, or the nearest in the row above or below; the same where there is none."""
        if dx:
            return min(max(place + dx, 0), len(self.neurons) - 1)
        here = self.corners[place]
        away = (self.corners[:, 1] - here[1]) * dy
        found = np.flatnonzero(away > 1)
        if not found.size:
            return place
        row = found[away[found] == away[found].min()]
        return int(row[np.argmin(np.abs(self.corners[row, 0] - here[0]))])


def make_plan(layer: Layer, room: Room, *, unfolded: bool, kept: frozenset[int]) -> Plan:
    """Lay out a layer's tiles. ``kept`` neurons, and those that are off, are never folded away."""
    order = np.asarray(layer.order, dtype=np.intp)
    dead = (layer.status[order] == Status.DEAD) & ~layer.off[order]
    head, tail = order[~dead], order[dead]
    for side in SIDES:
        grid = _Grid(side * room.scale, room)
        if grid.rows(head) + grid.rows(tail) <= grid.rows_in(room.height):
            return grid.plan(head, tail, order[:0], unfolded=False)
    last_row = 1 if tail.size else 0
    rows = max(grid.rows_in(room.height - FOLD * room.scale) - last_row, LEAST_ROWS)
    folded = _folded(layer, head, tail, (rows * grid.columns, grid.columns), kept)
    staying = len(head) - rows * grid.columns - np.isin(head, folded).sum()
    if folded.size and 0 < staying <= (rows - LEAST_ROWS) * grid.columns:  # those that stay come from the rows in sight
        rows -= -(-int(staying) // grid.columns)
        folded = _folded(layer, head, tail, (rows * grid.columns, grid.columns), kept)
    return grid.plan(head, tail, folded, unfolded=unfolded)


def _folded(layer: Layer, head: Numbers, tail: Numbers, first: tuple[int, int], kept: frozenset[int]) -> Numbers:
    """Those that the line stands for. Of a layer of some: the silent ones beyond the ``first`` so many; of one of very many: all of them;
    and the dead beyond theirs."""
    beyond = head[first[0] :]
    loose = (layer.status[beyond] == Status.SILENT) | (len(head) > MANY)
    stay = layer.off[beyond] | np.isin(beyond, list(kept))
    more_dead = tail[first[1] :]
    return np.concatenate([beyond[loose & ~stay], more_dead[~np.isin(more_dead, list(kept))]])


class _Grid:
    """Tiles of one size in a room."""

    def __init__(self, side: float, room: Room) -> None:
        unit = room.scale
        self.side, self._pad, self._fold = side, PAD * unit, FOLD * unit
        least = side + TEXT * unit
        across = room.width - 2 * self._pad
        self.columns = max(int((across + BESIDE * unit) // least), 1)
        self.pitch = (max(least, across / self.columns), side + (BAR_TOP + BAR + BELOW) * unit)

    def rows(self, neurons: Numbers) -> int:
        return -(-len(neurons) // self.columns)

    def rows_in(self, height: float) -> int:
        return int((height - self._pad) // self.pitch[1])

    def plan(self, head: Numbers, tail: Numbers, folded: Numbers, *, unfolded: bool) -> Plan:
        shown, dead = head[~np.isin(head, folded)], tail[~np.isin(tail, folded)]
        groups, top, fold = [(shown, self._pad)], self._pad + self.rows(shown) * self.pitch[1], None
        if folded.size:
            fold, top = top, top + self._fold
            if unfolded:
                groups.append((folded, top))
                top += self.rows(folded) * self.pitch[1]
        groups.append((dead, top))
        neurons = np.concatenate([group for group, _ in groups])
        corners = np.concatenate([self._corners(len(group), start) for group, start in groups])
        height = top + self.rows(dead) * self.pitch[1]
        return Plan(neurons, corners, folded, fold, self.side, self.pitch, self.columns, height, bool(dead.size))

    def _corners(self, count: int, top: float) -> NDArray[np.float64]:
        row, column = np.divmod(np.arange(count), self.columns)
        return np.column_stack([np.round(self._pad + column * self.pitch[0]), np.round(top + row * self.pitch[1])])
