"""Matrix products by BLAS inside compiled code, on parts of flat arrays, without the GIL."""

from __future__ import annotations

from typing import Any

import scipy.linalg.cython_blas  # noqa: F401 - numba's own gemm, called below, looks it up there
from llvmlite import ir
from numba import types
from numba.core import cgutils

from nn.backends.cpu_compile import instruction, part

BLAS_FROM = 30_000  # multiply-adds: measured on [64,32,10] and others, where from 8,000 to 60,000 it hardly matters
LETTER, INDEX = ir.IntType(8), ir.IntType(64)


@part
def by_blas(n_in: int, n_out: int, width: int) -> bool:
    """Whether a layer is big enough for BLAS to beat the loops here."""
    return n_in * n_out * width >= BLAS_FROM


@instruction
def gemm(
    _context: Any, _m: Any, _n: Any, _k: Any, a: Any, _a_at: Any, _lda: Any, _flip_a: Any, b: Any, _b_at: Any, _ldb: Any, _flip_b: Any,
    c: Any, _c_at: Any, _ldc: Any, _factor: Any, _add: Any,
) -> Any:  # fmt: skip
    """C = factor·A·B, or C += factor·A·B if ``add``: C (m, n), A (m, k), B (k, n), their rows of length ``ld…``.

    Each starts at ``…_at`` of a contiguous 1-D array; ``flip_…`` says that the memory holds the transpose.
    """
    whole, flag = types.intp, types.boolean
    return types.void(whole, whole, whole, a, whole, whole, flag, b, whole, whole, flag, c, whole, whole, types.float64, flag), _generate


def _generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
    """numba's gemm counts in columns: there, C's memory is Cᵀ = Bᵀ·Aᵀ."""
    m, n, k, a, a_at, lda, flip_a, b, b_at, ldb, flip_b, c, c_at, ldc, factor, add = arguments
    element = sig.args[3].dtype
    number = ir.FloatType() if element.bitwidth == 32 else ir.DoubleType()

    def address(kind: Any, value: Any, at: Any) -> Any:
        data = context.make_array(kind)(context, builder, value).data
        return builder.bitcast(builder.gep(data, [at]), cgutils.voidptr_t)

    def letter(flipped: Any) -> Any:
        return builder.select(flipped, ir.Constant(LETTER, ord("t")), ir.Constant(LETTER, ord("n")))

    def scalar(value: Any) -> Any:
        return builder.bitcast(cgutils.alloca_once_value(builder, value), cgutils.voidptr_t)

    share = context.cast(builder, factor, types.float64, element)
    one, zero = ir.Constant(number, 1.0), ir.Constant(number, 0.0)
    pointer = cgutils.voidptr_t
    kind = ir.FunctionType(
        ir.IntType(32), [LETTER, LETTER, LETTER, INDEX, INDEX, INDEX, pointer, pointer, INDEX, pointer, INDEX, pointer, pointer, INDEX]
    )
    function = cgutils.get_or_insert_function(builder.module, kind, "numba_xxgemm")
    precision = ir.Constant(LETTER, ord("s" if element.bitwidth == 32 else "d"))
    left, right = (address(sig.args[7], b, b_at), ldb), (address(sig.args[3], a, a_at), lda)
    result = (scalar(builder.select(add, one, zero)), address(sig.args[11], c, c_at), ldc)
    builder.call(function, [precision, letter(flip_b), letter(flip_a), n, m, k, scalar(share), *left, *right, *result])
    return context.get_dummy_value()
