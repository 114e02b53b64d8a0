"""Expressions on paper: LaTeX, plain text (Unicode) and HTML, with symbols or with the numbers put in.

The plain form of a symbol is ``out_o1``, ``w5``, ``z[2]_1`` or ``∂E_total/∂w5``. LaTeX needs amsmath and is what latex2mathml
reads too. HTML is what Qt's rich text shows: ``<i>``, ``<sub>`` and ``<sup>``.
"""

from __future__ import annotations

from nn.replay.expression import Expression
from nn.replay.scheme import Scheme
from nn.replay.writing_digits import Digits, latex_number, plain_number
from nn.replay.writing_html import HtmlWriter
from nn.replay.writing_latex import LatexWriter
from nn.replay.writing_plain import PlainWriter

__all__ = ["Digits", "html", "latex", "latex_number", "number", "plain"]


def latex(expression: Expression, scheme: Scheme, *, numbers: bool, digits: Digits = None) -> str:
    """The expression for LaTeX's math mode. ``numbers``: values instead of symbols, with ``digits`` decimals; ``None`` gives all."""
    return LatexWriter(scheme, numbers=numbers, digits=digits).write(expression)


def plain(expression: Expression, scheme: Scheme, *, numbers: bool, digits: Digits = None) -> str:
    """The expression as one line of Unicode text."""
    return PlainWriter(scheme, numbers=numbers, digits=digits).write(expression)


def html(expression: Expression, scheme: Scheme, *, numbers: bool, digits: Digits = None) -> str:
    """The expression as one line of HTML, already escaped."""
    return HtmlWriter(scheme, numbers=numbers, digits=digits).write(expression)


def number(value: float, digits: Digits = None) -> str:
    """A number as it stands in :func:`plain`: ``digits`` decimals at most, U+2212 for minus, m × 10ᵏ where it is tiny or huge."""
    return plain_number(value, digits)
