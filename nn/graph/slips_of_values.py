"""The slips that the calculation of a node's value invites."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from nn.answers import Factor, Slip, VerdictKind, slips_of_product, slips_of_sum
from nn.graph import words
from nn.graph.evaluate import Evaluation
from nn.graph.graph import Node
from nn.graph.rules import RULES
from nn.graph.slips import derivative, evaluated, own, symbol
from nn.graph.term import Number, Op, Operation, names_in
from nn.replay.words import Symbol
from nn.text import QT_TRANSLATE_NOOP

_K = VerdictKind


def slips_of_value(evaluation: Evaluation, node: Node) -> Iterator[Slip]:
    """The likeliest first."""
    values = evaluation.values
    if node.formula is None or not isinstance(node.formula, Operation):
        return
    yield from _of_operation(node.formula, values)
    yield from _parts(node.formula, node, values)
    if len(node.operands) == 1:
        yield Slip(_K.BEFORE, values[node.operands[0]], symbol(node.operands[0]))
    for digits in (1, 2, 3):
        yield Slip(_K.ROUNDED, evaluated(node.formula, {name: round(values[name], digits) for name in node.operands}))
    yield from _instead_of_value(evaluation, node)


class _Made(NamedTuple):
    """An operation with its operands' values and what they are called."""

    term: Operation
    numbers: list[float]
    symbols: list[Symbol]

    @property
    def both(self) -> dict[str, Any]:
        return {"one": self.symbols[0], "other": self.symbols[-1]}

    @property
    def factors(self) -> list[Factor]:
        return [Factor(symbol, number) for symbol, number in zip(self.symbols, self.numbers, strict=True)]


def _of_operation(term: Operation, values: Mapping[str, float]) -> Iterator[Slip]:
    """What goes wrong in the operation, and in those inside it."""
    numbers = [evaluated(operand, values) for operand in term.operands]
    made = _Made(term, numbers, [words.called(words.expression_of(operand)) for operand in term.operands])
    if term.op in _SLIPS:
        yield from _SLIPS[term.op](made)
    for operand in term.operands:
        if isinstance(operand, Operation):
            yield from _inner_slips(term, operand, values)


def _of_sum(made: _Made) -> Iterator[Slip]:
    one, other = made.factors
    yield from slips_of_sum([one, other if made.term.op is Op.ADD else other._replace(value=-other.value)])
    template = QT_TRANSLATE_NOOP("nn", "{one} and {other} were multiplied; read the sign between them again.")
    yield own(math.prod(made.numbers), template, **made.both)


def _of_product(made: _Made) -> Iterator[Slip]:
    yield from (slip for slip in slips_of_product(made.factors) if slip.kind in (_K.FACTOR, _K.ROUNDED))
    template = QT_TRANSLATE_NOOP("nn", "{one} and {other} were added; here they are multiplied.")
    yield own(math.fsum(made.numbers), template, _K.FACTORS_ADDED, **made.both)


def _of_quotient(made: _Made) -> Iterator[Slip]:
    yield own(made.numbers[0], QT_TRANSLATE_NOOP("nn", "That is {one} alone; divide it by {other}."), _K.FACTOR, **made.both)
    yield own(math.prod(made.numbers), QT_TRANSLATE_NOOP("nn", "You multiplied by {other}; here it divides."), **made.both)


def _of_power(made: _Made) -> Iterator[Slip]:
    base, exponent = made.numbers
    yield own(base * exponent, QT_TRANSLATE_NOOP("nn", "That is {one} times {other}; here {one} is raised to {other}."), **made.both)
    if base < 0:
        wrong = -evaluated(Operation(Op.POWER, (Number(-base), Number(exponent))), {})
        yield own(wrong, QT_TRANSLATE_NOOP("nn", "The minus is raised to {other} too."), _K.SIGN, **made.both)


def _of_sigmoid(made: _Made) -> Iterator[Slip]:
    z = made.numbers[0]
    yield own(RULES[Op.SIGMOID].value(-z), QT_TRANSLATE_NOOP("nn", "The exponent has the wrong sign: it is minus {net}."), net=made.symbols[0])
    template = QT_TRANSLATE_NOOP("nn", "That is only the inner part, 1 + e to a power; the last operation is still to do.")
    yield own(1 + math.exp(-z) if abs(z) < 300 else math.nan, template)


def _of_choice(made: _Made) -> Iterator[Slip]:
    yield own(
        min(made.numbers) if made.term.op is Op.MAXIMUM else max(made.numbers), QT_TRANSLATE_NOOP("nn", "That is the other one of the two values.")
    )


def _of_logarithm(made: _Made) -> Iterator[Slip]:
    template = QT_TRANSLATE_NOOP("nn", "That is the logarithm to the base 10; the natural one is asked.")
    yield own(math.log10(made.numbers[0]) if made.numbers[0] > 0 else math.nan, template)


_SLIPS: dict[Op, Callable[[_Made], Iterator[Slip]]] = {
    Op.ADD: _of_sum,
    Op.SUBTRACT: _of_sum,
    Op.MULTIPLY: _of_product,
    Op.DIVIDE: _of_quotient,
    Op.POWER: _of_power,
    Op.SIGMOID: _of_sigmoid,
    Op.MAXIMUM: _of_choice,
    Op.MINIMUM: _of_choice,
    Op.LOG: _of_logarithm,
}


def _inner_slips(term: Operation, inner: Operation, values: Mapping[str, float]) -> Iterator[Slip]:
    """A slip in the inner operation, carried through the outer one."""
    if next(iter(names_in(inner)), None) is None:
        return
    for slip in _of_operation(inner, values):
        operands = tuple(Number(slip.value) if operand is inner else operand for operand in term.operands)
        yield Slip(slip.kind, evaluated(Operation(term.op, operands), values), slip.about, slip.sentence)


def _parts(term: Operation, node: Node, values: Mapping[str, float]) -> Iterator[Slip]:
    """The calculation broken off before its end."""
    for operand in term.operands:
        if isinstance(operand, Operation) and next(iter(names_in(operand)), None) is not None:
            template = QT_TRANSLATE_NOOP("nn", "That is {part} alone; the formula goes on: {formula}.")
            part, whole = words.called(words.expression_of(operand)), words.called(words.formula_of(node))
            yield own(evaluated(operand, values), template, part=part, formula=whole)


def _instead_of_value(evaluation: Evaluation, node: Node) -> Iterator[Slip]:
    template = QT_TRANSLATE_NOOP("nn", "That is {derivative}, a derivative; the value of {node} is asked.")
    for by in node.operands:
        yield own(evaluation.locals[by, node.name], template, derivative=derivative(node.name, by), node=symbol(node.name))
