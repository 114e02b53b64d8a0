"""Which slips each kind of step invites, and the number that each leads to."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from nn.answers import Factor, Slip, VerdictKind, slips_of_product, slips_of_sum
from nn.choices import Activation, Loss, Reduction
from nn.replay.expression import Expression, Fraction, Negative, Number, Of, Sum
from nn.replay.formulas import net_terms, of_kind, pair_terms
from nn.replay.names import symbol
from nn.replay.scheme import Scheme
from nn.replay.settings import Trap
from nn.replay.step import Kind, Quantity, Source, Step
from nn.replay.walk import Walk
from nn.replay.words import Symbol, called
from nn.text import QT_TRANSLATE_NOOP, Sentence

_K = VerdictKind


def slips_of(walk: Walk, step: Step) -> tuple[Slip, ...]:
    """The slips of a step's calculation, the likeliest first; those that lead to the right value all the same are left out."""
    found = [*(_SLIPS[step.quantity.kind](step) if step.quantity.kind in _SLIPS else ()), *_other_weight(walk, step)]
    return tuple(slip for slip in found if math.isfinite(slip.value) and slip.value != step.value)


def _other_weight(walk: Walk, step: Step) -> Iterable[Slip]:
    """On the way back through a weight: its value after the update instead of before, or the other way round in the trap of that name."""
    kind, layer, unit, other = step.quantity
    if kind not in (Kind.NET_OUT, Kind.E_VIA):
        return
    weight = Quantity(Kind.WEIGHT, layer + 1, other, unit)
    slope = step.sources[0].value if kind is Kind.E_VIA else 1.0
    if walk.scheme.settings.trap is Trap.UPDATED_WEIGHTS:
        before = walk.network.architecture.layout.weights(walk.parameters[step.iteration - walk.first], layer + 1)[unit, other]
        template = QT_TRANSLATE_NOOP("nn", "That is what is right; in this trap {weight} is used after its update, too early.")
        yield _own(slope * float(before), template, weight=called(weight, step.scheme))
        return
    new = weight._replace(kind=Kind.NEW)
    updated = next((found for found in walk.steps if found.iteration == step.iteration and found.quantity == new), None)
    if updated is not None:
        template = QT_TRANSLATE_NOOP("nn", "That uses {weight} after its update; the error goes back through the weights that the forward pass used.")
        yield _own(slope * updated.value, template, weight=called(weight, step.scheme))


def _named(source: Source, scheme: Scheme) -> Symbol:
    return Symbol(symbol(source.quantity, scheme), scheme)


def _own(value: float, template: str, **values: object) -> Slip:
    """A slip with a sentence of its own."""
    return Slip(_K.OTHER, value, sentence=Sentence(template, values))


def _factors(step: Step, *, last_is_local: bool = True) -> list[Factor]:
    sources = step.sources
    return [Factor(_named(source, step.scheme), source.value, last_is_local and place == len(sources)) for place, source in enumerate(sources, 1)]


def _terms(step: Step, terms: Sequence[Expression], values: Iterable[float]) -> list[Factor]:
    return [Factor(Symbol(term, step.scheme), value) for term, value in zip(terms, values, strict=True)]


def _of_net(step: Step) -> tuple[Slip, ...]:
    return slips_of_sum(_terms(step, *net_terms(step.sources)))


def _of_out(step: Step) -> Iterable[Slip]:
    """The net itself; and what an exponent's wrong sign or a missing denominator gives."""
    activation, scheme = step.scheme.architecture.activations[step.quantity.layer - 1], step.scheme
    if activation is Activation.SOFTMAX:
        net = next(source for source in step.sources if source.quantity.unit == step.quantity.unit)
        yield Slip(_K.BEFORE, net.value, _named(net, scheme))
        if net.value < 300:
            yield _own(math.exp(net.value), QT_TRANSLATE_NOOP("nn", "That is the numerator alone; divide by the sum over all outputs."))
        return
    net = step.sources[0]
    yield Slip(_K.BEFORE, net.value, _named(net, scheme))
    if activation is Activation.SIGMOID:
        yield _own(1 - step.value, QT_TRANSLATE_NOOP("nn", "The exponent has the wrong sign: it is minus {net}."), net=_named(net, scheme))
    if activation in (Activation.SIGMOID, Activation.SOFTPLUS) and abs(net.value) < 300:
        yield _own(1 + math.exp(-net.value if activation is Activation.SIGMOID else net.value), _UNFINISHED)


