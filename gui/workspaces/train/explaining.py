"""From Train to Steps: the network as it is on screen, taken out to be walked through number by number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from gui.format import number
from gui.session.playback import Playback
from gui.session.training_session import TrainingSession
from gui.workspaces.train.experiment_editor import ExperimentEditor
from gui.workspaces.train.showing import title_of
from nn.network import Network


class Explaining(QObject):
    """``requested`` carries an :class:`Explained`: the weights of the moment, and the sample that is followed or the first one."""

    requested = Signal(object)

    def __init__(self, session: TrainingSession, playback: Playback, editor: ExperimentEditor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._playback = playback
        self._editor = editor

    @Slot()
    def explain(self) -> None:
        """Pause, and hand over what is on screen. Nothing happens while there is no network yet."""
        from gui.session.explained import Explained  # and what walks are made of: not before a walk is wanted

        ready, snapshot = self._session.current, self._session.snapshot
        if ready is None or snapshot is None or snapshot.run_id != ready.run_id:
            return
        self._playback.pause()
        sample = snapshot.sample.index if snapshot.sample is not None else int(ready.prepared.dataset.train[0])
        title = QCoreApplication.translate("TrainWorkspace", "{run} · epoch {epoch}").format(run=title_of(ready), epoch=number(snapshot.epoch, 1))
        explained = Explained.of(
            title,
            network=Network(snapshot.architecture, snapshot.params),
            prepared=ready.prepared,
            sample=sample,
            training=self._editor.experiment.training,
            learning_rate=snapshot.learning_rate,
            ablation=snapshot.ablation,
        )
        self.requested.emit(explained)
