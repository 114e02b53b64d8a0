"""The tiles in sight as one picture: squares, numbers and bars are laid into it as arrays, and Qt copies it once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gui.theme import ThemeName, theme
from gui.views.faces import rim
from gui.views.gallery.colours import Rooms, Words, tile_words
from gui.views.gallery.plan import BAR, BAR_TOP, BESIDE, ROW
from gui.views.gallery.stamps import codes, face, number_codes, shades
from gui.views.sheet import Sheet
from nn.inside.views import Layer

CORNER = 6.0  # px
FADED = 0.22  # opacity of the picture of a neuron that is off
GROUND = "panel"
TOKENS = ("text2", "text", "postxt", "negtxt", "text3")  # colours of numbers
NAME, VALUE, FOR, AGAINST, NOTHING = range(len(TOKENS))

REACH = 1 << 20  # more px than a screen has in a row

Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Places:
    """Where tiles lie in a picture, in its device px: ``neurons`` (m,), which of them are ``off`` (m,), their tiles' upper left corners
    ``xs`` and ``ys`` (m,), a tile's ``side``; ``grain`` of them are one px of the design, which is in the colours of ``name``."""

    neurons: NDArray[np.intp]
    off: NDArray[np.bool_]
    xs: Ints
    ys: Ints
    side: int
    grain: float
    name: ThemeName

    def alike(self, other: Places) -> bool:
        """Whether the same kind of thing lies at the same places: whose tile it is doesn't matter."""
        same = (self.side, self.grain, self.name) == (other.side, other.grain, other.name)
        return same and np.array_equal(self._spots(), other._spots())

    def _spots(self) -> Ints:
        """A number for each place and for whether the tile there is off, in order."""
        return np.sort((self.ys * REACH + self.xs) * 2 + self.off)


def lay_tiles(sheet: Sheet, layer: Layer, places: Places, numbers: Words, rooms: Rooms, *, anew: bool) -> None:
    """Lay the tiles, their bars, and ``numbers`` beside those that are on, see :func:`written`, into ``sheet``. ``anew``: other tiles lay
    elsewhere in it, or other things do."""
    side, grain, on = places.side, places.grain, ~places.off
    if anew:
        sheet.fill(theme().color(GROUND))
    edge = _edge(side, CORNER * grain, grain, theme().name)
    words = edge.framed(tile_words(layer, places.neurons, side, rooms), on, rooms)
    _copy(sheet.pixels, words, places.xs - edge.pad, places.ys - edge.pad)
    _copy(sheet.pixels, _bars(layer, places.neurons, side, round(BAR * grain)), places.xs, places.ys + side + round(BAR_TOP * grain))
    _copy(sheet.pixels, numbers, places.xs[on] + side + round(BESIDE * grain), places.ys[on] - edge.pad)


@dataclass(frozen=True, eq=False)
class Blend:
    """Words of which ``share`` 256ths stay, and what comes to them: ``even`` and ``odd`` are words with room for two channels each, times 256."""

    share: Words
    even: Words
    odd: Words

    def of(self, words: Words) -> Words:
        """Two channels of all words at once."""
        even = (words & np.uint32(0x00FF00FF)) * self.share + self.even
        odd = ((words >> np.uint32(8)) & np.uint32(0x00FF00FF)) * self.share + self.odd
        found: Words = ((even >> np.uint32(8)) & np.uint32(0x00FF00FF)) | (odd & np.uint32(0xFF00FF00))
        return found


def _blend(share: NDArray[np.floating], rest: NDArray[np.floating]) -> Blend:
    """Shares (m,) that stay, and the channels (m, 4) from 0 to 255, in memory's order, that come to them."""
    kept = np.rint(share * 256)
    lanes = np.clip(np.floor(rest * 256 + 128), 0, 0xFFFF - 255 * kept[:, None]).astype(np.uint32)
    return Blend(kept.astype(np.uint32), lanes[:, 0] | lanes[:, 2] << 16, lanes[:, 1] | lanes[:, 3] << 16)


@dataclass(frozen=True, eq=False)
class Edge:
    """Round corners and outline of a square: its pixels ``places`` (m,) are blended, around them all are as in ``blank``
    (side + 2·pad, …). Squares that are off are blended as a whole, by ``faint``."""

    pad: int
    blank: Words
    places: NDArray[np.intp]
    blend: Blend
    faint: Blend

    def framed(self, tiles: Words, on: NDArray[np.bool_], rooms: Rooms) -> Words:
        """Squares (n, side, side) with their edges, (n, side + 2·pad, …); those that are not ``on`` (n,) have nearly faded away."""
        count, side, _ = tiles.shape
        found = rooms.of("framed", (count, *self.blank.shape), np.uint32)
        found[:] = self.blank
        found[:, self.pad : self.pad + side, self.pad : self.pad + side] = tiles
        flat = found.reshape(count, -1)
        flat[:, self.places] = self.blend.of(flat[:, self.places])
        if not on.all():
            found[~on] = self.faint.of(found[~on])
        return found


