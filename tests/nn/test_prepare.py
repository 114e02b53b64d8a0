"""From a data set to inputs, targets and a network that fits them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn import build
from nn.choices import Activation, DataKind, Feature, Loss, Precision, Task
from nn.datasets import load
from nn.datasets.dataset import Dataset
from nn.datasets.prepare import prepare
from nn.errors import SettingsError
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, TrainingSettings


def experiment(kind: DataKind = DataKind.CIRCLES, loss: Loss = Loss.MSE, output: Activation | None = None, **data: object) -> Experiment:
    settings = replace(DataSettings(kind, samples=100), **data)  # type: ignore[arg-type]  # passed through as given
    return Experiment(data=settings, network=NetworkSettings(output_activation=output), training=TrainingSettings(loss=loss))


def table(raw: list[list[float]], values: list[float], train: list[int]) -> Dataset:
    test = [i for i in range(len(raw)) if i not in train]
    names = tuple(f"f{i}" for i in range(len(raw[0])))
    return Dataset(
        "table",
        Task.REGRESSION,
        names,
        (),
        ("y",),
        np.array(raw),
        np.empty(0, dtype=np.int64),
        np.array(values)[:, None],
        np.array(train),
        np.array(test, dtype=np.int64),
    )


def test_without_standardizing_inputs_are_the_raw_data() -> None:
    settings = experiment()
    dataset = load(settings.data)
    np.testing.assert_array_equal(prepare(dataset, settings).inputs, dataset.raw)


def test_standardizing_takes_mean_and_deviation_of_the_training_part_alone() -> None:
    dataset = table([[1.0, 7.0], [3.0, 7.0], [100.0, 9.0]], [10.0, 30.0, 50.0], train=[0, 1])
    prepared = prepare(dataset, experiment(standardize=True))
    np.testing.assert_allclose(prepared.inputs, [[-1, 0], [1, 0], [98, 2]])  # a constant column has scale 1
    np.testing.assert_allclose(prepared.targets, [[-1], [1], [3]])
    np.testing.assert_allclose(prepared.targets * prepared.target_scale + prepared.target_mean, dataset.values)


def test_a_constant_column_whose_mean_is_rounded_has_scale_1() -> None:
    dataset = table([[0.1, 1.0]] * 3 + [[0.2, 2.0]], [1.0, 2.0, 3.0, 4.0], train=[0, 1, 2])
    assert prepare(dataset, experiment(standardize=True)).transform.scale.tolist() == [1.0, 1.0]


def test_extra_features_are_made_of_standardised_inputs() -> None:
    settings = experiment(standardize=True, features=tuple(Feature))
    prepared = prepare(load(settings.data), settings)
    x1, x2 = prepared.inputs[:, 0], prepared.inputs[:, 1]
    np.testing.assert_allclose(prepared.inputs[:, 2:], np.column_stack((x1**2, x2**2, x1 * x2, np.sin(x1), np.sin(x2))))
    assert prepared.transform.input_names == ("x1", "x2", "x1²", "x2²", "x1·x2", "sin x1", "sin x2")
    assert abs(x1[prepared.dataset.train].mean()) < 1e-12


@pytest.mark.parametrize("kind", [DataKind.IRIS, DataKind.CURVE])
def test_extra_features_need_two_inputs(kind: DataKind) -> None:
    settings = experiment(kind, features=(Feature.X1_X2,))
    with pytest.raises(SettingsError) as caught:
        prepare(load(settings.data), settings)
    assert caught.value.field == "data.features"


@pytest.mark.parametrize(
    ("kind", "loss", "output", "width", "activation"),
    [
        (DataKind.MOONS, Loss.MSE, None, 1, Activation.SIGMOID),
        (DataKind.MOONS, Loss.MSE, Activation.TANH, 1, Activation.TANH),
        (DataKind.MOONS, Loss.MSE, Activation.SOFTMAX, 2, Activation.SOFTMAX),
        (DataKind.MOONS, Loss.BINARY_CROSS_ENTROPY, None, 1, Activation.SIGMOID),
        (DataKind.MOONS, Loss.CROSS_ENTROPY, None, 2, Activation.SOFTMAX),
        (DataKind.BLOBS, Loss.HALF_SQUARED, None, 3, Activation.SIGMOID),
        (DataKind.BLOBS, Loss.BINARY_CROSS_ENTROPY, None, 3, Activation.SIGMOID),
        (DataKind.BLOBS, Loss.CROSS_ENTROPY, None, 3, Activation.SOFTMAX),
        (DataKind.CURVE, Loss.MSE, None, 1, Activation.LINEAR),
    ],
)
def test_outputs_follow_the_data_and_the_loss(kind: DataKind, loss: Loss, output: Activation | None, width: int, activation: Activation) -> None:
    settings = experiment(kind, loss, output)
    dataset = load(settings.data)
    prepared = prepare(dataset, settings)
    architecture = build.architecture_for(settings, prepared)
    assert architecture.widths == (dataset.raw.shape[1], 4, 8, width)
    assert architecture.activations == (Activation.TANH, Activation.TANH, activation)
    assert prepared.targets.shape == (100, width)
    if dataset.task is Task.CLASSIFICATION:
        labels = prepared.targets[:, 0] if width == 1 else prepared.targets.argmax(axis=1)
        np.testing.assert_array_equal(labels, dataset.labels)


@pytest.mark.parametrize(
    ("loss", "output", "field"),
    [
        (Loss.CROSS_ENTROPY, None, "training.loss"),
        (Loss.BINARY_CROSS_ENTROPY, None, "training.loss"),
        (Loss.MSE, Activation.SOFTMAX, "network.output_activation"),
    ],
)
def test_losses_and_outputs_for_classes_are_refused_for_numbers(loss: Loss, output: Activation | None, field: str) -> None:
    settings = experiment(DataKind.REGRESSION_PLANE, loss, output)
    with pytest.raises(SettingsError) as caught:
        prepare(load(settings.data), settings)
    assert caught.value.field == field


def test_arrays_that_cross_threads_are_read_only() -> None:
    prepared = prepare(load(DataSettings(samples=10)), experiment())
    for array in (prepared.inputs, prepared.targets, prepared.transform.mean, prepared.transform.scale, prepared.target_mean):
        assert not array.flags.writeable


@pytest.mark.parametrize(("precision", "said"), [(Precision.FLOAT32, "2.42 GB"), (Precision.FLOAT64, "4.83 GB")])
def test_a_network_too_large_for_memory_is_refused_with_its_size(precision: Precision, said: str) -> None:
    wide = NetworkSettings(tuple(LayerSettings(4096) for _ in range(7)))
    settings = replace(experiment(), network=wide, precision=precision)
    with pytest.raises(SettingsError, match=said):
        build.architecture_for(settings, prepare(load(settings.data), settings))


def test_a_batch_larger_than_the_data_is_the_full_batch_and_said() -> None:
    assert build.batch_size(experiment(), 80) == (80, None)
    small = replace(experiment(), training=TrainingSettings(batch_size=32))
    assert build.batch_size(small, 80) == (32, None)
    size, sentence = build.batch_size(small, 20)
    assert size == 20
    assert "batch of 32 is more than the 20" in str(sentence)
