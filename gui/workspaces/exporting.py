"""From the screen to a file: asks what and where, writes it, and says so. What the workspaces with something to export have in common."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.errors import notice_of
from gui.export import save_png, save_svg
from gui.export.files import write_file
from gui.i18n import languages
from gui.panels.export_dialog import FILE_NAMES, ExportDialog, FileKind, Wanted
from gui.session.jobs import Jobs, Work
from gui.widgets.file_dialog import dialog_to_save
from gui.workspaces.writing import Writing
from nn.errors import NeurolupaError
from nn.replay.documents import Content, DocumentFormat

_FORMATS = {FileKind.HTML: DocumentFormat.HTML, FileKind.LATEX: DocumentFormat.LATEX, FileKind.MARKDOWN: DocumentFormat.MARKDOWN}


class Exporter(QObject):
    """``notice`` says what was written, or why it couldn't be. ``title`` is the one on screen; a picture's file is called ``stem`` at first."""

    notice = Signal(object)

    def __init__(self, picture: QWidget, stem: str, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = Writing(jobs, self)
        self._writing.notice.connect(self.notice)
        self._shown, self._stem = picture, stem
        self._wanted: Wanted | None = None
        self.title = ""

    # What a subclass says

    def _dialog(self, parent: QWidget) -> ExportDialog | None:
        """The questions; ``None`` where there is nothing to export."""
        raise NotImplementedError

    def _work(self, path: str, wanted: Wanted, content: Content) -> Work | None:
        """What writes a document on another thread. Raises a NeurolupaError."""
        raise NotImplementedError

    # Asking

    @Slot()
    def ask(self) -> None:
        """Ask what is to be exported, then where to."""
        dialog = self._dialog(self._shown.window())
        if dialog is not None:
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(self._ask_where)
            dialog.open()

    @Slot(object)
    def _ask_where(self, wanted: Wanted) -> None:
        self._wanted = wanted
        name = f"{wanted.content.value if wanted.content is not None else self._stem}.{wanted.kind.value}"
        dialog = dialog_to_save(self._shown.window(), f"{FILE_NAMES[wanted.kind]} (*.{wanted.kind.value})", name)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, path: str) -> None:
        if self._wanted is not None:
            self.export(path, self._wanted)

    # Doing

    def export(self, path: str, wanted: Wanted) -> None:
        """Write the picture at once, a document on another thread: a long one has hundreds of pages."""
        try:
            if wanted.content is None:
                self._save_picture(path, wanted.kind)
                self._writing.tell(path)
            else:
                work = self._work(path, wanted, wanted.content)
                if work is not None:
                    self._writing.start(path, work)
        except NeurolupaError as error:
            self.notice.emit(notice_of(error))

    def _save_picture(self, path: str, kind: FileKind) -> None:
        if kind is FileKind.SVG:
            save_svg(self._shown, path, title=self.title)
        else:
            save_png(self._shown, path)


def text_work(path: str, kind: FileKind, write: Callable[[DocumentFormat, str], str]) -> Work:
    """Has ``write(format, language)`` make the document, and puts it into the file."""
    language = languages().language.value

    def work(_cancelled: Callable[[], bool], _report: Callable[[float], None]) -> None:
        write_file(path, write(_FORMATS[kind], language).encode())

    return work
