"""A saved network from the command line, and the data that it is looked at with."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace

from nn.cli.experiment import data_from
from nn.cli.run import load_data
from nn.datasets.dataset import Prepared
from nn.errors import SettingsError
from nn.settings import Experiment
from nn.storage.experiment import from_toml
from nn.storage.saved_models import load
from nn.storage.trained import prepared_for
from nn.storage.weights import SavedNetwork
from nn.text import QT_TRANSLATE_NOOP


def open_saved(arguments: Namespace) -> tuple[SavedNetwork, Experiment, Prepared]:
    """The network in the file ``arguments.network``, the experiment that it was trained with on the data that the flags say, and that data.

    Raises ``BadFile`` for a file that is no network, ``SettingsError`` for data that doesn't fit it or that nobody has named.
    """
    saved = load(arguments.network)
    for note in saved.notes:
        print(note, file=sys.stderr)
    experiment = _experiment(saved, arguments)
    return saved, experiment, prepared_for(saved, load_data(experiment.data), experiment)


def _experiment(saved: SavedNetwork, arguments: Namespace) -> Experiment:
    base = from_toml(saved.experiment_toml, arguments.network) if saved.experiment_toml else None
    data_flags = arguments.data or arguments.data_path or arguments.points
    if base is None and not data_flags:
        raise SettingsError("data", QT_TRANSLATE_NOOP("nn", "The file doesn't say what the network was trained on; name the data with --data."))
    base = base or Experiment()
    architecture = saved.network.architecture
    return replace(
        base,
        data=data_from(arguments, base.data),
        network=replace(base.network, output_activation=architecture.activations[-1]),
        training=replace(base.training, loss=architecture.loss),
    )
