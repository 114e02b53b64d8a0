"""Answers that a person types: read as numbers, and judged so that each verdict says what may have gone wrong."""

from __future__ import annotations

from nn.answers.judging import Expected, Verdict, judge, judge_text
from nn.answers.reading import AnswerError, read, readings
from nn.answers.slips import Factor, Slip, VerdictKind, slips_of_product, slips_of_sum

__all__ = [
    "AnswerError",
    "Expected",
    "Factor",
    "Slip",
    "Verdict",
    "VerdictKind",
    "judge",
    "judge_text",
    "read",
    "readings",
    "slips_of_product",
    "slips_of_sum",
]
