"""What a learner is asked at a step, and what it was when they give up."""

from __future__ import annotations

from nn.replay.names import parameter
from nn.replay.predict import can_ask_sign
from nn.replay.step import Kind, Step
from nn.replay.walk import Walk
from nn.replay.words import called
from nn.text import QT_TRANSLATE_NOOP, Sentence


def question_of(walk: Walk, step: Step) -> Sentence:
    """The question about the step's value; for an update and for slopes of the error the direction is asked, too."""
    scheme = walk.scheme
    name = called(step.quantity, scheme)
    if step.quantity.kind is Kind.NEW:
        rate = next(source.value for source in step.sources if source.quantity.kind is Kind.RATE)
        values: dict[str, object] = {"parameter": called(parameter(step.quantity), scheme), "old": step.sources[0].value, "rate": rate}
        return Sentence(QT_TRANSLATE_NOOP("nn", "Learning rate {rate}: which way will {parameter} move from {old}, and to what value?"), values)
    if can_ask_sign(step):
        return Sentence(QT_TRANSLATE_NOOP("nn", "Is {quantity} above or below 0, and how much is it?"), {"quantity": name})
    return Sentence(QT_TRANSLATE_NOOP("nn", "How much is {quantity}?"), {"quantity": name})


def answer_of(walk: Walk, step: Step) -> Sentence:
    """The right answer, for whoever gives up."""
    return Sentence(QT_TRANSLATE_NOOP("nn", "{quantity} is {value}."), {"quantity": called(step.quantity, walk.scheme), "value": step.value})
