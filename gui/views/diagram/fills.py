"""What fills each node: a thumbnail of its output, its weights as an image, the sample's picture, or its output's colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor

from gui.theme import theme
from gui.views.diagram.geometry import Column, Plan, Role
from gui.views.diagram.shading import Atlas, centred, ink, shade
from nn.choices import Activation
from nn.layout import Neuron
from nn.training.snapshot import MapView, Snapshot


class Fills:
    """Brushes for the nodes of ``plan`` at one moment."""

    def __init__(self, plan: Plan, snapshot: Snapshot, image_shape: tuple[int, int] | None) -> None:
        self._snapshot = snapshot
        self._places: dict[Neuron, tuple[Atlas, int]] = {}
        self._plain: dict[Neuron, QColor] = {}
        self.sharp: set[Neuron] = set()  # drawn without smoothing: pictures whose pixels count
        if image_shape is not None:
            self._add_pictures(plan, image_shape)
        elif snapshot.map is not None:
            self._add_thumbnails(plan, snapshot.map)
        for column in plan.columns:
            self._add_values(column)

    def brush(self, neuron: Neuron, target: QRectF) -> QBrush:
        """The brush that fills ``target`` with what ``neuron`` shows."""
        found = self._places.get(neuron)
        if found is not None:
            return found[0].brush(found[1], target)
        return QBrush(self._plain.get(neuron, theme().color("node")))

    def _activation(self, layer: int) -> Activation | None:
        return self._snapshot.architecture.activations[layer - 1] if layer else None

    def _remember(self, neurons: list[Neuron], colours: NDArray[np.uint32]) -> None:
        atlas = Atlas(colours)
        self._places.update({neuron: (atlas, place) for place, neuron in enumerate(neurons)})

    def _add_thumbnails(self, plan: Plan, seen: MapView) -> None:
        """One atlas for all thumbnails; their row 0 is y_min, so they are turned upside down."""
        layout = self._snapshot.architecture.layout
        neurons, cells = [], []
        for column in plan.columns:
            activation = self._activation(column.spec.layer)
            for neuron in neurons_of(column):
                row = layout.row(neuron)
                if neuron.layer == 0 and seen.ranges[row, 0] == seen.ranges[row, 1]:
                    continue  # an input that the map holds fixed: its value for the sample says more
                cells.append(centred(seen.thumbnails[row, ::-1], activation, float(np.abs(seen.ranges[row]).max())))
                neurons.append(neuron)
        if cells:
            self._remember(neurons, shade(np.stack(cells)))

    def _add_pictures(self, plan: Plan, shape: tuple[int, int]) -> None:
        """The sample as ink on paper; the weights into each neuron of layer 1, each by its own largest |w|."""
        first, sample = plan.columns[1], self._snapshot.sample
        neurons = neurons_of(first)
        layout = self._snapshot.architecture.layout
        pixels = shape[0] * shape[1]
        weights = layout.weights(self._snapshot.params, 1)[:pixels, list(first.spec.shown)].T
        largest = np.maximum(np.abs(weights).max(axis=1, keepdims=True), 1e-30)
        self._remember(neurons, shade((weights / largest).reshape(-1, *shape)))
        self.sharp.update(neurons)
        if sample is not None:
            self._remember([Neuron(0, 0)], ink(sample.raw[:pixels].reshape(1, *shape)))
            self.sharp.add(Neuron(0, 0))

    def _add_values(self, column: Column) -> None:
        sample = self._snapshot.sample
        if sample is None or column.spec.role is Role.PICTURE:
            return
        rows = sample.outputs[self._snapshot.architecture.layout.layer_rows(column.spec.layer)]
        limit = float(np.nanmax(np.abs(rows), initial=0.0))
        values = centred(rows, self._activation(column.spec.layer), limit)
        colours = shade(values).tolist()
        self._plain.update({neuron: QColor.fromRgb(colours[neuron.index]) for neuron in neurons_of(column)})


def neurons_of(column: Column) -> list[Neuron]:
    """The shown neurons of a column, top down; for a picture the first input stands for all."""
    return [Neuron(column.spec.layer, index) for index in column.spec.shown]
