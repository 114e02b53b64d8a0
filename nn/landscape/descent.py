"""A race down a surface: several optimizers from the same start, on the same batches, step by step or many steps at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn import optimizers, schedules
from nn.choices import OptimizerKind, Reduction
from nn.errors import SettingsError
from nn.landscape import checks
from nn.landscape.checks import Array
from nn.landscape.objective import Objective
from nn.network import read_only
from nn.optimizers import Hyper
from nn.settings import OptimizerSettings, ScheduleSettings
from nn.text import QT_TRANSLATE_NOOP, Sentence

LIMIT = 1e6  # a parameter beyond this has left every landscape
MOST_RUNNERS = 12
MOST_STEPS = 1_000_000
MOST_BATCH = 10_000_000

# One row of a lane's record: position, cost, gradient, the optimizer's two slots of two numbers, updates since they were empty.
POSITION, COST, GRADIENT, SLOTS, UPDATES = slice(0, 2), 2, slice(3, 5), slice(5, 9), 9
COLUMNS = 10
RATES = 256

Record: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Runner:
    """How one path goes down. A schedule's epoch e counts steps here. Raises :class:`~nn.errors.SettingsError`."""

    optimizer: OptimizerSettings = field(default_factory=OptimizerSettings)
    learning_rate: float = 0.7
    schedule: ScheduleSettings = field(default_factory=ScheduleSettings)

    def __post_init__(self) -> None:
        checks.above_zero("landscape.learning_rate", self.learning_rate)


def usual(kind: OptimizerKind, rate: float = 0.7) -> Runner:
    """A runner of ``kind`` that keeps pace with plain gradient descent at ``rate`` on a surface some units wide.

    Momentum adds up to 1/(1 − μ) steps, so its η is smaller. RMSProp's and Adam's steps are about as long as η whatever the
    gradient, so theirs doesn't depend on ``rate``.
    """
    if kind in (OptimizerKind.MOMENTUM, OptimizerKind.NESTEROV):
        return Runner(OptimizerSettings(kind, momentum=0.8), rate / 7.0)
    if kind is OptimizerKind.RMSPROP:
        return Runner(OptimizerSettings(kind), 0.1)
    if kind is OptimizerKind.ADAM:
        return Runner(OptimizerSettings(kind, beta1=0.8), 0.2)
    return Runner(OptimizerSettings(kind), rate)


@dataclass(frozen=True, eq=False)
class Path:
    """Where one runner went. After k steps: ``positions`` (k + 1, 2), the start first; ``costs`` (k + 1,) and ``gradients``
    (k + 1, 2) there, each on its own step's batch. Read-only, float64.

    ``following`` (2,) is where the next step leads; where the path has ended, its last point. ``diverged`` says why it ended.
    """

    runner: Runner
    positions: Array
    costs: Array
    gradients: Array
    following: Array
    diverged: Sentence | None = None

    @property
    def steps(self) -> int:
        """Number of steps done, k."""
        return len(self.positions) - 1

    @property
    def rate(self) -> float:
        """The learning rate of the next step."""
        return schedules.rate(self.runner.schedule, self.runner.learning_rate, self.steps)

    def first_below(self, cost: float) -> int | None:
        """The first step whose cost is below ``cost``, counted from 0 at the start; ``None`` if there is none yet."""
        below = self.costs < cost
        return int(below.argmax()) if below.any() else None


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
        self._lanes: list[_Lane] = []
        self._check_count(len(runners))
        self._lanes = [_Lane(runner, self._start) for runner in runners]
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
        lane = _Lane(runner, self._start)
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
        self._lanes = [_Lane(lane.runner, self._start) for lane in self._lanes]
        self._measure(self._lanes, 0)

    def back_to(self, step: int) -> None:
        """Forget the steps after ``step``; each optimizer gets the state that it had then."""
        checks.whole("landscape.step", step, 0, self._step)
        self._step = step
        for lane in self._lanes:
            lane.cut(step)
        self._measure(self._lanes, step)

    def _measure(self, lanes: Sequence[_Lane], step: int) -> None:
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


def _hyper(runner: Runner) -> Hyper:
    settings = runner.optimizer
    return Hyper(settings.kind, Reduction.MEAN, settings.momentum, settings.decay, settings.beta1, settings.beta2, settings.epsilon, l1=0.0, l2=0.0)


