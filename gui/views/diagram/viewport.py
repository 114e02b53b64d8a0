"""Zoom and pan of the scene inside the area between the heads and the legend. Pure arithmetic."""

from __future__ import annotations

CLOSEST, FARTHEST = 8.0, 0.5


class Viewport:
    """Maps scene points to widget points: widget = scene · ``k`` + (``ox``, ``oy``). Zoom 1 shows the whole scene."""

    def __init__(self) -> None:
        self._area = (0.0, 0.0, 1.0, 1.0)
        self._scene = (1.0, 1.0)
        self._zoom = 1.0
        self._pan = (0.0, 0.0)

    @property
    def fitted(self) -> bool:
        return self._zoom == 1.0 and self._pan == (0.0, 0.0)

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the part of the widget that shows the scene."""
        return self._area

    @property
    def k(self) -> float:
        """Widget px per scene px."""
        _, _, width, height = self._area
        return min(1.0, width / self._scene[0], height / self._scene[1]) * self._zoom

    @property
    def ox(self) -> float:
        left, _, width, _ = self._area
        return left + width / 2 - self._scene[0] * self.k / 2 + self._pan[0]

    @property
    def oy(self) -> float:
        _, top, _, height = self._area
        return top + height / 2 - self._scene[1] * self.k / 2 + self._pan[1]

    def set_area(self, left: float, top: float, width: float, height: float) -> None:
        self._area = (left, top, max(width, 1.0), max(height, 1.0))

    def set_scene(self, width: float, height: float) -> None:
        self._scene = (max(width, 1.0), max(height, 1.0))

    def fit(self) -> None:
        self._zoom, self._pan = 1.0, (0.0, 0.0)

    def zoom_at(self, x: float, y: float, factor: float) -> None:
        """Zoom by ``factor``; the scene point under widget point (x, y) stays there."""
        scene_x, scene_y = self.to_scene(x, y)
        self._zoom = min(CLOSEST, max(FARTHEST, self._zoom * factor))
        new_x, new_y = self.to_widget(scene_x, scene_y)
        self.pan_by(x - new_x, y - new_y)

    def pan_by(self, dx: float, dy: float) -> None:
        """Shift the scene; its centre stays within the area so that it can't get lost."""
        _, _, width, height = self._area
        reach_x = max(width, self._scene[0] * self.k) / 2
        reach_y = max(height, self._scene[1] * self.k) / 2
        self._pan = (
            min(reach_x, max(-reach_x, self._pan[0] + dx)),
            min(reach_y, max(-reach_y, self._pan[1] + dy)),
        )

    def to_scene(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.ox) / self.k, (y - self.oy) / self.k

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        return x * self.k + self.ox, y * self.k + self.oy
