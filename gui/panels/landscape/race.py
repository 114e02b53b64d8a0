"""The race as a table: who runs, with which settings, where each one is, and after how many steps it has arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.fields.button import IconButton, TextButton
from gui.fields.labels import label
from gui.fields.paint import follow_theme, px
from gui.fields.pressable import Pressable
from gui.fields.runner_look import Look, draw_sample
from gui.fields.slimbar import SlimBar
from gui.fields.text import Words
from gui.format import count
from gui.theme import theme
from nn.choices import OptimizerKind

ROW, HEAD = 28, 22
MOST_BAR = 120.0  # px of the bar of the slowest
# Where each column begins, as shares of the row's width: line, name, settings, point, cost, bar.
COLUMNS = (0.0, 0.085, 0.215, 0.415, 0.6, 0.715)


@dataclass(frozen=True)
class Standing:
    """One runner's line in the table, as text; ``arrived`` is the step, ``None`` if it hasn't, ``trouble`` why its path has ended."""

    name: str
    look: Look
    settings: str
    point: str
    cost: str
    arrived: int | None
    trouble: str = ""


def edges(width: float) -> list[float]:
    """Where the columns begin and the last one ends, px."""
    return [*(round(share * width) for share in COLUMNS), width]


class RunnerRow(Pressable):
    """One runner; pressing it selects it, Delete takes it out."""

    remove_requested = Signal(int)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self._standing: Standing | None = None
        self._longest = 1
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.remove = IconButton("close", "", 22, 22, self)
        self.remove.clicked.connect(self._remove)
        self.remove.hide()
        follow_theme(self._restyle)

    @property
    def standing(self) -> Standing | None:
        return self._standing

    def nextCheckState(self) -> None:
        """A press never clears the row."""

    def show_standing(self, standing: Standing, longest: int, *, removable: bool) -> None:
        """``longest``: the steps of the slowest that has arrived."""
        if standing == self._standing and longest == self._longest:
            return
        self._standing, self._longest = standing, longest
        arrived = "–" if standing.arrived is None else count(standing.arrived)
        self.setAccessibleName(standing.name)
        self.setAccessibleDescription(f"{standing.settings}, {standing.point}, {standing.cost}, {arrived}")
        self.setToolTip(standing.trouble)
        self.remove.set_name(self.tr("Remove {name}").format(name=standing.name))
        self.remove.setEnabled(removable)
        self.update()

    def _remove(self) -> None:
        self.remove_requested.emit(self.place)

    def _restyle(self) -> None:
        self.setFixedHeight(px(ROW))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.remove.move(self.width() - self.remove.width() - px(4), (self.height() - self.remove.height()) // 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.remove.setVisible(self.remove.isEnabled())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.remove.hide()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.remove.isEnabled():
            self._remove()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        standing = self._standing
        if standing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.has_ring:
            painter.setPen(QPen(theme().color("accent"), 1.5) if self.has_ring else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accentbg" if self.isChecked() else "card"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        at, height = edges(self.width()), self.height()
        draw_sample(painter, standing.look, QRectF(at[0] + px(6), 0, at[1] - at[0] - px(18), height), width=3.0 if self.isChecked() else 2.0)
        left, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        name = theme().sans(13, bold=self.isChecked())
        mono = theme().mono(12)
        cells = (
            (QRectF(at[1], 0, at[2] - at[1] - 4, height), left, name, "text" if self.isChecked() else "text2", standing.name),
            (QRectF(at[2], 0, at[3] - at[2] - 4, height), left, mono, "text2", standing.settings),
            (QRectF(at[3], 0, at[4] - at[3] - px(8), height), right, mono, "text", standing.point),
            (QRectF(at[4], 0, at[5] - at[4] - px(22), height), right, mono, "text", standing.cost),
        )
        for place, align, font, token, text in cells:
            painter.setFont(font)
            painter.setPen(theme().color(token))
            painter.drawText(place, align, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1))
        self._draw_bar(painter, standing, QRectF(at[5], 0, at[6] - at[5] - px(30), height))

    def _draw_bar(self, painter: QPainter, standing: Standing, place: QRectF) -> None:
        text = "–" if standing.arrived is None else count(standing.arrived)
        painter.setFont(theme().mono(12))
        x = place.left()
        if standing.arrived is not None:
            words = QFontMetricsF(painter.font()).horizontalAdvance(text) + px(10)
            length = max(min(px(MOST_BAR), place.width() - words) * standing.arrived / max(self._longest, 1), 2.0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent" if self.isChecked() else "text2"))
            painter.drawRoundedRect(QRectF(x, place.center().y() - px(5), length, px(10)), 2, 2)
            x += length + px(8)
        painter.setPen(theme().color("text"))
        painter.drawText(
            QRectF(x, 0, place.right() - x + px(30), place.height()),
            Qt.AlignmentFlag.AlignVCenter,
            standing.trouble if standing.trouble and standing.arrived is None else text,
        )


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
            gap = px(8) if place == 2 else px(22) if place == 3 else 0
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
        self._goal, self._step = "", 0
        follow_theme(self._restyle)
        self._retranslate()

    def _build(self) -> None:
        self.add.clicked.connect(self._open_menu)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inner)
        SlimBar(self._area)
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
        if (goal, step) != (self._goal, self._step):
            self._goal, self._step = goal, step
            self._name_columns()

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
        self.note.setText(self.tr("same start, same batches"))
        self.add.setText(self.tr("Add optimizer"))
        for action in self.menu.actions():
            action.setText(label(OptimizerKind(action.data())))
        self._name_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
