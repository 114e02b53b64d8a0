"""The painting of nodes: fill, outline, ring, strike, bias, number and read-out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from gui.fields.numerals import Numerals
from gui.format import fixed
from gui.theme import theme
from gui.views.diagram.dots import paint_dots
from gui.views.diagram.figures import Figures
from gui.views.diagram.fills import FillPainter
from gui.views.diagram.geometry import RING, Column, Plan, Role, corner
from gui.views.diagram.ground import Face, mono, sans
from gui.views.diagram.places import NUMBER_HEIGHT, Node, Sight
from gui.views.diagram.prints import Onto, Print, fitted, words
from gui.views.diagram.words import answer_name, read_out_lines, short_mark
from nn.choices import Task
from nn.layout import Neuron
from nn.training.snapshot import Snapshot

GHOST = 0.22
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
        fills: FillPainter, onto: Onto,
    ) -> None:  # fmt: skip
        """``fills`` keeps from one moment to the next what is the same in both."""
        self._fills, self._onto = fills, onto
        self._plan, self._seen, self._snapshot, self._labels, self._selected = plan, seen, snapshot, labels, selected
        self._layout = snapshot.architecture.layout
        self._off = snapshot.ablation.off
        self._dark = np.array([node.neuron in self._off for node in chain.from_iterable(seen.columns)]) if self._off else None
        self._image_shape = image_shape
        self._numbers = Numerals(mono(12), "text")
        self._figures, self._answers = (Figures(face, "text", seen.grain) for face in (Face(12, mono=True), Face(18, bold=True, mono=True)))

    def paint(self, painter: QPainter) -> None:
        """Paint the nodes in sight; ``painter`` is in the scene's px, and has no transform then."""
        self._paint_faces()
        marked = {neuron.layer for neuron in (*self._off, *((self._selected,) if self._selected else ()))}
        for column, nodes in zip(self._plan.columns, self._seen.columns, strict=True):
            for node in nodes if column.spec.layer in marked else ():
                if node.neuron == self._selected or node.neuron in self._off:
                    self._paint_marks(painter, column, node)
            for node in nodes if column.spec.role is Role.OUTPUT else ():
                self._paint_output(painter, column, node.rect, node.neuron)
        self._write_outputs()
        self._numbers.paint(painter)
        self._paint_biases()
        painter.resetTransform()
        for figures in (self._figures, self._answers):
            figures.paint(painter, self._onto)

    def _paint_faces(self) -> None:
        """All pictures; faint ones hide the edges that end behind them."""
        fade = np.ones(len(self._seen.corners), dtype=np.float32)
        if self._dark is not None:
            fade[self._dark] = GHOST
        self._fills.paint(self._onto, self._plan.columns, self._seen, (self._snapshot, self._image_shape), fade)

    def _paint_marks(self, painter: QPainter, column: Column, node: Node) -> None:
        rect, neuron = node.rect, node.neuron
        radius = corner(rect.width())
        if neuron in self._off:
            self._strike(painter, rect, radius)
            if column.spec.role is not Role.OUTPUT:
                self._write_off(painter, column, node)
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

    def _paint_biases(self) -> None:
        """All dots."""
        seen, params = self._seen, self._snapshot.params
        largest = float(np.nanmax(np.abs(params[seen.all_biases]), initial=0.0)) or 1.0
        values = params[seen.biases].astype(np.float64)
        shares = np.minimum(np.where(np.isfinite(values), np.abs(values) / largest, 0.0), 1.0) ** 0.8
        lit = slice(None) if self._dark is None else ~self._dark[len(seen.columns[0]) :]
        paint_dots(self._onto, seen.dots[lit] * seen.ratio, shares[lit], values[lit], seen.grain)

    def _write_outputs(self) -> None:
        """Below each node its output for the sample."""
        sample, numbers, mine = self._snapshot.sample, self._seen.numbers, self._selected
        if sample is None:
            return
        points, values = numbers.points, np.asarray(sample.outputs, dtype=np.float64)[numbers.rows]
        if mine is not None:
            lower = [column.number_top(selected=True) - column.number_top(selected=False) for column in self._plan.columns]
            ring = np.where(numbers.rows == self._layout.row(mine), lower[mine.layer] * self._seen.grain, 0.0)
            points = points + np.column_stack((np.zeros(len(ring)), ring))
        lit = slice(None) if self._dark is None else ~self._dark[numbers.places]
        self._figures.add(points[lit], values[lit])

    def _write_off(self, painter: QPainter, column: Column, node: Node) -> None:
        """In place of its output, that a neuron is off."""
        top = node.rect.bottom() + column.number_top(selected=node.neuron == self._selected)
        word = QCoreApplication.translate("NetworkDiagram", "off")
        Style(mono(12), "text3").write(painter, QRectF(column.x - 60, top, 120, NUMBER_HEIGHT), word)

    def _value(self, index: int) -> float | None:
        """An output in the person's units."""
        sample = self._snapshot.sample
        if sample is None:
            return None
        value = float(sample.outputs[self._layout.row(Neuron(self._layout.depth, index))])
        if self._snapshot.task is Task.REGRESSION:
            mean, scale = self._labels.unit(index)
            value = value * scale + mean
        return value

    def _written(self, index: int) -> str:
        value = self._value(index)
        return "" if value is None else fixed(value)

    def _paint_output(self, painter: QPainter, column: Column, rect: QRectF, neuron: Neuron) -> None:
        if column.beside:
            self._paint_beside(painter, rect, neuron)
            return
        x, top = rect.center().x(), rect.bottom() + (8.0 if neuron == self._selected else 3.0)
        value = self._value(neuron.index)
        if value is not None:
            self._answers.add(np.array([self._seen.device(x, top + 12.0)]), np.array([value]))
        half = min(self._plan.width - x, column.x - self._plan.columns[-2].right if len(self._plan.columns) > 1 else x) - 6
        lines = read_out_lines(self._snapshot, neuron.index, self._labels.outputs, *self._labels.unit(neuron.index))
        text = fitted(lines, Face(12), 2 * half)
        if text:  # edges that come from below pass behind the words
            self._lay(words(text, Face(12), "text2", self._seen.grain, 0.8), x, top + 32.5)

    def _lay(self, print_: Print, x: float, y: float, share: float = 0.5) -> None:
        """With its middle line at ``y``, and so much of it left of ``x``."""
        width, height = print_.size
        left, middle = self._seen.device(x, y)
        print_.lay(self._onto, left - share * width, middle - height / 2)

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
            Style(mono(13), "text").write(painter, QRectF(left, y - 9, room, 18), self._written(neuron.index), align)
            return
        winner = mark in ("✓", "✗")
        Style(font, "text" if mark else "text2").write(painter, QRectF(left, y - 17, room, 17), f"{name} {mark}".rstrip(), align)
        place = QRectF(left, y, room, 17)
        if winner:
            Style(mono(12, bold=True), "text").write(painter, place, self._written(neuron.index), align)
        else:
            self._numbers.add(place, self._written(neuron.index), Qt.AlignmentFlag.AlignLeft)
