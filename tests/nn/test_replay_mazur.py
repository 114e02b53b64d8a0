"""The worked example: every figure of the document, every number against 50 digits, the traps and the exercises."""

from __future__ import annotations

import numpy as np
import pytest
from mpmath import exp, mp, mpf

from nn.choices import Activation, Loss
from nn.errors import SettingsError
from nn.network import Architecture, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.settings import BiasMode, Naming, Trap
from nn.replay.step import Kind, Phase, Quantity, Step
from nn.replay.walk import Walk

mp.dps = 50

H, O = 1, 2  # noqa: E741 - the layers' letters in the example


def at(walk: Walk, kind: Kind, layer: int = 0, unit: int = 0, other: int = -1, *, iteration: int = 1) -> float:
    (found,) = [s.value for s in walk.steps if s.quantity == (kind, layer, unit, other) and s.iteration == iteration]
    return found


def agrees(value: float, printed: str) -> bool:
    """Whether ``value`` rounds to the digits that are printed; the last of 16 may differ."""
    decimals = len(printed.partition(".")[2])
    return abs(value - float(printed)) <= max(0.5000001 * 10.0**-decimals, 2e-16)


FIRST_PASS = [
    (Kind.NET, H, 0, -1, "0.3775"),
    (Kind.NET, H, 1, -1, "0.39249999999999996"),
    (Kind.OUT, H, 0, -1, "0.5932699921071872"),
    (Kind.OUT, H, 1, -1, "0.596884378259767"),
    (Kind.NET, O, 0, -1, "1.10590596705977"),
    (Kind.NET, O, 1, -1, "1.2249214040964653"),
    (Kind.OUT, O, 0, -1, "0.7513650695523157"),
    (Kind.OUT, O, 1, -1, "0.7729284653214625"),
    (Kind.ERROR, 0, 0, -1, "0.274811083176155"),
    (Kind.ERROR, 0, 1, -1, "0.023560025583847746"),
    (Kind.TOTAL, 0, 0, -1, "0.2983711087600027"),
]
BACK_AT_THE_OUTPUTS = [
    (Kind.E_OUT, O, 0, -1, "0.7413650695523157"),
    (Kind.E_OUT, O, 1, -1, "-0.21707153467853746"),
    (Kind.OUT_NET, O, 0, -1, "0.18681560180895948"),
    (Kind.OUT_NET, O, 0, -1, "0.186815602"),
    (Kind.OUT_NET, O, 1, -1, "0.17551005281727122"),
    (Kind.NET_W, O, 0, 0, "0.5932699921071872"),
    (Kind.NET_W, O, 0, 0, "0.593269992"),
    (Kind.E_W, O, 0, 0, "0.08216704056423078"),
    (Kind.E_W, O, 0, 1, "0.08266762784753325"),
    (Kind.E_W, O, 1, 0, "-0.02260254047747507"),
    (Kind.E_W, O, 1, 1, "-0.022740242215978222"),
    (Kind.E_NET, O, 0, -1, "0.13849856162855698"),
    (Kind.E_NET, O, 0, -1, "0.138498562"),
    (Kind.E_NET, O, 1, -1, "-0.03809823651655623"),
    (Kind.NEW, O, 0, 0, "0.35891647971788465"),
    (Kind.NEW, O, 0, 0, "0.35891648"),
    (Kind.NEW, O, 0, 1, "0.4086661860762334"),
    (Kind.NEW, O, 1, 0, "0.5113012702387375"),
    (Kind.NEW, O, 1, 1, "0.5613701211079891"),
]
BACK_AT_THE_HIDDEN = [
    (Kind.NET_OUT, H, 0, 0, "0.4"),
    (Kind.NET_OUT, H, 0, 1, "0.5"),
    (Kind.E_VIA, H, 0, 0, "0.05539942465142279"),
    (Kind.E_VIA, H, 0, 0, "0.055399425"),
    (Kind.E_VIA, H, 0, 1, "-0.019049118258278114"),
    (Kind.E_OUT, H, 0, -1, "0.03635030639314468"),
    (Kind.E_OUT, H, 0, -1, "0.036350306"),
    (Kind.OUT_NET, H, 0, -1, "0.24130070857232525"),
    (Kind.OUT_NET, H, 0, -1, "0.241300709"),
    (Kind.NET_W, H, 0, 0, "0.05"),
    (Kind.E_W, H, 0, 0, "0.00043856773447434685"),
    (Kind.E_W, H, 0, 0, "0.000438568"),
    (Kind.NEW, H, 0, 0, "0.1497807161327628"),
    (Kind.NEW, H, 0, 0, "0.149780716"),
    (Kind.NEW, H, 0, 1, "0.19956143"),
    (Kind.NEW, H, 1, 0, "0.24975114"),
    (Kind.NEW, H, 1, 1, "0.29950229"),
]


@pytest.mark.parametrize(("kind", "layer", "unit", "other", "printed"), FIRST_PASS + BACK_AT_THE_OUTPUTS + BACK_AT_THE_HIDDEN)
def test_every_figure_of_the_document(kind: Kind, layer: int, unit: int, other: int, printed: str) -> None:
    assert agrees(at(mazur.walk(), kind, layer, unit, other), printed)


