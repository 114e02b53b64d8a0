"""How each number of a walk is calculated: a tree of symbols whose leaves are the numbers that went into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nn.choices import Activation, Reduction
from nn.replay.expression import Call, Expression, Fraction, Negative, Number, Of, Product, Sum
from nn.replay.formulas_layer import layer_formula
from nn.replay.formulas_neuron import ONE, ZERO, activation, loss, loss_slope, slope, softmax, softmax_slope
from nn.replay.names import of_output, of_sample
from nn.replay.scheme import Scheme
from nn.replay.step import Kind, Quantity, Source
from nn.replay.sums import sum_of

Sources = Sequence[Source]


def formula(quantity: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    """How ``quantity`` comes from ``sources``, which are in the order that :class:`~nn.replay.step.Kind` says.

    Put the sources' values in, and it comes to the quantity's value. What is given, without sources, has no formula: ``ValueError``.
    """
    whole = any(source.quantity.kind is Kind.LAYER_OUT for source in sources)
    if quantity.kind in _FORMULAS and not whole:
        return _FORMULAS[quantity.kind](quantity, tuple(sources), scheme)
    if whole or quantity.kind.value.startswith("layer-"):
        return layer_formula(quantity, scheme)
    raise ValueError(f"{quantity.kind} is given, not calculated")


def of_kind(kind: Kind, sources: Sources) -> Source:
    """The first source of that kind."""
    return next(source for source in sources if source.quantity.kind is kind)


def gain_and_hold(quantity: Quantity, scheme: Scheme) -> tuple[float, float]:
    """What a mask makes of a neuron's output: gain·f(z) + hold."""
    layout = scheme.architecture.layout
    if scheme.mask is None or not 0 < quantity.layer < layout.depth:
        return 1.0, 0.0
    row = layout.row_offsets[quantity.layer] + quantity.unit
    return float(scheme.mask.gain[row]), float(scheme.mask.hold[row])


def net_terms(sources: Sources) -> tuple[list[Expression], list[float]]:
    """The summands of a net input and what each comes to: w·o, w·o, …, b."""
    terms: list[Expression] = []
    values: list[float] = []
    for weight, out in zip(sources[:-1:2], sources[1::2], strict=True):
        terms.append(Product((Of(weight), Of(out))))
        values.append(weight.value * out.value)
    return [*terms, Of(sources[-1])], [*values, sources[-1].value]


def pair_terms(sources: Sources) -> tuple[list[Expression], list[float]]:
    """The summands of a sum of products of two."""
    pairs = list(zip(sources[::2], sources[1::2], strict=True))
    return [Product((Of(a), Of(b))) for a, b in pairs], [a.value * b.value for a, b in pairs]


def sample_leaves(sources: Sources, scheme: Scheme) -> list[Expression]:
    """One leaf for each sample, with the sample's number on its E."""
    return [Of(source, of_sample(source.quantity, k, scheme)) for k, source in enumerate(sources)]


def via_leaf(source: Source, scheme: Scheme) -> Expression:
    """The next neuron's E_NET as an E_VIA speaks of it."""
    name = of_output(source.quantity, scheme)
    return Of(source, name) if source.quantity.kind is Kind.E_NET else Of(source)


