"""Why a step is what it is: in words with its numbers in them, as a question, in a few words, and on the activation's curve."""

from __future__ import annotations

from dataclasses import dataclass

from nn.layout import Neuron
from nn.replay.equation import equation_of
from nn.replay.names import neuron_name
from nn.replay.step import Kind, Phase, Step
from nn.replay.walk import Walk
from nn.replay.why_backward import BACKWARD
from nn.replay.why_curve import Curve, curve_of
from nn.replay.why_forward import FORWARD
from nn.replay.why_labels import label_of
from nn.replay.why_layer import LAYER
from nn.replay.why_update import UPDATE
from nn.replay.words import called
from nn.text import QT_TRANSLATE_NOOP, Sentence

__all__ = ["Curve", "Why", "why_of"]


@dataclass(frozen=True)
class Why:
    """``sentences`` explain the step, ``question`` is what its equation answers, ``short`` names it: "factor 2, the slope of the sigmoid".

    Values in the sentences are numbers as text, :class:`~nn.replay.words.Symbol` or sentences themselves. ``curve`` is there where
    the step is on an activation's curve.
    """

    sentences: tuple[Sentence, ...]
    question: Sentence
    short: Sentence
    curve: Curve | None = None


_TELLERS = FORWARD | BACKWARD | UPDATE | LAYER


def why_of(walk: Walk, step: Step) -> Why:
    """All that can be said about a step without a formula."""
    return Why(tuple(_TELLERS[step.quantity.kind](walk, step)), _question(step), _short(walk, step), curve_of(walk, step))


_QUESTIONS: dict[tuple[Phase, bool], str] = {  # of one number, or of a whole layer
    (Phase.FORWARD, False): QT_TRANSLATE_NOOP("nn", "What does {neuron} put out?"),
    (Phase.FORWARD, True): QT_TRANSLATE_NOOP("nn", "What does layer {layer} put out?"),
    (Phase.ERROR, False): QT_TRANSLATE_NOOP("nn", "How wrong is the network?"),
    (Phase.BACKWARD, False): QT_TRANSLATE_NOOP("nn", "How much does the error change with {parameter}?"),
    (Phase.BACKWARD, True): QT_TRANSLATE_NOOP("nn", "How much does the error change with the weights of layer {layer}?"),
    (Phase.UPDATE, False): QT_TRANSLATE_NOOP("nn", "What is the new value of {parameter}?"),
    (Phase.UPDATE, True): QT_TRANSLATE_NOOP("nn", "What are the new weights of layer {layer}?"),
}


def _question(step: Step) -> Sentence:
    """What the equation answers."""
    layer, unit = step.quantity.layer, step.quantity.unit
    whole = unit < 0
    values: dict[str, object] = {"layer": layer}
    if step.phase is Phase.FORWARD and not whole:
        values["neuron"] = neuron_name(Neuron(layer, unit), step.scheme)
    if step.goal is not None and not whole:
        values["parameter"] = called(step.goal, step.scheme)
    return Sentence(_QUESTIONS[step.phase, whole], values)


def _short(walk: Walk, step: Step) -> Sentence:
    """The step in a few words, with its number in the equation where it has one."""
    label = label_of(step)
    equation = equation_of(walk, step)
    number = next((column.number for column in equation.columns if column.active), 0)
    if not number:
        return label
    if equation.joiner == "·":
        return Sentence(QT_TRANSLATE_NOOP("nn", "factor {number}, {label}"), {"number": number, "label": label})
    if step.quantity.kind in (Kind.E_OUT, Kind.OUT_NET, Kind.OUT_NET_CROSS):  # one of the two factors of a summand
        return Sentence(QT_TRANSLATE_NOOP("nn", "in summand {number}, {label}"), {"number": number, "label": label})
    return Sentence(QT_TRANSLATE_NOOP("nn", "summand {number}, {label}"), {"number": number, "label": label})
