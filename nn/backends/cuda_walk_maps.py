"""The host's side of maps and measures of a network of any size: one launch each, or more where one would take too long."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn.backends import cuda_passes
from nn.backends.cuda_math import SIMULATED
from nn.backends.cuda_passes import Data, Masks, OnDevice, Passes
from nn.backends.cuda_tiles import tile_for
from nn.backends.cuda_walk import measure_kernel, rows_kernel
from nn.network import Mask

Floats = NDArray[np.floating]

# Blocks of one launch: more than run at a time on any GPU, so that all are busy to the end. In what pieces sums are taken depends on
# it, so it is the same everywhere.
MOST_BLOCKS = 2 if SIMULATED else 1024
# Multiplications of one launch: some 10 ms of a small GPU.
MOST_PRODUCTS = 1 << 35


class WalkedMaps:
    """Outputs, losses and right answers of ``passes``'s network, for samples in rows. Parameters lie on the GPU."""

    def __init__(self, passes: Passes) -> None:
        self._passes, self._tile = passes, tile_for(passes.dtype.itemsize)
        self._nowhere = passes.upload_reals(np.zeros((2, 1)))

    def rows(self, inputs: Floats, params: OnDevice, mask: Mask | None, rows: slice) -> Floats:
        """Outputs of the neurons at ``rows``, shape (rows, n)."""
        passes, height = self._passes, rows.stop - rows.start
        found, masks = np.empty((height, len(inputs)), dtype=passes.dtype), passes.upload_masks((mask,))
        whole = height == passes.layout.rows
        function = rows_kernel(self._tile, passes.dtype.itemsize, passes.by_rows)
        length = min(cuda_passes.LARGEST_BUFFER // max(height, inputs.shape[1]), MOST_PRODUCTS // passes.layout.size)
        length = max(length, self._tile.lanes)
        for start in range(0, len(inputs), length):
            some = inputs[start : start + length]
            blocks = self._blocks(-(-len(some) // self._tile.lanes))
            picked = passes.empty((height, len(some)), passes.dtype)
            acts = picked if whole else self._room(blocks)
            function[blocks, self._tile.threads, passes.stream](
                passes.upload_data(some).inputs, params, passes.layers, masks.gain, masks.hold, int(mask is not None), passes.ending,
                int(whole), rows.start, acts, picked,
            )  # fmt: skip
            found[:, start : start + length] = passes.download(picked)
        return found

    def sums(self, inputs: Floats, targets: Floats, masks: tuple[Mask, ...], params: OnDevice) -> NDArray[np.float64]:
        """Sum of the losses and number of right answers under each mask, shape (2, masks)."""
        layout, found = self._passes.layout, np.zeros((2, len(masks)))
        used = any(np.any(mask.gain != 1.0) or np.any(mask.hold) for mask in masks)
        length = max(1, cuda_passes.LARGEST_BUFFER // max(inputs.shape[1], targets.shape[1]))
        for start in range(0, len(inputs), length):
            some = slice(start, start + length)
            data = self._passes.upload_data(inputs[some], targets[some])
            behind = layout.size - (layout.widths[0] + 1) * layout.widths[1]  # what is computed again for every mask
            many = max(1, MOST_PRODUCTS // (max(behind, layout.rows) * data.size))
            for low in range(0, len(masks), many):
                switches = self._passes.upload_masks(masks[low : low + many])
                found[:, low : low + many] += self._asked(data, (params,) * 3, None, switches, used=used)
        return found

    def plane(self, data: Data, vectors: tuple[OnDevice, ...], places: Floats, mask: Mask | None) -> NDArray[np.float64]:
        """Sums of the losses (n,) at ``places`` (2, n) of the plane ``vectors`` (origin, first, second): one launch."""
        masks = self._passes.upload_masks((mask,))
        sums: NDArray[np.float64] = self._asked(data, vectors, self._passes.upload_reals(places), masks, used=mask is not None)[0]
        return sums

    def _asked(self, data: Data, vectors: tuple[OnDevice, ...], places: OnDevice | None, masks: Masks, *, used: bool) -> NDArray[np.float64]:
        """Sums (2, questions) of one launch: of each mask, or of each place under the first."""
        passes = self._passes
        questions = int(masks.gain.shape[0] if places is None else places.shape[1])
        tiles = -(-data.size // self._tile.lanes)
        parts = -(-tiles // -(-tiles // MOST_BLOCKS))  # none of them empty
        groups = min(questions, -(-MOST_BLOCKS // parts))
        blocks = self._blocks(parts * groups)
        found = passes.empty((2, questions, parts), np.float64)
        function = measure_kernel(self._tile, passes.dtype.itemsize, data.by_rows, places is not None)
        function[blocks, self._tile.threads, passes.stream](
            data.inputs, data.targets, *vectors, self._nowhere if places is None else places, passes.layers, masks.gain, masks.hold,
            int(used), passes.loss, passes.ending, groups, self._room(blocks), found,
        )  # fmt: skip
        sums: NDArray[np.float64] = passes.download(found).sum(axis=2)
        return sums

    def _blocks(self, wanted: int) -> int:
        """So many blocks, or as many as have room for their columns."""
        behind = self._passes.layout.rows - self._passes.layout.widths[0]
        return max(1, min(wanted, MOST_BLOCKS, cuda_passes.LARGEST_BUFFER // (behind * self._tile.lanes)))

    def _room(self, blocks: int) -> OnDevice:
        """A column for each lane of each block, for every neuron behind the inputs."""
        layout = self._passes.layout
        return self._passes.empty((layout.rows - layout.widths[0], blocks * self._tile.lanes), self._passes.dtype)