_UNFINISHED = QT_TRANSLATE_NOOP("nn", "That is only the inner part, 1 + e to a power; the last operation is still to do.")


def _of_error(step: Step) -> Iterable[Slip]:
    loss, outputs = step.scheme.architecture.loss, step.scheme.architecture.widths[-1]
    if loss not in (Loss.HALF_SQUARED, Loss.MSE):
        return
    distance = of_kind(Kind.TARGET, step.sources).value - of_kind(Kind.OUT, step.sources).value
    share: Expression = Fraction(Number(1.0), Number(2.0 if loss is Loss.HALF_SQUARED else float(outputs)))
    yield Slip(_K.FACTOR, distance**2, Symbol(share, step.scheme))
    for sign in (1, -1):
        yield _own(sign * distance, QT_TRANSLATE_NOOP("nn", "That is the difference alone; square it."))
        yield _own(sign * distance * step.value / distance**2 if distance else math.nan, QT_TRANSLATE_NOOP("nn", "The difference isn't squared."))


def _of_mean(step: Step) -> Iterable[Slip]:
    """The mean over samples: forgotten division, a forgotten sample."""
    count = len(step.sources)
    if count < 2:
        return
    yield _own(step.value * count, QT_TRANSLATE_NOOP("nn", "That is the sum; divide it by the number of samples, {count}."), count=count)
    for slip in slips_of_sum(_factors(step, last_is_local=False)):
        yield Slip(slip.kind, slip.value / count, slip.about)


def _of_sum(step: Step) -> tuple[Slip, ...]:
    return slips_of_sum(_factors(step, last_is_local=False))


def _of_batch(step: Step) -> Iterable[Slip]:
    return _of_mean(step) if step.scheme.settings.reduction is Reduction.MEAN else _of_sum(step)


def _of_product(step: Step) -> tuple[Slip, ...]:
    return slips_of_product(_factors(step))


def _of_e_out(step: Step) -> Iterable[Slip]:
    if step.sources[0].quantity.kind is Kind.E_VIA:
        return _of_sum(step)
    return _of_loss_slope(step)


def _of_loss_slope(step: Step) -> Iterable[Slip]:
    """∂E/∂out of a squared loss or ∂E/∂net of a cross-entropy: a multiple of out − target."""
    target, out = of_kind(Kind.TARGET, step.sources), of_kind(Kind.OUT, step.sources)
    distance, loss = out.value - target.value, step.scheme.architecture.loss
    outputs = step.scheme.architecture.widths[-1]
    if loss is Loss.MSE and outputs != 2:
        factor: Expression = Fraction(Number(2.0), Number(float(outputs))) if outputs > 1 else Number(2.0)
        yield Slip(_K.FACTOR, distance, Symbol(factor, step.scheme))
    if loss in (Loss.HALF_SQUARED, Loss.MSE):
        error = distance**2 / (2 if loss is Loss.HALF_SQUARED else outputs)
        yield _own(error, QT_TRANSLATE_NOOP("nn", "That is the error itself; its slope is asked: the square becomes a factor 2."))
    else:
        slope = out.value * (1 - out.value)
        yield _own(distance * slope, QT_TRANSLATE_NOOP("nn", "With this loss the activation's slope cancels out: it isn't multiplied here."))
    yield _own(out.value, QT_TRANSLATE_NOOP("nn", "{target} is missing: take it from {out}."), **_pair(target, out, step))
    yield _own(out.value + target.value, QT_TRANSLATE_NOOP("nn", "{target} was added to {out}; it is subtracted."), **_pair(target, out, step))


def _pair(target: Source, out: Source, step: Step) -> dict[str, object]:
    return {"target": _named(target, step.scheme), "out": _named(out, step.scheme)}


