"""Architectures, read-only arrays and masks of switched-off neurons."""

from __future__ import annotations

import numpy as np
import pytest

from nn.choices import AblationMode, Activation, Loss
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask, read_only

ARCHITECTURE = Architecture((2, 3, 2, 1), (Activation.TANH, Activation.TANH, Activation.LINEAR), Loss.MSE)
LAYOUT = ARCHITECTURE.layout


def test_read_only_arrays_refuse_writing() -> None:
    array = np.zeros(3)
    assert read_only(array) is array
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 1.0


def test_architectures_are_compared_by_value() -> None:
    same = Architecture((2, 3, 2, 1), (Activation.TANH, Activation.TANH, Activation.LINEAR), Loss.MSE)
    assert same == ARCHITECTURE
    assert hash(same) == hash(ARCHITECTURE)


@pytest.mark.parametrize("loss", list(Loss))
def test_cross_entropies_are_from_logits(loss: Loss) -> None:
    assert Architecture((1, 1), (Activation.SIGMOID,), loss).from_logits == ("cross-entropy" in loss.value)


def test_no_ablation_is_an_open_mask() -> None:
    mask = Mask.of(LAYOUT, Ablation())
    np.testing.assert_array_equal(mask.gain, np.ones(8))
    np.testing.assert_array_equal(mask.hold, np.zeros(8))
    assert not mask.frozen_parameters(LAYOUT).any()


def test_a_mask_to_zero_and_to_the_mean() -> None:
    off = frozenset({Neuron(1, 2), Neuron(2, 0)})
    means = np.arange(8) / 10
    zero, mean = Mask.of(LAYOUT, Ablation(off), means), Mask.of(LAYOUT, Ablation(off, AblationMode.MEAN), means)
    for mask in (zero, mean):
        np.testing.assert_array_equal(mask.gain, [1, 1, 1, 1, 0, 0, 1, 1])
        assert not mask.gain.flags.writeable
        assert not mask.hold.flags.writeable
    assert not zero.hold.any()
    np.testing.assert_array_equal(mean.hold, [0, 0, 0, 0, 0.4, 0.5, 0, 0])


def test_frozen_parameters_are_all_into_and_out_of_off_neurons() -> None:
    frozen = Mask.of(LAYOUT, Ablation(frozenset({Neuron(2, 0)}))).frozen_parameters(LAYOUT)
    assert set(np.array(LAYOUT.names())[frozen]) == {"W2[1,1]", "W2[2,1]", "W2[3,1]", "b2[1]", "W3[1,1]"}
