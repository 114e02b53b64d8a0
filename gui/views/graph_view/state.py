"""What the picture of a graph shows beside the exercise itself: what is pointed at, chosen, and typed but not yet checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gui.views.graph_view.plan import Plan
from nn.graph.exercise import Box, BoxState, Entry, Exercise


@dataclass(frozen=True)
class Picture:
    """``selected`` is the derivative that the cards at the right are about, ``ring`` where the keyboard is, ``bubble`` whose verdict is told.

    ``preparing``: a teacher says which boxes are asked; all show their numbers, and a mark whether the learner fills them in.
    """

    exercise: Exercise
    plan: Plan
    selected: Box | None = None
    hover: Box | str | None = None
    ring: Box | str | None = None
    bubble: Box | None = None
    locked: frozenset[Box] = frozenset()
    drafts: Mapping[Box, str] = field(default_factory=dict)
    preparing: bool = False

    def entry(self, box: Box) -> Entry:
        return self.exercise.entries.get(box, Entry())

    def is_open(self, box: Box) -> bool:
        """Whether an answer can be typed, were it not for the order."""
        return self.entry(box).state in (BoxState.OPEN, BoxState.WRONG)

    def is_asked(self, box: Box) -> bool:
        """Whether the learner is to fill the box in."""
        return box.key not in self.exercise.task.given
