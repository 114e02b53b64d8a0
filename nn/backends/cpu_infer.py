"""Outputs, every neuron, losses and right answers under many masks, for any samples: one compiled call without the GIL."""

# ruff: noqa: PLR0917 - numba's functions are called by position

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nn.backends import cpu_tile, cpu_train
from nn.backends.cpu_codes import Net, Switches
from nn.backends.cpu_compile import compact, entry, part
from nn.backends.cpu_tile import Place, Work
from nn.backends.cpu_vector import element, lanes, load, put, store


class Samples(NamedTuple):
    """``inputs`` (n, n_in); ``targets`` (n, K), or no row where no loss is wanted."""

    inputs: NDArray[np.floating]
    targets: NDArray[np.floating]


class Answers(NamedTuple):
    """What is asked for: ``outputs`` (n, K) and ``neurons`` (rows, n), contiguous, each with no row where it isn't; ``lost`` float64 and
    ``right`` int64 (masks,), to which each mask's summed loss and number of right classes are added.
    """

    outputs: NDArray[np.floating]
    neurons: NDArray[np.floating]
    lost: NDArray[np.float64]
    right: NDArray[np.int64]


@part
def take(samples: Any, begin: int, count: int, tile: Any, width: int) -> None:
    """Column s of ``tile`` becomes sample begin + s, in the columns beyond ``count`` zeros."""
    cpu_train.gather_in_turn(samples, samples, samples.shape[1], samples, begin, count, tile, width)  # neither levels nor an order


@part
def resume(net: Net, switches: Switches, work: Work, layer: int, width: int) -> None:
    """Outputs of ``layer`` under a mask from the unmasked ones, which ``work.deltas`` keeps."""
    compact()
    for row in range(net.first[layer], net.first[layer] + net.widths[layer]):
        gain, hold = switches.gain[switches.at + row], switches.hold[switches.at + row]
        for p in range(row * width, (row + 1) * width, lanes(work.deltas)):
            store(work.outputs, p, gain * load(work.deltas, p) + hold)


@part
def chosen(values: Any, at: int, classes: int, width: int) -> int:
    """The class of one sample: 1 from 0.5 on for a single output, else the first of the largest; as ``nn.metrics``."""
    compact()
    if classes == 1:
        return 1 if values[at] >= 0.5 else 0
    best = 0
    for k in range(1, classes):
        here, top = values[at + k * width], values[at + best * width]
        if here > top or (here != here and top == top):  # noqa: PLR0124 - a NaN counts as the largest
            best = k
    return best


@part
def hand_out(net: Net, work: Work, answers: Answers, place: Place) -> None:
    """Copy a tile's columns to where they were asked for."""
    compact()
    depth = net.widths.size - 1
    classes, count = net.widths[depth], answers.neurons.shape[1]
    if answers.outputs.shape[0] > 0:
        for k in range(classes):
            for s in range(place.samples):
                put(answers.outputs, (place.column + s) * classes + k, element(work.outputs, (net.first[depth] + k) * place.width + s))
    if answers.neurons.shape[0] > 0:
        for row in range(answers.neurons.shape[0]):
            for s in range(place.samples):
                put(answers.neurons, row * count + place.column + s, element(work.outputs, row * place.width + s))


@entry
def infer(net: Net, samples: Samples, masks: Switches, begins: Any, params: Any, work: Work, widest: int, answers: Answers) -> None:
    """Mask m is ``masks.gain[m·rows:]`` and ``masks.hold[m·rows:]``; ``begins[m]`` int64 is the first layer that it changes.

    Everything before that layer is computed once for all masks. ``begins[m]`` must be below the number of layers L.
    """
    compact()
    n, depth = samples.inputs.shape[0], net.widths.size - 1
    rows = net.first[depth] + net.widths[depth]
    width = cpu_train.compiled_width(n, widest, lanes(params))
    everyone = Switches(masks.gain, masks.hold, masks.keep, 1.0, False, 0)
    for column in range(0, n, width):
        place = Place(width, min(width, n - column), 0, column, False, 0.0, True)
        take(samples.inputs, column, place.samples, work.outputs, width)
        if samples.targets.shape[0] > 0:
            take(samples.targets, column, place.samples, work.targets, width)
        if depth > 1:
            cpu_tile.forward(1, net, everyone, params, work, place)
        cpu_train.copy(work.outputs, 0, work.deltas, net.first[depth] * width)
        for m in range(begins.size):
            switches = Switches(masks.gain, masks.hold, masks.keep, 1.0, True, m * rows)
            resume(net, switches, work, begins[m], width)
            cpu_tile.forward(begins[m] + 1, net, switches, params, work, place)
            if samples.targets.shape[0] > 0:
                answers.lost[m] += cpu_tile.finish(net, work, work.targets, 0, place)
                at, k = net.first[depth] * width, net.widths[depth]
                for s in range(place.samples):
                    right = chosen(work.outputs, at + s, k, width) == chosen(work.targets, s, k, width)
                    answers.right[m] += 1 if right else 0
            else:
                cpu_tile.output_only(net, work, width)
        hand_out(net, work, answers, place)
