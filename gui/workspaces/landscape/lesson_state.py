"""What the person has set in the perceptron lesson, as one frozen record, and the way back to what was set before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from gui.views.perceptron_view import Handle
from nn.choices import Activation
from nn.landscape import perceptron as neurons
from nn.landscape.loans import Loans, LoanSettings
from nn.landscape.perceptron import Perceptron

FIRST_CLIENTS = LoanSettings(clients=24)  # so few that the steps of the cost can be seen


@dataclass(frozen=True)
class LessonState:
    """What the person has set. ``handles`` are the ends of the line, in the clients' units."""

    neuron: Perceptron
    handles: tuple[Handle, Handle] | None
    settings: LoanSettings = FIRST_CLIENTS
    activation: Activation = Activation.STEP


class LessonMove(QUndoCommand):
    """A line moved, or another choice."""

    def __init__(self, show: Callable[[LessonState], None], old: LessonState, new: LessonState) -> None:
        super().__init__(QCoreApplication.translate("Undo", "Change the perceptron"))
        self._show, self._old, self._new = show, old, new

    def redo(self) -> None:
        self._show(self._new)

    def undo(self) -> None:
        self._show(self._old)


def between(neuron: Perceptron, data: Loans) -> tuple[Handle, Handle] | None:
    """Two places to take the line by, a fifth of its way from each end; ``None`` where it isn't in sight."""
    ends = neurons.handles(neuron, data)
    if ends is None:
        return None
    p, q = (ends[0] + share * (ends[1] - ends[0]) for share in (0.2, 0.8))
    return (float(p[0]), float(p[1])), (float(q[0]), float(q[1]))
