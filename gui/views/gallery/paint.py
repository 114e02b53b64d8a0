"""One frame of the gallery: tiles, bars and numbers of all neurons in sight, each kind of thing at once."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from gui.fields.numerals import Numerals
from gui.fields.paint import draw_icon, px
from gui.theme import theme
from gui.views.gallery.atlas import CORNER, Atlas
from gui.views.gallery.plan import BAR, BAR_TOP, BESIDE, FOLD, Numbers, Plan
from gui.views.gallery.words import short, translate
from gui.views.primitives import draw_lines
from nn.inside.views import Layer, Status

RING_AWAY, RING = 3.0, 2.5  # px
FADED = 0.22  # opacity of the picture of a neuron that is off
MARK = 20.0  # px of the power mark
ROW = 16.0  # px of a number beside a tile
DEAD, SATURATED = int(Status.DEAD), int(Status.SATURATED)  # an enum's member costs a microsecond, and there are hundreds of tiles
LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, eq=False)
class Frame:
    """All that a picture of the gallery is made of. ``top`` is how far it is scrolled; ``cursor`` is the keyboard's tile, or −1."""

    layer: Layer
    plan: Plan
    atlas: Atlas
    selected: frozenset[int]
    hovered: int
    lit: int
    cursor: int
    top: float
    ratio: float
    fold_text: str
    unfolded: bool
    fold_hovered: bool


def mark_rect(plan: Plan, place: int) -> QRectF:
    """The power mark of a tile: in its lower right corner."""
    x, y = plan.corners[place]
    side = px(MARK)
    return QRectF(x + plan.side - side, y + plan.side - side, side, side)


