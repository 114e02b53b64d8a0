"""What a network is: its architecture (widths, activations, loss) and its parameter vector; and a mask of neurons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nn.choices import AblationMode, Activation, Loss
from nn.layout import Layout, Neuron

T = TypeVar("T", bound=np.generic)


def read_only(array: NDArray[T]) -> NDArray[T]:
    """``array`` itself, no longer writeable: what crosses a thread is frozen."""
    array.setflags(write=False)
    return array


@dataclass(frozen=True)
class Architecture:
    """Widths (inputs first), one activation per layer 1…L, and the loss at the end."""

    widths: tuple[int, ...]
    activations: tuple[Activation, ...]
    loss: Loss

    @cached_property
    def layout(self) -> Layout:
        return Layout(self.widths)

    @property
    def from_logits(self) -> bool:
        """Whether the loss is computed from the output's pre-activation (both cross-entropies)."""
        return self.loss in (Loss.BINARY_CROSS_ENTROPY, Loss.CROSS_ENTROPY)


@dataclass(frozen=True)
class Network:
    """An architecture with parameters: a read-only vector of shape (P,)."""

    architecture: Architecture
    params: NDArray[np.floating]


@dataclass(frozen=True)
class Ablation:
    """Hidden neurons that are switched off, and what they put out instead of their own output."""

    off: frozenset[Neuron] = frozenset()
    mode: AblationMode = AblationMode.ZERO


@dataclass(frozen=True)
class Mask:
    """An ablation as numbers, per row (inputs and outputs too): output = gain·output + hold; delta = gain·delta.

    ``gain`` is 1 for a neuron that is on, 0 for one that is off; ``hold`` is what an off neuron puts out, else 0.
    Shapes (rows,), float64.
    """

    gain: NDArray[np.float64]
    hold: NDArray[np.float64]

    @staticmethod
    def of(layout: Layout, ablation: Ablation, means: NDArray[np.floating] | None = None) -> Mask:
        """``means``: every row's mean output over the training set, shape (rows,); needed for ``AblationMode.MEAN``."""
        gain, hold = np.ones(layout.rows), np.zeros(layout.rows)
        for neuron in ablation.off:
            row = layout.row(neuron)
            gain[row] = 0.0
            if ablation.mode is AblationMode.MEAN and means is not None:
                hold[row] = means[row]
        return Mask(read_only(gain), read_only(hold))

    def frozen_parameters(self, layout: Layout) -> NDArray[np.bool_]:
        """Parameters that training must not change: all into and out of off neurons. Shape (P,), True is frozen."""
        frozen = np.zeros(layout.size, dtype=np.bool_)
        for row in np.flatnonzero(self.gain == 0.0):
            frozen[layout.parameters_of(layout.neuron(int(row)))] = True
        return frozen
