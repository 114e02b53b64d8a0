"""The picture of the tiles in sight, kept until something else is to be seen."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QSize

from gui.theme import theme
from gui.views.gallery.colours import Rooms, Words
from gui.views.gallery.laying import Places, lay_tiles, written
from gui.views.gallery.plan import Plan
from gui.views.sheet import Sheet
from nn.inside.views import Layer, Status

NUMBERS_EVERY = 0.25  # s: numbers that change faster can't be read


class Board:
    """Makes the picture anew when it is out of date; the numbers beside the tiles no oftener than they can be read."""

    def __init__(self, write_later: Callable[[float], None]) -> None:
        """``write_later`` is called with the seconds after which :meth:`write_anew` is due."""
        self._write_later = write_later
        self._sheet: Sheet | None = None
        self._shown: object = None  # what the sheet shows; ``None`` when that is out of date
        self._places: Places | None = None  # where its tiles lie
        self._written: tuple[object, Words, float] | None = None  # what the numbers are of, they themselves, and since when
        self._rooms = Rooms()

    def outdate(self) -> None:
        """Something else is to be seen."""
        self._shown = None

    def write_anew(self) -> None:
        """The numbers are as old as they may be."""
        self._shown = self._written = None

    def picture(self, layer: Layer, plan: Plan, top: int, size: QSize, ratio: float) -> Sheet:
        """Of the tiles in a room of ``size`` px, ``ratio`` device px each, that is scrolled down by ``top``."""
        if self._sheet is None or (self._sheet.size, self._sheet.ratio) != (size * ratio, ratio):
            self._sheet, self._shown, self._places = Sheet(size * ratio, ratio), None, None
        now = (top, theme().name)
        if self._shown != now:
            places = _places(layer, plan, (top, top + size.height()), ratio)
            anew = self._places is None or not self._places.alike(places)
            lay_tiles(self._sheet, layer, places, self._numbers(layer, places), self._rooms, anew=anew)
            self._shown, self._places = now, places
        return self._sheet

    def _numbers(self, layer: Layer, places: Places) -> Words:
        on = places.neurons[~places.off]
        of = (on.tobytes(), places.side, places.grain, theme().name, layer.number)
        kept, now = self._written, time.monotonic()
        wait = NUMBERS_EVERY - (now - kept[2]) if kept is not None and kept[0] == of else 0.0
        if kept is not None and wait > 0:
            self._write_later(wait)
            return kept[1]
        self._written = of, written(layer, on, places.side, places.grain), now
        return self._written[1]


def _places(layer: Layer, plan: Plan, rows: tuple[int, int], ratio: float) -> Places:
    """Where the tiles that show a picture lie between two heights, by the neurons' numbers."""
    seen = plan.seen(*rows)
    neurons = plan.neurons[seen]
    pictured = seen[(layer.status[neurons] != Status.DEAD) | layer.off[neurons]]
    places = pictured[np.argsort(plan.neurons[pictured])]
    xs, ys = np.ascontiguousarray(np.round((plan.corners[places] - (0, rows[0])) * ratio).astype(np.int64).T)
    neurons = plan.neurons[places]
    return Places(neurons, layer.off[neurons], xs, ys, max(round(plan.side * ratio), 1), ratio * theme().scale, theme().name)
