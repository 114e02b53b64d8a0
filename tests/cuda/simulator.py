"""Numba's CUDA simulator, made stricter and many times as fast.

- Threads of a block wait for one another at barriers, not in busy loops. As on a GPU, all of them must come to each.
- Kernels whose threads have nothing to do with one another are run without any threads of their own.
- The blocks of a cooperative kernel run side by side and can wait for one another; numba's run one after the other.
- The module that GPU functions name ``cuda`` is put in its place once a launch, not at each call.
- Shared memory isn't 0 at the start, and each block has its own.
"""

import sys
import threading
from contextlib import contextmanager

import numpy as np
from numba.cuda.simulator import kernel, kernelapi
from numba.np.numpy_support import as_dtype

PATIENCE = 60  # seconds at a barrier that somebody does not come to

one_at_a_time = threading.Lock()


def shared_array(self, shape, dtype, alignment=None):
    """Two threads may ask for the same array at once, and each would get its own if they were not kept apart."""
    asked = sys._getframe(1)
    place = (asked.f_code.co_filename, asked.f_lineno, *threading.current_thread().blockIdx)
    with one_at_a_time:
        if place not in self._allocations:
            kind = as_dtype(dtype)
            self._allocations[place] = np.full(shape, np.nan if kind.kind == "f" else 99, kind)
        return self._allocations[place]


class Thread(kernel.BlockThread):
    """A GPU thread. One that fails lets nobody wait for it."""

    def run(self):
        super().run()
        if self.exception:
            self._manager.barrier.abort()
            self._manager.grid.abort()

    def syncthreads(self):
        self._manager.barrier.wait()


class Block(kernel.BlockManager):
    """Runs a block's threads; of a cooperative kernel, the first block runs them all."""

    def run(self, grid_point, *arguments):
        if self._f.__module__ in {"nn.backends.cuda_kernels", "benchmarks.document_design"}:
            self._one_by_one(grid_point, arguments)
        elif "grid" not in self._f.__name__:
            self._together([grid_point], arguments)
        elif not any(grid_point):
            self._together(list(np.ndindex(*self._grid_dim)), arguments)

    def _one_by_one(self, point, arguments):
        me = threading.current_thread()
        me.blockIdx = kernel.Dim3(*point)
        for thread in np.ndindex(*self._block_dim):
            me.threadIdx = kernel.Dim3(*thread)
            self._f(*arguments)

    def _together(self, points, arguments):
        grid = threading.Barrier(len(points), timeout=PATIENCE)
        threads = []
        for point in points:
            block = Block(self._f, self._grid_dim, self._block_dim, self._debug)
            block.grid, block.barrier = grid, threading.Barrier(int(np.prod(self._block_dim)), timeout=PATIENCE)
            places = np.ndindex(*self._block_dim)
            threads += [Thread(lambda: self._f(*arguments), block, point, place, self._debug) for place in places]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        failed = [thread.exception for thread in threads if thread.exception]
        for kind, trace in sorted(failed, key=lambda one: isinstance(one[0], threading.BrokenBarrierError)):
            raise kind.with_traceback(trace)


def wait_for_the_grid(self):
    thread = threading.current_thread()
    thread.syncthreads()
    if thread.thread_id == 0:
        thread._manager.grid.wait()
    thread.syncthreads()


swapped = []  # the files' names, and the module that each had before the kernel


@contextmanager
def swap(function, module):
    outermost = not swapped
    names = function.__globals__
    with one_at_a_time:
        if names.get("cuda", module) is not module:
            swapped.append((names, names["cuda"]))
            names["cuda"] = module
    try:
        yield
    finally:
        if outermost:
            while swapped:
                names, before = swapped.pop()
                names["cuda"] = before


def refit():
    kernel.swapped_cuda_module = swap
    kernelapi.FakeCUDAShared.array = shared_array
    kernelapi.GridGroup.sync = wait_for_the_grid
    kernel.BlockManager = Block
