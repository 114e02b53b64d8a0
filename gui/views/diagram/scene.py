"""All that is drawn, without the widget: plan, edges and nodes of the newest snapshot, and what lies under a point."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.format import count
from gui.theme import theme
from gui.views.diagram.captions import captions
from gui.views.diagram.edge_painter import EdgePainter, View
from gui.views.diagram.edges import Edges, edges_of, thickness
from gui.views.diagram.fills import FillPainter
from gui.views.diagram.folding import Folding
from gui.views.diagram.geometry import Column, Margins, Plan, Role, Spec, corner, plan
from gui.views.diagram.ground import (
    HEADS,
    Head,
    Item,
    legend_height,
    legend_items,
    legend_rows,
    paint_heads,
    paint_legend,
    sans,
)
from gui.views.diagram.hits import BiasHit, EdgeHit, Hit, NeuronHit, PillHit, bias_place, edge_middle, hit
from gui.views.diagram.nodes import Labels, NodePainter
from gui.views.diagram.places import Sight, node_rect, sight
from gui.views.diagram.prints import Onto, Prints
from gui.views.diagram.strokes import Strokes
from gui.views.diagram.viewport import Viewport
from gui.views.diagram.words import answer_name, head, neuron_name, read_out_lines, short_head, sub_head
from gui.views.sheet import Sheet
from nn.layout import Neuron
from nn.training.snapshot import RunState, Snapshot

BELOW = 10.0  # px of the legend's strip that nodes may reach into


@dataclass
class Scene:
    """Lengths are widget px divided by the theme's scale."""

    labels: Labels = field(default_factory=Labels)
    image_shape: tuple[int, int] | None = None
    selected: Neuron | None = None
    snapshot: Snapshot | None = None
    view: Viewport = field(default_factory=Viewport)
    folding: Folding = field(default_factory=Folding)
    plan: Plan | None = None
    edges: Edges | None = None
    strokes: Strokes | None = None
    legend: list[list[tuple[float, Item]]] = field(default_factory=list)
    _edge_painter: EdgePainter = field(default_factory=EdgePainter)
    _captions: Prints = field(default_factory=lambda: Prints([]))
    _captions_key: object = None
    _fills: FillPainter = field(default_factory=FillPainter)
    _seen: Sight | None = None
    _key: object = None
    _margin_key: object = None
    _legend_key: object = None
    _laid: Margins = field(default_factory=Margins)
    _words: int = 0
    _room: tuple[float, float] = (0.0, 0.0)

    def arrange(self, width: float, height: float, now: float) -> bool:
        """Lay the newest snapshot out in a widget of this size; whether anything moved. ``now`` in seconds of a steady clock."""
        snapshot = self.snapshot
        if snapshot is None:
            return False
        self._write_legend(snapshot, width)
        room = height - HEADS - legend_height(len(self.legend)) - 6
        specs = self.folding.specs(snapshot, room, self._is_picture(snapshot), self.selected, now)
        rough_key = (specs, width, height, snapshot.architecture, self.labels, theme().scale, self._words)
        measure = rough_key != self._key or snapshot.state is not RunState.RUNNING  # not at each frame
        margins = self._margins(specs, width, snapshot) if measure else self._laid
        if moved := rough_key != self._key or margins != self._laid:
            self._key, self._laid = rough_key, margins
            self._lay_out(specs, (width, room), margins, snapshot)
        self._restyle(snapshot)
        return moved

    def _write_legend(self, snapshot: Snapshot, width: float) -> None:
        key = (snapshot.architecture.activations, self.image_shape, width, theme().scale, self._words)
        if key != self._legend_key:
            self._legend_key = key
            items = legend_items(snapshot.architecture.activations, self.image_shape is not None)
            self.legend = legend_rows(items, width)

    def translate(self) -> None:
        """The language or the fonts changed: measure all words anew."""
        self._words += 1

    def _is_picture(self, snapshot: Snapshot) -> bool:
        """Whether the inputs really are a picture of the shape that was told."""
        shape = self.image_shape
        return shape is not None and shape[0] * shape[1] == snapshot.architecture.widths[0]

    @property
    def picture(self) -> bool:
        """Whether the input layer is drawn as the sample's picture."""
        return self.snapshot is not None and self._is_picture(self.snapshot)

    @property
    def is_running(self) -> bool:
        return self.snapshot is not None and self.snapshot.state is RunState.RUNNING

    def _lay_out(self, specs: tuple[Spec, ...], size: tuple[float, float], margins: Margins, snapshot: Snapshot) -> None:
        width, room = size
        self.plan, self._seen = plan(specs, width, room, margins), None
        self.edges = edges_of(self.plan, snapshot.architecture.layout, snapshot.params)
        self.view.set_area(0.0, HEADS, width, room)
        self.view.set_scene(self.plan.width, self.plan.height)

    def _restyle(self, snapshot: Snapshot) -> None:
        edges = self.edges
        if edges is None:
            return
        weights = edges.weights(snapshot.params)
        off = edges.touching(None)
        for neuron in snapshot.ablation.off:
            off = off | edges.touching(neuron)
        self.strokes = Strokes(edges, weights, thickness(weights, edges.count), edges.touching(self.selected), off)

    def _margins(self, specs: tuple[Spec, ...], width: float, snapshot: Snapshot) -> Margins:
        """Room for the names of the inputs and the read-outs of the outputs, within a share of the width."""
        bold, plain = QFontMetricsF(sans(13, bold=True)), QFontMetricsF(sans(12))
        left = 28.0
        if specs[0].role is Role.INPUT:
            depth = snapshot.architecture.layout.depth
            names = [neuron_name(Neuron(0, i), depth, self.labels.inputs) for i in specs[0].shown]
            left = 20.0 + min(max(bold.horizontalAdvance(name) for name in names), width * 0.16)
        outputs = specs[-1].shown
        lines = [read_out_lines(snapshot, i, self.labels.outputs, *self.labels.unit(i))[0] for i in outputs]
        longest = max(plain.horizontalAdvance(line) for line in lines)
        names = [answer_name(snapshot, i, self.labels.outputs) for i in outputs]
        beside = max(plain.horizontalAdvance(name) for name in names) * 1.06 + 34.0
        right = min(max(60.0, _steps(longest) / 2 + 16.0), max(60.0, width * 0.16))
        wanted = (right, min(max(76.0, _steps(beside)), max(76.0, width * 0.2)))
        return Margins(left, *self._grown((snapshot.architecture, self.labels, theme().scale, width), wanted))

    def _grown(self, key: object, wanted: tuple[float, float]) -> tuple[float, float]:
        """Margins only grow while the network stays, so that a read-out's length does not shake the columns."""
        if key != self._margin_key:
            self._margin_key, self._room = key, (0.0, 0.0)
        self._room = (max(self._room[0], wanted[0]), max(self._room[1], wanted[1]))
        return self._room

    def heads(self) -> list[Head]:
        snapshot, placed = self.snapshot, self.plan
        if snapshot is None or placed is None:
            return []
        found = []
        for number, column in enumerate(placed.columns):
            left, right = placed.slot(number)
            room = 2 * min(column.x - left, right - column.x) * self.view.k - 10
            x, _ = self.view.to_widget(column.x, 0.0)
            role, layer = column.spec.role, column.spec.layer
            below = (sub_head(snapshot, layer), count(snapshot.architecture.widths[layer]))
            found.append(Head(x, room, (head(role, layer), short_head(role, layer)), below))
        return found

    def paint_ground(self, painter: QPainter, width: float, height: float) -> None:
        """Ground, heads and legend; the heads follow the columns."""
        painter.fillRect(QRectF(0, 0, width, height), theme().color("panel"))
        paint_heads(painter, self.heads())
        paint_legend(painter, self.legend, height)

    def paint_edges(self, sheet: Sheet, ground: Sheet, scale: float) -> None:
        """All edges and the captions over them, clipped between heads and legend, beside them the ``ground``; a px of the widget is ``scale`` px
        of the window."""
        if self.plan is None or self.strokes is None:
            return
        unit = scale * sheet.ratio
        view = View(self.view.k * unit, self.view.ox * unit, self.view.oy * unit, self._clip(sheet, unit))
        self._edge_painter.paint(sheet, ground, view, self.strokes)
        key = (id(self.plan), view, self.labels, theme().name)  # words in another language have another plan
        if key != self._captions_key:
            self._captions, self._captions_key = captions(view, self.plan, self.labels.inputs), key
        self._captions.lay(Onto(sheet, view.clip))

    def paint_nodes(self, sheet: Sheet, scale: float) -> None:
        """All nodes with their words, clipped likewise; a px of the widget is ``scale`` px of the window."""
        if self.plan is None or self.snapshot is None:
            return
        painter = sheet.painter(scale)
        self._enter(painter)
        shape = self.image_shape if self.picture else None
        self._seen = sight(self.plan, self.snapshot.architecture.layout, painter, self._seen)
        onto = Onto(sheet, self._clip(sheet, scale * sheet.ratio))
        nodes = NodePainter(
            self.plan, self._seen, self.snapshot, self.labels, selected=self.selected, image_shape=shape, fills=self._fills, onto=onto
        )
        nodes.paint(painter)
        painter.end()

    def _clip(self, sheet: Sheet, unit: float) -> tuple[int, int, int, int]:
        """Top, left, bottom and right between heads and legend, device px."""
        left, top, width, height = (side * unit for side in self.view.area)
        rows, columns = sheet.pixels.shape
        return round(top), round(left), min(round(top + height + BELOW * unit), rows), min(round(left + width), columns)

    def edges_key(self) -> bytes:
        """Changes when the edges look different on an unchanged plan and view."""
        return b"" if self.strokes is None else self.strokes.look()

    def _enter(self, painter: QPainter) -> None:
        left, top, width, height = self.view.area
        painter.setClipRect(QRectF(left, top, width, height + BELOW))
        painter.translate(self.view.ox, self.view.oy)
        painter.scale(self.view.k, self.view.k)

    def hit(self, x: float, y: float) -> Hit | None:
        """What is drawn at widget point (x, y)."""
        _, top, _, height = self.view.area
        if self.plan is None or self.edges is None or self.strokes is None or not top <= y <= top + height:
            return None
        return hit(self.plan, self.edges, self.strokes.widths, *self.view.to_scene(x, y))

    def column(self, layer: int) -> Column | None:
        if self.plan is None:
            return None
        return next((column for column in self.plan.columns if column.spec.layer == layer), None)

    def place_of(self, neuron: Neuron) -> QRectF | None:
        """A neuron's node in the scene, ``None`` when it is folded away."""
        column = self.column(neuron.layer)
        if column is None or neuron.index not in column.spec.shown:
            return None
        return node_rect(column, column.spec.shown.index(neuron.index))

    def point_of(self, found: Hit, x: float | None = None) -> QPointF | None:
        """The widget point that a tooltip or an editor of ``found`` stands at; on an edge, at widget ``x`` when given."""
        if isinstance(found, EdgeHit):
            number = self.edges.find(found.layer, found.source, found.target) if self.edges is not None else -1
            if self.edges is None or number < 0:
                return None
            scene_x = None if x is None else self.view.to_scene(x, 0.0)[0]
            return QPointF(*self.view.to_widget(*edge_middle(self.edges, number, scene_x)))
        if isinstance(found, PillHit):
            return None
        rect = self.place_of(found.neuron)
        if rect is None:
            return None
        centre = rect.center()
        at = bias_place(centre.x(), centre.y(), rect.width()) if isinstance(found, BiasHit) else (centre.x(), rect.bottom())
        return QPointF(*self.view.to_widget(*at))

    def paint_hover(self, painter: QPainter, found: Hit) -> None:
        """The halo of what lies under the pointer."""
        if self.strokes is None:
            return
        painter.save()
        self._enter(painter)
        if isinstance(found, EdgeHit):
            number = self.strokes.edges.find(found.layer, found.source, found.target)
            if number >= 0:
                self.strokes.paint_hovered(painter, number)
        elif isinstance(found, NeuronHit | BiasHit):
            self._paint_node_halo(painter, found)
        painter.restore()

    def _paint_node_halo(self, painter: QPainter, found: NeuronHit | BiasHit) -> None:
        rect = self.place_of(found.neuron)
        if rect is None:
            return
        halo = QColor(theme().color("text"))
        halo.setAlphaF(0.28)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(halo, 4.0))
        if isinstance(found, BiasHit):
            centre = rect.center()
            painter.drawEllipse(QPointF(*bias_place(centre.x(), centre.y(), rect.width())), 9.0, 9.0)
        elif found.neuron != self.selected:
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), corner(rect.width()) + 3, corner(rect.width()) + 3)


def _steps(length: float) -> float:
    """``length`` rounded up to 16 px, so that a word that grows a little does not move the columns."""
    return -(-length // 16.0) * 16.0
