"""Whether one block of a GPU can train a whole network, and how: decided by what a block's registers and shared memory hold.

Nothing here asks a GPU: the limits are those that every one since compute capability 7.5 has.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

import numpy as np

from nn.backends import cuda_math as codes
from nn.choices import Activation, Loss
from nn.network import Architecture

# A block gets this much shared memory without asking the driver for more (CUDA C++ programming guide, technical specifications).
SHARED_BYTES = 48 * 1024
# Registers are shared out among a block's threads: 65,536 of 32 bits, at most 255 a thread. 256 threads so have as many as a
# thread can name. ptxas, for [2, 4, 8, 1] in float32, needs 170 for 64 sums and the neurons, or 221 where neurons may be off; 96 sums
# just fit. In float64 every number takes two, and of 64 sums some wait in memory.
REGISTER_THREADS = 256
MOST_SUMS = {4: 96, 8: 64}
MOST_ROWS = {4: 32, 8: 24}
TILE_THREADS = 512
TILES = (64, 32, 16, 8)  # samples that lie in shared memory together: more of them wait less often for one another
# A longer batch has work for many blocks at a time, and one block would keep the GPU longer than a launch should take.
MOST_SAMPLES = 16_384


class Kind(StrEnum):
    """Where a step's gradient is added up."""

    REGISTERS = "registers"  # each thread takes samples of its own through the whole network
    TILE = "tile"  # the threads share a tile of samples, layer after layer


@dataclass(frozen=True)
class Layer:
    """Where a layer's numbers lie: its parameters in the vector, its neurons and those that feed it among the rows."""

    weights: int
    biases: int
    row_in: int
    width_in: int
    row: int
    width: int
    activation: int  # its code; LINEAR where the loss or a softmax takes the logits
    hidden: bool

    @property
    def size(self) -> int:
        """Number of its parameters."""
        return self.biases + self.width - self.weights


@dataclass(frozen=True)
class Plan:
    """All that a training kernel is made for. Equal plans have the same kernel.

    ``itemsize`` is 4 (float32) or 8; ``warp`` is how many threads run in step, 32 on every GPU; ``tile`` samples lie in shared
    memory together (TILE alone). ``switched``: neurons may be off or dropped, which the kernel otherwise doesn't look at.
    """

    architecture: Architecture
    itemsize: int
    kind: Kind
    threads: int
    warp: int
    tile: int = 0
    switched: bool = False

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        layout, ends = self.architecture.layout, ending(self.architecture)
        found = [
            Layer(*at, layout.row_offsets[i], n_in, layout.row_offsets[i + 1], n_out, codes.ACTIVATIONS[self.architecture.activations[i]], True)
            for i, (at, (n_in, n_out)) in enumerate(zip(layout.offsets, pairwise(layout.widths), strict=True))
        ]
        last = replace(found[-1], hidden=False)
        return (*found[:-1], last if ends == codes.LINEAR else replace(last, activation=codes.LINEAR))

    @property
    def warps(self) -> int:
        return self.threads // self.warp

    @property
    def parts(self) -> int:
        """In how many parts a step's gradient lies before the update."""
        return self.warps if self.kind is Kind.REGISTERS else 1

    @property
    def sums(self) -> int:
        """The gradient's numbers and the loss, filled up to whole warps."""
        return -(-(self.architecture.layout.size + 1) // self.warp) * self.warp

    @property
    def shared_bytes(self) -> int:
        """What a block's shared memory holds: parameters, two numbers of optimizer state each, sums, and a tile's neurons."""
        layout = self.architecture.layout
        numbers = 3 * layout.size
        return self.itemsize * (numbers + self.parts * self.sums + (2 * layout.rows + 1) * self.tile)


def ending(architecture: Architecture) -> int:
    """What the last layer's logits still need: the code of a sigmoid or a softmax, or LINEAR for nothing."""
    if architecture.loss is Loss.BINARY_CROSS_ENTROPY:
        return codes.SIGMOID
    softmax = architecture.activations[-1] is Activation.SOFTMAX or architecture.loss is Loss.CROSS_ENTROPY
    return codes.SOFTMAX if softmax else codes.LINEAR


def plan_for(architecture: Architecture, dtype: np.dtype[np.floating], *, warp: int = 32, threads: int | None = None) -> Plan | None:
    """How one block trains the network, or ``None`` if it is too large for that. ``threads`` replaces the usual number."""
    size = dtype.itemsize
    fast = Plan(architecture, size, Kind.REGISTERS, threads or REGISTER_THREADS, warp)
    if fast.sums <= MOST_SUMS[size] and architecture.layout.rows <= MOST_ROWS[size] and fast.shared_bytes <= SHARED_BYTES:
        return fast
    tiled = (Plan(architecture, size, Kind.TILE, threads or TILE_THREADS, warp, tile) for tile in TILES)
    return next((plan for plan in tiled if plan.shared_bytes <= SHARED_BYTES), None)
