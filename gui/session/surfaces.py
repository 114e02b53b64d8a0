"""Cost surfaces with their contour lines: small ones at once, others as jobs of which only the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from gui.session.jobs import Job, Jobs
from nn.landscape.contours import Contour, contours
from nn.landscape.surface import Surface


@dataclass(frozen=True, eq=False)
class Drawn:
    """A surface and its contour lines."""

    surface: Surface
    contours: tuple[Contour, ...]


@dataclass(frozen=True, eq=False)
class _Wish:
    make: Callable[[], Surface]
    generation: int


class Surfaces(QObject):
    """``made`` carries a :class:`Drawn`, never one that was asked for before the newest that has been shown.

    While one is calculated the newest wish waits, and those before it are dropped: however fast they come, the window stays free.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._generation = 0
        self._running: Job | None = None
        self._of_running = 0
        self._waiting: _Wish | None = None
        self._oldest = 0  # generations before this one aren't shown any more

    @property
    def busy(self) -> bool:
        return self._running is not None

    def ask(self, make: Callable[[], Surface], *, slow: bool = True, afresh: bool = True) -> None:
        """Make a surface. ``afresh``: of something else, so that one that is still being calculated must not be shown."""
        self._generation += 1
        if afresh:
            self._oldest = self._generation
        if not slow:
            self._waiting = None
            self._oldest = self._generation
            self.made.emit(_drawn(make()))
            return
        self._waiting = _Wish(make, self._generation)
        self._next()

    def forget(self) -> None:
        """Show nothing that has been asked for."""
        self._generation += 1
        self._oldest = self._generation
        self._waiting = None

    def _next(self) -> None:
        wish = self._waiting
        if self._running is not None or wish is None:
            return
        self._waiting = None
        self._of_running = wish.generation
        self._running = self._jobs.start(lambda _cancelled, _report: _drawn(wish.make()), self._on_made, self._on_failed)

    @Slot(object)
    def _on_made(self, found: object) -> None:
        if self.sender() is not self._running:
            return
        current = self._of_running >= self._oldest
        self._running = None
        if current:
            self.made.emit(found)
        self._next()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._running:
            self._running = None
            self.failed.emit(error)
            self._next()


def _drawn(surface: Surface) -> Drawn:
    return Drawn(surface, contours(surface))
