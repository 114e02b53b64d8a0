"""The tooltip: what it says about an edge, a neuron or a bias, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from gui.format import MINUS
from gui.views.card import paint_card
from gui.views.diagram.ground import mono, sans
from gui.views.diagram.hits import EdgeHit
from gui.views.diagram.words import activation_name, neuron_name
from nn.layout import Neuron
from nn.training.snapshot import Snapshot

PAD_X, PAD_Y, LINE, TITLE = 12.0, 8.0, 18.0, 20.0
AWAY = 18.0  # px from the pointed place


@dataclass(frozen=True)
class Tip:
    """A title, rows of (symbol, exact value), and a sentence or ""."""

    title: str
    rows: tuple[tuple[str, str], ...] = ()
    note: str = ""


def exact(value: np.floating) -> str:
    """The shortest digits that tell ``value`` from its neighbours in its own dtype, with a real minus."""
    return str(value).replace("-", MINUS)


def _parameter(snapshot: Snapshot, index: int, symbol: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (symbol, exact(snapshot.params[index])), (f"∂E/∂{symbol}", exact(snapshot.gradient[index]))


def edge_tip(snapshot: Snapshot, edge: EdgeHit, names: tuple[str, ...]) -> Tip:
    if edge.index < 0:
        return _bundle_tip(snapshot, edge.target)
    depth = snapshot.architecture.layout.depth
    first, second = (neuron_name(neuron, depth, names) for neuron in (Neuron(edge.layer - 1, edge.source), Neuron(edge.layer, edge.target)))
    return Tip(f"{first} → {second}", _parameter(snapshot, edge.index, "w"))


def _bundle_tip(snapshot: Snapshot, target: int) -> Tip:
    """For the edge that stands for all weights from a picture into one neuron."""
    weights = QCoreApplication.translate("NetworkDiagram", "%n weight(s), shown as its picture", None, snapshot.architecture.widths[0])
    return Tip(f"→ {neuron_name(Neuron(1, target), snapshot.architecture.layout.depth, ())}", note=weights)


def bias_tip(snapshot: Snapshot, neuron: Neuron, names: tuple[str, ...]) -> Tip:
    layout = snapshot.architecture.layout
    name = neuron_name(neuron, layout.depth, names)
    title = QCoreApplication.translate("NetworkDiagram", "bias of {name}").format(name=name)
    return Tip(title, _parameter(snapshot, layout.bias_index(neuron.layer, neuron.index), "b"))


def neuron_tip(snapshot: Snapshot, neuron: Neuron, names: tuple[str, ...], output_names: tuple[str, ...]) -> Tip:
    layout, sample = snapshot.architecture.layout, snapshot.sample
    name = neuron_name(neuron, layout.depth, names)
    rows: list[tuple[str, str]] = []
    if sample is not None:
        row = layout.row(neuron)
        if neuron.layer == 0:
            rows.append(("x", exact(sample.outputs[row])))
            if neuron.index < sample.raw.size and sample.raw[neuron.index] != sample.outputs[row]:
                rows.append((QCoreApplication.translate("NetworkDiagram", "own units"), exact(sample.raw[neuron.index])))
        else:
            rows += [("z", exact(sample.pre_activations[row])), ("a", exact(sample.outputs[row]))]
    if neuron.layer == 0:
        return Tip(name, tuple(rows))
    rows += _parameter(snapshot, layout.bias_index(neuron.layer, neuron.index), "b")
    words = activation_name(snapshot.architecture.activations[neuron.layer - 1])
    if neuron in snapshot.ablation.off:
        words = QCoreApplication.translate("NetworkDiagram", "off")
    if neuron.layer == layout.depth and neuron.index < len(output_names) and len(output_names) == layout.widths[-1]:
        name = f"{name} · {output_names[neuron.index]}"
    return Tip(f"{name} · {words}", tuple(rows))


def tip_size(tip: Tip) -> tuple[float, float, float]:
    """Width, height and the width of the symbols' column."""
    head, cell, note = QFontMetricsF(sans(12.5, bold=True)), QFontMetricsF(mono(12)), QFontMetricsF(sans(12))
    symbols = max((cell.horizontalAdvance(symbol) for symbol, _ in tip.rows), default=0.0)
    values = max((cell.horizontalAdvance(f" = {value}") for _, value in tip.rows), default=0.0)
    width = max(head.horizontalAdvance(tip.title), symbols + values, note.horizontalAdvance(tip.note))
    lines = (TITLE if tip.title else 0.0) + LINE * (len(tip.rows) + bool(tip.note))
    return width + 2 * PAD_X + 2, lines + 2 * PAD_Y, symbols


def place(width: float, height: float, at: QPointF, area: QRectF) -> QRectF:
    """Below and right of ``at`` where there is room in ``area``, else above or left; never outside."""
    x = at.x() - width * 0.35
    y = at.y() + AWAY
    if y + height > area.bottom() - 4:
        y = at.y() - AWAY - height
    x = min(max(x, area.left() + 4), area.right() - width - 4)
    return QRectF(x, max(y, area.top() + 4), width, height)


def paint_tip(painter: QPainter, tip: Tip, at: QPointF, area: QRectF) -> None:
    """Draw ``tip`` near ``at`` within ``area``."""
    width, height, symbols = tip_size(tip)
    box = place(width, height, at, area)
    paint_card(painter, box)
    _paint_words(painter, tip, box, symbols)


def _paint_words(painter: QPainter, tip: Tip, box: QRectF, symbols: float) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    x, y, width = box.left() + PAD_X, box.top() + PAD_Y, box.width() - PAD_X
    if tip.title:
        painter.setFont(sans(12.5, bold=True))
        painter.drawText(QRectF(x, y, width, TITLE), middle, tip.title)
        y += TITLE
    painter.setFont(mono(12))
    for symbol, value in tip.rows:
        painter.drawText(QRectF(x, y, width, LINE), middle, symbol)
        painter.drawText(QRectF(x + symbols, y, width, LINE), middle, f" = {value}")
        y += LINE
    if tip.note:
        painter.setFont(sans(12))
        painter.drawText(QRectF(x, y, width, LINE), middle, tip.note)
