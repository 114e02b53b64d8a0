"""What a neuron makes of its weighted sum z: value, derivative, LaTeX and SymPy of every activation, in one table.

Everything also takes complex numbers, for the complex step: a branch is decided by the real part alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.choices import Activation

Array: TypeAlias = NDArray[np.inexact]

LEAKY_SLOPE = 0.01


@dataclass(frozen=True)
class ActivationFormula:
    """One activation f. ``value`` takes z; ``derivative`` takes z and a = f(z) and gives ∂a_k/∂z_k, both of z's shape.

    ``symbolic`` takes the SymPy expressions of a whole layer's z, because softmax mixes them, and gives those of a.
    """

    value: Callable[[Array], Array]
    derivative: Callable[[Array, Array], Array]
    latex: str
    derivative_latex: str
    symbolic: Callable[[Sequence[Any]], list[Any]]


def _decay(z: Array) -> Array:
    """exp(−|z|): never above 1, so it can't overflow."""
    found: Array = np.exp(np.where(z.real >= 0, -z, z))
    return found


def _sigmoid(z: Array) -> Array:
    decay = _decay(z)
    top: Array = np.where(z.real >= 0, 1.0, decay)
    return top / (1.0 + decay)


def _softplus(z: Array) -> Array:
    return _relu(z) + np.log1p(_decay(z))


def _relu(z: Array) -> Array:
    return np.where(z.real <= 0, 0.0, z)  # not "z > 0": a NaN must stay a NaN


def _leaky_relu(z: Array) -> Array:
    return np.where(z.real > 0, z, LEAKY_SLOPE * z)


def _step(z: Array) -> Array:
    return np.where(z.real >= 0, np.ones_like(z), np.zeros_like(z))


def _softmax(z: Array) -> Array:
    """Along the last axis. Taking the largest z away from all changes nothing but keeps exp from overflowing."""
    raised: Array = np.exp(z - z.real.max(axis=-1, keepdims=True))
    total: Array = raised.sum(axis=-1, keepdims=True)
    return raised / total


def _where_positive(z: Array, above: float, below: float) -> Array:
    return np.where(z.real > 0, z.dtype.type(above), z.dtype.type(below))


def _each(function: Callable[[Any], Any]) -> Callable[[Sequence[Any]], list[Any]]:
    """A layer's expressions from one neuron's."""
    return lambda layer: [function(z) for z in layer]


def _symbolic_sigmoid(z: Any) -> Any:
    from sympy import exp

    return 1 / (1 + exp(-z))


def _symbolic_tanh(z: Any) -> Any:
    from sympy import tanh

    return tanh(z)


def _symbolic_softplus(z: Any) -> Any:
    from sympy import exp, log

    return log(1 + exp(z))


def _symbolic_piecewise(positive: Callable[[Any], Any], otherwise: Callable[[Any], Any], *, at_zero: bool = False) -> Callable[[Any], Any]:
    """``positive`` where z > 0 (or z ≥ 0 if ``at_zero``), else ``otherwise``."""

    def expression(z: Any) -> Any:
        from sympy import Piecewise

        return Piecewise((positive(z), z >= 0 if at_zero else z > 0), (otherwise(z), True))

    return expression


def _symbolic_softmax(layer: Sequence[Any]) -> list[Any]:
    from sympy import Add, exp

    total = Add(*(exp(z) for z in layer))
    return [exp(z) / total for z in layer]


def _symbolic_leaky_slope(z: Any) -> Any:
    from sympy import Float

    return Float(LEAKY_SLOPE, 30) * z  # the same binary number that NumPy uses


ACTIVATIONS: dict[Activation, ActivationFormula] = {
    Activation.STEP: ActivationFormula(
        value=_step,
        derivative=lambda z, _a: np.zeros_like(z),
        latex=r"f(z) = \begin{cases} 1 & z \ge 0 \\ 0 & z < 0 \end{cases}",
        derivative_latex=r"f'(z) = 0",
        symbolic=_each(_symbolic_piecewise(lambda _z: 1, lambda _z: 0, at_zero=True)),
    ),
    Activation.LINEAR: ActivationFormula(
        value=lambda z: z,
        derivative=lambda z, _a: np.ones_like(z),
        latex=r"f(z) = z",
        derivative_latex=r"f'(z) = 1",
        symbolic=list,
    ),
    Activation.SIGMOID: ActivationFormula(
        value=_sigmoid,
        derivative=lambda _z, a: a * (1.0 - a),
        latex=r"f(z) = \frac{1}{1 + e^{-z}}",
        derivative_latex=r"f'(z) = a \, (1 - a)",
        symbolic=_each(_symbolic_sigmoid),
    ),
    Activation.TANH: ActivationFormula(
        value=np.tanh,
        derivative=lambda _z, a: 1.0 - a * a,
        latex=r"f(z) = \tanh z",
        derivative_latex=r"f'(z) = 1 - a^2",
        symbolic=_each(_symbolic_tanh),
    ),
    Activation.RELU: ActivationFormula(
        value=_relu,
        derivative=lambda z, _a: _where_positive(z, 1.0, 0.0),
        latex=r"f(z) = \max(0, z)",
        derivative_latex=r"f'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}",
        symbolic=_each(_symbolic_piecewise(lambda z: z, lambda _z: 0)),
    ),
    Activation.LEAKY_RELU: ActivationFormula(
        value=_leaky_relu,
        derivative=lambda z, _a: _where_positive(z, 1.0, LEAKY_SLOPE),
        latex=r"f(z) = \begin{cases} z & z > 0 \\ 0.01 \, z & z \le 0 \end{cases}",
        derivative_latex=r"f'(z) = \begin{cases} 1 & z > 0 \\ 0.01 & z \le 0 \end{cases}",
        symbolic=_each(_symbolic_piecewise(lambda z: z, _symbolic_leaky_slope)),
    ),
    Activation.SOFTPLUS: ActivationFormula(
        value=_softplus,
        derivative=lambda z, _a: _sigmoid(z),
        latex=r"f(z) = \ln(1 + e^z)",
        derivative_latex=r"f'(z) = \frac{1}{1 + e^{-z}}",
        symbolic=_each(_symbolic_softplus),
    ),
    Activation.SOFTMAX: ActivationFormula(
        value=_softmax,
        derivative=lambda _z, a: a * (1.0 - a),  # the diagonal of the Jacobian; pull_back uses all of it
        latex=r"a_k = \frac{e^{z_k}}{\sum_j e^{z_j}}",
        derivative_latex=r"\frac{\partial a_k}{\partial z_j} = a_k \, ([k = j] - a_j)",
        symbolic=_symbolic_softmax,
    ),
}


def value(activation: Activation, z: Array) -> Array:
    """a = f(z), same shape and dtype; softmax runs along the last axis. Finite for every |z| up to 1e4."""
    return ACTIVATIONS[activation].value(z)


def derivative(activation: Activation, z: Array, a: Array) -> Array:
    """∂a_k/∂z_k, same shape as z, where a = f(z)."""
    return ACTIVATIONS[activation].derivative(z, a)


def pull_back(activation: Activation, z: Array, a: Array, gradient: Array) -> Array:
    """From ``gradient`` = ∂L/∂a to ∂L/∂z, all of shape (n, width).

    One neuron's a depends on its own z only, except in a softmax layer, whose Jacobian is diag(a) − a·aᵀ.
    """
    if activation is Activation.SOFTMAX:
        shared: Array = (gradient * a).sum(axis=-1, keepdims=True)
        return a * (gradient - shared)
    return gradient * derivative(activation, z, a)
