"""What lies behind the curves: ground, grid, axes and their words.

While a network trains, each snapshot's curve is longer and reaches lower than the one before, so that the ticks of both axes move; but
what is written at them seldom changes. Ground and title are painted once for each size and look and then copied, each label once and
then set where its tick is, and the lines of grid and axes are filled straight into the pixels.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF

from gui.theme import ThemeName, theme
from gui.views.axis import TICK, paint_title, tick_label
from gui.views.loss_plot.geometry import Geometry
from gui.views.sheet import Sheet

_GAP = 3.0  # px between a tick and its label
_APART = 6.0  # px at least between two labels of the lower axis
_FINE = 64  # of so many parts of a device px, the nearest is where a label begins


class Look(NamedTuple):
    """What labels are painted with."""

    theme: ThemeName
    scale: float
    ratio: float  # device px to a px of the window


class Mark(NamedTuple):
    """A tick as it is painted: its place along the axis, half a px off so that its line is sharp, and what is written at it."""

    place: float
    label: str


class Backdrop:
    """Keeps the ground. What it is painted with is compared each time, so nobody has to say that something has changed."""

    def __init__(self) -> None:
        self._ground = Sheet(QSize(), 1.0)
        self._of: object = None

    def lay(self, sheet: Sheet, place: Geometry, stop_loss: float | None) -> None:
        """Cover ``sheet`` with the backdrop for ``place``; the upright axis leaves room for the label of ``stop_loss``."""
        look = Look(theme().name, theme().scale, sheet.ratio)
        title = QCoreApplication.translate("LossPlot", "epoch")
        shown = (look, title, sheet.size, place.frame)
        if shown != self._of:
            self._of, self._ground = shown, _ground(sheet, place.frame, title)
        sheet.copy(self._ground)
        _lay_rows(sheet, place.frame, _rows(place, stop_loss), look)
        _lay_columns(sheet, place.frame, _columns(place), look)


def _ground(like: Sheet, frame: QRectF, title: str) -> Sheet:
    """What no tick moves."""
    sheet = Sheet(like.size, like.ratio)
    sheet.fill(theme().color("panel"))
    left, bottom, line = round(frame.left()), round(frame.bottom()), theme().color("line2").rgb()
    _fill(sheet, (left, frame.top(), left + 1, bottom), line)
    _fill(sheet, (left, bottom, frame.right(), bottom + 1), line)
    painter, unit = sheet.painter(), theme().scale
    paint_title(painter, QRectF(frame.left(), frame.bottom() + 25 * unit, frame.width(), 16 * unit), title)
    painter.end()
    return sheet


def _rows(place: Geometry, stop_loss: float | None) -> list[Mark]:
    """The marks of the upright axis. Where training stops has a label of its own, and none stands beside that."""
    unit, ys = theme().scale, place.ys
    ticks = [(ys.pixel(tick), tick) for tick in ys.ticks(max(int(place.frame.height() / (34 * unit)), 2))]
    if stop_loss is not None:
        stop_y = ys.pixel(stop_loss)
        ticks = [(y, tick) for y, tick in ticks if abs(y - stop_y) > 12 * unit or tick == stop_loss]
    return [Mark(round(y) + 0.5, tick_label(tick)) for y, tick in ticks]


def _columns(place: Geometry) -> list[Mark]:
    """The marks of the lower axis."""
    xs = place.xs
    return [Mark(round(xs.pixel(tick)) + 0.5, tick_label(tick)) for tick in xs.ticks(max(int(place.frame.width() / (76 * theme().scale)), 2))]


def _lay_rows(sheet: Sheet, frame: QRectF, rows: list[Mark], look: Look) -> None:
    """Labels at the left, right-aligned, each with its tick and a line of the grid."""
    left, right, axis, bottom = frame.left(), frame.right(), round(frame.left()) + 1, round(frame.bottom())
    grid, tick = theme().color("line").rgb(), theme().color("line2").rgb()
    for y, text in rows:
        if y < bottom:  # where the lower axis is
            _fill(sheet, (axis, y - 0.5, right, y + 0.5), grid)
        _fill(sheet, (left - TICK, y - 0.5, left, y + 0.5), tick)
        width, capitals, _ = _measures(text, look.scale)
        _set(sheet, left - TICK - _GAP - width, y + capitals / 2, text, look)


def _lay_columns(sheet: Sheet, frame: QRectF, columns: list[Mark], look: Look) -> None:
    """Labels below, centred, each with its tick; one that would touch its neighbour is left out."""
    bottom, tick, free_from = frame.bottom(), theme().color("line2").rgb(), -math.inf
    for x, text in columns:
        _fill(sheet, (x - 0.5, bottom, x + 0.5, bottom + TICK), tick)
        width, _, ascent = _measures(text, look.scale)
        if x - width / 2 >= free_from:
            _set(sheet, x - width / 2, bottom + TICK + _GAP + ascent, text, look)
            free_from = x + width / 2 + _APART


def _fill(sheet: Sheet, box: tuple[float, float, float, float], word: int) -> None:
    """Fill a box (left, top, right, bottom), none of them negative, in px of the window, up to the nearest device px, and at least one."""
    (left, top, right, bottom), ratio = box, sheet.ratio
    x, y = int(left * ratio + 0.5), int(top * ratio + 0.5)
    sheet.pixels[y : max(int(bottom * ratio + 0.5), y + 1), x : max(int(right * ratio + 0.5), x + 1)] = word


def _set(sheet: Sheet, x: float, y: float, text: str, look: Look) -> None:
    """Copy a label to where its baseline begins."""
    left, off_x = divmod(math.floor(x * look.ratio * _FINE + 0.5), _FINE)
    base, off_y = divmod(math.floor(y * look.ratio * _FINE + 0.5), _FINE)
    label, above = _label(text, look, off_x, off_y)
    top, first = base - above, max(-left, 0)  # a long label may begin left of the picture
    room = sheet.pixels[max(top, 0) : top + label.shape[0], left + first : left + label.shape[1]]
    np.copyto(room, label[: room.shape[0], first : first + room.shape[1]])


@lru_cache(maxsize=512)
def _label(text: str, look: Look, off_x: int, off_y: int) -> tuple[NDArray[np.uint32], int]:
    """A label in the present look, its baseline begun ``off_x`` and ``off_y`` parts of a device px further, and how many rows of device px
    are above the baseline."""
    width, _, ascent = _measures(text, look.scale)
    above = math.ceil(ascent * look.ratio)
    below = math.ceil(QFontMetricsF(theme().mono(11)).descent() * look.ratio) + 1
    sheet = Sheet(QSize(math.ceil(width * look.ratio) + 1, above + below), look.ratio)
    sheet.fill(theme().color("panel"))
    painter = sheet.painter()
    painter.setFont(theme().mono(11))
    painter.setPen(theme().color("text2"))
    painter.drawText(QPointF(off_x / _FINE, above + off_y / _FINE) / look.ratio, text)
    painter.end()
    return sheet.pixels, above


@lru_cache(maxsize=512)
def _measures(text: str, _scale: float) -> tuple[float, float, float]:
    """Width of a label, height of its capitals, and ascent, in px of the window."""
    metrics = QFontMetricsF(theme().mono(11))
    return metrics.horizontalAdvance(text), metrics.capHeight(), metrics.ascent()
