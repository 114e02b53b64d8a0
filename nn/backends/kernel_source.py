"""The source of the code that trains a network on a device: what a *Kernel* view shows. numba is loaded when it is asked for."""

from __future__ import annotations

import numpy as np

from nn.backends.source import KernelSource
from nn.network import Architecture

__all__ = ["KernelSource", "kernel_of"]


def kernel_of(device: str, architecture: Architecture, dtype: str, batch: int) -> KernelSource:
    """What runs for each step on ``device`` (an engine's: "cpu" or "cuda") with batches of up to ``batch`` samples.

    ``dtype`` is "float32" or "float64". Raises OSError where the program's Python files are not there to be read.
    """
    kind = np.dtype(dtype)
    if device == "cuda":
        from nn.backends import cuda_source

        return KernelSource(cuda_source.parts(architecture, kind, batch), cuda_source.facts(architecture, kind, batch))
    from nn.backends import cpu_source

    return KernelSource(cpu_source.parts(architecture, kind, batch), cpu_source.facts(architecture, kind, batch))
