"""When a run explodes: at which step, in which layer, and what to say."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn import backprop
from nn.errors import TrainingDiverged
from nn.network import Architecture, Mask
from nn.text import QT_TRANSLATE_NOOP

# A loss that grew by this factor is not coming back.
EXPLODED = 1e8


def first_bad(losses: NDArray[np.float64], reference: float) -> int | None:
    """The first loss that is not finite or has exploded against ``reference`` (``nan``: against the first of ``losses``)."""
    base = float(losses[0]) if np.isnan(reference) and len(losses) else reference
    bad = np.flatnonzero(~np.isfinite(losses) | (losses > EXPLODED * max(base, 1.0)))
    return int(bad[0]) if len(bad) else None


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
    return TrainingDiverged(
        QT_TRANSLATE_NOOP(
            "nn", "Training diverged at step {step} in layer {layer}: the numbers grew past all bounds. Try a learning rate below {rate:g}."
        ),
        step=step,
        layer=where,
        rate=rate,
    )
