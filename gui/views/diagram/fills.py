"""What fills each node: a thumbnail of its output, its weights as an image, the sample's picture, or its output's colour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gui.ramp import ramp_table
from gui.theme import theme
from gui.views.diagram.geometry import Column, Role, corner
from gui.views.diagram.shading import UNIT_RANGE, centred, ink, shade
from gui.views.faces import enlarged, rim
from gui.views.sheet import Sheet
from nn.choices import Activation
from nn.layout import Neuron
from nn.training.snapshot import MapView, SampleView, Snapshot

if TYPE_CHECKING:
    from nn.backends.cpu_faces import Rim

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

    def paint(self, sheet: Sheet, clip: tuple[int, int, int, int], corners: NDArray[np.int64], fade: NDArray[np.float32]) -> None:
        """Lay all pictures with their outlines into ``sheet``, within the ``clip`` of top, left, bottom and right.

        ``corners`` (n, 2) are device px; where ``fade`` (n,) is below 1, so much of the picture is seen over the plain ground. Both are in
        the order of the neurons shown, column after column.
        """
        from nn.backends.cpu_faces import lay_squares
        from nn.backends.cpu_pixels import Frame

        outline, ground = (np.uint32(theme().color(token).rgb()) for token in ("line2", "panel"))
        for size, parts in self._made.items():
            words = np.ascontiguousarray(np.concatenate([part for _, part in parts]))
            places = np.concatenate([part for part, _ in parts])
            edge = whole_rim(words.shape[1], corner(size) * self._grain, self._grain)
            xs, ys = np.ascontiguousarray(corners[places].T)
            lay_squares(sheet.pixels, Frame(*clip), words, xs, ys, edge, outline, ground, fade[places])

    def _pixels(self, size: float) -> int:
        return max(1, round(size * self._grain))

    def _activation(self, layer: int) -> Activation | None:
        return self._snapshot.architecture.activations[layer - 1] if layer else None

    def _add_thumbnails(self, columns: Sequence[Column], left: list[Group], seen: MapView) -> None:
        """Thumbnails' row 0 is y_min, so they are turned upside down. Those of one size are made together."""
        groups: defaultdict[float, list[tuple[Ints, Ints, NDArray[np.float32]]]] = defaultdict(list)
        layout = self._snapshot.architecture.layout
        for number, (column, group) in enumerate(zip(columns, left, strict=True)):
            layer = column.spec.layer
            rows = layout.layer_rows(layer).start + group.neurons
            # an input that the map holds fixed: its value for the sample says more
            fit = (seen.ranges[rows, 0] != seen.ranges[rows, 1]) | (layer > 0)
            if not fit.any():
                continue
            left[number], rows = group.only(~fit), rows[fit]
            groups[column.size].append((rows, group.places[fit], _scales(seen.ranges[rows], self._activation(layer))))
        for size, parts in groups.items():
            rows, places, limits = (np.concatenate(part) for part in zip(*parts, strict=True))
            self._made[size].append((places, self._shaded(seen.thumbnails, rows, limits, self._pixels(size))))

    def _shaded(self, numbers: NDArray[np.float32], rows: Ints, scales: NDArray[np.float32], side: int) -> Words:
        """Thumbnails as colours (n, side, side). ``scales`` (n, 2): what they are multiplied by, and what is added then."""
        from nn.backends.cpu_faces import course, shade_squares

        words = np.empty((len(rows), side, side), dtype=np.uint32)
        height, width = numbers.shape[1:]
        scale, shift = np.ascontiguousarray(scales.T)
        line = np.empty(width + 1, dtype=np.float32)
        still = np.ascontiguousarray(numbers, dtype=np.float32).view()
        still.setflags(write=False)  # as in the run's snapshots: another kind of array would be compiled for anew
        shade_squares(still, rows, scale, shift, ramp_table(), course(height, side), course(width, side), line, words)
        return words

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


def _scales(ranges: NDArray[np.floating], activation: Activation | None) -> NDArray[np.float32]:
    """What brings outputs to −1 to 1, (n, 2): a factor and a summand. By the activation's own range where it has one, else by the
    largest of each neuron's ``ranges`` (n, 2)."""
    if activation in UNIT_RANGE:
        return np.tile(np.array([2.0, -1.0], dtype=np.float32), (len(ranges), 1))
    if activation is Activation.TANH:
        return np.tile(np.array([1.0, 0.0], dtype=np.float32), (len(ranges), 1))
    limits = np.abs(ranges).max(axis=1)
    fit = (limits > 0) & np.isfinite(limits)
    return np.column_stack((np.where(fit, 1.0 / np.where(fit, limits, 1.0), 0.0), np.zeros(len(limits)))).astype(np.float32)


@lru_cache(maxsize=64)
def whole_rim(side: int, radius: float, line: float) -> Rim:
    """The whole square's shares, of which :func:`rim` has those that are not the square's own."""
    from nn.backends.cpu_faces import Rim

    found = rim(side, radius, line)
    whole = side + 2 * found.pad
    kept, drawn = np.ones(whole * whole, dtype=np.float32), np.zeros(whole * whole, dtype=np.float32)
    kept[found.place], drawn[found.place] = found.kept, found.drawn
    return Rim(found.pad, kept.reshape(whole, whole), drawn.reshape(whole, whole))


def neurons_of(column: Column) -> list[Neuron]:
    """The shown neurons of a column, top down; for a picture the first input stands for all."""
    return [Neuron(column.spec.layer, index) for index in column.spec.shown]
