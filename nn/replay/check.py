"""A derivative found in three ways: by the step's own calculation, by nudging, and by SymPy.

The two checks say what the true derivative is, with the iteration's parameters. In a trap the step's value differs from it, and
that is what there is to see; so it does where a function has a kink (ReLU at 0), where the nudge looks at both sides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn.activations import ACTIVATIONS
from nn.choices import Activation, Loss
from nn.errors import NeurolupaError
from nn.losses import LOSSES
from nn.replay.epsilon import check_epsilon
from nn.replay.numerator import FLOATS, OF_NEURON, Maths, Numbers, Numerator, is_derivative
from nn.replay.step import Kind, Step
from nn.replay.walk import Walk
from nn.text import QT_TRANSLATE_NOOP

NUDGE = 1e-5  # truncation (ε²) and cancellation (1e-16/ε) are both small
DIGITS = 30  # of the symbolic value
LARGEST = 400  # copies of the denominator in an expression; more takes many seconds
_WORKING_DIGITS = 60  # 1 − σ(z) of a large z cancels half of them
_SHORT = 40  # operations of a formula that is worth reading


class TooLargeToDerive(NeurolupaError):
    """SymPy would work on it for too long; ``size`` is how often the denominator stands in the expression."""

    def __init__(self, template: str, *, size: int, most: int) -> None:
        self.size = size
        super().__init__(template, size=size, most=most)


@dataclass(frozen=True)
class Nudge:
    """The arithmetic of (above − below)/2ε. ``at`` is the denominator's value; ``above`` is the numerator at at + ε, ``below`` at at − ε."""

    at: float
    epsilon: float
    above: float
    below: float

    @property
    def value(self) -> float:
        return (self.above - self.below) / (2 * self.epsilon)


@dataclass(frozen=True)
class Derived:
    """What SymPy found: the value, its first 30 digits as text, and the derivative's formula in x where it is short, else ""."""

    value: float
    digits: str
    text: str
    latex: str


def can_check(step: Step) -> bool:
    """Whether the step is a derivative, so that there are other ways to find it."""
    return is_derivative(step.quantity)


def nudged(walk: Walk, step: Step, epsilon: float = NUDGE) -> float | None:
    """The central difference. ``None`` if the step is no derivative. Raises :class:`SettingsError` for an ε out of range."""
    sides = nudge(walk, step, epsilon)
    return None if sides is None else sides.value


def nudge(walk: Walk, step: Step, epsilon: float = NUDGE) -> Nudge | None:
    """The two sides of the central difference: the numerator with the denominator a little larger and a little smaller.

    Float64 throughout, so that a small ε shows what cancellation does. ``None`` if the step is no derivative. Raises
    :class:`SettingsError` unless ε is from 1e-12 to 0.1.
    """
    check_epsilon(epsilon)
    if not can_check(step):
        return None
    numerator = Numerator(walk, step, FLOATS)
    at = float(numerator.at)
    return Nudge(at, epsilon, float(numerator(at + epsilon)), float(numerator(at - epsilon)))


def symbolic(walk: Walk, step: Step) -> float | None:
    """SymPy's derivative as a number. Slow: for a job. See :func:`derived`."""
    found = derived(walk, step)
    return None if found is None else found.value


def derived(walk: Walk, step: Step) -> Derived | None:
    """SymPy's derivative of the numerator's formula, evaluated to 30 digits.

    Takes from milliseconds (one neuron) to a few seconds. ``None`` if the step is no derivative or has none there (a loss that is
    infinite). Raises :class:`TooLargeToDerive` where the expression would be too large.
    """
    if not can_check(step):
        return None
    size = copies(walk, step)
    if size > LARGEST:
        raise TooLargeToDerive(
            QT_TRANSLATE_NOOP(
                "nn",
                "The formula holds {size} copies of what it is derived by, more than the {most} that can be worked out here; "
                "choose a smaller network, or a step nearer to the output.",
            ),
            size=size,
            most=LARGEST,
        )
    import sympy

    x = sympy.Symbol("x", real=True)
    numerator = Numerator(walk, step, _symbols(x, Numerator(walk, step, FLOATS).at))
    slope = sympy.diff(numerator(x), x)
    value = slope.subs(x, numerator.at).evalf(DIGITS)
    if not value.is_real or not math.isfinite(float(value)):
        return None
    readable = slope.has(x) and not slope.has(sympy.Float) and slope.count_ops() <= _SHORT
    return Derived(float(value), str(value), sympy.sstr(slope) if readable else "", sympy.latex(slope) if readable else "")


def copies(walk: Walk, step: Step) -> int:
    """How often the denominator stands in the numerator's formula: once for each path, each sample, and more through a softmax."""
    architecture = walk.network.architecture
    kind, layer, *_ = step.quantity
    if kind in (Kind.NET_W, Kind.NET_OUT, Kind.PENALTY):
        return 1
    last = architecture.widths[-1]
    mixed = last if architecture.activations[-1] is Activation.SOFTMAX else 1
    if kind in (Kind.OUT_NET, Kind.OUT_NET_CROSS):
        return mixed if layer == architecture.layout.depth else 1
    start = layer + 1 if kind is Kind.E_VIA else layer
    paths = math.prod(architecture.widths[start + 1 :]) * (architecture.widths[layer] if kind is Kind.TIE else 1)
    alone = kind in OF_NEURON or kind in (Kind.E_W, Kind.E_B)
    return paths * mixed * (1 if alone else walk.sample.count)


def _symbols(x: Any, at: float) -> Maths:
    """SymPy's numbers with 60 digits. A piecewise activation is the piece that it is on at ``at``, which has the same derivative."""
    import sympy

    def numbers(array: NDArray[Any]) -> Numbers:
        exact = [sympy.Float(sympy.Rational(float(value)), _WORKING_DIGITS) for value in array.ravel()]
        return _objects(exact).reshape(array.shape)

    def piece(a: Any) -> Any:
        if not isinstance(a, sympy.Piecewise):
            return a
        return next(value for value, condition in a.args if condition.subs(x, at))

    def settled(a: Any) -> Any:
        """A number is worked out at once; the formula keeps only what x is in."""
        return a if a.has(x) else a.evalf(_WORKING_DIGITS)

    def activate(activation: Activation, z: Numbers) -> Numbers:
        return _objects([settled(piece(sympy.sympify(a))) for a in ACTIVATIONS[activation].symbolic(list(z))])

    def loss(loss: Loss, z: Numbers, o: Numbers, t: Numbers) -> Any:
        return LOSSES[loss].symbolic(list(z), list(o), list(t))

    return Maths(numbers, activate, loss)


def _objects(values: list[Any]) -> Numbers:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
