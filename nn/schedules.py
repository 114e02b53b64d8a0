"""How the learning rate changes from epoch to epoch: formula and LaTeX of every schedule, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike, NDArray

from nn.choices import ScheduleKind
from nn.settings import ScheduleSettings

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class ScheduleFormula:
    """One schedule. ``factor`` takes the epochs e (from 0), gamma and every, and gives what η is multiplied by."""

    factor: Callable[[Array, float, int], Array]
    latex: str


def _cosine(e: Array, _gamma: float, every: int) -> Array:
    return 0.5 * (1.0 + np.cos(np.pi * np.minimum(e / every, 1.0)))


SCHEDULES: dict[ScheduleKind, ScheduleFormula] = {
    ScheduleKind.CONSTANT: ScheduleFormula(lambda e, _gamma, _every: np.ones_like(e), r"\eta_e = \eta"),
    ScheduleKind.STEP: ScheduleFormula(lambda e, gamma, every: gamma ** np.floor(e / every), r"\eta_e = \eta \, \gamma^{\lfloor e / n \rfloor}"),
    ScheduleKind.EXPONENTIAL: ScheduleFormula(lambda e, gamma, _every: gamma**e, r"\eta_e = \eta \, \gamma^e"),
    ScheduleKind.INVERSE_TIME: ScheduleFormula(lambda e, gamma, _every: 1.0 / (1.0 + gamma * e), r"\eta_e = \frac{\eta}{1 + \gamma e}"),
    ScheduleKind.COSINE: ScheduleFormula(
        _cosine, r"\eta_e = \frac{\eta}{2} \left( 1 + \cos \frac{\pi e}{n} \right) \text{ for } e < n \text{, then } 0"
    ),
}


def rates(settings: ScheduleSettings, base_rate: float, epochs: ArrayLike) -> Array:
    """Each epoch's learning rate, float64 of the shape of ``epochs``, which count from 0; n in the formulas is ``settings.every``.

    A schedule that grows (gamma above 1) may reach ``inf``; a run at that rate diverges and is stopped as any other.
    """
    e = np.asarray(epochs, dtype=np.float64)
    with np.errstate(over="ignore", under="ignore"):
        return base_rate * SCHEDULES[settings.kind].factor(e, settings.gamma, settings.every)


def rate(settings: ScheduleSettings, base_rate: float, epoch: int) -> float:
    """One epoch's learning rate."""
    return float(rates(settings, base_rate, epoch))
