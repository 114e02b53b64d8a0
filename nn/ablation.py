"""What each neuron contributes: the measures without it, and with it alone in its layer, for all neurons in one batch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nn.backends.base import Engine
from nn.choices import AblationMode
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import rows
from nn.layout import Layout, Neuron
from nn.network import Ablation, Mask
from nn.training.snapshot import Contribution

# Means over the training set are taken in blocks of this many samples, so that memory stays bounded.
BLOCK = 4096


def means(engine: Engine, inputs: NDArray[np.floating], params: NDArray[np.floating] | None = None) -> NDArray[np.float64]:
    """Every row's mean output over ``inputs`` (n, n_in), all neurons on. Shape (rows,), float64."""
    total = np.zeros(engine.architecture.layout.rows)
    for start in range(0, len(inputs), BLOCK):
        total += engine.neurons(inputs[start : start + BLOCK], params).sum(axis=1, dtype=np.float64)
    return total / max(len(inputs), 1)


def mask_of(engine: Engine, prepared: Prepared, ablation: Ablation, params: NDArray[np.floating] | None = None) -> Mask | None:
    """The mask for an ablation; ``None`` when every neuron is on."""
    if not ablation.off:
        return None
    needed = ablation.mode is AblationMode.MEAN
    held = means(engine, rows(prepared.inputs, prepared.dataset.train), params) if needed else None
    return Mask.of(engine.architecture.layout, ablation, held)


def contributions(
    engine: Engine, prepared: Prepared, ablation: Ablation, params: NDArray[np.floating] | None = None, *, most: int | None = None
) -> tuple[Contribution, ...]:
    """For every hidden neuron what it adds, the rest as ``ablation`` has it.

    Deltas are (without the neuron) − (with it). "Alone" is the neuron as the only one of its layer. With ``most``, only that
    many samples of each part are measured: an estimate.
    """
    layout = engine.architecture.layout
    neurons = layout.hidden()
    if not neurons:
        return ()
    wanted = [off for neuron in neurons for off in _variants(layout, ablation, neuron)]
    places = {off: place for place, off in enumerate(dict.fromkeys(wanted))}  # with all that are on, on, is the same for each of them
    variants = [replace(ablation, off=off) for off in places]
    train, test = prepared.dataset.train[:most], prepared.dataset.test[:most]
    held = means(engine, rows(prepared.inputs, train), params) if ablation.mode is AblationMode.MEAN else None
    masks = tuple(Mask.of(layout, variant, held) for variant in variants)
    measured = np.concatenate([_measure(engine, prepared, part, masks, params) for part in (train, test)])
    found = measured[:, [places[off] for off in wanted]]
    return tuple(_contribution(neuron, found[:, 3 * i : 3 * i + 3]) for i, neuron in enumerate(neurons))


def _variants(layout: Layout, ablation: Ablation, neuron: Neuron) -> tuple[frozenset[Neuron], ...]:
    """Off-sets with the neuron on, with it off, and with it alone in its layer."""
    layer = frozenset(Neuron(neuron.layer, i) for i in range(layout.widths[neuron.layer]))
    return ablation.off - {neuron}, ablation.off | {neuron}, (ablation.off | layer) - {neuron}


def _measure(
    engine: Engine, prepared: Prepared, part: NDArray[np.int64], masks: tuple[Mask, ...], params: NDArray[np.floating] | None
) -> NDArray[np.float64]:
    """Loss and accuracy under each mask, shape (2, len(masks)); ``nan`` for an empty part."""
    if not len(part):
        return np.full((2, len(masks)), np.nan)
    return np.array(engine.measure(rows(prepared.inputs, part), rows(prepared.targets, part), prepared.dataset.task, masks, params))


def _contribution(neuron: Neuron, found: NDArray[np.float64]) -> Contribution:
    """``found``: train loss, train accuracy, test loss, test accuracy (rows) with it, without it, alone (columns)."""
    delta = found[:, 1] - found[:, 0]
    alone = found[:, 2]
    return Contribution(
        neuron,
        delta_loss=float(delta[0]),
        delta_accuracy=float(delta[1]),
        delta_test_loss=float(delta[2]),
        delta_test_accuracy=float(delta[3]),
        alone_loss=float(alone[0]),
        alone_accuracy=float(alone[1]),
        alone_test_loss=float(alone[2]),
        alone_test_accuracy=float(alone[3]),
    )
