"""The source of the code that trains a network on the CPU, in named parts, each with a sentence that says what it does.

Importing this loads numba.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from nn.backends import cpu_blas, cpu_gradient, cpu_passes, cpu_softmax, cpu_sparse, cpu_tile, cpu_train, cpu_update
from nn.backends.cpu_sizes import goes_to_blas, lanes_of, widest_tile
from nn.backends.cpu_vector import REGISTER_BITS
from nn.backends.source import Fact, SourcePart, fact, part
from nn.choices import Activation, Loss
from nn.network import Architecture
from nn.text import QT_TRANSLATE_NOOP

_PRECISION = QT_TRANSLATE_NOOP("nn", "Precision")
_TOPOLOGY = QT_TRANSLATE_NOOP("nn", "Network")


def tile_of(architecture: Architecture, dtype: np.dtype[np.floating], batch: int) -> int:
    """How many samples the engine takes through the network together, of a batch of ``batch``."""
    return cpu_train.tile_width(batch, widest_tile(architecture, dtype), lanes_of(dtype))


def blas_layers(architecture: Architecture, width: int) -> tuple[int, ...]:
    """The layers, counted from 1, whose products BLAS calculates for tiles of ``width`` samples."""
    return tuple(layer for layer, (n_in, n_out) in enumerate(pairwise(architecture.widths), 1) if goes_to_blas(n_in, n_out, width))


def facts(architecture: Architecture, dtype: np.dtype[np.floating], batch: int) -> tuple[Fact, ...]:
    """What the code was compiled and called for."""
    width = tile_of(architecture, dtype, batch)
    layers = blas_layers(architecture, width)
    products = QT_TRANSLATE_NOOP("nn", "the loops below")
    if layers:
        products = QT_TRANSLATE_NOOP("nn", "BLAS in layers {layers}, the loops below in the others")
        if len(layers) == len(architecture.activations):
            products = QT_TRANSLATE_NOOP("nn", "BLAS in every layer")
    return (
        fact(_PRECISION, "{dtype}", dtype=np.dtype(dtype).name),
        fact(_TOPOLOGY, "{widths}", widths="-".join(map(str, architecture.widths))),
        fact(
            QT_TRANSLATE_NOOP("nn", "Vectors"),
            QT_TRANSLATE_NOOP("nn", "{lanes} numbers at a time, in registers of {bits} bits"),
            lanes=lanes_of(dtype),
            bits=REGISTER_BITS,
        ),
        fact(QT_TRANSLATE_NOOP("nn", "Tile"), QT_TRANSLATE_NOOP("nn", "{tile} samples of a batch of {batch}"), tile=width, batch=batch),
        fact(QT_TRANSLATE_NOOP("nn", "Products"), products, layers=", ".join(map(str, layers))),
    )


def parts(architecture: Architecture, dtype: np.dtype[np.floating], batch: int) -> tuple[SourcePart, ...]:
    """What runs for each training step of the network. Raises OSError where the program's Python files are not there to be read."""
    width = tile_of(architecture, dtype, batch)
    blas = blas_layers(architecture, width)
    return (
        _steps(),
        *(_loops() if len(blas) < len(architecture.activations) else ()),
        *(_blas(blas) if blas else ()),
        *(_sparse() if 1 in blas and architecture.widths[1] % lanes_of(dtype) == 0 else ()),
        _neurons(),
        _loss(architecture),
        _backward(),
        _update(),
    )


def _steps() -> SourcePart:
    return part(
        QT_TRANSLATE_NOOP("nn", "The loop over steps"),
        QT_TRANSLATE_NOOP("nn", "One call does many steps: for each, every tile of the batch goes forward and back, then the parameters move."),
        cpu_train.train,
        cpu_tile.forward,
    )


def _loops() -> tuple[SourcePart, ...]:
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "Weighted sums"),
            QT_TRANSLATE_NOOP(
                "nn", "Four neurons at a time for a vector of samples: each input is read once for four of them, and the sums stay in registers."
            ),
            cpu_tile.combine,
        ),
    )


def _blas(layers: tuple[int, ...]) -> tuple[SourcePart, ...]:
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "Products by BLAS"),
            QT_TRANSLATE_NOOP("nn", "A large layer's sums are one matrix product (layers {layers}); the library for linear algebra calculates it."),
            cpu_blas.by_blas,
            cpu_tile.transfer,
            cpu_blas._generate,
            layers=", ".join(map(str, layers)),
        ),
    )


def _sparse() -> tuple[SourcePart, ...]:
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "Inputs that are 0"),
            QT_TRANSLATE_NOOP(
                "nn",
                "Where most inputs of a batch are 0, only the others are listed and multiplied in layer 1: by sample forward, by input backward.",
            ),
            cpu_sparse.rows_of_four,
            cpu_sparse.sums,
            cpu_sparse.gradient,
        ),
    )


def _neurons() -> SourcePart:
    return part(
        QT_TRANSLATE_NOOP("nn", "Activations"),
        QT_TRANSLATE_NOOP("nn", "Each weighted sum becomes its neuron's output, a vector of samples at a time."),
        cpu_passes.activate,
        cpu_passes.sigmoids,
    )


def _loss(architecture: Architecture) -> SourcePart:
    if architecture.loss is Loss.CROSS_ENTROPY:
        used: tuple[object, ...] = (cpu_softmax.cross_entropy,)
    elif architecture.loss is Loss.BINARY_CROSS_ENTROPY:
        used = (cpu_passes.binary_cross_entropy,)
    else:
        softmax = (cpu_softmax.softmax,) if architecture.activations[-1] is Activation.SOFTMAX else ()
        used = (cpu_passes.squared, *softmax)
    return part(
        QT_TRANSLATE_NOOP("nn", "Loss and output deltas"),
        QT_TRANSLATE_NOOP("nn", "The loss compares the outputs with the targets, and its derivative starts the way back."),
        cpu_tile.finish,
        *used,
    )


def _backward() -> SourcePart:
    return part(
        QT_TRANSLATE_NOOP("nn", "Backward"),
        QT_TRANSLATE_NOOP(
            "nn", "From the last layer to the first: the gradient is outputs times deltas, then the deltas go back through the weights."
        ),
        cpu_tile.backward,
        cpu_gradient.layer_gradient,
        cpu_gradient.by_loops,
        cpu_gradient.pairs_of_dots,
        cpu_gradient.dots,
        cpu_gradient.row_sums,
        cpu_tile.pull_back,
        cpu_passes.times_slope,
    )


def _update() -> SourcePart:
    return part(
        QT_TRANSLATE_NOOP("nn", "The update"),
        QT_TRANSLATE_NOOP("nn", "The penalty joins the gradient, and the optimizer moves the parameters, a vector of them at a time."),
        cpu_train.goes_straight,
        cpu_update.update,
        cpu_update.slope,
        cpu_update.remember,
        cpu_update.descend,
        cpu_update.adam,
    )
