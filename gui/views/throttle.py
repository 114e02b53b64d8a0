"""At most so many repaints a second, and none that nobody sees."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

PLOT_FPS = 15


class RepaintThrottle(QObject):
    """Asks ``widget`` to repaint at most ``fps`` times a second; a single-shot timer catches the last change.

    Nothing runs while the widget is hidden: Qt paints it anyway when it is shown again.
    """

    def __init__(self, widget: QWidget, fps: int = PLOT_FPS) -> None:
        super().__init__(widget)
        self._widget = widget
        self._gap = 1.0 / fps
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._repaint)
        widget.installEventFilter(self)

    def request(self) -> None:
        """A change: repaint now, or as soon as the last repaint is old enough."""
        if not self._widget.isVisible() or self._timer.isActive():
            return
        wait = self._last + self._gap - time.monotonic()
        if wait <= 0:
            self._repaint()
        else:
            self._timer.start(int(wait * 1000) + 1)

    def _repaint(self) -> None:
        self._last = time.monotonic()
        self._widget.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Close):
            self._timer.stop()
        return super().eventFilter(watched, event)
