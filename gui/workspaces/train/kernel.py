"""Shows the code that trains: finds out which it is, reads it beside the window's thread, and follows the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from gui.errors import notice_of
from gui.panels.kernel import KernelDialog
from gui.session.jobs import Job, Jobs
from gui.session.training_session import TrainingSession
from nn.text import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from nn.backends.source import KernelSource

CPU = "CPU"  # what the engine of the CPU calls itself
_NO_FILES = QT_TRANSLATE_NOOP("nn", "The program's source files aren't here to be read; install it from its sources to see them.")


class Kernel(QObject):
    """One dialog, made when it is first asked for; another device or network while it is open shows its code at once."""

    def __init__(self, session: TrainingSession, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window = session, jobs, window
        self._job: Job | None = None
        self._device = ""
        self.dialog: KernelDialog | None = None
        session.ready.connect(self._follow)
        session.fell_back.connect(self._follow)

    @Slot()
    def show(self) -> None:
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            self.dialog = KernelDialog(self._window)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._read()

    @Slot()
    def _follow(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self._read()

    def _read(self) -> None:
        ready, snapshot = self._session.current, self._session.snapshot
        if ready is None:
            return
        name = snapshot.device_name if snapshot is not None and snapshot.device_name else ready.device_name
        samples = max(len(ready.prepared.dataset.train), 1)
        batch = min(ready.experiment.training.batch_size or samples, samples)
        architecture, dtype = ready.architecture, ready.experiment.precision.value
        self._device = name

        def work(_cancelled: Callable[[], bool], _report: Callable[[float], None]) -> KernelSource:
            from nn.backends.kernel_source import kernel_of

            return kernel_of("cpu" if name == CPU else "cuda", architecture, dtype, batch)

        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.start(work, self._on_read, self._on_failed)

    @Slot(object)
    def _on_read(self, source: object) -> None:
        if self.sender() is self._job and self.dialog is not None:
            self._job = None
            self.dialog.show_source(cast("KernelSource", source), self._device)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._job and self.dialog is not None:
            self._job = None
            self.dialog.show_why_not(Sentence(_NO_FILES) if isinstance(error, OSError) else Sentence("{why}", {"why": notice_of(error).sentence}))
