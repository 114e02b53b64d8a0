"""Steps of a network that is too large for single operations: each is a whole layer's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from nn.activations import Array
from nn.network import read_only
from nn.replay.plan import ALL
from nn.replay.scheme import Scheme
from nn.replay.settings import BiasMode, Sample, Trap
from nn.replay.step import Kind, Phase, Quantity, Source, Step
from nn.replay.values import Numbers

_Name = tuple[Kind, int, int]  # kind, layer, sample


def maker(scheme: Scheme, sample: Sample) -> Callable[[int, Numbers, list[Step]], None]:
    """What appends an iteration's steps to those made so far.

    Their sources: LAYER_NET the LAYER_OUT below and the layer's parameters (LAYER_NEW; ``None`` for its step: given), LAYER_OUT its
    LAYER_NET, TOTAL the last LAYER_OUT, MEAN_ERROR the totals, the last LAYER_DELTA the LAYER_OUT, every other the LAYER_DELTA above,
    that layer's parameters and its own LAYER_NET, LAYER_GRADIENT (as it is applied: samples put together, penalty added) each sample's
    LAYER_DELTA and the LAYER_OUT below, LAYER_NEW the parameters, RATE and LAYER_GRADIENT. The inputs are layer 0's LAYER_OUT.
    Vectors of LAYER_GRADIENT and LAYER_NEW hold W of shape (n_in, n_out) in C order, then b, whose gradient is 0 where it is fixed.
    """
    carried: dict[_Name, int] = {}

    def make(iteration: int, numbers: Numbers, steps: list[Step]) -> None:
        writer = _Writer(scheme, sample, numbers, iteration, steps, dict(carried))
        writer.write(closed=iteration <= scheme.settings.iterations)
        carried.clear()
        carried.update({name: step for name, step in writer.made.items() if name[0] is Kind.LAYER_NEW})

    return make


@dataclass
class _Writer:
    scheme: Scheme
    sample: Sample
    numbers: Numbers
    iteration: int
    steps: list[Step]
    carried: dict[_Name, int]
    made: dict[_Name, int] = field(default_factory=dict)

    def write(self, *, closed: bool) -> None:
        depth = len(self.scheme.architecture.activations)
        for sample in range(self.scheme.samples):
            self._forward(sample, depth)
        if self.scheme.samples > 1:
            totals = [(Kind.TOTAL, 0, sample) for sample in range(self.scheme.samples)]
            self._add(Phase.ERROR, (Kind.MEAN_ERROR, 0, ALL), totals, np.array([self.numbers.error]))
        if not closed:
            return
        updates = []
        for layer in range(depth, 0, -1):
            for sample in range(self.scheme.samples):
                self._delta(sample, layer, depth)
            self._gradient(layer)
            if self.scheme.settings.trap is Trap.UPDATED_WEIGHTS:
                self._new(layer)
            else:
                updates.append(layer)
        for layer in reversed(updates):
            self._new(layer)

    def _forward(self, sample: int, depth: int) -> None:
        passed = self.numbers.passed
        for layer in range(1, depth + 1):
            net, out = (Kind.LAYER_NET, layer, sample), (Kind.LAYER_OUT, layer, sample)
            below = [(Kind.LAYER_OUT, layer - 1, sample), (Kind.WEIGHT, layer, ALL)]
            self._add(Phase.FORWARD, net, below, passed.pre_activations[layer][sample])
            self._add(Phase.FORWARD, out, [net], passed.outputs[layer][sample])
        self._add(Phase.ERROR, (Kind.TOTAL, 0, sample), [(Kind.LAYER_OUT, depth, sample)], self.numbers.losses[sample : sample + 1])

    def _delta(self, sample: int, layer: int, depth: int) -> None:
        if layer == depth:
            sources = [(Kind.LAYER_OUT, layer, sample)]
        else:
            updated = self.scheme.settings.trap is Trap.UPDATED_WEIGHTS
            carrier = (Kind.LAYER_NEW if updated else Kind.WEIGHT, layer + 1, ALL)
            sources = [(Kind.LAYER_DELTA, layer + 1, sample), carrier, (Kind.LAYER_NET, layer, sample)]
        self._add(Phase.BACKWARD, (Kind.LAYER_DELTA, layer, sample), sources, self.numbers.back.deltas[layer][sample])

    def _gradient(self, layer: int) -> None:
        sources = [(kind, at, s) for s in range(self.scheme.samples) for kind, at in ((Kind.LAYER_DELTA, layer), (Kind.LAYER_OUT, layer - 1))]
        gradient = self._part(self.numbers.applied, layer).copy()
        if self.scheme.settings.biases is BiasMode.FIXED:
            gradient[-self.scheme.architecture.widths[layer] :] = 0.0
        self._add(Phase.BACKWARD, (Kind.LAYER_GRADIENT, layer, ALL), sources, gradient)

    def _new(self, layer: int) -> None:
        sources = [(Kind.WEIGHT, layer, ALL), (Kind.RATE, 0, ALL), (Kind.LAYER_GRADIENT, layer, ALL)]
        self._add(Phase.UPDATE, (Kind.LAYER_NEW, layer, ALL), sources, self._part(self.numbers.new, layer))

    def _part(self, vector: Array, layer: int) -> Array:
        """A layer's part of a parameter vector: W, then b."""
        layout = self.scheme.architecture.layout
        start, biases = layout.offsets[layer - 1]
        return vector[start : biases + layout.widths[layer]]

    def _add(self, phase: Phase, name: _Name, sources: list[_Name], vector: Array) -> None:
        kind, layer, sample = name
        number = len(self.steps)
        single = kind in (Kind.TOTAL, Kind.MEAN_ERROR)
        vector = vector + 0.0  # the walk's own copy, and no negative zeros
        self.made[name] = number
        self.steps.append(
            Step(
                number,
                self.iteration,
                sample,
                phase,
                Quantity(kind) if single else Quantity(kind, layer, -1),
                float(vector[0]) if single else float(np.linalg.norm(vector)),
                tuple(self._source(source) for source in sources),
                Quantity(Kind.WEIGHT, layer, -1) if phase in (Phase.BACKWARD, Phase.UPDATE) else None,
                number,
                self.scheme,
                None if single else read_only(np.array(vector, dtype=np.float64)),
            )
        )

    def _source(self, name: _Name) -> Source:
        kind, layer, sample = name
        if kind is Kind.RATE:
            return Source(Quantity(kind), self.scheme.settings.learning_rate)
        if kind is Kind.WEIGHT:  # what the iteration before made, or what was given
            quantity, step = Quantity(Kind.LAYER_NEW, layer, -1), self.carried.get((Kind.LAYER_NEW, layer, ALL))
            return Source(quantity, float(np.linalg.norm(self._part(self.numbers.params, layer))), step)
        if (kind, layer) == (Kind.LAYER_OUT, 0):
            return Source(Quantity(kind, 0, -1), float(np.linalg.norm(self.sample.inputs[sample])))
        made = self.steps[self.made[name]]
        return Source(made.quantity, made.value, made.id)
