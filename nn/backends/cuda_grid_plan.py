"""Whether a grid of blocks trains a network that one block can't hold, and how its work is cut up. Nothing here asks a GPU."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nn.layout import Layout

# A layer's outputs for a sample wait in shared memory, so they can't be more than this. Inputs can.
MOST_WIDTH = 1024
# What a block reads again for every sample: the weights behind the first layer. 1 MB in float32 takes about 10 µs from the
# second-level cache at 64 bytes a clock.
MOST_LATER_WEIGHTS = 1 << 18
# A longer batch is better done layer by layer: its launches are long beside what starting them costs.
MOST_BATCH = 4096


@dataclass(frozen=True)
class Tile:
    """How a block's threads share a tile: a warp has ``per`` rows (or samples), a lane one column. All are powers of two."""

    lanes: int
    warps: int
    per: int

    @property
    def threads(self) -> int:
        return self.lanes * self.warps

    @property
    def rows(self) -> int:
        """Weights' rows in a tile, and samples."""
        return self.warps * self.per

    def shared_bytes(self, itemsize: int) -> int:
        """Inputs, weights and deltas of a tile, a sample's outputs before and after a layer, a number for each thread, losses."""
        return itemsize * (self.rows * self.rows + 2 * self.rows * self.lanes + 2 * MOST_WIDTH + self.threads) + 8 * self.lanes


def tile_of(itemsize: int) -> Tile:
    """What 48 KB of shared memory hold: 64 × 64 inputs in float32, 32 × 32 in float64."""
    return Tile(32, 8, 32 // itemsize)


@dataclass(frozen=True)
class Cut:
    """The parameters in units: ``rows`` of one layer's weights times a tile's columns. ``slices`` of rows for each layer, int32 (L,);
    ``firsts`` (L + 1,) where each layer's units begin.
    """

    slices: NDArray[np.int32]
    firsts: NDArray[np.int32]

    @property
    def first_layer(self) -> int:
        return int(self.firsts[1])

    @property
    def units(self) -> int:
        return int(self.firsts[-1])


def cut(layout: Layout, tile: Tile) -> Cut:
    """The units of a network."""
    pairs = list(pairwise(layout.widths))
    slices = [-(-n_in // tile.rows) for n_in, _ in pairs]
    units = [rows * -(-n_out // tile.lanes) for rows, (_, n_out) in zip(slices, pairs, strict=True)]
    return Cut(np.array(slices, dtype=np.int32), np.cumsum([0, *units]).astype(np.int32))


def suits(layout: Layout) -> bool:
    """Whether a grid may train this network."""
    later = sum(n_in * n_out for n_in, n_out in list(pairwise(layout.widths))[1:])
    return max(layout.widths[1:]) <= MOST_WIDTH and later <= MOST_LATER_WEIGHTS
