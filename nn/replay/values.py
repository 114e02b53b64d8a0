"""The numbers of a walk, all of them the oracle's: what an iteration calculates, and the update that the settings ask for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn import backprop
from nn.activations import Array
from nn.backprop import Backward, Forward, Problem
from nn.choices import Reduction
from nn.replay.scheme import Scheme
from nn.replay.settings import BiasMode, Sample, Trap
from nn.replay.step import Kind, Quantity

SLIPPED = Quantity(Kind.WEIGHT, 2, 1, 0)  # w7 of the 2-2-2 network: from h1 to o2
MEANT = Quantity(Kind.WEIGHT, 2, 1, 1)  # w8: from h2 to o2


@dataclass(frozen=True)
class Numbers:
    """One iteration. ``error`` is E before the update: the mean over the samples, without penalty.

    All arrays are float64: ``params``, ``carriers``, ``new`` and the three gradients (P,), ``losses`` (n,).
    ``data`` is the mean or sum of the samples' gradients, ``penalty`` what l1 and l2 add, ``applied`` what is subtracted after a
    multiplication by the rate: their sum, a layer's biases tied where they are one. ``carriers`` are the parameters whose
    weights carried the deltas back: ``params``, or the new ones in the trap of that name.
    """

    params: Array
    error: float
    passed: Forward
    losses: Array
    back: Backward
    carriers: Array
    data: Array
    penalty: Array
    applied: Array
    new: Array


def mean_error(sample_losses: Array) -> float:
    """E of some samples, whose losses have shape (n,): their mean, never a negative zero."""
    return float(backprop.reduce(sample_losses, Reduction.MEAN).real) + 0.0


class Rule:
    """How an iteration goes: the oracle's passes, and the update that the settings ask for."""

    def __init__(self, scheme: Scheme, sample: Sample) -> None:
        settings = scheme.settings
        self.problem = Problem(
            scheme.architecture, sample.inputs, sample.targets, reduction=settings.reduction, l1=settings.l1, l2=settings.l2, mask=scheme.mask
        )
        self._settings = settings
        self._layout = scheme.architecture.layout
        self.kept = kept_parameters(scheme)
        self._none = np.zeros(self._layout.size)
        self._layers = range(1, self._layout.depth + 1)

    def error(self, params: Array) -> float:
        """E with ``params``."""
        return self._look(params)[1]

    def _look(self, params: Array) -> tuple[Forward, float, Array]:
        problem = self.problem
        passed = backprop.forward(problem.architecture, params, problem.inputs, problem.mask)
        each = backprop.sample_losses(problem.architecture, passed, problem.targets)
        return passed, mean_error(each), each

    def iterate(self, params: Array, *, first: bool) -> Numbers:
        """One iteration from ``params`` (P,). ``first``: it is the first one, where a slip may happen."""
        passed, error, each = self._look(params)
        back = backprop.backward(self.problem.architecture, params, passed, self.problem.targets)
        penalty = self._penalty(params)
        carriers = params
        if self._settings.trap is Trap.UPDATED_WEIGHTS:
            carriers, back = self._updated_first(params, passed, back, penalty)
        data = backprop.data_gradient(self._layout, passed, back, self._settings.reduction)
        applied = self._tied(data + penalty)
        new = self._updated(params, applied)
        if first and self._settings.trap is Trap.W7_SLIP:
            new = self._slipped(params, new)
        return Numbers(params, error, passed, each, back, carriers, data, penalty, applied, new)

    def _penalty(self, params: Array) -> Array:
        if not (self._settings.l1 or self._settings.l2):
            return self._none
        return backprop.penalty_gradient(self._layout, params, self._settings.l1, self._settings.l2)

    def _updated_first(self, params: Array, passed: Forward, back: Backward, penalty: Array) -> tuple[Array, Backward]:
        """The trap: each layer's weights are updated before the deltas of the layer below are calculated with them."""
        carriers = params.copy()
        for layer in reversed(self._layers[1:]):
            data = backprop.data_gradient(self._layout, passed, back, self._settings.reduction)
            new = self._updated(params, data + penalty)
            self._layout.weights(carriers, layer)[:] = self._layout.weights(new, layer)
            back = backprop.backward(self.problem.architecture, carriers, passed, self.problem.targets)
        return carriers, back

    def _tied(self, gradient: Array) -> Array:
        if self._settings.biases is BiasMode.PER_LAYER:
            for layer in self._layers:
                biases = self._layout.biases(gradient, layer)
                biases[:] = biases.sum()
        return gradient

    def _updated(self, params: Array, gradient: Array) -> Array:
        moved: Array = params - self._settings.learning_rate * gradient
        return moved if self.kept is None else np.where(self.kept, params, moved)

    def _slipped(self, params: Array, new: Array) -> Array:
        slipped, meant = (self._layout.weight_index(q.layer, q.other, q.unit) for q in (SLIPPED, MEANT))
        found = new.copy()
        found[slipped], found[meant] = new[meant], params[meant]
        return found


def kept_parameters(scheme: Scheme) -> NDArray[np.bool_] | None:
    """Parameters that no update changes, shape (P,), bool; ``None`` where all are learnt."""
    layout = scheme.architecture.layout
    kept = np.zeros(layout.size, dtype=np.bool_)
    if scheme.mask is not None:
        kept |= scheme.mask.frozen_parameters(layout)
    if scheme.settings.biases is BiasMode.FIXED:
        kept |= ~backprop.is_weight(layout)
    return kept if kept.any() else None
