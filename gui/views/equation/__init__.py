"""The equation card: one derivative or sum as aligned rows of symbols, formulas, numbers and results, one column for each factor."""

from __future__ import annotations

from gui.views.equation.view import EquationView

__all__ = ["EquationView"]
