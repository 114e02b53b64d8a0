"""What a scan looks like: bands in cividis, lines between them, the ground's frame, names and ends of the axes, and the paths."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from gui.fields.runner_look import LOOKS, Look, draw_mark, line_pen
from gui.theme import MAP_TAG, ON_MAP, theme
from gui.views.axis import read_label
from gui.views.primitives import polygon
from gui.views.surface_view.relief import SHADES, Relief
from gui.views.surface_view.scan import NOTHING, WALL, Scan
from nn.landscape.surface import Surface

LINE = 0.32  # how much of a contour's pixel is white
Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class SurfacePath:
    """A way over the ground, ``points`` (k, 2), the last one where it is now. ``name`` stands beside that, if there is one."""

    points: Array
    look: Look = LOOKS[0]
    name: str = ""


def picture(scan: Scan, relief: Relief) -> QImage:
    """The scan in colour; what shows nothing is transparent."""
    places = scan.places
    looks = relief.looks.ravel()[np.maximum(places, 0)]
    bands = np.where(places >= 0, looks // SHADES, places)
    words = _table(relief.colors)[looks]
    edge = np.zeros(bands.shape, dtype=np.bool_)
    edge[:, 1:] |= bands[:, 1:] != bands[:, :-1]
    edge[1:] |= bands[1:] != bands[:-1]
    lined = edge & (places >= 0)
    words[lined] = _lighter(words[lined])
    words[places == WALL] = theme().color("line").rgb()
    words[places == NOTHING] = 0
    height, width = words.shape
    held = np.ascontiguousarray(words)
    return QImage(held.data, width, height, width * 4, QImage.Format.Format_ARGB32_Premultiplied).copy()  # the picture must outlive the array


def _table(bands: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """A word for each band·SHADES + shade."""
    shares = np.linspace(0.0, 1.0, SHADES)
    colors = _channels(bands)[:, np.newaxis, :] * shares[np.newaxis, :, np.newaxis]
    return _packed(colors.reshape(-1, 3))


def _channels(words: NDArray[np.uint32]) -> Array:
    return np.stack([(words >> shift & 255).astype(np.float64) for shift in (16, 8, 0)], axis=-1)


def _packed(channels: Array) -> NDArray[np.uint32]:
    red, green, blue = np.rint(channels.clip(0, 255)).astype(np.uint32).T
    found: NDArray[np.uint32] = 0xFF000000 | red << 16 | green << 8 | blue
    return found


def _lighter(words: NDArray[np.uint32]) -> NDArray[np.uint32]:
    return _packed(_channels(words) * (1.0 - LINE) + 255.0 * LINE)


@dataclass(frozen=True)
class Frame:
    """Where a scan lies on the widget: its upper left corner, and logical pixels per pixel of the scan."""

    left: float
    top: float
    ratio: float
    height: int

    def points(self, projected: Array) -> Array:
        """Widget points (k, 2) of what the camera projected, (k, 3)."""
        return np.stack((self.left + projected[:, 0] * self.ratio, self.top + (self.height - projected[:, 1]) * self.ratio), axis=-1)

    def spot(self, projected: Array) -> QPointF:
        x, y = self.points(projected[np.newaxis])[0]
        return QPointF(float(x), float(y))


@dataclass(frozen=True, eq=False)
class Stage:
    """All that the parts of the picture are painted from."""

    surface: Surface
    relief: Relief
    scan: Scan
    frame: Frame

    def spot(self, place: Array) -> QPointF:
        """Where a place (3,) on the ground is on the widget."""
        return self.frame.spot(self.scan.camera.project(place[np.newaxis])[0])


CORNERS = np.array([[-1.0, -1.0, 0.0], [1.0, -1.0, 0.0], [1.0, 1.0, 0.0], [-1.0, 1.0, 0.0]])


def paint_ground(painter: QPainter, stage: Stage) -> None:
    """The outline of the ground, under the surface."""
    painter.setBrush(theme().color("card"))
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.drawPolygon(polygon(stage.frame.points(stage.scan.camera.project(CORNERS))))


def paint_axes(painter: QPainter, stage: Stage, names: tuple[str, str, str]) -> None:
    """Names and ends of both parameters along the two near edges, of the cost at the leftmost corner."""
    corners = stage.scan.camera.project(CORNERS)
    near = int(np.argmin(corners[:, 2]))
    spots = [stage.frame.spot(corner) for corner in corners]
    extent = stage.surface.extent
    for other in ((near + 1) % 4, (near - 1) % 4):
        along_x = CORNERS[near, 1] == CORNERS[other, 1]
        ends = extent[:2] if along_x else extent[2:]
        low_first = bool(CORNERS[near, 0 if along_x else 1] < 0)
        values = ends if low_first else ends[::-1]
        _paint_edge(painter, spots[near], spots[other], names[0] if along_x else names[1], values)
    left = int(np.argmin(corners[:, 0]))
    top = stage.spot(CORNERS[left] + np.array((0.0, 0.0, 1.0)))
    _paint_height(painter, spots[left], top, names[2], stage.relief)


def _paint_edge(painter: QPainter, near: QPointF, far: QPointF, name: str, values: tuple[float, float]) -> None:
    """Below an edge of the ground: a number at a fifth from each end, the name in the middle."""
    rightward = far.x() > near.x()
    for share, text, mono in (
        (0.1, read_label(float(f"{values[0]:.3g}")), True),
        (0.5, name, False),
        (0.9, read_label(float(f"{values[1]:.3g}")), True),
    ):
        painter.setFont(theme().mono(11) if mono else theme().sans(12))
        painter.setPen(theme().color("text2"))
        metrics = QFontMetricsF(painter.font())
        at = near + (far - near) * share
        width = metrics.horizontalAdvance(text)
        x = at.x() + 6 if rightward else at.x() - width - 6
        painter.drawText(QPointF(x, at.y() + metrics.ascent() + 5), text)


def _cost_text(cost: float) -> str:
    return read_label(float(f"{cost:.3g}"))


def cost_width(relief: Relief) -> int:
    """Pixels that the numbers at the cost's axis take."""
    metrics = QFontMetricsF(theme().mono(11))
    return math.ceil(max(metrics.horizontalAdvance(_cost_text(cost)) for cost in (relief.floor, relief.ceiling)))


