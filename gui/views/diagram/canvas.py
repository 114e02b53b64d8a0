"""The drawing half of the diagram widget: caches, at most 30 drawings a second, the hover layer."""

from __future__ import annotations

import time
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme
from gui.views.diagram.hits import BiasHit, EdgeHit, Hit, NeuronHit
from gui.views.diagram.scene import Scene
from gui.views.diagram.tip import Tip, bias_tip, edge_tip, neuron_tip, paint_tip
from gui.views.sheet import Sheet
from gui.views.throttle import RepaintThrottle

FPS = 30


class Canvas(QWidget):
    """Draws a :class:`Scene`: ground and network into a picture per snapshot, what is hovered above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._scene = Scene()
        self._picture, self._edged, self._ground = (Sheet(QSize(), 1.0) for _ in range(3))
        self._look, self._kept = b"", False  # what the edges looked like last, and whether that is on their own sheet
        self._stale = self._ground_stale = True
        self._hover: Hit | None = None
        self._pointer = QPointF(-1.0, -1.0)
        self._note, self._note_at = "", QPointF()
        self._keyboard = False  # the focus came by keyboard: show where it is
        self._throttle = RepaintThrottle(self, FPS)
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
        """Redraw now: a person did something."""
        self._stale = True
        self.update()

    def _restyle(self) -> None:
        """Draw all anew, ground too."""
        self._ground_stale = True
        self.updateGeometry()
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
            self._paint_ground()
        self._paint_edges()
        self._scene.paint_nodes(self._picture, theme().scale)
        self._stale = self._ground_stale = False

    def _paint_edges(self) -> None:
        """Straight into the picture while they change from one to the next; else once onto a sheet of their own, that is copied from then on."""
        look = self._scene.edges_key()
        if self._ground_stale or look != self._look:
            self._look, self._kept = look, False
            self._scene.paint_edges(self._picture, self._ground, theme().scale)
            return
        if not self._kept:
            self._edged.copy(self._ground)
            self._scene.paint_edges(self._edged, self._ground, theme().scale)
            self._kept = True
        self._picture.copy(self._edged)

    def _paint_ground(self) -> None:
        self._ground, self._edged, self._picture = (Sheet(self._device_size(), self.devicePixelRatioF()) for _ in range(3))
        self._ground.fill(theme().color("panel"))
        painter = self._ground.painter(theme().scale)
        self._scene.paint_ground(painter, *self._units())
        painter.end()
        self._picture.copy(self._ground)

    def _device_size(self) -> QSize:
        ratio = self.devicePixelRatioF()
        return QSize(ceil(self.width() * ratio), ceil(self.height() * ratio))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.size != self._device_size() or self._picture.ratio != self.devicePixelRatioF():
            self._stale = self._ground_stale = True
        if self._stale:
            self._render()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(theme().scale, theme().scale)
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
        super().hideEvent(event)
        self._stale = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._scene.translate()
            self._restyle()
