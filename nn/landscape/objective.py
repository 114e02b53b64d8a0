"""What a race runs down: a cost and its gradient at several points at once, on the batch of a step."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from nn.landscape import curve
from nn.landscape.checks import Array
from nn.landscape.curve import CurveData
from nn.landscape.function import Function2
from nn.network import read_only
from nn.text import Sentence


class Objective(Protocol):
    """``batches``: whether the cost depends on the step and the batch size at all."""

    @property
    def batches(self) -> bool: ...

    def cost_and_gradient(self, points: Array, step: int, batch_size: int) -> tuple[Array, Array]:
        """Costs (r,) and gradients (r, 2) at ``points`` (r, 2), on the batch of ``step`` (from 0). Not finite where there are none."""
        ...

    def why_none(self, point: Array) -> Sentence | None:
        """Why there is no cost or no slope at ``point`` (2,); ``None`` where that isn't known."""
        ...


KEPT = 2_000_000  # numbers of batches that are kept: a race that is run again at another rate draws none anew


class CurveObjective:
    """The curve fit. Each step takes a fresh batch; equal seeds give equal batches."""

    batches = True

    def __init__(self, data: CurveData, seed: int = 0) -> None:
        self.data = data
        self.seed = seed
        self._kept: dict[tuple[int, int], tuple[Array, Array]] = {}

    def batch(self, step: int, batch_size: int) -> tuple[Array, Array]:
        """The step's pairs: x and y, each (batch_size,), or all of them if there are no more. Read-only."""
        key = step, min(batch_size, self.data.size)
        if key not in self._kept:
            if 2 * key[1] * (len(self._kept) + 1) > KEPT:
                self._kept.clear()
            chosen = curve.batch(self.data, self.seed, step, batch_size)
            self._kept[key] = read_only(self.data.x[chosen]), read_only(self.data.y[chosen])
        return self._kept[key]

    def cost_and_gradient(self, points: Array, step: int, batch_size: int) -> tuple[Array, Array]:
        with np.errstate(all="ignore"):
            return curve.cost_and_gradient(*self.batch(step, batch_size), points)

    def why_none(self, point: Array) -> Sentence | None:  # noqa: ARG002 - the curve has a cost wherever numbers are small enough
        return None


class FunctionObjective:
    """A function of two parameters: the same cost at every step."""

    batches = False

    def __init__(self, function: Function2) -> None:
        self.function = function

    def cost_and_gradient(self, points: Array, step: int, batch_size: int) -> tuple[Array, Array]:  # noqa: ARG002 - no batches here
        w0, w1 = points[:, 0], points[:, 1]
        return _real(self.function.value(w0, w1)), np.stack([_real(slope) for slope in self.function.gradient(w0, w1)], axis=-1)

    def why_none(self, point: Array) -> Sentence | None:
        gap = self.function.gap((float(point[0]), float(point[1])))
        return None if gap is None else gap.sentence


def _real(values: Any) -> Array:
    return np.asarray(values, dtype=np.float64)
