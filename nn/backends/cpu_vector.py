"""A vector of numbers for numba: as long as two registers of this CPU, and one operation on it is one or two instructions.

LLVM can make vector code of plain loops, but it tests every pair of arrays for overlap, adds a second loop for what is left
over, chooses half the width on many CPUs, and takes tens of seconds for a training kernel. Here the kernels say what they
mean: ``load``, arithmetic with the usual operators, ``store``. Numbers of any kind on one side of an operator are spread
over the vector and rounded to its precision.

No operation assumes that numbers are finite: a NaN or an infinity goes through, so a run that diverges shows it. Multiply and
add may be contracted into one rounding; nothing else is rearranged, so a kernel gives the same bits every time.
"""

from __future__ import annotations

import operator
from typing import Any

from llvmlite import binding, ir
from numba import types
from numba.core import cgutils
from numba.core.typing.templates import AbstractTemplate, infer_global, signature
from numba.extending import lower_builtin, models, register_model

from nn.backends.cpu_compile import instruction

FLAGS = ("contract", "nsz")
REGISTER_BITS = 512 if binding.get_host_cpu_features().get("avx512f") else 256
BITS = 2 * REGISTER_BITS
LANES_32, LANES_64 = BITS // 32, BITS // 64


class Vector(types.Type):  # type: ignore[misc]  # numba is untyped
    """``lanes`` numbers of the numba type ``element``: float32 or float64."""

    def __init__(self, element: Any) -> None:
        self.element = element
        self.lanes = BITS // element.bitwidth
        super().__init__(name=f"Vector({element} x {self.lanes})")


@register_model(Vector)
class VectorModel(models.PrimitiveModel):  # type: ignore[misc]  # numba is untyped
    def __init__(self, manager: Any, kind: Vector) -> None:
        super().__init__(manager, kind, vector_ir(kind))


def vector_ir(kind: Vector) -> Any:
    return ir.VectorType(number_ir(kind), kind.lanes)


def number_ir(kind: Any) -> Any:
    element = kind.element if isinstance(kind, Vector) else kind
    return ir.FloatType() if element.bitwidth == 32 else ir.DoubleType()


def constant(kind: Any, value: float) -> Any:
    """``value`` as an LLVM constant of a Vector or of a float type."""
    number = ir.Constant(number_ir(kind), value)
    return ir.Constant(vector_ir(kind), [number] * kind.lanes) if isinstance(kind, Vector) else number


def spread(context: Any, builder: Any, value: Any, source: Any, kind: Vector) -> Any:
    """A number of numba type ``source`` in all places of a vector; a vector as it is."""
    if isinstance(source, Vector):
        return value
    number = context.cast(builder, value, source, kind.element)
    empty = ir.Constant(vector_ir(kind), ir.Undefined)
    first = builder.insert_element(empty, number, ir.Constant(ir.IntType(32), 0))
    return builder.shuffle_vector(first, empty, ir.Constant(ir.VectorType(ir.IntType(32), kind.lanes), [0] * kind.lanes))


def common(arguments: Any) -> Vector | None:
    """The one Vector type among ``arguments`` if all others are numbers, else None."""
    vectors = {kind for kind in arguments if isinstance(kind, Vector)}
    fit = all(isinstance(kind, (Vector, types.Number, types.NPDatetime)) for kind in arguments)
    return vectors.pop() if fit and len(vectors) == 1 else None


