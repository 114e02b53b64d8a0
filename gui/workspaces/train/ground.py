"""What the first picture shows of the Train workspace: its columns, empty, where they will be. Forms and views take their places."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.theme import theme
from gui.workspaces.train.measures import CONTRIBUTION_HEIGHT, DIAGRAM_WIDTH, LEFT, RIGHT, TRANSPORT_HEIGHT


class TrainGround(QWidget):
    """Needs neither the engine nor NumPy: it is on screen before they are fetched. The lines are the gaps between its places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.diagram, self.below, self.right, self.transport = (QWidget() for _ in range(5))
        for place in (self.left, self.diagram, self.below, self.right, self.transport):
            place.setAutoFillBackground(True)
        middle = QVBoxLayout()
        middle.addWidget(self.diagram, 1)
        middle.addWidget(self.below)
        columns = QHBoxLayout()
        columns.addWidget(self.left)
        columns.addLayout(middle, 2)
        columns.addWidget(self.right, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(columns, 1)
        whole.addWidget(self.transport)
        for layout in (middle, columns, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(1)
        follow_theme(self._restyle)

    def _restyle(self) -> None:
        self.left.setFixedWidth(px(LEFT))
        self.diagram.setMinimumWidth(px(DIAGRAM_WIDTH))
        self.below.setFixedHeight(px(CONTRIBUTION_HEIGHT))
        self.right.setMinimumWidth(RIGHT[0])
        self.right.setMaximumWidth(px(RIGHT[1]))
        self.transport.setFixedHeight(px(TRANSPORT_HEIGHT))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().color("line"))
