"""What can be seen inside a network at one moment. Frozen, arrays read-only: this crosses from the training thread to the window."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class TileKind(StrEnum):
    """What a neuron's tile shows."""

    OUTPUT = "output"  # its own output over the input plane or the picture
    WEIGHTS = "weights"  # its incoming weights as a picture; for layers that see pixels
    ALONE = "alone"  # the network's output with this neuron alone: the others' outgoing weights are 0
    WITHOUT = "without"  # the network's output without it


class Order(StrEnum):
    """How tiles are sorted."""

    CONTRIBUTION = "contribution"  # the largest first
    NUMBER = "number"


class Status(IntEnum):
    """What is to be said of a neuron over the training samples (or of the sample in view, for SILENT)."""

    ACTIVE = 0
    SILENT = 1  # puts out nothing for the input in view
    DEAD = 2  # puts out nothing for any training sample
    SATURATED = 3  # puts out nearly the same extreme value for nearly all of them


@dataclass(frozen=True, eq=False)
class InsideRequest:
    """What the person looks at. ``layer`` counts hidden layers from 1. ``drawn`` (n_in,) is an input drawn by hand, 0 to 1; with ``None``
    the followed sample is looked at. ``output`` is the output neuron or class that contributions are about; ``None``: the winning one.
    ``tile`` is a tile's longer side in cells; ``finer`` how many times finer than its own resolution a fitted picture is drawn (1 or 4).
    """

    layer: int = 1
    kind: TileKind = TileKind.OUTPUT
    order: Order = Order.CONTRIBUTION
    drawn: Floats | None = None
    output: int | None = None
    tile: int = 40
    finer: int = 1


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer's neurons, each array in the neurons' own order (n,); ``order`` (n,) is how they are to be shown, their numbers.

    ``tiles`` (n, h, w, c) float32, c = 1, or 3 for the red, green and blue of a fitted colour picture; row 0 is the lowest for a plane
    (``plane`` true), the top for pictures. Empty, shape (0, 0, 0, 1), where there is nothing to draw that way (more than two inputs that
    are no picture). ``low`` and ``high`` (n,) are each tile's range; signed tiles (weights) are drawn around 0.
    ``values`` (n,): each neuron's output for the input in view, ``nan`` without one. ``contributions`` (n,): how much the error over
    (a part of) the training samples grows without it; or, for an input in view and the last hidden layer, what it adds to
    the logit of :attr:`about`. ``status`` (n,) of :class:`Status`; ``off`` (n,) bool.
    """

    number: int
    kind: TileKind
    plane: bool
    signed: bool
    tiles: Floats
    low: Floats
    high: Floats
    values: Floats
    contributions: Floats
    order: NDArray[np.intp]
    status: NDArray[np.int8]
    off: NDArray[np.bool_]
    about: int = -1
    dead_below: float = 0.0  # |output| that counts as nothing
    saturated_within: float = 0.0  # distance from the activation's end that counts as at the end
    samples: int = 0  # training samples that dead and saturated are said over; 0 while that isn't known


@dataclass(frozen=True, eq=False)
class Answer:
    """The network's answer to the input in view. ``outputs`` (K,) as it is, ``outputs_all_on`` (K,) with no neuron switched off.

    ``input`` (n_in,) as the network sees it; ``target`` is the true class, −1 if there is none; ``winner`` the largest output.
    ``terms`` (n,): what each neuron of the last hidden layer adds to ``logit``, the pre-activation of output ``about``;
    logit = bias + Σ terms. ``largest`` (m,): neurons by |term|, the largest first.
    """

    input: Floats
    outputs: Floats
    outputs_all_on: Floats
    winner: int
    target: int
    about: int
    logit: float
    bias: float
    terms: Floats
    largest: NDArray[np.intp]
    drawn: bool


@dataclass(frozen=True, eq=False)
class Classes:
    """How one part (train or test) is read. ``confusion`` (K, K): row true class, column read as. ``precision``, ``recall`` (K,), ``nan``
    where nothing was read or nothing is there. ``samples`` (n,) data-set numbers; ``true``, ``read`` (n,) classes; ``sure`` (n,) the
    probability of the class read.
    """

    confusion: NDArray[np.int64]
    precision: NDArray[np.float64]
    recall: NDArray[np.float64]
    samples: NDArray[np.int64]
    true: NDArray[np.int64]
    read: NDArray[np.int64]
    sure: Floats
    accuracy: float
    loss: float

    def cell(self, true: int, read: int) -> NDArray[np.int64]:
        """Places in :attr:`samples` of one cell, the surest first."""
        inside = np.flatnonzero((self.true == true) & (self.read == read))
        return inside[np.argsort(-self.sure[inside], kind="stable")]

    def mistakes(self, most: int) -> NDArray[np.int64]:
        """Places in :attr:`samples` of the worst mistakes: wrong and sure of it."""
        wrong = np.flatnonzero(self.true != self.read)
        return wrong[np.argsort(-self.sure[wrong], kind="stable")][:most]


@dataclass(frozen=True, eq=False)
class Pictures:
    """A fitted picture: ``target`` (h, w, c) at its own resolution, ``network`` (h·f, w·f, c) what the network makes of it, f times finer,
    ``error`` (h, w) the root of the squared error's mean over colours, at the picture's own resolution. Values 0 to 1, row 0 on top.
    ``mse`` is the mean squared error over all pixels.
    """

    target: Floats
    network: Floats
    error: Floats
    mse: float
    finer: int


@dataclass(frozen=True, eq=False)
class InsideView:
    """All of it, as far as the data have it."""

    request: InsideRequest = field(default_factory=InsideRequest)
    layer: Layer | None = None
    answer: Answer | None = None
    train: Classes | None = None
    test: Classes | None = None
    pictures: Pictures | None = None
