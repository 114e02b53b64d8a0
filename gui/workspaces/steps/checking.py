"""A derivative, three ways: as calculated, by nudging, and by symbols on another thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from gui.errors import notice_of
from gui.fields.shown import show_if
from gui.panels.checks import ChecksPanel
from gui.session.jobs import Job, Jobs
from gui.session.replay_player import ReplayPlayer
from nn.replay.check import can_check, nudged, symbolic
from nn.replay.names import symbol
from nn.replay.step import Step
from nn.replay.walk import Walk


class Checking(QObject):
    """Fills the panel for the step on screen; a result that comes too late, for a step that is gone, is dropped."""

    def __init__(self, panel: ChecksPanel, player: ReplayPlayer, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._player = player
        self._jobs = jobs
        self._job: Job | None = None
        self._checked: tuple[Walk, Step] | None = None
        panel.epsilon_changed.connect(self._nudge)
        panel.symbolic_requested.connect(self._calculate)

    def show(self, hidden: bool) -> None:
        """Show the present step, unless its value is ``hidden``; its symbolic derivative waits until it is asked for."""
        self._drop()
        walk = self._player.walk
        show_if(self._panel, not hidden)
        self._checked = None
        if walk is None or hidden:
            return
        step = walk.steps[self._player.position]
        if not can_check(step):
            self._panel.show_step(None, None)
            return
        self._checked = walk, step
        self._panel.show_step(symbol(step.quantity, walk.scheme), step.value)
        self._nudge()

    @Slot()
    def _nudge(self) -> None:
        if self._checked is not None:
            self._panel.show_nudged(nudged(*self._checked, self._panel.epsilon))

    @Slot()
    def _calculate(self) -> None:
        if self._checked is None or self._job is not None:
            return
        walk, step = self._checked
        self._panel.show_symbolic_busy()
        self._job = self._jobs.start(lambda _cancelled, _report: symbolic(walk, step), self._on_symbolic, self._on_failed)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot(object)
    def _on_symbolic(self, found: object) -> None:
        if self.sender() is self._job:
            self._job = None
            value = found if isinstance(found, float) else None
            self._panel.show_symbolic(value, "" if value is not None else self.tr("There is no derivative at this point."))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self._panel.show_symbolic(None, notice_of(error).sentence)
