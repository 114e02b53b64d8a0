"""The right answer of a box, and the slips that its calculation invites."""

from __future__ import annotations

import math

from nn.answers import Expected
from nn.graph.boxes import Box, BoxKind, value_of
from nn.graph.evaluate import Evaluation
from nn.graph.slips_of_slopes import slips_of_local, slips_of_total
from nn.graph.slips_of_values import slips_of_value


def expected_of(evaluation: Evaluation, box: Box) -> Expected:
    """What is right, and the slips, the likeliest first; those that lead to the right value all the same are left out."""
    value = value_of(evaluation, box)
    if box.kind is BoxKind.VALUE:
        found = slips_of_value(evaluation, evaluation.graph.by_name[box.node])
    elif box.kind is BoxKind.LOCAL:
        found = slips_of_local(evaluation, evaluation.graph.by_name[box.node], box.by)
    else:
        found = slips_of_total(evaluation, box.node)
    return Expected(value, tuple(slip for slip in found if math.isfinite(slip.value) and not math.isclose(slip.value, value, rel_tol=1e-9)))
