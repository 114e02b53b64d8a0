"""The presets, and that the two that come from the references learn what those say."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn import build, datasets
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, Initializer, Loss
from nn.datasets.prepare import prepare
from nn.initializers import initial
from nn.presets import BY_KEY, PRESETS, Preset
from nn.settings import StopSettings
from nn.training.trainer import Trainer


def trainer_of(preset: Preset, seed: int, steps: int) -> Trainer:
    """A run of the preset on the NumPy engine, stopped after ``steps`` updates at the latest."""
    experiment = replace(preset.experiment, seed=seed, data=replace(preset.experiment.data, seed=seed))
    stop = StopSettings(steps=steps, loss=experiment.training.stop.loss)
    experiment = replace(experiment, training=replace(experiment.training, stop=stop))
    prepared = prepare(datasets.load(experiment.data), experiment)
    architecture = build.architecture_for(experiment, prepared)
    train = prepared.dataset.train
    params = initial(architecture, experiment.network, experiment.seed)
    engine = ReferenceEngine(architecture, prepared.inputs[train], prepared.targets[train], params, np.float64)
    return Trainer(experiment, prepared, engine)


def test_presets_have_different_keys_and_a_stop() -> None:
    assert list(BY_KEY) == [preset.key for preset in PRESETS]
    assert [preset.key for preset in PRESETS][:5] == ["circles", "moons", "xor", "spiral", "digits"]
    assert all(preset.experiment.training.stop != StopSettings() for preset in PRESETS)
    assert all(preset.experiment.name == preset.title for preset in PRESETS)


@pytest.mark.parametrize(("key", "widths"), [("circles", (2, 4, 8, 1)), ("moons", (2, 5, 2)), ("digits", (64, 32, 10)), ("curve", (1, 8, 8, 1))])
def test_presets_build_the_networks_they_are_known_for(key: str, widths: tuple[int, ...]) -> None:
    experiment = BY_KEY[key].experiment
    architecture = build.architecture_for(experiment, prepare(datasets.load(experiment.data), experiment))
    assert architecture.widths == widths


def test_the_references_own_settings() -> None:
    circles, moons = BY_KEY["circles"].experiment, BY_KEY["moons"].experiment
    assert {layer.activation for layer in circles.network.hidden + moons.network.hidden} == {Activation.SIGMOID}
    assert (circles.network.initializer, moons.network.initializer) == (Initializer.UNIFORM, Initializer.WORKSHOP)
    assert (circles.training.learning_rate, moons.training.learning_rate) == (0.05, 0.01)
    assert moons.training.loss is Loss.CROSS_ENTROPY


def test_circles_learn_with_any_seed() -> None:
    for seed in (0, 1):
        run = trainer_of(BY_KEY["circles"], seed, 1500)
        run.run_to_stop()
        measures = run.measures()
        assert measures.train_loss <= 0.005 or measures.train_accuracy == 1.0


def test_moons_learn_as_in_the_workshop() -> None:
    run = trainer_of(BY_KEY["moons"], 0, 1000)
    run.run_to_stop()
    assert run.measures().train_loss <= 0.35
