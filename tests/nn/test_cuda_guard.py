"""When a GPU fails in the middle of training: nothing is lost, one sentence says so, and the GPU is left alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from failing_gpu import WAYS, FailingGpu, failed_launch
from runs import experiment_of, prepared_xor

from nn.backends import cuda_faults, cuda_probe, devices
from nn.backends.base import Chunk, Hyper
from nn.backends.cuda_guard import GuardedEngine, guarded
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, DeviceChoice, Loss, OptimizerKind, Reduction, Task
from nn.errors import DeviceUnavailable
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask
from nn.settings import OptimizerSettings, TrainingSettings
from nn.training.trainer import Trainer

HYPER = Hyper(OptimizerKind.ADAM, Reduction.MEAN, 0.9, 0.9, 0.9, 0.999, 1e-8, 0.0, 0.0)
ARCHITECTURE = Architecture((2, 3, 1), (Activation.TANH, Activation.SIGMOID), Loss.MSE)
SETTINGS = TrainingSettings(learning_rate=0.05, optimizer=OptimizerSettings(OptimizerKind.ADAM), batch_size=8)


@pytest.fixture(autouse=True)
def afresh(monkeypatch):
    """No GPU has been given up yet, nor will this test's be afterwards."""
    monkeypatch.setattr(cuda_faults, "_given_up", [])


def arrays():
    random = np.random.default_rng(0)
    return random.normal(size=(12, 2)), random.integers(0, 2, (12, 1)).astype(float), random.normal(size=ARCHITECTURE.layout.size)


def pair(last: int, fail=failed_launch, clock=None):
    """A guarded engine whose GPU fails after ``last`` steps, that GPU, and an engine that never fails."""
    inputs, targets, params = arrays()
    gpu = FailingGpu(fail, last, ARCHITECTURE, inputs, targets, params)
    more = {} if clock is None else {"clock": clock}
    engine = GuardedEngine(gpu, lambda start: ReferenceEngine(ARCHITECTURE, inputs, targets, start), **more)
    return engine, gpu, ReferenceEngine(ARCHITECTURE, inputs, targets, params)


def chunk(steps: int) -> Chunk:
    return Chunk(np.full(steps, 0.05))


def same(engine, other) -> None:
    mine, wanted = engine.state(), other.state()
    assert np.array_equal(mine.params, wanted.params)
    assert np.array_equal(mine.slots, wanted.slots)
    assert (mine.step, mine.optimizer_step) == (wanted.step, wanted.optimizer_step)


@pytest.mark.parametrize("fail", WAYS)
def test_no_step_is_lost_whatever_fails(fail):
    engine, _, healthy = pair(12, fail)
    for steps in (5, 5, 5, 5):
        assert np.array_equal(engine.train(chunk(steps), HYPER), healthy.train(chunk(steps), HYPER))
    assert engine.device == "cpu"
    assert str(engine.fault).startswith(WAYS[fail])
    assert str(engine.fault).endswith("the GPU is left alone until the program starts anew.")
    same(engine, healthy)


def test_a_question_that_the_gpu_can_not_answer_goes_to_the_cpu():
    engine, gpu, healthy = pair(100)
    for one in (engine, healthy):
        one.train(chunk(7), HYPER)
    gpu.failed = True
    inputs, targets, _ = arrays()
    masks = (Mask.of(ARCHITECTURE.layout, Ablation()),)
    assert engine.measure(inputs, targets, Task.CLASSIFICATION, masks)[0] == healthy.measure(inputs, targets, Task.CLASSIFICATION, masks)[0]
    asked = gpu.asked
    same(engine, healthy)
    assert gpu.asked == asked, "the GPU was asked again"


def test_the_mask_and_the_moment_survive():
    engine, gpu, healthy = pair(100)
    mask = Mask.of(ARCHITECTURE.layout, Ablation(frozenset({Neuron(1, 1)})))
    for one in (engine, healthy):
        one.train(chunk(4), HYPER)
        moment = one.state()
        one.set_mask(mask)
        one.train(chunk(3), HYPER)
        one.restore(moment)
        one.train(chunk(2), HYPER)
    gpu.failed = True
    for one in (engine, healthy):
        one.train(chunk(3), HYPER)
    assert engine.device == "cpu"
    same(engine, healthy)


