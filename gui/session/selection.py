"""Which neuron is selected, which are switched off, which sample is followed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from gui.session.edits import EditParameter, SwitchNeurons
from gui.session.training_session import TrainingSession
from nn.choices import AblationMode
from nn.layout import Neuron
from nn.network import Ablation
from nn.training.commands import ChooseMap, ChooseSample, Command, SetAblation


class Selection(QObject):
    """What the person points at. ``neuron_changed`` carries a :class:`Neuron` or ``None``."""

    neuron_changed = Signal(object)

    def __init__(self, session: TrainingSession, undo: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._undo = undo
        self.neuron: Neuron | None = None
        # What was asked for, not what the newest snapshot shows: two quick presses of a key must both count.
        self.ablation = Ablation()
        self._several: frozenset[Neuron] = frozenset()  # chosen together; switched together

    def carry(self, same_network: bool) -> tuple[Command, ...]:
        """For a new run: what is off stays off while the network keeps its shape."""
        if same_network and self.ablation.off:
            return (SetAblation(self.ablation),)
        self.ablation = Ablation(mode=self.ablation.mode)
        self.select(None)
        return () if self.ablation == Ablation() else (SetAblation(self.ablation),)

    def apply(self, ablation: Ablation) -> None:
        """Switch without undo: this is what redo and undo call."""
        self.ablation = ablation
        self._session.send(SetAblation(ablation))

    @Slot(object)
    def select(self, neuron: Neuron | None) -> None:
        self._several = frozenset()
        if neuron != self.neuron:
            self.neuron = neuron
            self.neuron_changed.emit(neuron)

    def select_several(self, neurons: frozenset[Neuron]) -> None:
        """Choose several hidden neurons: they are switched together from now on."""
        self._several = frozenset(filter(self._is_hidden, neurons))

    @Slot(object)
    def toggle(self, neuron: Neuron) -> None:
        """Switch a hidden neuron off, or on again."""
        self.select(neuron)
        if self._is_hidden(neuron):
            self._switch(self.ablation.off ^ {neuron})

    @Slot()
    def toggle_selected(self) -> None:
        if len(self._several) > 1:
            gone = self._several <= self.ablation.off
            self._switch(self.ablation.off - self._several if gone else self.ablation.off | self._several)
        elif self.neuron is not None:
            self.toggle(self.neuron)

    @Slot(object)
    def alone(self, neuron: Neuron) -> None:
        """Switch all others of its layer off; asked again, bring them back."""
        snapshot = self._session.snapshot
        if snapshot is None or not self._is_hidden(neuron):
            return
        self.select(neuron)
        layer = frozenset(Neuron(neuron.layer, i) for i in range(snapshot.architecture.widths[neuron.layer]))
        others = layer - {neuron}
        off = self.ablation.off
        is_alone = off & layer == others
        self._switch(off - layer if is_alone else (off - layer) | others)

    @Slot()
    def selected_alone(self) -> None:
        if self.neuron is not None:
            self.alone(self.neuron)

    @Slot()
    def all_on(self) -> None:
        if self.ablation.off:
            self._switch(frozenset())

    @Slot(object)
    def set_mode(self, mode: AblationMode) -> None:
        """What switched-off neurons put out from now on."""
        self._switch(self.ablation.off, mode)

    def _is_hidden(self, neuron: Neuron) -> bool:
        snapshot = self._session.snapshot
        return snapshot is not None and 0 < neuron.layer < snapshot.architecture.layout.depth

    def _switch(self, off: frozenset[Neuron], mode: AblationMode | None = None) -> None:
        wanted = Ablation(off, mode or self.ablation.mode)
        if wanted != self.ablation:
            self._undo.push(SwitchNeurons(self.apply, self.ablation, wanted))

    @Slot(int, float)
    def edit_parameter(self, index: int, value: float) -> None:
        """Set a weight or bias, with undo."""
        snapshot = self._session.snapshot
        if snapshot is not None:
            self._undo.push(EditParameter(self._session, index, float(snapshot.params[index]), value))

    @Slot(int)
    def pick_sample(self, index: int) -> None:
        self._session.send(ChooseSample(index))

    @Slot(int, int)
    def choose_axes(self, horizontal: int, vertical: int) -> None:
        """Draw the map over two other columns of the data."""
        self._session.send(ChooseMap((horizontal, vertical)))
