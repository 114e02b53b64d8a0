"""Where the parts of a confusion matrix are, for its classes' names and the room that there is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from gui.fields.paint import px
from gui.theme import theme

TITLE, HEAD = 16, 20  # px: "true class" and "read as", and the columns' names
FOOT = 12  # px below the cells, besides "read as"
MOST_NAME = 72  # px, names of columns that stand upright because they are wider than a cell
MOST_SHARE = 0.26  # of the width that the rows' names may take
MOST_CELL, WIDE_CELL, FEW = 30, 56, 6  # px, the most with many classes, and with few
GAP = 1.5  # px
CORNER = 4.0


@dataclass(frozen=True, slots=True)
class Grid:
    """The first cell begins at ``left`` and ``top``; ``side`` is a cell with its gap. ``upright``: the columns' names stand."""

    left: float
    top: int
    side: float
    gap: float
    upright: bool

    def cell(self, true: int, read: int) -> QRectF:
        """Where a cell is drawn."""
        size = self.side - 2 * self.gap
        return QRectF(self.left + read * self.side + self.gap, self.top + true * self.side + self.gap, size, size)

    @property
    def radius(self) -> float:
        """Of a cell's corners."""
        return min(CORNER, self.side / 5)


@lru_cache(maxsize=32)
def grid(names: tuple[str, ...], classes: int, width: int, scale: float) -> Grid:
    """The places of ``classes`` rows and columns in ``width`` pixels; ``scale`` is the theme's, which the names' widths depend on."""
    row_names, column_names = (_longest(names, pixels) for pixels in (12, 11))
    left = px(TITLE) + min(max(row_names, px(8)), width * MOST_SHARE) + px(10)
    side = max(min((width - left) / max(classes, 1), px(MOST_CELL if classes > FEW else WIDE_CELL)), 4.0)
    upright = column_names > side
    top = min(round(column_names), px(MOST_NAME)) + px(8) if upright else px(HEAD)
    return Grid(left, top, side, GAP * scale, upright)


def _longest(names: tuple[str, ...], pixels: int) -> float:
    metrics = QFontMetricsF(theme().mono(pixels))
    return max((metrics.horizontalAdvance(name) for name in names), default=0.0)
