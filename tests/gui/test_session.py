"""The training thread in the window: news arrives, runs replace one another, a run that can't be changes nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.session.jobs import Jobs
from gui.session.training_session import TrainingSession
from nn.choices import DataKind, DeviceChoice
from nn.errors import NeurolupaError
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, StopSettings, TrainingSettings
from nn.training.commands import Advance, Pause, Play
from nn.training.snapshot import RunState, Snapshot

SMALL = Experiment(
    data=DataSettings(DataKind.XOR, samples=60),
    network=NetworkSettings(hidden=(LayerSettings(3),)),
    training=TrainingSettings(learning_rate=0.5),
    device=DeviceChoice.CPU,
)

pytestmark = pytest.mark.usefixtures("on_numpy")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[TrainingSession]:
    made = TrainingSession()
    yield made
    if not made.shutdown():
        with qtbot.waitSignal(made.closed, timeout=20_000):
            pass


def snapshot_where(qtbot: QtBot, session: TrainingSession, what: Callable[[Snapshot], bool]) -> Snapshot:
    """Wait until the newest snapshot is one for which ``what`` holds."""
    qtbot.waitUntil(lambda: session.snapshot is not None and what(session.snapshot), timeout=20_000)
    assert session.snapshot is not None
    return session.snapshot


def test_a_run_is_made_ready_and_shows_itself(qtbot: QtBot, session: TrainingSession) -> None:
    stages: list[str] = []
    session.stage_changed.connect(stages.append)
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.open(SMALL)
    assert stages == ["loading", "compiling", ""]
    first = snapshot_where(qtbot, session, lambda s: True)
    assert (first.state, first.step) == (RunState.PAUSED, 0)
    assert first.map is not None
    assert first.sample is not None
    assert session.current is not None
    assert session.current.architecture.widths == (2, 3, 1)


def test_playing_brings_newer_snapshots_on_the_windows_thread(qtbot: QtBot, session: TrainingSession) -> None:
    threads: set[int] = set()
    steps: list[int] = []

    def note(snapshot: Snapshot) -> None:
        threads.add(threading.get_ident())
        steps.append(snapshot.step)

    session.snapshot_changed.connect(note)
    session.open(SMALL)
    session.send(Play())
    snapshot_where(qtbot, session, lambda s: s.step > 200)
    session.send(Pause())
    snapshot_where(qtbot, session, lambda s: s.state is RunState.PAUSED)
    assert steps == sorted(steps)
    assert threads == {threading.get_ident()}


def test_a_new_run_replaces_the_old_one_and_its_news(qtbot: QtBot, session: TrainingSession) -> None:
    session.open(SMALL)
    session.send(Play())
    snapshot_where(qtbot, session, lambda s: s.step > 50)
    runs: list[int] = []
    session.open(Experiment(data=DataSettings(DataKind.GAUSS, samples=60), device=DeviceChoice.CPU))
    with qtbot.waitSignal(session.ready, timeout=20_000):
        pass
    session.snapshot_changed.connect(lambda s: runs.append(s.run_id))
    fresh = snapshot_where(qtbot, session, lambda s: s.run_id == 2)
    assert fresh.step == 0
    assert fresh.architecture.widths == (2, 4, 8, 1)
    assert set(runs) <= {2}


def test_a_run_that_cannot_be_changes_nothing(qtbot: QtBot, session: TrainingSession) -> None:
    session.open(SMALL)
    snapshot_where(qtbot, session, lambda s: True)
    bad = Experiment(data=DataSettings(DataKind.CSV, path="/nowhere/at/all.csv"))
    with qtbot.waitSignal(session.failed, timeout=20_000) as caught:
        session.open(bad)
    assert isinstance(caught.args[0], NeurolupaError)
    session.send(Advance(steps=3))
    assert snapshot_where(qtbot, session, lambda s: s.step == 3).run_id == 1


def test_a_run_finishes_at_its_stop_condition(qtbot: QtBot, session: TrainingSession) -> None:
    from dataclasses import replace

    session.open(replace(SMALL, training=replace(SMALL.training, stop=StopSettings(epochs=25))))
    session.send(Play())
    assert snapshot_where(qtbot, session, lambda s: s.state is RunState.FINISHED).epoch == 25


def test_closing_while_training_ends_the_thread(qtbot: QtBot) -> None:
    session = TrainingSession()
    session.open(SMALL)
    session.send(Play())
    snapshot_where(qtbot, session, lambda s: s.step > 20)
    with qtbot.waitSignal(session.closed, timeout=20_000):
        assert not session.shutdown()
    assert session.shutdown()


def test_a_job_reports_and_can_be_cancelled(qtbot: QtBot) -> None:
    jobs = Jobs()
    found: list[object] = []
    release = threading.Event()

    def wait(cancelled: Callable[[], bool], _progress: Callable[[float], None]) -> object:
        while not cancelled():
            release.wait(0.01)
        return "late"

    with qtbot.waitSignal(jobs.idle, timeout=10_000):
        jobs.start(lambda _c, _p: 7, found.append, found.append)
    with qtbot.waitSignal(jobs.idle, timeout=10_000):
        jobs.start(wait, found.append, found.append).cancel()
    assert found == [7]
