"""A graph as an exercise: boxes to fill in, verdicts, hints, progress. Nothing here changes; each move gives a new exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from nn.answers import Verdict, VerdictKind, judge_text
from nn.graph.boxes import Box, BoxKind, boxes_of, symbol_of, usual_parameters, value_of
from nn.graph.evaluate import Evaluation, evaluate
from nn.graph.expected import expected_of
from nn.graph.graph import Graph, GraphError
from nn.graph.hints import hints_of
from nn.graph.numbers import new_values
from nn.graph.parse import parse
from nn.graph.words import called
from nn.text import QT_TRANSLATE_NOOP, Sentence

__all__ = ["Box", "BoxKind", "BoxState", "Entry", "Exercise", "Order", "Progress", "Task", "make"]

STAGES = 3  # of a hint


class BoxState(StrEnum):
    """Whether a box still asks for its number."""

    OPEN = "open"
    RIGHT = "right"
    WRONG = "wrong"
    REVEALED = "revealed"  # shown on request
    GIVEN = "given"  # shown from the start, never asked


@dataclass(frozen=True)
class Entry:
    """What has happened to a box. ``text``: what was typed last. ``verdict``: on that. ``tries``: answers that could be read.

    ``hints``: stages shown, 0 to 3.
    """

    state: BoxState = BoxState.OPEN
    text: str = ""
    verdict: Verdict | None = None
    tries: int = 0
    hints: int = 0

    @property
    def shows_value(self) -> bool:
        """Whether the right number stands in the box."""
        return self.state in (BoxState.RIGHT, BoxState.REVEALED, BoxState.GIVEN)


class Order(StrEnum):
    """In which order boxes may be filled in."""

    FREE = "free"
    ENFORCED = "enforced"  # values from left to right, then derivatives from right to left


@dataclass(frozen=True)
class Task:
    """What an exercise asks, as a file keeps it.

    ``values``: of the variables. ``parameters``: the variables whose derivatives are asked, and those of all nodes between them and
    the output; empty for the usual ones (see :func:`~nn.graph.boxes.usual_parameters`). ``given``: keys of the boxes that are shown
    from the start. ``hints``: the teacher's own words by a box's key, in the place of its first hints; "" leaves one as it is.
    """

    expression: str
    values: Mapping[str, float] = field(default_factory=dict)
    parameters: tuple[str, ...] = ()
    title: str = ""
    order: Order = Order.FREE
    given: tuple[str, ...] = ()
    hints: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Progress(NamedTuple):
    """How many boxes are asked, and what became of them. ``first_try`` and ``with_hint`` are parts of ``right``.

    The score is ``right`` of ``asked``; what was revealed doesn't count.
    """

    asked: int
    right: int
    first_try: int
    with_hint: int
    wrong: int
    open: int
    revealed: int


def make(task: Task) -> Exercise:
    """The exercise, all boxes open but the given ones.

    Raises :class:`GraphError` for an expression or numbers that can't be used, and for parameters or boxes that don't exist.
    """
    graph = parse(task.expression)
    for name in task.parameters:
        if name not in graph.leaves:
            template = QT_TRANSLATE_NOOP("nn", "{node} is no variable of the expression, so it can't be a parameter; choose among {choices}.")
            raise GraphError(template, node=name, choices=", ".join(graph.leaves))
    evaluation = evaluate(graph, task.values)
    boxes = boxes_of(graph, task.parameters or usual_parameters(graph))
    keys = {box.key for box in boxes}
    for key in (*task.given, *task.hints):
        if key not in keys:
            raise GraphError(
                QT_TRANSLATE_NOOP("nn", "There is no box “{key}” in this graph; its boxes are: {boxes}."), key=key, boxes=", ".join(sorted(keys))
            )
    return Exercise(task, graph, evaluation, boxes, _at_first(task, boxes))


def _at_first(task: Task, boxes: Iterable[Box]) -> Mapping[Box, Entry]:
    return {box: Entry(BoxState.GIVEN if box.key in task.given else BoxState.OPEN) for box in boxes}


def _trimmed(texts: Iterable[str]) -> tuple[str, ...]:
    """Hints without blank ones at the end, at most three."""
    found = [text.strip() for text in texts][:STAGES]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


@dataclass(frozen=True)
class Exercise:
    """``boxes`` are in the order of filling in; ``entries`` has one for each."""

    task: Task
    graph: Graph
    evaluation: Evaluation
    boxes: tuple[Box, ...]
    entries: Mapping[Box, Entry]

    # What there is

    def entry(self, box: Box) -> Entry:
        return self.entries[box]

    def value(self, box: Box) -> float:
        """The right answer."""
        return value_of(self.evaluation, box)

    def symbol(self, box: Box) -> str:
        """``c``, ``∂c/∂w`` or ``∂J/∂w`` as plain text."""
        return str(called(symbol_of(self.graph, box)))

    def hints(self, box: Box) -> tuple[Sentence, Sentence, Sentence]:
        """Principle, formula, numbers; ``entry(box).hints`` says how many have been shown. The teacher's words come first where there are any."""
        principle, formula, numbers = (
            Sentence("{hint}", {"hint": own}) if own else found
            for own, found in zip(self.own_hints(box), hints_of(self.evaluation, box), strict=True)
        )
        return principle, formula, numbers

    def own_hints(self, box: Box) -> tuple[str, str, str]:
        """The teacher's words for a box's three hints; "" where there are none."""
        first, second, third = (*self.task.hints.get(box.key, ()), "", "", "")[:STAGES]
        return first, second, third

    @property
    def parameters(self) -> tuple[str, ...]:
        """The variables whose derivatives are asked."""
        return self.task.parameters or usual_parameters(self.graph)

    @property
    def progress(self) -> Progress:
        asked = [entry for entry in self.entries.values() if entry.state is not BoxState.GIVEN]
        right = [entry for entry in asked if entry.state is BoxState.RIGHT]
        count = [entry.state for entry in asked].count
        return Progress(
            len(asked),
            len(right),
            sum(1 for entry in right if entry.tries == 1 and not entry.hints),
            sum(1 for entry in right if entry.hints),
            count(BoxState.WRONG),
            count(BoxState.OPEN),
            count(BoxState.REVEALED),
        )

    @property
    def finished(self) -> bool:
        """Whether every box shows its number."""
        return all(entry.shows_value for entry in self.entries.values())

    def can_answer(self, box: Box) -> bool:
        """Whether the box may be filled in now: it is open or wrong, and in the enforced order none before it is."""
        if self.entries[box].shows_value:
            return False
        return self.task.order is Order.FREE or box == self.next_box()

    def next_box(self, after: Box | None = None) -> Box | None:
        """The first box after ``after`` (in the order of filling in, round to the first again) without its number; ``None`` for none."""
        start = 0 if after is None else self.boxes.index(after) + 1
        return next((box for box in (*self.boxes[start:], *self.boxes[:start]) if not self.entries[box].shows_value), None)

    # Moves

    def answer(self, box: Box, text: str) -> tuple[Exercise, Verdict]:
        """The exercise after ``text`` was entered in ``box``, and the verdict.

        A text that can't be read is no try. Raises :class:`GraphError` where the enforced order asks for another box first, and
        ``ValueError`` for a box that shows its number already.
        """
        before = self.entries[box]
        if before.shows_value:
            raise ValueError(f"The box {box.key} shows its number already.")
        if not self.can_answer(box):
            first = self.next_box() or box
            template = QT_TRANSLATE_NOOP("nn", "One after the other: {symbol} comes first.")
            raise GraphError(template, node=first.node, symbol=called(symbol_of(self.graph, first)))
        verdict = judge_text(text, expected_of(self.evaluation, box))
        read = verdict.kind is not VerdictKind.UNREADABLE
        state = BoxState.RIGHT if verdict.right else BoxState.WRONG if read else before.state
        return self._with(box, replace(before, state=state, text=text, verdict=verdict, tries=before.tries + read)), verdict

    def answer_all(self, texts: Mapping[Box, str]) -> Exercise:
        """All of ``texts`` entered in the order of filling in; boxes that may not be filled in are passed over, and so are blank texts."""
        found = self
        for box in self.boxes:
            if texts.get(box, "").strip() and found.can_answer(box):
                found, _ = found.answer(box, texts[box])
        return found

    def hint(self, box: Box) -> Exercise:
        """One stage of the hints more."""
        entry = self.entries[box]
        return self._with(box, replace(entry, hints=min(entry.hints + 1, STAGES)))

    def reveal(self, box: Box) -> Exercise:
        """The box shows its number; a box that does already stays as it is."""
        entry = self.entries[box]
        return self if entry.shows_value else self._with(box, replace(entry, state=BoxState.REVEALED, verdict=None, text=""))

    def reveal_all(self) -> Exercise:
        return self._each(lambda entry: entry if entry.shows_value else replace(entry, state=BoxState.REVEALED, verdict=None, text=""))

    def hide_all(self) -> Exercise:
        """Every box open and empty, also the given ones; what was tried and which hints were shown is kept."""
        return self._each(lambda entry: replace(entry, state=BoxState.OPEN, verdict=None, text=""))

    def start_again(self) -> Exercise:
        """As it was at first."""
        return replace(self, entries=_at_first(self.task, self.boxes))

    def in_order(self, order: Order) -> Exercise:
        """The same with the other order."""
        return replace(self, task=replace(self.task, order=order))

    def prepared(self, *, title: str | None = None, given: Iterable[Box] | None = None, hints: Mapping[Box, Iterable[str]] | None = None) -> Exercise:
        """The same with another title, other boxes ``given`` from the start, or other ``hints`` of some boxes: what a teacher decides.

        Boxes whose part changes begin anew; what became of the others is kept.
        """
        task = self.task if title is None else replace(self.task, title=title)
        if hints is not None:
            words = {**task.hints, **{box.key: _trimmed(texts) for box, texts in hints.items()}}
            task = replace(task, hints={key: texts for key, texts in words.items() if texts})
        entries = self.entries
        if given is not None:
            shown = frozenset(given)
            task = replace(task, given=tuple(box.key for box in self.boxes if box in shown))
            first = _at_first(task, self.boxes)
            same = {box for box in self.boxes if (entries[box].state is BoxState.GIVEN) == (box in shown)}
            entries = {box: entries[box] if box in same else first[box] for box in self.boxes}
        return replace(self, task=task, entries=entries)

    def new_numbers(self, seed: int) -> Exercise:
        """The same expression at other values, drawn so that the answers are short where that is possible. Starts again."""
        return make(replace(self.task, values=new_values(self.graph, self.parameters, seed, self.task.values)))

    def _with(self, box: Box, entry: Entry) -> Exercise:
        return replace(self, entries={**self.entries, box: entry})

    def _each(self, change: Callable[[Entry], Entry]) -> Exercise:
        return replace(self, entries={box: change(entry) for box, entry in self.entries.items()})
