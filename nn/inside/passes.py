"""A network's layers made ready for many quick passes: neurons on the second last axis, points on the last, arrays written over.

The table in :mod:`nn.activations` is written to be read and makes an array per operation. Looking inside takes millions of activations
many times a second, so here they are calculated in place, in the precision of the points that go in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nn import activations, losses
from nn.choices import Activation, Loss
from nn.datasets.work import Work
from nn.errors import Cancelled
from nn.network import Architecture, Mask
from nn.text import QT_TRANSLATE_NOOP

Numbers = NDArray[np.floating]

BLOCK = 1 << 18  # numbers of a layer at once: about what the second cache of a core holds
SAMPLES = 512  # samples that are sent through a wide network at once: some milliseconds' work, between which it can be given up


def _sigmoid(z: Numbers) -> Numbers:
    """σ(z) = ½(1 + tanh(z/2)): one function, no branch, and it can't overflow."""
    z *= 0.5
    np.tanh(z, out=z)
    z += 1.0
    z *= 0.5
    return z


def _softmax(z: Numbers) -> Numbers:
    z -= z.max(axis=-2, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=-2, keepdims=True)
    return z


IN_PLACE: dict[Activation, Callable[[Numbers], Numbers]] = {
    Activation.LINEAR: lambda z: z,
    Activation.SIGMOID: _sigmoid,
    Activation.TANH: lambda z: np.tanh(z, out=z),
    Activation.RELU: lambda z: np.maximum(z, 0.0, out=z),
    Activation.LEAKY_RELU: lambda z: np.maximum(z, activations.LEAKY_SLOPE * z, out=z),
    Activation.SOFTMAX: _softmax,
}


def activated(activation: Activation, z: Numbers) -> Numbers:
    """f(z), perhaps written over ``z``, of shape (…, neurons, points)."""
    if activation in IN_PLACE:
        return IN_PLACE[activation](z)
    return np.asarray(activations.value(activation, z), dtype=z.dtype)


@dataclass(frozen=True, eq=False)
class Dense:
    """One layer: ``weights`` (n_out, n_in), ``biases`` (n_out, 1), and what is switched off: ``gain`` and ``hold`` (n_out, 1) or ``None``."""

    weights: Numbers
    biases: Numbers
    activation: Activation
    gain: Numbers | None
    hold: Numbers | None

    def own(self, z: Numbers) -> Numbers:
        """f(z), perhaps written over ``z``: what the neurons would put out if all were on."""
        return activated(self.activation, z)

    def outputs(self, z: Numbers) -> Numbers:
        """gain·f(z) + hold, perhaps written over ``z``."""
        o = self.own(z)
        if self.gain is not None and self.hold is not None:
            o *= self.gain
            o += self.hold
        return o


