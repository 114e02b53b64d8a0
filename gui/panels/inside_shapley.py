"""Each neuron's fair share of what a layer does for the loss: Shapley values with their standard errors."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class ShapleyPanel(QWidget):
    """``compute_requested(permutations, seed)``, ``cancel_requested``, ``neuron_clicked(int)`` from 0."""

    compute_requested = Signal(int, int)
    cancel_requested = Signal()
    neuron_clicked = Signal(int)

    def show_shapley(
        self, layer: int, values: NDArray[np.floating], errors: NDArray[np.floating], whole: float, *, permutations: int, stale: bool = False
    ) -> None:
        """``values`` and ``errors`` (n,): a neuron's share and its standard error; ``whole``: the loss with all off less with all on."""

    def show_progress(self, done: int, of: int) -> None:
        """Permutations done; ``of`` 0: no job goes on."""

    def show_nothing(self, reason: str = "") -> None:
        """No values, and why there are none."""
