"""What a laid out graph is made of, in scene px: nodes, arrows, boxes with the derivatives' names beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from nn.graph.exercise import Box

NODE, NODE_HEIGHT = 112.0, 56.0
LEAF, LEAF_HEIGHT = 64.0, 44.0
VALUE, DERIVATIVE, BOX_HEIGHT = 100.0, 80.0, 32.0
GAP = 48.0  # between columns: room for an arrow
LABEL = 50.0  # what a derivative's name and its = take up, to the left of its box
LABEL_HEIGHT = 40.0
ABOVE = 54.0  # from a node's middle up to its value box's
HEAD, APART = 5.0, 6.0  # between an arrow and what it points at; half the distance of the two arrows of an edge
MARGIN = 24.0


@dataclass(frozen=True)
class Widths:
    """What the letters need: of each node its formula, of each derivative box its name; scene px."""

    nodes: Mapping[str, float]
    labels: float = LABEL


@dataclass(frozen=True)
class Arrow:
    """``points`` of a smooth line from the source to the target, forward; ``back``: the derivatives' arrow, from the target to the source."""

    points: tuple[QPointF, ...]
    back: tuple[QPointF, ...] = ()
    upright: bool = False


@dataclass(frozen=True)
class Place:
    """``rect`` of a box; its name is written to the right of ``label``. A dotted line goes from ``tie`` to the box."""

    rect: QRectF
    label: QPointF
    tie: QPointF


@dataclass(frozen=True)
class Plan:
    """A laid out graph. ``bounds`` holds everything."""

    nodes: Mapping[str, QRectF]
    arrows: Mapping[tuple[str, str], Arrow]
    boxes: Mapping[Box, Place]
    bounds: QRectF


def width_of(name: str, widths: Widths, *, leaf: bool) -> float:
    """The width of a node, px."""
    return max(LEAF if leaf else NODE, widths.nodes.get(name, 0.0) + 24.0)


def bounds_of(nodes: Iterable[QRectF], boxes: Iterable[Place], arrows: Iterable[Arrow]) -> QRectF:
    """What holds everything, with a margin around it."""
    found = QRectF()
    for rect in nodes:
        found |= rect
    for place in boxes:
        found |= place.rect
        found |= QRectF(place.label.x(), place.label.y() - LABEL_HEIGHT / 2, 1.0, LABEL_HEIGHT)
    for arrow in arrows:
        for point in (*arrow.points, *arrow.back):
            found |= QRectF(point.x() - 1.0, point.y() - 1.0, 2.0, 2.0)
    return found.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
