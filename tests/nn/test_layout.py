"""Where parameters and neurons live."""

from __future__ import annotations

import numpy as np
import pytest

from nn.layout import Layout, Neuron

LAYOUT = Layout((2, 3, 1))


def test_a_layout_worked_by_hand() -> None:
    """W1 is 2 × 3, b1 is 3, W2 is 3 × 1, b2 is 1."""
    assert LAYOUT.offsets == ((0, 6), (9, 12))
    assert (LAYOUT.size, LAYOUT.rows, LAYOUT.depth) == (13, 6, 2)
    assert LAYOUT.row_offsets == (0, 2, 5)
    params = np.arange(13)
    np.testing.assert_array_equal(LAYOUT.weights(params, 1), [[0, 1, 2], [3, 4, 5]])
    np.testing.assert_array_equal(LAYOUT.biases(params, 1), [6, 7, 8])
    np.testing.assert_array_equal(LAYOUT.weights(params, 2), [[9], [10], [11]])
    np.testing.assert_array_equal(LAYOUT.biases(params, 2), [12])


def test_views_write_through() -> None:
    params = np.zeros(13)
    LAYOUT.weights(params, 1)[1, 2] = 5.0
    LAYOUT.biases(params, 2)[0] = 7.0
    assert params[LAYOUT.weight_index(1, 1, 2)] == 5.0
    assert params[LAYOUT.bias_index(2, 0)] == 7.0


@pytest.mark.parametrize("widths", [(1, 1), (2, 3, 1), (4, 5, 6, 3), (64, 32, 10)])
def test_indices_and_views_agree(widths: tuple[int, ...]) -> None:
    layout = Layout(widths)
    params = np.arange(layout.size)
    for layer in range(1, layout.depth + 1):
        W, b = layout.weights(params, layer), layout.biases(params, layer)
        assert W.shape == (widths[layer - 1], widths[layer])
        assert b.shape == (widths[layer],)
        assert layout.weight_index(layer, widths[layer - 1] - 1, widths[layer] - 1) == W[-1, -1]
        assert layout.bias_index(layer, widths[layer] - 1) == b[-1]


@pytest.mark.parametrize("widths", [(1, 1), (2, 3, 1), (4, 5, 6, 3)])
def test_rows_and_neurons_are_inverse(widths: tuple[int, ...]) -> None:
    layout = Layout(widths)
    neurons = [layout.neuron(row) for row in range(layout.rows)]
    assert neurons == [Neuron(layer, i) for layer, width in enumerate(widths) for i in range(width)]
    assert [layout.row(neuron) for neuron in neurons] == list(range(layout.rows))
    for layer, width in enumerate(widths):
        assert layout.layer_rows(layer) == slice(layout.row(Neuron(layer, 0)), layout.row(Neuron(layer, 0)) + width)


def test_hidden_neurons() -> None:
    assert Layout((2, 1)).hidden() == ()
    assert Layout((2, 2, 1, 3)).hidden() == (Neuron(1, 0), Neuron(1, 1), Neuron(2, 0))


def test_parameters_of_a_neuron_are_named_after_it() -> None:
    layout = Layout((2, 3, 2))
    names = np.array(layout.names())
    assert set(names[layout.parameters_of(Neuron(1, 1))]) == {"W1[1,2]", "W1[2,2]", "b1[2]", "W2[2,1]", "W2[2,2]"}
    assert set(names[layout.parameters_of(Neuron(2, 0))]) == {"W2[1,1]", "W2[2,1]", "W2[3,1]", "b2[1]"}


def test_names_are_in_the_vectors_order() -> None:
    layout = Layout((2, 3, 1))
    names = layout.names()
    assert len(set(names)) == layout.size
    assert names[layout.weight_index(1, 1, 2)] == "W1[2,3]"
    assert names[layout.bias_index(2, 0)] == "b2[1]"
