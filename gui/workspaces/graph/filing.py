"""Exercises as files: opened, saved, and on paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from gui.errors import notice_of, translated
from gui.export import save_png, save_svg, write_outline
from gui.export.files import write_file
from gui.i18n import languages
from gui.panels.export_dialog import FILE_NAMES, FileKind, Wanted
from gui.panels.graph.export_dialog import GraphExportDialog
from gui.session.jobs import Jobs
from gui.views.graph_view import GraphView
from gui.widgets.file_dialog import dialog_to_open, dialog_to_save
from gui.workspaces.graph.paper import figure_of
from gui.workspaces.graph.session import GraphSession
from gui.workspaces.writing import Writing
from nn.errors import NeurolupaError
from nn.graph.documents import outline_of, write
from nn.replay.documents import Content, DocumentFormat
from nn.storage import exercise as storage

EXERCISES, ENDING = "Neurolupa (*.toml)", ".toml"
DIGITS = 6
_FORMATS = {FileKind.HTML: DocumentFormat.HTML, FileKind.LATEX: DocumentFormat.LATEX, FileKind.MARKDOWN: DocumentFormat.MARKDOWN}


class Filing(QObject):
    """``notice`` says what was written, or why something couldn't be read or written. ``title`` is the one on screen."""

    notice = Signal(object)

    def __init__(self, picture: GraphView, session: GraphSession, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = Writing(jobs, self)
        self._writing.notice.connect(self.notice)
        self._picture, self._session = picture, session
        self._wanted: Wanted | None = None
        self.title = ""

    # Asking

    @Slot()
    def ask_what_to_open(self) -> None:
        dialog = dialog_to_open(self._picture.window(), EXERCISES)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    @Slot()
    def ask_where_to_save(self) -> None:
        dialog = dialog_to_save(self._picture.window(), EXERCISES, f"exercise{ENDING}")
        dialog.fileSelected.connect(self.save_file)
        dialog.open()

    @Slot()
    def ask_what_to_export(self) -> None:
        dialog = GraphExportDialog(self._picture.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._ask_where_to_export)
        dialog.open()

    @Slot(object)
    def _ask_where_to_export(self, wanted: Wanted) -> None:
        self._wanted = wanted
        name = f"{wanted.content.value if wanted.content is not None else 'graph'}.{wanted.kind.value}"
        dialog = dialog_to_save(self._picture.window(), f"{FILE_NAMES[wanted.kind]} (*.{wanted.kind.value})", name)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, path: str) -> None:
        if self._wanted is not None:
            self.export(path, self._wanted)

    # Doing

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

    def export(self, path: str, wanted: Wanted) -> None:
        """Write the worksheet, its key, the worked example, or the picture. A document is made on another thread."""
        try:
            if wanted.content is not None:
                self._write(path, wanted, wanted.content)
                return
            if wanted.kind is FileKind.SVG:
                save_svg(self._picture, path, title=self.title)
            else:
                save_png(self._picture, path)
        except NeurolupaError as error:
            self.notice.emit(notice_of(error))
        else:
            self._writing.tell(path)

    def _write(self, path: str, wanted: Wanted, content: Content) -> None:
        exercise, title, language = self._session.exercise, self.title, languages().language.value
        drawn = self._picture.picture
        figure = figure_of(exercise, drawn.plan, content) if drawn is not None else None

        def pdf(cancelled: Callable[[], bool], report: Callable[[float], None]) -> None:
            outline = outline_of(exercise, content, wanted.blanks, title)
            write_outline(path, outline, DIGITS, figure=figure, cancelled=cancelled, progress=report)

        def text(_cancelled: Callable[[], bool], _report: Callable[[float], None]) -> None:
            document = write(
                exercise,
                _FORMATS[wanted.kind],
                content,
                digits=DIGITS,
                title=title,
                blanks=wanted.blanks,
                translate=translated,
                language=language,
            )
            write_file(path, document.encode())

        self._writing.start(path, pdf if wanted.kind is FileKind.PDF else text)
