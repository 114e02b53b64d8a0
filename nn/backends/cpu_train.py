"""Training on the path for small networks: a whole chunk of steps in one compiled call, without the GIL."""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends import cpu_sparse, cpu_tile, cpu_update
from nn.backends.cpu_blas import by_blas
from nn.backends.cpu_codes import SGD, Net, Rule, Switches
from nn.backends.cpu_compile import compact, entry, part
from nn.backends.cpu_tile import Place, Work
from nn.backends.cpu_update import Weights
from nn.backends.cpu_vector import element, fill, lanes, load, put, store


class Batches(NamedTuple):
    """Training data and what each step takes of it.

    All arrays are flat. ``inputs`` and ``targets`` hold ``samples`` samples one after another. ``tiled_inputs`` and
    ``tiled_targets`` hold the full batch: tile after tile, in each feature after feature. They are empty where ``order`` picks
    samples: step k takes order[starts[k]:starts[k + 1]].

    Inputs of bytes are in ``pictures`` instead, read-only, and ``levels`` (256,) says which number each byte is. Of them a full batch
    isn't laid out in tiles: ``order`` then names every sample.
    """

    inputs: NDArray[np.floating]
    targets: NDArray[np.floating]
    tiled_inputs: NDArray[np.floating]
    tiled_targets: NDArray[np.floating]
    samples: int
    order: NDArray[np.int64]
    starts: NDArray[np.int64]
    pictures: NDArray[np.uint8]
    levels: NDArray[np.floating]


def tile_width(samples: int, widest: int, step: int) -> int:
    """The fewest tiles of at most ``widest`` that hold ``samples``, all equally wide: whole vectors of ``step``."""
    tiles = max(1, -(-samples // widest))
    share = max(1, -(-samples // tiles))
    return -(-share // step) * step


compiled_width = part(tile_width)


@part
def in_order(order: Any, place: int) -> Any:
    return element(order, place)


@part
def in_turn(_order: Any, place: int) -> Any:
    return place


def _gatherer(number: Any, sample: Any) -> Any:
    """The compiled function that gathers samples: ``sample`` says which one comes in a place, ``number`` reads each of its numbers."""

    @part
    def gather(samples: Any, levels: Any, features: int, order: Any, begin: int, count: int, tile: Any, width: int) -> None:
        """Column s of ``tile`` becomes the sample in place begin + s, the columns beyond ``count`` zeros.

        Four samples at a time, so that what is written together lies together.
        """
        compact()
        s = 0
        while s + 4 <= count:
            p = begin + s
            a, b = sample(order, p) * features, sample(order, p + 1) * features
            c, d = sample(order, p + 2) * features, sample(order, p + 3) * features
            for i in range(features):
                place = i * width + s
                put(tile, place, number(samples, levels, a + i))
                put(tile, place + 1, number(samples, levels, b + i))
                put(tile, place + 2, number(samples, levels, c + i))
                put(tile, place + 3, number(samples, levels, d + i))
            s += 4
        while s < count:
            a = sample(order, begin + s) * features
            for i in range(features):
                put(tile, i * width + s, number(samples, levels, a + i))
            s += 1
        for i in range(features):
            fill(tile, i * width + count, (i + 1) * width)

    return gather


gather_bytes = _gatherer(cpu_sparse.of_byte, in_order)
gather_numbers = _gatherer(cpu_sparse.of_number, in_order)
gather_in_turn = _gatherer(cpu_sparse.of_number, in_turn)


@part
def copy(source: Any, at: int, target: Any, count: int) -> None:
    """``count`` numbers, whole vectors, from place ``at`` on."""
    compact()
    for p in range(0, count, lanes(target)):
        store(target, p, load(source, at + p))


@part
def listed(net: Net, batches: Batches, begin: int, count: int, width: int, work: Work) -> bool:
    """Whether the tile's inputs were written as lists of what isn't 0, because most are 0."""
    n_in, order = net.widths[0], batches.order
    if work.counts.size == 0 or not by_blas(n_in, net.widths[1], width):
        return False
    if batches.pictures.size > 0:
        few: bool = cpu_sparse.list_bytes(batches.pictures, batches.levels, n_in, order, begin, count, width, work)
    else:
        few = cpu_sparse.list_numbers(batches.inputs, batches.levels, n_in, order, begin, count, width, work)
    return few


@part
def take_all(net: Net, batches: Batches, begin: int, count: int, width: int, work: Work) -> None:
    """The tile's inputs, zeros too."""
    if batches.pictures.size > 0:
        gather_bytes(batches.pictures, batches.levels, net.widths[0], batches.order, begin, count, work.outputs, width)
    else:
        gather_numbers(batches.inputs, batches.levels, net.widths[0], batches.order, begin, count, work.outputs, width)


@part
def goes_straight(net: Net, rule: Rule, weights: Weights, count: int, width: int) -> bool:
    """Whether the first layer's gradient is taken from its weights as it is found, with no pass over them afterwards."""
    plain = rule.optimizer == SGD and rule.l1 == 0.0 and rule.l2 == 0.0 and not weights.any_frozen
    return plain and count <= width and by_blas(net.widths[0], net.widths[1], width)


@entry
def train(
    net: Net, batches: Batches, switches: Switches, rule: Rule, weights: Weights, work: Work, rates: Any, updates: int, widest: int, losses: Any
) -> None:
    """One update per rate; ``losses[k]`` gets the mean loss before update k. ``updates`` were done since the slots were cleared.

    If the rule's optimizer is NOTHING, ``weights.grads`` gets the last step's gradient of the objective.
    """
    compact()
    full = batches.tiled_targets.size > 0
    n_in, n_out = net.widths[0], net.widths[net.widths.size - 1]
    begin, count = 0, batches.samples
    width = compiled_width(count, widest, lanes(weights.grads))
    for k in range(rates.size):
        if not full:
            begin, count = batches.starts[k], batches.starts[k + 1] - batches.starts[k]
            width = compiled_width(count, widest, lanes(weights.grads))
        scale = 1.0 / count if rule.averaged else 1.0
        descent = rates[k] * scale if goes_straight(net, rule, weights, count, width) else 0.0
        lost = 0.0
        for column in range(0, count, width):
            samples = min(width, count - column)
            sparse = not full and listed(net, batches, begin + column, samples, width, work)
            place = Place(width, samples, k, column, sparse, descent, column + width >= count)
            targets, t_at = (batches.tiled_targets, column * n_out) if full else (work.targets, 0)
            if batches.tiled_inputs.size == 0 and not sparse:
                take_all(net, batches, begin + column, samples, width, work)
            elif not sparse and (count > width or k == 0):  # else they are still there
                copy(batches.tiled_inputs, column * n_in, work.outputs, n_in * width)
            if not full:
                gather_numbers(batches.targets, batches.levels, n_out, batches.order, begin + column, place.samples, work.targets, width)
            cpu_tile.forward(1, net, switches, weights.params, work, place)
            lost += cpu_tile.finish(net, work, targets, t_at, place)
            cpu_tile.backward(net, switches, weights.params, weights.grads, work, place)
        losses[k] = lost / count
        done = net.at[1] + n_in * net.widths[1] if descent != 0.0 else 0
        cpu_update.update(weights, scale, rule, rates[k], updates + k + 1, done)
