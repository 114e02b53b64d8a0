"""The training thread: makes ready what a run needs, then lives with it until it is asked to end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QThread, Signal

from nn.datasets.dataset import Dataset, Prepared
from nn.network import Architecture
from nn.settings import Experiment
from nn.text import Sentence
from nn.training.commands import ChooseMap, ChooseSample, Command
from nn.training.inbox import Inbox
from nn.training.mailbox import Mailbox
from nn.training.snapshot import Snapshot

if TYPE_CHECKING:
    from nn.backends.trial import Outcome, Tried
    from nn.storage.weights import SavedNetwork
    from nn.training.trainer import Trainer


class Stage(StrEnum):
    """What a run that is not ready yet waits for."""

    LOADING = "loading"
    COMPILING = "compiling"


@dataclass(frozen=True)
class Ready:
    """A run is ready: what it trains on and what it trains.

    ``notices`` are sentences for the person; ``why_not`` says why a GPU isn't used, if there is something to say; ``tried`` is
    what each device did where the faster one was looked for; ``device_way``: by which of a GPU's kernels it trains.
    """

    run_id: int
    experiment: Experiment
    prepared: Prepared
    architecture: Architecture
    device_name: str
    notices: tuple[Sentence, ...]
    why_not: Sentence | None = None
    tried: tuple[Tried, ...] = ()
    device_way: Sentence | None = None


@dataclass(frozen=True)
class Request:
    """What to run. ``params`` (P,) replaces the drawn starting weights; ``first`` commands are obeyed before the first picture.

    A run from a ``saved`` network starts from its weights, unless ``params`` are given, and sees the data through its scales.
    """

    run_id: int
    experiment: Experiment
    params: NDArray[np.floating] | None = None
    first: tuple[Command, ...] = ()
    saved: SavedNetwork | None = None


class TrainingThread(QThread):
    """One run, from its data to its end. All that takes long happens here; the window's thread only draws.

    ``snapshot_ready`` is sent only when ``mailbox`` was empty, so at most one such signal is ever waiting.
    ``fell_back`` carries the sentence that says why the run goes on on the CPU. ``failed`` carries the exception itself.
    """

    stage_changed = Signal(str)
    progressed = Signal(float)
    ready = Signal(object)
    snapshot_ready = Signal()
    fell_back = Signal(object)
    failed = Signal(object)

    def __init__(self, request: Request, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.request = request
        self.mailbox: Mailbox[Snapshot] = Mailbox()
        self.inbox = Inbox()
        self._trainer: Trainer | None = None
        self._told = False

    def run(self) -> None:
        """On the thread: never called by hand."""
        try:
            self._live()
        except Exception as error:  # whatever it is, the window must hear of it
            if not self.inbox.closed():
                self.failed.emit(error)

    def _live(self) -> None:
        from nn.training.loop import Loop

        trainer = self._prepare()
        if trainer is None:
            return
        self._trainer = trainer
        try:
            Loop(trainer, self.inbox, self._publish).run()
        finally:
            trainer.engine.close()

    def _publish(self, snapshot: Snapshot) -> None:
        if self.mailbox.put(snapshot):
            self.snapshot_ready.emit()
        fault = None if self._trainer is None else self._trainer.fault
        if fault is not None and not self._told:
            self._told = True
            self.fell_back.emit(fault)

    def _cancelled(self) -> bool:
        return self.inbox.closed()

    def _prepare(self) -> Trainer | None:
        """Load the data, make the engine. ``None`` when asked to end in between."""
        from nn import build, datasets
        from nn.backends.cuda_guard import GuardedEngine
        from nn.training.trainer import Trainer

        experiment = self.request.experiment
        self.stage_changed.emit(Stage.LOADING.value)
        dataset = datasets.load(experiment.data, progress=self.progressed.emit, cancelled=self._cancelled)
        prepared = self._prepared(dataset)
        architecture = self._architecture(prepared)
        batch, notice = build.batch_size(experiment, len(dataset.train))
        experiment = replace(experiment, training=replace(experiment.training, batch_size=batch))
        if self._cancelled():
            return None
        self.stage_changed.emit(Stage.COMPILING.value)
        outcome = self._engine(experiment, prepared, architecture)
        run = self.request.run_id
        trainer = Trainer(experiment, prepared, outcome.engine, run)
        opened = () if self.request.saved is None else self.request.saved.notes
        notices = dataset.notes + opened + ((notice,) if notice else ())
        device = trainer.engine.device_name
        way = trainer.engine.way(batch) if isinstance(trainer.engine, GuardedEngine) else None
        self.ready.emit(Ready(run, experiment, prepared, architecture, device, notices, self._why_no_gpu(outcome), outcome.tried, way))
        for command in (ChooseMap(), ChooseSample(self._first_sample(prepared)), *self.request.first):
            self.inbox.send(command)
        return trainer

    def _prepared(self, dataset: Dataset) -> Prepared:
        from nn.datasets.prepare import prepare

        request = self.request
        if request.saved is None:
            return prepare(dataset, request.experiment)
        from nn.storage.trained import prepared_for

        return prepared_for(request.saved, dataset, request.experiment)

    def _architecture(self, prepared: Prepared) -> Architecture:
        from nn.build import architecture_for

        architecture = architecture_for(self.request.experiment, prepared)
        if self.request.saved is not None:
            from nn.storage.trained import check_architecture

            check_architecture(self.request.saved, architecture)
        return architecture

    def _engine(self, experiment: Experiment, prepared: Prepared, architecture: Architecture) -> Outcome:
        from nn.initializers import initial
        from nn.training.start import engine_for

        params = self.request.params
        if params is None and self.request.saved is not None:
            params = self.request.saved.network.params
        if params is None:
            params = initial(architecture, experiment.network, experiment.seed)
        return engine_for(experiment, prepared, architecture, params, self._cancelled)

    @staticmethod
    def _why_no_gpu(outcome: Outcome) -> Sentence | None:
        """Why the run is on the CPU, if it is and another device did not simply lose."""
        from nn.backends import devices

        if outcome.tried:
            return next((one.reason for one in outcome.tried if one.reason is not None), None)
        if outcome.engine.device != "cpu":
            return None
        return next((device.reason for device in devices.found() if device.kind == "cuda" and not device.usable), None)

    @staticmethod
    def _first_sample(prepared: Prepared) -> int:
        dataset = prepared.dataset
        return int(dataset.test[0] if len(dataset.test) else dataset.train[0])
