"""Why: the gradients of weights and biases, what is made of them, and the update."""

from __future__ import annotations

from collections.abc import Callable

from nn.choices import Reduction
from nn.replay.names import parameter, symbol
from nn.replay.settings import Trap
from nn.replay.step import Kind, Quantity, Step
from nn.replay.walk import Walk
from nn.replay.why_backward import trapped
from nn.replay.why_forward import figure, neuron_at
from nn.replay.words import Symbol, called
from nn.text import QT_TRANSLATE_NOOP, Sentence

NUDGE = 0.01  # how far a weight is moved in thought


def _net_w(_walk: Walk, step: Step) -> list[Sentence]:
    carried = step.sources[0]
    values: dict[str, object] = {
        "net": called(Quantity(Kind.NET, step.quantity.layer, step.quantity.unit), step.scheme),
        "weight": called(parameter(step.quantity), step.scheme),
        "signal": called(carried.quantity, step.scheme),
        "value": figure(carried.value),
    }
    found = [
        Sentence(
            QT_TRANSLATE_NOOP(
                "nn", "{net} takes in {weight} times {signal}: the larger the signal, the more the weight matters. Here it is {value}."
            ),
            values,
        )
    ]
    if carried.value == 0:
        found.append(Sentence(QT_TRANSLATE_NOOP("nn", "A signal of 0 makes the weight idle: for this sample its gradient is 0."), values))
    return found


def _e_w(walk: Walk, step: Step) -> list[Sentence]:
    if len(step.sources) > 2:
        found = [
            Sentence(
                QT_TRANSLATE_NOOP(
                    "nn", "The chain rule: {weight} moves the weighted sum, that moves the output, and that moves the error; the effects multiply."
                ),
                _of(step),
            )
        ]
    else:
        found = [
            Sentence(
                QT_TRANSLATE_NOOP("nn", "The delta rule: the δ of the neuron that {weight} leads to, times the signal that {weight} carries."),
                _of(step),
            )
        ]
    wrong = trapped(walk, step)
    return [*found, *(wrong or [_nudged(step)])]


def _of(step: Step) -> dict[str, object]:
    weight, error = called(parameter(step.quantity), step.scheme), called(Quantity(Kind.TOTAL), step.scheme)
    return {"weight": weight, "error": error, "nudge": figure(NUDGE), "change": figure(abs(NUDGE * step.value))}


def _nudged(step: Step) -> Sentence:
    """What a gradient means."""
    if step.value > 0:
        return Sentence(QT_TRANSLATE_NOOP("nn", "If {weight} were {nudge} larger, {error} would be about {change} larger."), _of(step))
    if step.value < 0:
        return Sentence(QT_TRANSLATE_NOOP("nn", "If {weight} were {nudge} larger, {error} would be about {change} smaller."), _of(step))
    return Sentence(QT_TRANSLATE_NOOP("nn", "It is 0: a little more or less of {weight} changes as good as nothing."), _of(step))


def _e_b(walk: Walk, step: Step) -> list[Sentence]:
    found = Sentence(
        QT_TRANSLATE_NOOP("nn", "A bias is like a weight whose signal is always 1, so its gradient is the delta of {neuron} itself."),
        {"neuron": neuron_at(step)},
    )
    return [found, *trapped(walk, step)]


def _batch(_walk: Walk, step: Step) -> list[Sentence]:
    up, down = sum(source.value > 0 for source in step.sources), sum(source.value < 0 for source in step.sources)
    values: dict[str, object] = {"count": len(step.sources), "up": up, "down": down}
    if step.scheme.settings.reduction is Reduction.MEAN:
        found = [Sentence(QT_TRANSLATE_NOOP("nn", "Each of the {count} samples has a say; the update follows their mean."), values)]
    else:
        found = [
            Sentence(
                QT_TRANSLATE_NOOP("nn", "Each of the {count} samples has a say; the update follows their sum, so more samples make larger steps."),
                values,
            )
        ]
    if up and down:
        found.append(Sentence(QT_TRANSLATE_NOOP("nn", "They don't agree: {up} of them ask for a smaller value, {down} for a larger one."), values))
    return found


def _tie(_walk: Walk, step: Step) -> list[Sentence]:
    return [
        Sentence(
            QT_TRANSLATE_NOOP("nn", "One bias serves the whole layer (neurons: {count}): moving it moves each of them, so their parts add up."),
            {"count": len(step.sources)},
        )
    ]


