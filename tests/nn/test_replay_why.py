"""What is said about the steps: whole sentences, with the right numbers, and true."""

from __future__ import annotations

import numpy as np
import pytest

from nn import activations, backprop
from nn.choices import Activation, Loss
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.settings import BiasMode, ReplaySettings, Sample, Trap
from nn.replay.step import Kind, Step
from nn.replay.walk import Walk
from nn.replay.why import why_of
from nn.replay.why_update import NUDGE
from tests.nn.walks import a_walk, all_kinds


def told(walk: Walk, step: Step) -> str:
    return " ".join(str(sentence) for sentence in why_of(walk, step).sentences)


def step_called(walk: Walk, name: str) -> Step:
    return next(step for step in walk.steps if step.symbol == name)


def test_every_step_is_explained_in_whole_sentences():
    for walk in all_kinds():
        for step in walk.steps:
            why = why_of(walk, step)
            assert why.sentences
            for sentence in (*why.sentences, why.question, why.short):
                assert "{" not in str(sentence)
                assert "nan" not in str(sentence)
            for sentence in why.sentences:
                assert str(sentence)[-1] in ".…", str(sentence)
            assert str(why.question).endswith("?")


def test_the_slope_of_the_sigmoid_as_in_the_look():
    walk = mazur.walk()
    step = step_called(walk, "∂out_o1/∂net_o1")
    why = why_of(walk, step)
    assert str(why.question) == "How much does the error change with w5?"
    assert str(why.short) == "factor 2, the slope of the sigmoid"
    assert "steeper than 0.25; here its slope is 0.1868, so 75 % of the strongest" in told(walk, step)
    assert why.curve is not None
    assert (why.curve.x, why.curve.y, why.curve.slope) == (1.10590596705977, 0.7513650695523157, 0.18681560180895948)
    assert (why.curve.xs[0], why.curve.xs[-1]) == (-5.0, 5.0)
    assert np.array_equal(why.curve.ys, activations.value(Activation.SIGMOID, why.curve.xs))


def test_the_sign_of_an_outputs_slope_is_explained_by_its_target():
    walk = mazur.walk()
    assert "out_o1 = 0.7514 is above its target 0.01" in told(walk, step_called(walk, "∂E_total/∂out_o1"))
    assert "out_o2 = 0.7729 is below its target 0.99" in told(walk, step_called(walk, "∂E_total/∂out_o2"))


def test_what_a_gradient_is_said_to_do_it_does():
    """The error really changes by about what the sentence says when the weight is moved that far."""
    walk = mazur.walk()
    architecture, params = walk.network.architecture, np.array(walk.network.params)
    before = backprop.loss(backprop.Problem(architecture, walk.sample.inputs, walk.sample.targets), params)
    for step in [step for step in walk.steps if step.quantity.kind is Kind.E_W]:
        moved = params.copy()
        moved[architecture.layout.weight_index(step.quantity.layer, step.quantity.other, step.quantity.unit)] += NUDGE
        change = backprop.loss(backprop.Problem(architecture, walk.sample.inputs, walk.sample.targets), moved) - before
        assert change == pytest.approx(NUDGE * step.value, rel=0.01)
        assert ("larger." if change > 0 else "smaller.") in told(walk, step).rsplit(" ", 1)[-1]


@pytest.mark.parametrize(
    ("activation", "net", "text"),
    [
        (Activation.RELU, -1.0, "ReLU is flat: nothing comes back"),
        (Activation.RELU, 0.0, "At 0 a ReLU has a corner"),
        (Activation.RELU, 1.0, "the slope is 1"),
        (Activation.LEAKY_RELU, -1.0, "a hundredth gets through"),
        (Activation.STEP, 1.0, "nothing can be learnt through it"),
        (Activation.LINEAR, 1.0, "the slope 1 everywhere"),
        (Activation.TANH, 0.0, "here its slope is 1, so 100 %"),
        (Activation.SOFTPLUS, 0.0, "here 50 % of what comes back"),
    ],
)
def test_every_slope_is_explained_at_its_point(activation, net, text):
    architecture = Architecture((1, 1), (activation,), Loss.HALF_SQUARED)
    walk = build_walk(Network(architecture, np.array([net, 0.0])), Sample(np.array([1.0]), np.array([3.0])), ReplaySettings())
    step = next(step for step in walk.steps if step.quantity.kind is Kind.OUT_NET)
    assert text in told(walk, step)
    curve = why_of(walk, step).curve
    assert curve is not None
    assert (curve.x, curve.slope) == (net, step.value)


