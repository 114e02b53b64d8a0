"""What every number of a walk is called, in both namings.

In Matt Mazur's naming: i1, h1, o1, net, out, target, E; hidden neurons of several layers are h2.1 (layer 2, first neuron), weights
are numbered through, target neuron by target neuron, and a layer's shared bias has the layer's number. In the layer naming:
x, z, a, t and δ = ∂E/∂z with the layer in brackets, and W with the neuron that it comes from and the one that it goes to, so that
z_j = Σ_i a_i·W_ij + b_j. A parameter after its update has a plus.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nn.choices import Activation, Reduction
from nn.layout import Neuron
from nn.network import Architecture
from nn.replay.expression import Derivative, Expression, Name, Tagged
from nn.replay.scheme import Scheme
from nn.replay.settings import Naming
from nn.replay.step import Kind, Quantity

RATE = Name("η")


def symbol(quantity: Quantity, scheme: Scheme) -> Expression:
    """What ``quantity`` is called."""
    return _SYMBOLS[quantity.kind](quantity, scheme)


def neuron_name(neuron: Neuron, scheme: Scheme) -> str:
    """i1, h1 (h2.1 where there are several hidden layers) or o1, in either naming."""
    return _neuron_name(neuron, scheme.architecture)


def _neuron_name(neuron: Neuron, architecture: Architecture) -> str:
    depth, number = architecture.layout.depth, neuron.index + 1
    if neuron.layer in (0, depth):
        return f"{'o' if neuron.layer else 'i'}{number}"
    return f"h{number}" if depth == 2 else f"h{neuron.layer}.{number}"


def weight_number(layer: int, unit: int, other: int, scheme: Scheme) -> int:
    """The number of a weight in Mazur's naming, from 1: w1 is the first neuron's first, and so on through the layers."""
    widths = scheme.architecture.widths
    before = sum(widths[k] * widths[k - 1] for k in range(1, layer))
    return before + unit * widths[layer - 1] + other + 1


def splits_by_output(architecture: Architecture) -> bool:
    """Whether an output's z reaches the loss through its own error alone: not in a softmax layer."""
    return architecture.activations[-1] is not Activation.SOFTMAX


def parameter(quantity: Quantity) -> Quantity:
    """The weight or bias that a quantity "as of the parameter" (E_W, E_B, BATCH, NEW, …) belongs to."""
    if quantity.kind in (Kind.E_B, Kind.TIE) or quantity.other < 0:
        return Quantity(Kind.BIAS, quantity.layer, quantity.unit)
    return Quantity(Kind.WEIGHT, quantity.layer, quantity.unit, quantity.other)


def of_sample(quantity: Quantity, sample: int, scheme: Scheme) -> Expression:
    """The symbol with the sample's number (``sample`` counts from 0) on its E, for sums over samples."""
    return _marked(symbol(quantity, scheme), f"({sample + 1})")


def of_output(quantity: Quantity, scheme: Scheme) -> Expression:
    """∂E_o1/∂net_o1: an output's E_NET where only its own error is spoken of, as in an E_VIA. Its value is ∂E/∂net's."""
    if not _is_mazur(scheme) or not _at_output(quantity.layer, scheme) or not splits_by_output(scheme.architecture):
        return symbol(quantity, scheme)
    return Derivative(_error(quantity.unit, scheme), _net(quantity.layer, quantity.unit, scheme))


def matrix(base: str, layer: int, mark: str = "") -> Name:
    """A whole layer's numbers, bold; a layer-0 ``a`` is the inputs x."""
    if not layer:
        return Name("x", mark=mark, bold=True)
    return Name(base, sup=f"[{layer}]", mark=mark, bold=True)


def total(scheme: Scheme) -> Name:
    """The error of one sample."""
    return Name("E", "total") if _is_mazur(scheme) else Name("E")


def batch_error(scheme: Scheme) -> Name:
    """What the samples' errors come to together: their mean or their sum; of a single sample its own."""
    if scheme.samples < 2:
        return total(scheme)
    return Name("E", "sum" if scheme.settings.reduction is Reduction.SUM else "mean")


