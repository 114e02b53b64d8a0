"""The Landscape workspace: who speaks to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.errors import Notice, Severity, notice_of
from gui.fields.sentence import error_text, sentence_text
from gui.workspaces.landscape.columns import LandscapeColumns
from gui.workspaces.landscape.networks import Networks
from gui.workspaces.landscape.perceptron import PerceptronLesson
from gui.workspaces.landscape.session import LandscapeSession
from gui.workspaces.landscape.showing import Showing
from gui.workspaces.landscape.subject import OWN
from gui.workspaces.landscape.surface_side import SurfaceSide
from gui.workspaces.landscape.visits import Visits
from gui.workspaces.landscape.words import title_of
from gui.workspaces.place import Place
from nn.errors import NeurolupaError, SettingsError
from nn.graph.graph import GraphError
from nn.text import Sentence

if TYPE_CHECKING:
    from gui.actions import Actions
    from gui.session.playback import Playback
    from gui.session.training_session import TrainingSession
    from nn.choices import OptimizerKind
    from nn.landscape.curve import CurveSettings
    from nn.landscape.descent import Runner


class LandscapeWorkspace(Place):
    """A cost surface and a race down it. ``title_changed`` carries what the landscape is called.

    Other kinds of landscape come as guests.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.columns = LandscapeColumns()
        self.session = LandscapeSession(self.undo, self.jobs, self)
        self.showing = Showing(self.columns, self.session, self)
        self.visits = Visits(self.columns, self.session, self.showing, self)
        self.fill(self.columns)
        self._connect_session()
        self._connect_forms()
        self._connect_race()
        self._connect_actions(actions)
        self.surface = SurfaceSide(self.columns, self.session, self)  # it mirrors the map: after what shows things there
        self.networks = Networks(self, self.surface, self)
        self.lesson = PerceptronLesson(self, self)
        self.visits.invite(self.networks)
        self.visits.invite(self.lesson)

    # What the window asks

    def begin(self) -> None:
        """Show the curve fit; its pairs are made beside."""
        self.session.begin()
        self._show()

    def follow(self, session: TrainingSession, playback: Playback) -> None:
        """The run whose network's planes are drawn, and what plays it."""
        self.networks.follow(session, playback)

    def stop(self) -> None:
        self.session.player.stop()
        self.showing.stop()
        self.visits.shutdown()
        self.session.ground.forget()

    # Guests

    @property
    def guest_key(self) -> str:
        """The entry of the guest that has the columns; "" while there is a race."""
        return self.visits.key

    def show_list(self) -> None:
        """The list anew: an entry has changed, or another one is on screen."""
        guest, race = self.visits.guest, self.session.subject.key
        key = self.visits.key or race
        self.columns.functions.show_entries(self.showing.entries() + self.visits.entries(), key)
        self.columns.reveal(key)
        self.columns.functions.show_expression(self.showing.own_text(), on=key == OWN)
        self.title_changed.emit(title_of(race) if guest is None else guest.title())

    # Wiring

    def _connect_session(self) -> None:
        session = self.session
        session.changed.connect(self._show)
        session.failed.connect(self._on_failed)
        session.ground.made.connect(self.showing.show_surface)
        session.player.recorded.connect(self.showing.show_record)
        session.player.moved.connect(self.showing.show_step)
        session.player.playing_changed.connect(self.columns.transport.show_playing)

    def _connect_forms(self) -> None:
        c, session = self.columns, self.session
        c.functions.chosen.connect(self._choose)
        c.functions.expression_entered.connect(session.set_expression)
        c.optimizer.kind_chosen.connect(self._set_kind)
        c.optimizer.runner_changed.connect(self._set_runner)
        c.optimizer.rate_moved.connect(session.set_rate)
        c.optimizer.batch_moved.connect(session.set_batch)
        c.optimizer.slider_released.connect(session.end_drag)
        c.optimizer.tremble_changed.connect(session.ground.set_trembling)
        c.data.curve_changed.connect(self._set_curve)
        c.data.start_changed.connect(self._set_start)
        c.data.open_requested.connect(self.ask_for_pairs)
        c.data.made_requested.connect(session.make_pairs)
        c.heading.start_again_requested.connect(session.first_start)

    def _connect_race(self) -> None:
        c, session, player = self.columns, self.session, self.session.player
        c.map.start_moved.connect(self._set_start)
        c.map.start_dropped.connect(session.end_drag)
        c.map.place_clicked.connect(self._click)
        c.race.selected.connect(session.select)
        c.race.remove_requested.connect(session.remove)
        c.race.add_requested.connect(self._add)
        c.costs.seek_requested.connect(player.seek)
        bar = c.transport
        bar.restart_requested.connect(player.restart)
        bar.back_requested.connect(player.back)
        bar.forward_requested.connect(player.one_step)
        bar.play_requested.connect(player.toggle)
        bar.pace_changed.connect(player.set_pace)
        bar.seek_requested.connect(player.seek)

    def _connect_actions(self, actions: Actions) -> None:
        table = {
            "landscape_play": self._toggle,
            "landscape_step": self._one_step,
            "landscape_back": self._back,
            "landscape_reset": self._restart,
        }
        for name, slot in table.items():
            actions[name].triggered.connect(slot)

    # Keys: they are for what is on screen, the race or a guest

    @Slot()
    def _toggle(self) -> None:
        self.visits.player.toggle()

    @Slot()
    def _one_step(self) -> None:
        self.visits.player.one_step()

    @Slot()
    def _back(self) -> None:
        self.visits.player.back()

    @Slot()
    def _restart(self) -> None:
        self.visits.player.restart()

    # Showing

    @Slot()
    def _show(self) -> None:
        """Everything, after a move."""
        if self.visits.race_waits:
            return  # the race's pairs have come; they wait until the guest leaves
        self.visits.leave()  # an undone move brings its landscape back
        self.notice.emit(self._no_way_down())
        self.showing.show_subject()
        self.show_list()

    def _no_way_down(self) -> Notice | None:
        """Why no path begins at the start."""
        paths = self.session.player.paths
        reasons = [path.diverged.values.get("reason") for path in paths if path.diverged is not None and path.steps == 0]
        if not paths or len(reasons) < len(paths) or not isinstance(reasons[0], Sentence):
            return None
        return Notice(self.tr("No way down begins here. {reason} Move the start.").format(reason=sentence_text(reasons[0])), Severity.WARNING)

    # What the person does

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key == (self.visits.key or self.session.subject.key):
            return
        guest = self.visits.whose(key)
        if guest is not None:
            self.notice.emit(None)
            self.visits.enter(guest, key)
            self.show_list()
            return
        self.visits.leave()
        if key == self.session.subject.key:
            self._show()
        elif key == OWN:
            self.session.set_expression(self.showing.own_text())
            self.columns.functions.begin_typing()
        else:
            self.session.open_function(key)

    @Slot(float, float)
    def _click(self, x: float, y: float) -> None:
        """On a guest's map the guest knows what a click means; on a race's the start goes there."""
        if self.visits.guest is not None:
            self.visits.guest.place_clicked(x, y)
        else:
            self.session.set_start((x, y))
            self.session.end_drag()

    @Slot(float, float)
    def _set_start(self, x: float, y: float) -> None:
        self.session.set_start((x, y))

    @Slot(object)
    def _set_kind(self, kind: OptimizerKind) -> None:
        self.session.set_kind(kind)

    @Slot(object)
    def _set_runner(self, runner: Runner) -> None:
        self.session.set_runner(runner)

    @Slot(object)
    def _set_curve(self, settings: CurveSettings) -> None:
        self.session.set_curve(settings)

    @Slot(object)
    def _add(self, kind: OptimizerKind) -> None:
        self.session.add(kind)

    @Slot()
    def ask_for_pairs(self) -> None:
        """Open an .npz file with the arrays x and y."""
        dialog = QFileDialog(self.window(), self.tr("Open pairs"), "", self.tr("NumPy arrays x and y (*.npz)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.session.open_pairs)
        dialog.open()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        place = error.place if isinstance(error, GraphError) else None
        about_text = isinstance(error, GraphError) or (isinstance(error, SettingsError) and error.field == "landscape.expression")
        if about_text and isinstance(error, NeurolupaError) and not self.visits.key:
            self.columns.functions.show_error(error_text(error), place)
            self.columns.reveal(OWN)
        else:
            self.notice.emit(notice_of(error))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.columns.functions.rows:
            if self.visits.guest is None:
                self.showing.show_subject()
            self.show_list()
