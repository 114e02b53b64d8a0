"""What the commands share: an engine for an experiment, and results as JSON."""

from __future__ import annotations

import json
import math
import sys

import numpy as np
from numpy.typing import NDArray

from nn.backends.base import Engine
from nn.datasets.dataset import Dataset, Prepared
from nn.errors import SettingsError
from nn.network import Architecture
from nn.settings import DataSettings, Experiment
from nn.text import QT_TRANSLATE_NOOP


def load_data(settings: DataSettings) -> Dataset:
    """The data set; what was done about missing values is said on standard error."""
    from nn.datasets import load

    dataset = load(settings)
    for note in dataset.notes:
        print(note, file=sys.stderr)
    return dataset


def fetch_data(settings: DataSettings) -> None:
    """Download the data set, if it can be and wasn't before; a terminal shows how far it is. Raises ``SettingsError``."""
    from nn.datasets import openml
    from nn.datasets.work import Work

    if settings.kind not in openml.NAMES:
        raise SettingsError("fetch", QT_TRANSLATE_NOOP("nn", "Only mnist and fashion can be fetched; choose one of them with --data."))
    if settings.path or openml.cached(settings.kind).is_file():
        return
    if not sys.stderr.isatty():
        openml.fetch(settings.kind, Work())
        return
    from tqdm import tqdm

    with tqdm(total=100, unit=" %", file=sys.stderr, leave=False) as bar:
        openml.fetch(settings.kind, Work(lambda share: bar.update(int(100 * share) - bar.n)))


def make_engine(experiment: Experiment, prepared: Prepared, architecture: Architecture, params: NDArray[np.floating]) -> Engine:
    """The engine on the device that the experiment asks for; it is to be closed. Training isn't begun."""
    from nn.training.start import engine_for

    return engine_for(experiment, prepared, architecture, params).engine


def print_json(result: dict[str, object]) -> None:
    """One JSON object on standard output; numbers that JSON doesn't know become null."""
    print(json.dumps(_plain(result), ensure_ascii=False, allow_nan=False))


def _plain(value: object) -> object:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def shown(value: float, digits: str = ".6g") -> str:
    return "–" if math.isnan(value) else format(value, digits)
