"""Why a typed function has no value, or no slope, at a place: with the place, and with the part of the formula that has none there."""

from __future__ import annotations

from collections.abc import Mapping

from nn.graph import words
from nn.graph.evaluate import Failure, failure_of
from nn.graph.graph import Graph, Place
from nn.graph.term import Name, Number, Op, Operation, Term, size
from nn.landscape.function import Gap, Pair
from nn.text import QT_TRANSLATE_NOOP, Sentence

LONGEST = 60  # operations of a formula that is still read


def gap_of(graph: Graph, axes: tuple[str, str], place: Pair) -> Gap:
    """What ``graph`` as a function of the two ``axes`` lacks at ``place``, where its value or its slope is no finite number."""
    failed = failure_of(graph, dict(zip(axes, place, strict=True)))
    values: dict[str, object] = {"first": axes[0], "second": axes[1], "x": place[0], "y": place[1]}
    if failed is None:
        template = QT_TRANSLATE_NOOP("nn", "At ({first}, {second}) = ({x:.4g}, {y:.4g}) the function has no slope: it is infinite there.")
        return Gap(Sentence(template, values), Place(0, 1, 1, len(graph.text)))
    where = failed.node.where or Place(0, 1, 1, len(graph.text))
    formula = written_out(graph, failed.node.name)
    part = failed.node.name if formula is None else words.plain_text(words.expression_of(formula))
    return Gap(Sentence(_reason(failed), {**values, "part": part, "value": failed.operands[-1]}), where)


def _reason(failed: Failure) -> str:
    op, operands = failed.op, failed.operands
    if op is Op.DIVIDE and operands[1] == 0:
        return QT_TRANSLATE_NOOP("nn", "At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is a division by 0 in “{part}”.")
    if op in (Op.LOG, Op.LOG10) and operands[0] <= 0:
        return QT_TRANSLATE_NOOP(
            "nn",
            "At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is the logarithm of {value:.4g} in “{part}”, but only numbers above 0 have one.",
        )
    if op is Op.SQRT and operands[0] < 0:
        return QT_TRANSLATE_NOOP("nn", "At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is the square root of {value:.4g} in “{part}”.")
    if op is Op.POWER and operands[0] == 0:
        return QT_TRANSLATE_NOOP(
            "nn", "At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is 0 to the power {value:.4g} in “{part}”: a division by 0."
        )
    if op is Op.POWER and operands[0] < 0 and not operands[1].is_integer():
        return QT_TRANSLATE_NOOP(
            "nn", "At ({first}, {second}) = ({x:.4g}, {y:.4g}) there is a number below 0 to the power {value:.4g} in “{part}”: it has no real result."
        )
    return QT_TRANSLATE_NOOP("nn", "At ({first}, {second}) = ({x:.4g}, {y:.4g}) “{part}” is too large to calculate with.")


def written_out(graph: Graph, name: str) -> Term | None:
    """The formula of a node over the variables; ``None`` where it is too long to be read."""
    found: dict[str, Term] = {}
    for node in graph.nodes:
        given = graph.given.get(node.name)
        leaf = Name(node.name) if given is None else Number(given)
        found[node.name] = leaf if node.formula is None else _replaced(node.formula, found)
        if size(found[node.name]) > LONGEST:
            return None
        if node.name == name:
            break
    return found[name]


def _replaced(term: Term, known: Mapping[str, Term]) -> Term:
    match term:
        case Name(name):
            return known[name]
        case Operation(op, operands):
            return Operation(op, tuple(_replaced(operand, known) for operand in operands))
        case Number():
            return term
