"""The source of the kernels that train a network on a GPU, in named parts, each with a sentence that says what it does.

Importing this loads numba, which takes seconds; no GPU is needed.
"""

from __future__ import annotations

import numpy as np

from nn.backends import cuda_exchange as exchange
from nn.backends import cuda_grid as grid
from nn.backends import cuda_grid_samples as samples
from nn.backends import cuda_grid_tiles as tiles
from nn.backends import cuda_kernels as kernels
from nn.backends import cuda_launch as launch
from nn.backends import cuda_layer_tiles as layer_tiles
from nn.backends import cuda_layers as layers
from nn.backends import cuda_math as formulas
from nn.backends import cuda_tiles as products
from nn.backends.cuda_grid_plan import MOST_BATCH, cut, suits, tile_of
from nn.backends.cuda_plan import MOST_SAMPLES, Kind, Plan, plan_for
from nn.backends.source import Fact, SourcePart, fact, part
from nn.network import Architecture
from nn.text import QT_TRANSLATE_NOOP


def parts(architecture: Architecture, dtype: type[np.floating] | np.dtype[np.floating] = np.float32, batch: int = 1) -> tuple[SourcePart, ...]:
    """What runs on a GPU for each training step of the network on up to ``batch`` samples, in reading order.

    Raises OSError where the program's Python files are not there to be read.
    """
    plan = _plan(architecture, dtype, batch)
    if plan is None:
        return _grid(np.dtype(dtype)) if _on_a_grid(architecture, batch) else _by_layers()
    return (_whole(plan), *(_registers() if plan.kind is Kind.REGISTERS else _tiles(plan)), *_neurons(), _update())


def facts(architecture: Architecture, dtype: type[np.floating] | np.dtype[np.floating] = np.float32, batch: int = 1) -> tuple[Fact, ...]:
    """What the kernels are compiled and launched for."""
    plan = _plan(architecture, dtype, batch)
    found = [
        fact(QT_TRANSLATE_NOOP("nn", "Precision"), "{dtype}", dtype=np.dtype(dtype).name),
        fact(QT_TRANSLATE_NOOP("nn", "Network"), "{widths}", widths="-".join(map(str, architecture.widths))),
    ]
    launches = QT_TRANSLATE_NOOP("nn", "Launches")
    if plan is None and not _on_a_grid(architecture, batch):
        return (*found, fact(launches, QT_TRANSLATE_NOOP("nn", "several kernels a step, batches of up to {batch}"), batch=batch))
    found.append(fact(launches, QT_TRANSLATE_NOOP("nn", "one for many steps, batches of up to {batch}"), batch=batch))
    if plan is None:
        tile = tile_of(np.dtype(dtype).itemsize)
        return (
            *found,
            _block(tile.threads, tile.shared_bytes(np.dtype(dtype).itemsize)),
            fact(
                _GRADIENT,
                QT_TRANSLATE_NOOP("nn", "in {units} tiles of weights, one after another in each block"),
                units=cut(architecture.layout, tile).units,
            ),
        )
    found.append(_block(plan.threads, plan.shared_bytes))
    if plan.kind is Kind.REGISTERS:
        return (*found, fact(_GRADIENT, QT_TRANSLATE_NOOP("nn", "in the threads' registers")))
    return (*found, fact(_GRADIENT, QT_TRANSLATE_NOOP("nn", "over tiles of {tile} samples in shared memory"), tile=plan.tile))


_GRADIENT = QT_TRANSLATE_NOOP("nn", "Gradient")


def _block(threads: int, size: int) -> Fact:
    template = QT_TRANSLATE_NOOP("nn", "{threads} threads, {bytes} bytes of shared memory")
    return fact(QT_TRANSLATE_NOOP("nn", "Block"), template, threads=threads, bytes=size)


def _on_a_grid(architecture: Architecture, batch: int) -> bool:
    """Whether a grid of blocks trains a network that one block can't hold."""
    return suits(architecture.layout) and batch <= MOST_BATCH


def _plan(architecture: Architecture, dtype: type[np.floating] | np.dtype[np.floating], batch: int) -> Plan | None:
    """How one block trains the network; ``None`` where the network or the batch is too large for one."""
    return plan_for(architecture, np.dtype(dtype)) if batch <= MOST_SAMPLES else None


def _whole(plan: Plan) -> SourcePart:
    return part(
        QT_TRANSLATE_NOOP("nn", "The launch"),
        QT_TRANSLATE_NOOP(
            "nn",
            "One block of {threads} threads trains for many steps: weights and optimizer state stay in {bytes} bytes of shared memory, and"
            " only the losses leave it.",
        ),
        launch.training_kernel,
        threads=plan.threads,
        bytes=plan.shared_bytes,
    )


def _registers() -> tuple[SourcePart, ...]:
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "Samples over threads"),
            QT_TRANSLATE_NOOP("nn", "Each thread takes samples of its own through the whole network and adds up their gradient in its registers."),
            launch.registers_gradient,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Sums over a warp"),
            QT_TRANSLATE_NOOP(
                "nn", "The 32 threads of a warp give one another halves of their sums, from register to register, until each holds one total."
            ),
            exchange.exchange,
            exchange.halving,
            exchange.scattering,
            exchange.leaving,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Backward through a layer"),
            QT_TRANSLATE_NOOP(
                "nn", "A weight's gradient is the output at its start times the delta at its end; then the deltas go back through the weights."
            ),
            layers._backward_layer,
            layers.blame_of,
        ),
    )


