"""A teacher prepares an exercise: which boxes are asked, hints, order and title; and the menu on a box."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from gui.fields.sentence import sentence_text
from gui.style import MENUS, dress
from gui.typeset.graphs import box_letters
from gui.workspaces.graph.columns import GraphColumns
from gui.workspaces.graph.session import GraphSession
from nn.graph.exercise import Box, BoxKind, Order
from nn.graph.hints import hints_of


class Preparing(QObject):
    """``on`` while the graph's boxes are ticked instead of filled in. ``save_requested`` when the teacher wants a file;
    ``hint_requested`` and ``reveal_requested`` come from the menu on a box and are for the box that it was opened on."""

    save_requested = Signal()
    hint_requested = Signal()
    reveal_requested = Signal()

    def __init__(self, columns: GraphColumns, session: GraphSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._session = columns, session
        self._box: Box | None = None  # whose hints are shown
        self._in_menu: Box | None = None
        self.on = False
        self.menu: QMenu | None = None
        session.changed.connect(self._show)
        self._connect(columns)

    def _connect(self, c: GraphColumns) -> None:
        c.exercises.prepare_requested.connect(self.turn)
        c.graph.asked_toggled.connect(self._toggle)
        c.graph.target_chosen.connect(self._choose)
        c.graph.menu_requested.connect(self._open_menu)
        panel = c.prepare
        panel.title_entered.connect(self._session.set_title)
        panel.order_changed.connect(self._set_order)
        panel.asked_all.connect(self._ask_all)
        panel.hints_entered.connect(self._set_hints)
        panel.save_requested.connect(self.save_requested)
        panel.done.connect(self.turn)

    @Slot()
    def turn(self) -> None:
        """Begin to prepare, or end it and show what the learner sees."""
        self.on = not self.on
        c = self._columns
        c.graph.prepare(self.on)
        c.show_preparing(self.on)
        if not self.on:
            self._session.start_again()
        self._show()

    # Showing

    @Slot()
    def _show(self) -> None:
        if not self.on:
            return
        exercise, panel = self._session.exercise, self._columns.prepare
        given = set(exercise.task.given)
        panel.show_task(self._session.title, exercise.task.order, sum(box.key not in given for box in exercise.boxes), len(exercise.boxes))
        if self._box is None or self._box not in exercise.entries:
            self._box = None
            panel.show_nothing()
            return
        program = [sentence_text(hint) for hint in hints_of(exercise.evaluation, self._box)]
        panel.show_box(box_letters(exercise.graph, self._box), exercise.symbol(self._box), exercise.own_hints(self._box), program)

    @Slot(object)
    def _choose(self, box: Box) -> None:
        self._box = box
        self._show()

    # What the teacher does

    @Slot(object)
    def _toggle(self, box: Box) -> None:
        self._session.give([box], given=box.key not in self._session.exercise.task.given)

    @Slot(object, bool)
    def _ask_all(self, kind: BoxKind | None, asked: bool) -> None:
        boxes = [box for box in self._session.exercise.boxes if kind is None or box.kind is kind]
        self._session.give(boxes, given=not asked)

    @Slot(object)
    def _set_hints(self, texts: tuple[str, ...]) -> None:
        if self._box is not None:
            self._session.set_hints(self._box, texts)

    @Slot(object)
    def _set_order(self, order: Order) -> None:
        self._session.set_order(order)

    # The menu on a box

    @Slot(object, QPoint)
    def _open_menu(self, box: Box, at: QPoint) -> None:
        exercise = self._session.exercise
        self._in_menu = box
        menu = self.menu = QMenu(self._columns.graph)
        dress(menu, MENUS)
        if not self.on:
            hint, reveal = menu.addAction(self.tr("Hint")), menu.addAction(self.tr("Reveal"))
            hint.triggered.connect(self.hint_requested)
            reveal.triggered.connect(self.reveal_requested)
            for action in (hint, reveal):
                action.setEnabled(not exercise.entry(box).shows_value)
            menu.addSeparator()
        asked = menu.addAction(self.tr("The learner fills it in"))
        asked.setCheckable(True)
        asked.setChecked(box.key not in exercise.task.given)
        asked.triggered.connect(self._toggle_in_menu)
        menu.addAction(self.tr("Write its hints…")).triggered.connect(self._write_hints)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @Slot()
    def _toggle_in_menu(self) -> None:
        if self._in_menu is not None:
            self._toggle(self._in_menu)

    @Slot()
    def _write_hints(self) -> None:
        """Prepare, with the first hint of the box in hand."""
        box = self._in_menu
        if not self.on:
            self.turn()
        if box is not None:
            self._columns.graph.choose(box)
            self._columns.prepare.hints[0].setFocus()
