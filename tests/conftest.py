"""For all tests: no screen is needed, and no test leaves a thread, a timer or a window behind."""

from __future__ import annotations

import gc
import os
import traceback
import weakref
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="")  # the window begins in the system's language; here that is English

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

# ms that what a test waits for may take at least, and a thread to end after its test. Ten processes may share this machine's
# two cores, and kernels may be compiled meanwhile: a limit ends what hangs and says nothing about speed.
PATIENCE = 120_000


if os.environ["QT_QPA_PLATFORM"] != "xcb":  # who clicks on a screen needs none of it
    from hypothesis import settings

    settings.register_profile("same", derandomize=True, database=None, deadline=None)  # the same examples at every run and in every process
    settings.load_profile("same")

# What takes longest; then what compiles the CPU's kernels, so that all others find them on disk and no two processes make the same.
FIRST = ("tests/app/", "tests/nn/test_bytes.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {item: next((place for place, start in enumerate(FIRST) if item.nodeid.startswith(start)), len(FIRST)) for item in items}
    items.sort(key=places.__getitem__)


def pytest_make_parametrize_id(val: object) -> str | None:
    """Packed bytes may hold the hour they were made at, and a test needs one name in every process: they are numbered."""
    return "bytes" if isinstance(val, bytes) else None


class PatientBot(QtBot):
    """Waits for PATIENCE, whatever less a test thinks enough; silence (``raising=False``) is listened to as long as was asked."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = 0, raising: bool | None = None, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout if raising is False else max(timeout, PATIENCE), raising=raising, **how)

    def waitSignals(
        self, signals: Any, *, timeout: int = 0, raising: bool | None = None, order: Literal["none", "simple", "strict"] = "none", **how: Any
    ) -> Any:
        longest = timeout if raising is False else max(timeout, PATIENCE)
        return super().waitSignals(signals, timeout=longest, raising=raising, order=order, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, and patient."""
    return PatientBot(request)


class Started:
    """Remembers which objects of a class were started, and by which line."""

    def __init__(self, kind: type[QObject], monkeypatch: pytest.MonkeyPatch) -> None:
        self._objects: weakref.WeakSet[QObject] = weakref.WeakSet()
        self._places: weakref.WeakKeyDictionary[QObject, str] = weakref.WeakKeyDictionary()
        monkeypatch.setattr(kind, "start", self._watched(kind.start))  # type: ignore[attr-defined]  # both kinds have it

    def _watched(self, start: Callable[..., None]) -> Callable[..., None]:
        def watched(started: QObject, *arguments: Any) -> None:
            self._objects.add(started)
            caller = traceback.extract_stack(limit=2)[0]
            self._places[started] = f"{caller.filename}:{caller.lineno}"
            start(started, *arguments)

        return watched

    def alive(self) -> list[Any]:
        return [started for started in self._objects if isValid(started)]

    def describe(self, started: QObject) -> str:
        return f"{type(started).__name__} {started.objectName()} started at {self._places.get(started, 'an unknown line')}"


@pytest.fixture(autouse=True, scope="module")
def only_tests_leave_cycles() -> None:
    """What is alive before a module's tests, modules and code above all, isn't looked through again after each of them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def cycles_wait() -> Iterator[None]:
    """As in the program, cycles are collected between events: a window that is let go in the middle of its own event crashes."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_left_behind(cycles_wait: None) -> Iterator[None]:
    """Fail a test that leaves a running QThread, an active QTimer or a visible window."""
    with pytest.MonkeyPatch.context() as patch:
        threads, timers = Started(QThread, patch), Started(QTimer, patch)
        yield
    if not (threads.alive() or timers.alive() or (QApplication.instance() and QApplication.topLevelWidgets())):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [threads.describe(thread) for thread in threads.alive() if thread.isRunning()]
    left += [timers.describe(timer) for timer in timers.alive() if timer.isActive()]
    left += [f"window {window!r}" for window in QApplication.topLevelWidgets() if window.isVisible()]
    tidy_up(threads, timers)
    if left:
        pytest.fail("The test left behind: " + "; ".join(left))


def tidy_up(threads: Started, timers: Started) -> None:
    """One test's remains are not the next one's."""
    for timer in timers.alive():
        timer.stop()
    for window in QApplication.topLevelWidgets():
        window.hide()
    for thread in threads.alive():
        if thread.isRunning():
            thread.requestInterruption()
            thread.quit()
            thread.wait(PATIENCE)
