"""One tile per neuron of a layer: its output, its weights, what the network makes of it alone, and without it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn import boundary
from nn.datasets.dataset import Picture, Prepared
from nn.inside.passes import Numbers, Passes
from nn.inside.variants import Variants
from nn.inside.views import Floats, TileKind

NOTHING = (0, 0, 0, 1)  # the shape of tiles where there is nothing to draw
STRIP = 32  # up to so many incoming weights lie in one row, more in several


@dataclass(frozen=True, eq=False)
class Ground:
    """What tiles are drawn over: ``points`` (h·w, n_in) float32, ``shape`` (h, w), and ``colours``: whether the outputs are red, green and blue.

    ``plane``: the plane of the two inputs, row 0 the lowest; otherwise a picture's places, row 0 on top.
    """

    points: Floats
    shape: tuple[int, int]
    plane: bool
    colours: bool = False


def ground(prepared: Prepared, tile: int) -> Ground | None:
    """The ground for tiles with a longer side of ``tile`` cells; ``None`` for data with more than two columns."""
    dataset = prepared.dataset
    if dataset.picture is not None:
        shape = _small_shape(dataset.picture, tile)
        places = prepared.transform.apply(_places(dataset.picture, shape))
        return Ground(places.astype(np.float32), shape, plane=False, colours=dataset.picture.pixels.shape[2] == 3)
    if dataset.image_shape is not None or dataset.raw.shape[1] > 2:
        return None
    plane = boundary.plane(prepared, (0, 1), None, 1, tile)
    return Ground(plane.small.astype(np.float32), plane.small_shape, plane=True)


def _small_shape(picture: Picture, tile: int) -> tuple[int, int]:
    height, width = picture.pixels.shape[:2]
    return max(1, round(height * tile / max(height, width))), max(1, round(width * tile / max(height, width)))


def _places(picture: Picture, shape: tuple[int, int]) -> Floats:
    """As :meth:`Picture.places`, at the centres of ``shape`` cells over the same picture."""
    height, width = picture.pixels.shape[:2]
    longer = max(height, width)
    x = ((np.arange(shape[1]) + 0.5) / shape[1] * 2.0 - 1.0) * width / longer
    y = (1.0 - (np.arange(shape[0]) + 0.5) / shape[0] * 2.0) * height / longer
    return np.stack(np.broadcast_arrays(x, y[:, np.newaxis]), axis=-1).reshape(-1, 2).astype(np.float32)


def tiles(
    passes: Passes,
    layer: int,
    kind: TileKind,
    where: Ground | None,
    *,
    on: NDArray[np.bool_],
    held: Floats,
    about: int = 0,
    seen: Floats | None = None,
    image_shape: tuple[int, int] | None = None,
) -> Floats:
    """The tiles (n, h, w, c) float32 of hidden ``layer``; see :class:`~nn.inside.views.Layer`.

    ``passes`` have what is switched off in other layers off; ``on`` (n,) says which of this layer's neurons are on, and ``held`` (n,) what
    each puts out when off. Output ``about`` is drawn, or the three colours. Weights are a picture where ``image_shape`` pixels
    come in, else a strip, several rows of it for more than 32. Where there are too many inputs to draw over, a tile is a strip of what
    the network puts out for the input ``seen`` (n_in,): one cell for ``OUTPUT``, else one for each of the network's outputs.
    """
    if kind is TileKind.WEIGHTS:
        return _weights(passes.layers[layer - 1].weights, image_shape if layer == 1 else None)
    points = where.points if where is not None else seen
    if points is None:
        return np.empty(NOTHING, dtype=np.float32)
    own = passes.own(layer, points.reshape(-1, passes.architecture.widths[0]))
    if kind is TileKind.OUTPUT:
        return np.ascontiguousarray(own, dtype=np.float32).reshape(len(own), *(where.shape if where else (1, 1)), 1)
    found = _network_outputs(Variants(passes, layer, own, on, held), kind)
    if where is None:
        return found[:, np.newaxis, :, :]  # (n, 1, K, 1)
    chosen = found[:, :3] if where.colours else found[:, about : about + 1]
    return np.ascontiguousarray(np.moveaxis(chosen, 1, 2)).reshape(len(own), *where.shape, chosen.shape[1])


def _network_outputs(variants: Variants, kind: TileKind) -> Floats:
    """The network's outputs (n, K, S) with each neuron alone, or without it."""
    found = np.empty((variants.count, variants.passes.architecture.widths[-1], variants.own.shape[1]), dtype=np.float32)
    for block, z in variants.alone() if kind is TileKind.ALONE else variants.without():
        found[block] = variants.outputs(z)
    return found


def _weights(incoming: Numbers, image_shape: tuple[int, int] | None) -> Floats:
    """(n, h, w, 1) of ``incoming`` (n, n_in); a place beyond the last weight is 0."""
    count, inputs = incoming.shape
    columns = inputs if inputs <= STRIP else int(np.ceil(np.sqrt(inputs)))
    fits = image_shape is not None and image_shape[0] * image_shape[1] == inputs
    shape = image_shape if image_shape is not None and fits else (-(-inputs // columns), columns)
    found = np.zeros((count, shape[0] * shape[1]), dtype=np.float32)
    found[:, :inputs] = incoming
    return found.reshape(count, *shape, 1)


def ranges(drawn: Floats, count: int) -> tuple[Floats, Floats]:
    """Each tile's least and greatest value, (n,) each; zeros where nothing is drawn."""
    if not drawn.size:
        return np.zeros(count, dtype=np.float32), np.zeros(count, dtype=np.float32)
    flat = drawn.reshape(count, -1)
    return flat.min(axis=1), flat.max(axis=1)
