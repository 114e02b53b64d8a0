# ruff: noqa: PLR0917 - GPU functions take their arguments by position
"""Maps and measures of a small network, one launch each: every point of a decision map with all neurons, every row of an ablation table.

Each thread takes points through the whole network, weights wait in shared memory. What a thread's registers can't hold goes by
:mod:`nn.backends.cuda_walk`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numba import cuda, types
from numpy.typing import NDArray

from nn.backends import cuda_passes
from nn.backends.cuda_launch import real_of
from nn.backends.cuda_layers import Switches, answer_of, forward_sample
from nn.backends.cuda_math import SIMULATED, Reals, finish_column, names_right_class
from nn.backends.cuda_passes import Data, OnDevice, Passes
from nn.backends.cuda_plan import Kind, Plan, ending
from nn.backends.cuda_walk_maps import WalkedMaps
from nn.network import Mask

Floats = NDArray[np.floating]
Flags = NDArray[np.uint8]

THREADS = 2 if SIMULATED else 128
# About what fills a GPU; each block loads the weights once and then takes many points.
MOST_BLOCKS = 2 if SIMULATED else 2048


@lru_cache(maxsize=64)
def rows_kernel(plan: Plan, low: int, high: int) -> Any:
    """Outputs of the rows from ``low`` to below ``high`` for every sample of ``inputs`` (n_in, n), into ``picked`` (high − low, n).

    The rows are part of the kernel: were they known only when it runs, all outputs would have to lie in memory, not in registers.
    """
    size, rows, inputs_wide, ends, real = *_sizes(plan), ending(plan.architecture), real_of(plan)
    forward, outputs_at = forward_sample(plan), plan.layers[-1].row

    def rows_of(inputs: Reals, params: Reals, gain: Reals, hold: Reals, keep: Flags, picked: Reals) -> None:
        weights = cuda.shared.array(size, real)
        for p in range(cuda.threadIdx.x, size, cuda.blockDim.x):
            weights[p] = params[p]
        cuda.syncthreads()
        acts = cuda.local.array((rows, 1), real)
        deltas = cuda.local.array((rows, 1), real)
        switches = Switches(gain[0], hold[0], keep, picked.dtype.type(0))
        for sample in range(cuda.grid(1), inputs.shape[1], cuda.gridsize(1)):
            for i in range(inputs_wide):
                acts[i, 0] = inputs[i, sample]
            forward(weights, acts, deltas, switches, 0, 0)
            finish_column(acts[outputs_at:], 0, ends)
            for row in range(low, high):
                picked[row - low, sample] = acts[row, 0]

    return cuda.jit(rows_of)


@lru_cache(maxsize=64)
def measure_kernel(plan: Plan) -> Any:
    """Sum of the losses and number of right answers under each mask, ``found`` (2, masks). A block for each mask."""
    size, rows, inputs_wide, real = *_sizes(plan), real_of(plan)
    forward, answer, outputs_at = forward_sample(plan), answer_of(plan), plan.layers[-1].row

    def measure(inputs: Reals, targets: Reals, params: Reals, gain: Reals, hold: Reals, keep: Flags, found: NDArray[np.float64]) -> None:
        thread = cuda.threadIdx.x
        weights = cuda.shared.array(size, real)
        losses = cuda.shared.array(THREADS, types.float64)
        rights = cuda.shared.array(THREADS, types.int32)
        for p in range(thread, size, THREADS):
            weights[p] = params[p]
        cuda.syncthreads()
        acts = cuda.local.array((rows, 1), real)
        deltas = cuda.local.array((rows, 1), real)
        for mask in range(cuda.blockIdx.x, gain.shape[0], cuda.gridDim.x):
            switches = Switches(gain[mask], hold[mask], keep, params.dtype.type(0))
            lost, right = 0.0, 0
            for sample in range(thread, inputs.shape[1], THREADS):
                for i in range(inputs_wide):
                    acts[i, 0] = inputs[i, sample]
                forward(weights, acts, deltas, switches, 0, 0)
                lost += answer(acts, deltas, 0, targets, sample)
                right += names_right_class(acts[outputs_at:], 0, targets, sample)
            losses[thread], rights[thread] = lost, right
            cuda.syncthreads()
            if thread == 0:
                for other in range(1, THREADS):
                    lost += losses[other]
                    right += rights[other]
                found[0, mask], found[1, mask] = lost, right
            cuda.syncthreads()

    return cuda.jit(measure)


@lru_cache(maxsize=64)
def plane_kernel(plan: Plan) -> Any:
    """The sum of the losses of one network for each of ``places`` (2, n), into ``found`` (n,): its parameters are ``origin`` + a·``first`` +
    b·``second``. A block for each place.
    """
    size, rows, inputs_wide, real = *_sizes(plan), real_of(plan)
    forward, answer = forward_sample(plan), answer_of(plan)

    def plane(
        inputs: Reals, targets: Reals, origin: Reals, first: Reals, second: Reals, places: Reals, gain: Reals, hold: Reals, keep: Flags,
        found: NDArray[np.float64],
    ) -> None:  # fmt: skip
        thread = cuda.threadIdx.x
        weights = cuda.shared.array(size, real)
        losses = cuda.shared.array(THREADS, types.float64)
        acts = cuda.local.array((rows, 1), real)
        deltas = cuda.local.array((rows, 1), real)
        switches = Switches(gain[0], hold[0], keep, origin.dtype.type(0))
        for place in range(cuda.blockIdx.x, places.shape[1], cuda.gridDim.x):
            for p in range(thread, size, THREADS):
                weights[p] = origin[p] + places[0, place] * first[p] + places[1, place] * second[p]
            cuda.syncthreads()
            lost = 0.0
            for sample in range(thread, inputs.shape[1], THREADS):
                for i in range(inputs_wide):
                    acts[i, 0] = inputs[i, sample]
                forward(weights, acts, deltas, switches, 0, 0)
                lost += answer(acts, deltas, 0, targets, sample)
            losses[thread] = lost
            cuda.syncthreads()
            if thread == 0:
                for other in range(1, THREADS):
                    lost += losses[other]
                found[place] = lost
            cuda.syncthreads()

    return cuda.jit(plane)


def _sizes(plan: Plan) -> tuple[int, int, int]:
    """Parameters, rows, inputs."""
    return plan.architecture.layout.size, plan.architecture.layout.rows, plan.architecture.widths[0]


class SmallMaps:
    """What a network that one block holds puts out, for samples in rows. ``params`` lie on the GPU."""

    def __init__(self, passes: Passes, plan: Plan) -> None:
        self._passes = passes
        self._plans = {masked: replace(plan, switched=masked) for masked in (False, True)}
        self._no_keep = passes.upload(np.zeros((1, 1, 1), dtype=np.uint8))

    def rows(self, inputs: Floats, params: OnDevice, mask: Mask | None, rows: slice) -> Floats:
        """Outputs of the neurons at ``rows``, shape (rows, n): one launch, or more where memory for all of them would be too much."""
        passes, height = self._passes, rows.stop - rows.start
        found = np.empty((height, len(inputs)), dtype=passes.dtype)
        length = max(1, cuda_passes.LARGEST_BUFFER // max(height, inputs.shape[1]))
        for start in range(0, len(inputs), length):
            some = inputs[start : start + length]
            picked = passes.empty((height, len(some)), passes.dtype)
            self.launch(passes.upload_data(some).inputs, params, mask, rows, picked)
            found[:, start : start + length] = passes.download(picked)
        return found

    def launch(self, points: OnDevice, params: OnDevice, mask: Mask | None, rows: slice, picked: OnDevice) -> None:
        """One launch for ``points`` (n_in, n) on the GPU; ``picked`` (rows, n) will hold the outputs."""
        passes, count = self._passes, points.shape[1]
        masks, function = passes.upload_masks((mask,)), rows_kernel(self._plans[mask is not None], rows.start, rows.stop)
        blocks = min(MOST_BLOCKS, -(-count // THREADS))
        function[blocks, THREADS, passes.stream](points, params, masks.gain, masks.hold, self._no_keep, picked)

    def sums(self, inputs: Floats, targets: Floats, masks: tuple[Mask, ...], params: OnDevice) -> NDArray[np.float64]:
        """Sum of the losses and number of right answers under each mask, shape (2, masks)."""
        passes, data = self._passes, self._passes.upload_data(inputs, targets)
        on_device, found = passes.upload_masks(masks), passes.empty((2, len(masks)), np.float64)
        function = measure_kernel(self._plans[any(np.any(mask.gain != 1.0) or np.any(mask.hold) for mask in masks)])
        function[min(len(masks), MOST_BLOCKS), THREADS, passes.stream](
            data.inputs, data.targets, params, on_device.gain, on_device.hold, self._no_keep, found
        )
        return np.asarray(passes.download(found), dtype=np.float64)

    def plane(self, data: Data, vectors: tuple[OnDevice, ...], places: Floats, mask: Mask | None) -> NDArray[np.float64]:
        """Sums of the losses (n,) at ``places`` (2, n) of the plane ``vectors`` (origin, first, second): one launch."""
        passes, count = self._passes, places.shape[1]
        masks, found = passes.upload_masks((mask,)), passes.empty((count,), np.float64)
        function = plane_kernel(self._plans[mask is not None])
        function[min(MOST_BLOCKS, count), THREADS, passes.stream](
            data.inputs, data.targets, *vectors, passes.upload_reals(places), masks.gain, masks.hold, self._no_keep, found
        )
        return np.asarray(passes.download(found), dtype=np.float64)


def maps_for(passes: Passes, plan: Plan | None) -> SmallMaps | WalkedMaps:
    """What answers for a network that one block trains by ``plan``, or not (``None``): threads alone where their registers hold it."""
    return SmallMaps(passes, plan) if plan is not None and plan.kind is Kind.REGISTERS else WalkedMaps(passes)
