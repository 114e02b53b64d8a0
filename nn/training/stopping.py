"""Stop conditions, found at the exact step whatever the length of the chunks."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nn.settings import StopSettings
from nn.training.clock import Clock
from nn.training.snapshot import StopReason

CONDITIONS = {StopReason.LOSS: "loss", StopReason.PATIENCE: "patience", StopReason.TIME: "seconds"}  # that can be met once and for all


@dataclass(frozen=True, slots=True)
class Stop:
    """The run ends after ``step`` updates because of ``reason``."""

    step: int
    reason: StopReason


class StopWatch:
    """Watches the losses that a run goes through."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lowest = np.inf
        self._lowest_epoch = 0
        self._epoch_sum = 0.0
        self._epoch_count = 0
        self._met: frozenset[StopReason] = frozenset()

    def open(self, settings: StopSettings) -> StopSettings:
        """The stop conditions without those that ended the run before the person went on."""
        return replace(settings, **{CONDITIONS[reason]: None for reason in self._met if reason in CONDITIONS})

    def limit(self, settings: StopSettings, step: int) -> Stop | None:
        """The step that the run may not pass, from the limits on epochs and steps."""
        found: list[Stop] = []
        if settings.steps is not None:
            found.append(Stop(settings.steps, StopReason.STEPS))
        if settings.epochs is not None:
            found.append(Stop(self._clock.step_of_epoch(settings.epochs, step), StopReason.EPOCHS))
        ahead = [stop for stop in found if stop.step > step]
        return min(ahead, key=lambda stop: stop.step) if ahead else None

    def scan(self, settings: StopSettings, first: int, losses: NDArray[np.float64]) -> Stop | None:
        """Take in the losses of the steps from ``first`` on, and tell the first stop among them.

        Conditions that were met before are passed over. With the full batch, loss k is that of the weights before update k: a loss low
        enough stops before the update. With smaller batches an epoch's loss is the mean over its batches, known at its end.
        """
        settings = self.open(settings)
        if settings.loss is None and settings.patience is None:
            return None
        phase = self._clock.phase(first)
        if phase.steps_per_epoch == 1:
            return self._scan_full(settings, first, losses)
        return self._scan_batches(settings, first, losses)

    def _scan_full(self, settings: StopSettings, first: int, losses: NDArray[np.float64]) -> Stop | None:
        stops: list[Stop] = []
        if settings.loss is not None:
            low = np.flatnonzero(losses <= settings.loss)
            stops += [Stop(first + int(low[0]), StopReason.LOSS)] if len(low) else []
        if settings.patience is not None:
            phase = self._clock.phase(first)
            late = self._patience_full(settings.patience, phase.epoch + first - phase.step, losses)
            stops += [] if late is None else [Stop(first + late + 1, StopReason.PATIENCE)]
        return min(stops, key=lambda stop: stop.step) if stops else None

    def _patience_full(self, patience: int, epoch: int, losses: NDArray[np.float64]) -> int | None:
        """The first of ``losses``, those of the epochs from ``epoch`` on, that comes ``patience`` epochs after the lowest."""
        epochs = epoch + np.arange(len(losses))
        running = np.minimum.accumulate(np.concatenate(([self._lowest], losses)))
        better = np.concatenate(([self._lowest_epoch], np.where(losses < running[:-1], epochs, -1)))
        since = np.maximum.accumulate(better)[1:]
        late = np.flatnonzero(epochs - since >= patience)
        self._lowest, self._lowest_epoch = float(running[-1]), int(since[-1])
        return int(late[0]) if len(late) else None

    def _scan_batches(self, settings: StopSettings, first: int, losses: NDArray[np.float64]) -> Stop | None:
        phase = self._clock.phase(first)
        for number, loss in enumerate(losses, first):
            self._epoch_sum += float(loss)
            self._epoch_count += 1
            epoch, place = divmod(number + 1 - phase.step, phase.steps_per_epoch)
            if place == 0:
                reason = self._end_of_epoch(settings, phase.epoch + epoch)
                if reason is not StopReason.NONE:
                    return Stop(number + 1, reason)
        return None

    def _end_of_epoch(self, settings: StopSettings, epoch: int) -> StopReason:
        loss = self._epoch_sum / self._epoch_count
        self._epoch_sum, self._epoch_count = 0.0, 0
        if loss < self._lowest:
            self._lowest, self._lowest_epoch = loss, epoch
        if settings.loss is not None and loss <= settings.loss:
            return StopReason.LOSS
        if settings.patience is not None and epoch - self._lowest_epoch >= settings.patience:
            return StopReason.PATIENCE
        return StopReason.NONE

    def passes(self, reason: StopReason, epoch: int) -> None:
        """``reason`` ended the run in ``epoch``: it does not end it again when the person goes on."""
        self._met |= {reason}
        self.restart(epoch)

    def reopen(self, epoch: int) -> None:
        """The run stands at another moment, or has other settings: every condition can end it again."""
        self._met = frozenset()
        self.restart(epoch)

    def restart(self, epoch: int) -> None:
        """Forget the losses that were seen: the run goes on from another moment, or past a stop."""
        self._lowest, self._lowest_epoch = np.inf, epoch
        self._epoch_sum, self._epoch_count = 0.0, 0
