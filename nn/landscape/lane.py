"""One runner of a race with its record: positions, costs, and the optimizer's state at every step."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from nn import optimizers, schedules
from nn.choices import Reduction
from nn.landscape.checks import Array
from nn.landscape.runner import Path, Runner
from nn.network import read_only
from nn.optimizers import Hyper
from nn.text import QT_TRANSLATE_NOOP, Sentence

LIMIT = 1e6  # a parameter beyond this has left every landscape

# One row of a lane's record: position, cost, gradient, the optimizer's two slots of two numbers, updates since they were empty.
POSITION, COST, GRADIENT, SLOTS, UPDATES = slice(0, 2), 2, slice(3, 5), slice(5, 9), 9
COLUMNS = 10
RATES = 256

Record: TypeAlias = NDArray[np.float64]


def _hyper(runner: Runner) -> Hyper:
    settings = runner.optimizer
    return Hyper(settings.kind, Reduction.MEAN, settings.momentum, settings.decay, settings.beta1, settings.beta2, settings.epsilon, l1=0.0, l2=0.0)


class Lane:
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
        """What was recorded until now, and where the next step leads."""
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
        """Go on with another optimizer, rate or schedule; another kind of optimizer begins with nothing remembered."""
        if runner.optimizer.kind is not self.runner.optimizer.kind:
            self.let_go()
            self.last[SLOTS], self.last[UPDATES] = 0.0, 0.0
        self.runner, self._hyper, self._rates = runner, _hyper(runner), None

    def cut(self, step: int) -> None:
        """Forget what came after ``step``."""
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
