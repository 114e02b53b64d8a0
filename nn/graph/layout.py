"""Where the nodes of a graph are drawn: columns from left to right, variables beside the operation that they go into.

The operations stand in columns by how many operations come before them. A variable that only one operation uses, beside another
value, hangs above it or, if it is a parameter, below it, as in the lab; any other variable stands in the column to the left of its
first user. Within a column the order is the one with few crossings (barycentres, some sweeps up and down). Where the graph isn't a single line,
parameters stand in columns too: the boxes beside one that hangs would be in the way of what comes below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np

from nn.graph.graph import Graph

SWEEPS, SWEEPS_OF_MANY, MANY = 12, 2, 2000  # MANY: stand-ins of edges in columns
_HALF_BEND = 0.25  # rows above and below an edge that passes


class Spot(NamedTuple):
    """``column`` counts from 0 at the left, ``row`` from 0 at the top; both are places of a grid, rows may lie halfway between two."""

    column: int
    row: float


@dataclass(frozen=True)
class Drawing:
    """``spots``: where each node stands. ``hangs``: variables that stand above (−1) or below (1) the one node that uses them, in its column.

    ``bends``: for an edge (source, target) over more than one column, the spots in the columns between, where it may pass.
    ``columns``: the names in each column from top to bottom. ``layers``: those that stand in each, with stand-ins for the edges that pass;
    ``stops``: the names that each edge goes through, its ends included.
    """

    spots: Mapping[str, Spot]
    hangs: Mapping[str, int]
    bends: Mapping[tuple[str, str], tuple[Spot, ...]]
    columns: tuple[tuple[str, ...], ...]
    rows: float
    layers: tuple[tuple[str, ...], ...] = ()
    stops: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_line(self) -> bool:
        """Whether all that stands in columns stands side by side."""
        return all(len(layer) == 1 for layer in self.layers)


def lay_out(graph: Graph, parameters: Collection[str] = ()) -> Drawing:
    """The places of all nodes. ``parameters`` hang below their node where the graph is a line, other variables above."""
    hangs = _hanging(graph, parameters)
    drawing = _drawing(graph, hangs)
    return drawing if drawing.is_line else _drawing(graph, {name: side for name, side in hangs.items() if side < 0})


def _drawing(graph: Graph, hangs: Mapping[str, int]) -> Drawing:
    columns = _columns(graph, hangs)
    layers = _Layers(graph, columns, hangs)
    layers.order()
    rows = layers.rows()
    rows |= {name: rows[graph.users[name][0]] + side for name, side in hangs.items()}
    least = min(rows.values())
    spots = {node.name: Spot(columns[node.name], rows[node.name] - least) for node in graph.nodes}
    bends = {edge: tuple(Spot(columns[edge[0]] + k, rows[f"{edge[0]} {edge[1]} {k}"] - least) for k in range(1, long)) for edge, long in layers.long}
    by_column = [sorted((name for name in spots if spots[name].column == k), key=lambda name: spots[name].row) for k in range(layers.count)]
    return Drawing(spots, hangs, bends, tuple(map(tuple, by_column)), max(rows.values()) - least, *layers.result())


def _hanging(graph: Graph, parameters: Collection[str]) -> dict[str, int]:
    """The variables that stand above or below the only node that uses them, one for each such node."""
    found: dict[str, int] = {}
    for node in graph.nodes:
        loose = [name for name in node.operands if graph.by_name[name].is_leaf and len(graph.users[name]) == 1]
        if len(node.operands) < 2 or not loose:
            continue
        if len(loose) == len(node.operands):  # one of them comes from the left: a parameter if there is one
            first = next((name for name in loose if name in parameters), loose[0])
            loose = [name for name in loose if name != first]
        found[loose[-1]] = 1 if loose[-1] in parameters else -1
    return found


def _columns(graph: Graph, hangs: Collection[str]) -> dict[str, int]:
    """Operations after their operands; variables right before their first user, or in its column where they hang."""
    found: dict[str, int] = {}
    for node in graph.nodes:
        if not node.is_leaf:
            found[node.name] = 1 + max((found[name] for name in node.operands if name in found), default=0)
    for name in graph.leaves:
        found[name] = min(found[user] for user in graph.users[name]) - (name not in hangs)
    return found


class _Layers:
    """The columns with a stand-in for each edge in every column that it passes; neighbours are one column apart."""

    def __init__(self, graph: Graph, columns: Mapping[str, int], hangs: Mapping[str, int]) -> None:
        self.count = max(columns.values()) + 1
        self.long = [((edge.source, edge.target), columns[edge.target] - columns[edge.source]) for edge in graph.edges if edge.source not in hangs]
        self._layers: list[list[str]] = [[] for _ in range(self.count)]
        self._left: dict[str, list[str]] = {}
        self._right: dict[str, list[str]] = {}
        self._bends: set[str] = set()
        self._above = {graph.users[name][0] for name, side in hangs.items() if side < 0}
        self._below = {graph.users[name][0] for name, side in hangs.items() if side > 0}
        for node in graph.nodes:
            if node.name not in hangs:
                self._layers[columns[node.name]].append(node.name)
        for (source, target), long in self.long:
            self._thread(source, target, columns[source], long)
        self._sweeps = SWEEPS if len(self._bends) < MANY else SWEEPS_OF_MANY

    def _thread(self, source: str, target: str, column: int, long: int) -> None:
        stops = _stops(source, target, long)
        for k, name in enumerate(stops[1:-1], 1):
            self._layers[column + k].append(name)
            self._bends.add(name)
        for left, right in pairwise(stops):
            self._right.setdefault(left, []).append(right)
            self._left.setdefault(right, []).append(left)

    def order(self) -> None:
        """Sorts each column by the mean place of its neighbours, to and fro, and keeps the order with the fewest crossings."""
        best, fewest = [list(layer) for layer in self._layers], self._crossings()
        for sweep in range(self._sweeps):
            if fewest == 0:
                break
            forth = sweep % 2 == 0
            for k in range(1, self.count) if forth else range(self.count - 2, -1, -1):
                self._sort(k, self._left if forth else self._right, k - 1 if forth else k + 1)
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(layer) for layer in self._layers], crossings
        self._layers = best

    def _sort(self, k: int, neighbours: Mapping[str, Sequence[str]], beside: int) -> None:
        places = {name: float(i) for i, name in enumerate(self._layers[beside])}
        own = {name: float(i) for i, name in enumerate(self._layers[k])}
        self._layers[k].sort(key=lambda name: _mean((places[other] for other in neighbours.get(name, ())), own[name]))

    def _crossings(self) -> int:
        """How many pairs of edges cross between neighbouring columns."""
        found = 0
        for left, right in pairwise(self._layers):
            places = {name: i for i, name in enumerate(right)}
            ends = [places[other] for name in left for other in sorted(self._right.get(name, ()), key=places.__getitem__)]
            found += _inversions(ends)
        return found

    def result(self) -> tuple[tuple[tuple[str, ...], ...], dict[tuple[str, str], tuple[str, ...]]]:
        """The columns, stand-ins included, and what each edge goes through."""
        stops = {(source, target): tuple(_stops(source, target, long)) for (source, target), long in self.long}
        return tuple(map(tuple, self._layers)), stops

    def rows(self) -> dict[str, float]:
        """Rows in the columns' order, each as near to its neighbours' as the room allows: more where a variable hangs between."""
        layers, stops = self.result()
        rooms = {name: (_HALF_BEND, _HALF_BEND) if name in self._bends else (0.5, 0.5) for layer in layers for name in layer}
        rooms |= {name: (rooms[name][0] + 1.0, rooms[name][1]) for name in self._above}
        rooms |= {name: (rooms[name][0], rooms[name][1] + 1.0) for name in self._below}
        return heights(layers, stops.values(), rooms)


def _stops(source: str, target: str, long: int) -> list[str]:
    return [source, *(f"{source} {target} {k}" for k in range(1, long)), target]


def heights(
    layers: Sequence[Sequence[str]], stops: Iterable[Sequence[str]], rooms: Mapping[str, tuple[float, float]], width: float = 1.0
) -> dict[str, float]:
    """How low each name of the ``layers`` stands, in their order and as near to its neighbours as the room allows.

    ``rooms``: what each needs above and below its middle; nothing of one lies in the room of another of its layer. ``stops``: the ways of
    the edges from layer to layer. ``width``: how far apart two names of a layer stand at the beginning.
    """
    left: dict[str, list[str]] = {}
    right: dict[str, list[str]] = {}
    for way in stops:
        for before, after in pairwise(way):
            right.setdefault(before, []).append(after)
            left.setdefault(after, []).append(before)
    gaps = [[rooms[upper][1] + rooms[lower][0] for upper, lower in pairwise(layer)] for layer in layers]
    found = {name: i * width for layer in layers for i, name in enumerate(layer)}
    sweeps = SWEEPS if sum(map(len, layers)) < MANY else SWEEPS_OF_MANY
    for sweep in range(sweeps):
        forth = sweep % 2 == 0
        one, other = (left, right) if forth else (right, left)
        for k in range(len(layers)) if forth else range(len(layers) - 1, -1, -1):
            wished = [_mean((found[beside] for beside in one.get(name) or other.get(name) or ()), found[name]) for name in layers[k]]
            found |= zip(layers[k], _spread(wished, gaps[k]), strict=True)
    return found


def _mean(values: Iterable[float], otherwise: float) -> float:
    found = list(values)
    return sum(found) / len(found) if found else otherwise


def _inversions(places: Sequence[int]) -> int:
    if len(places) < 64:
        return sum(1 for one, other in combinations(places, 2) if one > other)
    array = np.asarray(places)
    return int(sum(np.count_nonzero(array[i + 1 :] < place) for i, place in enumerate(places)))


def _spread(wished: Sequence[float], gaps: Sequence[float]) -> list[float]:
    """The rows nearest to ``wished`` in least squares that keep their order and the gaps (pooling adjacent violators)."""
    offsets = [0.0]
    for gap in gaps:
        offsets.append(offsets[-1] + gap)
    pools: list[tuple[float, int]] = []  # mean and count
    for wish, offset in zip(wished, offsets, strict=False):
        pools.append((wish - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, count), (other, more) = pools[-2:]
            pools[-2:] = [((mean * count + other * more) / (count + more), count + more)]
    settled = [mean for mean, count in pools for _ in range(count)]
    return [row + offset for row, offset in zip(settled, offsets, strict=False)]
