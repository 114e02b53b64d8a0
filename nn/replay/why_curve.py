"""The activation's curve around the point where a neuron is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn import activations
from nn.choices import Activation
from nn.network import read_only
from nn.replay.formulas import gain_and_hold
from nn.replay.step import Kind, Source, Step
from nn.replay.walk import Walk

HALF_WIDTH = 5.0  # of the sampled range, unless the neuron lies further out
POINTS = 201


@dataclass(frozen=True, eq=False)
class Curve:
    """``y`` = f(``x``) with the ``slope`` f′(x), and the curve: ``xs`` and ``ys``, float64 (201,), read-only."""

    activation: Activation
    x: float
    y: float
    slope: float
    xs: NDArray[np.float64]
    ys: NDArray[np.float64]


def curve_of(walk: Walk, step: Step) -> Curve | None:
    """For the steps that make an output or its slope; ``None`` for others, for softmax, which has no curve, and for neurons that are off."""
    kind, layer = step.quantity.kind, step.quantity.layer
    if kind not in (Kind.OUT, Kind.OUT_NET):
        return None
    activation = step.scheme.architecture.activations[layer - 1]
    if activation is Activation.SOFTMAX or gain_and_hold(step.quantity, step.scheme)[0] == 0.0:
        return None
    z = np.array(_net(walk, step.sources[0]))
    a = activations.value(activation, z)
    slope = activations.derivative(activation, z, a)
    end = max(HALF_WIDTH, 1.2 * abs(float(z)))
    xs = np.linspace(-end, end, POINTS)
    ys = np.asarray(activations.value(activation, xs), dtype=np.float64)
    return Curve(activation, float(z), float(a), float(slope), read_only(xs), read_only(ys))


def _net(walk: Walk, source: Source) -> float:
    """The neuron's z: the source itself, or what its output was made from."""
    if source.quantity.kind is Kind.NET or source.step is None:
        return source.value
    return walk.steps[source.step].sources[0].value
