"""The bars of a waterfall: from an output's bias, over what each neuron adds, to its pre-activation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gui.format import count
from nn.inside.views import Answer


@dataclass(frozen=True)
class Step:
    """One bar: from ``start`` to ``end`` of the running sum. ``neuron`` is −1 for the bias, the rest and the sum."""

    name: str
    start: float
    end: float
    neuron: int = -1
    whole: bool = False  # stands on the ground: bias and sum

    @property
    def change(self) -> float:
        return self.end - self.start


def steps_of(answer: Answer, most: int, names: tuple[str, str, str], inputs: tuple[str, ...] = ()) -> tuple[Step, ...]:
    """Bias, the ``most`` largest terms, all others together, and the sum. ``names`` of the bias, the rest (with its ``{count}``) and the sum.
    ``inputs`` are the terms' names where they are no neurons', which have numbers."""
    largest = [int(neuron) for neuron in answer.largest[:most]]
    total = float(answer.bias)
    steps = [Step(names[0], 0.0, total, whole=True)]
    for neuron in largest:
        term = float(answer.terms[neuron])
        name = inputs[neuron] if neuron < len(inputs) else str(neuron + 1)
        steps.append(Step(name, total, total + term, neuron))
        total += term
    others = len(answer.terms) - len(largest)
    if others > 0:
        steps.append(Step(names[1].format(count=count(others)), total, float(answer.logit)))
    steps.append(Step(names[2], 0.0, float(answer.logit), whole=True))
    return tuple(steps)


def alike(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers make the same bars."""
    if one is None or other is None:
        return one is other
    numbers = (one.about, one.logit, one.bias) == (other.about, other.logit, other.bias)
    return numbers and np.array_equal(one.largest, other.largest) and np.array_equal(one.terms, other.terms)
