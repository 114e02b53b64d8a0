"""The tutorial's fit of two parameters: its model, a million noisy pairs, the cost of a batch and its gradient.

The model is g(x; ω) = ω0/((x − ω1)² + 1): a peak of height ω0 at x = ω1. The tutorial starts at ω = (−2, 2) and fits a file whose
true ω it does not print; the data made here has (3, 0.5), inside the landscape that it draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn import randomness
from nn.landscape import checks
from nn.landscape.checks import Array, Extent
from nn.network import read_only
from nn.randomness import Stream

LATEX = r"g(x; \omega) = \frac{\omega_0}{(x - \omega_1)^2 + 1}"
START = (-2.0, 2.0)
EXTENT: Extent = (-3.0, 6.0, -2.0, 3.0)
LEARNING_RATE = 0.7
BATCH_SIZE = 100
X_RANGE = (-4.0, 4.0)
MOST_SAMPLES = 10_000_000
MOST_SIZE = 1e6  # of a true parameter, and of the noise


@dataclass(frozen=True, slots=True)
class CurveSettings:
    """Data to be made: ``truth`` is the true ω, ``noise`` the standard deviation of y around the curve.

    Raises :class:`~nn.errors.SettingsError`.
    """

    truth: tuple[float, float] = (3.0, 0.5)
    noise: float = 0.1
    samples: int = 1_000_000
    seed: int = 0

    def __post_init__(self) -> None:
        checks.point("landscape.truth", self.truth)
        for name, value in zip(("landscape.truth.0", "landscape.truth.1"), self.truth, strict=True):
            checks.number(name, value, -MOST_SIZE, MOST_SIZE)
        checks.number("landscape.noise", self.noise, 0.0, MOST_SIZE)
        checks.whole("landscape.samples", self.samples, 1, MOST_SAMPLES)
        checks.whole("landscape.seed", self.seed, 0, checks.MOST_SEED)


@dataclass(frozen=True, eq=False)
class CurveData:
    """Pairs to be fitted: ``x`` and ``y`` (n,), float64, read-only. ``truth`` and ``noise`` are ``None`` for a file's data."""

    x: Array
    y: Array
    truth: tuple[float, float] | None = None
    noise: float | None = None

    @property
    def size(self) -> int:
        """Number of pairs n."""
        return len(self.x)

    @property
    def floor(self) -> float | None:
        """The mean cost at the true ω, which is the noise's alone: half its variance. ``None`` where it is not known."""
        return None if self.noise is None else 0.5 * self.noise**2


def make(settings: CurveSettings = CurveSettings()) -> CurveData:
    """``x`` even over [−4, 4], ``y`` = g(x; truth) + normal noise. Equal settings give equal pairs."""
    source = randomness.generator(settings.seed, Stream.PAIRS)
    x = source.uniform(*X_RANGE, settings.samples)
    y = predict(x, *settings.truth)
    y += settings.noise * source.standard_normal(settings.samples)
    return CurveData(read_only(x), read_only(y), settings.truth, settings.noise)


def batch(data: CurveData, seed: int, step: int, size: int) -> NDArray[np.intp]:
    """Which ``size`` different pairs step ``step`` (from 0) uses, (size,); all of them, in order, when there are no more.

    The same for whoever asks with the same seed, so that a race is run on the same batches.
    """
    if size >= data.size:
        return np.arange(data.size)
    return randomness.generator(seed, Stream.BATCH, step).choice(data.size, size, replace=False, shuffle=False)


def predict(x: Any, w0: Any, w1: Any) -> Any:
    """g(x; ω), elementwise with broadcasting."""
    return w0 / ((x - w1) ** 2 + 1.0)


def cost(x: Array, y: Array, w: Any) -> Any:
    """½⟨(y − g(x; ω))²⟩ over the pairs, for each ω: ``w`` (…, 2) gives (…)."""
    w = np.asarray(w)
    return 0.5 * ((predict(x, w[..., :1], w[..., 1:]) - y) ** 2).mean(axis=-1)


def cost_and_gradient(x: Array, y: Array, w: Any) -> tuple[Any, Any]:
    """:func:`cost` (…) and its gradient (…, 2) for each ω of ``w`` (…, 2), from one pass.

    ∂g/∂ω0 = h and ∂g/∂ω1 = 2·(x − ω1)·ω0·h² with h = 1/((x − ω1)² + 1).
    """
    w = np.asarray(w)
    w0, apart = w[..., :1], x - w[..., 1:]
    h = 1.0 / (apart * apart + 1.0)
    deviation = w0 * h - y
    pull = deviation * h
    along1 = 2.0 * w0[..., 0] * (pull * h * apart).mean(axis=-1)
    return 0.5 * (deviation * deviation).mean(axis=-1), np.stack((pull.mean(axis=-1), along1), axis=-1)
