"""A derivative found in three ways, for any edge and any node: by nudging, by SymPy, by the chain rule; and a nudge followed on its way.

``local``: the derivative of a node by one of its operands, the others held. Otherwise ∂top/∂by over all ways from ``by`` to ``top``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.graph.evaluate import Evaluation, term_value
from nn.graph.graph import Edge, Graph
from nn.graph.symbolic import Symbolic, derive
from nn.replay.epsilon import check_epsilon

__all__ = ["EPSILONS", "Arithmetic", "Arrow", "Cascade", "Nudge", "Stage", "Symbolic", "Way", "arithmetic", "cascade", "chain", "nudge", "symbolic"]

EPSILONS: NDArray[np.float64] = np.logspace(-1, -12, 56)
EPSILONS.setflags(write=False)
MOST_WAYS = 30


@dataclass(frozen=True)
class Nudge:
    """``at``: the value that is nudged; ``below``, ``middle``, ``above``: what comes out at at − ε, at, at + ε (NaN: nothing)."""

    at: float
    epsilon: float
    below: float
    middle: float
    above: float

    @property
    def forward(self) -> float:
        """(above − middle) / ε, as the lab does it."""
        return (self.above - self.middle) / self.epsilon

    @property
    def central(self) -> float:
        """(above − below) / 2ε."""
        return (self.above - self.below) / (2 * self.epsilon)


@dataclass(frozen=True)
class Arithmetic:
    """Difference quotients at many ε, float64, all of shape (n,), NaN where there is no value.

    The errors are |quotient − exact|, where ``exact`` is the chain rule's derivative: for large ε the truncation of the series, which
    falls with ε or ε²; for small ε the cancellation of nearly equal numbers, which grows with 1/ε. An error of 0 is possible.
    """

    epsilons: NDArray[np.float64]
    forward: NDArray[np.float64]
    central: NDArray[np.float64]
    exact: float

    @property
    def forward_error(self) -> NDArray[np.float64]:
        return np.abs(self.forward - self.exact)

    @property
    def central_error(self) -> NDArray[np.float64]:
        return np.abs(self.central - self.exact)


@dataclass(frozen=True)
class Way:
    """One way from a node to another: its edges, their local derivatives, and the product of these."""

    edges: tuple[Edge, ...]
    factors: tuple[float, ...]
    product: float


@dataclass(frozen=True)
class Chain:
    """``value`` is the sum over all ``count`` ways, of which ``ways`` has the first ones (at most 30)."""

    ways: tuple[Way, ...]
    count: int
    value: float


@dataclass(frozen=True)
class Stage:
    """A node before and after the nudge."""

    node: str
    before: float
    after: float

    @property
    def change(self) -> float:
        return self.after - self.before


@dataclass(frozen=True)
class Arrow:
    """An edge that the nudge takes; ``factor`` is its local derivative."""

    source: str
    target: str
    factor: float


@dataclass(frozen=True)
class Cascade:
    """A nudge of ``epsilon`` at a variable: ``stages`` from the variable to the output, and the ``arrows`` between them."""

    epsilon: float
    stages: tuple[Stage, ...]
    arrows: tuple[Arrow, ...]


def arithmetic(evaluation: Evaluation, top: str, by: str, *, local: bool = False, epsilons: NDArray[np.float64] = EPSILONS) -> Arithmetic:
    """The difference quotients of ``top`` at all ``epsilons``."""
    sides = [_nudge(evaluation, top, by, local, float(epsilon)) for epsilon in epsilons]
    forward, central = (np.array([getattr(side, name) for side in sides]) for name in ("forward", "central"))
    return Arithmetic(epsilons, forward, central, exact(evaluation, top, by, local=local))


def nudge(evaluation: Evaluation, top: str, by: str, epsilon: float, *, local: bool = False) -> Nudge:
    """The difference quotient at one ε. Raises :class:`SettingsError` unless that is from 1e-12 to 0.1."""
    check_epsilon(epsilon)
    return _nudge(evaluation, top, by, local, epsilon)


def _nudge(evaluation: Evaluation, top: str, by: str, local: bool, epsilon: float) -> Nudge:
    at, value = evaluation.values[by], _function(evaluation, top, by, local)
    return Nudge(at, epsilon, value(at - epsilon), evaluation.values[top], value(at + epsilon))


def _function(evaluation: Evaluation, top: str, by: str, local: bool) -> Callable[[float], float]:
    """``top`` as a function of ``by`` alone; NaN where it has no value."""

    def value(x: float) -> float:
        try:
            found = float(_moved(evaluation, by, x, {top} if local else evaluation.graph.ahead(by))[top])
        except (ValueError, ZeroDivisionError, OverflowError):
            return float("nan")
        return found if np.isfinite(found) else float("nan")

    return value


def _moved(evaluation: Evaluation, by: str, x: float, again: set[str] | frozenset[str]) -> dict[str, float]:
    """All values with ``by`` at x, where the nodes in ``again`` are calculated anew."""
    values: dict[str, Any] = {**evaluation.values, by: x}
    for node in evaluation.graph.nodes:
        if node.formula is not None and node.name in again and node.name != by:
            values[node.name] = term_value(node.formula, values)
    return values


def symbolic(evaluation: Evaluation, top: str, by: str, *, local: bool = False) -> Symbolic:
    """SymPy's derivative: its formula over the variables (or, local, over the operands) and its value. Slow: for a job.

    Raises :class:`~nn.graph.graph.GraphError` where the formula would be too long.
    """
    return derive(evaluation, top, by, local=local)


def exact(evaluation: Evaluation, top: str, by: str, *, local: bool = False) -> float:
    """The chain rule's value."""
    if local:
        return evaluation.locals[by, top]
    return evaluation.totals[by] if top == evaluation.graph.output else _along(evaluation, top)[by]


