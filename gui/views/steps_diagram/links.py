"""The lines from outputs to their errors, and from these to the total."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF

from gui.views.steps_diagram.lit import Lit
from gui.views.steps_diagram.places import TOTAL, output
from gui.views.steps_diagram.plan import Box, Plan, Shape
from nn.replay.lights import Light
from nn.replay.step import Kind, Quantity

BUS = 7.0  # px right of the boxes: the line to errors that others stand before


@dataclass(frozen=True)
class Link:
    """A line from the outputs' side to the total's; ``light`` where it is lit. ``output``: which output's, −1 for the total's links."""

    points: tuple[QPointF, ...]
    light: Light | None
    output: int = -1

    def pieces(self) -> tuple[tuple[QPointF, QPointF], ...]:
        return tuple(pairwise(self.points))

    @property
    def middle(self) -> QPointF:
        a, b = self.pieces()[0]
        return (a + b) / 2


def links(plan: Plan, lit: Lit, depth: int) -> tuple[Link, ...]:
    """All of them, the lit ones last."""
    found: list[Link] = []
    total = next((box for box in plan.boxes if box.shape is Shape.TOTAL), None)
    errors = [box for box in plan.boxes if box.shape is Shape.ERROR]
    for box in errors:
        unit = box.neuron.index if box.neuron is not None else 0
        error, target = Quantity(Kind.ERROR, 0, unit), Quantity(Kind.TARGET, 0, unit)
        shines = lit.first(error, target)
        out = plan.rect(output(depth, unit))
        if out is not None:
            reached = lit.first(output(depth, unit), Quantity(Kind.NET, depth, unit))
            points = (QPointF(out.right(), out.center().y()), QPointF(box.rect.left(), out.center().y()))
            found.append(Link(points, shines if reached is not None else None, unit))
        if total is not None:
            between = any(_stands_between(other, box, total) for other in errors)
            found.append(Link(_to_total(box.rect, total.rect, near=not between), shines if lit.at(TOTAL) is not None else None))
    return tuple(sorted(found, key=lambda link: link.light is not None))


def _stands_between(other: Box, box: Box, total: Box) -> bool:
    ends = sorted((box.rect.center().y(), total.rect.center().y()))
    return other is not box and ends[0] < other.rect.center().y() < ends[1]


def _to_total(error: QRectF, total: QRectF, *, near: bool) -> tuple[QPointF, ...]:
    """Straight where nothing stands between; else around the others, at the right."""
    if near:
        above = error.center().y() < total.center().y()
        x = total.center().x()
        return (QPointF(x, error.bottom()), QPointF(x, total.top())) if above else (QPointF(x, error.top()), QPointF(x, total.bottom()))
    x = total.right() + BUS
    y0, y1 = error.center().y(), total.center().y()
    return QPointF(error.right(), y0), QPointF(x, y0), QPointF(x, y1), QPointF(total.right(), y1)
