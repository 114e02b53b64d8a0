"""Slow work besides training: each job on a thread of its own, cancellable, its result brought to the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

# A job's work: it is told whether it was cancelled and how to report its progress (0 to 1).
Work = Callable[[Callable[[], bool], Callable[[float], None]], object]


class Job(QThread):
    """One piece of work. ``done`` carries its result, ``failed`` the exception; neither comes after ``cancel``."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(float)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()

    def run(self) -> None:
        """On the thread: never called by hand."""
        try:
            result = self._work(self._cancelled.is_set, self.progressed.emit)
        except Exception as error:  # whatever it is, the window must hear of it
            if not self._cancelled.is_set():
                self.failed.emit(error)
            return
        if not self._cancelled.is_set():
            self.done.emit(result)


class Jobs(QObject):
    """Keeps jobs alive until they have ended; ``idle`` tells that none is left."""

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: set[Job] = set()

    def start(self, work: Work, done: Callable[[object], None], failed: Callable[[Exception], None]) -> Job:
        """Begin ``work``. ``done`` and ``failed`` must be methods of QObjects that live on the window's thread."""
        job = Job(work, self)
        job.done.connect(done)
        job.failed.connect(failed)
        job.finished.connect(self._on_finished)
        self._jobs.add(job)
        job.start()
        return job

    @property
    def running(self) -> bool:
        return bool(self._jobs)

    def cancel_all(self) -> None:
        for job in self._jobs:
            job.cancel()

    @Slot()
    def _on_finished(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._jobs.discard(job)
            job.wait()
            job.deleteLater()
        if not self._jobs:
            self.idle.emit()