def _tiles(plan: Plan) -> tuple[SourcePart, ...]:
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "Tiles of samples"),
            QT_TRANSLATE_NOOP("nn", "{tile} samples at a time lie in shared memory, and all threads take them through the network together."),
            launch.tile_gradient,
            tile=plan.tile,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Layer by layer"),
            QT_TRANSLATE_NOOP(
                "nn", "Each thread computes neurons of a layer for some of the samples and waits for the others before the next layer."
            ),
            launch.tile_forward,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Gradients over a tile"),
            QT_TRANSLATE_NOOP(
                "nn", "Each warp adds up one parameter's gradient over the tile's samples; then the deltas go back through the weights."
            ),
            launch._tile_backward_layer,
            exchange.warp_total,
            layers.blame_of,
        ),
    )


def _neurons() -> tuple[SourcePart, ...]:
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "One neuron"),
            QT_TRANSLATE_NOOP("nn", "The weighted sum of a neuron's inputs goes through its activation; the slope is kept for the way back."),
            layers.neuron_of,
            formulas.activate,
            formulas.slope,
            formulas.sigmoid,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Loss and output deltas"),
            QT_TRANSLATE_NOOP("nn", "The loss compares the outputs with the targets, and its derivative starts the way back."),
            layers.answer_of,
            formulas.squared_error,
            formulas.cross_entropy,
            formulas.output_delta,
        ),
    )


def _update() -> SourcePart:
    return part(
        QT_TRANSLATE_NOOP("nn", "The update"),
        QT_TRANSLATE_NOOP("nn", "Each thread adds up the parts of its parameters' gradients and lets the optimizer move them."),
        launch.update_of,
        formulas.regularised,
        formulas.optimize,
    )


def _grid(dtype: np.dtype[np.floating]) -> tuple[SourcePart, ...]:
    """A network that one block can't hold, but a grid of blocks that wait for one another."""
    tile = tile_of(dtype.itemsize)
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "The launch"),
            QT_TRANSLATE_NOOP(
                "nn",
                "A grid of blocks of {threads} threads trains for many steps; between the parts of a step, every block waits for all the others.",
            ),
            grid.grid_kernel,
            threads=tile.threads,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "The first layer"),
            QT_TRANSLATE_NOOP(
                "nn",
                "Each block multiplies {rows} rows and {columns} columns of the weights with the batch's inputs, both waiting in shared memory.",
            ),
            tiles.loading,
            tiles.multiplying,
            products.rows_by_columns,
            rows=tile.rows,
            columns=tile.lanes,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "A sample through the other layers"),
            QT_TRANSLATE_NOOP(
                "nn", "Each block takes a sample of its own forward to the loss and back to the first layer's deltas; its threads share the neurons."
            ),
            samples.sampling,
            samples.applying,
            samples.firing,
            formulas.activate,
            formulas.slope,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Loss and output deltas"),
            QT_TRANSLATE_NOOP("nn", "The loss compares the outputs with the targets, and its derivative starts the way back."),
            samples.answering,
            grid.tallying,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "The update"),
            QT_TRANSLATE_NOOP(
                "nn", "Each block adds up the gradient of the weights that are its own over the batch, and lets the optimizer move them."
            ),
            tiles.updating,
            products.columns_by_columns,
            tiles.moved,
            formulas.regularised,
            formulas.optimize,
        ),
    )


def _by_layers() -> tuple[SourcePart, ...]:
    """A network or a batch that is too large for one launch: a kernel for each part of a step."""
    return (
        part(
            QT_TRANSLATE_NOOP("nn", "Forward"),
            QT_TRANSLATE_NOOP(
                "nn",
                "One kernel per layer: blocks multiply tiles of weights and of samples in shared memory, and keep the slopes for the way back.",
            ),
            kernels.gather,
            layer_tiles.forward_kernel,
            products.columns_by_columns,
            formulas.activate,
            formulas.slope,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Loss and output deltas"),
            QT_TRANSLATE_NOOP("nn", "The loss compares the outputs with the targets, and its derivative starts the way back."),
            kernels.answer,
            formulas.squared_error,
            formulas.cross_entropy,
            formulas.output_delta,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "Backward"),
            QT_TRANSLATE_NOOP(
                "nn",
                "One kernel per layer takes the deltas back through the weights; another adds up every parameter's gradient, tile by tile.",
            ),
            layer_tiles.backward_kernel,
            layer_tiles.accumulate_kernel,
            products.rows_by_columns,
        ),
        part(
            QT_TRANSLATE_NOOP("nn", "The update"),
            QT_TRANSLATE_NOOP("nn", "Each thread adds up the parts of its parameters' gradients and lets the optimizer move them."),
            kernels.update,
            formulas.regularised,
            formulas.optimize,
        ),
    )
