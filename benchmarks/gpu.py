"""Training steps on the GPU: checked against the oracle first, then timed beside other designs. ``python -m benchmarks.gpu``

Contenders: this program in one launch for many steps where the network is small enough; the same by layers, some kernels a step; the
CUDA document's design, one kernel per operation and a wait after each; torch with one step captured as a CUDA graph, where torch is
there; this program on the CPU. All start from the same weights on the same data, by plain gradient descent, and are timed by turns.

Writes ``benchmarks/results/gpu.json``. Without a usable GPU nothing is timed, and the file says that the figures are not measured,
unless it holds some that were.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import gpu_torch
from benchmarks.machine import describe
from nn.backends import devices
from nn.backends.base import Chunk, Hyper
from nn.backends.devices import Device
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, DeviceChoice, Loss, OptimizerKind, Reduction
from nn.errors import DeviceUnavailable
from nn.network import Architecture

RESULT = Path(__file__).parent / "results" / "gpu.json"
HYPER = Hyper(OptimizerKind.SGD, Reduction.MEAN, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=0.0, l2=0.0)
RATE = 0.05
CHECKED_STEPS = 1000
TOLERANCE = {"float32": 1e-4, "float64": 1e-10}  # of the weights after CHECKED_STEPS, relative to the largest
TURNS, TURN_SECONDS = 7, 0.3

Floats = NDArray[np.floating]


@dataclass(frozen=True)
class Case:
    """A network and the size of its data and batches; ``batch`` ``None`` is the full batch."""

    name: str
    widths: tuple[int, ...]
    samples: int
    batch: int | None
    output: Activation
    loss: Loss
    dtype: str

    @property
    def architecture(self) -> Architecture:
        hidden = (Activation.SIGMOID,) * (len(self.widths) - 2)
        return Architecture(self.widths, (*hidden, self.output), self.loss)

    def data(self) -> tuple[Floats, Floats, Floats]:
        """Random inputs, targets and starting parameters, the same at every call."""
        generator = np.random.default_rng(0)
        labels = generator.integers(0, max(2, self.widths[-1]), self.samples)
        targets = np.eye(self.widths[-1])[labels] if self.widths[-1] > 1 else labels[:, None].astype(np.float64)
        params = generator.uniform(-1, 1, self.architecture.layout.size) / np.sqrt(max(self.widths[:-1]))
        return generator.normal(size=(self.samples, self.widths[0])), targets, params

    def chunk(self, steps: int) -> Chunk:
        """``steps`` steps over shuffled batches."""
        rates = np.full(steps, RATE)
        if self.batch is None:
            return Chunk(rates)
        generator = np.random.default_rng(1)
        per_epoch = self.samples // self.batch
        epochs = -(-steps // per_epoch)
        order = np.concatenate([generator.permutation(self.samples)[: per_epoch * self.batch] for _ in range(epochs)])
        return Chunk(rates, order[: steps * self.batch].astype(np.int32), np.arange(steps + 1, dtype=np.int64) * self.batch)


SMALL = ((2, 4, 8, 1), 500, None, Activation.SIGMOID, Loss.MSE)
CASES = (
    Case("[2, 4, 8, 1], 500 samples, full batch, float32", *SMALL, "float32"),
    Case("[2, 4, 8, 1], 500 samples, full batch, float64", *SMALL, "float64"),
    Case("[2, 100, 1], batch 128, float32", (2, 100, 1), 4096, 128, Activation.SIGMOID, Loss.MSE, "float32"),
    Case("[784, 256, 10], batch 64, float32", (784, 256, 10), 8192, 64, Activation.SOFTMAX, Loss.CROSS_ENTROPY, "float32"),
)


@dataclass(frozen=True)
class Contender:
    """``train`` does so many steps and returns when they are done; ``params`` reads the parameters (P,)."""

    name: str
    train: Callable[[int], None]
    params: Callable[[], Floats]
    close: Callable[[], None] = lambda: None


def of_engine(name: str, case: Case, engine: Any) -> Contender:
    def train(steps: int) -> None:
        engine.train(case.chunk(steps), HYPER)

    return Contender(name, train, engine.params, engine.close)


def of_document(case: Case) -> Contender:
    from benchmarks.document_design import DocumentNetwork

    made = DocumentNetwork(case.widths, *case.data(), getattr(np, case.dtype))

    def train(steps: int) -> None:
        for _ in range(steps):
            made.step(RATE)

    return Contender("the CUDA document's design", train, made.params)


def of_torch(case: Case) -> Contender:
    graph = gpu_torch.GraphedStep(case.architecture, *case.data(), RATE, case.dtype, case.batch)
    return Contender("torch, CUDA graph", lambda steps: graph.train(case.chunk(steps).order, steps), graph.params)


def contenders(case: Case, gpu: Device) -> list[Callable[[], Contender]]:
    """How to make each that can train the case."""
    from nn.backends.cuda import CudaEngine

    dtype = np.dtype(case.dtype)
    cpu = devices.choose(DeviceChoice.CPU)

    def on_gpu(*, one_launch: bool) -> Contender:
        engine = CudaEngine(case.architecture, *case.data(), dtype, index=gpu.index, one_launch=one_launch)
        return of_engine("one launch for many steps" if engine.one_launch else "by layers", case, engine)

    makers: list[Callable[[], Contender]] = [lambda: on_gpu(one_launch=True)]
    if len(case.widths) > 2 and case.architecture.layout.size < 10_000:
        makers.append(lambda: on_gpu(one_launch=False))
    if case.batch is None and case.loss is Loss.MSE:
        makers.append(lambda: of_document(case))
    if gpu_torch.available():
        makers.append(lambda: of_torch(case))
    makers.append(lambda: of_engine("CPU", case, devices.create_engine(cpu, case.architecture, *case.data(), dtype=dtype)))
    return makers


def relative_difference(case: Case, contender: Contender) -> float:
    """Largest difference of the weights to the float64 oracle's after 1,000 steps, relative to the largest weight."""
    oracle = ReferenceEngine(case.architecture, *case.data())
    oracle.train(case.chunk(CHECKED_STEPS), HYPER)
    contender.train(CHECKED_STEPS)
    return float(np.abs(contender.params() - oracle.params()).max() / np.abs(oracle.params()).max())


