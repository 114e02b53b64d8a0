"""Activations: hand-worked values, derivatives against the complex step, SymPy, and no overflow anywhere."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn import activations
from nn.activations import ACTIVATIONS
from nn.choices import Activation

ELEMENTWISE = [activation for activation in Activation if activation is not Activation.SOFTMAX]
AWAY_FROM_KINKS = np.array([-30.0, -3.0, -1.0, -0.25, 0.25, 1.0, 3.0, 30.0])


def test_every_activation_is_in_the_table() -> None:
    assert set(ACTIVATIONS) == set(Activation)


@pytest.mark.parametrize(
    ("activation", "z", "a"),
    [
        (Activation.STEP, [-2.0, -1e-300, 0.0, 2.0], [0.0, 0.0, 1.0, 1.0]),
        (Activation.LINEAR, [-2.0, 0.0, 2.0], [-2.0, 0.0, 2.0]),
        (Activation.SIGMOID, [0.0, math.log(3.0), -math.log(3.0)], [0.5, 0.75, 0.25]),
        (Activation.TANH, [0.0, math.log(2.0)], [0.0, 0.6]),
        (Activation.RELU, [-2.0, 0.0, 2.0], [0.0, 0.0, 2.0]),
        (Activation.LEAKY_RELU, [-2.0, 0.0, 2.0], [-0.02, 0.0, 2.0]),
        (Activation.SOFTPLUS, [0.0, math.log(3.0)], [math.log(2.0), math.log(4.0)]),
        (Activation.SOFTMAX, [0.0, math.log(3.0)], [0.25, 0.75]),
    ],
)
def test_values_worked_by_hand(activation: Activation, z: list[float], a: list[float]) -> None:
    np.testing.assert_allclose(activations.value(activation, np.array(z)), a, rtol=1e-15)


@pytest.mark.parametrize(("activation", "slope"), [(Activation.STEP, 0.0), (Activation.RELU, 0.0), (Activation.LEAKY_RELU, 0.01)])
def test_slopes_at_the_kink(activation: Activation, slope: float) -> None:
    z = np.zeros(1)
    assert activations.derivative(activation, z, activations.value(activation, z)) == slope


@pytest.mark.parametrize("activation", ELEMENTWISE)
def test_derivatives_match_the_complex_step(activation: Activation) -> None:
    step = 1e-30
    exact = activations.value(activation, AWAY_FROM_KINKS + 1j * step).imag / step
    found = activations.derivative(activation, AWAY_FROM_KINKS, activations.value(activation, AWAY_FROM_KINKS))
    np.testing.assert_allclose(found, exact, rtol=0, atol=1e-15)


def test_the_diagonal_of_softmax() -> None:
    z = np.array([0.3, -1.2, 2.0])
    steps = 1e-30j * np.eye(3)
    exact = np.diag(activations.value(Activation.SOFTMAX, z + steps).imag / 1e-30)
    np.testing.assert_allclose(activations.derivative(Activation.SOFTMAX, z, activations.value(Activation.SOFTMAX, z)), exact, rtol=1e-14)


@pytest.mark.parametrize("activation", list(Activation))
def test_pulling_back_is_the_transposed_jacobian(activation: Activation) -> None:
    z = np.array([0.3, -1.2, 2.0])
    upstream = np.array([[0.5, -2.0, 1.5]])
    jacobian = (activations.value(activation, z + 1e-30j * np.eye(3)).imag / 1e-30).T  # [k, j] = ∂a_k/∂z_j
    found = activations.pull_back(activation, z[np.newaxis], activations.value(activation, z)[np.newaxis], upstream)
    np.testing.assert_allclose(found, upstream @ jacobian, rtol=1e-13)


@pytest.mark.parametrize("activation", list(Activation))
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_nothing_overflows(activation: Activation, dtype: type[np.floating]) -> None:
    z = np.array([[-1e4, -800.0, -89.0, -17.0], [0.0, 17.0, 89.0, 1e4], [1e4, -1e4, 0.0, 1.0]], dtype=dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        a = activations.value(activation, z)
        slopes = activations.derivative(activation, z, a)
    assert np.isfinite(a).all()
    assert np.isfinite(slopes).all()
    assert a.dtype == slopes.dtype == dtype


def test_far_values_are_exact() -> None:
    z = np.array([-1e4, 1e4])
    np.testing.assert_array_equal(activations.value(Activation.SIGMOID, z), [0.0, 1.0])
    np.testing.assert_array_equal(activations.value(Activation.SOFTPLUS, z), [0.0, 1e4])
    np.testing.assert_array_equal(activations.value(Activation.SOFTMAX, z), [0.0, 1.0])
    assert activations.value(Activation.SOFTPLUS, np.array([-40.0]))[0] == pytest.approx(math.exp(-40.0), rel=1e-14, abs=0.0)


@pytest.mark.parametrize("activation", [a for a in Activation if a is not Activation.STEP])
def test_a_nan_is_not_hidden(activation: Activation) -> None:
    assert np.isnan(activations.value(activation, np.array([np.nan, 1.0]))[0])


@pytest.mark.parametrize("activation", list(Activation))
def test_sympy_says_the_same(activation: Activation) -> None:
    import sympy

    z = [sympy.Rational(-3, 4), sympy.Rational(1, 2), sympy.Rational(2)]
    found = activations.value(activation, np.array([-0.75, 0.5, 2.0]))
    for a, expected in zip(found, ACTIVATIONS[activation].symbolic(z), strict=True):
        assert a == pytest.approx(float(sympy.sympify(expected).evalf(30)), rel=1e-15)


def test_every_activation_has_latex() -> None:
    for formula in ACTIVATIONS.values():
        for latex in (formula.latex, formula.derivative_latex):
            assert "=" in latex
            assert latex.count("{") == latex.count("}")
