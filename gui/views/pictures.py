"""A fitted picture: what it should be, what the network makes of it, and how far the two are apart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nn.inside.views import Floats, Pictures


class PicturesView(QWidget):
    """``finer_chosen(int)``: draw the network's picture 1 or 4 times finer than the target."""

    finer_chosen = Signal(int)

    def show_pictures(self, pictures: Pictures | None) -> None:
        """The three pictures and the mean squared error."""

    def show_grown(self, image: Floats | None, count: int = 0, of: int = 0, mse: float = float("nan")) -> None:
        """What ``count`` of ``of`` neurons make together, (h, w, c) from 0 to 1, in the network's place; ``None`` goes back to all of them."""
