"""The cost surface of the run on screen over a plane through its parameters, made in jobs, kept up to date while the run goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session.jobs import Job, Jobs
from gui.session.plane_surface import RESOLUTIONS, LandscapeSubject, NetworkSurface, PlaneChoice, drawn, next_resolution
from gui.session.training_session import TrainingSession
from nn.datasets.work import Work
from nn.errors import Cancelled
from nn.landscape.checks import Array
from nn.network import Network
from nn.training.commands import SetParameters, TellPath
from nn.training.snapshot import RunState, Snapshot

EVERY_MS = 500  # between two surfaces of a run that goes on


class NetworkLandscape(QObject):
    """``changed`` carries a :class:`NetworkSurface`, coarse at first and then finer; ``failed`` the exception that says why there is none.

    While nobody looks nothing is asked of the run. A surface that was begun for another choice is never shown.
    """

    changed = Signal(object)
    failed = Signal(object)
    network_changed = Signal(object)  # a LandscapeSubject of another run

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._session: TrainingSession | None = None
        self._looks = False
        self.choice = PlaneChoice()
        self.subject: LandscapeSubject | None = None
        self.drawn: NetworkSurface | None = None
        self._path: NDArray[np.floating] | None = None
        self._asked: tuple[object, ...] = ()  # the moment for which the path was asked last
        self._job: Job | None = None
        self._again = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(EVERY_MS)
        self._pause.timeout.connect(self._ask)

    # The run

    def follow(self, session: TrainingSession) -> None:
        """Draw the network of this session's run from now on."""
        self._session = session
        session.snapshot_changed.connect(self._on_snapshot)
        self._ask()

    def look(self, looks: bool) -> None:
        """Somebody looks, or no longer does."""
        self._looks = looks
        if looks:
            self._asked = ()
            self._ask()
        else:
            self.stop()

    def stop(self) -> None:
        """Give up what is under way."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if not self._looks:
            return
        if snapshot.path is not None and snapshot.path is not self._path:
            self._path = snapshot.path
            self._take(snapshot, snapshot.path)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Ask for the path where the run has moved since, at most once in a while."""
        snapshot = self._session.snapshot if self._session is not None else None
        if self._session is None or snapshot is None or not self._looks or self._pause.isActive():
            return
        moment = snapshot.run_id, snapshot.step, len(snapshot.events), snapshot.ablation
        if moment != self._asked:
            self._asked = moment
            self._session.send(TellPath())
            self._pause.start()

    def _take(self, snapshot: Snapshot, path: NDArray[np.floating]) -> None:
        ready = self._session.current if self._session is not None else None
        if ready is None or ready.run_id != snapshot.run_id:
            return
        network = Network(snapshot.architecture, snapshot.params)
        running = snapshot.state is RunState.RUNNING
        loss, gpu = snapshot.measures.train_loss, snapshot.device == "cuda"
        subject = LandscapeSubject(snapshot.run_id, network, ready.prepared, snapshot.ablation, path, loss, running, gpu)
        other = self.subject is None or self.subject.run_id != subject.run_id
        self.subject = subject
        if other:
            self._begin_afresh(subject)
        else:
            self._refresh()

    def _begin_afresh(self, subject: LandscapeSubject) -> None:
        """Another network: what was chosen may not exist in it."""
        size = subject.network.params.size
        if max(self.choice.first, self.choice.second) >= size:
            self.choice = replace(self.choice, first=0, second=min(1, size - 1))
        self.drawn = None
        self.network_changed.emit(subject)
        self._restart()

    # What is drawn

    def choose(self, choice: PlaneChoice) -> None:
        """Another plane through the same network."""
        if choice != self.choice:
            self.choice = choice
            self._restart()

    def _restart(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._refresh()

    def _refresh(self) -> None:
        """A surface for what is known now, after the one that is under way."""
        if self._job is not None:
            self._again = True
        elif self.subject is not None and self._looks:
            self._begin(self.subject, RESOLUTIONS[0])

    def _begin(self, subject: LandscapeSubject, resolution: int) -> None:
        self._again = False
        choice, former = self.choice, self.drawn

        def work(cancelled: Callable[[], bool], progress: Callable[[float], None]) -> NetworkSurface:
            return drawn(subject, choice, former, resolution, Work(progress, cancelled))

        self._job = self._jobs.start(work, self._on_done, self._on_failed)

    @Slot(object)
    def _on_done(self, found: object) -> None:
        if self.sender() is not self._job or not isinstance(found, NetworkSurface):
            return
        self._job = None
        self.drawn = found
        self.changed.emit(found)
        self._go_on(next_resolution(found))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        if not isinstance(error, Cancelled):
            self.drawn = None
            self.failed.emit(error)
        self._go_on(None)

    def _go_on(self, finer: int | None) -> None:
        """A run that goes on gets a new picture; one that rests a finer one."""
        if self._again:
            self._refresh()
        elif finer is not None and self.subject is not None and not self.subject.running and self._looks:
            self._begin(self.subject, finer)

    # The person

    def put(self, a: float, b: float) -> tuple[Array, Array] | None:
        """The parameters as they are and those at a place of the surface, to be undone and done; ``None`` where nothing is drawn."""
        snapshot = self._session.snapshot if self._session is not None else None
        if self.drawn is None or snapshot is None or snapshot.run_id != self.drawn.subject.run_id:
            return None
        return snapshot.params.astype(np.float64), self.drawn.plane.at(a, b)

    def send(self, params: Array, run_id: int) -> None:
        """Put the network there, if its run is still the same."""
        if self._session is not None and self._session.current is not None and self._session.current.run_id == run_id:
            self._session.send(SetParameters(params))
