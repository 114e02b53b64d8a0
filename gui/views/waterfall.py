"""What the neurons of the last hidden layer add to one output's pre-activation, from its bias to its sum."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nn.inside.views import Answer


class Waterfall(QWidget):
    """``neuron_clicked(int)`` and ``neuron_hovered(int)``, −1 for none: numbers in the last hidden layer, from 0."""

    neuron_clicked = Signal(int)
    neuron_hovered = Signal(int)

    def show_answer(self, answer: Answer | None, class_name: str = "", output_text: str = "") -> None:
        """``class_name`` is what the neurons add to: "class 3", "red"; ``output_text`` what the sum becomes: "softmax 80.0 %"."""

    def show_selected(self, neurons: tuple[int, ...]) -> None:
        """Mark these, without telling anyone."""

    def show_hovered(self, neuron: int) -> None:
        """Light up the neuron that the pointer is on somewhere else; −1 for none."""
