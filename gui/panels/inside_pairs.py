"""How much two neurons overlap, for every pair of a layer: a matrix."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class PairsPanel(QWidget):
    """``compute_requested`` and ``cancel_requested``; ``pair_clicked(int, int)`` carries two neurons of the layer, from 0."""

    compute_requested = Signal()
    cancel_requested = Signal()
    pair_clicked = Signal(int, int)

    def show_pairs(self, layer: int, overlap: NDArray[np.floating], alone: NDArray[np.floating], *, stale: bool = False) -> None:
        """``overlap`` (n, n): loss change of both off, less the two alone; ``alone`` (n,): of each one off. ``stale``: of an earlier moment."""

    def show_progress(self, done: int, of: int) -> None:
        """A job that goes on; ``of`` 0: none does."""

    def show_nothing(self, reason: str = "") -> None:
        """No matrix, and why there is none."""
