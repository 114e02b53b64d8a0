"""How the optimizers of a race are told apart: each has a line, a shape and a colour, on the map, in the plots and in the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from gui.theme import MAP_TAG, theme
from nn.choices import OptimizerKind


class Shape(Enum):
    CIRCLE = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()
    DOWN = auto()  # a triangle that stands on its tip
    CROSS = auto()
    BAR = auto()
    HEXAGON = auto()


@dataclass(frozen=True)
class Look:
    """``index`` of the theme's colour; ``dash`` in px, empty for a solid line."""

    index: int
    shape: Shape
    dash: tuple[float, ...] = ()

    def color(self, *, on_map: bool = False) -> QColor:
        return theme().runner_color(self.index, on_map=on_map)


LOOKS = (
    Look(0, Shape.CIRCLE),
    Look(1, Shape.SQUARE, (9.0, 4.0)),
    Look(2, Shape.TRIANGLE, (2.5, 4.0)),
    Look(3, Shape.DIAMOND, (9.0, 3.5, 2.5, 3.5)),
    Look(4, Shape.DOWN, (14.0, 4.0)),
    Look(5, Shape.HEXAGON, (5.0, 3.0)),
    Look(6, Shape.BAR, (9.0, 3.0, 2.5, 3.0, 2.5, 3.0)),
    Look(7, Shape.CROSS, (2.0, 2.5)),
)
_OWN = {
    kind: place
    for place, kind in enumerate((OptimizerKind.SGD, OptimizerKind.MOMENTUM, OptimizerKind.RMSPROP, OptimizerKind.ADAM, OptimizerKind.NESTEROV))
}


def looks_for(kinds: Sequence[OptimizerKind]) -> tuple[Look, ...]:
    """A look for each runner, all different: the first one of a kind has its kind's, further ones take what is free."""
    chosen: list[int | None] = []
    for kind in kinds:
        own = _OWN[kind]
        chosen.append(own if own not in chosen else None)
    free = [place for place in (*range(5, len(LOOKS)), *range(5)) if place not in chosen]
    places = [place if place is not None else free.pop(0) if free else 0 for place in chosen]
    return tuple(LOOKS[place] for place in places)


def line_pen(look: Look, width: float, *, on_map: bool = False, color: QColor | None = None, offset: float = 0.0) -> QPen:
    """The look's line. ``offset``: how many px of the dashes have been drawn already."""
    pen = QPen(look.color(on_map=on_map) if color is None else color, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if look.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / width for length in look.dash])  # Qt counts in widths of the pen
        pen.setDashOffset(offset / width)
    return pen


_UNIT = {
    Shape.SQUARE: ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    Shape.TRIANGLE: ((0.0, -1.1), (1.05, 0.8), (-1.05, 0.8)),
    Shape.DIAMOND: ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)),
    Shape.DOWN: ((0.0, 1.1), (1.05, -0.8), (-1.05, -0.8)),
    Shape.CROSS: (
        (-1.0, -0.45), (-0.45, -1.0), (0.0, -0.52), (0.45, -1.0), (1.0, -0.45), (0.52, 0.0),
        (1.0, 0.45), (0.45, 1.0), (0.0, 0.52), (-0.45, 1.0), (-1.0, 0.45), (-0.52, 0.0),
    ),
    Shape.BAR: ((-1.1, -0.5), (1.1, -0.5), (1.1, 0.5), (-1.1, 0.5)),
    Shape.HEXAGON: ((-1.05, 0.0), (-0.55, -0.95), (0.55, -0.95), (1.05, 0.0), (0.55, 0.95), (-0.55, 0.95)),
}  # fmt: skip


def draw_shape(painter: QPainter, shape: Shape, centre: QPointF, radius: float) -> None:
    """Draw a shape with the painter's pen and brush."""
    if shape is Shape.CIRCLE:
        painter.drawEllipse(centre, radius, radius)
        return
    painter.drawPolygon(_polygon(shape, radius).translated(centre))


@lru_cache(maxsize=64)
def _polygon(shape: Shape, radius: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y) * radius for x, y in _UNIT[shape]])


def draw_mark(painter: QPainter, look: Look, centre: QPointF, radius: float, *, on_map: bool = False, hollow: bool = False) -> None:
    """The look's shape, filled, or hollow on the map's dark."""
    color = look.color(on_map=on_map)
    if hollow:
        painter.setPen(QPen(color, 2.2))
        painter.setBrush(QColor(MAP_TAG) if on_map else theme().color("panel"))
    else:
        painter.setPen(QPen(QColor(MAP_TAG), 0.75) if on_map else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(color))
    draw_shape(painter, look.shape, centre, radius)


def draw_sample(painter: QPainter, look: Look, rect: QRectF, *, width: float = 2.0) -> None:
    """A short line with the shape in its middle, for tables and legends."""
    painter.setPen(line_pen(look, width))
    y = rect.center().y()
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    painter.setPen(QPen(theme().color("panel"), 1.5))
    painter.setBrush(look.color())
    draw_shape(painter, look.shape, rect.center(), 4.2 * theme().scale)
