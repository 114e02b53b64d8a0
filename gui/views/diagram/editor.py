"""The field that appears on a weight or a bias to type a new value."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal

from gui.fields.inline import ValueField
from gui.fields.numbers import parse_finite

WIDTH, HEIGHT = 150, 28


class ValueEditor(ValueField[int]):
    """Takes numbers for the parameter with an index."""

    applied = Signal(int, float)
    limit = float(np.finfo(np.float32).max)  # larger ones are refused

    def _send(self) -> None:
        place, value = self._place, parse_finite(self.text())
        if place is None:
            return
        if value is None:
            self._refuse(self.tr("Type a number such as 0.5, −2 or 1e-3."))
        elif abs(value) > self.limit:
            self._refuse(self.tr("That number is too large for the network's precision; type a smaller one."))
        else:
            self._apply(place, value)
