"""A hair line over the transport: how far the run is toward its stop condition, or that it compiles."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.motion import duration
from gui.fields.paint import follow_theme
from gui.theme import theme

FRAME_MS = 33
STRIDE = 0.02  # of the width, per frame
STRIPE = 0.25


class ProgressLine(QWidget):
    """2 px high. ``busy`` runs a stripe along it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = math.nan
        self._busy = False
        self._place = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(FRAME_MS)
        self._clock.timeout.connect(self._advance)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2)
        follow_theme(self.update)

    @property
    def busy(self) -> bool:
        return self._busy

    @property
    def share(self) -> float:
        """0 to 1, or ``nan`` when there is nothing to go toward."""
        return self._share

    def show_progress(self, share: float, *, busy: bool = False) -> None:
        changed = busy != self._busy or share != self._share
        self._share, self._busy = share, busy
        self._run_clock()
        if changed:
            self.update()

    def _run_clock(self) -> None:
        wanted = self._busy and self.isVisible() and duration(FRAME_MS) > 0
        if wanted and not self._clock.isActive():
            self._clock.start()
        elif not wanted:
            self._clock.stop()

    def _advance(self) -> None:
        self._run_clock()  # the person may have asked for less motion since it began
        self._place = (self._place + STRIDE) % (1.0 + STRIPE)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, 2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme().color("line"))
        if self._busy:
            still = duration(FRAME_MS) == 0
            left = 0.0 if still else self._place - STRIPE
            painter.fillRect(QRectF(left * self.width(), 0, self.width() * (1.0 if still else STRIPE), 2), theme().color("accent"))
        elif math.isfinite(self._share):
            painter.fillRect(QRectF(0, 0, self.width() * min(max(self._share, 0.0), 1.0), 2), theme().color("accent"))