def checked(case: Case, make: Callable[[], Contender]) -> tuple[Contender, float]:
    """A contender of its own for the check, and another to be timed. Ends the program where the check fails."""
    judged = make()
    difference = relative_difference(case, judged)
    judged.close()
    if not difference <= TOLERANCE[case.dtype]:
        raise SystemExit(f"{case.name}, {judged.name}: the weights differ from the oracle's by {difference:.3g}; nothing was timed.")
    return make(), difference


def timed(case: Case, gpu: Device) -> list[dict[str, Any]]:
    """Agreement and speed of every contender, timed by turns."""
    found = [checked(case, make) for make in contenders(case, gpu)]
    counts = []
    for contender, _ in found:
        contender.train(20)
        counts.append(max(10, int(TURN_SECONDS / seconds_per_step(contender, 20))))
    turns = [[seconds_per_step(contender, count) for (contender, _), count in zip(found, counts, strict=True)] for _ in range(TURNS)]
    rows = []
    for (contender, difference), seconds in zip(found, zip(*turns, strict=True), strict=True):
        median = statistics.median(seconds)
        rows.append(
            {
                "contender": contender.name,
                "relative_difference": difference,
                "microseconds_per_step": median * 1e6,
                "fastest": min(seconds) * 1e6,
                "slowest": max(seconds) * 1e6,
                "samples_per_second": (case.batch or case.samples) / median,
            }
        )
        contender.close()
    return rows


def seconds_per_step(contender: Contender, steps: int) -> float:
    start = time.perf_counter()
    contender.train(steps)
    return (time.perf_counter() - start) / steps


def report(case: Case, rows: list[dict[str, Any]]) -> None:
    print(case.name)
    for row in rows:
        print("  {contender:28} {microseconds_per_step:10.2f} µs/step {samples_per_second:14,.0f} samples/s {relative_difference:9.1e}".format(**row))


def not_measured(why: str, result: Path) -> None:
    """Say so in the result's file, unless it holds figures that were measured."""
    if result.exists() and json.loads(result.read_text(encoding="utf-8"))["measured"]:
        print(f"{why} {result.name} keeps the figures that were measured elsewhere.")
        return
    cases = [case.name for case in CASES]
    result.write_text(json.dumps({"measured": False, "why": why, "cases": cases}, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{why} Nothing was measured; {result.name} says so.")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--result", type=Path, default=RESULT, help="the JSON file to write")
    result = parser.parse_args(arguments).result
    try:
        gpu = devices.choose(DeviceChoice.CUDA)
    except DeviceUnavailable as error:
        not_measured(str(error), result)
        return 0
    found = []
    for case in CASES:
        rows = timed(case, gpu)
        report(case, rows)
        found.append({"case": case.name, "rows": rows})
    card = {"name": gpu.name, "driver": gpu.driver, "compute_capability": gpu.compute_capability, "multiprocessors": gpu.cores}
    written = {"measured": True, "gpu": card, "machine": describe(), "cases": found}
    result.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"Written to {result.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
