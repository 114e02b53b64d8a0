"""What the gallery says: short numbers beside tiles, what a tile means, what the line stands for."""

from __future__ import annotations

import math
from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.fields.numbers import shown
from gui.format import MINUS, count, number, signed
from gui.views.gallery.colours import Scale, is_grey, scale_of
from nn.inside.views import Layer, Status, TileKind

Rows = list[tuple[str, str]]
translate = QCoreApplication.translate


def neuron_name(layer: Layer, neuron: int) -> str:
    return f"h{layer.number}.{neuron + 1}"


def fold_text(layer: Layer, folded: np.ndarray, *, unfolded: bool, followed: bool) -> str:
    """192 more between: 83 active, 109 silent for this input."""
    status = layer.status[folded]
    silent, dead = int(np.sum(status == Status.SILENT)), int(np.sum(status == Status.DEAD))
    parts = [
        (translate("Gallery", "{count} active"), len(folded) - silent - dead),
        (translate("Gallery", "{count} silent for this input"), silent),
        (translate("Gallery", "{count} dead"), dead),
    ]
    listed = ", ".join(text.format(count=count(many)) for text, many in parts if many)
    if unfolded:
        return translate("Gallery", "Fold {count} away: {parts}").format(count=count(len(folded)), parts=listed)
    template = translate("Gallery", "{count} more between: {parts}") if followed else translate("Gallery", "{count} more: {parts}")
    return template.format(count=count(len(folded)), parts=listed)


def state_words(layer: Layer, neuron: int) -> str:
    """One word or two on a neuron: "switched off", "dead", "saturated", "silent", or ""."""
    if layer.off[neuron]:
        return translate("Gallery", "switched off")
    names = {
        Status.DEAD: translate("Gallery", "dead"),
        Status.SATURATED: translate("Gallery", "saturated"),
        Status.SILENT: translate("Gallery", "silent"),
    }
    return names.get(Status(int(layer.status[neuron])), "")


def spoken(layer: Layer, neuron: int, *, selected: bool) -> str:
    """What a screen reader says of a tile."""
    parts = [neuron_name(layer, neuron), *(f"{name} {value}" for name, value in _numbers(layer, neuron, "")), state_words(layer, neuron)]
    return ", ".join([part for part in parts if part] + ([translate("Gallery", "selected")] if selected else []))


def tip_html(layer: Layer, neuron: int, about: str, samples: int) -> str:
    """A tile's numbers with all their digits, and what each of them is."""
    state = state_words(layer, neuron)
    title = f"<b>{neuron_name(layer, neuron)}</b>" + (f" · {escape(state)}" if state else "")
    rows = "".join(
        f'<tr><td style="padding-right:12px">{escape(name)}</td><td align="right"><code>{escape(value)}</code></td></tr>'
        for name, value in _numbers(layer, neuron, about)
    )
    notes = "".join(f"<p>{escape(note)}</p>" for note in _notes(layer, neuron, samples))
    return f"<p>{title}</p><table>{rows}</table>{notes}"


def _numbers(layer: Layer, neuron: int, about: str) -> Rows:
    value, part = float(layer.values[neuron]), float(layer.contributions[neuron])
    rows: Rows = []
    if math.isfinite(value):
        rows.append((translate("Gallery", "output for the input in view"), number(value, 6)))
    if math.isfinite(part):
        rows.append((contribution_name(about), signed(part, 6)))
    if layer.tiles.size:
        rows.append((_tile_name(layer), f"{number(float(layer.low[neuron]), 4)} … {number(float(layer.high[neuron]), 4)}"))
    return rows


def contribution_name(about: str) -> str:
    """What a contribution is of."""
    if not about:
        return translate("Gallery", "the error grows without it by")
    return translate("Gallery", "adds to the pre-activation of {output}").format(output=about)


def _tile_name(layer: Layer) -> str:
    names = {
        TileKind.OUTPUT: translate("Gallery", "tile: its output from … to"),
        TileKind.WEIGHTS: translate("Gallery", "tile: its weights from … to"),
        TileKind.ALONE: translate("Gallery", "tile: the network with it alone, from … to"),
        TileKind.WITHOUT: translate("Gallery", "tile: the network without it, from … to"),
    }
    return names[layer.kind]


def _notes(layer: Layer, neuron: int, samples: int) -> list[str]:
    """Why a neuron is marked, with the threshold, and what a click does."""
    notes = []
    status = Status(int(layer.status[neuron]))
    if status is Status.DEAD:
        notes.append(dead_text(layer, samples))
    elif status is Status.SATURATED:
        template = translate("Gallery", "Saturated: within {limit} of the activation's end for nearly all training samples.")
        notes.append(template.format(limit=shown(layer.saturated_within)))
    elif status is Status.SILENT:
        notes.append(translate("Gallery", "Silent: puts out nothing for the input in view."))
    off = translate("Gallery", "Double click, Enter or the mark on the tile switches it on.") if layer.off[neuron] else ""
    notes.append(off or translate("Gallery", "Double click, Enter or the mark on the tile switches it off."))
    return notes


def dead_text(layer: Layer, samples: int) -> str:
    """What "dead" means here."""
    limit = shown(layer.dead_below)
    if samples:
        template = translate("Gallery", "dead: |output| ≤ {limit} for all {samples} training samples")
        return template.format(limit=limit, samples=count(samples))
    return translate("Gallery", "dead: |output| ≤ {limit} for every training sample").format(limit=limit)


def tile_text(layer: Layer) -> str:
    """What tiles with the network's answers show: the network with one neuron alone, or without it; "" for others."""
    if layer.kind not in (TileKind.ALONE, TileKind.WITHOUT) or not layer.tiles.size:
        return ""
    alone, stripes = layer.kind is TileKind.ALONE, layer.tiles.shape[1] == 1 and layer.tiles.shape[2] > 1 and not layer.plane
    if stripes:
        if alone:
            return translate("Gallery", "tile: the answer to the input in view with this neuron alone, a stripe per output")
        return translate("Gallery", "tile: the answer to the input in view without this neuron, a stripe per output")
    if alone:
        return translate("Gallery", "tile: the network's output with this neuron alone")
    return translate("Gallery", "tile: the network's output without this neuron")


def ramp_name(layer: Layer) -> tuple[str, str, str]:
    """What colours stand for, and the names of the two ends."""
    if is_grey(layer):
        return translate("Gallery", "brightness"), "0", "1"
    scale = scale_of(layer)
    ends = (MINUS, "+") if scale is Scale.AROUND_ZERO else (translate("Gallery", "least"), translate("Gallery", "most"))
    name = translate("Gallery", "weight") if layer.kind is TileKind.WEIGHTS else translate("Gallery", "output")
    return name, "0" if scale is Scale.FROM_ZERO else ends[0], ends[1]
