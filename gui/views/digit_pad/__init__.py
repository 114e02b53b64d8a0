"""A pad to draw a digit on, with mouse, pen, touch or keys."""

from __future__ import annotations

from gui.views.digit_pad.pad import DigitPad
from gui.views.digit_pad.page import Page, Stroke

__all__ = ["DigitPad", "Page", "Stroke"]
