"""Under the diagram: the contributions and the difference map, side by side where there is room, else one at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.button import IconButton
from gui.fields.paint import follow_theme, px
from gui.panels.contribution import ContributionPanel
from gui.theme import theme
from gui.views.difference_map import DifferenceMap

HEIGHT = 180
MAP_WIDTH = 160
# Below so many pixels the two don't fit side by side.
ROOM_FOR_BOTH = 520


class Below(QWidget):
    """In a narrow window a button turns the page from the contributions to the map and back."""

    def __init__(self, contribution: ContributionPanel, difference: DifferenceMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contribution = contribution
        self._difference = difference
        self._room = ROOM_FOR_BOTH
        self._map_first = False  # what is shown where both have no room
        self.turn = IconButton("map")
        self.turn.clicked.connect(self._turn)
        self._arrange()
        follow_theme(self._restyle)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._contribution, 1)
        self._beside = QVBoxLayout()
        self._beside.addWidget(self._difference)
        row.addLayout(self._beside)
        self._corner = QVBoxLayout()
        self._corner.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._corner)

    def show_room(self, width: int) -> None:
        """The pixels that the two have side by side."""
        self._room = width
        self._show()

    @property
    def both(self) -> bool:
        """Whether the two stand side by side."""
        return self._room >= ROOM_FOR_BOTH * theme().scale

    @Slot()
    def _turn(self) -> None:
        self._map_first = not self._map_first
        self._show()

    def _show(self) -> None:
        both = self.both
        self._contribution.setVisible(both or not self._map_first)
        self._difference.setVisible(both or self._map_first)
        self.turn.setVisible(not both)
        self._difference.setMinimumWidth(px(MAP_WIDTH))
        self._difference.setMaximumWidth(px(MAP_WIDTH) if both else 16_777_215)
        self._corner.setContentsMargins(0, px(8), 0 if both else px(8), 0)
        self._name_turn()

    def _name_turn(self) -> None:
        self.turn.set_icon("bars" if self._map_first else "map")
        self.turn.set_name(self.tr("Show the contributions") if self._map_first else self.tr("Show the difference map"))

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self._beside.setContentsMargins(0, px(11), 0, 0)  # the map's title stands in line with the contributions'
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_turn()