def delta(quantity: Quantity, scheme: Scheme) -> Name:
    """δ of the neuron that an E_NET belongs to, in either naming."""
    if _is_mazur(scheme):
        return Name("δ", neuron_name(Neuron(quantity.layer, quantity.unit), scheme))
    return Name("δ", str(quantity.unit + 1), f"[{quantity.layer}]")


def _is_mazur(scheme: Scheme) -> bool:
    return scheme.settings.naming is Naming.MAZUR


def _at_output(layer: int, scheme: Scheme) -> bool:
    return layer == scheme.architecture.layout.depth


def _marked(expression: Expression, mark: str) -> Expression:
    if isinstance(expression, Name):
        return replace(expression, mark=mark)
    if isinstance(expression, Derivative):
        return Derivative(_marked(expression.top, mark), expression.bottom)
    if isinstance(expression, Tagged):
        return Tagged(_marked(expression.inner, mark), expression.tag)
    return expression


def _input(unit: int, scheme: Scheme) -> Name:
    return Name("i" if _is_mazur(scheme) else "x", str(unit + 1))


def _neural(mazur: str, layered: str, layer: int, unit: int, scheme: Scheme) -> Name:
    if _is_mazur(scheme):
        return Name(mazur, neuron_name(Neuron(layer, unit), scheme))
    return Name(layered, str(unit + 1), f"[{layer}]")


def _net(layer: int, unit: int, scheme: Scheme) -> Name:
    return _neural("net", "z", layer, unit, scheme)


def _out(layer: int, unit: int, scheme: Scheme) -> Name:
    return _neural("out", "a", layer, unit, scheme) if layer else _input(unit, scheme)


def _target(unit: int, scheme: Scheme) -> Name:
    return Name("target", f"o{unit + 1}") if _is_mazur(scheme) else Name("t", str(unit + 1))


def _error(unit: int, scheme: Scheme) -> Name:
    return Name("E", f"o{unit + 1}") if _is_mazur(scheme) else Name("E", str(unit + 1))


def _weight(quantity: Quantity, scheme: Scheme) -> Name:
    layer, unit, other = quantity.layer, quantity.unit, quantity.other
    if _is_mazur(scheme):
        return Name("w", str(weight_number(layer, unit, other, scheme)))
    widths = scheme.architecture.widths
    comma = "," if max(widths[layer - 1], widths[layer]) > 9 else ""
    return Name("W", f"{other + 1}{comma}{unit + 1}", f"[{layer}]")


def _bias(quantity: Quantity, scheme: Scheme) -> Name:
    layer, unit = quantity.layer, quantity.unit
    if scheme.shared_biases:
        return _shared_bias(layer, scheme)
    return Name("b", neuron_name(Neuron(layer, unit), scheme)) if _is_mazur(scheme) else Name("b", str(unit + 1), f"[{layer}]")


def _shared_bias(layer: int, scheme: Scheme) -> Name:
    return Name("b", str(layer)) if _is_mazur(scheme) else Name("b", sup=f"[{layer}]")


def _parameter(quantity: Quantity, scheme: Scheme) -> Name:
    place = parameter(quantity)
    return _bias(place, scheme) if place.kind is Kind.BIAS else _weight(place, scheme)


def _batch(quantity: Quantity, scheme: Scheme) -> Expression:
    """Where a layer's neurons share a bias, one neuron's part is tagged with the neuron."""
    return _share(Derivative(batch_error(scheme), _parameter(quantity, scheme)), quantity, scheme)


def _share(derivative: Derivative, quantity: Quantity, scheme: Scheme) -> Expression:
    shared = scheme.shared_biases and parameter(quantity).kind is Kind.BIAS
    return Tagged(derivative, f"via {neuron_name(Neuron(quantity.layer, quantity.unit), scheme)}") if shared else derivative


