"""The Graph workspace: who speaks to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from gui.errors import notice_of
from gui.fields.sentence import error_text, sentence_text
from gui.panels.graph.exercises import Item
from gui.typeset.box import Box as Letters
from gui.typeset.graphs import box_letters, whole_box
from gui.workspaces.graph.columns import GraphColumns
from gui.workspaces.graph.deriving import Deriving
from gui.workspaces.graph.filing import Filing
from gui.workspaces.graph.preparing import Preparing
from gui.workspaces.graph.session import GraphSession
from gui.workspaces.place import Place
from nn.answers import VerdictKind
from nn.graph.exercise import Box, Order
from nn.graph.graph import Graph, GraphError
from nn.graph.layout import Drawing, lay_out
from nn.graph.presets import PRESETS
from nn.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from gui.actions import Actions

SHORT = 60  # characters of an expression that the list of exercises shows as a formula
_WORDS = {"mazur": QT_TRANSLATE_NOOP("GraphWorkspace", "two layers, two weights")}


class GraphWorkspace(Place):
    """A computation graph whose boxes are filled in. ``title_changed`` carries what the exercise is called."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = QUndoStack(self)
        self.columns = GraphColumns()
        self.session = GraphSession(self.undo, self)
        self.deriving = Deriving(self.columns.ways, self.columns.cascade, self.jobs, self)
        self.filing = Filing(self.columns.graph, self.session, self.jobs, self)
        self.preparing = Preparing(self.columns, self.session, self)
        self.target: Box | None = None
        self._drawn: tuple[Graph, tuple[str, ...], Drawing] | None = None
        self.fill(self.columns)
        self._connect_session()
        self._connect_panels()
        self._connect_actions(actions)

    # What the window asks

    def begin(self) -> None:
        """Show the first exercise."""
        self._show()

    def stop(self) -> None:
        self.columns.cascade.stop()

    # Wiring

    def _connect_session(self) -> None:
        self.session.changed.connect(self._show)
        self.session.failed.connect(self._on_failed)
        self.session.refused.connect(self._on_refused)
        self.filing.notice.connect(self.notice)

    def _connect_panels(self) -> None:
        c, session = self.columns, self.session
        c.exercises.chosen.connect(self._open)
        c.exercises.own_requested.connect(self._write_own)
        c.score.order_changed.connect(self._set_order)
        c.expression.expression_entered.connect(self._enter)
        c.expression.value_entered.connect(session.set_value)
        c.graph.answered.connect(self._answer)
        c.graph.target_chosen.connect(self._choose)
        c.graph.value_edited.connect(session.set_value)
        c.graph.drafted.connect(self._show_controls)
        c.hints.hint_requested.connect(self._hint)
        bar = c.controls
        bar.check_requested.connect(self._check_all)
        bar.reveal_requested.connect(self._reveal)
        bar.reveal_all_requested.connect(session.reveal_all)
        bar.hide_all_requested.connect(session.hide_all)
        bar.start_again_requested.connect(self._start_again)
        bar.original_requested.connect(session.original)
        bar.new_numbers_requested.connect(session.new_numbers)
        bar.open_requested.connect(self.filing.ask_what_to_open)
        bar.save_requested.connect(self.filing.ask_where_to_save)
        self.preparing.save_requested.connect(self.filing.ask_where_to_save)
        self.preparing.hint_requested.connect(self._hint)
        self.preparing.reveal_requested.connect(self._reveal)

    def _connect_actions(self, actions: Actions) -> None:
        table = {
            "graph_hint": self._hint,
            "graph_reveal": self._reveal,
            "graph_reveal_all": self.session.reveal_all,
            "graph_hide_all": self.session.hide_all,
            "graph_again": self._start_again,
            "graph_new_numbers": self.session.new_numbers,
            "graph_original": self.session.original,
            "graph_open": self.filing.ask_what_to_open,
            "graph_save": self.filing.ask_where_to_save,
            "graph_export": self.filing.ask,
            "fit": self.columns.graph.fit,
        }
        for name, slot in table.items():
            actions[name].triggered.connect(slot)

    # Showing

    def _drawing(self) -> Drawing:
        """The places of the nodes, calculated once for each graph."""
        exercise = self.session.exercise
        if self._drawn is None or self._drawn[0] != exercise.graph or self._drawn[1] != exercise.parameters:
            self._drawn = exercise.graph, exercise.parameters, lay_out(exercise.graph, exercise.parameters)
        return self._drawn[2]

    @Slot()
    def _show(self) -> None:
        """Everything, after a move."""
        exercise, c = self.session.exercise, self.columns
        known = c.graph.picture
        if known is None or known.exercise.graph != exercise.graph or self.target not in exercise.entries:
            self.target = None
        c.graph.show_exercise(exercise, self._drawing())
        c.graph.select(self.target)
        if known is None or known.exercise.graph != exercise.graph:
            c.cascade.keep_low(c.graph.large)
        if known is None or known.exercise.task.expression != exercise.task.expression:
            c.expression.show_task(exercise.task.expression, self._leaf_values())
        else:
            c.expression.show_values(self._leaf_values())
        c.score.show_progress(exercise.progress)
        c.score.show_order(exercise.task.order)
        self.notice.emit(None)
        self._show_list()
        self._show_controls()
        self._show_cards()

    def _leaf_values(self) -> dict[str, float]:
        exercise = self.session.exercise
        return {name: exercise.evaluation.values[name] for name in exercise.graph.leaves}

    def _show_list(self) -> None:
        items = []
        for preset in PRESETS:
            exercise = self.session.states(preset.key)
            short = len(preset.task.expression) <= SHORT
            box = whole_box(exercise.graph) if short else Letters()
            words = "" if short else QCoreApplication.translate("GraphWorkspace", _WORDS.get(preset.key, ""))
            states = tuple(exercise.entry(one).state for one in exercise.boxes)
            items.append(Item(preset.key, QCoreApplication.translate("nn", preset.title), box, words, states))
        self.columns.exercises.show_items(items, self.session.subject.key)
        self.filing.title = self._title()
        self.title_changed.emit(self.filing.title)

    def _title(self) -> str:
        return self.session.title or self.tr("Your own expression")

    @Slot()
    def _show_controls(self) -> None:
        typed, finished = bool(self.columns.graph.drafts), self.session.exercise.finished
        self.columns.controls.show_state(typed=typed, finished=finished, changed=not self.session.is_original)

    def _show_cards(self) -> None:
        exercise, box = self.session.exercise, self.target
        self.deriving.show(exercise, box)
        if box is None or box not in exercise.entries or exercise.entry(box).shows_value:
            self.columns.hints.show_nothing()
            return
        self.columns.hints.show_box(box_letters(exercise.graph, box), exercise.symbol(box), exercise.hints(box), exercise.entry(box).hints)

    # What the person does

    @Slot(object)
    def _choose(self, target: Box) -> None:
        self.target = target
        self._show_cards()

    @Slot(object, str)
    def _answer(self, box: Box, text: str) -> None:
        verdict = self.session.answer(box, text)
        if verdict is None:
            return
        if verdict.kind is VerdictKind.UNREADABLE:
            self.columns.graph.show_unreadable(box, sentence_text(verdict.sentence))
        else:
            self.columns.graph.show_verdict(box)
        self._show_controls()

    @Slot()
    def _check_all(self) -> None:
        self.session.answer_all(self.columns.graph.drafts)
        self.columns.graph.drop_drafts()
        self._show_controls()

    def _box_in_hand(self) -> Box | None:
        """The chosen box if it is still to be filled in, else the next one."""
        exercise = self.session.exercise
        if self.target in exercise.entries and self.target is not None and not exercise.entry(self.target).shows_value:
            return self.target
        return exercise.next_box()

    @Slot()
    def _hint(self) -> None:
        box = self._box_in_hand()
        if box is not None:
            self.target = box
            self.session.hint(box)
            self.columns.graph.bring_into_view(box)

    @Slot()
    def _reveal(self) -> None:
        box = self._box_in_hand()
        if box is not None:
            self.target = box
            self.session.reveal(box)
            self.columns.graph.bring_into_view(box)

    @Slot()
    def _start_again(self) -> None:
        self.columns.graph.drop_drafts()
        self.session.start_again()

    @Slot(str)
    def _open(self, key: str) -> None:
        self.columns.graph.drop_drafts()
        self.session.open_preset(key)

    @Slot()
    def _write_own(self) -> None:
        field = self.columns.expression.field
        field.setFocus()
        field.selectAll()

    @Slot(str)
    def _enter(self, text: str) -> None:
        self.session.set_expression(text)

    @Slot(object)
    def _set_order(self, order: Order) -> None:
        self.session.set_order(order)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, GraphError):
            self.columns.expression.show_error(error_text(error), error.place, error.node)
        else:
            self.notice.emit(notice_of(error))

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.notice.emit(notice_of(error))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.columns.graph.picture is not None:
            self._show_list()
            self._show_cards()
