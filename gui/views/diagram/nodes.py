"""The painting of nodes: fill, outline, ring, strike, bias, number and read-out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.fields.numerals import Numerals
from gui.format import fixed
from gui.theme import theme
from gui.views.diagram.dots import paint_dots
from gui.views.diagram.figures import Figures
from gui.views.diagram.fills import Fills
from gui.views.diagram.geometry import RING, Column, Plan, Role, corner
from gui.views.diagram.ground import fitting, mono, sans
from gui.views.diagram.places import Node, Sight
from gui.views.diagram.words import answer_name, read_out_lines, short_mark
from gui.views.sheet import Sheet
from nn.choices import Task
from nn.layout import Neuron
from nn.training.snapshot import Snapshot

GHOST = 0.22
NUMBER_HEIGHT = 17.0
CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class Style:
    """A font and the token of its colour."""

    font: QFont
    token: str

    def write(self, painter: QPainter, place: QRectF, text: str, align: Qt.AlignmentFlag = CENTRE) -> None:
        painter.setFont(self.font)
        painter.setPen(theme().color(self.token))
        painter.drawText(place, align, text)


@dataclass(frozen=True)
class Labels:
    """Names, and what turns a regression's outputs into the person's units (value · scale + mean, per output)."""

    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    mean: tuple[float, ...] = ()
    scale: tuple[float, ...] = ()

    def unit(self, index: int) -> tuple[float, float]:
        """Mean and scale of output ``index``."""
        return (self.mean[index], self.scale[index]) if index < len(self.mean) and index < len(self.scale) else (0.0, 1.0)


class NodePainter:
    """Paints all nodes of ``plan`` at one moment."""

    def __init__(
        self, plan: Plan, seen: Sight, snapshot: Snapshot, labels: Labels, *, selected: Neuron | None, image_shape: tuple[int, int] | None,
        onto: tuple[Sheet, tuple[int, int, int, int]],
    ) -> None:  # fmt: skip
        """``onto``: where pictures are laid, and within which top, left, bottom and right of it."""
        self._sheet, self._clip = onto
        self._plan, self._seen, self._snapshot, self._labels, self._selected = plan, seen, snapshot, labels, selected
        self._layout = snapshot.architecture.layout
        self._off = snapshot.ablation.off
        self._dark = np.array([node.neuron in self._off for node in chain.from_iterable(seen.columns)]) if self._off else None
        self._image_shape = image_shape
        self._numbers = Numerals(mono(12), "text")
        self._figures = Figures(mono(12), "text", seen.grain, seen.ratio)
        self._biases = {c.spec.layer: self._layout.biases(snapshot.params, c.spec.layer).astype(np.float64) for c in plan.columns[1:]}
        shown = [self._biases[c.spec.layer][list(c.spec.shown)] for c in plan.columns[1:]]
        self._largest_bias = float(np.nanmax(np.abs(np.concatenate([*shown, np.zeros(1)]))))

    def paint(self, painter: QPainter) -> None:
        """Paint the nodes in sight."""
        self._paint_faces()
        marked = {neuron.layer for neuron in (*self._off, *((self._selected,) if self._selected else ()))}
        for column, nodes in zip(self._plan.columns, self._seen.columns, strict=True):
            for node in nodes if column.spec.layer in marked else ():
                if node.neuron == self._selected or node.neuron in self._off:
                    self._paint_marks(painter, column, node.rect, node.neuron)
            self._paint_words(painter, column, nodes)
        self._numbers.paint(painter)
        painter.save()
        painter.resetTransform()
        self._paint_biases(painter)
        self._figures.paint(painter)
        painter.restore()

    def _paint_faces(self) -> None:
        """All pictures; faint ones hide the edges that end behind them."""
        seen = self._seen
        fills = Fills(self._plan.columns, seen.indices, self._snapshot, self._image_shape, seen.grain)
        fade = np.ones(len(seen.corners), dtype=np.float32)
        if self._dark is not None:
            fade[self._dark] = GHOST
        fills.paint(self._sheet, self._clip, np.rint(seen.corners * seen.ratio).astype(np.int64), fade)

    def _paint_marks(self, painter: QPainter, column: Column, rect: QRectF, neuron: Neuron) -> None:
        radius = corner(rect.width())
        if neuron in self._off:
            self._strike(painter, rect, radius)
        if neuron == self._selected:
            self._ring(painter, rect, radius, column.ring_reach)

    def _strike(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        """A switched-off neuron: dashed around, struck out."""
        outline = QPen(theme().color("text3"), 1.5)
        outline.setDashPattern([2.0, 2.0])  # in pen widths: 3 px on, 3 px off
        outline.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(outline)
        painter.drawRoundedRect(rect, radius, radius)
        strike = QPen(theme().color("text"), 2.5)
        strike.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(strike)
        painter.drawLine(QPointF(rect.left() + 2.5, rect.bottom() - 2.5), QPointF(rect.right() - 2.5, rect.top() + 2.5))

    def _ring(self, painter: QPainter, rect: QRectF, radius: float, reach: float) -> None:
        """The ring, and the ground between it and the face: of which it takes a little where it can't go further out."""
        inside = reach - RING
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, width, out in (("panel", max(inside, 1.0), min(inside / 2 + 0.5, inside - 0.5)), ("accent", RING, inside + RING / 2)):
            painter.setPen(QPen(theme().color(token), width))
            painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)

    def _paint_biases(self, painter: QPainter) -> None:
        """All dots, copied to whole device px. ``painter`` has no transform."""
        seen = self._seen
        pairs = zip(self._plan.columns[1:], seen.indices[1:], strict=True)
        values = np.concatenate([np.zeros(0), *(self._biases[column.spec.layer][indices] for column, indices in pairs)])
        shares = np.abs(values) / (self._largest_bias or 1.0)
        shares = np.minimum(np.where(np.isfinite(values), shares, 0.0), 1.0) ** 0.8
        lit = slice(None) if self._dark is None else ~self._dark[len(seen.columns[0]) :]
        paint_dots(painter, seen.dots[lit], shares[lit], values[lit], (seen.grain, seen.ratio))

    def _paint_words(self, painter: QPainter, column: Column, nodes: tuple[Node, ...]) -> None:
        if column.spec.role is Role.OUTPUT:
            for node in nodes:
                self._paint_output(painter, column, node.rect, node.neuron)
            return
        self._write_outputs(painter, column, nodes)

    def _write_outputs(self, painter: QPainter, column: Column, nodes: tuple[Node, ...]) -> None:
        """Below each node its output for the sample, or that it is off."""
        sample, layer, mine = self._snapshot.sample, column.spec.layer, self._selected
        chosen = next((place for place, node in enumerate(nodes) if node.neuron == mine), -1) if mine and mine.layer == layer else -1
        off = [place for place, node in enumerate(nodes) if node.neuron in self._off] if self._off else []
        for place in off:
            node = nodes[place]
            box = QRectF(column.x - 60, node.rect.bottom() + column.number_top(selected=place == chosen), 120, NUMBER_HEIGHT)
            Style(mono(12), "text3").write(painter, box, QCoreApplication.translate("NetworkDiagram", "off"))
        if sample is None or column.spec.role is Role.PICTURE or not nodes:
            return
        seen = self._seen
        points = seen.feet[layer] * seen.ratio
        points[:, 1] += (column.number_top(selected=False) + NUMBER_HEIGHT / 2) * seen.grain
        if chosen >= 0:
            points[chosen, 1] += (column.number_top(selected=True) - column.number_top(selected=False)) * seen.grain
        values = np.asarray(sample.outputs[self._layout.layer_rows(layer)], dtype=np.float64)[seen.indices[layer]]
        lit = np.delete(np.arange(len(nodes)), off)
        self._figures.add(points[lit], values[lit])

    def _value(self, index: int) -> str:
        """An output in the person's units."""
        sample = self._snapshot.sample
        if sample is None:
            return ""
        value = float(sample.outputs[self._layout.row(Neuron(self._layout.depth, index))])
        if self._snapshot.task is Task.REGRESSION:
            mean, scale = self._labels.unit(index)
            value = value * scale + mean
        return fixed(value)

    def _paint_output(self, painter: QPainter, column: Column, rect: QRectF, neuron: Neuron) -> None:
        if column.beside:
            self._paint_beside(painter, rect, neuron)
            return
        x, top = rect.center().x(), rect.bottom() + (8.0 if neuron == self._selected else 3.0)
        Style(mono(18, bold=True), "text").write(painter, QRectF(x - 90, top, 180, 24), self._value(neuron.index))
        half = min(self._plan.width - x, column.x - self._plan.columns[-2].right if len(self._plan.columns) > 1 else x) - 6
        lines = read_out_lines(self._snapshot, neuron.index, self._labels.outputs, *self._labels.unit(neuron.index))
        font = sans(12)
        metrics = QFontMetricsF(font)
        text = fitting(metrics, lines, 2 * half)
        width = metrics.horizontalAdvance(text) + 4
        ground = QColor(theme().color("panel"))
        ground.setAlphaF(0.8)  # edges that come from below pass behind the words
        painter.fillRect(QRectF(x - width / 2, top + 25, width, 15), ground)
        Style(font, "text2").write(painter, QRectF(x - half, top + 24, 2 * half, 17), text)

    def _paint_beside(self, painter: QPainter, rect: QRectF, neuron: Neuron) -> None:
        left = rect.right() + (14.0 if neuron == self._selected else 10.0)
        room = self._plan.width - left - 6
        font, mark = sans(12, bold=True), short_mark(self._snapshot, neuron.index)
        metrics = QFontMetricsF(font)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        mark_room = metrics.horizontalAdvance(f" {mark}") if mark else 0.0
        name = metrics.elidedText(answer_name(self._snapshot, neuron.index, self._labels.outputs), Qt.TextElideMode.ElideRight, room - mark_room)
        y = rect.center().y()
        if not name:
            Style(mono(13), "text").write(painter, QRectF(left, y - 9, room, 18), self._value(neuron.index), align)
            return
        winner = mark in ("✓", "✗")
        Style(font, "text" if mark else "text2").write(painter, QRectF(left, y - 17, room, 17), f"{name} {mark}".rstrip(), align)
        place = QRectF(left, y, room, 17)
        if winner:
            Style(mono(12, bold=True), "text").write(painter, place, self._value(neuron.index), align)
        else:
            self._numbers.add(place, self._value(neuron.index), Qt.AlignmentFlag.AlignLeft)
