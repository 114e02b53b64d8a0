"""The loop obeys commands, publishes what it does, and ends when asked to."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest

from nn.inside.views import InsideRequest
from nn.layout import Neuron
from nn.network import Ablation
from nn.settings import StopSettings, TrainingSettings
from nn.training import commands, observer
from nn.training import loop as module
from nn.training.inbox import Inbox
from nn.training.loop import Loop
from nn.training.snapshot import RunState, Snapshot, StopReason
from tests.nn.runs import prepared_xor, trainer_of

PATIENCE = 300  # seconds after which something hangs
SETTINGS = TrainingSettings(learning_rate=0.3, batch_size=5)


class Life:
    """A loop on a thread of its own, and the snapshots it published."""

    def __init__(self, settings: TrainingSettings) -> None:
        self.inbox = Inbox()
        self.seen: list[Snapshot] = []
        self._news = threading.Condition()
        for command in (commands.ChooseMap(resolution=12, thumbnail=6), commands.ChooseSample(3)):
            self.inbox.send(command)
        self._thread = threading.Thread(target=Loop(trainer_of(settings), self.inbox, self._publish).run)
        self._thread.start()

    def _publish(self, snapshot: Snapshot) -> None:
        with self._news:
            self.seen.append(snapshot)
            self._news.notify_all()

    def until(self, what: Callable[[Snapshot], bool]) -> Snapshot:
        """Wait for a newest snapshot for which ``what`` holds."""
        with self._news:
            assert self._news.wait_for(lambda: bool(self.seen) and what(self.seen[-1]), PATIENCE), self.seen[-1:]
            return self.seen[-1]

    def ask(self, command: commands.Command, what: Callable[[Snapshot], bool]) -> Snapshot:
        self.inbox.send(command)
        return self.until(what)

    def comes_to_rest(self) -> int:
        """Wait for a fifth of a second without pictures; how many came before."""
        with self._news:
            first = len(self.seen)
            while self._news.wait(0.2) and len(self.seen) < first + 50:
                pass
            return len(self.seen) - first

    def end(self) -> None:
        self.inbox.close()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture
def life() -> Iterator[Life]:
    made = Life(SETTINGS)
    yield made
    made.end()


def at(step: int) -> Callable[[Snapshot], bool]:
    return lambda snapshot: snapshot.step == step and snapshot.state is not RunState.RUNNING


def test_the_first_snapshot_is_complete(life: Life) -> None:
    first = life.until(lambda _: True)
    assert (first.state, first.step) == (RunState.PAUSED, 0)
    assert first.map is not None
    assert first.map.outputs.shape == (1, 12, 12)
    assert first.map.thumbnails.shape == (10, 6, 6)
    assert first.sample is not None
    assert np.array_equal(first.sample.raw, prepared_xor().dataset.raw[3])
    assert [c.neuron for c in first.contributions] == [Neuron(1, i) for i in range(4)] + [Neuron(2, i) for i in range(3)]
    assert not first.params.flags.writeable


def test_a_step_an_epoch_and_back(life: Life) -> None:
    life.ask(commands.Advance(steps=1), at(1))
    life.ask(commands.Advance(epochs=1), at(7))
    life.ask(commands.Advance(steps=10), at(17))
    life.ask(commands.Back(), at(16))


def test_a_run_that_comes_to_rest_shows_its_own_measures_though_slow_parts_are_still_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(observer, "NOTICEABLE", 0.0)
    life = Life(SETTINGS)
    life.until(lambda _: True)
    rested = life.ask(commands.Advance(steps=20), at(20))
    life.comes_to_rest()
    shown = len(life.seen)
    anew = life.ask(commands.SetAblation(Ablation()), lambda _: len(life.seen) > shown)
    life.end()
    assert rested.measures == anew.measures != life.seen[0].measures


def test_play_and_pause(life: Life) -> None:
    life.ask(commands.Play(), lambda s: s.step > 100)
    paused = life.ask(commands.Pause(), lambda s: s.state is RunState.PAUSED)
    assert life.comes_to_rest() <= 3  # on a busy machine the contributions come a picture later
    assert life.seen[-1].step == paused.step
    assert np.isfinite(paused.measures.test_loss)
    assert paused.speed > 0


def test_a_paced_run_takes_its_time(life: Life) -> None:
    life.ask(commands.Play(steps_per_second=20.0), lambda s: s.step >= 3)
    steps = [snapshot.step for snapshot in life.seen]
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(steps))


def test_a_neuron_switched_off_changes_the_picture_at_once(life: Life) -> None:
    life.ask(commands.Advance(steps=50), at(50))
    life.comes_to_rest()  # what takes longest, the contributions, is then of this step too
    before = life.seen[-1]
    off = Ablation(frozenset({Neuron(1, 0)}))
    after = life.ask(commands.SetAblation(off), lambda s: s.ablation == off)
    assert before.map is not None
    assert after.map is not None
    assert after.map.difference is not None
    assert np.allclose(after.map.difference, before.map.outputs[0] - after.map.outputs[0], atol=1e-6)
    assert after.measures.train_loss != before.measures.train_loss
    contribution = next(c for c in before.contributions if c.neuron == Neuron(1, 0))
    assert contribution.delta_loss == pytest.approx(after.measures.train_loss - before.measures.train_loss)
    back = life.ask(commands.SetAblation(Ablation()), lambda s: not s.ablation.off)
    assert back.measures == before.measures
    assert back.map is not None
    assert back.map.difference is None


def test_a_stop_condition_finishes_the_run() -> None:
    life = Life(replace(SETTINGS, stop=StopSettings(steps=40)))
    finished = life.ask(commands.Play(), lambda s: s.state is RunState.FINISHED)
    life.end()
    assert (finished.step, finished.stopped_by, finished.progress) == (40, StopReason.STEPS, 1.0)


def test_a_divergence_pauses_with_a_sentence_and_can_be_mended(life: Life) -> None:
    life.ask(commands.Advance(steps=20), at(20))
    life.ask(commands.ChangeTraining(replace(SETTINGS, learning_rate=1e300, l2=0.01)), lambda s: s.learning_rate == 1e300)
    diverged = life.ask(commands.Play(), lambda s: s.state is RunState.DIVERGED)
    assert "layer" in diverged.notice.format(**diverged.notice_values)
    mended = life.ask(commands.LowerRate(1e-301), lambda s: s.state is RunState.PAUSED)
    assert np.all(np.isfinite(mended.params))
    assert mended.notice == ""


def test_a_weight_can_be_set_only_at_rest(life: Life) -> None:
    life.ask(commands.SetParameter(0, 0.5), lambda s: s.params[0] == 0.5)
    life.ask(commands.Play(), lambda s: s.step > 10)
    life.inbox.send(commands.SetParameter(0, 77.0))
    paused = life.ask(commands.Pause(), lambda s: s.state is RunState.PAUSED)
    assert abs(paused.params[0]) < 50


def test_the_past_is_shown_and_play_goes_on_from_it(life: Life) -> None:
    life.ask(commands.Advance(steps=60), at(60))
    past = life.ask(commands.GoTo(0), at(0))
    assert (past.history.position, past.history.end) == (0, 60)
    on = life.ask(commands.Advance(steps=2), at(2))
    assert on.history.end == 2


def test_a_picture_that_is_due_waits_for_the_answer_that_somebody_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop is led by hand: while a run goes on, a command comes in during a chunk."""
    inbox, seen = Inbox(), list[Snapshot]()
    loop = Loop(trainer_of(SETTINGS), inbox, seen.append)
    loop._start(None, None)
    loop._show(fresh=True)
    loop._next_frame = -1e9
    monkeypatch.setattr(module, "LATEST", float("inf"))
    inbox.send(commands.LookInside(InsideRequest()))
    loop._show_if_due(asked=False, paced=False)
    assert len(seen) == 1  # the request first
    for command in inbox.waiting(0.0):
        loop._obey(command)
    loop._look_again()
    assert seen[-1].inside is not None and len(seen) == 2
    monkeypatch.setattr(module, "SOON", float("inf"))
    loop._show_if_due(asked=False, paced=False)
    assert len(seen) == 2  # the next question may be on its way
    monkeypatch.setattr(module, "SOON", 0.0)
    loop._show_if_due(asked=False, paced=False)
    assert len(seen) == 3  # then the picture
    monkeypatch.setattr(module, "LATEST", 0.0)
    inbox.send(commands.LookInside(None))
    loop._next_frame = -1e9
    measures = loop._observer._measures
    monkeypatch.setattr(measures, "_look", pytest.fail)
    monkeypatch.setattr(measures._ration, "due", lambda _now: True)
    loop._show_if_due(asked=False, paced=False)
    assert len(seen) == 4 and seen[-1].measures is seen[0].measures  # which doesn't wait for ever, but measures nothing


def test_what_settles_while_somebody_asks_is_shown_with_the_answer() -> None:
    inbox, seen = Inbox(), list[Snapshot]()
    loop = Loop(trainer_of(SETTINGS), inbox, seen.append)
    loop._obey(commands.LookInside(InsideRequest()))
    loop._show(fresh=True)
    loop._look_again(settle=True)
    assert len(seen) == 2
    inbox.send(commands.LookInside(InsideRequest()))
    loop._look_again(settle=True)
    assert len(seen) == 2
    loop._look_again()
    assert len(seen) == 3
