"""The oracle against derivatives that know nothing of it, for everything a network can be, and against worked examples."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from nn import backprop, gradient_check
from nn.backprop import Dropout, Problem
from nn.choices import AblationMode, Activation, Loss, OptimizerKind, Reduction
from nn.network import Ablation, Architecture, Mask
from nn.optimizers import Hyper, update

HIDDEN = [activation for activation in Activation if activation is not Activation.SOFTMAX]
OUTPUTS = [(loss, output) for loss in (Loss.HALF_SQUARED, Loss.MSE) for output in Activation]
OUTPUTS += [(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID), (Loss.CROSS_ENTROPY, Activation.SOFTMAX)]
REGULARIZERS = [(0.0, 0.0), (0.03, 0.0), (0.0, 0.02), (0.03, 0.02)]
SAFE = 0.01  # no pre-activation may come nearer to 0, where some activations have no derivative


def some_problem(architecture: Architecture, source: np.random.Generator) -> Problem:
    """Four random samples with one-hot targets, one neuron held at 0.3, another dropped for some samples."""
    layout = architecture.layout
    samples, hidden = 4, sum(layout.widths[1:-1])
    mask = Mask.of(layout, Ablation(frozenset({layout.hidden()[1]}), AblationMode.MEAN), np.full(layout.rows, 0.3))
    keep = (source.random((hidden, samples)) < 0.7).astype(np.uint8)
    targets = np.eye(layout.widths[-1])[source.integers(0, layout.widths[-1], samples)]
    return Problem(architecture, source.normal(size=(samples, layout.widths[0])), targets, mask=mask, dropout=Dropout(keep, 1 / 0.7))


def switchings(problem: Problem) -> list[Problem]:
    """Without mask and dropout, with either, with both."""
    return [replace(problem, mask=mask, dropout=dropout) for mask, dropout in product((None, problem.mask), (None, problem.dropout))]


def nearest_kink(problem: Problem, params: np.ndarray) -> float:
    passed = backprop.forward(problem.architecture, params, problem.inputs, problem.mask, problem.dropout)
    return min(float(np.abs(z).min()) for z in passed.pre_activations[1:])


def safe_case(architecture: Architecture) -> tuple[Problem, np.ndarray]:
    """A problem and parameters that keep away from every kink, however it is switched."""
    for seed in range(100):
        source = np.random.default_rng(seed)
        problem, params = some_problem(architecture, source), source.normal(scale=0.8, size=architecture.layout.size)
        if min(nearest_kink(switched, params) for switched in switchings(problem)) > SAFE:
            return problem, params
    raise AssertionError("no seed keeps away from the kinks")


def assert_close(found: np.ndarray, exact: list[float], tolerance: float) -> None:
    assert np.abs(found - exact).max() <= tolerance * max(1.0, np.abs(exact).max())


@pytest.mark.parametrize(("loss", "output"), OUTPUTS)
@pytest.mark.parametrize("hidden", HIDDEN)
def test_gradients_match_complex_step_and_central_difference(hidden: Activation, loss: Loss, output: Activation) -> None:
    """Every reduction × regularizer in every parameter, two hidden layers, going through neither, mask, dropout and both in turn."""
    problem, params = safe_case(Architecture((2, 2, 2, 2), (hidden, hidden, output), loss))
    places = range(params.size)
    switched = switchings(problem)
    for number, (reduction, (l1, l2)) in enumerate(product(Reduction, REGULARIZERS)):
        case = replace(switched[(number + number // 4) % 4], reduction=reduction, l1=l1, l2=l2)
        assert_close(backprop.gradient(case, params), [gradient_check.complex_step(case, params, i) for i in places], 1e-13)
    for case in (replace(problem, reduction=Reduction.SUM, l1=0.03, l2=0.02), replace(problem, mask=None, dropout=None)):
        assert_close(backprop.gradient(case, params), [gradient_check.central_difference(case, params, i) for i in places], 1e-9)


def test_activations_mix() -> None:
    architecture = Architecture((3, 3, 2, 4, 3), (Activation.RELU, Activation.SIGMOID, Activation.LEAKY_RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    problem, params = safe_case(architecture)
    found = backprop.gradient(problem, params)
    assert_close(found, [gradient_check.complex_step(problem, params, i) for i in range(params.size)], 1e-13)
    assert_close(found, [gradient_check.central_difference(problem, params, i) for i in range(params.size)], 1e-9)


def test_a_network_without_hidden_layers() -> None:
    problem = Problem(Architecture((3, 1), (Activation.SIGMOID,), Loss.BINARY_CROSS_ENTROPY), np.eye(3), np.array([[0.0], [1.0], [1.0]]))
    params = np.array([0.5, -1.0, 2.0, 0.1])
    assert_close(backprop.gradient(problem, params), [gradient_check.complex_step(problem, params, i) for i in range(4)], 1e-14)


def test_what_comes_before_a_step_learns_nothing() -> None:
    """The derivative of a step is 0: weights into it never change, and its output is a constant to the weights after it."""
    problem, params = safe_case(Architecture((2, 2, 2), (Activation.STEP, Activation.LINEAR), Loss.MSE))
    gradient = backprop.gradient(replace(problem, mask=None, dropout=None), params)
    layout = problem.architecture.layout
    assert not layout.weights(gradient, 1).any()
    assert not layout.biases(gradient, 1).any()
    assert layout.biases(gradient, 2).all()


def test_deltas_are_slopes_by_the_pre_activations() -> None:
    """A delta is ∂L/∂z of its own sample: what a bias's complex step gives for that sample alone, also for the inputs."""
    problem, params = safe_case(Architecture((2, 3, 2), (Activation.TANH, Activation.SOFTMAX), Loss.MSE))
    architecture, layout = problem.architecture, problem.architecture.layout
    passed = backprop.forward(architecture, params, problem.inputs, problem.mask, problem.dropout)
    back = backprop.backward(architecture, params, passed, problem.targets)
    for sample in range(4):
        assert problem.dropout is not None
        dropout = Dropout(problem.dropout.keep[:, sample : sample + 1], problem.dropout.scale)
        alone = replace(problem, inputs=problem.inputs[[sample]], targets=problem.targets[[sample]], dropout=dropout)
        for layer in (1, 2):
            exact = [gradient_check.complex_step(alone, params, layout.bias_index(layer, j)) for j in range(layout.widths[layer])]
            assert_close(back.deltas[layer][sample], exact, 1e-14)
        moved = [replace(alone, inputs=alone.inputs + 1e-30j * np.eye(2)[[i]]) for i in range(2)]
        assert_close(back.deltas[0][sample], [float(backprop.objective(m, params).imag / 1e-30) for m in moved], 1e-14)


