"""Losses: hand-worked values, derivatives against the complex step, SymPy, and exact far from the origin."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn import activations, losses
from nn.choices import Activation, Loss
from nn.losses import LOSSES

OUTPUT = {
    Loss.HALF_SQUARED: Activation.LINEAR,
    Loss.MSE: Activation.LINEAR,
    Loss.BINARY_CROSS_ENTROPY: Activation.SIGMOID,
    Loss.CROSS_ENTROPY: Activation.SOFTMAX,
}


def loss_of(loss: Loss, z: np.ndarray, t: np.ndarray) -> np.ndarray:
    return losses.value(loss, z, activations.value(OUTPUT[loss], z), t)


def test_every_loss_is_in_the_table() -> None:
    assert set(LOSSES) == set(Loss)


@pytest.mark.parametrize(
    ("loss", "z", "t", "expected"),
    [
        (Loss.HALF_SQUARED, [1.0, 2.0], [0.0, 4.0], 2.5),  # ½(1 + 4)
        (Loss.MSE, [1.0, 2.0], [0.0, 4.0], 2.5),  # (1 + 4)/2
        (Loss.HALF_SQUARED, [1.0], [3.0], 2.0),
        (Loss.MSE, [1.0], [3.0], 4.0),
        (Loss.BINARY_CROSS_ENTROPY, [0.0], [1.0], math.log(2.0)),
        (Loss.BINARY_CROSS_ENTROPY, [math.log(3.0), 0.0], [0.0, 0.5], math.log(4.0) + math.log(2.0)),
        (Loss.CROSS_ENTROPY, [0.0, math.log(3.0)], [1.0, 0.0], math.log(4.0)),
        (Loss.CROSS_ENTROPY, [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], math.log(4.0)),
    ],
)
def test_values_worked_by_hand(loss: Loss, z: list[float], t: list[float], expected: float) -> None:
    assert loss_of(loss, np.array([z]), np.array([t])) == pytest.approx([expected], rel=1e-15)


@pytest.mark.parametrize("loss", list(Loss))
def test_samples_do_not_mix(loss: Loss) -> None:
    z, t = np.array([[0.2, -1.0], [3.0, 0.5]]), np.array([[1.0, 0.0], [0.0, 1.0]])
    alone = [loss_of(loss, z[i : i + 1], t[i : i + 1])[0] for i in range(2)]
    np.testing.assert_array_equal(loss_of(loss, z, t), alone)


@pytest.mark.parametrize("loss", list(Loss))
def test_derivatives_match_the_complex_step(loss: Loss) -> None:
    """By o for the squared losses, by z for the cross-entropies: with a linear output both are the same."""
    z, t = np.array([0.3, -1.2, 2.0]), np.array([0.0, 0.0, 1.0])
    exact = loss_of(loss, z + 1e-30j * np.eye(3), np.tile(t, (3, 1))).imag / 1e-30
    o = activations.value(OUTPUT[loss], z)
    np.testing.assert_allclose(losses.derivative(loss, o[np.newaxis], t[np.newaxis])[0], exact, rtol=1e-14)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("loss", [Loss.BINARY_CROSS_ENTROPY, Loss.CROSS_ENTROPY])
def test_cross_entropies_are_exact_far_out(loss: Loss, dtype: type[np.floating]) -> None:
    z = np.array([[1e4, -1e4], [-1e4, 1e4], [17.0, -17.0]], dtype=dtype)
    t = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]], dtype=dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        found = loss_of(loss, z, t)
        slopes = losses.derivative(loss, activations.value(OUTPUT[loss], z), t)
    expected = [0.0, 2e4, 34.0]  # both: what is missing from the right answer; log(1 + e⁻¹⁷) and the like are below 1e-6
    np.testing.assert_allclose(found, expected, rtol=1e-6)
    assert np.isfinite(slopes).all()
    assert found.dtype == dtype


def test_a_sure_and_right_answer_keeps_its_digits() -> None:
    found = loss_of(Loss.CROSS_ENTROPY, np.array([[40.0, 0.0]]), np.array([[0.0, 1.0]]))
    assert found[0] == pytest.approx(40.0, rel=1e-15)
    found = loss_of(Loss.BINARY_CROSS_ENTROPY, np.array([[40.0]]), np.array([[1.0]]))
    assert found[0] == pytest.approx(math.exp(-40.0), rel=1e-14, abs=0.0)


@pytest.mark.parametrize("loss", list(Loss))
def test_sympy_says_the_same(loss: Loss) -> None:
    from sympy import Integer, Rational

    from nn.activations import ACTIVATIONS

    z, t = [Rational(-3, 4), Rational(1, 2)], [Integer(1), Integer(0)]
    expected = LOSSES[loss].symbolic(z, ACTIVATIONS[OUTPUT[loss]].symbolic(z), t).evalf(30)
    assert loss_of(loss, np.array([[-0.75, 0.5]]), np.array([[1.0, 0.0]]))[0] == pytest.approx(float(expected), rel=1e-15)


def test_every_loss_has_latex() -> None:
    for formula in LOSSES.values():
        for latex in (formula.latex, formula.derivative_latex):
            assert "=" in latex
            assert latex.count("{") == latex.count("}")
