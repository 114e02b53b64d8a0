"""Why: the backward pass, from the error to each neuron's δ."""

from __future__ import annotations

from collections.abc import Callable

from nn.choices import Activation, Loss
from nn.layout import Neuron
from nn.replay.formulas import gain_and_hold, of_kind
from nn.replay.names import delta, neuron_name
from nn.replay.settings import Trap
from nn.replay.step import Kind, Quantity, Source, Step
from nn.replay.walk import Walk
from nn.replay.why_forward import figure, neuron_at, percent
from nn.replay.words import Symbol, called
from nn.text import QT_TRANSLATE_NOOP, Sentence


def _e_out(walk: Walk, step: Step) -> list[Sentence]:
    if step.quantity.layer == step.scheme.architecture.layout.depth:
        return [*_slope_of_square(step), _direction(step)]
    return [*_ways(step), *trapped(walk, step)]


def _slope_of_square(step: Step) -> list[Sentence]:
    outputs = step.scheme.architecture.widths[-1]
    if step.scheme.architecture.loss is Loss.HALF_SQUARED:
        return [
            Sentence(
                QT_TRANSLATE_NOOP("nn", "The square's derivative brings a 2, which the ½ cancels; the minus comes from the one before the output.")
            )
        ]
    if outputs > 1:
        return [
            Sentence(
                QT_TRANSLATE_NOOP("nn", "The square's derivative brings the 2, the mean over {count} outputs the {count} below it."),
                {"count": outputs},
            )
        ]
    return [Sentence(QT_TRANSLATE_NOOP("nn", "The square's derivative brings the 2."))]


def _direction(step: Step) -> Sentence:
    """Which way the error goes when the output rises; the output's miss says so whatever the loss."""
    target, out = of_kind(Kind.TARGET, step.sources), of_kind(Kind.OUT, step.sources)
    values: dict[str, object] = {"out": called(out.quantity, step.scheme), "a": figure(out.value), "t": figure(target.value)}
    if out.value > target.value:
        return Sentence(
            QT_TRANSLATE_NOOP("nn", "{out} = {a} is above its target {t}: if it rises, the error grows. So the number is positive."), values
        )
    if out.value < target.value:
        return Sentence(
            QT_TRANSLATE_NOOP("nn", "{out} = {a} is below its target {t}: if it rises, the error shrinks. So the number is negative."), values
        )
    return Sentence(QT_TRANSLATE_NOOP("nn", "{out} meets its target {t} exactly: there is nothing to mend here."), values)


def _ways(step: Step) -> list[Sentence]:
    """A hidden neuron's influence on the error, through each neuron of the next layer."""
    sources, scheme = step.sources, step.scheme
    names = [neuron_name(Neuron(step.quantity.layer + 1, source.quantity.other), scheme) for source in sources]
    out = called(Quantity(Kind.OUT, step.quantity.layer, step.quantity.unit), scheme)
    if len(sources) == 1:
        return [Sentence(QT_TRANSLATE_NOOP("nn", "{out} reaches the error in one way only, through {next}."), {"out": out, "next": names[0]})]
    found = [
        Sentence(
            QT_TRANSLATE_NOOP("nn", "{out} reaches the error in {count} ways, one through each neuron of the next layer; what they do adds up."),
            {"out": out, "count": len(sources)},
        )
    ]
    up, down = sum(source.value > 0 for source in sources), sum(source.value < 0 for source in sources)
    if up and down:
        text = QT_TRANSLATE_NOOP("nn", "They don't agree: {up} of them would make the error grow with {out}, {down} would make it shrink.")
        found.append(Sentence(text, {"up": up, "down": down, "out": out}))
    return found


def trapped(_walk: Walk, step: Step) -> list[Sentence]:
    """In the trap of the updated weights no number behind the output layer is a gradient."""
    if step.scheme.settings.trap is not Trap.UPDATED_WEIGHTS or step.quantity.layer >= step.scheme.architecture.layout.depth:
        return []
    return [
        Sentence(QT_TRANSLATE_NOOP("nn", "In this trap the weights of the next layer were updated first, so this is not the error's true slope."))
    ]


