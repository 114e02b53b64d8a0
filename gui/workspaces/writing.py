"""Documents written on another thread, one at a time, with what the window says meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from gui.errors import Notice, Severity, notice_of
from gui.session.jobs import Job, Jobs, Work


class Writing(QObject):
    """``notice`` carries the progress with a button to cancel, what was written, or why it couldn't be."""

    notice = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._path = ""  # of the document that is being written

    def start(self, path: str, work: Work) -> None:
        """Have ``work`` write ``path``, unless another document is still being written."""
        if self._job is not None:
            text = self.tr("{file} is still being written. Wait for it, or cancel it.").format(file=Path(self._path).name)
            self.notice.emit(Notice(text, Severity.WARNING, self.tr("Cancel"), self._cancel))
            return
        self._path = path
        self._job = self._jobs.start(work, self._on_done, self._on_failed)
        self._job.progressed.connect(self._on_progress)

    def tell(self, path: str) -> None:
        """Say that a file is written."""
        self.notice.emit(Notice(self.tr("{file} is written.").format(file=Path(path).name)))

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        if self.sender() is self._job:
            text = self.tr("Writing the document: {percent} %").format(percent=round(100 * share))
            self.notice.emit(Notice(text, Severity.INFO, self.tr("Cancel"), self._cancel))

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.notice.emit(None)

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        if self.sender() is self._job:
            self._job = None
            self.tell(self._path)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self.notice.emit(notice_of(error))
