"""What stands on a computation graph, as boxes: names, formulas, derivatives."""

from __future__ import annotations

from functools import lru_cache

from gui.typeset.box import THICK, Box, row, space, text
from gui.typeset.compose import Composer
from nn.graph.boxes import Box as AnswerBox
from nn.graph.boxes import BoxKind
from nn.graph.graph import Graph, Node
from nn.graph.term import Name, Operation, Term
from nn.graph.words import SCHEME, derivative, expression_of, formula_of, name_of
from nn.replay.expression import Expression

_COMPOSER = Composer(SCHEME)


@lru_cache(maxsize=2048)
def typeset(expression: Expression) -> Box:
    """Any expression of a graph, its numbers with all their digits."""
    return _COMPOSER.symbols(expression)


def symbol_box(name: str) -> Box:
    """A node's name."""
    return typeset(name_of(name))


def derivative_box(top: str, bottom: str) -> Box:
    """∂top over ∂bottom."""
    return typeset(derivative(top, bottom))


def derivative_line(top: str, bottom: str) -> Box:
    """∂top/∂bottom on one line."""
    return row((text("∂"), symbol_box(top), text("/∂"), symbol_box(bottom)))


def box_letters(graph: Graph, box: AnswerBox) -> Box:
    """What stands for a box to fill in, on one line."""
    if box.kind is BoxKind.VALUE:
        return symbol_box(box.node)
    return derivative_line(box.node, box.by) if box.kind is BoxKind.LOCAL else derivative_line(graph.output, box.node)


def equation_box(node: Node) -> Box:
    """``c = w·x``; of a variable its name alone."""
    if node.is_leaf:
        return symbol_box(node.name)
    return row((symbol_box(node.name), space(THICK), text("="), space(THICK), typeset(formula_of(node))))


def whole_box(graph: Graph) -> Box:
    """The graph as one formula over its variables: ``J = (2 + 3·w)²``."""
    return row((symbol_box(graph.output), space(THICK), text("="), space(THICK), typeset(expression_of(_written_out(graph, Name(graph.output))))))


def _written_out(graph: Graph, term: Term) -> Term:
    match term:
        case Name(name):
            formula = graph.by_name[name].formula
            return term if formula is None else _written_out(graph, formula)
        case Operation(op, operands):
            return Operation(op, tuple(_written_out(graph, operand) for operand in operands))
        case _:
            return term
