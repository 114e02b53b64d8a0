"""Files of data in the Train workspace: looks into them in the background, and fetches MNIST and its kin from OpenML."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from gui.panels.data import DataPanel
from gui.session.jobs import Job, Jobs
from nn.choices import DataKind
from nn.settings import DataSettings

if TYPE_CHECKING:
    from nn.datasets.csv_file import CsvInfo
    from nn.datasets.stock import Stock


class Fetching(QObject):
    """Answers the data form's questions. ``failed``, a method of an object on the window's thread, is told an exception; ``tell`` a notice,
    ``None`` to take away what was said.
    """

    def __init__(
        self, panel: DataPanel, jobs: Jobs, failed: Callable[[Exception], None], tell: Callable[[None], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._failed, self._tell = failed, tell
        self._panel = panel
        self._jobs = jobs
        self._download: Job | None = None
        self._kind = DataKind.MNIST  # what is being fetched
        panel.csv_requested.connect(self.peek)
        panel.stock_requested.connect(self.look)
        panel.fetch_requested.connect(self.fetch)
        panel.fetch_cancelled.connect(self.cancel)

    @Slot(str)
    def peek(self, path: str) -> None:
        """Look at the first lines of a CSV file."""
        from nn.datasets.csv_file import peek
        from nn.datasets.work import Work

        self._tell(None)  # what was said of another file
        self._jobs.start(lambda cancelled, progress: peek(path, Work(progress, cancelled)), self._ask_about_csv, self._failed)

    @Slot(object)
    def _ask_about_csv(self, info: object) -> None:
        self._panel.show_csv(cast("CsvInfo", info))

    @Slot(object)
    def look(self, settings: DataSettings) -> None:
        """Read the headers at the place that ``settings`` name."""
        from nn.datasets.mnist import look

        self._jobs.start(lambda _cancelled, _progress: (settings, look(settings.kind, settings.path)), self._looked, self._failed)

    @Slot(object)
    def _looked(self, answer: object) -> None:
        settings, stock = cast("tuple[DataSettings, Stock | None]", answer)
        self._panel.show_stock(settings, stock)

    @Slot(object)
    def fetch(self, kind: DataKind) -> None:
        """Download a set; one at a time."""
        from nn.datasets import openml
        from nn.datasets.work import Work

        self.cancel()
        self._kind = kind
        self._tell(None)
        self._panel.show_download(0.0)
        self._download = self._jobs.start(lambda cancelled, progress: openml.fetch(kind, Work(progress, cancelled)), self._fetched, self._gave_up)
        self._download.progressed.connect(self._progressed)

    @Slot()
    def cancel(self) -> None:
        """Give the download up."""
        if self._download is not None:
            self._download.cancel()
        self._end()

    def _end(self) -> None:
        self._download = None
        self._panel.show_download(None)

    @Slot(float)
    def _progressed(self, share: float) -> None:
        if self.sender() is self._download:
            self._panel.show_download(share)

    @Slot(object)
    def _fetched(self, _path: object) -> None:
        self._end()
        self._panel.take_fetched(self._kind)

    @Slot(object)
    def _gave_up(self, error: Exception) -> None:
        self._end()
        self._failed(error)
