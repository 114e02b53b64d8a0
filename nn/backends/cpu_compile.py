"""How functions are compiled: parts into whatever calls them, entries once per precision and kept on disk.

Neither assumes that numbers are finite (LLVM's ``nnan`` and ``ninf``), so a run that diverges shows it. Division by zero gives
what IEEE 754 says. Reference counts are off: no part makes or keeps an array, and counting took a third of the time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit, types
from numba.extending import intrinsic

from nn.backends.cpu_cache import on_disk

F = TypeVar("F", bound=Callable[..., Any])


def part(function: F) -> F:
    """For functions that only compiled code calls."""
    compiled: F = njit(error_model="numpy", _nrt=False, no_cpython_wrapper=True, no_cfunc_wrapper=True)(function)
    return compiled


def entry(function: F) -> F:
    """For functions that Python calls. They run without the GIL."""
    compiled: F = on_disk(njit(error_model="numpy", _nrt=False, nogil=True, no_cfunc_wrapper=True)(function))
    return compiled


def instruction(function: Callable[..., Any]) -> Any:
    """For functions that write LLVM instructions: numba's ``intrinsic``. They get types and return a signature and a generator."""
    return intrinsic(function)


@instruction
def compact(_context: Any) -> Any:
    """Keep LLVM from unrolling this function's loops: with whole vectors it gains nothing and doubles the time to compile."""

    def generate(context: Any, builder: Any, _signature: Any, _arguments: Any) -> Any:
        builder.function.attributes.add("optsize")
        return context.get_dummy_value()

    return types.void(), generate


@instruction
def inlined(_context: Any) -> Any:
    """Put this function's code where it is called: for parts with many arrays, each of which is seven arguments."""

    def generate(context: Any, builder: Any, _signature: Any, _arguments: Any) -> Any:
        builder.function.attributes.add("alwaysinline")
        return context.get_dummy_value()

    return types.void(), generate