def paint_gallery(painter: QPainter, frame: Frame, places: Numbers) -> None:
    """Paint the tiles at ``places``. The painter is moved by the scroll already."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_bars(painter, frame, places)
    numbers = {token: Numerals(theme().mono(11), token) for token in ("text", "text2", "text3", "postxt", "negtxt")}
    bold = Numerals(theme().mono(11, bold=True), "text")
    for place in places:
        _paint_tile(painter, frame, int(place))
        _add_numbers(frame, int(place), numbers, bold)
    for written in (*numbers.values(), bold):
        written.paint(painter)
    for place in places:
        _paint_marks(painter, frame, int(place))


def _corner(frame: Frame, place: int) -> QPointF:
    """On a whole device pixel."""
    x, y = frame.plan.corners[place]
    return QPointF(round(x * frame.ratio) / frame.ratio, round((y - frame.top) * frame.ratio) / frame.ratio + frame.top)


def _rect(frame: Frame, place: int) -> QRectF:
    corner = _corner(frame, place)
    return QRectF(corner.x(), corner.y(), frame.plan.side, frame.plan.side)


# --- tiles ---


def _paint_tile(painter: QPainter, frame: Frame, place: int) -> None:
    neuron = int(frame.plan.neurons[place])
    layer = frame.layer
    if layer.off[neuron]:
        painter.setOpacity(FADED)
        frame.atlas.paint(painter, neuron, _corner(frame, place), frame.ratio)
        painter.setOpacity(1.0)
        _paint_off(painter, _rect(frame, place))
    elif layer.status[neuron] == DEAD:
        _paint_dead(painter, _rect(frame, place))
    else:
        frame.atlas.paint(painter, neuron, _corner(frame, place), frame.ratio)
        if layer.status[neuron] == SATURATED:
            paint_saturated(painter, _rect(frame, place).topLeft() + QPointF(px(3), px(3)))


def dashed_box(painter: QPainter, rect: QRectF) -> None:
    """The outline of what doesn't take part."""
    pen = QPen(theme().color("line2"), 1.5)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def strike(painter: QPainter, rect: QRectF) -> None:
    """The stroke through what is switched off."""
    painter.setPen(QPen(theme().color("text"), max(rect.width() / 20, 1.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    inset = rect.width() * 0.16
    painter.drawLine(rect.bottomLeft() + QPointF(inset, -inset), rect.topRight() + QPointF(-inset, inset))


def _paint_off(painter: QPainter, rect: QRectF) -> None:
    dashed_box(painter, rect)
    strike(painter, rect)


def _paint_dead(painter: QPainter, rect: QRectF) -> None:
    painter.setFont(theme().sans(11, bold=True))
    word = translate("Gallery", "dead")
    width = QFontMetricsF(painter.font()).horizontalAdvance(word)
    plate = QRectF(0, 0, min(width + px(8), rect.width() - 4), px(20))
    plate.moveCenter(rect.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("inset"))
    painter.drawRoundedRect(plate, 4, 4)
    dashed_box(painter, rect)
    painter.setPen(theme().color("text"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)


def paint_saturated(painter: QPainter, corner: QPointF) -> None:
    """A small curve that runs flat at its end."""
    side = px(14)
    box = QRectF(corner.x(), corner.y(), side, side)
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(theme().color("card"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(theme().color("text"), 1.5))
    steps = ((0.16, 0.78), (0.36, 0.70), (0.5, 0.30), (0.66, 0.24), (0.86, 0.24))
    painter.drawPolyline(QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in steps]))


# --- bars ---


def _paint_bars(painter: QPainter, frame: Frame, places: Numbers) -> None:
    """Each neuron's output for the input in view, as a share of the layer's largest: from the left, or from the middle with both signs."""
    if not len(places):
        return
    values = np.nan_to_num(frame.layer.values[frame.plan.neurons[places]].astype(np.float64))
    finite = frame.layer.values[np.isfinite(frame.layer.values)]
    if not finite.size:
        return
    most = float(np.abs(finite).max()) or 1.0
    both = float(finite.min()) < 0
    thick, side = px(BAR), frame.plan.side
    x = frame.plan.corners[places, 0] + thick / 2
    y = frame.plan.corners[places, 1] + side + px(BAR_TOP) + thick / 2
    length = side - thick
    start = x + length / 2 if both else x
    end = start + np.clip(values / most, -1.0, 1.0) * (length / 2 if both else length)
    _lines(painter, np.column_stack([x, y, x + length, y]), "line", thick)
    lit = (values != 0) & ~frame.layer.off[frame.plan.neurons[places]]
    _lines(painter, np.column_stack([start, y, end, y])[lit], "text", thick)


def _lines(painter: QPainter, lines: np.ndarray, token: str, thick: float) -> None:
    painter.setPen(QPen(theme().color(token), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    draw_lines(painter, lines)


# --- numbers ---


def _add_numbers(frame: Frame, place: int, numbers: dict[str, Numerals], bold: Numerals) -> None:
    """The neuron's number on top, what it adds in the middle, its output at the bottom."""
    layer, plan = frame.layer, frame.plan
    neuron = int(plan.neurons[place])
    x, y = plan.corners[place]
    left, row, align = x + plan.side + px(BESIDE), px(ROW), LEFT
    off = bool(layer.off[neuron])
    strong = neuron in frame.selected or neuron == frame.hovered
    name = numbers["text3"] if off else bold if strong else numbers["text2"]
    name.add(QRectF(left, y - 1, px(40), row), str(neuron + 1), align)
    lines = [(translate("Gallery", "off"), "text2")] if off else _lines_of(layer, neuron)
    for up, (text, token) in enumerate(reversed(lines)):
        numbers[token].add(QRectF(left, y + plan.side - row * (up + 1) + 1, px(40), row), text, align)


def _lines_of(layer: Layer, neuron: int) -> list[tuple[str, str]]:
    if layer.status[neuron] == DEAD:
        return [("–", "text3")]
    value, part = float(layer.values[neuron]), float(layer.contributions[neuron])
    lines = []
    if math.isfinite(part):
        lines.append((short(part, plus=True), "postxt" if part > 0 else "negtxt" if part < 0 else "text3"))
    if math.isfinite(value):
        lines.append((short(value), "text"))
    return lines


# --- marks ---


def _paint_marks(painter: QPainter, frame: Frame, place: int) -> None:
    neuron = int(frame.plan.neurons[place])
    rect = _rect(frame, place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if neuron in frame.selected:
        _ring(painter, rect, "accent", RING)
    elif neuron in (frame.hovered, frame.lit):
        _ring(painter, rect, "text3", 1.5)
    if neuron == frame.cursor:
        _ring(painter, rect, "accent", 1.5, away=RING_AWAY + 3, dashed=True)
    if frame.layer.off[neuron]:
        x, y = rect.right() + px(BESIDE), rect.top() + px(ROW) / 2
        painter.setPen(QPen(theme().color("text3"), 1))
        painter.drawLine(QLineF(x, y, x + QFontMetricsF(theme().mono(11)).horizontalAdvance(str(neuron + 1)), y))
    if neuron == frame.hovered:
        _paint_power(painter, mark_rect(frame.plan, place), off=bool(frame.layer.off[neuron]))


def _ring(painter: QPainter, rect: QRectF, token: str, width: float, *, away: float = RING_AWAY, dashed: bool = False) -> None:
    pen = QPen(theme().color(token), width)
    if dashed:
        pen.setDashPattern([2, 2])
    painter.setPen(pen)
    out = away - width / 2
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), CORNER + out, CORNER + out)


def _paint_power(painter: QPainter, rect: QRectF, *, off: bool) -> None:
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(theme().color("card"))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    inner = rect.adjusted(3, 3, -3, -3)
    draw_icon(painter, inner, "eye" if off else "eye-off", "text")


# --- the line ---


def paint_fold(painter: QPainter, frame: Frame, width: float) -> None:
    """A rule through which the words run, with an arrow that says where they go."""
    if frame.plan.fold is None:
        return
    rect = QRectF(0, frame.plan.fold, width, px(FOLD) - px(4))
    painter.setFont(theme().sans(12))
    metrics = QFontMetricsF(painter.font())
    room = width - px(80)
    text = metrics.elidedText(frame.fold_text, Qt.TextElideMode.ElideRight, room)
    length = metrics.horizontalAdvance(text) + px(24)
    left = (width - length) / 2
    painter.setPen(QPen(theme().color("line"), 1))
    middle = math.floor(rect.center().y()) + 0.5
    painter.drawLine(QLineF(0, middle, left - px(10), middle))
    painter.drawLine(QLineF(left + length + px(10), middle, width, middle))
    token = "text" if frame.fold_hovered else "text2"
    draw_icon(painter, QRectF(left, rect.top(), px(14), rect.height()), "chevron-up" if frame.unfolded else "chevron-down", token)
    painter.setPen(theme().color(token))
    painter.drawText(QRectF(left + px(22), rect.top(), length, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
