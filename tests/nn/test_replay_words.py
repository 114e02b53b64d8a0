"""Symbols and formulas on paper: both namings, plain text, LaTeX and HTML, parentheses and digits."""

from __future__ import annotations

import pytest

from nn.choices import Activation, Loss
from nn.network import Architecture
from nn.replay import mazur, writing
from nn.replay.equation import equation_of
from nn.replay.expression import Elided, Expression, Fraction, Name, Negative, Number, Of, Power, Product, Sum, Tagged
from nn.replay.formulas import formula
from nn.replay.names import neuron_name, symbol, weight_number
from nn.replay.scheme import Scheme
from nn.replay.settings import BiasMode, Naming, ReplaySettings
from nn.replay.step import Kind, Quantity, Source, Step
from nn.replay.walk import Walk
from nn.replay.words import called
from nn.text import Sentence
from tests.nn.walks import a_walk, all_kinds

SCHEME = mazur.walk().scheme


def step_called(walk: Walk, name: str) -> Step:
    return next(step for step in walk.steps if step.symbol == name)


def scheme_of(widths: tuple[int, ...], naming: Naming) -> Scheme:
    return Scheme(Architecture(widths, (Activation.SIGMOID,) * (len(widths) - 1), Loss.HALF_SQUARED), ReplaySettings(naming=naming))


def plain(expression: Expression, *, numbers: bool = True, digits: int | None = None) -> str:
    return writing.plain(expression, SCHEME, numbers=numbers, digits=digits)


MAZUR = {
    "net_o1": ("w5·out_h1 + w6·out_h2 + b2", "0.4·0.5932699921071872 + 0.45·0.596884378259767 + 0.6"),
    "out_o1": ("1/(1 + e^(−net_o1))", "1/(1 + e^(−1.10590596705977))"),
    "E_o1": ("½·(target_o1 − out_o1)²", "½·(0.01 − 0.7513650695523157)²"),
    "E_total": ("E_o1 + E_o2", "0.274811083176155 + 0.023560025583847746"),
    "∂E_total/∂out_o1": ("−(target_o1 − out_o1)", "−(0.01 − 0.7513650695523157)"),
    "∂out_o1/∂net_o1": ("out_o1·(1 − out_o1)", "0.7513650695523157·(1 − 0.7513650695523157)"),
    "∂net_o1/∂w5": ("out_h1", "0.5932699921071872"),
    "∂E_total/∂w5": (
        "∂E_total/∂out_o1 · ∂out_o1/∂net_o1 · ∂net_o1/∂w5",
        "0.7413650695523157·0.18681560180895948·0.5932699921071872",
    ),
    "∂E_o2/∂out_h1": ("∂E_o2/∂net_o2 · ∂net_o2/∂out_h1", "(−0.03809823651655623)·0.5"),
    "∂E_total/∂out_h1": ("∂E_o1/∂out_h1 + ∂E_o2/∂out_h1", "0.05539942465142279 + (−0.019049118258278114)"),
    "w5⁺": ("w5 − η · ∂E_total/∂w5", "0.4 − 0.5·0.08216704056423078"),
}


@pytest.mark.parametrize("name", MAZUR)
def test_mazurs_example_in_plain_text(name):
    step = step_called(mazur.walk(), name)
    assert (step.formula, step.substituted) == MAZUR[name]


LAYERED = {
    "z[2]_1": "W[2]_11·a[1]_1 + W[2]_21·a[1]_2 + b[2]",
    "z[1]_2": "W[1]_12·x1 + W[1]_22·x2 + b[1]",
    "E1": "½·(t1 − a[2]_1)²",
    "∂E/∂W[2]_11": "∂E/∂a[2]_1 · ∂a[2]_1/∂z[2]_1 · ∂z[2]_1/∂W[2]_11",
    "∂E/∂W[2]_21": "δ[2]_1 · ∂z[2]_1/∂W[2]_21",
    "∂E2/∂a[1]_1": "δ[2]_2 · ∂z[2]_2/∂a[1]_1",
    "∂E/∂b[2]": "(∂E/∂b[2])[via o1] + (∂E/∂b[2])[via o2]",
    "W[2]_21⁺": "W[2]_21 − η · ∂E/∂W[2]_21",
}


