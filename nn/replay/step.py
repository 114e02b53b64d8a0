"""One step of backpropagation: a number, what it is called, what it was calculated from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.layout import Neuron
from nn.replay.scheme import Scheme


class Phase(StrEnum):
    FORWARD = "forward"
    ERROR = "error"
    BACKWARD = "backward"
    UPDATE = "update"


class Kind(StrEnum):
    """What a number is. The values are what JSON says. Steps are made of the ones from ``NET`` on; the first seven are given."""

    INPUT = "input"  # unit
    TARGET = "target"  # unit
    WEIGHT = "weight"  # layer, unit (it goes there), other (it comes from there, in layer − 1)
    BIAS = "bias"  # layer, unit
    RATE = "rate"
    L1 = "l1"
    L2 = "l2"
    # Forward: one neuron of a layer
    NET = "net"  # z = Σ w·o + b. Sources: w, o, w, o, …, b
    OUT = "out"  # o = f(z), after a mask. Sources: its z; in a softmax layer every z of the layer
    # Error
    ERROR = "error"  # one output's part of its sample's loss; unit. Sources: target, out
    TOTAL = "total"  # one sample's loss. Sources: the errors
    MEAN_ERROR = "mean-error"  # of several samples. Sources: their totals
    # Backward: one sample
    E_OUT = "E/out"  # ∂E/∂out. At an output: target, out. Hidden: its E_VIA, one for each neuron of the next layer
    OUT_NET = "out/net"  # ∂out/∂net of one neuron. Sources: out for sigmoid and tanh, net for the others
    OUT_NET_CROSS = "out/net-cross"  # softmax: ∂out_other/∂net_unit of the output layer. Sources: out_other, out_unit
    E_NET = "E/net"  # δ. Sources: E_OUT, OUT_NET; with a cross-entropy out, target; softmax: E_OUT, OUT_NET_CROSS, E_OUT, OUT_NET_CROSS, …
    NET_OUT = "net/out"  # ∂net_other/∂out_unit, other in layer + 1: a weight. Source: the weight
    E_VIA = "E/out-via"  # the share of ∂E/∂out that comes back through neuron other of layer + 1. Sources: E_NET, NET_OUT
    NET_W = "net/w"  # ∂net_unit/∂w. Source: the input or the out that the weight carries
    E_W = "E/w"  # ∂E/∂w of one sample. Sources: E_OUT, OUT_NET, NET_W; or by the delta rule E_NET, NET_W
    E_B = "E/b"  # ∂E/∂b of one sample. Source: E_NET
    # Backward: put together. unit and other as of the parameter; other is −1 for a bias
    BATCH = "batch"  # mean or sum over the samples. Sources: their E_W or E_B
    TIE = "tie"  # one bias for a layer; unit 0. Sources: the neurons' E_B or BATCH
    PENALTY = "penalty"  # l1·sign(w) + l2·w. Sources: the rates that are not 0, the weight
    OBJECTIVE = "objective"  # gradient with penalty. Sources: E_W or BATCH, PENALTY
    # Update
    NEW = "new"  # w − η·∂E/∂w. Sources: the parameter, RATE, its gradient; of a parameter that stays as it is the parameter alone
    # A whole layer at once, where the network is too large for single operations; unit is −1, Step.vector holds the numbers
    LAYER_NET = "layer-net"
    LAYER_OUT = "layer-out"
    LAYER_DELTA = "layer-delta"
    LAYER_GRADIENT = "layer-gradient"
    LAYER_NEW = "layer-new"


class Quantity(NamedTuple):
    """Which number: its kind and its place. ``layer`` counts from 0 (the inputs), ``unit`` and ``other`` count from 0."""

    kind: Kind
    layer: int = 0
    unit: int = 0
    other: int = -1


class Source(NamedTuple):
    """A number that went into a step: what it is, its value, and the earlier step that made it (its place; ``None``: it was given)."""

    quantity: Quantity
    value: float
    step: int | None = None


@dataclass(frozen=True)
class Step:
    """One number of the walk.

    ``id`` is its place among the walk's steps, ``iteration`` counts from 1, ``sample`` from 0 (−1: all of them). ``value`` is the
    oracle's number, float64. ``goal`` is the parameter (WEIGHT or BIAS) that the step works for. ``chain`` is the id of the step
    whose equation it is shown in: the product or the sum that takes it in next, or its own.
    A step of a whole layer has its numbers in ``vector``, read-only, and their Euclidean norm in ``value``.
    """

    id: int
    iteration: int
    sample: int
    phase: Phase
    quantity: Quantity
    value: float
    sources: tuple[Source, ...]
    goal: Quantity | None
    chain: int
    scheme: Scheme = field(repr=False, compare=False)
    vector: NDArray[np.float64] | None = field(default=None, repr=False, compare=False)

    @property
    def symbol(self) -> str:
        """What the number is called, as plain text: ``∂E_total/∂w5``."""
        from nn.replay.words import symbol_text

        return symbol_text(self)

    @property
    def formula(self) -> str:
        """How it is calculated, as plain text: ``out_o1·(1 − out_o1)``."""
        from nn.replay.words import formula_text

        return formula_text(self)

    @property
    def substituted(self) -> str:
        """The formula with its numbers put in, to full precision."""
        from nn.replay.words import substituted_text

        return substituted_text(self)

    @property
    def edges(self) -> tuple[Quantity, ...]:
        """The weights to light."""
        from nn.replay.lights import edges_of

        return edges_of(self)

    @property
    def neurons(self) -> tuple[Neuron, ...]:
        """The neurons to light."""
        from nn.replay.lights import neurons_of

        return neurons_of(self)
