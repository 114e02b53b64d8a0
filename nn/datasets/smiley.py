"""A face that the program draws itself: the picture to begin with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

GROUND, FACE, INK = (0.98, 0.98, 0.96), (0.97, 0.62, 0.12), (0.10, 0.08, 0.12)
FACE_RADIUS = 0.92
EYE_AT, EYE_RADIUS = (0.34, 0.28), 0.14
MOUTH_AT, MOUTH_RADIUS, MOUTH_WIDTH, MOUTH_REACH = (0.0, -0.02), 0.52, 0.13, 0.96  # reach: half its angle in radians

Places = NDArray[np.float64]


def smiley(size: int) -> NDArray[np.float32]:
    """(size, size, 3) float32 from 0 to 1: a round face with two eyes and a mouth, with smooth edges one pixel wide."""
    middle = (np.arange(size) + 0.5) * (2.0 / size) - 1.0
    x, y = np.meshgrid(middle, -middle)
    picture = np.broadcast_to(np.array(GROUND), (size, size, 3))
    shapes = (
        (_disc(x, y, (0.0, 0.0), FACE_RADIUS), FACE),
        (np.minimum(_disc(x, y, EYE_AT, EYE_RADIUS), _disc(x, y, (-EYE_AT[0], EYE_AT[1]), EYE_RADIUS)), INK),
        (_mouth(x, y), INK),
    )
    for beyond, colour in shapes:
        share = np.clip(0.5 - beyond * (size / 2.0), 0.0, 1.0)[..., None]
        picture = picture + share * (np.array(colour) - picture)
    return picture.astype(np.float32)


def _disc(x: Places, y: Places, at: tuple[float, float], radius: float) -> Places:
    """How far each place is outside of a disc; below 0 it is inside."""
    return np.asarray(np.hypot(x - at[0], y - at[1]) - radius)


def _mouth(x: Places, y: Places) -> Places:
    """The same for an arc with round ends, open to the top."""
    x, y = np.abs(x - MOUTH_AT[0]), y - MOUTH_AT[1]
    on_arc = np.arctan2(x, -y) <= MOUTH_REACH
    end = MOUTH_RADIUS * np.sin(MOUTH_REACH), -MOUTH_RADIUS * np.cos(MOUTH_REACH)
    away = np.where(on_arc, np.abs(np.hypot(x, y) - MOUTH_RADIUS), np.hypot(x - end[0], y - end[1]))
    return np.asarray(away - MOUTH_WIDTH / 2)
