"""The Landscape workspace's places: functions and settings left, map and race in the middle, plots right, the bar below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gui.fields.bare import bare, scrolled
from gui.fields.divider import Divider
from gui.fields.paint import follow_theme, px
from gui.panels.landscape.data import DataPanel
from gui.panels.landscape.functions import FunctionsPanel
from gui.panels.landscape.heading import LandscapeHeading
from gui.panels.landscape.optimizer import OptimizerPanel
from gui.panels.landscape.race import RacePanel
from gui.panels.landscape.transport import RaceTransport
from gui.views.cost_plot import CostPlot
from gui.views.fit_view import FitView
from gui.views.landscape_map import LandscapeMap

LEFT, RIGHT = 280, 360
LEAST_MIDDLE, NARROW_RIGHT, NARROW_LEFT = 600, 316, 256
LIST_SHARE = 0.44  # of the left column's height that the list of functions keeps where there is little room


class LandscapeColumns(QWidget):
    """Holds the views and the panels; what they say to one another is the wiring's business.

    ``middle`` is a stack: its first page is the map with the race below; a lesson adds pages of its own. ``drawings`` is the stack
    above the race: the map, then a surface where there is one. ``guest_left`` and ``guest_right`` hold a guest's panels.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.functions = FunctionsPanel()
        self.optimizer = OptimizerPanel()
        self.data = DataPanel()
        self.heading = LandscapeHeading()
        self.map = LandscapeMap()
        self.race = RacePanel()
        self.fit = FitView()
        self.costs = CostPlot()
        self.transport = RaceTransport()
        self.drawings, self.middle = QStackedWidget(), QStackedWidget()
        self.guest_left, self.guest_right = bare(QVBoxLayout()), bare(QVBoxLayout())
        self._arrange()
        self._revealed = ""
        self._later = QTimer(self)  # what has just been shown has its place when the layout has run
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._reveal)
        follow_theme(self._restyle)

    def show_parts(self, *, race: bool, data: bool = True, fit: bool = True) -> None:
        """What applies to the landscape on screen: the race's parts, the data form, the picture of data and fit."""
        for widget in (self.optimizer, self.race, self.transport, self.costs, *self._lines):
            widget.setVisible(race)
        self.data.setVisible(data)
        self.fit.setVisible(fit)

    def reveal(self, key: str) -> None:
        """Scroll the list to an entry."""
        self._revealed = key
        self._reveal()
        self._later.start(0)

    def _reveal(self) -> None:
        row, typing = self.functions.rows.get(self._revealed), self.functions.typing
        if typing is not None:
            self._list.ensureWidgetVisible(typing, 0, px(8))
        if row is not None:
            self._list.ensureWidgetVisible(row, 0, px(8))

    def _arrange(self) -> None:
        columns = bare(QHBoxLayout())
        self._lines: list[QWidget] = []
        self._left, self._right = self._left_column(), self._right_column()
        columns.addWidget(self._left)
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        self.middle.addWidget(self._landscape())
        columns.addWidget(self.middle, 1)
        columns.addWidget(Divider(Qt.Orientation.Vertical))
        columns.addWidget(self._right)
        whole = bare(QVBoxLayout())
        whole.addLayout(columns, 1)
        whole.addWidget(self._line())
        whole.addWidget(self.transport)
        self.setLayout(whole)

    def _line(self) -> QWidget:
        line = Divider(Qt.Orientation.Horizontal)
        self._lines.append(line)
        return line

    def _left_column(self) -> QWidget:
        """The list of functions, and the forms below it: each scrolls for itself, so that the sliders stay in sight."""
        left = QWidget()
        column = bare(QVBoxLayout(left))
        self._list = scrolled(self.functions)
        self._settings = QWidget()
        below = bare(QVBoxLayout(self._settings))
        below.addLayout(self.guest_left)
        below.addWidget(self.optimizer)
        below.addWidget(self._line())
        below.addWidget(self.data)
        below.addStretch(1)
        column.addWidget(self._list)
        column.addWidget(Divider(Qt.Orientation.Horizontal))
        column.addWidget(scrolled(self._settings), 1)
        for watched in (left, self.functions, self._settings):
            watched.installEventFilter(self)
        return left

    def _landscape(self) -> QWidget:
        page = QWidget()
        column = bare(QVBoxLayout(page))
        self.drawings.addWidget(self.map)
        self.drawings.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.race.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.heading)
        column.addWidget(self.drawings, 1)
        column.addWidget(self._line())
        column.addWidget(self.race)
        return page

    def _right_column(self) -> QWidget:
        right = QWidget()
        column = bare(QVBoxLayout(right))
        column.addWidget(self.fit, 1)
        column.addLayout(self.guest_right)
        column.addWidget(self.costs, 1)
        return right

    def _restyle(self) -> None:
        self._share()

    def _share(self) -> None:
        """The outer columns give way where the middle would become too narrow."""
        wide = self.width() - px(LEFT) - px(RIGHT) >= px(LEAST_MIDDLE)
        self._left.setFixedWidth(px(LEFT if wide else NARROW_LEFT))
        self._right.setFixedWidth(px(RIGHT if wide else NARROW_RIGHT))

    def _share_left(self) -> None:
        """The list gets the room that the forms leave, and a share in any case."""
        whole, needed = self._left.height(), self.functions.sizeHint().height()
        left_over = whole - self._settings.sizeHint().height() - 1
        self._list.setFixedHeight(min(needed, max(left_over, round(LIST_SHARE * whole))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest or (watched is self._left and event.type() == QEvent.Type.Resize):
            self._share_left()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
