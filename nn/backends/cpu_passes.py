"""Passes over numbers that lie side by side: activations, their slopes, and losses of independent outputs.

Every pass goes from ``start`` to ``stop`` of flat arrays in whole vectors, so work space is allocated in whole vectors.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any

from nn.backends.cpu_codes import LEAKY_RELU, RELU, SIGMOID, SOFTPLUS, STEP, TANH
from nn.backends.cpu_compile import part
from nn.backends.cpu_vector import compact, exp, lanes, load, sigmoid, softplus, store, tanh, where_greater, where_less

LEAKY_SLOPE = 0.01


@part
def activate(values: Any, start: int, stop: int, code: int) -> None:
    """a = f(z) in place, for every activation but softmax; a NaN stays a NaN, except under step."""
    compact()
    step = lanes(values)
    if code == SIGMOID:
        for p in range(start, stop, step):
            store(values, p, sigmoid(load(values, p)))
    elif code == TANH:
        for p in range(start, stop, step):
            store(values, p, tanh(load(values, p)))
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
