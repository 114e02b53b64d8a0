"""Matt Mazur's worked example of backpropagation, lessons made of it, and where a walk with a slip leaves the right one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nn.choices import Activation, Loss
from nn.network import Architecture, Network, read_only
from nn.replay.build import build_walk
from nn.replay.settings import BiasMode, Naming, ReplaySettings, Sample, Trap
from nn.replay.step import Kind, Quantity
from nn.replay.walk import Walk
from nn.text import QT_TRANSLATE_NOOP

ARCHITECTURE = Architecture((2, 2, 2), (Activation.SIGMOID, Activation.SIGMOID), Loss.HALF_SQUARED)

# W of shape (n_in, n_out): w1 and w2 lead to h1, so they are a column
_W1, _B1 = ((0.15, 0.25), (0.20, 0.30)), (0.35, 0.35)
_W2, _B2 = ((0.40, 0.50), (0.45, 0.55)), (0.60, 0.60)


def network() -> Network:
    """2-2-2, sigmoid, half-squared error: w1…w8 = 0.15, 0.20, …, 0.55; b1 = 0.35, b2 = 0.60."""
    return Network(ARCHITECTURE, read_only(np.concatenate([np.array(part, dtype=np.float64).ravel() for part in (_W1, _B1, _W2, _B2)])))


def sample() -> Sample:
    """Inputs 0.05 and 0.10, targets 0.01 and 0.99."""
    return Sample(np.array([0.05, 0.10]), np.array([0.01, 0.99]))


def settings(**changes: Any) -> ReplaySettings:
    """η = 0.5, one update, biases as they are, the example's own names; ``changes`` are fields of :class:`ReplaySettings`."""
    return replace(ReplaySettings(learning_rate=0.5, iterations=1, biases=BiasMode.FIXED, naming=Naming.MAZUR), **changes)


def walk(**changes: Any) -> Walk:
    """The example, with ``changes`` to its settings."""
    return build_walk(network(), sample(), settings(**changes))


@dataclass(frozen=True)
class Lesson:
    """``title`` and ``intro`` are English, to be translated in the context "nn".

    ``settings`` are the walk's; ``goals`` the numbers that an exercise asks for (NEW), empty where it asks for none.
    """

    id: str
    title: str
    intro: str
    settings: ReplaySettings
    goals: tuple[Quantity, ...] = ()


def _new_weights(layer: int, *places: tuple[int, int]) -> tuple[Quantity, ...]:
    return tuple(Quantity(Kind.NEW, layer, unit, other) for unit, other in places)


LESSONS: tuple[Lesson, ...] = (
    Lesson(
        "example",
        QT_TRANSLATE_NOOP("nn", "Backpropagation by hand"),
        QT_TRANSLATE_NOOP(
            "nn",
            "Two inputs, two hidden neurons, two outputs, eight weights. Follow every number forward to the error, back to each weight, and"
            " see the error become smaller.",
        ),
        settings(),
    ),
    Lesson(
        "trap-updated-weights",
        QT_TRANSLATE_NOOP("nn", "Trap: weights updated too early"),
        QT_TRANSLATE_NOOP(
            "nn",
            "Here w5 to w8 are updated before the error goes back through them. The gradients of w1 to w4 then belong to no network: the output was"
            " calculated with the old weights. It gives the error 0.291027924 that the original article prints; the right one is 0.291027774.",
        ),
        settings(trap=Trap.UPDATED_WEIGHTS),
    ),
    Lesson(
        "trap-w7-slip",
        QT_TRANSLATE_NOOP("nn", "Trap: a slip of the pen in w7"),
        QT_TRANSLATE_NOOP(
            "nn",
            "Here w7 gets the value that was calculated for w8, and w8 keeps its old one. The error becomes 0.29018… and even looks better than the"
            " right 0.29102…: a smaller error does not prove that the gradient is right.",
        ),
        settings(trap=Trap.W7_SLIP),
    ),
    Lesson(
        "exercise-hidden-weights",
        QT_TRANSLATE_NOOP("nn", "Exercise: the new w2, w3 and w4"),
        QT_TRANSLATE_NOOP("nn", "The new w1 was worked out step by step. Calculate the new values of w2, w3 and w4 the same way."),
        settings(),
        _new_weights(1, (0, 1), (1, 0), (1, 1)),
    ),
    Lesson(
        "exercise-bias-per-neuron",
        QT_TRANSLATE_NOOP("nn", "Exercise: learn the biases, one per neuron"),
        QT_TRANSLATE_NOOP(
            "nn",
            "A bias is a weight whose input is always 1. Give each neuron its own bias and calculate its new value. The error after the update"
            " is about 0.28047.",
        ),
        settings(biases=BiasMode.PER_NEURON),
        tuple(Quantity(Kind.NEW, layer, unit) for layer in (1, 2) for unit in (0, 1)),
    ),
    Lesson(
        "exercise-bias-per-layer",
        QT_TRANSLATE_NOOP("nn", "Exercise: learn the biases, one per layer"),
        QT_TRANSLATE_NOOP(
            "nn",
            "Now b1 and b2 each belong to a whole layer, so that what their neurons say about them adds up. Calculate their new values. The error"
            " after the update is about 0.28575.",
        ),
        settings(biases=BiasMode.PER_LAYER),
        (Quantity(Kind.NEW, 1), Quantity(Kind.NEW, 2)),
    ),
)


@dataclass(frozen=True)
class Parting:
    """Where a walk with a trap leaves the right one: ``step`` is the first one whose number differs, ``None`` where none does.

    ``right`` holds, for each step of the trapped walk, the value that it should have.
    """

    step: int | None
    right: tuple[float, ...]


def parting(trapped: Walk, right: Walk) -> Parting:
    """Compare two walks of one network and sample, with and without a trap. The steps' order may differ; every number must be in both.

    Raises ``ValueError`` where a step of ``trapped`` is not in ``right``.
    """
    values = {(step.iteration, step.sample, step.quantity): step.value for step in right.steps}
    try:
        should = tuple(values[step.iteration, step.sample, step.quantity] for step in trapped.steps)
    except KeyError as error:
        raise ValueError("the two walks are not of the same network, sample and iterations") from error
    first = next((step.id for step, value in zip(trapped.steps, should, strict=True) if step.value != value), None)
    return Parting(first, should)