def _of_slope(step: Step) -> Iterable[Slip]:
    """∂out/∂net: the forgotten half of out·(1 − out), the missing square of 1 − out²."""
    activation, source = step.scheme.architecture.activations[step.quantity.layer - 1], step.sources[-1]
    name, x = _named(source, step.scheme), source.value
    if activation in (Activation.SIGMOID, Activation.SOFTMAX):
        yield Slip(_K.FACTOR, x, _one_minus(source, step))
        yield Slip(_K.FACTOR, 1 - x, name)
        yield _own(x * (1 + x), QT_TRANSLATE_NOOP("nn", "{out} was added to 1; it is subtracted: 1 − {out}."), out=name)
    elif activation is Activation.TANH:
        yield _own(1 - x, QT_TRANSLATE_NOOP("nn", "{out} isn't squared."), out=name)
        yield _own(x * x, QT_TRANSLATE_NOOP("nn", "That is the square alone; take it from 1."))
        yield _own(x * (1 - x), QT_TRANSLATE_NOOP("nn", "That is the slope of a sigmoid; this neuron has a tanh, 1 − {out}²."), out=name)
    else:
        yield _own(x, QT_TRANSLATE_NOOP("nn", "That is {net} itself; the slope of the activation there is asked."), net=name)


def _one_minus(source: Source, step: Step) -> Symbol:
    return Symbol(Sum((Number(1.0), Negative(Of(source)))), step.scheme)


def _of_e_net(step: Step) -> Iterable[Slip]:
    if any(source.quantity.kind is Kind.TARGET for source in step.sources):
        return _of_loss_slope(step)
    if len(step.sources) > 2:
        return slips_of_sum(_terms(step, *pair_terms(step.sources)))
    return _of_product(step)


def _of_net_out(step: Step) -> Iterable[Slip]:
    template = QT_TRANSLATE_NOOP("nn", "The derivative of a product by one factor is the other factor: here {weight}.")
    yield _own(1.0, template, weight=_named(step.sources[0], step.scheme))


def _of_net_w(step: Step) -> Iterable[Slip]:
    template = QT_TRANSLATE_NOOP("nn", "The derivative of a product by one factor is the other factor: here {signal}.")
    yield _own(1.0, template, signal=_named(step.sources[0], step.scheme))


def _of_e_b(step: Step) -> Iterable[Slip]:
    template = QT_TRANSLATE_NOOP("nn", "1 is how much the net grows with its bias; the chain rule multiplies it by {slope}.")
    yield _own(1.0, template, slope=_named(step.sources[0], step.scheme))


def _of_new(step: Step) -> Iterable[Slip]:
    if len(step.sources) < 3:
        return
    old, rate, gradient = step.sources
    name, step_size = _named(old, step.scheme), rate.value * gradient.value
    yield Slip(_K.STEP_ADDED, old.value + step_size)
    yield Slip(_K.RATE, old.value - gradient.value, f"{_named(rate, step.scheme)} = {rate.value:g}")
    yield Slip(_K.UNCHANGED, old.value, name)
    for sign in (1, -1):
        yield Slip(_K.STEP_ALONE, sign * step_size, name)
        yield _own(sign * gradient.value, QT_TRANSLATE_NOOP("nn", "That is the gradient; multiply it by the learning rate and subtract it."))


_SLIPS: dict[Kind, Callable[[Step], Iterable[Slip]]] = {
    Kind.NET: _of_net,
    Kind.OUT: _of_out,
    Kind.ERROR: _of_error,
    Kind.TOTAL: _of_sum,
    Kind.MEAN_ERROR: _of_mean,
    Kind.E_OUT: _of_e_out,
    Kind.OUT_NET: _of_slope,
    Kind.E_NET: _of_e_net,
    Kind.NET_OUT: _of_net_out,
    Kind.E_VIA: _of_product,
    Kind.NET_W: _of_net_w,
    Kind.E_W: _of_product,
    Kind.E_B: _of_e_b,
    Kind.BATCH: _of_batch,
    Kind.TIE: _of_sum,
    Kind.OBJECTIVE: _of_sum,
    Kind.NEW: _of_new,
}