class _Lane:
    """One runner's record. Rows that a :class:`Path` was made of are never written to again."""

    def __init__(self, runner: Runner, start: Array) -> None:
        self.runner = runner
        self._hyper = _hyper(runner)
        self._rates: tuple[int, Array] | None = None
        self.diverged: Sentence | None = None
        self._rows: Record = np.zeros((64, COLUMNS))
        self._rows[0, POSITION] = start
        self._length = 1

    @property
    def last(self) -> Record:
        row: Record = self._rows[self._length - 1]
        return row

    def path(self) -> Path:
        done = read_only(self._rows[: self._length])
        with np.errstate(all="ignore"):
            following = read_only((self.last if self.diverged else self._next())[POSITION].copy())
        return Path(self.runner, done[:, POSITION], done[:, COST], done[:, GRADIENT], following, self.diverged)

    def move(self) -> None:
        """One step, unless the path has ended."""
        if self.diverged is not None:
            return
        with np.errstate(all="ignore"):
            row = self._next()
        if not np.abs(row[POSITION]).max() <= LIMIT:  # a NaN too
            self._end(
                QT_TRANSLATE_NOOP("nn", "The path of {optimizer} ended after step {step}: the next one leads too far away. Lower its learning rate.")
            )
            return
        if self._length == len(self._rows):
            self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)))
        self._rows[self._length] = row
        self._length += 1

    def note(self, cost: float, gradient: Array) -> bool:
        """Cost and gradient at the last position. False where they are no numbers."""
        self.last[COST], self.last[GRADIENT] = cost, gradient
        return bool(np.isfinite(cost) and np.isfinite(gradient).all())

    def end_without_cost(self, reason: Sentence | None) -> None:
        """There is no cost at the last position, for this ``reason``."""
        if reason is None:
            self._end(QT_TRANSLATE_NOOP("nn", "The path of {optimizer} ended at step {step}: the cost there is no number. Lower its learning rate."))
        elif self._length == 1:
            self._end(QT_TRANSLATE_NOOP("nn", "The path of {optimizer} can't begin. {reason} Move the start."), reason)
        else:
            template = QT_TRANSLATE_NOOP("nn", "The path of {optimizer} ended at step {step}. {reason} Lower its learning rate, or move the start.")
            self._end(template, reason)

    def change(self, runner: Runner) -> None:
        if runner.optimizer.kind is not self.runner.optimizer.kind:
            self.let_go()
            self.last[SLOTS], self.last[UPDATES] = 0.0, 0.0
        self.runner, self._hyper, self._rates = runner, _hyper(runner), None

    def cut(self, step: int) -> None:
        self.let_go()
        if self._length > step + 1:
            self._length, self.diverged = step + 1, None

    def let_go(self) -> None:
        """Leave the rows to the paths that were made of them, and go on with others."""
        self._rows = self._rows.copy()

    def _next(self) -> Record:
        """The row after the last: cost and gradient are not known yet."""
        row = self.last
        t = int(row[UPDATES]) + 1
        position, slots = optimizers.update(row[POSITION], row[SLOTS].reshape(2, 2), row[GRADIENT], self._hyper, rate=self._rate(), t=t)
        found: Record = np.empty(COLUMNS)
        found[POSITION], found[COST], found[GRADIENT], found[SLOTS], found[UPDATES] = position, 0.0, 0.0, slots.reshape(-1), t
        return found

    def _rate(self) -> float:
        """The next step's learning rate. Those of a block of steps are calculated at once: it takes as long as for one."""
        block, place = divmod(self._length - 1, RATES)
        if self._rates is None or self._rates[0] != block:
            steps = np.arange(block * RATES, (block + 1) * RATES)
            self._rates = block, schedules.rates(self.runner.schedule, self.runner.learning_rate, steps)
        return float(self._rates[1][place])

    def _end(self, template: str, reason: Sentence | None = None) -> None:
        values: dict[str, object] = {"optimizer": self.runner.optimizer.kind.value, "step": self._length - 1}
        self.diverged = Sentence(template, values if reason is None else {**values, "reason": reason})
