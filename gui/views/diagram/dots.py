"""Bias dots, painted once for each size and copied."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from gui.theme import ThemeName, theme
from gui.views.diagram.ground import paint_bias

STEP = 0.25  # px between two sizes
REACH = 2.5  # px that a dot's rim may reach beyond its radius


def paint_dot(painter: QPainter, centre: QPointF, radius: float, value: float, grain: float) -> None:
    """The dot of a bias ``value`` at ``centre``, moved to whole device px.

    ``painter`` has no transform; ``radius`` is in px of the scene, ``grain`` device px for each.
    """
    ratio = painter.device().devicePixelRatio()
    dot = _dot(round(radius / STEP), value < 0, value == 0, round(grain, 3), ratio, theme().name)
    half = dot.width() / 2
    painter.drawPixmap(QPointF(round(centre.x() * ratio - half) / ratio, round(centre.y() * ratio - half) / ratio), dot)


@lru_cache(maxsize=256)
def _dot(steps: int, negative: bool, zero: bool, grain: float, ratio: float, _theme: ThemeName) -> QPixmap:
    radius = steps * STEP
    side = 2 * ceil((radius + REACH) * grain)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.scale(grain, grain)
    paint_bias(painter, QPointF(0.0, 0.0), radius, negative, zero)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
