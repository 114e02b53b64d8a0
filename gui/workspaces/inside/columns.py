"""The Inside workspace's places: the input and the answer left, the neurons in the middle, how classes are read right, transport below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.fields.bare import bare, scrolled
from gui.fields.divider import Divider
from gui.fields.paint import follow_theme, px
from gui.fields.shown import show_if
from gui.panels.inside import AccuracyPanel, ConfusionPanel, DigitCard, InputCard, MistakesPanel, OutputBars, PointCard, SamplesPanel
from gui.panels.inside_heading import InsideHeading
from gui.panels.transport import TransportPanel
from gui.views.digit_pad import DigitPad
from gui.views.digit_pad.pad import MOST_SIDE
from gui.views.gallery import GalleryView
from gui.views.history_plot import HistoryPlot
from gui.views.loss_plot import LossPlot
from gui.workspaces.inside.below import Below

LEFT, RIGHT = 270, 346
HIGH, LOW_PAD = 804, 200  # px: where there is less height, the pad gives way so that all ten outputs are seen
LEAST_MIDDLE, NARROW_LEFT, NARROW_RIGHT = 560, 232, 292


class InsideColumns(QWidget):
    """Holds the views and panels; what they say to one another is the wiring's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = DigitPad()
        self.digit, self.input, self.point = DigitCard(self.pad), InputCard(), PointCard()
        self.outputs = OutputBars()
        self.heading, self.gallery, self.below = InsideHeading(), GalleryView(), Below()
        self.confusion, self.samples = ConfusionPanel(), SamplesPanel()
        self.history = HistoryPlot()
        self.accuracy, self.mistakes = AccuracyPanel(self.history), MistakesPanel()
        self.loss = LossPlot()
        self.transport = TransportPanel()
        self._arrange()
        self.show_kind(pictures=False, classes=False)  # until there is a run
        follow_theme(self._restyle)

    def _arrange(self) -> None:
        columns = bare(QHBoxLayout())
        self._left = _stacked(self.digit, self.input, self.point, self.outputs)
        self._right = _stacked(self.confusion, self.samples, self.accuracy, self.mistakes)
        self._right_column = QWidget()
        right = bare(QVBoxLayout(self._right_column))
        right.addWidget(self._right, 1)
        right.addWidget(self.loss, 1)
        columns.addWidget(self._left)
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        columns.addLayout(self._middle(), 1)
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        columns.addWidget(self._right_column)
        whole = bare(QVBoxLayout(self))
        whole.addLayout(columns, 1)
        whole.addWidget(Divider(Qt.Orientation.Horizontal))
        whole.addWidget(self.transport)

    def _middle(self) -> QVBoxLayout:
        middle = bare(QVBoxLayout())
        self._head = bare(QVBoxLayout())
        self._head.addWidget(self.heading)
        middle.addLayout(self._head)
        middle.addWidget(self.gallery, 1)
        self._under_gallery = Divider(Qt.Orientation.Horizontal)
        middle.addWidget(self._under_gallery)
        middle.addWidget(self.below)
        self.below.large_changed.connect(self._make_room)
        return middle

    @Slot()
    def _make_room(self) -> None:
        """The page below the gallery takes its place, or gives it back."""
        for widget in (self.gallery, self._under_gallery):
            show_if(widget, not self.below.is_large)

    def show_kind(self, *, pictures: bool, classes: bool, hidden: bool = True) -> None:
        """What there is to see: ``pictures`` as samples can be drawn by hand; without ``classes`` the loss takes the right column, and without
        ``hidden`` layers the page below the gallery the gallery's place."""
        self.below.show_alone(not hidden)
        for widget in (self.digit, self.input):
            show_if(widget, pictures)
        show_if(self.point, not pictures)
        show_if(self._right, classes)
        show_if(self.loss, not classes)

    def _restyle(self) -> None:
        self._head.setContentsMargins(0, px(4), 0, 0)
        self._share()

    def _share(self) -> None:
        """The outer columns give way where the middle would become too narrow."""
        wide = self.width() - px(LEFT) - px(RIGHT) >= px(LEAST_MIDDLE)
        self._left.setFixedWidth(px(LEFT if wide else NARROW_LEFT))
        self._right_column.setFixedWidth(px(RIGHT if wide else NARROW_RIGHT))
        self.pad.set_most_side(MOST_SIDE if self.height() >= px(HIGH) else LOW_PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()


def _stacked(*widgets: QWidget) -> QScrollArea:
    inner = QWidget()
    column = bare(QVBoxLayout(inner))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return scrolled(inner)