@pytest.mark.parametrize("name", LAYERED)
def test_the_layer_notation_in_plain_text(name):
    walk = mazur.walk(naming=Naming.LAYER, biases=BiasMode.PER_LAYER)
    assert step_called(walk, name).formula == LAYERED[name]


def test_latex_of_the_chain_rule():
    step = step_called(mazur.walk(), "∂E_total/∂w5")
    tree = formula(step.quantity, step.sources, step.scheme)
    assert writing.latex(symbol(step.quantity, SCHEME), SCHEME, numbers=False) == r"\frac{\partial E_{\mathit{total}}}{\partial w_{5}}"
    assert writing.latex(tree, SCHEME, numbers=False) == (
        r"\frac{\partial E_{\mathit{total}}}{\partial \mathit{out}_{o1}}"
        r" \cdot \frac{\partial \mathit{out}_{o1}}{\partial \mathit{net}_{o1}} \cdot \frac{\partial \mathit{net}_{o1}}{\partial w_{5}}"
    )
    assert writing.latex(tree, SCHEME, numbers=True, digits=6) == r"0.741365 \cdot 0.186816 \cdot 0.593270"


def test_latex_and_html_of_a_sigmoid():
    step = step_called(mazur.walk(), "out_h1")
    tree = formula(step.quantity, step.sources, step.scheme)
    assert writing.latex(tree, SCHEME, numbers=False) == r"\frac{1}{1 + e^{-\mathit{net}_{h1}}}"
    assert writing.html(tree, SCHEME, numbers=False) == "1/(1 + <i>e</i><sup>−<i>net</i><sub>h1</sub></sup>)"
    assert writing.html(tree, SCHEME, numbers=True, digits=4) == "1/(1 + <i>e</i><sup>−0.3775</sup>)"


def test_html_and_latex_of_the_layer_notation():
    scheme = scheme_of((2, 3, 2), Naming.LAYER)
    weight = symbol(Quantity(Kind.WEIGHT, 2, 0, 2), scheme)
    assert writing.html(weight, scheme, numbers=False) == "<i>W</i><sub>31</sub><sup>[2]</sup>"
    assert writing.latex(weight, scheme, numbers=False) == "W_{31}^{[2]}"
    new = symbol(Quantity(Kind.NEW, 2, 0, 2), scheme)
    assert writing.latex(new, scheme, numbers=False) == "W_{31}^{[2]+}"
    squared = Power(weight, Number(2.0))
    assert writing.latex(squared, scheme, numbers=False) == "(W_{31}^{[2]})^{2}"
    assert writing.html(squared, scheme, numbers=False) == "(<i>W</i><sub>31</sub><sup>[2]</sup>)<sup>2</sup>"


def test_what_html_could_take_for_markup_is_escaped():
    walk = a_walk((Activation.RELU,), Loss.MSE, (2, 2))
    step = next(step for step in walk.steps if step.quantity.kind is Kind.OUT_NET)
    tree = formula(step.quantity, step.sources, step.scheme)
    text = writing.html(tree, step.scheme, numbers=False)
    assert "&gt; 0" in text or "≤ 0" in text
    assert writing.html(Name("a<b"), SCHEME, numbers=False) == "<i>a&lt;b</i>"


def test_several_hidden_layers_have_their_number_in_the_names():
    scheme = scheme_of((2, 3, 4, 1), Naming.MAZUR)
    assert plain_symbol(Quantity(Kind.NET, 2, 0), scheme) == "net_h2.1"
    assert plain_symbol(Quantity(Kind.BIAS, 1, 2), scheme) == "b_h1.3"
    assert plain_symbol(Quantity(Kind.E_VIA, 1, 0, 3), scheme) == "(∂E_total/∂out_h1.1)[via h2.4]"
    assert writing.latex(symbol(Quantity(Kind.E_VIA, 1, 0, 3), scheme), scheme, numbers=False).endswith(r"\right)_{\text{via }h2.4}")
    assert plain_symbol(Quantity(Kind.E_VIA, 2, 0, 0), scheme) == "∂E_o1/∂out_h2.1"


