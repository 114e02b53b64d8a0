"""The update of the parameters after a batch: regularisation, the five optimizers, frozen parameters.

All arrays are padded with zeros to whole vectors.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_codes import ADAM, MOMENTUM, NESTEROV, NOTHING, RMSPROP, SGD, Rule
from nn.backends.cpu_compile import compact, part
from nn.backends.cpu_functions import normal, root
from nn.backends.cpu_vector import fill, lanes, load, store, where_greater, where_less


class Weights(NamedTuple):
    """Padded vectors in the engine's dtype. ``first`` and ``second`` are the optimizer's slots; ``is_weight`` is 1 for weights, 0
    for biases; ``frozen`` is 1 where nothing may change, and ``any_frozen`` says whether it is anywhere.
    """

    params: NDArray[np.floating]
    first: NDArray[np.floating]
    second: NDArray[np.floating]
    grads: NDArray[np.floating]
    is_weight: NDArray[np.floating]
    frozen: NDArray[np.floating]
    any_frozen: bool


@part
def slope(weights: Weights, scale: float, rule: Rule, p: int) -> Any:
    """The objective's gradient from ``p`` on: scale·g, and for weights + l1·sign(w) + l2·w."""
    g = scale * load(weights.grads, p)
    if rule.l1 != 0.0 or rule.l2 != 0.0:
        w = load(weights.params, p)
        sign = where_greater(w, 0, 1, 0 * w) - where_less(w, 0, 1, 0 * w)
        g = g + load(weights.is_weight, p) * (rule.l1 * sign + rule.l2 * w)
    return g


@part
def keep_frozen(weights: Weights, array: Any, p: int, value: Any) -> None:
    """Write ``value``, but not where it is frozen."""
    if weights.any_frozen:
        value = where_greater(load(weights.frozen, p), 0, load(array, p), value)
    store(array, p, value)


@part
def remember(weights: Weights, slot: Any, p: int, value: Any) -> Any:
    """Write ``value`` to an optimizer's slot. A mean of gradients that have long been 0 would stop just above it for good."""
    value = normal(value)
    keep_frozen(weights, slot, p, value)
    return value


@part
def update(weights: Weights, scale: float, rule: Rule, rate: float, t: int, done: int) -> None:
    """One update, w ← w − η·direction, from the summed gradient. ``t`` counts Adam's updates from 1.

    Under SGD the first ``done`` parameters have had theirs.
    """
    compact()
    step, size = lanes(weights.params), weights.params.size
    if rule.optimizer == SGD:
        begin = done // step * step
        fill(weights.grads, begin, done)
        for p in range(begin, size, step):
            descend(weights, p, rate * slope(weights, scale, rule, p))
    elif rule.optimizer in (MOMENTUM, NESTEROV):
        ahead = rule.momentum if rule.optimizer == NESTEROV else 0.0
        for p in range(0, size, step):
            g = slope(weights, scale, rule, p)
            v = remember(weights, weights.first, p, rule.momentum * load(weights.first, p) + g)
            descend(weights, p, rate * (g + ahead * v if ahead > 0.0 else v))
    elif rule.optimizer == RMSPROP:
        for p in range(0, size, step):
            g = slope(weights, scale, rule, p)
            s = remember(weights, weights.first, p, rule.decay * load(weights.first, p) + (1.0 - rule.decay) * g * g)
            descend(weights, p, rate * g / (root(s) + rule.epsilon))
    elif rule.optimizer == ADAM:
        adam(weights, scale, rule, rate, t)
    elif rule.optimizer == NOTHING:
        for p in range(0, size, step):
            store(weights.grads, p, slope(weights, scale, rule, p))


@part
def descend(weights: Weights, p: int, change: Any) -> None:
    keep_frozen(weights, weights.params, p, load(weights.params, p) - change)


@part
def adam(weights: Weights, scale: float, rule: Rule, rate: float, t: int) -> None:
    """Kingma and Ba 2015: the moving means of g and g², corrected for their start at 0."""
    compact()
    count = 1.0 * t  # numba would compile a loop for a whole power
    unbias1, unbias2 = 1.0 / (1.0 - rule.beta1**count), 1.0 / (1.0 - rule.beta2**count)
    for p in range(0, weights.params.size, lanes(weights.params)):
        g = slope(weights, scale, rule, p)
        m = remember(weights, weights.first, p, rule.beta1 * load(weights.first, p) + (1.0 - rule.beta1) * g)
        v = remember(weights, weights.second, p, rule.beta2 * load(weights.second, p) + (1.0 - rule.beta2) * g * g)
        descend(weights, p, rate * (unbias1 * m) / (root(unbias2 * v) + rule.epsilon))
