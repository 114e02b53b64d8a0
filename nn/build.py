"""Puts an experiment and its data together: the network's architecture and the batch that is really used."""

from __future__ import annotations

from nn.choices import Activation, Loss, Precision, Task
from nn.datasets.dataset import Prepared
from nn.errors import SettingsError
from nn.network import Architecture
from nn.settings import Experiment
from nn.text import QT_TRANSLATE_NOOP, Sentence

MOST_BYTES = 2_000_000_000
VECTORS = 6  # of the parameters' length: weights, gradient, two optimizer slots, and a copy of weights and slots for going back


def architecture_for(experiment: Experiment, prepared: Prepared) -> Architecture:
    """Widths from the data's inputs and targets; the output's activation, where left open, from the loss and the task.

    Raises ``SettingsError`` if the parameters and the optimizer's state would take more than 2 GB.
    """
    hidden = experiment.network.hidden
    widths = (prepared.inputs.shape[1], *(layer.width for layer in hidden), prepared.targets.shape[1])
    output = experiment.network.output_activation or default_output(experiment.training.loss, prepared.dataset.task)
    architecture = Architecture(widths, (*(layer.activation for layer in hidden), output), experiment.training.loss)
    needed = memory_needed(architecture, experiment.precision)
    if needed > MOST_BYTES:
        raise SettingsError(
            "network.hidden",
            QT_TRANSLATE_NOOP(
                "nn",
                "A network of {widths} has {parameters} parameters and would take about {gigabytes:.3g} GB to train;"
                " make it smaller, to stay below {most:g} GB.",
            ),
            widths="–".join(str(width) for width in widths),
            parameters=architecture.layout.size,
            gigabytes=needed / 1e9,
            most=MOST_BYTES / 1e9,
        )
    return architecture


def default_output(loss: Loss, task: Task) -> Activation:
    """softmax and sigmoid for their cross-entropies; for squared errors sigmoid for classes, linear for numbers."""
    if loss is Loss.CROSS_ENTROPY:
        return Activation.SOFTMAX
    if loss is Loss.BINARY_CROSS_ENTROPY or task is Task.CLASSIFICATION:
        return Activation.SIGMOID
    return Activation.LINEAR


def memory_needed(architecture: Architecture, precision: Precision) -> int:
    """Bytes that the parameters, their gradient, the optimizer's state and a copy to go back to take."""
    return VECTORS * architecture.layout.size * (4 if precision is Precision.FLOAT32 else 8)


def batch_size(experiment: Experiment, n: int) -> tuple[int, Sentence | None]:
    """The batch for ``n`` training samples, and what to tell the person if it isn't the one asked for."""
    asked = experiment.training.batch_size
    if asked is None or asked == n:
        return n, None
    if asked < n:
        return asked, None
    return n, Sentence(
        QT_TRANSLATE_NOOP("nn", "A batch of {asked} is more than the {n} training samples; the full batch is used."), {"asked": asked, "n": n}
    )
