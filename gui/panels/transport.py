"""The transport: play, pause, step, back, reset, speed, the timeline, and the numbers of the run."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.fields.button import IconButton
from gui.fields.choice import Choice, ChoiceField
from gui.fields.paint import follow_theme, lay_ground, px
from gui.format import count
from gui.panels.progress_line import ProgressLine
from gui.panels.readouts import ReadOuts
from gui.panels.run_status import RunStatus
from gui.panels.timeline import Timeline
from nn.settings import StopSettings
from nn.training.snapshot import RunState, Snapshot

HEIGHT = 64
LEAST_TIMELINE = 320
SPEEDS = (1.0, 3.0, 10.0, 30.0, 100.0, 1000.0)  # steps per second; None is flat out
MANY = 10


class TransportPanel(QWidget):
    """Shows snapshots and says what the person wants; it never runs anything itself."""

    play_requested = Signal()
    pause_requested = Signal()
    step_requested = Signal(int)
    epoch_requested = Signal(int)
    back_requested = Signal()
    reset_requested = Signal(bool)  # True: with new weights
    speed_changed = Signal(object)  # steps per second, or None for flat out
    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState.PAUSED
        self._runs = False
        self.reset = IconButton("reset", "", 36, 36)
        self.reset_more = IconButton("chevron-down", "", 16, 36)
        self.back = IconButton("back", "", 36, 36)
        self.play = IconButton("play", "", 44, 40)
        self.play.primary = True
        self.step = IconButton("step", "", 36, 36)
        self.step_more = IconButton("chevron-down", "", 16, 36)
        self.speed = ChoiceField("speed")
        self.status = RunStatus()
        self.timeline = Timeline()
        self.readouts = ReadOuts()
        self.progress = ProgressLine(self)
        self.reset_menu, self.step_menu = QMenu(self), QMenu(self)
        self._reset_actions = [self.reset_menu.addAction("") for _ in range(2)]
        self._step_actions = [self.step_menu.addAction("") for _ in range(4)]
        self._build()
        self._connect()
        self.speed.show_value(None)
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        self._row = QHBoxLayout(self)
        for widget in (self.reset, self.reset_more, self.back, self.play, self.step, self.step_more, self.speed):
            self._row.addWidget(widget)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addStretch(1)
        middle.addWidget(self.status)
        middle.addWidget(self.timeline)
        self._row.addSpacing(12)
        self._row.addLayout(middle, 1)
        self._row.addSpacing(12)
        self._row.addWidget(self.readouts)

    def _connect(self) -> None:
        self.reset.clicked.connect(self._reset_clicked)
        self.reset_more.clicked.connect(self._open_reset_menu)
        self.back.clicked.connect(self.back_requested)
        self.play.clicked.connect(self.toggle_play)
        self.step.clicked.connect(self._one_step)
        self.step_more.clicked.connect(self._open_step_menu)
        self.speed.committed.connect(self._speed_chosen)
        self.timeline.seek_requested.connect(self.seek_requested)
        slots = (self._reset_clicked, self._reset_anew, self._one_step, self._ten_steps, self._one_epoch, self._ten_epochs)
        for action, slot in zip([*self._reset_actions, *self._step_actions], slots, strict=True):
            action.triggered.connect(slot)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """One moment of the run: numbers, timeline, state."""
        accuracy = self.readouts.items["test_accuracy"].wanted
        self.readouts.show_snapshot(snapshot)
        if self.readouts.items["test_accuracy"].wanted is not accuracy:
            self._fit()
        self.timeline.show_history(snapshot.history, snapshot.steps_per_epoch, snapshot.events)
        self._show(snapshot.state, snapshot)

    def show_state(self, state: RunState) -> None:
        """A state before there is any snapshot, such as compiling."""
        self._show(state, None)

    def show_stop(self, stop: StopSettings) -> None:
        """The stop conditions, to say which one was met."""
        self.status.show_stop(stop)

    def show_speed(self, steps_per_second: float | None) -> None:
        """The speed in use, without telling anyone; one that isn't in the list shows the next faster."""
        fitting = next((speed for speed in SPEEDS if steps_per_second is not None and steps_per_second <= speed), None)
        self.speed.show_value(fitting)

    def _show(self, state: RunState, snapshot: Snapshot | None) -> None:
        self._state = state
        if state is not RunState.COMPILING:
            self._runs = state is RunState.RUNNING
        self.status.show_state(state, snapshot)
        self.progress.show_progress(math.nan if snapshot is None else snapshot.progress, busy=state is RunState.COMPILING)
        self._show_play()

    def _show_play(self) -> None:
        self.play.set_icon("pause" if self._runs else "play")
        name = self.tr("Pause (Space)") if self._runs else self.tr("Play (Space)")
        if name != self.play.accessibleName():
            self.play.set_name(name)

    def toggle_play(self) -> None:
        """What the play button does."""
        self._runs = not self._runs
        self._show_play()
        if self._runs:
            self.play_requested.emit()
        else:
            self.pause_requested.emit()

    def _reset_clicked(self) -> None:
        self.reset_requested.emit(False)

    def _reset_anew(self) -> None:
        self.reset_requested.emit(True)

    def _one_step(self) -> None:
        self.step_requested.emit(1)

    def _ten_steps(self) -> None:
        self.step_requested.emit(MANY)

    def _one_epoch(self) -> None:
        self.epoch_requested.emit(1)

    def _ten_epochs(self) -> None:
        self.epoch_requested.emit(MANY)

    def _speed_chosen(self, _key: str, value: object) -> None:
        self.speed_changed.emit(value)

    def _open_reset_menu(self) -> None:
        self._open(self.reset_menu, self.reset)

    def _open_step_menu(self) -> None:
        self._open(self.step_menu, self.step)

    @staticmethod
    def _open(menu: QMenu, above: QWidget) -> None:
        menu.popup(above.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _fit(self) -> None:
        """The timeline keeps its least width, then the read-outs come in the order of their importance."""
        margins = self._row.contentsMargins()
        controls = self.speed.width() + sum(px(width) for width in (36, 16, 36, 44, 36, 16))
        gaps = 10 * self._row.spacing() + 24
        self.readouts.fit(self.width() - margins.left() - margins.right() - controls - gaps - px(LEAST_TIMELINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.progress.setGeometry(0, 0, self.width(), 2)
        self._fit()

    def _restyle(self) -> None:
        self._widen_speed()
        self.setFixedHeight(px(HEIGHT))
        self._row.setContentsMargins(px(16), 0, px(12), 0)
        self._row.setSpacing(px(4))
        lay_ground(self)
        self._fit()

    def _offer_speeds(self) -> None:
        value = self.speed.value
        slow = [
            Choice(s, self.tr("{count}/s").format(count=count(int(s))), self.tr("{count} steps a second").format(count=count(int(s)))) for s in SPEEDS
        ]
        self.speed.set_choices([*slow, Choice(None, self.tr("Flat out"))])
        self.speed.show_value(value)
        self.speed.setAccessibleName(self.tr("Speed"))

    def _widen_speed(self) -> None:
        """Room for its longest words, in the face in use."""
        self.speed.setFixedWidth(max(self.speed.width_of(self.tr("Flat out")), self.speed.width_of("1 000/s")))

    def _name_actions(self, actions: Sequence[QAction], names: Sequence[str]) -> None:
        for action, name in zip(actions, names, strict=True):
            action.setText(name)

    def _retranslate(self) -> None:
        self.reset.set_name(self.tr("Reset to the same weights (R)"))
        self.reset_more.set_name(self.tr("Ways to reset"))
        self.back.set_name(self.tr("Back to the moment before (←)"))
        self.step.set_name(self.tr("One update (→)"))
        self.step_more.set_name(self.tr("Longer steps"))
        self._name_actions(self._reset_actions, (self.tr("Same weights again"), self.tr("New weights")))
        steps = (self.tr("One update"), self.tr("Ten updates"), self.tr("One epoch"), self.tr("Ten epochs"))
        self._name_actions(self._step_actions, steps)
        self._offer_speeds()
        self._widen_speed()
        self._show_play()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
