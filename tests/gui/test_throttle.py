"""Views repaint in turns: one in each turn of the event loop, none that nobody sees, each with its newest state."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.views import throttle
from gui.views.throttle import RepaintThrottle


class Slow(QWidget):
    """Paints for ``seconds`` and notes when."""

    def __init__(self, name: str, log: list[tuple[str, float]], seconds: float = 0.0) -> None:
        super().__init__()
        self.setFixedSize(40, 40)
        self._name, self._log, self._seconds = name, log, seconds
        self.throttle = RepaintThrottle(self, 1000)

    def paintEvent(self, _event: QPaintEvent) -> None:
        time.sleep(self._seconds)
        self._log.append((self._name, time.monotonic()))


@pytest.fixture
def window(qtbot: QtBot) -> Callable[..., None]:
    held: list[QWidget] = []

    def made(*widgets: Slow) -> None:
        holder = QWidget()
        held.append(holder)
        layout = QVBoxLayout(holder)
        for widget in widgets:
            layout.addWidget(widget)
        qtbot.addWidget(holder)
        holder.show()
        qtbot.waitExposed(holder)
        qtbot.waitUntil(lambda: not throttle.turns()._timer.isActive())
        qtbot.wait(100)  # the first paints

    return made


def test_two_views_repaint_one_after_the_other_with_a_rest_between(qtbot: QtBot, window: Callable[..., None]) -> None:
    log: list[tuple[str, float]] = []
    first, second = Slow("first", log, 0.02), Slow("second", log, 0.02)
    window(first, second)
    log.clear()
    for _ in range(5):
        first.throttle.request()
        second.throttle.request()
    assert log == []  # never within the call
    qtbot.waitUntil(lambda: len(log) == 2)
    assert [name for name, _ in log] == ["first", "second"]
    assert log[1][1] - log[0][1] >= throttle.REST * 0.02  # the rest, and the second's own time after it
    qtbot.wait(100)
    assert len(log) == 2


def test_a_hidden_view_leaves_the_queue_and_a_deleted_one_is_passed_over(qtbot: QtBot, window: Callable[..., None]) -> None:
    log: list[tuple[str, float]] = []
    hidden, gone, last = Slow("hidden", log), Slow("gone", log), Slow("last", log)
    window(hidden, gone, last)
    log.clear()
    for widget in (hidden, gone, last):
        widget.throttle.request()
    hidden.hide()
    throttle.turns().enter(gone.throttle)
    gone.setParent(None)
    gone.deleteLater()
    qtbot.waitUntil(lambda: any(name == "last" for name, _ in log))
    assert all(name == "last" for name, _ in log)
    hidden.throttle.request()
    assert hidden.throttle not in throttle.turns()._waiting


def test_drawing_takes_a_smaller_share_while_a_network_trains(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]

    class Brief:
        def repaint(self) -> None:
            now[0] += 0.01

    monkeypatch.setattr("gui.views.throttle.time.monotonic", lambda: now[0])
    monkeypatch.setattr("gui.views.throttle.shiboken6.isValid", lambda _view: True)
    rests = []
    order = throttle.Turns()
    for training in (False, True, False):
        order.make_room(training)
        order.enter(cast(RepaintThrottle, Brief()))
        order._next()
        rests.append(round((order._free - now[0]) / 0.01, 6))
    assert rests == [throttle.REST, throttle.TRAINING_REST, throttle.REST]
