"""The graph as a figure for paper: with empty boxes on a worksheet, filled in everywhere else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from gui.export import Figure, Formula, Label, Piece, Shape, free_stretches
from gui.fields.sentence import sentence_text
from gui.theme import LIGHT
from gui.typeset.box import text
from gui.typeset.graphs import derivative_box, equation_box, symbol_box
from gui.views.graph_view.arrows import DASH, STROKE, line_and_head
from gui.views.graph_view.boxes import BOX_CORNER, CORNER, DOTS, derivative_of, label_rects, tie_of, token_of
from gui.views.graph_view.look import FRACTION, SMALL_SYMBOL, SYMBOL, short
from gui.views.graph_view.plan import Arrow, Place, Plan
from nn.graph.documents import numbers_of
from nn.graph.exercise import Box, BoxKind, Exercise
from nn.graph.graph import Node
from nn.graph.words import operation_name
from nn.replay.documents import Content

INK, PALE, PAPER, OUTLINE = QColor("#000000"), QColor("#555555"), QColor("#FFFFFF"), QColor(LIGHT.line2)
NUMBER = 9.0  # px: the number of a blank
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def figure_of(exercise: Exercise, plan: Plan, content: Content) -> Figure:
    """The graph as it is laid out on screen. A worksheet's blanks have the numbers of its entries."""
    blanks = numbers_of(exercise) if content is Content.WORKSHEET else {}
    pieces = [
        *(piece for arrow in plan.arrows.values() for piece in _arrow(arrow)),
        *(piece for node in exercise.graph.nodes for piece in _node(exercise, node, plan.nodes[node.name])),
        *(piece for box, place in plan.boxes.items() for piece in _tie(box, place)),
        *(piece for box, place in plan.boxes.items() for piece in _box(exercise, box, place, blanks.get(box, 0))),
    ]
    taken = [(rect.left(), rect.right()) for rect in plan.nodes.values()]
    taken += [(min(place.rect.left(), place.label.x()), place.rect.right()) for place in plan.boxes.values()]
    return Figure(tuple(pieces), plan.bounds, free_stretches(taken))


def _color(box: Box) -> QColor:
    return QColor(getattr(LIGHT, token_of(box)))


def _rounded(rect: QRectF, corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, corner, corner)
    return path


def _straight(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    path.lineTo(end)
    return path


def _arrow(arrow: Arrow) -> Iterator[Piece]:
    """Values forward in a whole line, derivatives back in a broken one."""
    for points, token, dash in ((arrow.points, "val", None), (arrow.back, "der", DASH)):
        if points:
            line, head = line_and_head(points, upright=arrow.upright)
            tip = QPainterPath()
            tip.addPolygon(head)
            color = QColor(getattr(LIGHT, token))
            yield Shape(line, color, STROKE * 0.8, dash)
            yield Shape(tip, fill=color)


def _node(exercise: Exercise, node: Node, rect: QRectF) -> Iterator[Piece]:
    yield Shape(_rounded(rect, CORNER), OUTLINE, 1.0, fill=PAPER)
    if node.is_leaf:
        yield Formula(symbol_box(node.name), QRectF(rect.left() + 6, rect.top() + 2, rect.width() - 12, 22), SYMBOL)
        value = short(exercise.evaluation.values[node.name])
        yield Label(value, QRectF(rect.left(), rect.top() + 21, rect.width(), 20), 13, INK, numbers=True)
    else:
        yield Formula(equation_box(node), rect.adjusted(8, 2, -8, -19), SYMBOL)
        yield Label(sentence_text(operation_name(node)), QRectF(rect.left(), rect.bottom() - 19, rect.width(), 16), 11, PALE)


def _tie(box: Box, place: Place) -> Iterator[Piece]:
    line = tie_of(box, place)
    if line is not None:
        yield Shape(_straight(line.p1(), line.p2()), _color(box), 1.0, DOTS)


def _box(exercise: Exercise, box: Box, place: Place, number: int) -> Iterator[Piece]:
    """The name and the box; in it a blank's small ``number``, or the result where that is 0."""
    rect = place.rect
    if box.kind is not BoxKind.VALUE:
        name, equals = label_rects(place)
        ground = QPainterPath()
        ground.addRect(name.adjusted(0, 2, 12, -2))
        yield Shape(ground, fill=PAPER)
        yield Formula(derivative_box(*derivative_of(exercise, box)), name, FRACTION)
        yield Formula(text("="), equals, FRACTION)
    yield Shape(_rounded(rect.adjusted(0.5, 0.5, -0.5, -0.5), BOX_CORNER), _color(box), 1.3, fill=PAPER)
    inner = rect.adjusted(8, 0, -7, 0)
    if box.kind is BoxKind.VALUE:
        yield Formula(symbol_box(box.node), QRectF(inner.left(), inner.top() + 2, 24, inner.height() - 4), SMALL_SYMBOL, LEFT)
        inner.setLeft(inner.left() + 22)
    if number:
        yield Label(f"{number}", QRectF(inner.left(), rect.top() + 2, rect.right() - 4 - inner.left(), NUMBER + 3), NUMBER, PALE, RIGHT)
    else:
        yield Label(short(exercise.value(box), max(4, int(inner.width() / 7.9))), inner, 13, INK, numbers=True)
