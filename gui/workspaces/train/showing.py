"""Puts an experiment, a run and its snapshots into the forms and views of the Train workspace."""

from __future__ import annotations

import time
from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.errors import translated
from gui.fields.labels import class_names, label, target_names
from gui.views.throttle import turns
from gui.workspaces.train.columns import TrainColumns
from nn.choices import Task
from nn.settings import Experiment
from nn.training.snapshot import RunState, Snapshot

if TYPE_CHECKING:
    from gui.session.training_thread import Ready
    from nn.datasets.dataset import Dataset

# Seconds between two sets of the same numbers while training: faster ones can't be read.
NUMBERS_EVERY = 0.25
# What a snapshot has besides the look inside the network.
_SHOWN = tuple(part.name for part in fields(Snapshot) if part.name not in ("inside", "notice", "notice_values"))


class Showing:
    """Fills ``columns``; asks for nothing."""

    def __init__(self, columns: TrainColumns) -> None:
        self._columns = columns
        self._groups = (self._contributions, self._run)  # numbers shown together
        self._group = 0  # the next one
        self._next_numbers = 0.0  # seconds of the steady clock
        self._shown: Snapshot | None = None
        self._dataset: Dataset | None = None
        self._axes = (0, 1)  # that the run's map is over

    def experiment(self, experiment: Experiment) -> None:
        """The settings, in the forms."""
        c = self._columns
        c.data.show_settings(experiment.data)
        c.network.show_settings(experiment.network, experiment.seed)
        c.network.show_loss(experiment.training.loss)
        c.training.show_settings(experiment.training)
        c.device.show_settings(experiment.device, experiment.precision)
        c.transport.show_stop(experiment.training.stop)
        c.loss.show_stop_loss(experiment.training.stop.loss)
        self.words(experiment, None)

    def before_another_run(self, former: Ready, snapshot: Snapshot, wanted: Experiment) -> None:
        """The former run's curve stays on the plot, thin, as long as the same loss of the same data is compared."""
        loss = self._columns.loss
        if (former.experiment.data, former.experiment.training.loss) != (wanted.data, wanted.training.loss):
            loss.clear_kept()
        elif snapshot.history.end > 0:
            text = QCoreApplication.translate("TrainWorkspace", "{widths}, seed {seed}")
            loss.keep_run(text.format(widths=_widths(former), seed=former.experiment.seed))

    def ready(self, ready: Ready) -> None:
        """What a run works on: names, sizes, samples, device."""
        prepared, architecture, c = ready.prepared, ready.architecture, self._columns
        dataset = prepared.dataset
        c.training.show_training_size(len(dataset.train))
        c.network.show_parameter_count(architecture.layout.size)
        c.network.show_output(architecture.widths[-1], architecture.activations[-1])
        self._names(ready)
        c.data.show_picture(dataset.picture)
        c.diagram.show_units(tuple(prepared.target_mean), tuple(prepared.target_scale))
        c.diagram.show_image_shape(dataset.image_shape)
        self._dataset, self._axes = dataset, (0, 1)
        c.decision.show_dataset(dataset)
        c.decision.show_target_units(prepared.target_mean, prepared.target_scale)
        c.contribution.clear()
        self._device(ready)

    def _names(self, ready: Ready) -> None:
        prepared = ready.prepared
        dataset = prepared.dataset
        outputs = class_names(dataset) if dataset.task is Task.CLASSIFICATION else target_names(dataset)
        self._columns.diagram.show_names(prepared.transform.input_names, outputs)

    def _device(self, ready: Ready) -> None:
        why_not = "" if ready.why_not is None else translated(ready.why_not)
        way = "" if ready.device_way is None else f", {translated(ready.device_way)}"
        self._columns.device.show_device(f"{ready.device_name}, {ready.experiment.precision.value}{way}", why_not)
        self._columns.device.show_trial(ready.tried)

    def snapshot(self, snapshot: Snapshot) -> None:
        """A moment of the run: in the views at once, in the numbers as often as they can be read."""
        before, self._shown = self._shown, snapshot
        if before is not None and _same_but_inside(before, snapshot):
            return
        c = self._columns
        if snapshot.map is not None and snapshot.map.axes != self._axes:  # they may have been chosen in another workspace
            self._axes = snapshot.map.axes
            c.decision.show_dataset(self._dataset, self._axes)
        turns().make_room(snapshot.state is RunState.RUNNING)
        for view in (c.diagram, c.decision, c.loss, c.difference):
            view.show_snapshot(snapshot)
        if snapshot.state is not RunState.RUNNING:
            for show in self._groups:
                show(snapshot)
            return
        now = time.monotonic()
        if now >= self._next_numbers:  # one group at a time: the window is never held up by all of them
            self._next_numbers = now + NUMBERS_EVERY / len(self._groups)
            self._groups[self._group](snapshot)
            self._group = (self._group + 1) % len(self._groups)

    def _contributions(self, snapshot: Snapshot) -> None:
        self._columns.contribution.show_snapshot(snapshot)

    def _run(self, snapshot: Snapshot) -> None:
        self._columns.transport.show_snapshot(snapshot)
        self._columns.device.show_speed(snapshot.speed)

    def words(self, experiment: Experiment, ready: Ready | None) -> None:
        """Everything that is made of words here, in the language in use."""
        self._columns.loss.show_loss_name(label(experiment.training.loss))
        self._presets(experiment)
        if ready is not None:
            self._names(ready)
            self._device(ready)

    def _presets(self, experiment: Experiment) -> None:
        from nn.presets import PRESETS

        names = [(preset.key, QCoreApplication.translate("presets", preset.title)) for preset in PRESETS]
        chosen = next((preset.key for preset in PRESETS if preset.experiment == experiment), None)
        self._columns.data.show_presets(names, chosen)


def _widths(run: Ready) -> str:
    return "-".join(map(str, run.architecture.widths))


def _same_but_inside(one: Snapshot, other: Snapshot) -> bool:
    """Whether nothing but the look inside the network is new: a stroke of the pen in the Inside workspace."""
    return all(getattr(one, name) is getattr(other, name) for name in _SHOWN)


def title_of(run: Ready) -> str:
    """A run in a few words: "Circles · 2-4-8-1"."""
    return f"{label(run.experiment.data.kind)} · {_widths(run)}"