_SLOPES: dict[Activation, str] = {
    Activation.STEP: QT_TRANSLATE_NOOP("nn", "The step is flat on both sides of its jump, so its slope is 0: nothing can be learnt through it."),
    Activation.LINEAR: QT_TRANSLATE_NOOP("nn", "A straight line has the slope 1 everywhere: what comes back passes unchanged."),
    Activation.SIGMOID: QT_TRANSLATE_NOOP(
        "nn", "Nowhere is the sigmoid steeper than 0.25; here its slope is {slope}, so {share} % of the strongest possible signal gets through."
    ),
    Activation.TANH: QT_TRANSLATE_NOOP(
        "nn", "Nowhere is tanh steeper than 1; here its slope is {slope}, so {share} % of what comes back gets through."
    ),
    Activation.SOFTPLUS: QT_TRANSLATE_NOOP(
        "nn", "The slope of softplus is a sigmoid, between 0 and 1; here {share} % of what comes back gets through."
    ),
    Activation.SOFTMAX: QT_TRANSLATE_NOOP(
        "nn", "A share that rises takes from the others; at {out} = 0.5 it reacts the most, with 0.25. Here it is {slope}."
    ),
}
_STRONGEST = {Activation.SIGMOID: 0.25}


def _out_net(_walk: Walk, step: Step) -> list[Sentence]:
    layer, unit = step.quantity.layer, step.quantity.unit
    activation = step.scheme.architecture.activations[layer - 1]
    values: dict[str, object] = {
        "neuron": neuron_at(step),
        "net": called(Quantity(Kind.NET, layer, unit), step.scheme),
        "out": called(Quantity(Kind.OUT, layer, unit), step.scheme),
        "slope": figure(step.value),
        "share": percent(step.value / _STRONGEST.get(activation, 1.0)),
        "z": figure(step.sources[0].value),
    }
    if gain_and_hold(step.quantity, step.scheme)[0] == 0.0:
        return [Sentence(QT_TRANSLATE_NOOP("nn", "{neuron} is switched off: its output never moves, so nothing comes back through it."), values)]
    first = Sentence(QT_TRANSLATE_NOOP("nn", "How far {out} moves when {net} moves a little: the slope of the curve at this point."), values)
    if activation in _SLOPES:
        return [first, Sentence(_SLOPES[activation], values)]
    return [first, Sentence(_rectified_slope(activation, step.sources[0].value), values)]


def _rectified_slope(activation: Activation, z: float) -> str:
    if z > 0:
        return QT_TRANSLATE_NOOP("nn", "{net} = {z} is above 0, where the slope is 1: what comes back passes unchanged.")
    if activation is Activation.LEAKY_RELU:
        return QT_TRANSLATE_NOOP("nn", "{net} = {z} is not above 0, where leaky ReLU keeps a slope of 0.01: a hundredth gets through.")
    if z == 0:
        return QT_TRANSLATE_NOOP("nn", "At 0 a ReLU has a corner and no slope of its own. This program takes 0 there, so nothing comes back.")
    return QT_TRANSLATE_NOOP("nn", "{net} = {z} is below 0, where ReLU is flat: nothing comes back, and this sample teaches {neuron} nothing.")


def _cross(_walk: Walk, step: Step) -> list[Sentence]:
    values: dict[str, object] = {
        "neuron": neuron_at(step),
        "other": neuron_name(Neuron(step.quantity.layer, step.quantity.other), step.scheme),
    }
    return [
        Sentence(
            QT_TRANSLATE_NOOP(
                "nn", "The outputs of a softmax share one whole: when the weighted sum of {neuron} rises, {other} gets less. Hence the minus."
            ),
            values,
        )
    ]


