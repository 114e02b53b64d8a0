"""Walks through random networks: each number is the oracle's, comes from numbers that are there, and follows from them."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nn import activations, backprop
from nn.backprop import Problem
from nn.choices import AblationMode, Activation, Loss, Reduction
from nn.errors import SettingsError
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask, Network
from nn.replay import mazur
from nn.replay.build import MOST_STEPS, build_steps, build_walk
from nn.replay.places import parameter_index
from nn.replay.plan import size_of_plan
from nn.replay.planner import make_plan
from nn.replay.settings import BiasMode, Granularity, ReplaySettings, Sample, Trap
from nn.replay.step import Kind, Phase, Quantity, Source, Step
from nn.replay.walk import Walk, groups

HIDDEN = [activation for activation in Activation if activation is not Activation.SOFTMAX]
OUTPUTS = [(loss, output) for loss in (Loss.HALF_SQUARED, Loss.MSE) for output in Activation]
OUTPUTS += [(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID), (Loss.CROSS_ENTROPY, Activation.SOFTMAX)]
TRUTH = 1e-12
GIVEN = {Kind.INPUT, Kind.TARGET, Kind.WEIGHT, Kind.BIAS, Kind.RATE, Kind.L1, Kind.L2}


def close(found: float, right: float) -> bool:
    return abs(found - right) <= TRUTH * max(1.0, abs(right))


@st.composite
def walks(draw: st.DrawFn, trap: Trap = Trap.NONE) -> Walk:
    """Any network of widths 1 to 6 and depth 1 to 4, with one to three samples and two updates."""
    widths = tuple(draw(st.lists(st.integers(1, 6), min_size=2, max_size=5)))
    loss, output = draw(st.sampled_from(OUTPUTS))
    hidden = tuple(draw(st.sampled_from(HIDDEN)) for _ in widths[2:])
    architecture = Architecture(widths, (*hidden, output), loss)
    layout, source = architecture.layout, np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    samples = draw(st.integers(1, 3))
    targets = np.eye(widths[-1])[source.integers(0, widths[-1], samples)] if architecture.from_logits else source.normal(size=(samples, widths[-1]))
    neurons = layout.hidden()
    off = frozenset(neuron for neuron in neurons if source.random() < 0.3) if draw(st.booleans()) else frozenset()
    mask = Mask.of(layout, Ablation(off, draw(st.sampled_from(AblationMode))), source.normal(size=layout.rows)) if off else None
    params = source.normal(scale=0.7, size=layout.size)
    if draw(st.booleans()):
        for layer in range(1, layout.depth + 1):
            layout.biases(params, layer)[:] = 0.1 * layer
    chosen = ReplaySettings(
        learning_rate=0.03,
        iterations=2,
        biases=draw(st.sampled_from(BiasMode)),
        reduction=draw(st.sampled_from(Reduction)),
        l1=draw(st.sampled_from([0.0, 0.02])),
        l2=draw(st.sampled_from([0.0, 0.05])),
        trap=trap,
    )
    return build_walk(Network(architecture, params), Sample(source.normal(size=(samples, widths[0])), targets), chosen, mask=mask)


@lru_cache(maxsize=1)
def nets(walk: Walk) -> dict[tuple[int, int, int, int], float]:
    """Every z: of an iteration, a sample, a layer and a neuron."""
    found = [step for step in walk.steps if step.quantity.kind is Kind.NET]
    return {(step.iteration, step.sample, step.quantity.layer, step.quantity.unit): step.value for step in found}


def slope_and_value(walk: Walk, step: Step) -> tuple[float, float]:
    """f'(z) and f(z) of the step's neuron, from the mask's rows and the oracle's table."""
    scheme, (_, layer, unit, _) = walk.scheme, step.quantity
    layout = scheme.architecture.layout
    z = nets(walk)[step.iteration, step.sample, layer, unit]
    activation = scheme.architecture.activations[layer - 1]
    a = activations.value(activation, np.array([z]))
    hidden = scheme.mask is not None and layer < layout.depth
    row = layout.row(Neuron(layer, unit))
    gain, hold = (scheme.mask.gain[row], scheme.mask.hold[row]) if hidden and scheme.mask is not None else (1.0, 0.0)
    return float(gain * activations.derivative(activation, np.array([z]), a)[0]), float(gain * a[0] + hold)


Values = Sequence[float]


def pairs(values: Values) -> float:
    return math.fsum(a * b for a, b in zip(values[::2], values[1::2], strict=True))


def out(walk: Walk, step: Step, values: Values) -> float:
    if len(values) > 1 or walk.scheme.architecture.activations[step.quantity.layer - 1] is Activation.SOFTMAX:
        powers = [math.exp(z - max(values)) for z in values]
        return powers[step.quantity.unit] / math.fsum(powers)
    return slope_and_value(walk, step)[1]


def out_net(walk: Walk, step: Step, values: Values) -> float:
    if walk.scheme.architecture.activations[step.quantity.layer - 1] is Activation.SOFTMAX:
        return values[0] * (1.0 - values[0])
    return slope_and_value(walk, step)[0]


def error(walk: Walk, _step: Step, values: Values) -> float:
    t, o = values
    match walk.scheme.architecture.loss:
        case Loss.HALF_SQUARED:
            return 0.5 * (t - o) ** 2
        case Loss.MSE:
            return (t - o) ** 2 / walk.scheme.architecture.widths[-1]
        case Loss.BINARY_CROSS_ENTROPY:
            return -(t * math.log(o) + (1 - t) * math.log1p(-o))
        case _:
            return -t * math.log(o)


def e_out(walk: Walk, step: Step, values: Values) -> float:
    if step.quantity.layer < walk.scheme.architecture.layout.depth:
        return math.fsum(values)
    factor = 2.0 / walk.scheme.architecture.widths[-1] if walk.scheme.architecture.loss is Loss.MSE else 1.0
    return factor * (values[1] - values[0])


def e_net(walk: Walk, step: Step, values: Values) -> float:
    if walk.scheme.architecture.from_logits and step.quantity.layer == walk.scheme.architecture.layout.depth:
        return values[0] - values[1]
    return pairs(values)


def batch(walk: Walk, _step: Step, values: Values) -> float:
    return math.fsum(values) / (len(values) if walk.scheme.settings.reduction is Reduction.MEAN else 1)


def penalty(walk: Walk, _step: Step, values: Values) -> float:
    chosen = walk.scheme.settings
    return chosen.l1 * float(np.sign(values[-1])) + chosen.l2 * values[-1]


FOLLOWS: dict[Kind, Callable[[Walk, Step, Values], float]] = {
    Kind.NET: lambda _w, _s, v: pairs([*v, 1.0]),
    Kind.OUT: out,
    Kind.ERROR: error,
    Kind.TOTAL: lambda _w, _s, v: math.fsum(v),
    Kind.MEAN_ERROR: lambda _w, _s, v: math.fsum(v) / len(v),
    Kind.E_OUT: e_out,
    Kind.OUT_NET: out_net,
    Kind.OUT_NET_CROSS: lambda _w, _s, v: -v[0] * v[1],
    Kind.E_NET: e_net,
    Kind.NET_OUT: lambda _w, _s, v: v[0],
    Kind.E_VIA: lambda _w, _s, v: v[0] * v[1],
    Kind.NET_W: lambda _w, _s, v: v[0],
    Kind.E_W: lambda _w, _s, v: math.prod(v),
    Kind.E_B: lambda _w, _s, v: v[0],
    Kind.BATCH: batch,
    Kind.TIE: lambda _w, _s, v: math.fsum(v),
    Kind.PENALTY: penalty,
    Kind.OBJECTIVE: lambda _w, _s, v: math.fsum(v),
    Kind.NEW: lambda _w, _s, v: v[0] if len(v) == 1 else v[0] - v[1] * v[2],
}


def check_numbers(walk: Walk) -> None:
    """Every step's number follows from its sources by the rule of its kind."""
    for step in walk.steps:
        found = FOLLOWS[step.quantity.kind](walk, step, [source.value for source in step.sources])
        assert close(step.value, found), (step.quantity, step.value, found)


