"""Opening and saving: what is asked for, what is read and written, and what is said when that can't be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from gui.actions import Actions
from gui.errors import notice_of
from gui.main_window import MainWindow
from gui.workspaces.train.workspace import TrainWorkspace
from nn.errors import NeurolupaError
from nn.settings import Experiment
from nn.storage import experiment as storage

FILE_FILTER = "TOML (*.toml)"


class Files(QObject):
    """The File menu's part of the program. What can't be read or written changes nothing; the window says why."""

    def __init__(self, window: MainWindow, train: TrainWorkspace, actions: Actions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._train = train
        self.experiment: Experiment | None = None  # what is on screen
        train.experiment_changed.connect(self._follow)
        actions["open"].triggered.connect(self._ask_what_to_open)
        actions["save"].triggered.connect(self._ask_where_to_save)

    @Slot(object)
    def _follow(self, experiment: Experiment) -> None:
        self.experiment = experiment

    # Asking

    @Slot()
    def _ask_what_to_open(self) -> None:
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    @Slot()
    def _ask_where_to_save(self) -> None:
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile("experiment.toml")
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    def _dialog(self, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(FILE_FILTER)
        return dialog

    # Doing

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Start the experiment in a file; one that can't be read changes nothing."""
        try:
            self._train.open_experiment(storage.read(path))
        except NeurolupaError as error:
            self._window.show_notice(notice_of(error))

    @Slot(str)
    def save_file(self, path: str) -> None:
        """Write the experiment on screen to a file."""
        if self.experiment is None:
            return
        try:
            storage.write(path, self.experiment)
        except NeurolupaError as error:
            self._window.show_notice(notice_of(error))