def _plain_sum(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    return sum_of([Of(source) for source in sources], [source.value for source in sources])


def _product(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    return Product(tuple(Of(source) for source in sources))


def _itself(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    return Of(sources[0])


def _net(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    return sum_of(*net_terms(sources), last=1)


def _out(quantity: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    kind = scheme.architecture.activations[quantity.layer - 1]
    if kind is Activation.SOFTMAX:
        return softmax(tuple(sources), quantity.unit)
    return _masked(activation(kind, sources[0]), *gain_and_hold(quantity, scheme))


def _masked(inner: Expression, gain: float, hold: float) -> Expression:
    if gain == 0.0:
        return Number(hold)
    scaled = inner if gain == 1.0 else Product((Number(gain), inner))
    return scaled if hold == 0.0 else Sum((scaled, Number(hold)))


def _out_net(quantity: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    kind = scheme.architecture.activations[quantity.layer - 1]
    gain, _hold = gain_and_hold(quantity, scheme)
    if gain == 0.0:
        return ZERO
    if kind is Activation.SOFTMAX:
        return softmax_slope(sources[0], sources[-1])
    return _masked(slope(kind, sources[0]), gain, 0.0)


def _out_net_cross(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    return softmax_slope(sources[0], sources[-1])


def _error(_q: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    target, out = of_kind(Kind.TARGET, sources), of_kind(Kind.OUT, sources)
    return loss(scheme.architecture.loss, target, out, scheme.architecture.widths[-1])


def _e_out(quantity: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    if quantity.layer == scheme.architecture.layout.depth:
        return _loss_slope(sources, scheme)
    return _plain_sum(quantity, sources, scheme)


def _loss_slope(sources: Sources, scheme: Scheme) -> Expression:
    target, out = of_kind(Kind.TARGET, sources), of_kind(Kind.OUT, sources)
    return loss_slope(scheme.architecture.loss, target, out, scheme.architecture.widths[-1])


def _e_net(_q: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    if any(source.quantity.kind is Kind.TARGET for source in sources):
        return _loss_slope(sources, scheme)
    return sum_of(*pair_terms(sources))


def _e_via(_q: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    return Product(tuple(via_leaf(source, scheme) for source in sources))


def _e_b(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    return Product((*(Of(source) for source in sources), ONE))


def _over_samples(leaves: list[Expression], sources: Sources, *, mean: bool) -> Expression:
    added = sum_of(leaves, [source.value for source in sources])
    return Product((Fraction(ONE, Number(float(len(leaves)))), added)) if mean and len(leaves) > 1 else added


def _mean_error(_q: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    return _over_samples(sample_leaves(sources, scheme), sources, mean=True)


def _batch(_q: Quantity, sources: Sources, scheme: Scheme) -> Expression:
    return _over_samples(sample_leaves(sources, scheme), sources, mean=scheme.settings.reduction is Reduction.MEAN)


def penalty_terms(sources: Sources) -> tuple[list[Expression], list[float]]:
    """λ1·sign(w) and λ2·w, the ones whose rate is not 0."""
    *rates, weight = sources
    terms: list[Expression] = []
    values: list[float] = []
    for rate in rates:
        first = rate.quantity.kind is Kind.L1
        sign = float((weight.value > 0) - (weight.value < 0))
        terms.append(Product((Of(rate), Call("sign", (Of(weight),)) if first else Of(weight))))
        values.append(rate.value * (sign if first else weight.value))
    return terms, values


def _penalty(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    return sum_of(*penalty_terms(sources))


def _new(_q: Quantity, sources: Sources, _scheme: Scheme) -> Expression:
    """A parameter that keeps its value has itself as its only source."""
    if len(sources) < 3:
        return Of(sources[0])
    change = Product((Of(of_kind(Kind.RATE, sources)), Of(sources[-1])))
    return Sum((Of(sources[0]), Negative(change)))


_FORMULAS: dict[Kind, Callable[[Quantity, Sources, Scheme], Expression]] = {
    Kind.NET: _net,
    Kind.OUT: _out,
    Kind.ERROR: _error,
    Kind.TOTAL: _plain_sum,
    Kind.MEAN_ERROR: _mean_error,
    Kind.E_OUT: _e_out,
    Kind.OUT_NET: _out_net,
    Kind.OUT_NET_CROSS: _out_net_cross,
    Kind.E_NET: _e_net,
    Kind.NET_OUT: _itself,
    Kind.E_VIA: _e_via,
    Kind.NET_W: _itself,
    Kind.E_W: _product,
    Kind.E_B: _e_b,
    Kind.BATCH: _batch,
    Kind.TIE: _plain_sum,
    Kind.PENALTY: _penalty,
    Kind.OBJECTIVE: _plain_sum,
    Kind.NEW: _new,
}
