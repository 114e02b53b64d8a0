"""The nodes and the boxes to fill in."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from gui.fields.paint import draw_icon
from gui.fields.sentence import sentence_text
from gui.theme import theme
from gui.typeset.box import text
from gui.typeset.graphs import derivative_box, equation_box, symbol_box
from gui.views.graph_view.look import FRACTION, SMALL_SYMBOL, Letters, draw_in, mono, pen, sans, short
from gui.views.graph_view.plan import Place
from gui.views.graph_view.state import Picture
from nn.graph.exercise import Box, BoxKind, BoxState, Exercise
from nn.graph.graph import Node
from nn.graph.words import operation_name

LEFT = Qt.AlignmentFlag.AlignLeft
MIDDLE = Qt.AlignmentFlag.AlignVCenter
CORNER, BOX_CORNER = 10.0, 6.0
TIE = 160.0  # px that a box's name and dotted line may reach away from it
DOTS = (1.5, 2.5)
LETTERS = (13.0, 12.0, 11.0)  # px of a number
SIGN = 14.0  # px of ✓, × and the eye
_SIGNS = {BoxState.RIGHT: "check", BoxState.WRONG: "close", BoxState.REVEALED: "eye"}


def paint_nodes(painter: QPainter, picture: Picture, seen: QRectF) -> None:
    """Variables with their values, operations with their formulas and what they are called; those in the part of the plan that is ``seen``."""
    for node in picture.exercise.graph.nodes:
        rect = picture.plan.nodes[node.name]
        if not rect.intersects(seen):
            continue
        chosen = picture.selected is not None and picture.selected.kind is not BoxKind.LOCAL and picture.selected.node == node.name
        painter.setPen(pen("accent", 2.0) if chosen else pen("text3" if picture.hover == node.name else "line2", 1.0))
        painter.setBrush(theme().color("node"))
        painter.drawRoundedRect(rect, CORNER, CORNER)
        if node.is_leaf:
            _paint_leaf(painter, picture, node, rect)
        else:
            _paint_operation(painter, node, rect)


def _paint_leaf(painter: QPainter, picture: Picture, node: Node, rect: QRectF) -> None:
    draw_in(painter, symbol_box(node.name), QRectF(rect.left() + 6, rect.top() + 2, rect.width() - 12, 22), Letters())
    painter.setFont(mono(13))
    painter.setPen(theme().color("text"))
    value = short(picture.exercise.evaluation.values[node.name])
    painter.drawText(QRectF(rect.left(), rect.top() + 21, rect.width(), 20), Qt.AlignmentFlag.AlignCenter, value)


def _paint_operation(painter: QPainter, node: Node, rect: QRectF) -> None:
    draw_in(painter, equation_box(node), rect.adjusted(8, 2, -8, -19), Letters())
    painter.setFont(sans(11))
    painter.setPen(theme().color("text2"))
    painter.drawText(QRectF(rect.left(), rect.bottom() - 19, rect.width(), 16), Qt.AlignmentFlag.AlignCenter, sentence_text(operation_name(node)))


def paint_boxes(painter: QPainter, picture: Picture, seen: QRectF) -> None:
    """The boxes that are ``seen``, with a dotted line to the arrow that each belongs to."""
    near = seen.adjusted(-TIE, -TIE, TIE, TIE)
    boxes = [(box, place) for box, place in picture.plan.boxes.items() if near.intersects(place.rect)]
    for box, place in boxes:
        _paint_tie(painter, box, place)
    for box, place in boxes:
        if box.kind is not BoxKind.VALUE:
            _paint_label(painter, picture, box, place)
        _paint_box(painter, picture, box, place.rect)


def token_of(box: Box) -> str:
    """The colour of a box's kind."""
    return "val" if box.kind is BoxKind.VALUE else "der"


def tie_of(box: Box, place: Place) -> QLineF | None:
    """The dotted line from the arrow to its box; ``None`` where the local derivative's line has come this way already."""
    tie, rect = place.tie, place.rect
    if box.kind is BoxKind.TOTAL and tie.x() < rect.left():
        return None
    if abs(tie.y() - rect.center().y()) < 1.0:
        return QLineF(tie, QPointF(rect.left() if tie.x() < rect.left() else rect.right(), tie.y()))
    return QLineF(tie, QPointF(tie.x(), rect.bottom() if tie.y() > rect.bottom() else rect.top()))


def _paint_tie(painter: QPainter, box: Box, place: Place) -> None:
    line = tie_of(box, place)
    if line is not None:
        painter.setPen(pen(token_of(box), 1.2, dash=DOTS))
        painter.drawLine(line)


def label_rects(place: Place) -> tuple[QRectF, QRectF]:
    """Where a derivative's name stands, and the equals sign behind it."""
    rect = QRectF(place.label.x(), place.label.y() - 20.0, place.rect.left() - place.label.x() - 18.0, 40.0)
    return rect, QRectF(rect.right(), rect.top(), 16.0, rect.height())


def derivative_of(exercise: Exercise, box: Box) -> tuple[str, str]:
    """What is derived, and by what."""
    return (box.node, box.by) if box.kind is BoxKind.LOCAL else (exercise.graph.output, box.node)


