"""Fetches at a calm moment what takes seconds and will be needed when somebody looks inside the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from gui.session.training_session import TrainingSession
from nn.choices import Task
from nn.training.snapshot import RunState, Snapshot

if TYPE_CHECKING:
    from gui.session.training_thread import Ready

CALM = 3000  # ms without news of a run at rest


class Foresight(QObject):
    """Once a run that tells classes apart has been at rest for a while, scikit-learn is imported on a thread of its own.

    Done when it is first needed, the import would take the interpreter from the first strokes on the pad.
    """

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM)
        self._calm.timeout.connect(self._fetch)
        session.ready.connect(self._on_ready)
        session.snapshot_changed.connect(self._on_snapshot)

    @property
    def waiting(self) -> bool:
        """Whether the import begins unless something happens."""
        return self._calm.isActive()

    def stop(self) -> None:
        """Nothing is fetched any more."""
        self._wanted = False
        self._calm.stop()

    @Slot(object)
    def _on_ready(self, ready: Ready) -> None:
        self._wanted = ready.prepared.dataset.task is Task.CLASSIFICATION

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if not self._wanted or snapshot.state is RunState.RUNNING:
            self._calm.stop()
        else:
            self._calm.start()

    @Slot()
    def _fetch(self) -> None:
        from nn.inside.classes import SCIKIT_LEARN

        self.stop()
        SCIKIT_LEARN.ready()
