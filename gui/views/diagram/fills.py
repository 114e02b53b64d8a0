"""What fills each node: a thumbnail of its output, its weights as an image, the sample's picture, or its output's colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from gui.theme import theme
from gui.views.diagram.geometry import Column, Role, corner
from gui.views.diagram.shading import centred, ink, shade, shade_fit
from gui.views.faces import Faces, enlarged, stretched
from nn.choices import Activation
from nn.layout import Neuron
from nn.training.snapshot import MapView, SampleView, Snapshot

Ints = NDArray[np.intp]
Words = NDArray[np.uint32]


@dataclass(frozen=True)
class Group:
    """Neurons of one column by their numbers in the layer, and their places among all that are shown; both (n,)."""

    neurons: Ints
    places: Ints

    def only(self, which: NDArray[np.bool_]) -> Group:
        return Group(self.neurons[which], self.places[which])


class Fills:
    """Pictures of the nodes of ``columns`` at one moment, ``grain`` device px for one px of the scene.

    Only of the neurons whose numbers ``shown`` tells, column by column.
    """

    def __init__(
        self, columns: Sequence[Column], shown: Sequence[Ints], snapshot: Snapshot, image_shape: tuple[int, int] | None, grain: float
    ) -> None:
        self._snapshot = snapshot
        self._faces: list[tuple[Faces, Ints]] = []
        self._made: defaultdict[float, list[tuple[Ints, Words]]] = defaultdict(list)  # by node side
        self._grain = grain
        firsts = np.cumsum([0, *(len(neurons) for neurons in shown)])
        left = [Group(neurons, np.arange(first, first + len(neurons))) for neurons, first in zip(shown, firsts, strict=False)]
        if image_shape is not None:
            self._add_pictures(columns, left, image_shape)
        elif snapshot.map is not None:
            self._add_thumbnails(columns, left, snapshot.map)
        for column, group in zip(columns, left, strict=True):
            if len(group.neurons):
                self._add_values(column, group)
        self._finish()

    def paint(self, painter: QPainter, corners: NDArray[np.float64], ratio: float, opacity: NDArray[np.float64]) -> None:
        """Paint all pictures with their outlines. ``corners`` (n, 2) are whole device px divided by ``ratio``, ``opacity`` is (n,), both in the
        order of the neurons shown, column after column. ``painter`` has no transform."""
        for faces, places in self._faces:
            faces.paint_all(painter, corners[places], ratio, opacity[places])

    def _pixels(self, size: float) -> int:
        return max(1, round(size * self._grain))

    def _activation(self, layer: int) -> Activation | None:
        return self._snapshot.architecture.activations[layer - 1] if layer else None

    def _finish(self) -> None:
        """All nodes of one size become one image."""
        for size, parts in self._made.items():
            colours = np.concatenate([words for _, words in parts])
            faces = Faces(colours, corner(size) * self._grain, self._grain, theme().color("line2"))
            self._faces.append((faces, np.concatenate([places for places, _ in parts])))

    def _add_thumbnails(self, columns: Sequence[Column], left: list[Group], seen: MapView) -> None:
        """Thumbnails' row 0 is y_min, so they are turned upside down. Those of one size are made together."""
        groups: defaultdict[float, list[tuple[Ints, NDArray[np.floating]]]] = defaultdict(list)
        layout = self._snapshot.architecture.layout
        for number, (column, group) in enumerate(zip(columns, left, strict=True)):
            layer = column.spec.layer
            rows = layout.layer_rows(layer).start + group.neurons
            # an input that the map holds fixed: its value for the sample says more
            fit = (seen.ranges[rows, 0] != seen.ranges[rows, 1]) | (layer > 0)
            if not fit.any():
                continue
            left[number], rows = group.only(~fit), rows[fit]
            limits = np.abs(seen.ranges[rows]).max(axis=1)[:, None, None]
            groups[column.size].append((group.places[fit], centred(seen.thumbnails[rows, ::-1], self._activation(layer), limits)))
        for size, parts in groups.items():
            values = stretched(np.concatenate([part for _, part in parts]), self._pixels(size))
            self._made[size].append((np.concatenate([places for places, _ in parts]), shade_fit(values)))

    def _add_pictures(self, columns: Sequence[Column], left: list[Group], shape: tuple[int, int]) -> None:
        """The sample as ink on paper; the weights into each neuron of layer 1, each by its own largest |w|."""
        first, group, sample = columns[1], left[1], self._snapshot.sample
        pixels = shape[0] * shape[1]
        if len(group.neurons):
            table = self._snapshot.architecture.layout.weights(self._snapshot.params, 1)
            weights = table[:pixels, group.neurons].T
            largest = np.maximum(np.abs(weights).max(axis=1, keepdims=True), 1e-30)
            words = shade((weights / largest).reshape(-1, *shape))
            self._made[first.size].append((group.places, enlarged(words, self._pixels(first.size))))
            left[1] = group.only(np.zeros(len(group.neurons), dtype=np.bool_))
        if sample is not None and len(left[0].neurons):
            words = ink(sample.raw[:pixels].reshape(1, *shape))
            self._made[columns[0].size].append((left[0].places, enlarged(words, self._pixels(columns[0].size))))
            left[0] = left[0].only(np.zeros(len(left[0].neurons), dtype=np.bool_))

    def _add_values(self, column: Column, group: Group) -> None:
        sample = self._snapshot.sample
        if sample is None or column.spec.role is Role.PICTURE:
            words = np.full(len(group.neurons), theme().color("node").rgb(), dtype=np.uint32)
        else:
            words = self._colours(column.spec.layer, group.neurons, sample)
        side = self._pixels(column.size)
        self._made[column.size].append((group.places, np.broadcast_to(words[:, None, None], (len(words), side, side))))

    def _colours(self, layer: int, neurons: Ints, sample: SampleView) -> Words:
        rows = sample.outputs[self._snapshot.architecture.layout.layer_rows(layer)]
        limit = np.asarray(np.nanmax(np.abs(rows), initial=0.0))
        return shade(centred(rows, self._activation(layer), limit))[neurons]


def neurons_of(column: Column) -> list[Neuron]:
    """The shown neurons of a column, top down; for a picture the first input stands for all."""
    return [Neuron(column.spec.layer, index) for index in column.spec.shown]
