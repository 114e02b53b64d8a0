"""Starting weights: the ranges and spreads that their sources give, and given values checked."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.backprop import is_weight
from nn.choices import Activation, Initializer, Loss
from nn.errors import SettingsError
from nn.initializers import initial
from nn.network import Architecture
from nn.settings import NetworkSettings

WIDE = Architecture((50, 200, 30), (Activation.TANH, Activation.LINEAR), Loss.MSE)
SMALL = Architecture((2, 2), (Activation.LINEAR,), Loss.MSE)


def weights(kind: Initializer, layer: int, seed: int = 0) -> np.ndarray:
    return WIDE.layout.weights(initial(WIDE, NetworkSettings(initializer=kind), seed), layer).ravel()


@pytest.mark.parametrize("kind", [kind for kind in Initializer if kind is not Initializer.GIVEN])
def test_shape_dtype_and_repeat(kind: Initializer) -> None:
    settings = NetworkSettings(initializer=kind)
    found = initial(WIDE, settings, 3)
    assert found.shape == (WIDE.layout.size,)
    assert found.dtype == np.float64
    assert not found.flags.writeable
    np.testing.assert_array_equal(found, initial(WIDE, settings, 3))
    assert np.array_equal(found, initial(WIDE, settings, 4)) == (kind is Initializer.ZEROS)


@pytest.mark.parametrize("kind", [kind for kind in Initializer if kind is not Initializer.GIVEN])
def test_only_uniform_draws_biases(kind: Initializer) -> None:
    biases = initial(WIDE, NetworkSettings(initializer=kind), 0)[~is_weight(WIDE.layout)]
    assert biases.any() == (kind is Initializer.UNIFORM)


@pytest.mark.parametrize(
    ("kind", "layer", "low", "high"),
    [
        (Initializer.UNIFORM, 1, -1.0, 1.0),
        (Initializer.WORKSHOP, 1, 0.0, 1.0 / math.sqrt(50)),
        (Initializer.WORKSHOP, 2, 0.0, 1.0 / math.sqrt(200)),
        (Initializer.XAVIER, 1, -math.sqrt(6 / 250), math.sqrt(6 / 250)),
        (Initializer.XAVIER, 2, -math.sqrt(6 / 230), math.sqrt(6 / 230)),
    ],
)
def test_uniform_ranges_are_filled(kind: Initializer, layer: int, low: float, high: float) -> None:
    w = weights(kind, layer)
    span = high - low
    assert low <= w.min() < low + 0.01 * span
    assert high - 0.01 * span < w.max() <= high
    assert abs(w.mean() - (low + high) / 2) < 4 * span / math.sqrt(12 * w.size)


@pytest.mark.parametrize(("layer", "n_in"), [(1, 50), (2, 200)])
def test_he_spreads_by_the_inputs(layer: int, n_in: int) -> None:
    w = weights(Initializer.HE, layer)
    assert w.std() == pytest.approx(math.sqrt(2.0 / n_in), rel=0.05)
    assert abs(w.mean()) < 4 * w.std() / math.sqrt(w.size)
    assert np.abs(w).max() > 3 * w.std()  # normal, not uniform


def test_given_values_are_taken_as_they_are() -> None:
    given = (0.1, -2.0, 3.0, 1e-300, 0.0, 7.0)
    np.testing.assert_array_equal(initial(SMALL, NetworkSettings(initializer=Initializer.GIVEN, given=given), 0), given)


@pytest.mark.parametrize("count", [0, 5, 7])
def test_a_wrong_number_of_given_values_is_refused(count: int) -> None:
    with pytest.raises(SettingsError, match=rf"has 6 weights and biases, but {count} ") as caught:
        initial(SMALL, NetworkSettings(initializer=Initializer.GIVEN, given=(0.0,) * count), 0)
    assert caught.value.field == "network.given"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_given_value_that_is_no_number_is_refused_by_name(value: float) -> None:
    with pytest.raises(SettingsError, match=r"W1\[2,1\]") as caught:
        initial(SMALL, NetworkSettings(initializer=Initializer.GIVEN, given=(0.0, 0.0, value, 0.0, 0.0, 0.0)), 0)
    assert caught.value.field == "network.given"
