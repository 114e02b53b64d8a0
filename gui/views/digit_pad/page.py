"""What is on the pad: a data-set picture to begin with, perhaps, and the strokes drawn over it. Frozen, so that undo can hold it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ERASER = 1.6  # how much wider than the pen the eraser is


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the way of a pen: x to the right and y downwards, both 0 to 1, and the pen's width there as a share of the pad's side."""

    x: float
    y: float
    width: float

    def middle(self, other: Dot) -> Dot:
        """Halfway to another place."""
        return Dot((self.x + other.x) / 2, (self.y + other.y) / 2, (self.width + other.width) / 2)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One way of the pen, or of the eraser, from where it was put down to where it was lifted."""

    dots: tuple[Dot, ...]
    erases: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """``ground`` (h, w) from 0 to 1 is the picture of sample number ``sample`` (−1: none) that lies below the strokes.

    ``wiped`` is true where the person has cleared the pad: an empty page is then an answer too.
    """

    ground: NDArray[np.float32] | None = None
    sample: int = -1
    strokes: tuple[Stroke, ...] = ()
    wiped: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether a hand has changed anything: else it shows a sample as it is, or nothing."""
        return self.wiped or bool(self.strokes)

    @property
    def is_empty(self) -> bool:
        return self.ground is None and not self.strokes

    def with_stroke(self, stroke: Stroke) -> Page:
        return Page(self.ground, self.sample, (*self.strokes, stroke), self.wiped)
