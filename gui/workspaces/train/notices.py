"""What the window's notice bar says of the Train workspace's runs, and what its buttons do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from gui.errors import Notice, Severity, notice_of, translated
from gui.session.playback import Playback
from gui.session.training_session import TrainingSession
from gui.session.training_thread import Stage
from gui.workspaces.train.columns import TrainColumns
from gui.workspaces.train.experiment_editor import ExperimentEditor
from nn.errors import SettingsError
from nn.text import Sentence
from nn.training.snapshot import RunState, Snapshot

if TYPE_CHECKING:
    from gui.session.training_thread import Ready


# Loading that takes longer than this many seconds is told, and can be cancelled.
PATIENCE = 0.5


class Notices(QObject):
    """Follows a session. ``told`` carries a :class:`Notice`, or ``None`` to take away what was said."""

    told = Signal(object)

    def __init__(
        self, columns: TrainColumns, session: TrainingSession, playback: Playback, editor: ExperimentEditor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._forms = columns.data, columns.network, columns.training
        self._session, self._playback, self._editor = session, playback, editor
        self._state = RunState.PAUSED
        self._loading_since = 0.0
        session.ready.connect(self._on_ready)
        session.snapshot_changed.connect(self._on_snapshot)
        session.stage_changed.connect(self._on_stage)
        session.progressed.connect(self._on_progress)
        session.fell_back.connect(self._on_fell_back)
        session.failed.connect(self.fail)
        editor.failed.connect(self.fail)

    @Slot(object)
    def fail(self, error: Exception) -> None:
        """The forms show again what runs; a wrong setting is said at its field, everything else in the bar."""
        self._editor.fall_back()
        shown = isinstance(error, SettingsError) and any(form.show_error(error) for form in self._forms)
        if not shown or self._session.current is None:
            self.told.emit(notice_of(error))

    @Slot(object)
    def _on_ready(self, ready: Ready) -> None:
        self.told.emit(Notice(" ".join(map(translated, ready.notices)), Severity.INFO) if ready.notices else None)

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        before, self._state = self._state, snapshot.state
        if snapshot.state is before:
            return
        if snapshot.state is RunState.DIVERGED:
            sentence = translated(Sentence(snapshot.notice, snapshot.notice_values))
            action = QCoreApplication.translate("TrainWorkspace", "Last good weights, half the rate")
            self.told.emit(Notice(sentence, Severity.ERROR, action, self._mend))
        elif before is RunState.DIVERGED:
            self.told.emit(None)

    @Slot()
    def _mend(self) -> None:
        """After a divergence: the last good weights with half the learning rate."""
        self._playback.lower_rate()
        self._editor.halve_rate()

    @Slot(str)
    def _on_stage(self, stage: str) -> None:
        if stage == Stage.LOADING:
            self._loading_since = time.monotonic()
        if not stage:
            self.told.emit(None)

    @Slot(float)
    def _on_progress(self, share: float) -> None:
        if time.monotonic() - self._loading_since < PATIENCE:
            return  # most data are there before anyone could read a notice
        text = QCoreApplication.translate("TrainWorkspace", "Reading the data: {percent} %").format(percent=round(100 * share))
        self.told.emit(Notice(text, Severity.INFO, QCoreApplication.translate("TrainWorkspace", "Cancel"), self._cancel))

    @Slot()
    def _cancel(self) -> None:
        """Give up the run that is being made ready; the one before it stays."""
        self._session.cancel()
        self.told.emit(None)
        self._editor.fall_back()

    @Slot(object)
    def _on_fell_back(self, reason: Sentence) -> None:
        """The GPU failed, and the run goes on on the CPU."""
        self.told.emit(Notice(translated(reason), Severity.WARNING))
