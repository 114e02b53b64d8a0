"""The scrub bar: the walk from its first step to its last in segments that are named below, and a knob to drag."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.fields.paint import px
from gui.fields.scrubber import Scrubber
from gui.theme import theme

GAP = 2  # between two segments
LEAST_SEGMENT = 5  # pixels; narrower ones flow together
LABEL_TOP = 24
LABEL_ROOM = 44  # pixels for each of many names
MANY = 12


@dataclass(frozen=True, slots=True)
class Segment:
    """Steps ``start`` up to, without, ``stop``. ``name`` stands below it, ``long_name`` in the tip."""

    start: int
    stop: int
    name: str
    long_name: str


class ScrubBar(Scrubber):
    """A step has a share of the track; the parts of the walk are named below."""

    SIZE = (480, 120, 44)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self._count = 0

    @property
    def segments(self) -> tuple[Segment, ...]:
        return self._segments

    def show_segments(self, segments: tuple[Segment, ...], count: int) -> None:
        """The walk's parts, and how many steps it has."""
        self._segments, self._count = segments, count
        self.setRange(0, max(count - 1, 0))
        self.update()

    def segment_at(self, step: int) -> Segment | None:
        return next((segment for segment in self._segments if segment.start <= step < segment.stop), None)

    def describe(self) -> None:
        segment = self.segment_at(self.value())
        self.setAccessibleDescription("" if segment is None else segment.long_name)

    # Places

    def _x_of_edge(self, place: float) -> float:
        """Where the steps before ``place`` end on the track."""
        track = self.track()
        return track.left() + track.width() * (place / self._count if self._count else 0.0)

    def x_of(self, step: int) -> float:
        """The middle of a step's share of the track."""
        return self._x_of_edge(step + 0.5)

    def step_at(self, x: float) -> int:
        """The step at a place on the track."""
        track = self.track()
        return min(max(int((x - track.left()) / track.width() * self._count), 0), self.maximum())

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_track(painter)
        self._draw_labels(painter)
        if self._count:
            self.paint_knob(painter)

    def _draw_track(self, painter: QPainter) -> None:
        track, here = self.track(), self.x_of(self.value()) if self._count else 0.0
        painter.setPen(Qt.PenStyle.NoPen)
        for left, right in self._stretches():
            place = QRectF(left, track.top(), max(right - left, 1.0), track.height())
            painter.setBrush(theme().color("line"))
            painter.drawRoundedRect(place, 2, 2)
            if here > left:
                painter.setBrush(theme().color("accent"))
                painter.drawRoundedRect(QRectF(left, track.top(), min(here, right) - left, track.height()), 2, 2)

    def _stretches(self) -> list[tuple[float, float]]:
        """The segments in pixels with gaps between them; all in one where the most of them would be too narrow to be seen."""
        track = self.track()
        if not self._segments or track.width() / len(self._segments) < LEAST_SEGMENT + GAP:
            return [(track.left(), track.right())]
        edges = [(self._x_of_edge(one.start), self._x_of_edge(one.stop)) for one in self._segments]
        half = GAP / 2
        return [(left + (half if place else 0), right - (half if place < len(edges) - 1 else 0)) for place, (left, right) in enumerate(edges)]

    def _draw_labels(self, painter: QPainter) -> None:
        """The present segment's name in bold, then the others' as far as they fit."""
        here = self.segment_at(self.value())
        taken: list[QRectF] = []
        for segment in self._named(here):
            font = theme().sans(11.5, bold=segment is here)
            width = QFontMetricsF(font).horizontalAdvance(segment.name)
            middle = (self._x_of_edge(segment.start) + self._x_of_edge(segment.stop)) / 2
            place = QRectF(min(max(middle - width / 2, 0.0), max(self.width() - width, 0.0)), px(LABEL_TOP), width, px(18))
            if width > self.width() or any(place.adjusted(-px(5), 0, px(5), 0).intersects(other) for other in taken):
                continue
            taken.append(place)
            painter.setFont(font)
            painter.setPen(theme().color("text" if segment is here else "text2"))
            painter.drawText(place.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, segment.name)

    def _named(self, here: Segment | None) -> list[Segment]:
        """The segments whose names are tried: the present one first; of many, every second, fifth, tenth … one."""
        every = 1
        for factor in (2, 2.5, 2) * 6:
            if len(self._segments) / every * px(LABEL_ROOM) <= max(self.track().width(), 1) or len(self._segments) <= MANY:
                break
            every = round(every * factor)
        rest = self._segments if every == 1 else self._segments[every - 1 :: every]
        return [*([here] if here else []), *(segment for segment in rest if segment is not here)]

    # The person

    def step_for(self, key: Qt.Key) -> int | None:
        """Arrows go to the neighbouring step, Page keys to the neighbouring segment, Home and End to the ends."""
        here = self.value()
        starts = [segment.start for segment in self._segments]
        jumps = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Down: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.maximum(),
            Qt.Key.Key_PageUp: min((start for start in starts if start > here), default=self.maximum()),
            Qt.Key.Key_PageDown: max((start for start in starts if start < here), default=0),
        }
        return jumps.get(key)

    def tip_at(self, x: float) -> str:
        """Which step is at a place, and what it belongs to."""
        if not self._count:
            return ""
        step = self.step_at(x)
        segment = self.segment_at(step)
        words = self.tr("Step {step}").format(step=step + 1)
        return words if segment is None else f"{words} · {segment.long_name}"
