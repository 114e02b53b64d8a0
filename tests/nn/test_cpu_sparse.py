"""Inputs that are mostly 0: the CPU engine lists and multiplies only the others, and learns what the oracle learns."""

from __future__ import annotations

import numpy as np
import pytest

from nn.backends.base import Chunk
from nn.backends.cpu import WIDEST, CpuEngine
from nn.backends.cpu_sparse import MOST
from nn.backends.reference import ReferenceEngine
from nn.choices import Activation, Loss, OptimizerKind, Reduction
from nn.datasets.pixels import floats
from nn.network import Ablation, Architecture, Mask, read_only
from nn.optimizers import Hyper

FEATURES = 120
HIDDEN = 96  # one time four vectors and two single ones, or three single ones
ARCHITECTURE = Architecture((FEATURES, HIDDEN, 3), (Activation.RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
N = 700


def pictures(share: float = 0.2) -> np.ndarray:
    """Bytes of which ``share`` aren't 0; one picture has none, and some features no picture has."""
    random = np.random.default_rng(0)
    found = random.integers(1, 256, (N, FEATURES), dtype=np.uint8)
    found[random.random(found.shape) >= share] = 0
    if share < 1.0:
        found[3] = 0
        found[:, 10:14] = 0
    return read_only(found)


def hyper(kind: OptimizerKind = OptimizerKind.SGD, l2: float = 0.0, reduction: Reduction = Reduction.MEAN) -> Hyper:
    return Hyper(kind, reduction, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=0.0, l2=l2)


def pair(inputs: np.ndarray, architecture: Architecture = ARCHITECTURE) -> tuple[CpuEngine, ReferenceEngine]:
    targets = np.eye(3)[np.arange(N) % 3]
    params = np.random.default_rng(1).normal(0.0, 0.2, architecture.layout.size)
    return CpuEngine(architecture, inputs, targets, params, np.float64), ReferenceEngine(architecture, inputs, targets, params, np.float64)


def chunk(sizes: tuple[int, ...] = (32, 40, 17, 32), rate: float = 0.05) -> Chunk:
    starts = np.concatenate([[0], np.cumsum(sizes)])
    order = np.random.default_rng(2).integers(0, N, starts[-1]).astype(np.int32)
    order[0] = 3  # the empty picture
    return Chunk(np.full(len(sizes), rate), order, starts)


def agree(fast: CpuEngine, oracle: ReferenceEngine, steps: Chunk, rule: Hyper) -> None:
    np.testing.assert_allclose(fast.train(steps, rule), oracle.train(steps, rule), rtol=1e-11)
    np.testing.assert_allclose(fast.params(), oracle.params(), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(fast.state().slots, oracle.state().slots, rtol=1e-8, atol=1e-12)


def listed(engine: CpuEngine) -> int:
    """How many numbers the last tile's lists have."""
    return int(engine._work.counts.sum())


@pytest.mark.parametrize("kind", list(OptimizerKind))
@pytest.mark.parametrize("share", [0.2, 1.0])
def test_every_optimizer_agrees_with_the_oracle(kind: OptimizerKind, share: float) -> None:
    agree(*pair(floats(pictures(share), np.float64)), chunk(rate=0.01), hyper(kind))


@pytest.mark.parametrize("rule", [hyper(l2=0.01), hyper(reduction=Reduction.SUM), hyper(OptimizerKind.MOMENTUM, 0.01)])
def test_penalty_and_sum(rule: Hyper) -> None:
    agree(*pair(pictures()), chunk(rate=0.002), rule)


@pytest.mark.parametrize("share", [0.2, 1.0])
def test_a_batch_of_more_than_one_tile(share: float) -> None:
    agree(*pair(pictures(share)), chunk((WIDEST + 100, 32)), hyper())


def test_the_lists_hold_what_is_not_zero() -> None:
    data, steps = pictures(), chunk((32,))
    fast, _ = pair(data)
    fast.train(steps, hyper())
    assert steps.order is not None
    np.testing.assert_array_equal(fast._work.counts, (data[steps.order] != 0).sum(axis=0))


def test_where_few_are_zero_all_are_multiplied() -> None:
    """The lists are given up once more than MOST of the numbers that were looked at aren't 0."""
    steps = chunk((32,))
    for share, whole in ((MOST - 0.15, True), (MOST + 0.15, False)):
        data = pictures(share)
        fast, oracle = pair(data)
        agree(fast, oracle, steps, hyper())
        assert (listed(fast) == np.count_nonzero(data[steps.order])) == whole


def test_neurons_that_fill_no_vectors_use_no_lists() -> None:
    fast, oracle = pair(pictures(), Architecture((FEATURES, 50, 3), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY))
    agree(fast, oracle, chunk(), hyper())
    assert fast._work.counts.size == 0


def test_a_network_without_hidden_layer() -> None:
    agree(*pair(pictures(), Architecture((FEATURES, 3), (Activation.SOFTMAX,), Loss.CROSS_ENTROPY)), chunk((400, 200)), hyper())


def test_masks_and_dropout() -> None:
    fast, oracle = pair(pictures())
    mask = Mask.of(ARCHITECTURE.layout, Ablation(frozenset(ARCHITECTURE.layout.hidden()[:5])))
    for engine in (fast, oracle):
        engine.set_mask(mask)
    plain = chunk()
    keep = (np.random.default_rng(4).random((4, HIDDEN, 40)) < 0.8).astype(np.uint8)
    agree(fast, oracle, Chunk(plain.rates, plain.order, plain.starts, keep, 1.25), hyper())
    assert listed(fast) > 0


@pytest.mark.parametrize("kind", [OptimizerKind.SGD, OptimizerKind.ADAM])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_bytes_and_numbers_and_any_chunks_give_the_same_bits(dtype: type, kind: OptimizerKind) -> None:
    data, steps = pictures(), chunk()
    targets, params = np.eye(3)[np.arange(N) % 3], np.random.default_rng(1).normal(0.0, 0.2, ARCHITECTURE.layout.size)
    engines = [CpuEngine(ARCHITECTURE, inputs, targets, params, dtype) for inputs in (data, floats(data, dtype), data)]
    losses = [engine.train(steps, hyper(kind)) for engine in engines[:2]]
    assert steps.order is not None and steps.starts is not None
    singly = [engines[2].train(Chunk(steps.rates[k : k + 1], steps.order, steps.starts[k : k + 2]), hyper(kind)) for k in range(steps.steps)]
    for other, found in zip(engines[1:], (losses[1], np.concatenate(singly)), strict=True):
        np.testing.assert_array_equal(found, losses[0])
        np.testing.assert_array_equal(other.params(), engines[0].params())
