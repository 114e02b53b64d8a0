"""The Graph workspace's places: exercises and score left, expression, graph and cascade in the middle, the cards right, the bar below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.fields.bare import bare, scrolled
from gui.fields.divider import Divider
from gui.fields.paint import follow_theme, px
from gui.panels.graph.cascade import CascadePanel
from gui.panels.graph.controls import ControlsPanel
from gui.panels.graph.exercises import ExercisesPanel
from gui.panels.graph.expression import ExpressionPanel
from gui.panels.graph.hints import HintsPanel
from gui.panels.graph.legend import GraphLegend
from gui.panels.graph.prepare import PreparePanel
from gui.panels.graph.score import ScorePanel
from gui.panels.graph.ways import WaysPanel
from gui.views.graph_view import GraphView

LEFT, RIGHT = 264, 352
LEAST_MIDDLE, NARROW_RIGHT, NARROW_LEFT = 640, 288, 232
LEAST_HEIGHT = 620  # px of the middle in which the cascade has room below the graph
CARD_GAP = 16


class GraphColumns(QWidget):
    """Holds the view and the panels; what they say to one another is the wiring's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exercises = ExercisesPanel()
        self.score = ScorePanel()
        self.expression = ExpressionPanel()
        self.legend = GraphLegend()
        self.graph = GraphView()
        self.cascade = CascadePanel()
        self.ways = WaysPanel()
        self.hints = HintsPanel()
        self.prepare = PreparePanel()
        self.controls = ControlsPanel()
        self._arrange()
        follow_theme(self._restyle)

    def _arrange(self) -> None:
        columns = bare(QHBoxLayout())
        self._left, self._right = self._left_column(), self._right_column()
        for widget in (self._left, Divider(Qt.Orientation.Vertical)):
            columns.addWidget(widget)
        columns.addWidget(self._middle(), 1)
        for widget in (Divider(Qt.Orientation.Vertical), self._right):
            columns.addWidget(widget)
        whole = bare(QVBoxLayout())
        whole.addLayout(columns, 1)
        whole.addWidget(Divider(Qt.Orientation.Horizontal))
        whole.addWidget(self.controls)
        self.setLayout(whole)

    def _left_column(self) -> QScrollArea:
        inner = QWidget()
        column = bare(QVBoxLayout(inner))
        column.addWidget(self.exercises)
        column.addStretch(1)
        column.addWidget(Divider(Qt.Orientation.Horizontal))
        column.addWidget(self.score)
        return scrolled(inner)

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = bare(QVBoxLayout(middle))
        column.addWidget(self.expression)
        column.addWidget(self.legend)
        column.addWidget(self.graph, 1)
        self._line = Divider(Qt.Orientation.Horizontal)
        column.addWidget(self._line)
        column.addWidget(self.cascade)
        return middle

    def _right_column(self) -> QScrollArea:
        inner = QWidget()
        cards = self._cards = bare(QVBoxLayout(inner))
        cards.addWidget(self.ways)
        cards.addWidget(self.hints)
        cards.addWidget(self.prepare)
        self.prepare.hide()
        cards.addStretch(1)
        return scrolled(inner)

    def show_preparing(self, on: bool) -> None:
        """The teacher's panel in the place of the learner's cards."""
        self.prepare.setVisible(on)
        self.ways.setVisible(not on)
        self.hints.setVisible(not on)
        self.exercises.show_preparing(on)
        self.controls.show_preparing(on)

    def _restyle(self) -> None:
        self._cards.setSpacing(px(CARD_GAP))
        self._cards.setContentsMargins(px(CARD_GAP), px(CARD_GAP), px(CARD_GAP), px(CARD_GAP))
        self._share()

    def _share(self) -> None:
        """The outer columns give way where the middle would become too narrow; the cascade where it would become too low."""
        wide = self.width() - px(LEFT) - px(RIGHT) >= px(LEAST_MIDDLE)
        self._left.setFixedWidth(px(LEFT if wide else NARROW_LEFT))
        self._right.setFixedWidth(px(RIGHT if wide else NARROW_RIGHT))
        roomy = self.height() >= px(LEAST_HEIGHT)
        self.cascade.setVisible(roomy)
        self._line.setVisible(roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
