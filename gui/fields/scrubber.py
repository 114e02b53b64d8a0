"""A line of steps with a knob to drag: what the scrub bars of a walk, a race and a run have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget

from gui.fields.paint import follow_theme, px
from gui.theme import theme

THROTTLE_MS = 33
TRACK = 6
ALL_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class Scrubber(QAbstractSlider):
    """Its value is the step being shown. ``seek_requested(step)`` is sent at most 30 times a second while the knob is dragged.

    A subclass paints what belongs to its steps, and says which step a key leads to and what is told of a place.
    """

    seek_requested = Signal(int)

    KNOB = 18
    MIDDLE = 13  # px from the top to the middle of the track
    SIZE = (440, 120, 44)  # px: the width that it would like, the least one, the height
    OWN_KEYS: tuple[Qt.Key, ...] = ALL_KEYS  # that aren't the window's shortcuts while it has the focus

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        follow_theme(self._restyle)

    # What a subclass says

    def step_for(self, key: Qt.Key) -> int | None:
        """Where a key leads; ``None`` where it means nothing here."""
        raise NotImplementedError

    def tip_at(self, x: float) -> str:
        """What is told of a place on the line."""
        raise NotImplementedError

    # Showing

    @property
    def is_dragging(self) -> bool:
        return self._dragging

    def show_step(self, step: int) -> None:
        """The step looked at; while the knob is dragged it stays with the pointer."""
        if not self._dragging and self._wanted is None:
            self.setValue(step)
            self.describe()
            self.update()

    def describe(self) -> None:
        """Tell a screen reader where the knob is, in a subclass that has words for it."""

    def sizeHint(self) -> QSize:
        return QSize(px(self.SIZE[0]), px(self.SIZE[2]))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self.SIZE[1]), px(self.SIZE[2]))

    def _restyle(self) -> None:
        self.setFixedHeight(px(self.SIZE[2]))
        self.update()

    # Places

    def track(self) -> QRectF:
        half = px(self.KNOB) / 2 + 1
        return QRectF(half, px(self.MIDDLE) - px(TRACK) / 2, max(self.width() - 2 * half, 1), px(TRACK))

    def x_of(self, step: int) -> float:
        """Where a step is on the track."""
        track = self.track()
        return track.left() + track.width() * (step / self.maximum() if self.maximum() else 0.0)

    def step_at(self, x: float) -> int:
        """The step at a place on the track."""
        track = self.track()
        return round(min(max((x - track.left()) / track.width(), 0.0), 1.0) * self.maximum())

    # Drawing

    def paint_track(self, painter: QPainter) -> None:
        """The whole line, and in colour as far as the knob."""
        track, x = self.track(), self.x_of(self.value())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(theme().color("accent"))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), max(x - track.left(), track.height()), track.height()), 3, 3)

    def paint_knob(self, painter: QPainter) -> None:
        centre, radius = QPointF(self.x_of(self.value()), self.track().center().y()), px(self.KNOB) / 2 - 1.5
        painter.setBrush(theme().color("panel"))
        painter.setPen(QPen(theme().color("accent" if self.isEnabled() and self.maximum() else "line2"), 3))
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("text"), 1.5))
            painter.drawEllipse(centre, radius + 2, radius + 2)

    # The person

    def _ask(self, step: int) -> None:
        """Show the knob there and ask for that step, now or when the last request is a thirtieth of a second old."""
        self.setValue(min(max(step, 0), self.maximum()))
        self._wanted = self.value()
        self.update()
        if not self._throttle.isActive():
            self._send()

    def _send(self) -> None:
        if self._wanted is not None:
            step, self._wanted = self._wanted, None
            self._throttle.start()
            self.describe()
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
        step = self.step_for(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        self._ask(step)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in self.OWN_KEYS:
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)
