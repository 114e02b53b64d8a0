"""Training steps on the GPU, checked against the oracle first, then timed beside the CPU: ``python -m benchmarks.gpu``.

Prints a table and writes ``benchmarks/gpu.json``. Without a usable GPU it says why, writes nothing and ends well.
"""

from __future__ import annotations

import json
import platform
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nn.backends import devices
from nn.backends.base import Chunk, Engine, Hyper
from nn.backends.devices import Device, create_engine
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, DeviceChoice, Loss, OptimizerKind, Reduction
from nn.errors import DeviceUnavailable
from nn.network import Architecture

RESULT = Path(__file__).with_name("gpu.json")
HYPER = Hyper(OptimizerKind.SGD, Reduction.MEAN, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=0.0, l2=0.0)
CHECKED_STEPS, TOLERANCE = 100, 1e-4
REPEATS, ABOUT_SECONDS = 7, 0.3


@dataclass(frozen=True)
class Case:
    """A network and the size of its data and batches; ``batch`` ``None`` is the full batch."""

    name: str
    widths: tuple[int, ...]
    samples: int
    batch: int | None
    output: Activation
    loss: Loss

    @property
    def architecture(self) -> Architecture:
        hidden = (Activation.SIGMOID,) * (len(self.widths) - 2)
        return Architecture(self.widths, (*hidden, self.output), self.loss)

    def data(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Random inputs, targets and starting parameters, the same at every call."""
        generator = np.random.default_rng(0)
        labels = generator.integers(0, max(2, self.widths[-1]), self.samples)
        targets = np.eye(self.widths[-1])[labels] if self.widths[-1] > 1 else labels[:, None].astype(np.float64)
        params = generator.uniform(-1, 1, self.architecture.layout.size) / np.sqrt(max(self.widths[:-1]))
        return generator.normal(size=(self.samples, self.widths[0])), targets, params

    def chunk(self, steps: int) -> Chunk:
        """``steps`` steps over shuffled batches."""
        rates = np.full(steps, 0.05)
        if self.batch is None:
            return Chunk(rates)
        generator = np.random.default_rng(1)
        per_epoch = self.samples // self.batch
        epochs = -(-steps // per_epoch)
        order = np.concatenate([generator.permutation(self.samples)[: per_epoch * self.batch] for _ in range(epochs)])
        return Chunk(rates, order[: steps * self.batch].astype(np.int32), np.arange(steps + 1, dtype=np.int64) * self.batch)


CASES = (
    Case("[2, 4, 8, 1], 500 samples, full batch", (2, 4, 8, 1), 500, None, Activation.SIGMOID, Loss.MSE),
    Case("[784, 256, 10], batch 64", (784, 256, 10), 8192, 64, Activation.SOFTMAX, Loss.CROSS_ENTROPY),
)


def relative_difference(case: Case, device: Device) -> float:
    """Largest difference of the weights to the float64 oracle's after 100 steps, relative to the largest weight."""
    inputs, targets, params = case.data()
    engine = create_engine(device, case.architecture, inputs, targets, params, np.float32)
    oracle = ReferenceEngine(case.architecture, inputs, targets, params)
    try:
        for one in (engine, oracle):
            one.train(case.chunk(CHECKED_STEPS), HYPER)
        return float(np.abs(engine.params() - oracle.params()).max() / np.abs(oracle.params()).max())
    finally:
        engine.close()


def seconds_per_step(case: Case, device: Device) -> list[float]:
    """Wall time per step of several chunks, compiled and warmed up before; each chunk ends with its losses on the host."""
    inputs, targets, params = case.data()
    engine = create_engine(device, case.architecture, inputs, targets, params, np.float32)
    try:
        engine.train(case.chunk(10), HYPER)
        steps = max(10, int(ABOUT_SECONDS / _timed(engine, case.chunk(100))))
        chunk = case.chunk(steps)
        return [_timed(engine, chunk) for _ in range(REPEATS)]
    finally:
        engine.close()


def _timed(engine: Engine, chunk: Chunk) -> float:
    start = time.perf_counter()
    engine.train(chunk, HYPER)
    return (time.perf_counter() - start) / chunk.steps


def row(case: Case, device: Device) -> dict[str, object]:
    """Agreement and speed of one case on one device."""
    difference = relative_difference(case, device)
    if not difference <= TOLERANCE:
        raise SystemExit(f"{case.name} on {device.name}: the weights differ from the oracle's by {difference:.3g}; nothing was timed.")
    seconds = seconds_per_step(case, device)
    median = statistics.median(seconds)
    return {
        "case": case.name,
        "device": device.name,
        "relative_difference": difference,
        "microseconds_per_step": median * 1e6,
        "fastest": min(seconds) * 1e6,
        "slowest": max(seconds) * 1e6,
        "samples_per_second": (case.batch or case.samples) / median,
    }


def main() -> int:
    try:
        gpu = devices.choose(DeviceChoice.CUDA)
    except DeviceUnavailable as error:
        print(f"{error} Nothing was measured.")
        return 0
    rows = [row(case, device) for case in CASES for device in (gpu, devices.choose(DeviceChoice.CPU))]
    print(f"{'case':40} {'device':32} {'µs/step':>10} {'samples/s':>14} {'difference':>11}")
    for found in rows:
        numbers = "{microseconds_per_step:10.1f} {samples_per_second:14,.0f} {relative_difference:11.1e}"
        print(f"{found['case']:40} {found['device']:32} " + numbers.format(**found))
    machine = {"gpu": gpu.name, "driver": gpu.driver, "system": platform.platform(), "python": platform.python_version(), "numpy": np.__version__}
    RESULT.write_text(json.dumps({"machine": machine, "precision": "float32", "rows": rows}, indent=2) + "\n", encoding="utf-8")
    print(f"Written to {RESULT}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