def check_sources(walk: Walk) -> None:
    """Every source is an earlier step with that value, or was given; what it is called is what that step made."""
    for number, step in enumerate(walk.steps):
        assert step.id == number
        for source in step.sources:
            if source.step is None:
                assert source.quantity.kind in GIVEN
                assert source.value == given_value(walk, step, source)
            else:
                maker = walk.steps[source.step]
                assert maker.id < step.id and maker.value == source.value
                assert maker.quantity == source.quantity or is_new(walk, maker, source)
                assert maker.sample in (step.sample, -1) or step.sample == -1


def is_new(walk: Walk, maker: Step, source: Source) -> bool:
    """Whether ``maker`` gave a parameter the value it has in the next iteration."""
    shared = walk.scheme.shared_biases and source.quantity.kind is Kind.BIAS
    wanted = source.quantity._replace(kind=Kind.NEW, unit=0 if shared else source.quantity.unit)
    return source.quantity.kind in (Kind.WEIGHT, Kind.BIAS) and maker.quantity == wanted


def given_value(walk: Walk, step: Step, source: Source) -> float:
    kind, chosen = source.quantity.kind, walk.scheme.settings
    rows = {Kind.INPUT: walk.sample.inputs, Kind.TARGET: walk.sample.targets}
    if kind in rows:
        return float(rows[kind][step.sample, source.quantity.unit])
    if kind in (Kind.WEIGHT, Kind.BIAS):
        assert step.iteration == walk.first or (kind is Kind.BIAS and chosen.biases is BiasMode.FIXED)
        return float(walk.parameters[0][parameter_index(walk.scheme, source.quantity)])
    return {Kind.RATE: chosen.learning_rate, Kind.L1: chosen.l1, Kind.L2: chosen.l2}[kind]


