"""The computation graph as a widget: boxes to fill in, values to change, derivatives to choose, all by mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import theme
from gui.views.graph_view.canvas import Hit
from gui.views.graph_view.filling import ZOOM_STEP, Filling
from gui.views.graph_view.stops import next_stop, towards
from gui.views.pinch import pinch_of
from nn.graph.exercise import Box, BoxKind

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
ZOOMS = {Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP}
BEGINS = "0123456789-−.,(=+½¼¾√"  # what an answer begins with: typing it opens the field
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class GraphView(Filling):
    """The graph with its mouse and keys; its signals are :class:`Filling`'s, and ``menu_requested(box, QPoint)`` for a menu on the screen."""

    menu_requested = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._pressed: QPointF | None = None
        self._dragging = False
        self._on_small = False  # the press was on the small picture of the whole

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._on_small = self.small_rect().contains(event.position() / theme().scale)
            self._pressed, self._dragging = event.position(), False
            if self._on_small:
                self._go_to(event.position())

    def _go_to(self, at: QPointF) -> None:
        self.go_to(at)
        self._follow_zoom()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            on_small = self.small_rect().contains(event.position() / theme().scale)
            self._point_at(None if on_small else self.hit(event.position()))
            return
        if self._on_small:
            self._go_to(event.position())
            return
        way = event.position() - self._pressed
        if self._dragging or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragging, self._pressed = True, event.position()
            self._point_at(None)
            self._untouched = False
            self._view.pan_by(way.x() / theme().scale, way.y() / theme().scale)
            self._follow_zoom()

    def _point_at(self, found: Hit | None) -> None:
        if self._picture is not None and found != self._picture.hover:
            self._change(hover=found)
            self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if pressed is not None and not dragged and not self._on_small and event.button() == Qt.MouseButton.LeftButton:
            self._click(self.hit(event.position()))

    def _click(self, found: Hit | None) -> None:
        self._change(ring=None, bubble=None)
        if found is None or self._picture is None:
            return
        if isinstance(found, str):
            if found != self._picture.exercise.graph.output:
                self.choose(Box(BoxKind.TOTAL, found))
            return
        self.choose(found)
        self._use(found)

    def _use(self, box: Box) -> None:
        """What a click or Enter does to a box: it is filled in, or asked or given."""
        if self._picture is None or not self._picture.preparing:
            self.edit(box)
        elif box in self._picture.exercise.entries:
            self.asked_toggled.emit(box)
            self._change(ring=box)
            self._describe()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the box that is pointed at, or at which the keyboard is."""
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        found = self.hit(QPointF(event.pos())) if mouse else self._picture.ring if self._picture is not None else None
        if isinstance(found, Box) and self._picture is not None and found in self._picture.exercise.entries:
            self.choose(found)
            at = event.globalPos() if mouse else self.mapToGlobal(self.rect_of(found).bottomLeft().toPoint())
            self.menu_requested.emit(found, at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.hit(event.position())
        if found is None:
            self.fit()
        elif isinstance(found, str):
            self.edit(found)
        elif self._picture is not None and self._picture.preparing:
            self._use(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    # Keys

    def _acts(self, event: QKeyEvent) -> bool:
        """Whether a key is the graph's own while the ring is on, before it is a shortcut. Space ticks boxes, and only that."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ring = self._picture is not None and self._picture.ring is not None
        if event.key() == Qt.Key.Key_Space:
            return plain and ring and self._picture is not None and self._picture.preparing
        return plain and ring and (event.key() in (*ARROWS, *ENTER, Qt.Key.Key_Escape) or (event.text() != "" and event.text() in BEGINS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, picture = Qt.Key(event.key()), self._picture
        if picture is None:
            super().keyPressEvent(event)
        elif self._acts(event) and picture.ring is not None:
            self._ring_key(key, event.text(), picture.ring)
        elif key in ZOOMS or key == Qt.Key.Key_Minus:
            self.zoom(ZOOMS.get(key, 1 / ZOOM_STEP))
        else:
            super().keyPressEvent(event)

    def _ring_key(self, key: Qt.Key, text: str, ring: Hit) -> None:
        picture = self._picture
        if picture is None:
            return
        if key in ARROWS:
            self.put_ring(towards(picture.plan, ring, *ARROWS[key]))
        elif key == Qt.Key.Key_Escape:
            self._change(ring=None, bubble=None)
        elif key in ENTER or key == Qt.Key.Key_Space:
            if isinstance(ring, Box):
                self._use(ring)
            else:
                self.edit(ring)
        else:
            self.edit(ring)
            if self.editor.place is not None:
                self.editor.setText(text)

    def put_ring(self, place: Hit) -> None:
        """Put the keyboard's ring on a node or box, whose derivative is chosen with it."""
        self._change(ring=place, bubble=place if isinstance(place, Box) and self._picture and self._picture.entry(place).verdict else None)
        self._describe()
        if isinstance(place, Box):
            self.choose(place)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the variables and the open boxes, checks what was typed on the way, and leaves after the last."""
        picture = self._picture
        if picture is None:
            return super().focusNextPrevChild(forward)
        here = self.editor.place if self.editor.place is not None else picture.ring
        if forward and self.check_typed():
            return True
        following = next_stop(picture, here, forward=forward)
        if following is None:
            self._change(ring=None)
            return super().focusNextPrevChild(forward)
        self._go(following)
        return True

    def _go(self, place: Hit) -> None:
        """The ring on a variable, or on a box to tick; the open field on a box to fill in."""
        if isinstance(place, Box) and not (self._picture is not None and self._picture.preparing):
            self.edit(place)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.put_ring(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD and self._picture is not None:
            place = next_stop(self._picture, None, forward=event.reason() == Qt.FocusReason.TabFocusReason)
            if place is not None:
                self._go(place)

    def event(self, event: QEvent) -> bool:
        """The ring's keys come here before the window's shortcuts; pinches zoom."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._acts(event):
            event.accept()
            return True
        pinch = pinch_of(event, self)
        if pinch is not None:
            self.zoom(*pinch)
            return True
        return super().event(event)
