"""Predict before you see: a question about the next number, and a verdict on the answer."""

from __future__ import annotations

from gui.panels.predict.panel import Ask, PredictPanel

__all__ = ["Ask", "PredictPanel"]
