"""What the commands share: an engine for an experiment, and results as JSON."""

from __future__ import annotations

import json
import math
import sys

import numpy as np
from numpy.typing import NDArray

from nn.backends.base import Engine
from nn.datasets.dataset import Dataset, Prepared
from nn.network import Architecture
from nn.settings import DataSettings, Experiment


def load_data(settings: DataSettings) -> Dataset:
    """The data set; what was done about missing values is said on standard error."""
    from nn.datasets import load

    dataset = load(settings)
    for note in dataset.notes:
        print(note, file=sys.stderr)
    return dataset


def make_engine(experiment: Experiment, prepared: Prepared, architecture: Architecture, params: NDArray[np.floating]) -> Engine:
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
