"""What the picture of data and fit shows: some pairs of a batch, how far the model is from each, and its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nn.landscape import checks, curve
from nn.landscape.checks import Array
from nn.landscape.curve import CurveData
from nn.network import read_only

SHOWN = 40  # pairs that can still be told apart
POINTS = 200  # of the line


@dataclass(frozen=True, eq=False)
class Fit:
    """``x``, ``y`` and ``predicted`` (m,): pairs and the model at them. ``line_x``, ``line_y`` (k,): the model; ``truth_y`` (k,): the true
    curve, ``None`` where it is not known. ``pairs`` is how many the batch has. Float64, read-only.
    """

    x: Array
    y: Array
    predicted: Array
    line_x: Array
    line_y: Array
    truth_y: Array | None
    pairs: int

    @property
    def deviations(self) -> Array:
        """y − ŷ, (m,): above 0 where the pair lies above the model."""
        return read_only(self.y - self.predicted)


def fit_of(data: CurveData, batch: tuple[Array, Array], w: Sequence[float] | Array, *, shown: int = SHOWN, points: int = POINTS) -> Fit:
    """The model with parameters ``w`` (2,) beside the first ``shown`` pairs of ``batch``, its line over the range of all data.

    Raises :class:`~nn.errors.SettingsError` for parameters that are no numbers, and counts that can't be used.
    """
    w0, w1 = (float(value) for value in checks.point("landscape.place", w))
    checks.whole("landscape.shown", shown, 0, curve.MOST_SAMPLES)
    checks.whole("landscape.points", points, 2, curve.MOST_SAMPLES)
    x, y = (part[:shown] for part in batch)
    low, high = curve.X_RANGE if data.truth is not None else (float(data.x.min()), float(data.x.max()))
    line = np.linspace(low, high, points)
    truth = None if data.truth is None else read_only(curve.predict(line, *data.truth))
    with np.errstate(over="ignore"):
        predicted, model = curve.predict(x, w0, w1), curve.predict(line, w0, w1)
    return Fit(read_only(x), read_only(y), read_only(predicted), read_only(line), read_only(model), truth, len(batch[0]))
