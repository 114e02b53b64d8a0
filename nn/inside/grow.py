"""How a picture, or the answer over a plane, builds up as the neurons of the last hidden layer are added one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.datasets.pixels import floats
from nn.datasets.work import Work
from nn.inside import gallery
from nn.inside.moment import Moment
from nn.inside.passes import BLOCK, Numbers, Passes, blocks, check, one_thread
from nn.inside.views import Floats
from nn.network import read_only

TILE = 64
MOST_SAMPLES = 2000


@dataclass(frozen=True, eq=False)
class Grown:
    """``order`` (n,): the neurons as they come. Picture m of ``pictures`` (n + 1, h, w, c) float32 is the network's with the first m of them,
    from the output's bias alone to the network as it is; row 0 is the lowest if ``plane``, else the top. Empty for data with no
    plane. ``mse`` (n + 1,): the mean squared error of each over ``samples`` training samples and all outputs.
    """

    layer: int
    order: NDArray[np.intp]
    pictures: Floats
    plane: bool
    mse: NDArray[np.float64]
    samples: int


def grow(
    moment: Moment,
    order: NDArray[np.integer] | None = None,
    *,
    about: int = 0,
    tile: int = TILE,
    samples: int = MOST_SAMPLES,
    work: Work | None = None,
) -> Grown:
    """Neurons come in ``order``, or by how much the loss grows without them, the largest first. Those that are switched off don't come.

    ``about`` is the output that is drawn where there are several and no colours. ``tile`` is a picture's longer side in cells.
    Raises ``ValueError`` for a network without hidden layers, :class:`~nn.errors.Cancelled` as ``work`` wants.
    """
    last = moment.hidden(moment.architecture.layout.depth - 1)
    places = moment.training(samples)
    targets = moment.prepared.targets[places]
    where = gallery.ground(moment.prepared, tile)
    with one_thread(), np.errstate(all="ignore"):
        variants = moment.variants(last, places)
        wanted = np.argsort(-np.abs(variants.growth(targets)), kind="stable") if order is None else np.asarray(order, dtype=np.intp)
        coming = wanted[variants.on[wanted]]
        start = variants.passes.layers[last].weights @ np.where(variants.on, 0.0, variants.held).astype(np.float32)
        seen = floats(moment.prepared.inputs[places], variants.passes.dtype)
        errors = np.zeros(len(coming) + 1)
        for block, outputs in _built(variants.passes, seen, coming, start, work):
            errors += ((outputs - targets[block].T) ** 2).sum(axis=(1, 2), dtype=np.float64)
        pictures = _pictures(variants.passes, where, coming, start, about)
    check(work, 1.0)
    return Grown(last, read_only(coming), read_only(pictures), where is not None and where.plane, read_only(errors / targets.size), len(places))


def _built(passes: Passes, points: Numbers, coming: NDArray[np.intp], start: Numbers, work: Work | None = None) -> Iterator[tuple[slice, Numbers]]:
    """The network's outputs (n + 1, K, S) with the first 0, 1, … n of ``coming``, for a block of ``points`` at a time."""
    last = passes.depth - 1
    dense = passes.layers[last]
    for block in blocks(len(points), (len(coming) + 1) * len(dense.weights), BLOCK):
        check(work, block.start / len(points))
        own = passes.own(last, points[block])
        z = np.empty((len(coming) + 1, len(dense.weights), own.shape[1]), dtype=np.float32)
        z[0] = dense.biases + start[:, np.newaxis]
        np.multiply(dense.weights.T[coming][:, :, np.newaxis], own[coming][:, np.newaxis, :], out=z[1:])
        yield block, passes.outputs(np.cumsum(z, axis=0, out=z))


def _pictures(passes: Passes, where: gallery.Ground | None, coming: NDArray[np.intp], start: Numbers, about: int) -> Floats:
    if where is None:
        return np.empty(gallery.NOTHING, dtype=np.float32)
    channels = slice(0, 3) if where.colours else slice(about, about + 1)
    found = np.empty((len(coming) + 1, len(where.points), 3 if where.colours else 1), dtype=np.float32)
    for block, outputs in _built(passes, where.points, coming, start):
        found[:, block] = np.moveaxis(outputs[:, channels], 1, 2)
    return found.reshape(len(coming) + 1, *where.shape, -1)
