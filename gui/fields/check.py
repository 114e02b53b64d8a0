"""A box to tick, with words beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import draw_icon, follow_theme, px
from gui.fields.pressable import Pressable
from gui.theme import theme


class CheckField(Pressable):
    """``committed(key, bool)`` is sent when the person ticks or clears it."""

    committed = Signal(str, object)

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)
        follow_theme(self._restyle)

    def show_value(self, on: bool) -> None:
        """Show a value without telling anyone."""
        self.setChecked(on)

    def _clicked(self, on: bool) -> None:
        self.committed.emit(self.key, on)

    def _restyle(self) -> None:
        self.setFont(theme().sans(12.5))
        self.setFixedHeight(px(24))
        self.update()

    def needed_width(self) -> int:
        return round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + px(26)

    def sizeHint(self) -> QSize:
        return QSize(self.needed_width(), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(16)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        on, focus = self.isChecked(), self.has_ring
        painter.setPen(QPen(theme().color("accent" if focus or on else "text3" if self.underMouse() else "line2"), 1.5 if focus else 1))
        painter.setBrush(theme().color("accent" if on else "inset"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(-4, 1, -1, -1), 4, 4)
        if on:
            draw_icon(painter, box.adjusted(1, 1, -1, -1), "check", "onaccent")
        painter.setPen(theme().color("text2" if self.isEnabled() else "text3"))
        painter.setFont(self.font())
        painter.drawText(QRectF(self.rect()).adjusted(px(24), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
