"""The Steps workspace: who speaks to whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import QWidget

from gui.errors import Notice, Severity, notice_of
from gui.format import count
from gui.panels.steps_heading import FIRST_DIGITS
from gui.panels.steps_setup import NETWORK
from gui.session.explained import Explained
from gui.session.replay_player import ReplayPlayer
from gui.workspaces.place import Place
from gui.workspaces.steps.checking import Checking
from gui.workspaces.steps.columns import StepsColumns
from gui.workspaces.steps.exporting import Exporting
from gui.workspaces.steps.predicting import Predicting
from gui.workspaces.steps.showing import Showing
from gui.workspaces.steps.subject_editor import SubjectEditor
from nn.errors import SettingsError
from nn.replay.mazur import LESSONS
from nn.replay.settings import Granularity
from nn.replay.step import Quantity
from nn.replay.walk import Walk

if TYPE_CHECKING:
    from gui.actions import Actions


class StepsWorkspace(Place):
    """Backpropagation, one number at a time: Matt Mazur's example, or the network that was on screen in Train.

    ``title_changed`` carries what is walked through; ``network_requested`` asks for the network that is on screen in Train.
    """

    network_requested = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.player = ReplayPlayer(self)
        self.columns = StepsColumns()
        self.editor = SubjectEditor(self.jobs, self.undo, self)
        self.showing = Showing(self.columns, self.player, FIRST_DIGITS)
        self.checking = Checking(self.columns.checks, self.player, self.jobs, self)
        self.predicting = Predicting(self.columns.predict, self.player, self)
        self.exporting = Exporting(self.columns.picture, self.player, self.jobs, self)
        self._parts_at = 0
        self.fill(self.columns)
        self._connect_session()
        self._connect_views()
        self._connect_player()
        self._connect_actions(actions)

    # What the window asks

    def begin(self) -> None:
        """Show the first lesson."""
        self.editor.open_lesson(LESSONS[0].id)

    def explain(self, explained: Explained) -> None:
        """Walk through a network from Train."""
        self.player.pause()
        self.editor.open_explained(explained)

    def stop(self) -> None:
        self.player.pause()

    # Wiring

    def _connect_session(self) -> None:
        editor, player = self.editor, self.player
        editor.walk_ready.connect(self._on_walk)
        editor.subject_changed.connect(self._show_setup)
        editor.busy_changed.connect(self._on_busy)
        editor.failed.connect(self._on_failed)
        player.step_changed.connect(self._show_step)
        self.predicting.hidden_changed.connect(self._show_step)
        self.predicting.hint_given.connect(self._show_equation)
        self.exporting.notice.connect(self.notice)

    def _connect_views(self) -> None:
        c, player, editor = self.columns, self.player, self.editor
        for source in (c.outline, c.diagram, c.equation):
            source.step_requested.connect(self._go)
        c.equation.look_ahead_changed.connect(self._show_equation)
        c.equation.source_hovered.connect(c.diagram.highlight)
        c.diagram.value_edited.connect(self._edit)
        c.heading.digits_changed.connect(self._set_digits)
        c.heading.export_requested.connect(self.exporting.ask)
        c.setup.lesson_chosen.connect(self._open_lesson)
        c.setup.settings_changed.connect(editor.set_settings)
        c.setup.sample_chosen.connect(editor.choose_sample)
        c.setup.original_requested.connect(editor.restore)
        player.granularity_changed.connect(c.player.show_granularity)
        player.playing_changed.connect(c.player.show_playing)

    def _connect_player(self) -> None:
        bar, player = self.columns.player, self.player
        bar.first_requested.connect(player.first)
        bar.back_requested.connect(player.back)
        bar.forward_requested.connect(player.forward)
        bar.last_requested.connect(player.last)
        bar.play_requested.connect(player.play)
        bar.pause_requested.connect(player.pause)
        bar.pace_changed.connect(player.set_pace)
        bar.seek_requested.connect(self._go)
        bar.granularity_changed.connect(player.set_granularity)

    def _connect_actions(self, actions: Actions) -> None:
        table = {
            "steps_forward": self.player.forward,
            "steps_back": self.player.back,
            "steps_first": self.player.first,
            "steps_last": self.player.last,
            "steps_play": self.player.toggle,
            "steps_original": self.editor.restore,
            "steps_look_ahead": self._toggle_look_ahead,
            "steps_export": self.exporting.ask,
            "fit": self.columns.diagram.fit,
        }
        for name, slot in table.items():
            actions[name].triggered.connect(slot)

    # Moving

    @Slot(int)
    def _go(self, step: int) -> None:
        """A click on a step: playing by itself ends there."""
        self.player.pause()
        self.player.seek(step)

    @Slot()
    def _show_step(self) -> None:
        self.predicting.show(self.showing.digits)
        self.showing.step(self.predicting.cover)
        self.checking.show(self.predicting.hidden)

    @Slot()
    def _show_equation(self) -> None:
        self.showing.equation(self.predicting.cover)

    @Slot(int)
    def _set_digits(self, digits: int) -> None:
        self.exporting.digits = digits
        self.showing.set_digits(digits, self.predicting.cover)

    @Slot()
    def _toggle_look_ahead(self) -> None:
        equation = self.columns.equation
        equation.set_look_ahead(not equation.look_ahead)
        self._show_equation()

    # Other things to walk through

    @Slot(str)
    def _open_lesson(self, id_: str) -> None:
        self.player.pause()
        if any(lesson.id == id_ for lesson in LESSONS):
            self.editor.open_lesson(id_)
        else:
            self._show_setup()  # until another network is there
            self.network_requested.emit()

    @Slot(object, float)
    def _edit(self, quantity: Quantity, value: float) -> None:
        self.editor.edit(quantity, value)

    @Slot(object, bool)
    def _on_walk(self, walk: Walk, stay: bool) -> None:
        self.predicting.forget()
        if walk.whole_layers:
            self.player.set_granularity(Granularity.LAYER)
        elif self.player.walk is not None and self.player.walk.whole_layers:
            self.player.set_granularity(Granularity.OPERATION)
        self.exporting.title = self._title()
        parted = self.editor.parting(walk)
        self.showing.walk(walk, self._title(), parted.right if parted is not None else ())
        goals = self.editor.lesson.goals if self.editor.lesson is not None else ()
        if not stay:
            self.predicting.set_exercise(goals)
        self.player.open(walk, self.player.position if stay else _first_of(walk, goals))
        self.notice.emit(self._about(walk, parted.step if parted is not None else None))

    def _about(self, walk: Walk, parts_at: int | None) -> Notice | None:
        if parts_at is not None:
            self._parts_at = parts_at
            text = self.tr("The numbers leave the right ones at step {step}: {symbol}.")
            symbol = walk.steps[parts_at].symbol
            return Notice(text.format(step=parts_at + 1, symbol=symbol), action_text=self.tr("Show it"), action=self._show_parting)
        if not walk.whole_layers:
            return None
        text = self.tr("This network has {count} parameters, too many to walk through one by one: each step shows a whole layer.")
        return Notice(text.format(count=count(walk.network.architecture.layout.size)))

    @Slot()
    def _show_parting(self) -> None:
        self.columns.diagram.setFocus(Qt.FocusReason.OtherFocusReason)  # the notice goes, and the keys are to walk on from there
        self._go(self._parts_at)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self.notice.emit(Notice(self.tr("Calculating the steps…"), Severity.INFO) if busy else None)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not (isinstance(error, SettingsError) and self.columns.setup.show_error(error)):
            self.notice.emit(notice_of(error))

    # Words

    def _title(self) -> str:
        if self.editor.explained is not None:
            return self.editor.explained.title
        if self.editor.lesson is None:
            return ""
        return QCoreApplication.translate("nn", self.editor.lesson.title)

    @Slot()
    def _show_setup(self) -> None:
        editor, setup = self.editor, self.columns.setup
        if editor.subject is None:
            return
        explained = editor.explained
        setup.show_lessons(NETWORK if editor.lesson is None else editor.lesson.id, "" if explained is None else explained.title)
        setup.show_sample(*((explained.sample, explained.samples) if explained is not None else (0, 0)))
        setup.show_settings(editor.subject.settings)
        setup.show_changed(editor.subject is not editor.original)
        self.title_changed.emit(self._title())

    def _retranslate(self) -> None:
        self._show_setup()
        if self.player.walk is not None:
            parted = self.editor.parting(self.player.walk)
            self.showing.walk(self.player.walk, self._title(), parted.right if parted is not None else ())
            self.showing.step(self.predicting.cover)  # the question, its hints and the checks stay: their cards find their own words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C that nothing else has a use for copies the step's full value, wherever the focus is."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.columns.equation.copy_value()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _first_of(walk: Walk, goals: Sequence[Quantity]) -> int:
    """The first step that an exercise asks for; the first one of all where it asks for none."""
    return next((step.id for step in walk.steps if step.quantity in goals), 0)
