"""How one neuron's output is spread over the classes, and the samples that excite it most."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class DistributionView(QWidget):
    """``sample_clicked(int)`` carries a data-set number."""

    sample_clicked = Signal(int)

    def show_distribution(self, name: str, edges: NDArray[np.floating], counts: NDArray[np.integer], class_names: tuple[str, ...]) -> None:
        """``name`` of the neuron, ``h1.3``; ``edges`` (b + 1,) of its output; ``counts`` (classes, b) samples of each class."""

    def show_samples(
        self, numbers: NDArray[np.integer], outputs: NDArray[np.floating], raw: NDArray[np.floating], image_shape: tuple[int, int] | None = None
    ) -> None:
        """The most exciting samples: data-set ``numbers`` (m,), the neuron's ``outputs`` (m,) for them, ``raw`` (m, d) as they are."""

    def show_nothing(self, reason: str = "") -> None:
        """Nothing to see, and why."""
