"""An experiment: every setting of a run, frozen, checked when made.

Field names are the ones that errors, the command line and TOML files use.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from nn.choices import (
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
)
from nn.errors import SettingsError
from nn.text import QT_TRANSLATE_NOOP

MAX_WIDTH = 4096
MAX_LAYERS = 32
MAX_SAMPLES = 1_000_000
MAX_PICTURE = 1000  # pixels on a picture's longer side: each pixel is a sample


def _finite(name: str, value: float, low: float, high: float, *, open_low: bool = False, open_high: bool = False) -> None:
    """Raise ``SettingsError(name, …)`` unless ``value`` is a number from ``low`` to ``high``."""
    inside = math.isfinite(value) and low <= value <= high and not (open_low and value == low) and not (open_high and value == high)
    if inside:
        return
    if open_low and high == math.inf:
        raise SettingsError(
            name, QT_TRANSLATE_NOOP("nn", "{field} must be a number above {low:g}; {value} can't be used."), field=name, low=low, value=value
        )
    raise SettingsError(
        name,
        QT_TRANSLATE_NOOP("nn", "{field} must be a number from {low:g} to {high:g}; {value} can't be used."),
        field=name,
        low=low,
        high=high,
        value=value,
    )


@dataclass(frozen=True, slots=True)
class LayerSettings:
    """One hidden layer."""

    width: int
    activation: Activation = Activation.TANH


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Hidden layers, the output's activation (``None``: the one that fits the loss) and the starting weights.

    ``given`` is the flat parameter vector as a tuple, used with ``Initializer.GIVEN``.
    """

    hidden: tuple[LayerSettings, ...] = (LayerSettings(4), LayerSettings(8))
    output_activation: Activation | None = None
    initializer: Initializer = Initializer.XAVIER
    given: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if len(self.hidden) > MAX_LAYERS:
            raise SettingsError(
                "network.hidden",
                QT_TRANSLATE_NOOP("nn", "A network can have up to {most} hidden layers; {count} were asked for. Remove some."),
                most=MAX_LAYERS,
                count=len(self.hidden),
            )
        for number, layer in enumerate(self.hidden, 1):
            _check_layer(number, layer)


def _check_layer(number: int, layer: LayerSettings) -> None:
    name = f"network.hidden.{number}"
    if layer.width < 1:
        raise SettingsError(
            name,
            QT_TRANSLATE_NOOP("nn", "Hidden layer {number} needs at least 1 neuron; {width} can't be used."),
            number=number,
            width=layer.width,
        )
    if layer.width > MAX_WIDTH:
        raise SettingsError(
            name,
            QT_TRANSLATE_NOOP(
                "nn",
                "Hidden layer {number} with {width} neurons would take about {gigabytes:.3g} GB for its weights to a layer as wide;"
                " use up to {most}.",
            ),
            number=number,
            width=layer.width,
            gigabytes=layer.width**2 * 4 / 1e9,
            most=MAX_WIDTH,
        )
    if layer.activation is Activation.SOFTMAX:
        raise SettingsError(
            name,
            QT_TRANSLATE_NOOP("nn", "Softmax is for the output layer; choose another activation for hidden layer {number}."),
            number=number,
        )


@dataclass(frozen=True, slots=True)
class DataSettings:
    """Where the samples come from. ``noise`` is a standard deviation in the data's own units.

    ``path`` is a CSV file, a picture, or a folder or file of digits, where "" is what was fetched before. ``official_split``: files
    that come in a training and a test part keep them, and ``test_share`` is for those that don't.
    """

    kind: DataKind = DataKind.CIRCLES
    samples: int = 500
    noise: float = 0.05
    factor: float = 0.5  # circles: inner radius / outer radius
    classes: int = 3  # blobs: 2 to 10
    test_share: float = 0.2
    seed: int = 0
    standardize: bool = False
    features: tuple[Feature, ...] = ()
    path: str = ""  # csv, picture, mnist, fashion
    target: str = ""  # csv: the target column's name; "" is the last one
    missing: MissingValues = MissingValues.ASK
    points: tuple[tuple[float, float, int], ...] = ()  # drawn: x1, x2, class
    picture_size: int = 64  # picture: pixels on its longer side; a larger one is reduced to it
    colour: bool = False  # picture: red, green and blue instead of grey
    official_split: bool = True  # mnist, fashion

    def __post_init__(self) -> None:
        if not 2 <= self.samples <= MAX_SAMPLES:
            raise SettingsError(
                "data.samples",
                QT_TRANSLATE_NOOP("nn", "The number of samples must be from 2 to {most}; {value} can't be used."),
                most=MAX_SAMPLES,
                value=self.samples,
            )
        _finite("data.noise", self.noise, 0.0, 10.0)
        _finite("data.factor", self.factor, 0.0, 1.0, open_low=True, open_high=True)
        _finite("data.test_share", self.test_share, 0.0, 0.9)
        _finite("data.classes", self.classes, 2, 10)
        _finite("data.picture_size", self.picture_size, 2, MAX_PICTURE)
        _check_seed("data.seed", self.seed)


