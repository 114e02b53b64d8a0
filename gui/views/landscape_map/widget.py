"""The map as a widget: layered pictures, the pointer, the keys."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.format import number
from gui.theme import theme
from gui.views.axis import read_label
from gui.views.landscape_map.ground import paint_axes, paint_foot, paint_surface
from gui.views.landscape_map.ink import Ink
from gui.views.landscape_map.marks import STRETCH, Tags, coordinates, paint_hover, paint_marks
from gui.views.landscape_map.state import MapState, Places, Track
from nn.landscape.contours import Contour
from nn.landscape.surface import Surface

LEFT, TOP, RIGHT, BOTTOM = 54.0, 10.0, 24.0, 58.0  # px around the frame
GRAB = 12.0
NUDGE = 0.01  # of an axis's length, for the start moved by keys


class LandscapeMap(QWidget):
    """``start_moved(x, y)`` while the start is dragged or moved by the arrow keys, ``start_dropped`` when it is let go;
    ``place_clicked(x, y)`` for a click elsewhere.

    The surface is painted when it, the size or the theme changed; a step of the paths adds its piece to a picture.
    """

    start_moved = Signal(float, float)
    start_dropped = Signal()
    place_clicked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = MapState()
        self._ink, self._tags = Ink(), Tags()
        self._ground: QPixmap | None = None
        self._inked = False
        self._places: Places | None = None
        self._start: tuple[float, float] | None = None  # while it is dragged
        self._hover: QPointF | None = None
        self._reason = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the race
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._repaint_all)
        self._retranslate()

    # What is shown

    def show_surface(self, surface: Surface | None, contours: Sequence[Contour] = (), *, reason: str = "") -> None:
        """Another surface with its contour lines; ``None`` leaves the map empty but for the ``reason``."""
        self._reason = reason
        self.state.surface, self.state.contours = surface, tuple(contours)
        self._ground, self._inked = None, False
        self.update()

    def show_paths(self, tracks: Sequence[Track]) -> None:
        """The recorded ways, past and future."""
        selected = any(track.selected for track in self.state.tracks)
        self.state.tracks = tuple(tracks)
        self._inked = False
        if selected != any(track.selected for track in tracks):
            self._ground = None  # the words about the arrow come or go
        self._tags.forget()
        self.update()

    def show_step(self, step: int) -> None:
        """How many steps have been gone: what comes after is pale."""
        if step != self.state.step:
            self.state.step = step
            self.update()

    def show_start(self, start: tuple[float, float] | None, *, movable: bool = True) -> None:
        """Where the paths begin."""
        self.state.start, self.state.keeps_start = start, movable
        self.update()

    def show_minima(self, minima: Sequence[tuple[float, float]], *, known: bool = True) -> None:
        """The lowest places; ``known=False`` for what is lowest on the grid alone."""
        self.state.minima, self.state.least_known = tuple(minima), known
        self.update()

    def show_axes(self, across: str, up: str) -> None:
        """What the two parameters are called."""
        if (across, up) == self.state.axes:
            return
        self.state.axes = across, up
        self._ground, self._inked = None, False
        self.update()

    def readout(self, point: QPointF) -> str:
        """The place and its cost: (1.2, 0.4) · 0.312; "" outside."""
        surface, places = self.state.surface, self._places
        if surface is None or places is None or not places.frame.contains(point):
            return ""
        place = places.place(point)
        cost = float(surface.heights(np.array([place]))[0])
        return f"{coordinates(place)} · {read_label(cost)}"

    # Painting

    @property
    def places(self) -> Places | None:
        """Where the surface's places lie; ``None`` while there is no surface."""
        return self._places

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if self._ground is None or self._ground.devicePixelRatio() != ratio:
            self._paint_ground(ratio)
            self._inked = False
        painter = QPainter(self)
        if self._places is not None and self._ground is not None:
            self._paint_above(painter, self._places, self._ground)
        elif self._ground is not None:
            painter.drawPixmap(0, 0, self._ground)
            self._paint_reason(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_reason(self, painter: QPainter) -> None:
        painter.setFont(theme().sans(13))
        painter.setPen(theme().color("text3"))
        room = QRectF(self.rect()).adjusted(LEFT, TOP, -LEFT, -BOTTOM)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._reason)

    def _paint_above(self, painter: QPainter, places: Places, ground: QPixmap) -> None:
        if not self._inked:
            self._ink.prepare(self.state.tracks, places, ground, self.size())
            self._inked = True
        self._ink.go_to(self.state.step, self.size(), ground.devicePixelRatio())
        if self._ink.base is not None:
            painter.drawPixmap(0, 0, self._ink.base)
        if self._ink.gone is not None and self.state.tracks:
            frame = places.frame.toAlignedRect()
            ratio = ground.devicePixelRatio()
            part = QRectF(frame.x() * ratio, frame.y() * ratio, frame.width() * ratio, frame.height() * ratio)
            painter.drawPixmap(QRectF(frame), self._ink.gone, part)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        held = self._start is not None or self.hasFocus()
        paint_marks(painter, self.state, places, self._tags, self._start or self.state.start, held=held)
        text = self.readout(self._hover) if self._hover is not None and self._start is None else ""
        if text and self._hover is not None:
            paint_hover(painter, places, self._hover, text)

    def _paint_ground(self, ratio: float) -> None:
        unit = theme().scale
        picture = QPixmap(QSize(max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme().color("panel"))
        frame = QRectF(self.rect()).adjusted(LEFT * unit, TOP, -RIGHT, -BOTTOM * unit)
        surface = self.state.surface
        usable = surface is not None and frame.width() >= 40 and frame.height() >= 40
        self._places = Places.of(frame, surface) if surface is not None and usable else None
        if self._places is not None:
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_surface(painter, self.state, self._places, ratio)
            paint_axes(painter, self.state, self._places, 14 * unit)
            paint_foot(painter, self.state, frame, frame.bottom() + 26 * unit)
            painter.end()
        self._ground = picture

    def _repaint_all(self) -> None:
        self._ground, self._inked = None, False
        self._tags.forget()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._repaint_all()

    def sizeHint(self) -> QSize:
        return QSize(728, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 220)

    # The person

    def _on_start(self, point: QPointF) -> bool:
        if self._places is None or self.state.start is None or not self.state.keeps_start:
            return False
        at = self._places.point(self.state.start)
        return math.hypot(at.x() - point.x(), at.y() - point.y()) <= GRAB * theme().scale

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if event.button() != Qt.MouseButton.LeftButton or self._places is None or not self._places.frame.contains(point):
            event.ignore()
            return
        if self._on_start(point):
            self._start = self.state.start
            self.update()
        else:
            self.place_clicked.emit(*self._places.place(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._start is not None and self._places is not None:
            frame = self._places.frame
            inside = QPointF(min(max(point.x(), frame.left()), frame.right()), min(max(point.y(), frame.top()), frame.bottom()))
            self._start = self._places.place(inside)
            self.start_moved.emit(*self._start)
        else:
            self._hover = point
            self.setCursor(Qt.CursorShape.OpenHandCursor if self._on_start(point) else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._start is not None:
            self._start = None
            self.start_dropped.emit()
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _arrow(event) is not None and self._moves_by_key():
            event.accept()
            return True
        return super().event(event)

    def _moves_by_key(self) -> bool:
        return self.state.start is not None and self.state.keeps_start and self._places is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the map has the focus the arrow keys move the start; with Shift ten times as far."""
        arrow, surface = _arrow(event), self.state.surface
        if arrow is None or surface is None or self.state.start is None or not self._moves_by_key():
            super().keyPressEvent(event)
            return
        left, right, low, high = surface.extent
        far = NUDGE * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        x, y = self.state.start
        self.start_moved.emit(min(max(x + arrow[0] * far * (right - left), left), right), min(max(y + arrow[1] * far * (high - low), low), high))
        self.start_dropped.emit()

    # Words

    def _retranslate(self) -> None:
        self.state.words = {
            "start": self.tr("start"),
            "minimum": self.tr("minimum"),
            "lowest": self.tr("lowest here"),
            "cost": self.tr("cost"),
            "arrow": self.tr("next step, drawn {count} × as long").format(count=number(STRETCH, 0)),
        }
        self.setAccessibleName(self.tr("Map of the cost; the arrow keys move the start"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._repaint_all()


def _arrow(event: QKeyEvent) -> tuple[int, int] | None:
    return {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}.get(Qt.Key(event.key()))
