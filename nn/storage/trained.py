"""A trained network and the run it comes from: what is kept of the run, and what another run needs to go on from it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nn.datasets.dataset import Dataset, Prepared
from nn.datasets.pixels import is_bytes
from nn.datasets.prepare import prepare
from nn.errors import BadFile, SettingsError
from nn.network import Architecture, Network, read_only
from nn.settings import Experiment
from nn.storage.experiment import from_toml, to_toml
from nn.storage.weights import SavedNetwork
from nn.text import QT_TRANSLATE_NOOP


def trained(experiment: Experiment, prepared: Prepared, architecture: Architecture, params: NDArray[np.floating], step: int) -> SavedNetwork:
    """The network with ``params`` (P,) after ``step`` updates of ``experiment``, with all that its inputs and outputs mean."""
    dataset = prepared.dataset
    return SavedNetwork(
        Network(architecture, params),
        to_toml(experiment),
        step,
        prepared.transform,
        dataset.feature_names,
        dataset.class_names,
        prepared.target_mean,
        prepared.target_scale,
    )


def experiment_of(saved: SavedNetwork, path: str) -> Experiment:
    """The experiment that a network from the file ``path`` was trained in. Raises ``BadFile`` if the file doesn't say."""
    if not saved.experiment_toml:
        raise BadFile(
            path,
            QT_TRANSLATE_NOOP("nn", "{path} doesn't say what its network was trained on; choose a network that this program has saved."),
        )
    return from_toml(saved.experiment_toml, path)


def prepared_for(saved: SavedNetwork, dataset: Dataset, experiment: Experiment) -> Prepared:
    """The data as the network learnt to see it: with the means and scales saved with it, not with the data's own.

    Raises ``SettingsError`` for data that doesn't fit the network, and as :func:`nn.datasets.prepare.prepare` does.
    """
    prepared = prepare(dataset, experiment)
    widths = saved.network.architecture.widths
    if saved.transform is not None and len(saved.transform.mean) == len(dataset.feature_names):
        inputs = prepared.inputs if is_bytes(dataset.raw) else read_only(saved.transform.apply(dataset.raw))
        prepared = replace(prepared, transform=saved.transform, inputs=inputs)
    _check_width("inputs", prepared.inputs.shape[1], widths[0])
    _check_width("outputs", prepared.targets.shape[1], widths[-1])
    if dataset.values.shape[1] and len(saved.target_mean):
        targets = (dataset.values - saved.target_mean) / saved.target_scale
        prepared = replace(prepared, targets=read_only(targets), target_mean=saved.target_mean, target_scale=saved.target_scale)
    return prepared


def check_architecture(saved: SavedNetwork, architecture: Architecture) -> None:
    """Raise ``SettingsError`` unless the experiment's network is built as the saved one."""
    if saved.network.architecture != architecture:
        raise SettingsError(
            "network.hidden",
            QT_TRANSLATE_NOOP("nn", "The network in the file ({found}) isn't built as its experiment says ({needed}); choose another file."),
            found=_described(saved.network.architecture),
            needed=_described(architecture),
        )


def _described(architecture: Architecture) -> str:
    """Such as "2–4–1, tanh, sigmoid, mse"."""
    return ", ".join(("–".join(map(str, architecture.widths)), *architecture.activations, architecture.loss))


def _check_width(what: str, found: int, needed: int) -> None:
    if found != needed:
        raise SettingsError(
            "data",
            QT_TRANSLATE_NOOP("nn", "The network has {needed} {what} and the data asks for {found}; choose the data it was trained on."),
            needed=needed,
            what=what,
            found=found,
        )
