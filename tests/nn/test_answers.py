"""Typed answers: what is understood, what is refused and where, and which slip a wrong one is put down to."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nn.answers import AnswerError, Expected, Factor, Slip, Verdict, VerdictKind, judge, judge_text, read, readings, slips_of_product, slips_of_sum

K = VerdictKind

READ = {
    "0.75": 0.75,
    "0,75": 0.75,
    ".5": 0.5,
    ",5": 0.5,
    "5.": 5.0,
    "−4": -4.0,
    "-4": -4.0,
    "–4": -4.0,
    "+4": 4.0,
    "− 4": -4.0,
    "--4": 4.0,
    "1e-3": 0.001,
    "1E−3": 0.001,
    "2.5e+2": 250.0,
    "1/4": 0.25,
    "1∕4": 0.25,
    "1:4": 0.25,
    "-3/4": -0.75,
    "½": 0.5,
    "-¾": -0.75,
    "1½": 1.5,
    "2*11": 22.0,
    "2·11": 22.0,
    "2×11": 22.0,
    "2 x 11": 22.0,
    "2*-3": -6.0,
    "2(3 + 4)": 14.0,
    "(1+2)(3+4)": 21.0,
    "2 + 3*4": 14.0,
    "8/4/2": 1.0,
    "10 - 3 - 2": 5.0,
    "10^-3": 0.001,
    "10⁻³": 0.001,
    "2**3": 8.0,
    "2^3^2": 512.0,
    "-2^2": -4.0,
    "(-2)²": 4.0,
    "½^2": 0.25,
    "20 %": 0.2,
    "1/(1 + exp(-0.4))": 1 / (1 + math.exp(-0.4)),
    "1/(1+e^-0,4)": 1 / (1 + math.exp(-0.4)),
    "ln(2)": math.log(2),
    "sqrt(2)": math.sqrt(2),
    "TANH(0.5)": math.tanh(0.5),
    "2 pi": 2 * math.pi,
    "= 3": 3.0,
    "  3  ": 3.0,
    "1 000": 1000.0,
    "1\u2009234,5": 1234.5,
    "0.298\u2009371\u2009109": 0.298371109,
    "1,234.5": 1234.5,
    "1.234,5": 1234.5,
    "1,000,000": 1e6,
    "1.000.000": 1e6,
    "0.5·(0.75 − 0.01)": 0.37,
}


@pytest.mark.parametrize(("text", "value"), READ.items())
def test_what_people_write_is_understood(text: str, value: float) -> None:
    assert readings(text) == (pytest.approx(value, rel=1e-15),)


@pytest.mark.parametrize("text", ["1,000", "1.000"])
def test_a_lone_mark_is_a_decimal_one_and_may_part_thousands(text: str) -> None:
    assert read(text) == 1.0
    assert readings(text) == (1.0, 1000.0)


@pytest.mark.parametrize("text", ["0,123", "0.123", "1.5", "1,0000", "1.000e2", "12,34"])
def test_what_can_only_be_decimals_has_one_reading(text: str) -> None:
    assert len(readings(text)) == 1


REFUSED = {
    "": (0, "no answer yet"),
    "   ": (0, "no answer yet"),
    "w5": (1, "“w” at place 1"),
    "import os": (1, "has no value here"),
    "__import__('os')": (1, "can't be read"),
    "nan": (1, "has no value here"),
    "inf": (1, "has no value here"),
    "∞": (1, "can't be read"),
    "0.5 + ?": (7, "“?” at place 7"),
    "5 €": (3, "“€” at place 3"),
    "1..2": (1, "don't fit"),
    "1,23,4": (1, "don't fit"),
    "2 + 1.2.3": (5, "at place 5"),
    "1 2": (3, "follows a number without a sign"),
    "1 1/2": (3, "follows a number without a sign"),
    "2*": (3, "ends after “*”"),
    "*2": (1, "missing before “*”"),
    "2*/3": (3, "missing before “/”"),
    "()": (2, "missing before “)”"),
    "(1 + 2": (1, "never closed"),
    "1 + 2)": (6, "closes nothing"),
    "1/0": (2, "divides by 0"),
    "1/(2 - 2)": (2, "divides by 0"),
    "9^9^9": (2, "too large"),
    "1e999": (1, "too large"),
    "1e300*1e300": (6, "too large"),
    "exp(1e9)": (1, "too large"),
    "(-8)^0.5": (5, "no real number"),
    "0^-1": (2, "no real number"),
    "ln(0)": (1, "no value for 0"),
    "sqrt(-1)": (1, "no value for -1"),
    "²": (1, "can't be read"),
    "2⁻": (2, "can't be read"),
    "(" * 30 + "1" + ")" * 30: (21, "nested more than 20 times"),
    "2^" * 30 + "1": (42, "nested more than 20 times"),
    "1" * 201: (0, "201 characters"),
    "1 000 00": (7, "follows a number"),
    "2.5 100": (1, "don't fit"),
}


@pytest.mark.parametrize(("text", "found"), REFUSED.items())
def test_what_is_no_number_is_refused_with_its_place(text: str, found: tuple[int, str]) -> None:
    place, part = found
    with pytest.raises(AnswerError) as error:
        read(text)
    assert part in str(error.value)
    assert error.value.place == place


@given(st.text(max_size=60))
def test_any_text_is_a_finite_number_or_refused(text: str) -> None:
    try:
        assert all(math.isfinite(value) for value in readings(text))
    except AnswerError as error:
        assert str(error)


@given(st.text(alphabet="0123456789.,+-*/^()% e½²", max_size=40))
def test_near_arithmetic_too(text: str) -> None:
    try:
        assert all(math.isfinite(value) for value in readings(text))
    except AnswerError as error:
        assert "{" not in str(error)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_reads_back(value: float) -> None:
    assert read(repr(value)) == value
    assert read(repr(value).replace(".", ",").replace("-", "\u2212")) == value


# Verdicts. The chain rule of Mazur's w5 and w1, the step of w5, and the sum at h1.

W5 = (Factor("∂E/∂out_o1", 0.7413650695523157), Factor("∂out_o1/∂net_o1", 0.18681560180895948), Factor("∂net_o1/∂w5", 0.5932699921071872, local=True))
GRADIENT_W5 = Expected(0.08216704056423078, slips_of_product(W5))
H1 = Expected(0.03635030639314468, slips_of_sum((Factor("∂E_o1/∂out_h1", 0.05539942465142279), Factor("∂E_o2/∂out_h1", -0.019049118258278114))))
GRADIENT_W1 = Expected(0.00043856773447434685)
STEP_W1 = 0.5 * 0.00043856773447434685
NEW_W1 = Expected(
    0.1497807161327628,
    (
        Slip(K.STEP_ADDED, 0.15 + STEP_W1),
        Slip(K.RATE, 0.15 - 2 * STEP_W1, "η = 0.5"),
        Slip(K.STEP_ALONE, STEP_W1, "w1"),
        Slip(K.UNCHANGED, 0.15, "w1"),
    ),
    scale=STEP_W1,
)

TABLE: list[tuple[Expected, str, VerdictKind, str]] = [
    (GRADIENT_W5, "0.08", K.RIGHT, "Right: 0.0821670406"),
    (GRADIENT_W5, "0,082", K.RIGHT, ""),
    (GRADIENT_W5, "0.0822", K.RIGHT, ""),
    (GRADIENT_W5, "0.7413650695 * 0.1868156 * 0.59327", K.RIGHT, ""),
    (GRADIENT_W5, "-0.082", K.SIGN, "sign"),
    (GRADIENT_W5, "−0,08217", K.SIGN, "sign"),
    (GRADIENT_W5, "0.593", K.LOCAL, "∂net_o1/∂w5"),
    (GRADIENT_W5, "0.1385", K.FACTOR, "∂net_o1/∂w5"),
    (GRADIENT_W5, "0.11083", K.FACTOR, "∂E/∂out_o1"),
    (GRADIENT_W5, "0.4398", K.FACTOR, "∂out_o1/∂net_o1"),
    (GRADIENT_W5, "0.7414", K.FACTOR, "∂out_o1/∂net_o1, ∂net_o1/∂w5"),
    (GRADIENT_W5, "2.354", K.DIVIDED, "∂out_o1/∂net_o1"),
    (GRADIENT_W5, "1.52145", K.FACTORS_ADDED, "added"),
    (GRADIENT_W5, "0.82167", K.POWER_OF_TEN, "10 times too large"),
    (GRADIENT_W5, "0.0082167", K.POWER_OF_TEN, "10 times too small"),
    (GRADIENT_W5, "82.167", K.POWER_OF_TEN, "1000 times too large"),
    (GRADIENT_W5, "12.17", K.RECIPROCAL, "swapped"),
    (GRADIENT_W5, "0.1643", K.DOUBLE, "Twice"),
    (GRADIENT_W5, "0.04108", K.HALF, "Half"),
    (GRADIENT_W5, "0.0843", K.ROUNDED, "too early"),  # 0.74·0.19·0.6
    (GRADIENT_W5, "0.0815", K.ROUNDED, "0.8 % too small"),
    (GRADIENT_W5, "0.3", K.TOO_LARGE, "3.7 times"),
    (GRADIENT_W5, "0.02", K.TOO_SMALL, "24 %"),
    (GRADIENT_W5, "-0.5", K.TOO_SMALL, "above 0"),
    (GRADIENT_W5, "0", K.TOO_SMALL, "above 0"),
    (GRADIENT_W5, "w5", K.UNREADABLE, "at place 1"),
    (H1, "0.036", K.RIGHT, ""),
    (H1, "0.04", K.RIGHT, ""),
    (H1, "0.0554", K.TERM, "∂E_o2/∂out_h1"),
    (H1, "-0.01905", K.TERM, "∂E_o1/∂out_h1"),
    (H1, "0.07445", K.TERM_SIGN, "∂E_o2/∂out_h1"),
    (GRADIENT_W1, "0.00044", K.RIGHT, ""),
    (GRADIENT_W1, "4.4e-4", K.RIGHT, ""),
    (GRADIENT_W1, "0", K.ROUNDED, "not 0"),
    (GRADIENT_W1, "0.00", K.ROUNDED, "not 0"),
    (GRADIENT_W1, "0.0004", K.ROUNDED, "5 decimals"),
    (GRADIENT_W1, "0.0044", K.POWER_OF_TEN, "10 times too large"),
    (NEW_W1, "0.14978", K.RIGHT, ""),
    (NEW_W1, "0.1497807", K.RIGHT, ""),
    (NEW_W1, "0.15", K.UNCHANGED, "w1"),
    (NEW_W1, "0.15022", K.STEP_ADDED, "downhill"),
    (NEW_W1, "0.14956", K.RATE, "η"),
    (NEW_W1, "0.00021928", K.STEP_ALONE, "w1"),
    (NEW_W1, "0.1498", K.ROUNDED, "5 decimals"),
    (NEW_W1, "0.16", K.TOO_LARGE, "times the step"),
    (NEW_W1, "0.1", K.TOO_SMALL, "times the step"),
    (Expected(0.0), "0", K.RIGHT, ""),
    (Expected(0.0), "0.4", K.TOO_LARGE, "nearer to 0"),
    (Expected(-3.0), "-6.9", K.TOO_LARGE, "2.3 times"),
    (Expected(-3.0), "2", K.TOO_LARGE, "below 0"),
    (Expected(121.0), "121", K.RIGHT, ""),
    (Expected(121.0), "11^2", K.RIGHT, ""),
    (Expected(121.0), "121.01", K.ROUNDED, "too large"),
    (Expected(0.125), "0.13", K.RIGHT, ""),
    (Expected(0.125), "0.12", K.RIGHT, ""),
]


@pytest.mark.parametrize(("expected", "text", "kind", "part"), TABLE, ids=[f"{row[1]} for {row[0].value:.6g}" for row in TABLE])
def test_each_answer_gets_its_verdict(expected: Expected, text: str, kind: VerdictKind, part: str) -> None:
    verdict = judge_text(text, expected)
    assert (verdict.kind, verdict.right) == (kind, kind is K.RIGHT), str(verdict.sentence)
    assert part in str(verdict.sentence)


def test_an_answer_with_two_readings_is_read_as_the_right_one_and_says_so() -> None:
    verdict = judge_text("1,000", Expected(1000.0))
    assert verdict.right
    assert str(verdict.note) == "“1,000” was read as 1000."
    wrong = judge_text("1,000", Expected(3.0))
    assert (wrong.right, wrong.understood, str(wrong.note)) == (False, 1.0, "“1,000” was read as 1.")
    assert judge_text("1.5", Expected(1.5)).note is None


def test_a_slip_can_have_a_sentence_of_its_own() -> None:
    from nn.text import Sentence

    slip = Slip(K.OTHER, 0.5, sentence=Sentence("That is the weight after its update."))
    assert str(judge(0.5, Expected(0.4, (slip,))).sentence) == "That is the weight after its update."


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3))
def test_every_verdict_is_a_whole_sentence(value: float, answer: float) -> None:
    factors = slips_of_product((Factor("a", value), Factor("b", 0.3), Factor("c", -2.0, local=True)))
    verdict: Verdict = judge(answer, Expected(value * 0.3 * -2.0, factors))
    assert str(verdict.sentence).endswith(".")


@given(st.floats(-1e3, 1e3).filter(lambda value: abs(value) > 1e-9))
def test_the_value_itself_and_its_two_decimals_are_right_and_its_opposite_is_not(value: float) -> None:
    expected = Expected(value)
    assert judge(value, expected).right
    assert judge(-value, expected).kind is K.SIGN
    assert judge(round(value, expected.places), expected).right
    assert not judge(0.0, expected).right