def check_gradients(walk: Walk) -> None:
    """∂E/∂w and ∂E/∂b of each sample are the oracle's."""
    for iteration in (1, 2):
        params = walk.parameters[iteration - 1]
        for sample in range(walk.scheme.samples):
            rows = slice(sample, sample + 1)
            problem = Problem(walk.scheme.architecture, walk.sample.inputs[rows], walk.sample.targets[rows], mask=walk.scheme.mask)
            right = backprop.gradient(problem, params)
            for step in walk.steps:
                if (step.iteration, step.sample) == (iteration, sample) and step.quantity.kind in (Kind.E_W, Kind.E_B):
                    assert close(step.value, float(right[parameter_index(walk.scheme, step.quantity)])), step.quantity


def check_updates(walk: Walk) -> None:
    """The parameters of the next iteration, and every NEW, are w − η·gradient of the oracle's objective."""
    chosen, architecture = walk.scheme.settings, walk.scheme.architecture
    layout = architecture.layout
    problem = Problem(architecture, walk.sample.inputs, walk.sample.targets, chosen.reduction, chosen.l1, chosen.l2, walk.scheme.mask)
    stay = np.zeros(layout.size, dtype=bool) if walk.scheme.mask is None else walk.scheme.mask.frozen_parameters(layout)
    if chosen.biases is BiasMode.FIXED:
        stay = stay | ~backprop.is_weight(layout)
    for iteration in (1, 2):
        params, new = walk.parameters[iteration - 1], walk.parameters[iteration]
        assert walk.errors[iteration - 1] == pytest.approx(float(backprop.loss(problem, params).real), rel=1e-14, abs=1e-300)
        if chosen.trap is Trap.NONE:
            slopes = backprop.gradient(problem, params)
            for layer in range(1, layout.depth + 1) if chosen.biases is BiasMode.PER_LAYER else ():
                layout.biases(slopes, layer)[:] = layout.biases(slopes, layer).sum()
            assert np.abs(new - np.where(stay, params, params - chosen.learning_rate * slopes)).max() <= TRUTH
        assert (new[stay] == params[stay]).all()
        for step in walk.steps:
            if step.iteration == iteration and step.quantity.kind is Kind.NEW:
                assert step.value == new[parameter_index(walk.scheme, step.quantity)]


def check_shape(walk: Walk) -> None:
    """Phases in order, goals and chains where they belong, as many steps as were announced."""
    opening = [step for step in walk.steps if step.iteration == 3]
    assert {step.phase for step in opening} == {Phase.FORWARD, Phase.ERROR}
    assert len(walk.steps) - len(opening) == 2 * size_of_plan(walk.scheme)
    assert len(walk.errors) == len(walk.parameters) == 3
    for step in walk.steps:
        backward = step.phase in (Phase.BACKWARD, Phase.UPDATE)
        assert backward == (step.goal is not None and step.goal.kind in (Kind.WEIGHT, Kind.BIAS))
        end = walk.steps[step.chain]
        assert step.chain == step.id or any(source.step == step.id for source in end.sources)


