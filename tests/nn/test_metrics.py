"""Right answers, counted."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.choices import Task
from nn.metrics import accuracy, classes


def test_one_output_splits_at_a_half() -> None:
    outputs = np.array([[0.5], [0.4999999], [-3.0], [7.0]])
    np.testing.assert_array_equal(classes(outputs), [1, 0, 0, 1])
    assert accuracy(outputs, np.array([[1.0], [1.0], [0.0], [1.0]]), Task.CLASSIFICATION) == 0.75


def test_of_several_outputs_the_largest_wins_and_of_equals_the_first() -> None:
    outputs = np.array([[0.1, 0.7, 0.2], [0.3, 0.3, 0.1], [-5.0, -9.0, -4.0]])
    np.testing.assert_array_equal(classes(outputs), [1, 0, 2])
    assert accuracy(outputs, np.eye(3)[[1, 1, 2]], Task.CLASSIFICATION) == pytest.approx(2 / 3)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_result_is_a_plain_number(dtype: type[np.floating]) -> None:
    assert type(accuracy(np.ones((2, 1), dtype), np.ones((2, 1), dtype), Task.CLASSIFICATION)) is float


def test_where_there_is_nothing_to_count() -> None:
    assert math.isnan(accuracy(np.ones((3, 1)), np.ones((3, 1)), Task.REGRESSION))
    assert math.isnan(accuracy(np.ones((0, 2)), np.ones((0, 2)), Task.CLASSIFICATION))
