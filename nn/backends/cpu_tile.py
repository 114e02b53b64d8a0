"""One tile of samples through a network and back: the inner loops of the path for small networks.

A tile holds some hundred samples *innermost*: each neuron is a row with its outputs for all of them, so every loop runs along
memory and fills the vector registers whatever the network's widths. Rows are numbered as in ``Layout``, inputs first, and
row r of a flat work array starts at r·width. A tile's width is a whole number of vectors; the columns beyond the last
sample hold zeros as inputs, and their losses and deltas are set to 0.
"""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends import cpu_gradient, cpu_passes, cpu_softmax, cpu_sparse, cpu_switch
from nn.backends.cpu_blas import by_blas, gemm
from nn.backends.cpu_codes import BINARY_CROSS_ENTROPY, CROSS_ENTROPY, LINEAR, MSE, SOFTMAX, Net, Switches
from nn.backends.cpu_compile import compact, inlined, part
from nn.backends.cpu_vector import element, fill, lanes, load, store, total64, zeros


class Work(NamedTuple):
    """Flat work space, rows × the widest tile: ``raw`` activations before the switches (only used while a switch is active),
    ``outputs``, ``deltas``; ``lost``: each sample's loss; ``targets`` K × the widest tile; ``sums``: a vector for each parameter whose
    gradient the loops here find.

    The others are for :mod:`nn.backends.cpu_sparse`, empty for networks that it doesn't suit: ``turned`` the first layer's sums or deltas,
    sample after sample; ``features`` and ``samples`` of listed numbers; ``ends`` of each sample's list; ``counts`` of each feature's.
    """

    raw: NDArray[np.floating]
    outputs: NDArray[np.floating]
    deltas: NDArray[np.floating]
    lost: NDArray[np.floating]
    targets: NDArray[np.floating]
    sums: NDArray[np.floating]
    turned: NDArray[np.floating]
    features: NDArray[np.int32]
    samples: NDArray[np.int32]
    ends: NDArray[np.int32]
    counts: NDArray[np.int32]


class Place(NamedTuple):
    """A tile's ``width``, its number of ``samples``, the ``step`` of the chunk and the ``column`` of the batch it begins at.

    ``sparse``: its inputs are lists of what isn't 0. ``descent``, unless it is 0: the first layer's weights go down by so much of
    their gradient as soon as it is known. ``last``: no other tile of its batch comes after it.
    """

    width: int
    samples: int
    step: int
    column: int
    sparse: bool
    descent: float
    last: bool


@part
def combine(net: Net, params: Any, x: Any, source: int, z: Any, to: int, width: int, a: Any, code: int) -> None:
    """Rows of layer ``to`` of z from those of the neighbouring layer ``source`` of x.

    Forward z = Wᵀ·x + b, backward z = W·x, times the slope of ``code`` at its outputs ``a``. Four rows at a time, so that each
    number of x is read once for four multiply-adds and the sums stay in registers.
    """
    inlined()
    compact()
    n, count, ahead = net.widths[source], net.widths[to], to > source
    at = net.at[max(to, source)]
    bias = at + n * count
    to_stride, stride = (1, count) if ahead else (n, 1)
    begin, end = net.first[source] * width, net.first[to] * width
    none = params.dtype.type(0.0)
    j = 0
    while j + 4 <= count:
        b0 = element(params, bias + j) if ahead else none
        b1 = element(params, bias + j + 1) if ahead else none
        b2 = element(params, bias + j + 2) if ahead else none
        b3 = element(params, bias + j + 3) if ahead else none
        for s in range(0, width, lanes(z)):
            a0, a1, a2, a3 = zeros(z) + b0, zeros(z) + b1, zeros(z) + b2, zeros(z) + b3
            for i in range(n):
                value = load(x, begin + i * width + s)
                q = at + j * to_stride + i * stride
                a0 = a0 + element(params, q) * value
                a1 = a1 + element(params, q + to_stride) * value
                a2 = a2 + element(params, q + 2 * to_stride) * value
                a3 = a3 + element(params, q + 3 * to_stride) * value
            place = end + j * width + s
            if code != LINEAR:
                a0, a1, a2, a3 = cpu_passes.four_sloped((a0, a1, a2, a3), a, place, width, code)
            store(z, place, a0)
            store(z, place + width, a1)
            store(z, place + 2 * width, a2)
            store(z, place + 3 * width, a3)
        j += 4
    while j < count:
        b0 = element(params, bias + j) if ahead else none
        for s in range(0, width, lanes(z)):
            a0 = zeros(z) + b0
            for i in range(n):
                a0 = a0 + element(params, at + j * to_stride + i * stride) * load(x, begin + i * width + s)
            if code != LINEAR:
                a0 = cpu_passes.sloped(a0, load(a, end + j * width + s), code)
            store(z, end + j * width + s, a0)
        j += 1


