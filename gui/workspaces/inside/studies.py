"""What takes longer than a look: pairs, fair shares, distributions and growing, each a job on the network of the moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.session.jobs import Job, Jobs
from gui.session.training_session import TrainingSession
from nn.ablation import network_mask
from nn.datasets.dataset import Prepared
from nn.datasets.work import Work
from nn.network import Network
from nn.training.snapshot import Snapshot

if TYPE_CHECKING:
    from nn.inside.moment import Moment

Study = Callable[["Moment", Work], object]


class Studies(QObject):
    """One study at a time of each kind; a newer one of the kind takes the place of the older.

    ``found(kind, result)``; ``progressed(kind, share)``; ``failed`` carries an exception.
    """

    found = Signal(str, object)
    progressed = Signal(str, float)
    failed = Signal(object)

    def __init__(self, session: TrainingSession, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._running: dict[str, Job] = {}

    def start(self, kind: str, study: Study) -> bool:
        """Begin a study of what is on screen now. False while there is nothing."""
        run, snapshot = self._session.current, self._session.snapshot
        if run is None or snapshot is None or snapshot.run_id != run.run_id:
            return False
        prepared = run.prepared

        def work(cancelled: Callable[[], bool], progress: Callable[[float], None]) -> object:
            return study(moment_of(snapshot, prepared), Work(progress, cancelled))

        self.cancel(kind)
        job = self._jobs.start(work, self._on_done, self._on_failed)
        job.setObjectName(kind)
        job.progressed.connect(self._on_progress)
        self._running[kind] = job
        return True

    def cancel(self, kind: str) -> None:
        """Give a study up."""
        job = self._running.pop(kind, None)
        if job is not None:
            job.cancel()

    def cancel_all(self) -> None:
        for kind in tuple(self._running):
            self.cancel(kind)

    def _kind_of(self, sender: QObject) -> str:
        """The kind that a job studies; "" for one that was given up."""
        kind = sender.objectName()
        return kind if self._running.get(kind) is sender else ""

    @Slot(object)
    def _on_done(self, result: object) -> None:
        kind = self._kind_of(self.sender())
        if kind:
            del self._running[kind]
            self.found.emit(kind, result)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        kind = self._kind_of(self.sender())
        if kind:
            del self._running[kind]
            self.failed.emit(error)

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        kind = self._kind_of(self.sender())
        if kind:
            self.progressed.emit(kind, share)


def moment_of(snapshot: Snapshot, prepared: Prepared) -> Moment:
    """The network of a snapshot, switched-off neurons and all. Means of their outputs take a pass over the data: not on the window's thread."""
    from nn.inside.moment import Moment

    mask = network_mask(Network(snapshot.architecture, snapshot.params), prepared, snapshot.ablation)
    return Moment(snapshot.architecture, snapshot.params, prepared, snapshot.ablation, mask)
