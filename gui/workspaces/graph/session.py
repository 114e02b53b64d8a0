"""The exercise on screen: which one it is, every move in it, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from nn.answers import Verdict, VerdictKind
from nn.errors import NeurolupaError
from nn.graph.exercise import Box, Exercise, Order, Task, make
from nn.graph.graph import Graph
from nn.graph.numbers import new_values
from nn.graph.parse import parse
from nn.graph.presets import BY_KEY, PRESETS


@dataclass(frozen=True)
class Subject:
    """``key`` of a preset, "" for an exercise of one's own; ``original`` is the task that it began with."""

    key: str
    original: Task
    exercise: Exercise


class Move(QUndoCommand):
    """From one state of the exercise to another."""

    def __init__(self, text: str, show: Callable[[Subject], None], old: Subject, new: Subject) -> None:
        super().__init__(text)
        self._show, self._old, self._new = show, old, new

    def redo(self) -> None:
        self._show(self._new)

    def undo(self) -> None:
        self._show(self._old)


class GraphSession(QObject):
    """``changed`` after every move. ``failed`` carries the error of what can't be used; the exercise is then as it was; ``refused`` that of an
    answer that may not be given yet."""

    changed = Signal()
    failed = Signal(object)
    refused = Signal(object)

    def __init__(self, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo = undo
        self._seed = 0
        self._kept: dict[str, Subject] = {}  # of each preset what it was when it was left
        self.subject = self._preset(PRESETS[0].key)

    @property
    def exercise(self) -> Exercise:
        return self.subject.exercise

    @property
    def title(self) -> str:
        """What the exercise is called, in the person's language where the program has named it; "" for one without a name."""
        if self.exercise.task.title:
            return self.exercise.task.title
        return QCoreApplication.translate("nn", BY_KEY[self.subject.key].title) if self.subject.key else ""

    @property
    def is_original(self) -> bool:
        """Whether expression and numbers are those that the exercise began with."""
        task, original = self.exercise.task, self.subject.original
        return task.expression == original.expression and dict(task.values) == dict(original.values)

    def states(self, key: str) -> Exercise:
        """How a preset stands, on screen or as it was left."""
        return self.subject.exercise if self.subject.key == key else self._preset(key).exercise

    def _preset(self, key: str) -> Subject:
        if key not in self._kept:
            task = BY_KEY[key].task
            self._kept[key] = Subject(key, task, make(task))
        return self._kept[key]

    # Other exercises

    def open_preset(self, key: str) -> None:
        """Go on with a preset where it was left."""
        self._keep()
        self._undo.clear()
        self._show(self._preset(key))

    def open_task(self, task: Task) -> None:
        """Begin an exercise from a file. Raises :class:`GraphError` for one that can't be made."""
        exercise = make(task)
        self._keep()
        self._undo.clear()
        self._show(Subject("", task, exercise))

    def _keep(self) -> None:
        if self.subject.key:
            self._kept[self.subject.key] = self.subject

    def _show(self, subject: Subject) -> None:
        self.subject = subject
        self.changed.emit()

    # Another expression, other numbers

    def set_expression(self, text: str) -> None:
        """Draw another expression. Variables keep their values; new ones get the text's own, or sensible ones."""
        try:
            graph = parse(text)
            values = self._values_for(graph)
            exercise = make(Task(text, values, order=self.exercise.task.order))
        except NeurolupaError as error:
            self.failed.emit(error)
            return
        self._keep()
        self._do(self.tr("Another expression"), Subject("", exercise.task, exercise))

    def _values_for(self, graph: Graph) -> dict[str, float]:
        old = self.exercise.task.values
        known = {**{name: value for name, value in old.items() if name in graph.leaves}, **graph.given}
        missing = [name for name in graph.leaves if name not in known]
        if missing:
            drawn = new_values(graph, graph.leaves, len(graph.text), dict.fromkeys(graph.leaves, 1.0))
            known |= {name: drawn[name] for name in missing}
        return known

    def set_value(self, name: str, value: float) -> None:
        """Give a variable another value; the boxes are then open again."""
        task = self.exercise.task
        try:
            exercise = make(replace(task, values={**task.values, name: value}))
        except NeurolupaError as error:
            self.failed.emit(error)
            return
        self._do(self.tr("Change a number"), replace(self.subject, exercise=exercise))

    def new_numbers(self) -> None:
        """The same expression at other values."""
        self._seed += 1
        self._change(self.tr("New numbers"), self.exercise.new_numbers(self._seed))

    def original(self) -> None:
        """The expression and the numbers that the exercise began with."""
        self._change(self.tr("Original numbers"), make(replace(self.subject.original, order=self.exercise.task.order)))

    # Filling in

    def answer(self, box: Box, text: str) -> Verdict | None:
        """Fill in a box; the verdict, or ``None`` where another box comes first (``refused`` says so)."""
        try:
            exercise, verdict = self.exercise.answer(box, text)
        except NeurolupaError as error:
            self.refused.emit(error)
            return None
        if verdict.kind is not VerdictKind.UNREADABLE:
            self._change(self.tr("Fill in a box"), exercise)
        return verdict

    def answer_all(self, texts: Mapping[Box, str]) -> None:
        """Check everything that has been typed."""
        self._change(self.tr("Fill in boxes"), self.exercise.answer_all(texts))

    def hint(self, box: Box) -> None:
        self._change(self.tr("Hint"), self.exercise.hint(box))

    def reveal(self, box: Box) -> None:
        self._change(self.tr("Reveal one"), self.exercise.reveal(box))

    def reveal_all(self) -> None:
        self._change(self.tr("Reveal all"), self.exercise.reveal_all())

    def hide_all(self) -> None:
        self._change(self.tr("Hide all"), self.exercise.hide_all())

    def start_again(self) -> None:
        self._change(self.tr("Start again"), self.exercise.start_again())

    def set_order(self, order: Order) -> None:
        self._change(self.tr("Order"), self.exercise.in_order(order))

    # Preparing: what a teacher decides makes the exercise one of one's own; the presets stay as they are

    def give(self, boxes: Iterable[Box], *, given: bool) -> None:
        """Show boxes from the start, or have them filled in."""
        shown = {box for box in self.exercise.boxes if box.key in self.exercise.task.given}
        shown = shown | set(boxes) if given else shown - set(boxes)
        self._prepare(self.tr("Choose what is asked"), self.exercise.prepared(given=shown))

    def set_hints(self, box: Box, texts: Iterable[str]) -> None:
        """A box's own three hints; "" leaves one as the program has it."""
        self._prepare(self.tr("Change a hint"), self.exercise.prepared(hints={box: texts}))

    def set_title(self, title: str) -> None:
        self._prepare(self.tr("Change the title"), self.exercise.prepared(title=title.strip()))

    def _prepare(self, text: str, exercise: Exercise) -> None:
        """Nothing happens where the task stays the same."""
        if exercise.task == self.exercise.task or (exercise.task.title == self.title and replace(exercise.task, title="") == self.exercise.task):
            return
        self._keep()
        if not exercise.task.title:
            exercise = exercise.prepared(title=self.title)
        original = replace(self.subject.original, title=exercise.task.title, given=exercise.task.given, hints=exercise.task.hints)
        if original.expression != exercise.task.expression:
            original = exercise.task
        self._do(text, Subject("", original, exercise))

    def _change(self, text: str, exercise: Exercise) -> None:
        if exercise is not self.exercise:
            self._do(text, replace(self.subject, exercise=exercise))

    def _do(self, text: str, subject: Subject) -> None:
        self._undo.push(Move(text, self._show, self.subject, subject))
