"""Help with a box in three stages: the principle, the formula, the numbers. None of them says the result."""

from __future__ import annotations

from nn.graph import words
from nn.graph.boxes import Box, BoxKind, symbol_of
from nn.graph.evaluate import Evaluation
from nn.graph.graph import Node
from nn.graph.slopes import is_known, slope_term
from nn.graph.term import Name, Op, Term
from nn.replay import expression as written
from nn.replay.expression import Expression
from nn.text import QT_TRANSLATE_NOOP, Sentence

DIGITS = 6


def hints_of(evaluation: Evaluation, box: Box) -> tuple[Sentence, Sentence, Sentence]:
    """Principle, formula, and the formula with its numbers."""
    if box.kind is BoxKind.VALUE:
        return _of_value(evaluation, box)
    if box.kind is BoxKind.LOCAL:
        return _of_local(evaluation, box, evaluation.graph.by_name[box.node], box.by)
    users = evaluation.graph.users[box.node]
    if users == (evaluation.graph.output,):
        return _of_local(evaluation, box, evaluation.graph.by_name[users[0]], box.node)
    return _of_total(evaluation, box)


def _of_value(evaluation: Evaluation, box: Box) -> tuple[Sentence, Sentence, Sentence]:
    node = evaluation.graph.by_name[box.node]
    principle = Sentence(_PRINCIPLES[node.op or Op.ADD], {"node": words.called(words.name_of(box.node))})
    return principle, _formula(evaluation, box, words.formula_of(node)), _numbers(evaluation, box, words.formula_of(node, evaluation.values))


def _of_local(evaluation: Evaluation, box: Box, node: Node, by: str) -> tuple[Sentence, Sentence, Sentence]:
    values: dict[str, object] = {
        "node": words.called(words.name_of(node.name)),
        "by": words.called(words.name_of(by)),
        "formula": words.called(words.formula_of(node)),
    }
    principle = Sentence(
        QT_TRANSLATE_NOOP(
            "nn", "If {by} grows a little and nothing else changes, how many times as much does {node} grow? Derive {formula} by {by}."
        ),
        values,
    )
    slope = slope_term(node, by, evaluation.values)
    if is_known(slope):
        template = QT_TRANSLATE_NOOP(
            "nn", "In {formula}, derive by {by}: what has no {by} in it is a fixed number; added it vanishes, as a factor it stays."
        )
        return principle, Sentence(template, values), Sentence(_SAME_NUMBER)
    return principle, _formula(evaluation, box, words.expression_of(slope)), _of_known(evaluation, box, slope)


def _of_known(evaluation: Evaluation, box: Box, slope: Term) -> Sentence:
    """The formula's numbers; of a formula that is one name, where to find its number."""
    if isinstance(slope, Name):
        template = QT_TRANSLATE_NOOP("nn", "No calculation: read the value of {source} off the diagram.")
        return Sentence(template, {"source": words.called(words.name_of(slope.name))})
    return _numbers(evaluation, box, words.expression_of(slope, evaluation.values))


_SAME_NUMBER = QT_TRANSLATE_NOOP("nn", "No calculation: it is the same number whatever the inputs are.")


def _of_total(evaluation: Evaluation, box: Box) -> tuple[Sentence, Sentence, Sentence]:
    graph, users = evaluation.graph, evaluation.graph.users[box.node]
    values: dict[str, object] = {
        "node": words.called(words.name_of(box.node)),
        "output": words.called(words.name_of(graph.output)),
        "next": words.called(words.name_of(users[0])),
        "users": ", ".join(str(words.called(words.name_of(user))) for user in users),
    }
    if len(users) == 1:
        template = QT_TRANSLATE_NOOP("nn", "The chain rule: how {output} changes with {next}, times how {next} changes with {node}.")
    else:
        template = QT_TRANSLATE_NOOP("nn", "{node} acts on {output} through {users}: multiply along each of these ways, then add the ways up.")
    tree, numbers = chain_of(evaluation, box.node), chain_of(evaluation, box.node, numbers=True)
    return Sentence(template, values), _formula(evaluation, box, tree), _numbers(evaluation, box, numbers)


def chain_of(evaluation: Evaluation, name: str, *, numbers: bool = False) -> Expression:
    """The chain rule for ∂output/∂name by its users: ``∂J/∂d·∂d/∂a + …``; the first factor is left out where the user is the output."""
    terms = [_way(evaluation, name, user, numbers) for user in evaluation.graph.users[name]]
    return terms[0] if len(terms) == 1 else written.Sum(tuple(terms))


def _way(evaluation: Evaluation, name: str, user: str, numbers: bool) -> Expression:
    output = evaluation.graph.output
    local: Expression = written.Number(evaluation.locals[name, user]) if numbers else words.derivative(user, name)
    if user == output:
        return local
    total: Expression = written.Number(evaluation.totals[user]) if numbers else words.derivative(output, user)
    return written.Product((total, local))


def _formula(evaluation: Evaluation, box: Box, tree: Expression) -> Sentence:
    symbol = words.called(symbol_of(evaluation.graph, box))
    return Sentence(QT_TRANSLATE_NOOP("nn", "The formula: {symbol} = {formula}"), {"symbol": symbol, "formula": words.called(tree)})


def _numbers(evaluation: Evaluation, box: Box, tree: Expression) -> Sentence:
    symbol = words.called(symbol_of(evaluation.graph, box))
    text = words.plain_text(tree, DIGITS)
    return Sentence(QT_TRANSLATE_NOOP("nn", "With the numbers: {symbol} = {numbers}"), {"symbol": symbol, "numbers": text})


_ONE_INPUT = QT_TRANSLATE_NOOP("nn", "Only one value goes into {node}: take it and do what the formula says.")
_PRINCIPLES = dict.fromkeys(Op, _ONE_INPUT) | {
    Op.ADD: QT_TRANSLATE_NOOP("nn", "{node} is a sum: add up what the arrows bring."),
    Op.SUBTRACT: QT_TRANSLATE_NOOP("nn", "{node} is a difference: mind which of the two is taken away."),
    Op.MULTIPLY: QT_TRANSLATE_NOOP("nn", "{node} is a product: multiply what the arrows bring, and mind the signs."),
    Op.DIVIDE: QT_TRANSLATE_NOOP("nn", "{node} is a quotient: mind which of the two stands below."),
    Op.POWER: QT_TRANSLATE_NOOP(
        "nn", "{node} is a power: first the power, then what else the formula says; the square of a negative number is positive."
    ),
    Op.EXP: QT_TRANSLATE_NOOP("nn", "{node} is e = 2.71828… to a power: always above 0, and 1 where the power is 0."),
    Op.LOG: QT_TRANSLATE_NOOP("nn", "{node} is a natural logarithm: the power that makes what goes in out of e; below 0 for what is below 1."),
    Op.SIGMOID: QT_TRANSLATE_NOOP("nn", "{node} is a sigmoid, 1/(1 + exp(−z)) of what goes in: between 0 and 1, and 0.5 where that is 0."),
    Op.MAXIMUM: QT_TRANSLATE_NOOP("nn", "{node} is the larger of the two values."),
    Op.MINIMUM: QT_TRANSLATE_NOOP("nn", "{node} is the smaller of the two values."),
    Op.RELU: QT_TRANSLATE_NOOP("nn", "{node} is what goes in if that is above 0, and 0 otherwise."),
    Op.ABS: QT_TRANSLATE_NOOP("nn", "{node} is what goes in without its sign."),
}
