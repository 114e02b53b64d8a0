"""What training on the CPU is fed with: samples in the order that a chunk names, or all of them laid out in tiles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn.backends.base import Chunk
from nn.backends.cpu_memory import Floats, contiguous, zeros
from nn.backends.cpu_sizes import lanes_of
from nn.backends.cpu_train import Batches, tile_width
from nn.datasets.pixels import floats, is_bytes
from nn.network import read_only


class Feed:
    """The training part: ``inputs`` (n, n_in) and ``targets`` (n, n_out), copied, but inputs of bytes, which are used where they lie.

    A full batch's tiles are at most ``widest`` samples wide.
    """

    def __init__(self, inputs: Floats, targets: Floats, dtype: np.dtype[np.floating], widest: int) -> None:
        self.samples = len(inputs)
        self._dtype, self._widest = dtype, widest
        self._none = np.zeros(0, dtype)
        self._bytes = is_bytes(inputs)
        pictures: NDArray[np.uint8] = np.ascontiguousarray(inputs if self._bytes else self._none, dtype=np.uint8)
        self._pictures = read_only(pictures.reshape(-1).view())  # always read-only: for numba that is a type of its own
        self._levels = floats(np.arange(256, dtype=np.uint8), dtype)
        self._inputs = self._none if self._bytes else contiguous(inputs, dtype).copy()
        self._targets = contiguous(targets, dtype).copy()
        self._tiled: tuple[Floats, Floats] | None = None

    def batches(self, chunk: Chunk) -> tuple[Batches, int]:
        """The chunk's batches and the longest one's size. The kernels check no index, so it is done here.

        Raises:
            ValueError: its order names samples that are not there, or its starts cut no such batches out of it.
        """
        if chunk.order is None or chunk.starts is None:
            return self.full_batch(), self.samples
        order = np.ascontiguousarray(chunk.order, dtype=np.int64)
        starts = np.ascontiguousarray(chunk.starts, dtype=np.int64)
        sizes = np.diff(starts)
        if len(sizes) < chunk.steps or starts[0] < 0 or starts[-1] > len(order) or sizes.min() < 1:
            raise ValueError(f"starts {starts} don't cut {chunk.steps} batches out of {len(order)} samples")
        if order.min() < 0 or order.max() >= self.samples:
            raise ValueError(f"order names samples outside 0 to {self.samples - 1}")
        return self._taken(self._none, self._none, order, starts), int(sizes.max())

    def full_batch(self) -> Batches:
        """All samples in every step."""
        if self._tiled is None:
            self._tiled = self._none if self._bytes else self._into_tiles(self._inputs), self._into_tiles(self._targets)
        order = np.arange(self.samples if self._bytes else 0, dtype=np.int64)
        return self._taken(*self._tiled, order, np.zeros(1, np.int64))

    def _taken(self, tiled_inputs: Floats, tiled_targets: Floats, order: NDArray[np.int64], starts: NDArray[np.int64]) -> Batches:
        inputs, targets = self._inputs.reshape(-1), self._targets.reshape(-1)
        return Batches(inputs, targets, tiled_inputs, tiled_targets, self.samples, order, starts, self._pictures, self._levels)

    def _into_tiles(self, samples: Floats) -> Floats:
        """All samples, tile after tile: in each, feature after feature; the last one filled up with zeros."""
        width = tile_width(len(samples), self._widest, lanes_of(self._dtype))
        tiles = -(-len(samples) // width)
        found = zeros(tiles * width * samples.shape[1], self._dtype)
        for tile in range(tiles):
            part = samples[tile * width : (tile + 1) * width]
            place = found[tile * width * samples.shape[1] :][: width * samples.shape[1]].reshape(-1, width)
            place[:, : len(part)] = part.T
        return found

    def close(self) -> None:
        """Give back the tiles."""
        self._tiled = None
