"""A choice out of a few that are all in sight: segments side by side, the chosen one filled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.fields.choice import Choice
from gui.fields.paint import BUTTON_HEIGHT, RADIUS, Outline, draw_box, follow_theme, px
from gui.fields.pressable import Pressable
from gui.theme import theme

KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segment(Pressable):
    """One of the segments; ``first`` and ``last`` are rounded."""

    def __init__(self, choice: Choice, *, first: bool, last: bool, pad: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self._ends = (first, last)
        self._pad = pad
        self.setCheckable(True)
        self.setText(choice.name)
        self.setAccessibleName(choice.long_name or choice.name)
        self.setToolTip(choice.long_name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """A press never clears the segment: the control says what is chosen."""

    def face(self) -> QFont:
        return theme().sans(12.5, bold=self.isChecked())

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme().sans(12.5, bold=True)).horizontalAdvance(self.text())  # so that nothing moves when it is chosen
        return QSize(round(width) + px(2 * self._pad), px(BUTTON_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isChecked() or self.isDown() or self.underMouse():
            lit = "accent" if self.isChecked() and self.isEnabled() else "line" if self.isChecked() else "accentbg" if self.isDown() else "card"
            painter.fillPath(self._shape(rect), theme().color(lit))
        painter.setFont(self.face())
        painter.setPen(theme().color(self._text_token()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.has_ring:
            inner = rect.adjusted(3, 3, -3, -3)
            painter.setPen(QPen(theme().color("onaccent" if self.isChecked() else "accent"), 1.5))
            painter.drawRoundedRect(inner, 3, 3)

    def _text_token(self) -> str:
        if not self.isEnabled():
            return "text3"
        return "onaccent" if self.isChecked() else "text"

    def _shape(self, rect: QRectF) -> QPainterPath:
        """The segment inside the box: round at the box's ends, straight at its neighbours."""
        path = QPainterPath()
        first, last = self._ends
        path.addRoundedRect(rect.adjusted(0.5 if first else -RADIUS, 0.5, -0.5 if last else RADIUS, -0.5), RADIUS, RADIUS)
        clip = QPainterPath()
        clip.addRect(rect)
        return path.intersected(clip)


class Segmented(QWidget):
    """``committed(key, value)`` is sent when the person chooses another segment; ``None`` shown is none of them."""

    committed = Signal(str, object)

    def __init__(self, key: str = "", parent: QWidget | None = None, *, pad: float = 12) -> None:
        super().__init__(parent)
        self.key = key
        self._pad = pad
        self._value: object = None
        self._segments: list[Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self._restyle)

    @property
    def value(self) -> object:
        return self._value

    @property
    def segments(self) -> tuple[Segment, ...]:
        return tuple(self._segments)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the segments; what was chosen stays so where it is still there."""
        if tuple(choices) == tuple(segment.choice for segment in self._segments):
            return
        for segment in self._segments:
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        ends = len(choices) - 1
        self._segments = [Segment(c, first=i == 0, last=i == ends, pad=self._pad, parent=self) for i, c in enumerate(choices)]
        for segment in self._segments:
            segment.clicked.connect(self._clicked)
            segment.installEventFilter(self)
            self._row.addWidget(segment)
        self.show_value(self._value)
        self._restyle()

    def show_value(self, value: object) -> None:
        """Show a value without telling anyone."""
        self._value = value
        for segment in self._segments:
            segment.setChecked(segment.choice.value == value)
            segment.update()

    def needed_width(self) -> int:
        """The width at which no word is cut."""
        return sum(segment.sizeHint().width() for segment in self._segments)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, Segment):
            self._choose(sender)

    def _choose(self, segment: Segment) -> None:
        if segment.choice.value != self._value:
            self.show_value(segment.choice.value)
            self.committed.emit(self.key, segment.choice.value)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The arrows go from segment to segment, as in a group of radio buttons; the window's own keys don't hear them."""
        if isinstance(event, QKeyEvent) and isinstance(watched, Segment) and Qt.Key(event.key()) in KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                place = min(max(self._segments.index(watched) + KEYS[Qt.Key(event.key())], 0), len(self._segments) - 1)
                self._segments[place].setFocus(Qt.FocusReason.TabFocusReason)
                self._choose(self._segments[place])
                return True
        return False

    def _restyle(self) -> None:
        self.setFixedSize(max(self.needed_width(), 1), px(BUTTON_HEIGHT))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), Outline.PLAIN if self.isEnabled() else Outline.OFF, None)
        painter.setPen(theme().color("line2" if self.isEnabled() else "line"))
        for segment in self._segments[1:]:
            painter.drawLine(segment.x(), 1, segment.x(), self.height() - 2)
