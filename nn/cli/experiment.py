"""From flags to an experiment."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from nn.choices import Activation, DataKind, Initializer
from nn.cli import places
from nn.datasets.catalogue import CATALOGUE
from nn.datasets.picture_file import SUFFIXES
from nn.errors import SettingsError
from nn.presets import BY_KEY
from nn.settings import DataSettings, Experiment, LayerSettings, NetworkSettings, StopSettings, TrainingSettings
from nn.text import QT_TRANSLATE_NOOP

DEFAULT_EPOCHS = 1000
PICTURES = (DataKind.MNIST, DataKind.FASHION)  # they start from their presets: other settings would take hours
_SYMMETRIC = (Activation.TANH, Activation.LINEAR)


def experiment_from(arguments: Namespace) -> Experiment:
    """The experiment that the flags of ``train`` ask for. Raises ``SettingsError`` and ``BadFile``."""
    base = _base(arguments)
    fresh = base is None
    base = replace(base or Experiment(), **_given(arguments, places.RUN))
    return replace(
        base,
        data=data_from(arguments, base.data),
        network=_network(arguments, base.network, fresh),
        training=_training(arguments, base.training),
    )


def _base(arguments: Namespace) -> Experiment | None:
    if arguments.experiment and arguments.preset:
        raise SettingsError("experiment", QT_TRANSLATE_NOOP("nn", "Start from an experiment file or from a preset, not from both; leave one out."))
    if arguments.preset:
        return BY_KEY[arguments.preset].experiment
    if not arguments.experiment:
        return BY_KEY[arguments.data.value].experiment if arguments.data in PICTURES else None
    from nn.storage.experiment import read

    return read(arguments.experiment)


def _given(arguments: Namespace, flags: dict[str, str]) -> dict[str, Any]:
    """The fields whose flags were given; "full" and "auto" stand for ``None``."""
    found = {field: getattr(arguments, flag) for flag, field in flags.items() if getattr(arguments, flag, None) is not None}
    return {field: None if value in ("full", "auto") and field in ("batch_size", "output_activation") else value for field, value in found.items()}


def data_from(arguments: Namespace, base: DataSettings) -> DataSettings:
    """``base`` changed by the data flags. Another kind of data starts with a noise that suits it; --seed draws it too."""
    changes = _given(arguments, places.DATA)
    if "path" in changes and "path" not in CATALOGUE[base.kind].uses:
        changes.setdefault("kind", DataKind.PICTURE if Path(changes["path"]).suffix.lower() in SUFFIXES else DataKind.CSV)
    if "points" in changes:
        changes.setdefault("kind", DataKind.DRAWN)
    kind = changes.get("kind", base.kind)
    if kind is not base.kind:
        changes.setdefault("noise", CATALOGUE[kind].noise)
    if arguments.seed is not None:
        changes.setdefault("seed", arguments.seed)
    return replace(base, **changes)


def _network(arguments: Namespace, base: NetworkSettings, fresh: bool) -> NetworkSettings:
    changes = _given(arguments, places.NETWORK)
    changes["hidden"] = hidden = _hidden(arguments, base)
    if "given" in changes:
        changes.setdefault("initializer", Initializer.GIVEN)
    if fresh:
        # Sigmoids and their like pass on less than tanh does: they start better from He's larger weights.
        changes.setdefault("initializer", Initializer.XAVIER if all(layer.activation in _SYMMETRIC for layer in hidden) else Initializer.HE)
    return replace(base, **changes)


def _hidden(arguments: Namespace, base: NetworkSettings) -> tuple[LayerSettings, ...]:
    widths = tuple(layer.width for layer in base.hidden) if arguments.layers is None else arguments.layers
    if not widths:
        return ()
    activations = arguments.activation
    if not activations:
        same = len(widths) == len(base.hidden)
        activations = tuple(layer.activation for layer in base.hidden) if same else (base.hidden[0].activation if base.hidden else Activation.TANH,)
    if len(activations) == 1:
        activations *= len(widths)
    if len(activations) != len(widths):
        raise SettingsError(
            "network.hidden",
            QT_TRANSLATE_NOOP("nn", "There are {layers} hidden layers but {count} activations; give one for all, or one for each."),
            layers=len(widths),
            count=len(activations),
        )
    return tuple(LayerSettings(width, activation) for width, activation in zip(widths, activations, strict=True))


def _training(arguments: Namespace, base: TrainingSettings) -> TrainingSettings:
    changes = _given(arguments, places.TRAINING)
    changes["optimizer"] = replace(base.optimizer, **_given(arguments, places.OPTIMIZER))
    changes["schedule"] = replace(base.schedule, **_given(arguments, places.SCHEDULE))
    stop = replace(base.stop, **_given(arguments, places.STOP))
    changes["stop"] = StopSettings(epochs=DEFAULT_EPOCHS) if stop == StopSettings() else stop
    return replace(base, **changes)
