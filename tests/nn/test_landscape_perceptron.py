"""The perceptron lesson: one neuron by hand, its line, its descent, and the step that can't be descended."""

from __future__ import annotations

import math

import numpy as np
import pytest

from nn.choices import Activation
from nn.errors import SettingsError
from nn.landscape import loans
from nn.landscape.loans import EXTENT, Loans, LoanSettings
from nn.landscape.perceptron import Perceptron, cost, from_handles, gradient, handles, likelihood
from nn.landscape.perceptron_descent import descend, log_curve, turned

# Four clients as in the workshop's figure, already scaled.
FOUR = Loans(np.array([[1.0, 1.0], [2.0, -1.0], [-1.0, 1.0], [-1.0, -2.0]]), np.array([1.0, 1.0, 0.0, 0.0]), np.zeros(2), np.ones(2))


def test_a_neuron_by_hand() -> None:
    neuron = Perceptron(0.0, 1.0, 0.0)  # grants by the second input alone
    assert neuron.sums(FOUR).tolist() == [1.0, -1.0, 1.0, -2.0]
    assert neuron.decisions(FOUR).tolist() == [1.0, 0.0, 1.0, 0.0]
    assert neuron.wrong(FOUR).tolist() == [False, True, True, False]
    assert neuron.errors(FOUR) == 2
    assert cost(neuron, FOUR, Activation.STEP) == 0.5
    right = [1 / (1 + math.exp(-1)), 1 / (1 + math.exp(1)), 1 - 1 / (1 + math.exp(-1)), 1 - 1 / (1 + math.exp(2))]
    assert cost(neuron, FOUR, Activation.SIGMOID) == pytest.approx(-sum(map(math.log, right)) / 4)
    found = likelihood(neuron, FOUR)
    assert found.product == pytest.approx(math.prod(right))
    assert found.log_sum == pytest.approx(math.log(math.prod(right)))
    assert found.cost == pytest.approx(-found.log_sum / 4)
    assert Perceptron(1.0, 0.0, 0.0).errors(FOUR) == 0
    assert Perceptron(0.0, 0.0, 0.0).decisions(FOUR).tolist() == [1.0, 1.0, 1.0, 1.0]  # z = 0 grants


def test_a_product_of_many_probabilities_vanishes_but_its_logarithm_does_not() -> None:
    data = loans.make(LoanSettings(clients=5000))
    found = likelihood(Perceptron(0.1, 0.1, 0.0), data)
    assert found.product == 0.0
    assert found.log_sum == pytest.approx(-5000 * found.cost)
    assert -5000 < found.log_sum < -2000


def test_the_gradient_is_that_of_central_differences_for_a_sigmoid_and_0_for_a_step() -> None:
    data = loans.make()
    neuron = Perceptron(0.4, -0.7, 0.2)
    found = gradient(neuron, data, Activation.SIGMOID)
    for place in range(3):
        above, below = neuron.weights.copy(), neuron.weights.copy()
        above[place] += 1e-5
        below[place] -= 1e-5
        slope = cost(Perceptron(*above), data, Activation.SIGMOID) - cost(Perceptron(*below), data, Activation.SIGMOID)
        assert found[place] == pytest.approx(slope / 2e-5, rel=1e-7)
        assert cost(Perceptron(*above), data, Activation.STEP) == cost(Perceptron(*below), data, Activation.STEP)
    assert gradient(neuron, data, Activation.STEP).tolist() == [0.0, 0.0, 0.0]


def test_one_step_of_descent_by_hand() -> None:
    walked = descend(FOUR, Perceptron(0.0, 0.0, 0.0), learning_rate=0.4, steps=1)
    # p = ½, so p − y = (−½, −½, ½, ½); with the inputs: (−1 − 2 − 1 − 1)/8 and (−1 + 1 + 1 − 2)/8
    assert walked.gradients[0] == pytest.approx([-0.625, -0.125, 0.0])
    assert walked.weights == pytest.approx(np.array([[0.0, 0.0, 0.0], [0.25, 0.05, 0.0]]))
    assert walked.costs[0] == pytest.approx(math.log(2.0))
    assert walked.errors.tolist() == [2, 0]
    assert walked.perceptron(1) == Perceptron(*walked.weights[1])
    assert walked.stuck is None


def test_a_sigmoid_learns_the_loans_and_a_step_does_not() -> None:
    data = loans.make()
    start = Perceptron(-1.0, 0.5, 0.3)
    assert start.errors(data) > 10
    learnt = descend(data, start, steps=500)
    assert (np.diff(learnt.costs) < 0.0).all()
    assert learnt.errors[-1] == 0
    stuck = descend(data, start, Activation.STEP, steps=500)
    assert (stuck.weights == start.weights).all()
    assert set(stuck.errors.tolist()) == {start.errors(data)}
    assert "slope is 0" in str(stuck.stuck)
    with pytest.raises(ValueError, match="read-only"):
        learnt.weights[0] = 0.0


def test_a_rate_that_is_far_too_high_ends_the_descent() -> None:
    found = descend(FOUR, Perceptron(0.0, 1.0, 0.0), learning_rate=1e8, steps=5)
    assert len(found.weights) == 1
    assert "Lower the learning rate" in str(found.stuck)


