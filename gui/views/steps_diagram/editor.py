"""The field that appears on an input, target, weight, bias or the learning rate to type a new value."""

from __future__ import annotations

from gui.fields.inline import ValueField
from gui.fields.numbers import parse_finite
from nn.replay.step import Kind, Quantity

WIDTH, HEIGHT = 190, 28


class ValueEditor(ValueField[Quantity]):
    """Takes finite numbers, for the learning rate above 0."""

    def _send(self) -> None:
        place, value = self._place, parse_finite(self.text())
        if place is None:
            return
        if value is None:
            self._refuse(self.tr("Type a number, such as 0.5, 0,5, −4 or 1e-3."))
        elif place.kind is Kind.RATE and value <= 0:
            self._refuse(self.tr("The learning rate must be a number above 0, such as 0.5."))
        else:
            self._apply(place, value)
