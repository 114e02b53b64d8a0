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
from llvmlite import binding, ir
from numba.core import cgutils

HAS_AVX512 = bool(binding.get_host_cpu_features().get("avx512f"))
ROUNDER = {32: 1.5 * 2.0**23, 64: 1.5 * 2.0**52}  # adding this rounds to a whole number and leaves it in the low bits
LARGEST = {32: 87.0, 64: 708.0}  # e to this power, and to minus this power, are normal numbers
LN2_HIGH = {32: 0.693359375, 64: 0.693147180369123816490}  # so few digits that a whole number times this is exact
LN2_LOW = {32: -2.12194440054690583e-4, 64: 1.90821492927058770002e-10}
DIGITS = {32: 23, 64: 52}  # of the fraction, stored below the exponent
LONG = 8  # coefficients
DEGREE = {32: 5, 64: 11}
TERMS = {32: 7, 64: 17}  # of artanh's series for |s| ≤ 1/3: what is left out is below 3e-8 and 3e-17 of the result


def near_zero(degree: int, parts: int = 1) -> list[float]:
    """Coefficients, lowest first, of a polynomial near eʳ for |r| ≤ ln2/2/``parts``: exact at 0 and near the Chebyshev points."""
    half = math.log(2.0) / 2.0 / parts
    points = half * np.cos(np.pi * (np.arange(degree) + 0.5) / degree)
    rest = np.polynomial.polynomial.polyfit(points, np.expm1(points) / points, degree - 1)
    return [1.0, *(float(c) for c in rest)]


COEFFICIENTS = {bits: near_zero(degree) for bits, degree in DEGREE.items()}
PARTS = 16  # of a power of two: as many numbers of 64 bits as one instruction of AVX-512 chooses from
POWERS = [2.0 ** (k / PARTS) for k in range(PARTS)]
BETWEEN = near_zero(6, PARTS)


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

    @property
    def has_avx512(self) -> bool:
        return HAS_AVX512 and self.lanes > 0

    def registers(self, count: int) -> list[Any]:
        """Its numbers, ``count`` at a time, as vectors of their own."""
        empty, whole = ir.Constant(self.raw.type, ir.Undefined), ir.VectorType(ir.IntType(32), count)
        return [
            self.builder.shuffle_vector(self.raw, empty, ir.Constant(whole, list(range(start, start + count))))
            for start in range(0, self.lanes, count)
        ]

    def by_register(self, name: str, *others: Value) -> Value:
        """An instruction of AVX-512 on each 512-bit register of this and ``others``: an LLVM intrinsic with a mask, which takes all places."""
        count = 512 // self.bits
        parts = list(zip(*(value.registers(count) for value in (self, *others)), strict=True))
        kind, mask = parts[0][0].type, ir.IntType(count)
        rounding = [ir.Constant(ir.IntType(32), 4)] if others else []  # as it is set: to the nearest
        rest = [ir.Constant(kind, ir.Undefined), ir.Constant(mask, -1), *rounding]
        shape = ir.FunctionType(kind, [*(part.type for part in parts[0]), *(constant.type for constant in rest)])
        function = cgutils.get_or_insert_function(self.builder.module, shape, name)
        return self.of(joined(self.builder, [self.builder.call(function, [*part, *rest]) for part in parts]))

    def chosen(self, table: list[float]) -> Value:
        """The number of ``table`` (16 of 64 bits) that the lowest four bits in each place name. Needs AVX-512."""
        kind, places = ir.VectorType(ir.DoubleType(), 8), ir.VectorType(ir.IntType(64), 8)
        low, high = ir.Constant(kind, table[:8]), ir.Constant(kind, table[8:])
        function = cgutils.get_or_insert_function(
            self.builder.module, ir.FunctionType(kind, [kind, places, kind]), "llvm.x86.avx512.vpermi2var.pd.512"
        )
        found = [self.builder.call(function, [low, self.builder.bitcast(part, places), high]) for part in self.registers(8)]
        return self.of(joined(self.builder, found))

    def where(self, comparison: str, bound: float, yes: Value | float, no: Value | float) -> Value:
        """``yes`` where ``self comparison bound`` holds, else ``no``; no comparison holds for a NaN."""
        test = self.builder.fcmp_ordered(comparison, self.raw, self.number(bound), flags=("nsz",))
        return self.of(self.builder.select(test, self._both(yes), self._both(no)))


def joined(builder: Any, vectors: list[Any]) -> Any:
    """One long vector of a power of two of equally long ones."""
    while len(vectors) > 1:
        count = vectors[0].type.count
        places = ir.Constant(ir.VectorType(ir.IntType(32), 2 * count), list(range(2 * count)))
        vectors = [builder.shuffle_vector(low, high, places) for low, high in zip(vectors[::2], vectors[1::2], strict=True)]
    return vectors[0]


