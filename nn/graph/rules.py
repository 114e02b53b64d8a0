"""What each operation gives, and its derivative by each operand: the table behind the numbers.

Works for ``float`` and, where the imaginary part is a tiny step, for ``complex`` (the complex-step derivative). Where a function has a
kink, the derivative is the one in the middle or the one that neural networks use: |x|′ = 0 at 0, relu′ = 0 at 0, and the larger or
smaller of two equal numbers counts half from each.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from nn.graph.term import Op

Scalar: TypeAlias = Any
"""``float`` or ``complex``."""


class Rule(NamedTuple):
    """``value`` of the operands; ``slopes``: from the operands and then the value, the derivative by each operand."""

    value: Callable[..., Scalar]
    slopes: Callable[..., tuple[Scalar, ...]]


def _real(x: Scalar) -> float:
    return float(x.real)


def _of(real: Callable[[float], float], complex_: Callable[[complex], complex]) -> Callable[[Scalar], Scalar]:
    return lambda x: complex_(x) if isinstance(x, complex) else real(x)


_exp, _log, _sqrt = _of(math.exp, cmath.exp), _of(math.log, cmath.log), _of(math.sqrt, cmath.sqrt)
_log10 = _of(math.log10, cmath.log10)
_sin, _cos, _tan, _tanh = _of(math.sin, cmath.sin), _of(math.cos, cmath.cos), _of(math.tan, cmath.tan), _of(math.tanh, cmath.tanh)


def _sigmoid(x: Scalar) -> Scalar:
    """Without overflow on either side."""
    if _real(x) >= 0:
        return 1 / (1 + _exp(-x))
    return _exp(x) / (1 + _exp(x))


def _power(base: Scalar, exponent: Scalar) -> Scalar:
    """Real powers; a negative base takes whole exponents only. Raises ``ValueError``, ``ZeroDivisionError`` or ``OverflowError``."""
    if isinstance(exponent, complex) and exponent.imag == 0:
        exponent = exponent.real
    if isinstance(base, complex) and base.imag == 0:
        base = base.real
    if not isinstance(base, complex) and not isinstance(exponent, complex):
        return math.pow(base, exponent)
    if _real(base) < 0:
        if isinstance(exponent, complex) or not float(exponent).is_integer():
            raise ValueError
        return (-base) ** exponent * (-1 if exponent % 2 else 1)
    return base**exponent


def _power_slopes(base: Scalar, exponent: Scalar, value: Scalar) -> tuple[Scalar, Scalar]:
    """The second is not a number where the base is negative: there the exponent can't move."""
    by_base = exponent * _power(base, exponent - 1) if exponent != 0 else 0.0
    if _real(base) > 0:
        return by_base, value * _log(base)
    return by_base, (0.0 if base == 0 and _real(exponent) > 0 else math.nan)


def _largest(x: Scalar, y: Scalar) -> Scalar:
    return x if _real(x) >= _real(y) else y


def _smallest(x: Scalar, y: Scalar) -> Scalar:
    return x if _real(x) <= _real(y) else y


def _share(x: Scalar, y: Scalar) -> float:
    """1 where x is larger, 0 where y is, ½ in a tie."""
    return 0.5 + 0.5 * _sign(x - y)


def _sign(x: Scalar) -> float:
    return float((_real(x) > 0) - (_real(x) < 0))


RULES: dict[Op, Rule] = {
    Op.ADD: Rule(lambda x, y: x + y, lambda _x, _y, _v: (1.0, 1.0)),
    Op.SUBTRACT: Rule(lambda x, y: x - y, lambda _x, _y, _v: (1.0, -1.0)),
    Op.MULTIPLY: Rule(lambda x, y: x * y, lambda x, y, _v: (y, x)),
    Op.DIVIDE: Rule(lambda x, y: x / y, lambda _x, y, v: (1 / y, -v / y)),
    Op.POWER: Rule(_power, _power_slopes),
    Op.NEGATE: Rule(lambda x: -x, lambda _x, _v: (-1.0,)),
    Op.EXP: Rule(_exp, lambda _x, v: (v,)),
    Op.LOG: Rule(_log, lambda x, _v: (1 / x,)),
    Op.LOG10: Rule(_log10, lambda x, _v: (1 / (x * math.log(10)),)),
    Op.SQRT: Rule(_sqrt, lambda _x, v: (1 / (2 * v),)),
    Op.SIN: Rule(_sin, lambda x, _v: (_cos(x),)),
    Op.COS: Rule(_cos, lambda x, _v: (-_sin(x),)),
    Op.TAN: Rule(_tan, lambda _x, v: (1 + v * v,)),
    Op.TANH: Rule(_tanh, lambda x, _v: (4 * _sigmoid(2 * x) * _sigmoid(-2 * x),)),  # 1 − v² without its cancellation
    Op.SIGMOID: Rule(_sigmoid, lambda x, v: (v * _sigmoid(-x),)),
    Op.RELU: Rule(lambda x: x if _real(x) > 0 else 0 * x, lambda x, _v: (1.0 if _real(x) > 0 else 0.0,)),
    Op.MAXIMUM: Rule(_largest, lambda x, y, _v: (_share(x, y), _share(y, x))),
    Op.MINIMUM: Rule(_smallest, lambda x, y, _v: (_share(y, x), _share(x, y))),
    Op.ABS: Rule(lambda x: -x if _real(x) < 0 else x, lambda x, _v: (_sign(x),)),
}
