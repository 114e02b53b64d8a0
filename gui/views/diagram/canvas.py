"""The drawing half of the diagram widget: caches, at most 30 drawings a second, the hover layer."""

from __future__ import annotations

import time
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme
from gui.views.diagram.edges import CROWDED, MANY
from gui.views.diagram.hits import BiasHit, EdgeHit, Hit, NeuronHit
from gui.views.diagram.scene import Scene
from gui.views.diagram.tip import Tip, bias_tip, edge_tip, neuron_tip, paint_tip
from gui.views.throttle import RepaintThrottle

FPS = 30
EDGE_FPS = 10  # drawings of the edges while training: their widths change by steps, and slowly
SETTLE = 180  # ms of rest after which a rough or late picture is drawn finely


class Canvas(QWidget):
    """Draws a :class:`Scene`: ground and network into a picture per snapshot, what is hovered above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._scene = Scene()
        self._picture, self._edged, self._ground = QPixmap(), QPixmap(), QPixmap()
        self._look: tuple[bytes, bool] | None = None
        self._edged_at = 0.0  # seconds of the steady clock
        self._stale = self._ground_stale = True
        self._fine = self._at_once = False
        self._hover: Hit | None = None
        self._pointer = QPointF(-1.0, -1.0)
        self._note, self._note_at = "", QPointF()
        self._keyboard = False  # the focus came by keyboard: show where it is
        self._throttle = RepaintThrottle(self, FPS)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._draw_finely)
        theme().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(728, 620)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(420 * theme().scale), round(260 * theme().scale))

    def _schedule(self) -> None:
        """Redraw when it is this view's turn."""
        self._stale = True
        self._throttle.request()

    def _redraw(self) -> None:
        """Redraw now, edges too: a person did something."""
        self._stale = self._at_once = True
        self.update()

    def _restyle(self) -> None:
        """Draw all anew, ground too."""
        self._ground_stale = True
        self.updateGeometry()
        self._redraw()

    def _draw_finely(self) -> None:
        self._fine = True
        self._redraw()

    def _units(self) -> tuple[float, float]:
        """The widget's size in the scene's px."""
        scale = theme().scale
        return self.width() / scale, self.height() / scale

    def _arrange(self) -> None:
        if self._scene.arrange(*self._units(), time.monotonic()):
            self._ground_stale = True
            if self._hover is not None:
                self._hover = self._scene.hit(self._pointer.x(), self._pointer.y())

    def _render(self) -> None:
        """Draw ground, edges and nodes into the picture that stands until the next snapshot; of them only what changed."""
        self._arrange()
        if self._ground_stale:
            self._ground, self._edged, self._picture = (self._blank() for _ in range(3))
            painter = self._painter(self._ground)
            self._scene.paint_ground(painter, *self._units())
            painter.end()
        fine = self._fine or self._scene.edges is None or not MANY < self._scene.edges.count <= CROWDED
        if self._edges_wanted(fine):
            painter = self._painter(self._edged, self._ground)
            self._scene.paint_edges(painter, fine)
            painter.end()
            if self._scene.is_running and not (self._at_once or self._ground_stale):
                self._throttle.request()  # the nodes in a turn of their own; until then the last picture stands
                return
        painter = self._painter(self._picture, self._edged)
        self._scene.paint_nodes(painter)
        painter.end()
        self._stale = self._ground_stale = self._fine = self._at_once = False
        if not fine or (self._scene.edges_key(), fine) != self._look:
            self._settle.start()

    def _edges_wanted(self, fine: bool) -> bool:
        """Whether the edges look different; while training they follow at most ``EDGE_FPS`` times a second."""
        look, now = (self._scene.edges_key(), fine), time.monotonic()
        wait = self._scene.is_running and not self._at_once and not self._ground_stale and now - self._edged_at < 1.0 / EDGE_FPS
        if wait or (look == self._look and not self._ground_stale):
            return False
        self._look, self._edged_at = look, now
        return True

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        blank = QPixmap(ceil(self.width() * ratio), ceil(self.height() * ratio))
        blank.setDevicePixelRatio(ratio)
        blank.fill(theme().color("panel"))
        return blank

    def _painter(self, target: QPixmap | QWidget, ground: QPixmap | None = None) -> QPainter:
        """A painter whose unit is the scene's px, after ``ground`` was copied."""
        painter = QPainter(target)
        if ground is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawPixmap(0, 0, ground)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(theme().scale, theme().scale)
        return painter

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        wanted = QSize(ceil(self.width() * ratio), ceil(self.height() * ratio))
        if self._picture.size() != wanted or self._picture.devicePixelRatio() != ratio:
            self._stale = self._ground_stale = True
        if self._stale:
            self._render()
        plain = QPainter(self)
        plain.drawPixmap(0, 0, self._picture)
        plain.end()
        painter = self._painter(self)
        self._paint_hover(painter)
        if self._keyboard and self.hasFocus() and self._scene.selected is None:
            painter.setPen(QPen(theme().color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(0, 0, *self._units()).adjusted(2, 2, -2, -2), 6, 6)
        painter.end()

    def _paint_hover(self, painter: QPainter) -> None:
        area = QRectF(0, 0, *self._units())
        if self._note:
            paint_tip(painter, Tip("", note=self._note), self._note_at, area)
            return
        tip = self._tip()
        if self._hover is None or tip is None:
            return
        self._scene.paint_hover(painter, self._hover)
        at = self._scene.point_of(self._hover, self._pointer.x())
        if at is None:
            return
        if isinstance(self._hover, EdgeHit):
            painter.setPen(QPen(theme().color("panel"), 2.0))
            painter.setBrush(theme().color("tip"))
            painter.drawEllipse(at, 5.0, 5.0)
        paint_tip(painter, tip, at, area)

    def _tip(self) -> Tip | None:
        """What the tooltip says now: with each snapshot the newest values."""
        snapshot, found, labels = self._scene.snapshot, self._hover, self._scene.labels
        if snapshot is None:
            return None
        if isinstance(found, EdgeHit):
            return edge_tip(snapshot, found, labels.inputs)
        if isinstance(found, BiasHit):
            return bias_tip(snapshot, found.neuron, labels.inputs)
        whole = isinstance(found, NeuronHit) and found.neuron.layer == 0 and self._scene.picture
        return neuron_tip(snapshot, found.neuron, labels.inputs, labels.outputs) if isinstance(found, NeuronHit) and not whole else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ground_stale = self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw()

    def hideEvent(self, event: QHideEvent) -> None:
        """No timer runs for what nobody sees."""
        super().hideEvent(event)
        self._settle.stop()
        self._stale = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._scene.translate()
            self._restyle()
