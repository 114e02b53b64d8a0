"""The race as a table: who runs, with which settings, where each one is, and after how many steps it has arrived."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from gui.fields.bare import scrolled
from gui.fields.button import TextButton
from gui.fields.labels import label
from gui.fields.paint import follow_theme, px
from gui.fields.text import Words
from gui.format import count
from gui.panels.landscape.race_row import ROW, RunnerRow, Standing, edges
from gui.theme import theme
from nn.choices import OptimizerKind

HEAD = 22


class TableHead(QWidget):
    """The columns' names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ("",) * 5
        follow_theme(self._restyle)

    def show_names(self, *names: str) -> None:
        self._names = names
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEAD))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text3"))
        at = edges(self.width())
        metrics = QFontMetricsF(painter.font())
        for place, name in enumerate(self._names):
            right = place in (2, 3)
            gap = px(8) if place == 2 else px(12) if place == 3 else 0
            cell = QRectF(at[place + 1], 0, at[place + 2] - at[place + 1] - gap, self.height())
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, cell.width() + 1)
            painter.drawText(cell, Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft), text)


class RacePanel(QWidget):
    """``selected(place)``, ``remove_requested(place)``, ``add_requested(kind)``."""

    selected = Signal(int)
    remove_requested = Signal(int)
    add_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.note = Words("", "text", 13, bold=True), Words("", "text3", 12)
        self.add = TextButton("", icon="plus")
        self.menu = QMenu(self)
        for kind in OptimizerKind:
            action = self.menu.addAction("")
            action.setData(kind)
            action.triggered.connect(self._add)
        self.head = TableHead()
        self.rows: list[RunnerRow] = []
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._build()
        self._area.verticalScrollBar().rangeChanged.connect(self._reveal)  # a row that has just come has its place when the layout has run
        self._goal, self._step, self._current, self._batches = "", 0, (0, 0), True
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        self.add.clicked.connect(self._open_menu)
        self._area = scrolled(self._inner)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        self._top = QHBoxLayout()
        self._top.addWidget(self.heading)
        self._top.addWidget(self.note, 1)
        self._top.addWidget(self.add)
        self._layout.addLayout(self._top)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self._area, 1)

    def show_standings(self, standings: Sequence[Standing], current: int, step: int, *, goal: str, full: bool) -> None:
        """Everyone at ``step``. ``goal``: the cost that counts as arrived; ``full``: no more can be added."""
        while len(self.rows) < len(standings):
            row = RunnerRow(len(self.rows))
            row.clicked.connect(self._clicked)
            row.remove_requested.connect(self.remove_requested)
            self._list.insertWidget(len(self.rows), row)
            self.rows.append(row)
        while len(self.rows) > len(standings):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        longest = max((one.arrived for one in standings if one.arrived is not None), default=1)
        for place, (row, standing) in enumerate(zip(self.rows, standings, strict=True)):
            row.show_standing(standing, longest, removable=len(standings) > 1)
            if row.isChecked() is not (place == current):
                row.setChecked(place == current)
        self.add.setEnabled(not full)
        if (current, len(self.rows)) != self._current:
            self._current = current, len(self.rows)  # 0 rows in between, while a race begins anew, is a change too
            self._reveal()
        if (goal, step) != (self._goal, self._step):
            self._goal, self._step = goal, step
            self._name_columns()

    def _reveal(self) -> None:
        if self._current[0] < len(self.rows):
            self._area.ensureWidgetVisible(self.rows[self._current[0]], 0, 0)

    def show_batches(self, on: bool) -> None:
        """Whether there is data, of which everyone gets the same batches."""
        if on is not self._batches:
            self._batches = on
            self._note()

    def _note(self) -> None:
        self.note.setText(self.tr("same start, same batches") if self._batches else self.tr("same start"))

    def _name_columns(self) -> None:
        self.head.show_names(
            self.tr("Optimizer"),
            self.tr("Settings"),
            self.tr("Point at step {step}").format(step=count(self._step)),
            self.tr("Cost"),
            self.tr("Steps until cost < {cost}").format(cost=self._goal),
        )

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RunnerRow):
            self.selected.emit(sender.place)

    def _open_menu(self) -> None:
        self.menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _add(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.add_requested.emit(OptimizerKind(sender.data()))

    def sizeHint(self) -> QSize:
        rows = min(max(len(self.rows), 4), 5)
        return QSize(px(600), px(54 + HEAD + 10) + rows * px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(300), px(54 + HEAD + 6) + 2 * px(ROW))

    def _restyle(self) -> None:
        self._layout.setContentsMargins(px(16), px(8), px(16), px(8))
        self._top.setContentsMargins(px(8), 0, px(8), px(2))
        self._top.setSpacing(px(10))
        self.updateGeometry()

    def _retranslate(self) -> None:
        self.heading.setText(self.tr("Race"))
        self._note()
        self.add.setText(self.tr("Add optimizer"))
        for action in self.menu.actions():
            action.setText(label(OptimizerKind(action.data())))
        self._name_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
