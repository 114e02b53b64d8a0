"""The start: first a picture of the window, then, one after the other, the modules that its work needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

# After showing the window it is asked so often (ms), at most so many times, whether it is on the screen.
LOOK_EVERY, MOST_LOOKS = 5, 200


class Beginning(QObject):
    """Waits until ``window`` was painted, imports ``parts`` with the window answering between two of them, then calls ``done``.

    A window that nobody sees begins a second later; one that was closed meanwhile has no use for the rest.
    """

    def __init__(self, window: QWidget, parts: Iterable[str], done: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._parts = iter(parts)
        self._done = done
        self._looks = 0
        self._given_up = False

    def begin(self) -> None:
        """Call this when the window was shown."""
        QTimer.singleShot(0, self._look)

    @Slot()
    def give_up(self) -> None:
        """Nothing more is imported, and ``done`` is not called."""
        self._given_up = True

    @Slot()
    def _look(self) -> None:
        handle = self._window.windowHandle()
        seen = handle is not None and handle.isExposed()
        self._looks += 1
        if seen or self._looks > MOST_LOOKS:
            self._fetch()
        else:
            QTimer.singleShot(LOOK_EVERY, self._look)

    @Slot()
    def _fetch(self) -> None:
        if self._given_up:
            return
        part = next(self._parts, None)
        if part is None:
            self._done()
        else:
            import_module(part)
            QTimer.singleShot(0, self._fetch)
