"""What is on the Landscape workspace's screen, as one frozen record, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from nn.choices import OptimizerKind
from nn.landscape import curve, surface
from nn.landscape.curve import CurveSettings
from nn.landscape.descent import Runner, usual
from nn.landscape.function import PRESETS, Function2, Preset
from nn.landscape.typed import formula_of

LORENTZ, OWN = "lorentz", "own"
KEYS: tuple[str, ...] = (LORENTZ, *(preset.value for preset in Preset), OWN)
RACERS = (OptimizerKind.SGD, OptimizerKind.MOMENTUM, OptimizerKind.RMSPROP, OptimizerKind.ADAM)
FIRST_TEXT = "sin(a)*cos(b) + (a^2 + b^2)/10"
ENOUGH = 0.01  # a cost that much above the lowest one counts as arrived
GRID = 80
MOST_RUNNERS = 8


@dataclass(frozen=True)
class Subject:
    """``key`` of the function, with its ``text`` where it is typed; ``file`` of the pairs, "" for made ones."""

    key: str
    start: tuple[float, float]
    runners: tuple[Runner, ...]
    selected: int = 0
    batch: int = curve.BATCH_SIZE
    text: str = ""
    curve: CurveSettings = field(default_factory=CurveSettings)
    file: str = ""

    @property
    def function(self) -> Function2 | None:
        """``None`` for the curve fit, whose cost depends on the data."""
        return function_of(self.key, self.text)

    @property
    def runner(self) -> Runner:
        return self.runners[self.selected]


@lru_cache(maxsize=16)
def function_of(key: str, text: str) -> Function2 | None:
    """A preset, or the typed function. Raises a NeurolupaError for a text that can't be used."""
    if key == LORENTZ:
        return None
    return formula_of(text) if key == OWN else PRESETS[Preset(key)]


def racers(rate: float) -> tuple[Runner, ...]:
    """The four that start at first."""
    return tuple(runner_of(kind, rate) for kind in RACERS)


def runner_of(kind: OptimizerKind, rate: float) -> Runner:
    """A runner of ``kind`` where plain gradient descent would go at ``rate``; the adaptive ones' steps shrink on a steep surface too."""
    return usual(kind, rate)


def first_subject(key: str, text: str = "") -> Subject:
    """A function as it is met first. Raises a NeurolupaError for a text that can't be used."""
    function = function_of(key, text)
    if function is None:
        return Subject(key, curve.START, racers(curve.LEARNING_RATE))
    return Subject(key, function.start, racers(function.rate), text=text)


def _goal_on_grid(function: Function2, start: tuple[float, float]) -> float:
    """Where no minimum is known: the lowest place of a coarse grid, and a hundredth of the way up from it to the start."""
    costs = surface.of_function(function, resolution=GRID).costs
    known = costs[np.isfinite(costs)]
    height = float(np.real(function.value(np.array([start[0]]), np.array([start[1]])))[0])
    if not known.size or not np.isfinite(height):
        return ENOUGH
    least = float(known.min())
    return float(f"{least + max(height - least, 1e-9) * ENOUGH:.3g}")


def goal(subject: Subject, noise: float | None) -> float:
    """The cost below which a runner has arrived: 0.01 above the lowest cost that is known, and above the noise of the data."""
    function = subject.function
    if function is None:
        floor = 0.5 * (noise or 0.0) ** 2
        return ENOUGH if floor < 0.8 * ENOUGH else float(f"{1.5 * floor:.1g}")
    if not function.minima:
        return _goal_on_grid(function, subject.start)
    places = np.array(function.minima)
    least = float(np.min(np.real(function.value(places[:, 0], places[:, 1]))))
    return round(least, 9) + ENOUGH
