"""The way that a run's parameters have come, and putting the network somewhere else on it or off it."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nn.errors import SettingsError
from nn.network import read_only
from nn.text import QT_TRANSLATE_NOOP
from nn.training.trainer import Trainer

MOST = 500  # moments: a picture's line has no more pixels to turn in
FINE = 200  # moments that a way should have to look like one
SECONDS = 0.25  # that a person at rest doesn't mind


def told(trainer: Trainer, most: int = MOST) -> NDArray[np.floating]:
    """The kept parameters up to now, (k, P) with k ≤ ``most``, oldest first and the present ones last; in the run's dtype, read-only.

    Where more are kept, they are thinned evenly; the first one always stays.
    """
    before = trainer.history.before(trainer.step)
    chosen = np.unique(np.linspace(0, len(before) - 1, min(len(before), most - 1)).round().astype(np.int64))
    return read_only(np.stack([*(before[place].params for place in chosen), trainer.params()]))


def fill(trainer: Trainer, seconds: float = SECONDS) -> None:
    """Keep more moments of the way up to now, where few were kept, by repeating steps: a quick run keeps one in a hundred.

    A step depends on the seed and its number alone, so it is the same again, bit for bit on the CPU. Where settings or ablations were
    changed since, it would not be, and nothing is repeated. Takes about ``seconds`` at most; the run stands where it stood.
    """
    now, ends = trainer.engine.state(), time.perf_counter() + seconds
    kept = trainer.history.before(now.step)
    if not kept:
        return
    apart = max((now.step - kept[0].step) // FINE, 1)
    for origin, following in pairwise([*kept, now]):
        if following.step - origin.step > 2 * apart and not _changed(trainer, origin.step, following.step):
            at = origin
            for step in range(origin.step + apart, following.step, apart):
                at = trainer.repeat(at, step)
                trainer.history.insert(at)
                if time.perf_counter() > ends:
                    break
        if time.perf_counter() > ends:
            break
    trainer.repeat(now, now.step)


def _changed(trainer: Trainer, after: int, before: int) -> bool:
    """Whether the steps between can't be repeated: a weight was set among them, or something else changed since."""
    return any(after < event.step and (event.kind != "edit" or event.step < before) for event in trainer.events)


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
