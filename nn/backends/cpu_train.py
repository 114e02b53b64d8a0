"""Training on the path for small networks: a whole chunk of steps in one compiled call, without the GIL."""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends import cpu_tile, cpu_update
from nn.backends.cpu_codes import NOTHING, Net, Rule, Switches
from nn.backends.cpu_compile import entry, part
from nn.backends.cpu_tile import Place, Work
from nn.backends.cpu_update import Weights
from nn.backends.cpu_vector import compact, fill, lanes, load, store


class Batches(NamedTuple):
    """Training data and what each step takes of it.

    ``inputs`` (n, n_in) and ``targets`` (n, K) hold a sample per row. ``tiled_inputs`` and ``tiled_targets`` hold the full batch,
    flat: tile after tile, in each row after row. They are empty where ``order`` picks samples: step k takes
    order[starts[k]:starts[k + 1]].
    """

    inputs: NDArray[np.floating]
    targets: NDArray[np.floating]
    tiled_inputs: NDArray[np.floating]
    tiled_targets: NDArray[np.floating]
    order: NDArray[np.int32]
    starts: NDArray[np.int64]


def tile_width(samples: int, widest: int, step: int) -> int:
    """The fewest tiles of at most ``widest`` that hold ``samples``, all equally wide: whole vectors of ``step``."""
    tiles = max(1, -(-samples // widest))
    share = max(1, -(-samples // tiles))
    return -(-share // step) * step


compiled_width = part(tile_width)


@part
def gather(samples: Any, order: Any, begin: int, count: int, tile: Any, width: int) -> None:
    """Column s of ``tile`` becomes sample order[begin + s]; the columns beyond ``count`` become zeros."""
    compact()
    for i in range(samples.shape[1]):
        for s in range(count):
            tile[i * width + s] = samples[order[begin + s], i]
        fill(tile, i * width + count, (i + 1) * width)


@part
def copy(source: Any, at: int, target: Any, count: int) -> None:
    compact()
    for p in range(0, count, lanes(target)):
        store(target, p, load(source, at + p))


@entry
def train(
    net: Net, batches: Batches, switches: Switches, rule: Rule, weights: Weights, work: Work, rates: Any, updates: int, widest: int, losses: Any
) -> None:
    """One update per rate; ``losses[k]`` gets the mean loss before update k. ``updates`` were done since the slots were cleared.

    After the last step ``weights.grads`` holds its objective's gradient.
    """
    compact()
    full = batches.tiled_inputs.size > 0
    n_in, n_out = batches.inputs.shape[1], batches.targets.shape[1]
    for k in range(rates.size):
        begin = 0 if full else batches.starts[k]
        count = batches.inputs.shape[0] if full else batches.starts[k + 1] - begin
        width = compiled_width(count, widest, lanes(weights.grads))
        fill(weights.grads, 0, weights.grads.size)
        lost = 0.0
        for column in range(0, count, width):
            place = Place(width, min(width, count - column), k, column)
            targets, t_at = (batches.tiled_targets, column * n_out) if full else (work.targets, 0)
            if not full:
                gather(batches.inputs, batches.order, begin + column, place.samples, work.outputs, width)
                gather(batches.targets, batches.order, begin + column, place.samples, work.targets, width)
            elif count > width or k == 0:  # else they are still there
                copy(batches.tiled_inputs, column * n_in, work.outputs, n_in * width)
            cpu_tile.forward(1, net, switches, weights.params, work, place)
            lost += cpu_tile.finish(net, work, targets, t_at, place)
            cpu_tile.backward(net, switches, weights.params, weights.grads, work, place)
        losses[k] = lost / count
        cpu_update.regularise(weights, 1.0 / count if rule.averaged else 1.0, rule)
        if rule.optimizer != NOTHING:
            cpu_update.update(weights, rule, rates[k], updates + k + 1)
