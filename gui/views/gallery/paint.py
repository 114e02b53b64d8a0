"""One frame of the gallery: the tiles in sight are copied in one piece, then what is special about some of them is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from gui.fields.numerals import Numerals
from gui.fields.paint import draw_icon, px
from gui.theme import theme
from gui.views.gallery.laying import CORNER
from gui.views.gallery.plan import BAR, BAR_TOP, BESIDE, FOLD, ROW, TEXT, Numbers, Plan
from gui.views.gallery.words import translate
from gui.views.sheet import Sheet
from nn.inside.views import Layer, Status

RING_AWAY, RING = 3.0, 2.5  # px
MARK = 20.0  # px of the power mark
MARGIN = 1.0  # px around the picture of a dead neuron, and around the mark of a saturated one
SATURATED_SIDE = 14.0  # px of that mark
NOTHING = "–"  # what a dead neuron puts out
DEAD, SATURATED = int(Status.DEAD), int(Status.SATURATED)  # an enum's member costs a microsecond, and there are hundreds of tiles


@dataclass(frozen=True, eq=False)
class Frame:
    """All that a picture of the gallery is made of. ``top`` is how far it is scrolled; ``cursor`` is the keyboard's tile, or −1."""

    layer: Layer
    plan: Plan
    board: Sheet
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


@dataclass(frozen=True, slots=True)
class _Tile:
    """One neuron in sight; ``x`` and ``y`` lie on whole device pixels."""

    neuron: int
    place: int
    x: float
    y: float
    off: bool
    status: int

    def rect(self, side: float) -> QRectF:
        return QRectF(self.x, self.y, side, side)


