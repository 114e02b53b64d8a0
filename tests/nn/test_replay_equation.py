"""The formulas of the steps come to the steps' values, and the equations that they are shown in are true."""

from __future__ import annotations

import math
from functools import reduce

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nn.choices import Activation, Loss, Reduction
from nn.layout import Neuron
from nn.network import Ablation, Architecture, Mask, Network
from nn.replay import mazur
from nn.replay.build import build_walk
from nn.replay.equation import equation_of
from nn.replay.expression import Call, Condition, Elided, Expression, Fraction, Name, Negative, Number, Of, Power, Product, Sum, When
from nn.replay.formulas import formula
from nn.replay.settings import BiasMode, Naming, ReplaySettings, Sample, Trap
from nn.replay.step import Kind, Step
from nn.replay.sums import KEPT_TERMS, kept
from nn.replay.walk import Walk
from tests.nn.walks import a_walk

CALLS = {"ln": math.log, "tanh": math.tanh, "max": max, "sign": lambda x: float(np.sign(x))}
HOLDS = {">": lambda a, b: a > b, "≥": lambda a, b: a >= b, "<": lambda a, b: a < b, "≤": lambda a, b: a <= b}
DERIVATIVES = (Activation.SIGMOID, Activation.TANH, Activation.SOFTPLUS, Activation.RELU, Activation.LEAKY_RELU, Activation.LINEAR, Activation.STEP)


def evaluated(expression: Expression) -> float:  # noqa: PLR0911 - one return for each kind of node
    """What a formula comes to with its numbers put in; a condition that it names must hold."""
    match expression:
        case Name("e"):
            return math.e
        case Number(value) | Elided(_, value):
            return value
        case Of(source):
            return source.value
        case Sum(terms):
            return math.fsum(evaluated(term) for term in terms)
        case Product(factors):
            return reduce(lambda a, b: a * b, (evaluated(factor) for factor in factors))
        case Negative(inner):
            return -evaluated(inner)
        case Fraction(top, bottom):
            return evaluated(top) / evaluated(bottom)
        case Power(Name("e"), exponent):
            return math.exp(evaluated(exponent))
        case Power(base, exponent):
            return evaluated(base) ** evaluated(exponent)
        case Call(function, arguments):
            return float(CALLS[function](*(evaluated(argument) for argument in arguments)))
        case When(value, Condition(left, relation, right)):
            assert HOLDS[relation](evaluated(left), evaluated(right))
            return evaluated(value)
    raise AssertionError(f"no number: {expression}")


def assert_near(found: float, wanted: float) -> None:
    assert found == pytest.approx(wanted, rel=1e-12, abs=1e-12)


def assert_formulas_hold(walk: Walk) -> None:
    for step in walk.steps:
        assert_near(evaluated(formula(step.quantity, step.sources, step.scheme)), step.value)


def assert_equation_holds(walk: Walk, step: Step) -> None:
    """The columns, and what is left out, come to the value; so does each column's own formula."""
    equation = equation_of(walk, step)
    values = [column.value for column in equation.columns]
    total = math.prod(values) if equation.joiner == "·" else math.fsum([*values, equation.elided_value])
    assert_near(total, equation.value)
    assert equation.value == walk.steps[equation.result].value
    for column in equation.columns:
        assert_near(evaluated(column.formula), column.value)
        assert (column.step is None) or walk.steps[column.step].id == column.step
    active = [column for column in equation.columns if column.active]
    shown = step.id != equation.result or equation.columns[0].step == equation.result
    assert len(active) == (1 if shown else 0)
    for column in active:
        assert step.id == column.step or step.id in [source.step for source in column.sources]


