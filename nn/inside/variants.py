"""One network and many small changes of one of its layers: each neuron off, each alone, any set of them on.

What the layer after it receives is linear in the layer's outputs, z = b + Σ_j a_j·w_j, so a neuron is taken away or put back by adding a
multiple of its outgoing weights. Only what comes after is calculated anew for every change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nn.datasets.work import Work
from nn.inside.passes import BLOCK, Numbers, Passes, blocks, check


@dataclass(frozen=True, eq=False)
class Variants:
    """Changes of hidden ``layer`` (n neurons) at some points.

    ``own`` (n, S): what its neurons put out there if on. ``on`` (n,) bool: which ones are. ``held`` (n,): what each puts out when it is off.
    Changes come as the z of the next layer, (some changes, its width, S), a block of changes at a time.
    """

    passes: Passes
    layer: int
    own: Numbers
    on: NDArray[np.bool_]
    held: Numbers

    @property
    def count(self) -> int:
        return len(self.own)

    @property
    def outgoing(self) -> Numbers:
        """Each neuron's outgoing weights, (n, width of the next layer)."""
        return self.passes.layers[self.layer].weights.T

    @property
    def biases(self) -> Numbers:
        return self.passes.layers[self.layer].biases

    @cached_property
    def parts(self) -> Numbers:
        """By how much each neuron's output when on exceeds what it puts out when off, (n, S)."""
        return self.own - self.held[:, np.newaxis] if self.held.any() else self.own

    @cached_property
    def base(self) -> Numbers:
        """The next layer's z as the network is, (width, S)."""
        present = np.where(self.on[:, np.newaxis], self.own, self.held[:, np.newaxis])
        return np.asarray(np.dot(self.passes.layers[self.layer].weights, present) + self.biases)

    @cached_property
    def floor(self) -> Numbers:
        """The next layer's z with every neuron off, (width, S)."""
        return np.asarray(self.passes.layers[self.layer].weights @ self.held[:, np.newaxis] + self.biases) + np.zeros_like(self.own[:1])

    @cached_property
    def carried(self) -> Numbers:
        """What each neuron adds to every number of :attr:`floor` when it is on, (n, width, S)."""
        return self.outgoing[:, :, np.newaxis] * self.parts[:, np.newaxis, :]

    def together(self, which: Numbers) -> Iterator[tuple[slice, Numbers]]:
        """Sets of neurons on and all others off: ``which`` (sets, n) holds 1 for on and 0 for off."""
        flat = self.carried.reshape(self.count, -1)
        for block in self._blocks(len(which)):
            z = np.dot(which[block].astype(self.own.dtype), flat).reshape(-1, *self.floor.shape)
            z += self.floor
            yield block, z

    def alone(self) -> Iterator[tuple[slice, Numbers]]:
        """Each neuron alone: the others' outgoing weights are 0, the biases stay."""
        for block in self._blocks(self.count):
            yield block, self._added(self.own[block], self.outgoing[block], self.biases)

    def without(self) -> Iterator[tuple[slice, Numbers]]:
        """Each neuron off; one that is off already changes nothing."""
        signs = np.where(self.on, -1.0, 0.0).astype(self.own.dtype)[:, np.newaxis]
        for block in self._blocks(self.count):
            yield block, self._added(self.parts[block], signs[block] * self.outgoing[block], self.base)

    def growth(self, targets: Numbers, work: Work | None = None) -> NDArray[np.float64]:
        """How much the mean loss against ``targets`` (S, K) grows without each neuron, (n,); for one that is off how much it shrank with it.

        Raises ``Cancelled`` between two blocks if ``work`` is given up.
        """
        signs = np.where(self.on, -1.0, 1.0).astype(self.own.dtype)
        found = np.empty(self.count)
        for block in self._blocks(self.count):
            check(work, block.start / self.count)
            z = self._added(self.parts[block], signs[block, np.newaxis] * self.outgoing[block], self.base)
            found[block] = self.loss(z, targets)
        return -signs * (found - self.loss(self.base.copy(), targets))

    def loss(self, z: Numbers, targets: Numbers) -> NDArray[np.float64]:
        """The mean loss (…) of changes whose next z is ``z`` (…, width, S); it may be written over."""
        return self.passes.mean_losses(self.passes.onward(self.layer + 1, z), targets)

    def outputs(self, z: Numbers) -> Numbers:
        """The network's outputs (…, K, S) for them."""
        return self.passes.outputs(self.passes.onward(self.layer + 1, z))

    @staticmethod
    def _added(values: Numbers, weights: Numbers, to: Numbers) -> Numbers:
        z = weights[:, :, np.newaxis] * values[:, np.newaxis, :]
        z += to
        return z

    def _blocks(self, count: int) -> Iterator[slice]:
        widest = max(len(dense.weights) for dense in self.passes.layers[self.layer :])
        return blocks(count, widest * self.own.shape[1], BLOCK)
