"""Planes through a network's parameters: two weights, two random directions, or the two main directions of a training path."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nn import randomness
from nn.errors import SettingsError
from nn.landscape import checks
from nn.landscape.checks import Array, Extent
from nn.layout import Layout
from nn.network import Network, read_only
from nn.randomness import Stream
from nn.text import QT_TRANSLATE_NOOP

LEAST_HALF_WIDTH = 2.0  # of a plane of two weights, around their values
PATH_MARGIN = 0.25  # of a path's size, beyond it on each side
NO_SHARE = 1e-12  # a direction with less of the path's variance than this is rounding


class PlaneKind(StrEnum):
    """How a plane's two directions were chosen."""

    TWO_WEIGHTS = "two-weights"
    RANDOM = "random"
    PATH = "path"


@dataclass(frozen=True, eq=False)
class Plane:
    """Parameters ``origin`` + a·``first`` + b·``second``, each (P,), float64, read-only. (a, b) are a place's coordinates.

    ``here`` is where the network is. ``names``: parameter names of the two axes, or empty. ``shares``: what part of the path's
    variance each direction holds, or ``None`` where there is no path. ``extent`` is what is worth drawing at first.
    """

    kind: PlaneKind
    origin: Array
    first: Array
    second: Array
    here: tuple[float, float]
    extent: Extent
    names: tuple[str, ...] = ()
    shares: tuple[float, float] | None = None

    def at(self, a: float, b: float) -> Array:
        """The parameters at a place, (P,), read-only. Raises :class:`~nn.errors.SettingsError` for a place that is none."""
        checks.point("landscape.place", (a, b))
        return read_only(self.origin + a * self.first + b * self.second)

    def project(self, params: NDArray[np.floating]) -> Array:
        """Coordinates (k, 2) of the places nearest to ``params`` (k, P), read-only: a path's picture in the plane."""
        apart = np.atleast_2d(params).astype(np.float64) - self.origin
        along = np.stack((apart @ self.first, apart @ self.second))
        basis = np.stack((self.first, self.second))
        return read_only(np.ascontiguousarray(np.linalg.solve(basis @ basis.T, along).T))


def two_weights(network: Network, first: int, second: int) -> Plane:
    """The plane of two of the network's parameters, by their places in its vector; coordinates are the parameters themselves.

    Raises :class:`~nn.errors.SettingsError` where both are the same one or one doesn't exist.
    """
    size = network.architecture.layout.size
    checks.whole("landscape.first", first, 0, size - 1)
    checks.whole("landscape.second", second, 0, size - 1)
    if first == second:
        raise SettingsError(
            "landscape.second",
            QT_TRANSLATE_NOOP(
                "nn",
                "Both axes are the same weight, {name}; choose two.",
            ),
            name=_name(network, first),
        )
    origin = network.params.astype(np.float64)
    here = float(origin[first]), float(origin[second])
    origin[[first, second]] = 0.0
    directions = np.zeros((2, size))
    directions[0, first] = directions[1, second] = 1.0
    half = [max(LEAST_HALF_WIDTH, 1.5 * abs(value)) for value in here]
    extent = here[0] - half[0], here[0] + half[0], here[1] - half[1], here[1] + half[1]
    names = _name(network, first), _name(network, second)
    return Plane(PlaneKind.TWO_WEIGHTS, read_only(origin), read_only(directions[0]), read_only(directions[1]), here, extent, names)


def _name(network: Network, place: int) -> str:
    return network.architecture.layout.names()[place]


def random_directions(network: Network, seed: int = 0) -> Plane:
    """Two random directions through the network, filter-normalised; the network is at (0, 0), and ±1 changes every neuron's
    weights by as much as their own size. Equal seeds give equal directions.

    Raises :class:`~nn.errors.SettingsError` where all weights are 0.
    """
    checks.whole("landscape.seed", seed, 0, checks.MOST_SEED)
    layout, params = network.architecture.layout, network.params.astype(np.float64)
    source = randomness.generator(seed, Stream.DIRECTION)
    first, second = (filter_normalized(layout, source.standard_normal(layout.size), params) for _ in range(2))
    if not first.any():
        raise SettingsError(
            "landscape.directions",
            QT_TRANSLATE_NOOP("nn", "All weights are 0, so there is nothing to measure directions by. Train the network, or start it otherwise."),
        )
    return Plane(PlaneKind.RANDOM, read_only(params), first, second, (0.0, 0.0), (-1.0, 1.0, -1.0, 1.0))


