"""The start: first a picture of the window, then, one after the other, the modules that its work needs and the workspace's parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

# After showing the window it is asked so often (ms), at most so many times, whether it is on the screen.
LOOK_EVERY, MOST_LOOKS = 5, 200


def imported(modules: Iterable[str]) -> Iterator[None]:
    """Imports one module with each step."""
    for module in modules:
        import_module(module)
        yield


class Beginning(QObject):
    """Waits until ``window`` was painted, does ``work`` piece by piece with the window answering in between, then calls ``done``.

    A window that nobody sees begins a second later; one that was closed meanwhile has no use for the rest.
    """

    def __init__(self, window: QWidget, work: Iterator[None], done: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._work = work  # each step of it does a piece
        self._done = done
        self._looks = 0
        self._given_up = False

    def begin(self) -> None:
        """Call this when the window was shown."""
        QTimer.singleShot(0, self._look)

    @Slot()
    def give_up(self) -> None:
        """Nothing more is done, and ``done`` is not called."""
        self._given_up = True

    @Slot()
    def _look(self) -> None:
        handle = self._window.windowHandle()
        seen = handle is not None and handle.isExposed()
        self._looks += 1
        if seen or self._looks > MOST_LOOKS:
            self._go_on()
        else:
            QTimer.singleShot(LOOK_EVERY, self._look)

    @Slot()
    def _go_on(self) -> None:
        if self._given_up:
            return
        try:
            next(self._work)
        except StopIteration:
            self._done()
        else:
            QTimer.singleShot(0, self._go_on)
