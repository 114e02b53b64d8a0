"""What is trained on the GPU to be timed, and by whom: this program in each of its ways, and the designs it is compared with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks import gpu_torch
from nn.backends import devices
from nn.backends.base import Chunk, Hyper
from nn.backends.devices import Device
from nn.choices import Activation, DeviceChoice, Loss, OptimizerKind, Reduction
from nn.network import Architecture

HYPER = Hyper(OptimizerKind.SGD, Reduction.MEAN, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=0.0, l2=0.0)
RATE = 0.05
ONE_LAUNCH, BY_LAYERS, DOCUMENT, TORCH, CPU = (
    "one launch for many steps",
    "by layers",
    "the CUDA document's design",
    "torch, CUDA graph",
    "CPU",
)
OURS = {ONE_LAUNCH, BY_LAYERS, CPU}

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

    @lru_cache(maxsize=32)  # noqa: B019 - a case lives as long as the program; shuffling is not what is timed
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
SMALL_32 = Case("[2, 4, 8, 1], 500 samples, full batch, float32", *SMALL, "float32")
PICTURES = Case("[784, 256, 10], batch 64, float32", (784, 256, 10), 8192, 64, Activation.SOFTMAX, Loss.CROSS_ENTROPY, "float32")
CASES = (
    SMALL_32,
    Case("[2, 4, 8, 1], 500 samples, full batch, float64", *SMALL, "float64"),
    Case("[2, 100, 1], batch 128, float32", (2, 100, 1), 4096, 128, Activation.SIGMOID, Loss.MSE, "float32"),
    Case("[2, 150, 100, 1], 500 samples, full batch, float32", (2, 150, 100, 1), 500, None, Activation.SIGMOID, Loss.MSE, "float32"),
    PICTURES,
)


@dataclass(frozen=True)
class Contender:
    """``train`` does so many steps and returns when they are done; ``params`` reads the parameters (P,)."""

    name: str
    train: Callable[[int], None]
    params: Callable[[], Floats]
    close: Callable[[], None] = lambda: None
    way: Callable[[], str] = lambda: ""  # by which kernels, once it has trained


def of_engine(name: str, case: Case, engine: Any) -> Contender:
    def train(steps: int) -> None:
        engine.train(case.chunk(steps), HYPER)

    def way() -> str:
        return str(engine.way(case.batch or case.samples)) if engine.device == "cuda" else ""

    return Contender(name, train, engine.params, engine.close, way)


def of_document(case: Case) -> Contender:
    from benchmarks.document_design import DocumentNetwork

    made = DocumentNetwork(case.widths, *case.data(), getattr(np, case.dtype))

    def train(steps: int) -> None:
        for _ in range(steps):
            made.step(RATE)

    return Contender(DOCUMENT, train, made.params)


def of_torch(case: Case) -> Contender:
    graph = gpu_torch.GraphedStep(case.architecture, *case.data(), RATE, case.dtype, case.batch)
    return Contender(TORCH, lambda steps: graph.train(case.chunk(steps).order, steps), graph.params)


def contenders(case: Case, gpu: Device) -> dict[str, Callable[[], Contender]]:
    """How to make each that can train the case."""

    def on_gpu(name: str) -> Contender:
        from nn.backends.cuda import CudaEngine

        engine = CudaEngine(case.architecture, *case.data(), np.dtype(case.dtype), index=gpu.index, one_launch=name == ONE_LAUNCH)
        return of_engine(name, case, engine)

    def on_cpu() -> Contender:
        cpu = devices.choose(DeviceChoice.CPU)
        return of_engine(CPU, case, devices.create_engine(cpu, case.architecture, *case.data(), dtype=np.dtype(case.dtype)))

    found: dict[str, Callable[[], Contender]] = {ONE_LAUNCH: lambda: on_gpu(ONE_LAUNCH), BY_LAYERS: lambda: on_gpu(BY_LAYERS)}
    if case.batch is None and case.loss is Loss.MSE:
        found[DOCUMENT] = lambda: of_document(case)
    if gpu_torch.available():
        found[TORCH] = lambda: of_torch(case)
    return {**found, CPU: on_cpu}
