"""What fills each node: a thumbnail of its output, its weights as an image, the sample's picture, or its output's colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from gui.theme import theme
from gui.views.diagram.geometry import Column, Role, corner
from gui.views.diagram.shading import centred, ink, shade
from gui.views.faces import Faces, enlarged, stretched
from nn.choices import Activation
from nn.layout import Neuron
from nn.training.snapshot import MapView, SampleView, Snapshot

Words = NDArray[np.uint32]


class Fills:
    """Pictures of the nodes of ``columns`` at one moment, ``grain`` device px for one px of the scene.

    Only of the neurons that ``shown`` names, column by column.
    """

    def __init__(
        self, columns: Sequence[Column], shown: Sequence[list[Neuron]], snapshot: Snapshot, image_shape: tuple[int, int] | None, grain: float
    ) -> None:
        self._snapshot = snapshot
        self._places: dict[Neuron, tuple[Faces, int]] = {}
        self._made: defaultdict[float, list[tuple[list[Neuron], Words]]] = defaultdict(list)  # by node side
        self._grain = grain
        left = [list(neurons) for neurons in shown]
        if image_shape is not None:
            self._add_pictures(columns, left, image_shape)
        elif snapshot.map is not None:
            self._add_thumbnails(columns, left, snapshot.map)
        for column, neurons in zip(columns, left, strict=True):
            if neurons:
                self._add_values(column, neurons)
        self._finish()

    def paint(self, painter: QPainter, neuron: Neuron, corner: QPointF, ratio: float) -> None:
        """Paint a neuron's picture with its outline; ``corner`` is a whole device px divided by ``ratio``. ``painter`` has no transform."""
        found, place = self._places[neuron]
        found.paint(painter, place, corner, ratio)

    def _pixels(self, size: float) -> int:
        return max(1, round(size * self._grain))

    def _activation(self, layer: int) -> Activation | None:
        return self._snapshot.architecture.activations[layer - 1] if layer else None

    def _finish(self) -> None:
        """All nodes of one size become one image."""
        for size, parts in self._made.items():
            colours = np.concatenate([words for _, words in parts])
            faces = Faces(colours, corner(size) * self._grain, self._grain, theme().color("line2"))
            neurons = [neuron for group, _ in parts for neuron in group]
            self._places.update({neuron: (faces, place) for place, neuron in enumerate(neurons)})

    def _add_thumbnails(self, columns: Sequence[Column], left: list[list[Neuron]], seen: MapView) -> None:
        """Thumbnails' row 0 is y_min, so they are turned upside down. Those of one size are made together."""
        groups: defaultdict[float, list[tuple[list[Neuron], NDArray[np.floating]]]] = defaultdict(list)
        layout = self._snapshot.architecture.layout
        for column, neurons in zip(columns, left, strict=True):
            # an input that the map holds fixed: its value for the sample says more
            rows = [(n, layout.row(n)) for n in neurons]
            rows = [(n, row) for n, row in rows if n.layer or seen.ranges[row, 0] != seen.ranges[row, 1]]
            if not rows:
                continue
            found, places = [n for n, _ in rows], [row for _, row in rows]
            limits = np.abs(seen.ranges[places]).max(axis=1)[:, None, None]
            groups[column.size].append((found, centred(seen.thumbnails[places, ::-1], self._activation(column.spec.layer), limits)))
            taken = set(found)
            neurons[:] = [n for n in neurons if n not in taken]
        for size, parts in groups.items():
            values = stretched(np.concatenate([part for _, part in parts]), self._pixels(size))
            self._made[size].append(([n for group, _ in parts for n in group], shade(values)))

    def _add_pictures(self, columns: Sequence[Column], left: list[list[Neuron]], shape: tuple[int, int]) -> None:
        """The sample as ink on paper; the weights into each neuron of layer 1, each by its own largest |w|."""
        first, neurons, sample = columns[1], left[1], self._snapshot.sample
        pixels = shape[0] * shape[1]
        if neurons:
            table = self._snapshot.architecture.layout.weights(self._snapshot.params, 1)
            weights = table[:pixels, [neuron.index for neuron in neurons]].T
            largest = np.maximum(np.abs(weights).max(axis=1, keepdims=True), 1e-30)
            words = shade((weights / largest).reshape(-1, *shape))
            self._made[first.size].append((list(neurons), enlarged(words, self._pixels(first.size))))
            neurons.clear()
        if sample is not None and left[0]:
            words = ink(sample.raw[:pixels].reshape(1, *shape))
            self._made[columns[0].size].append((list(left[0]), enlarged(words, self._pixels(columns[0].size))))
            left[0].clear()

    def _add_values(self, column: Column, neurons: list[Neuron]) -> None:
        sample = self._snapshot.sample
        if sample is None or column.spec.role is Role.PICTURE:
            words = np.full(len(neurons), theme().color("node").rgb(), dtype=np.uint32)
        else:
            words = self._colours(column.spec.layer, neurons, sample)
        side = self._pixels(column.size)
        self._made[column.size].append((neurons, np.broadcast_to(words[:, None, None], (len(neurons), side, side))))

    def _colours(self, layer: int, neurons: list[Neuron], sample: SampleView) -> Words:
        rows = sample.outputs[self._snapshot.architecture.layout.layer_rows(layer)]
        limit = np.asarray(np.nanmax(np.abs(rows), initial=0.0))
        return shade(centred(rows, self._activation(layer), limit))[[neuron.index for neuron in neurons]]


def neurons_of(column: Column) -> list[Neuron]:
    """The shown neurons of a column, top down; for a picture the first input stands for all."""
    return [Neuron(column.spec.layer, index) for index in column.spec.shown]
