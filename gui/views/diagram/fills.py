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
from gui.views.diagram.places import Sight
from gui.views.diagram.prints import Onto
from gui.views.diagram.shading import UNIT_RANGE, centred, ink, shade
from gui.views.faces import enlarged, rim
from nn.choices import Activation
from nn.layout import Layout
from nn.training.snapshot import MapView, SampleView, Snapshot

if TYPE_CHECKING:
    from nn.backends.cpu_faces import Rim

Ints = NDArray[np.intp]
Words = NDArray[np.uint32]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Squares:
    """Nodes of one size: their places among all in sight (n,), and the columns and rows of their upper left corners in the picture."""

    side: int
    places: Ints
    xs: Ints
    ys: Ints
    edge: Rim

    def lay(self, onto: Onto, words: Words, fade: Floats) -> None:
        """Pictures ``words`` (n, side, side), with outlines."""
        from nn.backends.cpu_faces import lay_squares

        outline, ground = (np.uint32(theme().color(token).rgb()) for token in ("line2", "panel"))
        lay_squares(onto.sheet.pixels, onto.frame, words, self.xs, self.ys, self.edge, outline, ground, fade[self.places])


@dataclass(frozen=True)
class Thumbnails:
    """Nodes of one size that show their output over the map: its ``rows`` (n,), what brings their numbers to −1 to 1, a factor and a summand
    (2, n), and for which of them that follows the numbers; and room for the pictures."""

    squares: Squares
    rows: Ints
    scales: Floats
    ranged: Ints
    words: Words

    def shaded(self, seen: MapView, numbers: Floats) -> Words:
        """``numbers`` are the map's thumbnails as shade_squares needs them. Their row 0 is y_min, so they are turned upside down."""
        from nn.backends.cpu_faces import course, shade_squares

        if self.ranged.size:
            limits = np.abs(seen.ranges[self.rows[self.ranged]]).max(axis=1)
            fit = (limits > 0) & np.isfinite(limits)
            self.scales[0, self.ranged] = np.where(fit, 1.0 / np.where(fit, limits, 1.0), 0.0)
        height, width = numbers.shape[1:]
        (scale, shift), side, line = self.scales, self.squares.side, np.empty(width + 1, dtype=np.float32)
        shade_squares(numbers, self.rows, scale, shift, ramp_table(), course(height, side), course(width, side), line, self.words)
        return self.words


class FillPainter:
    """Paints the pictures of nodes. Where each is and which it has is kept as long as the same nodes are in sight."""

    def __init__(self) -> None:
        self._seen: Sight | None = None
        self._key: object = None
        self._thumbnails: list[Thumbnails] = []
        self._others: list[tuple[Column, Ints, Squares]] = []  # their numbers in the layer

    def paint(
        self, onto: Onto, columns: Sequence[Column], seen: Sight, moment: tuple[Snapshot, tuple[int, int] | None], fade: Floats
    ) -> None:  # fmt: skip
        """All with their outlines at a ``moment``, a snapshot and the shape of pictures among its inputs.

        Where ``fade`` (n,), in the order of the nodes in sight, is below 1, so much of the picture is seen over the plain ground.
        """
        snapshot, image_shape = moment
        held = b"" if snapshot.map is None else np.equal(*snapshot.map.ranges[: snapshot.architecture.widths[0]].T).tobytes()
        key = (snapshot.architecture, image_shape, snapshot.map is None, held)
        if self._seen is not seen or self._key != key:
            self._seen, self._key = seen, key
            self._arrange(columns, seen, snapshot, pictures=image_shape is not None)
        if snapshot.map is not None:
            numbers = _still(snapshot.map.thumbnails)
            for thumbnails in self._thumbnails:
                thumbnails.squares.lay(onto, thumbnails.shaded(snapshot.map, numbers), fade)
        for column, neurons, squares in self._others:
            squares.lay(onto, np.ascontiguousarray(_words(column, neurons, squares.side, snapshot, image_shape)), fade)

    def _arrange(self, columns: Sequence[Column], seen: Sight, snapshot: Snapshot, *, pictures: bool) -> None:
        """Which nodes show a thumbnail: none beside pictures, and no input that the map holds fixed: its value for the sample says more."""
        layout, known = snapshot.architecture.layout, snapshot.map
        found: defaultdict[float, list[tuple[Ints, Ints, Floats]]] = defaultdict(list)
        self._others, first = [], 0
        for column, neurons in zip(columns, seen.indices, strict=True):
            places, layer = np.arange(first, first + len(neurons)), column.spec.layer
            first += len(neurons)
            fit = np.zeros(len(neurons), dtype=np.bool_)
            if known is not None and not pictures:
                rows = layout.layer_rows(layer).start + neurons
                fit = (known.ranges[rows, 0] != known.ranges[rows, 1]) | (layer > 0)
                scale = _scale(snapshot.architecture.activations[layer - 1] if layer else None)
                found[column.size].append((rows[fit], places[fit], np.tile(np.array(scale, dtype=np.float32)[:, None], fit.sum())))
            if not fit.all():
                self._others.append((column, neurons[~fit], _squares(column.size, places[~fit], seen)))
        self._thumbnails = [_thumbnails(size, parts, seen) for size, parts in found.items()]


