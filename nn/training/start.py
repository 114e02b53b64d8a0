"""The engine that a run starts with: on the device that was asked for, or on the one that does this run's training fastest."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nn.backends import devices, trial
from nn.backends.base import Engine
from nn.backends.devices import Device
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import rows
from nn.errors import DeviceUnavailable
from nn.network import Architecture
from nn.settings import Experiment
from nn.training.batches import Batches, hyper_of
from nn.training.clock import Clock

# What was measured in this process: a run that is begun again is on the same device again, and at once.
_known: dict[Hashable, tuple[trial.Tried, ...]] = {}


def engine_for(
    experiment: Experiment,
    prepared: Prepared,
    architecture: Architecture,
    params: NDArray[np.floating],
    cancelled: Callable[[], bool] | None = None,
) -> trial.Outcome:
    """The engine with the training part of ``prepared`` and starting ``params`` (P,), and what each device did if there was a choice.

    ``cancelled`` is :func:`nn.backends.devices.create_engine`'s.

    Raises:
        DeviceUnavailable: no device that was asked for can be used.
        Cancelled: as ``cancelled`` wanted.
    """
    candidates = devices.candidates(experiment.device)
    train, dtype = prepared.dataset.train, np.dtype(experiment.precision.value)
    inputs, targets = rows(prepared.inputs, train), rows(prepared.targets, train)

    def make(device: Device) -> Engine:
        return devices.create_engine(device, architecture, inputs, targets, params=params, dtype=dtype, cancelled=cancelled)

    work = _work(experiment, prepared, architecture)
    if len(candidates) == 1:
        return trial.fastest(candidates, make, work)
    key = _key(experiment, prepared, architecture, candidates)
    known = _known.pop(key, ())
    try:
        outcome = trial.Outcome(make(_winner(candidates, known)), known) if known else None
    except DeviceUnavailable:
        outcome = None  # it could be used before; see what can be now
    if outcome is None:
        outcome = trial.fastest(candidates, make, work)
    if all(one.reason is None for one in outcome.tried):
        _known[key] = outcome.tried
    return outcome


def _winner(candidates: tuple[Device, ...], tried: tuple[trial.Tried, ...]) -> Device:
    best = max(tried, key=lambda one: one.samples_per_second)
    return next(device for device in candidates if device.kind == best.kind)


def _key(experiment: Experiment, prepared: Prepared, architecture: Architecture, candidates: tuple[Device, ...]) -> Hashable:
    """All that the speed depends on."""
    training = experiment.training
    return (
        tuple(device.name for device in candidates), architecture, experiment.precision, len(prepared.dataset.train), training.batch_size,
        training.optimizer.kind, training.dropout > 0.0,
    )  # fmt: skip


def _work(experiment: Experiment, prepared: Prepared, architecture: Architecture) -> trial.Work:
    """The run's first steps."""
    settings = experiment.training
    clock = Clock(len(prepared.dataset.train), settings.batch_size)
    batches = Batches(experiment.seed, clock, sum(architecture.widths[1:-1]))
    return trial.Work(partial(batches.chunk, settings, 0), hyper_of(settings), clock.phase(0).batch, batches.longest(settings, 0))
