"""Walks: the steps of backpropagation for any dense network, one number each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn.activations import Array
from nn.errors import SettingsError
from nn.network import Mask, Network, read_only
from nn.replay import layers
from nn.replay.places import Places
from nn.replay.plan import Plan, size_of_plan
from nn.replay.planner import make_plan
from nn.replay.scheme import Scheme
from nn.replay.settings import BiasMode, ReplaySettings, Sample, Trap
from nn.replay.step import Source, Step
from nn.replay.values import Numbers, Rule
from nn.replay.walk import Walk
from nn.text import QT_TRANSLATE_NOOP

MOST_STEPS = 20_000  # of one iteration; beyond, a step is a whole layer's
MOST_BYTES = 1e9  # of all steps together
BYTES_PER_STEP = 500  # about what a step and its sources take

StepMaker: TypeAlias = Callable[[int, Numbers, list[Step]], None]
"""Appends the steps of an iteration (its number, its numbers) to those made so far."""


def build_steps(network: Network, sample: Sample, settings: ReplaySettings | None = None, *, mask: Mask | None = None) -> tuple[Step, ...]:
    """The steps alone of :func:`build_walk`."""
    return build_walk(network, sample, settings, mask=mask).steps


def build_walk(network: Network, sample: Sample, settings: ReplaySettings | None = None, *, mask: Mask | None = None) -> Walk:
    """Walk through ``settings.iterations`` updates of ``network`` with ``sample``, and once more forward.

    Every number is :mod:`nn.backprop`'s, in float64. A network whose iteration would have more than ``MOST_STEPS`` steps is walked
    through a layer at a time. Raises :class:`SettingsError` where the sample doesn't fit the network, where the trap needs another
    network, where a parameter is no number, where the steps would not fit into memory, and where the learning rate is so large that
    the error stops being a number.
    """
    settings = settings if settings is not None else ReplaySettings()
    params = np.array(network.params, dtype=np.float64)
    _check(network, params, sample, settings)
    scheme = Scheme(network.architecture, settings, sample.count, _shares_biases(network, params, settings, mask), mask)
    whole = size_of_plan(scheme) > MOST_STEPS
    _check_memory(scheme, whole=whole)
    with np.errstate(all="ignore"):  # what overflows is found and told
        steps, errors, parameters = _walk(scheme, sample, params, layers.maker(scheme, sample) if whole else _maker(scheme, sample))
    first = settings.show[0] if settings.show is not None else 1
    return Walk(network, sample, scheme, tuple(steps), tuple(errors), read_only(parameters), first, whole)


def _check(network: Network, params: Array, sample: Sample, settings: ReplaySettings) -> None:
    sample.check_fits(network.architecture)
    if not np.isfinite(params).all():
        raise SettingsError(
            "network",
            QT_TRANSLATE_NOOP(
                "nn", "{count} of the network's weights and biases are no numbers any more. Restart the training, or choose another network."
            ),
            count=int((~np.isfinite(params)).sum()),
        )
    if settings.trap is Trap.W7_SLIP and network.architecture.widths != (2, 2, 2):
        raise SettingsError(
            "replay.trap",
            QT_TRANSLATE_NOOP("nn", "The trap {trap} needs a network with 2 inputs, 2 hidden neurons and 2 outputs; this one has {widths}."),
            trap=settings.trap.value,
            widths="-".join(str(width) for width in network.architecture.widths),
        )


def _check_memory(scheme: Scheme, *, whole: bool) -> None:
    """Refuse what would not fit into memory, before it is tried."""
    settings, architecture = scheme.settings, scheme.architecture
    first, last = settings.show if settings.show is not None else (1, settings.iterations + 1)
    numbers = 3 * (architecture.layout.size + scheme.samples * sum(architecture.widths))  # gradient, new, and the walk's parameters
    needed = (last - first + 1) * (8 * numbers if whole else BYTES_PER_STEP * size_of_plan(scheme))
    if needed > MOST_BYTES:
        raise SettingsError(
            "replay.show",
            QT_TRANSLATE_NOOP("nn", "The steps of {count} iterations would take about {gigabytes:.2g} GB. Show fewer iterations at once."),
            count=last - first + 1,
            gigabytes=needed / 1e9,
        )


def _shares_biases(network: Network, params: Array, settings: ReplaySettings, mask: Mask | None) -> bool:
    """Whether each layer's biases are equal and stay so."""
    layout = network.architecture.layout
    if settings.biases is BiasMode.PER_NEURON or (mask is not None and mask.frozen_parameters(layout).any()):
        return False
    return all(len(set(layout.biases(params, layer).tolist())) == 1 for layer in range(1, layout.depth + 1))


def _walk(scheme: Scheme, sample: Sample, params: Array, make: StepMaker) -> tuple[list[Step], list[float], NDArray[np.float64]]:
    """Steps of the iterations shown, E of all of them, and the parameters that those shown start with (the last update's too)."""
    settings, rule = scheme.settings, Rule(scheme, sample)
    first, last = settings.show if settings.show is not None else (1, settings.iterations + 1)
    steps: list[Step] = []
    errors, kept = [], []
    for iteration in range(1, settings.iterations + 2):
        if first <= iteration <= last + 1:
            kept.append(params)
        if iteration > settings.iterations and not first <= iteration <= last:
            errors.append(rule.error(params))
        else:
            numbers = rule.iterate(params, first=iteration == 1)
            errors.append(numbers.error)
            if first <= iteration <= last:
                make(iteration, numbers, steps)
            params = numbers.new
        _check_error(errors, iteration)
    return steps, errors, np.array(kept, dtype=np.float64)


def _check_error(errors: list[float], iteration: int) -> None:
    if np.isfinite(errors[-1]):
        return
    if iteration == 1:
        raise SettingsError(
            "network", QT_TRANSLATE_NOOP("nn", "The network's numbers are too large to calculate an error with. Choose another network.")
        )
    raise SettingsError(
        "replay.learning_rate",
        QT_TRANSLATE_NOOP("nn", "After {count} updates the error is no usable number any more. Choose a smaller learning rate or fewer iterations."),
        count=iteration - 1,
    )


def _maker(scheme: Scheme, sample: Sample) -> StepMaker:
    """One operation at a time."""
    places, usual = Places(scheme), make_plan(scheme, first=False)
    plans = {1: make_plan(scheme, first=True)}

    def make(iteration: int, numbers: Numbers, steps: list[Step]) -> None:
        closed = iteration <= scheme.settings.iterations
        _fill(plans.get(iteration, usual), places.pool(numbers, sample), iteration, scheme, closed=closed, into=steps)

    return make


def _fill(plan: Plan, pool: list[float], iteration: int, scheme: Scheme, *, closed: bool, into: list[Step]) -> None:
    """Append an iteration's steps; all, if it is ``closed`` by an update, else those up to the error."""
    base = len(into)
    before = base - len(plan.slots)  # where the iteration before begins: negative if it isn't shown
    sources = [
        Source(quantity, pool[place], base + step if step is not None else before + carried if carried is not None and before >= 0 else None)
        for quantity, place, step, carried in plan.cells
    ]
    slots = plan.slots if closed else plan.slots[: plan.opening]
    for number, (sample, phase, quantity, place, used, goal, chain) in enumerate(slots, base):
        taken = tuple([sources[cell] for cell in used])
        into.append(Step(number, iteration, sample, phase, quantity, pool[place], taken, goal, base + chain, scheme))
