"""A race on the window's thread: a step takes microseconds. It is calculated some way ahead, so that what is to come can be shown."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.session.paced import PacedPlayer
from nn.errors import NeurolupaError
from nn.landscape.descent import Path, Race, Runner
from nn.landscape.objective import Objective

AHEAD = 120  # the record grows by so many steps
EARLY = 40  # steps before its end at which the next ones begin to be calculated
FIRST = 20  # steps that are calculated at once after a change
SHOWN_EVERY = 0.15  # s: how often a record that begins anew is shown while it grows
SLICE = 0.008  # s of calculating in one turn of the event loop
PACE = 15.0  # steps a second


class RacePlayer(PacedPlayer):
    """``moved(step)``: another step is looked at. ``recorded``: the paths have changed, or grown. ``failed`` carries an error.

    ``end`` is the last step that is recorded; what is changed takes effect at the step that is looked at, and what was recorded
    after it is calculated anew.
    """

    moved = Signal(int)
    recorded = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(PACE, parent)
        self._race: Race | None = None
        self.paths: tuple[Path, ...] = ()
        self.position = 0
        self.end = 0
        self._wanted = 0
        self._growing = False  # whether the record begins anew: then each slice is shown
        self._told = 0.0  # when the paths were last shown
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._look_ahead)

    @property
    def is_open(self) -> bool:
        return self._race is not None

    @property
    def whole(self) -> bool:
        """Whether everything that is wanted has been calculated since the last change."""
        return not self._growing

    @property
    def over(self) -> bool:
        """Whether no path goes on from the step that is looked at."""
        return all(path.diverged is not None and self.position >= path.steps for path in self.paths)

    # Another race, or another way to run it

    def open(self, objective: Objective, runners: Sequence[Runner], start: Sequence[float], batch_size: int) -> None:
        """Begin another race. One that can't be made is told of, and nothing changes."""
        try:
            race = Race(objective, runners, start, batch_size)
        except NeurolupaError as error:
            self.failed.emit(error)
            return
        self._race, self.position = race, 0
        self._begin_record()
        self.moved.emit(0)

    def close(self) -> None:
        """No race any more."""
        self.pause()
        self._ahead.stop()
        self._race, self.paths, self.position, self.end = None, (), 0, 0
        self.recorded.emit()
        self.moved.emit(0)

    def set_runner(self, index: int, runner: Runner) -> None:
        """Another optimizer, rate or schedule from this step on."""
        race = self._cut()
        if race is not None:
            race.set_runner(index, runner)
            self._begin_record()

    def set_batch_size(self, batch_size: int) -> None:
        race = self._cut()
        if race is not None:
            race.set_batch_size(batch_size)
            self._begin_record()

    def add(self, runner: Runner) -> None:
        """One more, from the start to where the others are."""
        race = self._cut()
        if race is not None:
            race.add(runner)
            self._begin_record()

    def remove(self, index: int) -> None:
        race = self._cut()
        if race is not None:
            race.remove(index)
            self._begin_record()

    def set_start(self, start: Sequence[float]) -> None:
        """Everyone begins anew, from another place."""
        if self._race is not None:
            self._race.restart(start)
            self.position = 0
            self._begin_record()
            self.moved.emit(0)

    def _cut(self) -> Race | None:
        """The race, if there is one, with nothing recorded after this step."""
        if self._race is not None:
            self._race.back_to(min(self.position, self._race.step))
        return self._race

    def _begin_record(self) -> None:
        if self._race is None:
            return
        self._wanted = max(AHEAD, self.position + EARLY)
        self._race.advance(min(FIRST, max(self._wanted - self._race.step, 0)))
        self._growing = True
        self._publish()
        self._ahead.start(0)

    def _publish(self) -> None:
        if self._race is not None:
            self.paths, self.end = self._race.paths, self._race.step
            self._told = time.monotonic()
            self.recorded.emit()

    @Slot()
    def _look_ahead(self) -> None:
        """Calculate what is still wanted, a slice at a time; what a longer run adds is shown when it is whole."""
        race = self._race
        if race is None:
            return
        until = time.monotonic() + SLICE
        while race.step < self._wanted and not race.over:
            race.advance(min(4, self._wanted - race.step))
            if time.monotonic() > until:
                break
        done = race.step >= self._wanted or race.over
        if not done:
            self._ahead.start(0)
        if done or (self._growing and time.monotonic() - self._told > SHOWN_EVERY):
            self._growing = self._growing and not done
            self._publish()

    # Moving

    @Slot(int)
    def seek(self, step: int) -> None:
        """Look at another recorded step."""
        step = max(0, min(step, self.end))
        if step != self.position:
            self.position = step
            self.moved.emit(step)
            self._keep_ahead()

    def _keep_ahead(self) -> None:
        if self._race is not None and not self._race.over and self.position + EARLY >= self.end and self._wanted <= self.end:
            self._wanted = self.end + AHEAD
            self._ahead.start(0)

    @Slot()
    def one_step(self) -> None:
        """One step on, by hand."""
        self.pause()
        self.forward()

    @Slot()
    def last(self) -> None:
        """The last step that is recorded."""
        self.seek(self.end)

    def forward(self, steps: int = 1) -> None:
        """On by ``steps``; what isn't recorded yet is calculated now."""
        race = self._race
        if race is None:
            return
        missing = self.position + steps - self.end
        if missing > 0 and not race.over:
            race.advance(max(self.position + steps - race.step, 0))
            self._wanted = max(self._wanted, race.step)
            self._publish()
        self.seek(self.position + steps)

    @Slot()
    def back(self) -> None:
        self.seek(self.position - 1)

    @Slot()
    def first(self) -> None:
        """Back to the start; the record stays."""
        self.pause()
        self.seek(0)

    @Slot()
    def restart(self) -> None:
        """Back to the start, with everything as it is set now from the first step on."""
        self.pause()
        if self._race is not None:
            self.set_start(self._race.start)

    # Playing

    def _begin(self) -> bool:
        return self._race is not None and not self.over

    @property
    def _first_wait(self) -> float:
        return 0.0  # the first step is the answer to the click

    def _move_on(self, steps: int) -> None:
        before = self.position
        self.forward(steps)
        if self.position == before or self.over:
            self.pause()

    def stop(self) -> None:
        """Let no timer run on."""
        self.pause()
        self._ahead.stop()
