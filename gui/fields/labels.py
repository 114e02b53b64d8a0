"""The names of all choices and fields on screen: one table, translated when asked."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from nn.choices import (
    AblationMode,
    Activation,
    DataKind,
    DeviceChoice,
    Feature,
    Initializer,
    Loss,
    MissingValues,
    OptimizerKind,
    Precision,
    Reduction,
    ScheduleKind,
    Task,
)
from nn.datasets.catalogue import CATALOGUE
from nn.datasets.dataset import Dataset
from nn.text import QT_TRANSLATE_NOOP
from nn.training.snapshot import RunState

_CHOICES: tuple[tuple[StrEnum, str], ...] = (
    (Activation.STEP, QT_TRANSLATE_NOOP("Choices", "step")),
    (Activation.LINEAR, QT_TRANSLATE_NOOP("Choices", "linear")),
    (Activation.SIGMOID, QT_TRANSLATE_NOOP("Choices", "sigmoid")),
    (Activation.TANH, QT_TRANSLATE_NOOP("Choices", "tanh")),
    (Activation.RELU, QT_TRANSLATE_NOOP("Choices", "ReLU")),
    (Activation.LEAKY_RELU, QT_TRANSLATE_NOOP("Choices", "leaky ReLU")),
    (Activation.SOFTPLUS, QT_TRANSLATE_NOOP("Choices", "softplus")),
    (Activation.SOFTMAX, QT_TRANSLATE_NOOP("Choices", "softmax")),
    (Loss.HALF_SQUARED, QT_TRANSLATE_NOOP("Choices", "½ squared error")),
    (Loss.MSE, QT_TRANSLATE_NOOP("Choices", "MSE")),
    (Loss.BINARY_CROSS_ENTROPY, QT_TRANSLATE_NOOP("Choices", "Binary cross-entropy")),
    (Loss.CROSS_ENTROPY, QT_TRANSLATE_NOOP("Choices", "Cross-entropy")),
    (Reduction.MEAN, QT_TRANSLATE_NOOP("Choices", "Mean")),
    (Reduction.SUM, QT_TRANSLATE_NOOP("Choices", "Sum")),
    (OptimizerKind.SGD, QT_TRANSLATE_NOOP("Choices", "SGD")),
    (OptimizerKind.MOMENTUM, QT_TRANSLATE_NOOP("Choices", "Momentum")),
    (OptimizerKind.NESTEROV, QT_TRANSLATE_NOOP("Choices", "Nesterov")),
    (OptimizerKind.RMSPROP, QT_TRANSLATE_NOOP("Choices", "RMSProp")),
    (OptimizerKind.ADAM, QT_TRANSLATE_NOOP("Choices", "Adam")),
    (ScheduleKind.CONSTANT, QT_TRANSLATE_NOOP("Choices", "Constant")),
    (ScheduleKind.STEP, QT_TRANSLATE_NOOP("Choices", "Steps")),
    (ScheduleKind.EXPONENTIAL, QT_TRANSLATE_NOOP("Choices", "Exponential")),
    (ScheduleKind.INVERSE_TIME, QT_TRANSLATE_NOOP("Choices", "1/t")),
    (ScheduleKind.COSINE, QT_TRANSLATE_NOOP("Choices", "Cosine")),
    (Initializer.UNIFORM, QT_TRANSLATE_NOOP("Choices", "Uniform (−1, 1)")),
    (Initializer.WORKSHOP, QT_TRANSLATE_NOOP("Choices", "U(0, 1)/√n")),
    (Initializer.XAVIER, QT_TRANSLATE_NOOP("Choices", "Xavier")),
    (Initializer.HE, QT_TRANSLATE_NOOP("Choices", "He")),
    (Initializer.ZEROS, QT_TRANSLATE_NOOP("Choices", "Zeros")),
    (Initializer.GIVEN, QT_TRANSLATE_NOOP("Choices", "Given values")),
    (Precision.FLOAT32, QT_TRANSLATE_NOOP("Choices", "float32")),
    (Precision.FLOAT64, QT_TRANSLATE_NOOP("Choices", "float64")),
    (DeviceChoice.AUTO, QT_TRANSLATE_NOOP("Choices", "Automatic")),
    (DeviceChoice.CPU, QT_TRANSLATE_NOOP("Choices", "CPU")),
    (DeviceChoice.CUDA, QT_TRANSLATE_NOOP("Choices", "GPU")),
    (Feature.X1_SQUARED, QT_TRANSLATE_NOOP("Choices", "x₁²")),
    (Feature.X2_SQUARED, QT_TRANSLATE_NOOP("Choices", "x₂²")),
    (Feature.X1_X2, QT_TRANSLATE_NOOP("Choices", "x₁x₂")),
    (Feature.SIN_X1, QT_TRANSLATE_NOOP("Choices", "sin x₁")),
    (Feature.SIN_X2, QT_TRANSLATE_NOOP("Choices", "sin x₂")),
    (Task.CLASSIFICATION, QT_TRANSLATE_NOOP("Choices", "Classification")),
    (Task.REGRESSION, QT_TRANSLATE_NOOP("Choices", "Regression")),
    (MissingValues.ASK, QT_TRANSLATE_NOOP("Choices", "Ask")),
    (MissingValues.DROP, QT_TRANSLATE_NOOP("Choices", "Leave the rows out")),
    (MissingValues.MEAN, QT_TRANSLATE_NOOP("Choices", "Put in the column's mean")),
    (AblationMode.ZERO, QT_TRANSLATE_NOOP("Choices", "Zero")),
    (AblationMode.MEAN, QT_TRANSLATE_NOOP("Choices", "Mean output")),
    (RunState.COMPILING, QT_TRANSLATE_NOOP("Choices", "Compiling…")),
    (RunState.PAUSED, QT_TRANSLATE_NOOP("Choices", "Paused")),
    (RunState.RUNNING, QT_TRANSLATE_NOOP("Choices", "Training")),
    (RunState.FINISHED, QT_TRANSLATE_NOOP("Choices", "Stopped")),
    (RunState.DIVERGED, QT_TRANSLATE_NOOP("Choices", "Diverged")),
)

# Members of different enums can be equal as text ("step", "mean"): the enum is part of the key.
_NAMES = {(type(choice), choice): text for choice, text in _CHOICES}

_FIELDS: dict[str, str] = {
    "data.kind": QT_TRANSLATE_NOOP("Fields", "Dataset"),
    "data.samples": QT_TRANSLATE_NOOP("Fields", "Samples"),
    "data.noise": QT_TRANSLATE_NOOP("Fields", "Noise"),
    "data.factor": QT_TRANSLATE_NOOP("Fields", "Factor"),
    "data.classes": QT_TRANSLATE_NOOP("Fields", "Classes"),
    "data.test_share": QT_TRANSLATE_NOOP("Fields", "Test"),
    "data.seed": QT_TRANSLATE_NOOP("Fields", "Seed"),
    "data.standardize": QT_TRANSLATE_NOOP("Fields", "Standardize inputs"),
    "data.features": QT_TRANSLATE_NOOP("Fields", "Extra inputs"),
    "data.target": QT_TRANSLATE_NOOP("Fields", "Target column"),
    "data.missing": QT_TRANSLATE_NOOP("Fields", "Missing values"),
    "data.picture_size": QT_TRANSLATE_NOOP("Fields", "Longer side"),
    "data.colour": QT_TRANSLATE_NOOP("Fields", "In colour"),
    "data.official_split": QT_TRANSLATE_NOOP("Fields", "The files' own test part"),
    "network.initializer": QT_TRANSLATE_NOOP("Fields", "Init"),
    "network.output_activation": QT_TRANSLATE_NOOP("Fields", "Output"),
    "seed": QT_TRANSLATE_NOOP("Fields", "Weight seed"),
    "landscape.seed": QT_TRANSLATE_NOOP("Fields", "Seed of the directions"),
    "landscape.truth": QT_TRANSLATE_NOOP("Fields", "True ω"),
    "landscape.truth.0": QT_TRANSLATE_NOOP("Fields", "True ω₀"),
    "landscape.truth.1": QT_TRANSLATE_NOOP("Fields", "True ω₁"),
    "landscape.noise": QT_TRANSLATE_NOOP("Fields", "Noise"),
    "landscape.samples": QT_TRANSLATE_NOOP("Fields", "Pairs"),
    "landscape.start": QT_TRANSLATE_NOOP("Fields", "Start"),
    "landscape.learning_rate": QT_TRANSLATE_NOOP("Fields", "Learning rate"),
    "landscape.batch_size": QT_TRANSLATE_NOOP("Fields", "Batch"),
    "perceptron.clients": QT_TRANSLATE_NOOP("Fields", "Clients"),
    "perceptron.noise": QT_TRANSLATE_NOOP("Fields", "Noise"),
    "perceptron.seed": QT_TRANSLATE_NOOP("Fields", "Seed"),
    "training.loss": QT_TRANSLATE_NOOP("Fields", "Loss"),
    "training.reduction": QT_TRANSLATE_NOOP("Fields", "Gradient"),
    "training.learning_rate": QT_TRANSLATE_NOOP("Fields", "Learning rate"),
    "training.batch_size": QT_TRANSLATE_NOOP("Fields", "Batch"),
    "training.regularization": QT_TRANSLATE_NOOP("Fields", "Regularization"),
    "training.l1": QT_TRANSLATE_NOOP("Fields", "L1 rate"),
    "training.l2": QT_TRANSLATE_NOOP("Fields", "L2 rate"),
    "training.dropout": QT_TRANSLATE_NOOP("Fields", "Dropout"),
    "training.optimizer.kind": QT_TRANSLATE_NOOP("Fields", "Optimizer"),
    "training.optimizer.momentum": QT_TRANSLATE_NOOP("Fields", "Momentum"),
    "training.optimizer.decay": QT_TRANSLATE_NOOP("Fields", "Decay ρ"),
    "training.optimizer.beta1": QT_TRANSLATE_NOOP("Fields", "β₁"),
    "training.optimizer.beta2": QT_TRANSLATE_NOOP("Fields", "β₂"),
    "training.optimizer.epsilon": QT_TRANSLATE_NOOP("Fields", "ε"),
    "training.schedule.kind": QT_TRANSLATE_NOOP("Fields", "Schedule"),
    "training.schedule.gamma": QT_TRANSLATE_NOOP("Fields", "Gamma"),
    "training.schedule.every": QT_TRANSLATE_NOOP("Fields", "Epochs each"),
    "training.stop.epochs": QT_TRANSLATE_NOOP("Fields", "Stop at epoch"),
    "training.stop.steps": QT_TRANSLATE_NOOP("Fields", "Stop at step"),
    "training.stop.loss": QT_TRANSLATE_NOOP("Fields", "Stop at loss"),
    "training.stop.patience": QT_TRANSLATE_NOOP("Fields", "Patience"),
    "training.stop.seconds": QT_TRANSLATE_NOOP("Fields", "Seconds"),
    "device": QT_TRANSLATE_NOOP("Fields", "Device"),
    "precision": QT_TRANSLATE_NOOP("Fields", "Precision"),
}

# What the pointer learns where the short name of a field isn't enough.
_HINTS: dict[str, str] = {
    "data.noise": QT_TRANSLATE_NOOP("Fields", "Standard deviation of the noise, in the data's own units"),
    "data.factor": QT_TRANSLATE_NOOP("Fields", "Inner radius divided by the outer radius"),
    "data.test_share": QT_TRANSLATE_NOOP("Fields", "Share of the samples kept for testing"),
    "data.seed": QT_TRANSLATE_NOOP("Fields", "The same seed draws the same data"),
    "data.standardize": QT_TRANSLATE_NOOP("Fields", "Each input less its mean, divided by its standard deviation"),
    "data.picture_size": QT_TRANSLATE_NOOP("Fields", "Pixels on the picture's longer side: a larger picture is reduced; every pixel is a sample"),
    "data.colour": QT_TRANSLATE_NOOP("Fields", "Learn red, green and blue, with three outputs, instead of grey with one"),
    "data.official_split": QT_TRANSLATE_NOOP("Fields", "Keep the test part that the files come with, instead of a share of all pictures"),
    "seed": QT_TRANSLATE_NOOP("Fields", "Draws the starting weights, the shuffles and dropout"),
    "training.reduction": QT_TRANSLATE_NOOP("Fields", "How the gradients of a batch's samples are put together"),
    "training.batch_size": QT_TRANSLATE_NOOP("Fields", "Samples per update; empty is the full batch"),
    "training.dropout": QT_TRANSLATE_NOOP("Fields", "Share of hidden outputs set to 0 at each update"),
    "training.schedule.every": QT_TRANSLATE_NOOP("Fields", "Epochs between two drops; for cosine, until the rate is 0"),
    "training.stop.loss": QT_TRANSLATE_NOOP("Fields", "Stop when the training loss is at most this; empty is off"),
    "training.stop.epochs": QT_TRANSLATE_NOOP("Fields", "Stop after this many epochs; empty is off"),
    "training.stop.patience": QT_TRANSLATE_NOOP("Fields", "Stop after so many epochs without a new lowest training loss; empty is off"),
    "training.stop.seconds": QT_TRANSLATE_NOOP("Fields", "Stop after so many seconds of training; empty is off"),
}

# Classes of the data sets that come with the program; those of plants stand in Latin.
_CLASSES: dict[str, str] = {
    "malignant": QT_TRANSLATE_NOOP("Classes", "malignant"),
    "benign": QT_TRANSLATE_NOOP("Classes", "benign"),
    "T-shirt": QT_TRANSLATE_NOOP("Classes", "T-shirt"),
    "trousers": QT_TRANSLATE_NOOP("Classes", "trousers"),
    "pullover": QT_TRANSLATE_NOOP("Classes", "pullover"),
    "dress": QT_TRANSLATE_NOOP("Classes", "dress"),
    "coat": QT_TRANSLATE_NOOP("Classes", "coat"),
    "sandal": QT_TRANSLATE_NOOP("Classes", "sandal"),
    "shirt": QT_TRANSLATE_NOOP("Classes", "shirt"),
    "sneaker": QT_TRANSLATE_NOOP("Classes", "sneaker"),
    "bag": QT_TRANSLATE_NOOP("Classes", "bag"),
    "ankle boot": QT_TRANSLATE_NOOP("Classes", "ankle boot"),
}
_NUMBERED = re.compile(r"class (\d+)")
# What the outputs of a network that fits a picture are.
_COLOURS: dict[str, str] = {
    "grey": QT_TRANSLATE_NOOP("Classes", "grey"),
    "red": QT_TRANSLATE_NOOP("Classes", "red"),
    "green": QT_TRANSLATE_NOOP("Classes", "green"),
    "blue": QT_TRANSLATE_NOOP("Classes", "blue"),
}


def label(choice: StrEnum) -> str:
    """The name of a choice on screen."""
    if isinstance(choice, DataKind):
        return QCoreApplication.translate("datasets", CATALOGUE[choice].title)
    return QCoreApplication.translate("Choices", _NAMES[type(choice), choice])


def field_name(path: str) -> str:
    """The name of a field on screen, from its dotted name; the dotted name itself where the form has no such field."""
    return QCoreApplication.translate("Fields", _FIELDS[path]) if path in _FIELDS else path


def field_hint(path: str) -> str:
    """A sentence about a field, or ""."""
    return QCoreApplication.translate("Fields", _HINTS[path]) if path in _HINTS else ""


def class_names(dataset: Dataset) -> tuple[str, ...]:
    """The names of a data set's classes on screen; those of a person's own file stay as they are."""
    ours = dataset.name in tuple(DataKind)
    return tuple(map(_class_name, dataset.class_names)) if ours else dataset.class_names


def target_names(dataset: Dataset) -> tuple[str, ...]:
    """The names of what a data set's outputs predict, on screen: a picture's colours, or what stands in a person's own file."""
    if dataset.picture is None:
        return dataset.target_names
    return tuple(QCoreApplication.translate("Classes", _COLOURS[name]) if name in _COLOURS else name for name in dataset.target_names)


def _class_name(name: str) -> str:
    number = _NUMBERED.fullmatch(name)
    if number:
        return QCoreApplication.translate("Classes", "class {number}").format(number=number[1])
    return QCoreApplication.translate("Classes", _CLASSES[name]) if name in _CLASSES else name
