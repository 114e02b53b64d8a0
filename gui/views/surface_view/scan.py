"""What can be seen of a relief from a place above it: column by column of pixels, from the front to the back.

In a parallel projection a pixel column crosses the ground along one line. Walking that line from the front, a place can be seen where
its picture is higher than all before it: a running maximum, which NumPy takes for all columns at once. No graphics card is needed,
and every machine shows the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.views.surface_view.relief import SIDE, TALL, Relief

REACH = math.sqrt(2.0)  # from the ground's middle to its corners
MOST_DEPTHS = 400  # places along each line
WALL, NOTHING = -1, -2


@dataclass(frozen=True)
class Camera:
    """``yaw``: how far the ground is turned; ``pitch``: how steeply it is looked down on; radians. ``width`` × ``height`` pixels."""

    yaw: float
    pitch: float
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Pixels per half side of the ground: the same at every yaw, so that nothing pulses while it is turned."""
        tall = 2.0 * REACH * math.sin(self.pitch) + TALL * math.cos(self.pitch)
        return max(min(self.width / (2.0 * REACH), self.height / tall), 1.0)

    @property
    def depths(self) -> int:
        """Places along each line: about one for each pixel that the ground is high."""
        return min(max(round(2.0 * REACH * self.scale * math.sin(self.pitch)), 80), MOST_DEPTHS)

    @property
    def base(self) -> float:
        """Pixels from the lower edge to the picture of the ground's middle."""
        tall = TALL * math.cos(self.pitch)
        return self.height / 2.0 - self.scale * tall / 2.0

    def project(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pixels from the left edge and from the lower edge, and depth, (k, 3), of places (k, 3): on the ground from −1 to 1, height 0 to 1."""
        x, y, height = places.T
        across = x * math.cos(self.yaw) - y * math.sin(self.yaw)
        depth = x * math.sin(self.yaw) + y * math.cos(self.yaw)
        up = self.base + self.scale * (height * TALL * math.cos(self.pitch) + depth * math.sin(self.pitch))
        return np.stack((self.width / 2.0 + self.scale * across, up, depth), axis=-1)


@dataclass(frozen=True, eq=False)
class Scan:
    """What each pixel shows: ``places`` (height, width), row 0 on top, an index into the relief's grid, or WALL, or NOTHING.

    ``tops`` (depths, width): how high the picture reaches, in pixels from the lower edge, of all that is as near as that depth.
    """

    camera: Camera
    places: NDArray[np.int32]
    tops: NDArray[np.int32]

    def sees(self, projected: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which of the points (k, 3) of :meth:`Camera.project` aren't behind the surface; (k,). Points that are ``nan`` are nowhere."""
        projected = np.nan_to_num(projected, nan=-1.0)
        column = np.clip(projected[:, 0].astype(np.intp), 0, self.tops.shape[1] - 1)
        last = len(self.tops) - 1
        depth = np.clip(((projected[:, 2] + REACH) / (2.0 * REACH) * last).astype(np.intp) - 2, 0, last)
        found: NDArray[np.bool_] = projected[:, 1] >= self.tops[depth, column] - 2.0
        return found

    def ground_at(self, x: float, y: float) -> tuple[float, float] | None:
        """The place on the ground, from −1 to 1 on both axes, whose surface a pixel shows; y from the top."""
        height, width = self.places.shape
        if not (0 <= x < width and 0 <= y < height):
            return None
        place = int(self.places[int(y), int(x)])
        if place < 0:
            return None
        row, column = divmod(place, SIDE)
        return 2.0 * column / (SIDE - 1) - 1.0, 2.0 * row / (SIDE - 1) - 1.0


def scan(relief: Relief, camera: Camera) -> Scan:
    """Look at ``relief``."""
    places, inside, depths = _lines(camera)
    heights = relief.heights.ravel()[places]
    rise = np.float32(camera.scale * TALL * math.cos(camera.pitch))
    ground = (camera.base + camera.scale * math.sin(camera.pitch) * depths).astype(np.float32)
    first = inside.argmax(axis=0)
    foot = np.where(inside.any(axis=0), ground[first], 0.0).astype(np.float32)
    up = np.where(inside, heights * rise + ground[:, np.newaxis], foot)
    tops = np.clip(np.ceil(np.maximum.accumulate(up, axis=0)), 0, camera.height).astype(np.int32)
    return Scan(camera, _filled(camera, places, tops, first, np.clip(np.ceil(foot), 0, camera.height).astype(np.int32)), tops)


def _lines(camera: Camera) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.float32]]:
    """Where each column's line crosses the grid, (depths, width), and whether that is on it; the depths (depths,)."""
    across = ((np.arange(camera.width, dtype=np.float32) + 0.5 - camera.width / 2.0) / camera.scale).astype(np.float32)
    depths = np.linspace(-REACH, REACH, camera.depths, dtype=np.float32)
    cosine, sine = np.float32(math.cos(camera.yaw)), np.float32(math.sin(camera.yaw))
    x = across * cosine + depths[:, np.newaxis] * sine
    y = depths[:, np.newaxis] * cosine - across * sine
    inside: NDArray[np.bool_] = np.maximum(np.abs(x), np.abs(y)) <= 1.0
    half = np.float32((SIDE - 1) / 2.0)
    column = (x.clip(-1.0, 1.0) * half + (half + np.float32(0.5))).astype(np.int32)
    row = (y.clip(-1.0, 1.0) * half + (half + np.float32(0.5))).astype(np.int32)
    return row * SIDE + column, inside, depths


def _filled(
    camera: Camera, places: NDArray[np.int32], tops: NDArray[np.int32], first: NDArray[np.intp], foot: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Every column from the bottom up: nothing, the wall below the surface's front edge, the surface, nothing."""
    width, depths = camera.width, len(places)
    runs = np.zeros((width, depths + 3), dtype=np.int32)
    runs[:, 2] = tops[0] - foot
    runs[:, 3 : depths + 2] = np.diff(tops, axis=0).T
    columns = np.arange(width)
    runs[:, 0], runs[:, 1] = foot, runs[columns, first + 2]
    runs[columns, first + 2] = 0
    runs[:, -1] = camera.height - tops[-1]
    values = np.empty_like(runs)
    values[:, 0] = values[:, -1] = NOTHING
    values[:, 1] = WALL
    values[:, 2:-1] = places.T
    return np.ascontiguousarray(np.repeat(values.ravel(), runs.ravel()).reshape(width, camera.height).T[::-1])
