"""A walk as JSON: every step and every error, to full precision."""

from __future__ import annotations

import json
import math

from nn.replay.names import symbol
from nn.replay.scheme import Scheme
from nn.replay.step import Source, Step
from nn.replay.walk import Walk
from nn.replay.writing import plain


def write_json(walk: Walk, steps: tuple[Step, ...]) -> str:
    """``{"steps": […], "errors": […]}``; a source's ``step`` is ``null`` where it was given. Numbers that JSON doesn't know become ``null``."""
    records = {"steps": [_record(step) for step in steps], "errors": [_number(error) for error in walk.errors]}
    return json.dumps(records, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _record(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "iteration": step.iteration,
        "phase": step.phase.value,
        "symbol": step.symbol,
        "formula": step.formula,
        "substituted": step.substituted,
        "value": _number(step.value),
        "sources": [_source(source, step.scheme) for source in step.sources],
    }


def _source(source: Source, scheme: Scheme) -> dict[str, object]:
    return {"symbol": plain(symbol(source.quantity, scheme), scheme, numbers=False), "value": _number(source.value), "step": source.step}


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None
