"""What the map shows, and where its places lie in pixels."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from gui.fields.runner_look import LOOKS, Look
from gui.views.axis import Scale
from nn.landscape.contours import Contour
from nn.landscape.surface import Surface

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Track:
    """One way over the surface. ``positions`` (k + 1, 2): where it was after each step, the start first, the recorded future too;
    ``following`` (2,): where the step after the last leads, or ``None``. The selected one is drawn thicker, with its next step.
    """

    name: str
    positions: Array
    look: Look = LOOKS[0]
    following: Array | None = None
    selected: bool = False

    def at(self, step: int) -> Array:
        """Where it is after ``step`` steps; its last place where it ended before."""
        place: Array = self.positions[min(step, len(self.positions) - 1)]
        return place

    def after(self, step: int) -> Array | None:
        """Where the next step leads; ``None`` where there is none."""
        if step + 1 < len(self.positions):
            place: Array = self.positions[step + 1]
            return place
        return self.following if step + 1 == len(self.positions) else None


@dataclass
class MapState:
    """The one record that the map's parts draw from."""

    surface: Surface | None = None
    contours: tuple[Contour, ...] = ()
    axes: tuple[str, str] = ("ω₀", "ω₁")
    tracks: tuple[Track, ...] = ()
    step: int = 0
    start: tuple[float, float] | None = None
    minima: tuple[tuple[float, float], ...] = ()
    least_known: bool = True  # whether the minima are the function's own, not the grid's lowest place
    keeps_start: bool = True  # whether the start can be dragged
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Places:
    """The frame of the map and its scales."""

    frame: QRectF
    xs: Scale
    ys: Scale

    @classmethod
    def of(cls, frame: QRectF, surface: Surface) -> Places:
        left, right, low, high = surface.extent
        return cls(frame, Scale(left, right, frame.left(), frame.right()), Scale(low, high, frame.bottom(), frame.top()))

    def point(self, place: Array | tuple[float, float]) -> QPointF:
        return QPointF(self.xs.pixel(float(place[0])), self.ys.pixel(float(place[1])))

    def points(self, places: Array) -> Array:
        """Pixels (k, 2) of places (k, 2)."""
        return np.stack((self.xs.pixels(places[:, 0]), self.ys.pixels(places[:, 1])), axis=-1)

    def place(self, point: QPointF) -> tuple[float, float]:
        return self.xs.value(point.x()), self.ys.value(point.y())
