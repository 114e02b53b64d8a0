"""The plot itself: a cached picture, the pointer's read-out over it, zoom, pan and scrubbing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from gui.theme import theme
from gui.views.loss_plot.backdrop import Backdrop
from gui.views.loss_plot.geometry import Geometry
from gui.views.loss_plot.layer import nearest, paint_layer, read_out
from gui.views.loss_plot.state import PlotState, is_fit
from gui.views.sheet import Sheet
from gui.views.throttle import RepaintThrottle

FPS = 6  # a curve grows slowly
_ZOOM = 1.25  # per notch of the wheel
_LEAST_SPAN = 1e-3  # epochs


class LossCanvas(QWidget):
    """Paints a :class:`PlotState`. Drag scrubs; drag on the axis, with Shift or the middle button pans; the wheel zooms."""

    seek_requested = Signal(float)  # an epoch
    menu_requested = Signal(QPointF)  # a global position
    log_toggled = Signal()

    def __init__(self, state: PlotState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._layer: Sheet | None = None  # none: it is to be painted
        self._sheet = Sheet(QSize(), 1.0)  # what it is painted into
        self._backdrop = Backdrop()
        self._place = Geometry.of(QSizeF(self.size()), state)
        self._hover: float | None = None  # an epoch
        self._drag = ""  # "seek", "pan" or ""
        self._from = QPointF()
        self._throttle = RepaintThrottle(self, FPS)
        # While zoomed a click waits for a possible second one: two clicks show all and must not seek.
        self._click = QTimer(self)
        self._click.setSingleShot(True)
        self._click.timeout.connect(self._click_passed)
        self.setMouseTracking(True)
        # not by click: the arrow keys go on stepping the run after a click here
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self.refresh)

    def sizeHint(self) -> QSize:
        return QSize(328, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 130)

    def refresh(self) -> None:
        """The state has changed: paint anew, at most ``FPS`` times a second."""
        self._layer = None
        self._throttle.request()

    def show_all(self) -> None:
        """Every epoch on the axis again."""
        self._state.window = None
        self.refresh()

    def readout(self) -> str:
        """What the pointer points at, or nothing."""
        curve = self._state.curve
        index = nearest(curve, self._hover) if self._hover is not None and is_fit(curve) else None
        return read_out(curve, index) if curve is not None and index is not None else ""

    # --- painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._layer is None or self._layer.image.deviceIndependentSize() != QSizeF(self.size()):
            self._layer = self._painted_layer()
        painter = QPainter(self)
        painter.drawImage(0, 0, self._layer.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_hover(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _painted_layer(self) -> Sheet:
        ratio = self.devicePixelRatioF()
        size = (QSizeF(self.size()) * ratio).toSize()
        if (self._sheet.size, self._sheet.ratio) != (size, ratio):
            self._sheet = Sheet(size, ratio)
        self._place = paint_layer(self._sheet, QSizeF(self.size()), self._state, self._backdrop)
        return self._sheet

    def _paint_hover(self, painter: QPainter) -> None:
        curve = self._state.curve
        index = nearest(curve, self._hover) if self._hover is not None and is_fit(curve) else None
        if curve is None or index is None or not self._place.xs.holds(float(curve.epoch[index])):
            return
        frame, x = self._place.frame, self._place.xs.pixel(float(curve.epoch[index]))
        for token, width in (("panel", 3.5), ("text2", 1.5)):
            painter.setPen(QPen(theme().color(token), width))
            painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
        for loss, token in ((curve.test, "accent"), (curve.train, "text")):
            if self._place.ys.holds(float(loss[index])):
                painter.setPen(QPen(theme().color("panel"), 1.5))
                painter.setBrush(theme().color(token))
                painter.drawEllipse(QPointF(x, self._place.ys.pixel(float(loss[index]))), 4, 4)
        self._paint_readout(painter, x, read_out(curve, index))

    def _paint_readout(self, painter: QPainter, x: float, text: str) -> None:
        painter.setFont(theme().mono(11))
        metrics = QFontMetricsF(painter.font())
        parts = [text]
        if metrics.horizontalAdvance(text) + 16 > self._place.frame.width():
            parts = text.split(" · ")
        width = max(metrics.horizontalAdvance(part) for part in parts) + 16
        left = min(max(x - width / 2, 2.0), self.width() - width - 2)
        box = QRectF(left, self._place.frame.top() + 4, width, len(parts) * metrics.height() + 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("tip"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme().color("tiptext"))
        for line, part in enumerate(parts):
            painter.drawText(QPointF(box.left() + 8, box.top() + 5 + metrics.ascent() + line * metrics.height()), part)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._layer = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self.refresh()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.refresh()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_key(event):
            event.accept()  # before the window's shortcuts take it
            return True
        return super().event(event)

    def hideEvent(self, _event: QHideEvent) -> None:
        self._click.stop()

    # --- pointer ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position()
        below = event.position().y() > self._place.frame.bottom()
        left = event.button() == Qt.MouseButton.LeftButton
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() == Qt.MouseButton.MiddleButton or (left and (below or shifted)):
            self._drag = "pan"
        elif left and event.position().x() < self._place.frame.left():
            self.log_toggled.emit()
        elif left:
            self._drag = "click"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        self._hover = self._place.xs.value(where.x()) if self._place.frame.contains(where) else None
        moved = (where - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._drag == "click" and moved:
            self._drag = "seek"
        if self._drag == "seek":
            self.seek_requested.emit(self._epoch_at(where.x()))
        elif self._drag == "pan":
            self._pan(self._place.xs.value(self._from.x()) - self._place.xs.value(where.x()))
            self._from = where
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag == "click" and self._state.window is None:
            self.seek_requested.emit(self._epoch_at(event.position().x()))
        elif self._drag == "click":
            self._click.start(QApplication.doubleClickInterval())
        self._drag = ""

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._click.stop()
        self._drag = ""
        self.show_all()

    def _click_passed(self) -> None:
        self.seek_requested.emit(self._epoch_at(self._from.x()))

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(QPointF(event.globalPos()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self._zoom(_ZOOM**-notches, self._place.xs.value(event.position().x()))
        event.accept()

    def _epoch_at(self, x: float) -> float:
        return min(max(self._place.xs.value(x), 0.0), self._state.last_epoch())

    # --- zoom and pan ---

    def _zoom(self, factor: float, around: float) -> None:
        low, high = self._state.epochs()
        self._set_window(around - (around - low) * factor, around + (high - around) * factor)

    def _pan(self, epochs: float) -> None:
        if self._state.window is not None:
            low, high = self._state.window
            _, end = self._whole()
            epochs = min(max(epochs, -low), end - high)
            self._set_window(low + epochs, high + epochs)

    def _set_window(self, low: float, high: float) -> None:
        start, end = self._whole()
        low, high = max(low, start), min(high, end)
        if high - low < _LEAST_SPAN:
            return
        self._state.window = None if high - low >= 0.999 * (end - start) else (low, high)
        self.refresh()

    def _whole(self) -> tuple[float, float]:
        last = self._state.last_epoch()
        return 0.0, last * 1.02 if last > 0 else 1.0

    # --- keyboard ---

    @staticmethod
    def _own_key(event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_L, Qt.Key.Key_Return)
        return event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event):
            super().keyPressEvent(event)
            return
        low, high = self._state.epochs()
        middle = self._hover if self._hover is not None else (low + high) / 2
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = (high - low) / 100 * (-1 if event.key() == Qt.Key.Key_Left else 1)
            self._hover = min(max(middle + step, low), high)
            self.setAccessibleDescription(self.readout())
            self.update()
        elif event.key() == Qt.Key.Key_Return:
            self.seek_requested.emit(min(max(middle, 0.0), self._state.last_epoch()))
        elif event.key() == Qt.Key.Key_L:
            self.log_toggled.emit()
        elif event.key() == Qt.Key.Key_Home:
            self.show_all()
        else:
            self._zoom(_ZOOM if event.key() == Qt.Key.Key_Minus else 1 / _ZOOM, middle)