def test_cross_entropies_say_why_so_little_is_left():
    softmax = a_walk((Activation.SOFTMAX,), Loss.CROSS_ENTROPY, (2, 3))
    sigmoid = a_walk((Activation.SIGMOID,), Loss.BINARY_CROSS_ENTROPY, (2, 1))
    for walk, word in ((softmax, "softmax"), (sigmoid, "sigmoid")):
        step = next(step for step in walk.steps if step.quantity.kind is Kind.E_NET)
        assert word in told(walk, step)
        assert "only out − target is left" in told(walk, step)


def test_the_traps_are_pointed_out_where_the_numbers_part():
    trapped = mazur.walk(trap=Trap.UPDATED_WEIGHTS)
    parting = mazur.parting(trapped, mazur.walk())
    assert parting.step is not None
    said = told(trapped, trapped.steps[parting.step])
    assert "Here the numbers part from the right ones: the error was made with the weight 0.4, and 0.3589" in said
    slip = mazur.walk(trap=Trap.W7_SLIP)
    first = mazur.parting(slip, mazur.walk()).step
    assert first is not None
    assert "w7 gets 0.5614, the value that was calculated for w8" in told(slip, slip.steps[first])
    assert not any("trap" in told(walk, step) or "slip" in told(walk, step) for walk in [mazur.walk()] for step in walk.steps)


def test_an_update_says_which_way_and_how_far():
    walk = mazur.walk()
    assert "∂E_total/∂w5 is positive, so w5 goes down: by η times the gradient, 0.0411." in told(walk, step_called(walk, "w5⁺"))
    assert "∂E_total/∂w7 is negative, so w7 goes up" in told(walk, step_called(walk, "w7⁺"))


def test_the_error_after_an_update_is_compared_with_the_one_before():
    walk = mazur.walk()
    assert "from 0.298371 to 0.291028" in told(walk, [step for step in walk.steps if step.quantity.kind is Kind.TOTAL][-1])
    wild = a_walk((Activation.LINEAR,), Loss.HALF_SQUARED, (2, 1), learning_rate=50.0)
    assert "The update has not helped" in told(wild, [step for step in wild.steps if step.quantity.kind is Kind.TOTAL][-1])


def test_a_neuron_that_is_switched_off_is_told_apart():
    architecture = Architecture((1, 2, 1), (Activation.SIGMOID,) * 2, Loss.MSE)
    mask = Mask.of(architecture.layout, Ablation(frozenset({Neuron(1, 0)})))
    network = Network(architecture, np.linspace(-1, 1, architecture.layout.size))
    walk = build_walk(network, Sample(np.array([1.0]), np.array([1.0])), ReplaySettings(), mask=mask)
    off = [step for step in walk.steps if step.quantity[1:3] == (1, 0) and step.quantity.kind in (Kind.OUT, Kind.OUT_NET)]
    assert len(off) == 3
    for step in off:
        assert "h1 is switched off" in told(walk, step)
        assert why_of(walk, step).curve is None
    kept = next(step for step in walk.steps if step.quantity == (Kind.NEW, 1, 0, 0))
    assert "it isn't trained" in told(walk, kept)


def test_a_neuron_far_out_is_still_on_its_curve():
    architecture = Architecture((1, 1), (Activation.SIGMOID,), Loss.HALF_SQUARED)
    walk = build_walk(Network(architecture, np.array([20.0, 0.0])), Sample(np.array([1.0]), np.array([0.0])), ReplaySettings())
    step = next(step for step in walk.steps if step.quantity.kind is Kind.OUT)
    curve = why_of(walk, step).curve
    assert curve is not None
    assert curve.xs[0] < curve.x < curve.xs[-1]
    assert "the curve is almost flat" in told(walk, step)


def test_shared_biases_and_penalties_have_their_own_words():
    walk = mazur.walk(biases=BiasMode.PER_LAYER, l1=0.01, l2=0.1)
    assert "One bias serves the whole layer (neurons: 2)" in told(walk, step_called(walk, "∂E_total/∂b1"))
    assert "pull in opposite directions" in told(walk, step_called(walk, "∂J/∂w7"))
    assert "pull in opposite directions" not in told(walk, step_called(walk, "∂J/∂w5"))
    assert "λ2 pulls harder" in told(walk, step_called(walk, "∂R/∂w5"))
