"""The Train workspace: who speaks to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from gui.panels.picture_source import PictureDrop
from gui.session.foresight import Foresight
from gui.session.playback import Playback
from gui.session.selection import Selection
from gui.session.training_session import TrainingSession
from gui.session.training_thread import Stage
from gui.workspaces.place import Place
from gui.workspaces.train.columns import Parts, TrainColumns
from gui.workspaces.train.drawing import Drawing
from gui.workspaces.train.experiment_editor import ExperimentEditor
from gui.workspaces.train.explaining import Explaining
from gui.workspaces.train.fetching import Fetching
from gui.workspaces.train.kernel import Kernel
from gui.workspaces.train.notices import Notices
from gui.workspaces.train.showing import Showing, title_of
from nn.choices import DataKind
from nn.settings import DataSettings, Experiment
from nn.training.snapshot import RunState, Snapshot

if TYPE_CHECKING:
    from gui.actions import Actions
    from gui.session.training_thread import Ready


class TrainWorkspace(Place):
    """Watch a network learn, take it apart, put it together again.

    ``title_changed`` carries the run's title; ``experiment_changed`` what runs now, to be remembered.
    """

    experiment_changed = Signal(object)

    def __init__(self, actions: Actions, parts: Parts | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = TrainingSession(self)
        self.foresight = Foresight(self.session, self)
        self.undo = QUndoStack(self)
        self.columns = TrainColumns(parts)
        self.showing = Showing(self.columns)
        self.playback = Playback(self.session, self)
        self.selection = Selection(self.session, self.undo, self)
        self.editor = ExperimentEditor(self.session, self.selection.carry, self)
        self.drawing = Drawing(self.editor, self.session, self)
        self.notices = Notices(self.columns, self.session, self.playback, self.editor, self)
        self.fetching = Fetching(self.columns.data, self.jobs, self.notices.fail, self.notice.emit, self)
        self.kernel = Kernel(self.session, self.jobs, self)
        self.explaining = Explaining(self.session, self.playback, self.editor, self)
        self.fill(self.columns)
        self._connect_session()
        self._connect_forms()
        self._connect_views()
        self._connect_transport()
        self._connect_actions(actions)
        self._retranslate()

    # What the window asks

    def open_experiment(self, experiment: Experiment) -> None:
        """Start an experiment."""
        self.editor.open(experiment)

    def stop(self) -> None:
        self.foresight.stop()
        self.session.shutdown()

    def ended(self) -> bool:
        return self.session.shutdown() and super().ended()

    # Wiring

    def _connect_session(self) -> None:
        self.session.ready.connect(self._on_ready)
        self.session.snapshot_changed.connect(self._on_snapshot)
        self.session.stage_changed.connect(self._on_stage)
        self.session.closed.connect(self._work_ended)
        self.notices.told.connect(self.notice)

    def _connect_forms(self) -> None:
        c, editor = self.columns, self.editor
        c.data.data_changed.connect(self._set_data)
        c.data.preset_chosen.connect(self.open_preset)
        c.data.draw_mode_changed.connect(self._set_draw_mode)
        c.network.network_changed.connect(editor.set_network)
        c.network.seed_changed.connect(editor.set_seed)
        c.training.training_changed.connect(editor.set_training)
        c.device.device_changed.connect(editor.set_device)
        c.device.kernel_requested.connect(self.kernel.show)
        editor.changed.connect(self._show_experiment)
        editor.restarting.connect(self._keep_curve)
        PictureDrop(self).dropped.connect(editor.open_picture)

    def _connect_views(self) -> None:
        c, selection = self.columns, self.selection
        for source in (c.diagram, c.contribution):
            source.neuron_clicked.connect(selection.select)
            source.neuron_toggled.connect(selection.toggle)
            source.neuron_alone.connect(selection.alone)
            source.all_on.connect(selection.all_on)
        c.contribution.mode_chosen.connect(selection.set_mode)
        c.diagram.parameter_edited.connect(selection.edit_parameter)
        selection.neuron_changed.connect(c.diagram.select)
        selection.neuron_changed.connect(c.contribution.show_selected)
        c.decision.sample_picked.connect(selection.pick_sample)
        c.decision.explain_requested.connect(self.explaining.explain)
        c.decision.axes_chosen.connect(self._choose_axes)
        c.decision.point_added.connect(self.drawing.add)
        c.decision.point_removed.connect(self.drawing.remove)
        c.decision.class_chosen.connect(self._choose_class)
        self.drawing.points_changed.connect(c.data.show_points)
        self.drawing.preview_changed.connect(self._show_drawn)
        c.loss.seek_requested.connect(self.playback.seek_epoch)

    def _connect_transport(self) -> None:
        transport, playback = self.columns.transport, self.playback
        transport.play_requested.connect(playback.play)
        transport.pause_requested.connect(playback.pause)
        transport.step_requested.connect(playback.step)
        transport.epoch_requested.connect(playback.epoch)
        transport.back_requested.connect(playback.back)
        transport.reset_requested.connect(self.editor.reset)
        transport.speed_changed.connect(playback.set_speed)
        transport.seek_requested.connect(playback.seek)

    def _connect_actions(self, actions: Actions) -> None:
        table = {
            "play": self.playback.toggle,
            "step": self._step_one,
            "step_ten": self._step_ten,
            "step_epoch": self._step_epoch,
            "back": self.playback.back,
            "reset": self._reset,
            "new_weights": self._new_weights,
            "toggle_neuron": self.selection.toggle_selected,
            "alone": self.selection.selected_alone,
            "all_on": self.selection.all_on,
            "explain": self.explaining.explain,
            "fit": self.columns.diagram.fit,
            "log_loss": self._toggle_log,
        }
        for name, slot in table.items():
            actions[name].triggered.connect(slot)

    # Keys without an argument

    @Slot()
    def _step_one(self) -> None:
        self.playback.step(1)

    @Slot()
    def _step_ten(self) -> None:
        self.playback.step(10)

    @Slot()
    def _step_epoch(self) -> None:
        self.playback.epoch(1)

    @Slot()
    def _reset(self) -> None:
        self.editor.reset(False)

    @Slot()
    def _new_weights(self) -> None:
        self.editor.reset(True)

    @Slot()
    def _toggle_log(self) -> None:
        self.columns.loss.set_log(not self.columns.loss.log)

    # Data

    @Slot(object)
    def _set_data(self, data: DataSettings) -> None:
        if data.kind is DataKind.DRAWN and not data.points:
            self.drawing.begin()
        else:
            self.editor.set_data(data)

    @Slot(str)
    def open_preset(self, key: str) -> None:
        """Start a preset by its key."""
        from nn.presets import BY_KEY

        self.editor.open(BY_KEY[key].experiment)

    @Slot(bool, int)
    def _set_draw_mode(self, on: bool, tool: int) -> None:
        self.columns.decision.set_draw_mode(on, max(tool, 0))
        self.columns.decision.set_eraser(on and tool < 0)

    @Slot(int)
    def _choose_class(self, number: int) -> None:
        buttons = self.columns.data.draw_tools.class_buttons
        if number < len(buttons) and not buttons[number].isHidden():
            buttons[number].click()

    @Slot(object)
    def _show_drawn(self, dataset: object) -> None:
        self.columns.decision.show_dataset(dataset)  # type: ignore[arg-type]  # a signal carries any object

    @Slot(int, int)
    def _choose_axes(self, horizontal: int, vertical: int) -> None:
        if self.session.current is not None:
            self.columns.decision.show_dataset(self.session.current.prepared.dataset, (horizontal, vertical))
        self.selection.choose_axes(horizontal, vertical)

    # News

    @Slot(object)
    def _show_experiment(self, experiment: Experiment) -> None:
        self.showing.experiment(experiment)
        self.drawing.take_over(experiment.data)
        self.experiment_changed.emit(experiment)

    @Slot(object)
    def _on_ready(self, ready: Ready) -> None:
        self.undo.clear()
        self.editor.accept(len(ready.prepared.dataset.train))
        self.showing.ready(ready)
        self._show_title()

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self.showing.snapshot(snapshot)

    @Slot(str)
    def _on_stage(self, stage: str) -> None:
        if stage == Stage.COMPILING:
            self.columns.transport.show_state(RunState.COMPILING)

    @Slot()
    def _keep_curve(self) -> None:
        if self.session.current is not None and self.session.snapshot is not None:
            self.showing.before_another_run(self.session.current, self.session.snapshot, self.editor.experiment)

    # Words

    def _show_title(self) -> None:
        self.title_changed.emit("" if self.session.current is None else title_of(self.session.current))

    def _retranslate(self) -> None:
        self._show_title()
        self.showing.words(self.editor.experiment, self.session.current)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
