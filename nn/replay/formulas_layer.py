"""The formulas of a whole layer at once, in vectors and matrices. Samples are rows: z = a·W + b, as in :mod:`nn.backprop`.

They stand for arrays, so that there are no single numbers to put in.
"""

from __future__ import annotations

from nn.choices import Activation, Loss, Reduction
from nn.replay.expression import Call, Expression, Fraction, Name, Negative, Number, Power, Product, Sum
from nn.replay.names import RATE, matrix, symbol
from nn.replay.scheme import Scheme
from nn.replay.settings import Trap
from nn.replay.step import Kind, Quantity

_FUNCTIONS = {
    Activation.STEP: "step",
    Activation.LINEAR: "",
    Activation.SIGMOID: "σ",
    Activation.TANH: "tanh",
    Activation.RELU: "ReLU",
    Activation.LEAKY_RELU: "LeakyReLU",
    Activation.SOFTPLUS: "softplus",
    Activation.SOFTMAX: "softmax",
}


def layer_formula(quantity: Quantity, scheme: Scheme) -> Expression:
    """How a whole layer's numbers come about; ``quantity`` is one of the ``LAYER_`` kinds, or the loss (TOTAL) of all outputs."""
    layer = quantity.layer
    if quantity.kind is Kind.TOTAL:
        return _loss(scheme)
    if quantity.kind is Kind.LAYER_NET:
        return Sum((Product((_before(layer), matrix("W", layer))), matrix("b", layer)))
    if quantity.kind is Kind.LAYER_OUT:
        return _applied(_FUNCTIONS[scheme.architecture.activations[layer - 1]], matrix("z", layer))
    if quantity.kind is Kind.LAYER_DELTA:
        return _delta(layer, scheme)
    if quantity.kind is Kind.LAYER_GRADIENT:
        return _gradient(layer, scheme)
    gradient = symbol(Quantity(Kind.LAYER_GRADIENT, layer, -1), scheme)
    return Sum((matrix("W", layer), Negative(Product((RATE, gradient)))))


def _loss(scheme: Scheme) -> Expression:
    """The sum over the outputs, Σ(…)."""
    architecture = scheme.architecture
    a, t = matrix("a", architecture.layout.depth), Name("t", bold=True)
    if architecture.from_logits:
        hit: Expression = Product((t, Call("ln", (a,))), sign="⊙")
        if architecture.loss is Loss.BINARY_CROSS_ENTROPY:
            one = Number(1.0)
            miss = Product((Sum((one, Negative(t))), Call("ln", (Sum((one, Negative(a))),))), sign="⊙")
            hit = Sum((hit, miss))
        return Negative(Call("Σ", (hit,)))
    share = 2.0 if architecture.loss is Loss.HALF_SQUARED else float(architecture.widths[-1])
    square = Power(Sum((t, Negative(a))), Number(2.0))
    return Product((Fraction(Number(1.0), Number(share)), Call("Σ", (square,))))


def _before(layer: int, mark: str = "") -> Name:
    """What comes into a layer: the inputs x, or the a of the layer before."""
    return matrix("a", layer - 1, mark)


def _applied(function: str, inner: Expression) -> Expression:
    return Call(function, (inner,)) if function else inner


def _delta(layer: int, scheme: Scheme) -> Expression:
    slope = Call("f′", (matrix("z", layer),))
    if layer < scheme.architecture.layout.depth:
        mark = "+T" if scheme.settings.trap is Trap.UPDATED_WEIGHTS else "T"
        back = Product((matrix("δ", layer + 1), matrix("W", layer + 1, mark)))
        return Product((back, slope), sign="⊙")
    missed = Sum((matrix("a", layer), Negative(Name("t", bold=True))))
    if scheme.architecture.from_logits:
        return missed
    scaled: Expression = missed
    if scheme.architecture.loss is Loss.MSE:
        scaled = Product((Fraction(Number(2.0), Number(float(scheme.architecture.widths[-1]))), missed))
    if scheme.architecture.activations[-1] is Activation.SOFTMAX:
        return Product((scaled, Name("J", "softmax", bold=True)))
    return Product((scaled, slope), sign="⊙")


def _gradient(layer: int, scheme: Scheme) -> Expression:
    settings, weights = scheme.settings, matrix("W", layer)
    mean = scheme.samples > 1 and settings.reduction is Reduction.MEAN
    share = (Fraction(Number(1.0), Number(float(scheme.samples))),) if mean else ()
    terms: list[Expression] = [Product((*share, _before(layer, "T"), matrix("δ", layer)))]
    if settings.l1:
        terms.append(Product((Name("λ", "1"), Call("sign", (weights,)))))
    if settings.l2:
        terms.append(Product((Name("λ", "2"), weights)))
    return Sum(tuple(terms)) if len(terms) > 1 else terms[0]