def endings() -> st.SearchStrategy[tuple[Loss, Activation]]:
    squared = st.tuples(st.sampled_from([Loss.HALF_SQUARED, Loss.MSE]), st.sampled_from([*DERIVATIVES, Activation.SOFTMAX]))
    entropies = [(Loss.BINARY_CROSS_ENTROPY, Activation.SIGMOID), (Loss.CROSS_ENTROPY, Activation.SOFTMAX)]
    return st.one_of(squared, st.sampled_from(entropies))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    widths=st.lists(st.integers(1, 5), min_size=2, max_size=4).map(tuple),
    ending=endings(),
    hidden=st.lists(st.sampled_from(DERIVATIVES), min_size=3, max_size=3),
    seed=st.integers(0, 2**31),
    samples=st.integers(1, 3),
    biases=st.sampled_from(BiasMode),
    reduction=st.sampled_from(Reduction),
    rates=st.tuples(st.sampled_from([0.0, 0.01]), st.sampled_from([0.0, 0.1])),
    naming=st.sampled_from(Naming),
)
def test_every_formula_comes_to_its_value_and_every_equation_is_true(*, widths, ending, hidden, seed, samples, biases, reduction, rates, naming):
    loss, output = ending
    activations = (*hidden[: len(widths) - 2], output)
    walk = a_walk(
        activations, loss, widths, samples, seed, biases=biases, reduction=reduction, l1=rates[0], l2=rates[1], naming=naming, learning_rate=0.1
    )
    assert_formulas_hold(walk)
    for step in walk.steps:
        assert_equation_holds(walk, step)


@pytest.mark.parametrize("trap", Trap)
def test_the_formulas_hold_in_the_traps_too(trap):
    walk = mazur.walk(trap=trap, iterations=2)
    assert_formulas_hold(walk)
    for step in walk.steps:
        assert_equation_holds(walk, step)


@pytest.mark.parametrize("hold", [0.0, 0.37])
@pytest.mark.parametrize("activation", [Activation.SIGMOID, Activation.TANH, Activation.RELU])
def test_a_neuron_that_is_switched_off_says_so_in_its_formula(activation, hold):
    architecture = Architecture((2, 3, 2), (activation, Activation.SIGMOID), Loss.HALF_SQUARED)
    means = np.full(architecture.layout.rows, hold)
    mask = Mask.of(architecture.layout, Ablation(frozenset({Neuron(1, 1)})), None)
    mask = Mask(mask.gain, np.where(mask.gain == 0.0, means, 0.0))
    network = Network(architecture, np.random.default_rng(3).uniform(-1, 1, architecture.layout.size))
    walk = build_walk(network, Sample(np.array([0.3, -0.8]), np.array([0.1, 0.9])), ReplaySettings(l2=0.1), mask=mask)
    assert_formulas_hold(walk)
    out = next(step for step in walk.steps if step.quantity.kind is Kind.OUT and step.quantity[1:3] == (1, 1))
    assert formula(out.quantity, out.sources, out.scheme) == Number(hold)


def test_the_picture_of_the_chain_rule():
    """The equation of the look: ∂E_total/∂w5 with ∂out_o1/∂net_o1 being looked at."""
    walk = mazur.walk()
    step = next(step for step in walk.steps if step.symbol == "∂out_o1/∂net_o1")
    equation = equation_of(walk, step)
    assert equation.joiner == "·"
    assert [column.number for column in equation.columns] == [1, 2, 3]
    assert [column.active for column in equation.columns] == [False, True, False]
    assert [column.value for column in equation.columns] == [0.7413650695523157, 0.18681560180895948, 0.5932699921071872]
    assert equation.value == 0.08216704056423078
    assert [walk.steps[column.step].symbol for column in equation.columns] == ["∂E_total/∂out_o1", "∂out_o1/∂net_o1", "∂net_o1/∂w5"]


def test_a_net_input_has_a_column_for_each_product_and_the_bias():
    walk = mazur.walk()
    equation = equation_of(walk, walk.steps[0])
    assert equation.joiner == "+"
    assert [column.value for column in equation.columns] == [0.15 * 0.05, 0.2 * 0.1, 0.35]
    assert [len(column.sources) for column in equation.columns] == [2, 2, 1]
    assert equation.value == 0.3775


