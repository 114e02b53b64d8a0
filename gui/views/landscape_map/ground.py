"""The part of the map that changes seldom: bands, contour lines, axes, the colour bar."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.fields.bands import band_colors, bands_image
from gui.theme import ON_MAP, theme
from gui.views.axis import paint_bottom, paint_left, read_label
from gui.views.landscape_map.state import MapState, Places
from gui.views.primitives import draw_lines
from nn.landscape.surface import Surface

LINES = 0.5  # opacity of the contour lines
ROUND = 6.0
PIXELS_PER_TICK = 64


def paint_surface(painter: QPainter, state: MapState, places: Places, ratio: float) -> None:
    """Bands and contour lines, within the frame."""
    surface, frame = state.surface, places.frame
    if surface is None:
        return
    width, height = max(round(frame.width() * ratio), 2), max(round(frame.height() * ratio), 2)
    painter.drawImage(frame, bands_image(surface.costs, surface.levels, width, height))
    color = QColor(ON_MAP)
    color.setAlphaF(LINES)
    pen = QPen(color, 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for contour in state.contours:
        ends = contour.segments
        if len(ends):
            x, y = places.xs.pixels(ends[..., 0]), places.ys.pixels(ends[..., 1])
            draw_lines(painter, np.stack((x[:, 0], y[:, 0], x[:, 1], y[:, 1]), axis=-1))


def paint_axes(painter: QPainter, state: MapState, places: Places, title_left: float) -> None:
    """Ticks and the axes' names; the vertical one's is turned."""
    frame = places.frame
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
    paint_left(painter, frame, places.ys, places.ys.ticks(max(int(frame.height() / PIXELS_PER_TICK), 2)))
    paint_bottom(painter, frame, places.xs, places.xs.ticks(max(int(frame.width() / PIXELS_PER_TICK), 2)))
    painter.setFont(theme().sans(12))
    painter.setPen(theme().color("text2"))
    painter.save()
    painter.translate(title_left, frame.center().y())
    painter.rotate(-90)
    half = frame.height() / 2
    painter.drawText(QRectF(-half, -10, 2 * half, 20), Qt.AlignmentFlag.AlignCenter, state.axes[1])
    painter.restore()


def paint_foot(painter: QPainter, state: MapState, frame: QRectF, top: float) -> None:
    """What the arrow means, the name of the axis across, and the colour bar with its range."""
    row = QRectF(frame.left(), top, frame.width(), 22 * theme().scale)
    painter.setFont(theme().sans(12))
    metrics = QFontMetricsF(painter.font())
    bar = _paint_bar(painter, state.surface, state.words.get("cost", ""), row) if state.surface is not None else row.right()
    painter.setFont(theme().sans(12))
    beside = QRectF(row.left(), row.top(), max(bar - 12 - row.left(), 0.0), row.height())
    used = _paint_arrow_words(painter, state.words.get("arrow", ""), beside) if any(track.selected for track in state.tracks) else 0.0
    painter.setPen(theme().color("text2"))
    room = QRectF(row.left() + used + 8, row.top(), bar - row.left() - used - 16, row.height())
    if room.width() > 24:
        text = metrics.elidedText(state.axes[0], Qt.TextElideMode.ElideRight, room.width())
        width = metrics.horizontalAdvance(text)
        left = min(max(frame.center().x() - width / 2, room.left()), room.right() - width)
        painter.drawText(QRectF(left, room.top(), width + 2, room.height()), Qt.AlignmentFlag.AlignVCenter, text)


def _paint_arrow_words(painter: QPainter, words: str, row: QRectF) -> float:
    """In ``row``, the words cut to its room; returns the width that it takes."""
    unit, y = theme().scale, row.center().y()
    draw_arrow(painter, QPointF(row.left(), y), QPointF(row.left() + 26 * unit, y), theme().color("accent"), halo=False)
    painter.setPen(theme().color("text2"))
    room = max(row.width() - 34 * unit, 0.0)
    text = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(row.adjusted(34 * unit, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
    return 34 * unit + QFontMetricsF(painter.font()).horizontalAdvance(text)


def _paint_bar(painter: QPainter, surface: Surface, word: str, row: QRectF) -> float:
    """The bands' colours from the least cost to the greatest, in equal parts; returns where it begins."""
    low, high = surface.range
    unit = theme().scale
    painter.setFont(theme().mono(12))
    mono = QFontMetricsF(painter.font())
    texts = read_label(low), read_label(high)
    right = row.right() - mono.horizontalAdvance(texts[1])
    bar = QRectF(right - 6 - 112 * unit, row.center().y() - 5 * unit, 112 * unit, 10 * unit)
    painter.setPen(theme().color("text2"))
    painter.drawText(QRectF(right, row.top(), row.right() - right + 2, row.height()), Qt.AlignmentFlag.AlignVCenter, texts[1])
    left = bar.left() - 6 - mono.horizontalAdvance(texts[0])
    painter.drawText(QRectF(left, row.top(), bar.left() - left, row.height()), Qt.AlignmentFlag.AlignVCenter, texts[0])
    colors = band_colors(surface.levels, low, high)
    part = bar.width() / len(colors)
    for place, color in enumerate(colors):
        painter.fillRect(QRectF(bar.left() + place * part, bar.top(), part + 0.5, bar.height()), color)
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    painter.setFont(theme().sans(12))
    painter.setPen(theme().color("text2"))
    width = QFontMetricsF(painter.font()).horizontalAdvance(word)
    painter.drawText(QRectF(left - 6 - width, row.top(), width + 2, row.height()), Qt.AlignmentFlag.AlignVCenter, word)
    return left - 6 - width


def draw_arrow(painter: QPainter, tail: QPointF, tip: QPointF, color: QColor, *, halo: bool = True) -> None:
    """An arrow with a filled head; on the map it has a dark edge."""
    line = QLineF(tail, tip)
    length = line.length()
    if length < 1:
        return
    along = QPointF(line.dx(), line.dy()) / length
    head = min(11.0 * theme().scale, length)
    back = tip - along * head
    side = QPointF(-along.y(), along.x()) * head * 0.42
    if halo:
        painter.setPen(QPen(theme().color("bg") if theme().is_dark else QColor(Qt.GlobalColor.black), 5.0))
        painter.drawLine(QLineF(tail, back))
    painter.setPen(QPen(color, 3.0))
    painter.drawLine(QLineF(tail, back))
    painter.setPen(QPen(theme().color("bg"), 0.75) if halo else Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon([tip, back + side, back - side])
