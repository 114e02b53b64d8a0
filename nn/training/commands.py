"""What a person can ask of a run while it lives. Frozen: these cross from the window's thread to the training thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.inside.views import InsideRequest
from nn.network import Ablation
from nn.settings import TrainingSettings


@dataclass(frozen=True, slots=True)
class Play:
    """Train until a stop condition. ``steps_per_second`` ``None`` is flat out."""

    steps_per_second: float | None = None


@dataclass(frozen=True, slots=True)
class Pause: ...


@dataclass(frozen=True, slots=True)
class Advance:
    """Do that many steps, or epochs, then pause."""

    steps: int = 0
    epochs: int = 0


@dataclass(frozen=True, slots=True)
class GoTo:
    """Show the kept moment nearest to ``step``; play goes on from it."""

    step: int


@dataclass(frozen=True, slots=True)
class Back:
    """Go back to the kept moment before the one shown."""


@dataclass(frozen=True, slots=True)
class ChangeTraining:
    """New training settings, from the next step on. The loss itself can't change in a run."""

    settings: TrainingSettings


@dataclass(frozen=True, slots=True)
class SetAblation:
    ablation: Ablation


@dataclass(frozen=True, slots=True)
class ChooseSample:
    """Follow this sample of the data set; ``None`` follows none."""

    index: int | None


@dataclass(frozen=True, slots=True)
class ChooseMap:
    """Draw the map over these two raw columns; ``resolution`` is the longer side in cells, ``thumbnail`` a thumbnail's."""

    axes: tuple[int, int] = (0, 1)
    extent: tuple[float, float, float, float] | None = None
    resolution: int = 100
    thumbnail: int = 40


@dataclass(frozen=True, slots=True)
class SetParameter:
    """Set one weight or bias (paused only)."""

    index: int
    value: float


@dataclass(frozen=True, slots=True)
class LowerRate:
    """After a divergence: go back to the last good moment with the learning rate multiplied by ``factor``, and pause."""

    factor: float = 0.5


@dataclass(frozen=True, eq=False)
class SetParameters:
    """Put the network somewhere else: the whole vector (P,), at any time; the run goes on from there."""

    params: NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class TellPath:
    """Tell the way that the parameters have come: snapshots carry a new ``path`` from now on."""


@dataclass(frozen=True, eq=False)
class LookInside:
    """Look at one layer's neurons from now on; ``None`` looks away, and costs nothing."""

    request: InsideRequest | None


Command = (
    Play | Pause | Advance | GoTo | Back | ChangeTraining | SetAblation | ChooseSample | ChooseMap | SetParameter | LowerRate
    | SetParameters | TellPath | LookInside
)  # fmt: skip