def _tie(quantity: Quantity, scheme: Scheme) -> Expression:
    """Of the layer's one bias, even where the neurons' biases start from different values and only move together."""
    return Derivative(batch_error(scheme), _shared_bias(quantity.layer, scheme))


def _via(quantity: Quantity, scheme: Scheme) -> Expression:
    out = _out(quantity.layer, quantity.unit, scheme)
    if _at_output(quantity.layer + 1, scheme) and splits_by_output(scheme.architecture):
        return Derivative(_error(quantity.other, scheme), out)
    tag = f"via {neuron_name(Neuron(quantity.layer + 1, quantity.other), scheme)}"
    return Tagged(Derivative(total(scheme), out), tag)


def _delta_or_derivative(quantity: Quantity, scheme: Scheme) -> Expression:
    if _is_mazur(scheme):
        return Derivative(total(scheme), _net(quantity.layer, quantity.unit, scheme))
    return delta(quantity, scheme)


def _net_out(q: Quantity, scheme: Scheme) -> Expression:
    return Derivative(_net(q.layer + 1, q.other, scheme), _out(q.layer, q.unit, scheme))


def _layer_gradient(q: Quantity, scheme: Scheme) -> Expression:
    """Of the batch and with the penalty, where there is one: what the layer is updated with."""
    settings = scheme.settings
    error = Name("J") if settings.l1 or settings.l2 else batch_error(scheme)
    return Derivative(error, matrix("W", q.layer))


_SYMBOLS: dict[Kind, Callable[[Quantity, Scheme], Expression]] = {
    Kind.INPUT: lambda q, s: _input(q.unit, s),
    Kind.TARGET: lambda q, s: _target(q.unit, s),
    Kind.WEIGHT: _weight,
    Kind.BIAS: _bias,
    Kind.RATE: lambda _q, _s: RATE,
    Kind.L1: lambda _q, _s: Name("λ", "1"),
    Kind.L2: lambda _q, _s: Name("λ", "2"),
    Kind.NET: lambda q, s: _net(q.layer, q.unit, s),
    Kind.OUT: lambda q, s: _out(q.layer, q.unit, s),
    Kind.ERROR: lambda q, s: _error(q.unit, s),
    Kind.TOTAL: lambda _q, s: total(s),
    Kind.MEAN_ERROR: lambda _q, _s: Name("E", "mean"),
    Kind.E_OUT: lambda q, s: Derivative(total(s), _out(q.layer, q.unit, s)),
    Kind.OUT_NET: lambda q, s: Derivative(_out(q.layer, q.unit, s), _net(q.layer, q.unit, s)),
    Kind.OUT_NET_CROSS: lambda q, s: Derivative(_out(q.layer, q.other, s), _net(q.layer, q.unit, s)),
    Kind.E_NET: _delta_or_derivative,
    Kind.NET_OUT: _net_out,
    Kind.E_VIA: _via,
    Kind.NET_W: lambda q, s: Derivative(_net(q.layer, q.unit, s), _weight(q, s)),
    Kind.E_W: lambda q, s: Derivative(total(s), _weight(q, s)),
    Kind.E_B: lambda q, s: _share(Derivative(total(s), _bias(q, s)), q, s),
    Kind.BATCH: _batch,
    Kind.TIE: _tie,
    Kind.PENALTY: lambda q, s: Derivative(Name("R"), _parameter(q, s)),
    Kind.OBJECTIVE: lambda q, s: Derivative(Name("J"), _parameter(q, s)),
    Kind.NEW: lambda q, s: replace(_parameter(q, s), mark="+"),
    Kind.LAYER_NET: lambda q, _s: matrix("z", q.layer),
    Kind.LAYER_OUT: lambda q, _s: matrix("a", q.layer),
    Kind.LAYER_DELTA: lambda q, _s: matrix("δ", q.layer),
    Kind.LAYER_GRADIENT: _layer_gradient,
    Kind.LAYER_NEW: lambda q, _s: matrix("W", q.layer, "+"),
}
