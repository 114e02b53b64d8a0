"""Words and small drawings that are shown again and again: painted once, kept as pixels and laid onto a sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from gui.theme import ThemeName, theme
from gui.views.diagram.ground import Face, fitting
from gui.views.sheet import Sheet

if TYPE_CHECKING:
    from nn.backends.cpu_pixels import Frame
    from nn.backends.cpu_stamps import Stamps

KEPT = 256  # words


@dataclass(frozen=True)
class Onto:
    """A sheet, and top, left, bottom and right that may be painted, device px."""

    sheet: Sheet
    clip: tuple[int, int, int, int]

    @cached_property
    def frame(self) -> Frame:
        from nn.backends.cpu_pixels import Frame

        return Frame(*self.clip)


@dataclass(frozen=True)
class Print:
    """Premultiplied pixels (h, w)."""

    pixels: NDArray[np.uint32]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, device px."""
        height, width = self.pixels.shape
        return width, height

    def lay(self, onto: Onto, x: float, y: float) -> None:
        """With its upper left corner moved to a whole device px."""
        Prints([(self, x, y)]).lay(onto)


class Prints:
    """Several, each with its place: the column and row of its upper left corner, moved to whole device px."""

    def __init__(self, places: Sequence[tuple[Print, float, float]]) -> None:
        starts = np.cumsum([0, *(one.pixels.size for one, _, _ in places)])
        self._words = np.concatenate([np.zeros(0, dtype=np.uint32), *(one.pixels.ravel() for one, _, _ in places)])
        boxes = [(start, *one.pixels.shape, round(x), round(y)) for start, (one, x, y) in zip(starts.tolist(), places, strict=False)]
        self._boxes = np.array(boxes, dtype=np.int64).reshape(-1, 5)

    def lay(self, onto: Onto) -> None:
        from nn.backends.cpu_stamps import lay_prints

        lay_prints(onto.sheet.pixels, onto.frame, self._words, self._boxes)


def stamps(pixels: NDArray[np.uint32], width: int, height: int) -> Stamps:
    """The parts of a sheet, each of this size."""
    from nn.backends.cpu_stamps import Stamps

    return Stamps(pixels, height, width)


def painted(width: int, height: int, paint: Callable[[QPainter], None]) -> NDArray[np.uint32]:
    """What ``paint`` paints smoothly onto nothing, ``width`` by ``height`` px: premultiplied words."""
    made = np.zeros((max(height, 1), max(width, 1)), dtype=np.uint32)
    image = QImage(made.data, made.shape[1], made.shape[0], 4 * made.shape[1], QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    paint(painter)
    painter.end()
    return made


def words(text: str, face: Face, token: str, grain: float, behind: float = 0.0) -> Print:
    """``text`` in a colour of the theme, ``grain`` device px for each px of the font; so much of the ground ``behind`` it covers what is there."""
    return _words(text, face, token, grain, behind, (theme().name, theme().scale))


@lru_cache(maxsize=KEPT)
def _words(text: str, face: Face, token: str, grain: float, behind: float, _look: tuple[ThemeName, float]) -> Print:
    font = face.font
    metrics = QFontMetricsF(font)
    place = QRectF(0, 0, metrics.horizontalAdvance(text) + 4, metrics.height())

    def paint(painter: QPainter) -> None:
        painter.scale(grain, grain)
        ground = QColor(theme().color("panel"))
        ground.setAlphaF(behind)
        painter.fillRect(place, ground)
        painter.setFont(font)
        painter.setPen(theme().color(token))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    return Print(painted(ceil(place.width() * grain), ceil(place.height() * grain), paint))


def elided(text: str, face: Face, room: float) -> str:
    """``text``, cut at its end with an ellipsis where it is longer than ``room`` px."""
    return _elided(text, face, room, theme().scale)


@lru_cache(maxsize=KEPT)
def _elided(text: str, face: Face, room: float, _scale: float) -> str:
    return QFontMetricsF(face.font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def fitted(wordings: tuple[str, ...], face: Face, room: float) -> str:
    """The first of ``wordings`` that is at most ``room`` px wide, else the last cut with an ellipsis."""
    return _fitted(wordings, face, room, theme().scale)


@lru_cache(maxsize=KEPT)
def _fitted(wordings: tuple[str, ...], face: Face, room: float, _scale: float) -> str:
    return fitting(QFontMetricsF(face.font), wordings, room)
