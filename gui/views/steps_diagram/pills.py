"""The painting of pills: weights on their edges, biases below their neurons, the learning rate; and the chips of factors."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.theme import theme
from gui.views.steps_diagram import symbols
from gui.views.steps_diagram.levels import PILL_GAP
from gui.views.steps_diagram.look import ACTIVE, DIM_PILL, HALO, HALO_OPACITY, LIT, factor, factor_ground, faint, mixed, pen
from gui.views.steps_diagram.numbers import breadth, characters
from gui.views.steps_diagram.pinning import Pinned
from gui.views.steps_diagram.places import RATE
from gui.views.steps_diagram.scene import Scene
from gui.views.steps_diagram.write import LEFT, RIGHT, write
from nn.replay.lights import Light
from nn.replay.step import Kind, Quantity

LEAST = 58.0  # width of a pill
DOT_LEAST, DOT_SPAN = 2.6, 1.6
DISC = 8.5  # radius of a chip's number
CHANGED_DASH = (3.0, 2.0)


class PillPainter:
    """Paints pills, bias dots and chips of a scene."""

    def __init__(self, painter: QPainter, scene: Scene) -> None:
        self._painter, self._scene, self._sizes = painter, scene, scene.plan.sizes

    def paint_ground(self) -> None:
        """All pills of the plan and the bias dots, as they are while they aren't lit."""
        for place, rect in self._scene.plan.pills.items():
            self.pill(place, rect, None)
        for place, rect in self._scene.plan.spots.items():
            self._dot(place, rect)
        rate = self._scene.plan.rect(RATE)
        if rate is not None:
            self.pill(RATE, rate, None)

    def paint_step(self) -> None:
        """The lit pills, those that are there because they are lit, and those that a lit arrow runs over."""
        plan, lit = self._scene.plan, self._scene.lit
        lines = [QLineF(*plan.by_edge[place].line) for place, _ in lit.weights() if place in plan.by_edge]
        for place, rect in plan.pills.items():
            light = lit.at(place)
            if light is not None or any(meets(line, rect) for line in lines):
                self.pill(place, rect, light)
        for place, rect in self._scene.asked_pills.items():
            self.pill(place, rect, lit.at(place))

    def pill(self, place: Quantity, room: QRectF, light: Light | None, *, near: bool = False) -> None:
        """One pill in the middle of ``room``, as wide as its text; ``near``: it is pointed at, so not dimmed."""
        reading, name, text = self._scene.read(place), self._scene.name(place), pill_text(self._scene, place, room)
        rect = pill_rect(self._scene, place, room)
        bright = light is not None or near or not self._scene.lit
        self._ground(rect, light, bright=bright, changed=reading.before is not None)
        self._painter.setPen(theme().color("text" if bright else "text2"))
        size = self._sizes.edge
        symbol, number = symbols.width(name, size), breadth(len(text), size)
        start = rect.center().x() - (symbol + PILL_GAP + number) / 2
        symbols.draw(self._painter, QRectF(start, rect.top(), symbol, rect.height()), name, size, LEFT)
        write(self._painter, QRectF(start + symbol + PILL_GAP, rect.top(), number + 2, rect.height()), text, size, LEFT, bold=reading.fresh)

    def _ground(self, rect: QRectF, light: Light | None, *, bright: bool, changed: bool) -> None:
        """The pill's shape; once its parameter has changed, with a violet outline of dashes, until the iteration ends."""
        radius = rect.height() / 2
        coloured = light is not None and bool(light.number or light.active)
        token = factor(light.number) if light is not None and coloured else "accent" if changed else "text2" if light is not None else "line2"
        if light is not None and light.active:
            self._painter.setPen(pen(faint(token, HALO_OPACITY), HALO))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(rect, radius, radius)
        width = (ACTIVE if light is not None and light.active else LIT) if coloured else 1.5 if light is not None or changed else 1.0
        outline = QPen(mixed(token, 1.0 if bright or changed else DIM_PILL), width)
        if changed and not coloured:
            outline = pen(theme().color(token), width, dash=CHANGED_DASH)
        self._painter.setPen(outline)
        self._painter.setBrush(
            theme().color(factor_ground(light.number)) if light is not None and coloured else mixed("node", 0.5 if not bright else 0.8)
        )
        self._painter.drawRoundedRect(rect, radius, radius)

    def _dot(self, place: Quantity, spot: QRectF) -> None:
        """A bias without a pill: + filled, − a hollow ring, larger the larger it is."""
        value = self._scene.read(place).value or 0.0
        token = "neg" if value < 0 else "pos"
        size = DOT_LEAST + DOT_SPAN * min(1.0, abs(value)) if math.isfinite(value) else DOT_LEAST
        self._painter.setPen(QPen(theme().color(token), 1.5))
        self._painter.setBrush(theme().color(token if value >= 0 else "panel"))
        self._painter.drawEllipse(spot.center(), size, size)

    # Chips

    def chips(self) -> None:
        """The factors' values with their numbers, each with a dotted line to what it belongs to."""
        for pin in self._scene.pinned:
            self._pin_line(pin)
        for pin in self._scene.pinned:
            self._chip(pin)

    def _pin_line(self, pin: Pinned) -> None:
        self._painter.setPen(pen(theme().color(factor(pin.chip.number)), 1.4, dash=(2.0, 3.0)))
        self._painter.drawLine(*pin.line)

    def _chip(self, pin: Pinned) -> None:
        token, rect = factor(pin.chip.number), pin.rect
        radius = rect.height() / 2
        if pin.chip.active:
            self._painter.setPen(pen(faint(token, HALO_OPACITY), 6.0))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(rect, radius, radius)
        self._painter.setPen(QPen(theme().color(token), 1.5))
        self._painter.setBrush(theme().color(factor_ground(pin.chip.number)))
        self._painter.drawRoundedRect(rect, radius, radius)
        disc = QPointF(rect.left() + radius + 1, rect.center().y())
        if pin.chip.number:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(theme().color(token))
            self._painter.drawEllipse(disc, DISC, DISC)
            self._painter.setPen(theme().color("bg" if theme().is_dark else "panel"))
            write(self._painter, QRectF(disc.x() - DISC, disc.y() - DISC, 2 * DISC, 2 * DISC), str(pin.chip.number), 11, number=False, bold=True)
        self._painter.setPen(theme().color(token))
        room = rect.adjusted(2 * radius, 0, -10, 0)
        write(self._painter, room, self._scene.chip_text(pin.chip), self._sizes.edge, RIGHT, bold=pin.chip.active)


