"""The three checks agree on small networks, and each finds a gradient that is wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn import backprop
from nn.backprop import Dropout, Problem
from nn.choices import AblationMode, Activation, Loss, Reduction
from nn.gradient_check import central_difference, complex_step, symbolic
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask

INPUTS = np.array([[0.6, -1.1], [-0.4, 0.9]])
TARGETS = np.array([[1.0, 0.0], [0.0, 1.0]])
PARAMS = np.array([0.5, -0.7, 0.3, 0.9, 0.4, -0.2, 1.1, -0.6, 0.8, 0.25, 0.15, -0.35])
PLACES = [1, 4, 8]  # a weight and a bias of layer 1, a weight of layer 2


@pytest.mark.parametrize(
    ("hidden", "output", "loss"),
    [(hidden, Activation.TANH, Loss.MSE) for hidden in Activation if hidden is not Activation.SOFTMAX]
    + [(Activation.SIGMOID, output, Loss.HALF_SQUARED) for output in Activation]
    + [(Activation.TANH, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY), (Activation.SOFTPLUS, Activation.SOFTMAX, Loss.CROSS_ENTROPY)],
)
def test_sympy_agrees_with_backpropagation(hidden: Activation, output: Activation, loss: Loss) -> None:
    problem = Problem(Architecture((2, 2, 2), (hidden, output), loss), INPUTS[:1], TARGETS[:1], l1=0.03, l2=0.02)
    gradient = backprop.gradient(problem, PARAMS)
    for place in PLACES:
        assert gradient[place] == pytest.approx(symbolic(problem, PARAMS, place), rel=1e-12, abs=1e-14)


def test_sympy_agrees_under_mask_and_dropout() -> None:
    architecture = Architecture((2, 2, 2), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    mask = Mask.of(architecture.layout, Ablation(frozenset({Neuron(1, 1)}), AblationMode.MEAN), np.full(6, 0.3))
    problem = Problem(architecture, INPUTS, TARGETS, mask=mask, dropout=Dropout(np.array([[1, 1], [1, 0]], dtype=np.uint8), 1.25))
    gradient = backprop.gradient(problem, PARAMS)
    for place in (0, 1, 5, 7, 9, 11):
        assert gradient[place] == pytest.approx(symbolic(problem, PARAMS, place), rel=1e-12, abs=1e-15)
    assert symbolic(problem, PARAMS, 1) == 0.0  # a weight into the neuron that is off


@pytest.mark.parametrize("reduction", list(Reduction))
def test_sympy_agrees_on_mean_and_sum(reduction: Reduction) -> None:
    problem = Problem(Architecture((2, 2), (Activation.TANH,), Loss.MSE), INPUTS, TARGETS, reduction, l1=0.03, l2=0.02)
    gradient = backprop.gradient(problem, PARAMS[:6])
    for place in range(6):
        assert gradient[place] == pytest.approx(symbolic(problem, PARAMS[:6], place), rel=1e-13)


def test_each_check_is_as_exact_as_it_says() -> None:
    problem = Problem(Architecture((2, 2, 2), (Activation.TANH, Activation.SIGMOID), Loss.BINARY_CROSS_ENTROPY), INPUTS, TARGETS)
    for place in PLACES:
        exact = symbolic(problem, PARAMS, place)
        assert complex_step(problem, PARAMS, place) == pytest.approx(exact, rel=1e-14)
        assert central_difference(problem, PARAMS, place) == pytest.approx(exact, rel=1e-9)
        assert central_difference(problem, PARAMS, place, step=1e-2) != pytest.approx(exact, rel=1e-9)


def test_a_wrong_objective_is_noticed() -> None:
    problem = Problem(Architecture((2, 2, 2), (Activation.TANH, Activation.SIGMOID), Loss.MSE), INPUTS, TARGETS, l2=0.1)
    wrong = replace(problem, l2=0.1 + 1e-7)
    for check, tolerance in ((complex_step, 1e-12), (central_difference, 1e-9), (symbolic, 1e-12)):
        assert abs(backprop.gradient(problem, PARAMS)[0] - check(problem, PARAMS, 0)) < tolerance
        assert abs(backprop.gradient(wrong, PARAMS)[0] - check(problem, PARAMS, 0)) > 10 * tolerance


def test_parameters_stay_as_they_are() -> None:
    problem = Problem(Architecture((2, 2, 2), (Activation.TANH, Activation.SIGMOID), Loss.MSE), INPUTS, TARGETS)
    params = PARAMS.copy()
    params.setflags(write=False)
    for check in (complex_step, central_difference, symbolic):
        check(problem, params, 0)
    np.testing.assert_array_equal(params, PARAMS)
