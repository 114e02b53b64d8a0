"""The decision map of [2, 4, 8, 1] at 10,000 × 10,000 points: its kernel's time beside what the GPU's limits allow."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from benchmarks.gpu_cases import SMALL_32
from nn.backends.devices import Device

SIDE = 10_000
REPEATS = 10
# Of an NVIDIA streaming multiprocessor, results per clock (CUDA C++ programming guide, table of arithmetic throughput).
FUSED = {(7, 5): 64, (8, 0): 64}
FUSED_ELSE = 128
SPECIAL = 16
# A float32 sigmoid 1/(1 + e^-z) at the least: two special functions (2^x and 1/x), and beside them a multiplication by log2 e, an
# addition, a choice and a multiplication.
SPECIALS_OF_SIGMOID, OTHERS_OF_SIGMOID = 2, 4


@dataclass(frozen=True)
class Work:
    """What one point needs at the least, in results of each unit; ``moved`` bytes to and from the GPU's memory."""

    fused: int
    special: int
    moved: int


def work_of(widths: tuple[int, ...]) -> Work:
    """Of a network of sigmoids in float32: the sum of a neuron starts with its bias, so that every weight is one fused operation."""
    neurons = sum(widths[1:])
    products = sum(n_in * n_out for n_in, n_out in pairwise(widths))
    return Work(products + OTHERS_OF_SIGMOID * neurons, SPECIALS_OF_SIGMOID * neurons, 4 * (widths[0] + widths[-1]))


def limits(work: Work, points: int, gpu: Device, clock: float, bytes_per_second: float) -> dict[str, float]:
    """Seconds that each unit needs at least. ``clock`` in Hz is the highest of the multiprocessors."""
    capability, multiprocessors = gpu.compute_capability or (9, 0), gpu.cores or 1
    per_clock = points / (multiprocessors * clock)
    return {
        "float32 arithmetic": work.fused * per_clock / FUSED.get(capability, FUSED_ELSE),
        "special functions": work.special * per_clock / SPECIAL,
        "memory": work.moved * points / bytes_per_second,
    }


def judged(seconds: float, found: dict[str, float]) -> dict[str, Any]:
    """Which limit binds, and how near to it ``seconds`` came."""
    binding = max(found, key=found.__getitem__)
    return {
        "milliseconds": seconds * 1e3,
        "limits_in_milliseconds": {name: value * 1e3 for name, value in found.items()},
        "binding_limit": binding,
        "share_of_limit": found[binding] / seconds,
    }


def measured(gpu: Device, side: int = SIDE) -> dict[str, Any]:
    """The map's kernel timed by the GPU's own clock, its answers looked at before; and the memory's speed by a copy."""
    from numba import cuda

    from nn.backends.cuda import CudaEngine
    from nn.backends.reference import ReferenceEngine

    architecture, data = SMALL_32.architecture, SMALL_32.data()
    engine = CudaEngine(architecture, *data, np.float32, index=gpu.index)
    passes, maps = engine._passes, engine._maps
    assert maps is not None, "one block holds this network"
    rows, axis = slice(architecture.layout.rows - 1, architecture.layout.rows), np.linspace(-3, 3, side, dtype=np.float32)
    points = np.empty((2, side * side), dtype=np.float32)
    points[0], points[1] = np.tile(axis, side), np.repeat(axis, side)
    given, picked = passes.upload(points), passes.empty((1, side * side), np.float32)
    maps.launch(given, engine._params, None, rows, picked)
    some = np.linspace(0, side * side - 1, 1000).astype(int)
    wanted = ReferenceEngine(architecture, *data).outputs(points.T[some].astype(np.float64))
    wrong = float(np.abs(passes.download(picked)[0, some] - wanted[:, 0]).max())
    if not wrong <= 1e-5:
        raise RuntimeError(f"the map's answers differ from the oracle's by {wrong:.3g}")
    seconds = timed(lambda: maps.launch(given, engine._params, None, rows, picked), passes.stream)
    half = passes.empty((side * side,), np.float32)
    copied = timed(lambda: half.copy_to_device(picked.reshape(side * side), stream=passes.stream), passes.stream)
    device = cuda.get_current_device()
    found = limits(work_of(architecture.widths), side * side, gpu, device.CLOCK_RATE * 1e3, 2 * 4 * side * side / copied)
    engine.close()
    return {"side": side, "difference": wrong, "points_per_second": side * side / seconds, **judged(seconds, found)}


def timed(launch: Any, stream: Any) -> float:
    """Seconds of the fastest of some launches, between two events of the GPU; in the simulator, which has no clock, 1."""
    from numba import cuda

    from nn.backends.cuda_math import SIMULATED

    best = np.inf
    for _ in range(REPEATS):
        began, ended = cuda.event(), cuda.event()
        began.record(stream)
        launch()
        ended.record(stream)
        ended.synchronize()
        best = min(best, 1.0 if SIMULATED else float(began.elapsed_time(ended)) / 1e3)
    return float(best)
