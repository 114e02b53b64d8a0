"""The update of the parameters after a batch: regularisation, the five optimizers, frozen parameters.

All arrays are padded with zeros to whole vectors.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends.cpu_codes import ADAM, MOMENTUM, NESTEROV, RMSPROP, SGD, Rule
from nn.backends.cpu_compile import part
from nn.backends.cpu_vector import compact, lanes, load, root, store, where_greater, where_less


class Weights(NamedTuple):
    """Padded vectors in the engine's dtype. ``first`` and ``second`` are the optimizer's slots; ``is_weight`` is 1 for weights, 0
    for biases; ``frozen`` is 1 where nothing may change.
    """

    params: NDArray[np.floating]
    first: NDArray[np.floating]
    second: NDArray[np.floating]
    grads: NDArray[np.floating]
    is_weight: NDArray[np.floating]
    frozen: NDArray[np.floating]


@part
def regularise(weights: Weights, scale: float, rule: Rule) -> None:
    """g ← scale·g, and for weights + l1·sign(w) + l2·w."""
    compact()
    g, params = weights.grads, weights.params
    for p in range(0, g.size, lanes(g)):
        w = load(params, p)
        sign = where_greater(w, 0, 1, 0 * w) - where_less(w, 0, 1, 0 * w)
        store(g, p, scale * load(g, p) + load(weights.is_weight, p) * (rule.l1 * sign + rule.l2 * w))


@part
def keep_frozen(weights: Weights, array: Any, p: int, value: Any) -> None:
    """Write ``value`` where nothing is frozen."""
    compact()
    store(array, p, where_greater(load(weights.frozen, p), 0, load(array, p), value))


@part
def update(weights: Weights, rule: Rule, rate: float, t: int) -> None:
    """One update, w ← w − η·direction. ``t`` counts Adam's updates from 1."""
    compact()
    step = lanes(weights.params)
    if rule.optimizer == SGD:
        for p in range(0, weights.params.size, step):
            descend(weights, p, rate * load(weights.grads, p))
    elif rule.optimizer in (MOMENTUM, NESTEROV):
        for p in range(0, weights.params.size, step):
            g = load(weights.grads, p)
            v = rule.momentum * load(weights.first, p) + g
            keep_frozen(weights, weights.first, p, v)
            descend(weights, p, rate * (g + rule.momentum * v if rule.optimizer == NESTEROV else v))
    elif rule.optimizer == RMSPROP:
        for p in range(0, weights.params.size, step):
            g = load(weights.grads, p)
            s = rule.decay * load(weights.first, p) + (1.0 - rule.decay) * g * g
            keep_frozen(weights, weights.first, p, s)
            descend(weights, p, rate * g / (root(s) + rule.epsilon))
    elif rule.optimizer == ADAM:
        adam(weights, rule, rate, t)


@part
def descend(weights: Weights, p: int, change: Any) -> None:
    compact()
    keep_frozen(weights, weights.params, p, load(weights.params, p) - change)


@part
def adam(weights: Weights, rule: Rule, rate: float, t: int) -> None:
    """Kingma and Ba 2015: the moving means of g and g², corrected for their start at 0."""
    compact()
    unbias1, unbias2 = 1.0 / (1.0 - rule.beta1**t), 1.0 / (1.0 - rule.beta2**t)
    for p in range(0, weights.params.size, lanes(weights.params)):
        g = load(weights.grads, p)
        m = rule.beta1 * load(weights.first, p) + (1.0 - rule.beta1) * g
        v = rule.beta2 * load(weights.second, p) + (1.0 - rule.beta2) * g * g
        keep_frozen(weights, weights.first, p, m)
        keep_frozen(weights, weights.second, p, v)
        descend(weights, p, rate * (unbias1 * m) / (root(unbias2 * v) + rule.epsilon))
