"""What a walk through backpropagation is made of, beside the network: the sample, the learning rate, what is learnt and how it is called."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nn.choices import Reduction
from nn.errors import SettingsError
from nn.network import Architecture, read_only
from nn.text import QT_TRANSLATE_NOOP

MOST_ITERATIONS = 1_000_000


class BiasMode(StrEnum):
    """What happens to the biases: they stay as they are, each neuron has its own, or a layer's neurons share one."""

    FIXED = "fixed"
    PER_NEURON = "per-neuron"
    PER_LAYER = "per-layer"


class Trap(StrEnum):
    """A slip made on purpose, to be seen.

    ``UPDATED_WEIGHTS``: the deltas of a layer are calculated with the next layer's weights after their update, in every iteration;
    the figures printed in Matt Mazur's article come from it. ``W7_SLIP``: once, at the first update, w7 gets the value meant for w8, and w8
    keeps its own; it needs a 2-2-2 network.
    """

    NONE = "none"
    UPDATED_WEIGHTS = "updated-weights"
    W7_SLIP = "w7-slip"


class Naming(StrEnum):
    """How things are called: i1, h1, o1, w1, net and out as in Matt Mazur's example; or z, a, W and δ with the layer's number."""

    MAZUR = "mazur"
    LAYER = "layer"


class Granularity(StrEnum):
    """How far one click goes."""

    OPERATION = "operation"
    NEURON = "neuron"
    LAYER = "layer"
    PASS = "pass"  # noqa: S105  a pass through the network
    ITERATION = "iteration"


@dataclass(frozen=True, eq=False)
class Sample:
    """One or more samples: ``inputs`` (n, n_in) and ``targets`` (n, n_out), float64, read-only. Rows given as one axis become (1, …).

    Raises :class:`SettingsError` where the two don't have the same number of rows, or hold what is no number.
    """

    inputs: NDArray[np.float64]
    targets: NDArray[np.float64]

    def __post_init__(self) -> None:
        for name in ("inputs", "targets"):
            rows = np.atleast_2d(np.array(getattr(self, name), dtype=np.float64))
            if not np.isfinite(rows).all():
                raise SettingsError(f"sample.{name}", QT_TRANSLATE_NOOP("nn", "The sample's {part} must be numbers; one of them is none."), part=name)
            object.__setattr__(self, name, read_only(rows))
        if len(self.inputs) != len(self.targets) or not len(self.inputs):
            raise SettingsError(
                "sample",
                QT_TRANSLATE_NOOP("nn", "There are {inputs} rows of inputs and {targets} of targets; give as many of one as of the other."),
                inputs=len(self.inputs),
                targets=len(self.targets),
            )

    @property
    def count(self) -> int:
        """Number of samples n."""
        return len(self.inputs)

    def check_fits(self, architecture: Architecture) -> None:
        """Raise :class:`SettingsError` unless the network takes such inputs and gives such outputs."""
        widths = architecture.widths
        if self.inputs.shape[1] != widths[0] or self.targets.shape[1] != widths[-1]:
            raise SettingsError(
                "sample",
                QT_TRANSLATE_NOOP(
                    "nn",
                    "The network has {n_in} inputs and {n_out} outputs; the sample has {inputs} inputs and {targets} targets. Choose one that fits.",
                ),
                n_in=widths[0],
                n_out=widths[-1],
                inputs=self.inputs.shape[1],
                targets=self.targets.shape[1],
            )


@dataclass(frozen=True, slots=True)
class ReplaySettings:
    """``iterations`` updates are walked through and one more forward pass after them.

    ``reduction`` puts the samples' gradients together; ``l1`` and ``l2`` are the rates of the penalties on weights. ``show`` names
    the first and the last iteration (from 1; iterations + 1 is the pass after the last update) whose steps are made; ``None``
    makes all. Raises :class:`SettingsError`.
    """

    learning_rate: float = 0.5
    iterations: int = 1
    biases: BiasMode = BiasMode.PER_NEURON
    reduction: Reduction = Reduction.MEAN
    l1: float = 0.0
    l2: float = 0.0
    trap: Trap = Trap.NONE
    naming: Naming = Naming.LAYER
    show: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        for name, words in (("biases", BiasMode), ("reduction", Reduction), ("trap", Trap), ("naming", Naming)):
            object.__setattr__(self, name, words(getattr(self, name)))  # a plain "fixed" would pass for nothing else than itself
        if not (math.isfinite(self.learning_rate) and self.learning_rate > 0):
            raise SettingsError(
                "replay.learning_rate",
                QT_TRANSLATE_NOOP("nn", "The learning rate must be a number above 0; {value} can't be used."),
                value=self.learning_rate,
            )
        if not 1 <= self.iterations <= MOST_ITERATIONS:
            raise SettingsError(
                "replay.iterations",
                QT_TRANSLATE_NOOP("nn", "The number of iterations must be from 1 to {most}; {value} can't be used."),
                most=MOST_ITERATIONS,
                value=self.iterations,
            )
        for name in ("l1", "l2"):
            value = getattr(self, name)
            if not (math.isfinite(value) and 0 <= value <= 1e6):
                raise SettingsError(
                    f"replay.{name}",
                    QT_TRANSLATE_NOOP("nn", "{field} must be a number from 0 to 1000000; {value} can't be used."),
                    field=name,
                    value=value,
                )
        if self.show is not None and not 1 <= self.show[0] <= self.show[1] <= self.iterations + 1:
            raise SettingsError(
                "replay.show",
                QT_TRANSLATE_NOOP("nn", "Iterations {first} to {last} can't be shown: there are {most}, the pass after the last update counted."),
                first=self.show[0],
                last=self.show[1],
                most=self.iterations + 1,
            )
