"""The drawing half of the widget: what is shown, how large, and what lies where."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme
from gui.typeset.graphs import derivative_box, equation_box
from gui.views.graph_view import minimap
from gui.views.graph_view.arrows import hit_path, paint_arrows
from gui.views.graph_view.boxes import paint_boxes, paint_nodes, paint_ring
from gui.views.graph_view.cards import paint_bubble, paint_tip
from gui.views.graph_view.look import FRACTION, SYMBOL, box_width
from gui.views.graph_view.plan import LABEL, Plan, Widths
from gui.views.graph_view.planning import lay_out_scene
from gui.views.graph_view.state import Picture
from gui.views.graph_view.words import tip_html, verdict_html
from gui.views.viewport import Viewport
from nn.graph.exercise import Box, BoxKind, BoxState, Exercise
from nn.graph.layout import Drawing

Hit = Box | str  # a box or edge or total derivative; a node by its name
WHOLE = 0.7  # a graph that fits in this size is shown whole,
READABLE = 0.85  # a larger one in parts, whose numbers are 11 px high
LARGE = 1000.0  # px: a wider one is seen in parts in most windows
LARGEST = 1.15  # a small graph is not drawn larger than that


class Canvas(QWidget):
    """Draws an exercise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture: Picture | None = None
        self._view = Viewport()
        self._untouched = True  # nobody has zoomed or panned since the graph came
        theme().changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(752, 460)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(360 * theme().scale), round(200 * theme().scale))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # What is shown

    @property
    def picture(self) -> Picture | None:
        """What is drawn now."""
        return self._picture

    def show_exercise(self, exercise: Exercise, drawing: Drawing) -> None:
        """Draw an exercise; the same graph keeps its zoom and what is chosen, another one is shown whole."""
        before = self._picture
        locked = frozenset(box for box in exercise.boxes if not exercise.entry(box).shows_value and not exercise.can_answer(box))
        if before is not None and before.exercise.graph is exercise.graph and before.exercise.boxes == exercise.boxes:
            drafts = {box: text for box, text in before.drafts.items() if not exercise.entry(box).shows_value}
            bubble = before.bubble if before.bubble and exercise.entry(before.bubble).state is BoxState.WRONG else None
            self._picture = replace(before, exercise=exercise, locked=locked, drafts=drafts, bubble=bubble)
        else:
            preparing = before is not None and before.preparing
            self._picture = Picture(exercise, _plan_of(exercise, drawing), locked=locked, preparing=preparing)
            self.show_readable()
        self.update()

    @property
    def fits(self) -> bool:
        """Whether the whole graph can be read at once."""
        if self._picture is None:
            return True
        self._aim()
        (width, height), (plan_width, plan_height) = self._view.window, self._view.plan
        return min(width / plan_width, height / plan_height) * theme().scale >= WHOLE

    @property
    def large(self) -> bool:
        """Whether the graph is one to be seen in parts."""
        return self._picture is not None and self._picture.plan.bounds.width() > LARGE

    def show_readable(self) -> None:
        """The whole graph; of a large one the part around the box in hand, as small as can be read."""
        self._untouched = True
        self._view.fit()
        self._aim()
        if self._picture is not None and not self.fits:
            self._view.zoom_at(0.0, self._view.window[1] / 2, READABLE / self._view.k)
            box = self._picture.ring if isinstance(self._picture.ring, Box) else self._picture.exercise.next_box()
            if box is not None:
                self.bring_into_view(box)

    def bring_into_view(self, place: Hit) -> None:
        """Shift the picture as far as is needed for a node to be seen, or a box with the nodes that its number comes from."""
        scale, at, margin = theme().scale, self._needed(place), 24.0
        small = self.small_rect()
        covered = self.height() - small.top() * scale if at.right() > small.left() * scale and not small.isEmpty() else 0.0
        dx = max(margin - at.left(), 0.0) + min(self.width() - margin - at.right(), 0.0)
        dy = max(margin - at.top(), 0.0) + min(self.height() - max(margin, covered) - at.bottom(), 0.0)
        if dx or dy:
            self._view.pan_by(dx / scale, dy / scale)
            self.update()

    def _needed(self, place: Hit) -> QRectF:
        """``place`` in the widget, together with as many of its nodes as find room beside it."""
        found = self.rect_of(place)
        if isinstance(place, str) or self._picture is None:
            return found
        node = self._picture.exercise.graph.by_name[place.node]
        room = QSizeF(self.width() - 48.0, self.height() - 48.0)
        for name in (place.by or node.name, node.name, *node.operands, *self._picture.exercise.graph.users[node.name]):
            larger = found.united(self.rect_of(name))
            if larger.width() <= room.width() and larger.height() <= room.height():
                found = larger
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._view.fitted or self._untouched:
            self.show_readable()

    def select(self, target: Box | None) -> None:
        """Mark the derivative that the cards are about, without telling anyone."""
        self._change(selected=target)

    def _change(self, **changes: object) -> None:
        if self._picture is not None:
            self._picture = replace(self._picture, **changes)  # type: ignore[arg-type]  # fields of Picture by name
            self.update()

    # Places

    def _units(self) -> tuple[float, float]:
        return self.width() / theme().scale, self.height() / theme().scale

    def _aim(self) -> None:
        """The viewport shows the whole plan, which is never drawn larger than ``LARGEST``."""
        if self._picture is None:
            return
        bounds, (width, height) = self._picture.plan.bounds, self._units()
        self._view.window = (max(width, 1.0), max(height, 1.0))
        self._view.plan = (max(bounds.width(), width / LARGEST), max(bounds.height(), height / LARGEST))

    def _origin(self) -> QPointF:
        """What to add to a point of the plan to get one of the viewport's."""
        assert self._picture is not None  # noqa: S101 - for the type checker: asked while something is drawn
        bounds = self._picture.plan.bounds
        return QPointF((self._view.plan[0] - bounds.width()) / 2 - bounds.left(), (self._view.plan[1] - bounds.height()) / 2 - bounds.top())

    def to_plan(self, place: QPointF) -> QPointF:
        """A point of the widget as one of the plan."""
        self._aim()
        scale = theme().scale
        return QPointF(*self._view.to_plan(place.x() / scale, place.y() / scale)) - self._origin()

    def to_widget(self, rect: QRectF) -> QRectF:
        """A rectangle of the plan as one of the widget."""
        self._aim()
        scale, k = theme().scale, self._view.k
        corner = rect.topLeft() + self._origin()
        x, y = self._view.to_window(corner.x(), corner.y())
        return QRectF(x * scale, y * scale, rect.width() * k * scale, rect.height() * k * scale)

    def visible(self) -> QRectF:
        """The part of the plan that is in sight."""
        return QRectF(self.to_plan(QPointF()), self.to_plan(QPointF(self.width(), self.height())))

    def small_rect(self) -> QRectF:
        """Where the small picture of the whole lies, unscaled; empty where there is none."""
        return QRectF() if self._picture is None else minimap.place(QRectF(0, 0, *self._units()), self._picture.plan.bounds, self.visible())

    def go_to(self, at: QPointF) -> None:
        """Bring what a point of the small picture stands for into the middle."""
        if self._picture is not None:
            way = self.visible().center() - minimap.to_plan(at / theme().scale, self.small_rect(), self._picture.plan.bounds)
            self._untouched = False
            self._view.pan_by(way.x() * self._view.k, way.y() * self._view.k)
            self.update()

    def rect_of(self, hit: Hit) -> QRectF:
        """Where a box, a node, or an edge without a box lies, in the widget."""
        return self.to_widget(self._plan_rect(hit))

    def _plan_rect(self, hit: Hit) -> QRectF:
        assert self._picture is not None  # noqa: S101 - for the type checker: asked while something is drawn
        plan = self._picture.plan
        if isinstance(hit, str):
            return plan.nodes[hit]
        if hit in plan.boxes:
            return plan.boxes[hit].rect
        if hit.kind is BoxKind.LOCAL:
            points = plan.arrows[hit.by, hit.node].points
            return QRectF(points[0], points[-1]).normalized()
        return plan.nodes[hit.node]

    def hit(self, place: QPointF) -> Hit | None:
        """What is at a point of the widget: a box before a node before an arrow, which is its local derivative."""
        if self._picture is None:
            return None
        at, plan = self.to_plan(place), self._picture.plan
        for box, spot in plan.boxes.items():
            if spot.rect.adjusted(-2, -2, 2, 2).contains(at):
                return box
        for name, rect in plan.nodes.items():
            if rect.contains(at):
                return name
        for (source, target), arrow in plan.arrows.items():
            if hit_path(arrow).contains(at):
                return Box(BoxKind.LOCAL, target, source)
        return None

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), theme().color("panel"))
        picture = self._picture
        if picture is None:
            return
        self._aim()
        painter.save()
        scale, (left, top) = theme().scale, self._view.offset
        painter.scale(scale, scale)
        painter.translate(left, top)
        painter.scale(self._view.k, self._view.k)
        painter.translate(self._origin())
        seen = self.visible()
        paint_arrows(painter, picture, seen)
        paint_nodes(painter, picture, seen)
        paint_boxes(painter, picture, seen)
        paint_ring(painter, picture)
        painter.restore()
        self._paint_cards(painter, picture)

    def _paint_cards(self, painter: QPainter, picture: Picture) -> None:
        """Above everything, in one size whatever the zoom is."""
        scale = theme().scale
        painter.scale(scale, scale)
        area, small = QRectF(0, 0, *self._units()), self.small_rect()
        if not small.isEmpty():
            minimap.paint(painter, picture, small, self.visible())
        if picture.bubble is not None:
            at = _unscaled(self.rect_of(picture.bubble), scale)
            paint_bubble(painter, verdict_html(picture.exercise, picture.bubble), at, area, self._around(picture, picture.bubble))
        pointed = picture.hover
        if pointed is not None and pointed != picture.bubble:
            paint_tip(painter, tip_html(picture.exercise, pointed, preparing=picture.preparing), _unscaled(self.rect_of(pointed), scale), area)

    def _around(self, picture: Picture, box: Box) -> list[tuple[QRectF, float]]:
        """What a card beside ``box`` had better not cover: above all the node that it is about and what goes into that."""
        node = picture.exercise.graph.by_name[box.node]
        needed = {node.name, *node.operands, *((box.by,) if box.by else ())}
        scale, boxes = theme().scale, picture.plan.boxes
        found = [(rect, 4.0 if name in needed else 1.0) for name, rect in picture.plan.nodes.items()]
        found += [(boxes[other].rect, 2.0 if other.node in needed else 1.0) for other in boxes if other != box]
        return [(_unscaled(self.to_widget(rect), scale), weight) for rect, weight in found]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()


def _unscaled(rect: QRectF, scale: float) -> QRectF:
    return QRectF(rect.left() / scale, rect.top() / scale, rect.width() / scale, rect.height() / scale)


def _plan_of(exercise: Exercise, drawing: Drawing) -> Plan:
    nodes = {node.name: min(box_width(equation_box(node), SYMBOL), 210.0) for node in exercise.graph.nodes}
    output = exercise.graph.output
    names = [(box.node, box.by) if box.kind is BoxKind.LOCAL else (output, box.node) for box in exercise.boxes if box.kind is not BoxKind.VALUE]
    widest = max((box_width(derivative_box(*name), FRACTION) for name in names), default=0.0)
    return lay_out_scene(exercise.graph, drawing, exercise.boxes, Widths(nodes, max(LABEL, min(widest, 60.0) + 24.0)))
