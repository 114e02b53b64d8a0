"""What a layer's neurons do over the training samples: which are dead, which saturated, what each is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nn.choices import AblationMode, Activation
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import floats
from nn.datasets.work import Work
from nn.inside.passes import SAMPLES, Numbers, Passes, blocks, check, spread
from nn.inside.variants import Variants
from nn.inside.views import Floats, Status
from nn.network import Ablation

DEAD_BELOW = 1e-3  # |output| that counts as nothing
SATURATED_WITHIN = 1e-2  # from an end of the activation
NEARLY_ALL = 0.95  # of the samples, at the same end

# Lower and upper end of what an activation can put out, where it comes near to both for ordinary z. ReLU has a lower end only: that is DEAD.
ENDS: dict[Activation, tuple[float, float]] = {
    Activation.SIGMOID: (0.0, 1.0),
    Activation.TANH: (-1.0, 1.0),
    Activation.STEP: (0.0, 1.0),
}


@dataclass(frozen=True, eq=False)
class Census:
    """Over ``samples`` training samples, (n,) each: ``largest`` |output|, the shares of samples at the ``low`` and at the ``high`` end, and
    the ``means`` of the outputs. Neurons of the layer count as on."""

    largest: Numbers
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    means: NDArray[np.float64]
    samples: int


def census(passes: Passes, layer: int, prepared: Prepared, most: int | None = None, work: Work | None = None) -> Census:
    """Of hidden ``layer``, over at most ``most`` training samples, in blocks. Raises ``Cancelled`` between two of them if ``work`` is given up."""
    width = passes.architecture.widths[layer]
    ends = ENDS.get(passes.architecture.activations[layer - 1])
    largest, total = np.zeros(width), np.zeros(width)
    low, high = np.zeros(width, dtype=np.int64), np.zeros(width, dtype=np.int64)
    places = spread(prepared.dataset.train, most)
    for block in blocks(len(places), 1, SAMPLES):
        check(work, block.start / len(places))
        own = passes.own(layer, floats(prepared.inputs[places[block]], passes.dtype))
        np.maximum(largest, np.abs(own).max(axis=1), out=largest)  # NaN stays NaN
        total += own.sum(axis=1, dtype=np.float64)
        if ends is not None:
            low += (own <= ends[0] + SATURATED_WITHIN).sum(axis=1)
            high += (own >= ends[1] - SATURATED_WITHIN).sum(axis=1)
    count = max(len(places), 1)
    return Census(largest, low / count, high / count, total / count, len(places))


def status(found: Census | None, values: Floats) -> NDArray[np.int8]:
    """(n,) of :class:`~nn.inside.views.Status`; ``values`` (n,) are the outputs for the input in view, ``nan`` without one.
    Before a census was taken none is known to be dead or saturated."""
    said = np.full(len(values), Status.ACTIVE, dtype=np.int8)
    said[np.abs(values) <= DEAD_BELOW] = Status.SILENT
    if found is None:
        return said
    said[(found.low >= NEARLY_ALL) | (found.high >= NEARLY_ALL)] = Status.SATURATED
    said[found.largest <= DEAD_BELOW] = Status.DEAD
    return said


def held(passes_all_on: Passes, layer: int, prepared: Prepared, ablation: Ablation, *, most: int | None = None, work: Work | None = None) -> Numbers:
    """What each neuron (n,) puts out when off: 0, or its mean over at most ``most`` training samples with all neurons on."""
    if ablation.mode is AblationMode.ZERO:
        return np.zeros(passes_all_on.architecture.widths[layer], dtype=passes_all_on.dtype)
    return census(passes_all_on, layer, prepared, most, work).means.astype(passes_all_on.dtype)


def worth(passes: Passes, layer: int, prepared: Prepared, *, on: NDArray[np.bool_], when_off: Numbers, most: int, work: Work | None = None) -> Floats:
    """How much the mean loss over at most ``most`` training samples grows without each neuron, (n,)."""
    places = spread(prepared.dataset.train, most)
    own = passes.own(layer, floats(prepared.inputs[places], passes.dtype))
    variants = Variants(passes, layer, own, on, when_off.astype(passes.dtype))
    return variants.growth(prepared.targets[places], work).astype(np.float32)
