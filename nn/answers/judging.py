"""Whether an answer is right, and if not, which slip leads to it.

*Right* is: correct to two decimals (``Expected.decimals``), but never with fewer than two significant digits in the unit of what
is asked, because two decimals of 0.0004386 would take 0 for right, and two decimals of a weight that moved by 0.0002 the weight
before it moved. So an answer a to a value v of size s (|v|; for an update the size of the step) is right if

    |a − v| ≤ ½·10⁻ᵖ with p = max(decimals, 1 − ⌊log₁₀ s⌋), or a is v rounded to the decimals and |a − v| ≤ s/2.

The second part lets 0.04 pass for 0.03635 and 0.08 for 0.08217: they are right to two decimals.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nn.answers.reading import AnswerError, readings
from nn.answers.slips import Slip, VerdictKind
from nn.text import QT_TRANSLATE_NOOP, Sentence

NOTHING = 1e-12  # a size below it is rounding noise of a value that is 0
CLOSE = 0.02  # relative: nearer than this, rounding explains it
MOST_POWERS = 6


@dataclass(frozen=True)
class Expected:
    """What the right answer is and which slips to look for, the likeliest first.

    ``scale`` is the size that digits are counted in where it isn't the value's own: a new weight is asked to the digits of its step.
    """

    value: float
    slips: tuple[Slip, ...] = ()
    decimals: int = 2
    scale: float = 0.0

    @property
    def size(self) -> float:
        return self.scale or abs(self.value)

    @property
    def places(self) -> int:
        """Decimals that are asked for."""
        return max(self.decimals, 1 - math.floor(math.log10(self.size))) if self.size > NOTHING else self.decimals

    @property
    def tolerance(self) -> float:
        return 0.5 * 10.0**-self.places * (1 + 1e-9)  # a rounded half must not fail for its last bit


@dataclass(frozen=True)
class Verdict:
    """``understood`` is the number that the answer was read as, ``None`` where it couldn't be read. ``note`` says so where the
    text could have meant another one.
    """

    kind: VerdictKind
    sentence: Sentence
    understood: float | None = None
    note: Sentence | None = None

    @property
    def right(self) -> bool:
        return self.kind is VerdictKind.RIGHT


def judge_text(text: str, expected: Expected) -> Verdict:
    """The verdict on what was typed. What can be read in two ways is read in the way that is right, if one is."""
    try:
        verdicts = [judge(answer, expected) for answer in readings(text)]
    except AnswerError as error:
        return Verdict(VerdictKind.UNREADABLE, error.sentence)
    best = next((verdict for verdict in verdicts if verdict.right), verdicts[0])
    if len(verdicts) == 1:
        return best
    template = QT_TRANSLATE_NOOP("nn", "“{text}” was read as {understood:.12g}.")
    return replace(best, note=Sentence(template, {"text": text.strip(), "understood": best.understood}))


def judge(answer: float, expected: Expected) -> Verdict:
    """The verdict on a number. One that is not right names the likeliest slip, or says how near it is."""
    if is_right(answer, expected):
        return Verdict(VerdictKind.RIGHT, Sentence(QT_TRANSLATE_NOOP("nn", "Right: {value:.9g}."), {"value": expected.value}), answer)
    slip = _slip_made(answer, expected)
    if slip is not None:
        return Verdict(slip.kind, slip.sentence or Sentence(_SENTENCES[slip.kind], {"about": slip.about}), answer)
    kind, sentence = _coarse(answer, expected) or _distance(answer, expected)
    return Verdict(kind, sentence, answer)


def is_right(answer: float, expected: Expected) -> bool:
    """Whether ``answer`` is right by the rule above."""
    off = abs(answer - expected.value)
    if off <= expected.tolerance:
        return True
    return math.isclose(answer, round(expected.value, expected.decimals), rel_tol=1e-9) and off <= expected.size / 2


def _slip_made(answer: float, expected: Expected) -> Slip | None:
    """The slip whose number is nearest to the answer, among those that it agrees with; the earliest of equals."""
    value = expected.value
    reach = expected.tolerance if expected.scale else 0.0

    def agrees(slip: Slip) -> bool:
        tolerance = reach or max(Expected(slip.value, decimals=expected.decimals).tolerance, 0.005 * abs(slip.value))
        return abs(answer - slip.value) <= min(tolerance, abs(slip.value - value) / 3)  # nearer to the slip than to what is right

    found = [slip for slip in _slips(expected) if agrees(slip)]
    return min(found, key=lambda slip: abs(answer - slip.value)) if found else None


def _slips(expected: Expected) -> Iterator[Slip]:
    """The sign first, then the calculation's own slips, then those that any number invites."""
    value = expected.value
    if abs(value) <= NOTHING:
        yield from expected.slips
        return
    yield Slip(VerdictKind.SIGN, -value)
    yield from expected.slips
    if expected.scale:
        return
    for power in range(1, MOST_POWERS + 1):
        yield Slip(VerdictKind.POWER_OF_TEN, value * 10.0**power, sentence=_shifted(10**power, large=True))
        if abs(value) / 10.0**power > NOTHING:
            yield Slip(VerdictKind.POWER_OF_TEN, value / 10.0**power, sentence=_shifted(10**power, large=False))
    yield Slip(VerdictKind.DOUBLE, 2 * value)
    yield Slip(VerdictKind.HALF, value / 2)
    yield Slip(VerdictKind.RECIPROCAL, 1 / value)


def _shifted(times: int, *, large: bool) -> Sentence:
    if large:
        return Sentence(QT_TRANSLATE_NOOP("nn", "The digits are right, but the decimal point is not: {times} times too large."), {"times": times})
    return Sentence(QT_TRANSLATE_NOOP("nn", "The digits are right, but the decimal point is not: {times} times too small."), {"times": times})