def test_the_clients_come_from_their_seed_and_one_line_parts_them() -> None:
    data = loans.make()
    assert data.raw.shape == (60, 2)
    assert np.array_equal(data.raw, loans.make(LoanSettings()).raw)
    assert not np.array_equal(data.raw, loans.make(LoanSettings(seed=1)).raw)
    assert (data.raw.min(axis=0) >= 0.0).all()
    assert (data.raw <= (EXTENT[1], EXTENT[3])).all()
    assert data.inputs.mean(axis=0) == pytest.approx([0.0, 0.0], abs=1e-12)
    assert data.inputs.std(axis=0) == pytest.approx([1.0, 1.0])
    assert data.inputs * data.scale + data.mean == pytest.approx(data.raw)
    assert set(data.labels.tolist()) == {0.0, 1.0}
    for seed in range(10):
        parted = loans.make(LoanSettings(seed=seed))
        line = np.array([[0.8 * 3000.0, 0.0], [0.2 * 3000.0, 20.0]])  # where salary + 0.6·years, as shares, is 0.8
        assert from_handles(parted, line[0], line[1]).errors(parted) == len(parted.labels)
        assert from_handles(parted, line[1], line[0]).errors(parted) == 0
    noisy = loans.make(LoanSettings(clients=1000, noise=0.3))
    assert from_handles(noisy, line[1], line[0]).errors(noisy) > 50
    assert set(loans.make(LoanSettings(clients=4, noise=1.0, seed=9)).labels.tolist()) == {0.0, 1.0}


def test_a_line_drawn_by_hand_is_the_neurons_line() -> None:
    data = loans.make()
    p, q = np.array([500.0, 15.0]), np.array([2500.0, 2.0])
    neuron = from_handles(data, p, q, steepness=3.0)
    assert math.hypot(neuron.w1, neuron.w2) == pytest.approx(3.0)
    ends = Loans(np.stack((p, q, (p + q) / 2.0)), np.zeros(3), data.mean, data.scale)
    assert neuron.sums(ends) == pytest.approx([0.0, 0.0, 0.0], abs=1e-12)
    left = Loans(np.array([[3000.0, 20.0], [0.0, 0.0]]), np.zeros(2), data.mean, data.scale)
    assert neuron.decisions(left).tolist() == [1.0, 0.0]
    turned_round = from_handles(data, q, p, steepness=3.0)
    assert turned_round.weights == pytest.approx(-neuron.weights)


@pytest.mark.parametrize(
    ("p", "q"), [((500.0, 15.0), (2500.0, 2.0)), ((2500.0, 2.0), (500.0, 15.0)), ((0.0, 4.0), (3000.0, 4.0)), ((700.0, 20.0), (700.0, 0.0))]
)
def test_handles_come_back_on_the_edges_in_the_same_order(p: tuple[float, float], q: tuple[float, float]) -> None:
    data = loans.make()
    neuron = from_handles(data, np.array(p), np.array(q), steepness=2.0)
    found = handles(neuron, data)
    assert found is not None
    for end in found:
        on_edge = np.isclose(end, EXTENT[::2], atol=1e-6) | np.isclose(end, EXTENT[1::2], atol=1e-6)
        assert on_edge.any()
    assert from_handles(data, *found, steepness=2.0).weights == pytest.approx(neuron.weights, abs=1e-9)


def test_lines_that_are_not_in_the_picture_have_no_handles() -> None:
    data = loans.make()
    assert handles(Perceptron(0.0, 0.0, 1.0), data) is None
    assert handles(Perceptron(1.0, 1.0, 100.0), data) is None
    with pytest.raises(SettingsError, match="same place"):
        from_handles(data, np.array([1.0, 2.0]), np.array([1.0, 2.0]))


def test_turning_the_line_shows_jumps_and_a_curve() -> None:
    data = loans.make()
    neuron = descend(data, Perceptron(0.5, -1.0, 0.0), steps=300).perceptron(300)
    found = turned(neuron, data, 721)
    middle = 360
    assert found.angles[middle] == 0.0
    assert found.error_shares[middle] == neuron.errors(data) / 60
    assert found.cross_entropies[middle] == pytest.approx(cost(neuron, data, Activation.SIGMOID))
    jumps = np.abs(np.diff(found.error_shares))
    assert (jumps == 0.0).mean() > 0.5
    assert jumps.max() >= 1 / 60 - 1e-12
    assert (np.diff(found.cross_entropies) != 0.0).all()


def test_the_log_curve_is_minus_ln_p() -> None:
    found = log_curve(50, 0.01)
    assert found.cost == pytest.approx([-math.log(p) for p in found.p], abs=1e-15)
    assert (found.p[0], found.p[-1], found.cost[-1]) == (pytest.approx(0.01), 1.0, 0.0)
    assert (np.diff(found.p) > 0.0).all()


def test_what_cant_be_used_is_refused() -> None:
    data = loans.make()
    for wrong, field in (
        (lambda: LoanSettings(clients=3), "perceptron.clients"),
        (lambda: LoanSettings(noise=-1.0), "perceptron.noise"),
        (lambda: Perceptron(float("nan"), 0.0, 0.0), "perceptron.w1"),
        (lambda: cost(Perceptron(1.0, 0.0, 0.0), data, Activation.RELU), "perceptron.activation"),
        (lambda: descend(data, Perceptron(1.0, 0.0, 0.0), learning_rate=-1.0), "perceptron.learning_rate"),
        (lambda: descend(data, Perceptron(1.0, 0.0, 0.0), steps=-1), "perceptron.steps"),
        (lambda: log_curve(1), "perceptron.count"),
    ):
        with pytest.raises(SettingsError) as caught:
            wrong()
        assert caught.value.field == field
