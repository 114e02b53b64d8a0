"""Why: whole layers at once, where a network is too large for single operations."""

from __future__ import annotations

from collections.abc import Callable

from nn.choices import Reduction
from nn.replay.settings import Trap
from nn.replay.step import Kind, Step
from nn.replay.walk import Walk
from nn.replay.writing import number
from nn.text import QT_TRANSLATE_NOOP, Sentence

_LAYERS: dict[Kind, str] = {
    Kind.LAYER_NET: QT_TRANSLATE_NOOP(
        "nn", "Each neuron of layer {layer} adds up what comes in. One product of a vector with a matrix does it for all (number: {count})."
    ),
    Kind.LAYER_OUT: QT_TRANSLATE_NOOP("nn", "The activation is applied to each sum of layer {layer} (number: {count})."),
    Kind.LAYER_DELTA: QT_TRANSLATE_NOOP("nn", "One δ for each neuron (number: {count}): how the error changes with that neuron's weighted sum."),
    Kind.LAYER_GRADIENT: QT_TRANSLATE_NOOP(
        "nn", "Each weight's gradient is the signal that it carries times the δ that it leads to; with the biases these are {count} numbers."
    ),
    Kind.LAYER_NEW: QT_TRANSLATE_NOOP("nn", "All {count} weights and biases of the layer go a little way against their gradient."),
}


def _layer(_walk: Walk, step: Step) -> list[Sentence]:
    count = 0 if step.vector is None else len(step.vector)
    found = [Sentence(_LAYERS[step.quantity.kind], {"layer": step.quantity.layer, "count": count})]
    if step.quantity.kind is Kind.LAYER_GRADIENT and step.scheme.samples > 1:
        found.append(_together(step))
    if step.quantity.kind is Kind.LAYER_DELTA and any(source.quantity.kind is Kind.LAYER_NEW for source in step.sources) and _is_trap(step):
        found.append(Sentence(QT_TRANSLATE_NOOP("nn", "Here the trap is at work: the weights of the next layer have already been updated.")))
    found.append(
        Sentence(
            QT_TRANSLATE_NOOP("nn", "The number shown is their length: the square root of the sum of their squares, {value}."),
            {"value": number(step.value, 4)},
        )
    )
    return found


def _is_trap(step: Step) -> bool:
    return step.scheme.settings.trap is Trap.UPDATED_WEIGHTS


def _together(step: Step) -> Sentence:
    values: dict[str, object] = {"count": step.scheme.samples}
    if step.scheme.settings.reduction is Reduction.MEAN:
        return Sentence(QT_TRANSLATE_NOOP("nn", "It is the mean over the {count} samples."), values)
    return Sentence(QT_TRANSLATE_NOOP("nn", "It is the sum over the {count} samples."), values)


LAYER: dict[Kind, Callable[[Walk, Step], list[Sentence]]] = dict.fromkeys(_LAYERS, _layer)
