"""How a gradient becomes a change of the parameters: every optimizer's update, state and LaTeX, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.choices import OptimizerKind, Reduction

Array: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hyper:
    """Numbers of the update that may change between two chunks."""

    optimizer: OptimizerKind
    reduction: Reduction
    momentum: float
    decay: float
    beta1: float
    beta2: float
    epsilon: float
    l1: float
    l2: float


@dataclass(frozen=True)
class OptimizerFormula:
    """One optimizer. ``change`` takes (slots (2, P), gradient (P,), hyper, t), writes the new state into ``slots`` and
    returns the direction d (P,) of the update w ← w − η·d. ``slots_used`` counts the rows of state it keeps.
    """

    change: Callable[[Array, Array, Hyper, int], Array]
    slots_used: int
    latex: str


def _sgd(_slots: Array, g: Array, _hyper: Hyper, _t: int) -> Array:
    return g


def _momentum(slots: Array, g: Array, hyper: Hyper, _t: int) -> Array:
    velocity: Array = hyper.momentum * slots[0] + g
    slots[0] = velocity
    return velocity


def _nesterov(slots: Array, g: Array, hyper: Hyper, t: int) -> Array:
    return g + hyper.momentum * _momentum(slots, g, hyper, t)


def _rmsprop(slots: Array, g: Array, hyper: Hyper, _t: int) -> Array:
    square: Array = hyper.decay * slots[0] + (1.0 - hyper.decay) * g * g
    slots[0] = square
    return g / (np.sqrt(square) + hyper.epsilon)


def _adam(slots: Array, g: Array, hyper: Hyper, t: int) -> Array:
    """Kingma and Ba 2015, algorithm 1: both averages start at 0, which the divisions make up for."""
    mean: Array = hyper.beta1 * slots[0] + (1.0 - hyper.beta1) * g
    square: Array = hyper.beta2 * slots[1] + (1.0 - hyper.beta2) * g * g
    slots[0], slots[1] = mean, square
    return mean / (1.0 - hyper.beta1**t) / (np.sqrt(square / (1.0 - hyper.beta2**t)) + hyper.epsilon)


OPTIMIZERS: dict[OptimizerKind, OptimizerFormula] = {
    OptimizerKind.SGD: OptimizerFormula(_sgd, 0, r"w \leftarrow w - \eta \, g"),
    OptimizerKind.MOMENTUM: OptimizerFormula(_momentum, 1, r"v \leftarrow \mu v + g, \quad w \leftarrow w - \eta \, v"),
    OptimizerKind.NESTEROV: OptimizerFormula(_nesterov, 1, r"v \leftarrow \mu v + g, \quad w \leftarrow w - \eta \, (g + \mu v)"),
    OptimizerKind.RMSPROP: OptimizerFormula(
        _rmsprop, 1, r"s \leftarrow \rho s + (1 - \rho) g^2, \quad w \leftarrow w - \frac{\eta \, g}{\sqrt{s} + \varepsilon}"
    ),
    OptimizerKind.ADAM: OptimizerFormula(
        _adam,
        2,
        r"m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad "
        r"w \leftarrow w - \eta \, \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \varepsilon}",
    ),
}


def update(
    params: Array, slots: Array, gradient: Array, hyper: Hyper, *, rate: float, t: int, frozen: NDArray[np.bool_] | None = None
) -> tuple[Array, Array]:
    """The parameters (P,) and the state (2, P) after one update; what is given stays as it is.

    Row 0 of ``slots`` is v, s or m, row 1 Adam's v. ``t`` counts updates from 1. Where ``frozen`` (P,) is true, neither the
    parameter nor its state changes.
    """
    new_slots = slots.copy()
    new_params = params - rate * OPTIMIZERS[hyper.optimizer].change(new_slots, gradient, hyper, t)
    if frozen is not None:
        new_params = np.where(frozen, params, new_params)
        new_slots = np.where(frozen, slots, new_slots)
    return new_params, new_slots