def paint_gallery(painter: QPainter, frame: Frame, places: Numbers) -> None:
    """Paint what is in sight, of which the tiles at ``places`` are touched."""
    painter.drawImage(QPointF(0, 0), frame.board.image)
    painter.translate(0, -frame.top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tiles = _special(frame, places)
    dead = dead_image(translate("Gallery", "dead"), frame.plan.side, frame.ratio, theme().name, theme().scale)
    saturated = saturated_image(frame.ratio, theme().name, theme().scale)
    for tile in tiles:
        _paint_tile(painter, frame, tile, dead, saturated)
    looked_at = _looked_at(frame)
    silent = Numerals(theme().mono(11), "text2")
    for tile in tiles:
        if tile.off or tile.neuron in looked_at:
            _paint_words(painter, frame, tile)
            _paint_marks(painter, frame, tile)
        elif tile.status == DEAD:
            number, below = _places_beside(frame, tile)
            silent.add(number, str(tile.neuron + 1), Qt.AlignmentFlag.AlignLeft)
            silent.add(below, NOTHING, Qt.AlignmentFlag.AlignLeft)
    silent.paint(painter)


def _looked_at(frame: Frame) -> frozenset[int]:
    return frame.selected | {frame.hovered, frame.lit, frame.cursor}


def _special(frame: Frame, places: Numbers) -> list[_Tile]:
    """The tiles that more is drawn on than the board has."""
    neurons = frame.plan.neurons[places]
    off, status = frame.layer.off[neurons], frame.layer.status[neurons]
    marked = np.zeros(len(frame.layer.off) + 1, dtype=np.bool_)  # −1, for none, is the last
    marked[list(_looked_at(frame))] = True
    which = off | (status == DEAD) | (status == SATURATED) | marked[neurons]
    corners = frame.plan.corners[places[which]]
    x = np.round(corners[:, 0] * frame.ratio) / frame.ratio
    y = np.round((corners[:, 1] - frame.top) * frame.ratio) / frame.ratio + frame.top
    columns = (neurons[which], places[which], x, y, off[which], status[which])
    return [_Tile(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


# --- tiles ---


def _paint_tile(painter: QPainter, frame: Frame, tile: _Tile, dead: QImage, saturated: QImage) -> None:
    if tile.off:
        _paint_off(painter, tile.rect(frame.plan.side))
    elif tile.status == DEAD:
        painter.drawImage(QPointF(tile.x - MARGIN, tile.y - MARGIN), dead)
        track = QRectF(tile.x, tile.y + frame.plan.side + px(BAR_TOP), frame.plan.side, px(BAR))
        painter.fillRect(track, theme().color("line"))
    elif tile.status == SATURATED:
        painter.drawImage(QPointF(tile.x + px(3) - MARGIN, tile.y + px(3) - MARGIN), saturated)


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


@lru_cache(maxsize=8)
def dead_image(word: str, side: float, ratio: float, _theme: str, _scale: float) -> QImage:
    """The tile of a dead neuron, ``side`` px with a margin around it: drawn once for all of them in a theme and a size."""
    image = _empty(side, ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_dead(painter, QRectF(MARGIN, MARGIN, side, side), word)
    painter.end()
    return image


@lru_cache(maxsize=8)
def saturated_image(ratio: float, _theme: str, _scale: float) -> QImage:
    """The mark of a saturated neuron with a margin around it, drawn once."""
    image = _empty(px(SATURATED_SIDE), ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_saturated(painter, QPointF(MARGIN, MARGIN))
    painter.end()
    return image


def _empty(side: float, ratio: float) -> QImage:
    """A picture ``side`` px large with a margin around it."""
    pixels = math.ceil((side + 2 * MARGIN) * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _paint_dead(painter: QPainter, rect: QRectF, word: str) -> None:
    painter.setFont(theme().sans(11, bold=True))
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
    side = px(SATURATED_SIDE)
    box = QRectF(corner.x(), corner.y(), side, side)
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(theme().color("card"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QPen(theme().color("text"), 1.5))
    steps = ((0.16, 0.78), (0.36, 0.70), (0.5, 0.30), (0.66, 0.24), (0.86, 0.24))
    painter.drawPolyline(QPolygonF([QPointF(box.left() + x * side, box.top() + y * side) for x, y in steps]))


# --- numbers ---


def _paint_words(painter: QPainter, frame: Frame, tile: _Tile) -> None:
    """What the board has no signs for: beside neurons that are off or dead, and the bold number of those that are looked at."""
    number, below = _places_beside(frame, tile)
    strong = tile.neuron in frame.selected or tile.neuron == frame.hovered
    silent = tile.off or tile.status == DEAD
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    if strong or silent:
        painter.setFont(theme().mono(11, bold=strong and not tile.off))
        painter.setPen(theme().color("text3" if tile.off else "text" if strong else "text2"))
        painter.drawText(number, align, str(tile.neuron + 1))
    if silent:
        painter.setFont(theme().mono(11))
        painter.setPen(theme().color("text2"))
        painter.drawText(below, align, translate("Gallery", "off") if tile.off else NOTHING)


def _places_beside(frame: Frame, tile: _Tile) -> tuple[QRectF, QRectF]:
    """Where a neuron's number stands, and what it puts out."""
    left, row = tile.x + frame.plan.side + px(BESIDE), px(ROW)
    return QRectF(left, tile.y - 1, px(TEXT), row), QRectF(left, tile.y + frame.plan.side - row + 1, px(TEXT), row)


# --- marks ---


def _paint_marks(painter: QPainter, frame: Frame, tile: _Tile) -> None:
    neuron, rect = tile.neuron, tile.rect(frame.plan.side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if neuron in frame.selected:
        _ring(painter, rect, "accent", RING)
    elif neuron in (frame.hovered, frame.lit):
        _ring(painter, rect, "text3", 1.5)
    if neuron == frame.cursor:
        _ring(painter, rect, "accent", 1.5, away=RING_AWAY + 3, dashed=True)
    if tile.off:
        x, y = rect.right() + px(BESIDE), rect.top() + px(ROW) / 2
        painter.setPen(QPen(theme().color("text3"), 1))
        painter.drawLine(QLineF(x, y, x + QFontMetricsF(theme().mono(11)).horizontalAdvance(str(neuron + 1)), y))
    if neuron == frame.hovered:
        _paint_power(painter, mark_rect(frame.plan, tile.place), off=tile.off)


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
