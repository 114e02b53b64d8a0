"""Where the person is in a walk, and how they move: by clicks, by the scrub bar, or by itself at a chosen pace."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal, Slot

from gui.session.paced import PacedPlayer
from nn.replay.settings import Granularity
from nn.replay.walk import Walk, groups

PACE = 1.0  # steps a second


class ReplayPlayer(PacedPlayer):
    """A position in a walk: the id of the step being looked at.

    One move goes to the last step of the next group of the chosen granularity, so that a neuron, a layer or a pass is always shown
    whole. Going back is the same list the other way.
    """

    walk_changed = Signal(object)
    step_changed = Signal(int)
    granularity_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(PACE, parent)
        self.walk: Walk | None = None
        self.position = 0
        self.granularity = Granularity.OPERATION
        self._stops: list[int] = []

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

    def _begin(self) -> bool:
        """From the end it begins again."""
        if self.walk is None:
            return False
        if self.at_end:
            self.first()
        return True

    def _move_on(self, steps: int) -> None:
        for _ in range(steps):
            self.forward()
        if self.at_end:
            self.pause()

    # How far one move goes

    @Slot(object)
    def set_granularity(self, granularity: Granularity) -> None:
        """How far one move goes from now on."""
        self.granularity = granularity
        if self.walk is not None:
            self._find_stops(self.walk)
        self.granularity_changed.emit(granularity)
