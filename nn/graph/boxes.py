"""The boxes of an exercise, and the order in which they are filled in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from nn.graph import words
from nn.graph.evaluate import Evaluation
from nn.graph.graph import Graph
from nn.replay.expression import Expression


class BoxKind(StrEnum):
    """What a box holds."""

    VALUE = "value"  # blue
    LOCAL = "local"  # green: ∂node/∂by, one edge
    TOTAL = "total"  # green: ∂output/∂node


class Box(NamedTuple):
    """``node``: whose value or derivative. ``by``: of a local derivative, the operand; "" otherwise.

    A VALUE is ``node``'s; a LOCAL is ∂node/∂by; a TOTAL is ∂output/∂node.
    """

    kind: BoxKind
    node: str
    by: str = ""

    @property
    def key(self) -> str:
        """As files write it: ``value c``, ``local c w``, ``total w``."""
        return " ".join(part for part in self if part)


def boxes_of(graph: Graph, parameters: tuple[str, ...]) -> tuple[Box, ...]:
    """Values from left to right, then derivatives from right to left.

    Derivatives are asked of what the parameters move. Of each node come, operand by operand, the local derivative and, when the last
    of the operand's users has been there, the total one. A local derivative of the output that is the total one is asked once.
    """
    moved = graph.moved_by(parameters)
    found = [Box(BoxKind.VALUE, name) for name in graph.inner]
    left = {name: len(graph.users[name]) for name in moved}
    for node in reversed(graph.nodes):
        for name in node.operands:
            if name not in moved:
                continue
            left[name] -= 1
            if node.name != graph.output or len(graph.users[name]) > 1:
                found.append(Box(BoxKind.LOCAL, node.name, name))
            if left[name] == 0:
                found.append(Box(BoxKind.TOTAL, name))
    return tuple(found)


def value_of(evaluation: Evaluation, box: Box) -> float:
    """The right answer."""
    if box.kind is BoxKind.VALUE:
        return evaluation.values[box.node]
    return evaluation.locals[box.by, box.node] if box.kind is BoxKind.LOCAL else evaluation.totals[box.node]


def symbol_of(graph: Graph, box: Box) -> Expression:
    """What stands beside the box: ``c``, ``∂c/∂w`` or ``∂J/∂w``."""
    if box.kind is BoxKind.VALUE:
        return words.name_of(box.node)
    return words.derivative(box.node, box.by) if box.kind is BoxKind.LOCAL else words.derivative(graph.output, box.node)


def usual_parameters(graph: Graph) -> tuple[str, ...]:
    """The variables that look like parameters: w, b and Greek letters; without any, all that aren't called x, y, t or i; else all."""
    weights = tuple(name for name in graph.leaves if name[0] in "wb" or name in ("theta", "omega") or "α" <= name[0] <= "ω")
    others = tuple(name for name in graph.leaves if name[0] not in "xyti")
    return weights or others or graph.leaves
