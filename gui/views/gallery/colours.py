"""Tiles as colours: what the ramp's ends stand for, and numbers as words of colour, all tiles at once."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from gui.ramp import pack_rgb, ramp_table
from gui.theme import theme
from gui.views.faces import enlarged, stretch, stretched
from nn.inside.views import Floats, Layer, TileKind

T = TypeVar("T", bound=np.generic)
Words = NDArray[np.uint32]


class Rooms:
    """Arrays that each frame fills anew: the system takes longer to give fresh memory than all that is calculated in it."""

    def __init__(self) -> None:
        self._kept: dict[str, NDArray[Any]] = {}

    def of(self, name: str, shape: tuple[int, ...], dtype: type[T]) -> NDArray[T]:
        """An array with whatever the last frame left in it."""
        found = self._kept.get(name)
        if found is None or found.shape != shape:
            found = self._kept[name] = np.empty(shape, dtype=dtype)
        return found


def tile_words(layer: Layer, neurons: NDArray[np.intp], side: int, rooms: Rooms | None = None) -> Words:
    """Colours (m, side, side) of the tiles of ``neurons`` (m,), in the order of their numbers; what is not square lies in the middle of its
    square. They may lie in ``rooms`` and be others at the next frame."""
    rooms = rooms or Rooms()
    if not layer.tiles.size or not len(neurons):
        return np.full((len(neurons), side, side), theme().color("inset").rgb(), dtype=np.uint32)
    tiles = layer.tiles if len(neurons) == len(layer.tiles) else layer.tiles[neurons]
    tiles = tiles[:, ::-1] if layer.plane else tiles
    rows, columns = _fitted(tiles.shape[1], tiles.shape[2], side)
    words = _words(layer, tiles, neurons, (rows, columns), rooms)
    if rows == columns == side:
        return words
    whole = np.full((len(neurons), side, side), theme().color("inset").rgb(), dtype=np.uint32)
    top, left = (side - rows) // 2, (side - columns) // 2
    whole[:, top : top + rows, left : left + columns] = words
    return whole


def _fitted(height: int, width: int, side: int) -> tuple[int, int]:
    if height == 1:
        return side, side  # a strip of numbers, which has no shape to keep
    longer = max(height, width)
    return max(round(side * height / longer), 1), max(round(side * width / longer), 1)


def _words(layer: Layer, tiles: Floats, neurons: NDArray[np.intp], size: tuple[int, int], rooms: Rooms) -> Words:
    rows, columns = size
    if tiles.shape[3] == 3:
        return pack_rgb(np.stack([stretched(tiles[..., channel], rows, columns) for channel in range(3)], axis=-1) * 255.0)
    if is_grey(layer):
        grey = stretched(tiles[..., 0], rows, columns)[..., None] * 255.0
        return pack_rgb(np.broadcast_to(grey, (*grey.shape[:3], 3)))
    scale, shift = centring(*limits(layer, neurons))
    if layer.kind is TileKind.WEIGHTS or tiles.shape[1] == 1:
        values = tiles[..., 0] * scale[:, None, None] + shift[:, None, None]
        return enlarged(shade(np.nan_to_num(np.clip(values, -1.0, 1.0))), rows, columns)  # each number is to be seen
    return shaded(tiles[..., 0], scale, shift, size, rooms)


def is_grey(layer: Layer) -> bool:
    """Whether tiles are pictures as the network paints them, from black to white."""
    return not layer.plane and layer.kind in (TileKind.ALONE, TileKind.WITHOUT) and layer.tiles.shape[1] > 1


class Scale(Enum):
    """What the ramp's two ends stand for."""

    AROUND_ZERO = auto()  # as far below as above
    FROM_ZERO = auto()  # one half of it: nothing is below 0, and 0 occurs
    OWN = auto()  # the least and the greatest value


def scale_of(layer: Layer) -> Scale:
    """Weights, single numbers and what has both signs lie around 0; what begins at 0, as a ReLU's output does, has no orange side."""
    least = _reach(layer)[0]
    if layer.signed or least < 0 or layer.tiles.shape[1:3] == (1, 1):
        return Scale.AROUND_ZERO
    return Scale.FROM_ZERO if least == 0 else Scale.OWN


def _reach(layer: Layer) -> tuple[float, float]:
    """The least and the greatest value of all tiles; after a divergence some are no numbers."""
    low, high = layer.low[np.isfinite(layer.low)], layer.high[np.isfinite(layer.high)]
    return (float(low.min()), float(high.max())) if low.size and high.size else (0.0, 0.0)


def limits(layer: Layer, neurons: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """The values (m,) at the ramp's two ends. A neuron's output and weights have a range of their own; what the network puts out, and single
    numbers, have one for the layer, so that tiles can be compared."""
    low, high = layer.low[neurons], layer.high[neurons]
    if layer.kind in (TileKind.ALONE, TileKind.WITHOUT) or layer.tiles.shape[1:3] == (1, 1):
        low, high = (np.full_like(low, end) for end in _reach(layer))
    if scale_of(layer) is not Scale.OWN:
        high = np.maximum(np.abs(low), np.abs(high))
        low = -high
    return low, high


def centring(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """What makes −1 of ``low`` and 1 of ``high``, all (m,): a factor and a summand; both 0 where the two are the same."""
    half = (high - low) / 2
    fit = (half > 0) & np.isfinite(half)
    scale = np.where(fit, 1.0 / np.where(fit, half, 1.0), 0.0)
    return scale.astype(np.float32), (-np.where(fit, (low + high) / 2, 0.0) * scale).astype(np.float32)


def shaded(numbers: Floats, scale: Floats, shift: Floats, size: tuple[int, int], rooms: Rooms) -> Words:
    """The ramp's colours of v · ``scale`` + ``shift``, both (m,), for numbers v (m, h, w), smoothly as (m, *size); gaps count as 0.

    Numbers become places in the ramp while they are few, and are interpolated then.
    """
    count, height, width = numbers.shape
    table = ramp_table()
    half = np.float32((len(table) - 1) / 2)
    places = np.multiply(numbers, (scale * half)[:, None, None], out=rooms.of("places", numbers.shape, np.float32))
    places += (shift * half + half + np.float32(0.5))[:, None, None]
    np.clip(places, np.float32(0.5), 2 * half + np.float32(0.5), out=places)
    if np.isnan(places.sum()):
        places[np.isnan(places)] = half + np.float32(0.5)
    higher = np.matmul(stretch(height, size[0]), places, out=rooms.of("higher", (count, size[0], width), np.float32))
    smooth = np.matmul(higher, stretch(width, size[1]).T, out=rooms.of("smooth", (count, *size), np.float32))
    entries = rooms.of("entries", (count, *size), np.intp)
    np.copyto(entries, smooth, casting="unsafe")
    return table.take(entries, out=rooms.of("words", (count, *size), np.uint32), mode="clip")


def shade(values: Floats) -> Words:
    """The ramp's colours of values from −1 to 1."""
    table = ramp_table()
    half = (len(table) - 1) / 2
    places = (values * np.float32(half) + np.float32(half + 0.5)).astype(np.intp)
    found: Words = table.take(places, mode="clip")  # checking each place by itself takes three times as long
    return found
