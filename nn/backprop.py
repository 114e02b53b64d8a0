"""Backpropagation, written to be read: the float64 oracle that every faster engine is checked against.

Samples are rows. Layer 0 is the inputs, layers 1…L have weights; tuples here are indexed by that number. Of layer l:

    z⁽ˡ⁾ = o⁽ˡ⁻¹⁾ W⁽ˡ⁾ + b⁽ˡ⁾      pre-activations
    a⁽ˡ⁾ = f(z⁽ˡ⁾)                 activations
    o⁽ˡ⁾ = g ⊙ a⁽ˡ⁾ + h            outputs: g = 1 and h = 0, unless the neuron is switched off or dropped

and with δ⁽ˡ⁾ = ∂L/∂z⁽ˡ⁾, from the last layer back to the first:

    ∂L/∂o⁽ˡ⁾ = δ⁽ˡ⁺¹⁾ W⁽ˡ⁺¹⁾ᵀ      an output is blamed through every weight that carried it on
    δ⁽ˡ⁾ = g ⊙ ∂L/∂o⁽ˡ⁾ ⊙ f'(z⁽ˡ⁾)
    ∂L/∂W⁽ˡ⁾ = o⁽ˡ⁻¹⁾ᵀ δ⁽ˡ⁾,   ∂L/∂b⁽ˡ⁾ = Σ_samples δ⁽ˡ⁾

The parameters may be complex, which is how :mod:`nn.gradient_check` takes exact derivatives of the forward pass.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn import activations, losses
from nn.activations import Array
from nn.choices import Reduction
from nn.datasets.pixels import floats, is_bytes
from nn.layout import Layout
from nn.network import Architecture, Mask, read_only

ON, OFF = read_only(np.ones(1)), read_only(np.zeros(1))  # g and h of neurons that nothing switches off


@dataclass(frozen=True)
class Dropout:
    """Which hidden outputs a step keeps: ``keep`` uint8 (hidden rows, n), 1 is kept; what is kept is multiplied by ``scale``."""

    keep: NDArray[np.uint8]
    scale: float


@dataclass(frozen=True)
class Problem:
    """All that the objective depends on, except the parameters.

    ``inputs`` (n, n_in), perhaps bytes, ``targets`` (n, n_out). The objective is the mean (or sum) of the samples' losses
    + ``l1``·Σ|w| + ``l2``/2·Σw² over the weights w, not the biases.
    """

    architecture: Architecture
    inputs: NDArray[np.floating]
    targets: NDArray[np.floating]
    reduction: Reduction = Reduction.MEAN
    l1: float = 0.0
    l2: float = 0.0
    mask: Mask | None = None
    dropout: Dropout | None = None


@dataclass(frozen=True)
class Forward:
    """A batch's way through the network. Each tuple holds layer l at index l, arrays of shape (n, width of l).

    Layer 0's entries are the inputs themselves. ``gains`` are the factors g, broadcastable to (n, width).
    """

    pre_activations: tuple[Array, ...]
    activations: tuple[Array, ...]
    gains: tuple[Array, ...]
    outputs: tuple[Array, ...]


@dataclass(frozen=True)
class Backward:
    """What each number does to its own sample's loss, layer l at index l, arrays of shape (n, width of l).

    ``upstream`` holds ∂L/∂o and ``deltas`` ∂L/∂z; layer 0 has no z, so both are ∂L/∂input there. The losses from logits
    start at the output layer's z, so both are ∂L/∂z there.
    """

    upstream: tuple[Array, ...]
    deltas: tuple[Array, ...]


def forward(architecture: Architecture, params: Array, inputs: Array, mask: Mask | None = None, dropout: Dropout | None = None) -> Forward:
    """Send ``inputs`` of shape (n, n_in) through the network, bytes as byte/255. Only hidden neurons can be switched off or dropped."""
    layout = architecture.layout
    inputs = floats(inputs) if is_bytes(inputs) else inputs
    z: list[Array] = [inputs]
    a: list[Array] = [inputs]
    g: list[Array] = [ON]
    o: list[Array] = [inputs]
    for layer, activation in enumerate(architecture.activations, start=1):
        gain, hold = _switches(layout, layer, mask, dropout)
        z.append(o[-1] @ layout.weights(params, layer) + layout.biases(params, layer))
        a.append(activations.value(activation, z[-1]))
        g.append(gain)
        o.append(gain * a[-1] + hold)
    return Forward(tuple(z), tuple(a), tuple(g), tuple(o))


def _switches(layout: Layout, layer: int, mask: Mask | None, dropout: Dropout | None) -> tuple[Array, Array]:
    """g and h of a layer, broadcastable to (n, width). Dropout acts on what the mask lets through."""
    gain: Array = ON
    hold: Array = OFF
    if layer == layout.depth or (mask is None and dropout is None):
        return gain, hold
    rows = layout.layer_rows(layer)
    if mask is not None:
        gain, hold = mask.gain[rows], mask.hold[rows]
    if dropout is not None:
        first = layout.widths[0]  # hidden rows are numbered from layer 1's first neuron
        kept = dropout.scale * dropout.keep[rows.start - first : rows.stop - first].T
        gain, hold = gain * kept, hold * kept
    return gain, hold


def backward(architecture: Architecture, params: Array, passed: Forward, targets: Array) -> Backward:
    """Send each sample's loss back from the outputs to the inputs. ``passed`` is :func:`forward`'s result."""
    layout = architecture.layout
    z, a, o = passed.pre_activations, passed.activations, passed.outputs
    slope = losses.derivative(architecture.loss, o[-1], targets)
    delta = slope if architecture.from_logits else activations.pull_back(architecture.activations[-1], z[-1], a[-1], slope)
    upstream, deltas = [slope], [delta]  # from the last layer to the first
    for layer in range(layout.depth - 1, 0, -1):
        slope = delta @ layout.weights(params, layer + 1).T
        delta = activations.pull_back(architecture.activations[layer - 1], z[layer], a[layer], passed.gains[layer] * slope)
        upstream.append(slope)
        deltas.append(delta)
    at_inputs = delta @ layout.weights(params, 1).T
    return Backward((at_inputs, *reversed(upstream)), (at_inputs, *reversed(deltas)))


def sample_losses(architecture: Architecture, passed: Forward, targets: Array) -> Array:
    """Each sample's loss, shape (n,)."""
    return losses.value(architecture.loss, passed.pre_activations[-1], passed.outputs[-1], targets)


