"""Small runs for tests, on the NumPy engine."""

from __future__ import annotations

import numpy as np

from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, Loss, Task
from nn.datasets.dataset import Dataset, Prepared, Transform
from nn.initializers import initial
from nn.network import Architecture
from nn.settings import Experiment, LayerSettings, NetworkSettings, TrainingSettings
from nn.training.trainer import Trainer


def prepared_xor(samples: int = 40, test: int = 8, seed: int = 3) -> Prepared:
    """Two classes in the plane, quadrants against quadrants."""
    random = np.random.default_rng(seed)
    raw = random.uniform(-1.0, 1.0, (samples, 2))
    labels = (raw[:, 0] * raw[:, 1] > 0).astype(np.int64)
    order = random.permutation(samples)
    dataset = Dataset(
        "xor", Task.CLASSIFICATION, ("x1", "x2"), ("class 0", "class 1"), (), raw, labels, np.zeros((samples, 0)), order[test:], order[:test]
    )
    transform = Transform(np.zeros(2), np.ones(2), (), ("x1", "x2"))
    return Prepared(dataset, transform, raw.copy(), labels[:, None].astype(np.float64), np.zeros(1), np.ones(1))


def experiment_of(training: TrainingSettings, hidden: tuple[int, ...] = (4, 3), seed: int = 5) -> Experiment:
    layers = tuple(LayerSettings(width, Activation.TANH) for width in hidden)
    return Experiment(network=NetworkSettings(hidden=layers), training=training, seed=seed)


def trainer_of(training: TrainingSettings, hidden: tuple[int, ...] = (4, 3), seed: int = 5, prepared: Prepared | None = None) -> Trainer:
    """A run of [2, hidden…, 1] on XOR with the NumPy engine in float64."""
    prepared = prepared or prepared_xor()
    experiment = experiment_of(training, hidden, seed)
    activations = (*tuple(Activation.TANH for _ in hidden), Activation.SIGMOID)
    architecture = Architecture((2, *hidden, 1), activations, Loss.MSE)
    params = initial(architecture, experiment.network, seed)
    train = prepared.dataset.train
    engine = ReferenceEngine(architecture, prepared.inputs[train], prepared.targets[train], params, np.dtype(np.float64))
    return Trainer(experiment, prepared, engine)
