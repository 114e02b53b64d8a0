"""The faster device is used: with engines of two speeds that the test sets, and with devices that fail."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from nn import build, datasets
from nn.backends import devices, trial
from nn.backends.base import Chunk, Hyper, State
from nn.backends.devices import Device
from nn.backends.reference import ReferenceEngine
from nn.choices import DataKind, DeviceChoice, OptimizerKind, Reduction
from nn.datasets.prepare import prepare
from nn.errors import Cancelled, DeviceUnavailable
from nn.initializers import initial
from nn.settings import DataSettings, Experiment
from nn.training import start

CPU = Device("cpu", "A CPU", usable=True)
GPU = Device("cuda", "A GPU", usable=True)
HYPER = Hyper(OptimizerKind.SGD, Reduction.MEAN, 0.9, 0.9, 0.9, 0.999, 1e-8, 0.0, 0.0)
WORK = trial.Work(lambda steps: Chunk(np.zeros(steps)), HYPER, batch=10, longest=1_000_000)
BEGIN = State(np.zeros(1), np.zeros((2, 1)), 0, 0)


class Clock:
    """The time that engines spend, instead of the machine's."""

    def __init__(self) -> None:
        self.now = 100.0

    def perf_counter(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(trial, "time", SimpleNamespace(perf_counter=made.perf_counter))
    return made


class Fake:
    """An engine that takes ``per_call + per_step``·steps seconds of the clock, and ``compiling`` more at its first training."""

    def __init__(self, clock: Clock, per_step: float, per_call: float = 0.0, compiling: float = 0.0, error: Exception | None = None) -> None:
        self.clock, self.per_step, self.per_call, self.compiling, self.error = clock, per_step, per_call, compiling, error
        self.steps, self.closed = 0, False

    def train(self, chunk: Chunk, _hyper: Hyper) -> NDArray[np.float64]:
        if self.error is not None:
            raise self.error
        self.clock.now += self.per_call + self.per_step * chunk.steps + self.compiling
        self.compiling = 0.0
        self.steps += chunk.steps
        return np.zeros(chunk.steps)

    def state(self) -> State:
        return replace(BEGIN, step=self.steps)

    def restore(self, state: State) -> None:
        self.steps = state.step

    def close(self) -> None:
        self.closed = True


def compare(cpu: Fake, gpu: Fake) -> trial.Outcome:
    made = {"cpu": cpu, "cuda": gpu}
    return trial.fastest((CPU, GPU), lambda device: made[device.kind], WORK)  # type: ignore[arg-type, return-value]  # a fake is enough


@pytest.mark.parametrize(("cpu_step", "winner"), [(1e-6, "cpu"), (1e-4, "cuda")])
def test_the_faster_one_is_used_and_the_other_closed(clock: Clock, cpu_step: float, winner: str) -> None:
    cpu, gpu = Fake(clock, cpu_step), Fake(clock, 1e-5, per_call=1e-4, compiling=3.0)
    outcome = compare(cpu, gpu)
    used, other = (cpu, gpu) if winner == "cpu" else (gpu, cpu)
    assert outcome.engine is used
    assert (used.closed, other.closed) == (False, True)
    assert [one.kind for one in outcome.tried] == ["cpu", "cuda"]
    rates = [one.samples_per_second for one in outcome.tried]
    assert rates[0] == pytest.approx(10 / cpu_step)
    assert rates[1] == pytest.approx(10 / 1e-5, rel=0.05)  # neither compiling nor the cost of a call counts


def test_a_trial_takes_milliseconds_and_leaves_the_engine_at_its_start(clock: Clock) -> None:
    cpu, gpu = Fake(clock, 3e-6), Fake(clock, 2e-6)
    before = clock.now
    compare(cpu, gpu)
    assert clock.now - before < 0.05
    assert cpu.steps == gpu.steps == 0


def test_a_slow_device_is_not_asked_often(clock: Clock) -> None:
    cpu, gpu = Fake(clock, 2.0), Fake(clock, 1e-6)
    before = clock.now
    assert compare(cpu, gpu).engine is gpu
    assert clock.now - before < 4.1


def test_a_chunk_is_never_longer_than_the_run_allows(clock: Clock) -> None:
    lengths: list[int] = []

    def chunk(steps: int) -> Chunk:
        lengths.append(steps)
        return Chunk(np.zeros(steps))

    trial.speed(Fake(clock, 1e-6), replace(WORK, chunk=chunk, longest=7))  # type: ignore[arg-type]  # a fake is enough
    assert max(lengths) == 7


FAILURES: list[tuple[Exception, str]] = [
    (DeviceUnavailable("The {name} is full.", name="GPU"), "The GPU is full."),
    (RuntimeError("\nunknown error 999\nmore"), "A GPU failed when its speed was measured (unknown error 999), so it is not used."),
]


@pytest.mark.parametrize(("error", "sentence"), FAILURES)
def test_a_gpu_that_fails_is_told_and_the_cpu_used(clock: Clock, error: Exception, sentence: str) -> None:
    cpu, gpu = Fake(clock, 1e-6), Fake(clock, 1e-9, error=error)
    outcome = compare(cpu, gpu)
    assert outcome.engine is cpu
    assert (cpu.closed, gpu.closed) == (False, True)
    assert [str(one.reason) for one in outcome.tried] == ["None", sentence]
    assert outcome.tried[1].samples_per_second == 0.0


def test_a_cpu_that_fails_leaves_the_gpu(clock: Clock) -> None:
    outcome = compare(Fake(clock, 1e-6, error=MemoryError()), gpu := Fake(clock, 1e-6))
    assert outcome.engine is gpu


def test_all_fail(clock: Clock) -> None:
    with pytest.raises(DeviceUnavailable, match="second"):
        compare(Fake(clock, 1.0, error=DeviceUnavailable("first")), Fake(clock, 1.0, error=DeviceUnavailable("second")))


def test_cancelling_is_no_failure(clock: Clock) -> None:
    cpu, gpu = Fake(clock, 1.0), Fake(clock, 1.0, error=Cancelled("stop"))
    with pytest.raises(Cancelled):
        compare(cpu, gpu)
    assert cpu.closed


def test_with_one_device_nothing_is_measured(clock: Clock) -> None:
    engine = Fake(clock, 1.0, error=AssertionError("nothing to compare"))
    outcome = trial.fastest((CPU,), lambda _device: engine, WORK)  # type: ignore[arg-type, return-value]  # a fake is enough
    assert (outcome.engine, outcome.tried) == (engine, ())


# A run's own start


class Start:
    """Starts of one experiment on two devices; counts the engines made."""

    def __init__(self, experiment: Experiment) -> None:
        self.made: list[str] = []
        self.failing: set[str] = set()
        self._experiment = experiment
        dataset = datasets.load(experiment.data)
        self._prepared = prepare(dataset, experiment)
        self._architecture = build.architecture_for(experiment, self._prepared)

    def create(self, device: Device, *arrays: object, params: object, dtype: object, cancelled: Callable[[], bool] | None) -> ReferenceEngine:
        self.made.append(device.kind)
        if device.kind in self.failing:
            raise DeviceUnavailable("It is gone.")
        return ReferenceEngine(*arrays, params, dtype)  # type: ignore[arg-type]  # passed through as given

    def __call__(self, choice: DeviceChoice) -> trial.Outcome:
        experiment = replace(self._experiment, device=choice)
        params = initial(self._architecture, experiment.network, experiment.seed)
        return start.engine_for(experiment, self._prepared, self._architecture, params)


@pytest.fixture
def begin(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    training = Experiment().training
    made = Start(Experiment(data=DataSettings(DataKind.XOR, samples=60), training=replace(training, batch_size=10, dropout=0.1)))
    monkeypatch.setattr(devices, "create_engine", made.create)
    monkeypatch.setattr(devices, "_gpus", lambda: iter([GPU]))
    monkeypatch.setattr(start, "_known", {})
    yield made


def test_automatic_tries_both_once_and_stays_with_the_winner(begin: Start) -> None:
    first = begin(DeviceChoice.AUTO)
    assert begin.made == ["cpu", "cuda"]
    assert all(one.samples_per_second > 0 for one in first.tried)
    assert first.engine.state().step == 0
    winner = max(first.tried, key=lambda one: one.samples_per_second).kind
    again = begin(DeviceChoice.AUTO)
    assert begin.made == ["cpu", "cuda", winner]
    assert again.tried == first.tried


def test_a_named_device_is_not_tried(begin: Start) -> None:
    for choice in (DeviceChoice.CPU, DeviceChoice.CUDA):
        assert begin(choice).tried == ()
    assert begin.made == ["cpu", "cuda"]


def test_a_winner_that_is_gone_is_tried_anew(begin: Start) -> None:
    first = begin(DeviceChoice.AUTO)
    begin.failing = {max(first.tried, key=lambda one: one.samples_per_second).kind}
    again = begin(DeviceChoice.AUTO)
    assert {one.kind for one in again.tried if one.reason is not None} == begin.failing
    begin.failing = set()
    begin.made.clear()
    assert all(one.reason is None for one in begin(DeviceChoice.AUTO).tried)  # a failure isn't remembered
    assert begin.made == ["cpu", "cuda"]
