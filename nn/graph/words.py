"""A graph's names, formulas and operations for paper and screen: trees that the replay's writers and the window typeset."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final

from nn.choices import Activation, Loss
from nn.graph.graph import Node
from nn.graph.slopes import slope_term
from nn.graph.term import Name, Number, Op, Operation, Term
from nn.network import Architecture
from nn.replay import expression as written
from nn.replay.expression import Expression
from nn.replay.scheme import Scheme
from nn.replay.settings import ReplaySettings
from nn.replay.words import Symbol
from nn.replay.writing import Digits, latex, plain
from nn.text import QT_TRANSLATE_NOOP, Sentence

SCHEME: Final = Scheme(Architecture((1, 1), (Activation.LINEAR,), Loss.HALF_SQUARED), ReplaySettings())
"""What the writers ask for. A graph's symbols are names that stand for themselves, so nothing in it is ever looked at."""

_GREEK = {
    **{"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ"},
    **{"rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "psi": "ψ", "omega": "ω"},
}
_CALLED = {Op.LOG: "ln", Op.SIGMOID: "σ", Op.SQRT: "√"}


def name_of(name: str) -> written.Name:
    """``w1`` and ``w_1`` as w with a subscript, ``net_h1`` as net with the subscript h1, ``theta`` as θ."""
    match = re.fullmatch(r"(.*?[^\W\d_])(?:_?(\d+)|_(\w+))", name)
    base, sub = (match[1], match[2] or match[3]) if match else (name, "")
    return written.Name(_GREEK.get(base, base), sub)


def expression_of(term: Term, values: Mapping[str, float] | None = None) -> Expression:
    """A formula as it is written; with ``values``, the numbers instead of the names."""
    match term:
        case Number(value):
            return number(value)
        case Name(name):
            return name_of(name) if values is None else written.Number(values[name])
        case Operation(op, operands):
            return _operation(op, [expression_of(operand, values) for operand in operands])


def number(value: float) -> Expression:
    """A number; π and e by their names."""
    if value == math.pi:
        return written.Name("π")
    return written.Name("e", upright=True) if value == math.e else written.Number(value)


def _operation(op: Op, parts: list[Expression]) -> Expression:
    first, last = parts[0], parts[-1]
    if op in (Op.ADD, Op.SUBTRACT):
        terms = first.terms if isinstance(first, written.Sum) else (first,)
        return written.Sum((*terms, written.Negative(last) if op is Op.SUBTRACT else last))
    if op is Op.MULTIPLY:
        factors = first.factors if isinstance(first, written.Product) else (first,)
        return written.Product((*factors, last))
    if op is Op.DIVIDE:
        return written.Fraction(first, last)
    if op is Op.POWER:
        return written.Power(first, last)
    return written.Negative(first) if op is Op.NEGATE else written.Call(_CALLED.get(op, op.value), tuple(parts))


def formula_of(node: Node, values: Mapping[str, float] | None = None) -> Expression:
    """The right side of a node's formula; with ``values``, with the numbers put in. A variable is its own name."""
    return expression_of(Name(node.name) if node.formula is None else node.formula, values)


def slope_of(node: Node, by: str, values: Mapping[str, float], *, numbers: bool = False) -> Expression:
    """The right side of ∂node/∂by, as in :mod:`nn.graph.slopes`; ``numbers``: with the numbers put in."""
    return expression_of(slope_term(node, by, values), values if numbers else None)


def derivative(top: str, bottom: str) -> written.Derivative:
    """∂top/∂bottom."""
    return written.Derivative(name_of(top), name_of(bottom))


def called(expression: Expression) -> Symbol:
    """An expression to put into a sentence."""
    return Symbol(expression, SCHEME)


def plain_text(expression: Expression, digits: Digits = None) -> str:
    """One line of Unicode text: ``d²/2``, ``∂J/∂w``."""
    return plain(expression, SCHEME, numbers=True, digits=digits)


def latex_text(expression: Expression, digits: Digits = None) -> str:
    """For LaTeX's math mode."""
    return latex(expression, SCHEME, numbers=True, digits=digits)


def operation_name(node: Node) -> Sentence:
    """What the node does, in a word or two: ``multiply``, ``half square``."""
    return Sentence(_name(node))


def _name(node: Node) -> str:
    if node.op is None:
        return QT_TRANSLATE_NOOP("nn", "variable")
    if isinstance(node.formula, Operation):
        half = node.formula.op is Op.DIVIDE and node.formula.operands[1] == Number(2.0)
        half = half or (node.formula.op is Op.MULTIPLY and node.formula.operands[0] == Number(0.5))
        if node.op is Op.POWER and _is_square(node.formula):
            return QT_TRANSLATE_NOOP("nn", "square")
        if node.op is Op.POWER and half and any(_is_square(part) for part in node.formula.operands):
            return QT_TRANSLATE_NOOP("nn", "half square")
        if len(node.operands) == 1 and node.op in (Op.ADD, Op.SUBTRACT, Op.MULTIPLY) and node.formula.op is not Op.MULTIPLY:
            scales = any(isinstance(part, Operation) for part in node.formula.operands)
            return QT_TRANSLATE_NOOP("nn", "scale and shift") if scales else _NAMES[node.op]
    return _NAMES[node.op]


def _is_square(term: Term) -> bool:
    return isinstance(term, Operation) and term.op is Op.POWER and term.operands[1] == Number(2.0)


_NAMES = {
    Op.ADD: QT_TRANSLATE_NOOP("nn", "add"),
    Op.SUBTRACT: QT_TRANSLATE_NOOP("nn", "subtract"),
    Op.MULTIPLY: QT_TRANSLATE_NOOP("nn", "multiply"),
    Op.DIVIDE: QT_TRANSLATE_NOOP("nn", "divide"),
    Op.POWER: QT_TRANSLATE_NOOP("nn", "power"),
    Op.NEGATE: QT_TRANSLATE_NOOP("nn", "change of sign"),
    Op.EXP: QT_TRANSLATE_NOOP("nn", "exponential"),
    Op.LOG: QT_TRANSLATE_NOOP("nn", "logarithm"),
    Op.LOG10: QT_TRANSLATE_NOOP("nn", "logarithm, base 10"),
    Op.SQRT: QT_TRANSLATE_NOOP("nn", "square root"),
    Op.SIN: QT_TRANSLATE_NOOP("nn", "sine"),
    Op.COS: QT_TRANSLATE_NOOP("nn", "cosine"),
    Op.TAN: QT_TRANSLATE_NOOP("nn", "tangent"),
    Op.TANH: QT_TRANSLATE_NOOP("nn", "hyperbolic tangent"),
    Op.SIGMOID: QT_TRANSLATE_NOOP("nn", "sigmoid"),
    Op.RELU: QT_TRANSLATE_NOOP("nn", "rectifier"),
    Op.MAXIMUM: QT_TRANSLATE_NOOP("nn", "maximum"),
    Op.MINIMUM: QT_TRANSLATE_NOOP("nn", "minimum"),
    Op.ABS: QT_TRANSLATE_NOOP("nn", "absolute value"),
}