def filter_normalized(layout: Layout, direction: Array, params: NDArray[np.floating]) -> Array:
    """``direction`` (P,) with each neuron's incoming weights scaled to the length that they have in ``params``; biases don't move.

    Li et al. 2018, section 4: otherwise a network whose weights are all doubled, and with ReLU does the same, would look flatter.
    """
    found = np.zeros(layout.size)
    for layer in range(1, layout.depth + 1):
        drawn, own = layout.weights(direction, layer), layout.weights(params, layer)
        size = np.linalg.norm(drawn, axis=0)
        layout.weights(found, layer)[:] = drawn * (np.linalg.norm(own, axis=0) / np.where(size > 0.0, size, 1.0))
    return read_only(found)


def main_directions(path: NDArray[np.floating], network: Network | None = None) -> Plane:
    """The two directions in which a training path (k, P), oldest first, spreads most (PCA), through its end or through ``network``.

    Both have length 1 and are at right angles. A path that is straight gets a second direction without any share.
    Raises :class:`~nn.errors.SettingsError` for a path that doesn't move, or holds what is no number.
    """
    rows = np.atleast_2d(path).astype(np.float64)
    if not np.isfinite(rows).all():
        raise SettingsError(
            "landscape.path", QT_TRANSLATE_NOOP("nn", "The training path holds values that are no numbers. Go back to before the run diverged.")
        )
    first, second, shares = _principal(rows - rows.mean(axis=0))
    origin = rows[-1].copy() if network is None else network.params.astype(np.float64)
    plane = Plane(PlaneKind.PATH, read_only(origin), first, second, (0.0, 0.0), (-1.0, 1.0, -1.0, 1.0), shares=shares)
    places = np.concatenate((plane.project(rows), [[0.0, 0.0]]))
    return Plane(PlaneKind.PATH, plane.origin, first, second, (0.0, 0.0), _around(places), shares=shares)


def _principal(centred: Array) -> tuple[Array, Array, tuple[float, float]]:
    """Two unit vectors (P,) and their shares of the variance. The smaller of the two products of the matrix with itself is enough."""
    tall = len(centred) > centred.shape[1]
    values, vectors = np.linalg.eigh(centred.T @ centred if tall else centred @ centred.T)
    total = float(values.clip(0.0).sum())
    if not total > 0.0:
        raise SettingsError(
            "landscape.path", QT_TRANSLATE_NOOP("nn", "The training path doesn't move, so it has no main directions. Train some steps first.")
        )
    shares = [max(0.0, float(values[-1 - k])) / total if k < len(values) else 0.0 for k in range(2)]
    found: list[Array] = []
    for k, share in enumerate(shares):
        if share <= NO_SHARE:
            shares[k] = 0.0
        else:
            found.append(_unit(vectors[:, -1 - k] if tall else vectors[:, -1 - k] @ centred))
    if len(found) == 1:
        found.append(_beside(found[0]))
    return read_only(found[0]), read_only(found[1]), (shares[0], shares[1])


def _unit(direction: Array) -> Array:
    """Length 1, and the largest entry positive: a path's picture must not turn over when it gets longer."""
    found: Array = direction / (np.linalg.norm(direction) * np.sign(direction[np.abs(direction).argmax()]))
    return found


def _beside(first: Array) -> Array:
    """A direction at right angles to ``first``: always the same one."""
    other = randomness.generator(0, Stream.DIRECTION, 1).standard_normal(len(first))
    return _unit(other - (other @ first) * first)


def _around(places: Array) -> Extent:
    """A rectangle around ``places`` (k, 2); an axis on which they don't move is as wide as the other."""
    low, high = places.min(axis=0), places.max(axis=0)
    size = high - low
    size = np.where(size > 1e-3 * size.max(), size, size.max())
    middle, half = (low + high) / 2.0, (0.5 + PATH_MARGIN) * size
    return float(middle[0] - half[0]), float(middle[0] + half[0]), float(middle[1] - half[1]), float(middle[1] + half[1])
