"""What is walked through, and every way to change it: another lesson, another sample, a number, a setting; with undo."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from gui.session.explained import Explained
from gui.session.jobs import Job, Jobs
from gui.workspaces.steps.undo import ChangeSubject
from nn.errors import NeurolupaError
from nn.replay.build import build_walk
from nn.replay.mazur import LESSONS, Lesson, Parting, network, parting, sample
from nn.replay.settings import ReplaySettings, Trap
from nn.replay.step import Quantity
from nn.replay.subject import Subject
from nn.replay.walk import Walk

# More operations than this (parameters × samples × iterations) are walked through on another thread.
MOST_AT_ONCE = 4_000
# So many numbers' steps are kept at most; of more iterations the first ones are shown.
MOST_KEPT = 24_000


class _Opened(NamedTuple):
    """What is open, to come back to."""

    subject: Subject
    original: Subject
    lesson: Lesson | None
    explained: Explained | None


class SubjectEditor(QObject):
    """``walk_ready(walk, stay)``: the steps of what was asked for; ``stay``: the person goes on where they are.

    ``subject_changed`` comes with every change; ``busy_changed`` while a long walk is made ready; ``failed`` carries an exception, and
    what was shown before goes on being shown.
    """

    walk_ready = Signal(object, bool)
    subject_changed = Signal()
    busy_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._undo = undo
        self._job: Job | None = None
        self._last: ChangeSubject | None = None
        self._former: _Opened | None = None  # what was open before the present lesson or network, until that has its walk
        self._shown: Subject | None = None  # whose walk was handed over last
        self._made: tuple[Subject, Walk] | None = None
        self._stay = False
        self.lesson: Lesson | None = None
        self.explained: Explained | None = None
        self.subject: Subject | None = None
        self.original: Subject | None = None

    # Another thing to walk through

    @Slot(str)
    def open_lesson(self, id_: str) -> None:
        """Matt Mazur's example in one of its lessons."""
        lesson = next(lesson for lesson in LESSONS if lesson.id == id_)
        self._open(Subject(network(), sample(), lesson.settings), lesson, None)

    def open_explained(self, explained: Explained, settings: ReplaySettings | None = None) -> None:
        """A network from Train."""
        self._open(explained.subject(settings), None, explained)

    @Slot(int)
    def choose_sample(self, number: int) -> None:
        """Another sample of the network from Train, counted from 0, with the settings in use."""
        if self.explained is None or self.subject is None:
            return
        try:
            self.open_explained(self.explained.at(number), self.subject.settings)
        except NeurolupaError as error:
            self.failed.emit(error)

    def _open(self, subject: Subject, lesson: Lesson | None, explained: Explained | None) -> None:
        """Take another thing to walk through; one that can't be walked through leaves everything as it was."""
        if not self._try(subject):
            return
        if self.subject is not None and self.original is not None:
            self._former = _Opened(self.subject, self.original, self.lesson, self.explained)
        self._undo.clear()
        self._last = None
        self.lesson, self.explained, self.original = lesson, explained, subject
        self._show(subject, stay=False)

    # Changes that can be undone

    @Slot(object, float)
    def edit(self, quantity: Quantity, value: float, row: int = 0) -> None:
        """Change one given number."""
        if self.subject is None:
            return
        try:
            self._change(self.subject.with_value(quantity, value, row))
        except NeurolupaError as error:
            self.failed.emit(error)

    @Slot(object)
    def set_settings(self, settings: ReplaySettings) -> None:
        """Other settings for the same network and sample."""
        if self.subject is not None and settings != self.subject.settings:
            self._change(replace(self.subject, settings=settings))

    @Slot()
    def restore(self) -> None:
        """Back to the numbers that it began with; can be undone like any change."""
        if self.original is not None and self.subject is not self.original:
            self._change(self.original)

    def _change(self, changed: Subject) -> None:
        """Take a change that can be walked through; one that can't leaves everything as it was."""
        if self.subject is not None and self._try(changed):
            self._last = ChangeSubject(self._show, self.subject, changed)
            self._undo.push(self._last)

    def _try(self, subject: Subject) -> bool:
        """Make the steps, if that is quick; False when they can't be made. A long walk is tried on its thread."""
        if _size(subject) > MOST_AT_ONCE:
            return True
        try:
            self._made = (subject, _limited(subject).walk())
        except NeurolupaError as error:
            self.failed.emit(error)
            return False
        return True

    def parting(self, walk: Walk) -> Parting | None:
        """Where a walk with a trap leaves the right one; ``None`` without a trap."""
        settings = walk.scheme.settings
        if settings.trap is Trap.NONE:
            return None
        right = build_walk(walk.network, walk.sample, replace(settings, trap=Trap.NONE), mask=walk.scheme.mask)
        return parting(walk, right)

    # Making the steps

    def _show(self, subject: Subject, stay: bool = True) -> None:
        self._drop_job()
        self.subject, self._stay = subject, stay
        self.subject_changed.emit()
        if _size(subject) <= MOST_AT_ONCE:
            self._make_now(subject)
            return
        limited = _limited(subject)
        self.busy_changed.emit(True)
        self._job = self._jobs.start(lambda _cancelled, _report: limited.walk(), self._on_walk, self._on_failed)

    def _make_now(self, subject: Subject) -> None:
        made, self._made = self._made, None
        try:
            walk = made[1] if made is not None and made[0] is subject else _limited(subject).walk()
        except NeurolupaError as error:
            self.failed.emit(error)
            return
        self._hand_over(walk)

    def _hand_over(self, walk: Walk) -> None:
        self._shown, self._former = self.subject, None
        self.walk_ready.emit(walk, self._stay)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.busy_changed.emit(False)

    @Slot(object)
    def _on_walk(self, walk: object) -> None:
        if self.sender() is self._job and isinstance(walk, Walk):
            self._job = None
            self.busy_changed.emit(False)
            self._hand_over(walk)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self.busy_changed.emit(False)
            self._take_back()
            self.failed.emit(error)  # when all is as it was: what is shown anew takes notices off

    def _take_back(self) -> None:
        """What was wanted turned out to be impossible: a change leaves the undo stack, another lesson or network is closed again."""
        last, former = self._last, self._former
        if last is not None and last.new is self.subject and self._undo.canUndo():
            last.setObsolete(True)  # the stack then drops it without undoing it
            self._undo.undo()
            self._last = None
            self._return_to(last.old)
        elif former is not None:
            self.original, self.lesson, self.explained = former.original, former.lesson, former.explained
            self._return_to(former.subject)

    def _return_to(self, subject: Subject) -> None:
        """Go on with what was there before; its walk may still be on screen."""
        if subject is not self._shown:
            self._show(subject)
            return
        self.subject, self._former = subject, None
        self.subject_changed.emit()


def _size(subject: Subject) -> int:
    """Parameters × samples × iterations: a measure of how long the steps take to make."""
    return subject.network.architecture.layout.size * subject.sample.count * subject.settings.iterations


def _limited(subject: Subject) -> Subject:
    """The subject, showing no more iterations than are worth keeping; the errors cover all of them all the same."""
    once = subject.network.architecture.layout.size * subject.sample.count
    shown = max(1, MOST_KEPT // once)
    if shown >= subject.settings.iterations + 1:
        return subject
    return replace(subject, settings=replace(subject.settings, show=(1, shown)))
