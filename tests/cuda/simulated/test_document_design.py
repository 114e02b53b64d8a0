"""The yardstick of the GPU benchmark computes what it is compared with."""

import numpy as np
import pytest
from problems import PLAIN, agree, full, problem

from benchmarks import document_design
from nn.choices import Activation, Loss


@pytest.mark.parametrize("widths", [(2, 3, 1), (3, 2, 4, 1)])
def test_the_documents_design_trains_as_the_oracle(widths):
    given = problem(widths, hidden=Activation.SIGMOID, output=Activation.SIGMOID, loss=Loss.MSE, samples=5)
    yardstick, oracle = document_design.DocumentNetwork(widths, given.inputs, given.targets, given.params, np.float64), given.oracle()
    for _ in range(3):
        yardstick.step(0.3)
    oracle.train(full(3, 0.3), PLAIN)
    agree(yardstick.params(), oracle.params(), 1e-12)


def test_the_launches_of_a_step_are_counted(monkeypatch):
    waits = []
    given = problem((2, 3, 2, 1), hidden=Activation.SIGMOID)
    yardstick = document_design.DocumentNetwork((2, 3, 2, 1), given.inputs, given.targets, given.params, np.float32)
    monkeypatch.setattr(document_design.cuda, "synchronize", lambda: waits.append(1))
    yardstick.step(0.1)
    assert len(waits) == yardstick.launches()
