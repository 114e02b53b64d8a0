"""The recorded steps of a race on one line, with a mark where each runner arrived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.fields.paint import px
from gui.fields.runner_look import Look, draw_shape
from gui.fields.scrubber import Scrubber
from gui.format import count
from gui.theme import theme

PAGE = 20  # steps


@dataclass(frozen=True)
class Mark:
    """Where a runner's cost first fell below the goal."""

    step: int
    look: Look
    name: str


class RaceScrub(Scrubber):
    """The record grows on the right; arrows go a step, Page keys twenty."""

    MIDDLE = 24
    SIZE = (440, 120, 52)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._goal = ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def show_record(self, end: int, marks: Sequence[Mark], goal: str) -> None:
        """How many steps are recorded, and where each runner arrived."""
        self._marks, self._goal = tuple(marks), goal
        self.setRange(0, end)
        self.update()

    def describe(self) -> None:
        self.setAccessibleDescription(count(self.value()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_track(painter)
        for mark in self._marks:
            self._draw_mark(painter, mark, self.track())
        self._draw_words(painter)
        self.paint_knob(painter)

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

    def step_for(self, key: Qt.Key) -> int | None:
        here = self.value()
        jumps = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Down: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: here + 1,
            Qt.Key.Key_PageUp: here + PAGE,
            Qt.Key.Key_PageDown: here - PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
        }
        return jumps.get(key)

    def tip_at(self, x: float) -> str:
        """Which step is at a place, and who arrived there."""
        near = [mark for mark in self._marks if abs(self.x_of(mark.step) - x) <= px(5)]
        lines = [self.tr("{name}: step {step}").format(name=mark.name, step=count(mark.step)) for mark in near]
        return "\n".join(lines) or self.tr("Step {step}").format(step=count(self.step_at(x)))
