"""How a path goes down a surface, and where it went."""

from __future__ import annotations

from dataclasses import dataclass, field

from nn import schedules
from nn.choices import OptimizerKind
from nn.landscape import checks
from nn.landscape.checks import Array
from nn.settings import OptimizerSettings, ScheduleSettings
from nn.text import Sentence


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
