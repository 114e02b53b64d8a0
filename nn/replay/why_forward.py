"""Why: the forward pass and the error."""

from __future__ import annotations

from collections.abc import Callable

from nn.choices import Activation, Loss
from nn.layout import Neuron
from nn.replay.formulas import gain_and_hold, net_terms, of_kind
from nn.replay.names import neuron_name
from nn.replay.step import Kind, Step
from nn.replay.sums import kept
from nn.replay.walk import Walk
from nn.replay.words import Symbol, called
from nn.replay.writing import number
from nn.text import QT_TRANSLATE_NOOP, Sentence

DIGITS = 4
FLAT = 0.01  # an output this close to the end of a sigmoid's range is on the flat part


def figure(value: float) -> str:
    """A number in a sentence."""
    return number(value, DIGITS)


def percent(share: float) -> str:
    """A share as whole per cent, as text; "less than 1" where it rounds to nothing."""
    return "< 1" if 0 < abs(share) < 0.005 else f"{100 * share:.0f}"


def neuron_at(step: Step) -> str:
    """The name of the neuron that a step is about."""
    return neuron_name(Neuron(step.quantity.layer, step.quantity.unit), step.scheme)


def _net(_walk: Walk, step: Step) -> list[Sentence]:
    terms, values = net_terms(step.sources)
    largest = max(range(len(values)), key=lambda k: abs(values[k]))
    found = [
        Sentence(
            QT_TRANSLATE_NOOP("nn", "{neuron} adds up what comes in: each signal times the weight that it comes through, and the bias."),
            {"neuron": neuron_at(step)},
        ),
        Sentence(
            QT_TRANSLATE_NOOP("nn", "The largest part is {term} = {value}."),
            {"term": Symbol(terms[largest], step.scheme), "value": figure(values[largest])},
        ),
    ]
    rest = kept(values, last=1)
    if rest.elided:
        found.append(
            Sentence(
                QT_TRANSLATE_NOOP("nn", "{count} smaller terms are not written out; together they make {value}."),
                {"count": rest.elided, "value": figure(rest.value)},
            )
        )
    return found


_OUTPUTS: dict[Activation, str] = {
    Activation.STEP: QT_TRANSLATE_NOOP("nn", "The step gives 1 from 0 upwards and 0 below: {net} = {z} gives {a}."),
    Activation.LINEAR: QT_TRANSLATE_NOOP("nn", "There is no bend here: {neuron} puts out its weighted sum as it is, {a}."),
    Activation.SIGMOID: QT_TRANSLATE_NOOP("nn", "The sigmoid squeezes any number into the range from 0 to 1, and 0 to 0.5: {net} = {z} becomes {a}."),
    Activation.TANH: QT_TRANSLATE_NOOP("nn", "tanh squeezes any number into the range from −1 to 1 and keeps its sign: {net} = {z} becomes {a}."),
    Activation.SOFTPLUS: QT_TRANSLATE_NOOP("nn", "Softplus is a ReLU without the corner; it is always above 0: {net} = {z} becomes {a}."),
    Activation.SOFTMAX: QT_TRANSLATE_NOOP(
        "nn", "Softmax turns the weighted sums of all outputs into shares that are positive and add up to 1. {neuron} gets {share} %."
    ),
}


def _out(_walk: Walk, step: Step) -> list[Sentence]:
    activation = step.scheme.architecture.activations[step.quantity.layer - 1]
    gain, hold = gain_and_hold(step.quantity, step.scheme)
    if gain == 0.0:
        return [
            Sentence(
                QT_TRANSLATE_NOOP("nn", "{neuron} is switched off: whatever comes in, it puts out {hold}."),
                {"neuron": neuron_at(step), "hold": figure(hold)},
            )
        ]
    net = step.sources[step.quantity.unit if activation is Activation.SOFTMAX else 0]
    values: dict[str, object] = {
        "neuron": neuron_at(step),
        "net": called(net.quantity, step.scheme),
        "z": figure(net.value),
        "a": figure(step.value),
        "share": percent(step.value),
    }
    if activation in _OUTPUTS:
        return [Sentence(_OUTPUTS[activation], values), *_flat(activation, step)]
    return [_rectified(activation, net.value, values)]


def _rectified(activation: Activation, z: float, values: dict[str, object]) -> Sentence:
    if z > 0:
        return Sentence(QT_TRANSLATE_NOOP("nn", "{net} is above 0, so it goes through unchanged: {a}."), values)
    if activation is Activation.RELU:
        return Sentence(QT_TRANSLATE_NOOP("nn", "{net} = {z} is not above 0, and ReLU lets nothing of it through: {neuron} puts out 0."), values)
    return Sentence(QT_TRANSLATE_NOOP("nn", "{net} = {z} is not above 0, and leaky ReLU lets only a hundredth of it through: {a}."), values)


