"""Small networks and data to look into, and the plain float64 way to every number: change the weights, run the oracle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn import backprop
from nn.choices import AblationMode, Activation, Loss, Task
from nn.datasets.dataset import Dataset, Picture, Prepared, Transform
from nn.inside.moment import Moment
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask

Floats = NDArray[np.float64]


def transform(columns: int) -> Transform:
    return Transform(np.zeros(columns), np.ones(columns), (), tuple(f"x{i}" for i in range(columns)))


def prepared(
    raw: NDArray[np.generic], labels: NDArray[np.int64], classes: int, *, test: int = 0, image_shape: tuple[int, int] | None = None
) -> Prepared:
    """Classes as one-hot rows, or 0 and 1 for one output where ``classes`` is 1."""
    count, columns = raw.shape
    names = tuple(str(k) for k in range(max(classes, 2)))
    train, held_back = np.arange(count - test), np.arange(count - test, count)
    columns_names = tuple(f"x{i}" for i in range(columns))
    dataset = Dataset("made", Task.CLASSIFICATION, columns_names, names, (), raw, labels, np.zeros((count, 0)), train, held_back, image_shape)
    targets = labels[:, None].astype(np.float64) if classes == 1 else np.eye(classes)[labels]
    return Prepared(dataset, transform(columns), raw, targets, np.zeros(targets.shape[1]), np.ones(targets.shape[1]))


def points(count: int = 60, columns: int = 2, classes: int = 3, *, test: int = 12, seed: int = 1) -> Prepared:
    source = np.random.default_rng(seed)
    raw = source.normal(size=(count, columns))
    labels = (np.abs(raw).sum(axis=1) * 2).astype(np.int64) % max(classes, 2)
    return prepared(raw, labels, classes, test=test)


def of_picture(pixels: NDArray[np.float32]) -> Prepared:
    """A picture to fit, all its pixels for training."""
    picture = Picture(pixels)
    raw = picture.places().astype(np.float64)
    values = pixels.reshape(len(raw), -1).astype(np.float64)
    none = np.empty(0, np.int64)
    names = ("grey",) if values.shape[1] == 1 else ("red", "green", "blue")
    dataset = Dataset("picture", Task.REGRESSION, ("x", "y"), (), names, raw, none, values, np.arange(len(raw)), none, None, (), picture)
    return Prepared(dataset, transform(2), raw, values, np.zeros(values.shape[1]), np.ones(values.shape[1]))


def architecture(widths: tuple[int, ...], hidden: Activation = Activation.TANH, output: Activation = Activation.SOFTMAX) -> Architecture:
    loss = {Activation.SOFTMAX: Loss.CROSS_ENTROPY, Activation.SIGMOID: Loss.MSE}[output]
    return Architecture(widths, (*(hidden for _ in widths[1:-1]), output), loss)


def moment(net: Architecture, data: Prepared, off: tuple[Neuron, ...] = (), mode: AblationMode = AblationMode.ZERO, seed: int = 2) -> Moment:
    """Random weights and biases, float64, and what is switched off with its mask."""
    params = np.random.default_rng(seed).normal(size=net.layout.size)
    ablation = Ablation(frozenset(off), mode)
    return Moment(net, params, data, ablation, mask_of(net, params, data, ablation))


def mask_of(net: Architecture, params: Floats, data: Prepared, ablation: Ablation) -> Mask | None:
    return Mask.of(net.layout, ablation, row_means(net, params, data)) if ablation.off else None


def row_means(net: Architecture, params: Floats, data: Prepared) -> Floats:
    """Every row's mean output over the training part, all neurons on."""
    passed = backprop.forward(net, params, data.inputs[data.dataset.train])
    return np.concatenate([layer.mean(axis=0) for layer in passed.outputs])


def outputs(seen: Moment, inputs: Floats, off: tuple[Neuron, ...] | None = None) -> Floats:
    """The oracle's outputs (n, K) with ``off`` switched off, by default what is off."""
    return backprop.forward(seen.architecture, seen.params, inputs, _mask(seen, off)).outputs[-1]


def loss(seen: Moment, places: NDArray[np.int64], off: tuple[Neuron, ...] | None = None) -> float:
    """The oracle's mean loss over samples."""
    passed = backprop.forward(seen.architecture, seen.params, seen.prepared.inputs[places], _mask(seen, off))
    return float(backprop.sample_losses(seen.architecture, passed, seen.prepared.targets[places]).mean())


def _mask(seen: Moment, off: tuple[Neuron, ...] | None) -> Mask | None:
    ablation = seen.ablation if off is None else Ablation(frozenset(off), seen.ablation.mode)
    return mask_of(seen.architecture, seen.params, seen.prepared, ablation)


def alone(seen: Moment, inputs: Floats, neuron: Neuron) -> Floats:
    """The outputs (n, K) when all other neurons' outgoing weights are set to 0 and the biases stay."""
    params = seen.params.copy()
    weights = seen.architecture.layout.weights(params, neuron.layer + 1)
    weights[np.arange(len(weights)) != neuron.index] = 0.0
    return backprop.forward(seen.architecture, params, inputs).outputs[-1]
