"""A graph as an exercise: boxes to fill in, verdicts, hints, progress. Nothing here changes; each move gives a new exercise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from nn.answers import Verdict
from nn.graph.evaluate import Evaluation
from nn.graph.graph import Graph


class BoxKind(StrEnum):
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


class BoxState(StrEnum):
    OPEN = "open"
    RIGHT = "right"
    WRONG = "wrong"
    REVEALED = "revealed"  # shown on request
    GIVEN = "given"  # shown from the start, never asked


@dataclass(frozen=True)
class Entry:
    """What has happened to a box. ``text``: what was typed last. ``verdict``: on that. ``tries``: answers that could be read.

    ``hints``: stages shown, 0 to 3.
    """

    state: BoxState = BoxState.OPEN
    text: str = ""
    verdict: Verdict | None = None
    tries: int = 0
    hints: int = 0

    @property
    def shows_value(self) -> bool:
        """Whether the right number stands in the box."""
        return self.state in (BoxState.RIGHT, BoxState.REVEALED, BoxState.GIVEN)


class Order(StrEnum):
    FREE = "free"
    ENFORCED = "enforced"  # values from left to right, then derivatives from right to left


@dataclass(frozen=True)
class Task:
    """What an exercise asks, as a file keeps it.

    ``values``: of the variables. ``parameters``: the variables whose derivatives are asked, and those of all nodes between them and
    the output; empty for the usual ones (see :func:`usual_parameters`). ``given``: keys of the boxes that are shown from the start.
    ``hints``: the teacher's own words by a box's key, shown as its first hint.
    """

    expression: str
    values: Mapping[str, float]
    parameters: tuple[str, ...] = ()
    title: str = ""
    order: Order = Order.FREE
    given: tuple[str, ...] = ()
    hints: Mapping[str, str] | None = None


class Progress(NamedTuple):
    """How many boxes are asked, and what became of them. ``first_try`` and ``with_hint`` are parts of ``right``."""

    asked: int
    right: int
    first_try: int
    with_hint: int
    wrong: int
    open: int
    revealed: int


@dataclass(frozen=True)
class Exercise:
    """``boxes`` are in the order of filling in; ``entries`` has one for each."""

    task: Task
    graph: Graph
    evaluation: Evaluation
    boxes: tuple[Box, ...]
    entries: Mapping[Box, Entry]
