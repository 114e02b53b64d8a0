"""The way that a run's parameters have come, and putting the network somewhere else on it or off it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nn.errors import SettingsError
from nn.network import read_only
from nn.text import QT_TRANSLATE_NOOP
from nn.training.trainer import Trainer

MOST = 500  # moments: a picture's line has no more pixels to turn in


def told(trainer: Trainer, most: int = MOST) -> NDArray[np.floating]:
    """The kept parameters up to now, (k, P) with k ≤ ``most``, oldest first and the present ones last; in the run's dtype, read-only.

    Where more are kept, they are thinned evenly; the first one always stays.
    """
    before = trainer.history.before(trainer.step)
    chosen = np.unique(np.linspace(0, len(before) - 1, min(len(before), most - 1)).round().astype(np.int64))
    return read_only(np.stack([*(before[place].params for place in chosen), trainer.params()]))


def put(trainer: Trainer, params: NDArray[np.floating]) -> None:
    """Put the network at ``params`` (P,). Raises :class:`SettingsError` for another length or for what is no number; then nothing changed."""
    size = trainer.engine.architecture.layout.size
    wanted = np.asarray(params)
    if wanted.shape != (size,):
        raise SettingsError(
            "params",
            QT_TRANSLATE_NOOP("nn", "The network has {size} weights and biases, and {given} values were given. Choose a place of this network."),
            size=size,
            given=wanted.size,
        )
    with np.errstate(over="ignore", invalid="ignore"):
        exact = wanted.astype(trainer.params().dtype)
    if not np.isfinite(exact).all():
        raise SettingsError(
            "params", QT_TRANSLATE_NOOP("nn", "There is no network at that place: some of its weights are no usable numbers. Choose another place.")
        )
    trainer.set_parameters(exact)
