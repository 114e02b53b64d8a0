"""Mouse and keys of the gallery: choosing neurons, switching them off, unfolding."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.theme import theme
from gui.views.gallery.canvas import Canvas
from gui.views.gallery.words import neuron_name

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
TOGGLES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Delete)
JUMPS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Tiles(Canvas):
    """Its signals are :class:`~gui.views.gallery.widget.GalleryView`'s."""

    neuron_clicked = Signal(int)
    neuron_toggled = Signal(int)
    selection_changed = Signal(object)
    hovered = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pressed: QPointF | None = None
        self._band: QRect | None = None
        self._before: frozenset[int] = frozenset()  # what was selected when a drag began
        self._anchor = -1

    # --- choosing ---

    def choose(self, neurons: frozenset[int]) -> None:
        """Select these and say so."""
        if neurons != self._selected:
            self.show_selected(neurons)
            self.selection_changed.emit(self.selected)

    def _click(self, neuron: int, keys: Qt.KeyboardModifier) -> None:
        if keys & SHIFT and self._anchor >= 0 and self._plan is not None:
            ends = sorted((self._plan.place_of(self._anchor), self._plan.place_of(neuron)))
            between = frozenset(int(one) for one in self._plan.neurons[max(ends[0], 0) : ends[1] + 1])
            self.choose(self._selected | between if keys & CONTROL else between)
        elif keys & CONTROL:
            self.choose(self._selected ^ {neuron})
        else:
            self.choose(frozenset() if self._selected == {neuron} else frozenset({neuron}))
        if not keys & SHIFT:
            self._anchor = neuron
        self._cursor = neuron
        self.neuron_clicked.emit(neuron)

    # --- the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._cursor_shown = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._before = event.position(), self._selected

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._point_at(event.position())
            return
        if self._band is None and (event.position() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._drag_to(event.position(), add=bool(event.modifiers() & (CONTROL | SHIFT)))

    def _drag_to(self, point: QPointF, *, add: bool) -> None:
        """Select what the band touches."""
        if self._plan is None or self._pressed is None:
            return
        before, self._band = self._band, QRectF(self._pressed, point).normalized().toAlignedRect()
        for rect in (before, self._band):
            if rect is not None:
                self.viewport().update(rect.adjusted(-2, -2, 2, 2))
        top = self.verticalScrollBar().value()
        found = self._plan.within(self._band.left(), self._band.top() + top, self._band.right(), self._band.bottom() + top)
        touched = frozenset(int(neuron) for neuron in self._plan.neurons[found])
        self.choose(self._before | touched if add else touched)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, band = self._pressed, self._band
        self._pressed = self._band = None
        if band is not None:
            self.viewport().update(band.adjusted(-2, -2, 2, 2))
        elif pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._release(event.position(), event.modifiers())

    def _release(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        marked, neuron = self.mark_at(point), self.neuron_at(point)
        if marked >= 0:
            self.neuron_toggled.emit(marked)
        elif self.is_fold(point):
            self.unfold(not self._unfolded)
        elif neuron >= 0:
            self._click(neuron, keys)
        else:
            self.choose(frozenset())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        neuron = self.neuron_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and neuron >= 0:
            self.neuron_toggled.emit(neuron)

    def _point_at(self, point: QPointF) -> None:
        neuron, on_fold = self.neuron_at(point), self.is_fold(point)
        if on_fold != self._on_fold:
            self._on_fold = on_fold
            self.viewport().update()
        if neuron != self._hovered:
            before, self._hovered = self._hovered, neuron
            self._update_tiles((before, neuron))
            self.hovered.emit(neuron)
        hand = on_fold or neuron >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter:
            self.hold(True)
        elif event.type() == QEvent.Type.Leave:
            self._point_at(QPointF(-1e4, -1e4))
            self.hold(False)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        neuron = self._cursor if by_key else self.neuron_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        if self._layer is None or neuron < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = neuron in self._selected and len(self._selected) > 1
        template = self.tr("Switch {neuron} on") if self._layer.off[neuron] else self.tr("Switch {neuron} off")
        action = menu.addAction(template.format(neuron=neuron_name(self._layer, neuron)))
        action.setData((neuron,))
        if several:
            menu.addAction(self.tr("Switch the selected ones off or on")).setData(self.selected)
        menu.triggered.connect(self._menu_chosen)
        corner = self.tile_rect(neuron).center().toPoint()
        menu.popup(self.viewport().mapToGlobal(corner) if by_key else event.globalPos())

    def _menu_chosen(self, action: object) -> None:
        for neuron in action.data():  # type: ignore[attr-defined]  # a QAction
            self.neuron_toggled.emit(neuron)

    def unfold(self, on: bool) -> None:
        """Show the tiles that the line stands for, or fold them away again."""
        if on != self._unfolded:
            self._unfolded = on
            self.arrange()
            self.viewport().update()

    # --- keys ---

    def event(self, event: QEvent) -> bool:
        """The gallery's keys come here before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._acts(event):
            event.accept()
            return True
        return super().event(event)

    def _acts(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(SHIFT | Qt.KeyboardModifier.KeypadModifier)
        return plain and (event.key() in (*ARROWS, *TOGGLES, *JUMPS) or (event.key() == Qt.Key.Key_Escape and bool(self._selected)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._plan is None or not self._acts(event):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in TOGGLES:
            self._toggle(all_selected=key == Qt.Key.Key_Delete)
        elif key == Qt.Key.Key_Escape:
            self.choose(frozenset())
        else:
            self._move(key, extend=bool(event.modifiers() & SHIFT))

    def _toggle(self, *, all_selected: bool) -> None:
        """Enter and Space: the tile with the ring; Del: all that are selected, or that one."""
        for neuron in self.selected if all_selected and self._selected else (self._cursor,):
            if neuron >= 0:
                self.neuron_toggled.emit(neuron)

    def _move(self, key: Qt.Key, *, extend: bool) -> None:
        plan = self._plan
        if plan is None:
            return
        place = plan.place_of(self._cursor)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            place = 0 if key == Qt.Key.Key_Home else len(plan.neurons) - 1
        elif place < 0:
            place = 0
        elif key in ARROWS:
            place = plan.beside(place, *ARROWS[key])
        else:
            for _ in range(max(int(self.viewport().height() // plan.pitch[1]), 1)):
                place = plan.beside(place, 0, 1 if key == Qt.Key.Key_PageDown else -1)
        self._put_cursor(int(plan.neurons[place]), extend=extend)

    def _put_cursor(self, neuron: int, *, extend: bool) -> None:
        before, self._cursor, self._cursor_shown = self._cursor, neuron, True
        self.choose(self._selected | {neuron, before} - {-1} if extend else frozenset({neuron}))
        self._anchor = self._anchor if extend else neuron
        self.bring_into_view(neuron)
        self._update_tiles((before, neuron))
        self.describe(neuron)
        self.neuron_clicked.emit(neuron)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEY and self._plan is not None:
            self._cursor_shown = True
            if self._plan.place_of(self._cursor) < 0:
                self._cursor = int(self._plan.neurons[0])
            self.describe(self._cursor)
        self._update_tiles((self._cursor,))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_tiles((self._cursor,))

    # --- the band ---

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._band is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme().color("accent"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self._band)
