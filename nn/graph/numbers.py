"""New numbers for an exercise: small ones, with answers of at most two decimals where there are such."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from nn.graph.boxes import Box, BoxKind, boxes_of, value_of
from nn.graph.evaluate import evaluate
from nn.graph.graph import Graph, GraphError

WORK = 1600  # nodes calculated for each kind of numbers

_WHOLE = [float(n) for n in range(-6, 10) if n]
_HALVES = [n / 2 for n in range(-9, 13) if n]
_TENTHS = [n / 10 for n in range(1, 10)]
_KINDS: Sequence[Sequence[float]] = (_WHOLE, _HALVES, _TENTHS)

_LARGE, _SMALL = 300.0, 0.005


def new_values(graph: Graph, parameters: tuple[str, ...], seed: int, old: Mapping[str, float]) -> dict[str, float]:
    """Values of all variables, other ones than ``old``; the same for the same seed. ``old`` itself where none can be calculated with."""
    draw = np.random.default_rng(seed)
    best, least = dict(old), float("inf")
    boxes = boxes_of(graph, parameters)
    tries = min(50, max(8, WORK // len(graph.nodes)))
    for kind, numbers in enumerate(_KINDS):
        for _ in range(tries):
            values = {name: float(number) for name, number in zip(graph.leaves, draw.choice(numbers, len(graph.leaves)), strict=True)}
            badness = _badness(graph, boxes, values) + kind if values != old else float("inf")
            if badness < least:
                best, least = values, badness
            if least == 0:
                return best
    return best


def _badness(graph: Graph, boxes: Sequence[Box], values: Mapping[str, float]) -> float:
    """0 if every answer is short, of a handy size, and no derivative is 0; infinite where there is none."""
    try:
        evaluation = evaluate(graph, values)
    except GraphError:
        return float("inf")
    alike = len(values) - len({abs(value) for value in values.values()})  # of two equal numbers, no slip can be told
    found = 3.0 * alike if len(values) < len(_WHOLE) // 2 else 0.0
    for box in boxes:
        answer = value_of(evaluation, box)
        found += 50.0 * (abs(answer) < _SMALL and box.kind is not BoxKind.VALUE)
        found += 5.0 * (abs(answer) > _LARGE) + 2.0 * (round(answer, 2) != round(answer, 9))
    return found
