"""What each neuron contributes: the measures without it, and with it alone in its layer, for all neurons in one batch."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn import backprop
from nn.backends.base import Engine
from nn.choices import AblationMode
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import rows
from nn.layout import Layout, Neuron
from nn.network import Ablation, Mask, Network, read_only
from nn.training.snapshot import Contribution

# Means over the training set are taken in blocks of this many samples, so that memory stays bounded.
BLOCK = 4096
MASK_NUMBERS = 2_000_000  # of the masks of as many neurons as are measured at once


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


def network_mask(network: Network, prepared: Prepared, ablation: Ablation) -> Mask | None:
    """As :func:`mask_of`, for a network without an engine: means are calculated in float64."""
    if not ablation.off:
        return None
    layout = network.architecture.layout
    if ablation.mode is not AblationMode.MEAN:
        return Mask.of(layout, ablation)
    params, train = network.params.astype(np.float64), prepared.dataset.train
    total = np.zeros(layout.rows)
    for start in range(0, len(train), BLOCK):
        passed = backprop.forward(network.architecture, params, prepared.inputs[train[start : start + BLOCK]])
        total += np.concatenate([layer.sum(axis=0).real for layer in passed.outputs])
    return Mask.of(layout, ablation, total / max(len(train), 1))


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
    train, test = prepared.dataset.train[:most], prepared.dataset.test[:most]
    held = means(engine, rows(prepared.inputs, train), params) if ablation.mode is AblationMode.MEAN else None
    present = Mask.of(layout, ablation, held)
    when_off = np.zeros(layout.rows) if held is None else held
    contributed: list[Contribution] = []
    length = max(MASK_NUMBERS // (3 * layout.rows), 1)
    for start in range(0, len(neurons), length):
        some = neurons[start : start + length]
        wanted = [mask for neuron in some for mask in _variants(layout, present, when_off, neuron)]
        masks = {id(mask): mask for mask in wanted}  # with all that are on, on, is the same for each of them
        places = {key: place for place, key in enumerate(masks)}
        measured = np.concatenate([_measure(engine, prepared, part, tuple(masks.values()), params) for part in (train, test)])
        found = measured[:, [places[id(mask)] for mask in wanted]]
        contributed += [_contribution(neuron, found[:, 3 * i : 3 * i + 3]) for i, neuron in enumerate(some)]
    return tuple(contributed)


def _variants(layout: Layout, present: Mask, when_off: NDArray[np.float64], neuron: Neuron) -> tuple[Mask, Mask, Mask]:
    """With the neuron on, with it off, and with it alone in its layer; ``when_off`` (rows,) is what each puts out when it is off."""
    row, rows_ = layout.row(neuron), layout.layer_rows(neuron.layer)
    on = present if present.gain[row] == 1.0 else _changed(present, when_off, on=row)
    return on, _changed(present, when_off, off=slice(row, row + 1)), _changed(present, when_off, off=rows_, on=row)


def _changed(present: Mask, when_off: NDArray[np.float64], *, off: slice | None = None, on: int | None = None) -> Mask:
    """``present`` with the rows ``off`` off, then the row ``on`` on."""
    gain, hold = present.gain.copy(), present.hold.copy()
    if off is not None:
        gain[off], hold[off] = 0.0, when_off[off]
    if on is not None:
        gain[on], hold[on] = 1.0, 0.0
    return Mask(read_only(gain), read_only(hold))


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
