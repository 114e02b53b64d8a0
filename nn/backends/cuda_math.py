# ruff: noqa: PLR0917 - GPU functions take their arguments by position
# ruff: noqa: PLR0911 - one return per formula is a table
"""The formulas of activations, losses and optimizers as GPU device functions: the same ones as in :mod:`nn.backprop`.

A literal such as ``1.0`` is a float64 and would drag a float32 kernel into double precision, which most GPUs do 32 to 64
times slower; so constants take the type of a number at hand: ``type(z)(1)``. Nothing here calls exp of a positive number,
so nothing overflows.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, ParamSpec, TypeAlias, TypeVar, cast

import numpy as np
from numba import config, cuda, types
from numpy.typing import NDArray

from nn.choices import Activation, Loss, OptimizerKind, Reduction
from nn.optimizers import Hyper

SIMULATED = bool(config.ENABLE_CUDASIM)

P = ParamSpec("P")
R = TypeVar("R")
Real: TypeAlias = Any  # a float32 or float64 number in a kernel
Reals: TypeAlias = NDArray[Any]  # an array of them

STEP, LINEAR, SIGMOID, TANH, RELU, LEAKY_RELU, SOFTPLUS, SOFTMAX = range(8)
ACTIVATIONS = {
    Activation.STEP: STEP,
    Activation.LINEAR: LINEAR,
    Activation.SIGMOID: SIGMOID,
    Activation.TANH: TANH,
    Activation.RELU: RELU,
    Activation.LEAKY_RELU: LEAKY_RELU,
    Activation.SOFTPLUS: SOFTPLUS,
    Activation.SOFTMAX: SOFTMAX,
}

HALF_SQUARED, MSE, BINARY_CROSS_ENTROPY, CROSS_ENTROPY = range(4)  # from BINARY_CROSS_ENTROPY on: computed from logits
LOSSES = {
    Loss.HALF_SQUARED: HALF_SQUARED,
    Loss.MSE: MSE,
    Loss.BINARY_CROSS_ENTROPY: BINARY_CROSS_ENTROPY,
    Loss.CROSS_ENTROPY: CROSS_ENTROPY,
}

SGD, MOMENTUM, NESTEROV, RMSPROP, ADAM = range(5)
OPTIMIZERS = {
    OptimizerKind.SGD: SGD,
    OptimizerKind.MOMENTUM: MOMENTUM,
    OptimizerKind.NESTEROV: NESTEROV,
    OptimizerKind.RMSPROP: RMSPROP,
    OptimizerKind.ADAM: ADAM,
}

# Places in the array of an update's numbers. 1 − β is sent along because 1 − float32(0.999) keeps only five digits of it.
N_MOMENTUM, N_DECAY, N_REST, N_BETA1, N_REST1, N_BETA2, N_REST2, N_EPSILON, N_L1, N_L2 = range(10)


def numbers_of(hyper: Hyper) -> NDArray[np.float64]:
    """What :func:`optimize` and :func:`regularised` read of an update."""
    h = hyper
    return np.array([h.momentum, h.decay, 1.0 - h.decay, h.beta1, 1.0 - h.beta1, h.beta2, 1.0 - h.beta2, h.epsilon, h.l1, h.l2])


def scale_of(hyper: Hyper, batch: int) -> float:
    """What the sum of a batch's gradients is multiplied with."""
    return 1.0 / batch if hyper.reduction is Reduction.MEAN else 1.0


def device(function: Callable[P, R]) -> Callable[P, R]:
    """``cuda.jit`` for a function that kernels call, with its types kept."""
    return cast("Callable[P, R]", cuda.jit(device=True)(function))


def quotient(a: Real, b: Real) -> Real:
    """a / b for b from 1 to 2. On a GPU and in float32 to 2 units in the last place: a division to the last bit takes three times as
    long as all the rest of a sigmoid.
    """
    return a / b


if not SIMULATED:
    from numba.cuda import libdevice
    from numba.cuda.extending import overload

    @overload(quotient, target="cuda")  # type: ignore[untyped-decorator]  # numba has no types
    def quotient_on_gpu(a: Real, b: Real) -> Callable[[Real, Real], Real]:  # noqa: ARG001 - a type here, a number in what is returned
        def fast(a: Real, b: Real) -> Real:
            return libdevice.fast_fdividef(a, b)

        def exact(a: Real, b: Real) -> Real:
            return a / b

        return fast if a == types.float32 else exact


@device
def sigmoid(z: Real) -> Real:
    one = type(z)(1)
    decay = math.exp(-abs(z))
    return quotient(one if z >= 0 else decay, one + decay)


@device
def softplus(z: Real) -> Real:
    """ln(1 + eᶻ). A NaN stays a NaN, here and in ReLU."""
    return (type(z)(0) if z <= 0 else z) + math.log1p(math.exp(-abs(z)))


@device
def activate(code: int, z: Real) -> Real:
    """f(z) of every activation but softmax, which needs its whole layer."""
    zero = type(z)(0)
    if code == STEP:
        return type(z)(1) if z >= 0 else zero
    if code == SIGMOID:
        return sigmoid(z)
    if code == TANH:
        return math.tanh(z)
    if code == RELU:
        return zero if z <= 0 else z
    if code == LEAKY_RELU:
        return z if z > 0 else type(z)(0.01) * z
    if code == SOFTPLUS:
        return softplus(z)
    return z


@device
def slope(code: int, z: Real, a: Real) -> Real:
    """f'(z), where a = f(z)."""
    zero, one = type(z)(0), type(z)(1)
    if code == STEP:
        return zero
    if code == SIGMOID:
        return a * (one - a)
    if code == TANH:
        return one - a * a
    if code == RELU:
        return one if z > 0 else zero
    if code == LEAKY_RELU:
        return one if z > 0 else type(z)(0.01)
    if code == SOFTPLUS:
        return sigmoid(z)
    return one


