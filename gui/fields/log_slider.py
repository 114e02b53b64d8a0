"""A slider whose steps are factors: a learning rate from 0.001 to 3, a batch from 1 to 1000. Name and value above, the ends below."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from gui.fields.numbers import shown
from gui.fields.paint import follow_theme, px
from gui.theme import theme

TRACK, KNOB = 6, 16
TICKS = 400  # places of the slider
HEIGHT, MIDDLE = 60, 32
_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LogSlider(QAbstractSlider):
    """``moved(number)`` when the person moves it; ``released`` when a drag or a key's run ends. A number is rounded to two digits."""

    moved = Signal(float)

    def __init__(self, low: float, high: float, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends, self._whole = (low, high), whole
        self._name = ""
        self._number = low
        self.setRange(0, TICKS)
        self.setSingleStep(TICKS // 50)
        self.setPageStep(TICKS // 10)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._changed)
        follow_theme(self._restyle)

    @property
    def number(self) -> float:
        return self._number

    def set_name(self, name: str) -> None:
        """What stands above it, and what a screen reader says."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def show_number(self, number: float) -> None:
        """Show a number, also one beyond the ends, without telling anyone."""
        self._number = float(f"{number:.3g}")  # 0.7/7 is shown as 0.1
        self.blockSignals(True)
        self.setValue(self._tick_of(number))
        self.blockSignals(False)
        self.setAccessibleDescription(shown(self._number))
        self.update()

    def number_at(self, tick: int) -> float:
        """The number of a place, in two significant digits."""
        low, high = self._ends
        raw = low * (high / low) ** (tick / TICKS)
        rounded = float(f"{raw:.1e}")
        return float(round(rounded)) if self._whole else rounded

    def _tick_of(self, number: float) -> int:
        low, high = self._ends
        share = math.log(min(max(number, low), high) / low) / math.log(high / low)
        return round(share * TICKS)

    def _changed(self, tick: int) -> None:
        number = self.number_at(tick)
        if number != self._number:
            self._number = number
            self.setAccessibleDescription(shown(number))
            self.moved.emit(number)
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(HEIGHT))

    # Drawing

    def _track(self) -> QRectF:
        half = px(KNOB) / 2
        return QRectF(half, px(MIDDLE) - px(TRACK) / 2, max(self.width() - 2 * half, 1), px(TRACK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = self._track()
        x = track.left() + track.width() * self.value() / TICKS
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(theme().color("accent" if self.isEnabled() else "line2"))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), x - track.left(), track.height()), 3, 3)
        self._draw_words(painter)
        painter.setBrush(theme().color("panel"))
        painter.setPen(QPen(theme().color("accent" if self.isEnabled() else "line2"), 3))
        painter.drawEllipse(QPointF(x, track.center().y()), px(KNOB) / 2 - 1.5, px(KNOB) / 2 - 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("text"), 1.5))
            painter.drawEllipse(QPointF(x, track.center().y()), px(KNOB) / 2 + 1, px(KNOB) / 2 + 1)

    def _draw_words(self, painter: QPainter) -> None:
        right, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
        head, foot = QRectF(0, 0, self.width(), px(20)), QRectF(0, px(42), self.width(), px(16))
        painter.setFont(theme().mono(13, bold=True))
        painter.setPen(theme().color("text" if self.isEnabled() else "text3"))
        painter.drawText(head, middle | right, shown(self._number))
        room = self.width() - QFontMetricsF(painter.font()).horizontalAdvance(shown(self._number)) - px(8)
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text2"))
        painter.drawText(head, middle, QFontMetricsF(painter.font()).elidedText(self._name, Qt.TextElideMode.ElideRight, room))
        painter.setFont(theme().mono(11))
        painter.setPen(theme().color("text3"))
        painter.drawText(foot.adjusted(px(4), 0, 0, 0), middle, self._end_text(self._ends[0]))
        painter.drawText(foot.adjusted(0, 0, -px(4), 0), middle | right, self._end_text(self._ends[1]))

    @staticmethod
    def _end_text(number: float) -> str:
        return f"{number:g}" if number < 1000 else shown(number)

    # The person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def _go(self, x: float) -> None:
        track = self._track()
        self.setValue(round(min(max((x - track.left()) / track.width(), 0.0), 1.0) * TICKS))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)