def check_groups(walk: Walk) -> None:
    for granularity in Granularity:
        found = groups(walk, granularity)
        assert [number for group in found for number in range(group.start, group.stop)] == list(range(len(walk.steps)))
        assert all(walk.steps[group.start].phase is group.phase and walk.steps[group.start].iteration == group.iteration for group in found)
    assert len(groups(walk, Granularity.OPERATION)) == len(walk.steps)
    assert len(groups(walk, Granularity.ITERATION)) == 3


@settings(max_examples=50, deadline=None)
@given(walk=walks())
def test_random_networks(walk: Walk) -> None:
    check_numbers(walk)
    check_sources(walk)
    check_gradients(walk)
    check_updates(walk)
    check_shape(walk)
    check_groups(walk)


@settings(max_examples=15, deadline=None)
@given(walk=walks(Trap.UPDATED_WEIGHTS))
def test_random_networks_in_the_trap(walk: Walk) -> None:
    """The numbers still follow from one another, and the weights that carry the deltas back are the new ones."""
    check_numbers(walk)
    check_sources(walk)
    check_updates(walk)
    check_shape(walk)
    check_groups(walk)
    for step in walk.steps:
        if step.quantity.kind is Kind.NET_OUT:
            assert [source.quantity.kind for source in step.sources] == [Kind.NEW]


ORDER = """
net1.0 out1.0 net1.1 out1.1 net2.0 out2.0 net2.1 out2.1 error0.0 error0.1 total0.0
E/out2.0 out/net2.0 net/w2.0 E/w2.0 E/net2.0 net/w2.0 E/w2.0 E/b2.0
E/out2.1 out/net2.1 net/w2.1 E/w2.1 E/net2.1 net/w2.1 E/w2.1 E/b2.1
net/out1.0 E/out-via1.0 net/out1.0 E/out-via1.0 E/out1.0 out/net1.0 net/w1.0 E/w1.0 E/net1.0 net/w1.0 E/w1.0 E/b1.0
net/out1.1 E/out-via1.1 net/out1.1 E/out-via1.1 E/out1.1 out/net1.1 net/w1.1 E/w1.1 E/net1.1 net/w1.1 E/w1.1 E/b1.1
new1.0 new1.0 new1.0 new1.1 new1.1 new1.1 new2.0 new2.0 new2.0 new2.1 new2.1 new2.1
net1.0 out1.0 net1.1 out1.1 net2.0 out2.0 net2.1 out2.1 error0.0 error0.1 total0.0
"""


def test_the_order_of_a_pencil() -> None:
    steps = mazur.walk(biases=BiasMode.PER_NEURON).steps
    assert [f"{step.quantity.kind.value}{step.quantity.layer}.{step.quantity.unit}" for step in steps] == ORDER.split()


def test_softmax_with_a_squared_loss_has_every_derivative() -> None:
    architecture = Architecture((1, 3), (Activation.SOFTMAX,), Loss.HALF_SQUARED)
    steps = build_steps(Network(architecture, np.arange(6.0) / 5), Sample(np.ones(1), np.eye(3)[0]))
    kinds = [step.quantity.kind for step in steps if step.phase is Phase.BACKWARD]
    slopes = {0: [Kind.OUT_NET, Kind.OUT_NET_CROSS, Kind.OUT_NET_CROSS], 1: [Kind.OUT_NET_CROSS, Kind.OUT_NET, Kind.OUT_NET_CROSS]}
    slopes[2] = [Kind.OUT_NET_CROSS, Kind.OUT_NET_CROSS, Kind.OUT_NET]
    expected = [Kind.E_OUT] * 3
    for unit in range(3):
        expected += [*slopes[unit], Kind.E_NET, Kind.NET_W, Kind.E_W, Kind.E_B]
    assert kinds == expected