def reduce(per_sample: Array, reduction: Reduction) -> Array:
    """Put samples (first axis) together: their mean or their sum."""
    total: Array = per_sample.sum(axis=0)
    return total / len(per_sample) if reduction is Reduction.MEAN else total


def data_gradient(layout: Layout, passed: Forward, back: Backward, reduction: Reduction) -> Array:
    """∂/∂params of the mean or sum of the samples' losses, shape (P,)."""
    found = np.empty(layout.size, dtype=back.deltas[-1].dtype)
    for layer in range(1, layout.depth + 1):
        np.matmul(passed.outputs[layer - 1].T, back.deltas[layer], out=layout.weights(found, layer))
        back.deltas[layer].sum(axis=0, out=layout.biases(found, layer))
    return found / len(back.deltas[-1]) if reduction is Reduction.MEAN else found


def is_weight(layout: Layout) -> NDArray[np.bool_]:
    """Which parameters are weights, not biases, shape (P,): the ones that are regularised."""
    found = np.zeros(layout.size, dtype=np.bool_)
    for layer in range(1, layout.depth + 1):
        layout.weights(found, layer)[:] = True
    return found


def penalty(layout: Layout, params: Array, l1: float, l2: float) -> Array:
    """``l1``·Σ|w| + ``l2``/2·Σw², shape ()."""
    w = params[is_weight(layout)]
    size = np.where(w.real >= 0, w, -w)  # |w|, and still differentiable when w is complex
    found: Array = np.asarray(l1 * size.sum() + 0.5 * l2 * (w * w).sum())
    return found


def penalty_gradient(layout: Layout, params: Array, l1: float, l2: float) -> Array:
    """``l1``·sign(w) + ``l2``·w for weights, 0 for biases, shape (P,). sign(0) is 0."""
    return np.where(is_weight(layout), l1 * np.sign(params.real) + l2 * params, 0.0)


def loss(problem: Problem, params: Array) -> Array:
    """The loss that is shown, shape (): the mean over the samples whatever the reduction, without the penalty."""
    passed = forward(problem.architecture, params, problem.inputs, problem.mask, problem.dropout)
    return reduce(sample_losses(problem.architecture, passed, problem.targets), Reduction.MEAN)


def objective(problem: Problem, params: Array) -> Array:
    """What training brings down, shape (): the mean or sum of the samples' losses, and the penalty."""
    passed = forward(problem.architecture, params, problem.inputs, problem.mask, problem.dropout)
    data = reduce(sample_losses(problem.architecture, passed, problem.targets), problem.reduction)
    return data + penalty(problem.architecture.layout, params, problem.l1, problem.l2)


def gradient(problem: Problem, params: Array) -> Array:
    """The objective's gradient, shape (P,)."""
    return loss_and_gradient(problem, params)[1]


def loss_and_gradient(problem: Problem, params: Array) -> tuple[float, Array]:
    """:func:`loss` as a plain number and :func:`gradient`, from one pass."""
    layout = problem.architecture.layout
    passed = forward(problem.architecture, params, problem.inputs, problem.mask, problem.dropout)
    back = backward(problem.architecture, params, passed, problem.targets)
    shown = reduce(sample_losses(problem.architecture, passed, problem.targets), Reduction.MEAN)
    slopes = data_gradient(layout, passed, back, problem.reduction) + penalty_gradient(layout, params, problem.l1, problem.l2)
    return float(shown.real), slopes
