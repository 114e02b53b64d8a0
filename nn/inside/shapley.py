"""What each neuron of a layer is worth, shared fairly: Shapley values by sampling.

Neurons are switched on one at a time in many random orders; what each adds when its turn comes is averaged (Castro, Gómez and Tejada 2009).
Every order is taken forwards and backwards, which makes the average steadier (Mitchell, Cooper, Frank and Holmes 2022). In each order what
the neurons add sums to the network's worth with all of them less its worth with none, so the averages do too.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task
from nn.datasets.work import Work
from nn.inside.moment import Moment
from nn.inside.passes import Numbers, check, one_thread, spread
from nn.inside.variants import Variants
from nn.network import read_only
from nn.randomness import Stream, generator

Array = NDArray[np.float64]

PERMUTATIONS = 2000
MOST_SAMPLES = 500
TABLE = 16  # up to so many neurons every set's worth is looked up: there are no more than 65,536
MOST_NUMBERS = 1 << 23  # of what all neurons add at all samples


class Worth(StrEnum):
    """What a set of neurons is worth."""

    LOSS = "loss"  # −(mean loss)
    ACCURACY = "accuracy"


@dataclass(frozen=True, eq=False)
class Shapley:
    """``values`` (n,) of the neurons of ``layer``, 0 for those that are off, with their standard ``errors`` (n,); they sum to ``whole`` − ``none``,
    the worth with all and with none of them, to rounding. Over ``samples`` training samples and ``permutations`` orders."""

    layer: int
    worth: Worth
    values: Array
    errors: Array
    whole: float
    none: float
    permutations: int
    samples: int


def shapley(
    moment: Moment,
    layer: int,
    *,
    worth: Worth = Worth.LOSS,
    permutations: int = PERMUTATIONS,
    samples: int = MOST_SAMPLES,
    seed: int = 0,
    work: Work | None = None,
) -> Shapley:
    """Of hidden ``layer``; a neuron that is not in a set puts out what the ablation's mode says. An odd number of orders is made even.

    The same seed gives the same values. Raises ``ValueError`` for a layer that isn't there and for the accuracy of a regression,
    :class:`~nn.errors.Cancelled` as ``work`` wants.
    """
    game = _Game(moment, moment.hidden(layer), worth, samples)
    orders = _orders(len(game.players), permutations, seed)
    with one_thread(), np.errstate(all="ignore"):
        along = game.looked_up(orders, work) if len(game.players) <= TABLE else game.walked(orders, work)
    check(work, 1.0)
    values, errors = _averaged(orders, np.diff(along, axis=1))
    count = moment.architecture.widths[layer]
    all_values, all_errors = np.zeros(count), np.zeros(count)
    all_values[game.players], all_errors[game.players] = values, errors
    return Shapley(layer, worth, read_only(all_values), read_only(all_errors), float(along[0, -1]), float(along[0, 0]), len(orders), game.samples)


def _orders(players: int, permutations: int, seed: int) -> NDArray[np.intp]:
    """(permutations, players): the second half are the first half's backwards."""
    half = max(1, -(-permutations // 2))
    forwards = generator(seed, Stream.COALITIONS).permuted(np.tile(np.arange(players), (half, 1)), axis=1)
    return np.concatenate((forwards, forwards[:, ::-1])).astype(np.intp)


def _averaged(orders: NDArray[np.intp], added: Array) -> tuple[Array, Array]:
    """Values and standard errors (players,) from what the k-th neuron of each order added. An order and its reverse are one draw."""
    by_player = np.empty_like(added)
    np.put_along_axis(by_player, orders, added, axis=1)
    half = len(orders) // 2
    draws = 0.5 * (by_player[:half] + by_player[half:])
    spread_out = draws.std(axis=0, ddof=1) if half > 1 else np.full(draws.shape[1], np.nan)
    return draws.mean(axis=0), spread_out / np.sqrt(half)


class _Game:
    """The worth of any set of the neurons that are on."""

    def __init__(self, moment: Moment, layer: int, worth: Worth, samples: int) -> None:
        if worth is Worth.ACCURACY and moment.prepared.dataset.task is Task.REGRESSION:
            raise ValueError("a regression has no accuracy")
        widths = moment.architecture.widths
        most = max(1, min(samples, MOST_NUMBERS // (widths[layer] * widths[layer + 1])))
        places = spread(moment.prepared.dataset.train, most)
        whole = moment.variants(layer, places)
        self.players = np.flatnonzero(whole.on)
        self.samples = len(places)
        self._variants: Variants = whole
        self._targets = moment.prepared.targets[places].astype(np.float32)
        self._true = self._targets.argmax(axis=1) if self._targets.shape[1] > 1 else self._targets[:, 0] >= 0.5
        self._worth = worth

    def looked_up(self, orders: NDArray[np.intp], work: Work | None) -> Array:
        """The worth along each order, (orders, players + 1): every different set is calculated once."""
        bits = np.left_shift(1, orders)
        sets = np.concatenate((np.zeros((len(orders), 1), dtype=bits.dtype), np.cumsum(bits, axis=1)), axis=1)
        different = np.unique(sets)
        on = np.zeros((len(different), self._variants.count), dtype=np.float32)
        on[:, self.players] = (different[:, np.newaxis] >> np.arange(len(self.players))) & 1
        table = np.empty(1 << len(self.players))
        for block, z in self._variants.together(on):
            check(work, block.start / len(different))
            table[different[block]] = self._worths(z)
        found: Array = table[sets]
        return found

    def walked(self, orders: NDArray[np.intp], work: Work | None) -> Array:
        """The same for more players: along an order each z is the one before and what the next neuron adds."""
        floor, carried = self._variants.floor, self._variants.carried[self.players]
        found = np.empty((len(orders), len(self.players) + 1))
        for k, order in enumerate(orders):
            check(work, k / len(orders))
            found[k, 1:] = self._worths(np.cumsum(carried[order], axis=0) + floor)
        found[:, 0] = self._worths(floor[np.newaxis].copy())[0]
        found[:, -1] = found[0, -1]  # the same set: only the order of the sum differs
        return found

    def _worths(self, z: Numbers) -> Array:
        """(sets,) from the next layer's z (sets, width, S), which may be written over."""
        if self._worth is Worth.LOSS:
            return -self._variants.loss(z, self._targets)
        outputs = self._variants.outputs(z)
        read = outputs[:, 0] >= 0.5 if outputs.shape[1] == 1 else outputs.argmax(axis=1)
        return np.asarray((read == self._true).mean(axis=1, dtype=np.float64))