def meets(line: QLineF, rect: QRectF) -> bool:
    """Whether a line runs through a rectangle."""
    if max(line.x1(), line.x2()) < rect.left() or min(line.x1(), line.x2()) > rect.right():
        return False
    if rect.contains(line.p1()) or rect.contains(line.p2()):
        return True
    diagonals = (QLineF(rect.topLeft(), rect.bottomRight()), QLineF(rect.topRight(), rect.bottomLeft()))
    return any(line.intersects(other)[0] == QLineF.IntersectionType.BoundedIntersection for other in diagonals)


def pill_text(scene: Scene, place: Quantity, room: QRectF) -> str:
    """The number of a parameter, or of the learning rate, as it fits into ``room``."""
    sizes = scene.plan.sizes
    digits = scene.digits if place.kind is Kind.RATE else scene.plan.pill_digits
    left = room.width() - symbols.width(scene.name(place), sizes.edge) - PILL_GAP - sizes.pill_pad
    return scene.text(place, characters(left, sizes.edge), digits)


def pill_rect(scene: Scene, place: Quantity, room: QRectF) -> QRectF:
    """The pill itself, in the middle of ``room``."""
    sizes = scene.plan.sizes
    text = breadth(len(pill_text(scene, place, room)), sizes.edge)
    width = min(room.width(), max(LEAST, symbols.width(scene.name(place), sizes.edge) + text + PILL_GAP + 2 * sizes.pill_pad))
    return QRectF(room.center().x() - width / 2, room.top(), width, room.height())
