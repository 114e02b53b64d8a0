"""The numerator of a derivative as a function of its denominator, all else held as it is in the step's iteration.

∂E/∂w is E with w replaced; ∂E/∂net is E with that neuron's net replaced and the pass gone on from there; ∂net/∂w is that one net.
The same passes serve floats and SymPy's expressions (:class:`Maths`), so that both ways of checking look at the same function. They
share nothing with backpropagation but the formulas of activations and losses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn import activations, losses
from nn.backprop import is_weight
from nn.choices import Activation, Loss, Reduction
from nn.replay.step import Kind, Quantity, Step
from nn.replay.walk import Walk

Numbers: TypeAlias = NDArray[Any]  # float64, or objects: SymPy's expressions

OF_PARAMETER = (Kind.E_W, Kind.E_B, Kind.BATCH, Kind.TIE, Kind.PENALTY, Kind.OBJECTIVE)
OF_NEURON = (Kind.E_OUT, Kind.OUT_NET, Kind.OUT_NET_CROSS, Kind.E_NET, Kind.NET_OUT, Kind.E_VIA, Kind.NET_W)


@dataclass(frozen=True)
class Maths:
    """How to calculate. ``numbers`` makes what is calculated with from float64 arrays of any shape; the others take vectors."""

    numbers: Callable[[NDArray[Any]], Numbers]
    activate: Callable[[Activation, Numbers], Numbers]
    loss: Callable[[Loss, Numbers, Numbers, Numbers], Any]


def _float_loss(loss: Loss, z: Numbers, o: Numbers, t: Numbers) -> float:
    return float(losses.value(loss, z[np.newaxis], o[np.newaxis], t[np.newaxis])[0])


FLOATS = Maths(lambda array: np.array(array, dtype=np.float64), activations.value, _float_loss)


class Numerator:
    """Calling it with x gives the numerator where the denominator is x; ``at`` is what the denominator is in the step.

    For :data:`OF_PARAMETER` and :data:`OF_NEURON` steps. One sample's loss is meant where the step belongs to one sample.
    """

    def __init__(self, walk: Walk, step: Step, maths: Maths = FLOATS) -> None:
        self._architecture, self._layout = walk.network.architecture, walk.network.architecture.layout
        self._settings, self._mask, self._maths = walk.scheme.settings, walk.scheme.mask, maths
        self._step, self._quantity = step, step.quantity
        self._params = maths.numbers(walk.parameters[step.iteration - walk.first])
        self._inputs, self._targets = maths.numbers(walk.sample.inputs), maths.numbers(walk.sample.targets)
        if step.quantity.kind in OF_NEURON:
            self._z, self._o = self._passed(self._params, self._inputs[step.sample])
        self.at: Any = self._denominator()

    def __call__(self, x: Any) -> Any:
        if self._quantity.kind in OF_PARAMETER:
            return self._with_parameter(x)
        return self._with_neuron(x)

    # What is replaced

    @property
    def _index(self) -> int:
        """The place of the step's parameter in the vector."""
        _, layer, unit, other = self._quantity
        return self._layout.bias_index(layer, unit) if other < 0 else self._layout.weight_index(layer, other, unit)

    def _denominator(self) -> Any:
        kind, layer, unit, _ = self._quantity
        if kind in OF_PARAMETER or kind is Kind.NET_W:
            return self._params[self._index]
        return self._z[layer][unit] if kind in (Kind.OUT_NET, Kind.OUT_NET_CROSS, Kind.E_NET) else self._o[layer][unit]

    def _with_parameter(self, x: Any) -> Any:
        params = self._replaced(self._params, self._index, x)
        kind, layer = self._quantity.kind, self._quantity.layer
        if kind is Kind.TIE:  # all biases of the layer move as one, whether or not they were equal before
            biases = self._layout.biases(params, layer)
            biases[:] = self._layout.biases(self._params, layer) + (x - self.at)
        if kind is Kind.PENALTY:
            return self._penalty(params[[self._index]])
        if kind in (Kind.E_W, Kind.E_B):
            return self._error(params, self._step.sample)
        samples = range(len(self._inputs))
        total = sum(self._error(params, sample) for sample in samples)
        data = total / len(samples) if self._settings.reduction is Reduction.MEAN else total
        return data + self._penalty(params[is_weight(self._layout)]) if kind is Kind.OBJECTIVE else data

    def _with_neuron(self, x: Any) -> Any:
        kind, layer, unit, other = self._quantity
        match kind:
            case Kind.NET_W:
                return self._net(self._replaced(self._params, self._index, x), layer, self._o[layer - 1])[unit]
            case Kind.NET_OUT:
                return self._net(self._params, layer + 1, self._replaced(self._o[layer], unit, x))[other]
            case Kind.OUT_NET | Kind.OUT_NET_CROSS:
                return self._out(layer, self._replaced(self._z[layer], unit, x))[unit if kind is Kind.OUT_NET else other]
            case Kind.E_NET:
                z = self._replaced(self._z[layer], unit, x)
                return self._rest(layer, z, self._out(layer, z))
            case Kind.E_VIA:  # only neuron other of the next layer feels the change
                weight = self._layout.weights(self._params, layer + 1)[unit, other]
                z = self._replaced(self._z[layer + 1], other, self._z[layer + 1][other] + weight * (x - self.at))
                return self._rest(layer + 1, z, self._out(layer + 1, z))
            case _:
                return self._rest(layer, self._z[layer], self._replaced(self._o[layer], unit, x))

    @staticmethod
    def _replaced(array: Numbers, index: int, x: Any) -> Numbers:
        found = array.copy()
        found[index] = x
        return found

    # The pass

    def _net(self, params: Numbers, layer: int, o: Numbers) -> Numbers:
        net: Numbers = o @ self._layout.weights(params, layer) + self._layout.biases(params, layer)
        return net

    def _out(self, layer: int, z: Numbers) -> Numbers:
        a = self._maths.activate(self._architecture.activations[layer - 1], z)
        if self._mask is None or layer == self._layout.depth:
            return a
        rows = self._layout.layer_rows(layer)
        out: Numbers = self._maths.numbers(self._mask.gain[rows]) * a + self._maths.numbers(self._mask.hold[rows])
        return out

    def _passed(self, params: Numbers, inputs: Numbers) -> tuple[list[Numbers], list[Numbers]]:
        """Every layer's z and o, layer 0 the inputs."""
        z, o = [inputs], [inputs]
        for layer in range(1, self._layout.depth + 1):
            z.append(self._net(params, layer, o[-1]))
            o.append(self._out(layer, z[-1]))
        return z, o

    def _rest(self, layer: int, z: Numbers, o: Numbers) -> Any:
        """The loss of the step's sample, from what ``layer`` has on."""
        for after in range(layer + 1, self._layout.depth + 1):
            z = self._net(self._params, after, o)
            o = self._out(after, z)
        return self._maths.loss(self._architecture.loss, z, o, self._targets[self._step.sample])

    def _error(self, params: Numbers, sample: int) -> Any:
        z, o = self._passed(params, self._inputs[sample])
        return self._maths.loss(self._architecture.loss, z[-1], o[-1], self._targets[sample])

    def _penalty(self, weights: Numbers) -> Any:
        l1, l2 = self._maths.numbers(np.array([self._settings.l1, self._settings.l2]))
        return sum(l1 * abs(w) + l2 * w * w / 2 for w in weights)


def is_derivative(quantity: Quantity) -> bool:
    """Whether the quantity is a derivative with one numerator and one denominator."""
    return quantity.kind in OF_PARAMETER or quantity.kind in OF_NEURON
