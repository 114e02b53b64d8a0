"""Bias dots, painted once in every size onto one sheet and copied from it."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from gui.theme import ThemeName, theme
from gui.views.diagram.ground import paint_bias
from gui.views.primitives import Pieces, draw_pieces

STEP = 0.25  # px between two sizes
LEAST, SPAN = 3.0, 3.0  # px, radius of the smallest dot, and what the largest bias adds to it
SIZES = round(SPAN / STEP) + 1
REACH = 2.5  # px that a dot's rim may reach beyond its radius
SIGNS = (1.0, -1.0, 0.0)

Floats = NDArray[np.float64]


def paint_dots(painter: QPainter, centres: Floats, shares: Floats, values: Floats, grain: tuple[float, float]) -> None:
    """Dots of biases ``values`` (n,) at ``centres`` (n, 2), moved to whole device px, the larger the nearer ``shares`` (n,) are to 1.

    ``painter`` has no transform; ``grain`` are the device px for each px of the scene, and for a px of the picture.
    """
    sheet, side = _sheet(grain[0], theme().name)
    sign = np.where(values == 0, SIGNS.index(0.0), np.where(values < 0, SIGNS.index(-1.0), SIGNS.index(1.0)))
    size = np.rint(shares * SPAN / STEP)
    corners = np.rint(centres * grain[1] - side / 2) / grain[1]
    draw_pieces(painter, sheet, Pieces(corners, np.column_stack((size, sign)) * float(side), (side, side), grain[1]))


@lru_cache(maxsize=16)
def _sheet(grain: float, _theme: ThemeName) -> tuple[QPixmap, int]:
    """Sizes in columns, signs in rows; and the side of a dot's square in device px."""
    side = 2 * ceil((LEAST + SPAN + REACH) * grain)
    made = QImage(SIZES * side, len(SIGNS) * side, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row, sign in enumerate(SIGNS):
        for column in range(SIZES):
            painter.resetTransform()
            painter.translate((column + 0.5) * side, (row + 0.5) * side)
            painter.scale(grain, grain)
            paint_bias(painter, QPointF(0.0, 0.0), LEAST + column * STEP, sign < 0, sign == 0)
    painter.end()
    return QPixmap.fromImage(made), side