def _along(evaluation: Evaluation, top: str) -> Mapping[str, float]:
    """∂top/∂node for every node before ``top``."""
    found = dict.fromkeys(evaluation.values, 0.0) | {top: 1.0}
    for edge in reversed(evaluation.graph.edges):
        found[edge.source] += evaluation.locals[edge.source, edge.target] * found[edge.target]
    return found


def chain(evaluation: Evaluation, top: str, by: str) -> Chain:
    """The ways from ``by`` to ``top``, what each contributes, and their sum."""
    graph = evaluation.graph
    counts = _counts(graph, top)
    ways: list[Way] = []
    open_ways: list[tuple[Edge, ...]] = [()]
    while open_ways and len(ways) < MOST_WAYS:
        edges = open_ways.pop()
        here = edges[-1].target if edges else by
        if here == top:
            factors = tuple(evaluation.locals[edge.source, edge.target] for edge in edges)
            ways.append(Way(edges, factors, float(np.prod(factors))))
            continue
        onwards = [edge for edge in graph.edges if edge.source == here and counts[edge.target]]
        open_ways += [(*edges, edge) for edge in reversed(onwards)]
    return Chain(tuple(ways), counts[by], exact(evaluation, top, by))


def _counts(graph: Graph, top: str) -> dict[str, int]:
    """How many ways lead from each node to ``top``."""
    counts = {node.name: 0 for node in graph.nodes} | {top: 1}
    for edge in reversed(graph.edges):
        counts[edge.source] += counts[edge.target]
    return counts


def cascade(evaluation: Evaluation, leaf: str, epsilon: float) -> Cascade:
    """What a nudge at ``leaf`` does to every node on its way. NaN from where there is no value on."""
    graph, ahead = evaluation.graph, evaluation.graph.ahead(leaf)
    values: dict[str, Any] = {**evaluation.values, leaf: evaluation.values[leaf] + epsilon}
    for node in graph.nodes:
        if node.formula is not None and node.name in ahead and node.name != leaf:
            try:
                values[node.name] = term_value(node.formula, values)
            except (ValueError, ZeroDivisionError, OverflowError):
                values[node.name] = float("nan")
    stages = tuple(Stage(node.name, evaluation.values[node.name], float(values[node.name])) for node in graph.nodes if node.name in ahead)
    arrows = tuple(Arrow(e.source, e.target, evaluation.locals[e.source, e.target]) for e in graph.edges if e.source in ahead)
    return Cascade(epsilon, stages, arrows)
