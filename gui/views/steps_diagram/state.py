"""What stands at each place of the diagram at a step of the walk. Nothing is calculated here: it is looked up among the steps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from gui.views.steps_diagram.places import COMPUTED, LAYERS, PARAMETERS, parameter, place_of
from gui.views.steps_diagram.symbols import Symbol, name_of
from nn.layout import Layout
from nn.replay.step import Kind, Quantity, Step
from nn.replay.walk import Walk

ALL_SAMPLES = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """``value`` is ``None`` where nothing was calculated yet. ``step``: which one made it, ``None`` where it was given.
    ``fresh``: the step being looked at made it. ``before``: what a parameter was at the iteration's start, once it has changed."""

    value: float | None
    step: int | None = None
    fresh: bool = False
    before: float | None = None


class Readings:
    """Finds numbers by place and step. Made once for a walk; a look-up is a search in a short sorted list."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self._made: dict[tuple[Quantity, int], list[int]] = defaultdict(list)  # (place, sample) → ids
        self._any: dict[Quantity, list[int]] = defaultdict(list)  # place → ids
        self._names: dict[Quantity, Symbol] = {}
        self._samples: list[int] = []  # by id: the sample on show
        shown = 0
        for step in walk.steps:
            shown = step.sample if step.sample >= 0 else shown
            self._samples.append(shown)
            self._note(step)

    def _note(self, step: Step) -> None:
        kind = step.quantity.kind
        if kind in COMPUTED or kind in LAYERS:
            place = place_of(step.quantity)
            self._made[place, step.sample].append(step.id)
            self._any[place].append(step.id)
        elif kind is Kind.NEW:
            self._any[parameter(step.quantity)].append(step.id)

    def at(self, step: int) -> Moment:
        return Moment(self, step)

    def sample(self, step: int) -> int:
        """The sample that is on show at ``step``: its own, or where it is of all samples the last one before it."""
        return self._samples[step] if 0 <= step < len(self._samples) else 0

    def name(self, place: Quantity) -> Symbol:
        """What ``place`` is called; looked up once."""
        found = self._names.get(place)
        if found is None:
            found = self._names[place] = name_of(place, self.walk.scheme)
        return found

    def made(self, place: Quantity, sample: int) -> list[int]:
        """Ids of the steps that make ``place``'s number for ``sample``, or for all samples together."""
        return self._made.get((place, sample)) or self._made.get((place, ALL_SAMPLES)) or []

    def updates(self, place: Quantity) -> list[int]:
        """Ids of the steps that give a parameter a new value; with a layer's biases tied, those of the layer's first."""
        found = self._any.get(place)
        if not found and place.kind is Kind.BIAS and self.walk.scheme.shared_biases:
            found = self._any.get(place._replace(unit=0))
        return found or []


class Moment:
    """All places at one step."""

    def __init__(self, readings: Readings, step: int) -> None:
        self._readings, self.walk = readings, readings.walk
        steps = self.walk.steps
        self.step = min(max(step, -1), len(steps) - 1)
        self.iteration = steps[self.step].iteration if self.step >= 0 else self.walk.first
        self.sample = readings.sample(self.step)
        self._known: dict[Quantity, Reading] = {}

    def name(self, place: Quantity) -> Symbol:
        """What ``place`` is called."""
        return self._readings.name(place)

    def read(self, place: Quantity) -> Reading:
        """What stands at ``place``."""
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = self._read(place)
        return found

    def _read(self, place: Quantity) -> Reading:
        if place.kind in PARAMETERS:
            return self._parameter(place)
        if place.kind in COMPUTED or place.kind in LAYERS:
            return self._computed(place)
        return Reading(self._given(place))

    def _given(self, place: Quantity) -> float | None:
        sample = self.walk.sample
        if place.kind is Kind.INPUT:
            return float(sample.inputs[self.sample, place.unit])
        if place.kind is Kind.TARGET:
            return float(sample.targets[self.sample, place.unit])
        return self.walk.scheme.settings.learning_rate if place.kind is Kind.RATE else None

    def _computed(self, place: Quantity) -> Reading:
        ids = self._readings.made(place, self.sample)
        newest = bisect_right(ids, self.step) - 1
        if newest < 0 or self.walk.steps[ids[newest]].iteration != self.iteration:
            return Reading(None)
        found = self.walk.steps[ids[newest]]
        return Reading(found.value, found.id, found.id == self.step)

    def _parameter(self, place: Quantity) -> Reading:
        ids = self._readings.updates(place)
        newest = bisect_right(ids, self.step) - 1
        made = self.walk.steps[ids[newest]] if newest >= 0 else None
        start = self.start(place, self.iteration)
        if made is None or made.iteration != self.iteration:
            return Reading(start, made.id if made is not None else None)
        return Reading(made.value, made.id, made.id == self.step, start)

    def start(self, place: Quantity, iteration: int | None = None) -> float:
        """A parameter at the start of ``iteration``, by default of the walk's first one."""
        index = _index(self.walk.network.architecture.layout, place)
        row = 0 if iteration is None else min(max(iteration - self.walk.first, 0), len(self.walk.parameters) - 1)
        return float(self.walk.parameters[row, index])

    def maker(self, place: Quantity) -> int | None:
        """The step to go to from ``place``: the one that made its number, else the next that will; ``None`` for what is given."""
        made = self.read(place).step
        if made is not None:
            return made
        ids = self._readings.updates(place) if place.kind in PARAMETERS else self._readings.made(place, self.sample)
        after = bisect_left(ids, self.step + 1)
        if after < len(ids):
            return ids[after]
        return ids[-1] if ids else None

    def sources(self, place: Quantity) -> tuple[Quantity, ...]:
        """The places whose numbers went into the one at ``place``; none where that was given or isn't there yet."""
        made = self.read(place).step
        return () if made is None else tuple(dict.fromkeys(place_of(source.quantity) for source in self.walk.steps[made].sources))


def _index(layout: Layout, place: Quantity) -> int:
    """A parameter's place in the vector."""
    if place.kind is Kind.BIAS:
        return layout.bias_index(place.layer, place.unit)
    return layout.weight_index(place.layer, place.other, place.unit)
