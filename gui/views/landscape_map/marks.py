"""What lies above the paths: heads, labels, the next step, the minimum, the start, what is under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

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
MOST_KEPT = 64  # labels; the start's changes with each pixel of a drag


class Tags:
    """Places labels where they don't cover one another, each where it was before if it can; each is painted once and kept."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[str, str, Look | None], QPixmap] = {}
        self._corners: dict[str, int] = {}
        self._taken: list[tuple[float, float, float, float]] = []
        self._inner = (0.0, 0.0, 0.0, 0.0)
        self._ratio = 1.0

    def forget(self) -> None:
        """Other labels, another size, another theme."""
        self._pictures.clear()
        self._corners.clear()

    def begin(self, frame: QRectF, ratio: float) -> None:
        """Another picture: every place is free."""
        if ratio != self._ratio:
            self._pictures.clear()
        self._ratio = ratio
        self._taken = []
        self._inner = (frame.left() + 3, frame.top() + 3, frame.right() - 3, frame.bottom() - 3)

    def keep_free(self, point: QPointF, radius: float = 9.0) -> None:
        x, y = point.x(), point.y()
        self._taken.append((x - radius, y - radius, x + radius, y + radius))

    def put(self, painter: QPainter, point: QPointF, text: str, coordinates: str = "", look: Look | None = None) -> None:
        """A label beside ``point``: right, left, below or above, the first place that is free; none where all are taken."""
        key = text, coordinates, look
        if key not in self._pictures:
            if len(self._pictures) > MOST_KEPT:
                self._pictures.clear()
            self._pictures[key] = _tag(text, coordinates, look, self._ratio)
        picture = self._pictures[key]
        size = picture.deviceIndependentSize()
        place = self._free_place(point, size.width(), size.height(), text)
        if place is not None:
            painter.drawPixmap(QPointF(*place), picture)

    def _free_place(self, point: QPointF, width: float, height: float, name: str) -> tuple[float, float] | None:
        away = 15 * theme().scale
        corners = (
            (away, -height / 2), (-width - away, -height / 2), (-width * 0.3, away), (-width * 0.3, -away - height),
            (away, away), (away, -away - height), (-width - away, away), (-width - away, -away - height),
        )  # fmt: skip
        left, top, right, bottom = self._inner
        known = self._corners.get(name)
        order = range(len(corners)) if known is None else (known, *range(len(corners)))
        for corner in order:
            x, y = round(point.x() + corners[corner][0]), round(point.y() + corners[corner][1])
            far_x, far_y = x + width, y + height
            if x < left or y < top or far_x > right or far_y > bottom:
                continue
            if all(x >= other[2] or far_x <= other[0] or y >= other[3] or far_y <= other[1] for other in self._taken):
                self._taken.append((x, y, far_x, far_y))
                self._corners[name] = corner
                return x, y
        return None


def _tag(text: str, coordinates: str, look: Look | None, ratio: float) -> QPixmap:
    """A label: words, numbers in their own face, and before them a runner's shape."""
    unit = theme().scale
    sans, mono = theme().sans(12), theme().mono(12)
    lead = 16 * unit if look is not None else 0.0
    words = QFontMetricsF(sans).horizontalAdvance(text) if text else 0.0
    gap = 5.0 if text and coordinates else 0.0
    size = QSizeF(16 + lead + words + gap + (QFontMetricsF(mono).horizontalAdvance(coordinates) if coordinates else 0.0), TAG * unit)
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(MAP_TAG)
    ground.setAlphaF(TAG_ALPHA)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(QPointF(), size), 4, 4)
    color = QColor(ON_MAP) if look is None else look.color(on_map=True)
    if look is not None:
        painter.setBrush(color)
        draw_shape(painter, look.shape, QPointF(13 * unit, size.height() / 2), 4 * unit)
    painter.setPen(color)
    left = 8 + lead
    for face, part in ((sans, text), (mono, coordinates)):
        if part:
            painter.setFont(face)
            painter.drawText(QRectF(left, 0, size.width() - left, size.height()), Qt.AlignmentFlag.AlignVCenter, part)
            left += words + gap
    painter.end()
    return picture


def coordinates(place: tuple[float, float], digits: int = 2) -> str:
    """(3, 0.5): as few digits as tell it."""
    first, second = (_short(value, digits) for value in place)
    return f"({first}, {second})"


def _short(value: float, digits: int) -> str:
    text = number(round(value, digits), digits) if abs(value) < 1e5 else number(value, digits)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def paint_marks(painter: QPainter, state: MapState, places: Places, tags: Tags, start: tuple[float, float] | None, *, held: bool) -> None:
    """Everything above the paths. ``start`` is where the start's handle is now, ``held`` whether it is dragged or has the focus."""
    tags.begin(places.frame, painter.device().devicePixelRatio())
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
            tags.put(painter, head, track.name, look=track.look)
    if start is not None:
        tags.put(painter, places.point(start), state.words.get("start", ""), coordinates(start))
    for place, point in zip(state.minima, minima, strict=True):
        tags.put(painter, point, state.words.get("minimum" if state.least_known else "lowest", ""), coordinates(place))
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
