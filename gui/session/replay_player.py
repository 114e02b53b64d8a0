"""Where the person is in a walk, and how they move: by clicks, by the scrub bar, or by itself at a chosen pace."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nn.replay.settings import Granularity
from nn.replay.walk import Walk, groups

PACE = 1.0  # steps a second


class ReplayPlayer(QObject):
    """A position in a walk: the id of the step being looked at.

    One move goes to the last step of the next group of the chosen granularity, so that a neuron, a layer or a pass is always shown
    whole. Going back is the same list the other way.
    """

    walk_changed = Signal(object)
    step_changed = Signal(int)
    playing_changed = Signal(bool)
    granularity_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.walk: Walk | None = None
        self.position = 0
        self.granularity = Granularity.OPERATION
        self._stops: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 / PACE))
        self._timer.timeout.connect(self._play_on)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    @property
    def at_end(self) -> bool:
        return self.walk is None or self.position >= len(self.walk.steps) - 1

    def open(self, walk: Walk, position: int = 0) -> None:
        """Show another walk from ``position`` on, or from its last step where it is shorter."""
        self.walk = walk
        self.position = max(0, min(position, len(walk.steps) - 1))
        self._find_stops(walk)
        self.walk_changed.emit(walk)
        self.step_changed.emit(self.position)

    def _find_stops(self, walk: Walk) -> None:
        self._stops = [group.stop - 1 for group in groups(walk, self.granularity)]

    # Moving

    @Slot(int)
    def seek(self, step: int) -> None:
        """Go to a step by its id; one outside the walk goes to its nearer end."""
        if self.walk is None:
            return
        step = max(0, min(step, len(self.walk.steps) - 1))
        if step != self.position:
            self.position = step
            self.step_changed.emit(step)

    @Slot()
    def first(self) -> None:
        self.seek(0)

    @Slot()
    def last(self) -> None:
        if self.walk is not None:
            self.seek(len(self.walk.steps) - 1)

    @Slot()
    def forward(self) -> None:
        place = bisect_right(self._stops, self.position)
        if place < len(self._stops):
            self.seek(self._stops[place])

    @Slot()
    def back(self) -> None:
        place = bisect_left(self._stops, self.position)
        self.seek(self._stops[place - 1] if place else 0)

    # Playing

    @Slot()
    def play(self) -> None:
        """Walk on by itself; from the end it begins again."""
        if self.walk is None or self.playing:
            return
        if self.at_end:
            self.first()
        self._timer.start()
        self.playing_changed.emit(True)

    @Slot()
    def pause(self) -> None:
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def toggle(self) -> None:
        """Play, or pause while playing."""
        if self.playing:
            self.pause()
        else:
            self.play()

    @Slot(float)
    def set_pace(self, steps_per_second: float) -> None:
        self._timer.setInterval(round(1000 / steps_per_second))

    @Slot(object)
    def set_granularity(self, granularity: Granularity) -> None:
        """How far one move goes from now on."""
        self.granularity = granularity
        if self.walk is not None:
            self._find_stops(self.walk)
        self.granularity_changed.emit(granularity)

    @Slot()
    def _play_on(self) -> None:
        self.forward()
        if self.at_end:
            self.pause()
