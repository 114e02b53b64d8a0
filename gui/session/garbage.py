"""Collects reference cycles on the window's thread only.

Python may start its cyclic collector on any thread; a QObject finalised on the training thread would crash the program.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL = 500  # ms
NOTICEABLE = 0.02  # s: a collection that takes longer makes a hand's stroke wait


class GarbageCollector(QObject):
    """Switches automatic collection off and collects by a timer, the young generation often, the old ones rarely.

    What was there when a full collection took a noticeable time is here to stay, modules and their functions above all: it is looked
    through no more.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        young, middle, old = gc.get_count()
        limit_young, limit_middle, limit_old = gc.get_threshold()
        if young > limit_young:
            gc.collect(0)
            if middle > limit_middle:
                gc.collect(1)
                if old > limit_old:
                    self.collect_all()

    @Slot()
    def collect_all(self) -> None:
        """A full collection, at a moment when nobody waits for the window."""
        began = time.thread_time()
        gc.collect()
        if time.thread_time() - began > NOTICEABLE:
            gc.freeze()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
