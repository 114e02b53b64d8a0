"""What can be undone in a run: edited weights and switched neurons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from gui.session.training_session import TrainingSession
from nn.network import Ablation
from nn.training.commands import SetParameter


class EditParameter(QUndoCommand):
    """One weight or bias set by hand."""

    def __init__(self, session: TrainingSession, index: int, old: float, new: float) -> None:
        super().__init__(QCoreApplication.translate("Undo", "Edit a weight"))
        self._session = session
        self._index = index
        self._old = old
        self._new = new

    def redo(self) -> None:
        self._session.send(SetParameter(self._index, self._new))

    def undo(self) -> None:
        self._session.send(SetParameter(self._index, self._old))


class SwitchNeurons(QUndoCommand):
    """Neurons switched off or on."""

    def __init__(self, apply: Callable[[Ablation], None], old: Ablation, new: Ablation) -> None:
        super().__init__(QCoreApplication.translate("Undo", "Switch neurons"))
        self._apply = apply
        self._old = old
        self._new = new

    def redo(self) -> None:
        self._apply(self._new)

    def undo(self) -> None:
        self._apply(self._old)
