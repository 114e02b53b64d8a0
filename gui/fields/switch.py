"""A switch with its words before it: on or off at once, not when a form is sent."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.pressable import Pressable
from gui.theme import theme

WIDTH, HEIGHT = 32, 18


class Switch(Pressable):
    """``committed(key, bool)`` is sent when the person turns it. The knob's place says what the colour says."""

    committed = Signal(str, object)

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)
        follow_theme(self._restyle)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        self._restyle()

    def show_value(self, on: bool) -> None:
        """Show a value without telling anyone."""
        self.setChecked(on)

    def _clicked(self, on: bool) -> None:
        self.committed.emit(self.key, on)

    def _restyle(self) -> None:
        self.setFont(theme().sans(12))
        self.setFixedSize(self.sizeHint())
        self.update()

    def needed_width(self) -> int:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return round(words) + (px(8) if self.text() else 0) + px(WIDTH) + 4

    def sizeHint(self) -> QSize:
        return QSize(self.needed_width(), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(theme().color("text2" if self.isEnabled() else "text3"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter, self.text())
        track = QRectF(self.width() - px(WIDTH) - 2, (self.height() - px(HEIGHT)) / 2, px(WIDTH), px(HEIGHT))
        self._draw_track(painter, track)
        if self.has_ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("text"), 1.5))
            painter.drawRoundedRect(track.adjusted(-1.5, -1.5, 1.5, 1.5), track.height() / 2 + 1.5, track.height() / 2 + 1.5)

    def _draw_track(self, painter: QPainter, track: QRectF) -> None:
        on = self.isChecked()
        painter.setPen(QPen(theme().color("accent" if on else "text3" if self.underMouse() else "line2"), 1.5))
        painter.setBrush(theme().color("accent" if on else "inset"))
        inner = track.adjusted(0.75, 0.75, -0.75, -0.75)
        painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        radius = track.height() / 2 - px(3.5)
        x = track.right() - track.height() / 2 if on else track.left() + track.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("onaccent" if on else "text2"))
        painter.drawEllipse(QPointF(x, track.center().y()), radius, radius)
