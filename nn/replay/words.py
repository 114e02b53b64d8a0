"""Steps in words: symbols, formulas and numbers as plain text, and symbols that stand in sentences."""

from __future__ import annotations

from dataclasses import dataclass

from nn.layout import Neuron
from nn.replay.expression import Expression
from nn.replay.formulas import formula
from nn.replay.names import symbol
from nn.replay.scheme import Scheme
from nn.replay.step import Quantity, Step
from nn.replay.writing import html, latex, plain


@dataclass(frozen=True)
class Symbol:
    """An expression as a value in a :class:`~nn.text.Sentence`: plain text by itself, HTML or LaTeX for whoever can show it."""

    expression: Expression
    scheme: Scheme

    def __str__(self) -> str:
        return plain(self.expression, self.scheme, numbers=False)

    @property
    def html(self) -> str:
        """As Qt's rich text, already escaped."""
        return html(self.expression, self.scheme, numbers=False)

    @property
    def latex(self) -> str:
        """For LaTeX's math mode."""
        return latex(self.expression, self.scheme, numbers=False)


def called(quantity: Quantity, scheme: Scheme) -> Symbol:
    """A quantity's symbol, to put into a sentence."""
    return Symbol(symbol(quantity, scheme), scheme)


def neuron_of(quantity: Quantity) -> Neuron:
    """The neuron at the quantity's place."""
    return Neuron(quantity.layer, quantity.unit)


def symbol_text(step: Step) -> str:
    """What the step's number is called, as plain text: ``∂E_total/∂w5``."""
    return plain(symbol(step.quantity, step.scheme), step.scheme, numbers=False)


def formula_text(step: Step) -> str:
    """How it is calculated, as plain text: ``out_o1·(1 − out_o1)``."""
    return plain(formula(step.quantity, step.sources, step.scheme), step.scheme, numbers=False)


def substituted_text(step: Step) -> str:
    """The formula with its numbers put in, to full precision. A whole layer's formula has no single numbers and stays as it is."""
    return plain(formula(step.quantity, step.sources, step.scheme), step.scheme, numbers=True)
