"""Waits for what a script of the tour asks for, with the window alive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from gui.app import Program
from nn.choices import DataKind
from nn.training.snapshot import RunState, Snapshot

Condition = Callable[[], bool]

SETTLE = 350  # ms: panels redraw a few times a second
PULSE = 40  # ms between two looks at a condition
PATIENCE = 180_000  # ms that one condition may take, compiling included


class Tour(QObject):
    """Walks through a script: each of its conditions is waited for with the window alive, never in a blocking loop.

    ``ended`` carries the exit status.
    """

    ended = Signal(int)

    def __init__(self, program: Program, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._script: Iterator[Condition] = iter(())
        self._condition: Condition | None = None
        self._waited = QElapsedTimer()
        self._error: Exception | None = None
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE)
        self._pulse.timeout.connect(self._look)
        program.train.session.failed.connect(self._fail)
        program.train.closed.connect(self._pulse.stop)

    def start(self, script: Iterator[Condition]) -> None:
        """Walk through ``script`` as soon as the application runs."""
        self._script = script
        self._condition = None
        self._waited.start()
        self._pulse.start()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._error = error

    @Slot()
    def _look(self) -> None:
        if self._error is not None:
            self._end(f"The tour stopped: {self._error}")
        elif self._condition is not None and not self._condition():
            if self._waited.hasExpired(PATIENCE):
                self._end("The tour stopped: something that should have happened did not.")
        else:
            self._next()

    def _next(self) -> None:
        self._condition = next(self._script, None)
        self._waited.restart()
        if self._condition is None:
            self._end("")

    def _end(self, complaint: str) -> None:
        self._pulse.stop()
        if complaint:
            print(complaint, file=sys.stderr)
        self.ended.emit(1 if complaint else 0)

    # Conditions

    @property
    def snapshot(self) -> Snapshot | None:
        return self._program.train.session.snapshot

    def settled(self) -> Condition:
        """True when the window has had time to redraw."""
        clock = QElapsedTimer()
        clock.start()
        return lambda: clock.hasExpired(SETTLE)

    def trained(self, kind: DataKind, epochs: float, loss: float = 0.0) -> Condition:
        """True when the run on ``kind`` has done so many epochs or reached the loss, or has stopped by itself."""

        def look() -> bool:
            current, snapshot = self._program.train.session.current, self.snapshot
            if current is None or snapshot is None or current.experiment.data.kind is not kind or snapshot.run_id != current.run_id:
                return False
            return snapshot.epoch >= epochs or snapshot.measures.train_loss <= loss or snapshot.state is RunState.FINISHED

        return look

    def ready(self, kind: DataKind) -> Condition:
        """True when a run on ``kind`` shows itself."""
        return self.trained(kind, 0.0)
