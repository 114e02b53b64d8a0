"""A run: steps forward, steps back, stops, and what to do when the numbers explode. One thread uses it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nn import schedules
from nn.backends.base import Chunk, Engine, State
from nn.backends.cuda_guard import GuardedEngine, guarded
from nn.datasets.dataset import Prepared
from nn.datasets.pixels import rows
from nn.errors import TrainingDiverged
from nn.layout import Neuron
from nn.network import Ablation, Mask
from nn.settings import Experiment, StopSettings, TrainingSettings
from nn.text import Sentence
from nn.training import divergence
from nn.training.accuracy import AccuracyRecorder
from nn.training.batches import Batches, hyper_of
from nn.training.clock import Clock
from nn.training.curve import CurveRecorder
from nn.training.evaluator import Evaluator
from nn.training.history import History
from nn.training.pacing import ChunkLength, Speed
from nn.training.snapshot import Event, Measures, StopReason
from nn.training.stopping import Stop, StopWatch


class Trainer:
    """Drives an engine through an experiment.

    What a step does depends on the seed and its number alone, so going back and on again repeats bit for bit on the CPU, and the
    length of the chunks changes nothing.
    """

    def __init__(self, experiment: Experiment, prepared: Prepared, engine: Engine, run_id: int = 0) -> None:
        self.experiment = experiment
        self.prepared = prepared
        self.run_id = run_id
        self.settings: TrainingSettings = experiment.training
        layout = engine.architecture.layout
        train = prepared.dataset.train
        self.train_arrays = (rows(prepared.inputs, train), rows(prepared.targets, train))
        self.engine = guarded(engine, *self.train_arrays)
        test = prepared.dataset.test
        self.test_arrays = (rows(prepared.inputs, test), rows(prepared.targets, test))
        self.clock = Clock(len(train), self.settings.batch_size)
        self.curve = CurveRecorder()
        self.accuracies = AccuracyRecorder()
        state = self.engine.state()
        self.history = History(state.params.nbytes + state.slots.nbytes)
        self.history.record(state, always=True)
        self.events: list[Event] = []
        self.ablation = Ablation()
        self.mask: Mask | None = None
        self.seconds = 0.0
        self.step = state.step
        self.end = state.step  # the last step trained; later than ``step`` while looking at the past
        self._batches = Batches(experiment.seed, self.clock, layout.rows - layout.widths[0] - layout.widths[-1])
        self._length = ChunkLength()
        self._speed = Speed()
        self._evaluator = Evaluator(self.engine, prepared.dataset.task, self.train_arrays, self.test_arrays)
        self._watch = StopWatch(self.clock)
        self._divergence = divergence.DivergenceWatch(state)
        self._warm_up()

    def _warm_up(self) -> None:
        """Have the engine compile, or load what it compiled before, while no clock is running."""
        self.engine.train(Chunk(np.empty(0)), hyper_of(self.settings))
        self.accuracies.note(self.step, self.measures())

    # What a run tells

    @property
    def epoch(self) -> float:
        return self.clock.epoch(self.step)

    @property
    def samples_per_second(self) -> float:
        return self._speed.samples_per_second

    @property
    def learning_rate(self) -> float:
        """The rate of the next update."""
        return schedules.rate(self.settings.schedule, self.settings.learning_rate, int(self.epoch))

    @property
    def fault(self) -> Sentence | None:
        """What became of the GPU that the run was on, ``None`` if nothing did: the run then goes on on the CPU."""
        return self.engine.fault if isinstance(self.engine, GuardedEngine) else None

    def params(self) -> NDArray[np.floating]:
        return self.engine.params()

    def measures(self, most: int | None = None) -> Measures:
        """Loss and accuracy of both parts with the weights and the ablation as they are; over the first ``most`` samples of each, if given."""
        return self._evaluator.measures(self.mask, most)

    # Forward

    def advance(self, limit: int | None = None) -> StopReason:
        """One chunk of about 10 ms, not past step ``limit``. Tells why the run ends here, or ``StopReason.NONE``.

        Raises :class:`TrainingDiverged`; the run then stands at the step where it showed.
        """
        stop_at = self._watch.limit(self.settings.stop, self.step)
        ends = [end for end in (limit, stop_at.step if stop_at else None) if end is not None]
        self._go_on_from_here()
        count = min([self._length.steps, self._batches.longest(self.settings, self.step), *(end - self.step for end in ends)])
        before = self.engine.state()
        losses = self._train(count)
        stop = self._first_stop(before, losses)
        if stop is not None and stop.step < self.step:
            self._rewind(before, stop.step)
            losses = losses[: stop.step - before.step]
        self._record(before, losses)
        self._evaluator.watch(self.step, self.mask, self.curve, self.accuracies)
        if stop is not None and stop.reason is StopReason.DIVERGED:
            raise self._diverged(before)
        if stop is not None:
            return self._pass(stop.reason)
        if stop_at is not None and self.step >= stop_at.step:
            return stop_at.reason
        limit_seconds = self.open_stops().seconds
        return self._pass(StopReason.TIME) if limit_seconds is not None and self.seconds >= limit_seconds else StopReason.NONE

    def _pass(self, reason: StopReason) -> StopReason:
        self._watch.passes(reason, int(self.epoch))
        return reason

    def open_stops(self) -> StopSettings:
        """The stop conditions without those that ended the run before the person went on."""
        return self._watch.open(self.settings.stop)

    def run_to_stop(self, on_progress: Callable[[Trainer], None] | None = None) -> StopReason:
        """Train until a stop condition; the experiment must have one. ``on_progress`` is called between chunks."""
        reason = StopReason.NONE
        while reason is StopReason.NONE:
            reason = self.advance()
            if on_progress is not None:
                on_progress(self)
        return reason

    def _train(self, count: int) -> NDArray[np.float64]:
        began = time.perf_counter()
        chunk = self._batches.chunk(self.settings, self.step, count)
        losses = self.engine.train(chunk, hyper_of(self.settings))
        took = time.perf_counter() - began
        self.seconds += took
        self._length.measured(count, took)
        self._speed.add(count * self.clock.phase(self.step).batch, took)
        self.step += count
        return losses

    def _first_stop(self, before: State, losses: NDArray[np.float64]) -> Stop | None:
        bad = self._divergence.first_bad(losses)
        if bad is not None:
            return Stop(before.step + bad, StopReason.DIVERGED)
        return self._watch.scan(self.settings.stop, before.step, losses)

    def _rewind(self, before: State, step: int) -> None:
        """Undo a chunk and repeat it up to ``step``."""
        self.engine.restore(before)
        self.step = before.step
        if step > before.step:
            self.engine.train(self._batches.chunk(self.settings, before.step, step - before.step), hyper_of(self.settings))
            self.step = step

    def repeat(self, before: State, step: int) -> State:
        """Do again what was done from ``before`` up to ``step``, and stand there."""
        self._rewind(before, step)
        return self.engine.state()

    def _record(self, before: State, losses: NDArray[np.float64]) -> None:
        self.curve.add(before.step, losses)
        self.end = self.step
        self._divergence.note(before, losses)
        if self.history.wants(self.step):
            self.history.record(self.engine.state())

    def _diverged(self, before: State) -> TrainingDiverged:
        self.history.forget_after(before.step)
        layer = divergence.layer(self.engine.architecture, self.engine.params(), self.train_arrays[0], self.mask)
        return divergence.error(self.step, layer, self.learning_rate)

    # Back, and changes by hand

    def _go_on_from_here(self) -> None:
        """Forget the recorded future, if there is one, because the run now takes another way."""
        if self.end > self.step:
            for record in (self.history, self.curve, self.accuracies, self.clock):
                record.forget_after(self.step)
            self.events = [event for event in self.events if event.step <= self.step]
            self._watch.restart(int(self.epoch))
            self.end = self.step

    def go_to(self, step: int) -> None:
        """Stand at the kept moment nearest to ``step``. What came later stays until the run goes on from here."""
        self._stand_at(self.history.nearest(step))

    def back(self) -> None:
        """One update back: the kept moment before, and from there forward to the step before this one."""
        target = max(self.step - 1, self.history.steps[0])
        self._keep_present()
        origin = self.history.at_or_before(target)
        self._stand_at(origin)
        events = any(origin.step < event.step <= target for event in self.events)
        if not events and target > origin.step:
            self._rewind(origin, target)

    def _keep_present(self) -> None:
        if self.step == self.end:
            self.history.record(self.engine.state(), always=True)

    def _stand_at(self, state: State) -> None:
        self._keep_present()
        self.engine.restore(state)
        self.step = state.step
        self._watch.reopen(int(self.epoch))

    def lower_rate(self, factor: float) -> None:
        """After a divergence: back to the last good moment, with a lower learning rate."""
        self.end = self.step
        good = self._divergence.good
        self.engine.restore(good)
        self.step = good.step
        self.history.forget_after(self.step)
        self.history.record(good, always=True)
        self._go_on_from_here()
        self.change(replace(self.settings, learning_rate=self.settings.learning_rate * factor))

    def change(self, settings: TrainingSettings) -> None:
        """New settings from the next step on; the loss stays what it is."""
        settings = replace(settings, loss=self.settings.loss)
        if settings == self.settings:
            return
        if settings.batch_size != self.settings.batch_size:
            self._go_on_from_here()
            self.clock.change_batch(self.step, settings.batch_size)
        if settings.optimizer.kind is not self.settings.optimizer.kind:
            self._clear_slots()
        if settings.stop == self.settings.stop:
            self._mark("settings")
        self._watch.reopen(int(self.epoch))
        self.settings = settings

    def _clear_slots(self) -> None:
        """Another optimizer means something else by its slots: it starts with none."""
        state = self.engine.state()
        self.engine.restore(replace(state, slots=np.zeros_like(state.slots), optimizer_step=0))

    def ablate(self, ablation: Ablation, mask: Mask | None) -> None:
        """Switch neurons off and on, in training too."""
        gone, back = ablation.off - self.ablation.off, self.ablation.off - ablation.off
        self.ablation, self.mask = ablation, mask
        self.engine.set_mask(mask)
        for kind, neurons in (("off", gone), ("on", back)):
            if neurons:
                self._mark(kind, tuple(sorted(neurons)))

    def set_parameter(self, index: int, value: float) -> None:
        """Set one weight or bias by hand; the run goes on from there."""
        state = self.engine.state()
        params = state.params.copy()
        params[index] = value
        self._edit(replace(state, params=params))

    def set_parameters(self, params: NDArray[np.floating]) -> None:
        """Set all of them (P,), in the run's dtype. What an optimizer remembers of the way to another place is of no use here: it is cleared.

        What counts as diverged is measured from the new place.
        """
        state = self.engine.state()
        self._edit(replace(state, params=params, slots=np.zeros_like(state.slots), optimizer_step=0))
        self._divergence.restart()

    def _edit(self, state: State) -> None:
        self._go_on_from_here()
        self.engine.restore(state)
        self.history.record(self.engine.state(), always=True)
        self._mark("edit")

    def _mark(self, kind: str, neurons: tuple[Neuron, ...] = ()) -> None:
        self._keep_present()
        self.events.append(Event(self.step, self.epoch, kind, neurons))
