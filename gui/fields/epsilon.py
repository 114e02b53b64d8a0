"""A small slider for ε, from 0.1 down to 10⁻¹² in powers of ten."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.symbols import base_line
from gui.format import MINUS
from gui.theme import theme

LARGEST, SMALLEST = 1, 12  # ε = 10 to the minus one … twelve
PLAIN = 4  # smaller ones are powers of ten
TRACK, KNOB = 4, 14
TRACK_LEFT, TRACK_RIGHT = 18, 44  # px between the slider's ends and its track's
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def power_text(exponent: int) -> str:
    """10⁻⁹."""
    return "10" + str(exponent).translate(_RAISED)


def epsilon_text(epsilon: float) -> str:
    """0.001, or 10⁻⁹ where the zeros would have to be counted."""
    exponent = round(math.log10(epsilon))
    return f"{epsilon:.{-exponent}f}" if -PLAIN <= exponent < 0 else power_text(exponent)


def scientific(value: float, digits: int = 2) -> str:
    """2.4 × 10⁻⁹ in ``digits`` significant digits; 0 is 0."""
    if value == 0 or not math.isfinite(value):
        return f"{value:g}".replace("-", MINUS)
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    return f"{mantissa} × {power_text(int(exponent))}".replace("-", MINUS)


class EpsilonSlider(QAbstractSlider):
    """Its value is n of ε = 10⁻ⁿ: to the right ε is smaller. ``epsilon_changed`` carries ε when the person moves it."""

    epsilon_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(LARGEST, SMALLEST)
        self.setPageStep(3)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._moved)
        follow_theme(self._restyle)

    @property
    def epsilon(self) -> float:
        return float(f"1e-{self.value()}")

    def show_epsilon(self, epsilon: float) -> None:
        """Show the nearest power of ten without telling anyone."""
        self.blockSignals(True)
        self.setValue(round(-math.log10(epsilon)))
        self.blockSignals(False)
        self.update()

    def _moved(self, _value: int) -> None:
        self.setAccessibleDescription(epsilon_text(self.epsilon))
        self.update()
        self.epsilon_changed.emit(self.epsilon)

    def _restyle(self) -> None:
        self.setFixedHeight(px(26))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(26))

    # Places

    def _track(self) -> QRectF:
        left, right = px(TRACK_LEFT), px(TRACK_RIGHT)
        return QRectF(left, (self.height() - px(TRACK)) / 2, max(self.width() - left - right, 1), px(TRACK))

    def _x_of(self, value: int) -> float:
        track = self._track()
        return track.left() + track.width() * (value - LARGEST) / (SMALLEST - LARGEST)

    def value_at(self, x: float) -> int:
        """The power at a place on the track."""
        track = self._track()
        share = min(max((x - track.left()) / track.width(), 0.0), 1.0)
        return LARGEST + round(share * (SMALLEST - LARGEST))

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track, x = self._track(), self._x_of(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(theme().color("line2"))
        for value in range(LARGEST, SMALLEST + 1):
            painter.drawEllipse(QPointF(self._x_of(value), track.center().y()), 1.5, 1.5)
        self._draw_words(painter)
        painter.setBrush(theme().color("card"))
        painter.setPen(QPen(theme().color("accent"), 2.5))
        painter.drawEllipse(QPointF(x, track.center().y()), px(KNOB) / 2 - 2, px(KNOB) / 2 - 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("text"), 1.5))
            painter.drawEllipse(QPointF(x, track.center().y()), px(KNOB) / 2 + 1, px(KNOB) / 2 + 1)

    def _draw_words(self, painter: QPainter) -> None:
        painter.setPen(theme().color("text2"))
        painter.setFont(theme().sans(12))
        painter.drawText(QPointF(0, base_line(QFontMetricsF(painter.font()), 0, self.height())), "ε")
        painter.setFont(theme().mono(11))
        text = power_text(-self.value())
        metrics = QFontMetricsF(painter.font())
        painter.drawText(QPointF(round(self.width() - metrics.horizontalAdvance(text) - 1), base_line(metrics, 0, self.height())), text)

    # The person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(self.value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self.value_at(event.position().x()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)
