"""What is fetched ahead, and what garbage collection costs afterwards."""

from __future__ import annotations

import gc
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from gui.session import garbage
from gui.session.foresight import Foresight
from gui.session.garbage import GarbageCollector
from nn.choices import Task
from nn.inside import classes
from nn.training.snapshot import RunState


class Session(QObject):
    """What a session tells."""

    ready = Signal(object)
    snapshot_changed = Signal(object)

    def tell_ready(self, task: Task) -> None:
        self.ready.emit(SimpleNamespace(prepared=SimpleNamespace(dataset=SimpleNamespace(task=task))))

    def tell(self, state: RunState) -> None:
        self.snapshot_changed.emit(SimpleNamespace(state=state))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long each call to have scikit-learn ready was to wait."""
    found: list[float] = []

    def ready(patience: float = 0.0) -> bool:
        found.append(patience)
        return False

    monkeypatch.setattr(classes.SCIKIT_LEARN, "ready", ready)
    return found


def test_scikit_learn_is_fetched_once_a_run_has_been_at_rest_for_a_while(qtbot: QtBot, asked: list[float]) -> None:
    session = Session()
    foresight = Foresight(session)  # type: ignore[arg-type]  # the two signals are all that it listens to
    foresight._calm.setInterval(10)
    session.tell_ready(Task.CLASSIFICATION)
    session.tell(RunState.PAUSED)
    assert foresight.waiting
    session.tell(RunState.RUNNING)
    assert not foresight.waiting
    session.tell(RunState.FINISHED)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [0.0]  # nobody waits for it
    session.tell(RunState.PAUSED)
    assert not foresight.waiting


def test_nothing_is_fetched_for_a_regression_or_after_the_end(qtbot: QtBot, asked: list[float]) -> None:
    session = Session()
    foresight = Foresight(session)  # type: ignore[arg-type]
    session.tell_ready(Task.REGRESSION)
    session.tell(RunState.PAUSED)
    assert not foresight.waiting
    session.tell_ready(Task.CLASSIFICATION)
    session.tell(RunState.PAUSED)
    foresight.stop()
    session.tell(RunState.PAUSED)
    assert not foresight.waiting and not asked


def test_what_stays_is_looked_through_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QObject()
    collector = GarbageCollector(parent)
    monkeypatch.setattr(garbage, "NOTICEABLE", 0.0)
    before = gc.get_freeze_count()
    collector.collect_all()
    assert gc.get_freeze_count() > before
    collector.stop()
    assert gc.get_freeze_count() == 0 and gc.isenabled()
    gc.disable()  # as tests have it
