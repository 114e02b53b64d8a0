"""The run that the window shows: starts it, replaces it, passes commands to it and brings its news to the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from gui.session.training_thread import Ready, Request, TrainingThread
from nn.settings import Experiment
from nn.text import Sentence
from nn.training.commands import Command, Pause
from nn.training.snapshot import Snapshot

if TYPE_CHECKING:
    from nn.storage.weights import SavedNetwork


class TrainingSession(QObject):
    """At most one living run, and at most one that is being made ready to take its place.

    A run that can't be made ready changes nothing: the former one goes on being what the window shows. News of a run that was
    replaced is dropped. ``stage_changed`` carries a :class:`Stage` value while a run is made ready, "" when it is or has failed;
    ``fell_back`` carries the :class:`Sentence` that says why the run goes on on the CPU. ``failed`` carries an exception.
    """

    stage_changed = Signal(str)
    progressed = Signal(float)
    ready = Signal(object)
    snapshot_changed = Signal(object)
    fell_back = Signal(object)
    failed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run_id = 0
        self._living: TrainingThread | None = None
        self._next: TrainingThread | None = None
        self._ending: set[TrainingThread] = set()
        self._closing = False
        self.snapshot: Snapshot | None = None
        self.current: Ready | None = None

    def open(
        self,
        experiment: Experiment,
        params: NDArray[np.floating] | None = None,
        first: tuple[Command, ...] = (),
        saved: SavedNetwork | None = None,
    ) -> None:
        """Make a run ready and let it take the place of the present one. The arguments are a :class:`Request`'s."""
        if self._closing:
            return
        self.cancel()
        if self._living is not None:
            self._living.inbox.send(Pause())
        self._run_id += 1
        thread = TrainingThread(Request(self._run_id, experiment, params, first, saved), self)
        thread.stage_changed.connect(self._on_stage)
        thread.progressed.connect(self._on_progress)
        thread.ready.connect(self._on_ready)
        thread.snapshot_ready.connect(self._on_snapshot)
        thread.fell_back.connect(self._on_fell_back)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(self._on_finished)
        self._next = thread
        thread.start()

    @property
    def closing(self) -> bool:
        """Whether :meth:`shutdown` was called."""
        return self._closing

    def send(self, command: Command) -> None:
        """Ask something of the newest run; without one nothing happens."""
        thread = self._next or self._living
        if thread is not None:
            thread.inbox.send(command)

    def cancel(self) -> None:
        """Give up the run that is being made ready (a long CSV file)."""
        self._end(self._next)
        self._next = None

    def shutdown(self) -> bool:
        """End everything. True when nothing is left; else ``closed`` follows when the last thread has ended."""
        self._closing = True
        self.cancel()
        self._end(self._living)
        self._living = None
        return not self._ending

    def _end(self, thread: TrainingThread | None) -> None:
        if thread is not None:
            self._ending.add(thread)
            thread.inbox.close()

    @Slot(str)
    def _on_stage(self, stage: str) -> None:
        if self.sender() is self._next:
            self.stage_changed.emit(stage)

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        if self.sender() is self._next:
            self.progressed.emit(share)

    @Slot(object)
    def _on_ready(self, ready: Ready) -> None:
        if ready.run_id != self._run_id or self._next is None:
            return
        self._end(self._living)
        self._living, self._next = self._next, None
        self.current = ready
        self.stage_changed.emit("")
        self.ready.emit(ready)

    @Slot()
    def _on_snapshot(self) -> None:
        if self._living is not None and self.sender() is self._living:
            self._take(self._living)

    def _take(self, thread: TrainingThread) -> None:
        snapshot = thread.mailbox.take()
        if snapshot is not None:
            self.snapshot = snapshot
            self.snapshot_changed.emit(snapshot)

    @Slot(object)
    def _on_fell_back(self, reason: Sentence) -> None:
        if self.sender() is self._living:
            self.fell_back.emit(reason)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        thread = self.sender()
        if thread is not self._living and thread is not self._next:
            return
        if thread is self._next:
            self.cancel()  # from now on commands go to the run that lives
        self.stage_changed.emit("")
        self.failed.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        thread = self.sender()
        if not isinstance(thread, TrainingThread):
            return
        if thread is self._living:  # it failed: its last picture may still be in the mailbox
            self._take(thread)
            self._living = None
        self._ending.discard(thread)
        thread.wait()
        thread.deleteLater()
        if self._closing and not self._ending:
            self.closed.emit()
