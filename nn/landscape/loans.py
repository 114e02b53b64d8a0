"""The perceptron lesson's example: to which clients a bank grants a loan, by salary and by time in work."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nn import randomness
from nn.landscape import checks
from nn.landscape.checks import Array, Extent
from nn.network import read_only
from nn.randomness import Stream
from nn.text import QT_TRANSLATE_NOOP

EXTENT: Extent = (0.0, 3000.0, 0.0, 20.0)
AXES = (QT_TRANSLATE_NOOP("nn", "Salary a month ($)"), QT_TRANSLATE_NOOP("nn", "Years in work"))
CLASSES = (QT_TRANSLATE_NOOP("nn", "rejected"), QT_TRANSLATE_NOOP("nn", "granted"))
RULE = (1.0, 0.6)  # what a whole axis of salary and of years counts for: the salary matters more
GAP = 0.06  # nobody is nearer to the rule's line than this share of an axis, so that a line can be found by hand
MOST_CLIENTS = 10_000


@dataclass(frozen=True, slots=True)
class LoanSettings:
    """``noise``: the standard deviation of what else decides, as a share of an axis; from 0 on, where one line parts all clients.

    Raises :class:`~nn.errors.SettingsError`.
    """

    clients: int = 60
    noise: float = 0.0
    seed: int = 0

    def __post_init__(self) -> None:
        checks.whole("perceptron.clients", self.clients, 4, MOST_CLIENTS)
        checks.number("perceptron.noise", self.noise, 0.0, 1.0)
        checks.whole("perceptron.seed", self.seed, 0, checks.MOST_SEED)


@dataclass(frozen=True, eq=False)
class Loans:
    """Clients: ``raw`` (n, 2), salary and years; ``labels`` (n,), 1 for granted and 0 for rejected; ``mean`` and ``scale`` (2,).

    A neuron sees ``inputs`` = (raw − mean)/scale. Float64, read-only.
    """

    raw: Array
    labels: Array
    mean: Array
    scale: Array

    @property
    def inputs(self) -> Array:
        return self.scaled(self.raw)

    def scaled(self, raw: Array) -> Array:
        """Inputs for raw points (…, 2)."""
        found: Array = (raw - self.mean) / self.scale
        return found


def make(settings: LoanSettings | None = None) -> Loans:
    """Clients even over both axes. A loan is granted where RULE's weighted sum, and the noise, is above its mean. Equal settings
    give equal clients, and both kinds are among them.
    """
    settings = settings or LoanSettings()
    source = randomness.generator(settings.seed, Stream.LOANS)
    shares = _clear_of_the_line(source, settings.clients)
    decided = _above(shares) + settings.noise * source.standard_normal(len(shares))
    labels = (decided >= 0.0).astype(np.float64)
    if labels.min() == labels.max():
        order = np.argsort(decided)
        labels[order[0]], labels[order[-1]] = 0.0, 1.0
    raw = shares * (EXTENT[1], EXTENT[3])
    return Loans(read_only(raw), read_only(labels), read_only(raw.mean(axis=0)), read_only(raw.std(axis=0)))


def _above(shares: Array) -> Array:
    """How far clients (n, 2), as shares of the axes, are above the rule's line."""
    found: Array = (shares - 0.5) @ np.array(RULE) / np.linalg.norm(RULE)
    return found


def _clear_of_the_line(source: np.random.Generator, count: int) -> Array:
    found = np.empty((0, 2))
    while len(found) < count:
        drawn = source.random((2 * count, 2))
        found = np.concatenate((found, drawn[np.abs(_above(drawn)) > GAP]))
    return found[:count]