def polynomial(x: Value, coefficients: list[float]) -> Value:
    """c₀ + c₁x + c₂x² + …: by Horner's scheme; where it is long, in pairs, then pairs of pairs (Estrin 1960).

    Horner has each multiplication wait for the one before. Estrin's longest chain is a third of that, for a few products more: a
    sigmoid without a table takes 8 % less time in 64 bits, and nothing less in 32.
    """
    parts = [x.of(x.number(coefficient)) for coefficient in coefficients]
    if len(parts) < LONG:
        return reduce(lambda sum_, part: sum_ * x + part, reversed(parts))
    while len(parts) > 1:
        last = parts[-1:] if len(parts) % 2 else []
        parts = [high * x + low for low, high in zip(parts[::2], parts[1::2], strict=False)] + last
        x = x * x
    return parts[0]


def exp(z: Value, factor: float = 1.0) -> Value:
    """e to the ``factor``·z, a power of two with either sign, whose product with a constant is exact and costs nothing.

    x = factor·z = n·ln2 + r with a whole n and |r| ≤ ln2/2; eˣ = 2ⁿ·eʳ. In 64 bits with AVX-512, n is a whole number of sixteenths,
    so that r is that much smaller and its polynomial half as long; 2 to the sixteenths comes from a table. x is first brought into
    ±87 (32 bits) or ±708. Largest relative error 3e-7 and 4e-16.
    """
    largest = LARGEST[z.bits] / abs(factor)
    z = z.where("<", -largest, -largest, z)  # keeps a NaN, as "no" is z
    z = z.where(">", largest, largest, z)
    by_table = z.bits == 64 and z.has_avx512
    rounder = ROUNDER[z.bits] / (PARTS if by_table else 1)
    shifted = z * (factor / math.log(2.0)) + rounder
    n = shifted - rounder
    r = z - n * (LN2_HIGH[z.bits] / factor) - n * (LN2_LOW[z.bits] / factor)  # of z: of x it is factor times this
    coefficients = [c * factor**k for k, c in enumerate(BETWEEN if by_table else COEFFICIENTS[z.bits])]
    if not by_table:
        return scaled(polynomial(r, coefficients), n, shifted)
    start = shifted.chosen(POWERS)
    return scaled(start + start * r * polynomial(r, coefficients[1:]), n, shifted)


def scaled(power: Value, n: Value, shifted: Value) -> Value:
    """power·2ⁿ, n rounded down. AVX-512 has an instruction for it; else n, in the low bits of ``shifted``, is added to power's exponent."""
    if power.has_avx512:
        kind = "ps" if power.bits == 32 else "pd"
        return power.by_register(f"llvm.x86.avx512.mask.scalef.{kind}.512", n)
    digits = power.whole(DIGITS[power.bits])
    raised = power.builder.shl(power.builder.bitcast(shifted.raw, digits.type), digits)
    return power.of(power.builder.bitcast(power.builder.add(power.builder.bitcast(power.raw, digits.type), raised), power.raw.type))


def reciprocal(x: Value) -> Value:
    """1/x of a normal x whose reciprocal is normal: from an estimate to 14 bits, to which each of Newton's steps y += y·(1 − xy) gives
    twice as many. A division takes as long as all the rest of a sigmoid. Where there is no estimate of 64 bits, it is a division.
    """
    if not x.has_avx512:
        return 1.0 / x
    y = x.by_register(f"llvm.x86.avx512.rcp14.{'ps' if x.bits == 32 else 'pd'}.512")
    for _ in range(1 if x.bits == 32 else 2):
        y = y + y * (1.0 - x * y)
    return y


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
    return x.of(builder.sitofp(n, x.raw.type)) * math.log(2.0) + atanh_series((m - 1.0) * reciprocal(m + 1.0))


def sigmoid(z: Value) -> Value:
    return reciprocal(1.0 + exp(z, -1.0))


def tanh(z: Value) -> Value:
    return 1.0 - 2.0 * reciprocal(1.0 + exp(z, 2.0))


def softplus(z: Value) -> Value:
    """ln(1 + eᶻ) = max(z, 0) + ln(1 + u) with u = e^−|z|, and ln(1 + u) = 2·artanh(u/(2 + u)) keeps all digits of a small u."""
    u = exp(z.where("<", 0.0, z, 0.0 - z))
    return z.where("<", 0.0, 0.0, z) + atanh_series(u * reciprocal(u + 2.0))


def normal(x: Value) -> Value:
    """x, but 0 where it is too small to have all its digits: with such a number an instruction takes a hundred times as long."""
    tiny = float(np.finfo(np.float32 if x.bits == 32 else np.float64).tiny)
    return x.where("<", tiny, x.where(">", -tiny, 0.0, x), x)
