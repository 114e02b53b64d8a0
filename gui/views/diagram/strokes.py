"""How the edges look at one moment: their pens by weight, selection and what is off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import theme
from gui.views.diagram.edges import THIN, Bools, Edges, Ints, dash, pen, sign_colour, span
from gui.views.diagram.geometry import Floats

CROWDED = 500  # of more edges some may be drawn as ink, for which each width counts
LEVELS = 10  # widths that are told apart, where few edges are drawn anew only when one has changed
FAINT, NORMAL, STRONG, BUNDLE, OFF = range(5)
OPACITY = np.array([0.34, 0.5, 0.95, 0.6, 0.7])  # of each kind above
INK = np.array([0.34, 0.5, 0.95, 0.6, 0.12])  # the same where they are summed: a dotted line has little
OFF_DASH, OFF_GAP = 1.0, 5.0  # px

Kinds = NDArray[np.uint8]


@dataclass(frozen=True)
class Strokes:
    """Arrays (E,) beside ``edges``: weights, line widths in the scene, and which belong to the selected neuron or are off."""

    edges: Edges
    weights: Floats
    widths: Floats
    strong: Bools
    off: Bools

    @property
    def crowded(self) -> bool:
        """Whether there may be too many in a gap for lines."""
        return self.edges.count > CROWDED

    @cached_property
    def negative(self) -> Bools:
        return self.weights < 0

    @cached_property
    def kinds(self) -> Kinds:
        """FAINT to OFF for each edge."""
        tone = np.where(self.strong, STRONG, np.where(self.edges.crowded, FAINT, NORMAL))
        return np.where(self.edges.index < 0, BUNDLE, np.where(self.off, OFF, tone)).astype(np.uint8)

    def look(self) -> bytes:
        """Changes when the edges look different on an unchanged plan and view."""
        levels = (self.widths - THIN) * ((LEVELS - 1) / span(self.edges.count))
        widths = self.widths.astype(np.float32) if self.crowded else np.rint(levels).astype(np.int8)
        return widths.tobytes() + self.kinds.tobytes() + self.negative.tobytes()

    def paint_hovered(self, painter: QPainter, number: int) -> None:
        """One edge with its halo."""
        path, width = self.edges.path(number), float(self.widths[number])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour = QColor(theme().color("text"))
        colour.setAlphaF(0.28)
        halo = QPen(colour, width + 8.0)
        halo.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.strokePath(path, halo)
        negative = bool(self.negative[number])
        if not self.off[number] and self.edges.index[number] >= 0:
            painter.strokePath(path, pen(sign_colour(negative), float(OPACITY[STRONG]), width, negative))

    def plain_colours(self, which: Ints) -> NDArray[np.uint8]:
        """Red, green and blue of the edges without a sign that are numbered ``which`` (n,), bundles and those that are off: (3, n)."""
        tokens = [theme().color(token) for token in ("line2", "text2")]
        table = np.array([[colour.red(), colour.green(), colour.blue()] for colour in tokens], dtype=np.uint8).T
        return table[:, (self.kinds[which] == OFF).astype(np.intp)]

    def dashes(self, which: Ints) -> tuple[Floats, Floats]:
        """Lengths of these edges' dashes and of dash and gap together, px of the scene; 0 for whole lines."""
        kinds = self.kinds[which]
        on, gap = dash(self.widths[which])
        lit = np.where(kinds == OFF, OFF_DASH, np.where(self.negative[which] & (kinds != BUNDLE), on, 0.0))
        period = np.where(kinds == OFF, OFF_DASH + OFF_GAP, np.where(lit > 0, on + gap, 0.0))
        return lit, period
