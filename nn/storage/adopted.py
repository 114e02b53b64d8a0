"""An experiment for a network that another program saved: it says what it was, and nothing about where it comes from."""

from __future__ import annotations

from dataclasses import replace

from nn.choices import DataKind, OptimizerKind
from nn.datasets.catalogue import CATALOGUE
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, OptimizerSettings, TrainingSettings
from nn.storage.trained import experiment_of
from nn.storage.weights import SavedNetwork

# What a network of these inputs and outputs was most likely made for.
LIKELY: dict[tuple[int, int], DataSettings] = {
    (1, 1): DataSettings(DataKind.CURVE),
    (2, 1): DataSettings(DataKind.PICTURE, test_share=0.0),
    (2, 3): DataSettings(DataKind.PICTURE, test_share=0.0, colour=True),
    (64, 10): DataSettings(DataKind.DIGITS),
    (784, 10): DataSettings(DataKind.MNIST),
}
RATE, BATCH = 0.001, 128  # gentle: it has learnt already


def experiment_for(saved: SavedNetwork, path: str, at_hand: DataSettings) -> Experiment:
    """The experiment in which the network from the file ``path`` was trained; if the file doesn't say, one that it can go on in.

    Its data are then those ``at_hand`` where they are of the likely kind, or where no kind is likely: they must fit, which shows when they
    are loaded. Raises ``BadFile``, and ``SettingsError`` for a network larger than experiments may be.
    """
    if saved.experiment_toml or not saved.notes:
        return experiment_of(saved, path)
    architecture = saved.network.architecture
    hidden = tuple(map(LayerSettings, architecture.widths[1:-1], architecture.activations[:-1]))
    return Experiment(
        data=_data(architecture.widths[0], architecture.widths[-1], at_hand),
        network=NetworkSettings(hidden, architecture.activations[-1]),
        training=TrainingSettings(architecture.loss, optimizer=OptimizerSettings(OptimizerKind.ADAM), learning_rate=RATE, batch_size=BATCH),
    )


def _data(inputs: int, outputs: int, at_hand: DataSettings) -> DataSettings:
    likely = LIKELY.get((inputs, outputs))
    if likely is None:
        return at_hand
    if at_hand.kind is not likely.kind:
        return replace(likely, noise=CATALOGUE[likely.kind].noise)
    return replace(at_hand, colour=likely.colour)
