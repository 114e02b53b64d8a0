"""Three derivatives of the objective that know nothing of backpropagation, to check it with.

Each takes a :class:`~nn.backprop.Problem`, real parameters (P,) and the number of one parameter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.activations import ACTIVATIONS
from nn.backprop import Problem, objective
from nn.choices import Reduction
from nn.datasets.pixels import floats
from nn.losses import LOSSES

CENTRAL_STEP = 6e-6  # about the cube root of float64's precision: truncation and rounding errors are equally small
COMPLEX_STEP = 1e-30  # no difference is taken, so nothing cancels however small the step


def central_difference(problem: Problem, params: NDArray[np.float64], index: int, step: float = CENTRAL_STEP) -> float:
    """(E(w + h) − E(w − h))/2h: wrong by about h²."""
    above, below = params.copy(), params.copy()
    above[index] += step
    below[index] -= step
    return float((objective(problem, above).real - objective(problem, below).real) / (above[index] - below[index]))


def complex_step(problem: Problem, params: NDArray[np.float64], index: int) -> float:
    """Im E(w + ih)/h: right to the last digits (Squire and Trapp 1998)."""
    moved = params.astype(np.complex128)
    moved[index] += 1j * COMPLEX_STEP
    return float(objective(problem, moved).imag / COMPLEX_STEP)


def symbolic(problem: Problem, params: NDArray[np.float64], index: int, digits: int = 30) -> float:
    """SymPy's derivative of the objective's formula, evaluated with ``digits`` digits. For small networks: it takes seconds
    for a dozen neurons.
    """
    import sympy

    w = sympy.Symbol("w", real=True)
    values: list[Any] = [_exact(value) for value in params]
    values[index] = w
    slope = sympy.diff(_objective(problem, values), w)
    return float(slope.subs(w, _exact(params[index])).evalf(digits))


def _exact(value: float) -> Any:
    """The binary number ``value`` itself, as a fraction."""
    from sympy import Rational

    return Rational(float(value))


def _objective(problem: Problem, params: Sequence[Any]) -> Any:
    """The objective as a SymPy expression of ``params``, a list of P expressions."""
    samples = [_sample_loss(problem, params, n) for n in range(len(problem.inputs))]
    data = sum(samples) / (len(samples) if problem.reduction is Reduction.MEAN else 1)
    return data + _penalty(problem, params)


def _sample_loss(problem: Problem, params: Sequence[Any], sample: int) -> Any:
    layout = problem.architecture.layout
    z: list[Any] = []
    o: list[Any] = [_exact(value) for value in floats(problem.inputs[sample])]
    for layer, activation in enumerate(problem.architecture.activations, start=1):
        z = [
            sum(o[i] * params[layout.weight_index(layer, i, j)] for i in range(len(o))) + params[layout.bias_index(layer, j)]
            for j in range(layout.widths[layer])
        ]
        a = ACTIVATIONS[activation].symbolic(z)
        o = [_switched(problem, layer, j, sample, a[j]) for j in range(len(a))]
    return LOSSES[problem.architecture.loss].symbolic(z, o, [_exact(value) for value in problem.targets[sample]])


def _switched(problem: Problem, layer: int, j: int, sample: int, a: Any) -> Any:
    """What a hidden neuron puts out after mask and dropout."""
    layout = problem.architecture.layout
    if layer == layout.depth:
        return a
    row = layout.row_offsets[layer] + j
    if problem.mask is not None:
        a = _exact(problem.mask.gain[row]) * a + _exact(problem.mask.hold[row])
    if problem.dropout is not None:
        a = a * int(problem.dropout.keep[row - layout.widths[0], sample]) * _exact(problem.dropout.scale)
    return a


def _penalty(problem: Problem, params: Sequence[Any]) -> Any:
    from sympy import Abs

    layout = problem.architecture.layout
    places = [
        layout.weight_index(layer, i, j)
        for layer in range(1, layout.depth + 1)
        for i in range(layout.widths[layer - 1])
        for j in range(layout.widths[layer])
    ]
    size = sum(Abs(params[place]) for place in places)
    square = sum(params[place] ** 2 for place in places)
    return _exact(problem.l1) * size + _exact(problem.l2) * square / 2
