# ruff: noqa: PLR0917 - GPU functions take their arguments by position
"""The kernel that trains a network which one block can't hold, for many steps in one cooperative launch of a grid of blocks.

A step has three parts, and the whole grid waits between them:

1. The first layer's products. A block has a tile of its weights (some rows, some columns) and multiplies it with the batch's inputs;
   the sums over other rows are other blocks' parts.
2. The rest of the way forward, the loss, and the way back. A block takes a sample through all layers.
3. Gradients and update. A block has a tile of some layer's weights, adds up its gradient over the batch and moves it: nobody else
   writes these parameters, so there are no atomics, and a run repeats.

Where there are enough blocks for all tiles and the batch is short (``kept``), a block keeps its tile of the first layer and the
batch's inputs in shared memory from part to part and step to step, and goes from part 3 to part 1 without waiting.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numba import cuda, types
from numpy.typing import NDArray

from nn.backends.cuda_grid_plan import MOST_WIDTH, Tile
from nn.backends.cuda_grid_samples import sampling
from nn.backends.cuda_grid_tiles import Net, Room, multiplying, updating
from nn.backends.cuda_kernels import WEIGHTS, WIDTH, WIDTH_IN
from nn.backends.cuda_layers import Function, Rule, Samples, Switches, inlined
from nn.backends.cuda_math import Reals
from nn.backends.cuda_tiles import ALIGNED, compiled, real_for


@inlined
def transpose(params: Reals, net: Net, transposed: Reals) -> None:
    """Copies of the weights behind the first layer, each matrix transposed: the way back reads them in their order, too."""
    for layer in range(1, net.layers.shape[0]):
        first, width_in, width = net.layers[layer, WEIGHTS], net.layers[layer, WIDTH_IN], net.layers[layer, WIDTH]
        for item in range(cuda.grid(1), width_in * width, cuda.gridsize(1)):
            i, j = item // width, item % width
            transposed[first + j * width_in + i] = params[first + item]


def tallying(tile: Tile) -> Function:
    """The batch's mean loss, by one warp of the last block."""
    lanes = tile.lanes

    @inlined
    def tally(room: Room, count: int, step: int, losses: NDArray[np.float64], lost: NDArray[np.float64]) -> None:
        thread = cuda.threadIdx.x
        if cuda.blockIdx.x == cuda.gridDim.x - 1:
            if thread < lanes:
                total = 0.0
                for place in range(thread, count, lanes):
                    total += room.lost[place]
                lost[thread] = total
            cuda.syncthreads()
            if thread == 0:
                total = 0.0
                for other in range(lanes):
                    total += lost[other]
                losses[step] = total / count

    return tally


@lru_cache(maxsize=8)
def grid_kernel(tile: Tile, itemsize: int) -> Any:
    """The kernel for one precision, to launch cooperatively with ``tile.threads`` threads a block. It compiles at its first launch."""
    real = real_for(itemsize)
    threads, rows, lanes = tile.threads, tile.rows, tile.lanes
    multiply, sample_through, update, tally = multiplying(tile, real), sampling(tile), updating(tile, real), tallying(tile)

    def train_grid(
        samples: Samples, switches: Switches, masked: int, rule: Rule, net: Net, room: Room, params: Reals, slots: Reals,
        kept: int, first: int, steps: int, losses: NDArray[np.float64],
    ) -> None:  # fmt: skip
        """The steps ``first`` … ``first + steps − 1`` of a chunk, from ``params`` (P,) and ``slots`` (2, P) and back into them.

        ``samples`` has samples in rows. ``masked`` 1: neurons may be off or dropped, and parameters frozen.
        """
        grid = cuda.cg.this_grid()
        xs = cuda.shared.array((rows, rows), real, alignment=ALIGNED)
        ws = cuda.shared.array((rows, lanes), real, alignment=ALIGNED)
        ds = cuda.shared.array((rows, lanes), real, alignment=ALIGNED)
        values = cuda.shared.array((2, MOST_WIDTH), real)
        scratch = cuda.shared.array(threads, real)
        lost = cuda.shared.array(lanes, types.float64)
        transpose(params, net, room.transposed)
        grid.sync()
        for step in range(first, first + steps):
            begin = samples.starts[step] if samples.ordered else 0
            count = samples.starts[step + 1] - begin if samples.ordered else samples.inputs.shape[0]
            multiply(params, samples, net, room, begin, count, kept, step > first, xs, ws)
            grid.sync()
            sample_through(params, samples, switches, masked, net, room, begin, count, step, values, scratch)
            grid.sync()
            tally(room, count, step, losses, lost)
            update(params, slots, samples, rule, masked, net, room, begin, count, step, kept, xs, ws, ds)
            if not kept:
                grid.sync()

    return compiled(train_grid, tile, 1)
