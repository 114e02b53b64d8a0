"""Tiles as pictures: numbers become colours for all of them at once, and lie ready to be copied."""

from __future__ import annotations

from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gui.ramp import pack_rgb, ramp_table
from gui.theme import theme
from gui.views.faces import Faces, enlarged, stretched
from nn.inside.views import Floats, Layer, TileKind

CHUNK = 256  # tiles in one picture: Qt's painter counts its rows with 15 bits
CORNER = 6.0  # px

Words = NDArray[np.uint32]


class Atlas:
    """The tiles of some ``neurons`` of a layer, ``side`` device px wide and high, at ``grain`` device px for one px of the design."""

    def __init__(self, layer: Layer, neurons: NDArray[np.intp], side: int, grain: float) -> None:
        self._places = {int(neuron): place for place, neuron in enumerate(neurons)}
        outline = theme().color("line2")
        words = tile_words(layer, neurons, side)
        self._faces = [Faces(words[first : first + CHUNK], CORNER * grain, grain, outline) for first in range(0, len(words), CHUNK)]

    def paint(self, painter: QPainter, neuron: int, corner: QPointF, ratio: float) -> None:
        """Copy a tile to ``corner``, which is a whole device px divided by ``ratio``."""
        chunk, place = divmod(self._places[neuron], CHUNK)
        self._faces[chunk].paint(painter, place, corner, ratio)


def tile_words(layer: Layer, neurons: NDArray[np.intp], side: int) -> Words:
    """Colours (m, side, side) of the tiles of ``neurons`` (m,); what is not square lies in the middle of its square."""
    if not layer.tiles.size or not len(neurons):
        return np.full((len(neurons), side, side), theme().color("inset").rgb(), dtype=np.uint32)
    tiles = layer.tiles[neurons]
    tiles = tiles[:, ::-1] if layer.plane else tiles
    rows, columns = _fitted(tiles.shape[1], tiles.shape[2], side)
    words = _words(layer, tiles, neurons, rows, columns)
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


def _words(layer: Layer, tiles: Floats, neurons: NDArray[np.intp], rows: int, columns: int) -> Words:
    if tiles.shape[3] == 3:
        return pack_rgb(np.stack([stretched(tiles[..., channel], rows, columns) for channel in range(3)], axis=-1) * 255.0)
    if is_grey(layer):
        grey = stretched(tiles[..., 0], rows, columns)[..., None] * 255.0
        return pack_rgb(np.broadcast_to(grey, (*grey.shape[:3], 3)))
    values = centred(tiles[..., 0], *limits(layer, neurons))
    if layer.kind is TileKind.WEIGHTS or tiles.shape[1] == 1:
        return enlarged(shade(np.nan_to_num(np.clip(values, -1.0, 1.0))), rows, columns)  # each number is to be seen
    return shade(stretched(values, rows, columns))


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


def centred(values: Floats, low: Floats, high: Floats) -> Floats:
    """Values (m, h, w) as −1 at ``low`` (m,) to 1 at ``high``; 0 where the two are the same."""
    half = (high - low) / 2
    fit = (half > 0) & np.isfinite(half)
    scale = np.where(fit, 1.0 / np.where(fit, half, 1.0), 0.0)
    middle = np.where(fit, (low + high) / 2, 0.0)
    found: Floats = (values - middle[:, None, None]) * scale[:, None, None]
    return found


def shade(values: Floats) -> Words:
    """The ramp's colours of values from −1 to 1."""
    table = ramp_table()
    half = (len(table) - 1) / 2
    places = (values * np.float32(half) + np.float32(half + 0.5)).astype(np.intp)
    found: Words = table.take(places, mode="clip")  # checking each place by itself takes three times as long
    return found