@part
def transfer(net: Net, params: Any, x: Any, source: int, z: Any, to: int, width: int, a: Any, code: int) -> None:
    """:func:`combine`, by BLAS where that is faster; then without the slopes."""
    inlined()
    compact()
    n, count = net.widths[source], net.widths[to]
    if not by_blas(n, count, width):
        combine(net, params, x, source, z, to, width, a, code)
        return
    ahead = to > source
    at, begin, end = net.at[max(to, source)], net.first[source] * width, net.first[to] * width
    if ahead:
        for j in range(count):
            for s in range(0, width, lanes(z)):
                store(z, end + j * width + s, element(params, at + n * count + j))
    gemm(count, width, n, params, at, count if ahead else n, ahead, x, begin, width, False, z, end, width, 1.0, ahead)


@part
def forward(layer: int, net: Net, switches: Switches, params: Any, work: Work, place: Place) -> None:
    """From the outputs of layer − 1 to those of hidden layers ``layer``…, and the output layer's z."""
    inlined()
    compact()
    depth, width = net.widths.size - 1, place.width
    for to in range(layer, depth + 1):
        first, n_out = net.first[to], net.widths[to]
        target = work.raw if switches.active and to < depth else work.outputs
        if to == 1 and place.sparse:
            cpu_sparse.sums(net, params, target, work, place)
        else:
            transfer(net, params, work.outputs, to - 1, target, to, width, target, LINEAR)
        if to < depth:
            cpu_passes.activate(target, first * width, (first + n_out) * width, net.codes[to])
            if switches.active:
                cpu_switch.switch(switches, work, net.widths[0], first, n_out, place)


@part
def output_only(net: Net, work: Work, width: int) -> None:
    """The output activation, where no loss is wanted."""
    compact()
    depth = net.widths.size - 1
    first, count = net.first[depth] * width, net.widths[depth]
    if net.codes[depth] == SOFTMAX:
        cpu_softmax.softmax(work.outputs, first, count, width)
    else:
        cpu_passes.activate(work.outputs, first, first + count * width, net.codes[depth])


@part
def finish(net: Net, work: Work, targets: Any, t_at: int, place: Place) -> float:
    """From the output layer's z to its outputs and deltas ∂L/∂z (∂L/∂o for the squared losses). Returns the summed loss.

    ``targets`` holds class k's from ``t_at + k·width`` on.
    """
    inlined()
    compact()
    depth, width = net.widths.size - 1, place.width
    first, count = net.first[depth] * width, net.widths[depth]
    if net.loss == CROSS_ENTROPY:
        cpu_softmax.cross_entropy(work.outputs, first, count, width, targets, t_at, work.deltas, work.lost)
    else:
        fill(work.lost, 0, width)
        if net.loss != BINARY_CROSS_ENTROPY:
            output_only(net, work, width)
        weight = 1.0 / count if net.loss == MSE else 0.5
        for k in range(count):
            at, of = first + k * width, t_at + k * width
            if net.loss == BINARY_CROSS_ENTROPY:
                cpu_passes.binary_cross_entropy(work.outputs, at, targets, of, work.deltas, work.lost, width)
            else:
                cpu_passes.squared(work.outputs, at, targets, of, work.deltas, work.lost, width, weight)
    fill(work.lost, place.samples, width)
    for k in range(count):
        fill(work.deltas, first + k * width + place.samples, first + (k + 1) * width)
    summed = 0.0
    for s in range(0, width, lanes(work.lost)):
        summed += total64(load(work.lost, s))
    return summed


@part
def backward(net: Net, switches: Switches, params: Any, grads: Any, work: Work, place: Place) -> None:
    """The tile's gradient, summed over its samples, from what :func:`finish` left in the deltas.

    A batch's first tile sets ``grads``, the others add to it.
    """
    inlined()
    compact()
    depth, width = net.widths.size - 1, place.width
    first, count = net.first[depth] * width, net.widths[depth]
    if net.loss not in (CROSS_ENTROPY, BINARY_CROSS_ENTROPY):
        if net.codes[depth] == SOFTMAX:
            cpu_softmax.softmax_slope(work.outputs, work.deltas, first, count, width)
        else:
            cpu_passes.times_slope(work.deltas, work.outputs, first, first + count * width, net.codes[depth])
    wide = 0
    for layer in range(depth, 0, -1):
        wide = cpu_gradient.layer_gradient(net, params, grads, work, layer, wide, place)
        if layer > 1:
            pull_back(net, switches, params, work, layer - 1, place)


@part
def pull_back(net: Net, switches: Switches, params: Any, work: Work, layer: int, place: Place) -> None:
    """Deltas of hidden ``layer`` from those of the next one."""
    inlined()
    compact()
    first, here, width = net.first[layer], net.widths[layer], place.width
    raw, code = work.raw if switches.active else work.outputs, net.codes[layer]
    together = code in cpu_passes.QUICK_SLOPES and not by_blas(here, net.widths[layer + 1], width)
    transfer(net, params, work.deltas, layer + 1, work.deltas, layer, width, raw, code if together else LINEAR)
    if not together:
        cpu_passes.times_slope(work.deltas, raw, first * width, (first + here) * width, code)
    if switches.active:
        for row in range(first, first + here):
            gain = switches.gain[switches.at + row]
            for p in range(row * width, (row + 1) * width, lanes(raw)):
                store(work.deltas, p, gain * load(work.deltas, p))
            if switches.keep.shape[0] > 0:
                cpu_switch.drop(switches, work.deltas, net.widths[0], row, place)
