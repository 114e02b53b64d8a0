"""The loss of a network over a plane through its parameters: thousands of networks, a block of them at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nn import activations, losses
from nn.choices import Activation
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import floats
from nn.datasets.work import Work
from nn.errors import Cancelled, DeviceUnavailable
from nn.landscape import surface
from nn.landscape.checks import Array, Extent
from nn.landscape.plane import Plane
from nn.landscape.surface import Surface
from nn.network import Architecture, Mask, Network
from nn.text import QT_TRANSLATE_NOOP

Floats = NDArray[np.floating]

RESOLUTION = 41
MOST_SAMPLES = 2000  # of the training part: more change the picture little and take longer
BLOCK = 1 << 18  # numbers of a layer at once: about what the second cache of a core holds


def _sigmoid(z: Floats) -> Floats:
    """σ(z) = ½(1 + tanh(z/2)): one function and no branch."""
    z *= 0.5
    np.tanh(z, out=z)
    z += 1.0
    z *= 0.5
    return z


# The table in nn.activations is written to be read and makes an array per operation; on millions of numbers these are up to four times as fast.
IN_PLACE: dict[Activation, Callable[[Floats], Floats]] = {
    Activation.SIGMOID: _sigmoid,
    Activation.TANH: lambda z: np.tanh(z, out=z),
    Activation.RELU: lambda z: np.maximum(z, 0.0, out=z),
    Activation.LEAKY_RELU: lambda z: np.maximum(z, activations.LEAKY_SLOPE * z, out=z),
}


@dataclass(frozen=True, eq=False)
class _Layer:
    """A layer's weights (n_out, n_in) and biases (n_out, 1) at the origin and along both directions; moved or not."""

    weights: tuple[Floats, Floats, Floats]
    biases: tuple[Floats, Floats, Floats]
    activation: Activation
    gain: Floats | None
    hold: Floats | None

    @property
    def moves(self) -> bool:
        return any(part.any() for part in (*self.weights[1:], *self.biases[1:]))

    def weights_at(self, a: Floats, b: Floats) -> tuple[Floats, Floats]:
        """Weights (B, n_out, n_in) and biases (B, n_out, 1) at ``a`` and ``b`` (B, 1, 1); without B where the layer doesn't move."""
        if not self.moves:
            return self.weights[0], self.biases[0]
        return _mixed(self.weights, a, b), _mixed(self.biases, a, b)

    def outputs(self, z: Floats) -> Floats:
        """o = gain·f(z) + hold, neurons on the second last axis."""
        o = _activated(self.activation, z)
        return o if self.gain is None or self.hold is None else self.gain * o + self.hold


def _mixed(parts: tuple[Floats, Floats, Floats], a: Floats, b: Floats) -> Floats:
    found: Floats = a * parts[1]
    found += b * parts[2]
    found += parts[0]
    return found


def _activated(activation: Activation, z: Floats) -> Floats:
    """f(z), perhaps written over z. Softmax mixes neurons, which lie on the last axis but one here."""
    if activation in IN_PLACE:
        return IN_PLACE[activation](z)
    if activation is Activation.SOFTMAX:
        return np.moveaxis(np.asarray(activations.value(activation, np.moveaxis(z, -2, -1)), dtype=z.dtype), -1, -2)
    return np.asarray(activations.value(activation, z), dtype=z.dtype)


def of_network(
    network: Network,
    prepared: Prepared,
    plane: Plane,
    extent: Extent | None = None,
    resolution: int = RESOLUTION,
    *,
    mask: Mask | None = None,
    samples: int = MOST_SAMPLES,
    work: Work | None = None,
    gpu: bool = False,
) -> Surface:
    """The mean loss over the training part (at most its first ``samples``) on ``plane``, over ``extent`` or the plane's own.

    The numbers are those of the network's precision. ``gpu`` asks the GPU for them all at once, and the CPU where that can't answer.
    Raises :class:`~nn.errors.SettingsError`, and
    :class:`~nn.errors.Cancelled` as ``work`` wants.
    """
    xs, ys = surface.axes(extent or plane.extent, resolution)
    chosen = prepared.dataset.train[:samples]
    dtype = network.params.dtype
    inputs, targets = floats(prepared.inputs[chosen], dtype), prepared.targets[chosen].astype(dtype)
    given = (network.architecture, inputs, targets, plane, (xs, ys))
    losses = _on_gpu(*given, mask, work) if gpu else None
    return surface.made_of(xs, ys, plane_losses(*given, mask=mask, work=work) if losses is None else losses)