def _coarse(answer: float, expected: Expected) -> tuple[VerdictKind, Sentence] | None:
    """Right as far as it goes, but with too few digits; or nearly right."""
    value, places = expected.value, expected.places
    if not expected.size > NOTHING:
        return None
    off = abs(answer - value) / expected.size
    if answer == 0 and abs(value) < 0.5 * 10.0**-expected.decimals:
        template = QT_TRANSLATE_NOOP("nn", "It is small, but not 0: give at least two digits after the zeros.")
        return VerdictKind.ROUNDED, Sentence(template)
    if off <= 0.5 and any(math.isclose(answer, round(value, fewer), rel_tol=1e-12) for fewer in range(places)):
        template = QT_TRANSLATE_NOOP("nn", "Right as far as it goes, but rounded too far: give {places} decimals.")
        return VerdictKind.ROUNDED, Sentence(template, {"places": places})
    if off > CLOSE:
        return None
    if abs(answer) > abs(value):
        template = QT_TRANSLATE_NOOP("nn", "Very near, {percent:.1g} % too large: was a number rounded too early? Round only the result.")
    else:
        template = QT_TRANSLATE_NOOP("nn", "Very near, {percent:.1g} % too small: was a number rounded too early? Round only the result.")
    return VerdictKind.ROUNDED, Sentence(template, {"percent": 100 * off})


def _distance(answer: float, expected: Expected) -> tuple[VerdictKind, Sentence]:
    """No slip explains the answer: which way and how far it is off."""
    value = expected.value
    kind = VerdictKind.TOO_LARGE if answer > value else VerdictKind.TOO_SMALL
    if abs(value) <= NOTHING:
        return kind, Sentence(QT_TRANSLATE_NOOP("nn", "Not yet: the value is much nearer to 0."))
    if expected.scale:
        return _off_by_steps(kind, abs(answer - value) / expected.scale)
    if answer * value <= 0:
        if value > 0:
            return kind, Sentence(QT_TRANSLATE_NOOP("nn", "Too small: the value is above 0. Check the signs first, then the size."))
        return kind, Sentence(QT_TRANSLATE_NOOP("nn", "Too large: the value is below 0. Check the signs first, then the size."))
    ratio = answer / value
    if ratio > 1:
        template = QT_TRANSLATE_NOOP("nn", "The sign is right, the size is too large: about {ratio:.2g} times what it should be.")
        return VerdictKind.TOO_LARGE, Sentence(template, {"ratio": ratio})
    template = QT_TRANSLATE_NOOP("nn", "The sign is right, the size is too small: about {percent:.2g} % of what it should be.")
    return VerdictKind.TOO_SMALL, Sentence(template, {"percent": 100 * ratio})


def _off_by_steps(kind: VerdictKind, steps: float) -> tuple[VerdictKind, Sentence]:
    if kind is VerdictKind.TOO_LARGE:
        return kind, Sentence(QT_TRANSLATE_NOOP("nn", "Too large: off by about {steps:.2g} times the step of this update."), {"steps": steps})
    return kind, Sentence(QT_TRANSLATE_NOOP("nn", "Too small: off by about {steps:.2g} times the step of this update."), {"steps": steps})


_SENTENCES = {
    VerdictKind.SIGN: QT_TRANSLATE_NOOP("nn", "The size is right, the sign is not: check every minus."),
    VerdictKind.LOCAL: QT_TRANSLATE_NOOP("nn", "That is {about} alone, the local derivative; the chain rule multiplies it by the other factors."),
    VerdictKind.FACTOR: QT_TRANSLATE_NOOP("nn", "A factor is missing: {about}."),
    VerdictKind.DIVIDED: QT_TRANSLATE_NOOP("nn", "You divided by {about}; the chain rule multiplies by it."),
    VerdictKind.FACTORS_ADDED: QT_TRANSLATE_NOOP("nn", "The factors were added; the chain rule multiplies them."),
    VerdictKind.TERM: QT_TRANSLATE_NOOP("nn", "Something is missing from the sum: {about}."),
    VerdictKind.TERM_SIGN: QT_TRANSLATE_NOOP("nn", "In the sum, {about} has the wrong sign."),
    VerdictKind.RATE: QT_TRANSLATE_NOOP("nn", "The learning rate is missing: multiply the gradient by {about}."),
    VerdictKind.STEP_ADDED: QT_TRANSLATE_NOOP("nn", "The step was added; gradient descent goes downhill, so subtract it."),
    VerdictKind.STEP_ALONE: QT_TRANSLATE_NOOP("nn", "That is the step alone; subtract it from {about}."),
    VerdictKind.UNCHANGED: QT_TRANSLATE_NOOP("nn", "That is {about} before the update, or the step was rounded away: keep more digits."),
    VerdictKind.BEFORE: QT_TRANSLATE_NOOP("nn", "That is {about}, which goes in; the last operation is still to do."),
    VerdictKind.DOUBLE: QT_TRANSLATE_NOOP("nn", "Twice too large: look for a factor ½, or for a 2 too many."),
    VerdictKind.HALF: QT_TRANSLATE_NOOP("nn", "Half of what it should be: look for a factor 2, or for a ½ too many."),
    VerdictKind.RECIPROCAL: QT_TRANSLATE_NOOP("nn", "That is 1 divided by the value: numerator and denominator are swapped."),
    VerdictKind.ROUNDED: QT_TRANSLATE_NOOP("nn", "The numbers were rounded too early: keep all their digits and round only the result."),
}
