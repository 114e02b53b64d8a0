"""When a run explodes: at which step, in which layer, and what to say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn import backprop
from nn.backends.base import State
from nn.errors import TrainingDiverged
from nn.network import Architecture, Mask
from nn.text import QT_TRANSLATE_NOOP

# A loss that grew by this factor is not coming back.
EXPLODED = 1e8
# A loss this many times the lowest one is still a good moment's.
NEAR_LOWEST = 1.5


class DivergenceWatch:
    """Watches the losses that a run goes through, and keeps its last ``good`` moment to go back to."""

    def __init__(self, start: State) -> None:
        self.good = start
        self.restart()

    def restart(self) -> None:
        """The run goes on from another place: what counts as diverged is measured from there."""
        self._first, self._lowest = np.nan, np.inf

    def first_bad(self, losses: NDArray[np.float64]) -> int | None:
        """Which of ``losses``, at least one, is the first that is not finite or has exploded against the run's first."""
        first = float(losses[0]) if np.isnan(self._first) else self._first
        bad = np.flatnonzero(~np.isfinite(losses) | (losses > EXPLODED * max(first, 1.0)))
        if len(bad):
            return int(bad[0])
        self._first = first
        return None

    def note(self, before: State, losses: NDArray[np.float64]) -> None:
        """``losses`` were gone through from ``before`` on: a good moment if they end about as low as any."""
        if len(losses) and losses[-1] <= NEAR_LOWEST * self._lowest:
            self.good = before
            self._lowest = min(self._lowest, float(losses.min()))


def layer(architecture: Architecture, params: NDArray[np.floating], inputs: NDArray[np.float64], mask: Mask | None) -> int:
    """The first layer (1…L) with a parameter or pre-activation that is not finite; if all are, the one with the largest."""
    layout = architecture.layout
    with np.errstate(all="ignore"):
        passed = backprop.forward(architecture, np.asarray(params, dtype=np.float64), inputs[:256], mask)
    largest: list[float] = []
    for number in range(1, layout.depth + 1):
        values = (layout.weights(params, number), layout.biases(params, number), passed.pre_activations[number])
        peak = max(float(np.max(np.abs(value))) for value in values)
        if not np.isfinite(peak):
            return number
        largest.append(peak)
    return int(np.argmax(largest)) + 1


def error(step: int, where: int, rate: float) -> TrainingDiverged:
    """What to raise at ``step``, for a layer (1…L) and the learning rate in use."""
    return TrainingDiverged(
        QT_TRANSLATE_NOOP(
            "nn", "Training diverged at step {step} in layer {layer}: the numbers grew past all bounds. Try a learning rate below {rate:g}."
        ),
        step=step,
        layer=where,
        rate=rate,
    )
