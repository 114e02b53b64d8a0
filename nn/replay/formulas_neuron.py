"""The formulas of an activation and of its slope, and of a loss and of its slope, for one neuron."""

from __future__ import annotations

import math
from collections.abc import Callable

from nn.activations import LEAKY_SLOPE
from nn.choices import Activation, Loss
from nn.replay.expression import Call, Condition, Expression, Fraction, Name, Negative, Number, Of, Power, Product, Sum, When
from nn.replay.step import Source
from nn.replay.sums import sum_of

ZERO, ONE, TWO = Number(0.0), Number(1.0), Number(2.0)
EULER = Name("e")
LARGEST_EXPONENT = 300.0  # e to the power of more could pass the largest float in a sum


def activation(kind: Activation, z: Source) -> Expression:
    """f(z) of any activation but softmax."""
    return _VALUES[kind](z)


def slope(kind: Activation, source: Source) -> Expression:
    """f′(z) of any activation but softmax. ``source`` is out for sigmoid and tanh, else z."""
    return _SLOPES[kind](source)


def softmax(nets: tuple[Source, ...], unit: int) -> Expression:
    """e^z_unit / Σ e^z. Very large z are written with the largest one taken away from all, which changes nothing."""
    largest = max(nets, key=lambda net: net.value)
    shift = largest if abs(largest.value) > LARGEST_EXPONENT else None
    powers = [_raised(net, shift) for net in nets]
    values = [math.exp(net.value - (shift.value if shift else 0.0)) for net in nets]
    return Fraction(powers[unit], sum_of(powers, values))


def _raised(net: Source, shift: Source | None) -> Expression:
    return Power(EULER, Of(net) if shift is None else Sum((Of(net), Negative(Of(shift)))))


def softmax_slope(out_other: Source, out_unit: Source) -> Expression:
    """∂out_other/∂net_unit: out·(1 − out) where both are one neuron, else −out_other·out_unit."""
    if out_other.quantity == out_unit.quantity:
        return _one_minus_itself(out_unit)
    return Negative(Product((Of(out_other), Of(out_unit))))


def _logistic(z: Source) -> Expression:
    return Fraction(ONE, Sum((ONE, Power(EULER, Negative(Of(z))))))


def _one_minus_itself(out: Source) -> Expression:
    return Product((Of(out), Sum((ONE, Negative(Of(out))))))


def _step(z: Source) -> Expression:
    return When(ONE, Condition(Of(z), "≥", ZERO)) if z.value >= 0 else When(ZERO, Condition(Of(z), "<", ZERO))


def _by_sign(z: Source, above: Expression, below: Expression) -> Expression:
    return When(above, Condition(Of(z), ">", ZERO)) if z.value > 0 else When(below, Condition(Of(z), "≤", ZERO))


def _leaky(z: Source) -> Expression:
    return _by_sign(z, Of(z), Product((Number(LEAKY_SLOPE), Of(z))))


_VALUES: dict[Activation, Callable[[Source], Expression]] = {
    Activation.STEP: _step,
    Activation.LINEAR: Of,
    Activation.SIGMOID: _logistic,
    Activation.TANH: lambda z: Call("tanh", (Of(z),)),
    Activation.RELU: lambda z: Call("max", (ZERO, Of(z))),
    Activation.LEAKY_RELU: _leaky,
    Activation.SOFTPLUS: lambda z: Call("ln", (Sum((ONE, Power(EULER, Of(z)))),)),
}

_SLOPES: dict[Activation, Callable[[Source], Expression]] = {
    Activation.STEP: lambda _z: ZERO,
    Activation.LINEAR: lambda _z: ONE,
    Activation.SIGMOID: _one_minus_itself,
    Activation.TANH: lambda out: Sum((ONE, Negative(Power(Of(out), TWO)))),
    Activation.RELU: lambda z: _by_sign(z, ONE, ZERO),
    Activation.LEAKY_RELU: lambda z: _by_sign(z, ONE, Number(LEAKY_SLOPE)),
    Activation.SOFTPLUS: _logistic,
}


def loss(kind: Loss, target: Source, out: Source, outputs: int) -> Expression:
    """One output's part of its sample's loss; ``outputs`` is K."""
    square = Power(_minus(target, out), TWO)
    if kind is Loss.HALF_SQUARED:
        return Product((Fraction(ONE, TWO), square))
    if kind is Loss.MSE:
        return Product((Fraction(ONE, Number(float(outputs))), square)) if outputs > 1 else square
    hit = Product((Of(target), Call("ln", (Of(out),))))
    if kind is Loss.CROSS_ENTROPY:
        return Negative(hit)
    miss = Product((_one_minus(target), Call("ln", (_one_minus(out),))))
    return Negative(Sum((hit, miss)))


def loss_slope(kind: Loss, target: Source, out: Source, outputs: int) -> Expression:
    """∂E/∂out of a squared loss; of a cross-entropy ∂E/∂net."""
    if kind is Loss.HALF_SQUARED:
        return Negative(_minus(target, out))
    if kind is Loss.MSE:
        factor = Fraction(TWO, Number(float(outputs))) if outputs > 1 else TWO
        return Product((factor, _minus(out, target)))
    return _minus(out, target)


def _minus(first: Source, second: Source) -> Expression:
    return Sum((Of(first), Negative(Of(second))))


def _one_minus(source: Source) -> Expression:
    return Sum((ONE, Negative(Of(source))))
