"""Where each number of an iteration lies in one flat pool.

The steps of an iteration are the same in every iteration but for their numbers. So an iteration's arrays are laid out one after the
other, and a step only knows the place of its number.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple, TypeAlias

import numpy as np

from nn import activations, losses
from nn.activations import Array
from nn.choices import Activation, Loss
from nn.replay.scheme import Scheme
from nn.replay.settings import Sample, Trap
from nn.replay.step import Kind, Quantity
from nn.replay.values import Numbers

_Key: TypeAlias = tuple[Kind, int]  # what a block holds, and of which layer

_PER_PARAMETER = (Kind.WEIGHT, Kind.NEW, Kind.BATCH, Kind.PENALTY, Kind.OBJECTIVE)  # blocks laid out as the parameter vector is


class _Block(NamedTuple):
    """An array of shape (n or 1, rows, columns) that begins at ``start``."""

    start: int
    rows: int
    columns: int


class Places:
    """Where each number of an iteration lies in the pool, and the pool itself."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._widths, self._layout = scheme.architecture.widths, scheme.architecture.layout
        self._carrier = Kind.NEW if scheme.settings.trap is Trap.UPDATED_WEIGHTS else Kind.WEIGHT
        self._blocks: dict[_Key, _Block] = {}
        position = 0
        for key, count, rows, columns in self._shapes():
            self._blocks[key] = _Block(position, rows, columns)
            position += count * rows * columns

    def _shapes(self) -> list[tuple[_Key, int, int, int]]:
        """Every block of the pool and its shape, in the order in which :meth:`pool` lays them out."""
        widths, n, size = self._widths, self._scheme.samples, self._layout.size
        found = [((kind, 0), 1, 1, size) for kind in _PER_PARAMETER]
        found += [((kind, 0), 1, 1, 1) for kind in (Kind.RATE, Kind.L1, Kind.L2, Kind.MEAN_ERROR)]
        found += [((Kind.INPUT, 0), n, 1, widths[0]), ((Kind.TARGET, 0), n, 1, widths[-1])]
        found += [((Kind.ERROR, 0), n, 1, widths[-1]), ((Kind.TOTAL, 0), n, 1, 1), ((Kind.TIE, 0), 1, 1, len(widths) - 1)]
        for layer, (n_in, n_out) in enumerate(pairwise(widths), 1):
            found += [((kind, layer), n, 1, n_out) for kind in (Kind.NET, Kind.OUT, Kind.OUT_NET, Kind.E_OUT, Kind.E_NET)]
            found.append(((Kind.E_W, layer), n, n_in, n_out))
            if layer > 1:
                found.append(((Kind.E_VIA, layer - 1), n, n_in, n_out))
        if has_jacobian(self._scheme):
            found.append(((Kind.OUT_NET_CROSS, len(widths) - 1), n, widths[-1], widths[-1]))
        return found

    def pool(self, numbers: Numbers, sample: Sample) -> list[float]:
        """All numbers of an iteration. A negative zero becomes 0, which nobody should have to wonder about."""
        found: list[float] = (np.concatenate([block.ravel() for block in self._arrays(numbers, sample)]) + 0.0).tolist()
        return found

    def _arrays(self, numbers: Numbers, sample: Sample) -> list[Array]:
        """The arrays, in the order of :meth:`_shapes`."""
        architecture, settings, layout = self._scheme.architecture, self._scheme.settings, self._layout
        passed, back, layers = numbers.passed, numbers.back, range(1, layout.depth + 1)
        errors = output_errors(architecture.loss, passed.pre_activations[-1], passed.outputs[-1], sample.targets)
        found = [numbers.params, numbers.new, numbers.data, numbers.penalty, numbers.data + numbers.penalty]
        found.append(np.array([settings.learning_rate, settings.l1, settings.l2, numbers.error]))
        found += [sample.inputs, sample.targets, errors, numbers.losses]
        found.append(np.array([layout.biases(numbers.data, layer).sum() for layer in layers]))
        for layer, activation in enumerate(architecture.activations, 1):
            z, a, o = passed.pre_activations[layer], passed.activations[layer], passed.outputs[layer]
            delta = back.deltas[layer]
            found += [z, o, passed.gains[layer] * activations.derivative(activation, z, a), back.upstream[layer], delta]
            found.append(passed.outputs[layer - 1][:, :, np.newaxis] * delta[:, np.newaxis, :])
            if layer > 1:
                found.append(delta[:, np.newaxis, :] * layout.weights(numbers.carriers, layer))
        if has_jacobian(self._scheme):
            o = passed.outputs[-1]
            found.append(o[:, :, np.newaxis] * (np.eye(o.shape[1]) - o[:, np.newaxis, :]))
        return found

    def of(self, quantity: Quantity, sample: int) -> int:
        """The place of a number in the pool; ``sample`` counts where each sample has its own."""
        kind, layer, unit, other = self._home(quantity)
        if kind in _PER_PARAMETER:
            return self._blocks[kind, 0].start + parameter_index(self._scheme, Quantity(kind, layer, unit, other))
        start, rows, columns = self._blocks[kind, layer]
        row, column = 0, unit
        if kind is Kind.E_VIA:
            row, column = unit, other
        elif kind in (Kind.E_W, Kind.OUT_NET_CROSS):
            row = other
        return start + (max(sample, 0) * rows + row) * columns + column

    def _home(self, quantity: Quantity) -> Quantity:
        """The number that ``quantity`` is another name of, or itself."""
        kind, layer, unit, other = quantity
        match kind:
            case Kind.BIAS:
                return quantity._replace(kind=Kind.WEIGHT)
            case Kind.NET_OUT:
                return Quantity(self._carrier, layer + 1, other, unit)
            case Kind.NET_W:
                return signal(layer - 1, other)
            case Kind.E_B:
                return quantity._replace(kind=Kind.E_NET)
            case Kind.TIE:
                return Quantity(Kind.TIE, 0, layer - 1)
            case _:
                return quantity


def parameter_index(scheme: Scheme, quantity: Quantity) -> int:
    """The place in the parameter vector of the weight or bias that ``quantity`` is or belongs to."""
    layout = scheme.architecture.layout
    if quantity.other < 0:
        return layout.bias_index(quantity.layer, quantity.unit)
    return layout.weight_index(quantity.layer, quantity.other, quantity.unit)


def signal(layer: int, unit: int) -> Quantity:
    """What neuron ``unit`` of ``layer`` gives to the next layer: an input or an output."""
    return Quantity(Kind.OUT, layer, unit) if layer else Quantity(Kind.INPUT, 0, unit)


def output_errors(loss: Loss, z: Array, o: Array, t: Array) -> Array:
    """Each output's part of its sample's loss, shape (n, K); from the logits where the loss is."""
    if loss is Loss.CROSS_ENTROPY:  # every output's logarithm depends on all logits, so one target is left at a time
        alone = t[:, np.newaxis, :] * np.eye(t.shape[-1])
        return losses.value(loss, z[:, np.newaxis, :], o[:, np.newaxis, :], alone)
    each = losses.value(loss, z[..., np.newaxis], o[..., np.newaxis], t[..., np.newaxis])
    return each / t.shape[-1] if loss is Loss.MSE else each


def has_jacobian(scheme: Scheme) -> bool:
    """Whether the outputs are a softmax whose loss starts at ∂E/∂out, so that each of them depends on every net."""
    return scheme.architecture.activations[-1] is Activation.SOFTMAX and not scheme.architecture.from_logits
