"""Exercises as files: opened, saved, and on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from gui.errors import notice_of, translated
from gui.export import write_outline
from gui.panels.export_dialog import ExportDialog, FileKind, Wanted
from gui.panels.graph.export_dialog import GraphExportDialog
from gui.session.jobs import Jobs, Work
from gui.views.graph_view import GraphView
from gui.widgets.file_dialog import dialog_to_open, dialog_to_save
from gui.workspaces.exporting import Exporter, text_work
from gui.workspaces.graph.paper import figure_of
from gui.workspaces.graph.session import GraphSession
from nn.errors import NeurolupaError
from nn.graph.documents import outline_of, write
from nn.replay.documents import Content, DocumentFormat
from nn.storage import exercise as storage

EXERCISES, ENDING = "Neurolupa (*.toml)", ".toml"
DIGITS = 6


class Filing(Exporter):
    """Exports as every :class:`Exporter` does; also opens exercises and saves them."""

    def __init__(self, picture: GraphView, session: GraphSession, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(picture, "graph", jobs, parent)
        self._graph, self._session = picture, session

    # Exercises

    @Slot()
    def ask_what_to_open(self) -> None:
        dialog = dialog_to_open(self._graph.window(), EXERCISES)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    @Slot()
    def ask_where_to_save(self) -> None:
        dialog = dialog_to_save(self._graph.window(), EXERCISES, f"exercise{ENDING}")
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Begin the exercise in a file; one that can't be read changes nothing."""
        try:
            self._session.open_task(storage.read(path))
        except NeurolupaError as error:
            self.notice.emit(notice_of(error))

    @Slot(str)
    def save_file(self, path: str) -> None:
        """Write the exercise on screen to a file, without what was answered."""
        try:
            storage.write(path, self._session.exercise.task)
        except NeurolupaError as error:
            self.notice.emit(notice_of(error))
        else:
            self._writing.tell(path)

    # On paper

    def _dialog(self, parent: QWidget) -> ExportDialog | None:
        return GraphExportDialog(parent)

    def _work(self, path: str, wanted: Wanted, content: Content) -> Work | None:
        exercise, title, blanks = self._session.exercise, self.title, wanted.blanks
        drawn = self._graph.picture
        figure = figure_of(exercise, drawn.plan, content) if drawn is not None else None

        def pdf(cancelled: Callable[[], bool], report: Callable[[float], None]) -> None:
            outline = outline_of(exercise, content, blanks, title)
            write_outline(path, outline, DIGITS, figure=figure, cancelled=cancelled, progress=report)

        def text(form: DocumentFormat, language: str) -> str:
            return write(exercise, form, content, digits=DIGITS, title=title, blanks=blanks, translate=translated, language=language)

        return pdf if wanted.kind is FileKind.PDF else text_work(path, wanted.kind, text)
