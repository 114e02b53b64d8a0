"""How wrong an output is: value, derivative, LaTeX and SymPy of every loss, in one table. All are losses of one sample.

The cross-entropies are computed from the pre-activations z (the logits): log(sigmoid(z)) and log(softmax(z)) of large |z|
lose all their digits or become −inf, while the forms here stay exact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from nn import activations
from nn.activations import Array
from nn.choices import Activation, Loss


@dataclass(frozen=True)
class LossFormula:
    """One loss. ``value`` takes pre-activations z, outputs o and targets t, each (n, K), and gives each sample's loss, (n,).

    ``derivative`` takes o and t and gives ∂L/∂o, (n, K); for the cross-entropies, which go with one activation each, ∂L/∂z.
    ``symbolic`` takes one sample's z, o and t as SymPy expressions.
    """

    value: Callable[[Array, Array, Array], Array]
    derivative: Callable[[Array, Array], Array]
    latex: str
    derivative_latex: str
    symbolic: Callable[[Sequence[Any], Sequence[Any], Sequence[Any]], Any]


def _half_squared(_z: Array, o: Array, t: Array) -> Array:
    return _total(0.5 * (t - o) ** 2)


def _mse(_z: Array, o: Array, t: Array) -> Array:
    return _total((t - o) ** 2 / t.shape[-1])


def _binary_cross_entropy(z: Array, _o: Array, t: Array) -> Array:
    """−Σ t·ln σ(z) + (1 − t)·ln(1 − σ(z)), which is Σ ln(1 + eᶻ) − t·z; here ln(1 + eᶻ) = max(0, z) + ln(1 + e^−|z|)."""
    size = np.where(z.real >= 0, z, -z)
    return _total(activations.value(Activation.RELU, z) - t * z + activations.value(Activation.SOFTPLUS, -size))


def _cross_entropy(z: Array, _o: Array, t: Array) -> Array:
    below: Array = z - z.real.max(axis=-1, keepdims=True)
    log_softmax = below - np.log(_total(np.exp(below)))[..., np.newaxis]
    return -_total(t * log_softmax)


def _total(terms: Array) -> Array:
    """Sum over the outputs of each sample."""
    found: Array = terms.sum(axis=-1)
    return found


def _symbolic_half_squared(_z: Sequence[Any], o: Sequence[Any], t: Sequence[Any]) -> Any:
    return sum((target - out) ** 2 for target, out in zip(t, o, strict=True)) / 2


def _symbolic_mse(_z: Sequence[Any], o: Sequence[Any], t: Sequence[Any]) -> Any:
    return sum((target - out) ** 2 for target, out in zip(t, o, strict=True)) / len(t)


def _symbolic_binary_cross_entropy(_z: Sequence[Any], o: Sequence[Any], t: Sequence[Any]) -> Any:
    from sympy import log

    return -sum(target * log(out) + (1 - target) * log(1 - out) for target, out in zip(t, o, strict=True))


def _symbolic_cross_entropy(_z: Sequence[Any], o: Sequence[Any], t: Sequence[Any]) -> Any:
    from sympy import log

    return -sum(target * log(out) for target, out in zip(t, o, strict=True))


LOSSES: dict[Loss, LossFormula] = {
    Loss.HALF_SQUARED: LossFormula(
        value=_half_squared,
        derivative=lambda o, t: o - t,
        latex=r"L = \frac{1}{2} \sum_k (t_k - o_k)^2",
        derivative_latex=r"\frac{\partial L}{\partial o_k} = o_k - t_k",
        symbolic=_symbolic_half_squared,
    ),
    Loss.MSE: LossFormula(
        value=_mse,
        derivative=lambda o, t: 2.0 * (o - t) / t.shape[-1],
        latex=r"L = \frac{1}{K} \sum_k (t_k - o_k)^2",
        derivative_latex=r"\frac{\partial L}{\partial o_k} = \frac{2}{K} (o_k - t_k)",
        symbolic=_symbolic_mse,
    ),
    Loss.BINARY_CROSS_ENTROPY: LossFormula(
        value=_binary_cross_entropy,
        derivative=lambda o, t: o - t,
        latex=r"L = -\sum_k \left( t_k \ln o_k + (1 - t_k) \ln(1 - o_k) \right)",
        derivative_latex=r"\frac{\partial L}{\partial z_k} = o_k - t_k",
        symbolic=_symbolic_binary_cross_entropy,
    ),
    Loss.CROSS_ENTROPY: LossFormula(
        value=_cross_entropy,
        derivative=lambda o, t: o - t,  # because each sample's targets add up to 1
        latex=r"L = -\sum_k t_k \ln o_k",
        derivative_latex=r"\frac{\partial L}{\partial z_k} = o_k - t_k",
        symbolic=_symbolic_cross_entropy,
    ),
}


def value(loss: Loss, z: Array, o: Array, t: Array) -> Array:
    """Each sample's loss, shape (n,), from pre-activations z, outputs o and targets t, each (n, K)."""
    return LOSSES[loss].value(z, o, t)


def derivative(loss: Loss, o: Array, t: Array) -> Array:
    """∂L/∂o of each sample, shape (n, K); for the cross-entropies ∂L/∂z of the output layer."""
    return LOSSES[loss].derivative(o, t)
