"""How often the drawing is told: at once, then at most 60 times a second, and the last state for certain."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

GAP = 1.0 / 60.0  # s


class Telling(QObject):
    """Calls ``tell``; a single-shot timer catches what came too soon after the last call."""

    def __init__(self, tell: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.now)

    def soon(self) -> None:
        """A change while drawing."""
        if self._timer.isActive():
            return
        wait = self._last + GAP - time.monotonic()
        if wait <= 0:
            self.now()
        else:
            self._timer.start(int(wait * 1000) + 1)

    def now(self) -> None:
        """A change that must be told at once."""
        self._timer.stop()
        self._last = time.monotonic()
        self._tell()

    def stop(self) -> None:
        """What waits to be told is no longer true."""
        self._timer.stop()
