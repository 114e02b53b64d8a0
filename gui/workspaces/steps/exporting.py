"""From the walk on screen to a file: asks what and where, writes it, and says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.errors import notice_of, translated
from gui.export import Choice, save_png, save_svg, write_pdf
from gui.export.files import write_file
from gui.i18n import languages
from gui.panels.export_dialog import FILE_NAMES, ExportDialog, FileKind, Part, Wanted
from gui.session.jobs import Jobs
from gui.session.replay_player import ReplayPlayer
from gui.widgets.file_dialog import dialog_to_save
from gui.workspaces.writing import Writing
from nn.errors import NeurolupaError
from nn.replay.documents import Content, DocumentFormat, write
from nn.replay.walk import Walk

_FORMATS = {FileKind.HTML: DocumentFormat.HTML, FileKind.LATEX: DocumentFormat.LATEX, FileKind.MARKDOWN: DocumentFormat.MARKDOWN}


class Exporting(QObject):
    """``notice`` says what was written, or why it couldn't be. ``digits`` and ``title`` are those on screen."""

    notice = Signal(object)

    def __init__(self, picture: QWidget, player: ReplayPlayer, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._player = player
        self._writing = Writing(jobs, self)
        self._writing.notice.connect(self.notice)
        self._wanted: Wanted | None = None
        self.digits = 6
        self.title = ""

    # Asking

    @Slot()
    def ask(self) -> None:
        """Ask what is to be exported, then where to."""
        if self._player.walk is None:
            return
        dialog = ExportDialog(self._picture.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._ask_where)
        dialog.open()

    @Slot(object)
    def _ask_where(self, wanted: Wanted) -> None:
        self._wanted = wanted
        name = f"{wanted.content.value if wanted.content is not None else 'steps'}.{wanted.kind.value}"
        dialog = dialog_to_save(self._picture.window(), f"{FILE_NAMES[wanted.kind]} (*.{wanted.kind.value})", name)
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, path: str) -> None:
        if self._wanted is not None:
            self.export(path, self._wanted)

    # Doing

    def export(self, path: str, wanted: Wanted) -> None:
        """Write the file. A document is made on another thread, since a long walk has hundreds of pages."""
        walk = self._player.walk
        if walk is None:
            return
        try:
            if wanted.content is None:
                self._save_picture(path, wanted.kind)
                self._writing.tell(path)
            else:
                self._start(path, wanted, wanted.content, walk)
        except NeurolupaError as error:
            self.notice.emit(notice_of(error))

    def _save_picture(self, path: str, kind: FileKind) -> None:
        if kind is FileKind.SVG:
            save_svg(self._picture, path, title=self.title)
        else:
            save_png(self._picture, path)

    def _start(self, path: str, wanted: Wanted, content: Content, walk: Walk) -> None:
        first, last = steps_of(walk, self._player.position, wanted.part)
        language, digits, title = languages().language.value, self.digits, self.title

        def pdf(cancelled: Callable[[], bool], report: Callable[[float], None]) -> None:
            write_pdf(path, walk, Choice(content, digits, wanted.blanks, first, last, title), cancelled, report)

        def text(_cancelled: Callable[[], bool], _report: Callable[[float], None]) -> None:
            document = write(
                walk,
                _FORMATS[wanted.kind],
                content,
                digits=digits,
                first=first,
                last=last,
                title=title,
                blanks=wanted.blanks,
                translate=translated,
                language=language,
            )
            write_file(path, document.encode())

        self._writing.start(path, pdf if wanted.kind is FileKind.PDF else text)


def steps_of(walk: Walk, position: int, part: Part) -> tuple[int, int]:
    """The ids of the first and the last step of a part of the walk, as seen from the step at ``position``."""
    if part is Part.ALL:
        return 0, len(walk.steps) - 1
    if part is Part.SO_FAR:
        return 0, position
    iteration = walk.steps[position].iteration
    ids = [step.id for step in walk.steps if step.iteration == iteration]
    return ids[0], ids[-1]
