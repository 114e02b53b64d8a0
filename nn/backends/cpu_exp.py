"""e to a power, logarithms and activations as LLVM instructions without branches or calls, for a number or a vector.

libm's ``exp`` is a call per number unless Intel's SVML is installed; this runs on two registers full at a time. A NaN goes in
and comes out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from llvmlite import ir

ROUNDER = {32: 1.5 * 2.0**23, 64: 1.5 * 2.0**52}  # adding this rounds to a whole number and leaves it in the low bits
LARGEST = {32: 87.0, 64: 708.0}  # e to this power, and to minus this power, are normal numbers
LN2_HIGH = {32: 0.693359375, 64: 0.693147180369123816490}  # so few digits that a whole number times this is exact
LN2_LOW = {32: -2.12194440054690583e-4, 64: 1.90821492927058770002e-10}
DIGITS = {32: 23, 64: 52}  # of the fraction, stored below the exponent
DEGREE = {32: 5, 64: 11}
TERMS = {32: 7, 64: 17}  # of artanh's series for |s| ≤ 1/3: what is left out is below 3e-8 and 3e-17 of the result


def near_zero(degree: int) -> list[float]:
    """Coefficients, lowest first, of a polynomial near eʳ for |r| ≤ ln2/2: exact at 0 and near the Chebyshev points."""
    half = math.log(2.0) / 2.0
    points = half * np.cos(np.pi * (np.arange(degree) + 0.5) / degree)
    rest = np.polynomial.polynomial.polyfit(points, np.expm1(points) / points, degree - 1)
    return [1.0, *(float(c) for c in rest)]


COEFFICIENTS = {bits: near_zero(degree) for bits, degree in DEGREE.items()}


@dataclass(frozen=True)
class Value:
    """An LLVM value with the usual operators, so that a formula reads as one. ``lanes`` 0 is a single number.

    Each instruction carries its flags, or numba would add those of the function that it lands in.
    """

    builder: Any
    raw: Any
    bits: int
    lanes: int

    def number(self, value: float) -> Any:
        return self._spread(ir.FloatType() if self.bits == 32 else ir.DoubleType(), value)

    def whole(self, value: int) -> Any:
        return self._spread(ir.IntType(self.bits), value)

    def _spread(self, kind: Any, value: Any) -> Any:
        single = ir.Constant(kind, value)
        return ir.Constant(ir.VectorType(kind, self.lanes), [single] * self.lanes) if self.lanes else single

    def of(self, raw: Any) -> Value:
        return Value(self.builder, raw, self.bits, self.lanes)

    def _both(self, other: Value | float) -> Any:
        return other.raw if isinstance(other, Value) else self.number(other)

    def __add__(self, other: Value | float) -> Value:
        return self.of(self.builder.fadd(self.raw, self._both(other), flags=("contract", "nsz")))

    def __sub__(self, other: Value | float) -> Value:
        return self.of(self.builder.fsub(self.raw, self._both(other), flags=("contract", "nsz")))

    def __rsub__(self, other: float) -> Value:
        return self.of(self.builder.fsub(self.number(other), self.raw, flags=("contract", "nsz")))

    def __mul__(self, other: Value | float) -> Value:
        return self.of(self.builder.fmul(self.raw, self._both(other), flags=("contract", "nsz")))

    def __truediv__(self, other: Value) -> Value:
        return self.of(self.builder.fdiv(self.raw, other.raw, flags=("contract", "nsz")))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rtruediv__(self, other: float) -> Value:
        return self.of(self.number(other)) / self

    def where(self, comparison: str, bound: float, yes: Value | float, no: Value | float) -> Value:
        """``yes`` where ``self comparison bound`` holds, else ``no``; no comparison holds for a NaN."""
        test = self.builder.fcmp_ordered(comparison, self.raw, self.number(bound), flags=("nsz",))
        return self.of(self.builder.select(test, self._both(yes), self._both(no)))


def polynomial(x: Value, coefficients: list[float]) -> Value:
    """c₀ + c₁x + c₂x² + …: by Horner's scheme in 32 bits; in 64, where it is long, in pairs, then pairs of pairs (Estrin 1960).

    Horner has each multiplication wait for the one before. Estrin's longest chain is a third of that, for a few products more:
    a sigmoid takes 8 % less time in 64 bits, and nothing less in 32.
    """
    parts = [x.of(x.number(coefficient)) for coefficient in coefficients]
    if x.bits == 32:
        return reduce(lambda sum_, part: sum_ * x + part, reversed(parts))
    while len(parts) > 1:
        last = parts[-1:] if len(parts) % 2 else []
        parts = [high * x + low for low, high in zip(parts[::2], parts[1::2], strict=False)] + last
        x = x * x
    return parts[0]


def exp(x: Value) -> Value:
    """x = n·ln2 + r with a whole n and |r| ≤ ln2/2; eˣ = 2ⁿ·eʳ, where n is added to the bits of eʳ's exponent.

    x is first brought into ±87 (32 bits) or ±708. Largest relative error 3e-7 and 4e-16.
    """
    bits, largest = x.bits, LARGEST[x.bits]
    x = x.where("<", -largest, -largest, x)  # keeps a NaN, as "no" is x
    x = x.where(">", largest, largest, x)
    shifted = x * (1.0 / math.log(2.0)) + ROUNDER[bits]
    n = shifted - ROUNDER[bits]
    r = x - n * LN2_HIGH[bits] - n * LN2_LOW[bits]
    power = polynomial(r, COEFFICIENTS[bits])
    digits = x.whole(DIGITS[bits])
    raised = x.builder.shl(x.builder.bitcast(shifted.raw, digits.type), digits)
    return x.of(x.builder.bitcast(x.builder.add(x.builder.bitcast(power.raw, digits.type), raised), x.raw.type))


def atanh_series(s: Value) -> Value:
    """2·artanh(s) = 2s·(1 + s²/3 + s⁴/5 + …)."""
    return 2.0 * s * polynomial(s * s, [1.0 / (2 * k + 1) for k in range(TERMS[s.bits])])


def log(x: Value) -> Value:
    """ln x of a normal x > 0: x = m·2ⁿ with √½ ≤ m < √2, and ln m = 2·artanh((m − 1)/(m + 1))."""
    builder, digits = x.builder, x.whole(DIGITS[x.bits])
    half = int(np.float32(math.sqrt(0.5)).view(np.int32)) if x.bits == 32 else int(np.float64(math.sqrt(0.5)).view(np.int64))
    raw = builder.bitcast(x.raw, digits.type)
    n = builder.ashr(builder.sub(raw, x.whole(half)), digits)
    m = x.of(builder.bitcast(builder.sub(raw, builder.shl(n, digits)), x.raw.type))
    return x.of(builder.sitofp(n, x.raw.type)) * math.log(2.0) + atanh_series((m - 1.0) / (m + 1.0))


def sigmoid(z: Value) -> Value:
    return 1.0 / (1.0 + exp(0.0 - z))


def tanh(z: Value) -> Value:
    raised = exp(z + z)
    return (raised - 1.0) / (raised + 1.0)


def softplus(z: Value) -> Value:
    """ln(1 + eᶻ) = max(z, 0) + ln(1 + u) with u = e^−|z|, and ln(1 + u) = 2·artanh(u/(2 + u)) keeps all digits of a small u."""
    u = exp(z.where("<", 0.0, z, 0.0 - z))
    return z.where("<", 0.0, 0.0, z) + atanh_series(u / (u + 2.0))
