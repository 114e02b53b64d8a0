"""A waterfall's bars, their numbers and names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.fields.numerals import Numerals
from gui.fields.paint import hatch, px
from gui.format import number, signed
from gui.theme import theme
from gui.views.waterfall.steps import Step

LABEL, FOOT = 18, 26  # px: the number over the highest bar, the names under the bars
BAR, WIDEST = 0.64, 40  # of the pitch, px
LEAST_BAR = 1.5  # px high


@dataclass(frozen=True)
class Scene:
    """Bars in ``frame``, the place for the bars alone. ``lit`` neurons have a ring, ``selected`` ones a ground under their names."""

    steps: tuple[Step, ...]
    frame: QRectF
    selected: frozenset[int]
    lit: frozenset[int]

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The sums at the bottom and the top of the frame."""
        ends = [value for step in self.steps for value in (step.start, step.end) if math.isfinite(value)]
        low, high = min([*ends, 0.0]), max([*ends, 0.0])
        return (low, high) if high > low else (0.0, 1.0)

    def y(self, value: float) -> float:
        low, high = self.reach
        inside = value if math.isfinite(value) else 0.0
        return self.frame.bottom() - (inside - low) / (high - low) * self.frame.height()

    def slot(self, place: int) -> QRectF:
        """The column of a bar with its number and name."""
        pitch = self.frame.width() / max(len(self.steps), 1)
        return QRectF(self.frame.left() + place * pitch, self.frame.top() - px(LABEL), pitch, self.frame.height() + px(LABEL + FOOT))

    def bar(self, place: int) -> QRectF:
        step, slot = self.steps[place], self.slot(place)
        top, bottom = sorted((self.y(step.start), self.y(step.end)))
        width = min(slot.width() * BAR, px(WIDEST))
        return QRectF(slot.center().x() - width / 2, top, width, max(bottom - top, LEAST_BAR))

    def at(self, point: QPointF) -> Step | None:
        """The step whose column is at a point."""
        return next((step for place, step in enumerate(self.steps) if self.slot(place).contains(point)), None)


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Ground, bars with lines between them, numbers, names."""
    ground = round(scene.y(0.0)) + 0.5
    line = QPen(theme().color("line2"), 1)
    painter.setPen(line)
    painter.drawLine(QLineF(scene.frame.left(), ground, scene.frame.right(), ground))
    bars = [scene.bar(place) for place in range(len(scene.steps))]
    levels = [scene.y(step.end) for step in scene.steps]
    painter.drawLines([QLineF(one.right(), level, next_.left(), level) for one, next_, level in zip(bars, bars[1:], levels, strict=False)])
    for step, bar in zip(scene.steps, bars, strict=True):
        _paint_bar(painter, step, bar, lit=step.neuron in scene.lit)
    texts = {token: Numerals(theme().mono(11), token) for token in ("text", "postxt", "negtxt")}
    for place, (step, bar) in enumerate(zip(scene.steps, bars, strict=True)):
        text, token = _number(step, last=place == len(scene.steps) - 1)
        slot = scene.slot(place)
        texts[token].add(QRectF(slot.left() - px(4), bar.top() - px(LABEL) - 1, slot.width() + px(8), px(16)), text)
    names = {token: Numerals(theme().mono(11), token) for token in ("text", "text2")}
    for place in range(len(scene.steps)):
        _paint_name(painter, scene, place, names)
    for written in (*texts.values(), *names.values()):
        written.paint(painter)


def _number(step: Step, *, last: bool) -> tuple[str, str]:
    """What stands over a bar, and its colour."""
    if last:
        return number(step.end, 2), "text"
    change = round(step.change, 2)
    return signed(change, 2), "text" if step.whole else "negtxt" if change < 0 else "postxt"


def _paint_bar(painter: QPainter, step: Step, bar: QRectF, *, lit: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    negative = not step.whole and step.change < 0
    color = theme().color("text2" if step.whole else "neg" if negative else "pos")
    painter.setBrush(color)
    if negative:  # the sign is in the hatching too
        painter.setOpacity(0.3)
        painter.drawRoundedRect(bar, 2, 2)
        painter.setOpacity(1.0)
        painter.setBrush(hatch(color))
        painter.setPen(QPen(color, 1))
    painter.drawRoundedRect(bar, 2, 2)
    if lit:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("text"), 1.5))
        painter.drawRoundedRect(bar.adjusted(-3, -3, 3, 3), 4, 4)


def _paint_name(painter: QPainter, scene: Scene, place: int, names: dict[str, Numerals]) -> None:
    """The name under a bar; a neuron's plain one is added to ``names``, by its colour."""
    step, slot = scene.steps[place], scene.slot(place)
    row = QRectF(slot.left() + 1, scene.frame.bottom() + px(8), slot.width() - 2, px(20))
    chosen = step.neuron in scene.selected
    if chosen:
        plate = QRectF(0, 0, min(row.width(), px(44)), row.height())
        plate.moveCenter(row.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accentbg"))
        painter.drawRoundedRect(plate, 6, 6)
    strong = chosen or (step.whole and place > 0)
    token = "text" if strong or step.neuron in scene.lit else "text2"
    beyond = px(4 if step.neuron >= 0 else 9)  # "4 084 more" stands between short numbers
    room = row.adjusted(-beyond, 0, beyond, 0)
    if step.neuron >= 0 and not strong and step.name.isdigit():  # a number, which always fits
        names[token].add(room, step.name)
        return
    painter.setFont(theme().mono(11, bold=strong) if step.neuron >= 0 else theme().sans(11, bold=strong))
    painter.setPen(theme().color(token))
    metrics = QFontMetricsF(painter.font())
    fits = metrics.horizontalAdvance(step.name) <= room.width()
    known = step.name if fits or step.neuron < 0 else step.name.rsplit(" ", 1)[-1]  # of "pixel 6,3" the last word says all
    name = metrics.elidedText(known, Qt.TextElideMode.ElideRight, row.width() if step.neuron >= 0 else room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
