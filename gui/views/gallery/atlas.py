"""Tiles as pictures: numbers become colours for all of them at once, and lie ready to be copied."""

from __future__ import annotations

import math
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from gui.ramp import pack_rgb, ramp_table
from gui.theme import theme
from gui.views.faces import Faces, enlarged, stretched
from gui.views.gallery.plan import BAR, BAR_TOP, BESIDE, ROW
from gui.views.gallery.short import short
from gui.views.gallery.stamps import face
from nn.inside.views import Floats, Layer, TileKind

CHUNK = 256  # tiles in one picture: Qt's painter counts its rows with 15 bits
CORNER = 6.0  # px

Words = NDArray[np.uint32]


class Atlas:
    """Tiles of some ``neurons`` (m,) with their bars and numbers, made at once: painting one is a plain copy.

    ``side`` is a tile's in device px, ``grain`` how many of them are one px of the design. Nothing is written beside neurons that are off.
    ``written`` are the numbers of an earlier atlas of these neurons, the same ones of them off: writing takes a third of the time.
    """

    def __init__(self, layer: Layer, neurons: NDArray[np.intp], side: int, grain: float, written: Words | None = None) -> None:
        self._places = {neuron: place for place, neuron in enumerate(neurons.tolist())}
        made = Faces(tile_words(layer, neurons, side), CORNER * grain, grain, theme().color("line2"))
        count, high, wide = made.pixels.shape
        self._pad, on = made.pad, ~layer.off[neurons]
        numbers = self.numbers = _numbers(layer, neurons[on], side, made.pad, grain) if written is None else written
        bars = _bars(layer, neurons, side, round(BAR * grain))
        top = made.pad + side + round(BAR_TOP * grain)
        self._height, self._width = top + bars.shape[1], wide + numbers.shape[2]
        cells = np.zeros((count, self._height, self._width), dtype=np.uint32)
        cells[:, :high, :wide] = made.pixels
        cells[on, :high, wide:] = numbers
        cells[:, top:, made.pad : made.pad + side] = bars
        self._cells = cells  # the images read this memory
        self._images = [self._image(cells[first : first + CHUNK]) for first in range(0, count, CHUNK)]

    def _image(self, cells: Words) -> QImage:
        form = QImage.Format.Format_ARGB32_Premultiplied
        return QImage(cells.data, self._width, len(cells) * self._height, self._width * 4, form)

    def paint(self, painter: QPainter, neuron: int, x: float, y: float, ratio: float) -> None:
        """Copy a tile with its numbers so that its upper left corner lies at a whole device px divided by ``ratio``."""
        chunk, place = divmod(self._places[neuron], CHUNK)
        source = QRectF(0, place * self._height, self._width, self._height)
        if ratio == 1.0:
            painter.drawImage(QPointF(x - self._pad, y - self._pad), self._images[chunk], source)
        else:
            target = QRectF(x - self._pad / ratio, y - self._pad / ratio, self._width / ratio, self._height / ratio)
            painter.drawImage(target, self._images[chunk], source)


def _lines(neuron: int, value: float, part: float) -> list[tuple[str, str]]:
    """What stands beside a tile, with its colour: the neuron's number on top; from the bottom up its output, and what it adds."""
    lines = [(str(neuron + 1), "text2")]
    if math.isfinite(value):
        lines.append((short(value), "text"))
    if math.isfinite(part):
        lines.append((short(part, plus=True), "postxt" if part > 0 else "negtxt" if part < 0 else "text3"))
    return lines


def _bars(layer: Layer, neurons: NDArray[np.intp], side: int, thick: int) -> Words:
    """Words (m, thick, side): each neuron's output for the input in view, as a share of the layer's largest; from the left, or from the
    middle where both signs occur. Nothing without such an input."""
    finite = layer.values[np.isfinite(layer.values)]
    if not finite.size:
        return np.zeros((len(neurons), thick, side), dtype=np.uint32)
    values = np.where(layer.off[neurons], 0.0, np.nan_to_num(layer.values[neurons]))
    both, most = float(finite.min()) < 0, float(np.abs(finite).max()) or 1.0
    room, zero = (side / 2, side / 2) if both else (side, 0)
    ends = np.round(zero + np.clip(values / most, -1.0, 1.0) * room)[:, None]
    x = np.arange(side)[None, :]
    lit = (x >= np.minimum(ends, zero)) & (x < np.maximum(ends, zero))
    row = np.where(lit, np.uint32(theme().color("text").rgb()), np.uint32(theme().color("line").rgb()))
    return np.repeat(row[:, None, :], thick, axis=1)


def _numbers(layer: Layer, neurons: NDArray[np.intp], side: int, pad: int, grain: float) -> Words:
    """Words (m, side + 2·pad, w): each neuron's number on top and its rows at the bottom, with the gap before them."""
    font = theme().mono(11)
    row, gap = round(ROW * grain), round(BESIDE * grain) - pad
    signs = face(font, row, grain / theme().scale)
    found = np.zeros((len(neurons), side + 2 * pad, max(gap, 0) + signs.width), dtype=np.uint32)
    shift = round(grain)
    tops = [max(pad - shift, 0), *(min(pad + side - row * (up + 1) + shift, found.shape[1] - row) for up in (0, 1))]
    columns = (column[neurons].tolist() for column in (layer.values, layer.contributions))
    lines = [
        (at, place, *line) for at, numbers in enumerate(zip(neurons.tolist(), *columns, strict=True)) for place, line in enumerate(_lines(*numbers))
    ]
    if not lines:
        return found
    tiles, places, texts, tokens = zip(*lines, strict=True)
    colours = {token: theme().color(token) for token in set(tokens)}
    words = signs.written(texts, [colours[token] for token in tokens])
    for place, top in enumerate(tops):
        mine = np.flatnonzero(np.array(places) == place)
        if top >= 0:
            found[np.array(tiles)[mine], top : top + row, max(gap, 0) :] = words[mine]
    return found


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
