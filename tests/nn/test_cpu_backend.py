"""The CPU backend against the oracle: from the same start, the same weights after 100 steps."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from nn.backends import cpu_infer
from nn.backends.base import Chunk, Hyper
from nn.backends.cpu import BLOCK, CpuEngine, warm_up
from nn.backends.reference import ReferenceEngine
from nn.choices import AblationMode, Activation, Loss, OptimizerKind, Reduction, Task
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask, read_only

STEPS = 100
PLAIN = Hyper(OptimizerKind.SGD, Reduction.MEAN, 0.9, 0.9, 0.9, 0.999, 1e-8, 0.0, 0.0)
HIDDEN = [a for a in Activation if a is not Activation.SOFTMAX]
SQUARED = (Loss.HALF_SQUARED, Loss.MSE)
OUTPUTS = [
    (Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID),
    (Loss.CROSS_ENTROPY, Activation.SOFTMAX),
    *product(SQUARED, Activation),
]
TYPES = (np.float32, np.float64)


def engines(
    widths: tuple[int, ...],
    activations: tuple[Activation, ...],
    loss: Loss,
    dtype: type[np.floating],
    *,
    samples: int = 70,
) -> tuple[CpuEngine, ReferenceEngine]:
    """The backend and the oracle in float64, on the same data and weights; targets are one-hot or 0 and 1."""
    random = np.random.default_rng(1)
    architecture = Architecture(widths, activations, loss)
    inputs = random.uniform(-1.5, 1.5, (samples, widths[0])).astype(np.float32)
    classes = random.integers(0, max(2, widths[-1]), samples)
    targets = np.eye(widths[-1])[classes] if widths[-1] > 1 else classes[:, np.newaxis].astype(np.float64)
    params = (random.normal(0.0, 0.7, architecture.layout.size) / np.sqrt(max(widths) / 4.0)).astype(np.float32)
    made = (architecture, inputs, targets, params)
    return CpuEngine(*made, dtype), ReferenceEngine(*made, np.float64)


def assert_close(found: NDArray[np.floating], expected: NDArray[np.floating], dtype: type[np.floating]) -> None:
    """To 1e-12 (float64) or 1e-4 (float32), relative to each number or to the typical one where a number is near 0."""
    assert np.isfinite(expected).all()
    limit = 1e-12 if dtype is np.float64 else 1e-4
    scale = np.maximum(np.abs(expected), np.sqrt(np.mean(np.square(expected))))
    assert np.max(np.abs(found - expected) / np.maximum(scale, 1e-30)) <= limit


def train_both(
    cpu: CpuEngine, oracle: ReferenceEngine, dtype: type[np.floating], hyper: Hyper, chunk: Chunk | None = None, *, rate: float = 0.05
) -> None:
    chunk = Chunk(np.full(STEPS, rate)) if chunk is None else chunk
    lost, expected = cpu.train(chunk, hyper), oracle.train(chunk, hyper)
    assert lost.dtype == np.float64
    assert_close(lost, expected, dtype)
    state, wanted = cpu.state(), oracle.state()
    assert_close(state.params, wanted.params, dtype)
    assert (state.step, state.optimizer_step) == (wanted.step, wanted.optimizer_step)
    if np.any(wanted.slots):
        assert_close(state.slots[0], wanted.slots[0], dtype)


def batches(samples: int, sizes: list[int], seed: int = 3) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    order = np.random.default_rng(seed).integers(0, samples, sum(sizes), dtype=np.int32)
    return order, np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("loss", "output"), OUTPUTS)
def test_every_loss_and_output_activation(loss: Loss, output: Activation, dtype: type[np.floating]) -> None:
    cpu, oracle = engines((2, 5, 3), (Activation.TANH, output), loss, dtype)
    train_both(cpu, oracle, dtype, PLAIN)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("loss", [Loss.MSE, Loss.BINARY_CROSS_ENTROPY, Loss.CROSS_ENTROPY])
@pytest.mark.parametrize("hidden", HIDDEN)
def test_every_hidden_activation(hidden: Activation, loss: Loss, dtype: type[np.floating]) -> None:
    output = {Loss.CROSS_ENTROPY: Activation.SOFTMAX}.get(loss, Activation.SIGMOID)
    cpu, oracle = engines((3, 6, 4, 2), (hidden, hidden, output), loss, dtype)
    train_both(cpu, oracle, dtype, PLAIN)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("penalty", [(0.0, 0.0), (0.01, 0.0), (0.0, 0.02), (0.003, 0.01)])
@pytest.mark.parametrize("reduction", Reduction)
@pytest.mark.parametrize("optimizer", OptimizerKind)
def test_every_optimizer_reduction_and_penalty(
    optimizer: OptimizerKind, reduction: Reduction, penalty: tuple[float, float], dtype: type[np.floating]
) -> None:
    cpu, oracle = engines((2, 4, 8, 1), (Activation.TANH, Activation.SIGMOID, Activation.SIGMOID), Loss.MSE, dtype)
    # with a tiny epsilon RMSProp and Adam step by the sign of a gradient near 0, which float32 rounding decides
    epsilon = 1e-8 if dtype is np.float64 else 1e-3
    hyper = replace(PLAIN, optimizer=optimizer, reduction=reduction, l1=penalty[0], l2=penalty[1], epsilon=epsilon)
    rate = 0.001  # RMSProp with a higher one overshoots, and overshooting magnifies any rounding
    train_both(cpu, oracle, dtype, hyper, rate=rate)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("widths", [(1, 1), (3, 2), (1, 1, 1), (2, 4, 8, 1), (5, 7, 6, 5, 3), (2, 33, 1), (40, 3, 17)])
@pytest.mark.parametrize("samples", [1, 31, 33, 600])
def test_any_widths_and_numbers_of_samples(widths: tuple[int, ...], samples: int, dtype: type[np.floating]) -> None:
    activations = (*(Activation.TANH for _ in widths[2:]), Activation.SIGMOID)
    cpu, oracle = engines(widths, activations, Loss.BINARY_CROSS_ENTROPY, dtype, samples=samples)
    train_both(cpu, oracle, dtype, PLAIN, Chunk(np.full(20, 0.1)))


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("sizes", [[64] * 9 + [10], [1, 2, 3], [700, 100], [32, 33, 31]])
def test_batches_by_order(sizes: list[int], dtype: type[np.floating]) -> None:
    cpu, oracle = engines((2, 5, 3), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY, dtype, samples=300)
    order, starts = batches(300, sizes)
    train_both(cpu, oracle, dtype, PLAIN, Chunk(np.full(len(sizes), 0.1), order, starts))


@pytest.mark.parametrize("dtype", TYPES)
def test_order_without_starts_is_one_batch(dtype: type[np.floating]) -> None:
    cpu, oracle = engines((2, 5, 3), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY, dtype)
    train_both(cpu, oracle, dtype, PLAIN, Chunk(np.full(4, 0.1), batches(70, [50])[0]))


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("sizes", [None, [64, 600, 7]])
def test_wide_layers_go_through_blas(sizes: list[int] | None, dtype: type[np.floating]) -> None:
    cpu, oracle = engines((50, 70, 40, 10), (Activation.RELU, Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY, dtype, samples=700)
    chunk = Chunk(np.full(10, 0.05)) if sizes is None else Chunk(np.full(len(sizes), 0.05), *batches(700, sizes))
    train_both(cpu, oracle, dtype, PLAIN, chunk)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("masked", [True, False])
def test_dropout(full: bool, masked: bool, dtype: type[np.floating]) -> None:
    cpu, oracle = engines((2, 6, 5, 2), (Activation.TANH, Activation.SOFTPLUS, Activation.SOFTMAX), Loss.CROSS_ENTROPY, dtype)
    keep = (np.random.default_rng(2).random((STEPS, 11, 70)) > 0.3).astype(np.uint8)
    if masked:
        mask = some_mask(cpu)
        cpu.set_mask(mask)
        oracle.set_mask(mask)
    order, starts = (None, None) if full else batches(70, [40, 70] * (STEPS // 2))
    train_both(cpu, oracle, dtype, PLAIN, Chunk(np.full(STEPS, 0.05), order, starts, keep, 1.0 / 0.7))


def some_mask(engine: CpuEngine, mode: AblationMode = AblationMode.MEAN) -> Mask:
    layout = engine.architecture.layout
    off = frozenset({Neuron(1, 1), Neuron(layout.depth - 1, 0)})
    return Mask.of(layout, Ablation(off, mode), np.linspace(-0.5, 0.9, layout.rows))


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("optimizer", OptimizerKind)
@pytest.mark.parametrize("mode", AblationMode)
def test_a_masked_neuron_keeps_its_weights_and_slots(mode: AblationMode, optimizer: OptimizerKind, dtype: type[np.floating]) -> None:
    cpu, oracle = engines((2, 5, 4, 1), (Activation.TANH, Activation.SIGMOID, Activation.SIGMOID), Loss.MSE, dtype)
    hyper = replace(PLAIN, optimizer=optimizer, l1=0.001, l2=0.01)
    train_both(cpu, oracle, dtype, hyper, rate=0.01)
    mask, before = some_mask(cpu, mode), cpu.state()
    for engine in (cpu, oracle):
        engine.set_mask(mask)
    train_both(cpu, oracle, dtype, hyper, rate=0.01)
    frozen, after = mask.frozen_parameters(cpu.architecture.layout), cpu.state()
    assert frozen.any() and not frozen.all()
    assert np.array_equal(after.params[frozen], before.params[frozen])
    assert np.array_equal(after.slots[:, frozen], before.slots[:, frozen])
    assert (after.params[~frozen] != before.params[~frozen]).all()
    for engine in (cpu, oracle):
        engine.set_mask(None)
    train_both(cpu, oracle, dtype, hyper, rate=0.01)
    assert (cpu.params()[frozen] != after.params[frozen]).any()


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("penalty", [0.0, 0.01])
@pytest.mark.parametrize("reduction", Reduction)
@pytest.mark.parametrize("masked", [True, False])
def test_gradient(masked: bool, reduction: Reduction, penalty: float, dtype: type[np.floating]) -> None:
    cpu, oracle = engines((2, 6, 5, 2), (Activation.TANH, Activation.SOFTPLUS, Activation.SOFTMAX), Loss.CROSS_ENTROPY, dtype, samples=1100)
    hyper, mask = replace(PLAIN, reduction=reduction, l1=penalty, l2=penalty), some_mask(cpu) if masked else None
    before = cpu.state()
    assert_close(cpu.gradient(hyper, None, mask), oracle.gradient(hyper, None, mask), dtype)
    other = np.linspace(-1.0, 1.0, cpu.architecture.layout.size)
    assert_close(cpu.gradient(hyper, other, mask), oracle.gradient(hyper, other, mask), dtype)
    assert np.array_equal(cpu.state().params, before.params)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("widths", [(2, 6, 5, 3), (2, 3), (40, 60, 3)])
def test_outputs_and_neurons(widths: tuple[int, ...], dtype: type[np.floating]) -> None:
    activations = (*(Activation.TANH for _ in widths[2:]), Activation.SOFTMAX)
    cpu, oracle = engines(widths, activations, Loss.HALF_SQUARED, dtype)
    many = np.random.default_rng(0).uniform(-2.0, 2.0, (BLOCK + 4_465, widths[0]))
    masks = [None] if len(widths) == 2 else [None, some_mask(cpu)]
    other = np.linspace(-1.0, 1.0, cpu.architecture.layout.size)
    for mask, params, count in [*product(masks, (None, other), (0, 1, 2_000)), (masks[-1], None, len(many))]:
        found = cpu.outputs(many[:count], params, mask)
        assert found.dtype == dtype
        assert found.shape == (count, widths[-1])
        neurons = cpu.neurons(many[:count], params, mask)
        assert neurons.shape == (sum(widths), count)
        if count:
            assert_close(found, oracle.outputs(many[:count], params, mask), dtype)
            assert_close(neurons, oracle.neurons(many[:count], params, mask), dtype)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("widths", "loss"), [((2, 6, 5, 3), Loss.CROSS_ENTROPY), ((2, 4, 1), Loss.BINARY_CROSS_ENTROPY), ((2, 3), Loss.MSE)])
def test_measure(widths: tuple[int, ...], loss: Loss, dtype: type[np.floating]) -> None:
    output = {Loss.CROSS_ENTROPY: Activation.SOFTMAX}.get(loss, Activation.SIGMOID)
    cpu, oracle = engines(widths, (*(Activation.TANH for _ in widths[2:]), output), loss, dtype, samples=1300)
    random = np.random.default_rng(5)
    inputs = random.uniform(-1.0, 1.0, (1300, 2)).astype(np.float32)
    classes = random.integers(0, max(2, widths[-1]), 1300)
    targets = np.eye(widths[-1])[classes] if widths[-1] > 1 else classes[:, np.newaxis].astype(np.float64)
    layout = cpu.architecture.layout
    means = np.linspace(-0.5, 0.5, layout.rows)
    ablations = [Ablation(frozenset({neuron}), mode) for neuron in layout.hidden() for mode in AblationMode]
    masks = tuple(Mask.of(layout, ablation, means) for ablation in [Ablation(), *ablations, Ablation(frozenset(layout.hidden())), Ablation()])
    lost, accuracy = cpu.measure(inputs, targets, Task.CLASSIFICATION, masks)
    expected, share = oracle.measure(inputs, targets, Task.CLASSIFICATION, masks)
    assert lost.shape == accuracy.shape == (len(masks),)
    assert_close(lost, expected, dtype)
    assert np.abs(accuracy - share).max() <= (1 / 1300 if dtype is np.float32 else 0.0)
    assert np.isnan(cpu.measure(inputs, targets, Task.REGRESSION, masks)[1]).all()
    assert cpu.measure(inputs, targets, Task.CLASSIFICATION, ())[0].shape == (0,)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("optimizer", OptimizerKind)
def test_chunks_do_not_matter(optimizer: OptimizerKind, dtype: type[np.floating]) -> None:
    hyper = replace(PLAIN, optimizer=optimizer, l2=0.001)
    sizes = [64, 33, 100, 7] * 25
    order, starts = batches(300, sizes)
    rates = np.linspace(0.05, 0.01, STEPS)
    for by_order in (False, True):
        found = []
        for length in (STEPS, 7, 1):
            cpu, _ = engines((2, 5, 3), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY, dtype, samples=300)
            lost = []
            for k in range(0, STEPS, length):
                end = min(k + length, STEPS)
                chunk = Chunk(rates[k:end], order, starts[k : end + 1]) if by_order else Chunk(rates[k:end])
                lost.append(cpu.train(chunk, hyper))
                cpu.gradient(hyper)  # a question in between changes nothing
                cpu.outputs(np.ones((700, 2)))
            found.append((np.concatenate(lost), cpu.state()))
        for lost, state in found[1:]:
            assert np.array_equal(lost, found[0][0])
            assert np.array_equal(state.params, found[0][1].params)
            assert np.array_equal(state.slots, found[0][1].slots)


@pytest.mark.parametrize("dtype", TYPES)
def test_restore_goes_on_bit_for_bit(dtype: type[np.floating]) -> None:
    hyper = replace(PLAIN, optimizer=OptimizerKind.ADAM)
    cpu, _ = engines((2, 5, 1), (Activation.TANH, Activation.SIGMOID), Loss.MSE, dtype)
    cpu.train(Chunk(np.full(10, 0.01)), hyper)
    kept = cpu.state()
    assert not kept.params.flags.writeable
    assert not kept.slots.flags.writeable
    first = cpu.train(Chunk(np.full(10, 0.01)), hyper), cpu.params()
    assert cpu.state().step == 20
    cpu.restore(kept)
    assert cpu.state().step == 10
    again = cpu.train(Chunk(np.full(10, 0.01)), hyper), cpu.params()
    assert np.array_equal(first[0], again[0])
    assert np.array_equal(first[1], again[1])


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("loss", "output"), [*OUTPUTS[:2], (Loss.HALF_SQUARED, Activation.LINEAR), (Loss.MSE, Activation.SOFTPLUS)])
def test_a_diverged_loss_is_returned(loss: Loss, output: Activation, dtype: type[np.floating]) -> None:
    cpu, _ = engines((2, 5, 2), (Activation.RELU, output), loss, dtype)
    lost = cpu.train(Chunk(np.full(20, 1e30)), replace(PLAIN, l2=1.0))
    assert np.isfinite(lost[0])
    assert not np.isfinite(lost[-1])
    assert not np.isfinite(cpu.params()).all()


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("hidden", [a for a in HIDDEN if a is not Activation.STEP])
def test_a_nan_in_the_weights_shows(hidden: Activation, dtype: type[np.floating]) -> None:
    cpu, _ = engines((2, 5, 2), (hidden, Activation.SOFTMAX), Loss.CROSS_ENTROPY, dtype)
    params = cpu.params().copy()
    params[0] = np.nan
    cpu.restore(replace(cpu.state(), params=params))
    assert np.isnan(cpu.train(Chunk(np.full(1, 0.1)), PLAIN)).all()
    assert np.isnan(cpu.outputs(np.ones((3, 2)))).all()


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("loss", "output"), OUTPUTS[:2])
def test_large_logits_stay_finite(loss: Loss, output: Activation, dtype: type[np.floating]) -> None:
    architecture = Architecture((1, 2), (output,), loss)
    inputs, targets = np.array([[-1.0], [1.0]]), np.array([[1.0, 0.0], [1.0, 0.0]])
    made = (architecture, inputs, targets, np.array([1e4, -1e4, 0.0, 0.0]))
    cpu, oracle = CpuEngine(*made, dtype), ReferenceEngine(*made, np.float64)
    train_both(cpu, oracle, dtype, PLAIN, Chunk(np.full(1, 0.01)))


def test_bad_batches_are_refused() -> None:
    cpu, _ = engines((2, 5, 3), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY, np.float32)
    order, rates = np.arange(70, dtype=np.int32), np.full(1, 0.1)
    with pytest.raises(ValueError, match="outside"):
        cpu.train(Chunk(rates, order + 1, np.array([0, 70])), PLAIN)
    with pytest.raises(ValueError, match="starts"):
        cpu.train(Chunk(rates, order, np.array([0, 71])), PLAIN)
    with pytest.raises(ValueError, match="keep"):
        cpu.train(Chunk(rates, order, np.array([0, 70]), np.ones((1, 5, 60), np.uint8)), PLAIN)


@pytest.mark.parametrize("dtype", TYPES)
def test_read_only_samples_compile_nothing_anew(dtype: type[np.floating]) -> None:
    architecture = Architecture((2, 3, 1), (Activation.TANH, Activation.SIGMOID), Loss.MSE)
    warm_up(dtype)
    compiled = len(cpu_infer.infer.overloads)
    inputs, targets = read_only(np.ones((5, 2), dtype)), read_only(np.ones((5, 1), dtype))
    engine = CpuEngine(architecture, inputs, targets, np.zeros(architecture.layout.size), dtype)
    engine.measure(inputs, targets, Task.CLASSIFICATION, (Mask.of(architecture.layout, Ablation()),))
    assert len(cpu_infer.infer.overloads) == compiled


def test_no_steps_and_closing_twice() -> None:
    cpu, _ = engines((2, 5, 3), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY, np.float32)
    before = cpu.params()
    assert cpu.train(Chunk(np.empty(0)), PLAIN).shape == (0,)
    assert cpu.train(Chunk(np.empty(0), np.empty(0, np.int32), np.zeros(1, np.int64)), PLAIN).shape == (0,)
    assert np.array_equal(cpu.params(), before)
    cpu.close()
    cpu.close()
