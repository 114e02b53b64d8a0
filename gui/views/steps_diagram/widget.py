"""The diagram of a walk as a widget: every number can be pointed at, gone to, changed and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.format import exact
from gui.theme import theme
from gui.views.pinch import pinch_of
from gui.views.steps_diagram import symbols
from gui.views.steps_diagram.canvas import Canvas, Hit
from gui.views.steps_diagram.editor import HEIGHT, WIDTH, ValueEditor
from gui.views.steps_diagram.hits import hit, ordered, towards
from gui.views.steps_diagram.pinning import Pinned
from gui.views.steps_diagram.places import EDITABLE, PARAMETERS
from gui.views.steps_diagram.words import spoken
from nn.replay.step import Quantity
from nn.replay.walk import Walk

ZOOM_STEP = 1.2
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ZOOMS = {Qt.Key.Key_Plus: ZOOM_STEP, Qt.Key.Key_Equal: ZOOM_STEP, Qt.Key.Key_Minus: 1 / ZOOM_STEP}
PANS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
MOST_STOPS = 60  # the Tab key goes through so many places; of more it leaves the diagram at once


class StepsDiagram(Canvas):
    """Draws a network with every number of a walk on it, at one of its steps."""

    step_requested = Signal(int)  # the step that made what was clicked
    place_hovered = Signal(object)  # Quantity, or None
    value_edited = Signal(object, float)  # Quantity of INPUT, TARGET, WEIGHT, BIAS or RATE; its new value
    copied = Signal(str)  # what is on the clipboard now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self._pressed: QPointF | None = None
        self._dragging = False
        self._before_click: int | None = None  # the step on show before the last click
        self._editor = ValueEditor(self)
        self._editor.applied.connect(self.value_edited)
        self._editor.refused.connect(self._show_note)
        self._editor.closed.connect(self._end_edit)
        self._describe()

    def show_walk(self, walk: Walk) -> None:
        self._editor.give_up()
        super().show_walk(walk)
        self._describe()

    def show_step(self, step: int, *, hide_active: bool = False) -> None:
        super().show_step(step, hide_active=hide_active)
        self._describe()

    def fit(self) -> None:
        """Show the whole network."""
        self._view.fit()
        self._editor.give_up()
        self._refresh()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom by ``factor`` about a point of the widget, by default its middle."""
        scale = theme().scale
        x, y = (at.x() / scale, at.y() / scale) if at is not None else (self._units()[0] / 2, self._units()[1] / 2)
        self._view.zoom_at(x, y, factor)
        self._editor.give_up()
        self._refresh()

    def _describe(self) -> None:
        """Tell a screen reader what is shown, and the number that has the ring."""
        self.setAccessibleName(self.tr("Network diagram of the step"))
        self.setAccessibleDescription(spoken(self.tip()) if self._focus is not None else "")

    # Pointing and clicking

    def _under(self, place: QPointF) -> Hit | None:
        scene = self.scene()
        return None if scene is None else hit(scene, self.to_plan(place))

    def _point_at(self, place: QPointF | None) -> None:
        found = None if place is None else self._under(place)
        if found == self._hover:
            return
        self._hover = found
        if self._editor.place is None:
            self._show_note("")
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
        self.place_hovered.emit(self._quantity(found))
        self.update()

    def _quantity(self, found: Hit | None) -> Quantity | None:
        """What a chip or place holds."""
        if isinstance(found, Pinned):
            return self._walk.steps[found.chip.step].quantity if self._walk is not None else None
        return found

    def _go(self, found: Hit) -> None:
        """Ask for the step that made a number."""
        scene = self.scene()
        if scene is None:
            return
        step = found.chip.step if isinstance(found, Pinned) else scene.moment.maker(found)
        if step is not None:
            self.step_requested.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in PANS:
            self._pressed, self._dragging = event.position(), False
            self._ring = False
            self._editor.give_up()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._point_at(event.position())
            return
        way = event.position() - self._pressed
        if self._dragging or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragging, self._pressed = True, event.position()
            self._point_at(None)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._view.pan_by(way.x() / theme().scale, way.y() / theme().scale)
            self._refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        self._point_at(event.position())
        if dragged:
            self.setCursor(Qt.CursorShape.ArrowCursor if self._hover is None else Qt.CursorShape.PointingHandCursor)
        elif pressed is not None and event.button() == Qt.MouseButton.LeftButton and self._hover is not None:
            self._focus = self._hover if isinstance(self._hover, Quantity) else self._focus
            self._before_click = self._step
            self._go(self._hover)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first of the two clicks may have gone elsewhere; a change is made from where it was made."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        found = self._under(event.position())
        if found is None:
            self.fit()
        elif isinstance(found, Quantity) and found.kind in EDITABLE:
            if self._before_click is not None and self._before_click != self._step:
                self.step_requested.emit(self._before_click)
            self.edit(found)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    # Changing a number

    def edit(self, place: Quantity) -> None:
        """Open a field on an input, target, weight, bias or the learning rate; a parameter is changed where the walk begins."""
        scene = self.scene()
        rect = None if scene is None else scene.asked_pills.get(place) or scene.plan.rect(place)
        if scene is None or rect is None or place.kind not in EDITABLE:
            return
        value = scene.moment.start(place) if place.kind in PARAMETERS else scene.moment.read(place).value
        at = self.to_widget(rect)
        width, height = round(WIDTH * theme().scale), round(HEIGHT * theme().scale)
        x = min(max(4, round(at.center().x()) - width // 2), self.width() - width - 4)
        y = min(max(4, round(at.center().y()) - height // 2), self.height() - height - 4)
        self._editor.setGeometry(x, y, width, height)
        self._note_at = self._editor.geometry().toRectF()
        name = self.tr("New value of {name}").format(name=symbols.text(scene.name(place)))
        self._point_at(None)
        self._focus = place
        self._editor.open(place, exact(value) if value is not None else "", name)

    def _show_note(self, sentence: str) -> None:
        if sentence != self._note:
            self._note = sentence
            self.update()

    def _end_edit(self) -> None:
        self._show_note("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys

    def copy(self) -> None:
        """Put the full value of the place that is pointed at, or has the ring, on the clipboard; else that of the step."""
        scene = self.scene()
        if scene is None:
            return
        place = self.pointed() or self._focus
        if isinstance(self._hover, Pinned):
            value = self._hover.chip.value if scene.chip_text(self._hover.chip) not in ("?", "·") else None
        elif place is not None:
            value = None if scene.is_hidden(place) else scene.read(place).value
        else:
            value = None if self._hide else scene.moment.walk.steps[self._step].value
        if value is not None:
            text = repr(float(value))
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)

    def focus_place(self, place: Quantity) -> None:
        """Put the ring on ``place``."""
        self._focus, self._ring, self._hover = place, True, None
        self._describe()
        self.update()

    def _acts(self, event: QKeyEvent) -> bool:
        """Whether a key is the diagram's own: arrows and Enter are while the ring is on, else the player's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            return True
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return plain and self._ring and (event.key() in (*ARROWS, *ENTER, Qt.Key.Key_F2, Qt.Key.Key_Escape))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        scene, key = self.scene(), Qt.Key(event.key())
        if scene is None:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif self._acts(event):
            self._ring_key(key)
        elif key in ZOOMS:
            self.zoom(ZOOMS[key])
        elif key == Qt.Key.Key_F:
            self.fit()
        else:
            super().keyPressEvent(event)

    def _ring_key(self, key: Qt.Key) -> None:
        scene = self.scene()
        if scene is None:
            return
        place = self._focus or ordered(scene.plan)[0]
        if key in ARROWS:
            self.focus_place(towards(scene.plan, place, *ARROWS[key]) if self._focus is not None else place)
        elif key == Qt.Key.Key_Escape:
            self._ring = False
            self.update()
        elif place.kind in EDITABLE:
            self.edit(place)
        elif key in ENTER:
            self._go(place)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from place to place, and out of the diagram after the last."""
        scene = self.scene()
        places = () if scene is None else ordered(scene.plan)
        if not places or len(places) > MOST_STOPS or self._editor.place is not None:
            return super().focusNextPrevChild(forward)
        at = places.index(self._focus) if self._ring and self._focus in places else (-1 if forward else len(places))
        after = at + (1 if forward else -1)
        if not 0 <= after < len(places):
            self._ring = False
            return super().focusNextPrevChild(forward)
        self.focus_place(places[after])
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        scene = self.scene()
        if event.reason() in BY_KEYBOARD and scene is not None:
            places = ordered(scene.plan)
            last = event.reason() == Qt.FocusReason.BacktabFocusReason
            known = self._focus if self._focus in places else None
            self.focus_place(known or places[-1 if last else 0])
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The diagram lies in no column that scrolls: the wheel alone zooms."""
        self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
