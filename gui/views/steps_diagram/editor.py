"""The field that appears on an input, target, weight, bias or the learning rate to type a new value."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal

from gui.fields.inline import InlineField
from gui.fields.numbers import parse_number
from nn.replay.step import Kind, Quantity

WIDTH, HEIGHT = 190, 28


class ValueEditor(InlineField[Quantity]):
    """Sends ``applied(Quantity, value)`` on Enter; Escape or leaving it gives up. What can't be read is marked, and ``refused`` says why."""

    applied = Signal(object, float)
    refused = Signal(str)
    closed = Signal()

    def give_up(self) -> None:
        """Close without a change."""
        if self._place is not None:
            self._place = None
            self.closed.emit()  # the focus goes back first: hiding the field would send it on as the Tab key does
            self.hide()

    def _give_up(self) -> None:
        self.give_up()

    def _leave(self) -> None:
        self.give_up()

    def _clear(self) -> None:
        super()._clear()
        self.refused.emit("")

    def _send(self) -> None:
        place, value = self._place, parse_number(self.text())
        if place is None:
            return
        if value is None or not math.isfinite(value):
            self._refuse(self.tr("Type a number, such as 0.5, 0,5, −4 or 1e-3."))
        elif place.kind is Kind.RATE and value <= 0:
            self._refuse(self.tr("The learning rate must be a number above 0, such as 0.5."))
        else:
            self.give_up()
            self.applied.emit(place, value)

    def _refuse(self, sentence: str) -> None:
        self.set_problem(sentence)
        self.refused.emit(sentence)
