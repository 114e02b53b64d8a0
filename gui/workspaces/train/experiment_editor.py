"""The experiment on screen: takes each change of a form and tells whether the run can go on with it or must start anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from gui.session.training_session import TrainingSession
from nn.choices import DataKind, DeviceChoice, Precision
from nn.errors import SettingsError
from nn.settings import DataSettings, Experiment, NetworkSettings, TrainingSettings
from nn.training.commands import ChangeTraining, Command

if TYPE_CHECKING:
    from nn.storage.weights import SavedNetwork

    Origin: TypeAlias = tuple[SavedNetwork | None, int]


class ExperimentEditor(QObject):
    """Owns the experiment being edited. ``failed`` carries a :class:`SettingsError` for a combination that can't be."""

    changed = Signal(object)
    failed = Signal(object)
    restarting = Signal()

    def __init__(self, session: TrainingSession, carry: Callable[[bool], tuple[Command, ...]], parent: QObject | None = None) -> None:
        """``carry`` gives the commands that a new run begins with, told whether the network keeps its shape."""
        super().__init__(parent)
        self._session = session
        self._carry = carry
        self.experiment = Experiment()
        self._lives: Experiment | None = None  # what the run on screen does, all changes made while it goes on included
        self._waiting = False  # for the run that was asked for last
        # The network from a file that a run began with, and the updates done before: of the run asked for, and of the one on screen.
        self._origin: Origin = (None, 0)
        self._lives_origin: Origin = (None, 0)

    def open(self, experiment: Experiment, params: NDArray[np.floating] | None = None) -> None:
        """Start ``experiment``; what is switched off stays off only while the network keeps its shape."""
        same = experiment.network.hidden == self.experiment.network.hidden
        self._open(experiment, params, (None, 0), self._carry(same))

    @Slot(str)
    def open_picture(self, path: str) -> None:
        """Fit the picture at ``path``: with the network on screen if that fits a picture already, else with the preset's."""
        experiment = self.experiment
        if experiment.data.kind is not DataKind.PICTURE:
            from nn.presets import BY_KEY

            experiment = BY_KEY["picture"].experiment
        self.open(replace(experiment, name="", data=replace(experiment.data, path=path)))

    def open_network(self, experiment: Experiment, saved: SavedNetwork) -> None:
        """Start ``experiment`` from a network that was saved in it, with every neuron on."""
        self._open(experiment, None, (saved, saved.step), self._carry(False))

    def _open(self, experiment: Experiment, params: NDArray[np.floating] | None, origin: Origin, first: tuple[Command, ...]) -> None:
        self.experiment = experiment
        self._origin = origin
        self._waiting = True
        self.restarting.emit()
        self._session.open(experiment, params, first, origin[0])
        self.changed.emit(experiment)

    def network(self) -> SavedNetwork | None:
        """The network on screen with all that belongs to it; ``None`` while there is none."""
        run, snapshot = self._session.current, self._session.snapshot
        if run is None or snapshot is None or self._lives is None or snapshot.run_id != run.run_id:
            return None
        from nn.storage.trained import trained

        step = self._lives_origin[1] + snapshot.step
        return trained(self._lives, run.prepared, snapshot.architecture, snapshot.params, step)

    def accept(self, training_samples: int) -> None:
        """The run that was asked for lives. A batch can't have been larger than its data."""
        training = self.experiment.training
        if training.batch_size is not None and training.batch_size > training_samples:
            self._show(replace(self.experiment, training=replace(training, batch_size=training_samples)))
        self._lives, self._lives_origin, self._waiting = self.experiment, self._origin, False

    def fall_back(self) -> None:
        """What was asked for can't be: show again what runs."""
        self._waiting, self._origin = False, self._lives_origin
        if self._lives is not None:
            self._show(self._lives)

    def _show(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.changed.emit(experiment)

    def _edited(self, **parts: object) -> Experiment | None:
        try:
            return replace(self.experiment, name="", **parts)  # type: ignore[arg-type]  # parts are the experiment's own fields
        except SettingsError as error:
            self.failed.emit(error)
            self.changed.emit(self.experiment)
            return None

    @Slot(object)
    def set_data(self, data: DataSettings) -> None:
        """Other data: the run starts anew."""
        experiment = self._edited(data=data)
        if experiment is not None and experiment.data != self.experiment.data:
            self.open(experiment)

    @Slot(object)
    def set_network(self, network: NetworkSettings) -> None:
        """Another network: the run starts anew."""
        experiment = self._edited(network=network)
        if experiment is not None and experiment.network != self.experiment.network:
            self.open(experiment)

    @Slot(object)
    def set_training(self, training: TrainingSettings) -> None:
        """Another way to train takes effect while the run goes on; another loss is another run."""
        if training == self.experiment.training:
            return
        network = self.experiment.network
        if training.loss is not self.experiment.training.loss:
            network = replace(network, output_activation=None)
        experiment = self._edited(training=training, network=network)
        if experiment is None:
            return
        if training.loss is not self.experiment.training.loss:
            self.open(experiment)
            return
        self._session.send(ChangeTraining(training))
        self._changed_live(experiment)

    def _changed_live(self, experiment: Experiment) -> None:
        if not self._waiting:
            self._lives = experiment
        self._show(experiment)

    @Slot(object, object)
    def set_device(self, device: DeviceChoice, precision: Precision) -> None:
        """Another device or precision: the same weights go on there."""
        experiment = replace(self.experiment, device=device, precision=precision)
        if experiment != self.experiment:
            snapshot = self._session.snapshot
            params = None if snapshot is None else np.asarray(snapshot.params, dtype=np.float64)
            saved, before = self._lives_origin
            self._open(experiment, params, (saved, before + (snapshot.step if snapshot else 0)), self._carry(True))

    @Slot(int)
    def set_seed(self, seed: int) -> None:
        """Other starting weights and shuffles."""
        experiment = self._edited(seed=seed)
        if experiment is not None and experiment.seed != self.experiment.seed:
            self.open(experiment)

    def halve_rate(self) -> None:
        """The run has gone on with half its learning rate: the form must say so."""
        training = replace(self.experiment.training, learning_rate=self.experiment.training.learning_rate / 2)
        self._changed_live(replace(self.experiment, training=training))

    @Slot(bool)
    def reset(self, new_weights: bool) -> None:
        """Start again from the same weights, those of the opened network included, or from new ones."""
        if new_weights:
            self.open(replace(self.experiment, seed=(self.experiment.seed + 1) % 2**32))
        else:
            saved = self._origin[0]
            self._open(self.experiment, None, (saved, saved.step if saved else 0), self._carry(True))
