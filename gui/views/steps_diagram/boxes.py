"""The painting of boxes: inputs, neurons with net and out, errors, the total."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.theme import theme
from gui.views.steps_diagram import symbols
from gui.views.steps_diagram.layer_plan import TITLE
from gui.views.steps_diagram.levels import LINE_LEAST, Level
from gui.views.steps_diagram.look import ACTIVE, DIM_NODE, HALO, HALO_OPACITY, LIT, advance, factor, factor_ground, faint, mixed, pen
from gui.views.steps_diagram.numbers import breadth, characters
from gui.views.steps_diagram.places import LAYERS
from gui.views.steps_diagram.plan import Box, Cell, Shape
from gui.views.steps_diagram.scene import Scene, name_rect
from gui.views.steps_diagram.words import layer_title
from gui.views.steps_diagram.write import CENTRE, LEFT, RIGHT, write
from nn.replay.expression import Name
from nn.replay.lights import Light
from nn.replay.step import Kind, Quantity

SMALL_TEXT = 11.0
AIR = 4.0  # px beside a centred number


_BY_SYMBOL = frozenset({Kind.ERROR, Kind.TOTAL, Kind.MEAN_ERROR}) | LAYERS


class BoxPainter:
    """Paints all boxes of a scene."""

    def __init__(self, painter: QPainter, scene: Scene) -> None:
        self._painter, self._scene = painter, scene
        self._plain = not scene.lit
        self._sizes = scene.plan.sizes
        self._letters = self._values = True  # what is written

    def paint_ground(self) -> None:
        """All boxes as they are while they aren't lit, without their numbers."""
        self._values = False
        for box in self._boxes():
            self._paint(box, [None] * len(box.cells))
        self._values = True

    def paint_step(self) -> None:
        """What differs from step to step: the numbers, and the lit boxes as a whole."""
        for box in self._boxes():
            lights = [self._light(box, cell) for cell in self._cells(box)]
            self._letters = any(light is not None for light in lights)
            if self._letters:
                self._paint(box, lights)
            else:
                for cell in self._cells(box):
                    self._words(box, cell, None)
            if box.shape is Shape.NEURON and box.neuron is not None and self._scene.is_off(box.neuron):
                self._strike(box.rect)
        self._letters = True

    def _boxes(self) -> list[Box]:
        return [box for box in self._scene.plan.boxes if box.shape is not Shape.RATE]

    def _cells(self, box: Box) -> tuple[Cell, ...]:
        """A box's cells; one line tells about net as long as that is what shines. The ground stays for all steps: it tells of none."""
        if self._values and box.shape is Shape.NEURON and box.level is Level.LINE:
            return (box.cells[0]._replace(place=line_place(self._scene, box.cells[0].place)),)
        return box.cells

    def _light(self, box: Box, cell: Cell) -> Light | None:
        """A cell's light. A row of a whole layer that isn't there yet stays dark, as the new weights while the old ones are at work."""
        reading = self._scene.read(cell.place)
        return None if box.shape is Shape.LAYER and reading.value is None and not reading.fresh else self._scene.lit.at(cell.place)

    def _paint(self, box: Box, lights: list[Light | None]) -> None:
        cells = self._cells(box)
        off = box.shape is Shape.NEURON and box.neuron is not None and self._scene.is_off(box.neuron)
        self._ground(box, cells, lights, off=off)
        for cell, light in zip(cells, lights, strict=True):
            self._words(box, cell, light)
        self._name(box, cells[0].place if cells else None, any(light is not None for light in lights))

    # Ground and outline

    def _ground(self, box: Box, cells: tuple[Cell, ...], lights: list[Light | None], *, off: bool) -> None:
        first = lights[0] if lights else None
        whole = first is not None and all(light is not None and (light.number, light.active) == (first.number, first.active) for light in lights)
        if whole and first is not None:
            self._lit(box.rect, box, first)
        else:
            self._unlit(box, off=off)
        self._dividers(box, None if not whole else first)
        if not whole:
            for cell, light in sorted(zip(cells, lights, strict=True), key=lambda pair: pair[1] is not None and pair[1].active):
                if light is not None:
                    self._lit(cell.rect, box, light)

    def _unlit(self, box: Box, *, off: bool) -> None:
        share = 1.0 if self._plain else DIM_NODE
        outline = QPen(mixed("line2", share), 1.0)
        if off:
            outline = pen(theme().color("text3"), 1.5, dash=(3.0, 3.0))
        self._painter.setPen(outline)
        self._painter.setBrush(mixed("node", 0.25 if off else share))
        self._painter.drawRoundedRect(box.rect, radius(box), radius(box))

    def _lit(self, rect: QRectF, box: Box, light: Light) -> None:
        """A box or one of its cells in its factor's colour; the active one with a halo."""
        coloured = light.number or light.active
        token = factor(light.number) if coloured else "text2"
        shape = _rounded(rect, box.rect, radius(box))
        if light.active:
            self._painter.setPen(pen(faint(token, HALO_OPACITY), 2 * HALO - 2))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawPath(shape)
        self._painter.setPen(QPen(theme().color(token), ACTIVE if light.active else LIT if coloured else 1.5))
        self._painter.setBrush(theme().color(factor_ground(light.number) if coloured else "node"))
        self._painter.drawPath(shape)

    def _dividers(self, box: Box, light: Light | None) -> None:
        token, share = ("line2", 0.6) if light is None or not (light.number or light.active) else (factor(light.number), 0.6)
        self._painter.setPen(QPen(mixed(token, share), 1.0))
        for cell in box.cells[1:]:
            across = cell.rect.left() > box.cells[0].rect.left()
            ends = (cell.rect.topLeft(), cell.rect.bottomLeft()) if across else (cell.rect.topLeft(), cell.rect.topRight())
            self._painter.drawLine(*ends)

    def _strike(self, rect: QRectF) -> None:
        strike = QPen(theme().color("text"), 2.5)
        strike.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(strike)
        self._painter.drawLine(QPointF(rect.left() + 3, rect.bottom() - 3), QPointF(rect.right() - 3, rect.top() + 3))

    # Words

    def _color(self, light: Light | None, *, label: bool = False) -> QColor:
        if light is not None or self._plain:
            return theme().color("text2" if label else "text")
        return theme().color("text3" if label else "text2")

    def _words(self, box: Box, cell: Cell, light: Light | None) -> None:
        fresh = self._scene.read(cell.place).fresh
        if box.shape is Shape.INPUT:
            self._input(box, cell, light)
        elif box.shape is Shape.TOTAL and len(box.cells) == 1:
            upper, lower = _halves(cell.rect)
            self._symbol(upper, cell.place, self._sizes.cell, light, CENTRE)
            self._value(lower, cell.place, self._sizes.cell, light, CENTRE, fresh=fresh)
        elif box.shape is Shape.NEURON and box.level is Level.SIDE:
            self._label(QRectF(cell.rect.left(), cell.rect.top() + 7, cell.rect.width(), 18), cell.place, light, CENTRE)
            self._value(
                QRectF(cell.rect.left(), cell.rect.bottom() - 29, cell.rect.width(), 22), cell.place, self._sizes.cell, light, CENTRE, fresh=fresh
            )
        else:
            self._row(box, cell, light, fresh=fresh)

    def _line_size(self, box: Box) -> float:
        return SMALL_TEXT if box.rect.height() < LINE_LEAST + 3 else self._sizes.edge

    def _input(self, box: Box, cell: Cell, light: Light | None) -> None:
        if box.level is Level.LINE:
            self._symbol(cell.rect.adjusted(self._sizes.pad, 0, 0, 0), cell.place, self._line_size(box), light, LEFT)
            self._value(cell.rect.adjusted(0, 0, -self._sizes.pad, 0), cell.place, self._line_size(box), light, RIGHT, taken=22)
            return
        upper, lower = _halves(cell.rect)
        self._symbol(upper, cell.place, self._sizes.cell, light, CENTRE)
        self._value(lower, cell.place, self._sizes.cell, light, CENTRE, taken=2 * AIR)

    def _row(self, box: Box, cell: Cell, light: Light | None, *, fresh: bool) -> None:
        """A label at the left and the number at the right, or the number alone where the column's head says what it is."""
        inner = cell.rect.adjusted(self._sizes.pad, 0, -self._sizes.pad, 0)
        size = self._sizes.cell if box.level <= Level.STACKED else self._sizes.edge
        taken = 0.0
        if box.level is Level.LINE:
            size, taken = self._line_size(box), 22.0 if box.shape is Shape.NEURON else 0.0
        elif cell.place.kind in _BY_SYMBOL:
            taken = self._symbol(inner, cell.place, self._sizes.cell, light, LEFT)
        else:
            taken = self._label(inner, cell.place, light, LEFT)
        if box.level is Level.LINE and box.shape is Shape.TOTAL:
            taken = self._symbol(inner, cell.place, self._sizes.edge, light, LEFT)
        self._value(inner, cell.place, size, light, RIGHT, taken=taken + 3, fresh=fresh)

    def _label(self, rect: QRectF, place: Quantity, light: Light | None, align: Qt.AlignmentFlag) -> float:
        """net, out or target, in the walk's naming."""
        name = self._scene.name(place)
        text = name.base if isinstance(name, Name) else ""
        if not self._letters:
            return advance(text, self._sizes.edge)
        self._painter.setPen(self._color(light, label=True))
        return write(self._painter, rect, text, self._sizes.edge, align, number=False)

    def _symbol(self, rect: QRectF, place: Quantity, size: float, light: Light | None, align: Qt.AlignmentFlag) -> float:
        name = self._scene.name(place)
        if self._letters:
            self._painter.setPen(self._color(light))
            symbols.draw(self._painter, rect, name, size, align)
        return symbols.width(name, size)

    def _value(
        self, rect: QRectF, place: Quantity, size: float, light: Light | None, align: Qt.AlignmentFlag, *, taken: float = 0.0, fresh: bool = False
    ) -> None:
        if not self._values:
            return
        text = self._scene.text(place, characters(rect.width() - taken - 2, size))
        while size > SMALL_TEXT and breadth(len(text), size) > rect.width() - taken:
            size -= 1
        self._painter.setPen(self._color(light))
        write(self._painter, rect, text, size, align, bold=fresh)

    def _name(self, box: Box, place: Quantity | None, lit: bool) -> None:
        """The neuron's name above the box or at its left; there, net's symbol while it is net's number."""
        if box.shape is Shape.LAYER and box.neuron is not None:
            title = QRectF(box.rect.left(), box.rect.top(), box.rect.width(), TITLE if box.cells else box.rect.height())
            self._painter.setPen(theme().color("text" if lit or self._plain else "text2"))
            words = layer_title(box.neuron.layer, self._scene.scheme.architecture.widths[box.neuron.layer])
            write(self._painter, title, words, 12.5, number=False, bold=True)
        if box.shape is not Shape.NEURON or box.neuron is None:
            return
        name = symbols.neuron_symbol(box.neuron, self._scene.scheme)
        self._painter.setPen(theme().color("text" if lit or self._plain else "text2"))
        if box.level <= Level.STACKED:
            symbols.draw(self._painter, name_rect(box), name, 14)
            return
        size = self._line_size(box) if box.level is Level.LINE else self._sizes.cell
        shown = self._scene.name(place) if place is not None and place.kind is Kind.NET and box.level is Level.LINE else name
        symbols.draw(self._painter, box.rect.adjusted(self._sizes.pad - 1, 0, 0, 0), shown, size, LEFT)


def line_place(scene: Scene, out: Quantity) -> Quantity:
    """What a neuron on one line shows: net where that shines and out doesn't, or is looked at; else out."""
    net = out._replace(kind=Kind.NET)
    light, other = scene.lit.at(net), scene.lit.at(out)
    return net if light is not None and (other is None or scene.moment.read(net).fresh) else out


def radius(box: Box) -> float:
    """Of a box's corners."""
    return min(10.0, box.rect.height() * 0.3)


def _halves(rect: QRectF) -> tuple[QRectF, QRectF]:
    middle = rect.center().y()
    return QRectF(rect.left(), middle - 21, rect.width(), 20), QRectF(rect.left(), middle, rect.width(), 20)


def _rounded(rect: QRectF, whole: QRectF, corner: float) -> QPainterPath:
    """``rect`` with round corners where they are ``whole``'s."""
    outer = QPainterPath()
    outer.addRoundedRect(whole, corner, corner)
    if rect == whole:
        return outer
    part = QPainterPath()
    part.addRect(rect)
    return outer.intersected(part)
