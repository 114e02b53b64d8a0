"""Optimizers: updates worked by hand, number by number, and what is frozen stays frozen."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from nn.choices import OptimizerKind, Reduction
from nn.optimizers import OPTIMIZERS, Hyper, update

HYPER = Hyper(OptimizerKind.SGD, Reduction.MEAN, momentum=0.5, decay=0.75, beta1=0.5, beta2=0.75, epsilon=0.25, l1=0.0, l2=0.0)


def run(kind: OptimizerKind, gradients: list[float], rate: float, hyper: Hyper = HYPER) -> list[float]:
    """One parameter, starting at 1; its value after each update."""
    params, slots, found = np.ones(1), np.zeros((2, 1)), []
    for t, gradient in enumerate(gradients, start=1):
        params, slots = update(params, slots, np.array([gradient]), replace(hyper, optimizer=kind), rate=rate, t=t)
        found.append(float(params[0]))
    return found


def test_every_optimizer_is_in_the_table() -> None:
    assert set(OPTIMIZERS) == set(OptimizerKind)
    assert all(r"\leftarrow" in formula.latex for formula in OPTIMIZERS.values())


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        # g is 2, then −1; η is 0.1
        (OptimizerKind.SGD, [0.8, 0.9]),
        # v: 2, then ½·2 − 1 = 0
        (OptimizerKind.MOMENTUM, [0.8, 0.8]),
        # 2 + ½·2 = 3, then −1 + ½·0 = −1
        (OptimizerKind.NESTEROV, [0.7, 0.8]),
        # s: ¼·4 = 1, so 2/(1 + ¼) = 1.6; then ¾·1 + ¼·1 = 1, so −1/1.25 = −0.8
        (OptimizerKind.RMSPROP, [0.84, 0.92]),
        # m: 1 → m̂ = 2, v: 1 → v̂ = 4, so 2/(2 + ¼); then m = ½ − ½ = 0
        (OptimizerKind.ADAM, [1.0 - 0.1 * 2.0 / 2.25, 1.0 - 0.1 * 2.0 / 2.25]),
    ],
)
def test_two_updates_worked_by_hand(kind: OptimizerKind, expected: list[float]) -> None:
    assert run(kind, [2.0, -1.0], rate=0.1) == pytest.approx(expected, rel=1e-15)


def test_adams_third_update() -> None:
    """m after g = 2, −1, 4 is 0, then 2; v is 1, 1, then 4.75. The corrections are 1 − ½³ and 1 − ¾³."""
    change = (2.0 / 0.875) / (math.sqrt(4.75 / (1.0 - 0.421875)) + 0.25)
    before, after = run(OptimizerKind.ADAM, [2.0, -1.0, 4.0], rate=0.1)[1:]
    assert before - after == pytest.approx(0.1 * change, rel=1e-13)


def test_adams_first_update_is_the_rate_whatever_the_gradient() -> None:
    hyper = replace(HYPER, beta1=0.9, beta2=0.999, epsilon=1e-8)
    for gradient in (1e-3, -7.0, 1e6):
        assert run(OptimizerKind.ADAM, [gradient], 0.01, hyper)[0] == pytest.approx(1.0 - math.copysign(0.01, gradient), rel=1e-6)


@pytest.mark.parametrize("kind", list(OptimizerKind))
def test_what_is_given_stays(kind: OptimizerKind) -> None:
    params, slots, gradient = np.ones(3), np.full((2, 3), 0.5), np.array([1.0, -2.0, 3.0])
    kept = params.copy(), slots.copy(), gradient.copy()
    for array in (params, slots, gradient):
        array.setflags(write=False)
    new_params, new_slots = update(params, slots, gradient, replace(HYPER, optimizer=kind), rate=0.1, t=1)
    assert new_params is not params
    assert new_slots is not slots
    for array, copy in zip((params, slots, gradient), kept, strict=True):
        np.testing.assert_array_equal(array, copy)


@pytest.mark.parametrize("kind", list(OptimizerKind))
def test_slots_used(kind: OptimizerKind) -> None:
    _, slots = update(np.ones(2), np.zeros((2, 2)), np.array([1.0, -2.0]), replace(HYPER, optimizer=kind), rate=0.1, t=1)
    assert [bool(row.any()) for row in slots] == [row < OPTIMIZERS[kind].slots_used for row in range(2)]


@pytest.mark.parametrize("kind", list(OptimizerKind))
def test_frozen_parameters_and_their_state_stay_bit_for_bit(kind: OptimizerKind) -> None:
    source = np.random.default_rng(0)
    params, slots, gradient = source.normal(size=4), source.random((2, 4)), source.normal(size=4)
    frozen = np.array([True, False, True, False])
    hyper = replace(HYPER, optimizer=kind)
    held, held_slots = update(params, slots, gradient, hyper, rate=0.1, t=3, frozen=frozen)
    free, free_slots = update(params, slots, gradient, hyper, rate=0.1, t=3)
    assert held[frozen].tobytes() == params[frozen].tobytes()
    assert held_slots[:, frozen].tobytes() == slots[:, frozen].tobytes()
    np.testing.assert_array_equal(held[~frozen], free[~frozen])
    np.testing.assert_array_equal(held_slots[:, ~frozen], free_slots[:, ~frozen])
    assert (held[~frozen] != params[~frozen]).all()