@dataclass(frozen=True, eq=False)
class Passes:
    """A network at one moment. ``layers`` holds layer l at index l − 1."""

    architecture: Architecture
    layers: tuple[Dense, ...]
    dtype: np.dtype[np.floating]

    @staticmethod
    def of(
        architecture: Architecture, params: Numbers, mask: Mask | None = None, dtype: type[np.floating] | np.dtype[np.floating] = np.float32
    ) -> Passes:
        """``params`` (P,). What ``mask`` switches off is off in every pass, except in :meth:`own`."""
        kind: np.dtype[np.floating] = np.dtype(dtype)
        layout = architecture.layout
        vector = np.asarray(params, dtype=kind)
        found = []
        for number, activation in enumerate(architecture.activations, 1):
            gain, hold = _switches(mask, layout.layer_rows(number), kind) if number < layout.depth else (None, None)
            found.append(Dense(layout.weights(vector, number).T, layout.biases(vector, number)[:, np.newaxis], activation, gain, hold))
        return Passes(architecture, tuple(found), kind)

    @property
    def depth(self) -> int:
        return len(self.layers)

    def own(self, layer: int, points: Numbers) -> Numbers:
        """What the neurons of ``layer`` (0: the points themselves) put out for ``points`` (n, n_in), shape (width, n), in memory of their
        own unless ``layer`` is 0. Those of this layer count as on; the layers before it are as the mask has them."""
        o = self._columns(points)
        for number, dense in enumerate(self.layers[:layer], 1):
            z = _times(dense.weights, o)
            z += dense.biases
            o = dense.own(z) if number == layer else dense.outputs(z)
        return o

    def onward(self, layer: int, z: Numbers) -> Numbers:
        """From the z (…, width, n) of ``layer`` to the output layer's z, (…, K, n). ``z`` may be written over."""
        for number in range(layer, self.depth):
            o = self.layers[number - 1].outputs(z)
            z = np.matmul(self.layers[number].weights, o)
            z += self.layers[number].biases
        return z

    def logits(self, points: Numbers) -> Numbers:
        """The output layer's z for ``points`` (n, n_in), (K, n)."""
        z = _times(self.layers[0].weights, self._columns(points))
        z += self.layers[0].biases
        return self.onward(1, z)

    def outputs(self, z: Numbers) -> Numbers:
        """The network's outputs from the output layer's ``z``, both (…, K, n); written over ``z``."""
        return activated(self.layers[-1].activation, z)

    def mean_losses(self, z: Numbers, targets: Numbers) -> NDArray[np.float64]:
        """The points' mean loss, shape (…), from the output layer's ``z`` (…, K, n) and ``targets`` (n, K)."""
        wanted = np.asarray(targets, dtype=self.dtype)
        if self.architecture.loss is Loss.CROSS_ENTROPY:
            each = _cross_entropies(z, np.ascontiguousarray(wanted.T))
        else:
            o = z if self.architecture.from_logits else self.outputs(z.copy())
            each = np.asarray(losses.value(self.architecture.loss, np.moveaxis(z, -2, -1), np.moveaxis(o, -2, -1), wanted))
        return np.asarray(each.mean(axis=-1, dtype=np.float64))

    def _columns(self, points: Numbers) -> Numbers:
        return np.asarray(points, dtype=self.dtype).T


def _cross_entropies(z: Numbers, wanted: Numbers) -> Numbers:
    """−Σ_k t_k·ln softmax(z)_k = Σ_k t_k·(ln Σ_j exp z_j − z_k), shape (…, n), of z (…, K, n) and t (K, n)."""
    top = z.max(axis=-2, keepdims=True)
    below = z - top
    chosen = (below * wanted).sum(axis=-2)
    np.exp(below, out=below)
    return np.asarray(np.log(below.sum(axis=-2)) * wanted.sum(axis=0) - chosen)


def _times(weights: Numbers, o: Numbers) -> Numbers:
    """W·o. The products for a batch of pixels or a plane are one call of BLAS each, written straight into their place."""
    found = np.empty((len(weights), o.shape[1]), dtype=weights.dtype)
    return np.dot(weights, o, out=found)


def _switches(mask: Mask | None, rows: slice, kind: np.dtype[np.floating]) -> tuple[Numbers | None, Numbers | None]:
    if mask is None or ((mask.gain[rows] == 1.0).all() and not mask.hold[rows].any()):
        return None, None
    return mask.gain[rows, np.newaxis].astype(kind), mask.hold[rows, np.newaxis].astype(kind)


def blocks(count: int, each: int, most: int = BLOCK) -> Iterator[slice]:
    """Runs of ``count`` things of ``each`` numbers so short that one run has at most ``most`` numbers, or one thing."""
    length = max(1, most // max(each, 1))
    return (slice(start, min(start + length, count)) for start in range(0, count, length))


def spread(places: NDArray[np.int64], most: int | None) -> NDArray[np.int64]:
    """At most ``most`` of ``places``, evenly over all of them; the same ones every time."""
    if most is None or len(places) <= most:
        return places
    return places[np.linspace(0, len(places) - 1, most).astype(np.intp)]


def check(work: Work | None, share: float) -> None:
    """Tell the share done of a job. Raises :class:`~nn.errors.Cancelled` if nobody waits for it any more."""
    if work is None:
        return
    if work.cancelled is not None and work.cancelled():
        raise Cancelled(QT_TRANSLATE_NOOP("nn", "Looking inside the network was cancelled."))
    if work.progress is not None:
        work.progress(share)


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """BLAS with one thread inside: the window and whatever trains need the others."""
    found: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return found