def plain_symbol(quantity: Quantity, scheme: Scheme) -> str:
    return writing.plain(symbol(quantity, scheme), scheme, numbers=False)


def test_weights_are_numbered_through_the_layers():
    scheme = scheme_of((2, 3, 2), Naming.MAZUR)
    places = [(layer, unit, other) for layer in (1, 2) for unit in range((3, 2)[layer - 1]) for other in range((2, 3)[layer - 1])]
    assert [weight_number(*place, scheme) for place in places] == list(range(1, 13))


def test_indices_of_wide_layers_are_parted_by_a_comma():
    assert plain_symbol(Quantity(Kind.WEIGHT, 1, 0, 11), scheme_of((12, 2), Naming.LAYER)) == "W[1]_12,1"


def test_a_softmax_does_not_split_its_error_by_outputs():
    architecture = Architecture((2, 2, 2), (Activation.TANH, Activation.SOFTMAX), Loss.CROSS_ENTROPY)
    scheme = Scheme(architecture, ReplaySettings(naming=Naming.MAZUR))
    assert plain_symbol(Quantity(Kind.E_VIA, 1, 0, 1), scheme) == "(∂E_total/∂out_h1)[via o2]"


def test_several_samples_have_their_numbers():
    walk = a_walk((Activation.SIGMOID,), Loss.HALF_SQUARED, (1, 1), samples=2, naming=Naming.MAZUR)
    batch = next(step for step in walk.steps if step.quantity == Quantity(Kind.BATCH, 1, 0, 0))
    assert batch.symbol == "∂E_mean/∂w1"
    assert batch.formula == "½·(∂E_total⁽¹⁾/∂w1 + ∂E_total⁽²⁾/∂w1)"
    assert step_called(walk, "E_mean").formula == "½·(E_total⁽¹⁾ + E_total⁽²⁾)"


def number(value: float) -> Of:
    return Of(Source(Quantity(Kind.WEIGHT, 1, 0, 0), value))


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        (Product((number(0.5), number(-0.217))), "0.5·(−0.217)"),
        (Sum((number(-0.5), number(-0.217))), "−0.5 + (−0.217)"),
        (Sum((number(1.0), Negative(number(-2.0)))), "1 − (−2)"),
        (Sum((number(1.0), Negative(Product((number(2.0), number(3.0)))))), "1 − 2·3"),
        (Sum((number(1.0), Negative(Sum((number(2.0), number(3.0)))))), "1 − (2 + 3)"),
        (Product((Sum((number(1.0), number(2.0))), number(3.0))), "(1 + 2)·3"),
        (Negative(Product((number(2.0), number(3.0)))), "−2·3"),
        (Power(number(-0.75), Number(2.0)), "(−0.75)²"),
        (Power(Sum((number(1.0), number(2.0))), Number(2.0)), "(1 + 2)²"),
        (Power(Name("e"), number(-0.5)), "e^(−0.5)"),
        (Fraction(Number(2.0), Number(3.0)), "2/3"),
        (Product((Fraction(Number(2.0), Number(3.0)), number(5.0))), "(2/3)·5"),
        (Fraction(Number(1.0), Product((number(2.0), number(3.0)))), "1/(2·3)"),
        (Product((number(2.0), number(1e-7))), "2·(1 × 10⁻⁷)"),
        (Sum((number(2.0), Elided(779, -0.25), number(3.0))), "2 + ⟨… 779: −0.25⟩ + 3"),
        (Product((Product((number(2.0), number(3.0))), number(4.0)), sign="⊙"), "(2·3) ⊙ 4"),
        (Tagged(number(1.0), "via h1"), "(1)[via h1]"),
    ],
)
def test_parentheses(tree, text):
    assert plain(tree) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.05, 9, "0.05"),
        (0.7513650695523157, 9, "0.751365070"),
        (0.7513650695523157, 6, "0.751365"),
        (0.7513650695523157, 4, "0.7514"),
        (0.7513650695523157, None, "0.7513650695523157"),
        (-0.21707153467853746, 4, "−0.2171"),
        (1.0, 4, "1"),
        (0.0, 4, "0"),
        (0.2 * 0.1, 6, "0.02"),
        (0.1 + 0.2, None, "0.30000000000000004"),
        (0.99999999998, 6, "1.000000"),
        (-5e-324, 6, "−4.94066 × 10⁻³²⁴"),
        (-0.0, None, "0"),
        (0.00043856773447434685, 9, "0.000438568"),
        (0.00043856773447434685, 4, "4.386 × 10⁻⁴"),
        (1.25e-12, 6, "1.25 × 10⁻¹²"),
        (1.25e-12, None, "1.25 × 10⁻¹²"),
        (123456789.123, 4, "1.235 × 10⁸"),
        (1500.0, 4, "1500"),
        (float("inf"), 4, "∞"),
        (float("-inf"), None, "−∞"),
        (float("nan"), 4, "–"),
    ],
)
def test_digits(value, digits, text):
    assert writing.number(value, digits) == text


