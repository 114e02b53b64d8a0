"""Zoom and pan. Pure arithmetic: what is looked at is kept as a share of the plan, so that a plan with more detail can take its place."""

from __future__ import annotations

CLOSEST, FARTHEST = 8.0, 0.5
DETAILS = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)  # how much larger than the window a plan is laid out


class Viewport:
    """Maps points of a plan to the window's (both in scene px): window = middle + (plan − centre)·k. Zoom 1 shows the whole plan."""

    def __init__(self) -> None:
        self.window = (1.0, 1.0)
        self.plan = (1.0, 1.0)
        self.zoom = 1.0
        self._centre = (0.5, 0.5)

    @property
    def fitted(self) -> bool:
        return self.zoom == 1.0 and self._centre == (0.5, 0.5)

    @property
    def k(self) -> float:
        """Window px per px of the plan."""
        return self.zoom * min(self.window[0] / self.plan[0], self.window[1] / self.plan[1])

    @property
    def offset(self) -> tuple[float, float]:
        """Where the plan's upper left corner lies in the window."""
        return (
            self.window[0] / 2 - self._centre[0] * self.plan[0] * self.k,
            self.window[1] / 2 - self._centre[1] * self.plan[1] * self.k,
        )

    def fit(self) -> None:
        self.zoom, self._centre = 1.0, (0.5, 0.5)

    def zoom_at(self, x: float, y: float, factor: float) -> None:
        """Zoom by ``factor``; what is at window point (x, y) stays there."""
        at_x, at_y = self.to_plan(x, y)
        self.zoom = min(CLOSEST, max(FARTHEST, self.zoom * factor))
        if abs(self.zoom - 1.0) < 1e-6:
            self.zoom = 1.0
        now_x, now_y = self.to_window(at_x, at_y)
        self.pan_by(x - now_x, y - now_y)

    def pan_by(self, dx: float, dy: float) -> None:
        """Shift the plan; its parts can't all leave the window."""
        x = self._centre[0] - dx / (self.plan[0] * self.k)
        y = self._centre[1] - dy / (self.plan[1] * self.k)
        self._centre = (min(1.0, max(0.0, x)), min(1.0, max(0.0, y)))

    def to_plan(self, x: float, y: float) -> tuple[float, float]:
        left, top = self.offset
        return (x - left) / self.k, (y - top) / self.k

    def to_window(self, x: float, y: float) -> tuple[float, float]:
        left, top = self.offset
        return x * self.k + left, y * self.k + top