def test_a_sum_over_samples_shows_each_sample_and_divides():
    walk = a_walk((Activation.TANH,), Loss.MSE, (2, 1), samples=3)
    step = next(step for step in walk.steps if step.quantity.kind is Kind.BATCH)
    equation = equation_of(walk, step)
    assert [column.value for column in equation.columns] == [source.value / 3 for source in step.sources]
    assert [column.step for column in equation.columns] == [source.step for source in step.sources]


def test_a_wide_sum_keeps_its_largest_terms_in_their_order():
    walk = a_walk((Activation.SIGMOID,), Loss.HALF_SQUARED, (784, 1))
    step = walk.steps[0]
    products = [w.value * x.value for w, x in zip(step.sources[:-1:2], step.sources[1::2], strict=True)]
    tree = formula(step.quantity, step.sources, step.scheme)
    assert isinstance(tree, Sum)
    elided = [term for term in tree.terms if isinstance(term, Elided)]
    assert [term.count for term in elided] == [784 + 1 - KEPT_TERMS]
    shown = [evaluated(term) for term in tree.terms if isinstance(term, Product)]
    assert shown == [p for p in products if p in sorted(products, key=abs)[-(KEPT_TERMS - 1) :]]
    assert isinstance(tree.terms[0], Product)
    assert isinstance(tree.terms[-1], Of)
    assert_near(evaluated(tree), step.value)
    equation = equation_of(walk, step)
    assert len(equation.columns) == KEPT_TERMS
    assert (equation.elided, equation.elided_value) == (elided[0].count, elided[0].value)
    assert tree.terms[equation.elided_at] is elided[0]


def test_the_term_that_is_looked_at_is_shown_even_if_it_is_small():
    walk = a_walk((Activation.LINEAR,), Loss.HALF_SQUARED, (2, 40))
    errors = [step for step in walk.steps if step.iteration == 1 and step.quantity.kind is Kind.ERROR]
    smallest = min(errors, key=lambda step: step.value)
    assert_equation_holds(walk, smallest)


def test_a_wide_softmax_elides_its_denominator():
    walk = a_walk((Activation.SOFTMAX,), Loss.CROSS_ENTROPY, (2, 50))
    step = next(step for step in walk.steps if step.quantity.kind is Kind.OUT)
    tree = formula(step.quantity, step.sources, step.scheme)
    assert isinstance(tree, Fraction)
    assert any(isinstance(term, Elided) for term in tree.bottom.terms)
    assert_near(evaluated(tree), step.value)


def test_softmax_of_huge_nets_has_a_formula_that_can_be_calculated():
    architecture = Architecture((1, 3), (Activation.SOFTMAX,), Loss.CROSS_ENTROPY)
    network = Network(architecture, np.array([900.0, 899.0, -900.0, 0.0, 0.0, 0.0]))
    walk = build_walk(network, Sample(np.array([1.0]), np.array([1.0, 0.0, 0.0])), ReplaySettings())
    outs = [step for step in walk.steps if step.quantity.kind is Kind.OUT]
    for step in outs:
        assert_near(evaluated(formula(step.quantity, step.sources, step.scheme)), step.value)


def test_kept_terms_are_all_while_they_are_few():
    assert kept([1.0, -9.0, 2.0]).indices == (0, 1, 2)
    chosen = kept([5.0, 0.1, -7.0, 0.2, 3.0, 0.3, 4.0, 0.4, 0.0], last=1)
    assert chosen.indices == (0, 2, 4, 6, 8)
    assert chosen.elided == 4
    assert chosen.value == pytest.approx(1.0, abs=1e-15)


def test_a_whole_layers_equation_is_one_column():
    walk = a_walk((Activation.RELU, Activation.SOFTMAX), Loss.CROSS_ENTROPY, (784, 100, 10))
    assert walk.whole_layers
    for step in walk.steps:
        equation = equation_of(walk, step)
        assert len(equation.columns) == 1
        assert equation.columns[0].active


def test_what_is_given_has_no_formula():
    walk = mazur.walk()
    with pytest.raises(ValueError, match="given"):
        formula(walk.steps[0].sources[0].quantity, (), walk.scheme)