def test_goals_and_chains_of_the_example() -> None:
    walk = mazur.walk()
    found = {step.quantity: step for step in walk.steps if step.iteration == 1}
    chain = {quantity: walk.steps[step.chain].quantity for quantity, step in found.items()}
    first, second = Quantity(Kind.WEIGHT, 1, 0, 0), Quantity(Kind.WEIGHT, 1, 0, 1)
    for kind in (Kind.E_OUT, Kind.OUT_NET):
        quantity = Quantity(kind, 1, 0)
        assert (found[quantity].goal, chain[quantity]) == (first, (Kind.E_W, 1, 0, 0))
    assert (found[Quantity(Kind.E_NET, 1, 0)].goal, chain[Quantity(Kind.E_NET, 1, 0)]) == (second, (Kind.E_NET, 1, 0, -1))
    via = Quantity(Kind.E_VIA, 1, 0, 1)
    assert (found[via].goal, chain[via], chain[Quantity(Kind.NET_OUT, 1, 0, 1)]) == (first, (Kind.E_OUT, 1, 0, -1), via)
    assert chain[Quantity(Kind.ERROR, 0, 1)] == (Kind.TOTAL, 0, 0, -1)
    assert found[Quantity(Kind.NET, 1, 0)].goal is None


def test_groups_of_the_example() -> None:
    walk = mazur.walk()
    assert [group.phase for group in groups(walk, Granularity.PASS)] == [*Phase, Phase.FORWARD, Phase.ERROR]
    layers = [(group.phase, group.layer) for group in groups(walk, Granularity.LAYER) if group.iteration == 1]
    forward, backward, update = ([(phase, layer) for layer in (1, 2)] for phase in (Phase.FORWARD, Phase.BACKWARD, Phase.UPDATE))
    assert layers == [*forward, (Phase.ERROR, 2), *backward[::-1], *update]
    neurons = [group.neuron for group in groups(walk, Granularity.NEURON) if group.iteration == 1 and group.phase is Phase.BACKWARD]
    assert neurons == [Neuron(2, 0), Neuron(2, 1), Neuron(1, 0), Neuron(1, 1)]
    whole = groups(walk, Granularity.ITERATION)
    assert (whole[0].layer, whole[0].neuron, whole[0].start, whole[-1].stop) == (None, None, 0, len(walk.steps))


def test_one_bias_for_a_layer_has_one_new_value() -> None:
    walk = mazur.walk(biases=BiasMode.PER_LAYER)
    biases = [step for step in walk.steps if step.quantity.kind is Kind.NEW and step.quantity.other < 0]
    assert [step.quantity for step in biases] == [(Kind.NEW, 1, 0, -1), (Kind.NEW, 2, 0, -1)]
    assert all(step.sources[2].quantity.kind is Kind.TIE for step in biases)
    assert walk.scheme.shared_biases and mazur.walk().scheme.shared_biases
    params = mazur.network().params.copy()
    params[4] = 0.36
    apart = build_walk(Network(mazur.ARCHITECTURE, params), mazur.sample(), mazur.settings(biases=BiasMode.PER_LAYER))
    assert not apart.scheme.shared_biases
    assert sum(step.quantity.kind is Kind.NEW and step.quantity.other < 0 for step in apart.steps) == 4


def test_only_what_is_asked_for_is_made() -> None:
    whole = mazur.walk(iterations=5, biases=BiasMode.PER_NEURON)
    part = mazur.walk(iterations=5, biases=BiasMode.PER_NEURON, show=(3, 4))
    assert (part.first, part.errors) == (3, whole.errors)
    assert (part.parameters == whole.parameters[2:5]).all()
    same = [(step.iteration, step.quantity, step.value) for step in whole.steps if step.iteration in (3, 4)]
    assert [(step.iteration, step.quantity, step.value) for step in part.steps] == same
    check_sources(part)
    last = mazur.walk(iterations=5, show=(6, 6))
    assert len(last.steps) == 11 and len(last.parameters) == 1


def test_huge_logits_have_finite_errors() -> None:
    for loss, activation in ((Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID), (Loss.CROSS_ENTROPY, Activation.SOFTMAX)):
        network = Network(Architecture((1, 2), (activation,), loss), np.array([1e4, -1e4, 0.0, 0.0]))
        steps = build_steps(network, Sample(np.ones(1), np.array([0.0, 1.0])), ReplaySettings(learning_rate=1e-9))
        errors = {step.quantity: step.value for step in steps if step.phase is Phase.ERROR and step.iteration == 1}
        assert errors[Quantity(Kind.TOTAL)] == 2e4
        assert errors[Quantity(Kind.ERROR, 0, 0)] + errors[Quantity(Kind.ERROR, 0, 1)] == 2e4
        assert all(math.copysign(1.0, step.value) > 0 for step in steps if step.value == 0.0), "no negative zeros"


