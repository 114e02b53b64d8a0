"""The drawing half of the widget: what is shown, its plan, and pictures that stand until something changes."""

from __future__ import annotations

from collections.abc import Hashable
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme
from gui.views.steps_diagram.lit import Lit
from gui.views.steps_diagram.picture import paint_ground, paint_near, paint_ring, paint_step, ring_rect
from gui.views.steps_diagram.pinning import Pinned
from gui.views.steps_diagram.places import place_of
from gui.views.steps_diagram.planning import Planner, planner
from gui.views.steps_diagram.scene import Scene
from gui.views.steps_diagram.state import Readings
from gui.views.steps_diagram.tip import paint_tip
from gui.views.steps_diagram.words import Line, chip_lines, place_lines
from gui.views.viewport import Viewport
from nn.replay.lights import chips_of, lights_of
from nn.replay.step import Quantity, Source
from nn.replay.walk import Walk

Hit = Quantity | Pinned


class Canvas(QWidget):
    """Draws a walk at one of its steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._walk: Walk | None = None
        self._readings: Readings | None = None
        self._planner: Planner | None = None
        self._scene: Scene | None = None
        self._step, self._hide, self._ahead, self._digits = 0, False, True, 6
        self._view = Viewport()
        self._ground, self._picture = QPixmap(), QPixmap()
        self._ground_look: Hashable = None
        self._stale = True
        self._hover: Hit | None = None
        self._focus: Quantity | None = None
        self._ring = False  # the keyboard is at work here: show where
        self._source: Quantity | None = None
        self._note = ""
        self._note_at = QRectF()
        theme().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(752, 460)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(420 * theme().scale), round(240 * theme().scale))

    # What is shown

    def show_walk(self, walk: Walk) -> None:
        """Draw ``walk``, from its first step; call :meth:`show_step` for another."""
        same = self._walk is not None and self._walk.scheme.architecture == walk.scheme.architecture
        self._walk, self._readings = walk, Readings(walk)
        self._planner = planner(walk, self._digits)
        if not same:
            self._view.fit()
            self._hover = self._focus = self._source = None
        self._show(0)

    def show_step(self, step: int, *, hide_active: bool = False) -> None:
        """Light ``step``. ``hide_active``: a question mark stands for the number that it makes. Does nothing before :meth:`show_walk`."""
        self._hide = hide_active
        self._show(step)

    def set_digits(self, digits: int) -> None:
        """Show calculated numbers with so many decimals."""
        self._digits = digits
        if self._walk is not None:
            self._planner = planner(self._walk, digits)
        self._restyle()

    def set_look_ahead(self, ahead: bool) -> None:
        """Whether factors that come later in the same equation show their values already."""
        if ahead != self._ahead:
            self._ahead = ahead
            self._refresh()

    def highlight(self, source: Source | None) -> None:
        """Mark the place of a number that is pointed at elsewhere; ``None`` takes the mark off."""
        place = None if source is None else place_of(source.quantity)
        if place != self._source:
            self._source = place
            self.update()

    def _show(self, step: int) -> None:
        if self._walk is not None:
            self._step = min(max(step, 0), len(self._walk.steps) - 1)
            self._refresh()

    def _refresh(self) -> None:
        """Anything may look different."""
        self._scene, self._stale = None, True
        if isinstance(self._hover, Pinned):
            self._hover = None
        self.update()

    def _restyle(self) -> None:
        self._ground_look = None
        if self._walk is not None:
            self._planner = planner(self._walk, self._digits)
        self.updateGeometry()
        self._refresh()

    # The scene

    def _units(self) -> tuple[float, float]:
        """The widget's size in scene px."""
        return self.width() / theme().scale, self.height() / theme().scale

    def scene(self) -> Scene | None:
        """What is drawn now; ``None`` before the first walk."""
        if self._scene is None and self._walk is not None and self._readings is not None and self._planner is not None:
            step = self._walk.steps[self._step]
            lit = Lit(lights_of(self._walk, step), step.phase)
            plan = self._planner.plan(*self._units(), self._view.zoom, lit)
            self._scene = Scene(plan, self._readings.at(self._step), lit, chips_of(self._walk, step), self._digits, self._hide, self._ahead)
            self._view.plan = (plan.width, plan.height)
        self._view.window = self._units()
        return self._scene

    def to_plan(self, place: QPointF) -> QPointF:
        """A point of the widget as one of the plan."""
        scale = theme().scale
        return QPointF(*self._view.to_plan(place.x() / scale, place.y() / scale))

    def to_widget(self, rect: QRectF) -> QRectF:
        """A rectangle of the plan as one of the widget."""
        scale, k = theme().scale, self._view.k
        x, y = self._view.to_window(rect.left(), rect.top())
        return QRectF(x * scale, y * scale, rect.width() * k * scale, rect.height() * k * scale)

    # Painting

    def _look(self, scene: Scene) -> Hashable:
        """What the ground depends on: two scenes with the same look have the same."""
        moment = scene.moment
        places = {*scene.plan.by_edge, *scene.plan.pills, *scene.plan.spots}
        held = tuple((reading.value, reading.before) for reading in map(scene.read, places))
        where = (self._view.k, self._view.offset, self.size(), self.devicePixelRatioF())
        return self._walk, scene.plan, bool(scene.lit), moment.sample, scene.digits, held, where

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        blank = QPixmap(ceil(self.width() * ratio), ceil(self.height() * ratio))
        blank.setDevicePixelRatio(ratio)
        blank.fill(theme().color("panel"))
        return blank

    def _painter(self, target: QPixmap | QWidget) -> QPainter:
        """A painter whose unit is the plan's px."""
        painter = QPainter(target)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale, (left, top) = theme().scale, self._view.offset
        painter.scale(scale, scale)
        painter.translate(left, top)
        painter.scale(self._view.k, self._view.k)
        return painter

    def _render(self, scene: Scene) -> None:
        look = self._look(scene)
        if look != self._ground_look:
            self._ground, self._ground_look = self._blank(), look
            painter = self._painter(self._ground)
            paint_ground(painter, scene)
            painter.end()
        self._picture = self._ground.copy()
        painter = self._painter(self._picture)
        paint_step(painter, scene)
        painter.end()
        self._stale = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        scene = self.scene()
        if scene is None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme().color("panel"))
            painter.end()
            return
        if self._stale:
            self._render(scene)
        plain = QPainter(self)
        plain.drawPixmap(0, 0, self._picture)
        plain.end()
        painter = self._painter(self)
        self._paint_marks(painter, scene)
        painter.end()
        self._paint_tip(scene)

    def pointed(self) -> Quantity | None:
        """The place that is under the pointer, or else has the ring."""
        if isinstance(self._hover, Quantity):
            return self._hover
        return self._focus if self._ring and self.hasFocus() and self._hover is None else None

    def _paint_marks(self, painter: QPainter, scene: Scene) -> None:
        place = self.pointed()
        if place is not None:
            paint_near(painter, scene, place)
            if not scene.is_hidden(place):
                for source in scene.moment.sources(place):
                    paint_ring(painter, scene, source, dotted=True)
            if isinstance(self._hover, Quantity):
                paint_ring(painter, scene, place)
        if self._source is not None:
            paint_near(painter, scene, self._source)
            paint_ring(painter, scene, self._source)
        if self._ring and self.hasFocus() and self._focus is not None:
            paint_ring(painter, scene, self._focus)

    def tip(self) -> tuple[Line, ...]:
        """What the tooltip says now; empty where there is none."""
        scene = self.scene()
        if scene is None:
            return ()
        if self._note:
            return ((self._note,),)
        if isinstance(self._hover, Pinned):
            return chip_lines(scene, self._hover)
        place = self.pointed()
        return () if place is None else place_lines(scene, place)

    def _paint_tip(self, scene: Scene) -> None:
        lines = self.tip()
        if not lines:
            return
        place = self.pointed()
        rect = self._hover.rect if isinstance(self._hover, Pinned) else ring_rect(scene, place) if place is not None else None
        at = self._note_at if self._note else self.to_widget(rect or QRectF())
        scale = theme().scale
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        shown = QRectF(at.left() / scale, at.top() / scale, at.width() / scale, at.height() / scale)
        paint_tip(painter, lines, shown, QRectF(0, 0, *self._units()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._restyle()
