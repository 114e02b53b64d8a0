"""Settings: whatever can't be used is refused by name, in a sentence with the value in it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest

from nn.choices import Activation, Loss
from nn.errors import SettingsError
from nn.settings import (
    MAX_LAYERS,
    MAX_WIDTH,
    DataSettings,
    Experiment,
    LayerSettings,
    NetworkSettings,
    OptimizerSettings,
    ScheduleSettings,
    StopSettings,
    TrainingSettings,
)


def test_the_defaults_are_an_experiment() -> None:
    assert Experiment() == Experiment()
    assert hash(Experiment()) == hash(Experiment())


def test_settings_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Experiment().seed = 1  # type: ignore[misc]  # that it can't be set is what is tested


BAD: list[tuple[str, Callable[[], object], str]] = [
    ("training.learning_rate", lambda: TrainingSettings(learning_rate=0.0), "0.0"),
    ("training.learning_rate", lambda: TrainingSettings(learning_rate=-1.0), "-1.0"),
    ("training.learning_rate", lambda: TrainingSettings(learning_rate=math.nan), "nan"),
    ("training.learning_rate", lambda: TrainingSettings(learning_rate=math.inf), "inf"),
    ("training.batch_size", lambda: TrainingSettings(batch_size=0), "0"),
    ("training.l1", lambda: TrainingSettings(l1=-0.1), "-0.1"),
    ("training.l2", lambda: TrainingSettings(l2=math.nan), "nan"),
    ("training.dropout", lambda: TrainingSettings(dropout=1.0), "1.0"),
    ("training.dropout", lambda: TrainingSettings(dropout=-0.1), "-0.1"),
    ("training.optimizer.momentum", lambda: OptimizerSettings(momentum=1.0), "1.0"),
    ("training.optimizer.decay", lambda: OptimizerSettings(decay=-1.0), "-1.0"),
    ("training.optimizer.beta1", lambda: OptimizerSettings(beta1=1.5), "1.5"),
    ("training.optimizer.beta2", lambda: OptimizerSettings(beta2=math.nan), "nan"),
    ("training.optimizer.epsilon", lambda: OptimizerSettings(epsilon=0.0), "0.0"),
    ("training.schedule.gamma", lambda: ScheduleSettings(gamma=0.0), "0.0"),
    ("training.schedule.every", lambda: ScheduleSettings(every=0), "0"),
    ("training.stop.epochs", lambda: StopSettings(epochs=0), "0"),
    ("training.stop.steps", lambda: StopSettings(steps=-5), "-5"),
    ("training.stop.patience", lambda: StopSettings(patience=0), "0"),
    ("training.stop.loss", lambda: StopSettings(loss=math.nan), "nan"),
    ("training.stop.seconds", lambda: StopSettings(seconds=0.0), "0.0"),
    ("data.samples", lambda: DataSettings(samples=1), "1"),
    ("data.samples", lambda: DataSettings(samples=1_000_001), "1000001"),
    ("data.noise", lambda: DataSettings(noise=-0.1), "-0.1"),
    ("data.factor", lambda: DataSettings(factor=1.0), "1.0"),
    ("data.classes", lambda: DataSettings(classes=1), "1"),
    ("data.classes", lambda: DataSettings(classes=11), "11"),
    ("data.test_share", lambda: DataSettings(test_share=0.95), "0.95"),
    ("data.seed", lambda: DataSettings(seed=-1), "-1"),
    ("seed", lambda: Experiment(seed=2**32), str(2**32)),
    ("network.hidden.1", lambda: NetworkSettings(hidden=(LayerSettings(0),)), "0"),
    ("network.hidden.2", lambda: NetworkSettings(hidden=(LayerSettings(2), LayerSettings(-3))), "-3"),
    ("network.hidden.1", lambda: NetworkSettings(hidden=(LayerSettings(1_000_000),)), "GB"),
    ("network.hidden.1", lambda: NetworkSettings(hidden=(LayerSettings(2, Activation.SOFTMAX),)), "Softmax"),
    ("network.hidden", lambda: NetworkSettings(hidden=(LayerSettings(2),) * (MAX_LAYERS + 1)), str(MAX_LAYERS + 1)),
]


@pytest.mark.parametrize(("field", "make", "shown"), BAD, ids=[f"{field}-{shown}" for field, _, shown in BAD])
def test_what_cannot_be_used_is_refused_by_name(field: str, make: Callable[[], object], shown: str) -> None:
    with pytest.raises(SettingsError) as caught:
        make()
    assert caught.value.field == field
    assert shown in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "{" not in str(caught.value)


@pytest.mark.parametrize(
    "make",
    [
        lambda: TrainingSettings(learning_rate=1e-12, batch_size=1, dropout=0.0, l1=0.0, l2=0.0),
        lambda: OptimizerSettings(momentum=0.0, decay=0.0, beta1=0.0, beta2=0.0, epsilon=1.0),
        lambda: StopSettings(epochs=1, steps=1, loss=0.0, patience=1, seconds=1e-3),
        lambda: DataSettings(samples=2, noise=0.0, test_share=0.0, classes=2, seed=2**32 - 1),
        lambda: NetworkSettings(hidden=()),
        lambda: NetworkSettings(hidden=(LayerSettings(MAX_WIDTH),) * MAX_LAYERS),
    ],
)
def test_the_ends_of_each_range_can_be_used(make: Callable[[], object]) -> None:
    assert make() is not None


@pytest.mark.parametrize("loss", list(Loss))
@pytest.mark.parametrize("output", [None, *Activation])
def test_cross_entropies_ask_for_their_output(loss: Loss, output: Activation | None) -> None:
    needed = {Loss.BINARY_CROSS_ENTROPY: Activation.SIGMOID, Loss.CROSS_ENTROPY: Activation.SOFTMAX}.get(loss)
    network, training = NetworkSettings(output_activation=output), TrainingSettings(loss=loss)
    if output is None or needed in (None, output):
        assert Experiment(network=network, training=training).network.output_activation is output
        return
    with pytest.raises(SettingsError, match=f"needs a {needed} output, not {output}") as caught:
        Experiment(network=network, training=training)
    assert caught.value.field == "network.output_activation"
