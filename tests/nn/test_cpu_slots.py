"""What the CPU backend's optimizers remember of gradients that have long been 0."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.backends.base import Chunk, Hyper
from nn.backends.cpu import CpuEngine
from nn.choices import Activation, Loss, OptimizerKind, Reduction
from nn.network import Architecture

PLAIN = Hyper(OptimizerKind.SGD, Reduction.MEAN, 0.9, 0.9, 0.9, 0.999, 1e-8, 0.0, 0.0)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("optimizer", [kind for kind in OptimizerKind if kind is not OptimizerKind.SGD])
def test_a_slot_too_small_for_all_its_digits_becomes_0_and_a_larger_one_decays(optimizer: OptimizerKind, dtype: type[np.floating]) -> None:
    """Half-empty numbers slow each instruction down, and a mean that is rounded at every step would stop just above 0."""
    architecture = Architecture((2, 3, 1), (Activation.TANH, Activation.SIGMOID), Loss.MSE)
    engine = CpuEngine(architecture, np.zeros((4, 2)), np.ones((4, 1)), np.linspace(-1.0, 1.0, architecture.layout.size), dtype)
    slots, tiny = np.zeros((2, architecture.layout.size), dtype), np.finfo(dtype).tiny
    slots[:, :6] = np.array([1.0, -1.0, 0.5, -0.5, 1e6, 1e6]) * tiny  # of the weights from the inputs, which are 0 and give no gradient
    slots[1] = np.abs(slots[1])
    engine.restore(replace(engine.state(), slots=slots))
    engine.train(Chunk(np.full(1, 0.01)), replace(PLAIN, optimizer=optimizer))
    used = 2 if optimizer is OptimizerKind.ADAM else 1
    found = engine.state().slots[:used, :6]
    assert not found[:, :4].any()
    assert (found[:, 4:] > 0.0).all() and (found[:, 4:] < slots[:used, 4:6]).all()
