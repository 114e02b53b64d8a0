"""Hidden neurons by name, as the plots' labels say them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from nn.layout import Neuron


def neuron_names(neurons: Iterable[Neuron], most: int = 2) -> str:
    """``h2.8``, ``h1.1, h2.8``, or how many there are when they are more than ``most``."""
    ordered = sorted(neurons)
    if len(ordered) > most:
        return QCoreApplication.translate("neuron_text", "%n neuron(s)", "", len(ordered))
    return ", ".join(f"h{neuron.layer}.{neuron.index + 1}" for neuron in ordered)