def test_shapes_of_both_ways() -> None:
    problem, params = safe_case(Architecture((2, 3, 5, 2), (Activation.TANH, Activation.RELU, Activation.SIGMOID), Loss.HALF_SQUARED))
    passed = backprop.forward(problem.architecture, params, problem.inputs, problem.mask, problem.dropout)
    back = backprop.backward(problem.architecture, params, passed, problem.targets)
    shapes = [(4, 2), (4, 3), (4, 5), (4, 2)]
    for arrays in (passed.pre_activations, passed.activations, passed.outputs, back.upstream, back.deltas):
        assert [array.shape for array in arrays] == shapes
    for layer in range(4):
        assert np.broadcast_shapes(passed.gains[layer].shape, shapes[layer]) == shapes[layer]


def test_an_off_neuron_puts_out_its_hold_and_gets_no_blame() -> None:
    problem, params = safe_case(Architecture((2, 3, 2), (Activation.TANH, Activation.LINEAR), Loss.MSE))
    passed = backprop.forward(problem.architecture, params, problem.inputs, problem.mask)
    back = backprop.backward(problem.architecture, params, passed, problem.targets)
    np.testing.assert_array_equal(passed.outputs[1][:, 1], 0.3)
    np.testing.assert_array_equal(back.deltas[1][:, 1], 0.0)
    np.testing.assert_array_equal(passed.activations[1][:, 1], np.tanh(passed.pre_activations[1][:, 1]))
    np.testing.assert_array_equal(passed.outputs[1][:, [0, 2]], passed.activations[1][:, [0, 2]])