def _on_gpu(  # noqa: PLR0917 - what plane_losses takes
    architecture: Architecture, inputs: Floats, targets: Floats, plane: Plane, grid: tuple[Array, Array], mask: Mask | None, work: Work | None
) -> Array | None:
    """As :func:`plane_losses`; ``None`` where the GPU can't or won't."""
    from nn.backends import cuda_plane

    places = np.stack([each.ravel() for each in np.meshgrid(*grid)])
    vectors = (plane.origin, plane.first, plane.second)
    try:
        found = cuda_plane.losses(architecture, inputs, targets, vectors, places, mask, tell=lambda share: _check(work, share))
    except DeviceUnavailable:
        return None
    return found.reshape(len(grid[1]), len(grid[0]))


def plane_losses(
    architecture: Architecture,
    inputs: Floats,
    targets: Floats,
    plane: Plane,
    grid: tuple[Array, Array],
    *,
    mask: Mask | None = None,
    work: Work | None = None,
) -> Array:
    """The mean loss of ``inputs`` (n, n_in) and ``targets`` (n, n_out) at every place of ``grid``, the values
    xs and ys of both coordinates; shape (len(ys), len(xs)), float64.

    Calculated in the dtype of ``inputs``. Layers before the first one that moves are calculated once, and that one's z is
    linear in the place's coordinates.
    """
    layers = _layers(architecture, plane, inputs.dtype, mask)
    still = next((k for k, layer in enumerate(layers) if layer.moves), len(layers) - 1)
    o: Floats = np.ascontiguousarray(inputs.T)
    with np.errstate(all="ignore"):
        for layer in layers[:still]:
            o = layer.outputs(layer.weights[0] @ o + layer.biases[0])
        begun = tuple(weights @ o + biases for weights, biases in zip(layers[still].weights, layers[still].biases, strict=True))
        places = np.stack([each.ravel() for each in np.meshgrid(*grid)]).astype(inputs.dtype)
        found = np.empty(places.shape[1])
        for part in _blocks(layers, len(inputs), places.shape[1]):
            _check(work, part.start / places.shape[1])
            a, b = places[:, part, np.newaxis, np.newaxis]
            z = _through(layers[still:], (begun[0], begun[1], begun[2]), a, b)
            found[part] = _mean_losses(architecture, layers[-1], z, targets)
    return found.reshape(len(grid[1]), len(grid[0]))


def _layers(architecture: Architecture, plane: Plane, dtype: np.dtype[np.floating], mask: Mask | None) -> list[_Layer]:
    layout = architecture.layout
    vectors = [vector.astype(dtype) for vector in (plane.origin, plane.first, plane.second)]
    found = []
    for number, activation in enumerate(architecture.activations, 1):
        rows, hidden = layout.layer_rows(number), number < layout.depth
        gain, hold = (None if mask is None or not hidden else part[rows, np.newaxis].astype(dtype) for part in _parts(mask))
        w0, w1, w2 = (np.ascontiguousarray(layout.weights(vector, number).T) for vector in vectors)
        b0, b1, b2 = (layout.biases(vector, number)[:, np.newaxis] for vector in vectors)
        found.append(_Layer((w0, w1, w2), (b0, b1, b2), activation, gain, hold))
    return found


def _parts(mask: Mask | None) -> tuple[Array, Array]:
    return (np.empty(0), np.empty(0)) if mask is None else (mask.gain, mask.hold)


def _through(layers: list[_Layer], begun: tuple[Floats, Floats, Floats], a: Floats, b: Floats) -> Floats:
    """The output layer's z (B, n_out, n) at ``a`` and ``b`` (B, 1, 1), from the z of the first of ``layers``."""
    z = _mixed(begun, a, b)
    for before, layer in pairwise(layers):
        weights, biases = layer.weights_at(a, b)
        z = weights @ before.outputs(z)
        z += biases
    return z


def _mean_losses(architecture: Architecture, last: _Layer, z: Floats, targets: Floats) -> Array:
    """Mean losses (B,) from z (B, n_out, n)."""
    o = z if architecture.from_logits else _activated(last.activation, z.copy())
    each = losses.value(architecture.loss, np.moveaxis(z, 1, -1), np.moveaxis(o, 1, -1), targets)
    return np.asarray(each.mean(axis=-1, dtype=np.float64))


def _blocks(layers: list[_Layer], n: int, places: int) -> Iterator[slice]:
    """Runs of places so short that the largest array of numbers stays small."""
    largest = max(max(layer.weights[0].size, len(layer.weights[0]) * n) for layer in layers)
    length = max(1, BLOCK // largest)
    return (slice(start, min(start + length, places)) for start in range(0, places, length))


def _check(work: Work | None, share: float) -> None:
    if work is None:
        return
    if work.cancelled is not None and work.cancelled():
        raise Cancelled(QT_TRANSLATE_NOOP("nn", "Drawing the landscape was cancelled."))
    if work.progress is not None:
        work.progress(share)
