"""Where each weight, bias and neuron lives: one flat parameter vector, one row per neuron."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

F = TypeVar("F", bound=np.generic)


@dataclass(frozen=True, order=True, slots=True)
class Neuron:
    """A neuron: ``layer`` 0 is the inputs, 1 the first hidden layer; ``index`` counts from 0."""

    layer: int
    index: int


@dataclass(frozen=True)
class Layout:
    """Offsets and shapes of a dense network with ``widths`` (inputs first).

    The vector holds, layer after layer, W of shape (n_in, n_out) in C order, then b of shape (n_out,):
    scikit-learn's ``coefs_`` orientation. Neurons (inputs too) are numbered through as *rows*.
    """

    widths: tuple[int, ...]

    @cached_property
    def offsets(self) -> tuple[tuple[int, int], ...]:
        """For each layer 1…L the offset of its weights and of its biases."""
        found: list[tuple[int, int]] = []
        position = 0
        for n_in, n_out in pairwise(self.widths):
            found.append((position, position + n_in * n_out))
            position += n_in * n_out + n_out
        return tuple(found)

    @cached_property
    def size(self) -> int:
        """Number of parameters P."""
        return sum(n_in * n_out + n_out for n_in, n_out in pairwise(self.widths))

    @cached_property
    def row_offsets(self) -> tuple[int, ...]:
        """First row of each layer 0…L."""
        return tuple(int(v) for v in np.concatenate(([0], np.cumsum(self.widths)))[:-1])

    @property
    def rows(self) -> int:
        """Number of neurons, inputs counted."""
        return sum(self.widths)

    @property
    def depth(self) -> int:
        """Number of layers with weights, L."""
        return len(self.widths) - 1

    def row(self, neuron: Neuron) -> int:
        return self.row_offsets[neuron.layer] + neuron.index

    def neuron(self, row: int) -> Neuron:
        """The neuron at ``row``; the inverse of :meth:`row`."""
        layer = int(np.searchsorted(self.row_offsets, row, side="right")) - 1
        return Neuron(layer, row - self.row_offsets[layer])

    def layer_rows(self, layer: int) -> slice:
        return slice(self.row_offsets[layer], self.row_offsets[layer] + self.widths[layer])

    def hidden(self) -> tuple[Neuron, ...]:
        """All hidden neurons, in order."""
        return tuple(Neuron(layer, i) for layer in range(1, self.depth) for i in range(self.widths[layer]))

    def weights(self, params: NDArray[F], layer: int) -> NDArray[F]:
        """View of W of ``layer`` (1…L), shape (n_in, n_out)."""
        start, stop = self.offsets[layer - 1]
        return params[start:stop].reshape(self.widths[layer - 1], self.widths[layer])

    def biases(self, params: NDArray[F], layer: int) -> NDArray[F]:
        """View of b of ``layer`` (1…L), shape (n_out,)."""
        start = self.offsets[layer - 1][1]
        return params[start : start + self.widths[layer]]

    def weight_index(self, layer: int, source: int, target: int) -> int:
        """Place in the vector of the weight from neuron ``source`` of layer − 1 to neuron ``target`` of ``layer``."""
        return self.offsets[layer - 1][0] + source * self.widths[layer] + target

    def bias_index(self, layer: int, target: int) -> int:
        return self.offsets[layer - 1][1] + target

    def parameters_of(self, neuron: Neuron) -> NDArray[np.int64]:
        """Places of all weights into and out of a hidden neuron, and of its bias."""
        n_in, here = self.widths[neuron.layer - 1], self.widths[neuron.layer]
        into = self.offsets[neuron.layer - 1][0] + np.arange(n_in) * here + neuron.index
        bias = np.array([self.bias_index(neuron.layer, neuron.index)])
        if neuron.layer == self.depth:
            return np.concatenate((into, bias)).astype(np.int64)
        after = self.widths[neuron.layer + 1]
        out = self.offsets[neuron.layer][0] + neuron.index * after + np.arange(after)
        return np.concatenate((into, bias, out)).astype(np.int64)

    def names(self) -> tuple[str, ...]:
        """A name for each parameter: ``W1[1,2]`` is layer 1's weight from its input 1 to its neuron 2, ``b1[2]`` that one's bias."""
        found: list[str] = []
        for layer, (n_in, n_out) in enumerate(pairwise(self.widths), 1):
            found += [f"W{layer}[{i},{j}]" for i in range(1, n_in + 1) for j in range(1, n_out + 1)]
            found += [f"b{layer}[{j}]" for j in range(1, n_out + 1)]
        return tuple(found)
