"""The rail on the left: one item for each workspace, the chosen one marked by ground, bar and brighter words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.pressable import Pressable
from gui.resources import icon
from gui.theme import theme

WIDTH, ITEM_WIDTH, ITEM_HEIGHT, GAP = 72, 64, 56, 4
ICON, BAR_WIDTH, BAR_HEIGHT = 20, 3, 32


class RailItem(Pressable):
    """An icon over a word. It follows the words and the state of its action."""

    def __init__(self, action: QAction, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._icon = icon_name
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        follow_theme(self._restyle)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setAccessibleName(self._action.text())
        self.setToolTip(self._action.toolTip())

    def _restyle(self) -> None:
        self.setFixedSize(px(WIDTH), px(ITEM_HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(ITEM_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = (self.width() - px(ITEM_WIDTH)) / 2
        box = QRectF(inset, 0, px(ITEM_WIDTH), self.height())
        self._draw_ground(painter, box)
        side = px(ICON)
        lit = self.isChecked() or self.underMouse()
        place = QRectF(box.center().x() - side / 2, px(9), side, side).toRect()
        icon(self._icon, "accent" if self.isChecked() else "text2").paint(painter, place)
        painter.setPen(theme().color("text" if lit else "text2"))
        painter.setFont(self._fitting_font(box.width()))
        painter.drawText(QRectF(0, px(33), self.width(), px(16)), Qt.AlignmentFlag.AlignCenter, self.text())

    def _draw_ground(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme().color("accentbg"))
            painter.drawRoundedRect(box, 8, 8)
            painter.setBrush(theme().color("accent"))
            height = px(BAR_HEIGHT)
            painter.drawRoundedRect(QRectF(-2, (self.height() - height) / 2, px(BAR_WIDTH) + 2, height), 2, 2)
        elif self.underMouse():
            painter.setBrush(theme().color("card"))
            painter.drawRoundedRect(box, 8, 8)
        if self.has_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)

    def _fitting_font(self, width: float) -> QFont:
        """12 px, or 11 where a word is wider than its item."""
        font = theme().sans(12)
        return font if QFontMetricsF(font).horizontalAdvance(self.text()) <= width else theme().sans(11)


class Rail(QWidget):
    """``upper`` and ``lower`` are (workspace id, action, icon name), from the top and at the bottom."""

    def __init__(self, upper: Sequence[tuple[str, QAction, str]], lower: Sequence[tuple[str, QAction, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._items: dict[str, RailItem] = {}
        for id_, action, icon_name in upper:
            self._add(id_, action, icon_name)
        self._layout.addStretch(1)
        for id_, action, icon_name in lower:
            self._add(id_, action, icon_name)
        self._retranslate()
        follow_theme(self._restyle)

    def _add(self, id_: str, action: QAction, icon_name: str) -> None:
        self._items[id_] = RailItem(action, icon_name, self)
        self._layout.addWidget(self._items[id_])

    def select(self, id_: str) -> None:
        """Mark the workspace in use."""
        self._items[id_].setChecked(True)

    def item(self, id_: str) -> RailItem:
        return self._items[id_]

    def _restyle(self) -> None:
        self.setFixedWidth(px(WIDTH))
        self._layout.setContentsMargins(0, px(8), 0, px(8))
        self._layout.setSpacing(px(GAP))
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Workspaces"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("line"))
