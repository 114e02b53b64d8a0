"""The landscape on screen: every move in it, the way back, and the race that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from gui.session.jobs import Jobs
from gui.session.race_player import RacePlayer
from gui.workspaces.landscape.ground import Ground
from gui.workspaces.landscape.moves import Move
from gui.workspaces.landscape.pairs import Pairs
from gui.workspaces.landscape.subject import LORENTZ, MOST_RUNNERS, OWN, Subject, first_subject, runner_of
from nn.choices import OptimizerKind
from nn.errors import NeurolupaError
from nn.landscape import curve
from nn.landscape.curve import CurveData, CurveSettings
from nn.landscape.descent import Runner
from nn.landscape.objective import CurveObjective, FunctionObjective

MERGED = {"rate": 1, "batch": 2, "start": 3}  # a drag is one move


class LandscapeSession(QObject):
    """``changed`` after every move; ``failed`` carries the error of what can't be used."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, undo: QUndoStack, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo, self._jobs = undo, jobs
        self.subject = first_subject(LORENTZ)
        self._kept: dict[str, Subject] = {}  # of each function what it was when it was left
        self.player = RacePlayer(self)
        self.ground = Ground(jobs, self.player, self)
        self.pairs = Pairs(jobs, self)
        self._back: Subject | None = None  # to go back to when a file can't be read
        self.objective: CurveObjective | FunctionObjective | None = None
        self._drag = 0
        self.pairs.made.connect(self._on_data)
        self.pairs.failed.connect(self._on_no_data)
        self.ground.failed.connect(self.failed)
        self.player.failed.connect(self.failed)

    def begin(self) -> None:
        """Make the first function's race; the curve fit waits for its pairs."""
        self._open()

    # Functions

    def open_function(self, key: str) -> None:
        """Go on with a function where it was left."""
        if key == self.subject.key:
            return
        self._kept[self.subject.key] = self.subject
        try:
            new = self._kept.get(key) or first_subject(key)
        except NeurolupaError as error:
            self.failed.emit(error)
            return
        self._do(self.tr("Another function"), new)

    @Slot(str)
    def set_expression(self, text: str) -> None:
        """A function of one's own; the error of what can't be used is told, and the last good one stays."""
        try:
            new = first_subject(OWN, text)
        except NeurolupaError as error:
            self.failed.emit(error)
            return
        self._kept[self.subject.key] = self.subject
        self._do(self.tr("Your own function"), new)

    # The race

    @Slot(int)
    def select(self, index: int) -> None:
        """Which runner the forms and the fit are about."""
        if 0 <= index < len(self.subject.runners) and index != self.subject.selected:
            self.subject = replace(self.subject, selected=index)
            self.changed.emit()

    def set_runner(self, runner: Runner, *, merged: bool = False) -> None:
        """Another optimizer, rate or schedule for the selected one, from this step on."""
        runners = list(self.subject.runners)
        runners[self.subject.selected] = runner
        self._do(self.tr("Change the optimizer"), replace(self.subject, runners=tuple(runners)), "rate" if merged else "")

    @Slot(float)
    def set_rate(self, rate: float) -> None:
        """Another η for the selected one, while its slider is dragged."""
        self.set_runner(replace(self.subject.runner, learning_rate=rate), merged=True)

    def set_kind(self, kind: OptimizerKind) -> None:
        """Another kind of optimizer with settings that suit it; its schedule stays."""
        new = runner_of(kind, self._rate())
        self.set_runner(replace(new, schedule=self.subject.runner.schedule))

    def add(self, kind: OptimizerKind) -> None:
        if len(self.subject.runners) < MOST_RUNNERS:
            runners = (*self.subject.runners, runner_of(kind, self._rate()))
            self._do(self.tr("Add an optimizer"), replace(self.subject, runners=runners, selected=len(runners) - 1))

    @Slot(int)
    def remove(self, index: int) -> None:
        runners = self.subject.runners
        if len(runners) > 1:
            left = runners[:index] + runners[index + 1 :]
            selected = self.subject.selected - (index < self.subject.selected)
            self._do(self.tr("Remove an optimizer"), replace(self.subject, runners=left, selected=min(selected, len(left) - 1)))

    def _rate(self) -> float:
        function = self.subject.function
        return curve.LEARNING_RATE if function is None else function.rate

    @Slot(int)
    def set_batch(self, batch: int) -> None:
        self._do(self.tr("Change the batch"), replace(self.subject, batch=batch), "batch")

    def set_start(self, start: tuple[float, float]) -> None:
        self._do(self.tr("Move the start"), replace(self.subject, start=start), "start")

    @Slot()
    def first_start(self) -> None:
        """The start back where the function has it."""
        function = self.subject.function
        self.set_start(curve.START if function is None else function.start)
        self.end_drag()

    @Slot()
    def end_drag(self) -> None:
        """What is changed next is a move of its own."""
        self._drag += 1

    # Data

    def set_curve(self, settings: CurveSettings) -> None:
        """Other pairs, made anew."""
        self._do(self.tr("Change the data"), replace(self.subject, curve=settings, file=""))

    @Slot()
    def make_pairs(self) -> None:
        """Made pairs again, instead of a file's."""
        self._do(self.tr("Change the data"), replace(self.subject, file=""))

    @Slot(str)
    def open_pairs(self, path: str) -> None:
        """Pairs from a file; one that can't be read is told of, and the pairs before stay."""
        self._do(self.tr("Open pairs"), replace(self.subject, file=path))

    @property
    def text_of_own(self) -> str:
        """The function that was typed last; "" while there is none."""
        kept = self._kept.get(OWN)
        return self.subject.text if self.subject.key == OWN else kept.text if kept is not None else ""

    @property
    def data(self) -> CurveData | None:
        """The pairs of the curve fit; ``None`` until they are there."""
        return self.pairs.data

    @property
    def noise(self) -> float | None:
        return None if self.data is None else self.data.noise

    # Moves

    def _do(self, text: str, new: Subject, merged: str = "") -> None:
        if new != self.subject:
            self._undo.push(Move(text, self._show, self.subject, new, MERGED[merged] + 4 * self._drag if merged else -1))

    def _show(self, new: Subject) -> None:
        old, self.subject = self.subject, new
        self.ground.batch = new.batch
        if self.pairs.has(old.curve, old.file):
            self._back = old
        same = (old.key, old.text) == (new.key, new.text) and (new.key != LORENTZ or (old.curve, old.file) == (new.curve, new.file))
        if not same or not self.player.is_open:
            self._open()
        elif old.start != new.start:
            self.player.set_start(new.start)
            self._follow(old, new)
        else:
            self._follow(old, new)
        self.changed.emit()

    def _follow(self, old: Subject, new: Subject) -> None:
        """The race goes on with what has changed."""
        if new.batch != old.batch:
            self.player.set_batch_size(new.batch)
        fewer = _one_less(old.runners, new.runners)
        if len(new.runners) == len(old.runners) + 1 and new.runners[:-1] == old.runners:
            self.player.add(new.runners[-1])
        elif fewer is not None:
            self.player.remove(fewer)
        elif len(new.runners) == len(old.runners):
            for index, (before, after) in enumerate(zip(old.runners, new.runners, strict=True)):
                if before != after:
                    self.player.set_runner(index, after)
        else:
            self._open()

    def _open(self) -> None:
        """Another race on another surface."""
        function = self.subject.function
        self.objective = None
        if function is not None:
            self.objective = FunctionObjective(function)
        elif self.data is not None and self.pairs.has(self.subject.curve, self.subject.file):
            self.objective = CurveObjective(self.data, self.subject.curve.seed)
        self.ground.lay(self.objective)
        if self.objective is None:
            self.player.close()
            self.pairs.ask(self.subject.curve, self.subject.file)
        else:
            self.player.open(self.objective, self.subject.runners, self.subject.start, self.subject.batch)

    # Pairs

    @Slot()
    def _on_data(self) -> None:
        if self.subject.key == LORENTZ:
            self._open()
        self.changed.emit()

    @Slot(object)
    def _on_no_data(self, error: Exception) -> None:
        """What can't be read is no move: it leaves the way back, too. The notice comes last, for every move clears it."""
        if self._back is not None:
            back, self._back = self._back, None
            move = self._undo.command(self._undo.index() - 1)
            if isinstance(move, Move) and move.leads(back, self.subject):
                move.setObsolete(True)
                self._undo.undo()  # an obsolete move is taken away, not undone
            self._show(back)
        self.failed.emit(error)


def _one_less(old: Sequence[Runner], new: Sequence[Runner]) -> int | None:
    """Which of ``old`` is missing in ``new``."""
    if len(new) != len(old) - 1:
        return None
    return next((place for place in range(len(old)) if tuple(old[:place]) + tuple(old[place + 1 :]) == tuple(new)), None)
