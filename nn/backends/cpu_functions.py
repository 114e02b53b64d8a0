"""Elementary functions of vectors for numba: those whose formulas are in :mod:`nn.backends.cpu_exp`, and LLVM's own. A NaN goes through."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils

from nn.backends import cpu_exp
from nn.backends.cpu_compile import instruction
from nn.backends.cpu_vector import Vector, vector_ir


def _function(formula: Any) -> Any:
    """A function of a vector, a tuple of vectors or a float, from its formula in :mod:`nn.backends.cpu_exp`.

    A tuple's vectors go through it side by side: each instruction is there for all of them before the next, so that none waits.
    """

    @instruction
    def function(_context: Any, x: Any) -> Any:
        count = x.count if isinstance(x, types.UniTuple) else 1
        kind = x.dtype if isinstance(x, types.UniTuple) else x
        width = count * kind.lanes if isinstance(kind, Vector) else 0
        element = kind.element if isinstance(kind, Vector) else kind

        def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
            if not isinstance(x, types.UniTuple):
                return formula(cpu_exp.Value(builder, arguments[0], element.bitwidth, width)).raw
            vectors = cgutils.unpack_tuple(builder, arguments[0])
            found = formula(cpu_exp.Value(builder, cpu_exp.joined(builder, vectors), element.bitwidth, width))
            return context.make_tuple(builder, sig.return_type, found.registers(kind.lanes))

        return x(x), generate

    return function


exp = _function(cpu_exp.exp)
reciprocal = _function(cpu_exp.reciprocal)
log = _function(cpu_exp.log)
sigmoid = _function(cpu_exp.sigmoid)
tanh = _function(cpu_exp.tanh)
softplus = _function(cpu_exp.softplus)
normal = _function(cpu_exp.normal)


def _llvm(name: str) -> Any:
    """One of LLVM's own functions of a vector, in each place."""

    @instruction
    def function(_context: Any, x: Any) -> Any:
        def generate(_context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
            vector = vector_ir(sig.args[0])
            full = f"llvm.{name}.v{sig.args[0].lanes}f{sig.args[0].element.bitwidth}"
            return builder.call(cgutils.get_or_insert_function(builder.module, ir.FunctionType(vector, [vector]), full), arguments)

        return x(x), generate

    return function


root = _llvm("sqrt")
whole = _llvm("floor")  # the next lower whole number
size = _llvm("fabs")