def _paint_label(painter: QPainter, picture: Picture, box: Box, place: Place) -> None:
    """∂J/∂w =, on the ground of the panel, so that no arrow runs through it."""
    rect, equals = label_rects(place)
    painter.fillRect(rect.adjusted(0, 2, 12, -2), theme().color("panel"))
    draw_in(painter, derivative_box(*derivative_of(picture.exercise, box)), rect, Letters(FRACTION))
    draw_in(painter, text("="), equals, Letters(FRACTION, "text2"))


def _paint_box(painter: QPainter, picture: Picture, box: Box, rect: QRectF) -> None:
    state = picture.entry(box).state
    if box in (picture.selected, picture.ring):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accentbg"))
        painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), BOX_CORNER + 3, BOX_CORNER + 3)
    _paint_ground(painter, picture, box, rect, state)
    inner = rect.adjusted(8, 0, -7, 0)
    if box.kind is BoxKind.VALUE:
        name = QRectF(inner.left(), inner.top() + 2, 24, inner.height() - 4)
        draw_in(painter, symbol_box(box.node), name, Letters(SMALL_SYMBOL, align=LEFT))
        inner.setLeft(inner.left() + 22)
    if picture.preparing:
        _paint_mark(painter, picture, box, QRectF(inner.right() - SIGN, inner.center().y() - SIGN / 2, SIGN, SIGN))
        inner.setRight(inner.right() - SIGN - 3)
    elif state in _SIGNS:
        token = {BoxState.RIGHT: "ok", BoxState.WRONG: "bad"}.get(state, "text2")
        draw_icon(painter, QRectF(inner.right() - SIGN, inner.top(), SIGN, inner.height()), _SIGNS[state], token)
        inner.setRight(inner.right() - SIGN - 3)
    _paint_content(painter, picture, box, inner)


def _paint_mark(painter: QPainter, picture: Picture, box: Box, rect: QRectF) -> None:
    """A box to tick: ticked where the learner fills it in."""
    asked = picture.is_asked(box)
    painter.setPen(pen("accent" if asked else "line2", 1.4))
    painter.setBrush(theme().color("accent" if asked else "panel"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if asked:
        draw_icon(painter, rect, "check", "onaccent")


def _paint_ground(painter: QPainter, picture: Picture, box: Box, rect: QRectF, state: BoxState) -> None:
    token, ground = token_of(box), f"{token_of(box)}bg"
    if picture.preparing:
        token, ground, state = ("accent", "panel", BoxState.OPEN) if picture.is_asked(box) else (token, ground, BoxState.GIVEN)
    elif state is BoxState.OPEN:
        token, ground = ("accent" if picture.ring == box else "text3" if picture.hover == box else "line2"), "panel"
    elif state is BoxState.WRONG:
        token, ground = "bad", "badbg"
    token = "line" if box in picture.locked and not picture.preparing else token
    dash = (3.0, 3.0) if state is BoxState.OPEN and picture.ring != box else None
    painter.setPen(pen(token, 2.0 if picture.ring == box else 1.5, dash=dash))
    painter.setBrush(theme().color(ground))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), BOX_CORNER, BOX_CORNER)


def _paint_content(painter: QPainter, picture: Picture, box: Box, rect: QRectF) -> None:
    """The number, what was typed, or the question mark."""
    entry = picture.entry(box)
    painter.setFont(mono(13))
    painter.setPen(theme().color("text"))
    align = MIDDLE | (Qt.AlignmentFlag.AlignRight if entry.state in _SIGNS or picture.preparing else Qt.AlignmentFlag.AlignHCenter)
    if entry.shows_value or picture.preparing:
        _paint_number(painter, value_of(picture, box), rect, align)
        return
    typed = picture.drafts.get(box) or (entry.text if entry.state is BoxState.WRONG else "")
    if not typed:
        painter.setPen(theme().color("line2" if box in picture.locked else "text3"))
    shown = painter.fontMetrics().elidedText(typed or "?", Qt.TextElideMode.ElideRight, int(rect.width()) + 1)
    painter.drawText(rect, align, shown)


def _paint_number(painter: QPainter, value: float, rect: QRectF, align: Qt.AlignmentFlag) -> None:
    """As many digits as there is room for beside the sign; smaller letters before fewer than three."""
    text = ""
    for pixels in LETTERS:
        painter.setFont(mono(pixels))
        letters = int((rect.width() + 1.0) / painter.fontMetrics().horizontalAdvance("0"))
        text = short(value, letters - (value < 0))
        if len(text) <= letters:
            break
    painter.drawText(rect, align | Qt.TextFlag.TextDontClip, text)


def value_of(picture: Picture, box: Box) -> float:
    """The right number of a box."""
    evaluation = picture.exercise.evaluation
    if box.kind is BoxKind.VALUE:
        return evaluation.values[box.node]
    return evaluation.locals[box.by, box.node] if box.kind is BoxKind.LOCAL else evaluation.totals[box.node]


def paint_ring(painter: QPainter, picture: Picture) -> None:
    """Where the keyboard is, when that is a variable or an operation."""
    if isinstance(picture.ring, str):
        painter.setPen(pen("accent", 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(picture.plan.nodes[picture.ring].adjusted(-4, -4, 4, 4), CORNER + 3, CORNER + 3)
