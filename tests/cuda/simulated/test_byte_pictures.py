"""Pictures of bytes on the GPU: uploaded some features at a time, and the same numbers there as byte/255."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from problems import PLAIN, Problem, agree, batches, full, mask_of, problem, same_course

from nn.backends import cuda_passes
from nn.choices import Activation, Loss, Task
from nn.datasets.pixels import floats


def given() -> Problem:
    made = problem((9, 4, 3), output=Activation.SOFTMAX, loss=Loss.CROSS_ENTROPY, samples=7)
    return replace(made, inputs=np.random.default_rng(4).integers(0, 256, (7, 9), dtype=np.uint8))


@pytest.mark.parametrize("one_launch", [True, False])
def test_learning_from_bytes(monkeypatch: pytest.MonkeyPatch, one_launch: bool) -> None:
    monkeypatch.setattr(cuda_passes, "UPLOADED", 15)  # two features at a time
    same_course(given(), batches(3, 7, 3), PLAIN, one_launch=one_launch)
    same_course(given(), full(2), PLAIN, one_launch=one_launch)


@pytest.mark.parametrize("one_launch", [True, False])
def test_questions_about_bytes(one_launch: bool) -> None:
    asked, oracle, data = given().cuda(one_launch=one_launch), given().oracle(), given().inputs
    agree(asked.outputs(data), oracle.outputs(floats(data)), 1e-12)
    agree(asked.neurons(data), oracle.neurons(floats(data)), 1e-12)
    masks = (mask_of(given().architecture), mask_of(given().architecture, (1, 2)))
    found = asked.measure(data, given().targets, Task.CLASSIFICATION, masks)
    wanted = oracle.measure(floats(data), given().targets, Task.CLASSIFICATION, masks)
    agree(found, wanted, 1e-12)
    agree(asked.gradient(PLAIN), oracle.gradient(PLAIN), 1e-12)
    assert asked.outputs(data[:0]).shape == (0, 3)
