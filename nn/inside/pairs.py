"""How much two neurons do the same work: what is lost without both, less what is lost without each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from nn.datasets.work import Work
from nn.inside.moment import Moment
from nn.inside.passes import check, one_thread
from nn.network import read_only

MOST_NEURONS = 32
MOST_SAMPLES = 2000
MOST_NUMBERS = 1 << 23  # of what all neurons add at all samples


@dataclass(frozen=True, eq=False)
class Pairs:
    """``overlap`` (n, n) symmetric: the loss's growth without both, less its growths without each alone. Above 0 the two stand in for each
    other, below 0 they need each other. The diagonal, and the rows of neurons that are off, are ``nan``. ``growth`` (n,): without
    each alone. Means over ``samples`` training samples; ``loss`` is the network's as it is.
    """

    layer: int
    overlap: NDArray[np.float64]
    growth: NDArray[np.float64]
    loss: float
    samples: int


def pairs(moment: Moment, layer: int, *, samples: int = MOST_SAMPLES, work: Work | None = None) -> Pairs:
    """Of hidden ``layer`` with at most 32 neurons, in float64, because small differences of losses are taken.

    Raises ``ValueError`` for another layer and :class:`~nn.errors.Cancelled` as ``work`` wants.
    """
    count = moment.architecture.widths[moment.hidden(layer)]
    if count > MOST_NEURONS:
        raise ValueError(f"pairs of {count} neurons are too many, the most is {MOST_NEURONS}")
    places = moment.training(max(1, min(samples, MOST_NUMBERS // (count * moment.architecture.widths[layer + 1]))))
    with one_thread(), np.errstate(all="ignore"):
        variants = moment.variants(layer, places, np.float64)
        members = np.flatnonzero(variants.on)
        couples = list(combinations(members, 2))
        sets = np.tile(variants.on.astype(np.float64), (1 + len(members) + len(couples), 1))
        for row, gone in enumerate([*((j,) for j in members), *couples], 1):
            sets[row, list(gone)] = 0.0
        losses = np.empty(len(sets))
        for block, z in variants.together(sets):
            check(work, block.start / len(sets))
            losses[block] = variants.loss(z, moment.prepared.targets[places])
    check(work, 1.0)
    return _sorted(layer, count, members, losses, len(places))


def _sorted(layer: int, count: int, members: NDArray[np.intp], losses: NDArray[np.float64], samples: int) -> Pairs:
    """From the losses of the network as it is, without each of ``members``, and without each couple of them."""
    growth, overlap = np.full(count, np.nan), np.full((count, count), np.nan)
    growth[members] = losses[1 : 1 + len(members)] - losses[0]
    for (i, j), loss in zip(combinations(members, 2), losses[1 + len(members) :], strict=True):
        overlap[i, j] = overlap[j, i] = (loss - losses[0]) - (growth[i] + growth[j])
    return Pairs(layer, read_only(overlap), read_only(growth), float(losses[0]), samples)
