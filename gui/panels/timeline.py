"""The run from its start to now: events marked, a knob to drag back and forth."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from gui.fields.paint import follow_theme, px
from gui.format import count
from gui.panels.ranking import neuron_name
from gui.theme import theme
from nn.training.snapshot import Event, HistoryView

THROTTLE_MS = 33
TRACK, KNOB = 6, 16
MOST_STEPS = 2**31 - 1  # of Qt's own sliders


class Timeline(QAbstractSlider):
    """Its value is the step being shown. ``seek_requested(step)`` is sent at most 30 times a second while dragging."""

    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._steps_per_epoch = 1
        self._events: tuple[Event, ...] = ()
        self._dragging = False
        self._wanted: int | None = None
        self._throttle = QTimer(self)
        self._throttle.setSingleShot(True)
        self._throttle.setInterval(THROTTLE_MS)
        self._throttle.timeout.connect(self._send)
        self.setRange(0, 0)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        follow_theme(self._restyle)
        self._retranslate()

    def show_history(self, history: HistoryView, steps_per_epoch: int, events: tuple[Event, ...]) -> None:
        """The kept moments, the step being shown and what happened. While the knob is dragged it stays with the pointer."""
        self._kept, self._events = history.steps, events
        self._steps_per_epoch = max(steps_per_epoch, 1)
        self.setRange(0, min(history.end, MOST_STEPS))
        if not self._dragging and self._wanted is None:
            self.setValue(min(history.position, MOST_STEPS))
        self.update()

    @property
    def is_dragging(self) -> bool:
        return self._dragging

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(40))

    def _restyle(self) -> None:
        self.setFixedHeight(px(40))
        self.update()

    # Places

    def _track(self) -> QRectF:
        half = px(KNOB) / 2 + 1
        return QRectF(half, px(10) - px(TRACK) / 2, max(self.width() - 2 * half, 1), px(TRACK))

    def x_of(self, step: int) -> float:
        """Where a step is on the track."""
        track = self._track()
        return track.left() + track.width() * (step / self.maximum() if self.maximum() else 0.0)

    def step_at(self, x: float) -> int:
        """The step at a place on the track."""
        track = self._track()
        return round(min(max((x - track.left()) / track.width(), 0.0), 1.0) * self.maximum())

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track, x = self._track(), self.x_of(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.setBrush(theme().color("accent"))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), max(x - track.left(), track.height()), track.height()), 3, 3)
        self._draw_labels(painter)
        radius = px(KNOB) / 2 - 1
        painter.setBrush(theme().color("panel"))
        painter.setPen(QPen(theme().color("accent" if self.isEnabled() else "line2"), 3))
        painter.drawEllipse(QPointF(x, track.center().y()), radius - 0.5, radius - 0.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("text"), 1.5))
            painter.drawEllipse(QPointF(x, track.center().y()), radius + 2, radius + 2)

    def _draw_labels(self, painter: QPainter) -> None:
        """Epochs at both ends, then the newest events' labels as far as they fit; every event has its mark."""
        track = self._track()
        painter.setFont(theme().mono(11))
        end = count(self.maximum() // self._steps_per_epoch) if self.maximum() else ""
        metrics = QFontMetricsF(painter.font())
        taken = [QRectF(0, px(22), metrics.horizontalAdvance("0") + px(8), px(18))]
        width = metrics.horizontalAdvance(end)
        taken.append(QRectF(self.width() - width - px(8), px(22), width + px(8), px(18)))
        painter.setPen(theme().color("text3"))
        painter.drawText(QRectF(track.left() - px(4), px(22), px(40), px(18)), Qt.AlignmentFlag.AlignVCenter, "0")
        painter.drawText(QRectF(0, px(22), self.width() - 1, px(18)), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, end)
        painter.setFont(theme().sans(11))
        for event in reversed(self._events):
            self._draw_event(painter, event, taken)

    def _draw_event(self, painter: QPainter, event: Event, taken: list[QRectF]) -> None:
        x, track = self.x_of(event.step), self._track()
        painter.setPen(QPen(theme().color("text"), 2))
        painter.drawLine(QPointF(x, track.top() - px(4)), QPointF(x, track.bottom() + px(4)))
        text = self.event_text(event)
        width = QFontMetricsF(painter.font()).horizontalAdvance(text) + px(8)
        left = min(max(x - width / 2, 0.0), self.width() - width)
        place = QRectF(left, px(22), width, px(18))
        if not any(place.intersects(other) for other in taken):
            taken.append(place)
            painter.setPen(theme().color("text2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def event_text(self, event: Event) -> str:
        """h2.8 off · 3 neurons off · settings · edit · back."""
        names = ", ".join(neuron_name(neuron) for neuron in event.neurons[:2]) + (" …" if len(event.neurons) > 2 else "")
        templates = {
            "off": self.tr("{neurons} off"),
            "on": self.tr("{neurons} on"),
            "settings": self.tr("settings"),
            "edit": self.tr("edit"),
            "back": self.tr("back"),
        }
        return templates.get(event.kind, event.kind).format(neurons=names).strip()

    # The person

    def _ask(self, step: int) -> None:
        """Show the knob there and ask for that moment, now or when the last request is a thirtieth of a second old."""
        self.setValue(step)
        self._wanted = self.value()
        if not self._throttle.isActive():
            self._send()

    def _send(self) -> None:
        if self._wanted is not None:
            step, self._wanted = self._wanted, None
            self._throttle.start()
            self.seek_requested.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.maximum():
            self._dragging = True
            self._ask(self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._ask(self.step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self._throttle.stop()
            self._wanted = self.step_at(event.position().x())
            self._send()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = (
            self._step_for(Qt.Key(event.key())) if event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier) else None
        )
        if step is None:
            event.ignore()
            return
        self._ask(step)

    def _step_for(self, key: Qt.Key) -> int | None:
        """Arrows go to the neighbouring kept moment, Page keys a tenth of the run, Home and End to its ends."""
        here, tenth = self.value(), max(self.maximum() // 10, 1)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            return int(max(self._before(here), default=0))
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            return int(min(self._after(here), default=self.maximum()))
        jumps = {Qt.Key.Key_PageUp: here + tenth, Qt.Key.Key_PageDown: here - tenth, Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.maximum()}
        return jumps.get(key)

    def _before(self, step: int) -> Iterator[int]:
        yield from (int(kept) for kept in self._kept[self._kept < step][-1:])

    def _after(self, step: int) -> Iterator[int]:
        yield from (int(kept) for kept in self._kept[self._kept > step][:1])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def _tip_at(self, x: float) -> str:
        near = [one for one in self._events if abs(self.x_of(one.step) - x) <= 4]
        step = near[0].step if near else self.step_at(x)
        lines = [self.tr("Epoch {epoch}, step {step}").format(epoch=count(step // self._steps_per_epoch), step=count(step))]
        return "\n".join([*lines, *(self.event_text(one) for one in near)])

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Timeline of the run"))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
