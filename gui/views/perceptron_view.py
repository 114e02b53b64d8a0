"""Clients on two axes and the line at which one neuron decides: drag either end of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fields.paint import follow_theme
from gui.fields.runner_look import Shape, draw_shape
from gui.fields.sentence import sentence_text
from gui.ramp import MAP_STRENGTH, ramp_image
from gui.theme import theme
from gui.views.axis import Scale, paint_bottom, paint_left, paint_title
from nn.landscape.loans import AXES, CLASSES, EXTENT, Loans
from nn.text import Sentence

Array = NDArray[np.float64]
Handle = tuple[float, float]

LEFT, TOP, RIGHT, BOTTOM = 56.0, 14.0, 26.0, 62.0  # px around the frame
GRAB = 14.0
RADIUS = 5.2
STEP = 0.01  # of an axis, for a handle moved by a key; ten times as far with Shift
SWAP = (Qt.Key.Key_Return, Qt.Key.Key_Enter)  # Space belongs to the descent
KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class PerceptronView(QWidget):
    """``line_moved(px, py, qx, qy)`` while an end of the line is dragged or moved by the arrow keys, ``line_dropped`` when it is let go;
    Enter goes to the other end. All in the clients' own units.
    """

    line_moved = Signal(float, float, float, float)
    line_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Loans | None = None
        self._wrong: Sequence[bool] = ()
        self._answers: Array | None = None
        self._handles: tuple[Handle, Handle] | None = None
        self._held = 0
        self._drags = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()
        follow_theme(self.update)

    # --- what is shown

    @property
    def handles(self) -> tuple[Handle, Handle] | None:
        """Both ends of the line; "granted" is to the left of the way from the first to the second."""
        return self._handles

    @property
    def wrong(self) -> int:
        """How many clients are ringed."""
        return sum(map(bool, self._wrong))

    def show_clients(self, data: Loans) -> None:
        self._data = data
        self.update()

    def show_line(self, handles: tuple[Handle, Handle] | None, answers: Array, wrong: Sequence[bool]) -> None:
        """The line through ``handles`` (``None``: it lies outside), what the neuron says over the plane (ny, nx), and who is decided wrongly."""
        self._handles, self._answers, self._wrong = handles, answers, wrong
        self._describe()
        self.update()

    # --- places

    def _frame(self) -> QRectF:
        unit = theme().scale
        return QRectF(self.rect()).adjusted(LEFT * unit, TOP, -RIGHT, -BOTTOM * unit)

    def _scales(self) -> tuple[Scale, Scale]:
        frame = self._frame()
        return Scale(EXTENT[0], EXTENT[1], frame.left(), frame.right()), Scale(EXTENT[2], EXTENT[3], frame.bottom(), frame.top())

    def spot(self, place: Handle) -> QPointF:
        """Where a salary and a time in work are on the widget."""
        xs, ys = self._scales()
        return QPointF(xs.pixel(place[0]), ys.pixel(place[1]))

    # --- painting

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 220)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("panel"))
        frame = self._frame()
        if frame.width() < 40 or frame.height() < 40 or self._data is None:
            return
        if self._answers is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, ramp_image(self._answers, 0.0, 0.5, 1.0, strength=MAP_STRENGTH))
        self._paint_axes(painter, frame)
        painter.save()
        painter.setClipRect(frame)
        self._paint_line(painter)
        painter.restore()
        self._paint_clients(painter, self._data)
        self._paint_handles(painter)
        self._paint_legend(painter, frame)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRect(frame.adjusted(-1, -1, 1, 1))

    def _paint_axes(self, painter: QPainter, frame: QRectF) -> None:
        unit, (xs, ys) = theme().scale, self._scales()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.drawRect(frame)
        paint_left(painter, frame, ys, ys.ticks(6))
        paint_bottom(painter, frame, xs, xs.ticks(7))
        paint_title(painter, QRectF(frame.left(), frame.bottom() + 20 * unit, frame.width(), 16 * unit), sentence_text(Sentence(AXES[0])))
        painter.save()
        painter.translate(12 * unit, frame.center().y())
        painter.rotate(-90)
        paint_title(painter, QRectF(-frame.height() / 2, -8 * unit, frame.height(), 16 * unit), sentence_text(Sentence(AXES[1])))
        painter.restore()

    def _paint_line(self, painter: QPainter) -> None:
        if self._handles is None:
            return
        p, q = map(self.spot, self._handles)
        along = QPointF(q.x() - p.x(), q.y() - p.y())
        length = math.hypot(along.x(), along.y())
        if length < 1e-6:
            return
        far = along * (4000.0 / length)
        for token, width in (("bg", 5.0), ("text", 2.4)):
            painter.setPen(QPen(theme().color(token), width))
            painter.drawLine(QLineF(p - far, q + far))

    def _paint_clients(self, painter: QPainter, data: Loans) -> None:
        radius = RADIUS * theme().scale
        wrong = self._wrong if len(self._wrong) == len(data.labels) else [False] * len(data.labels)
        for place, label, bad in zip(data.raw, data.labels, wrong, strict=True):
            spot = self.spot((float(place[0]), float(place[1])))
            if bad:
                self._paint_wrong(painter, spot, radius + 5.0)
            painter.setPen(QPen(theme().color("point_outline"), 1.0))
            painter.setBrush(theme().class_color(int(label)))
            draw_shape(painter, _shape(int(label)), spot, radius)

    @staticmethod
    def _paint_wrong(painter: QPainter, spot: QPointF, radius: float) -> None:
        """A ring with a gap of ground and a stroke through it: seen without colour, too."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, width in (("bg", 4.0), ("bad", 2.0)):
            painter.setPen(QPen(theme().color(token), width))
            painter.drawEllipse(spot, radius, radius)
            reach = radius * 0.72
            painter.drawLine(QLineF(spot.x() - reach, spot.y() + reach, spot.x() + reach, spot.y() - reach))

    def _paint_handles(self, painter: QPainter) -> None:
        if self._handles is None:
            return
        for number, place in enumerate(self._handles):
            held = number == self._held and (self._drags or self.hasFocus())
            radius = (9.0 if held else 7.5) * theme().scale
            painter.setBrush(theme().color("panel"))
            painter.setPen(QPen(theme().color("bg"), 5.0))
            painter.drawEllipse(self.spot(place), radius, radius)
            painter.setPen(QPen(theme().color("accent"), 3.0))
            painter.drawEllipse(self.spot(place), radius, radius)

    def _paint_legend(self, painter: QPainter, frame: QRectF) -> None:
        unit = theme().scale
        painter.setFont(theme().sans(12))
        metrics = QFontMetricsF(painter.font())
        x, y = frame.left(), frame.bottom() + 50 * unit
        for label, name in enumerate((*(sentence_text(Sentence(name)) for name in CLASSES), self._words_wrong)):
            spot = QPointF(x + 8, y)
            if label < len(CLASSES):
                painter.setPen(QPen(theme().color("point_outline"), 1.0))
                painter.setBrush(theme().class_color(label))
                draw_shape(painter, _shape(label), spot, RADIUS * unit)
            else:
                self._paint_wrong(painter, spot, 6.0 * unit)
            painter.setPen(theme().color("text2"))
            painter.drawText(QPointF(x + 22 * unit, y + metrics.capHeight() / 2), name)
            x += 22 * unit + metrics.horizontalAdvance(name) + 20 * unit

    # --- the person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._handle_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._held, self._drags = found, True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drags:
            near = self._handle_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.OpenHandCursor if near else Qt.CursorShape.ArrowCursor)
            return
        xs, ys = self._scales()
        self._move_to(xs.value(event.position().x()), ys.value(event.position().y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._drags:
            self._drags = False
            self.line_dropped.emit()
            self.update()

    def _handle_at(self, where: QPointF) -> int | None:
        if self._handles is None:
            return None
        far = [math.hypot(*(self.spot(place) - where).toTuple()) for place in self._handles]
        nearest = int(np.argmin(far))
        return nearest if far[nearest] <= GRAB * theme().scale else None

    def _move_to(self, x: float, y: float) -> None:
        """The held end goes there, inside the frame, but not onto the other end."""
        if self._handles is None:
            return
        place = min(max(x, EXTENT[0]), EXTENT[1]), min(max(y, EXTENT[2]), EXTENT[3])
        ends = [*self._handles]
        ends[self._held] = place
        gap = self.spot(ends[0]) - self.spot(ends[1])
        if math.hypot(gap.x(), gap.y()) >= GRAB:
            self.line_moved.emit(*ends[0], *ends[1])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()  # before the window's shortcuts take it
            return True
        return super().event(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        other = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return self._handles is not None and not other and (event.key() in KEYS or event.key() in SWAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event) or self._handles is None:
            super().keyPressEvent(event)
        elif event.key() in SWAP:
            self._held = 1 - self._held
            self.update()
        else:
            across, up = KEYS[Qt.Key(event.key())]
            far = STEP * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            x, y = self._handles[self._held]
            self._move_to(x + across * far * (EXTENT[1] - EXTENT[0]), y + up * far * (EXTENT[3] - EXTENT[2]))
            self.line_dropped.emit()

    # --- words

    def _describe(self) -> None:
        count = len(self._wrong)
        self.setAccessibleDescription(self.tr("{wrong} of {count} clients are decided wrongly.").format(wrong=self.wrong, count=count))

    def _retranslate(self) -> None:
        self._words_wrong = self.tr("decided wrongly")
        self.setAccessibleName(self.tr("Clients and the line of decision: arrow keys move an end of it, Enter goes to the other end"))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)


def _shape(label: int) -> Shape:
    return Shape.TRIANGLE if label else Shape.CIRCLE
