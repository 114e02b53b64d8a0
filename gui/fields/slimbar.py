"""A slim scroll bar that lies over the edge of what it scrolls and takes no room from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from gui.fields.paint import follow_theme, px
from gui.theme import theme

THICKNESS = 8


class SlimBar(QScrollBar):
    """Follows the (hidden) vertical bar of ``area`` and drives it; hidden itself where there is nothing to scroll."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._real = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._real.rangeChanged.connect(self._follow_range)
        self._real.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._real.setValue)
        area.installEventFilter(self)
        follow_theme(self._place)

    def _follow_range(self, low: int, high: int) -> None:
        self.setRange(low, high)
        self.setPageStep(self._real.pageStep())
        self.setSingleStep(self._real.singleStep())
        self.setValue(self._real.value())
        self.setVisible(high > low)
        self.raise_()

    def _place(self) -> None:
        self.setGeometry(self._area.width() - px(THICKNESS) - 2, 2, px(THICKNESS), max(self._area.height() - 4, 0))
        self._follow_range(self._real.minimum(), self._real.maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(px(THICKNESS), px(40))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        whole = self.maximum() - self.minimum() + self.pageStep()
        if whole <= 0:
            return
        length = max(self.height() * self.pageStep() / whole, px(24))
        travel = max(self.maximum() - self.minimum(), 1)
        top = (self.height() - length) * (self.value() - self.minimum()) / travel
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("text3" if self.underMouse() or self.isSliderDown() else "line2"))
        width = px(6 if self.underMouse() else 4)
        painter.drawRoundedRect(QRectF(self.width() - width, top, width, length), width / 2, width / 2)
