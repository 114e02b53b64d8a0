"""The host's side of training a larger network in one cooperative launch of a grid of blocks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends.base import Chunk, Hyper
from nn.backends.cuda_feed import Feed, Weights, longest
from nn.backends.cuda_grid import grid_kernel
from nn.backends.cuda_grid_plan import MOST_BATCH, cut, suits
from nn.backends.cuda_grid_tiles import Net, Room
from nn.backends.cuda_math import SIMULATED
from nn.backends.cuda_passes import Data, OnDevice, Passes
from nn.backends.cuda_tiles import tile_for
from nn.layout import Layout
from nn.network import Mask

# The simulator runs a grid's blocks one after another, so that only one can wait for the grid, unless a test sees to that.
SIMULATED_BLOCKS = 1


class GridRefused(RuntimeError):
    """The kernel can't be linked or run as a grid whose blocks wait for one another. Nothing was trained."""


class GridTrainer:
    """Trains on ``data``, inputs (n, n_in) and targets (n, n_out) on the GPU, samples in rows."""

    def __init__(self, passes: Passes, data: Data, name: str) -> None:
        layout = passes.layout
        self._passes, self._feed, self._name = passes, Feed(passes, data, name), name
        self._tile = tile_for(passes.dtype.itemsize)
        self._cut = cut(layout, self._tile)
        self._net = Net(passes.layers, passes.upload(self._cut.slices), passes.upload(self._cut.firsts), passes.loss, passes.ending)
        self._transposed = passes.empty((layout.size,), passes.dtype)
        self._room = self._rooms(1)
        self._kernel = grid_kernel(self._tile, passes.dtype.itemsize)
        self._resident = 0

    @staticmethod
    def suits(layout: Layout) -> bool:
        """Whether the network is one for a grid, and the GPU can let a grid's blocks wait for one another."""
        return suits(layout) and (SIMULATED or _cooperates())

    @staticmethod
    def takes(chunk: Chunk, samples: int) -> bool:
        """Whether a chunk's batches are short enough for one launch to hold several."""
        return (chunk.order is None or chunk.starts is not None) and longest(chunk, samples) <= MOST_BATCH

    def set_mask(self, mask: Mask | None) -> None:
        self._feed.set_mask(mask)

    def train(self, chunk: Chunk, hyper: Hyper, weights: Weights, updates: int) -> NDArray[np.float64]:
        """All steps of the chunk; ``updates`` were done since the slots were cleared. No steps: the kernel is compiled.

        Raises :class:`nn.errors.DeviceUnavailable` when the GPU stops answering, and :class:`GridRefused`.
        """
        feed, batch = self._feed, longest(chunk, self._feed.size)
        if self._room.lost.shape[0] < batch:
            self._room = self._rooms(batch)
        samples, switches, rule = feed.samples(chunk), feed.switches(chunk), feed.rule(chunk, hyper, weights, updates)
        masked = int(feed.masked or chunk.keep is not None)
        given = (samples, switches, masked, rule, self._net, self._room, weights.params, weights.slots)

        def launch(first: int, steps: int, losses: Any) -> None:
            resident = self._resident_blocks((*given, 0, first, steps, losses))
            blocks = min(resident, max(self._cut.units, min(batch, _multiprocessors())))
            kept = int(self._cut.units <= blocks and batch <= self._tile.rows)
            self._kernel[blocks, self._tile.threads, self._passes.stream](*given, kept, first, steps, losses)

        return feed.run(chunk.steps, (batch, masked), launch)

    def _rooms(self, batch: int) -> Room:
        """Room for batches of that size."""
        passes, layout = self._passes, self._passes.layout
        partials = passes.empty((int(self._cut.slices[0]), batch, layout.widths[1]), passes.dtype)
        acts, deltas = (passes.empty((batch, layout.rows), passes.dtype) for _ in range(2))
        return Room(partials, acts, deltas, passes.empty((batch,), np.float64), self._transposed)

    def _resident_blocks(self, arguments: tuple[OnDevice, ...]) -> int:
        """How many blocks the GPU can run at a time: more could not wait for one another. The kernel compiles for that."""
        if SIMULATED:
            return SIMULATED_BLOCKS
        if not self._resident:
            try:
                compiled = self._kernel.compile(tuple(self._kernel.typeof_pyval(one) for one in arguments))
                self._resident = int(compiled.max_cooperative_grid_blocks(self._tile.threads))
            except Exception as error:  # numba's, the linker's or the driver's: plain kernels need less of all three
                raise GridRefused(str(error)) from error
            if not self._resident:
                raise GridRefused("not one block fits a multiprocessor")
        return self._resident


def _multiprocessors() -> int:
    return SIMULATED_BLOCKS if SIMULATED else int(cuda.get_current_device().MULTIPROCESSOR_COUNT)


def _cooperates() -> bool:
    """Whether GPU and driver can start a grid whose blocks wait for one another, and the library for that (cudadevrt) is here."""
    from numba.cuda.cudadrv.libs import get_cudalib

    library = get_cudalib("cudadevrt", static=True)
    return bool(cuda.get_current_device().COOPERATIVE_LAUNCH) and bool(library) and Path(library).is_file()
