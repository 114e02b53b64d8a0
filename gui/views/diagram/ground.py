"""What stands still: the heads of the columns and the legend line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from gui.theme import theme
from gui.views.diagram.edges import pen, sign_colour
from gui.views.diagram.shading import UNIT_RANGE, colour_of
from nn.choices import Activation

HEADS = 55.0  # px, height of the heads' strip
LEGEND = 38.0  # px, height of the legend's strip with one row
ROW = 22.0
SIDE = 24.0
MARK, SPACE, RAMP = 28.0, 8.0, 96.0


class Face(NamedTuple):
    """A font by what it is asked for, ``pixels`` of the scene high."""

    pixels: float
    bold: bool = False
    mono: bool = False

    @property
    def font(self) -> QFont:
        return (mono if self.mono else sans)(self.pixels, bold=self.bold)


def sans(pixels: float, *, bold: bool = False) -> QFont:
    """The text face in scene px: the theme's projector scale is applied by the painter."""
    return _sans(pixels, bold, theme().scale)


def mono(pixels: float, *, bold: bool = False) -> QFont:
    """The number face in scene px."""
    return _mono(pixels, bold, theme().scale)


@lru_cache(maxsize=32)
def _sans(pixels: float, bold: bool, scale: float) -> QFont:
    return theme().sans(pixels / scale, bold=bold)


@lru_cache(maxsize=32)
def _mono(pixels: float, bold: bool, scale: float) -> QFont:
    return theme().mono(pixels / scale, bold=bold)


@dataclass(frozen=True)
class Head:
    """A column's head: centre ``x``, the room ``width`` that it may take, and two lines, each with its longest wording first."""

    x: float
    width: float
    title: tuple[str, ...]
    below: tuple[str, ...]


def paint_heads(painter: QPainter, heads: list[Head]) -> None:
    """Two centred lines per column, in the first wording that fits."""
    for font, token, y, which in ((sans(13.5, bold=True), "text", 12.0, "title"), (sans(12), "text3", 31.0, "below")):
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme().color(token))
        for one in heads:
            text = fitting(metrics, getattr(one, which), one.width)
            painter.drawText(QRectF(one.x - one.width / 2 - 2, y, one.width + 4, 20), Qt.AlignmentFlag.AlignCenter, text)


def fitting(metrics: QFontMetricsF, wordings: tuple[str, ...], room: float) -> str:
    """The first of ``wordings`` that is at most ``room`` px wide, else the last cut with an ellipsis."""
    whole = (words for words in wordings if metrics.horizontalAdvance(words) <= room)
    return next(whole, None) or metrics.elidedText(wordings[-1], Qt.TextElideMode.ElideMiddle, room)


def range_labels(activations: tuple[Activation, ...]) -> tuple[str, str]:
    """The ends of the output ramp: numbers where all layers share a range."""
    if all(activation in UNIT_RANGE for activation in activations):
        return "0", "1"
    if all(activation is Activation.TANH for activation in activations):
        return "\u22121", "1"
    return QCoreApplication.translate("NetworkDiagram", "low"), QCoreApplication.translate("NetworkDiagram", "high")


def end_font(end: str) -> QFont:
    """Numbers in the number face, words in the text face."""
    return sans(12) if end.isalpha() else mono(12)


@dataclass(frozen=True)
class Item:
    """A mark and its words. ``mark`` is "line" or "dot" (``negative`` by sign), "ramp" or "" for words alone; ``group`` 0 to 2."""

    mark: str
    text: str
    group: int
    negative: bool = False
    after: str = ""

    def width(self) -> float:
        metrics = QFontMetricsF(sans(12))
        words = metrics.horizontalAdvance(self.text)
        if self.mark == "ramp":
            low, high = self.after.split("\n")
            number = QFontMetricsF(end_font(low))
            return words + number.horizontalAdvance(low) + number.horizontalAdvance(high) + RAMP + 3 * SPACE
        return words + {"line": MARK + SPACE, "dot": 10 + SPACE}.get(self.mark, 0.0)


def legend_items(activations: tuple[Activation, ...], picture: bool) -> list[Item]:
    low, high = range_labels(activations)
    items = [
        Item("line", QCoreApplication.translate("NetworkDiagram", "positive"), 0),
        Item("line", QCoreApplication.translate("NetworkDiagram", "negative"), 0, negative=True),
        Item("", QCoreApplication.translate("NetworkDiagram", "width = |w|"), 0),
        Item("dot", QCoreApplication.translate("NetworkDiagram", "bias +"), 1),
        Item("dot", QCoreApplication.translate("NetworkDiagram", "bias \u2212"), 1, negative=True),
    ]
    output = QCoreApplication.translate("NetworkDiagram", "output, weight") if picture else QCoreApplication.translate("NetworkDiagram", "output")
    return [*items, Item("ramp", output, 2, after=f"{low}\n{high}")]


