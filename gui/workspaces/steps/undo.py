"""What can be undone in the Steps workspace: changed numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from nn.replay.subject import Subject


class ChangeSubject(QUndoCommand):
    """One number, or one setting, changed by hand."""

    def __init__(self, show: Callable[[Subject], None], old: Subject, new: Subject) -> None:
        super().__init__(QCoreApplication.translate("Undo", "Change a number"))
        self._show = show
        self.old = old
        self.new = new

    def redo(self) -> None:
        self._show(self.new)

    def undo(self) -> None:
        self._show(self.old)