def _operator(symbol: Any, method: str) -> None:
    """Teach numba ``symbol`` between vectors, and between a vector and a number."""

    @infer_global(symbol)
    class Typing(AbstractTemplate):  # type: ignore[misc]  # numba is untyped
        def generic(self, arguments: Any, _keywords: Any) -> Any:
            kind = common(arguments)
            return None if kind is None else signature(kind, *arguments)

    def lower(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        a, b = (spread(context, builder, v, s, sig.return_type) for v, s in zip(arguments, sig.args, strict=True))
        return getattr(builder, method)(a, b, flags=FLAGS)

    for left, right in ((Vector, Vector), (Vector, types.Number), (types.Number, Vector)):
        lower_builtin(symbol, left, right)(lower)


for _symbol, _method in ((operator.add, "fadd"), (operator.sub, "fsub"), (operator.mul, "fmul"), (operator.truediv, "fdiv")):
    _operator(_symbol, _method)


def _address(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
    """Where the vector lies that (array, index, …) mean."""
    data = context.make_array(sig.args[0])(context, builder, arguments[0]).data
    return builder.bitcast(builder.gep(data, [arguments[1]]), vector_ir(Vector(sig.args[0].dtype)).as_pointer())


@instruction
def load(_context: Any, array: Any, _index: Any) -> Any:
    """The numbers of a contiguous 1-D array from an index on. Nothing checks that they exist."""
    kind = Vector(array.dtype)

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        found = builder.load(_address(context, builder, sig, arguments))
        found.align = kind.element.bitwidth // 8
        return found

    return kind(array, types.intp), generate


@instruction
def store(_context: Any, array: Any, _index: Any, vector: Any) -> Any:
    """Write ``vector`` (or a number, spread) to a contiguous 1-D array from an index on."""
    kind = Vector(array.dtype)

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        place = _address(context, builder, sig, arguments)
        written = builder.store(spread(context, builder, arguments[2], sig.args[2], kind), place)
        written.align = kind.element.bitwidth // 8
        return context.get_dummy_value()

    return types.void(array, types.intp, vector), generate


@instruction
def element(_context: Any, array: Any, _index: Any) -> Any:
    """One number of a contiguous array, from its beginning. Unlike ``array[index]`` it takes no index below 0, whose test costs more than a sum."""

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        data = context.make_array(sig.args[0])(context, builder, arguments[0]).data
        return builder.load(builder.gep(data, [arguments[1]]))

    return array.dtype(array, types.intp), generate


@instruction
def put(_context: Any, array: Any, _index: Any, number: Any) -> Any:
    """Write one number to a contiguous array: as :func:`element` reads it."""

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        data = context.make_array(sig.args[0])(context, builder, arguments[0]).data
        builder.store(context.cast(builder, arguments[2], sig.args[2], sig.args[0].dtype), builder.gep(data, [arguments[1]]))
        return context.get_dummy_value()

    return types.void(array, types.intp, number), generate


@instruction
def zeros(_context: Any, array: Any) -> Any:
    """A vector of zeros of ``array``'s kind."""
    kind = Vector(array.dtype)
    return kind(array), lambda _context, _builder, _signature, _arguments: constant(kind, 0.0)


@instruction
def lanes(_context: Any, array: Any) -> Any:
    """How many of ``array``'s numbers a vector holds; a constant to the compiler."""
    kind = Vector(array.dtype)
    return types.intp(array), lambda context, _builder, sig, _arguments: context.get_constant(sig.return_type, kind.lanes)


@instruction
def total(_context: Any, vector: Any) -> Any:
    """The sum of a vector's numbers."""

    def generate(_context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        return _add_up(builder, sig.args[0].lanes, arguments[0])

    return vector.element(vector), generate


@instruction
def total64(_context: Any, vector: Any) -> Any:
    """The sum of a vector's numbers, each first made a float64."""

    def generate(_context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        wide = ir.VectorType(ir.DoubleType(), sig.args[0].lanes)
        value = builder.fpext(arguments[0], wide) if sig.args[0].element.bitwidth == 32 else arguments[0]
        return _add_up(builder, sig.args[0].lanes, value)

    return types.float64(vector), generate


def _add_up(builder: Any, lanes: int, value: Any) -> Any:
    """Halve the vector by adding its halves until one number is left."""
    count = ir.IntType(32)
    while lanes > 1:
        lanes //= 2
        empty = ir.Constant(value.type, ir.Undefined)
        places = ir.VectorType(count, lanes)
        low = builder.shuffle_vector(value, empty, ir.Constant(places, list(range(lanes))))
        high = builder.shuffle_vector(value, empty, ir.Constant(places, list(range(lanes, 2 * lanes))))
        value = builder.fadd(low, high, flags=("nsz",))
    return builder.extract_element(value, ir.Constant(count, 0))


def _choose(comparison: str) -> Any:
    """An intrinsic ``(a, b, yes, no)``: in each place ``yes`` where the comparison of a and b holds, else ``no``."""

    @instruction
    def choose(_context: Any, a: Any, b: Any, yes: Any, no: Any) -> Any:
        kind = common((a, b, yes, no))

        def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
            a, b, yes, no = (spread(context, builder, v, s, sig.return_type) for v, s in zip(arguments, sig.args, strict=True))
            return builder.select(builder.fcmp_ordered(comparison, a, b, flags=("nsz",)), yes, no)

        return None if kind is None else (kind(a, b, yes, no), generate)

    return choose


where_less = _choose("<")
where_greater = _choose(">")


@instruction
def fill(_context: Any, array: Any, _start: Any, _stop: Any) -> Any:
    """Write zeros to a contiguous 1-D array from one index to before another."""

    def generate(context: Any, builder: Any, sig: Any, arguments: Any) -> Any:
        data = context.make_array(sig.args[0])(context, builder, arguments[0]).data
        size = ir.Constant(ir.IntType(64), sig.args[0].dtype.bitwidth // 8)
        length = builder.mul(builder.sub(arguments[2], arguments[1]), size)
        cgutils.memset(builder, builder.gep(data, [arguments[1]]), length, 0)
        return context.get_dummy_value()

    return types.void(array, types.intp, types.intp), generate
