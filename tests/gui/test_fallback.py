"""A GPU that fails while the window trains on it: one notice, and the run goes on on the CPU."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.session.training_session import TrainingSession
from nn.backends import cuda_faults, devices
from nn.backends.base import Chunk, Engine, Hyper
from nn.backends.cuda_guard import GuardedEngine
from nn.backends.reference import ReferenceEngine
from nn.choices import DataKind, DeviceChoice
from nn.errors import DeviceUnavailable
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, TrainingSettings
from nn.text import Sentence
from nn.training.commands import Advance

SMALL = Experiment(
    data=DataSettings(DataKind.XOR, samples=60),
    network=NetworkSettings(hidden=(LayerSettings(3),)),
    training=TrainingSettings(learning_rate=0.5),
    device=DeviceChoice.CPU,
)


class Gpu(ReferenceEngine):
    """Stops answering at step 40."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]  # passed through as given
        self.device, self.device_name = "cuda", "a GPU"

    def train(self, chunk: Chunk, hyper: Hyper):  # type: ignore[no-untyped-def]  # as in the engine
        if self.state().step + chunk.steps > 40:
            raise DeviceUnavailable("{name} hasn't answered for {seconds:g} seconds.", name="a GPU", seconds=10.0)
        return super().train(chunk, hyper)


@pytest.fixture
def session(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[TrainingSession]:
    def create(_device: object, *arrays: object, params: object, dtype: object, cancelled: object) -> Engine:
        return Gpu(*arrays, params, dtype)

    def guard(engine: Engine, *data: object) -> GuardedEngine:
        return GuardedEngine(
            engine,
            lambda start: ReferenceEngine(engine.architecture, *data, start, engine.dtype),  # type: ignore[arg-type]  # passed through as given
        )

    monkeypatch.setattr(devices, "create_engine", create)
    monkeypatch.setattr("nn.training.trainer.guarded", guard)
    monkeypatch.setattr(cuda_faults, "_given_up", [])
    made = TrainingSession()
    yield made
    if not made.shutdown():
        with qtbot.waitSignal(made.closed, timeout=20_000):
            pass


def test_the_run_goes_on_and_says_so_once(qtbot: QtBot, session: TrainingSession) -> None:
    told: list[Sentence] = []
    failures: list[object] = []
    session.fell_back.connect(told.append)
    session.failed.connect(failures.append)
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.open(SMALL)
    session.send(Advance(steps=90))
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == 90, timeout=20_000)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert session.snapshot is not None
    assert session.snapshot.device == "cpu"
    assert [str(sentence) for sentence in told] == [
        "a GPU hasn't answered for 10 seconds; training goes on on the CPU, and the GPU is left alone until the program starts anew."
    ]
    assert failures == []
