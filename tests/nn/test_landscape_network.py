"""Planes through a network's parameters, and the loss on them against the oracle's."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from nn import backprop
from nn.backprop import Problem
from nn.choices import AblationMode, Activation, DataKind, Loss
from nn.datasets import load
from nn.datasets.prepare import prepare
from nn.datasets.work import Work
from nn.errors import Cancelled, SettingsError
from nn.landscape import network as net
from nn.landscape import surface
from nn.landscape.plane import Plane, PlaneKind, filter_normalized, main_directions, random_directions, two_weights
from nn.layout import Layout, Neuron
from nn.network import Ablation, Architecture, Mask, Network
from nn.settings import DataSettings, Experiment

OUTPUTS = {
    Loss.HALF_SQUARED: Activation.LINEAR,
    Loss.MSE: Activation.TANH,
    Loss.BINARY_CROSS_ENTROPY: Activation.SIGMOID,
    Loss.CROSS_ENTROPY: Activation.SOFTMAX,
}


def drawn(widths: tuple[int, ...], hidden: Activation, output: Activation, loss: Loss, seed: int = 0) -> Network:
    architecture = Architecture(widths, (*(hidden for _ in widths[1:-1]), output), loss)
    return Network(architecture, np.random.default_rng(seed).normal(size=architecture.layout.size))


def samples(network: Network, n: int = 30) -> tuple[np.ndarray, np.ndarray]:
    source = np.random.default_rng(1)
    widths = network.architecture.widths
    return source.normal(size=(n, widths[0])), np.eye(widths[-1])[source.integers(0, widths[-1], n)]


def direct(problem: Problem, plane: Plane, grid: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    return np.array([[backprop.loss(problem, plane.at(a, b)) for a in grid[0]] for b in grid[1]])


def planes(network: Network) -> list[Plane]:
    size = network.architecture.layout.size
    path = np.cumsum(np.random.default_rng(5).normal(size=(20, size)), axis=0)
    return [two_weights(network, 1, size - 1), two_weights(network, size - 3, size - 2), random_directions(network), main_directions(path, network)]


@pytest.mark.parametrize("hidden", [activation for activation in Activation if activation is not Activation.SOFTMAX])
@pytest.mark.parametrize("loss", list(Loss))
def test_a_surface_equals_the_oracle_at_every_place(hidden: Activation, loss: Loss) -> None:
    network = drawn((2, 3, 4, 2), hidden, OUTPUTS[loss], loss)
    inputs, targets = samples(network)
    for plane in planes(network):
        grid = surface.axes(plane.extent, 4)
        found = net.plane_losses(network.architecture, inputs, targets, plane, grid)
        assert found == pytest.approx(direct(Problem(network.architecture, inputs, targets), plane, grid), rel=1e-11)


def test_switched_off_neurons_stay_off_and_one_layer_is_enough() -> None:
    network = drawn((2, 3, 4, 2), Activation.TANH, Activation.SOFTMAX, Loss.CROSS_ENTROPY)
    inputs, targets = samples(network)
    off = Ablation(frozenset({Neuron(1, 1), Neuron(2, 0)}), AblationMode.MEAN)
    mask = Mask.of(network.architecture.layout, off, np.linspace(-1.0, 1.0, 11))
    for plane in planes(network):
        grid = surface.axes(plane.extent, 3)
        found = net.plane_losses(network.architecture, inputs, targets, plane, grid, mask=mask)
        assert found == pytest.approx(direct(Problem(network.architecture, inputs, targets, mask=mask), plane, grid), rel=1e-11)
    alone = drawn((2, 2), Activation.TANH, Activation.SOFTMAX, Loss.CROSS_ENTROPY)
    for plane in planes(alone):
        grid = surface.axes(plane.extent, 3)
        assert net.plane_losses(alone.architecture, inputs, targets, plane, grid) == pytest.approx(
            direct(Problem(alone.architecture, inputs, targets), plane, grid)
        )


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    network = drawn((2, 4, 8, 1), Activation.SIGMOID, Activation.SIGMOID, Loss.MSE)
    inputs, targets = samples(network, 50)
    plane = random_directions(network)
    grid = surface.axes(plane.extent, 7)
    whole = net.plane_losses(network.architecture, inputs, targets, plane, grid)
    monkeypatch.setattr(net, "BLOCK", 1000)
    assert net.plane_losses(network.architecture, inputs, targets, plane, grid) == pytest.approx(whole, rel=1e-14)


def test_float32_is_as_near_as_it_can_be() -> None:
    network = drawn((2, 4, 8, 1), Activation.TANH, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY)
    inputs, targets = samples(network, 200)
    plane = random_directions(network)
    grid = surface.axes(plane.extent, 9)
    found = net.plane_losses(network.architecture, inputs.astype(np.float32), targets.astype(np.float32), plane, grid)
    assert found == pytest.approx(net.plane_losses(network.architecture, inputs, targets, plane, grid), rel=1e-4)


def test_a_surface_of_a_network_and_its_data() -> None:
    experiment = Experiment(DataSettings(DataKind.MOONS, samples=40))
    prepared = prepare(load(experiment.data), experiment)
    width = prepared.targets.shape[1]
    network = drawn((2, 3, width), Activation.TANH, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY)
    plane = two_weights(network, 0, 4)
    a, b = plane.here
    found = net.of_network(network, prepared, plane, (a, a + 1.0, b, b + 1.0), 3)
    train = prepared.dataset.train
    problem = Problem(network.architecture, prepared.inputs[train], prepared.targets[train])
    assert found.costs[0, 0] == pytest.approx(float(backprop.loss(problem, network.params)))
    few = net.of_network(network, prepared, plane, resolution=3, samples=10)
    problem = Problem(network.architecture, prepared.inputs[train[:10]], prepared.targets[train[:10]])
    assert few.costs[1, 1] == pytest.approx(float(backprop.loss(problem, network.params)))


def test_a_surface_can_be_cancelled_and_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    network = drawn((2, 4, 1), Activation.TANH, Activation.SIGMOID, Loss.MSE)
    inputs, targets = samples(network)
    plane = random_directions(network)
    monkeypatch.setattr(net, "BLOCK", 500)
    shares: list[float] = []
    net.plane_losses(network.architecture, inputs, targets, plane, surface.axes(plane.extent, 5), work=Work(shares.append))
    assert shares == sorted(shares)
    assert shares[0] == 0.0 < shares[-1] < 1.0
    with pytest.raises(Cancelled, match="landscape"):
        net.plane_losses(network.architecture, inputs, targets, plane, surface.axes(plane.extent, 5), work=Work(cancelled=lambda: True))


# --- directions


def test_two_weights_are_their_own_coordinates() -> None:
    network = drawn((2, 2, 1), Activation.TANH, Activation.SIGMOID, Loss.MSE)
    plane = two_weights(network, 2, 5)
    assert plane.kind is PlaneKind.TWO_WEIGHTS
    assert plane.here == (network.params[2], network.params[5])
    assert plane.names == ("W1[2,1]", "b1[2]")
    assert plane.at(*plane.here) == pytest.approx(network.params)
    moved = plane.at(10.0, -20.0)
    assert (moved[2], moved[5]) == (10.0, -20.0)
    assert np.flatnonzero(moved != network.params).tolist() == [2, 5]
    assert not moved.flags.writeable
    assert plane.extent[0] < plane.here[0] < plane.extent[1]
    assert plane.project(moved[np.newaxis]).tolist() == [[10.0, -20.0]]


def test_filters_are_normalised_by_hand() -> None:
    layout = Layout((2, 2, 1))
    # W1 = [[3, 0], [4, 2]], b1 = [9, 9], W2 = [[1], [0]], b2 = [9]
    params = np.array([3.0, 0.0, 4.0, 2.0, 9.0, 9.0, 1.0, 0.0, 9.0])
    direction = np.array([1.0, 3.0, 0.0, 4.0, 7.0, 7.0, 6.0, 8.0, 7.0])
    # Neuron 1 has weights (3, 4) of length 5 and direction (1, 0) of length 1; neuron 2 (0, 2) and (3, 4); the output (1, 0) and (6, 8).
    assert filter_normalized(layout, direction, params) == pytest.approx([5.0, 1.2, 0.0, 1.6, 0.0, 0.0, 0.6, 0.8, 0.0])


def test_random_directions_have_every_neurons_size_and_their_seed() -> None:
    network = drawn((3, 4, 2), Activation.TANH, Activation.SIGMOID, Loss.MSE)
    plane, layout = random_directions(network, 7), network.architecture.layout
    for direction, layer in product((plane.first, plane.second), (1, 2)):
        lengths = np.linalg.norm(layout.weights(direction, layer), axis=0)
        assert lengths == pytest.approx(np.linalg.norm(layout.weights(network.params, layer), axis=0))
        assert not layout.biases(direction, layer).any()
    assert np.array_equal(plane.first, random_directions(network, 7).first)
    assert not np.allclose(plane.first, random_directions(network, 8).first)
    assert not np.allclose(plane.first, plane.second)
    assert plane.at(0.0, 0.0) == pytest.approx(network.params)
    assert plane.project(np.stack((plane.at(0.3, -0.4), plane.at(1.0, 2.0)))) == pytest.approx(np.array([[0.3, -0.4], [1.0, 2.0]]))


@pytest.mark.parametrize("size", [5, 300])
def test_main_directions_are_found_in_a_path_made_of_them(size: int) -> None:
    source = np.random.default_rng(2)
    basis = np.linalg.qr(source.normal(size=(size, 2)))[0].T
    t = np.linspace(0.0, 2.0, 40)
    places = np.stack((5.0 * np.cos(t), 2.0 * np.sin(2.0 * t)), axis=-1)
    path = 3.0 + places @ basis
    plane = main_directions(path)
    shares = np.linalg.eigvalsh(np.cov(places.T))[::-1]
    assert plane.shares == pytest.approx(shares / shares.sum(), rel=1e-9)
    assert np.linalg.norm((plane.first, plane.second), axis=1) == pytest.approx([1.0, 1.0])
    assert abs(plane.first @ plane.second) < 1e-9
    projected = plane.project(path)
    assert np.linalg.norm(projected[1:] - projected[:-1], axis=1) == pytest.approx(np.linalg.norm(places[1:] - places[:-1], axis=1))
    assert projected[-1] == pytest.approx([0.0, 0.0], abs=1e-9)
    assert plane.at(*projected[7]) == pytest.approx(path[7])
    assert plane.extent[0] < projected[:, 0].min() < projected[:, 0].max() < plane.extent[1]
    assert plane.extent[2] < projected[:, 1].min() < projected[:, 1].max() < plane.extent[3]


def test_main_directions_are_those_of_the_singular_value_decomposition() -> None:
    path = np.cumsum(np.random.default_rng(3).normal(size=(60, 12)), axis=0)
    for rows in (path, path[:8]):
        _, sizes, directions = np.linalg.svd(rows - rows.mean(axis=0), full_matrices=False)
        plane = main_directions(rows)
        assert plane.shares == pytest.approx((sizes**2 / (sizes**2).sum())[:2])
        for found, theirs in zip((plane.first, plane.second), directions, strict=False):
            assert abs(found @ theirs) == pytest.approx(1.0)
            assert found[np.abs(found).argmax()] > 0.0


def test_a_straight_path_gets_a_second_direction_and_a_longer_one_does_not_turn_over() -> None:
    way = np.array([1.0, -2.0, 0.5, 0.0])
    plane = main_directions(np.outer(np.arange(5.0), way))
    assert plane.shares == pytest.approx((1.0, 0.0))
    assert np.abs(plane.first @ way) == pytest.approx(np.linalg.norm(way))
    assert plane.first @ plane.second == pytest.approx(0.0, abs=1e-12)
    assert plane.extent[3] - plane.extent[2] == pytest.approx(plane.extent[1] - plane.extent[0])
    longer = main_directions(np.outer(np.arange(9.0), way))
    assert np.array_equal(np.sign(plane.first), np.sign(longer.first))


def test_planes_that_are_none_are_refused() -> None:
    network = drawn((2, 2, 1), Activation.TANH, Activation.SIGMOID, Loss.MSE)
    still = replace(network, params=np.zeros(9))
    for wrong, said in (
        (lambda: two_weights(network, 3, 3), r"same weight, W1\[2,2\]"),
        (lambda: two_weights(network, 0, 9), "whole number from 0 to 8"),
        (lambda: random_directions(still), "All weights are 0"),
        (lambda: random_directions(network, -1), "landscape.seed"),
        (lambda: main_directions(np.ones((5, 9))), "doesn't move"),
        (lambda: main_directions(np.ones((1, 9))), "doesn't move"),
        (lambda: main_directions(np.array([[1.0, np.inf], [0.0, 1.0]])), "no numbers"),
        (lambda: two_weights(network, 0, 1).at(np.nan, 0.0), "two numbers"),
    ):
        with pytest.raises(SettingsError, match=said):
            wrong()
