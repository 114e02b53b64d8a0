"""Which view repaints when: each at most so many times a second, one at a time, and all together a share of the window's time."""

from __future__ import annotations

import time
from collections import deque
from functools import cache

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

PLOT_FPS = 15
MOST_REST = 0.25  # s
REST = 5.0  # after a repaint all views rest so many times as long as it took: drawing gets a sixth of the window's time
TRAINING_REST = 10.0  # and an eleventh while a network trains: drawing and training share one interpreter


class Turns:
    """Lets the views that wait repaint in their order, each in a turn of its own of the event loop.

    Between two repaints the window answers to the mouse, and the training thread gets the interpreter.
    """

    def __init__(self) -> None:
        self._waiting: deque[RepaintThrottle] = deque()
        self._free = 0.0  # seconds of the steady clock: when the next view may repaint
        self._rest = REST
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._next)

    def make_room(self, training: bool) -> None:
        """Whether a network trains, so that drawing gets a smaller share of the time."""
        self._rest = TRAINING_REST if training else REST

    def enter(self, view: RepaintThrottle) -> None:
        """``view`` wants to repaint."""
        if view not in self._waiting:
            self._waiting.append(view)
            if not self._timer.isActive():
                self._arm()

    def leave(self, view: RepaintThrottle) -> None:
        if view in self._waiting:
            self._waiting.remove(view)
        if not self._waiting:
            self._timer.stop()

    def _arm(self) -> None:
        wait = self._free - time.monotonic()
        self._timer.start(max(0, int(wait * 1000) + 1) if wait > 0 else 0)

    def _next(self) -> None:
        while self._waiting:
            view = self._waiting.popleft()
            if shiboken6.isValid(view):  # its widget may be gone since
                started = time.monotonic()
                view.repaint()
                ended = time.monotonic()
                self._free = ended + min(self._rest * (ended - started), MOST_REST)
                break
        if self._waiting:
            self._arm()


@cache
def turns() -> Turns:
    """The one order of all views."""
    return Turns()


class RepaintThrottle(QObject):
    """Repaints ``widget`` at most ``fps`` times a second, when its turn has come; a single-shot timer catches the last change.

    Nothing runs while the widget is hidden: Qt paints it anyway when it is shown again.
    """

    def __init__(self, widget: QWidget, fps: int = PLOT_FPS) -> None:
        super().__init__(widget)
        self._widget = widget
        self._gap = 1.0 / fps
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._enter)
        widget.installEventFilter(self)

    def request(self) -> None:
        """A change: repaint as soon as the last repaint is old enough and no other view is at it."""
        if not self._widget.isVisible() or self._timer.isActive():
            return
        wait = self._last + self._gap - time.monotonic()
        if wait <= 0:
            self._enter()
        else:
            self._timer.start(int(wait * 1000) + 1)

    def _enter(self) -> None:
        turns().enter(self)

    def repaint(self) -> None:
        """Repaint at once. ``Turns`` calls this."""
        self._last = time.monotonic()
        self._widget.repaint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self._timer.stop()
            turns().leave(self)
        return super().eventFilter(watched, event)