def test_dropout_zeroes_and_scales() -> None:
    problem, params = safe_case(Architecture((2, 3, 2), (Activation.SIGMOID, Activation.LINEAR), Loss.MSE))
    keep = np.array([[1, 0, 1, 1], [0, 0, 1, 1], [1, 1, 0, 1]], dtype=np.uint8)
    passed = backprop.forward(problem.architecture, params, problem.inputs, None, Dropout(keep, 2.0))
    np.testing.assert_array_equal(passed.outputs[1], 2.0 * keep.T * passed.activations[1])
    np.testing.assert_array_equal(passed.outputs[2], passed.activations[2])


def test_the_shown_loss_is_a_mean_whatever_the_reduction() -> None:
    problem, params = safe_case(Architecture((2, 2, 2), (Activation.TANH, Activation.LINEAR), Loss.MSE))
    both = [replace(problem, reduction=reduction, l1=0.1, l2=0.1) for reduction in Reduction]
    assert backprop.loss(both[0], params) == backprop.loss(both[1], params)
    penalty = backprop.penalty(problem.architecture.layout, params, 0.1, 0.1)
    assert backprop.objective(both[0], params) == pytest.approx(backprop.loss(both[0], params) + penalty, rel=1e-15)
    assert backprop.objective(both[1], params) == pytest.approx(4 * backprop.loss(both[0], params) + penalty, rel=1e-15)
    value, gradient = backprop.loss_and_gradient(both[0], params)
    assert value == backprop.loss(both[0], params)
    np.testing.assert_array_equal(gradient, backprop.gradient(both[0], params))


def test_penalties_leave_biases_alone() -> None:
    layout = Architecture((1, 2, 1), (Activation.TANH, Activation.LINEAR), Loss.MSE).layout
    params = np.array([2.0, -3.0, 10.0, 10.0, 0.0, 1.0, 10.0])  # w w b b w w b
    assert backprop.penalty(layout, params, 0.5, 0.1) == pytest.approx(0.5 * 6 + 0.05 * 14, rel=1e-15)
    np.testing.assert_allclose(backprop.penalty_gradient(layout, params, 0.5, 0.1), [0.7, -0.8, 0.0, 0.0, 0.0, 0.6, 0.0], rtol=1e-15)


@pytest.mark.parametrize("activation", list(Activation))
@pytest.mark.parametrize("scale", [1e2, 1e4])
def test_large_pre_activations_give_finite_gradients(activation: Activation, scale: float) -> None:
    loss = {Activation.SIGMOID: Loss.BINARY_CROSS_ENTROPY, Activation.SOFTMAX: Loss.CROSS_ENTROPY}.get(activation, Loss.MSE)
    problem = Problem(Architecture((2, 2), (activation,), loss), np.array([[scale, -scale]]), np.array([[0.0, 1.0]]))
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        value, gradient = backprop.loss_and_gradient(problem, np.array([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]))
    assert math.isfinite(value)
    assert np.isfinite(gradient).all()


def test_a_chain_worked_by_hand() -> None:
    """One input, one tanh neuron, one linear output: x = 2, t = 1, w₁ = ½, b₁ = 0, w₂ = 3, b₂ = −1."""
    problem = Problem(Architecture((1, 1, 1), (Activation.TANH, Activation.LINEAR), Loss.HALF_SQUARED), np.array([[2.0]]), np.array([[1.0]]))
    h = math.tanh(1.0)
    error = 3.0 * h - 1.0 - 1.0
    expected = [error * 3.0 * (1 - h * h) * 2.0, error * 3.0 * (1 - h * h), error * h, error]
    value, gradient = backprop.loss_and_gradient(problem, np.array([0.5, 0.0, 3.0, -1.0]))
    assert value == pytest.approx(error * error / 2, rel=1e-15)
    np.testing.assert_allclose(gradient, expected, rtol=1e-15)


