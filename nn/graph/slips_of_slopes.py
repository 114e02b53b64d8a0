"""The slips that local and total derivatives invite."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from nn.answers import Factor, Slip, VerdictKind, slips_of_product, slips_of_sum
from nn.graph import words
from nn.graph.evaluate import Evaluation
from nn.graph.graph import Node
from nn.graph.slips import derivative, evaluated, own, symbol
from nn.graph.slopes import slope_term
from nn.graph.term import Name, Op, Operation, Term, names_in
from nn.replay import expression as written
from nn.replay.expression import Expression
from nn.text import QT_TRANSLATE_NOOP

_K = VerdictKind
_LONGEST_CHAIN = 12


def slips_of_local(evaluation: Evaluation, node: Node, by: str) -> Iterator[Slip]:
    """Of ∂node/∂by, the likeliest first."""
    values, term = evaluation.values, slope_term(node, by, evaluation.values)
    yield from slips_of_product(_factors(term, values))
    yield from _of_rule(node, by, values)
    for other in node.operands:
        if other != by:
            template = QT_TRANSLATE_NOOP("nn", "That is {other}; the derivative by {by} is asked.")
            yield own(evaluation.locals[other, node.name], template, other=derivative(node.name, other), by=symbol(by))
    if node.name != evaluation.graph.output:
        template = QT_TRANSLATE_NOOP("nn", "That is {total} already; here only the step from {by} to {node} is asked.")
        total = derivative(evaluation.graph.output, by)
        yield own(evaluation.totals[by], template, total=total, by=symbol(by), node=symbol(node.name))
    for name in (node.name, by):
        yield value_instead(evaluation, name)


def value_instead(evaluation: Evaluation, name: str) -> Slip:
    template = QT_TRANSLATE_NOOP("nn", "That is the value of {node}; a derivative is asked: how fast something changes.")
    return own(evaluation.values[name], template, node=symbol(name))


def _factors(term: Term, values: Mapping[str, float]) -> list[Factor]:
    """The factors of a product, by what they are called."""
    parts: list[Term] = [term]
    while isinstance(parts[0], Operation) and parts[0].op is Op.MULTIPLY:
        parts[:1] = parts[0].operands
    return [Factor(words.called(words.expression_of(part)), evaluated(part, values)) for part in parts]


def _of_rule(node: Node, by: str, values: Mapping[str, float]) -> Iterator[Slip]:
    """What goes wrong with the rules of derivation, by the node's outer operations."""
    formula = node.formula
    if not isinstance(formula, Operation):
        return
    if formula.op is Op.MULTIPLY and all(isinstance(operand, Name) for operand in formula.operands) and len(node.operands) == 2:
        other = next(name for name in node.operands if name != by)
        yield own(1.0, QT_TRANSLATE_NOOP("nn", "The derivative of a product by one factor is the other factor: here {signal}."), signal=symbol(other))
    if len(node.operands) == 1 and formula.op in (Op.ADD, Op.SUBTRACT):
        yield from _constant_kept(formula, node, by, values)
    if node.op is Op.POWER:
        yield from _of_power(formula, values)
    if formula.op is Op.TANH:
        yield own(1 - values[node.name], QT_TRANSLATE_NOOP("nn", "{out} isn't squared."), out=symbol(node.name))
    if formula.op is Op.SIGMOID:
        yield own(
            values[by] * (1 - values[by]),
            QT_TRANSLATE_NOOP("nn", "Take the sigmoid's value {out}, not what goes in: {out}·(1 − {out})."),
            out=symbol(node.name),
        )


def _constant_kept(formula: Operation, node: Node, by: str, values: Mapping[str, float]) -> Iterator[Slip]:
    slope = evaluated(slope_term(node, by, values), values)
    for operand in formula.operands:
        if next(iter(names_in(operand)), None) is None:
            number = evaluated(operand, values)
            template = QT_TRANSLATE_NOOP("nn", "{number} is only added: it doesn't change with {by}, so its derivative is 0.")
            yield own(slope + number, template, number=words.called(words.expression_of(operand)), by=symbol(by))
            yield own(number, template, number=words.called(words.expression_of(operand)), by=symbol(by))


def _of_power(formula: Operation, values: Mapping[str, float]) -> Iterator[Slip]:
    """n·xⁿ instead of n·xⁿ⁻¹, carried through what is around the power."""
    power = next((term for term in (formula, *formula.operands) if isinstance(term, Operation) and term.op is Op.POWER), None)
    if power is None:
        return
    exponent, scale = evaluated(power.operands[1], values), evaluated(formula, values) / (evaluated(power, values) or math.nan)
    yield own(scale * exponent * evaluated(power, values), QT_TRANSLATE_NOOP("nn", "The exponent comes down as a factor, and the power falls by 1."))


# Total derivatives


def slips_of_total(evaluation: Evaluation, name: str) -> Iterator[Slip]:
    """Of ∂output/∂name, the likeliest first."""
    graph, users = evaluation.graph, evaluation.graph.users[name]
    if users == (graph.output,):
        yield from slips_of_local(evaluation, graph.by_name[graph.output], name)
        return
    if len(users) == 1:
        yield from slips_of_product(_two_factors(evaluation, name, users[0]))
        yield from _of_long_chain(evaluation, name)
    else:
        yield from _of_several_ways(evaluation, name, users)
    yield value_instead(evaluation, name)
    yield value_instead(evaluation, graph.output)


def _two_factors(evaluation: Evaluation, name: str, user: str) -> list[Factor]:
    output = evaluation.graph.output
    total, local = evaluation.totals[user], evaluation.locals[name, user]
    return [Factor(derivative(output, user), total), Factor(derivative(user, name), local, local=True)]


def _of_long_chain(evaluation: Evaluation, name: str) -> Iterable[Slip]:
    """One factor left out of the whole product, where there is a single way to the output."""
    factors: list[Factor] = []
    while name != evaluation.graph.output:
        users = evaluation.graph.users[name]
        if len(users) != 1 or len(factors) == _LONGEST_CHAIN:
            return ()
        factors.append(Factor(derivative(users[0], name), evaluation.locals[name, users[0]]))
        name = users[0]
    return [slip for slip in slips_of_product(factors) if slip.kind in (_K.FACTOR, _K.FACTORS_ADDED)]


def _of_several_ways(evaluation: Evaluation, name: str, users: tuple[str, ...]) -> Iterator[Slip]:
    ways = [Factor(words.called(_way(evaluation, name, user)), evaluation.totals[user] * evaluation.locals[name, user]) for user in users]
    yield from slips_of_sum(ways)
    yield own(
        math.prod(way.value for way in ways), QT_TRANSLATE_NOOP("nn", "The ways were multiplied; multiply along each way, then add the ways up.")
    )
    yield own(
        math.fsum(evaluation.locals[name, user] for user in users),
        QT_TRANSLATE_NOOP("nn", "Only the local derivatives were added; multiply each by how {output} changes with the node it leads to."),
        output=symbol(evaluation.graph.output),
    )
    yield own(
        math.fsum(evaluation.totals[user] for user in users),
        QT_TRANSLATE_NOOP("nn", "The local derivatives are missing: multiply each way by how its first node changes with {node}."),
        node=symbol(name),
    )


def _way(evaluation: Evaluation, name: str, user: str) -> Expression:
    output, local = evaluation.graph.output, words.derivative(user, name)
    return local if user == output else written.Product((words.derivative(output, user), local))