def _thumbnails(size: float, parts: list[tuple[Ints, Ints, Floats]], seen: Sight) -> Thumbnails:
    rows, places = (np.concatenate(part) for part in list(zip(*parts, strict=True))[:2])
    scales = np.ascontiguousarray(np.concatenate([scale for _, _, scale in parts], axis=1))
    squares = _squares(size, places, seen)
    words = np.empty((len(rows), squares.side, squares.side), dtype=np.uint32)
    return Thumbnails(squares, rows, scales, np.flatnonzero(np.isnan(scales[0])), words)


def _squares(size: float, places: Ints, seen: Sight) -> Squares:
    side = max(1, round(size * seen.grain))
    xs, ys = np.rint(seen.corners[places] * seen.ratio).astype(np.int64).T.copy()
    return Squares(side, places, xs, ys, whole_rim(side, corner(size) * seen.grain, seen.grain))


def _scale(activation: Activation | None) -> tuple[float, float]:
    """What brings outputs to −1 to 1, a factor and a summand, by the activation's own range; not-a-number where it has none: each neuron's
    largest is 1 then."""
    if activation in UNIT_RANGE:
        return 2.0, -1.0
    return (1.0, 0.0) if activation is Activation.TANH else (np.nan, 0.0)


def _still(numbers: NDArray[np.floating]) -> Floats:
    """As in the run's snapshots: for another kind of array the loops would be compiled anew."""
    still = np.ascontiguousarray(numbers, dtype=np.float32).view()
    still.setflags(write=False)
    return still


def _words(column: Column, neurons: Ints, side: int, snapshot: Snapshot, image_shape: tuple[int, int] | None) -> Words:
    """The pictures (n, side, side) of nodes without a thumbnail: the sample as ink on paper, the weights into each neuron of layer 1, each by
    its own largest |w|, or the colour of the output for the sample."""
    layer, sample = column.spec.layer, snapshot.sample
    if image_shape is not None and layer == 0 and sample is not None:
        return enlarged(ink(sample.raw[: image_shape[0] * image_shape[1]].reshape(1, *image_shape)), side)
    if image_shape is not None and layer == 1:
        return enlarged(shade(_weights(snapshot.architecture.layout, snapshot, neurons, image_shape)), side)
    if sample is None or column.spec.role is Role.PICTURE:
        words = np.full(len(neurons), theme().color("node").rgb(), dtype=np.uint32)
    else:
        words = _colours(layer, neurons, snapshot, sample)
    return np.broadcast_to(words[:, None, None], (len(words), side, side))


def _weights(layout: Layout, snapshot: Snapshot, neurons: Ints, shape: tuple[int, int]) -> NDArray[np.floating]:
    weights = layout.weights(snapshot.params, 1)[: shape[0] * shape[1], neurons].T
    largest = np.maximum(np.abs(weights).max(axis=1, keepdims=True), 1e-30)
    found: NDArray[np.floating] = (weights / largest).reshape(-1, *shape)
    return found


def _colours(layer: int, neurons: Ints, snapshot: Snapshot, sample: SampleView) -> Words:
    architecture = snapshot.architecture
    rows = sample.outputs[architecture.layout.layer_rows(layer)]
    limit = np.asarray(np.nanmax(np.abs(rows), initial=0.0))
    return shade(centred(rows, architecture.activations[layer - 1] if layer else None, limit))[neurons]


@lru_cache(maxsize=64)
def whole_rim(side: int, radius: float, line: float) -> Rim:
    """The whole square's shares, of which :func:`rim` has those that are not the square's own."""
    from nn.backends.cpu_faces import Rim

    found = rim(side, radius, line)
    whole = side + 2 * found.pad
    kept, drawn = np.ones(whole * whole, dtype=np.float32), np.zeros(whole * whole, dtype=np.float32)
    kept[found.place], drawn[found.place] = found.kept, found.drawn
    return Rim(found.pad, kept.reshape(whole, whole), drawn.reshape(whole, whole))
