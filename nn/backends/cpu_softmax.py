"""Softmax and its cross-entropy down the columns of a tile: class k's numbers start at ``at + k·width``."""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any

from nn.backends.cpu_compile import compact, part
from nn.backends.cpu_functions import exp, log, reciprocal
from nn.backends.cpu_vector import lanes, load, store, where_greater, zeros


@part
def highest(z: Any, at: int, classes: int, width: int, s: int) -> Any:
    """The largest of each sample's z, for the vector of samples from ``s`` on."""
    compact()
    top = load(z, at + s)
    for k in range(1, classes):
        value = load(z, at + k * width + s)
        top = where_greater(value, top, value, top)
    return top


@part
def softmax(z: Any, at: int, classes: int, width: int) -> None:
    """In place. The largest z is taken away first, so that exp can't overflow."""
    compact()
    for s in range(0, width, lanes(z)):
        top = highest(z, at, classes, width, s)
        sum_ = zeros(z)
        for k in range(classes):
            raised = exp(load(z, at + k * width + s) - top)
            store(z, at + k * width + s, raised)
            sum_ = sum_ + raised
        share = reciprocal(sum_)
        for k in range(classes):
            store(z, at + k * width + s, load(z, at + k * width + s) * share)


@part
def cross_entropy(z: Any, at: int, classes: int, width: int, t: Any, t_at: int, delta: Any, lost: Any) -> None:
    """z becomes softmax p, delta = p − t; ``lost`` = Σₖ tₖ·(ln Σⱼ e^(zⱼ − top) − (zₖ − top)), finite for every finite z."""
    compact()
    for s in range(0, width, lanes(z)):
        top = highest(z, at, classes, width, s)
        sum_, named, wanted_z = zeros(z), zeros(z), zeros(z)
        for k in range(classes):
            below = load(z, at + k * width + s) - top
            wanted = load(t, t_at + k * width + s)
            named = named + wanted
            wanted_z = wanted_z + wanted * below
            raised = exp(below)
            store(z, at + k * width + s, raised)
            sum_ = sum_ + raised
        store(lost, s, named * log(sum_) - wanted_z)
        share = reciprocal(sum_)
        for k in range(classes):
            p = load(z, at + k * width + s) * share
            store(z, at + k * width + s, p)
            store(delta, at + k * width + s, p - load(t, t_at + k * width + s))


@part
def softmax_slope(o: Any, delta: Any, at: int, classes: int, width: int) -> None:
    """From ∂L/∂o to ∂L/∂z by softmax's whole Jacobian: oₖ·(dₖ − Σⱼ dⱼoⱼ)."""
    compact()
    for s in range(0, width, lanes(o)):
        shared = zeros(o)
        for k in range(classes):
            shared = shared + load(delta, at + k * width + s) * load(o, at + k * width + s)
        for k in range(classes):
            place = at + k * width + s
            store(delta, place, load(o, place) * (load(delta, place) - shared))
