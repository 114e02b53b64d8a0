"""The source of the kernels that train a network on a GPU, in named parts, each with a sentence that says what it does.

Importing this loads numba, which takes seconds; no GPU is needed.
"""

from __future__ import annotations

import inspect
import textwrap
from dataclasses import dataclass

import numpy as np

from nn.backends import cuda_kernels as kernels
from nn.backends import cuda_launch as launch
from nn.backends import cuda_layers as layers
from nn.backends import cuda_math as formulas
from nn.backends.cuda_plan import Kind, Plan, plan_for
from nn.network import Architecture
from nn.text import QT_TRANSLATE_NOOP, Sentence


@dataclass(frozen=True)
class SourcePart:
    """A part of a kernel: its ``title``, what it does in a ``sentence``, and its Python ``source``."""

    title: Sentence
    sentence: Sentence
    source: str


def parts(architecture: Architecture, dtype: type[np.floating] | np.dtype[np.floating] = np.float32) -> tuple[SourcePart, ...]:
    """What runs on a GPU for each training step of the network, in reading order.

    Raises OSError where the program's Python files are not there to be read.
    """
    plan = plan_for(architecture, np.dtype(dtype))
    if plan is None:
        return _by_layers()
    return (_whole(plan), *(_registers() if plan.kind is Kind.REGISTERS else _tiles(plan)), *_neurons(), _update())


def _part(title: str, sentence: str, *functions: object, **values: object) -> SourcePart:
    return SourcePart(Sentence(title), Sentence(sentence, values), "\n\n".join(_source(function) for function in functions))


def _source(function: object) -> str:
    """A function's source, of a compiled one the Python that it was made from."""
    python = getattr(function, "py_func", function)
    return textwrap.dedent(inspect.getsource(python)).rstrip()  # type: ignore[arg-type]  # what py_func leads to is a function


def _whole(plan: Plan) -> SourcePart:
    return _part(
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
        _part(
            QT_TRANSLATE_NOOP("nn", "Samples over threads"),
            QT_TRANSLATE_NOOP("nn", "Each thread takes samples of its own through the whole network and adds up their gradient in its registers."),
            launch.registers_gradient,
        ),
        _part(
            QT_TRANSLATE_NOOP("nn", "Sums over a warp"),
            QT_TRANSLATE_NOOP(
                "nn", "The 32 threads of a warp give one another halves of their sums, from register to register, until each holds one total."
            ),
            launch.exchange,
            launch.halving,
            launch.scattering,
        ),
        _part(
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
        _part(
            QT_TRANSLATE_NOOP("nn", "Tiles of samples"),
            QT_TRANSLATE_NOOP("nn", "{tile} samples at a time lie in shared memory, and all threads take them through the network together."),
            launch.tile_gradient,
            tile=plan.tile,
        ),
        _part(
            QT_TRANSLATE_NOOP("nn", "Layer by layer"),
            QT_TRANSLATE_NOOP(
                "nn", "Each thread computes neurons of a layer for some of the samples and waits for the others before the next layer."
            ),
            launch.tile_forward,
        ),
        _part(
            QT_TRANSLATE_NOOP("nn", "Gradients over a tile"),
            QT_TRANSLATE_NOOP(
                "nn", "Each warp adds up one parameter's gradient over the tile's samples; then the deltas go back through the weights."
            ),
            launch._tile_backward_layer,
            launch.warp_total,
            layers.blame_of,
        ),
    )


def _neurons() -> tuple[SourcePart, ...]:
    return (
        _part(
            QT_TRANSLATE_NOOP("nn", "One neuron"),
            QT_TRANSLATE_NOOP("nn", "The weighted sum of a neuron's inputs goes through its activation; the slope is kept for the way back."),
            layers.neuron_of,
            formulas.activate,
            formulas.slope,
            formulas.sigmoid,
        ),
        _part(
            QT_TRANSLATE_NOOP("nn", "Loss and output deltas"),
            QT_TRANSLATE_NOOP("nn", "The loss compares the outputs with the targets, and its derivative starts the way back."),
            layers.answer_of,
            formulas.squared_error,
            formulas.cross_entropy,
            formulas.output_delta,
        ),
    )


def _update() -> SourcePart:
    return _part(
        QT_TRANSLATE_NOOP("nn", "The update"),
        QT_TRANSLATE_NOOP("nn", "Each thread adds up the parts of its parameters' gradients and lets the optimizer move them."),
        launch.update_of,
        formulas.regularised,
        formulas.optimize,
    )


def _by_layers() -> tuple[SourcePart, ...]:
    """A network that one block can't hold: a kernel for each part of a step."""
    return (
        _part(
            QT_TRANSLATE_NOOP("nn", "Forward"),
            QT_TRANSLATE_NOOP("nn", "One kernel per layer: each thread computes a neuron's output for a sample, and its slope for the way back."),
            kernels.gather,
            kernels.forward,
            formulas.activate,
            formulas.slope,
        ),
        _part(
            QT_TRANSLATE_NOOP("nn", "Loss and output deltas"),
            QT_TRANSLATE_NOOP("nn", "The loss compares the outputs with the targets, and its derivative starts the way back."),
            kernels.answer,
            formulas.squared_error,
            formulas.cross_entropy,
            formulas.output_delta,
        ),
        _part(
            QT_TRANSLATE_NOOP("nn", "Backward"),
            QT_TRANSLATE_NOOP("nn", "One kernel per layer takes the deltas back through the weights; another adds up every parameter's gradient."),
            kernels.backward,
            kernels.accumulate,
        ),
        _part(
            QT_TRANSLATE_NOOP("nn", "The update"),
            QT_TRANSLATE_NOOP("nn", "Each thread adds up the parts of its parameters' gradients and lets the optimizer move them."),
            kernels.update,
            formulas.regularised,
            formulas.optimize,
        ),
    )
