"""What a plan of the diagram is made of: boxes, the numbers in them, edges, pills. Lengths are scene px."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF

from gui.views.steps_diagram.levels import NORMAL, Level, Sizes
from gui.views.steps_diagram.room import Floats
from nn.layout import Neuron
from nn.replay.step import Kind, Quantity


class Shape(Enum):
    INPUT = auto()
    NEURON = auto()
    ERROR = auto()
    TOTAL = auto()
    RATE = auto()
    LAYER = auto()


class Cell(NamedTuple):
    """A number's place inside a box."""

    place: Quantity
    rect: QRectF


@dataclass(frozen=True)
class Box:
    shape: Shape
    rect: QRectF
    cells: tuple[Cell, ...]
    level: Level = Level.SIDE
    neuron: Neuron | None = None


@dataclass(frozen=True)
class Edge:
    """A weight's line, from the neuron whose output it carries to the one that takes it in."""

    place: Quantity
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def line(self) -> tuple[float, float, float, float]:
        return self.x0, self.y0, self.x1, self.y1


@dataclass(frozen=True)
class FoldMark:
    """``count`` neurons of ``layer`` that are left out between two rows."""

    layer: int
    count: int
    rect: QRectF


@dataclass(frozen=True, eq=False)
class Plan:
    """``pills``: where the pills stand that are always shown, weights' and biases'; ``pill_digits``: their decimals.
    ``spots``: what is pointed at for a bias that has no pill."""

    width: float
    height: float
    heads: tuple[float, ...]
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    pills: dict[Quantity, QRectF]
    spots: dict[Quantity, QRectF]
    folds: tuple[FoldMark, ...]
    pill_digits: int
    pill_size: tuple[float, float]
    sizes: Sizes = NORMAL
    cells: dict[Quantity, QRectF] = field(default_factory=dict)
    by_edge: dict[Quantity, Edge] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for box in self.boxes:
            self.cells.update({cell.place: cell.rect for cell in box.cells})
            if box.shape is Shape.NEURON and box.level is Level.LINE:  # one line is both numbers' place
                self.cells.update({cell.place._replace(kind=Kind.NET): cell.rect for cell in box.cells})
        self.by_edge.update({edge.place: edge for edge in self.edges})

    @cached_property
    def lines(self) -> Floats:
        """The edges' ends (x₀, y₀, x₁, y₁), shape (n, 4)."""
        return np.array([edge.line for edge in self.edges], dtype=np.float64).reshape(-1, 4)

    def rect(self, place: Quantity) -> QRectF | None:
        """Where ``place`` is shown: its cell, its pill, its bias dot, or the middle of its edge."""
        found = self.cells.get(place) or self.pills.get(place) or self.spots.get(place)
        edge = self.by_edge.get(place)
        if found is None and edge is not None:
            width, height = self.pill_size
            return QRectF((edge.x0 + edge.x1 - width) / 2, (edge.y0 + edge.y1 - height) / 2, width, height)
        return found

    def box_of(self, place: Quantity) -> Box | None:
        """The box that holds ``place``."""
        wanted = (place, place._replace(kind=Kind.OUT)) if place.kind is Kind.NET else (place,)
        return next((box for box in self.boxes if any(cell.place in wanted for cell in box.cells)), None)

    def obstacles(self) -> list[QRectF]:
        """All boxes and pills."""
        return [box.rect for box in self.boxes] + list(self.pills.values())
