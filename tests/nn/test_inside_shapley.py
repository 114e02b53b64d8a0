"""Shapley values against all coalitions, pairs against networks with two neurons off."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from nn import backprop, metrics
from nn.choices import AblationMode, Activation
from nn.datasets.work import Work
from nn.errors import Cancelled
from nn.inside.pairs import pairs
from nn.inside.shapley import TABLE, Worth, shapley
from nn.layout import Neuron
from tests.nn import insides

NET = insides.architecture((2, 5, 4, 3))


def worth_of(seen, layer, members, worth, off):
    """−loss or accuracy over the training part when ``members`` of ``layer`` are on and its others off."""
    gone = tuple(Neuron(layer, j) for j in range(seen.architecture.widths[layer]) if j not in members)
    train = seen.prepared.dataset.train
    all_off = tuple({*gone, *off})
    if worth is Worth.LOSS:
        return -insides.loss(seen, train, all_off)
    given = insides.outputs(seen, seen.prepared.inputs[train], all_off)
    return metrics.accuracy(given, seen.prepared.targets[train], seen.prepared.dataset.task)


def exact(seen, layer, worth, off=()):
    """By its definition: the weighted mean of what a neuron adds to every set of others."""
    players = [j for j in range(seen.architecture.widths[layer]) if Neuron(layer, j) not in off]
    n = len(players)
    found = np.zeros(seen.architecture.widths[layer])
    for j in players:
        others = [k for k in players if k != j]
        for size in range(n):
            share = math.factorial(size) * math.factorial(n - size - 1) / math.factorial(n)
            for some in itertools.combinations(others, size):
                found[j] += share * (worth_of(seen, layer, {*some, j}, worth, off) - worth_of(seen, layer, set(some), worth, off))
    return found


@pytest.mark.parametrize("worth", list(Worth))
@pytest.mark.parametrize("layer", [1, 2])
def test_shapley_values_are_the_exact_ones_within_three_standard_errors(layer: int, worth: Worth) -> None:
    seen = insides.moment(NET, insides.points())
    found = shapley(seen, layer, worth=worth, permutations=600, seed=3)
    apart = np.abs(found.values - exact(seen, layer, worth))
    assert (apart <= 3 * found.errors + 1e-6).all(), (apart, found.errors)
    assert found.values.sum() == pytest.approx(found.whole - found.none, abs=1e-12)
    assert found.whole == pytest.approx(worth_of(seen, layer, set(range(5)), worth, ()), rel=1e-5)
    assert found.samples == 48 and found.permutations == 600


@pytest.mark.parametrize("mode", list(AblationMode))
def test_what_is_off_stays_off_and_the_mode_says_what_absent_neurons_put_out(mode: AblationMode) -> None:
    off = (Neuron(1, 1), Neuron(2, 0))
    seen = insides.moment(NET, insides.points(), off, mode)
    found = shapley(seen, 2, permutations=400)
    apart = np.abs(found.values - exact(seen, 2, Worth.LOSS, off))
    assert (apart <= 3 * found.errors + 1e-6).all()
    assert found.values[0] == found.errors[0] == 0.0


def test_walking_along_orders_finds_what_the_table_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = insides.moment(NET, insides.points())
    by_table = shapley(seen, 1, permutations=50, seed=9)
    monkeypatch.setattr("nn.inside.shapley.TABLE", 0)
    walked = shapley(seen, 1, permutations=50, seed=9)
    np.testing.assert_allclose(walked.values, by_table.values, atol=1e-6)
    np.testing.assert_allclose(walked.errors, by_table.errors, atol=1e-6)
    assert walked.values.sum() == pytest.approx(walked.whole - walked.none, abs=1e-12)


def test_more_neurons_than_the_table_holds_add_up_too() -> None:
    seen = insides.moment(insides.architecture((2, TABLE + 4, 3)), insides.points())
    found = shapley(seen, 1, permutations=21)
    assert found.permutations == 22
    assert found.values.sum() == pytest.approx(found.whole - found.none, abs=1e-12)


def test_a_seed_repeats_and_another_differs() -> None:
    seen = insides.moment(NET, insides.points())
    one, same, other = (shapley(seen, 1, permutations=20, seed=seed).values for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert not np.array_equal(one, other)


def test_one_neuron_is_worth_the_whole_and_one_order_has_no_error() -> None:
    seen = insides.moment(insides.architecture((2, 1, 3)), insides.points())
    found = shapley(seen, 1, permutations=1)
    assert found.values[0] == found.whole - found.none
    assert np.isnan(found.errors[0])


def test_a_job_tells_its_progress_and_stops_when_cancelled() -> None:
    seen = insides.moment(NET, insides.points())
    told: list[float] = []
    shapley(seen, 1, permutations=20, work=Work(progress=told.append))
    pairs(seen, 1, work=Work(progress=told.append))
    assert told[-1] == 1.0 and all(0.0 <= share <= 1.0 for share in told)
    for job in (shapley, pairs):
        with pytest.raises(Cancelled, match="cancelled"):
            job(seen, 1, work=Work(cancelled=lambda: True))


def test_a_regression_has_no_accuracy() -> None:
    pixels = np.random.default_rng(0).random((4, 4, 1), dtype=np.float32)
    seen = insides.moment(insides.architecture((2, 3, 1), output=Activation.SIGMOID), insides.of_picture(pixels))
    assert shapley(seen, 1, permutations=4).samples == 16
    with pytest.raises(ValueError, match="no accuracy"):
        shapley(seen, 1, worth=Worth.ACCURACY)


@pytest.mark.parametrize("mode", list(AblationMode))
@pytest.mark.parametrize("layer", [1, 2])
def test_overlap_is_both_off_less_each_off(layer: int, mode: AblationMode) -> None:
    off = (Neuron(1, 0),)
    seen = insides.moment(NET, insides.points(), off, mode)
    found = pairs(seen, layer)
    train = seen.prepared.dataset.train
    base = insides.loss(seen, train, off)
    assert found.loss == pytest.approx(base, rel=1e-9)
    for i, j in itertools.combinations(range(NET.widths[layer]), 2):
        first, second = Neuron(layer, i), Neuron(layer, j)
        if first in off:
            assert np.isnan(found.overlap[i, j])
            continue
        both, one, other = (insides.loss(seen, train, (*off, *gone)) - base for gone in ((first, second), (first,), (second,)))
        assert found.overlap[i, j] == found.overlap[j, i] == pytest.approx(both - one - other, rel=1e-8, abs=1e-12)
        assert found.growth[i] == pytest.approx(one, rel=1e-8, abs=1e-12)
    assert np.isnan(np.diag(found.overlap)).all()


def test_two_equal_neurons_overlap() -> None:
    net = insides.architecture((2, 2, 1), Activation.TANH, Activation.SIGMOID)
    data = insides.points(classes=1)
    params = np.array([1.0, 1.0, -1.0, -1.0, 0.5, 0.5, 2.0, 2.0, -1.0])
    seen = insides.Moment(net, params, data)
    found = pairs(seen, 1)
    assert found.growth[0] == pytest.approx(found.growth[1], rel=1e-12)
    none = backprop.forward(net, np.where(np.arange(9) < 8, 0.0, params), data.inputs[data.dataset.train]).outputs[-1]
    without_both = float(((none - data.targets[data.dataset.train]) ** 2).mean())
    assert found.overlap[0, 1] == pytest.approx(without_both - found.loss - 2 * found.growth[0], rel=1e-9)


def test_too_many_neurons_for_pairs_and_layers_that_are_not_there_are_refused() -> None:
    seen = insides.moment(insides.architecture((2, 33, 2)), insides.points(classes=2))
    with pytest.raises(ValueError, match="33 neurons"):
        pairs(seen, 1)
    with pytest.raises(ValueError, match="no hidden layer"):
        shapley(seen, 2)
