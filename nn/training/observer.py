"""Looks at a run and makes its snapshots, each part no oftener than it can afford."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from nn import ablation, backprop, boundary
from nn.choices import Task
from nn.inside.look import Inside
from nn.inside.moment import Moment
from nn.inside.views import InsideRequest, InsideView
from nn.network import read_only
from nn.training.batches import hyper_of
from nn.training.commands import ChooseMap
from nn.training.pacing import Ration
from nn.training.snapshot import Contribution, MapView, Measures, RunState, SampleView, Snapshot, StopReason
from nn.training.trainer import Trainer

T = TypeVar("T")
# Each of five parts may take this share of the training thread's time at most.
SHARE = 0.01
# Snapshots a second; a neuron's number and an edge's width move with each, the rest at the pace at which an eye follows it.
PER_SECOND = 15.0
MAPS_PER_SECOND = 10.0
NUMBERS_PER_SECOND = 8.0
CONTRIBUTIONS_PER_SECOND = 1.5
# Contributions are measured over this many samples of each part at most while training, and at rest over so many that neurons times samples
# stay below the second number: all of them, but for large networks, where it would take seconds.
CONTRIBUTION_SAMPLES = 2000
CONTRIBUTION_WORK = 200_000
# Each neuron's absence is followed through all weights behind its layer: neurons times samples times these stay below this number.
CONTRIBUTION_COST = 1_000_000_000
# Loss and accuracy are what everybody looks at: they may take more, and while training they are measured over as many samples of each
# part as keep samples times parameters below the second number, though not over fewer than the third.
MEASURE_SHARE = 0.04
MEASURE_WORK = 200_000_000
FEWEST = 500
# Seconds that a person at rest would notice.
NOTICEABLE = 0.03


class Part(Generic[T]):
    """One thing that is looked at: its value, and when it may be looked at again."""

    def __init__(self, look: Callable[[], T], per_second: float, share: float = SHARE) -> None:
        self._look = look
        self._ration = Ration(per_second, share)
        self._value: T | None = None
        self.cost = 0.0  # seconds that the last look took

    def kept(self) -> T:
        """The value as it was last seen; looked at if it never was."""
        return self._look() if self._value is None else self._value

    def get(self, fresh: bool) -> T:
        """The value; looked at anew when ``fresh`` or when it is due."""
        began = time.perf_counter()
        if fresh or self._value is None or self._ration.due(began):
            self._value = self._look()
            ended = time.perf_counter()
            self.cost = ended - began
            self._ration.spent(began, ended)
        return self._value


class Observer:
    """Makes snapshots of ``trainer``. Used on the training thread. Slow looks inside the network are given up when ``wanted`` says that somebody
    waits for something else."""

    def __init__(self, trainer: Trainer, wanted: Callable[[], bool] | None = None) -> None:
        self._trainer = trainer
        self._wanted = wanted
        self._sample: int | None = None
        self._plane: boundary.Plane | None = None
        self._resting = True
        self.path: NDArray[np.floating] | None = None  # as it was when it was last asked for
        self.unsettled = False  # the contributions are those of a moment ago: ask again with ``settle``
        self._measures: Part[Measures] = Part(self._measure, NUMBERS_PER_SECOND, MEASURE_SHARE)
        self._gradient = Part(lambda: read_only(trainer.engine.gradient(hyper_of(trainer.settings), mask=trainer.mask)), NUMBERS_PER_SECOND)
        self._map: Part[MapView | None] = Part(self._look_at_map, MAPS_PER_SECOND)
        self._contributions: Part[tuple[Contribution, ...]] = Part(self._contribute, CONTRIBUTIONS_PER_SECOND)
        self._inside = Inside(trainer.engine.architecture, trainer.prepared)
        self._last: Snapshot | None = None
        self._owed = False  # what nobody was to wait for while looking inside is out of date
        self._curve = Part(lambda: trainer.curve.view(trainer.clock, trainer.end), MAPS_PER_SECOND)
        self._accuracy = Part(lambda: trainer.accuracies.view(trainer.clock), NUMBERS_PER_SECOND)

    def choose_sample(self, index: int | None) -> None:
        """Follow a sample of the data set by its number."""
        inside = index is not None and 0 <= index < self._trainer.prepared.dataset.size
        self._sample = index if inside else None

    def choose_map(self, choice: ChooseMap) -> None:
        """Draw the map over other columns, or another part of the plane. Pictures have no map: their inputs are pixels."""
        prepared = self._trainer.prepared
        columns = prepared.dataset.raw.shape[1]
        picture = prepared.dataset.image_shape is not None
        known = columns == 1 or max(choice.axes) < columns
        self._plane = None
        if known and not picture:
            self._plane = boundary.plane(prepared, choice.axes, choice.extent, choice.resolution, choice.thumbnail)

    def look_inside(self, request: InsideRequest | None) -> None:
        """What to see inside the network from now on; ``None``: nothing."""
        self._inside.choose(request)
        self.unsettled = self.unsettled or (request is None and self._owed)

    @property
    def inside_unsettled(self) -> bool:
        """The slow parts of what is seen inside are those of a moment ago: :meth:`look_again` with ``settle``."""
        return self._inside.unsettled

    def look_again(self, state: RunState, *, settle: bool = False) -> Snapshot | None:
        """The last snapshot with the inside of the network as it is now, so that a stroke of a pen has nothing else measured anew.

        While a run goes on all else may be a moment old; ``None`` if the run came to rest, or another rest, since.
        """
        running = state is RunState.RUNNING
        if self._last is None or self._last.state is not state or (self._last.step != self._trainer.step and not running):
            return None
        self._last = replace(self._last, inside=self._see_inside(settle, hurry=True), notice="", notice_values={})
        return self._last

    def _see_inside(self, settle: bool, *, hurry: bool = False) -> InsideView | None:
        if self._inside.request is None:
            return None
        trainer = self._trainer
        moment = Moment(trainer.engine.architecture, trainer.params(), trainer.prepared, trainer.ablation, trainer.mask)
        running = not self._resting
        return self._inside.look(moment, self._sample, running=running, settle=settle, hurry=hurry and running, wanted=self._wanted)

    def _look_at_map(self) -> MapView | None:
        trainer = self._trainer
        return None if self._plane is None else boundary.view(trainer.engine, self._plane, trainer.mask)

    def _measure(self) -> Measures:
        """At rest over all samples; while training an estimate where a network and its data are large."""
        most = None if self._resting else max(FEWEST, MEASURE_WORK // self._trainer.engine.architecture.layout.size)
        found = self._trainer.measures(most)
        self._trainer.accuracies.note(self._trainer.step, found, test=most is None)
        return found

    def _contribute(self) -> tuple[Contribution, ...]:
        trainer = self._trainer
        layout = trainer.engine.architecture.layout
        neurons = max(1, len(layout.hidden()))
        behind = max(1, layout.size - layout.widths[0] * layout.widths[1])
        affordable = max(1, min(CONTRIBUTION_WORK // neurons, CONTRIBUTION_COST // (neurons * behind)))
        most = affordable if self._resting else min(affordable, CONTRIBUTION_SAMPLES)
        return ablation.contributions(trainer.engine, trainer.prepared, trainer.ablation, most=most)

    def _look_at_sample(self) -> SampleView | None:
        if self._sample is None:
            return None
        trainer, index = self._trainer, self._sample
        prepared, architecture = trainer.prepared, trainer.engine.architecture
        params = np.asarray(trainer.params(), dtype=np.float64)
        with np.errstate(all="ignore"):  # after a divergence the numbers are what they are
            passed = backprop.forward(architecture, params, prepared.inputs[index : index + 1], trainer.mask)
        pre = np.concatenate([layer[0] for layer in passed.pre_activations])
        out = np.concatenate([layer[0] for layer in passed.outputs])
        is_test = bool(np.isin(index, prepared.dataset.test))
        raw = read_only(np.array(prepared.dataset.raw[index], dtype=np.float64))
        return SampleView(index, is_test, raw, prepared.targets[index], read_only(pre), read_only(out))

    def progress(self, measures: Measures) -> float:
        """How near the run is to the nearest stop condition that is still ahead, 0 to 1, or ``nan``."""
        stop, trainer = self._trainer.open_stops(), self._trainer
        shares = [
            trainer.step / stop.steps if stop.steps else np.nan,
            trainer.epoch / stop.epochs if stop.epochs else np.nan,
            trainer.seconds / stop.seconds if stop.seconds else np.nan,
            stop.loss / measures.train_loss if stop.loss and measures.train_loss > 0 else np.nan,
        ]
        ahead = [share for share in shares if share <= 1.0]
        return max(ahead) if ahead else float("nan")

    def _waits(self, part: Part[T], fresh: bool) -> bool:
        """Whether ``part``, which the inside of the network has nothing to do with, costs a noticeable time while somebody looks there: then
        it stays as it was until they look away."""
        waits = self._inside.request is not None and part.cost > NOTICEABLE
        self._owed = self._owed or (waits and fresh)
        return waits

    def _settled_gradient(self, fresh: bool, settle: bool) -> NDArray[np.floating]:
        return self._gradient.kept() if self._waits(self._gradient, fresh) else self._gradient.get(fresh or (settle and self._owed))

    def _settled_contributions(self, fresh: bool, settle: bool) -> tuple[Contribution, ...]:
        """The contributions; where they cost a noticeable time a fresh picture shows the old ones until it is asked to settle."""
        if self._waits(self._contributions, fresh):
            self.unsettled = False
            return self._contributions.kept()
        later = fresh and not settle and self._contributions.cost > NOTICEABLE
        self.unsettled = later
        return self._contributions.get((fresh and not later) or settle)

    def snapshot(
        self,
        state: RunState,
        stopped_by: StopReason,
        *,
        fresh: bool,
        settle: bool = False,
        hurry: bool = False,
        notice: tuple[str, dict[str, object]] = ("", {}),
    ) -> Snapshot:
        """A snapshot of now. ``fresh``: everything is looked at anew (the run rests, or something was changed). ``hurry``: somebody waits for an
        answer about the inside of the network; what takes long stays as it was."""
        trainer = self._trainer
        self._resting = state is not RunState.RUNNING
        measures = self._measures.kept() if hurry else self._measures.get(fresh)
        self._last = Snapshot(
            run_id=trainer.run_id,
            state=state,
            architecture=trainer.engine.architecture,
            task=trainer.prepared.dataset.task,
            step=trainer.step,
            epoch=trainer.epoch,
            steps_per_epoch=trainer.clock.phase(trainer.step).steps_per_epoch,
            seconds=trainer.seconds,
            learning_rate=trainer.learning_rate,
            params=trainer.params(),
            gradient=self._settled_gradient(fresh, settle),
            measures=measures,
            speed=trainer.samples_per_second,
            progress=1.0 if state is RunState.FINISHED else self.progress(measures),
            stopped_by=stopped_by,
            sample=self._look_at_sample(),
            map=self._map.get(fresh),
            ablation=trainer.ablation,
            contributions=self._settled_contributions(fresh, settle),
            curve=self._curve.get(fresh),
            history=trainer.history.view(trainer.step, trainer.end),
            events=tuple(trainer.events),
            device=trainer.engine.device,
            device_name=trainer.engine.device_name,
            dtype=trainer.engine.dtype.name,
            notice=notice[0],
            notice_values=notice[1],
            inside=self._see_inside(settle, hurry=hurry),
            accuracy=self._accuracy.get(fresh) if trainer.prepared.dataset.task is Task.CLASSIFICATION else None,
            path=self.path,
        )
        self._owed = self._owed and self._inside.request is not None
        return self._last