@lru_cache(maxsize=16)
def _edge(side: int, radius: float, line: float, _theme: ThemeName) -> Edge:
    """In device px, in the theme's colours."""
    found = rim(side, radius, line)
    outline, ground = (np.array([theme().color(token).rgb()], dtype=np.uint32).view(np.uint8).astype(np.float64) for token in ("line2", GROUND))
    kept = np.rint(found.kept * 256) / 256
    drawn = np.minimum(found.drawn, 1.0 - kept)[:, None]
    blank = np.full((side + 2 * found.pad,) * 2, theme().color(GROUND).rgb(), dtype=np.uint32)
    blend = _blend(kept, drawn * outline + (1.0 - kept[:, None] - drawn) * ground)
    return Edge(found.pad, blank, found.place, blend, _blend(np.array([FADED]), (1.0 - np.rint(FADED * 256) / 256) * ground[None]))


def written(layer: Layer, neurons: NDArray[np.intp], side: int, grain: float) -> Words:
    """Words (m, h, w) of what stands beside the tiles of ``neurons`` (m,): each one's number on top; from the bottom up its output for the
    input in view, and what it adds."""
    pad, row, shift = rim(side, CORNER * grain, grain).pad, round(ROW * grain), round(grain)
    signs, count = face(theme().mono(11), row, grain / theme().scale), len(neurons)
    found = np.full((count, side + 2 * pad, signs.width), theme().color(GROUND).rgb(), dtype=np.uint32)
    names = codes([str(neuron + 1) for neuron in neurons.tolist()]), np.full(count, NAME)
    lines, colours = (np.concatenate(column) for column in zip(names, *_two_numbers(layer, neurons), strict=True))
    words = signs.written(lines, colours, TOKENS, GROUND).reshape(3, count, row, signs.width)
    tops = (max(pad - shift, 0), *(min(pad + side - row * (up + 1) + shift, found.shape[1] - row) for up in (0, 1)))
    for place, top in sorted(enumerate(tops), key=lambda line: -line[0]):
        if top >= 0:
            found[:, top : top + row] = words[place]
    return found


def _two_numbers(layer: Layer, neurons: NDArray[np.intp]) -> tuple[tuple[NDArray[np.uint8], NDArray[np.intp]], ...]:
    """Signs and colours of each neuron's output, and of what it adds; without an output the second is the first."""
    values, parts = layer.values[neurons], layer.contributions[neurons]
    one, two = number_codes(values), number_codes(parts, plus=True)
    lone = ~np.isfinite(values)
    colours = np.where(parts > 0, FOR, np.where(parts < 0, AGAINST, NOTHING))
    return (np.where(lone[:, None], two, one), np.where(lone, colours, VALUE)), (np.where(lone[:, None], 0, two).astype(np.uint8), colours)


def _copy(pixels: Words, words: Words, xs: Ints, ys: Ints) -> None:
    """Put pictures (m, h, w) into ``pixels`` with their corners at ``xs`` and ``ys`` (m,), as far as they are within it."""
    height, width = words.shape[1:]
    rows, columns = pixels.shape
    within = (xs >= 0) & (ys >= 0) & (xs + width <= columns) & (ys + height <= rows)
    for place, (x, y, whole) in enumerate(zip(xs.tolist(), ys.tolist(), within.tolist(), strict=True)):
        if whole:
            pixels[y : y + height, x : x + width] = words[place]
        else:
            top, left, bottom, right = max(-y, 0), max(-x, 0), min(rows - y, height), min(columns - x, width)
            if top < bottom and left < right:
                pixels[y + top : y + bottom, x + left : x + right] = words[place, top:bottom, left:right]


def _bars(layer: Layer, neurons: NDArray[np.intp], side: int, thick: int) -> Words:
    """Words (m, thick, side): each neuron's output for the input in view, as a share of the layer's largest; from the left, or from the
    middle where both signs occur. Nothing without such an input."""
    finite, off, ground = layer.values[np.isfinite(layer.values)], layer.off[neurons, None], theme().color(GROUND).rgb()
    if not finite.size:
        return np.full((len(neurons), thick, side), ground, dtype=np.uint32)
    values = np.where(layer.off[neurons], 0.0, np.nan_to_num(layer.values[neurons]))
    both, most = float(finite.min()) < 0, float(np.abs(finite).max()) or 1.0
    room, zero = (side / 2, side / 2) if both else (side, 0)
    ends = np.round(zero + np.clip(values / most, -1.0, 1.0) * room)[:, None]
    x = np.arange(side)[None, :]
    lit = (x >= np.minimum(ends, zero)) & (x < np.maximum(ends, zero))
    line = shades(theme().color("line").rgb(), ground)[[255, round(255 * FADED)]]
    row = np.where(lit, np.uint32(theme().color("text").rgb()), np.where(off, line[1], line[0]))
    return np.broadcast_to(row[:, None, :], (len(neurons), thick, side))