@device
def finish_column(outputs: Reals, column: int, ending: int) -> None:
    """Turn the logits of one sample into outputs, in place. ``ending`` is SIGMOID, SOFTMAX, or LINEAR: they are outputs already."""
    if ending == SIGMOID:
        for k in range(outputs.shape[0]):
            outputs[k, column] = sigmoid(outputs[k, column])
    if ending == SOFTMAX:
        largest = largest_of(outputs, column)
        total = outputs.dtype.type(0)
        for k in range(outputs.shape[0]):
            outputs[k, column] = math.exp(outputs[k, column] - largest)
            total += outputs[k, column]
        for k in range(outputs.shape[0]):
            outputs[k, column] /= total


@device
def largest_of(values: Reals, column: int) -> Real:
    largest = values[0, column]
    for k in range(1, values.shape[0]):
        largest = max(largest, values[k, column])
    return largest


@device
def squared_error(outputs: Reals, column: int, targets: Reals, sample: int, loss: int) -> Real:
    """Half-squared or mean squared error of one sample from its outputs."""
    real = outputs.dtype.type
    total = real(0)
    for k in range(outputs.shape[0]):
        error = targets[k, sample] - outputs[k, column]
        total += error * error
    return total / real(2) if loss == HALF_SQUARED else total / real(outputs.shape[0])


@device
def cross_entropy(logits: Reals, column: int, targets: Reals, sample: int, loss: int) -> Real:
    """Binary or softmax cross-entropy of one sample from its logits: Σ softplus(z) − t·z, or Σ t·(ln Σeᶻ − z)."""
    total = logits.dtype.type(0)
    if loss == BINARY_CROSS_ENTROPY:
        for k in range(logits.shape[0]):
            total += softplus(logits[k, column]) - targets[k, sample] * logits[k, column]
        return total
    largest = largest_of(logits, column)
    for k in range(logits.shape[0]):
        total += math.exp(logits[k, column] - largest)
    log_total = math.log(total)
    total = logits.dtype.type(0)
    for k in range(logits.shape[0]):
        total += targets[k, sample] * (log_total - (logits[k, column] - largest))
    return total


@device
def output_delta(outputs: Reals, deltas: Reals, column: int, targets: Reals, sample: int, loss: int, ending: int) -> None:
    """∂L/∂z of one sample's outputs into ``deltas``, which holds f'(z) before.

    A cross-entropy and the activation that belongs to it give o − t. Softmax under a squared loss needs its whole Jacobian.
    """
    real = outputs.dtype.type
    factor = real(2) / real(outputs.shape[0]) if loss == MSE else real(1)
    shared = real(0)
    if ending == SOFTMAX and loss != CROSS_ENTROPY:
        for k in range(outputs.shape[0]):
            shared += factor * (outputs[k, column] - targets[k, sample]) * outputs[k, column]
    for k in range(outputs.shape[0]):
        blame = factor * (outputs[k, column] - targets[k, sample])
        if loss >= BINARY_CROSS_ENTROPY:
            deltas[k, column] = blame
        elif ending == SOFTMAX:
            deltas[k, column] = outputs[k, column] * (blame - shared)
        else:
            deltas[k, column] *= blame


@device
def names_right_class(outputs: Reals, column: int, targets: Reals, sample: int) -> int:
    """1 where the network names the right class: output ≥ 0.5 for one output, else the largest."""
    if targets.shape[0] == 1:
        said_one = outputs[0, column] + outputs[0, column] >= 1
        return 1 if said_one == (targets[0, sample] + targets[0, sample] >= 1) else 0
    said, true = 0, 0
    largest, target = outputs[0, column], targets[0, sample]
    for k in range(1, outputs.shape[0]):
        if outputs[k, column] > largest:
            said, largest = k, outputs[k, column]
        if targets[k, sample] > target:
            true, target = k, targets[k, sample]
    return 1 if said == true else 0


@device
def regularised(gradient: Real, weight: Real, numbers: Reals) -> Real:
    """The data gradient plus l1·sign(w) + l2·w."""
    penalty = numbers[N_L2] * weight
    if weight > 0:
        penalty += numbers[N_L1]
    elif weight < 0:
        penalty -= numbers[N_L1]
    return gradient + penalty


@device
def optimize(optimizer: int, g: Real, rate: Real, slots: Reals, p: int, numbers: Reals, correction1: Real, correction2: Real) -> Real:
    """What to take from parameter ``p``, whose gradient is ``g``; moves its slots on.

    Adam is Kingma and Ba 2015, algorithm 1; ``correction1`` and ``correction2`` are 1 − β₁ᵗ and 1 − β₂ᵗ.
    """
    if optimizer == SGD:
        return rate * g
    if optimizer == RMSPROP:
        slots[0, p] = numbers[N_DECAY] * slots[0, p] + numbers[N_REST] * g * g
        return rate * g / (math.sqrt(slots[0, p]) + numbers[N_EPSILON])
    if optimizer == ADAM:
        slots[0, p] = numbers[N_BETA1] * slots[0, p] + numbers[N_REST1] * g
        slots[1, p] = numbers[N_BETA2] * slots[1, p] + numbers[N_REST2] * g * g
        spread = math.sqrt(slots[1, p] / correction2) + numbers[N_EPSILON]
        return rate * (slots[0, p] / correction1) / spread
    slots[0, p] = numbers[N_MOMENTUM] * slots[0, p] + g
    if optimizer == NESTEROV:
        return rate * (g + numbers[N_MOMENTUM] * slots[0, p])
    return rate * slots[0, p]