def test_the_documents_rounding_of_one_share_is_a_slip() -> None:
    """It prints −0.019049119, which was calculated from rounded numbers."""
    assert round(at(mazur.walk(), Kind.E_VIA, H, 0, 1), 9) == -0.019049118


SECOND_PASS = [
    (Kind.NET, H, 0, "0.37744517880663814"),
    (Kind.NET, H, 1, "0.392437786"),
    (Kind.OUT, H, 0, "0.5932567636467482"),
    (Kind.OUT, H, 1, "0.5968694086464008"),
    (Kind.NET, O, 0, "1.0568499739940174"),
    (Kind.NET, O, 1, "1.2613147960120292"),
    (Kind.OUT, O, 0, "0.7420881111887568"),
    (Kind.OUT, O, 1, "0.7792523595555513"),
    (Kind.ERROR, 0, 0, "0.26797650127196077"),
    (Kind.ERROR, 0, 1, "0.022207283976451317"),
    (Kind.TOTAL, 0, 0, "0.2901837852484121"),
]


@pytest.mark.parametrize(("kind", "layer", "unit", "printed"), SECOND_PASS)
def test_the_documents_second_pass(kind: Kind, layer: int, unit: int, printed: str) -> None:
    """It goes on with w7 = w8_new, the old w8, and w2 to w4 rounded to 8 digits: so rounded, each figure is found again; and the trap
    alone, not rounded, comes within 1e-9 of each and has the same ten digits of E.
    """
    trapped = mazur.walk(trap=Trap.W7_SLIP)
    params = trapped.parameters[1].copy()
    params[[1, 2, 3]] = 0.24975114, 0.19956143, 0.29950229
    rounded = build_walk(Network(mazur.ARCHITECTURE, params), mazur.sample(), mazur.settings())
    assert agrees(at(rounded, kind, layer, unit), printed)
    assert at(trapped, kind, layer, unit, iteration=2) == pytest.approx(float(printed), abs=1e-9)
    assert f"{trapped.errors[1]:.10f}" == "0.2901837852"


def test_the_errors_are_the_right_ones() -> None:
    assert mazur.walk().errors == (0.2983711087600027, 0.29102777369359933)
    assert mazur.walk(iterations=3, show=(3, 4)).errors[:2] == mazur.walk().errors


def test_ten_thousand_updates() -> None:
    errors = mazur.walk(iterations=10_000, show=(1, 1)).errors
    assert len(errors) == 10_001
    assert errors[9_999] == pytest.approx(3.510854812e-05, rel=1e-9)
    assert errors[10_000] == pytest.approx(3.510187783e-05, rel=1e-9)


def test_learning_the_biases() -> None:
    assert mazur.walk(biases=BiasMode.PER_NEURON).errors[1] == pytest.approx(0.28047144679, abs=5e-12)
    assert mazur.walk(biases=BiasMode.PER_LAYER).errors[1] == pytest.approx(0.28575088670, abs=5e-12)


def test_the_trap_of_weights_updated_too_early() -> None:
    trapped, right = mazur.walk(trap=Trap.UPDATED_WEIGHTS), mazur.walk()
    assert f"{trapped.errors[1]:.9f}" == "0.291027924"
    found = mazur.parting(trapped, right)
    assert found.step is not None
    step = trapped.steps[found.step]
    assert step.quantity == (Kind.NET_OUT, H, 0, 0)
    assert step.value == trapped.parameters[1][6]
    assert found.right[found.step] == 0.4
    (source,) = step.sources
    assert source.quantity == (Kind.NEW, O, 0, 0)
    assert source.step is not None and trapped.steps[source.step].value == step.value


def test_the_trap_of_a_slip_in_w7() -> None:
    trapped, right = mazur.walk(trap=Trap.W7_SLIP, iterations=2), mazur.walk(iterations=2)
    found = mazur.parting(trapped, right)
    assert found.step is not None
    step = trapped.steps[found.step]
    assert step.quantity == (Kind.NEW, O, 1, 0)
    assert (step.value, found.right[found.step]) == (right.steps[step.id + 1].value, right.steps[step.id].value)
    assert trapped.steps[step.id + 1].value == 0.55
    assert [s.quantity.kind for s in trapped.steps[step.id + 1].sources] == [Kind.WEIGHT]
    (later,) = [s for s in trapped.steps if s.iteration == 2 and s.quantity == (Kind.NEW, O, 1, 0)]
    own = [(Kind.WEIGHT, O, 1, 0), (Kind.RATE, 0, 0, -1), (Kind.E_W, O, 1, 0)]
    assert [s.quantity for s in later.sources] == own, "only the first update slips"


def test_the_right_walk_never_parts() -> None:
    assert mazur.parting(mazur.walk(), mazur.walk()).step is None
    with pytest.raises(ValueError, match="not of the same"):
        mazur.parting(mazur.walk(iterations=2), mazur.walk())