# Matt Mazur's worked example: two inputs, two sigmoid neurons, two sigmoid outputs. In his numbering w₁ and w₂ go into h₁,
# w₃ and w₄ into h₂, w₅ and w₆ into o₁, w₇ and w₈ into o₂; here a row of W holds the weights out of one neuron.
MAZUR = Problem(
    Architecture((2, 2, 2), (Activation.SIGMOID, Activation.SIGMOID), Loss.HALF_SQUARED), np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]])
)
W1, W2, W3, W4, W5, W6, W7, W8 = 0.15, 0.20, 0.25, 0.30, 0.40, 0.45, 0.50, 0.55
MAZUR_PARAMS = np.array([W1, W3, W2, W4, 0.35, 0.35, W5, W7, W6, W8, 0.60, 0.60])
MAZUR_ORDER = [0, 2, 1, 3, 6, 8, 7, 9]  # places of w₁ … w₈
PLAIN = Hyper(OptimizerKind.SGD, Reduction.MEAN, momentum=0.0, decay=0.0, beta1=0.0, beta2=0.0, epsilon=1e-8, l1=0.0, l2=0.0)


def mazur_after(updates: int, frozen: np.ndarray | None) -> np.ndarray:
    params, slots = MAZUR_PARAMS, np.zeros((2, 12))
    for t in range(1, updates + 1):
        params, slots = update(params, slots, backprop.gradient(MAZUR, params), PLAIN, rate=0.5, t=t, frozen=frozen)
    return params


def mazur_biases() -> np.ndarray:
    return ~backprop.is_weight(MAZUR.architecture.layout)


def test_mazurs_forward_pass() -> None:
    passed = backprop.forward(MAZUR.architecture, MAZUR_PARAMS, MAZUR.inputs)
    np.testing.assert_allclose(passed.pre_activations[1], [[0.3775, 0.3925]], rtol=1e-15)
    np.testing.assert_allclose(passed.outputs[1], [[0.593269992, 0.596884378]], rtol=1e-9)
    np.testing.assert_allclose(passed.pre_activations[2], [[1.105905967, 1.224921404]], rtol=1e-9)
    np.testing.assert_allclose(passed.outputs[2], [[0.751365070, 0.772928465]], rtol=1e-9)
    assert backprop.loss(MAZUR, MAZUR_PARAMS) == pytest.approx(0.2983711087600027, rel=1e-15)


def test_mazurs_backward_pass() -> None:
    gradient = backprop.gradient(MAZUR, MAZUR_PARAMS)[MAZUR_ORDER]
    assert gradient[0] == pytest.approx(0.000438568, abs=5e-10)
    assert gradient[4] == pytest.approx(0.082167041, abs=5e-10)
    printed = [0.149780716, 0.19956143, 0.24975114, 0.29950229, 0.35891648, 0.408666186, 0.511301270, 0.561370121]
    np.testing.assert_allclose(mazur_after(1, mazur_biases())[MAZUR_ORDER], printed, atol=6e-9)


@pytest.mark.parametrize(("train_biases", "expected"), [(False, 0.29102777369359933), (True, 0.28047144679)])
def test_mazurs_error_after_one_update(train_biases: bool, expected: float) -> None:
    params = mazur_after(1, None if train_biases else mazur_biases())
    assert float(backprop.loss(MAZUR, params)) == pytest.approx(expected, rel=2e-11 if train_biases else 1e-15)


def test_mazurs_error_after_ten_thousand_updates() -> None:
    before = mazur_after(9_999, mazur_biases())
    after, _ = update(before, np.zeros((2, 12)), backprop.gradient(MAZUR, before), PLAIN, rate=0.5, t=10_000, frozen=mazur_biases())
    assert float(backprop.loss(MAZUR, before)) == pytest.approx(3.510854812e-05, rel=2e-10, abs=0.0)
    assert float(backprop.loss(MAZUR, after)) == pytest.approx(3.510187783e-05, rel=2e-10, abs=0.0)
    assert after[mazur_biases()].tobytes() == MAZUR_PARAMS[mazur_biases()].tobytes()
