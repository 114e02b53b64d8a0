"""The Steps workspace's places: lesson and outline left, diagram and equation in the middle, why, check and predict right, player below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from gui.fields.bare import bare, scrolled
from gui.fields.divider import Divider
from gui.fields.paint import follow_theme, px
from gui.panels.checks import ChecksPanel
from gui.panels.outline import OutlinePanel
from gui.panels.player import PlayerPanel
from gui.panels.predict import PredictPanel
from gui.panels.steps_heading import StepsHeading
from gui.panels.steps_setup import StepsSetupPanel
from gui.panels.why import WhyPanel
from gui.views.equation import EquationView
from gui.views.steps_diagram import StepsDiagram
from gui.workspaces.steps.left import LeftColumn

LEFT, RIGHT = 264, 352
# The right column is that much narrower in a window that leaves the middle less than this many pixels.
LEAST_MIDDLE, NARROW_RIGHT = 640, 288
CARD_GAP = 16


class StepsColumns(QWidget):
    """Holds the views and panels; what they say to one another is the wiring's business. ``picture`` is what an export draws."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setup = StepsSetupPanel()
        self.outline = OutlinePanel()
        self.heading = StepsHeading()
        self.diagram = StepsDiagram()
        self.equation = EquationView()
        self.why = WhyPanel()
        self.checks = ChecksPanel()
        self.predict = PredictPanel()
        self.player = PlayerPanel()
        self._arrange()
        follow_theme(self._restyle)

    def _arrange(self) -> None:
        columns = bare(QHBoxLayout())
        self._left_column = LeftColumn(self.setup, self.outline)
        columns.addWidget(self._left_column)
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        columns.addWidget(self._middle(), 1)
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        columns.addWidget(self._right())
        whole = bare(QVBoxLayout())
        whole.addLayout(columns, 1)
        whole.addWidget(Divider(Qt.Orientation.Horizontal))
        whole.addWidget(self.player)
        self.setLayout(whole)

    def _middle(self) -> QWidget:
        upper = QWidget()
        layout = bare(QVBoxLayout())
        layout.addWidget(self.heading)
        self.diagram.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout.addWidget(self.diagram, 1)
        upper.setLayout(layout)
        splitter = self.picture = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(upper)
        splitter.addWidget(self.equation)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        return splitter

    def _right(self) -> QWidget:
        inner = QWidget()
        cards = self._cards = bare(QVBoxLayout())
        for card in (self.why, self.checks, self.predict):
            cards.addWidget(card)
        cards.addStretch(1)
        inner.setLayout(cards)
        self._area = scrolled(inner)
        return self._area

    def _restyle(self) -> None:
        """The columns' widths at the theme's scale."""
        self._left_column.setFixedWidth(px(LEFT))
        self._share()
        self._cards.setSpacing(px(CARD_GAP))
        self._cards.setContentsMargins(px(CARD_GAP), px(CARD_GAP), px(CARD_GAP), px(CARD_GAP))

    def _share(self) -> None:
        """The right column gives way where the middle would become too narrow."""
        middle = self.width() - px(LEFT) - px(RIGHT)
        self._area.setFixedWidth(px(RIGHT if middle >= px(LEAST_MIDDLE) else NARROW_RIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