def legend_rows(items: list[Item], width: float) -> list[list[tuple[float, Item]]]:
    """Items with their x: one row of three groups where it fits, else filled row by row."""
    room = width - 2 * SIDE
    groups = [[item for item in items if item.group == number] for number in range(3)]
    lengths = [sum(item.width() for item in group) + SPACE * 1.5 * (len(group) - 1) for group in groups]
    if sum(lengths) + 2 * 24 <= room:
        right = width - SIDE - lengths[2]
        middle = (SIDE + lengths[0] + right - lengths[1]) / 2
        return [[pair for start, group in zip((SIDE, middle, right), groups, strict=True) for pair in _run(group, start)]]
    rows: list[list[tuple[float, Item]]] = [[]]
    x = SIDE
    for item in items:
        if rows[-1] and x + item.width() > width - SIDE:
            rows.append([])
            x = SIDE
        rows[-1].append((x, item))
        x += item.width() + 2 * SPACE
    return rows


def _run(group: list[Item], start: float) -> list[tuple[float, Item]]:
    found = []
    for item in group:
        found.append((start, item))
        start += item.width() + SPACE * 1.5
    return found


def legend_height(rows: int) -> float:
    return LEGEND + ROW * (rows - 1)


def paint_legend(painter: QPainter, rows: list[list[tuple[float, Item]]], height: float) -> None:
    """The legend at the bottom of a widget ``height`` high."""
    y = height - legend_height(len(rows)) + 14.0
    for row in rows:
        for x, item in row:
            _paint_item(painter, item, x, y)
        y += ROW


def _words(painter: QPainter, font: QFont, token: str, at: QPointF, text: str) -> float:
    """Write ``text`` from ``at`` on; where the next thing may start."""
    x, y = at.x(), at.y()
    painter.setFont(font)
    painter.setPen(theme().color(token))
    width = QFontMetricsF(font).horizontalAdvance(text)
    painter.drawText(QRectF(x, y - 11, width + 4, 22), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return x + width + SPACE


def _paint_item(painter: QPainter, item: Item, x: float, y: float) -> None:
    if item.mark == "ramp":
        _paint_ramp(painter, item, x, y)
        return
    if item.mark == "line":
        painter.setPen(pen(sign_colour(item.negative), 1.0, 3.0, item.negative))
        painter.drawLine(QPointF(x, y), QPointF(x + MARK, y))
        x += MARK + SPACE
    elif item.mark == "dot":
        paint_bias(painter, QPointF(x + 5, y), 3.6, item.negative)
        x += 10 + SPACE
    _words(painter, sans(12), "text2" if item.mark else "text3", QPointF(x, y), item.text)


def _paint_ramp(painter: QPainter, item: Item, x: float, y: float) -> None:
    low, high = item.after.split("\n")
    x = _words(painter, sans(12), "text2", QPointF(x, y), item.text)
    x = _words(painter, end_font(low), "text2", QPointF(x, y), low)
    gradient = QLinearGradient(x, 0, x + RAMP, 0)
    for step in range(13):
        gradient.setColorAt(step / 12, colour_of(step / 6 - 1))
    painter.setPen(QPen(theme().color("line2"), 0.8))
    painter.setBrush(gradient)
    painter.drawRoundedRect(QRectF(x, y - 4, RAMP, 8), 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _words(painter, end_font(high), "text2", QPointF(x + RAMP + SPACE, y), high)


def paint_bias(painter: QPainter, centre: QPointF, radius: float, negative: bool, zero: bool = False) -> None:
    """A bias: filled dot when positive, hollow ring when negative, small grey dot when 0; a rim of the ground around it."""
    panel = theme().color("panel")
    colour = theme().color("text3") if zero else sign_colour(negative)
    if negative:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(panel)
        painter.drawEllipse(centre, radius + 1.4, radius + 1.4)
        painter.setPen(QPen(colour, 1.7))
        painter.drawEllipse(centre, radius - 0.85, radius - 0.85)
    else:
        painter.setPen(QPen(panel, 1.4))
        painter.setBrush(colour)
        painter.drawEllipse(centre, radius + 0.7, radius + 0.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