def wide() -> tuple[Network, Sample]:
    architecture = Architecture((784, 256, 10), (Activation.RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    source = np.random.default_rng(1)
    sample = Sample(source.random((2, 784)), np.eye(10)[[3, 4]])
    return Network(architecture, source.normal(scale=0.05, size=architecture.layout.size).astype(np.float32)), sample


def test_a_large_network_is_walked_layer_by_layer() -> None:
    network, sample = wide()
    walk = build_walk(network, sample, ReplaySettings(learning_rate=0.01, l2=0.001, biases=BiasMode.FIXED))
    assert walk.whole_layers and size_of_plan(walk.scheme) > MOST_STEPS
    layout, params = network.architecture.layout, network.params.astype(np.float64)
    problem = Problem(network.architecture, sample.inputs, sample.targets, l2=0.001)
    passed = backprop.forward(network.architecture, params, sample.inputs)
    right = np.where(backprop.is_weight(layout), backprop.gradient(problem, params), 0.0)
    found = {(step.quantity.kind, step.quantity.layer, step.sample): step for step in walk.steps if step.iteration == 1}
    for step in found.values():
        assert all(source.step is None or walk.steps[source.step].value == source.value for source in step.sources)
        assert (step.vector is None) == (step.quantity.kind in (Kind.TOTAL, Kind.MEAN_ERROR))
        if step.vector is not None:
            assert step.value == np.linalg.norm(step.vector) and not step.vector.flags.writeable
    assert np.array_equal(found[Kind.LAYER_NET, 1, 1].vector, passed.pre_activations[1][1])
    assert np.array_equal(found[Kind.LAYER_OUT, 2, 0].vector, passed.outputs[2][0])
    for layer, part in ((1, slice(0, 784 * 256 + 256)), (2, slice(784 * 256 + 256, layout.size))):
        assert np.abs(found[Kind.LAYER_GRADIENT, layer, -1].vector - right[part]).max() <= TRUTH
        assert np.abs(found[Kind.LAYER_NEW, layer, -1].vector - (params - 0.01 * right)[part]).max() <= TRUTH
    check_groups(build_walk(network, sample, ReplaySettings(learning_rate=0.01, iterations=2)))


def test_the_size_is_known_before_the_plan_is_made() -> None:
    for biases, loss in ((BiasMode.PER_NEURON, Loss.CROSS_ENTROPY), (BiasMode.PER_LAYER, Loss.MSE), (BiasMode.FIXED, Loss.MSE)):
        architecture = Architecture((3, 4, 2), (Activation.TANH, Activation.SOFTMAX), loss)
        walk = build_walk(Network(architecture, np.zeros(26)), Sample(np.ones((2, 3)), np.eye(2)), ReplaySettings(biases=biases, l1=0.1))
        assert len(make_plan(walk.scheme, first=True).slots) == size_of_plan(walk.scheme)


def test_what_cannot_be_walked_is_refused() -> None:
    with pytest.raises(SettingsError, match="2 inputs and 2 outputs; the sample has 3 inputs and 1 targets"):
        build_walk(mazur.network(), Sample(np.ones(3), np.ones(1)))
    broken = replace(mazur.network(), params=np.full(12, np.nan))
    with pytest.raises(SettingsError, match="12 of the network's weights") as refused:
        build_walk(broken, mazur.sample())
    assert refused.value.field == "network"
    with pytest.raises(SettingsError, match="too large to calculate an error"):
        build_walk(Network(Architecture((1, 1), (Activation.LINEAR,), Loss.MSE), np.full(2, 1e200)), Sample(np.ones(1), np.zeros(1)))
    line = Network(Architecture((1, 1), (Activation.LINEAR,), Loss.HALF_SQUARED), np.ones(2))
    with pytest.raises(SettingsError, match="no usable number") as refused:
        build_walk(line, Sample(np.ones(1), np.zeros(1)), ReplaySettings(learning_rate=100.0, iterations=200))
    assert refused.value.field == "replay.learning_rate"
    with pytest.raises(SettingsError, match="would take about") as refused:
        mazur.walk(iterations=1_000_000)
    assert refused.value.field == "replay.show"
    with pytest.raises(SettingsError, match="would take about"):
        build_walk(*wide(), ReplaySettings(iterations=1000))
