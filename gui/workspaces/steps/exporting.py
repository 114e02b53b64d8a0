"""From the walk on screen to a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.errors import translated
from gui.export import Choice, write_pdf
from gui.panels.export_dialog import ExportDialog, FileKind, Part, Wanted
from gui.session.jobs import Jobs, Work
from gui.session.replay_player import ReplayPlayer
from gui.workspaces.exporting import Exporter, text_work
from nn.replay.documents import Content, DocumentFormat, write
from nn.replay.walk import Walk


class Exporting(Exporter):
    """``digits`` are those on screen."""

    def __init__(self, picture: QWidget, player: ReplayPlayer, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(picture, "steps", jobs, parent)
        self._player = player
        self.digits = 6

    def _dialog(self, parent: QWidget) -> ExportDialog | None:
        return None if self._player.walk is None else ExportDialog(parent)

    def _work(self, path: str, wanted: Wanted, content: Content) -> Work | None:
        walk = self._player.walk
        if walk is None:
            return None
        first, last = steps_of(walk, self._player.position, wanted.part)
        digits, title, blanks = self.digits, self.title, wanted.blanks

        def pdf(cancelled: Callable[[], bool], report: Callable[[float], None]) -> None:
            write_pdf(path, walk, Choice(content, digits, blanks, first, last, title), cancelled, report)

        def text(form: DocumentFormat, language: str) -> str:
            return write(
                walk,
                form,
                content,
                digits=digits,
                first=first,
                last=last,
                title=title,
                blanks=blanks,
                translate=translated,
                language=language,
            )

        return pdf if wanted.kind is FileKind.PDF else text_work(path, wanted.kind, text)


def steps_of(walk: Walk, position: int, part: Part) -> tuple[int, int]:
    """The ids of the first and the last step of a part of the walk, as seen from the step at ``position``."""
    if part is Part.ALL:
        return 0, len(walk.steps) - 1
    if part is Part.SO_FAR:
        return 0, position
    iteration = walk.steps[position].iteration
    ids = [step.id for step in walk.steps if step.iteration == iteration]
    return ids[0], ids[-1]