def _paint_height(painter: QPainter, foot: QPointF, top: QPointF, name: str, relief: Relief) -> None:
    painter.setPen(QPen(theme().color("line2"), 1))
    painter.drawLine(foot, top)
    painter.setFont(theme().mono(11))
    painter.setPen(theme().color("text2"))
    metrics = QFontMetricsF(painter.font())
    for spot, cost in ((foot, relief.floor), (top, relief.ceiling)):
        text = _cost_text(cost)
        painter.drawText(QPointF(spot.x() - metrics.horizontalAdvance(text) - 6, spot.y() + metrics.capHeight() / 2), text)
    painter.setFont(theme().sans(12))
    width = QFontMetricsF(painter.font()).horizontalAdvance(name)
    painter.drawText(QPointF(max(top.x() - width - 6, 2.0), top.y() - metrics.capHeight() - 4), name)  # above the number, where no surface is


def paint_paths(painter: QPainter, stage: Stage, paths: tuple[SurfacePath, ...]) -> None:
    """Each path lies on the surface: thick where it is seen, thin and dotted where the surface is in front of it."""
    taken: list[QRectF] = []
    for path in paths:
        projected = stage.scan.camera.project(on_ground(stage.surface, stage.relief, path.points))
        points, seen = stage.frame.points(projected), stage.scan.sees(projected)
        known = np.isfinite(points[:, 0]) & np.isfinite(points[:, 1])  # outside of the surface there is no height
        for start, stop in _runs(seen, known):
            piece = polygon(points[start:stop])
            if seen[start]:
                painter.setPen(QPen(QColor(MAP_TAG), 4.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
                painter.drawPolyline(piece)
                painter.setPen(line_pen(path.look, 2.6, on_map=True))
            else:
                painter.setPen(QPen(path.look.color(on_map=True), 1.0, Qt.PenStyle.DotLine))
            painter.drawPolyline(piece)
        if len(points) and known[-1]:
            _paint_end(painter, path, QPointF(float(points[-1, 0]), float(points[-1, 1])), taken)


def _paint_end(painter: QPainter, path: SurfacePath, spot: QPointF, taken: list[QRectF]) -> None:
    """Where the path is now, with its name where no other name stands already."""
    draw_mark(painter, path.look, spot, 6.0 * theme().scale, on_map=True, hollow=True)
    if not path.name:
        return
    painter.setFont(theme().sans(12))
    metrics = QFontMetricsF(painter.font())
    high = metrics.height() + 6
    tag = QRectF(spot.x() + 12, spot.y() - high / 2, metrics.horizontalAdvance(path.name) + 14, high)
    for _ in taken:
        if any(tag.intersects(other) for other in taken):
            tag.translate(0.0, high + 2.0)
    taken.append(tag)
    ground = QColor(MAP_TAG)
    ground.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(tag, 4, 4)
    painter.setPen(QColor(ON_MAP))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, path.name)


def _runs(seen: NDArray[np.bool_], known: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Pieces of at least two points that are all there, and seen or not seen from their first to their last but one."""
    start = 0
    for end in range(1, len(seen)):
        if not known[end]:
            if known[start] and end - start > 1:
                yield start, end
            start = end + 1
        elif end > start and seen[end] != seen[start]:
            if known[start]:
                yield start, end + 1
            start = end
    if start < len(seen) - 1 and known[start:].all():
        yield start, len(seen)


def on_ground(surface: Surface, relief: Relief, points: Array) -> Array:
    """Places (k, 3) of the points (k, 2) of a path: from −1 to 1 on the ground, and the height; ``nan`` outside of the surface."""
    x_low, x_high, y_low, y_high = surface.extent
    heights = relief.height_of(surface.heights(points))
    x = 2.0 * (points[:, 0] - x_low) / (x_high - x_low) - 1.0
    y = 2.0 * (points[:, 1] - y_low) / (y_high - y_low) - 1.0
    outside = (np.abs(x) > 1.0) | (np.abs(y) > 1.0)
    found = np.stack((x, y, heights), axis=-1)
    found[outside] = np.nan
    return found
