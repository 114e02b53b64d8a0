"""A chosen derivative in three ways, and the cascade of a variable's nudge."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.errors import notice_of
from gui.format import MINUS
from gui.panels.graph.cascade import CascadePanel, Step
from gui.panels.graph.formula import Factor
from gui.panels.graph.ways import WaysPanel
from gui.session.jobs import Job, Jobs
from gui.typeset.box import Box as Letters
from gui.typeset.box import parenthesised, row, text
from gui.typeset.graphs import derivative_box, derivative_line, symbol_box
from nn.graph import checks
from nn.graph.exercise import Box, BoxKind, Exercise

MOST_FACTORS = 7  # of a product that is written out


class Deriving(QObject):
    """Fills the two panels for the exercise and the derivative on screen; a job that comes too late is dropped."""

    def __init__(self, ways: WaysPanel, cascade: CascadePanel, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways, self._cascade, self._jobs = ways, cascade, jobs
        self._job: Job | None = None
        self._exercise: Exercise | None = None
        self._target: Box | None = None
        self._variable = ""
        ways.epsilon_changed.connect(self._nudge)
        ways.symbolic_requested.connect(self._calculate)
        cascade.variable_chosen.connect(self._choose)

    def show(self, exercise: Exercise, target: Box | None) -> None:
        """Show the derivative ``target`` (a value's box stands for its total derivative)."""
        self._drop()
        self._exercise = exercise
        self._target = _derivative_of(exercise, target)
        self._show_ways(exercise)
        if self._variable not in exercise.graph.leaves:
            self._variable = exercise.parameters[0]
        if target is not None and target.kind is BoxKind.TOTAL and target.node in exercise.graph.leaves:
            self._variable = target.node
        self._cascade.show_variables(exercise.graph.leaves, self._variable)
        self._show_cascade(exercise)

    def _show_ways(self, exercise: Exercise) -> None:
        target = self._target
        if target is None:
            self._ways.show_nothing()
            return
        top, by, local = _ends(exercise, target)
        hidden = is_hidden(exercise, target)
        letters = derivative_line(top, by)
        self._ways.show_target(letters, _quotient(top, by), f"∂{top}/∂{by}", hidden=hidden)
        if not hidden:
            self._ways.show_errors(checks.arithmetic(exercise.evaluation, top, by, local=local))
            self._nudge()
        self._show_chain(exercise, target)

    def _show_chain(self, exercise: Exercise, target: Box) -> None:
        top, by, local = _ends(exercise, target)
        left = Factor(derivative_box(top, by), _value(exercise, target))
        if local:
            self._ways.show_chain(left, (), 0, "")
            return
        found = checks.chain(exercise.evaluation, top, by)
        ways = [[_factor(exercise, edge.target, edge.source) for edge in reversed(way.edges)] for way in found.ways]
        short = [way for way in ways if len(way) <= MOST_FACTORS]
        self._ways.show_chain(left, short, found.count - len(short), f"∂{top}/∂{by}")

    @Slot()
    def _nudge(self) -> None:
        if self._exercise is None:
            return
        self._show_cascade(self._exercise)
        if self._target is None or is_hidden(self._exercise, self._target):
            return
        top, by, local = _ends(self._exercise, self._target)
        found = checks.nudge(self._exercise.evaluation, top, by, self._ways.epsilon, local=local)
        self._ways.show_nudged(found, checks.exact(self._exercise.evaluation, top, by, local=local))

    # SymPy

    @Slot()
    def _calculate(self) -> None:
        if self._exercise is None or self._target is None or self._job is not None:
            return
        evaluation = self._exercise.evaluation
        top, by, local = _ends(self._exercise, self._target)
        self._ways.show_symbolic_busy()
        self._job = self._jobs.start(
            lambda _cancelled, _report: checks.symbolic(evaluation, top, by, local=local), self._on_symbolic, self._on_failed
        )

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot(object)
    def _on_symbolic(self, found: object) -> None:
        if self.sender() is self._job and isinstance(found, checks.Symbolic):
            self._job = None
            self._ways.show_symbolic(found.plain.replace("**", "^").replace("*", "·").replace("-", MINUS), found.value)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self._ways.show_why_not(notice_of(error).sentence)

    # The cascade

    @Slot(str)
    def _choose(self, name: str) -> None:
        self._variable = name
        if self._exercise is not None:
            self._show_cascade(self._exercise)

    def _show_cascade(self, exercise: Exercise) -> None:
        output = exercise.graph.output
        hidden = is_hidden(exercise, Box(BoxKind.TOTAL, self._variable)) or not _values_known(exercise, self._variable)
        found = checks.cascade(exercise.evaluation, self._variable, self._ways.epsilon)
        stages = {stage.node: stage for stage in found.stages}
        ways = checks.chain(exercise.evaluation, output, self._variable).ways
        edges = max(ways, key=lambda way: abs(way.product)).edges if ways else ()
        first = stages[self._variable]
        steps = [Step(first.node, first.before, first.after)]
        for edge in edges:
            stage = stages[edge.target]
            steps.append(Step(edge.target, stage.before, stage.after, exercise.evaluation.locals[edge.source, edge.target]))
        self._cascade.show_cascade(steps, self._ways.epsilon, output, hidden=hidden)


def _derivative_of(exercise: Exercise, target: Box | None) -> Box | None:
    """What the cards are about where ``target`` is chosen."""
    if target is None or target.kind is not BoxKind.VALUE:
        return target
    return Box(BoxKind.TOTAL, target.node) if target.node != exercise.graph.output else None


def _quotient(top: str, by: str) -> Letters:
    """(J(w + ε) − J(w)) / ε."""
    moved = parenthesised(row((symbol_box(by), text("+ε"))))
    difference = row((symbol_box(top), moved, text(MINUS), symbol_box(top), parenthesised(symbol_box(by))))
    return row((parenthesised(difference), text("/"), text("ε")))


def _ends(exercise: Exercise, target: Box) -> tuple[str, str, bool]:
    """The node above, the node below, and whether the derivative is local."""
    local = target.kind is BoxKind.LOCAL
    return (target.node, target.by, True) if local else (exercise.graph.output, target.node, False)


def is_hidden(exercise: Exercise, target: Box) -> bool:
    """Whether the derivative is still asked for: its box, or the one that stands for the same number."""
    if target.kind is BoxKind.LOCAL and target.node == exercise.graph.output and target not in exercise.entries:
        target = Box(BoxKind.TOTAL, target.by)
    return target in exercise.entries and not exercise.entry(target).shows_value


def _values_known(exercise: Exercise, variable: str) -> bool:
    """Whether the values on the nudge's ways may be seen."""
    ahead = exercise.graph.ahead(variable) - {variable}
    return all(exercise.entry(box).shows_value for box in exercise.boxes if box.kind is BoxKind.VALUE and box.node in ahead)


def _value(exercise: Exercise, target: Box) -> str:
    if is_hidden(exercise, target):
        return "?"
    top, by, local = _ends(exercise, target)
    return f"{checks.exact(exercise.evaluation, top, by, local=local) + 0.0:.4g}".replace("-", MINUS)


def _factor(exercise: Exercise, top: str, by: str) -> Factor:
    return Factor(derivative_box(top, by), _value(exercise, Box(BoxKind.LOCAL, top, by)))