def _flat(activation: Activation, step: Step) -> list[Sentence]:
    """A sigmoid or tanh near the end of its range."""
    low = {Activation.SIGMOID: 0.0, Activation.TANH: -1.0}.get(activation)
    if low is None or min(1.0 - step.value, step.value - low) > FLAT:
        return []
    return [
        Sentence(
            QT_TRANSLATE_NOOP(
                "nn", "That is near the end of the range, where the curve is almost flat: little of the error will come back through it."
            )
        )
    ]


def _error(_walk: Walk, step: Step) -> list[Sentence]:
    target, out = of_kind(Kind.TARGET, step.sources), of_kind(Kind.OUT, step.sources)
    values: dict[str, object] = {
        "target": called(target.quantity, step.scheme),
        "out": called(out.quantity, step.scheme),
        "miss": figure(abs(target.value - out.value)),
        "count": step.scheme.architecture.widths[-1],
        "a": figure(out.value),
    }
    return [Sentence(text, values) for text in _error_texts(step.scheme.architecture.loss, target.value, step.scheme.architecture.widths[-1])]


def _error_texts(loss: Loss, target: float, outputs: int) -> list[str]:
    if loss is Loss.CROSS_ENTROPY:
        return [_SHARE_ABSENT if target == 0 else _SHARE]
    if loss is Loss.BINARY_CROSS_ENTROPY:
        return [{0.0: _SURE_ABSENT, 1.0: _SURE_PRESENT}.get(target, _SURE)]
    if loss is Loss.HALF_SQUARED:
        return [_SQUARE, _HALF]
    return [_SQUARE, _MEAN] if outputs > 1 else [_SQUARE]


_SQUARE = QT_TRANSLATE_NOOP(
    "nn", "The output misses its target by {miss}. Squared, the sign of the miss doesn't matter, and large misses weigh more than small ones."
)
_HALF = QT_TRANSLATE_NOOP("nn", "The ½ changes nothing about where the error is smallest; it cancels the 2 of the derivative.")
_MEAN = QT_TRANSLATE_NOOP("nn", "The error is a mean over the {count} outputs, so each counts one part in {count}.")
_SHARE_ABSENT = QT_TRANSLATE_NOOP("nn", "{target} is 0, so this output adds nothing of its own: only the share of the right class counts.")
_SHARE = QT_TRANSLATE_NOOP(
    "nn", "The network gives {a} of the whole to this class. Minus its logarithm is 0 for a share of 1, and grows without end toward a share of 0."
)
_SURE_ABSENT = QT_TRANSLATE_NOOP("nn", "{target} is 0, so only ln(1 − {out}) counts: the nearer {out} comes to 1, the dearer the mistake.")
_SURE_PRESENT = QT_TRANSLATE_NOOP("nn", "{target} is 1, so only ln({out}) counts: the nearer {out} comes to 0, the dearer the mistake.")
_SURE = QT_TRANSLATE_NOOP("nn", "The error is smallest where {out} equals {target}, and grows without end where the network is sure and wrong.")


def _total(walk: Walk, step: Step) -> list[Sentence]:
    found = [Sentence(QT_TRANSLATE_NOOP("nn", "One number for all outputs together: it is what training makes smaller."))]
    sources = [source for source in step.sources if source.quantity.kind is Kind.ERROR]
    if len(sources) > 1 and step.value > 0:
        largest = max(sources, key=lambda source: source.value)
        values: dict[str, object] = {"error": called(largest.quantity, step.scheme), "share": percent(largest.value / step.value)}
        found.append(Sentence(QT_TRANSLATE_NOOP("nn", "{error} makes the largest part of it, {share} %."), values))
    return found + (_progress(walk, step) if step.scheme.samples == 1 else [])


def _mean_error(walk: Walk, step: Step) -> list[Sentence]:
    found = [
        Sentence(
            QT_TRANSLATE_NOOP("nn", "The error of the batch is the mean of its {count} samples, so that it doesn't grow with their number."),
            {"count": step.scheme.samples},
        )
    ]
    return found + _progress(walk, step)


def _progress(walk: Walk, step: Step) -> list[Sentence]:
    """What the last update did to the error."""
    if step.iteration < 2:
        return []
    before, now = walk.errors[step.iteration - 2], walk.errors[step.iteration - 1]
    values: dict[str, object] = {"before": number(before, 6), "now": number(now, 6)}
    if now < before:
        return [Sentence(QT_TRANSLATE_NOOP("nn", "The update has brought it down from {before} to {now}."), values)]
    if now > before:
        return [Sentence(QT_TRANSLATE_NOOP("nn", "The update has not helped: it went up from {before} to {now}."), values)]
    return [Sentence(QT_TRANSLATE_NOOP("nn", "The update has not changed it: {now} as before."), values)]


FORWARD: dict[Kind, Callable[[Walk, Step], list[Sentence]]] = {
    Kind.NET: _net,
    Kind.OUT: _out,
    Kind.ERROR: _error,
    Kind.TOTAL: _total,
    Kind.MEAN_ERROR: _mean_error,
}