def test_the_copy_on_the_host_is_never_older_than_a_second():
    now = [0.0]
    engine, gpu, _ = pair(10_000, clock=lambda: now[0])
    for _ in range(100):
        now[0] += 0.3
        engine.train(chunk(1), HYPER)
        assert len(engine._since) <= 5
        assert now[0] - engine._copied <= 1.3
    assert gpu.asked < 140, "a copy after every chunk would hold the GPU up"


def test_what_fails_on_the_cpu_too_is_an_error():
    engine, _, _ = pair(0)
    engine.train(chunk(1), HYPER)

    def fail(*_arguments):
        raise DeviceUnavailable("The memory is used up.")

    engine._engine.train = fail
    with pytest.raises(DeviceUnavailable, match="The memory is used up"):
        engine.train(chunk(1), HYPER)


def test_mistakes_of_our_own_are_not_hidden():
    engine, gpu, _ = pair(100)

    def mistake():
        raise ValueError("a mistake")

    gpu.fail, gpu.failed = mistake, True
    with pytest.raises(ValueError, match="a mistake"):
        engine.train(chunk(1), HYPER)


def test_the_kernels_that_train_are_told_while_a_gpu_does():
    engine, gpu, _ = pair(0)
    assert engine.way(8) is None
    gpu.way = lambda batch: f"{batch} at a time"
    assert engine.way(8) == "8 at a time"
    engine.train(chunk(1), HYPER)
    assert engine.way(8) is None


def test_only_a_gpu_is_guarded():
    inputs, targets, params = arrays()
    engine = ReferenceEngine(ARCHITECTURE, inputs, targets, params)
    assert guarded(engine, inputs, targets) is engine


def test_a_gpu_that_was_given_up_is_not_chosen_again(monkeypatch):
    driver = cuda_probe.Driver("600.1", (13, 0), (cuda_probe.Gpu(0, "a GPU", 1 << 30, (9, 0), 100),))
    monkeypatch.setattr(cuda_probe, "driver", lambda: driver)
    monkeypatch.setattr(cuda_probe, "toolkit", lambda: cuda_probe.Toolkit((13, 0)))
    monkeypatch.setattr(devices, "_passed", {0})
    assert devices.choose(DeviceChoice.CUDA).usable
    engine, _, _ = pair(0)
    engine.train(chunk(1), HYPER)
    assert devices.choose(DeviceChoice.AUTO).kind == "cpu"
    with pytest.raises(DeviceUnavailable, match="left alone until the program starts anew"):
        devices.choose(DeviceChoice.CUDA)


@pytest.mark.parametrize("fail", WAYS)
def test_a_run_takes_the_same_course_as_one_that_nothing_happened_to(monkeypatch, fail):
    prepared, experiment = prepared_xor(), experiment_of(replace(SETTINGS), (3,))
    train, params = prepared.dataset.train, arrays()[2]
    data = (prepared.inputs[train], prepared.targets[train])
    monkeypatch.setattr(
        "nn.training.trainer.guarded",
        lambda engine, *given: (
            GuardedEngine(engine, lambda start: ReferenceEngine(ARCHITECTURE, *given, start)) if engine.device == "cuda" else engine
        ),
    )
    failing = Trainer(experiment, prepared, FailingGpu(fail, 33, ARCHITECTURE, *data, params))
    healthy = Trainer(experiment, prepared, ReferenceEngine(ARCHITECTURE, *data, params))
    assert failing.fault is None
    for trainer in (failing, healthy):
        while trainer.step < 80:
            trainer.advance(min(trainer.step + 7, 80))
    assert failing.engine.device == "cpu"
    assert str(failing.fault).startswith(WAYS[fail])
    assert np.array_equal(failing.params(), healthy.params())
    failing.back()
    healthy.back()
    assert failing.step == healthy.step == 79
    assert np.array_equal(failing.params(), healthy.params())
