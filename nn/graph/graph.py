"""A computation graph: an expression in single operations, from the variables to its result.

The nodes are split as by hand: an operation that joins two values is a node of its own (``c = w·x``), and so is an operation on one
value together with the constants around it (``a = 2 + 3·w``, ``J = d²/2``). A node holds the name of each operand once, so that
``w·w`` has one edge whose local derivative is 2·w. A subexpression that stands twice is one node with two users.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from nn.errors import NeurolupaError
from nn.graph.term import Op, Term


class Place(NamedTuple):
    """Where something stands in the text: ``start`` counts characters from 0, ``line`` and ``column`` count from 1."""

    start: int
    line: int
    column: int
    length: int = 1


class GraphError(NeurolupaError):
    """An expression, or the numbers put into it, can't be used. The sentence says why and what to do.

    ``place`` is where in the text, ``None`` where no place is meant; ``node`` names the node or the variable that it is about, "" for none.
    """

    def __init__(self, template: str, /, *, place: Place | None = None, node: str = "", **values: object) -> None:
        self.place = place
        self.node = node
        where = {"line": place.line, "column": place.column} if place else {}
        super().__init__(template, **{"node": node, **where, **values})


class Edge(NamedTuple):
    """The value of ``source`` goes into ``target``, as its operand number ``place`` (from 0)."""

    source: str
    target: str
    place: int


@dataclass(frozen=True)
class Node:
    """A value of the graph: a variable (a leaf, without formula and operands) or one operation.

    ``name`` is unique in the graph: what the person called it, else a letter for its kind (c for a product, a for a sum, d for a
    difference, as in the lab; numbered from the second one of a kind on). ``op`` is the operation that it is called after: of ``d²/2``
    the power. ``formula`` is over the names in ``operands`` and numbers. ``where`` is its place in the text.
    """

    name: str
    op: Op | None = None
    formula: Term | None = None
    operands: tuple[str, ...] = ()
    where: Place | None = None

    @property
    def is_leaf(self) -> bool:
        return self.formula is None


@dataclass(frozen=True)
class Graph:
    """``nodes``: variables in the order in which they stand in ``text``, then the operations, operands before what uses them.

    ``output`` is the last node. ``given``: values that the text itself gives to variables (``w = 3; J = (2 + 3*w)**2``).
    """

    text: str
    nodes: tuple[Node, ...]
    given: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def by_name(self) -> Mapping[str, Node]:
        return {node.name: node for node in self.nodes}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge once, by target in the order of the nodes, then by operand."""
        return tuple(Edge(source, node.name, place) for node in self.nodes for place, source in enumerate(node.operands))

    @property
    def output(self) -> str:
        return self.nodes[-1].name

    @property
    def leaves(self) -> tuple[str, ...]:
        """The variables, in the order of the text."""
        return tuple(node.name for node in self.nodes if node.is_leaf)

    @property
    def inner(self) -> tuple[str, ...]:
        """The nodes that are calculated, operands first; the output is the last."""
        return tuple(node.name for node in self.nodes if not node.is_leaf)

    @cached_property
    def users(self) -> Mapping[str, tuple[str, ...]]:
        """The nodes that each node's value goes into; empty for the output."""
        found: dict[str, list[str]] = {node.name: [] for node in self.nodes}
        for edge in self.edges:
            found[edge.source].append(edge.target)
        return {name: tuple(targets) for name, targets in found.items()}

    def ahead(self, name: str) -> frozenset[str]:
        """The nodes that change when ``name`` does, itself included."""
        found = {name}
        for node in self.nodes:
            if not found.isdisjoint(node.operands):
                found.add(node.name)
        return frozenset(found)

    def moved_by(self, parameters: tuple[str, ...]) -> frozenset[str]:
        """The nodes that change when one of the ``parameters`` does; their derivatives are what an exercise asks for."""
        found: frozenset[str] = frozenset()
        return found.union(*(self.ahead(name) for name in parameters))
