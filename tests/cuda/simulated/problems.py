"""Small training problems, and an engine of each kind for one."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from nn.backends.base import Chunk, Hyper
from nn.backends.cuda import CudaEngine
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, Loss, OptimizerKind, Reduction
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask

PLAIN = Hyper(OptimizerKind.SGD, Reduction.MEAN, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=0.0, l2=0.0)


@dataclass(frozen=True)
class Problem:
    architecture: Architecture
    inputs: np.ndarray
    targets: np.ndarray
    params: np.ndarray

    def cuda(self, dtype=np.float64, *, one_launch: bool = True) -> CudaEngine:
        return CudaEngine(self.architecture, self.inputs, self.targets, self.params, dtype, one_launch=one_launch)

    def oracle(self) -> ReferenceEngine:
        return ReferenceEngine(self.architecture, self.inputs, self.targets, self.params)


def problem(
    widths=(3, 4, 2),
    *,
    hidden=Activation.TANH,
    output=Activation.SIGMOID,
    loss=Loss.MSE,
    samples=6,
    seed=0,
) -> Problem:
    """Random inputs and weights; one-hot targets, or 0 and 1 for one output."""
    generator = np.random.default_rng(seed)
    architecture = Architecture(widths, (*(hidden,) * (len(widths) - 2), output), loss)
    labels = generator.integers(0, max(widths[-1], 2), samples)
    targets = np.eye(widths[-1])[labels] if widths[-1] > 1 else labels[:, None].astype(float)
    return Problem(architecture, generator.normal(size=(samples, widths[0])), targets, generator.normal(size=architecture.layout.size))


def full(steps: int, rate: float = 0.05) -> Chunk:
    return Chunk(np.full(steps, rate))


def batches(steps: int, samples: int, size: int, rate: float = 0.05) -> Chunk:
    """Shuffled batches; the last one of every epoch is smaller when ``size`` does not divide ``samples``."""
    generator = np.random.default_rng(1)
    order, starts = [], [0]
    while len(starts) <= steps:
        shuffled = generator.permutation(samples)
        for start in range(0, samples, size):
            order.append(shuffled[start : start + size])
            starts.append(starts[-1] + len(order[-1]))
    starts = starts[: steps + 1]
    return Chunk(np.full(steps, rate), np.concatenate(order)[: starts[-1]].astype(np.int32), np.array(starts, dtype=np.int64))


def with_dropout(chunk: Chunk, architecture: Architecture, largest: int, share: float = 0.4) -> Chunk:
    rows = sum(architecture.widths[1:-1])
    keep = (np.random.default_rng(2).random((chunk.steps, rows, largest)) >= share).astype(np.uint8)
    return replace(chunk, keep=keep, keep_scale=1 / (1 - share))


def mask_of(architecture: Architecture, *off: tuple[int, int], hold: float = 0.0) -> Mask:
    """The neurons at ``off`` (layer, index) switched off, putting out ``hold``."""
    mask = Mask.of(architecture.layout, Ablation(frozenset(Neuron(*place) for place in off)))
    return Mask(mask.gain, np.where(mask.gain == 0.0, hold, 0.0))


def agree(found, wanted, tolerance: float) -> None:
    """Equal relative to the largest number of ``wanted``."""
    __tracebackhide__ = True
    found, wanted = np.asarray(found, dtype=float), np.asarray(wanted, dtype=float)
    assert found.shape == wanted.shape
    assert np.all(np.isfinite(wanted)), "the oracle itself diverged"
    worst = np.abs(found - wanted).max() / np.abs(wanted).max()
    assert worst <= tolerance, f"relative difference {worst:.3g} is above {tolerance:g}"


def same_course(
    given: Problem, chunk: Chunk, hyper: Hyper, mask: Mask | None = None, *, dtype=np.float64, tolerance: float = 1e-12, one_launch: bool = True
) -> CudaEngine:
    """Train both engines and compare losses, weights and optimizer state."""
    __tracebackhide__ = True
    engine, oracle = given.cuda(dtype, one_launch=one_launch), given.oracle()
    engine.set_mask(mask)
    oracle.set_mask(mask)
    agree(engine.train(chunk, hyper), oracle.train(chunk, hyper), tolerance)
    agree(engine.params(), oracle.params(), tolerance)
    if np.any(oracle.state().slots):
        agree(engine.state().slots, oracle.state().slots, tolerance)
    return engine
