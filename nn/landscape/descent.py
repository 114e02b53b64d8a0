"""A race down a surface: several optimizers from the same start, on the same batches, step by step or many steps at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nn.errors import SettingsError
from nn.landscape import checks
from nn.landscape.lane import POSITION, Lane
from nn.landscape.objective import Objective
from nn.landscape.runner import Path, Runner, usual
from nn.text import QT_TRANSLATE_NOOP

__all__ = ["Path", "Race", "Runner", "usual"]

MOST_RUNNERS = 12
MOST_STEPS = 1_000_000
MOST_BATCH = 10_000_000


class Race:
    """Runners on one objective. Not frozen: one thread uses it. What :attr:`paths` gives is.

    All are always at the same step, except those whose path has ended. What is changed takes effect with the next step.
    Raises :class:`~nn.errors.SettingsError` for a start, a batch size or a number of runners that can't be used.
    """

    def __init__(self, objective: Objective, runners: Sequence[Runner], start: Sequence[float], batch_size: int = 100) -> None:
        self._objective = objective
        self._start = checks.point("landscape.start", start)
        self._batch_size = 1
        self._step = 0
        self._lanes: list[Lane] = []
        self._check_count(len(runners))
        self._lanes = [Lane(runner, self._start) for runner in runners]
        self.set_batch_size(batch_size)

    @property
    def step(self) -> int:
        """Number of steps done."""
        return self._step

    @property
    def batch_size(self) -> int:
        return self._batch_size

    @property
    def start(self) -> tuple[float, float]:
        return float(self._start[0]), float(self._start[1])

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every runner's path so far, in the runners' order. Costs no copying, however long the paths are."""
        return tuple(lane.path() for lane in self._lanes)

    @property
    def over(self) -> bool:
        """Whether no runner can go on."""
        return all(lane.diverged is not None for lane in self._lanes)

    def advance(self, steps: int = 1) -> None:
        """Do ``steps`` more steps. Runners that have diverged stay where they are."""
        checks.whole("landscape.steps", steps, 0, MOST_STEPS)
        for _ in range(steps):
            if self.over:
                return
            for lane in self._lanes:
                lane.move()
            self._step += 1
            self._measure(self._lanes, self._step)

    def set_batch_size(self, batch_size: int) -> None:
        """M from now on; the costs where the runners stand are taken anew."""
        checks.whole("landscape.batch_size", batch_size, 1, MOST_BATCH)
        self._batch_size = batch_size
        for lane in self._lanes:
            lane.let_go()
        self._measure(self._lanes, self._step)

    def set_runner(self, index: int, runner: Runner) -> None:
        """Another optimizer, rate or schedule from now on. The path behind stays; another kind of optimizer starts with empty slots."""
        self._lanes[index].change(runner)

    def add(self, runner: Runner) -> None:
        """One runner more, which first goes from the start to where the others are, on the batches of those steps."""
        self._check_count(len(self._lanes) + 1)
        lane = Lane(runner, self._start)
        self._measure([lane], 0)
        for step in range(1, self._step + 1):
            lane.move()
            self._measure([lane], step)
        self._lanes.append(lane)

    def remove(self, index: int) -> None:
        self._check_count(len(self._lanes) - 1)
        del self._lanes[index]

    def restart(self, start: Sequence[float] | None = None) -> None:
        """Everyone back to ``start``, or to the same start as before."""
        if start is not None:
            self._start = checks.point("landscape.start", start)
        self._step = 0
        self._lanes = [Lane(lane.runner, self._start) for lane in self._lanes]
        self._measure(self._lanes, 0)

    def back_to(self, step: int) -> None:
        """Forget the steps after ``step``; each optimizer gets the state that it had then."""
        checks.whole("landscape.step", step, 0, self._step)
        self._step = step
        for lane in self._lanes:
            lane.cut(step)
        self._measure(self._lanes, step)

    def _measure(self, lanes: Sequence[Lane], step: int) -> None:
        """Cost and gradient where the lanes end, on the batch of ``step``."""
        moving = [lane for lane in lanes if lane.diverged is None]
        if not moving:
            return
        points = np.array([lane.last[POSITION] for lane in moving])
        costs, gradients = self._objective.cost_and_gradient(points, step, self._batch_size)
        for lane, cost, gradient in zip(moving, costs, gradients, strict=True):
            if not lane.note(float(cost), gradient):
                lane.end_without_cost(self._objective.why_none(lane.last[POSITION]))

    @staticmethod
    def _check_count(count: int) -> None:
        if not 1 <= count <= MOST_RUNNERS:
            raise SettingsError(
                "landscape.runners",
                QT_TRANSLATE_NOOP("nn", "A race has from 1 to {most} optimizers; {count} can't be used. Add or remove some."),
                most=MOST_RUNNERS,
                count=count,
            )
