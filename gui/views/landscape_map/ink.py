"""The paths as pictures: what is still to come, pale on the ground, and what has been gone, to which each step adds its piece.

A record that has only grown adds its new end to what is drawn already.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.fields.runner_look import draw_shape, line_pen
from gui.theme import MAP_TAG, theme
from gui.views.landscape_map.state import Array, Places, Track
from gui.views.primitives import polygon

WIDE, SLIM, HALO = 3.2, 1.8, 1.5  # px: the selected path, the others, what the dark edge adds
FUTURE = 0.4
MARK_EVERY = 18.0  # px between two marks on a path; closer steps are left without
NEAR = 0.6  # px: closer places aren't told apart


class Ink:
    """What has been drawn of each path. The pictures are made anew only when the paths or the size changed, or after a step back."""

    def __init__(self) -> None:
        self.base: QPixmap | None = None
        self.gone: QPixmap | None = None
        self._pixels: list[Array] = []
        self._run: list[Array] = []  # of each path how long it is up to each place, px
        self._marked: list[float] = []  # of each path where its last mark stands, in px along it
        self._done = 0
        self._tracks: tuple[Track, ...] = ()
        self._places: Places | None = None
        self._ground = 0  # which picture the paths are drawn on

    def prepare(self, tracks: tuple[Track, ...], places: Places, ground: QPixmap, size: QSize) -> None:
        """New paths, or the same on another ground: the future is drawn on it, the past begins anew unless it is still the same."""
        ratio = ground.devicePixelRatio()
        grown = self._ground == ground.cacheKey() and len(tracks) == len(self._tracks) and all(map(_goes_on, self._tracks, tracks))
        known = [len(pixels) for pixels in self._pixels] if grown else [1] * len(tracks)
        self._tracks, self._places, self._ground = tracks, places, ground.cacheKey()
        self._pixels = [places.points(track.positions) for track in tracks]
        self._run = [_lengths(pixels) for pixels in self._pixels]
        if not grown or self.base is None:
            self.base = QPixmap(ground)
            self.gone = _clear(size, ratio)
            self._done, self._marked = 0, [0.0] * len(tracks)
        self._draw_future(self.base, places, known)

    def _draw_future(self, base: QPixmap, places: Places, known: list[int]) -> None:
        """Pale lines from the last of the ``known`` places of each path to its end."""
        with _On(base, places) as painter:
            painter.setOpacity(FUTURE)
            for one in sorted(range(len(self._tracks)), key=lambda one: self._tracks[one].selected):
                start = known[one] - 1
                painter.setPen(line_pen(self._tracks[one].look, SLIM, on_map=True, offset=float(self._run[one][start])))
                painter.drawPolyline(polygon(_thinned(self._pixels[one][start:])))

    def go_to(self, step: int, size: QSize, ratio: float) -> None:
        """The past up to ``step``: only what is missing is drawn."""
        if self._places is None or self.gone is None:
            return
        if step < self._done:
            self.gone = _clear(size, ratio)
            self._done, self._marked = 0, [0.0] * len(self._tracks)
        if step > self._done:
            with _On(self.gone, self._places) as painter:
                for place in sorted(range(len(self._tracks)), key=lambda one: self._tracks[one].selected):
                    self._draw(painter, place, self._done, step)
            self._done = step

    def _draw(self, painter: QPainter, place: int, start: int, stop: int) -> None:
        track, pixels, run = self._tracks[place], self._pixels[place][start : stop + 1], self._run[place]
        if len(pixels) < 2:
            return
        width = WIDE if track.selected else SLIM
        pieces = polygon(_thinned(pixels))
        edge = QPen(QColor(MAP_TAG), width + HALO)
        edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if track.look.dash:
            edge = line_pen(track.look, width + HALO, color=QColor(MAP_TAG), offset=float(run[start]))
        painter.setPen(edge)
        painter.drawPolyline(pieces)
        painter.setPen(line_pen(track.look, width, on_map=True, offset=float(run[start])))
        painter.drawPolyline(pieces)
        self._draw_marks(painter, place, start, start + len(pixels) - 1)

    def _draw_marks(self, painter: QPainter, place: int, start: int, stop: int) -> None:
        """A small mark at a step, where the last one is far enough away."""
        track, pixels, run = self._tracks[place], self._pixels[place], self._run[place]
        every = MARK_EVERY * (0.5 if track.selected else 1.5)
        radius = (2.9 if track.selected else 2.5) * theme().scale
        painter.setPen(QPen(QColor(MAP_TAG), 0.75))
        painter.setBrush(track.look.color(on_map=True))
        for step in range(max(start, 1), stop):
            if run[step] - self._marked[place] >= every:
                self._marked[place] = float(run[step])
                draw_shape(painter, track.look.shape, QPointF(*pixels[step]), radius)


class _On:
    """A painter on a picture, clipped to the frame."""

    def __init__(self, picture: QPixmap, places: Places) -> None:
        self._painter = QPainter(picture)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setClipRect(QRectF(places.frame))

    def __enter__(self) -> QPainter:
        return self._painter

    def __exit__(self, *_: object) -> None:
        self._painter.end()


def _goes_on(old: Track, new: Track) -> bool:
    """Whether a path looks as before and has at most become longer."""
    alike = (old.look, old.selected) == (new.look, new.selected)
    return alike and len(new.positions) >= len(old.positions) and np.array_equal(new.positions[: len(old.positions)], old.positions)


def _clear(size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(max(round(size.width() * ratio), 1), max(round(size.height() * ratio), 1)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _lengths(pixels: Array) -> Array:
    """How long a path is up to each of its places, (k,)."""
    found: Array = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(pixels, axis=0).T))))
    return found


def _thinned(pixels: Array) -> Array:
    """A path without the places that lie as good as on the one before; its ends stay."""
    if len(pixels) < 3:
        return pixels
    far = np.hypot(*np.diff(pixels, axis=0).T) >= NEAR
    far[-1] = True
    return pixels[np.concatenate(([True], far))]
