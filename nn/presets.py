"""Experiments to begin with, in the order the window lists them."""

from __future__ import annotations

from dataclasses import dataclass

from nn.choices import Activation, DataKind, Initializer, Loss, OptimizerKind, Reduction, ScheduleKind
from nn.settings import (
    DataSettings,
    Experiment,
    LayerSettings,
    NetworkSettings,
    OptimizerSettings,
    ScheduleSettings,
    StopSettings,
    TrainingSettings,
)
from nn.text import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Preset:
    """``key`` is for programs, ``title`` English for ``translate("presets", title)``; the experiment's ``name`` is the title."""

    key: str
    title: str
    experiment: Experiment


def _preset(key: str, title: str, data: DataSettings, network: NetworkSettings, training: TrainingSettings) -> Preset:
    return Preset(key, title, Experiment(data=data, network=network, training=training, name=title))


def _layers(activation: Activation, *widths: int) -> tuple[LayerSettings, ...]:
    return tuple(LayerSettings(width, activation) for width in widths)


_ADAM = OptimizerSettings(OptimizerKind.ADAM)

# The CUDA document's network: its derivative of the loss is o − t, that of ½(t − o)², and it sums over the samples. It stops at
# a mean squared error of 0.005, which is half as much here.
CIRCLES = _preset(
    "circles",
    QT_TRANSLATE_NOOP("presets", "Circles"),
    DataSettings(DataKind.CIRCLES, samples=500, noise=0.05, factor=0.5),
    NetworkSettings(_layers(Activation.SIGMOID, 4, 8), initializer=Initializer.UNIFORM),
    TrainingSettings(Loss.HALF_SQUARED, Reduction.SUM, learning_rate=0.05, stop=StopSettings(epochs=5000, loss=0.0025)),
)

# The deep-learning workshop's network. The workshop does not say how noisy its moons are; its losses are those of about 0.2.
MOONS = _preset(
    "moons",
    QT_TRANSLATE_NOOP("presets", "Moons"),
    DataSettings(DataKind.MOONS, samples=200, noise=0.2),
    NetworkSettings(_layers(Activation.SIGMOID, 5), initializer=Initializer.WORKSHOP),
    TrainingSettings(Loss.CROSS_ENTROPY, Reduction.SUM, learning_rate=0.01, stop=StopSettings(epochs=20_000)),
)

XOR = _preset(
    "xor",
    QT_TRANSLATE_NOOP("presets", "XOR"),
    DataSettings(DataKind.XOR, samples=300, noise=0.05),
    NetworkSettings(_layers(Activation.TANH, 4)),
    TrainingSettings(Loss.BINARY_CROSS_ENTROPY, optimizer=_ADAM, learning_rate=0.02, stop=StopSettings(epochs=2000)),
)

SPIRAL = _preset(
    "spiral",
    QT_TRANSLATE_NOOP("presets", "Spiral"),
    DataSettings(DataKind.SPIRALS, samples=500, noise=0.02, standardize=True),
    NetworkSettings(_layers(Activation.TANH, 8, 8)),
    TrainingSettings(Loss.BINARY_CROSS_ENTROPY, optimizer=_ADAM, learning_rate=0.02, stop=StopSettings(epochs=4000)),
)

DIGITS = _preset(
    "digits",
    QT_TRANSLATE_NOOP("presets", "Digits 8×8"),
    DataSettings(DataKind.DIGITS, standardize=True),
    NetworkSettings(_layers(Activation.TANH, 32)),
    TrainingSettings(Loss.CROSS_ENTROPY, optimizer=_ADAM, learning_rate=0.003, batch_size=32, l2=1e-3, stop=StopSettings(epochs=60)),
)

