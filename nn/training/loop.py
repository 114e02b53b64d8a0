"""The life of a run on its thread: takes commands, trains between them, publishes snapshots. It knows nothing of Qt."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nn import ablation
from nn.errors import SettingsError, TrainingDiverged
from nn.network import Ablation
from nn.training import commands, path
from nn.training.inbox import Inbox
from nn.training.observer import PER_SECOND, Observer
from nn.training.snapshot import RunState, Snapshot, StopReason
from nn.training.trainer import Trainer

# Pictures that are due while somebody waits for an answer are made after it, but not later than so many seconds: the answer to a stroke of the
# pen shows the rest of the network as it was, and strokes may come without end.
LATEST = 0.25
SOON = 0.2  # seconds after a question in which the next one is expected: a pen moves oftener


class Loop:
    """Obeys commands for one trainer until the inbox closes."""

    def __init__(self, trainer: Trainer, inbox: Inbox, publish: Callable[[Snapshot], None]) -> None:
        self._trainer = trainer
        self._observer = Observer(trainer, inbox.anything)
        self._inbox = inbox
        self._publish = publish
        self._state = RunState.PAUSED
        self._stopped_by = StopReason.NONE
        self._notice: tuple[str, dict[str, object]] = ("", {})
        self._target: int | None = None  # pause at this step
        self._pace: float | None = None  # steps per second, None is flat out
        self._next_step = 0.0
        self._next_frame = 0.0
        self._asked = -math.inf  # when somebody last asked what is inside the network

    def run(self) -> None:
        """Until the inbox closes."""
        for command in self._inbox.waiting(0.0):
            self._obey(command)
        self._show(fresh=True)
        while not self._inbox.closed():
            asked = self._inbox.waiting(self._patience())
            for command in asked:
                self._obey(command)
            if self._inbox.closed():
                return
            if asked and all(isinstance(command, commands.LookInside) for command in asked):
                self._look_again()
                continue
            trains = self._state is RunState.RUNNING  # and may come to rest: then everything is looked at anew, whatever was still open
            paced = trains and self._train() and self._pace is not None
            if asked or trains or not self._unsettled():
                self._show_if_due(asked=any(not isinstance(command, commands.TellPath) for command in asked), paced=paced)
            elif self._observer.unsettled:
                self._show(fresh=False, settle=True)
            else:
                self._look_again(settle=True)

    def _unsettled(self) -> bool:
        """Something that takes a noticeable time is out of date: it is looked at when there is nothing else to do."""
        return self._observer.unsettled or self._observer.inside_unsettled

    def _patience(self) -> float | None:
        """How long to wait for a command: not at all when flat out, until the next step when paced, for ever when at rest."""
        if self._state is not RunState.RUNNING:
            return 0.0 if self._unsettled() else None
        return 0.0 if self._pace is None else max(0.0, self._next_step - time.perf_counter())

    def _show_if_due(self, *, asked: bool, paced: bool) -> None:
        """A picture after every command, after every paced step and when the run comes to rest; flat out so many a second."""
        resting, now = self._state is not RunState.RUNNING, time.perf_counter()
        questions = self._inbox.anything() or now - self._asked < SOON
        if asked or paced or resting or now - self._next_frame >= (LATEST if questions else 0.0):
            self._show(fresh=asked or resting, hurry=questions and not (asked or resting))

    def _show(self, *, fresh: bool, settle: bool = False, hurry: bool = False) -> None:
        snapshot = self._observer.snapshot(self._state, self._stopped_by, fresh=fresh, settle=settle, hurry=hurry, notice=self._notice)
        self._next_frame = time.perf_counter() + 1.0 / PER_SECOND
        self._publish(snapshot)

    def _look_again(self, *, settle: bool = False) -> None:
        """Inside the network only, where nothing else that there is to see has changed. What settles is shown with the answer that is wanted."""
        snapshot = self._observer.look_again(self._state, settle=settle)
        if settle and self._inbox.anything():
            return
        self._asked = self._asked if settle else time.perf_counter()
        if snapshot is None:
            self._show(fresh=self._state is not RunState.RUNNING)
        else:
            self._publish(snapshot)

    def _train(self) -> bool:
        """Do what is due now. False when nothing is."""
        limit = self._target
        if self._pace is not None:
            now = time.perf_counter()
            if now < self._next_step:
                return False
            limit = self._trainer.step + self._paced_steps(now)
            limit = limit if self._target is None else min(limit, self._target)
        try:
            reason = self._trainer.advance(limit)
        except TrainingDiverged as error:
            self._rest(RunState.DIVERGED, StopReason.DIVERGED)
            self._notice = (error.sentence.template, error.sentence.values)
            return True
        if reason is not StopReason.NONE:
            self._rest(RunState.FINISHED, reason)
        elif self._target is not None and self._trainer.step >= self._target:
            self._rest(RunState.PAUSED, StopReason.NONE)
        return True

    def _paced_steps(self, now: float) -> int:
        """Steps that are due: one, or at a high pace as many as fit between two frames."""
        pace = self._pace or 1.0
        steps = max(1, int(pace / PER_SECOND))
        self._next_step = max(self._next_step + steps / pace, now)
        return steps

    def _rest(self, state: RunState, reason: StopReason) -> None:
        self._state, self._stopped_by, self._target = state, reason, None

    def _obey(self, command: commands.Command) -> None:
        if not isinstance(command, commands.TellPath):  # asked for by a drawing, while the person still reads
            self._notice = ("", {})
        match command:
            case commands.Play(steps_per_second):
                self._start(steps_per_second, None)
            case commands.Pause():
                if self._state is RunState.RUNNING:
                    self._rest(RunState.PAUSED, StopReason.USER)
            case commands.Advance(steps, epochs):
                self._start(None, self._target_of(steps, epochs))
            case commands.ChooseSample(index):
                self._observer.choose_sample(index)
            case commands.ChooseMap():
                self._observer.choose_map(command)
            case commands.SetAblation(wanted):
                self._ablate(wanted)
            case commands.LookInside(request):
                self._observer.look_inside(request)
            case commands.TellPath():
                if self._state is not RunState.RUNNING:
                    path.fill(self._trainer)
                self._observer.path = path.told(self._trainer)
            case _:
                self._change(command)

    def _change(self, command: commands.Command) -> None:
        """Commands that move the run in time or change its numbers."""
        match command:
            case commands.GoTo(step):
                self._rest(RunState.PAUSED, StopReason.NONE)
                self._trainer.go_to(step)
            case commands.Back():
                self._rest(RunState.PAUSED, StopReason.NONE)
                self._trainer.back()
            case commands.ChangeTraining(settings):
                self._trainer.change(settings)
            case commands.SetParameter(index, value):
                if self._state is not RunState.RUNNING:
                    self._trainer.set_parameter(index, value)
            case commands.SetParameters(params):
                self._put(params)
            case commands.LowerRate(factor):
                self._rest(RunState.PAUSED, StopReason.NONE)
                self._trainer.lower_rate(factor)
            case _:
                raise AssertionError(command)

    def _start(self, pace: float | None, target: int | None) -> None:
        self._state, self._stopped_by = RunState.RUNNING, StopReason.NONE
        self._pace, self._target = pace, target
        self._next_step = time.perf_counter()

    def _target_of(self, steps: int, epochs: int) -> int:
        trainer = self._trainer
        if not epochs:
            return trainer.step + max(steps, 1)
        return trainer.clock.step_of_epoch(int(trainer.epoch) + epochs, trainer.step)

    def _put(self, params: NDArray[np.floating]) -> None:
        """Put the network somewhere else, and pause there; where that can't be, go on as if it hadn't been asked and say why."""
        try:
            path.put(self._trainer, params)
        except SettingsError as error:
            self._notice = (error.sentence.template, error.sentence.values)
            return
        self._rest(RunState.PAUSED, StopReason.NONE)

    def _ablate(self, wanted: Ablation) -> None:
        known = frozenset(self._trainer.engine.architecture.layout.hidden())
        wanted = Ablation(wanted.off & known, wanted.mode)
        self._trainer.ablate(wanted, ablation.mask_of(self._trainer.engine, self._trainer.prepared, wanted))
