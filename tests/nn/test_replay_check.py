"""A derivative in three ways, the slips that predictions are put down to, and hints that don't tell."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn.answers import VerdictKind, judge, judge_text
from nn.choices import AblationMode, Activation, Loss, Reduction
from nn.errors import SettingsError
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask, Network, read_only
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.check import TooLargeToDerive, can_check, derived, nudge, nudged, symbolic
from nn.replay.hints import hints_of
from nn.replay.predict import can_ask, can_ask_sign, expected_of, judge_sign
from nn.replay.settings import BiasMode, ReplaySettings, Sample, Trap
from nn.replay.step import Kind, Step
from nn.replay.walk import Walk

A, K, L = Activation, VerdictKind, Loss
HIDDEN = [activation for activation in A if activation is not A.SOFTMAX]
ENDS = [(L.BINARY_CROSS_ENTROPY, A.SIGMOID), (L.CROSS_ENTROPY, A.SOFTMAX), *product((L.HALF_SQUARED, L.MSE), A)]


def a_walk(widths: tuple[int, ...], hidden: Activation, end: tuple[Loss, Activation], *, samples: int = 1, seed: int = 0, **changes: object) -> Walk:
    architecture = Architecture(widths, (*(hidden,) * (len(widths) - 2), end[1]), end[0])
    random = np.random.default_rng(seed)
    network = Network(architecture, read_only(random.normal(size=architecture.layout.size)))
    targets = np.eye(widths[-1])[random.integers(0, widths[-1], samples)]
    return build_walk(network, Sample(random.normal(size=(samples, widths[0])), targets), ReplaySettings(**changes))  # type: ignore[arg-type]  # what each test names


def derivatives(walk: Walk) -> list[Step]:
    return [step for step in walk.steps if can_check(step)]


def find(walk: Walk, kind: Kind, layer: int, unit: int = 0, other: int = -1) -> Step:
    return next(step for step in walk.steps if step.quantity == (kind, layer, unit, other))


@pytest.mark.parametrize("end", ENDS, ids=lambda end: f"{end[0].value} of {end[1].value}")
@pytest.mark.parametrize("hidden", HIDDEN)
def test_every_derivative_is_its_nudge(hidden: Activation, end: tuple[Loss, Activation]) -> None:
    walk = a_walk((2, 3, 2), hidden, end, samples=2, l1=0.1, l2=0.2)
    found = derivatives(walk)
    assert len(found) > 60
    for step in found:
        assert nudged(walk, step, 1e-5) == pytest.approx(step.value, abs=2e-9), step.quantity


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 4), min_size=2, max_size=5), st.sampled_from(HIDDEN), st.sampled_from(ENDS), st.integers(0, 1000))
def test_every_derivative_of_random_networks_is_its_nudge(widths: list[int], hidden: Activation, end: tuple[Loss, Activation], seed: int) -> None:
    walk = a_walk(tuple(widths), hidden, end, seed=seed)
    for step in derivatives(walk):
        assert nudged(walk, step, 1e-5) == pytest.approx(step.value, rel=1e-6, abs=1e-7), step.quantity


@pytest.mark.parametrize("end", [ENDS[0], ENDS[1], (L.MSE, A.SOFTMAX), (L.HALF_SQUARED, A.TANH)], ids=lambda end: f"{end[0].value} of {end[1].value}")
def test_sympy_finds_the_same_for_every_loss(end: tuple[Loss, Activation]) -> None:
    walk = a_walk((1, 2, 2), A.SIGMOID, end)
    for kind in {step.quantity.kind for step in derivatives(walk)}:
        step = next(step for step in walk.steps if step.quantity.kind is kind)
        assert symbolic(walk, step) == pytest.approx(step.value, rel=1e-13, abs=1e-15), step.quantity


@pytest.mark.parametrize("hidden", HIDDEN)
def test_sympy_finds_the_same_for_every_activation(hidden: Activation) -> None:
    walk = a_walk((2, 2, 1), hidden, (L.HALF_SQUARED, A.SIGMOID), seed=3)
    for step in (find(walk, Kind.OUT_NET, 1, 1), find(walk, Kind.E_W, 1, 1, 0), find(walk, Kind.E_VIA, 1, 1, 0)):
        assert symbolic(walk, step) == pytest.approx(step.value, rel=1e-13, abs=1e-15), step.quantity


def test_sympy_agrees_on_what_several_samples_and_penalties_make() -> None:
    walk = a_walk((1, 2, 1), A.TANH, (L.MSE, A.LINEAR), samples=2, l1=0.1, l2=0.2, biases=BiasMode.PER_LAYER, reduction=Reduction.SUM)
    for kind in (Kind.BATCH, Kind.TIE, Kind.PENALTY, Kind.OBJECTIVE):
        step = next(step for step in walk.steps if step.quantity.kind is kind)
        assert symbolic(walk, step) == pytest.approx(step.value, rel=1e-13)


def test_a_switched_off_neuron_has_slope_0_in_all_three_ways() -> None:
    network = mazur.network()
    mask = Mask.of(network.architecture.layout, Ablation(frozenset({Neuron(1, 0)}), AblationMode.ZERO))
    walk = build_walk(network, mazur.sample(), mask=mask)
    step = find(walk, Kind.OUT_NET, 1, 0)
    assert (step.value, nudged(walk, step), symbolic(walk, step)) == (0.0, 0.0, 0.0)
    for step in derivatives(walk):
        assert nudged(walk, step) == pytest.approx(step.value, abs=1e-9)


def test_mazurs_w5_in_three_ways() -> None:
    walk = mazur.walk()
    step = find(walk, Kind.E_W, 2, 0, 0)
    sides = nudge(walk, step, 1e-2)
    assert sides is not None
    assert (sides.at, sides.epsilon) == (0.4, 1e-2)
    assert sides.value == (sides.above - sides.below) / 0.02 == pytest.approx(0.0821670406, abs=1e-5)
    exact = derived(walk, step)
    assert exact is not None
    assert exact.value == pytest.approx(step.value, abs=1e-16)
    assert exact.digits.startswith("0.0821670405642307") and len(exact.digits) >= 31


def test_the_nudge_gets_better_and_then_cancellation_spoils_it() -> None:
    walk = mazur.walk()
    step = find(walk, Kind.E_W, 2, 0, 0)
    off = {epsilon: abs((nudged(walk, step, epsilon) or 0.0) - step.value) for epsilon in (1e-1, 1e-3, 1e-5, 1e-12)}
    assert off[1e-1] > off[1e-3] > off[1e-5]
    assert off[1e-12] > 1e3 * off[1e-5]


@pytest.mark.parametrize("epsilon", [0.0, -1e-3, 1.0, 1e-13, float("nan")])
def test_a_nudge_out_of_range_is_refused(epsilon: float) -> None:
    walk = mazur.walk()
    with pytest.raises(SettingsError, match=r"ε must be a number from 1e-12 to 0\.1"):
        nudged(walk, find(walk, Kind.E_W, 2, 0, 0), epsilon)


def test_a_short_formula_is_shown() -> None:
    walk = mazur.walk()
    found = derived(walk, find(walk, Kind.OUT_NET, 2))
    assert found is not None
    assert found.text == "exp(-x)/(1 + exp(-x))**2"
    assert found.latex.startswith(r"\frac{")


def test_what_is_no_derivative_has_no_check() -> None:
    walk = mazur.walk()
    for step in (find(walk, Kind.NET, 1), find(walk, Kind.TOTAL, 0), find(walk, Kind.NEW, 1, 0, 0)):
        assert not can_check(step)
        assert nudged(walk, step) is symbolic(walk, step) is None


def test_a_formula_too_large_for_sympy_is_refused_with_its_size() -> None:
    walk = a_walk((1, 9, 9, 9), A.TANH, (L.CROSS_ENTROPY, A.SOFTMAX))
    with pytest.raises(TooLargeToDerive, match="holds 729 copies"):
        symbolic(walk, find(walk, Kind.E_W, 1, 0, 0))
    assert symbolic(walk, find(walk, Kind.E_NET, 3)) is not None


def test_checks_say_the_truth_about_a_trap() -> None:
    right, trapped = mazur.walk(), mazur.walk(trap=Trap.UPDATED_WEIGHTS)
    step = find(trapped, Kind.E_W, 1, 0, 0)
    true = find(right, Kind.E_W, 1, 0, 0).value
    assert abs(step.value - true) > 1e-6
    assert nudged(trapped, step) == pytest.approx(true, abs=1e-10)
    assert symbolic(trapped, step) == pytest.approx(true, abs=1e-16)


def test_a_later_iteration_is_checked_with_its_own_parameters() -> None:
    walk = mazur.walk(iterations=3, biases=BiasMode.PER_NEURON, show=(2, 3))
    for step in derivatives(walk):
        assert nudged(walk, step) == pytest.approx(step.value, abs=1e-9)


# Predictions


@pytest.mark.parametrize(
    ("step", "answer", "kind", "part"),
    [
        ((Kind.NET, 1), "0.3775", K.RIGHT, ""),
        ((Kind.NET, 1), "0.0275", K.TERM, "b1"),
        ((Kind.OUT, 1), "0.3775", K.BEFORE, "net_h1"),
        ((Kind.OUT, 1), "0.41", K.OTHER, "exponent"),
        ((Kind.OUT, 1), "1/(1+exp(-0.3775))", K.RIGHT, ""),
        ((Kind.ERROR, 0), "0.5496", K.FACTOR, "½"),
        ((Kind.ERROR, 0), "0.3707", K.OTHER, "squared"),
        ((Kind.TOTAL, 0), "0.275", K.TERM, "E_o2"),
        ((Kind.E_OUT, 2), "-0.74", K.SIGN, "sign"),
        ((Kind.E_OUT, 2), "0.01 - 0.7513650695", K.SIGN, "sign"),
        ((Kind.E_OUT, 2), "0.2748", K.OTHER, "error itself"),
        ((Kind.OUT_NET, 2), "0.7514", K.FACTOR, "1 − out_o1"),
        ((Kind.OUT_NET, 2), "0.19", K.RIGHT, ""),
        ((Kind.NET_W, 2, 0, 0), "1", K.OTHER, "out_h1"),
        ((Kind.E_W, 2, 0, 0), "0,593", K.LOCAL, "∂net_o1/∂w5"),
        ((Kind.E_W, 2, 0, 0), "0.1385", K.FACTOR, "∂net_o1/∂w5"),
        ((Kind.E_W, 2, 0, 0), "0.82167", K.POWER_OF_TEN, "10 times too large"),
        ((Kind.E_W, 1, 0, 0), "0.00048", K.ROUNDED, "too early"),
        ((Kind.E_W, 1, 0, 0), "0", K.ROUNDED, "too early"),
        ((Kind.E_VIA, 1, 0, 0), "0.0497", K.OTHER, "w5 after its update"),
        ((Kind.E_OUT, 1), "0.0744", K.TERM_SIGN, "∂E_o2/∂out_h1"),
        ((Kind.NEW, 1, 0, 0), "0.1498", K.ROUNDED, "5 decimals"),
        ((Kind.NEW, 1, 0, 0), "0.15", K.UNCHANGED, "w1"),
        ((Kind.NEW, 2, 0, 0), "0.36", K.RIGHT, ""),
        ((Kind.NEW, 2, 0, 0), "0.359", K.RIGHT, ""),
        ((Kind.NEW, 2, 0, 0), "0.4411", K.STEP_ADDED, "downhill"),
        ((Kind.NEW, 2, 0, 0), "0.3178", K.RATE, "η = 0.5"),
        ((Kind.NEW, 2, 0, 0), "0.0411", K.STEP_ALONE, "w5"),
        ((Kind.NEW, 2, 0, 0), "0.4", K.UNCHANGED, "w5"),
        ((Kind.NEW, 2, 0, 0), "0.0822", K.OTHER, "gradient"),
    ],
)
def test_a_wrong_prediction_names_the_slip(step: tuple[Kind, ...], answer: str, kind: VerdictKind, part: str) -> None:
    walk = mazur.walk()
    verdict = judge_text(answer, expected_of(walk, find(walk, *step)))  # type: ignore[arg-type]  # kind, then places
    assert verdict.kind is kind, str(verdict.sentence)
    assert part in str(verdict.sentence)


def test_in_a_trap_the_right_answer_is_told_from_the_one_that_is_walked() -> None:
    walk = mazur.walk(trap=Trap.UPDATED_WEIGHTS)
    through, local = (expected_of(walk, find(walk, kind, 1, 0, 0)) for kind in (Kind.E_VIA, Kind.NET_OUT))
    assert judge(through.value, through).right and judge(local.value, local).right
    for answer, expected in (("0.4*0.1384985616", through), ("0.4", local)):
        assert "in this trap w5 is used after its update" in str(judge_text(answer, expected).sentence)


@pytest.mark.parametrize("end", ENDS, ids=lambda end: f"{end[0].value} of {end[1].value}")
def test_every_step_of_every_network_can_be_judged_and_hinted(end: tuple[Loss, Activation]) -> None:
    walk = a_walk((2, 2, 3), A.TANH, end, samples=2, l1=0.1, biases=BiasMode.PER_LAYER)
    for step in walk.steps:
        expected = expected_of(walk, step)
        assert judge(step.value, expected).right
        for slip in expected.slips:
            assert str(judge(slip.value, expected).sentence).endswith(".")
        for sentence in hints_of(walk, step):
            assert "{" not in str(sentence)


def test_hints_never_say_the_result() -> None:
    walk = mazur.walk()
    for step in walk.steps:
        principle, _formula, numbers = (str(hint) for hint in hints_of(walk, step))
        assert not any(character.isdigit() and character not in "012" for character in principle)
        assert f"= {step.value}" not in numbers
    assert str(hints_of(walk, find(walk, Kind.NET_OUT, 1, 0, 0))[2]) == "No calculation: read the value of w5 off the diagram."
    numbers = str(hints_of(walk, find(walk, Kind.NET, 1))[2])
    assert numbers == "With the numbers: net_h1 = 0.15·0.05 + 0.2·0.1 + 0.35"


def test_which_way_a_weight_moves() -> None:
    walk = mazur.walk()
    w5, w7, slope = find(walk, Kind.NEW, 2, 0, 0), find(walk, Kind.NEW, 2, 1, 0), find(walk, Kind.E_W, 2, 1, 0)
    assert judge_sign(walk, w5, up=False).right
    assert str(judge_sign(walk, w5, up=True).sentence).startswith("The other way: ∂E_total/∂w5 is above 0")
    assert judge_sign(walk, w7, up=True).right
    assert (judge_sign(walk, slope, up=False).kind, judge_sign(walk, slope, up=True).kind) == (K.RIGHT, K.SIGN)
    assert can_ask_sign(w5) and not can_ask_sign(find(walk, Kind.NET, 1))


def test_what_is_no_work_for_a_pencil_is_not_asked() -> None:
    wide = a_walk((40, 2, 1), A.RELU, (L.HALF_SQUARED, A.LINEAR))
    assert not can_ask(find(wide, Kind.NET, 1))
    assert can_ask(find(wide, Kind.NET, 2))
    assert not can_ask(find(wide, Kind.TOTAL, 0))  # of one output: a copy
    assert can_ask(find(mazur.walk(), Kind.TOTAL, 0))
