"""Training on an NVIDIA GPU with numba-cuda: data, weights and optimizer state stay there.

A network that one block can hold is trained in one launch for many steps (:mod:`nn.backends.cuda_launch`), and so is a larger one,
by a grid of blocks that wait for one another (:mod:`nn.backends.cuda_grid`), where the GPU and the driver can do that. For a network,
a batch or a GPU for which neither will do, a few kernels make a step; those of all steps of a chunk are queued without waiting for any.

Import this module only where a GPU (or the simulator, ``NUMBA_ENABLE_CUDASIM=1``) is to be used: numba takes seconds to load.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numba import cuda
from numpy.typing import NDArray

from nn.backends import cuda_kernels as kernels
from nn.backends import cuda_math as codes
from nn.backends.base import Chunk, Hyper, State
from nn.backends.cuda_faults import faults, given_up, is_device_fault
from nn.backends.cuda_feed import Weights
from nn.backends.cuda_grid_plan import MOST_BATCH
from nn.backends.cuda_grid_train import GridRefused, GridTrainer
from nn.backends.cuda_maps import maps_for
from nn.backends.cuda_math import SIMULATED
from nn.backends.cuda_passes import Batch, Dropout, Masks, OnDevice, Passes, Run
from nn.backends.cuda_plan import MOST_SAMPLES, plan_for
from nn.backends.cuda_small import SmallTrainer
from nn.choices import Task
from nn.errors import DeviceUnavailable
from nn.network import Architecture, Mask, read_only
from nn.text import QT_TRANSLATE_NOOP, Sentence

Floats = NDArray[np.floating]

# Two warps of two threads are enough to find what goes wrong between threads and between warps.
BLOCK = {"warp": 2, "threads": 4} if SIMULATED else {}


class CudaEngine:
    """Implements :class:`nn.backends.base.Engine` on one GPU, ``index`` counting from 0.

    ``inputs`` (n, n_in) and ``targets`` (n, n_out) are the training part, ``params`` (P,) the starting parameters; all are
    copied. ``one_launch`` False trains every network with several kernels a step. Every method raises
    :class:`nn.errors.DeviceUnavailable` when the GPU fails, stops answering or has too little memory.
    """

    device = "cuda"

    def __init__(
        self,
        architecture: Architecture,
        inputs: Floats,
        targets: Floats,
        params: Floats,
        dtype: type[np.floating] | np.dtype[np.floating] = np.float32,
        *,
        index: int = 0,
        one_launch: bool = True,
    ) -> None:
        self.architecture = architecture
        self.dtype: np.dtype[np.floating] = np.dtype(dtype)
        self.device_name = "GPU"
        self._step = self._optimizer_step = 0
        lost = given_up()
        if lost is not None:
            raise DeviceUnavailable(lost.template, **lost.values)
        with faults(self.device_name):
            cuda.select_device(index)
            self.device_name = "CUDA simulator" if SIMULATED else str(cuda.get_current_device().name)
        with faults(self.device_name):
            plan = plan_for(architecture, self.dtype, **BLOCK) if one_launch else None
            self._passes = Passes(architecture, self.dtype, len(inputs), self.device_name, by_rows=plan is None)
            self._size = len(inputs)
            self._data = self._passes.upload_data(inputs, targets)
            self._own_order = self._passes.upload(np.arange(self._size, dtype=np.int32))
            self._params = self._passes.upload_reals(params)
            self._slots = self._passes.upload_reals(np.zeros((2, architecture.layout.size)))
            self._masks, self._frozen = self._mask_on_device(None)
            self._small = None if plan is None else SmallTrainer(self._passes, plan, self._data, self.device_name)
            self._grid = self._grid_trainer(targets) if one_launch and plan is None else None
            self._maps = maps_for(self._passes, plan)
        self._host: tuple[Floats, Floats] | None = None  # parameters and state, where the GPU wrote them into host memory

    def _grid_trainer(self, targets: Floats) -> GridTrainer | None:
        data = replace(self._data, targets=self._passes.upload_reals(targets))
        return GridTrainer(self._passes, data, self.device_name) if GridTrainer.suits(self._passes.layout) else None

    # Training

    @property
    def one_launch(self) -> bool:
        """Whether one launch trains many steps, where the batches allow it."""
        return self._small is not None or self._grid is not None

    def way(self, batch: int) -> Sentence:
        """By which kernels batches of that size are trained, in two or three words."""
        if self._small is not None and batch <= MOST_SAMPLES:
            return Sentence(QT_TRANSLATE_NOOP("nn", "one block"))
        if self._grid is not None and batch <= MOST_BATCH:
            return Sentence(QT_TRANSLATE_NOOP("nn", "grid of blocks"))
        return Sentence(QT_TRANSLATE_NOOP("nn", "kernel by kernel"))

    def train(self, chunk: Chunk, hyper: Hyper) -> NDArray[np.float64]:
        self._host = None
        with faults(self.device_name):
            trainer = self._small if self._grid is None else self._grid
            if trainer is None or not trainer.takes(chunk, self._size):
                return self._train_by_layers(chunk, hyper)
            try:
                losses = trainer.train(chunk, hyper, Weights(self._params, self._slots, self._frozen), self._optimizer_step)
            except GridRefused:
                self._grid = None
                return self._train_by_layers(chunk, hyper)
            self._host = None if self._small is None else self._small.copy()
            self._step += chunk.steps
            self._optimizer_step += chunk.steps
            return losses

    def _train_by_layers(self, chunk: Chunk, hyper: Hyper) -> NDArray[np.float64]:
        """Several kernels a step, queued for all steps; one wait at the end."""
        passes = self._passes
        order = self._own_order if chunk.order is None else passes.upload(chunk.order.astype(np.int32, copy=False))
        dropout = None if chunk.keep is None else Dropout(passes.upload(chunk.keep.astype(np.uint8, copy=False)), 0, 0, chunk.keep_scale)
        numbers = passes.upload_reals(codes.numbers_of(hyper))
        losses = passes.empty((chunk.steps,), np.float64)
        for k in range(chunk.steps):
            begin, end = self._bounds(chunk, k)
            dropped = None if dropout is None else replace(dropout, step=k)
            same = k > 0 and chunk.order is None  # the full batch in its own order
            self._gradient_parts(self._params, self._masks, Run(order, begin, end, gathered=same), dropped)
            self._update(hyper, float(chunk.rates[k]), numbers, end - begin, losses=losses, step=k)
        return np.asarray(passes.download(losses), dtype=np.float64)

    def _bounds(self, chunk: Chunk, k: int) -> tuple[int, int]:
        """Where step ``k``'s batch begins and ends in the order."""
        if chunk.order is None:
            return 0, self._size
        if chunk.starts is None:
            return 0, len(chunk.order)
        return int(chunk.starts[k]), int(chunk.starts[k + 1])

    def _gradient_parts(self, params: OnDevice, masks: Masks, run: Run, dropout: Dropout | None = None) -> None:
        """Forward and backward through a batch, tile by tile if it is longer than the buffers; leaves the gradient's sums."""
        passes = self._passes
        for start in range(run.begin, run.end, passes.columns):
            count = min(passes.columns, run.end - start)
            batch = Batch(self._data, run.order, start, count, count)
            if not run.gathered or run.size > passes.columns:
                passes.gather(batch)
            passes.forward(params, batch, masks, dropout and replace(dropout, first=start - run.begin))
            passes.answer(batch)
            passes.backward(params, count, passes.slices(run.size), more=start > run.begin)

    def _update(self, hyper: Hyper, rate: float, numbers: OnDevice, batch: int, *, losses: OnDevice, step: int) -> None:
        passes, real = self._passes, self.dtype.type
        t = self._optimizer_step + 1
        passes.launch(
            kernels.update, passes.layout.size + 1, self._params, self._slots, self._frozen, passes.sources, passes.parts,
            passes.loss_parts, passes.slices(batch), batch, real(codes.scale_of(hyper, batch)), codes.OPTIMIZERS[hyper.optimizer], numbers,
            real(rate), real(1.0 - hyper.beta1**t), real(1.0 - hyper.beta2**t), losses, step,
        )  # fmt: skip
        self._step += 1
        self._optimizer_step = t

    def set_mask(self, mask: Mask | None) -> None:
        with faults(self.device_name):
            self._masks, self._frozen = self._mask_on_device(mask)
            for trainer in (self._small, self._grid):
                if trainer is not None:
                    trainer.set_mask(mask)

    def _mask_on_device(self, mask: Mask | None) -> tuple[Masks, OnDevice]:
        layout = self.architecture.layout
        frozen = np.zeros(layout.size, dtype=np.bool_) if mask is None else mask.frozen_parameters(layout)
        return self._passes.upload_masks((mask,)), self._passes.upload(frozen.astype(np.uint8))

    # State

    def state(self) -> State:
        with faults(self.device_name):
            slots = self._passes.download(self._slots) if self._host is None else self._host[1].copy()
            return State(self.params(), read_only(slots), self._step, self._optimizer_step)

    def restore(self, state: State) -> None:
        with faults(self.device_name):
            self._host = None
            self._params = self._passes.upload_reals(state.params)
            self._slots = self._passes.upload_reals(state.slots)
            self._step, self._optimizer_step = state.step, state.optimizer_step

    def params(self) -> Floats:
        with faults(self.device_name):
            return read_only(self._passes.download(self._params) if self._host is None else self._host[0].copy())

    # Questions

    def outputs(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        rows = self.architecture.layout.layer_rows(self.architecture.layout.depth)
        return np.ascontiguousarray(self._rows(inputs, params, mask, rows).T)

    def neurons(self, inputs: Floats, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        return self._rows(inputs, params, mask, slice(0, self.architecture.layout.rows))

    def _rows(self, inputs: Floats, params: Floats | None, mask: Mask | None, rows: slice) -> Floats:
        """Outputs of the neurons at ``rows``, shape (rows, n)."""
        with faults(self.device_name):
            return self._maps.rows(inputs, self._chosen(params), mask, rows)

    def gradient(self, hyper: Hyper, params: Floats | None = None, mask: Mask | None = None) -> Floats:
        with faults(self.device_name):
            passes, chosen, size = self._passes, self._chosen(params), self.architecture.layout.size
            self._gradient_parts(chosen, passes.upload_masks((mask,)), Run(self._own_order, 0, self._size))
            found = passes.empty((size,), self.dtype)
            numbers, scale = passes.upload_reals(codes.numbers_of(hyper)), self.dtype.type(codes.scale_of(hyper, self._size))
            slices = passes.slices(self._size)
            passes.launch(kernels.combine, size, chosen, passes.sources, passes.parts, slices, scale, numbers, found)
            return read_only(passes.download(found))

    def measure(
        self, inputs: Floats, targets: Floats, task: Task, masks: tuple[Mask, ...], params: Floats | None = None
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        found = np.full((2, len(masks)), np.nan)
        if masks and len(inputs):
            with faults(self.device_name):
                found = self._maps.sums(inputs, targets, masks, self._chosen(params)) / len(inputs)
        return found[0], found[1] if task is Task.CLASSIFICATION else np.full(len(masks), np.nan)

    def _chosen(self, params: Floats | None) -> OnDevice:
        return self._params if params is None else self._passes.upload_reals(params)

    def close(self) -> None:
        """Give the GPU's memory back.

        The CUDA context itself stays until the program ends: the compiled kernels live in it, and the next engine needs them.
        """
        for name in ("_passes", "_data", "_own_order", "_params", "_slots", "_masks", "_frozen", "_small", "_grid", "_maps"):
            vars(self).pop(name, None)
        if SIMULATED:
            return
        try:
            context = cuda.current_context()
            context.memory_manager.deallocations.clear()  # numba frees memory late, in bunches
            context.deallocations.clear()
        except Exception as error:
            if not is_device_fault(error):
                raise
