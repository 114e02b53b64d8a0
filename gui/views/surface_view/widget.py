"""The surface's widget: paints a scan, is turned by dragging or with the arrow keys, and tells where it was clicked."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from gui.fields.paint import follow_theme, px
from gui.theme import theme
from gui.views.surface_view.painting import Frame, Stage, SurfacePath, cost_width, paint_axes, paint_ground, paint_paths, picture
from gui.views.surface_view.relief import Relief, relief_of
from gui.views.surface_view.scan import Camera, Scan, scan
from gui.views.throttle import RepaintThrottle
from nn.landscape.surface import Surface

FPS = 30
YAW, PITCH = math.radians(-35.0), math.radians(38.0)
LOWEST, STEEPEST = math.radians(12.0), math.radians(80.0)
PER_PIXEL = math.radians(0.45)  # how far a drag by one pixel turns
STEP = math.radians(5.0)  # and a press of an arrow key
COARSE = 2  # while it is turned one pixel of the picture stands for so many each way
REST_MS = 160  # so long after the last move it is drawn sharp again
EDGE = 24  # px above and below the picture, for words and numbers
KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class SurfaceView(QWidget):
    """``place_chosen(x, y)``: the surface was clicked, not dragged, at these coordinates."""

    place_chosen = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface: Surface | None = None
        self._relief: Relief | None = None
        self._paths: tuple[SurfacePath, ...] = ()
        self._names = ("", "", "")
        self._yaw, self._pitch = YAW, PITCH
        self._scan: Scan | None = None
        self._image: QImage | None = None
        self._frame = Frame(0.0, 0.0, 1.0, 1)
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._turning = False
        self._throttle = RepaintThrottle(self, FPS)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._sharpen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()
        follow_theme(self._refresh)

    # --- what is shown

    @property
    def surface(self) -> Surface | None:
        return self._surface

    @property
    def paths(self) -> tuple[SurfacePath, ...]:
        return self._paths

    @property
    def angles(self) -> tuple[float, float]:
        """Yaw and pitch in radians."""
        return self._yaw, self._pitch

    def show_surface(self, surface: Surface | None, names: tuple[str, str, str] = ("", "", "")) -> None:
        """A surface, or none; the names of its two parameters and of the cost."""
        if surface is not self._surface:
            self._surface, self._relief = surface, None
            self._refresh()
        if names != self._names:
            self._names = names
            self._throttle.request()

    def show_paths(self, paths: Sequence[SurfacePath]) -> None:
        """Ways over the surface; only these are drawn anew."""
        self._paths = tuple(paths)
        self._throttle.request()

    def turn(self, yaw: float, pitch: float) -> None:
        """Look from another side; radians, added to where it is looked from."""
        self._yaw = (self._yaw + yaw) % (2.0 * math.pi)
        self._pitch = min(max(self._pitch + pitch, LOWEST), STEEPEST)
        self._turning = True
        self._rest.start()
        self._refresh()

    def look_from_the_start(self) -> None:
        """As it was first looked at."""
        self._yaw, self._pitch = YAW, PITCH
        self._refresh()

    @Slot()
    def _sharpen(self) -> None:
        self._turning = False
        self._refresh()

    def _refresh(self) -> None:
        self._scan = self._image = None
        self._throttle.request()

    # --- painting

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 140)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().color("panel"))
        relief = self._ready()
        if self._surface is None or relief is None:
            self._paint_empty(painter)
        else:
            self._paint_surface(painter, self._surface, relief)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _ready(self) -> Relief | None:
        """The surface's relief, made when it is first looked at: surfaces that nobody sees cost nothing."""
        if self._relief is None and self._surface is not None:
            self._relief = relief_of(self._surface)
        return self._relief

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setFont(theme().sans(12))
        painter.setPen(theme().color("text3"))
        painter.drawText(QRectF(self.rect()).adjusted(16, 16, -16, -16), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)

    def _paint_surface(self, painter: QPainter, surface: Surface, relief: Relief) -> None:
        seen = self._seen(relief)
        if self._image is None:
            self._image = picture(seen, relief)
        frame, stage = self._frame, Stage(surface, relief, seen, self._frame)
        paint_ground(painter, stage)
        painter.drawImage(QRectF(frame.left, frame.top, seen.camera.width * frame.ratio, seen.camera.height * frame.ratio), self._image)
        paint_axes(painter, stage, self._names)
        paint_paths(painter, stage, self._paths)

    def _seen(self, relief: Relief) -> Scan:
        """The scan for the present size and angles."""
        if self._scan is None:
            edge, left, right = px(EDGE), cost_width(relief) + px(14), px(10)
            ratio = COARSE if self._turning else 1.0 / self.devicePixelRatioF()
            width = max(round((self.width() - left - right) / ratio), 2)
            height = max(round((self.height() - 2 * edge) / ratio), 2)
            self._frame = Frame(left, edge, ratio, height)
            self._scan = scan(relief, Camera(self._yaw, self._pitch, width, height))
        return self._scan

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    # --- the person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = self._pressed is None or (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far:
            moved = event.position() - self._last
            self._pressed, self._last = None, event.position()
            self.turn(-moved.x() * PER_PIXEL, moved.y() * PER_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = self.place_at(event.position())
        if place is not None:
            self.place_chosen.emit(*place)

    def place_at(self, where: QPointF) -> tuple[float, float] | None:
        """The coordinates that a point of the widget shows; ``None`` beside the surface."""
        relief = self._ready()
        if self._surface is None or relief is None:
            return None
        seen, frame = self._seen(relief), self._frame
        ground = seen.ground_at((where.x() - frame.left) / frame.ratio, (where.y() - frame.top) / frame.ratio)
        if ground is None:
            return None
        x_low, x_high, y_low, y_high = self._surface.extent
        return x_low + (ground[0] + 1.0) / 2.0 * (x_high - x_low), y_low + (ground[1] + 1.0) / 2.0 * (y_high - y_low)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()  # before the window's shortcuts take it
            return True
        return super().event(event)

    @staticmethod
    def _own_key(event: QKeyEvent) -> bool:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        return plain and (event.key() in KEYS or event.key() == Qt.Key.Key_Home)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Home:
            self.look_from_the_start()
        else:
            across, up = KEYS[Qt.Key(event.key())]
            self.turn(across * STEP, up * STEP)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Cost surface"))
        self.setAccessibleDescription(self.tr("Drag or press the arrow keys to turn it, Home to turn it back"))
        self.setToolTip(self.tr("Drag to turn, click to choose a place"))
        self._empty = self.tr("There is no surface yet.")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.update()
        super().changeEvent(event)