def test_numbers_in_latex_and_html():
    tree = number(-1.25e-12)
    assert writing.latex(tree, SCHEME, numbers=True, digits=6) == r"-1.25 \times 10^{-12}"
    assert writing.html(tree, SCHEME, numbers=True, digits=6) == "−1.25 × 10<sup>−12</sup>"


def test_784_inputs_are_no_wall_of_terms():
    walk = a_walk((Activation.SIGMOID,), Loss.HALF_SQUARED, (784, 1), naming=Naming.MAZUR)
    step = walk.steps[0]
    assert step.formula.count("·") == 4
    assert "⟨… 780⟩" in step.formula
    assert step.formula.endswith(" + b_o1")
    tree = formula(step.quantity, step.sources, step.scheme)
    assert r"\underbrace{\cdots}_{780}" in writing.latex(tree, step.scheme, numbers=False)


def test_a_symbol_in_a_sentence_is_text_by_itself_and_html_for_the_window():
    name = called(Quantity(Kind.WEIGHT, 2, 0, 0), SCHEME)
    assert str(Sentence("How much does the error change with {parameter}?", {"parameter": name})) == "How much does the error change with w5?"
    assert (name.html, name.latex) == ("<i>w</i><sub>5</sub>", "w_{5}")


def test_neurons_are_called_as_in_the_rest_of_the_program():
    from nn.layout import Neuron

    one, two = scheme_of((2, 3, 1), Naming.LAYER), scheme_of((2, 3, 3, 1), Naming.LAYER)
    assert [neuron_name(Neuron(layer, 0), one) for layer in range(3)] == ["i1", "h1", "o1"]
    assert [neuron_name(Neuron(layer, 0), two) for layer in range(4)] == ["i1", "h1.1", "h2.1", "o1"]


def what_it_depends_on(step: Step) -> tuple[object, ...]:
    architecture = step.scheme.architecture
    if step.quantity.kind in (Kind.OUT, Kind.OUT_NET):
        return (architecture.activations[step.quantity.layer - 1],)
    return (architecture.loss,) if step.quantity.kind in (Kind.ERROR, Kind.E_OUT, Kind.E_NET) else ()


def test_every_kind_of_formula_renders():
    ziamath = pytest.importorskip("ziamath", reason="ziamath typesets the equations")
    ziamath.config.svg2 = False
    seen: set[tuple[object, ...]] = set()
    kinds = set()
    for walk in all_kinds():
        for step in walk.steps:
            kind = step.quantity.kind
            key = (kind, *what_it_depends_on(step))
            kinds.add(kind)
            if key in seen:
                continue
            seen.add(key)
            tree = formula(step.quantity, step.sources, step.scheme)
            for expression, numbers in ((symbol(step.quantity, step.scheme), False), (tree, False), (tree, True)):
                text = writing.latex(expression, step.scheme, numbers=numbers, digits=6)
                assert text.count("{") == text.count("}")
                assert text.isascii()
                assert "<path" in ziamath.Latex(text).svg()
                assert writing.html(expression, step.scheme, numbers=numbers, digits=6)
            assert equation_of(walk, step).columns
    given = {Kind.INPUT, Kind.TARGET, Kind.WEIGHT, Kind.BIAS, Kind.RATE, Kind.L1, Kind.L2}
    assert kinds == set(Kind) - given
