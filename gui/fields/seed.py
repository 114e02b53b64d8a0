"""A seed, with a dice button that draws another one."""

from __future__ import annotations

import secrets

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.fields.button import IconButton
from gui.fields.line import NumberField, NumberKind, Trial
from gui.fields.paint import px

SEEDS = 1000  # the dice stays below: short numbers are easier to tell a neighbour


class SeedField(NumberField):
    """A whole number; the dice in it commits a new one."""

    def __init__(self, key: str, trial: Trial, parent: QWidget | None = None) -> None:
        self.dice: IconButton | None = None
        super().__init__(key, NumberKind(whole=True, grouped=False), trial, parent)
        self.dice = IconButton("dice", "", 24, 22, self)
        self.dice.clicked.connect(self.roll)
        self._restyle()

    def roll(self) -> None:
        """Draw and commit a seed other than the present one."""
        seed = secrets.randbelow(SEEDS - 1)
        self.setText(str(seed + 1 if self.value is not None and seed >= self.value else seed))
        self.commit()

    def _restyle(self) -> None:
        super()._restyle()
        if self.dice is not None:
            self.setTextMargins(px(8), 0, px(28), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.dice is not None:
            self.dice.move(self.width() - self.dice.width() - px(3), (self.height() - self.dice.height()) // 2)
