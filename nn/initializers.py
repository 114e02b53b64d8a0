"""Where training starts: the ways to draw a network's first weights."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from nn import randomness
from nn.choices import Initializer
from nn.errors import SettingsError
from nn.layout import Layout
from nn.network import Architecture, read_only
from nn.settings import NetworkSettings
from nn.text import QT_TRANSLATE_NOOP

Array: TypeAlias = NDArray[np.float64]


def _workshop(source: Generator, n_in: int, n_out: int) -> Array:
    return source.random((n_in, n_out)) / math.sqrt(n_in)


def _xavier(source: Generator, n_in: int, n_out: int) -> Array:
    """Glorot and Bengio 2010, equation 16."""
    limit = math.sqrt(6.0 / (n_in + n_out))
    return source.uniform(-limit, limit, (n_in, n_out))


def _he(source: Generator, n_in: int, n_out: int) -> Array:
    """He et al. 2015, equation 10."""
    return source.normal(0.0, math.sqrt(2.0 / n_in), (n_in, n_out))


WEIGHTS: dict[Initializer, Callable[[Generator, int, int], Array]] = {
    Initializer.WORKSHOP: _workshop,
    Initializer.XAVIER: _xavier,
    Initializer.HE: _he,
}
"""A layer's weights (n_in, n_out), for the initializers that leave biases at 0."""


def initial(architecture: Architecture, settings: NetworkSettings, seed: int) -> Array:
    """The starting parameters, read-only, shape (P,). Equal seeds give equal parameters.

    Raises :class:`SettingsError` for ``network.given`` when given values don't fit the network or aren't finite.
    """
    layout = architecture.layout
    if settings.initializer is Initializer.GIVEN:
        return read_only(_given(layout, settings.given))
    source = randomness.initial(seed)
    if settings.initializer is Initializer.UNIFORM:
        return read_only(source.uniform(-1.0, 1.0, layout.size))
    params = np.zeros(layout.size)
    if settings.initializer is not Initializer.ZEROS:
        for layer in range(1, layout.depth + 1):
            weights = layout.weights(params, layer)
            weights[:] = WEIGHTS[settings.initializer](source, *weights.shape)
    return read_only(params)


def _given(layout: Layout, given: tuple[float, ...]) -> Array:
    params = np.array(given, dtype=np.float64)
    if params.size != layout.size:
        raise SettingsError(
            "network.given",
            QT_TRANSLATE_NOOP("nn", "This network has {needed} weights and biases, but {count} starting values were given. Give {needed}."),
            needed=layout.size,
            count=params.size,
        )
    wrong = np.flatnonzero(~np.isfinite(params))
    if wrong.size:
        place = int(wrong[0])
        raise SettingsError(
            "network.given",
            QT_TRANSLATE_NOOP("nn", "The starting value of {name} is {value}; give a finite number."),
            name=layout.names()[place],
            value=float(params[place]),
        )
    return params
