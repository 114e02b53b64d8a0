"""Opening and saving: what is asked for, what is read and written, and what is said when that can't be done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Slot
from PySide6.QtGui import QDropEvent

from gui.actions import Actions
from gui.errors import notice_of
from gui.main_window import MainWindow
from gui.widgets.file_dialog import dialog_to_open, dialog_to_save
from gui.workspaces.train.workspace import TrainWorkspace
from nn.errors import NeurolupaError
from nn.settings import Experiment
from nn.storage import experiment as storage

EXPERIMENT, NETWORK = ".toml", ".npz"
EXPERIMENTS, NETWORKS, BOTH = "TOML (*.toml)", "NumPy (*.npz)", "Neurolupa (*.toml *.npz)"


class Files(QObject):
    """The File menu's part of the program, and files dropped on the window.

    An experiment is settings alone; a network brings its weights and the experiment that it was trained in. What can't be read
    or written changes nothing; the window says why.
    """

    def __init__(self, window: MainWindow, train: TrainWorkspace, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._train = train
        self._actions = actions
        self.experiment: Experiment | None = None  # what is on screen
        train.experiment_changed.connect(self._follow)
        train.session.snapshot_changed.connect(self._there_is_a_network)
        actions["open"].triggered.connect(self._ask_what_to_open)
        actions["save"].triggered.connect(self._ask_where_to_save)
        actions["save_network"].triggered.connect(self._ask_where_to_save_the_network)
        for name in ("save", "save_network"):
            actions[name].setEnabled(False)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @Slot(object)
    def _follow(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self._actions["save"].setEnabled(True)

    @Slot()
    def _there_is_a_network(self) -> None:
        self._train.session.snapshot_changed.disconnect(self._there_is_a_network)
        self._actions["save_network"].setEnabled(True)

    # Asking

    @Slot()
    def _ask_what_to_open(self) -> None:
        dialog = dialog_to_open(self._window, BOTH)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    @Slot()
    def _ask_where_to_save(self) -> None:
        dialog = dialog_to_save(self._window, EXPERIMENTS, f"experiment{EXPERIMENT}")
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    @Slot()
    def _ask_where_to_save_the_network(self) -> None:
        dialog = dialog_to_save(self._window, NETWORKS, f"network{NETWORK}")
        dialog.fileSelected.connect(self.save_network)
        dialog.open()

    # Doing

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Start the experiment in a file, from the network in it where it has one; a file that can't be read changes nothing."""
        try:
            if Path(path).suffix.lower() == NETWORK:
                self.open_network(path)
            else:
                self._train.open_experiment(storage.read(path))
        except NeurolupaError as error:
            self._window.show_notice(notice_of(error))
        else:
            self._window.show_workspace("train")

    def open_network(self, path: str) -> None:
        """Go on from a saved network in the experiment that it was trained in, or in a likely one where another program saved it.

        Raises ``BadFile`` and ``SettingsError``.
        """
        from nn.storage.adopted import experiment_for
        from nn.storage.saved_models import load

        saved = load(path)
        self._train.editor.open_network(experiment_for(saved, path, self._train.editor.experiment.data), saved)

    @Slot(str)
    def save_file(self, path: str) -> None:
        """Write the experiment on screen to a file."""
        if self.experiment is None:
            return
        try:
            storage.write(path, self.experiment)
        except NeurolupaError as error:
            self._window.show_notice(notice_of(error))

    @Slot(str)
    def save_network(self, path: str) -> None:
        """Write the network on screen, as it is at this moment, to a file: what ``python -m nn train --save`` writes."""
        from nn.storage.weights import save

        saved = self._train.editor.network()
        if saved is None:
            return
        try:
            save(path, saved)
        except NeurolupaError as error:
            self._window.show_notice(notice_of(error))

    # Dropping

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Take a file that is dropped on the window."""
        if not isinstance(event, QDropEvent) or event.type() == QEvent.Type.DragMove:
            return False
        path = dropped(event.mimeData())
        if not path:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.open_file(path)
        return True


def dropped(data: QMimeData) -> str:
    """The one file in ``data`` that can be opened, or ""."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and Path(paths[0]).suffix.lower() in (EXPERIMENT, NETWORK) else ""
