"""A cost surface made ready to be drawn: heights, bands and shading on a grid fine enough that its cells can't be seen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gui.fields.bands import band_words
from nn.landscape.surface import Surface

SIDE = 361  # places of the fine grid along each axis
TALL = 0.9  # height of the highest place, in halves of the ground's side
MOST, EXTREME = 0.97, 3.0  # costs more than EXTREME times as high as the share MOST of the places would flatten these: they are cut off
SHADES = 64
LIGHT = (-0.55, -0.35, 0.76)  # where the light comes from, a vector of length 1
DARKEST = 0.55  # how bright a slope is that the light doesn't reach


@dataclass(frozen=True, eq=False)
class Relief:
    """``heights`` (SIDE, SIDE) float32 from 0 to 1 and ``looks`` (SIDE, SIDE): band·SHADES + shade. ``colors``: the words of the bands.

    ``floor`` and ``ceiling`` are the costs at heights 0 and 1; what is above the ceiling, or no number, is cut off there.
    """

    heights: NDArray[np.float32]
    looks: NDArray[np.int32]
    colors: NDArray[np.uint32]
    floor: float
    ceiling: float

    def height_of(self, costs: NDArray[np.float64]) -> NDArray[np.float64]:
        """Heights of ``costs`` (k,)."""
        span = max(self.ceiling - self.floor, 1e-300)
        found: NDArray[np.float64] = np.clip((costs - self.floor) / span, 0.0, 1.0)
        return found


def relief_of(surface: Surface) -> Relief | None:
    """``None`` where the surface has no finite cost."""
    known = surface.costs[np.isfinite(surface.costs)]
    if not known.size:
        return None
    floor = float(known.min())
    ceiling, usual = float(known.max()), float(np.quantile(known, MOST))
    if usual > floor:
        ceiling = min(ceiling, floor + EXTREME * (usual - floor))
    span = ceiling - floor if ceiling > floor else 1.0
    costs = _fine(np.nan_to_num(surface.costs, nan=ceiling, posinf=ceiling, neginf=floor).clip(floor, ceiling))
    bands = np.searchsorted(surface.levels, costs)
    heights = ((costs - floor) / span).astype(np.float32)
    return Relief(
        heights, (bands * SHADES + _shades(heights)).astype(np.int32), band_words(surface.levels, floor, float(known.max())), floor, ceiling
    )


def _fine(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """(SIDE, SIDE) values by linear interpolation along one axis, then along the other."""
    return _along(_along(values).T).T


def _along(values: NDArray[np.float64]) -> NDArray[np.float64]:
    places = np.linspace(0.0, len(values) - 1.0, SIDE)
    low = np.minimum(places.astype(np.intp), len(values) - 2)
    share = (places - low)[:, np.newaxis]
    found: NDArray[np.float64] = values[low] * (1.0 - share) + values[low + 1] * share
    return found


def _shades(heights: NDArray[np.float32]) -> NDArray[np.intp]:
    """0 (dark) to SHADES − 1 by how squarely the light falls on each place."""
    rise_y, rise_x = np.gradient(heights.astype(np.float64) * TALL, 2.0 / (SIDE - 1))
    light = (LIGHT[2] - LIGHT[0] * rise_x - LIGHT[1] * rise_y) / np.sqrt(1.0 + rise_x**2 + rise_y**2)
    share = DARKEST + (1.0 - DARKEST) * light.clip(0.0, 1.0)
    found: NDArray[np.intp] = np.rint(share * (SHADES - 1)).astype(np.intp)
    return found
