"""What the compiled kernels see of a network and an update: numbers for the words of ``nn.choices``, grouped in named tuples.

Compiled code can't compare strings quickly, and one kernel serves every network because these are values, not code.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.choices import Activation, Loss, OptimizerKind, Reduction
from nn.network import Architecture
from nn.optimizers import Hyper

STEP, LINEAR, SIGMOID, TANH, RELU, LEAKY_RELU, SOFTPLUS, SOFTMAX = range(8)
ACTIVATION_CODES = {
    Activation.STEP: STEP,
    Activation.LINEAR: LINEAR,
    Activation.SIGMOID: SIGMOID,
    Activation.TANH: TANH,
    Activation.RELU: RELU,
    Activation.LEAKY_RELU: LEAKY_RELU,
    Activation.SOFTPLUS: SOFTPLUS,
    Activation.SOFTMAX: SOFTMAX,
}
HALF_SQUARED, MSE, BINARY_CROSS_ENTROPY, CROSS_ENTROPY = range(4)
LOSS_CODES = {
    Loss.HALF_SQUARED: HALF_SQUARED,
    Loss.MSE: MSE,
    Loss.BINARY_CROSS_ENTROPY: BINARY_CROSS_ENTROPY,
    Loss.CROSS_ENTROPY: CROSS_ENTROPY,
}
NOTHING, SGD, MOMENTUM, NESTEROV, RMSPROP, ADAM = range(6)  # NOTHING leaves the gradient and updates nothing
OPTIMIZER_CODES = {
    OptimizerKind.SGD: SGD,
    OptimizerKind.MOMENTUM: MOMENTUM,
    OptimizerKind.NESTEROV: NESTEROV,
    OptimizerKind.RMSPROP: RMSPROP,
    OptimizerKind.ADAM: ADAM,
}


class Net(NamedTuple):
    """An architecture. Arrays int64 (L + 1,), index 0 the inputs: ``widths``, ``first`` row of each layer, ``at``: where a layer's
    weights start in the parameter vector (unused at 0), ``codes`` of its activation (unused at 0).
    """

    widths: NDArray[np.int64]
    first: NDArray[np.int64]
    at: NDArray[np.int64]
    codes: NDArray[np.int64]
    loss: int


class Switches(NamedTuple):
    """Which hidden neurons pass on their output: o = gain·a + hold per row (inputs too, from place ``at`` on), then dropout.

    ``keep`` uint8 (steps, hidden rows, batch), no steps without dropout. ``active``: whether any of it differs from o = a.
    """

    gain: NDArray[np.floating]
    hold: NDArray[np.floating]
    keep: NDArray[np.uint8]
    keep_scale: float
    active: bool
    at: int = 0


class Rule(NamedTuple):
    """An update's numbers. ``averaged``: whether the gradient is the mean over the batch, not its sum."""

    optimizer: int
    averaged: bool
    l1: float
    l2: float
    momentum: float
    decay: float
    beta1: float
    beta2: float
    epsilon: float


def net_of(architecture: Architecture) -> Net:
    """The architecture as the kernels see it."""
    layout = architecture.layout
    return Net(
        widths=np.array(layout.widths, dtype=np.int64),
        first=np.array(layout.row_offsets, dtype=np.int64),
        at=np.array([0, *(weights for weights, _ in layout.offsets)], dtype=np.int64),
        codes=np.array([LINEAR, *(ACTIVATION_CODES[a] for a in architecture.activations)], dtype=np.int64),
        loss=LOSS_CODES[architecture.loss],
    )


def rule_of(hyper: Hyper, *, update: bool) -> Rule:
    """``update`` False: only the gradient is wanted."""
    return Rule(
        optimizer=OPTIMIZER_CODES[hyper.optimizer] if update else NOTHING,
        averaged=hyper.reduction is Reduction.MEAN,
        l1=float(hyper.l1),
        l2=float(hyper.l2),
        momentum=float(hyper.momentum),
        decay=float(hyper.decay),
        beta1=float(hyper.beta1),
        beta2=float(hyper.beta2),
        epsilon=float(hyper.epsilon),
    )
