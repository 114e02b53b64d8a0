"""What lies above the paths: heads, labels, the next step, the minimum, the start, what is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.fields.numerals import letters
from gui.fields.runner_look import Look, draw_mark, draw_shape
from gui.format import number
from gui.theme import MAP_TAG, ON_MAP, theme
from gui.views.landscape_map.ground import draw_arrow
from gui.views.landscape_map.state import MapState, Places

STRETCH = 4  # the arrow of the next step is so many times as long as the step
LEAST_ARROW = 5.0  # px; a shorter one would be its head alone
TAG = 22.0
TAG_ALPHA = 0.86


class Tags:
    """Places labels where they don't cover one another."""

    def __init__(self, painter: QPainter, frame: QRectF) -> None:
        self._painter, self._frame = painter, frame
        self._taken: list[QRectF] = []

    def keep_free(self, point: QPointF, radius: float = 9.0) -> None:
        self._taken.append(QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius))

    def put(self, point: QPointF, text: str, coordinates: str = "", look: Look | None = None) -> None:
        """A label beside ``point``: below, above, right or left, the first place that is free; none where all are taken."""
        unit = theme().scale
        sans, mono = theme().sans(12), theme().mono(12)
        lead = 16 * unit if look is not None else 0.0
        words = QFontMetricsF(sans).horizontalAdvance(text) if text else 0.0
        gap = 5.0 if text and coordinates else 0.0
        width = 16 + lead + words + gap + (QFontMetricsF(mono).horizontalAdvance(coordinates) if coordinates else 0.0)
        place = self._free_place(point, width, TAG * unit)
        if place is None:
            return
        self._taken.append(place)
        ground = QColor(MAP_TAG)
        ground.setAlphaF(TAG_ALPHA)
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 4, 4)
        color = QColor(ON_MAP) if look is None else look.color(on_map=True)
        if look is not None:
            painter.setBrush(color)
            draw_shape(painter, look.shape, QPointF(place.left() + 13 * unit, place.center().y()), 4 * unit)
        painter.setPen(color)
        left = place.left() + 8 + lead
        for face, part in ((sans, text), (mono, coordinates)):
            if part:
                painter.setFont(face)
                painter.drawText(QRectF(left, place.top(), place.right() - left, place.height()), Qt.AlignmentFlag.AlignVCenter, part)
                left += words + gap

    def _free_place(self, point: QPointF, width: float, height: float) -> QRectF | None:
        away = 15 * theme().scale
        corners = (
            QPointF(away, -height / 2), QPointF(-width - away, -height / 2), QPointF(-width * 0.3, away), QPointF(-width * 0.3, -away - height),
            QPointF(away, away), QPointF(away, -away - height), QPointF(-width - away, away), QPointF(-width - away, -away - height),
        )  # fmt: skip
        inner = self._frame.adjusted(3, 3, -3, -3)
        for corner in corners:
            place = QRectF(point + corner, point + corner + QPointF(width, height))
            if inner.contains(place) and not any(place.intersects(other) for other in self._taken):
                return place
        return None


def coordinates(place: tuple[float, float], digits: int = 2) -> str:
    """(3, 0.5): as few digits as tell it."""
    first, second = (_short(value, digits) for value in place)
    return f"({first}, {second})"


def _short(value: float, digits: int) -> str:
    text = number(round(value, digits), digits) if abs(value) < 1e5 else number(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def paint_marks(painter: QPainter, state: MapState, places: Places, start: tuple[float, float] | None, *, held: bool) -> None:
    """Everything above the paths. ``start`` is where the start's handle is now, ``held`` whether it is dragged or has the focus."""
    tags = Tags(painter, places.frame)
    painter.setClipRect(places.frame.adjusted(-12, -12, 12, 12))
    heads = [(track, places.point(track.at(state.step))) for track in state.tracks]
    for _, head in heads:
        if places.frame.contains(head):
            tags.keep_free(head)
    minima = [places.point(place) for place in state.minima]
    for point in minima:
        tags.keep_free(point)
        _paint_plus(painter, point)
    selected = next((track for track in state.tracks if track.selected), None)
    if selected is not None:
        _paint_next(painter, state, places)
    if start is not None:
        tags.keep_free(places.point(start))
        _paint_start(painter, places.point(start), held=held)
    for track, head in sorted(heads, key=lambda pair: pair[0].selected):
        draw_mark(painter, track.look, head, (6.5 if track.selected else 5.0) * theme().scale, on_map=True, hollow=True)
    for track, head in sorted(heads, key=lambda pair: not pair[0].selected):
        if places.frame.contains(head):
            tags.put(head, track.name, look=track.look)
    if start is not None:
        tags.put(places.point(start), state.words.get("start", ""), coordinates(start))
    for place, point in zip(state.minima, minima, strict=True):
        tags.put(point, state.words.get("minimum" if state.least_known else "lowest", ""), coordinates(place))
    painter.setClipping(False)


def _paint_next(painter: QPainter, state: MapState, places: Places) -> None:
    """The selected path's next step, STRETCH times as long."""
    track = next(track for track in state.tracks if track.selected)
    following = track.after(state.step)
    if following is None:
        return
    tail = places.point(track.at(state.step))
    step = places.point(following) - tail
    if QLineF(QPointF(), step).length() * STRETCH >= LEAST_ARROW:
        draw_arrow(painter, tail, tail + step * STRETCH, QColor(theme().runner_color(3, on_map=True)))


def _paint_plus(painter: QPainter, point: QPointF) -> None:
    arm = 9 * theme().scale
    for color, width in ((QColor(MAP_TAG), 4.5), (QColor(ON_MAP), 2.0)):
        painter.setPen(QPen(color, width))
        painter.drawLine(QLineF(point.x() - arm, point.y(), point.x() + arm, point.y()))
        painter.drawLine(QLineF(point.x(), point.y() - arm, point.x(), point.y() + arm))


def _paint_start(painter: QPainter, point: QPointF, *, held: bool) -> None:
    radius = 6.5 * theme().scale
    painter.setPen(QPen(QColor(MAP_TAG), 2.0))
    painter.setBrush(QColor(ON_MAP))
    painter.drawEllipse(point, radius, radius)
    if held:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().runner_color(3, on_map=True), 2.5))
        painter.drawEllipse(point, radius + 4, radius + 4)


def paint_hover(painter: QPainter, places: Places, point: QPointF, text: str) -> None:
    """The read-out beside the pointer."""
    font = theme().mono(12)
    width = letters(font).written(text)[1] or QFontMetricsF(font).horizontalAdvance(text)
    height = 24 * theme().scale
    left = point.x() + 14 if point.x() + 30 + width <= places.frame.right() else point.x() - 30 - width
    top = min(point.y() + 14, places.frame.bottom() - height)
    box = QRectF(left, top, width + 16, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("tip"))
    painter.drawRoundedRect(box, 6, 6)
    painter.setFont(font)
    painter.setPen(theme().color("tiptext"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
