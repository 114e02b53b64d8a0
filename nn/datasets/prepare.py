"""From a data set in the person's units to what a network trains on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn.choices import Activation, Feature, Loss, Task
from nn.datasets.dataset import Dataset, Prepared, Transform
from nn.datasets.pixels import BRIGHTEST, is_bytes
from nn.errors import SettingsError
from nn.network import read_only
from nn.settings import Experiment
from nn.text import QT_TRANSLATE_NOOP

Scale = tuple[NDArray[np.float64], NDArray[np.float64]]


def prepare(dataset: Dataset, experiment: Experiment) -> Prepared:
    """Inputs and targets of every sample, read-only. Means and scales come from the training part alone.

    Pictures of bytes are the data set's own array, not a copy; the network sees byte/255, whatever ``standardize`` says: each pixel's
    own scale would need the memory of numbers. Raises ``SettingsError`` for extra features on data that isn't two-dimensional, for a
    cross-entropy with regression and for an empty training part.
    """
    if not len(dataset.train):
        raise SettingsError(
            "data.test_share", QT_TRANSLATE_NOOP("nn", "No samples are left to train on; make the test share smaller or take more samples.")
        )
    transform = _transform(dataset, experiment)
    targets, (mean, scale) = _targets(dataset, experiment)
    return Prepared(
        dataset=dataset,
        transform=transform,
        inputs=dataset.raw if is_bytes(dataset.raw) else read_only(np.ascontiguousarray(transform.apply(dataset.raw))),
        targets=read_only(np.ascontiguousarray(targets)),
        target_mean=read_only(mean),
        target_scale=read_only(scale),
    )


def _plain(width: int) -> Scale:
    return np.zeros(width), np.ones(width)


def _standard(values: NDArray[np.float64]) -> Scale:
    """Mean and standard deviation per column of (n, k); a constant column has scale 1."""
    mean, scale = values.mean(axis=0), values.std(axis=0)
    constant = np.ptp(values, axis=0) == 0.0  # the deviation of equal numbers can come out as a rounding error
    return mean, np.where(constant | (scale == 0.0), 1.0, scale)


def _transform(dataset: Dataset, experiment: Experiment) -> Transform:
    features, names = experiment.data.features, dataset.feature_names
    if features and len(names) != 2:
        raise SettingsError(
            "data.features",
            QT_TRANSLATE_NOOP("nn", "Extra features are made from two inputs, and this data has {count}; take them away or choose other data."),
            count=len(names),
        )
    if is_bytes(dataset.raw):
        mean, scale = np.zeros(len(names)), np.full(len(names), float(BRIGHTEST))
    else:
        mean, scale = _standard(dataset.raw[dataset.train]) if experiment.data.standardize else _plain(len(names))
    return Transform(read_only(mean), read_only(scale), features, names + tuple(_feature_name(feature, names) for feature in features))


def _feature_name(feature: Feature, names: tuple[str, ...]) -> str:
    x1, x2 = names
    return {
        Feature.X1_SQUARED: f"{x1}²",
        Feature.X2_SQUARED: f"{x2}²",
        Feature.X1_X2: f"{x1}·{x2}",
        Feature.SIN_X1: f"sin {x1}",
        Feature.SIN_X2: f"sin {x2}",
    }[feature]


def _targets(dataset: Dataset, experiment: Experiment) -> tuple[NDArray[np.floating], Scale]:
    if dataset.task is Task.REGRESSION:
        _check_regression(experiment)
        mean, scale = _standard(dataset.values[dataset.train]) if experiment.data.standardize else _plain(dataset.values.shape[1])
        return (dataset.values - mean) / scale, (mean, scale)
    classes = len(dataset.class_names)
    softmax = experiment.training.loss is Loss.CROSS_ENTROPY or experiment.network.output_activation is Activation.SOFTMAX
    if classes == 2 and not softmax:
        return dataset.labels[:, None].astype(np.float64), _plain(1)
    dtype = np.float32 if is_bytes(dataset.raw) else np.float64  # pictures are many: half the memory, as exact
    ones: NDArray[np.floating] = np.eye(classes, dtype=dtype)
    return ones[dataset.labels], _plain(classes)


def _check_regression(experiment: Experiment) -> None:
    if experiment.training.loss in (Loss.BINARY_CROSS_ENTROPY, Loss.CROSS_ENTROPY):
        raise SettingsError(
            "training.loss",
            QT_TRANSLATE_NOOP("nn", "The loss {loss} is for classes, and this data has numbers to predict; choose mse or half-squared."),
            loss=experiment.training.loss.value,
        )
    if experiment.network.output_activation is Activation.SOFTMAX:
        raise SettingsError(
            "network.output_activation",
            QT_TRANSLATE_NOOP("nn", "A softmax output is for classes, and this data has numbers to predict; choose linear or another one."),
        )
