"""The Train workspace's places: forms left, diagram and contributions in the middle, maps and loss right, transport below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.bare import bare, scrolled
from gui.fields.divider import Divider
from gui.fields.paint import follow_theme, px
from gui.panels.contribution import ContributionPanel
from gui.panels.data import DataPanel
from gui.panels.device import DevicePanel
from gui.panels.network import NetworkPanel
from gui.panels.training import TrainingPanel
from gui.panels.transport import TransportPanel
from gui.views.decision_map import DecisionMap
from gui.views.diagram import NetworkDiagram
from gui.views.difference_map import DifferenceMap
from gui.views.loss_plot import LossPlot
from gui.workspaces.train.below import Below
from gui.workspaces.train.measures import LEFT, RIGHT

KINDS: tuple[type[QWidget], ...] = (
    NetworkDiagram, DecisionMap, LossPlot, DifferenceMap, ContributionPanel, TransportPanel, DataPanel, NetworkPanel, TrainingPanel, DevicePanel,
)  # fmt: skip
W = TypeVar("W", bound=QWidget)


class Parts:
    """What stands in the columns. Forms take a while to be made: :meth:`steps` makes one at a time."""

    def __init__(self) -> None:
        self.made: dict[type[QWidget], QWidget] = {}

    def steps(self) -> Iterator[None]:
        """Makes one part with each step, if it isn't there yet."""
        for kind in KINDS:
            self.get(kind)
            yield

    def get(self, kind: type[W]) -> W:
        """The part of a kind, made now if it isn't there yet."""
        if kind not in self.made:
            self.made[kind] = kind()
        return cast(W, self.made[kind])


class TrainColumns(QWidget):
    """Holds the views and panels; what they say to one another is the wiring's business."""

    def __init__(self, parts: Parts | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        made = parts or Parts()
        self.data = made.get(DataPanel)
        self.network = made.get(NetworkPanel)
        self.training = made.get(TrainingPanel)
        self.device = made.get(DevicePanel)
        self.diagram = made.get(NetworkDiagram)
        self.contribution = made.get(ContributionPanel)
        self.difference = made.get(DifferenceMap)
        self.below = Below(self.contribution, self.difference)
        self.decision = made.get(DecisionMap)
        self.loss = made.get(LossPlot)
        self.transport = made.get(TransportPanel)
        self._arrange()
        follow_theme(self._restyle)

    def _arrange(self) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._left())
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        columns.addLayout(self._middle(), 2)
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        columns.addWidget(self._right(), 1)
        whole = bare(QVBoxLayout())
        whole.addLayout(columns, 1)
        whole.addWidget(Divider(Qt.Orientation.Horizontal))
        whole.addWidget(self.transport)
        self.setLayout(whole)

    def _left(self) -> QWidget:
        inner = QWidget()
        layout = bare(QVBoxLayout())
        for number, panel in enumerate((self.data, self.network, self.training, self.device)):
            if number:
                layout.addWidget(Divider(Qt.Orientation.Horizontal))
            layout.addWidget(panel)
        layout.addStretch(1)
        inner.setLayout(layout)
        self._forms = scrolled(inner)
        return self._forms

    def _middle(self) -> QVBoxLayout:
        middle = bare(QVBoxLayout())
        self.diagram.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        middle.addWidget(self.diagram, 1)
        middle.addWidget(Divider(Qt.Orientation.Horizontal))
        middle.addWidget(self.below)
        return middle

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        middle = self.width() - LEFT - max(RIGHT[0], min(RIGHT[1], (self.width() - LEFT) // 3))
        self.below.show_room(middle)

    def _right(self) -> QWidget:
        right = self._right_column = QWidget()
        layout = bare(QVBoxLayout())
        layout.addWidget(self.decision, 5)
        layout.addWidget(self.loss, 4)
        right.setLayout(layout)
        return right

    def _restyle(self) -> None:
        """The columns' widths at the theme's scale: a projector's larger words need more room."""
        self._forms.setFixedWidth(px(LEFT))
        self._right_column.setMinimumWidth(RIGHT[0])  # as drawn at its least: what it shows shrinks
        self._right_column.setMaximumWidth(px(RIGHT[1]))