IRIS = _preset(
    "iris",
    QT_TRANSLATE_NOOP("presets", "Iris flowers"),
    DataSettings(DataKind.IRIS, standardize=True),
    NetworkSettings(_layers(Activation.TANH, 6)),
    TrainingSettings(Loss.CROSS_ENTROPY, optimizer=_ADAM, learning_rate=0.01, l2=1e-3, stop=StopSettings(epochs=1500)),
)

# The deep-learning workshop's largest network, [784, 256, 10] with batches of 64. Adam and ReLU instead of its plain descent and
# sigmoid: 94 % of 2,000 digits unseen after one second on a processor, training on 8,000.
MNIST = _preset(
    "mnist",
    QT_TRANSLATE_NOOP("presets", "MNIST digits"),
    DataSettings(DataKind.MNIST, noise=0.0),
    NetworkSettings(_layers(Activation.RELU, 256), initializer=Initializer.HE),
    TrainingSettings(Loss.CROSS_ENTROPY, optimizer=_ADAM, learning_rate=0.001, batch_size=64, stop=StopSettings(epochs=20)),
)

FASHION = _preset(
    "fashion",
    QT_TRANSLATE_NOOP("presets", "Fashion-MNIST"),
    DataSettings(DataKind.FASHION, noise=0.0),
    NetworkSettings(_layers(Activation.RELU, 256), initializer=Initializer.HE),
    TrainingSettings(Loss.CROSS_ENTROPY, optimizer=_ADAM, learning_rate=0.001, batch_size=64, stop=StopSettings(epochs=20)),
)

PLANE = _preset(
    "plane",
    QT_TRANSLATE_NOOP("presets", "Plane (regression)"),
    DataSettings(DataKind.REGRESSION_PLANE, noise=0.05),
    NetworkSettings(_layers(Activation.TANH, 4)),
    TrainingSettings(Loss.MSE, optimizer=_ADAM, learning_rate=0.01, stop=StopSettings(epochs=2000)),
)

CURVE = _preset(
    "curve",
    QT_TRANSLATE_NOOP("presets", "Curve (regression)"),
    DataSettings(DataKind.CURVE, samples=200, noise=0.1),
    NetworkSettings(_layers(Activation.TANH, 8, 8)),
    TrainingSettings(Loss.MSE, optimizer=_ADAM, learning_rate=0.01, stop=StopSettings(epochs=4000)),
)

# The tutorial's picture fit, with weights wide enough for edges at once; its own saved network has layers of 150 and 100. The rate falls
# to 0, since a fixed one leaves the picture trembling.
_PICTURE = DataSettings(DataKind.PICTURE, test_share=0.0)
PICTURE = _preset(
    "picture",
    QT_TRANSLATE_NOOP("presets", "Picture"),
    _PICTURE,
    NetworkSettings(_layers(Activation.TANH, 100), Activation.SIGMOID, Initializer.UNIFORM),
    TrainingSettings(
        Loss.MSE,
        optimizer=_ADAM,
        learning_rate=0.01,
        schedule=ScheduleSettings(ScheduleKind.COSINE, every=8000),
        batch_size=128,
        stop=StopSettings(epochs=8000),
    ),
)

DEEP_PICTURE = _preset(
    "deep-picture",
    QT_TRANSLATE_NOOP("presets", "Picture, two layers"),
    _PICTURE,
    NetworkSettings(_layers(Activation.TANH, 150, 100), Activation.SIGMOID, Initializer.UNIFORM),
    TrainingSettings(
        Loss.MSE,
        optimizer=_ADAM,
        learning_rate=0.002,
        schedule=ScheduleSettings(ScheduleKind.COSINE, every=2000),
        batch_size=128,
        stop=StopSettings(epochs=2000),
    ),
)

PRESETS: tuple[Preset, ...] = (CIRCLES, MOONS, XOR, SPIRAL, DIGITS, MNIST, FASHION, IRIS, PLANE, CURVE, PICTURE, DEEP_PICTURE)

BY_KEY: dict[str, Preset] = {preset.key: preset for preset in PRESETS}
