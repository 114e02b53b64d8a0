"""Made-up data sets in the plane, and a curve: all from a seed, in NumPy alone.

Circles and moons follow scikit-learn's ``make_circles`` and ``make_moons`` to the last bit (a test compares them); they
are written out here because importing scikit-learn takes seconds and the window opens on circles.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nn.choices import DataKind
from nn.settings import DataSettings

Labelled = tuple[NDArray[np.float64], NDArray[np.int64]]
Valued = tuple[NDArray[np.float64], NDArray[np.float64]]

SPIRAL_TURNS = 1.5
BUMPS = ((-0.65, 0.45, 1.0), (0.0, 0.45, -1.0), (0.65, 0.45, 1.0), (-0.65, -0.45, -1.0), (0.0, -0.45, 1.0), (0.65, -0.45, -1.0))
BUMP_WIDTH = 0.22


def _halves(samples: int) -> tuple[int, int]:
    return samples // 2, samples - samples // 2


def _two_curves(settings: DataSettings, first: NDArray[np.float64], second: NDArray[np.float64]) -> Labelled:
    """Two lists of points as classes 0 and 1, shuffled and blurred as scikit-learn does it."""
    points = np.vstack((first, second))
    labels = np.repeat(np.arange(2, dtype=np.int64), (len(first), len(second)))
    generator = np.random.RandomState(settings.seed)
    order = np.arange(len(points))
    generator.shuffle(order)
    points, labels = points[order], labels[order]
    points += generator.normal(scale=settings.noise, size=points.shape)
    return points, labels


def circles(settings: DataSettings) -> Labelled:
    """A ring of radius 1 (class 0) around one of radius ``factor`` (class 1)."""
    outside, inside = (np.linspace(0, 2 * np.pi, n, endpoint=False) for n in _halves(settings.samples))
    inner = np.column_stack((np.cos(inside) * settings.factor, np.sin(inside) * settings.factor))
    return _two_curves(settings, np.column_stack((np.cos(outside), np.sin(outside))), inner)


def moons(settings: DataSettings) -> Labelled:
    """Two half circles, one hooked into the other."""
    upper, lower = (np.linspace(0, np.pi, n) for n in _halves(settings.samples))
    first = np.column_stack((np.cos(upper), np.sin(upper)))
    return _two_curves(settings, first, np.column_stack((1 - np.cos(lower), 1 - np.sin(lower) - 0.5)))


def _generator(settings: DataSettings) -> np.random.Generator:
    return np.random.Generator(np.random.Philox(settings.seed))


def _mixed_labels(generator: np.random.Generator, samples: int, classes: int) -> NDArray[np.int64]:
    """Class numbers, as equally many of each as can be, in random order."""
    return generator.permutation(np.arange(samples, dtype=np.int64) % classes)


def blobs(settings: DataSettings) -> Labelled:
    """Round Gaussian clouds whose centres stand evenly on the unit circle."""
    generator = _generator(settings)
    labels = _mixed_labels(generator, settings.samples, settings.classes)
    angle = np.pi / 2 + 2 * np.pi * labels / settings.classes
    centres = np.column_stack((np.cos(angle), np.sin(angle)))
    return centres + generator.normal(scale=settings.noise, size=centres.shape), labels


def gauss(settings: DataSettings) -> Labelled:
    """Two round Gaussian clouds around (1, 1) and (−1, −1)."""
    generator = _generator(settings)
    labels = _mixed_labels(generator, settings.samples, 2)
    centres = np.repeat((1.0 - 2.0 * labels)[:, None], 2, axis=1)
    return centres + generator.normal(scale=settings.noise, size=centres.shape), labels


def xor(settings: DataSettings) -> Labelled:
    """The square from −1 to 1: class 0 where both coordinates have the same sign. Noise moves points over the border."""
    generator = _generator(settings)
    quadrant = _mixed_labels(generator, settings.samples, 4)
    signs = np.column_stack((np.where(quadrant < 2, 1.0, -1.0), np.where(quadrant % 2 == 0, 1.0, -1.0)))
    points = signs * generator.uniform(0.05, 1.0, size=signs.shape)
    labels = (signs[:, 0] != signs[:, 1]).astype(np.int64)
    return points + generator.normal(scale=settings.noise, size=points.shape), labels


def spirals(settings: DataSettings) -> Labelled:
    """Two arms of an Archimedean spiral, half a turn apart, out to radius 1."""
    generator = _generator(settings)
    labels = _mixed_labels(generator, settings.samples, 2)
    radius = generator.uniform(0.05, 1.0, size=settings.samples)
    angle = 2 * np.pi * SPIRAL_TURNS * radius + np.pi * labels
    points = np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
    return points + generator.normal(scale=settings.noise, size=points.shape), labels


def _square(settings: DataSettings) -> tuple[np.random.Generator, NDArray[np.float64]]:
    generator = _generator(settings)
    return generator, generator.uniform(-1.0, 1.0, size=(settings.samples, 2))


def regression_plane(settings: DataSettings) -> Valued:
    """(x1 + x2)/2 over the square from −1 to 1; noise is added to the value."""
    generator, points = _square(settings)
    values = points.mean(axis=1, keepdims=True)
    return points, values + generator.normal(scale=settings.noise, size=values.shape)


def regression_gauss(settings: DataSettings) -> Valued:
    """Six Gaussian hills and hollows of height ±1 over the square from −1 to 1; noise is added to the value."""
    generator, points = _square(settings)
    values = np.zeros((settings.samples, 1))
    for x1, x2, height in BUMPS:
        squared = (points[:, :1] - x1) ** 2 + (points[:, 1:] - x2) ** 2
        values += height * np.exp(-squared / (2 * BUMP_WIDTH**2))
    return points, values + generator.normal(scale=settings.noise, size=values.shape)


def curve(settings: DataSettings) -> Valued:
    """sin(2x) for x from −3 to 3; noise is added to the value."""
    generator = _generator(settings)
    x = generator.uniform(-3.0, 3.0, size=(settings.samples, 1))
    return x, np.sin(2 * x) + generator.normal(scale=settings.noise, size=x.shape)


LABELLED: dict[DataKind, Callable[[DataSettings], Labelled]] = {
    DataKind.CIRCLES: circles,
    DataKind.MOONS: moons,
    DataKind.BLOBS: blobs,
    DataKind.XOR: xor,
    DataKind.SPIRALS: spirals,
    DataKind.GAUSS: gauss,
}

VALUED: dict[DataKind, Callable[[DataSettings], Valued]] = {
    DataKind.REGRESSION_PLANE: regression_plane,
    DataKind.REGRESSION_GAUSS: regression_gauss,
    DataKind.CURVE: curve,
}
