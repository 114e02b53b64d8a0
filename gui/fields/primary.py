"""The one button of a form that is meant: filled with the accent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import BUTTON_HEIGHT, RADIUS, follow_theme, px
from gui.fields.pressable import Pressable
from gui.theme import theme


class PrimaryButton(Pressable):
    """Words on the accent; a lighter ground while it is pressed, a ring inside for those who use the keys."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setText(text)
        follow_theme(self._restyle)

    def _restyle(self) -> None:
        self.setFont(theme().sans(12.5, bold=True))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + px(26), px(BUTTON_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent" if self.isEnabled() else "line"))
        painter.setOpacity(0.85 if self.isDown() else 1.0)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.setOpacity(1.0)
        painter.setFont(self.font())
        painter.setPen(theme().color("onaccent" if self.isEnabled() else "text3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.has_ring or (self.isEnabled() and self.underMouse()):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("onaccent"), 1.5 if self.has_ring else 0.75))
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 4, 4)
