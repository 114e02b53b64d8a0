"""The numbers of a graph: values from left to right, derivatives from right to left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nn.graph.graph import Graph


@dataclass(frozen=True)
class Evaluation:
    """All numbers of a graph at some values of its variables, float64.

    ``values``: each node's. ``locals``: the derivative of a node by its operand, by (source, target). ``totals``: ∂output/∂node, the
    sum over all paths of the product of the local derivatives on them; 1 for the output itself.
    """

    graph: Graph
    values: Mapping[str, float]
    locals: Mapping[tuple[str, str], float]
    totals: Mapping[str, float]