@dataclass(frozen=True, slots=True)
class OptimizerSettings:
    """``momentum`` serves momentum and Nesterov, ``decay`` RMSProp, ``beta1`` and ``beta2`` Adam."""

    kind: OptimizerKind = OptimizerKind.SGD
    momentum: float = 0.9
    decay: float = 0.9
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        for name in ("momentum", "decay", "beta1", "beta2"):
            _finite(f"training.optimizer.{name}", getattr(self, name), 0.0, 1.0, open_high=True)
        _finite("training.optimizer.epsilon", self.epsilon, 0.0, 1.0, open_low=True)


@dataclass(frozen=True, slots=True)
class ScheduleSettings:
    """How the learning rate changes with the epoch e (from 0).

    step: η·gamma^⌊e/every⌋ · exponential: η·gamma^e · 1/t: η/(1 + gamma·e) ·
    cosine: from η to 0 over ``every`` epochs, then 0.
    """

    kind: ScheduleKind = ScheduleKind.CONSTANT
    gamma: float = 0.5
    every: int = 1000

    def __post_init__(self) -> None:
        _finite("training.schedule.gamma", self.gamma, 0.0, math.inf, open_low=True)
        _finite("training.schedule.every", self.every, 1, 10**9)


@dataclass(frozen=True, slots=True)
class StopSettings:
    """When a run ends; ``None`` or 0 turns a condition off. ``loss`` and ``patience`` watch the training loss."""

    epochs: int | None = None
    steps: int | None = None
    loss: float | None = None
    patience: int | None = None  # epochs without a new lowest training loss
    seconds: float | None = None

    def __post_init__(self) -> None:
        for name in ("epochs", "steps", "patience"):
            value = getattr(self, name)
            if value is not None:
                _finite(f"training.stop.{name}", value, 1, 10**12)
        if self.loss is not None:
            _finite("training.stop.loss", self.loss, 0.0, math.inf)
        if self.seconds is not None:
            _finite("training.stop.seconds", self.seconds, 0.0, math.inf, open_low=True)


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """The loss and how it is brought down. All but ``loss`` may change while a run goes on.

    The regularised objective is loss + ``l1``·Σ|w| + ``l2``/2·Σw², over weights, not biases; the loss that is
    shown leaves the penalty out. ``batch_size`` ``None`` is the full batch. ``dropout`` is the share of hidden
    outputs set to 0 at each step (the others are scaled by 1/(1 − dropout)).
    """

    loss: Loss = Loss.MSE
    reduction: Reduction = Reduction.MEAN
    optimizer: OptimizerSettings = field(default_factory=OptimizerSettings)
    learning_rate: float = 0.05
    schedule: ScheduleSettings = field(default_factory=ScheduleSettings)
    batch_size: int | None = None
    l1: float = 0.0
    l2: float = 0.0
    dropout: float = 0.0
    stop: StopSettings = field(default_factory=StopSettings)

    def __post_init__(self) -> None:
        _finite("training.learning_rate", self.learning_rate, 0.0, math.inf, open_low=True)
        if self.batch_size is not None:
            _finite("training.batch_size", self.batch_size, 1, 10**9)
        _finite("training.l1", self.l1, 0.0, 1e6)
        _finite("training.l2", self.l2, 0.0, 1e6)
        _finite("training.dropout", self.dropout, 0.0, 1.0, open_high=True)


def _check_seed(name: str, seed: int) -> None:
    if not 0 <= seed < 2**32:
        raise SettingsError(name, QT_TRANSLATE_NOOP("nn", "A seed is a whole number from 0 to 4294967295; {value} can't be used."), value=seed)


@dataclass(frozen=True, slots=True)
class Experiment:
    """Everything that a run depends on. ``seed`` draws the starting weights, the shuffles and dropout."""

    data: DataSettings = field(default_factory=DataSettings)
    network: NetworkSettings = field(default_factory=NetworkSettings)
    training: TrainingSettings = field(default_factory=TrainingSettings)
    device: DeviceChoice = DeviceChoice.AUTO
    precision: Precision = Precision.FLOAT32
    seed: int = 0
    name: str = ""

    def __post_init__(self) -> None:
        _check_seed("seed", self.seed)
        output, loss = self.network.output_activation, self.training.loss
        needed = {Loss.BINARY_CROSS_ENTROPY: Activation.SIGMOID, Loss.CROSS_ENTROPY: Activation.SOFTMAX}.get(loss)
        if needed is not None and output not in (None, needed):
            raise SettingsError(
                "network.output_activation",
                QT_TRANSLATE_NOOP("nn", "The loss {loss} needs a {needed} output, not {output}; choose that activation or another loss."),
                loss=loss.value,
                needed=needed.value,
                output=str(output),
            )