def _penalty(_walk: Walk, step: Step) -> list[Sentence]:
    weight = step.sources[-1]
    values: dict[str, object] = {"weight": called(weight.quantity, step.scheme), "value": figure(weight.value)}
    found = [
        Sentence(
            QT_TRANSLATE_NOOP("nn", "Large weights cost extra, so that the network stays simple: the penalty pulls {weight} = {value} toward 0."),
            values,
        )
    ]
    if any(source.quantity.kind is Kind.L1 for source in step.sources):
        found.append(
            Sentence(
                QT_TRANSLATE_NOOP("nn", "λ1 pulls equally hard however small the weight is already, so that weights nobody needs end near 0."), values
            )
        )
    if any(source.quantity.kind is Kind.L2 for source in step.sources):
        found.append(Sentence(QT_TRANSLATE_NOOP("nn", "λ2 pulls harder the further the weight is from 0."), values))
    return found


def _objective(_walk: Walk, step: Step) -> list[Sentence]:
    data, penalty = step.sources
    found = [Sentence(QT_TRANSLATE_NOOP("nn", "What is made smaller is the error plus the penalty, so their gradients add up too."))]
    if data.value * penalty.value < 0:
        found.append(Sentence(QT_TRANSLATE_NOOP("nn", "Here the two pull in opposite directions.")))
    return found


def _new(_walk: Walk, step: Step) -> list[Sentence]:
    scheme, own = step.scheme, parameter(step.quantity)
    values: dict[str, object] = {"parameter": called(own, scheme), "value": figure(step.value)}
    slips = scheme.settings.trap is Trap.W7_SLIP
    if len(step.sources) < 3:
        if slips and scheme.mask is None:
            return [
                Sentence(
                    QT_TRANSLATE_NOOP("nn", "Here is the slip: {parameter} keeps its old value {value}; its new one has gone to its neighbour."),
                    values,
                )
            ]
        return [
            Sentence(
                QT_TRANSLATE_NOOP("nn", "{parameter} belongs to a neuron that is switched off, so it isn't trained and keeps its value {value}."),
                values,
            )
        ]
    taken = step.sources[0]
    if slips and taken.quantity != own:
        wrong = QT_TRANSLATE_NOOP(
            "nn",
            "Here is the slip: {parameter} gets {value}, the value that was calculated for {taken}. From here on the numbers are not the right ones.",
        )
        return [Sentence(wrong, values | {"taken": called(taken.quantity, scheme)})]
    way = Sentence(QT_TRANSLATE_NOOP("nn", "The gradient points to where the error grows, so the update goes the other way."))
    return [way, _moved(step, values), *_early(step)]


def _moved(step: Step, values: dict[str, object]) -> Sentence:
    """Which way the parameter went, and why."""
    _old, rate, gradient = step.sources
    values = values | {
        "gradient": Symbol(symbol(gradient.quantity, step.scheme), step.scheme),
        "change": figure(abs(rate.value * gradient.value)),
        "rate": figure(rate.value),
    }
    if gradient.value > 0:
        return Sentence(QT_TRANSLATE_NOOP("nn", "{gradient} is positive, so {parameter} goes down: by η times the gradient, {change}."), values)
    if gradient.value < 0:
        return Sentence(QT_TRANSLATE_NOOP("nn", "{gradient} is negative, so {parameter} goes up: by η times the gradient, {change}."), values)
    return Sentence(QT_TRANSLATE_NOOP("nn", "{gradient} is 0, so {parameter} stays where it is."), values)


def _early(step: Step) -> list[Sentence]:
    """In the trap, the layers behind will be calculated with this new weight."""
    early = step.scheme.settings.trap is Trap.UPDATED_WEIGHTS and step.quantity.layer > 1 and step.quantity.other >= 0
    return [Sentence(QT_TRANSLATE_NOOP("nn", "That is too early: the layer before still needs the old value to find its deltas."))] if early else []


UPDATE: dict[Kind, Callable[[Walk, Step], list[Sentence]]] = {
    Kind.NET_W: _net_w,
    Kind.E_W: _e_w,
    Kind.E_B: _e_b,
    Kind.BATCH: _batch,
    Kind.TIE: _tie,
    Kind.PENALTY: _penalty,
    Kind.OBJECTIVE: _objective,
    Kind.NEW: _new,
}
