"""Passes over numbers that lie side by side: activations, their slopes, and losses of independent outputs.

Every pass goes from ``start`` to ``stop`` of flat arrays in whole vectors, so work space is allocated in whole vectors.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any

from nn.backends.cpu_codes import LEAKY_RELU, RELU, SIGMOID, SOFTPLUS, STEP, TANH
from nn.backends.cpu_compile import compact, inlined, part
from nn.backends.cpu_functions import exp, sigmoid, softplus, tanh
from nn.backends.cpu_vector import lanes, load, store, where_greater, where_less

LEAKY_SLOPE = 0.01
QUICK_SLOPES = (SIGMOID, TANH, RELU)  # so short that the loop that finds the deltas multiplies by them, too


def _each(function: Any) -> Any:
    """The compiled pass that puts a function's results in the place of its arguments."""

    @part
    def each(values: Any, start: int, stop: int) -> None:
        """Four vectors side by side: one alone would wait for each of its instructions."""
        compact()
        step, p = lanes(values), start
        while p + 4 * step <= stop:
            found = function((load(values, p), load(values, p + step), load(values, p + 2 * step), load(values, p + 3 * step)))
            store(values, p, found[0])
            store(values, p + step, found[1])
            store(values, p + 2 * step, found[2])
            store(values, p + 3 * step, found[3])
            p += 4 * step
        while p < stop:
            store(values, p, function(load(values, p)))
            p += step

    return each


sigmoids, tanhs = _each(sigmoid), _each(tanh)


@part
def activate(values: Any, start: int, stop: int, code: int) -> None:
    """a = f(z) in place, for every activation but softmax; a NaN stays a NaN, except under step."""
    compact()
    step = lanes(values)
    if code == SIGMOID:
        sigmoids(values, start, stop)
    elif code == TANH:
        tanhs(values, start, stop)
    elif code == RELU:
        for p in range(start, stop, step):
            z = load(values, p)
            store(values, p, where_less(z, 0, 0, z))
    elif code == LEAKY_RELU:
        for p in range(start, stop, step):
            z = load(values, p)
            store(values, p, where_less(z, 0, LEAKY_SLOPE * z, z))
    elif code == SOFTPLUS:
        for p in range(start, stop, step):
            store(values, p, softplus(load(values, p)))
    elif code == STEP:
        for p in range(start, stop, step):
            store(values, p, where_less(load(values, p), 0, 0, 1))


@part
def sloped(delta: Any, a: Any, code: int) -> Any:
    """delta·f'(z) for a vector and one of QUICK_SLOPES."""
    inlined()
    if code == SIGMOID:
        return delta * (a * (1 - a))
    if code == TANH:
        return delta * (1 - a * a)
    return where_greater(a, 0, delta, 0)


@part
def four_sloped(deltas: Any, a: Any, p: int, width: int, code: int) -> Any:
    """:func:`sloped` for four rows, whose outputs ``a`` lie ``width`` apart from ``p`` on: ``code`` is looked at once."""
    inlined()
    d0, d1, d2, d3 = deltas
    a0, a1, a2, a3 = load(a, p), load(a, p + width), load(a, p + 2 * width), load(a, p + 3 * width)
    if code == SIGMOID:
        return d0 * (a0 * (1 - a0)), d1 * (a1 * (1 - a1)), d2 * (a2 * (1 - a2)), d3 * (a3 * (1 - a3))
    if code == TANH:
        return d0 * (1 - a0 * a0), d1 * (1 - a1 * a1), d2 * (1 - a2 * a2), d3 * (1 - a3 * a3)
    return where_greater(a0, 0, d0, 0), where_greater(a1, 0, d1, 0), where_greater(a2, 0, d2, 0), where_greater(a3, 0, d3, 0)


@part
def times_slope(delta: Any, a: Any, start: int, stop: int, code: int) -> None:
    """delta ← delta·f'(z), with f' written by a = f(z), for every activation but softmax."""
    compact()
    step = lanes(delta)
    if code == SIGMOID:
        for p in range(start, stop, step):
            v = load(a, p)
            store(delta, p, load(delta, p) * (v * (1 - v)))
    elif code == TANH:
        for p in range(start, stop, step):
            v = load(a, p)
            store(delta, p, load(delta, p) * (1 - v * v))
    elif code == RELU:
        for p in range(start, stop, step):
            store(delta, p, where_greater(load(a, p), 0, load(delta, p), 0))
    elif code == LEAKY_RELU:
        for p in range(start, stop, step):
            slope = load(delta, p)
            store(delta, p, where_greater(load(a, p), 0, slope, LEAKY_SLOPE * slope))
    elif code == SOFTPLUS:
        for p in range(start, stop, step):
            store(delta, p, load(delta, p) * (1 - exp(0 - load(a, p))))
    elif code == STEP:
        for p in range(start, stop, step):
            store(delta, p, 0)


@part
def squared(o: Any, at: int, t: Any, t_at: int, delta: Any, lost: Any, count: int, weight: float) -> None:
    """delta = 2·``weight``·(o − t), the loss's slope; ``lost`` grows by ``weight``·(o − t)²."""
    compact()
    step = lanes(o)
    for s in range(0, count, step):
        error = load(o, at + s) - load(t, t_at + s)
        store(lost, s, load(lost, s) + weight * error * error)
        store(delta, at + s, 2 * weight * error)


@part
def binary_cross_entropy(z: Any, at: int, t: Any, t_at: int, delta: Any, lost: Any, count: int) -> None:
    """z becomes o = σ(z), delta = o − t; ``lost`` grows by ln(1 + eᶻ) − t·z, which is finite for every finite z."""
    compact()
    step = lanes(z)
    for s in range(0, count, step):
        logit, wanted = load(z, at + s), load(t, t_at + s)
        store(lost, s, load(lost, s) + (softplus(logit) - wanted * logit))
        out = sigmoid(logit)
        store(z, at + s, out)
        store(delta, at + s, out - wanted)
