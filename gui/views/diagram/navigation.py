"""Moving the selection between shown neurons by the arrow keys."""

from __future__ import annotations

import numpy as np

from gui.views.diagram.geometry import Plan
from nn.layout import Neuron


def start(plan: Plan) -> Neuron:
    """The neuron that the first arrow key selects: the first hidden one, or the first output."""
    return plan.columns[1].neurons[0]


def moved(plan: Plan, selected: Neuron | None, right: int, down: int) -> Neuron:
    """The neuron one place ``right`` (−1, 0, 1) and ``down`` of ``selected``; at an edge of the diagram it stays."""
    columns = {column.spec.layer: column for column in plan.columns}
    if selected is None or selected.layer not in columns or selected.index not in columns[selected.layer].spec.shown:
        return start(plan)
    here = columns[selected.layer]
    place = here.spec.shown.index(selected.index)
    if right:
        there = columns.get(selected.layer + right)
        if there is None:
            return selected
        nearest = int(np.argmin(np.abs(there.ys - here.ys[place])))
        return there.neurons[nearest]
    return here.neurons[min(len(here.spec.shown) - 1, max(0, place + down))]
