"""What the workspaces have in common: columns, jobs beside the window, and an end."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.session.jobs import Jobs


class Place(QWidget):
    """A workspace. ``undo`` holds its moves, and ``jobs`` its slow work.

    ``title_changed`` carries what is on screen in a few words; ``notice`` a :class:`~gui.errors.Notice` for the window's bar, or ``None``
    to take it away; ``closed`` that all work has ended after :meth:`shutdown` said False.
    """

    title_changed = Signal(str)
    notice = Signal(object)
    closed = Signal()

    undo: QUndoStack

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.jobs = Jobs(self)
        self._closing = False
        self.jobs.idle.connect(self._work_ended)

    def fill(self, columns: QWidget) -> None:
        """Give ``columns`` the whole room."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)

    def shutdown(self) -> bool:
        """End all work. True when that is done; else ``closed`` follows."""
        self._closing = True
        self.stop()
        self.jobs.cancel_all()
        return self.ended()

    def stop(self) -> None:
        """End what goes on besides the jobs: for workspaces that have more."""

    def ended(self) -> bool:
        """Whether nothing is at work any more."""
        return not self.jobs.running

    @Slot()
    def _work_ended(self) -> None:
        if self._closing and self.ended():
            self.closed.emit()
