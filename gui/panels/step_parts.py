"""The stretches of a walk that its outline and its scrub bar name: iterations, and in them passes and layers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from gui.format import count
from nn.replay.step import Phase, Step
from nn.replay.walk import Walk
from nn.text import QT_TRANSLATE_NOOP

K = TypeVar("K")

_NAMES = {
    "forward": QT_TRANSLATE_NOOP("StepParts", "Forward"),
    "error": QT_TRANSLATE_NOOP("StepParts", "Error"),
    "output": QT_TRANSLATE_NOOP("StepParts", "Output layer"),
    "hidden": QT_TRANSLATE_NOOP("StepParts", "Hidden layer"),
    "hidden-n": QT_TRANSLATE_NOOP("StepParts", "Hidden layer {layer}"),
    "update": QT_TRANSLATE_NOOP("StepParts", "Update"),
    "backward": QT_TRANSLATE_NOOP("StepParts", "Backward: {part}"),
    "sample": QT_TRANSLATE_NOOP("StepParts", "{part}, sample {sample}"),
    "iteration": QT_TRANSLATE_NOOP("StepParts", "Iteration {number}"),
    "next": QT_TRANSLATE_NOOP("StepParts", "Next iteration"),
    "after": QT_TRANSLATE_NOOP("StepParts", "After the last update"),
}


def _say(key: str) -> str:
    return QCoreApplication.translate("StepParts", _NAMES[key])


@dataclass(frozen=True, slots=True)
class Part:
    """Steps ``start`` up to, without, ``stop``. ``layer``: whose derivatives they are, 0 outside the backward pass; ``sample`` −1: all."""

    start: int
    stop: int
    iteration: int
    phase: Phase
    layer: int = 0
    sample: int = -1


def layer_of(step: Step) -> int:
    """The layer whose parameters a step of the backward pass works for; 0 in the other passes."""
    if step.phase is not Phase.BACKWARD:
        return 0
    return step.goal.layer if step.goal is not None else step.quantity.layer


def iterations_of(walk: Walk) -> tuple[tuple[int, int, int], ...]:
    """Of each iteration its number, its first step and the step after its last."""
    found: list[tuple[int, int, int]] = []
    start, steps = 0, walk.steps
    while start < len(steps):
        number = steps[start].iteration
        stop = bisect_left(steps, number + 1, start, key=_iteration)
        found.append((number, start, stop))
        start = stop
    return tuple(found)


def _iteration(step: Step) -> int:
    return step.iteration


def parts_of(walk: Walk, start: int, stop: int) -> tuple[Part, ...]:
    """The parts of the steps from ``start`` up to ``stop``, which is one iteration or several."""
    several = walk.scheme.samples > 1

    def key(step: Step) -> tuple[int, Phase, int, int]:
        return step.iteration, step.phase, layer_of(step), step.sample if several else -1

    parts: list[Part] = []
    for (iteration, phase, layer, sample), steps in runs(walk.steps, start, stop, key):
        parts.append(Part(steps[0], steps[1], iteration, phase, layer, sample))
    return tuple(parts)


def runs(steps: Sequence[Step], start: int, stop: int, key: Callable[[Step], K]) -> Iterator[tuple[K, tuple[int, int]]]:
    """Neighbouring steps with the same key: the key, and where they start and stop."""
    for value, group in groupby(range(start, stop), lambda place: key(steps[place])):
        places = list(group)
        yield value, (places[0], places[-1] + 1)


def part_name(part: Part, walk: Walk, *, long: bool = False) -> str:
    """Forward, Error, Output layer … in the present language; ``long`` says of a layer that it is the backward pass."""
    name = _say(str(part.phase)) if part.phase is not Phase.BACKWARD else _layer_name(part.layer, len(walk.scheme.architecture.widths) - 1)
    if long and part.phase is Phase.BACKWARD:
        name = _say("backward").format(part=name[:1].lower() + name[1:])
    return name if part.sample < 0 else _say("sample").format(part=name, sample=part.sample + 1)


def _layer_name(layer: int, last: int) -> str:
    if layer >= last:
        return _say("output")
    return _say("hidden") if last == 2 else _say("hidden-n").format(layer=layer)


def iteration_name(number: int, walk: Walk, *, only: bool) -> str:
    """Iteration 12; the pass after the last update has a name of its own. ``only``: one iteration comes before it."""
    if number > walk.scheme.settings.iterations:
        return _say("next") if only else _say("after")
    return _say("iteration").format(number=count(number))
