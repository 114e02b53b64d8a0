"""The reference engine: it trains as the oracle and the optimizers say, and keeps every promise of the engines' interface."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from nn import backprop, metrics, optimizers, randomness
from nn.backends import reference
from nn.backends.base import Chunk, Engine, Hyper, State
from nn.backends.reference import ReferenceEngine
from nn.backprop import Dropout, Problem
from nn.choices import AblationMode, Activation, Loss, OptimizerKind, Reduction, Task
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask

ARCHITECTURE = Architecture((2, 4, 3, 2), (Activation.TANH, Activation.SIGMOID, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
LAYOUT = ARCHITECTURE.layout
HYPER = Hyper(OptimizerKind.ADAM, Reduction.MEAN, momentum=0.9, decay=0.9, beta1=0.9, beta2=0.999, epsilon=1e-8, l1=1e-3, l2=1e-2)
SOURCE = np.random.default_rng(0)
INPUTS = SOURCE.normal(size=(20, 2))
TARGETS = np.eye(2)[SOURCE.integers(0, 2, 20)]
PARAMS = SOURCE.normal(size=LAYOUT.size)
MASK = Mask.of(LAYOUT, Ablation(frozenset({Neuron(1, 2), Neuron(2, 0)}), AblationMode.MEAN), np.full(LAYOUT.rows, 0.3))
OPEN = Mask.of(LAYOUT, Ablation())


def engine(dtype: type[np.floating] = np.float64) -> ReferenceEngine:
    return ReferenceEngine(ARCHITECTURE, INPUTS, TARGETS, PARAMS, dtype)


def mini_batches(first: int, count: int, *, dropout: float = 0.25) -> Chunk:
    """Steps ``first`` … of batches of 7, 7 and 6, reshuffled every epoch, with dropout."""
    sizes = [(7, 7, 6)[step % 3] for step in range(first, first + count)]
    whole = [randomness.shuffle(1, step // 3, 20)[7 * (step % 3) :][:7] for step in range(first, first + count)]
    starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    keep = randomness.keeps(1, range(first, first + count), 7, 7, dropout) if dropout else None
    return Chunk(np.full(count, 0.05), np.concatenate(whole), starts, keep, 1 / (1 - dropout))


def same(one: State, other: State) -> bool:
    return (one.params.tobytes(), one.slots.tobytes(), one.step, one.optimizer_step) == (
        other.params.tobytes(),
        other.slots.tobytes(),
        other.step,
        other.optimizer_step,
    )


def test_it_is_an_engine() -> None:
    built: Engine = engine(np.float32)
    assert (built.device, built.device_name, built.dtype) == ("cpu", "NumPy", np.float32)
    built.close()
    built.close()


@pytest.mark.parametrize("kind", list(OptimizerKind))
@pytest.mark.parametrize("reduction", list(Reduction))
def test_full_batch_training_is_gradient_and_update_in_turn(kind: OptimizerKind, reduction: Reduction) -> None:
    hyper = replace(HYPER, optimizer=kind, reduction=reduction)
    trained = engine()
    rates = np.array([0.1, 0.05, 0.01])
    losses = trained.train(Chunk(rates), hyper)
    params, slots, expected = PARAMS, np.zeros((2, LAYOUT.size)), []
    problem = Problem(ARCHITECTURE, INPUTS, TARGETS, reduction, hyper.l1, hyper.l2)
    for t, rate in enumerate(rates, start=1):
        expected.append(float(backprop.loss(problem, params)))
        params, slots = optimizers.update(params, slots, backprop.gradient(problem, params), hyper, rate=float(rate), t=t)
    assert losses.dtype == np.float64
    np.testing.assert_array_equal(losses, expected)
    assert same(trained.state(), State(params, slots, 3, 3))


def test_batches_take_their_samples_and_their_dropout() -> None:
    chunk = mini_batches(2, 1)
    trained = engine()
    loss = trained.train(chunk, HYPER)
    assert chunk.order is not None
    assert chunk.keep is not None
    samples = chunk.order[:6]
    dropout = Dropout(chunk.keep[0, :, :6], chunk.keep_scale)
    problem = Problem(ARCHITECTURE, INPUTS[samples], TARGETS[samples], Reduction.MEAN, HYPER.l1, HYPER.l2, None, dropout)
    assert loss[0] == backprop.loss(problem, PARAMS)
    gradient = backprop.gradient(problem, PARAMS)
    expected, _ = optimizers.update(PARAMS, np.zeros((2, LAYOUT.size)), gradient, HYPER, rate=0.05, t=1)
    np.testing.assert_array_equal(trained.params(), expected)


def test_an_order_without_starts_is_one_batch() -> None:
    trained, other = engine(), engine()
    order = np.array([3, 1, 4], dtype=np.int32)
    trained.train(Chunk(np.array([0.1]), order), HYPER)
    other.train(Chunk(np.array([0.1]), order, np.array([0, 3], dtype=np.int64)), HYPER)
    assert same(trained.state(), other.state())


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_chunks_can_be_cut_anywhere(dtype: type[np.floating]) -> None:
    whole, cut = engine(dtype), engine(dtype)
    losses = whole.train(mini_batches(0, 9), HYPER)
    np.testing.assert_array_equal(losses, np.concatenate([cut.train(mini_batches(0, 4), HYPER), cut.train(mini_batches(4, 5), HYPER)]))
    assert same(whole.state(), cut.state())


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_going_back_and_playing_on_repeats_bit_for_bit(dtype: type[np.floating]) -> None:
    trained = engine(dtype)
    trained.train(mini_batches(0, 5), HYPER)
    moment = trained.state()
    losses = trained.train(mini_batches(5, 7), HYPER)
    end = trained.state()
    trained.restore(moment)
    assert same(trained.state(), moment)
    np.testing.assert_array_equal(trained.train(mini_batches(5, 7), HYPER), losses)
    assert same(trained.state(), end)
    assert (moment.step, moment.optimizer_step) == (5, 5)


def test_states_are_read_only_and_stay() -> None:
    trained = engine()
    state, params = trained.state(), trained.params()
    kept = state.params.copy()
    assert not state.params.flags.writeable
    assert not state.slots.flags.writeable
    assert not params.flags.writeable
    trained.train(Chunk(np.full(3, 0.1)), HYPER)
    np.testing.assert_array_equal(state.params, kept)
    np.testing.assert_array_equal(params, kept)
    assert (trained.params() != kept).all()


def test_what_it_was_made_from_can_change_afterwards() -> None:
    inputs, targets, params = INPUTS.copy(), TARGETS.copy(), PARAMS.copy()
    trained = ReferenceEngine(ARCHITECTURE, inputs, targets, params)
    inputs[:], targets[:], params[:] = 0.0, 0.0, 0.0
    np.testing.assert_array_equal(trained.train(Chunk(np.array([0.1])), HYPER), engine().train(Chunk(np.array([0.1])), HYPER))


def test_an_off_neurons_parameters_and_slots_stay_bit_for_bit() -> None:
    trained = engine()
    trained.train(mini_batches(0, 3), HYPER)
    before = trained.state()
    trained.set_mask(MASK)
    trained.train(mini_batches(3, 6), HYPER)
    after = trained.state()
    frozen = MASK.frozen_parameters(LAYOUT)
    assert after.params[frozen].tobytes() == before.params[frozen].tobytes()
    assert after.slots[:, frozen].tobytes() == before.slots[:, frozen].tobytes()
    assert (after.params[~frozen] != before.params[~frozen]).all()
    trained.set_mask(None)
    trained.train(mini_batches(9, 1, dropout=0.0), HYPER)
    assert (trained.params()[frozen] != before.params[frozen]).all()


def test_outputs_and_neurons_are_the_forward_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "BLOCK", 3 * LAYOUT.rows)  # three samples at a time
    built = engine()
    for mask in (None, MASK):
        passed = backprop.forward(ARCHITECTURE, PARAMS, INPUTS, mask)
        np.testing.assert_allclose(built.outputs(INPUTS, mask=mask), passed.outputs[-1], rtol=1e-14)
        neurons = built.neurons(INPUTS, mask=mask)
        assert neurons.shape == (LAYOUT.rows, 20)
        for layer in range(4):
            np.testing.assert_allclose(neurons[LAYOUT.layer_rows(layer)], passed.outputs[layer].T, rtol=1e-14)
    other = PARAMS[::-1].copy()
    np.testing.assert_allclose(built.outputs(INPUTS, other), backprop.forward(ARCHITECTURE, other, INPUTS).outputs[-1], rtol=1e-14)
    assert built.outputs(np.empty((0, 2))).shape == (0, 2)
    assert built.neurons(np.empty((0, 2))).shape == (LAYOUT.rows, 0)


def test_the_gradient_is_of_the_whole_training_set() -> None:
    built = engine()
    hyper = replace(HYPER, reduction=Reduction.SUM)
    for mask in (None, MASK):
        problem = Problem(ARCHITECTURE, INPUTS, TARGETS, Reduction.SUM, HYPER.l1, HYPER.l2, mask)
        np.testing.assert_array_equal(built.gradient(hyper, mask=mask), backprop.gradient(problem, PARAMS))
        np.testing.assert_array_equal(built.gradient(hyper, PARAMS / 2, mask), backprop.gradient(problem, PARAMS / 2))


def test_measures_under_each_mask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "BLOCK", 3 * LAYOUT.rows)
    loss, accuracy = engine().measure(INPUTS[:11], TARGETS[:11], Task.CLASSIFICATION, (OPEN, MASK))
    assert loss.dtype == accuracy.dtype == np.float64
    for i, mask in enumerate((OPEN, MASK)):
        problem = Problem(ARCHITECTURE, INPUTS[:11], TARGETS[:11], mask=mask)
        assert loss[i] == pytest.approx(float(backprop.loss(problem, PARAMS)), rel=1e-14)
        outputs = backprop.forward(ARCHITECTURE, PARAMS, INPUTS[:11], mask).outputs[-1]
        assert accuracy[i] == metrics.accuracy(outputs, TARGETS[:11], Task.CLASSIFICATION)
    assert loss[0] != loss[1]
    none, _ = engine().measure(INPUTS, TARGETS, Task.CLASSIFICATION, ())
    assert none.shape == (0,)


def test_measures_of_regression_and_of_nothing() -> None:
    loss, accuracy = engine().measure(INPUTS, TARGETS, Task.REGRESSION, (OPEN,))
    assert math.isfinite(loss[0])
    assert math.isnan(accuracy[0])
    loss, accuracy = engine().measure(INPUTS[:0], TARGETS[:0], Task.CLASSIFICATION, (OPEN,))
    assert math.isnan(loss[0])
    assert math.isnan(accuracy[0])


def test_float32_stores_float32_and_stays_close() -> None:
    single, double = engine(np.float32), engine()
    single.train(mini_batches(0, 100), HYPER)
    double.train(mini_batches(0, 100), HYPER)
    state = single.state()
    assert state.params.dtype == state.slots.dtype == np.float32
    assert single.outputs(INPUTS).dtype == single.neurons(INPUTS).dtype == single.gradient(HYPER).dtype == np.float32
    np.testing.assert_allclose(state.params, double.params(), rtol=1e-4, atol=1e-4)


@pytest.mark.filterwarnings("error")
def test_a_diverging_run_returns_its_losses_without_an_error() -> None:
    architecture = Architecture((2, 3, 2), (Activation.RELU, Activation.LINEAR), Loss.MSE)
    trained = ReferenceEngine(architecture, 10 * INPUTS, TARGETS, np.ones(architecture.layout.size), np.float32)
    losses = trained.train(Chunk(np.full(60, 1e3)), replace(HYPER, optimizer=OptimizerKind.SGD))
    assert losses.shape == (60,)
    assert math.isfinite(losses[0])
    assert not math.isfinite(losses[-1])
    assert not np.isfinite(trained.params()).all()