def _e_net(walk: Walk, step: Step) -> list[Sentence]:
    values: dict[str, object] = {
        "delta": Symbol(delta(step.quantity, step.scheme), step.scheme),
        "neuron": neuron_at(step),
        "count": len(step.sources) // 2,
    }
    named = Sentence(
        QT_TRANSLATE_NOOP(
            "nn", "This is {delta}, the delta of {neuron}. All weights into {neuron} need it, so it is calculated once and used again."
        ),
        values,
    )
    if any(source.quantity.kind is Kind.TARGET for source in step.sources):
        return [named, _cancelled(step), _direction(step)]
    if len(step.sources) > 2:
        together = QT_TRANSLATE_NOOP("nn", "In a softmax every output moves with this weighted sum, so {count} products add up, one for each output.")
        return [named, Sentence(together, values)]
    if step.value == 0:
        return [
            named,
            Sentence(QT_TRANSLATE_NOOP("nn", "It is 0: the weights into {neuron} learn nothing from this sample."), values),
            *trapped(walk, step),
        ]
    return [named, *trapped(walk, step)]


def _cancelled(step: Step) -> Sentence:
    """Why a cross-entropy with its own activation leaves out − target alone."""
    if step.scheme.architecture.activations[-1] is Activation.SOFTMAX:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "nn",
                "The logarithm of the loss undoes the exponentials of the softmax, and the targets add up to 1:"
                " of all the factors only out − target is left.",
            )
        )
    return Sentence(
        QT_TRANSLATE_NOOP(
            "nn",
            "The derivative of the loss has out·(1 − out) below its fraction bar, which is just the sigmoid's slope:"
            " the two cancel, and only out − target is left.",
        )
    )


def _net_out(walk: Walk, step: Step) -> list[Sentence]:
    weight = step.sources[0]
    values: dict[str, object] = {
        "net": called(Quantity(Kind.NET, step.quantity.layer + 1, step.quantity.other), step.scheme),
        "out": called(Quantity(Kind.OUT, step.quantity.layer, step.quantity.unit), step.scheme),
        "weight": called(weight.quantity, step.scheme),
        "value": figure(weight.value),
    }
    found = [Sentence(QT_TRANSLATE_NOOP("nn", "{net} takes in {out} times {weight}, so the weight itself is the slope: {value}."), values)]
    if weight.quantity.kind is Kind.NEW and _old(walk, weight) != weight.value:
        found.append(_too_early(walk, weight, values))
    return found


def _old(walk: Walk, weight: Source) -> float | None:
    """What an updated weight was before; ``None`` where its update is not among the steps."""
    return None if weight.step is None else walk.steps[weight.step].sources[0].value


def _too_early(walk: Walk, weight: Source, values: dict[str, object]) -> Sentence:
    """Where the numbers of the trap part from the right ones."""
    old = _old(walk, weight)
    if old is None:
        return Sentence(
            QT_TRANSLATE_NOOP(
                "nn", "Here the numbers part from the right ones: the weight was already updated, but the error was made with the old one."
            )
        )
    return Sentence(
        QT_TRANSLATE_NOOP(
            "nn", "Here the numbers part from the right ones: the error was made with the weight {old}, and {value} is what it becomes afterwards."
        ),
        values | {"old": figure(old)},
    )


def _e_via(walk: Walk, step: Step) -> list[Sentence]:
    following = Quantity(Kind.E_NET, step.quantity.layer + 1, step.quantity.other)
    slope, weight = step.sources
    values: dict[str, object] = {
        "next": neuron_name(Neuron(following.layer, following.unit), step.scheme),
        "delta": Symbol(delta(following, step.scheme), step.scheme),
        "d": figure(slope.value),
        "w": figure(weight.value),
    }
    found = [
        Sentence(QT_TRANSLATE_NOOP("nn", "What comes back through {next}: its delta {delta} = {d}, times the weight between the two, {w}."), values)
    ]
    if weight.value < 0 and slope.value:
        found.append(Sentence(QT_TRANSLATE_NOOP("nn", "The weight is negative, so the sign turns around."), values))
    return [*found, *trapped(walk, step)]


BACKWARD: dict[Kind, Callable[[Walk, Step], list[Sentence]]] = {
    Kind.E_OUT: _e_out,
    Kind.OUT_NET: _out_net,
    Kind.OUT_NET_CROSS: _cross,
    Kind.E_NET: _e_net,
    Kind.NET_OUT: _net_out,
    Kind.E_VIA: _e_via,
}
