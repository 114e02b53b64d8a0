"""Bias dots, painted once in every size and laid where they belong."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gui.theme import ThemeName, theme
from gui.views.diagram.ground import paint_bias
from gui.views.diagram.prints import Onto, painted, stamps

STEP = 0.25  # px between two sizes
LEAST, SPAN = 3.0, 3.0  # px, radius of the smallest dot, and what the largest bias adds to it
SIZES = round(SPAN / STEP) + 1
REACH = 2.5  # px that a dot's rim may reach beyond its radius
SIGNS = (1.0, -1.0, 0.0)

Floats = NDArray[np.float64]


def paint_dots(onto: Onto, centres: Floats, shares: Floats, values: Floats, grain: float) -> None:
    """Dots of biases ``values`` (n,) at ``centres`` (n, 2) in device px, moved to whole ones, the larger the nearer ``shares`` (n,) are to 1.

    ``grain``: device px for each px of the scene.
    """
    from nn.backends.cpu_stamps import lay_stamps

    dots, side = _sheet(grain, theme().name)
    sign = np.where(values == 0, SIGNS.index(0.0), np.where(values < 0, SIGNS.index(-1.0), SIGNS.index(1.0)))
    size, (xs, ys) = np.rint(shares * (SPAN / STEP)).astype(np.int64), np.rint(centres - side / 2).astype(np.int64).T.copy()
    lay_stamps(onto.sheet.pixels, onto.frame, stamps(dots, side, side), sign, size, xs, ys)


@lru_cache(maxsize=16)
def _sheet(grain: float, _theme: ThemeName) -> tuple[NDArray[np.uint32], int]:
    """Sizes in columns, signs in rows; and the side of a dot's square in device px."""
    side = 2 * ceil((LEAST + SPAN + REACH) * grain)

    def paint(painter: QPainter) -> None:
        for row, sign in enumerate(SIGNS):
            for column in range(SIZES):
                painter.resetTransform()
                painter.translate((column + 0.5) * side, (row + 0.5) * side)
                painter.scale(grain, grain)
                paint_bias(painter, QPointF(0.0, 0.0), LEAST + column * STEP, sign < 0, sign == 0)

    return painted(SIZES * side, len(SIGNS) * side, paint), side
