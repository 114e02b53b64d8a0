"""A walk: the steps, what they started from, and how far one click goes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.layout import Neuron
from nn.network import Network
from nn.replay.scheme import Scheme
from nn.replay.settings import Granularity, Sample
from nn.replay.step import Kind, Phase, Step


@dataclass(frozen=True)
class Group:
    """Steps ``start`` up to, without, ``stop`` that one click goes through. ``layer`` and ``neuron`` are ``None`` where it spans several."""

    start: int
    stop: int
    iteration: int
    phase: Phase
    layer: int | None = None
    neuron: Neuron | None = None


@dataclass(frozen=True, eq=False)
class Walk:
    """All that a view needs. ``errors`` holds E before and after each update, the mean over the samples, without penalty.

    ``parameters`` has shape (updates shown + 1, P): row k is what iteration ``first`` + k starts with; the pass after the last update
    is no update, but its row is there. ``whole_layers``: the network was too large for single operations, so each step is a layer's.
    """

    network: Network
    sample: Sample
    scheme: Scheme
    steps: tuple[Step, ...]
    errors: tuple[float, ...]
    parameters: NDArray[np.float64]
    first: int = 1
    whole_layers: bool = False


_Key: TypeAlias = tuple[int, Phase | None, int | None, int | None, Neuron | None]  # iteration, phase, sample, layer, neuron


def groups(walk: Walk, granularity: Granularity) -> tuple[Group, ...]:
    """The walk's steps parted into runs that belong together; in order, none left out.

    Neurons and layers are those of one phase and one sample. A group's phase is that of its first step.
    """
    if granularity is Granularity.OPERATION:
        return tuple(_group(walk, step.id, step.id + 1) for step in walk.steps)
    found, start = [], 0
    for _, run in groupby(walk.steps, key=lambda step: _key(walk, step, granularity)):
        stop = start + sum(1 for _ in run)
        found.append(_group(walk, start, stop))
        start = stop
    return tuple(found)


def _key(walk: Walk, step: Step, granularity: Granularity) -> _Key:
    """Two neighbours with the same key are in one group."""
    layer, neuron = layer_of(walk, step), neuron_of(walk, step)
    match granularity:
        case Granularity.ITERATION:
            return step.iteration, None, None, None, None
        case Granularity.PASS:
            return step.iteration, step.phase, None, None, None
        case Granularity.LAYER:
            return step.iteration, step.phase, step.sample, layer, None
        case _:
            return step.iteration, step.phase, step.sample, layer, neuron


def _group(walk: Walk, start: int, stop: int) -> Group:
    members = walk.steps[start:stop]
    layers, neurons = {layer_of(walk, step) for step in members}, {neuron_of(walk, step) for step in members}
    first = members[0]
    return Group(start, stop, first.iteration, first.phase, layers.pop() if len(layers) == 1 else None, neurons.pop() if len(neurons) == 1 else None)


def layer_of(walk: Walk, step: Step) -> int:
    """The layer that a step belongs to, from 1; the errors belong to the outputs."""
    if step.phase is Phase.ERROR:
        return len(walk.scheme.architecture.activations)
    return step.quantity.layer


def neuron_of(walk: Walk, step: Step) -> Neuron | None:
    """The neuron that a step belongs to: the one whose sum, output, error or parameter it is about; ``None`` where it is no single one's."""
    kind, unit = step.quantity.kind, step.quantity.unit
    if kind in (Kind.TOTAL, Kind.MEAN_ERROR, Kind.TIE) or unit < 0:
        return None
    if kind is Kind.NEW and step.goal is not None and step.goal.kind is Kind.BIAS and walk.scheme.shared_biases:
        return None
    return Neuron(layer_of(walk, step), unit)
