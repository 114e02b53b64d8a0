"""Tests in ``simulated`` need numba's CUDA simulator, which a process has from the start or never: test_simulator.py starts it."""

import os
import sys
import threading

import numpy as np

SIMULATED = os.environ.get("NUMBA_ENABLE_CUDASIM") == "1"
collect_ignore = [] if SIMULATED else ["simulated"]


def quicken():
    """Let the simulator's threads, which wait for one another in a busy loop, take shorter turns: several times as fast.

    Two of them may then ask for the same shared array at once, and each would get its own if they were not kept apart.
    """
    from numba.cuda.simulator.kernelapi import FakeCUDAShared
    from numba.np.numpy_support import as_dtype

    one_at_a_time = threading.Lock()

    def array(self, shape, dtype):
        asked = sys._getframe(1)
        place = (asked.f_code.co_filename, asked.f_lineno)
        with one_at_a_time:
            if place not in self._allocations:
                kind = as_dtype(dtype)
                self._allocations[place] = np.full(shape, np.nan if kind.kind == "f" else 99, kind)  # a GPU's memory isn't 0 either
            return self._allocations[place]

    FakeCUDAShared.array = array
    sys.setswitchinterval(1e-5)


if SIMULATED:
    quicken()
