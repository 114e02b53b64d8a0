"""The recorded steps of a race on one line, with a mark where each runner arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from gui.fields.paint import follow_theme, px
from gui.fields.runner_look import Look, draw_shape
from gui.format import count
from gui.theme import theme

TRACK, KNOB, MIDDLE = 6, 18, 24
_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Mark:
    """Where a runner's cost first fell below the goal."""

    step: int
    look: Look
    name: str


class RaceScrub(QAbstractSlider):
    """Its value is the step looked at. ``seek_requested(step)`` when the person moves the knob or uses its keys."""

    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._goal = ""
        self.setRange(0, 0)
        self.setPageStep(20)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._by_key)
        follow_theme(self._restyle)

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def show_record(self, end: int, marks: Sequence[Mark], goal: str) -> None:
        """How many steps are recorded, and where each runner arrived."""
        self._marks, self._goal = tuple(marks), goal
        self.setRange(0, end)
        self.update()

    def show_step(self, step: int) -> None:
        if step != self.value():
            self.setValue(step)
            self.setAccessibleDescription(count(step))
            self.update()

    def _by_key(self, _action: int) -> None:
        self.seek_requested.emit(self.sliderPosition())

    def sizeHint(self) -> QSize:
        return QSize(px(440), px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(52))

    def _restyle(self) -> None:
        self.setFixedHeight(px(52))
        self.update()

    # Places

    def _track(self) -> QRectF:
        half = px(KNOB) / 2 + 1
        return QRectF(half, px(MIDDLE) - px(TRACK) / 2, max(self.width() - 2 * half, 1), px(TRACK))

    def x_of(self, step: int) -> float:
        track = self._track()
        return track.left() + track.width() * (step / self.maximum() if self.maximum() else 0.0)

    def step_at(self, x: float) -> int:
        track = self._track()
        return round(min(max((x - track.left()) / track.width(), 0.0), 1.0) * self.maximum())

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track, x = self._track(), self.x_of(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(theme().color("accent"))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), max(x - track.left(), track.height()), track.height()), 3, 3)
        for mark in self._marks:
            self._draw_mark(painter, mark, track)
        self._draw_words(painter)
        painter.setBrush(theme().color("panel"))
        painter.setPen(QPen(theme().color("accent" if self.maximum() else "line2"), 3))
        painter.drawEllipse(QPointF(x, track.center().y()), px(KNOB) / 2 - 2, px(KNOB) / 2 - 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("text"), 1.5))
            painter.drawEllipse(QPointF(x, track.center().y()), px(KNOB) / 2 + 1, px(KNOB) / 2 + 1)

    def _draw_mark(self, painter: QPainter, mark: Mark, track: QRectF) -> None:
        x = self.x_of(mark.step)
        painter.setPen(QPen(theme().color("text2"), 1.5))
        painter.drawLine(QPointF(x, track.top() - px(3)), QPointF(x, track.bottom() + px(4)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark.look.color())
        draw_shape(painter, mark.look.shape, QPointF(x, track.top() - px(9)), px(4))

    def _draw_words(self, painter: QPainter) -> None:
        row = QRectF(px(4), px(34), self.width() - px(8), px(16))
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setFont(theme().mono(11))
        painter.setPen(theme().color("text3"))
        painter.drawText(row, middle, "0")
        painter.drawText(row, middle | right, count(self.maximum()) if self.maximum() else "")
        if self._marks:
            painter.setFont(theme().sans(11))
            text = self.tr("marks: cost below {cost}").format(cost=self._goal)
            if QFontMetricsF(painter.font()).horizontalAdvance(text) < row.width() - px(80):
                painter.drawText(row, Qt.AlignmentFlag.AlignCenter, text)

    # The person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.maximum():
            self.seek_requested.emit(self.step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.maximum():
            self.seek_requested.emit(self.step_at(event.position().x()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def tip_at(self, x: float) -> str:
        """Which step is at a place, and who arrived there."""
        near = [mark for mark in self._marks if abs(self.x_of(mark.step) - x) <= px(5)]
        lines = [self.tr("{name}: step {step}").format(name=mark.name, step=count(mark.step)) for mark in near]
        return "\n".join(lines) or self.tr("Step {step}").format(step=count(self.step_at(x)))
