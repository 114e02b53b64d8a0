"""Moves on the Landscape workspace, to be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from gui.workspaces.landscape.subject import Subject


class Move(QUndoCommand):
    """From one state to another. Moves of one drag are put together."""

    def __init__(self, text: str, show: Callable[[Subject], None], old: Subject, new: Subject, id_: int = -1) -> None:
        super().__init__(text)
        self._show, self._old, self._new, self._id = show, old, new, id_

    def id(self) -> int:
        return self._id

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Move) or other.id() != self._id:
            return False
        self._new = other._new
        return True

    def leads(self, old: Subject, new: Subject) -> bool:
        """Whether it is the move between these two."""
        return (self._old, self._new) == (old, new)

    def redo(self) -> None:
        self._show(self._new)

    def undo(self) -> None:
        self._show(self._old)
