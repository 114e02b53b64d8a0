"""The network diagram as a widget: takes snapshots and names, and sends what a person wants."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import theme
from gui.views.diagram.canvas import Canvas
from gui.views.diagram.editor import HEIGHT, WIDTH, ValueEditor
from gui.views.diagram.hits import BiasHit, EdgeHit, Hit, NeuronHit, PillHit
from gui.views.diagram.menu import EDITABLE, DiagramMenu
from gui.views.diagram.navigation import moved
from gui.views.diagram.nodes import Labels
from gui.views.diagram.tip import exact
from gui.views.diagram.words import description, exists
from gui.views.pinch import pinch_of
from nn.layout import Neuron
from nn.training.snapshot import RunState, Snapshot

ZOOM_STEP = 1.2
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ZOOMS = {Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP, Qt.Key.Key_Minus: 1 / ZOOM_STEP}
PANS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)


class NetworkDiagram(Canvas):
    """Draws a network live; every edge, bias and neuron can be pointed at, chosen and, when paused, changed."""

    neuron_clicked = Signal(object)  # Neuron
    neuron_toggled = Signal(object)  # Neuron: switch it off, or on again
    neuron_alone = Signal(object)  # Neuron: alone in its layer
    all_on = Signal()
    parameter_edited = Signal(int, float)  # place in the parameter vector, new value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._pressed: QPointF | None = None
        self._dragging = False
        self._editor = ValueEditor(self)
        self._editor.applied.connect(self.parameter_edited)
        self._editor.refused.connect(self._show_note)
        self._editor.closed.connect(self._end_edit)
        self._describe()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw ``snapshot``, now or within 33 ms; of several in that time only the newest."""
        before, scene = self._scene.snapshot, self._scene
        scene.snapshot = snapshot
        if before is None or before.architecture != snapshot.architecture:
            self._hover = None
            scene.view.fit()
            self._editor.give_up()
            if scene.selected is not None and not exists(scene.selected, snapshot):
                scene.selected = None
        if snapshot.state not in EDITABLE:
            self._editor.give_up()
        if snapshot.state is not RunState.RUNNING:
            self._describe()
        self._schedule()

    def show_names(self, input_names: tuple[str, ...], output_names: tuple[str, ...]) -> None:
        """Names of inputs and outputs; for a single class output ``output_names`` may be both classes' names."""
        old = self._scene.labels
        self._scene.labels = Labels(tuple(input_names), tuple(output_names), old.mean, old.scale)
        self._restyle()

    def show_units(self, target_mean: tuple[float, ...], target_scale: tuple[float, ...]) -> None:
        """A regression's outputs are read as value · scale + mean, one of each per output."""
        old = self._scene.labels
        self._scene.labels = Labels(old.inputs, old.outputs, tuple(map(float, target_mean)), tuple(map(float, target_scale)))
        self._restyle()

    def show_image_shape(self, shape: tuple[int, int] | None) -> None:
        """(height, width) when the inputs are the pixels of a picture, else ``None``."""
        self._scene.image_shape = shape
        self._restyle()

    def select(self, neuron: Neuron | None) -> None:
        """Mark ``neuron``; sends nothing."""
        if neuron != self._scene.selected:
            self._scene.selected = neuron
            self._describe()
            self._redraw()

    @property
    def selected(self) -> Neuron | None:
        """The marked neuron."""
        return self._scene.selected

    def fit(self) -> None:
        """Show the whole network."""
        self._scene.view.fit()
        self._restyle()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by ``factor`` about a widget point, by default the middle."""
        scale = theme().scale
        x, y = (at.x() / scale, at.y() / scale) if at is not None else (self._units()[0] / 2, self._units()[1] / 2)
        self._scene.view.zoom_at(x, y, factor)
        self._editor.give_up()
        self._restyle()

    def _describe(self) -> None:
        """Tell a screen reader what the diagram is and what is marked."""
        self.setAccessibleName(self.tr("Network diagram"))
        self.setAccessibleDescription(description(self._scene.snapshot, self._scene.selected, self._scene.labels.inputs))

    # Pointing and choosing

    def _choose(self, neuron: Neuron) -> None:
        self.select(neuron)
        self.neuron_clicked.emit(neuron)

    def _point_at(self, place: QPointF) -> None:
        scale = theme().scale
        self._pointer = QPointF(place.x() / scale, place.y() / scale)
        found = self._hit()
        if found != self._hover or isinstance(found, EdgeHit):
            self._hover = found
            self._show_note("")
            self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def _hit(self) -> Hit | None:
        if self._stale:
            self._arrange()
        return self._scene.hit(self._pointer.x(), self._pointer.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in PANS:
            self._pressed, self._dragging = event.position(), False
            self._editor.give_up()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._point_at(event.position())
            return
        way = event.position() - self._pressed
        if self._dragging or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragging, self._hover, self._pressed = True, None, event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scene.view.pan_by(way.x() / theme().scale, way.y() / theme().scale)
            self._restyle()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._pressed, self._dragging = self._dragging, None, False
        self._point_at(event.position())
        if dragged or event.button() != Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            return
        if isinstance(self._hover, NeuronHit | BiasHit):
            self._choose(self._hover.neuron)
        elif isinstance(self._hover, PillHit):
            self._scene.folding.toggle(self._hover.layer)
            self.fit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._point_at(event.position())
        found = self._hover
        if found is None:
            self.fit()
        elif isinstance(found, NeuronHit | BiasHit) and found.neuron.layer > 0:
            self._edit(BiasHit(found.neuron))
        elif isinstance(found, EdgeHit) and found.index >= 0:
            self._edit(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = None
        self.update()

    # Changing a weight or bias

    def _edit(self, found: Hit) -> None:
        """Open the field on a weight or a bias; while training, say that it must pause first."""
        snapshot, at = self._scene.snapshot, self._scene.point_of(found, self._pointer.x() if found == self._hover else None)
        if snapshot is None or at is None or not isinstance(found, EdgeHit | BiasHit):
            return
        self._note_at = at
        if snapshot.state not in EDITABLE:
            self._show_note(self.tr("Pause the training to change a value."))
            return
        layout = snapshot.architecture.layout
        index = found.index if isinstance(found, EdgeHit) else layout.bias_index(found.neuron.layer, found.neuron.index)
        self._hover = None
        self._place_editor(at)
        self._editor.limit = float(np.finfo(snapshot.params.dtype).max)
        self._editor.open(index, exact(snapshot.params[index]), self.tr("New value of {name}").format(name=layout.names()[index]))

    def _place_editor(self, at: QPointF) -> None:
        scale = theme().scale
        width, height = round(WIDTH * scale), round(HEIGHT * scale)
        x = min(max(4, round(at.x() * scale) - width // 2), self.width() - width - 4)
        y = min(max(4, round(at.y() * scale) - height // 2), self.height() - height - 4)
        self._editor.setGeometry(x, y, width, height)

    def _show_note(self, sentence: str) -> None:
        """A sentence in a tooltip below the place that is being changed."""
        if sentence != self._note:
            self._note = sentence
            self.update()

    def _end_edit(self) -> None:
        self._show_note("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Menu, keys, wheel and gestures

    def build_menu(self, found: Hit | None) -> DiagramMenu | None:
        """The menu for what is under the pointer, ``None`` before the first snapshot."""
        if self._scene.snapshot is None:
            return None
        menu = DiagramMenu(self, self._scene.snapshot, found)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.toggle_chosen.connect(self.neuron_toggled)
        menu.alone_chosen.connect(self.neuron_alone)
        menu.all_on_chosen.connect(self.all_on)
        menu.edit_chosen.connect(self._edit_chosen)
        menu.fit_chosen.connect(self.fit)
        return menu

    def _edit_chosen(self, found: Hit) -> None:
        self._edit(BiasHit(found.neuron) if isinstance(found, NeuronHit) else found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        found: Hit | None = NeuronHit(self._scene.selected) if self._scene.selected is not None else None
        place = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self._point_at(QPointF(event.pos()))
            found = self._hover
        elif found is not None and (at := self._scene.point_of(found)) is not None:
            place = self.mapToGlobal((at * theme().scale).toPoint())
        if isinstance(found, NeuronHit | BiasHit):
            self._choose(found.neuron)
        menu = self.build_menu(found)
        if menu is not None:
            menu.popup(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plan = Qt.Key(event.key()), self._scene.plan
        if key in ARROWS and plan is not None:
            self._choose(moved(plan, self._scene.selected, *ARROWS[key]))
        elif key in ENTER and self._scene.selected is not None:
            self._edit(BiasHit(self._scene.selected))
        elif key in ZOOMS:
            self.zoom(ZOOMS[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Arrows and Enter belong to the diagram while it has the focus; pinches zoom."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (*ARROWS, *ENTER):
                event.accept()
                return True
        pinch = pinch_of(event, self)
        if pinch is not None:
            self.zoom(*pinch)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
