"""The gallery with its legend: what the workspace holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nn.inside.views import Layer


class GalleryView(QWidget):
    """One tile per neuron of a layer. Neurons are the layer's own numbers, from 0; on screen they count from 1, as in ``h1.2``.

    ``neuron_clicked(int)``; ``neuron_toggled(int)`` asks to switch one off or on (the power mark, a double click, Enter, Space or Del);
    ``selection_changed(object)`` carries a tuple; ``hovered(int)``, −1 for none.
    """

    neuron_clicked = Signal(int)
    neuron_toggled = Signal(int)
    selection_changed = Signal(object)
    hovered = Signal(int)

    def show_layer(self, layer: Layer | None, samples: int = 0) -> None:
        """A layer's tiles. ``samples`` is how many training samples "dead" speaks of; 0 doesn't say."""

    def show_selected(self, neurons: tuple[int, ...]) -> None:
        """Mark these as selected, without telling anyone."""

    def show_hovered(self, neuron: int) -> None:
        """Light up the neuron that the pointer is on somewhere else; −1 for none."""

    def show_about(self, name: str) -> None:
        """What contributions are about, a class or an output by name; "" is the error over the training samples."""
