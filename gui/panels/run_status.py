"""One line about the run: compiling, training, paused, stopped and why, diverged."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.labels import label
from gui.fields.numbers import shown
from gui.fields.paint import draw_icon, follow_theme, px
from gui.fields.sentence import sentence_text
from gui.format import count
from gui.theme import theme
from nn.settings import StopSettings
from nn.text import Sentence
from nn.training.snapshot import RunState, Snapshot, StopReason

_LOOKS = {RunState.FINISHED: ("check", "ok"), RunState.DIVERGED: ("warning", "bad")}


class RunStatus(QWidget):
    """Shows the state as words, with an icon where it matters; longer sentences are in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RunState.PAUSED
        self._snapshot: Snapshot | None = None
        self._stop = StopSettings()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)
        self._refresh()

    @property
    def text(self) -> str:
        return self._text

    def show_stop(self, stop: StopSettings) -> None:
        """The stop conditions, to say which one was met."""
        self._stop = stop
        self._refresh()

    def show_state(self, state: RunState, snapshot: Snapshot | None) -> None:
        self._state, self._snapshot = state, snapshot
        self._refresh()

    def _refresh(self) -> None:
        text = self._words()
        notice = "" if self._snapshot is None or not self._snapshot.notice else sentence_text(self._notice(self._snapshot))
        if notice != self.toolTip():
            self.setToolTip(notice)
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    @staticmethod
    def _notice(snapshot: Snapshot) -> Sentence:
        return Sentence(snapshot.notice, snapshot.notice_values)

    def _words(self) -> str:
        snapshot = self._snapshot
        if snapshot is None:
            return label(self._state)
        if self._state is RunState.DIVERGED:
            return self.tr("Diverged at step {step}").format(step=count(snapshot.step))
        if self._state is RunState.FINISHED:
            return self._why(snapshot.stopped_by)
        if self._state is RunState.RUNNING and math.isfinite(snapshot.progress):
            percent = math.floor(100 * min(max(snapshot.progress, 0.0), 1.0))
            return self.tr("{state} · {percent} % of the way to the stop").format(state=label(self._state), percent=percent)
        return label(self._state)

    def _why(self, reason: StopReason) -> str:
        stop = self._stop
        cases: dict[StopReason, tuple[str, float | None]] = {
            StopReason.LOSS: (self.tr("Stopped: loss ≤ {value}"), stop.loss),
            StopReason.EPOCHS: (self.tr("Stopped: epoch {value} reached"), stop.epochs),
            StopReason.STEPS: (self.tr("Stopped: step {value} reached"), stop.steps),
            StopReason.PATIENCE: (self.tr("Stopped: no lower loss for {value} epochs"), stop.patience),
            StopReason.TIME: (self.tr("Stopped: {value} s are over"), stop.seconds),
        }
        template, value = cases.get(reason, ("", None))
        return label(RunState.FINISHED) if value is None else template.format(value=shown(value))

    def _restyle(self) -> None:
        self.setFixedHeight(px(16))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(px(4), 0, 0, 0)
        name, token = _LOOKS.get(self._state, ("", "text3"))
        if name:
            draw_icon(painter, QRectF(rect.left(), 0, px(12), rect.height()), name, token)
            rect = rect.adjusted(px(16), 0, 0, 0)
        painter.setFont(theme().sans(11))
        painter.setPen(theme().color(token))
        text = QFontMetricsF(painter.font()).elidedText(self._text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
