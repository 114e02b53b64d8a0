"""The menu of a neuron, an edge or the ground."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.views.diagram.hits import BiasHit, EdgeHit, Hit, NeuronHit, PillHit
from nn.layout import Neuron
from nn.training.snapshot import RunState, Snapshot

EDITABLE = frozenset({RunState.PAUSED, RunState.FINISHED})


class DiagramMenu(QMenu):
    """What can be done with ``found``; its signals say what was chosen."""

    toggle_chosen = Signal(object)  # Neuron
    alone_chosen = Signal(object)  # Neuron
    all_on_chosen = Signal()
    edit_chosen = Signal(object)  # EdgeHit or BiasHit
    fit_chosen = Signal()

    def __init__(self, parent: QWidget, snapshot: Snapshot, found: Hit | None) -> None:
        super().__init__(parent)
        self._found = found
        neuron = found.neuron if isinstance(found, NeuronHit | BiasHit) else None
        if neuron is not None and 0 < neuron.layer < snapshot.architecture.layout.depth:
            self._add_switches(neuron, snapshot)
        if neuron is None or snapshot.ablation.off:
            self._add(self.tr("All on")).triggered.connect(self.all_on_chosen)
            self.actions()[-1].setEnabled(bool(snapshot.ablation.off))
        self._add_edit(neuron, snapshot)
        self.addSeparator()
        self._add(self.tr("Fit")).triggered.connect(self.fit_chosen)

    def _add(self, text: str) -> QAction:
        action = QAction(text, self)
        self.addAction(action)
        return action

    def _add_switches(self, neuron: Neuron, snapshot: Snapshot) -> None:
        text = self.tr("Switch on") if neuron in snapshot.ablation.off else self.tr("Switch off")
        self._add(text).triggered.connect(self._send_toggle)
        self._add(self.tr("Alone in its layer")).triggered.connect(self._send_alone)

    def _add_edit(self, neuron: Neuron | None, snapshot: Snapshot) -> None:
        weight = isinstance(self._found, EdgeHit) and self._found.index >= 0
        if not weight and (neuron is None or neuron.layer == 0):
            return
        action = self._add(self.tr("Edit weight…") if weight else self.tr("Edit bias…"))
        action.setEnabled(snapshot.state in EDITABLE)
        action.triggered.connect(self._send_edit)

    def _send_toggle(self) -> None:
        if isinstance(self._found, NeuronHit | BiasHit):
            self.toggle_chosen.emit(self._found.neuron)

    def _send_alone(self) -> None:
        if isinstance(self._found, NeuronHit | BiasHit):
            self.alone_chosen.emit(self._found.neuron)

    def _send_edit(self) -> None:
        if self._found is not None and not isinstance(self._found, PillHit):
            self.edit_chosen.emit(self._found)
