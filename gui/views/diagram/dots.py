"""Bias dots, painted once for each size and copied."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.theme import ThemeName, theme
from gui.views.diagram.ground import paint_bias

STEP = 0.25  # px between two sizes
REACH = 2.5  # px that a dot's rim may reach beyond its radius


def paint_dot(painter: QPainter, centre: QPointF, radius: float, value: float, grain: tuple[float, float]) -> None:
    """The dot of a bias ``value`` at ``centre``, moved to whole device px.

    ``painter`` has no transform; ``radius`` is in px of the scene; ``grain`` are the device px for each, and for a px of the picture.
    """
    dot, half = _dot(round(radius / STEP), value < 0, value == 0, grain, theme().name)
    ratio = grain[1]
    painter.drawImage(QPointF(round(centre.x() * ratio - half) / ratio, round(centre.y() * ratio - half) / ratio), dot)


@lru_cache(maxsize=256)
def _dot(steps: int, negative: bool, zero: bool, grains: tuple[float, float], _theme: ThemeName) -> tuple[QImage, float]:
    """The picture, and half its side in device px."""
    radius, (grain, ratio) = steps * STEP, grains
    side = 2 * ceil((radius + REACH) * grain)
    made = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)  # copied faster than a pixmap
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.scale(grain, grain)
    paint_bias(painter, QPointF(0.0, 0.0), radius, negative, zero)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made, side / 2
