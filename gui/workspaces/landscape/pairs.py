"""The pairs of the curve fit: made from a seed or read from a file, in a job; the surfaces over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.session.jobs import Job, Jobs
from nn.landscape import curve, curve_file, surface
from nn.landscape.checks import Array, Extent
from nn.landscape.curve import CurveData, CurveSettings
from nn.landscape.surface import Surface

TREMBLING = 100  # places along each axis of a landscape that changes with every step


class Pairs(QObject):
    """``data`` are the pairs that came last. ``made`` when others have come, ``failed`` with the error where they can't."""

    made = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.data: CurveData | None = None
        self._of: tuple[CurveSettings, str] | None = None
        self._wanted: tuple[CurveSettings, str] | None = None
        self._job: Job | None = None

    def has(self, settings: CurveSettings, file: str) -> bool:
        """Whether these are there."""
        return self._of == (settings, file)

    def ask(self, settings: CurveSettings, file: str) -> None:
        """Make pairs, or read those of ``file``. The newest wish counts: what else is still being made is dropped when it comes."""
        if self._job is not None:
            if self._wanted == (settings, file):
                return
            self._job.cancel()
        self._wanted = settings, file
        work: Callable[[], CurveData] = partial(curve_file.load, Path(file)) if file else partial(curve.make, settings)
        self._job = self._jobs.start(lambda _cancelled, _report: work(), self._on_data, self._on_failed)

    @Slot(object)
    def _on_data(self, found: object) -> None:
        if self.sender() is self._job and isinstance(found, CurveData):
            self._job = None
            self.data, self._of = found, self._wanted
            self.made.emit()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failed.emit(error)


def steady_surface(data: CurveData, extent: Extent) -> Surface:
    """The surface of a fixed sample of all pairs."""
    return surface.of_curve(*surface.sample(data), extent)


def batch_surface(pairs: tuple[Array, Array], extent: Extent, levels: Array | None) -> Surface:
    """A batch's surface in the bands of the fixed sample's, so that what moves is the landscape, not its colours."""
    found = surface.of_curve(*pairs, extent, TREMBLING)
    return found if levels is None else replace(found, levels=levels)
