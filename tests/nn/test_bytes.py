"""Pictures of bytes go through engines, oracle, measures and walks as byte/255, and are nowhere copied as a whole."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from nn import backprop, build
from nn.ablation import contributions, means
from nn.backends.base import Chunk, Engine
from nn.backends.cpu import CpuEngine
from nn.backends.reference import ReferenceEngine
from nn.choices import AblationMode, Activation, Loss, OptimizerKind, Reduction, Task
from nn.datasets.dataset import Dataset, Prepared
from nn.datasets.pixels import floats, is_bytes, rows
from nn.datasets.prepare import prepare
from nn.landscape.network import of_network
from nn.landscape.plane import two_weights
from nn.network import Ablation, Architecture, Mask, Network, read_only
from nn.optimizers import Hyper
from nn.presets import BY_KEY
from nn.training.batches import Batches
from nn.training.clock import Clock
from nn.training.trainer import Trainer

HYPER = Hyper(OptimizerKind.MOMENTUM, Reduction.MEAN, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=0.0, l2=1e-4)
ARCHITECTURE = Architecture((36, 7, 3), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
N = 50


def images(count: int = N, pixels: int = 36, seed: int = 0) -> np.ndarray:
    return read_only(np.random.default_rng(seed).integers(0, 256, (count, pixels), dtype=np.uint8))


def targets(count: int = N) -> np.ndarray:
    return np.eye(3, dtype=np.float32)[np.random.default_rng(1).integers(0, 3, count)]


def params(architecture: Architecture = ARCHITECTURE) -> np.ndarray:
    return np.random.default_rng(2).normal(0.0, 0.3, architecture.layout.size)


def engine(kind: type, inputs: np.ndarray, dtype: type = np.float64) -> Engine:
    made: Engine = kind(ARCHITECTURE, inputs, targets(), params(), dtype)
    return made


def batches(steps: int = 12, size: int = 8) -> Chunk:
    order = np.concatenate([np.random.default_rng(3 + k).permutation(N)[:size] for k in range(steps)]).astype(np.int32)
    return Chunk(np.full(steps, 0.1), order, np.arange(0, steps * size + 1, size))


CHUNKS = {
    "batches": batches(),
    "full batch": Chunk(np.full(5, 0.1)),
    "one step": Chunk(np.full(1, 0.1), np.arange(N, dtype=np.int32), np.array([0, N])),
}


def dataset_of(raw: np.ndarray, side: int = 6, test: int = 10) -> Dataset:
    numbers = np.arange(len(raw))
    labels = np.arange(len(raw)) % 3
    names = tuple(f"pixel {k}" for k in range(raw.shape[1]))
    nothing = np.empty((len(raw), 0))
    return Dataset("mnist", Task.CLASSIFICATION, names, ("a", "b", "c"), (), raw, labels, nothing, numbers[:-test], numbers[-test:], (side, side))


def prepared_of(raw: np.ndarray) -> Prepared:
    return prepare(dataset_of(raw), BY_KEY["mnist"].experiment)


# One helper


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_byte_is_its_255th_part_correctly_rounded(dtype: type) -> None:
    every = np.arange(256, dtype=np.uint8)
    found = floats(every, dtype)
    assert found.dtype == dtype
    np.testing.assert_array_equal(found, (np.arange(256) / 255).astype(dtype))
    numbers = np.linspace(-3, 3, 5)
    assert floats(numbers) is numbers and not is_bytes(numbers)


def test_samples_that_follow_one_another_are_a_view() -> None:
    data = images()
    assert np.shares_memory(rows(data, np.arange(5, 30)), data)
    scattered = np.array([3, 1, 4, 5])
    np.testing.assert_array_equal(rows(data, scattered), data[scattered])
    np.testing.assert_array_equal(rows(data, np.array([1, 2, 2, 4])), data[[1, 2, 2, 4]])
    assert len(rows(data, np.zeros(0, np.int64))) == 0


# Engines


@pytest.mark.parametrize("name", list(CHUNKS))
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_cpu_engine_learns_the_same_from_bytes_to_the_last_bit(name: str, dtype: type) -> None:
    of_bytes, of_numbers = engine(CpuEngine, images(), dtype), engine(CpuEngine, floats(images(), dtype), dtype)
    np.testing.assert_array_equal(of_bytes.train(CHUNKS[name], HYPER), of_numbers.train(CHUNKS[name], HYPER))
    np.testing.assert_array_equal(of_bytes.params(), of_numbers.params())
    np.testing.assert_array_equal(of_bytes.gradient(HYPER), of_numbers.gradient(HYPER))


@pytest.mark.parametrize("name", list(CHUNKS))
def test_the_cpu_engine_agrees_with_the_oracle_on_bytes(name: str) -> None:
    fast, oracle = engine(CpuEngine, images()), engine(ReferenceEngine, images())
    np.testing.assert_allclose(fast.train(CHUNKS[name], HYPER), oracle.train(CHUNKS[name], HYPER), rtol=1e-12)
    np.testing.assert_allclose(fast.params(), oracle.params(), rtol=1e-10, atol=1e-14)


def test_a_wide_network_takes_bytes_through_blas() -> None:
    architecture = Architecture((784, 64, 10), (Activation.RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    data, wanted = images(100, 784), np.eye(10)[np.arange(100) % 10]
    chunk = Chunk(np.full(4, 0.1), np.arange(100, dtype=np.int32), np.array([0, 32, 64, 96, 100]))
    fast, oracle = (kind(architecture, data, wanted, params(architecture), np.float64) for kind in (CpuEngine, ReferenceEngine))
    np.testing.assert_allclose(fast.train(chunk, HYPER), oracle.train(chunk, HYPER), rtol=1e-10)
    np.testing.assert_allclose(fast.params(), oracle.params(), rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("kind", [CpuEngine, ReferenceEngine])
def test_questions_are_answered_for_bytes_as_for_numbers(kind: type) -> None:
    asked, data = engine(kind, images()), images(33, seed=9)
    masks = (Mask.of(ARCHITECTURE.layout, Ablation()), Mask.of(ARCHITECTURE.layout, Ablation(frozenset(ARCHITECTURE.layout.hidden()[:2]))))
    np.testing.assert_array_equal(asked.outputs(data), asked.outputs(floats(data)))
    np.testing.assert_array_equal(asked.neurons(data), asked.neurons(floats(data)))
    np.testing.assert_array_equal(means(asked, data), means(asked, floats(data)))
    for found, wanted in zip(
        asked.measure(data, targets(33), Task.CLASSIFICATION, masks),
        asked.measure(floats(data), targets(33), Task.CLASSIFICATION, masks),
        strict=True,
    ):
        np.testing.assert_array_equal(found, wanted)


def test_more_pictures_than_become_numbers_at_once() -> None:
    from nn.backends import cpu

    count = 3 * cpu.WIDEST + 17
    architecture = Architecture((2000, 3), (Activation.SOFTMAX,), Loss.CROSS_ENTROPY)
    data = images(count, 2000)
    assert count > cpu.BYTE_BLOCK // 2000
    found = CpuEngine(architecture, data[:5], np.eye(3)[:3][[0, 1, 2, 0, 1]], params(architecture), np.float64).outputs(data)
    np.testing.assert_allclose(found, backprop.forward(architecture, params(architecture), data).outputs[-1], rtol=1e-10)


def test_the_oracle_itself_takes_bytes() -> None:
    of_bytes, of_numbers = (backprop.Problem(ARCHITECTURE, data, targets()) for data in (images(), floats(images())))
    np.testing.assert_array_equal(backprop.gradient(of_bytes, params()), backprop.gradient(of_numbers, params()))


# What is made of a data set


def test_prepared_inputs_are_the_data_set_itself() -> None:
    dataset = dataset_of(images())
    experiment = BY_KEY["mnist"].experiment
    prepared = prepare(dataset, replace(experiment, data=replace(experiment.data, standardize=True)))
    assert prepared.inputs is dataset.raw
    assert prepared.targets.dtype == np.float32
    np.testing.assert_array_equal(prepared.targets.argmax(axis=1), dataset.labels)
    np.testing.assert_allclose(prepared.transform.apply(dataset.raw[:3].astype(float)), floats(dataset.raw[:3]), rtol=1e-15)


def run_of(prepared: Prepared) -> Trainer:
    experiment = BY_KEY["mnist"].experiment
    experiment = replace(experiment, training=replace(experiment.training, batch_size=8))
    architecture = build.architecture_for(experiment, prepared)
    train = prepared.dataset.train
    made = CpuEngine(architecture, rows(prepared.inputs, train), rows(prepared.targets, train), params(architecture), np.float32)
    return Trainer(experiment, prepared, made)


def test_a_run_holds_no_second_copy() -> None:
    prepared = prepared_of(images())
    run = run_of(prepared)
    for arrays in (run.train_arrays, run.test_arrays):
        assert np.shares_memory(arrays[0], prepared.inputs)
    while run.step < 20:
        run.advance(20)
    assert run.step == 20 and np.isfinite(run.measures().test_loss)


def test_contributions_and_landscape_are_those_of_the_numbers() -> None:
    of_bytes = prepared_of(images())
    of_numbers = replace(of_bytes, inputs=floats(of_bytes.inputs))
    fast = engine(CpuEngine, images())
    ablation = Ablation(frozenset(), AblationMode.MEAN)
    assert contributions(fast, of_bytes, ablation) == contributions(fast, of_numbers, ablation)
    network = Network(ARCHITECTURE, read_only(params()))
    plane = two_weights(network, 0, 40)
    found, wanted = (of_network(network, prepared, plane, resolution=5) for prepared in (of_bytes, of_numbers))
    np.testing.assert_array_equal(found.costs, wanted.costs)


def test_the_full_size_is_held_in_sixty_megabytes() -> None:
    """60,000 × 784 with what a run needs of them, and a few steps and measures, besides the network."""
    architecture = Architecture((784, 16, 10), (Activation.RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    experiment = BY_KEY["mnist"].experiment
    engine(CpuEngine, images(), np.float32).train(batches(), HYPER)  # compiled before memory is watched
    tracemalloc.start()
    raw = read_only(np.zeros((60_000, 784), np.uint8))
    numbers = np.arange(60_000)
    dataset = replace(dataset_of(images()), raw=raw, labels=numbers % 10, class_names=tuple("0123456789"), train=numbers, test=numbers[:0],
                      values=np.empty((60_000, 0)), feature_names=tuple(map(str, range(784))), image_shape=(28, 28))  # fmt: skip
    prepared = prepare(dataset, experiment)
    made = CpuEngine(architecture, rows(prepared.inputs, dataset.train), rows(prepared.targets, dataset.train), params(architecture), np.float32)
    chunks = Batches(0, Clock(60_000, 64), 16)
    made.train(chunks.chunk(experiment.training, 0, 20), HYPER)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    made.gradient(HYPER)
    made.measure(prepared.inputs, prepared.targets, Task.CLASSIFICATION, (Mask.of(architecture.layout, Ablation()),))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert held <= 60e6, held
    assert most <= 75e6, most
