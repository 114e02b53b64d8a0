"""Predict, then reveal: what a step's answer should be, and which slips its calculation invites."""

from __future__ import annotations

from nn.answers import Expected, Verdict, VerdictKind
from nn.replay.names import parameter
from nn.replay.slips import slips_of
from nn.replay.step import Kind, Quantity, Step
from nn.replay.sums import MOST_TERMS
from nn.replay.walk import Walk
from nn.replay.words import called
from nn.text import QT_TRANSLATE_NOOP, Sentence

_SLOPES = (Kind.E_OUT, Kind.E_NET, Kind.E_VIA, Kind.E_W, Kind.E_B, Kind.BATCH, Kind.TIE, Kind.OBJECTIVE)  # of the error
_COPIES = (Kind.TOTAL, Kind.MEAN_ERROR, Kind.BATCH, Kind.OBJECTIVE, Kind.TIE, Kind.NEW)  # of one source are no calculation


def can_ask(step: Step) -> bool:
    """Whether the step's value is worth asking for: it is one number, no copy, and its formula shows all that it is made of."""
    pairs = step.quantity.kind in (Kind.NET, Kind.E_NET)
    terms = len(step.sources) // 2 if pairs else len(step.sources)
    if step.vector is not None or terms > MOST_TERMS:
        return False
    return len(step.sources) > 1 or step.quantity.kind not in _COPIES


def can_ask_sign(step: Step) -> bool:
    """Whether it can be asked which way: an update that moves, or a slope of the error that is not 0."""
    return can_ask(step) and (step.quantity.kind is Kind.NEW or step.quantity.kind in _SLOPES) and _change(step) != 0


def expected_of(walk: Walk, step: Step) -> Expected:
    """The right answer to "what is the value of this step", and the slips that lead elsewhere, the likeliest first.

    A new weight is asked to two digits of its step, so that the old one is never right.
    """
    scale = abs(_change(step)) if step.quantity.kind is Kind.NEW else 0.0
    return Expected(step.value, slips_of(walk, step), scale=scale)


def judge_sign(walk: Walk, step: Step, up: bool) -> Verdict:
    """The verdict on "which way": does the parameter of an update go ``up``, or is the slope above 0 (``up``) or below it."""
    change = _change(step)
    values: dict[str, object] = {"parameter": called(parameter(step.quantity), walk.scheme), "slope": called(_slope(step), walk.scheme)}
    right = change != 0 and (change > 0) == up
    kind = VerdictKind.RIGHT if right else VerdictKind.SIGN
    if change == 0:
        return Verdict(kind, Sentence(QT_TRANSLATE_NOOP("nn", "Neither: {slope} is 0, so nothing moves."), values))
    if step.quantity.kind is not Kind.NEW:
        return Verdict(kind, Sentence(_SIGNS[right, change > 0], values))
    return Verdict(kind, Sentence(_WAYS[right, change > 0], values))


_WAYS = {
    (True, True): QT_TRANSLATE_NOOP("nn", "Right: {slope} is below 0, so the error falls when {parameter} grows; it goes up."),
    (True, False): QT_TRANSLATE_NOOP("nn", "Right: {slope} is above 0, so the error grows with {parameter}; it goes down."),
    (False, True): QT_TRANSLATE_NOOP("nn", "The other way: {slope} is below 0, so the error falls when {parameter} grows; it goes up."),
    (False, False): QT_TRANSLATE_NOOP("nn", "The other way: {slope} is above 0, so the error grows with {parameter}; it goes down."),
}
_SIGNS = {
    (True, True): QT_TRANSLATE_NOOP("nn", "Right: {slope} is above 0."),
    (True, False): QT_TRANSLATE_NOOP("nn", "Right: {slope} is below 0."),
    (False, True): QT_TRANSLATE_NOOP("nn", "The other way: {slope} is above 0. Check every minus."),
    (False, False): QT_TRANSLATE_NOOP("nn", "The other way: {slope} is below 0. Check every minus."),
}


def _change(step: Step) -> float:
    """What an update adds to its parameter; of any other step, its value."""
    return step.value - step.sources[0].value if step.quantity.kind is Kind.NEW else step.value


def _slope(step: Step) -> Quantity:
    """The slope that decides which way an update goes; any other step's own."""
    return step.sources[-1].quantity if step.quantity.kind is Kind.NEW else step.quantity
