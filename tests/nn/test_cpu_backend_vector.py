"""Vectors in compiled code, and the functions that take the place of libm's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numba import njit
from numpy.typing import NDArray

from nn.backends import cpu_functions, cpu_vector
from nn.backends.cpu_functions import root
from nn.backends.cpu_vector import lanes, load, store, total, total64, where_greater, where_less, zeros

TYPES = (np.float32, np.float64)
Exact = Callable[[NDArray[Any]], NDArray[Any]]


def compiled(function: Any) -> Any:
    """A function of one vector, made one of arrays of whole vectors."""

    @njit(error_model="numpy")
    def each(source: Any, target: Any) -> None:
        for p in range(0, source.size, lanes(source)):
            store(target, p, function(load(source, p)))

    return each


def of_each(function: Any, values: NDArray[np.floating]) -> NDArray[np.floating]:
    whole = cpu_vector.LANES_32 * cpu_vector.LANES_64
    padded = np.zeros(-(-len(values) // whole) * whole, values.dtype)
    padded[: len(values)] = values
    found = np.empty_like(padded)
    compiled(function)(padded, found)
    return found[: len(values)]


def sigmoid(z: NDArray[Any]) -> NDArray[Any]:
    return 1 / (1 + np.exp(-z))


def softplus(z: NDArray[Any]) -> NDArray[Any]:
    return np.log1p(np.exp(z))


# Largest errors in units of the type's epsilon, relative to the result; tanh's near 0 is relative to 1.
FUNCTIONS: list[tuple[Any, Exact, float, float]] = [
    (cpu_functions.exp, np.exp, -86.0, 86.0),
    (cpu_functions.sigmoid, sigmoid, -80.0, 80.0),
    (cpu_functions.tanh, np.tanh, -20.0, 20.0),
    (cpu_functions.softplus, softplus, -80.0, 80.0),
]


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("function", "exact", "low", "high"), FUNCTIONS)
def test_functions_are_exact_to_a_few_roundings(function: Any, exact: Exact, low: float, high: float, dtype: type[np.floating]) -> None:
    values = np.linspace(low, high, 100_001).astype(dtype)
    expected = exact(values.astype(np.float64))
    scale = 1.0 if exact is np.tanh else np.abs(expected)
    limit = 4 * np.finfo(dtype).eps if dtype is np.float32 else 8 * np.finfo(dtype).eps
    assert np.max(np.abs(of_each(function, values) - expected) / scale) <= limit


@pytest.mark.parametrize("dtype", TYPES)
def test_log(dtype: type[np.floating]) -> None:
    values = np.exp(np.linspace(-8.0, 9.0, 100_001)).astype(dtype)
    expected = np.log(values.astype(np.float64))
    error = np.abs(of_each(cpu_functions.log, values) - expected)
    assert np.max(error / np.maximum(1.0, np.abs(expected))) <= 4 * np.finfo(dtype).eps


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize(("function", "exact", "low", "high"), FUNCTIONS)
def test_the_far_ends(function: Any, exact: Exact, low: float, high: float, dtype: type[np.floating]) -> None:
    """A NaN stays one, nothing else becomes one, and far out the result is at its limit."""
    found = of_each(function, np.array([np.nan, 1e4, -1e4, np.inf, -np.inf, 0.0], dtype))
    assert np.isnan(found[0])
    assert not np.isnan(found[1:]).any()
    limits = {np.exp: (1e37, 0.0, 1.0), sigmoid: (1.0, 0.0, 0.5), np.tanh: (1.0, -1.0, 0.0), softplus: (1e4, 0.0, np.log(2.0))}
    above, below, middle = limits[exact]
    assert found[1] >= above and found[3] >= above
    assert np.allclose(found[[2, 4]], below, atol=1e-37)
    assert np.isclose(found[5], middle, rtol=1e-6, atol=0.0)


@pytest.mark.parametrize("dtype", TYPES)
def test_arithmetic_and_choices(dtype: type[np.floating]) -> None:
    values = np.concatenate((np.linspace(-3.0, 3.0, 61), [np.nan])).astype(dtype)

    @njit
    def formula(x: Any) -> Any:
        return where_less(x, 0, 2 * x - 1, x / 4 + 0.5) - where_greater(x, 1.5, 1, 0 * x)

    expected = np.where(values < 0, 2 * values - 1, values / 4 + 0.5) - np.where(values > 1.5, 1, 0)
    assert np.allclose(of_each(formula, values), expected, rtol=1e-6, equal_nan=True)
    squares = np.square(values)
    assert np.array_equal(of_each(root, squares), np.sqrt(squares), equal_nan=True)


@pytest.mark.parametrize("dtype", TYPES)
def test_sums(dtype: type[np.floating]) -> None:
    @njit
    def sums(source: Any) -> Any:
        return total(load(source, 0)), total64(load(source, 0)), total(zeros(source)), lanes(source)

    count = cpu_vector.LANES_32 if dtype is np.float32 else cpu_vector.LANES_64
    values = np.linspace(0.1, 1.7, count).astype(dtype)
    plain, precise, nothing, found = sums(values)
    assert np.isclose(plain, values.sum(), rtol=1e-6)
    assert np.isclose(precise, values.astype(np.float64).sum(), rtol=1e-15)
    assert (nothing, found) == (0.0, count)
