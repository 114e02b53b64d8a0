"""Words of a plan that stand while it trains: the inputs' names, and the lines that count folded neurons."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.theme import ThemeName, theme
from gui.views.diagram.edge_painter import View
from gui.views.diagram.geometry import Column, Plan, Role
from gui.views.diagram.ground import Face, sans
from gui.views.diagram.places import node_rect
from gui.views.diagram.prints import Print, Prints, elided, painted, words
from gui.views.diagram.words import neuron_name, pill

GAP, SIDE = 8.0, 12.0  # px between a name and its node, and at the least between the name and the picture's side
PILL = 20.0  # px, height


Placed = tuple[Print, float, float]


def captions(view: View, plan: Plan, names: tuple[str, ...]) -> Prints:
    """Of a plan in a view. ``names`` of the inputs."""
    first, depth = plan.columns[0], plan.columns[-1].spec.layer
    found = []
    if first.spec.role is Role.INPUT:
        for place, neuron in enumerate(first.neurons):
            found.append(_name(view, node_rect(first, place), neuron_name(neuron, depth, names)))
    found.extend(_line(view, column, column.pill_y) for column in plan.columns if column.pill_y is not None)
    return Prints(found)


def _name(view: View, rect: QRectF, name: str) -> Placed:
    face = Face(13, bold=True)
    print_ = words(elided(name, face, rect.left() - SIDE), face, "text", view.scale)
    width, height = print_.size
    x, y = view.device(rect.left() - GAP, rect.center().y())
    return print_, x - width, y - height / 2


def _line(view: View, column: Column, y: float) -> Placed:
    """How many neurons are folded, below their column."""
    print_ = _pill(pill(column.spec.folded), view.scale, (theme().name, theme().scale))
    width, height = print_.size
    x, y = view.device(column.x, y)
    return print_, x - width / 2, y - height / 2


@lru_cache(maxsize=64)
def _pill(text: str, grain: float, _look: tuple[ThemeName, float]) -> Print:
    font = sans(12)
    width = QFontMetricsF(font).horizontalAdvance(text) + 20

    def paint(painter: QPainter) -> None:
        painter.scale(grain, grain)
        box = QRectF(1, 1, width, PILL)
        painter.setPen(QPen(theme().color("line2"), 1.0))
        painter.setBrush(theme().color("card"))
        painter.drawRoundedRect(box, PILL / 2, PILL / 2)
        painter.setFont(font)
        painter.setPen(theme().color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    return Print(painted(ceil((width + 2) * grain), ceil((PILL + 2) * grain), paint))
