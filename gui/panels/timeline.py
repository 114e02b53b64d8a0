"""The run from its start to now: events marked, a knob to drag back and forth."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.fields.paint import px
from gui.fields.scrubber import Scrubber
from gui.format import count
from gui.panels.ranking import neuron_name
from gui.theme import theme
from nn.training.snapshot import Event, HistoryView

MOST_STEPS = 2**31 - 1  # of Qt's own sliders


class Timeline(Scrubber):
    """The kept moments of a run can be gone back to. The arrow keys stay the window's: they train on."""

    KNOB = 16
    MIDDLE = 10
    SIZE = (400, 160, 40)
    OWN_KEYS = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._steps_per_epoch = 1
        self._events: tuple[Event, ...] = ()
        self.setMouseTracking(True)
        self._retranslate()

    def show_history(self, history: HistoryView, steps_per_epoch: int, events: tuple[Event, ...]) -> None:
        """The kept moments, the step being shown and what happened. While the knob is dragged it stays with the pointer."""
        self._kept, self._events = history.steps, events
        self._steps_per_epoch = max(steps_per_epoch, 1)
        self.setRange(0, min(history.end, MOST_STEPS))
        self.show_step(min(history.position, MOST_STEPS))
        self.update()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_track(painter)
        self._draw_labels(painter)
        self.paint_knob(painter)

    def _draw_labels(self, painter: QPainter) -> None:
        """Epochs at both ends, then the newest events' labels as far as they fit; every event has its mark."""
        track = self.track()
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
        x, track = self.x_of(event.step), self.track()
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

    def step_for(self, key: Qt.Key) -> int | None:
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

    def tip_at(self, x: float) -> str:
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