def test_w7_needs_the_examples_network() -> None:
    other = Architecture((2, 3, 2), (Activation.SIGMOID, Activation.SIGMOID), Loss.HALF_SQUARED)
    with pytest.raises(SettingsError, match="2-3-2") as refused:
        build_walk(Network(other, np.zeros(other.layout.size)), mazur.sample(), mazur.settings(trap=Trap.W7_SLIP))
    assert refused.value.field == "replay.trap"


def test_the_lessons_can_be_walked_and_their_goals_are_there() -> None:
    assert len({lesson.id for lesson in mazur.LESSONS}) == len(mazur.LESSONS) == 6
    for lesson in mazur.LESSONS:
        walk = build_walk(mazur.network(), mazur.sample(), lesson.settings)
        assert walk.scheme.settings.naming is Naming.MAZUR
        made = {step.quantity for step in walk.steps}
        assert all(goal in made for goal in lesson.goals), lesson.id
    assert [len(lesson.goals) for lesson in mazur.LESSONS] == [0, 0, 0, 3, 4, 2]


class ByHand:
    """The example in 50 digits, with names of its own: w[layer][unit][other], and everything that a step can be."""

    def __init__(self, biases: BiasMode) -> None:
        self.mode = biases
        self.w = {H: [[mpf("0.15"), mpf("0.20")], [mpf("0.25"), mpf("0.30")]], O: [[mpf("0.40"), mpf("0.45")], [mpf("0.50"), mpf("0.55")]]}
        self.b = {H: [mpf("0.35")] * 2, O: [mpf("0.60")] * 2}
        self.out = {0: [mpf("0.05"), mpf("0.10")]}
        self.target = [mpf("0.01"), mpf("0.99")]

    def forward(self) -> None:
        self.net = {}
        for layer in (H, O):
            before = self.out[layer - 1]
            self.net[layer] = [self.w[layer][j][0] * before[0] + self.w[layer][j][1] * before[1] + self.b[layer][j] for j in (0, 1)]
            self.out[layer] = [1 / (1 + exp(-z)) for z in self.net[layer]]
        self.errors = [(self.target[k] - self.out[O][k]) ** 2 / 2 for k in (0, 1)]

    def backward(self) -> None:
        self.slope = {layer: [o * (1 - o) for o in self.out[layer]] for layer in (H, O)}
        self.e_out = {O: [self.out[O][k] - self.target[k] for k in (0, 1)]}
        self.delta = {O: [self.e_out[O][k] * self.slope[O][k] for k in (0, 1)]}
        self.via = [[self.delta[O][j] * self.w[O][j][i] for j in (0, 1)] for i in (0, 1)]
        self.e_out[H] = [sum(shares) for shares in self.via]
        self.delta[H] = [self.e_out[H][i] * self.slope[H][i] for i in (0, 1)]

    def update(self) -> None:
        self.old = {layer: [list(row) for row in self.w[layer]] for layer in (H, O)}
        for layer in (H, O):
            for j in (0, 1):
                for i in (0, 1):
                    self.w[layer][j][i] -= self.delta[layer][j] * self.out[layer - 1][i] / 2
            learnt = {BiasMode.FIXED: [0, 0], BiasMode.PER_NEURON: self.delta[layer], BiasMode.PER_LAYER: [sum(self.delta[layer])] * 2}
            self.b[layer] = [self.b[layer][j] - learnt[self.mode][j] / 2 for j in (0, 1)]

    def value(self, quantity: Quantity) -> mpf:
        kind, layer, unit, other = quantity
        found = {
            Kind.NET: lambda: self.net[layer][unit],
            Kind.OUT: lambda: self.out[layer][unit],
            Kind.ERROR: lambda: self.errors[unit],
            Kind.TOTAL: lambda: sum(self.errors),
            Kind.E_OUT: lambda: self.e_out[layer][unit],
            Kind.OUT_NET: lambda: self.slope[layer][unit],
            Kind.E_NET: lambda: self.delta[layer][unit],
            Kind.NET_OUT: lambda: self.old[layer + 1][other][unit],
            Kind.E_VIA: lambda: self.via[unit][other],
            Kind.NET_W: lambda: self.out[layer - 1][other],
            Kind.E_W: lambda: self.delta[layer][unit] * self.out[layer - 1][other],
            Kind.E_B: lambda: self.delta[layer][unit],
            Kind.TIE: lambda: sum(self.delta[layer]),
            Kind.NEW: lambda: self.w[layer][unit][other] if other >= 0 else self.b[layer][unit],
        }
        return found[kind]()


@pytest.mark.parametrize("biases", list(BiasMode))
def test_every_value_against_fifty_digits(biases: BiasMode) -> None:
    walk, hand = mazur.walk(iterations=3, biases=biases), ByHand(biases)
    for iteration in range(1, 5):
        hand.forward()
        steps: list[Step] = [step for step in walk.steps if step.iteration == iteration]
        if iteration <= 3:
            hand.backward()
            hand.update()
        else:
            assert {step.phase for step in steps} == {Phase.FORWARD, Phase.ERROR}
        assert abs(walk.errors[iteration - 1] - sum(hand.errors)) <= 1e-14
        for step in steps:
            assert abs(step.value - hand.value(step.quantity)) <= 1e-14, step.quantity
