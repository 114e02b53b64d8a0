"""The passes of a network over a batch that lies on the GPU: which kernels, in which order, on which buffers."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numba import config, cuda
from numpy.typing import NDArray

from nn.backends import cuda_kernels as kernels
from nn.backends import cuda_layer_tiles as tiles
from nn.backends import cuda_math as codes
from nn.backends.cuda_grid_plan import cut
from nn.backends.cuda_math import SIMULATED
from nn.backends.cuda_pace import wait
from nn.backends.cuda_plan import ending
from nn.backends.cuda_tiles import tile_for
from nn.datasets.pixels import floats, is_bytes
from nn.layout import Layout
from nn.network import Architecture, Mask

OnDevice: TypeAlias = Any  # numba's device array has no types of its own

# The simulator makes a Python thread of each GPU thread: a few are enough to find a race between threads or blocks.
THREADS, MOST_BLOCKS = (2, 2) if SIMULATED else (128, 4096)
LARGEST_BUFFER = 1 << 24  # numbers in one buffer of neurons × columns: 64 MB in float32
SLICE = 16  # columns that one thread adds up, at least, before a gradient is cut into slices
MOST_SLICES = 64
UPLOADED = 1 << 22  # pixels that become numbers on the host at once
BLOCKS_FOR_ALL = 256  # about what fills a GPU: networks whose weights are more tiles need no slices

config.CUDA_LOW_OCCUPANCY_WARNINGS = 0  # small networks launch small grids, and numba would warn of each
# Where a program keeps a log, numba writes an error into it each time that an event is asked for too early: thousands a second.
logging.getLogger("numba.cuda.cudadrv.driver").setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Data:
    """Samples on the device: ``inputs`` (n_in, n), or (n, n_in) where ``by_rows``, and, if they are needed, ``targets`` (n_out, n)."""

    inputs: OnDevice
    targets: OnDevice = None
    by_rows: bool = False

    @property
    def size(self) -> int:
        """Number of samples."""
        return int(self.inputs.shape[0 if self.by_rows else 1])


@dataclass(frozen=True)
class Batch:
    """``span`` samples of ``data``, named by ``order[begin : begin + span]``, in ``count`` columns: ``span`` for each mask."""

    data: Data
    order: OnDevice
    begin: int
    span: int
    count: int


@dataclass(frozen=True)
class Run:
    """A batch of any length: the training samples ``order[begin:end]``. ``gathered``: the input rows may hold it already."""

    order: OnDevice
    begin: int
    end: int
    gathered: bool = False

    @property
    def size(self) -> int:
        return self.end - self.begin


@dataclass(frozen=True)
class Masks:
    """Gains and holds on the device, shape (masks, rows)."""

    gain: OnDevice
    hold: OnDevice


@dataclass(frozen=True)
class Dropout:
    """``keep`` (steps, hidden rows, batch) on the device; column c of this pass is dropped as ``keep[step, :, first + c]``."""

    keep: OnDevice
    step: int
    first: int
    scale: float


class Passes:
    """Buffers for ``columns`` columns, ``wanted`` or as many as fit, and the kernels that fill them. Longer batches come in tiles.

    Data lie on the GPU ``by_rows``, a sample's inputs side by side, where they are fetched for shuffled batches of wide samples.
    """

    def __init__(self, architecture: Architecture, dtype: np.dtype[np.floating], wanted: int, name: str = "GPU", *, by_rows: bool = False) -> None:
        layout = architecture.layout
        self._name = name
        self.layout, self.dtype, self.by_rows = layout, dtype, by_rows
        self.stream: Any = cuda.stream()
        self._done: Any = cuda.event(timing=False) if not SIMULATED else cuda.event()
        self.columns = max(1, min(wanted, LARGEST_BUFFER // layout.rows))
        self._tile = tile_for(dtype.itemsize)
        self._cut = cut(layout, self._tile)
        self.most_slices = max(1, min(MOST_SLICES, BLOCKS_FOR_ALL // self._cut.units))
        self.loss = codes.LOSSES[architecture.loss]
        self.ending = ending(architecture)
        self.layers = self.upload(_layer_table(architecture, self.ending))
        self._slices, self._firsts = self.upload(self._cut.slices), self.upload(self._cut.firsts)
        self.sources = self.upload(_sources(layout))
        self._no_dropout = Dropout(self.upload(np.zeros((1, 1, 1), dtype=np.uint8)), 0, 0, 0.0)
        self.acts = self.empty((layout.rows, self.columns), dtype)
        self.deltas = self.empty((layout.rows, self.columns), dtype)
        self.losses = self.empty((self.columns,), np.float64)
        self.parts = self.empty((self.most_slices, layout.size), dtype)
        self.loss_parts = self.empty((self.most_slices,), np.float64)

    def upload(self, array: NDArray[Any]) -> OnDevice:
        return cuda.to_device(np.ascontiguousarray(array), stream=self.stream)

    def upload_reals(self, array: NDArray[Any]) -> OnDevice:
        return self.upload(np.asarray(array, dtype=self.dtype))

    def upload_data(self, inputs: NDArray[Any], targets: NDArray[Any] | None = None) -> Data:
        """Samples in rows, to the device as data lie there."""
        table = inputs if self.by_rows else inputs.T
        found = self._upload_pictures(table) if is_bytes(inputs) else self.upload_reals(table)
        return Data(found, None if targets is None else self.upload_reals(targets.T), self.by_rows)

    def _upload_pictures(self, pictures: NDArray[np.uint8]) -> OnDevice:
        """A table of bytes as numbers: some rows at a time, so that the host never holds the numbers of all."""
        height, width = pictures.shape
        found = self.empty((height, width), self.dtype)
        length = max(1, UPLOADED // max(width, 1))
        for start in range(0, height if width else 0, length):
            some = np.ascontiguousarray(pictures[start : start + length])
            found[start : start + length].copy_to_device(floats(some, self.dtype), stream=self.stream)
            self.stream.synchronize()  # the numbers on the host are let go
        return found

    def upload_masks(self, masks: tuple[Mask | None, ...]) -> Masks:
        """Only hidden neurons can be off: the gains of inputs and outputs are 1, their holds 0."""
        gain, hold = np.ones((len(masks), self.layout.rows)), np.zeros((len(masks), self.layout.rows))
        hidden = slice(self.layout.widths[0], self.layout.row_offsets[-1])
        for i, mask in enumerate(masks):
            if mask is not None:
                gain[i, hidden], hold[i, hidden] = mask.gain[hidden], mask.hold[hidden]
        return Masks(self.upload_reals(gain), self.upload_reals(hold))

    def download(self, array: OnDevice) -> NDArray[Any]:
        """A copy on the host, once all that was launched before is done. Raises ``DeviceUnavailable`` if that never happens."""
        self._done.record(self.stream)
        wait(self._done, self._name)
        found: NDArray[Any] = array.copy_to_host(stream=self.stream)
        self.stream.synchronize()
        return found

    def empty(self, shape: tuple[int, ...], dtype: Any) -> OnDevice:
        return cuda.device_array(shape, dtype=dtype, stream=self.stream)

    def launch(self, kernel: Any, items: int, *arguments: Any) -> None:
        """Run ``kernel`` with about a thread per item."""
        blocks = max(1, min(MOST_BLOCKS, -(-items // THREADS)))
        kernel[blocks, THREADS, self.stream](*arguments)

    def _multiply(self, make: Any, tiles: int, *arguments: Any) -> None:
        """Run one of the kernels of :mod:`nn.backends.cuda_layer_tiles` with a block for each tile of its result."""
        kernel = make(self._tile, self.dtype.itemsize)
        kernel[max(1, min(MOST_BLOCKS, tiles)), self._tile.threads, self.stream](*arguments)

    def _tiles(self, width: int, count: int) -> int:
        """Tiles of a layer's numbers for ``count`` columns."""
        return -(-width // self._tile.rows) * -(-count // self._tile.lanes)

    def gather(self, batch: Batch) -> None:
        inputs, gather = batch.data.inputs, kernels.gather_rows if batch.data.by_rows else kernels.gather
        self.launch(gather, self.layout.widths[0] * batch.count, inputs, batch.order, batch.begin, batch.span, batch.count, self.acts)

    def forward(self, params: OnDevice, batch: Batch, masks: Masks, dropout: Dropout | None = None) -> None:
        """From the input rows to the last layer, whose rows hold logits where the loss or a softmax needs them."""
        for layer in range(self.layout.depth):
            hidden = layer < self.layout.depth - 1
            d = dropout if dropout is not None and hidden else self._no_dropout
            self._multiply(
                tiles.forward_kernel, self._tiles(self.layout.widths[layer + 1], batch.count), params, self.layers, layer, self.acts,
                self.deltas, masks.gain, masks.hold, batch.span, d.keep, d.step, d.first, self.dtype.type(d.scale), batch.count,
            )  # fmt: skip

    def answer(self, batch: Batch) -> None:
        """Losses, outputs and output deltas."""
        self.launch(
            kernels.answer, batch.count, self.acts, self.deltas, self.losses, batch.data.targets, batch.order,
            batch.begin, batch.span, batch.count, self.loss, self.ending,
        )  # fmt: skip

    def backward(self, params: OnDevice, count: int, slices: int, *, more: bool) -> None:
        """Deltas of the hidden layers, then the gradient's sums, added to what is there if ``more``."""
        for layer in range(self.layout.depth - 1, 0, -1):
            self._multiply(tiles.backward_kernel, self._tiles(self.layout.widths[layer], count), params, self.layers, layer, self.deltas, count)
        self._multiply(
            tiles.accumulate_kernel, self._cut.units * slices, self.acts, self.deltas, self.losses, self.layers, self._slices, self._firsts,
            count, slices, int(more), self.parts, self.loss_parts,
        )  # fmt: skip

    def slices(self, size: int) -> int:
        """Into how many slices a batch's columns are cut for their sums: it depends on its size alone, so that runs repeat."""
        return max(1, min(self.most_slices, min(size, self.columns) // SLICE))


def _layer_table(architecture: Architecture, ending: int) -> NDArray[np.int32]:
    """What :mod:`nn.backends.cuda_kernels` reads of each layer, shape (L, 7)."""
    layout = architecture.layout
    table = [
        [*layout.offsets[i], layout.row_offsets[i], layout.widths[i], layout.row_offsets[i + 1], layout.widths[i + 1], codes.ACTIVATIONS[code]]
        for i, code in enumerate(architecture.activations)
    ]
    if ending != codes.LINEAR:
        table[-1][-1] = codes.LINEAR
    return np.array(table, dtype=np.int32)


def _sources(layout: Layout) -> NDArray[np.int32]:
    """Each parameter's source row, −1 for a bias, shape (P,)."""
    sources = np.full(layout.size, -1, dtype=np.int32)
    for layer in range(1, layout.depth + 1):
        rows = layout.layer_rows(layer - 1)
        layout.weights(sources, layer)[:] = np.arange(rows.start, rows.stop)[:, None]
    return sources
