"""Whether the GPU computes what the float64 oracle does: every activation, loss, optimizer and switch, before anything is timed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.gpu_cases import HYPER
from nn.backends.base import Chunk, Engine, Hyper
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, Loss, OptimizerKind, Task
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask

Floats = NDArray[np.floating]

STEPS, SAMPLES = 20, 150
TOLERANCE = {"float32": 1e-4, "float64": 1e-10}


@dataclass(frozen=True)
class Check:
    """A small training; ``one_launch`` and ``wide`` say by which kernels: of one block, of a grid, or by layers."""

    name: str
    architecture: Architecture
    hyper: Hyper
    dtype: str
    one_launch: bool
    batch: int | None = None
    dropout: bool = False
    masked: bool = False


def checks() -> Iterator[Check]:
    """By layers and on a grid everything, since their kernels are compiled once; in one block the three kinds of loss."""
    wide, small = (3, 200, 40, 3), (2, 4, 3)
    hidden = [one for one in Activation if one is not Activation.SOFTMAX]
    ends = [
        *((activation, loss) for activation in Activation for loss in (Loss.HALF_SQUARED, Loss.MSE)),
        (Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY),
        (Activation.SOFTMAX, Loss.CROSS_ENTROPY),
    ]
    kinds = list(OptimizerKind)
    for dtype in TOLERANCE:
        for one_launch in (True, False):
            way = "grid" if one_launch else "by layers"
            for i, (output, loss) in enumerate(ends):
                inner, kind = hidden[i % len(hidden)], kinds[i % len(kinds)]
                hyper = replace(HYPER, optimizer=kind, l1=0.001 * (i % 2), l2=0.01 * (i % 3))
                name = f"{way}, {dtype}: {inner.value}, {output.value}, {loss.value}, {kind.value}"
                architecture = Architecture(wide, (inner, inner, output), loss)
                yield Check(name, architecture, hyper, dtype, one_launch, batch=(None, 7, 70)[i % 3], dropout=i % 4 == 3, masked=i % 5 == 4)
        for output, loss in ends[-2:]:
            architecture = Architecture(small, (Activation.TANH, output), loss)
            yield Check(f"one block, {dtype}: {output.value}, {loss.value}", architecture, HYPER, dtype, one_launch=True)


def difference(check: Check, index: int = 0) -> float:
    """The largest of the weights', losses' and answers' differences to the oracle's after some steps, relative to the largest number."""
    from nn.backends.cuda import CudaEngine

    generator = np.random.default_rng(3)
    widths, samples = check.architecture.widths, SAMPLES
    inputs, params = generator.normal(size=(samples, widths[0])), generator.normal(size=check.architecture.layout.size) * 0.3
    targets = np.eye(widths[-1])[generator.integers(0, widths[-1], samples)]
    gpu = CudaEngine(check.architecture, inputs, targets, params, check.dtype, index=index, one_launch=check.one_launch)  # type: ignore[arg-type]  # a dtype's name
    oracle = ReferenceEngine(check.architecture, inputs, targets, params)
    chunk, mask = _chunk(check, samples), _mask(check)
    worst = 0.0
    for engine in (gpu, oracle):
        engine.set_mask(mask)
    worst = _relative(gpu.train(chunk, check.hyper), oracle.train(chunk, check.hyper))
    if check.one_launch and str(gpu.way(check.batch or SAMPLES)) not in check.name.replace("grid", "grid of blocks"):
        raise RuntimeError(f"it was trained {gpu.way(check.batch or SAMPLES)}")
    worst = max(worst, _relative(gpu.params(), oracle.params()))
    worst = max(worst, _answers(check, gpu, oracle, inputs, targets, index=index))
    gpu.close()
    return worst


def _answers(check: Check, gpu: Engine, oracle: Engine, inputs: Floats, targets: Floats, *, index: int) -> float:
    """The largest difference of maps, of an ablation table, and of places in a plane through the parameters."""
    from nn.backends import cuda_plane

    architecture, params, mask = check.architecture, oracle.params(), _mask(check)
    masks = tuple(Mask.of(architecture.layout, Ablation(frozenset(off))) for off in ((), (Neuron(1, 0),), (Neuron(1, 0), Neuron(1, 2))))
    found = [_relative(gpu.neurons(inputs, params, mask), oracle.neurons(inputs, params, mask))]
    found.append(_relative(gpu.outputs(inputs, mask=mask), oracle.outputs(inputs, mask=mask)))
    found.append(_relative(*(each.measure(inputs, targets, Task.CLASSIFICATION, masks, params)[0] for each in (gpu, oracle))))
    vectors = (params, *np.random.default_rng(5).normal(size=(2, params.size)) * 0.1)
    places = np.array([[0.0, 1.0, -0.5], [0.0, 0.25, 1.0]])
    given = [vector.astype(check.dtype) for vector in vectors]
    losses = cuda_plane.losses(
        architecture, inputs.astype(check.dtype), targets.astype(check.dtype), (given[0], given[1], given[2]), places, index=index
    )
    wanted = [oracle.measure(inputs, targets, Task.CLASSIFICATION, masks[:1], params + a * vectors[1] + b * vectors[2])[0][0] for a, b in places.T]
    found.append(_relative(losses, np.array(wanted)))
    return max(found)


def _chunk(check: Check, samples: int) -> Chunk:
    generator, rates = np.random.default_rng(4), np.full(STEPS, 0.01)
    size = check.batch or samples
    chunk = Chunk(rates)
    if check.batch is not None:
        order = np.concatenate([generator.permutation(samples)[:size] for _ in range(STEPS)]).astype(np.int32)
        chunk = Chunk(rates, order, np.arange(STEPS + 1, dtype=np.int64) * size)
    if not check.dropout:
        return chunk
    keep = (generator.random((STEPS, sum(check.architecture.widths[1:-1]), size)) >= 0.2).astype(np.uint8)
    return replace(chunk, keep=keep, keep_scale=1.25)


def _mask(check: Check) -> Mask | None:
    off = Ablation(frozenset({Neuron(1, 1)}))
    return Mask.of(check.architecture.layout, off) if check.masked else None


def _relative(found: np.ndarray, wanted: np.ndarray) -> float:
    return float(np.abs(np.asarray(found, dtype=float) - wanted).max() / max(np.abs(wanted).max(), 1e-300))
