"""How the outputs of a layer's neurons are distributed over the data, class by class, and which samples excite each most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import floats
from nn.datasets.work import Work
from nn.inside.moment import Moment
from nn.inside.passes import SAMPLES, Numbers, blocks, check, one_thread
from nn.inside.views import Floats
from nn.network import read_only

BINS = 32
EXCITING = 8
MOST_SAMPLES = 10_000
MOST_NUMBERS = 1 << 24  # outputs that are kept at once: 64 MiB


@dataclass(frozen=True, eq=False)
class Distribution:
    """Of hidden ``layer``. ``counts`` (n, K, bins): how many of each class's samples lie in each bin; K = 1 for regression.

    ``edges`` (n, bins + 1): each neuron's own bins, from its least to its greatest output. ``exciting`` (n, m): data-set numbers of
    the samples with the greatest outputs, the greatest first, which are in ``excited`` (n, m). Over ``samples`` training samples.
    What is switched off in earlier layers is off; the neurons of this layer count as on.
    """

    layer: int
    counts: NDArray[np.int64]
    edges: NDArray[np.float64]
    exciting: NDArray[np.int64]
    excited: Floats
    samples: int


def distribution(
    moment: Moment, layer: int, *, bins: int = BINS, exciting: int = EXCITING, samples: int = MOST_SAMPLES, work: Work | None = None
) -> Distribution:
    """Over at most ``samples`` training samples, fewer for very wide layers. Raises ``ValueError`` where there is no such hidden layer,
    :class:`~nn.errors.Cancelled` as ``work`` wants."""
    width = moment.architecture.widths[moment.hidden(layer)]
    places = moment.training(max(1, min(samples, MOST_NUMBERS // width)))
    with one_thread(), np.errstate(all="ignore"):
        own = _outputs(moment, layer, places, work)
        edges = _edges(own, bins)
        counts = _counts(own, edges, _labels(moment.prepared, places))
        first = _most(own, min(exciting, len(places)))
    check(work, 1.0)
    return Distribution(
        layer=layer,
        counts=read_only(counts),
        edges=read_only(edges),
        exciting=read_only(places[first]),
        excited=read_only(np.take_along_axis(own, first, axis=1).astype(np.float32)),
        samples=len(places),
    )


def _outputs(moment: Moment, layer: int, places: NDArray[np.int64], work: Work | None) -> Numbers:
    """(n, S)."""
    passes = moment.passes()
    found = np.empty((moment.architecture.widths[layer], len(places)), dtype=np.float32)
    for block in blocks(len(places), 1, SAMPLES):
        check(work, 0.8 * block.start / len(places))
        found[:, block] = passes.own(layer, floats(moment.prepared.inputs[places[block]], np.float32))
    return np.nan_to_num(found, copy=False)


def _labels(prepared: Prepared, places: NDArray[np.int64]) -> NDArray[np.int64]:
    return prepared.dataset.labels[places] if prepared.dataset.task is Task.CLASSIFICATION else np.zeros(len(places), dtype=np.int64)


def _edges(own: Numbers, bins: int) -> NDArray[np.float64]:
    """(n, bins + 1); a neuron that always puts out the same gets bins around it."""
    low, high = own.min(axis=1).astype(np.float64), own.max(axis=1).astype(np.float64)
    same = low == high
    low, high = np.where(same, low - 0.5, low), np.where(same, high + 0.5, high)
    return np.asarray(np.linspace(low, high, bins + 1, axis=1))


def _counts(own: Numbers, edges: NDArray[np.float64], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """(n, K, bins), a neuron at a time."""
    bins, classes = edges.shape[1] - 1, int(labels.max(initial=0)) + 1
    found = np.empty((len(own), classes, bins), dtype=np.int64)
    for neuron, outputs in enumerate(own):
        low, high = edges[neuron, 0], edges[neuron, -1]
        place = np.clip((outputs - low) * (bins / (high - low)), 0, bins - 1).astype(np.int64)
        found[neuron] = np.bincount(labels * bins + place, minlength=classes * bins).reshape(classes, bins)
    return found


def _most(own: Numbers, count: int) -> NDArray[np.intp]:
    """Places of each row's greatest numbers, the greatest first."""
    some = np.argpartition(own, own.shape[1] - count, axis=1)[:, own.shape[1] - count :]
    ranked = np.argsort(-np.take_along_axis(own, some, axis=1), axis=1, kind="stable")
    return np.take_along_axis(some, ranked, axis=1)
