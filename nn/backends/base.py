"""The one interface that training, maps and ablation see of a device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nn.choices import Task
from nn.network import Architecture, Mask
from nn.optimizers import Hyper

__all__ = ["Chunk", "Engine", "Hyper", "State"]


@dataclass(frozen=True)
class State:
    """All that training needs to go on from a moment, on the host.

    ``params`` (P,) and ``slots`` (2, P) in the backend's dtype; slot rows that the optimizer does not use are 0.
    ``step`` counts updates done; ``optimizer_step`` those since the slots were last cleared (Adam's t).
    """

    params: NDArray[np.floating]
    slots: NDArray[np.floating]
    step: int
    optimizer_step: int


@dataclass(frozen=True)
class Chunk:
    """Some steps to do in one call.

    ``rates`` (n,) float64: each step's learning rate. ``order`` int32 sample numbers into the training arrays,
    step k taking ``order[starts[k]:starts[k + 1]]``; ``order`` ``None`` is the full batch in its own order.
    ``keep`` uint8 (n, hidden rows, largest batch): 1 where dropout keeps a hidden output, which is then scaled by
    ``keep_scale``; ``None`` is no dropout. Hidden rows are numbered from the first neuron of layer 1.
    """

    rates: NDArray[np.float64]
    order: NDArray[np.int32] | None = None
    starts: NDArray[np.int64] | None = None
    keep: NDArray[np.uint8] | None = None
    keep_scale: float = 1.0

    @property
    def steps(self) -> int:
        return int(self.rates.shape[0])


class Engine(Protocol):
    """A network, its training data and its optimizer state on one device. Used by one thread only.

    Arrays given to methods are samples in rows, any float dtype; results are the backend's dtype unless said
    otherwise. ``params=None`` means the parameters being trained; ``mask=None`` all neurons on.
    """

    architecture: Architecture
    device: str  # "cpu" or "cuda"
    device_name: str  # what a person calls it
    dtype: np.dtype[np.floating]

    def train(self, chunk: Chunk, hyper: Hyper) -> NDArray[np.float64]:
        """Do ``chunk.steps`` updates. Returns the mean data loss of each step's batch *before* its update, float64 (n,).

        Under dropout that is the loss with dropout. Parameters in the mask's ``frozen_parameters`` and their slots stay
        bit for bit. A loss that is not finite does not raise: it is returned as it is.
        """
        ...

    def set_mask(self, mask: Mask | None) -> None:
        """Switch neurons off in training from the next chunk on."""
        ...

    def state(self) -> State:
        """A copy on the host, read-only arrays."""
        ...

    def restore(self, state: State) -> None: ...

    def params(self) -> NDArray[np.floating]:
        """A read-only copy of the parameters, shape (P,)."""
        ...

    def outputs(self, inputs: NDArray[np.floating], params: NDArray[np.floating] | None = None, mask: Mask | None = None) -> NDArray[np.floating]:
        """Network outputs (after the output activation), shape (n, n_out). Memory stays bounded for any n."""
        ...

    def neurons(self, inputs: NDArray[np.floating], params: NDArray[np.floating] | None = None, mask: Mask | None = None) -> NDArray[np.floating]:
        """Every neuron's output (inputs included), shape (rows, n)."""
        ...

    def gradient(self, hyper: Hyper, params: NDArray[np.floating] | None = None, mask: Mask | None = None) -> NDArray[np.floating]:
        """Gradient of the regularised objective over the whole training set, shape (P,), without dropout."""
        ...

    def measure(
        self,
        inputs: NDArray[np.floating],
        targets: NDArray[np.floating],
        task: Task,
        masks: tuple[Mask, ...],
        params: NDArray[np.floating] | None = None,
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Mean data loss and accuracy under each mask, two float64 arrays of shape (len(masks),), in one batch.

        Accuracy is the share of samples with the right class: output ≥ 0.5 for one output, else the largest; ``nan`` for
        regression.
        """
        ...

    def close(self) -> None:
        """Free what the device holds. Safe to call twice."""
        ...
