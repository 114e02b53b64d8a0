"""A large part with a smaller one beside it, or below it where there is no room beside."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gui.fields.bare import bare
from gui.fields.paint import follow_theme, px

LEAST = 480  # px: a narrower place has both one below the other
GAP = 20  # px between the two


class Beside(QWidget):
    """Put the large part's widgets into ``main`` and the smaller one's into ``side``, which is ``width`` px wide at most.

    Where the large part is a ``square``, the smaller one lies below it if the square becomes larger so.
    """

    def __init__(self, width: int, parent: QWidget | None = None, *, square: bool = False) -> None:
        super().__init__(parent)
        self._width, self._square = width, square
        self._first, self._second = QWidget(), QWidget()
        self.main, self.side = bare(QVBoxLayout(self._first)), bare(QVBoxLayout(self._second))
        self._row = bare(QBoxLayout(QBoxLayout.Direction.LeftToRight, self))
        self._row.addWidget(self._first, 1)
        self._row.addWidget(self._second, 0)
        follow_theme(self._fit)

    def show_main(self, on: bool) -> None:
        """The large part, or the smaller one alone while there is nothing to see in it."""
        self._first.setVisible(on)
        self._fit()

    @property
    def is_wide(self) -> bool:
        """Whether the two stand side by side."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def _fit(self) -> None:
        beside, below = self.width() - px(self._width), self.height() - self._second.sizeHint().height()
        alone = self._first.isHidden()
        wide = self.width() >= px(LEAST) and not alone and not (self._square and below > beside)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(px(GAP if wide else 8))
        width = min(px(self._width), round(0.45 * self.width())) if wide else 16_777_215
        self._second.setMinimumWidth(width if wide else 0)
        self._second.setMaximumWidth(px(LEAST) if alone else width)
        for column in (self.main, self.side):
            column.setSpacing(px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
