"""A run goes forward, back and on again, bit for bit, and ends exactly where it should."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nn.ablation import mask_of
from nn.backends.base import Hyper
from nn.choices import AblationMode, OptimizerKind, ScheduleKind
from nn.errors import TrainingDiverged
from nn.layout import Neuron
from nn.network import Ablation
from nn.settings import OptimizerSettings, ScheduleSettings, StopSettings, TrainingSettings
from nn.training.snapshot import StopReason
from nn.training.trainer import Trainer
from tests.nn.runs import trainer_of

BATCHES = TrainingSettings(learning_rate=0.3, batch_size=5, dropout=0.2, optimizer=OptimizerSettings(OptimizerKind.ADAM))


def go(trainer: Trainer, step: int) -> None:
    while trainer.step < step:
        trainer.advance(step)


def test_the_length_of_the_chunks_changes_nothing() -> None:
    settings = replace(BATCHES, stop=StopSettings(steps=60))
    whole, single = trainer_of(settings), trainer_of(settings)
    whole.run_to_stop()
    while single.step < 60:
        single.advance(single.step + 1)
    assert np.array_equal(whole.params(), single.params())


def test_a_step_back_and_on_again_repeats_bit_for_bit() -> None:
    trainer = trainer_of(BATCHES)
    go(trainer, 37)
    at_37 = trainer.params()
    trainer.back()
    assert trainer.step == 36
    assert not np.array_equal(trainer.params(), at_37)
    go(trainer, 37)
    assert np.array_equal(trainer.params(), at_37)


def test_the_past_can_be_looked_at_and_left_again() -> None:
    trainer = trainer_of(BATCHES)
    go(trainer, 50)
    at_50 = trainer.params()
    trainer.go_to(20)
    assert trainer.step <= 50
    assert trainer.end == 50
    trainer.go_to(50)
    assert trainer.step == 50
    assert np.array_equal(trainer.params(), at_50)


def test_going_on_from_the_past_forgets_the_future() -> None:
    trainer = trainer_of(BATCHES)
    go(trainer, 50)
    trainer.go_to(0)
    go(trainer, 3)
    assert trainer.end == 3
    assert max(trainer.history.steps) <= 3
    assert len(trainer.curve.view(trainer.clock, trainer.end).train) == 3


def test_a_run_stops_at_the_first_loss_low_enough() -> None:
    trainer = trainer_of(TrainingSettings(learning_rate=1.0, stop=StopSettings(loss=0.2, steps=100_000)), hidden=(8,))
    assert trainer.run_to_stop() is StopReason.LOSS
    assert trainer.measures().train_loss <= 0.2
    trainer.back()
    assert trainer.measures().train_loss > 0.2


def test_play_goes_on_past_a_stop() -> None:
    trainer = trainer_of(TrainingSettings(learning_rate=0.5, stop=StopSettings(loss=0.24, steps=30_000)), hidden=(8,))
    assert trainer.run_to_stop() is StopReason.LOSS
    stopped = trainer.step
    assert trainer.run_to_stop() is StopReason.STEPS
    assert trainer.step == 30_000 > stopped


def test_epochs_and_time_end_a_run() -> None:
    trainer = trainer_of(replace(BATCHES, stop=StopSettings(epochs=4)))
    assert trainer.run_to_stop() is StopReason.EPOCHS
    assert trainer.epoch == 4.0
    trainer = trainer_of(replace(BATCHES, stop=StopSettings(seconds=0.02)))
    assert trainer.run_to_stop() is StopReason.TIME


def test_divergence_names_step_and_layer_and_offers_the_last_good_moment() -> None:
    trainer = trainer_of(TrainingSettings(learning_rate=0.1, l2=0.01))
    go(trainer, 10)
    good_loss = trainer.measures().train_loss
    trainer.change(replace(trainer.settings, learning_rate=1e300))
    with pytest.raises(TrainingDiverged) as caught:
        go(trainer, 1000)
    assert caught.value.step == trainer.step > 10
    assert 1 <= caught.value.layer <= 3
    assert str(trainer.step) in str(caught.value)
    trainer.lower_rate(1e-301)
    assert trainer.step <= 10
    assert trainer.measures().train_loss <= good_loss * 1.5
    assert trainer.learning_rate == pytest.approx(0.1)
    go(trainer, 50)


def test_a_new_learning_rate_counts_from_the_next_step() -> None:
    changed, plain = trainer_of(TrainingSettings(learning_rate=0.1)), trainer_of(TrainingSettings(learning_rate=0.1))
    go(changed, 10)
    go(plain, 10)
    changed.change(replace(changed.settings, learning_rate=0.2))
    before = changed.params().copy()
    slope = changed.engine.gradient(_hyper(changed))
    changed.advance(11)
    assert np.allclose(changed.params(), before - 0.2 * slope, atol=1e-15)


def _hyper(trainer: Trainer) -> Hyper:
    from nn.training.batches import hyper_of

    return hyper_of(trainer.settings)


def test_the_schedule_sets_the_rate() -> None:
    trainer = trainer_of(TrainingSettings(learning_rate=0.8, schedule=ScheduleSettings(ScheduleKind.STEP, gamma=0.5, every=10)))
    assert trainer.learning_rate == 0.8
    go(trainer, 25)
    assert trainer.learning_rate == pytest.approx(0.2)


@pytest.mark.parametrize("mode", list(AblationMode))
def test_a_neuron_that_is_off_keeps_its_weights_while_the_rest_learns(mode: AblationMode) -> None:
    trainer = trainer_of(replace(BATCHES, l2=0.01, dropout=0.0))
    go(trainer, 5)
    off = Ablation(frozenset({Neuron(1, 2)}), mode)
    places = trainer.engine.architecture.layout.parameters_of(Neuron(1, 2))
    before = trainer.params().copy()
    trainer.ablate(off, mask_of(trainer.engine, trainer.prepared, off))
    go(trainer, 40)
    after = trainer.params()
    assert np.array_equal(after[places], before[places])
    assert np.all(np.delete(after, places) != np.delete(before, places))
    trainer.ablate(Ablation(), None)
    assert np.array_equal(trainer.params()[places], before[places])
    assert [event.kind for event in trainer.events] == ["off", "on"]


def test_a_weight_set_by_hand_is_where_the_run_goes_on_from() -> None:
    trainer = trainer_of(BATCHES)
    go(trainer, 10)
    trainer.set_parameter(3, 0.125)
    assert trainer.params()[3] == 0.125
    go(trainer, 12)
    trainer.back()
    trainer.back()
    assert trainer.step == 10
    assert trainer.params()[3] == 0.125


def test_another_batch_size_takes_effect_at_once() -> None:
    trainer = trainer_of(BATCHES)
    go(trainer, 10)
    trainer.change(replace(trainer.settings, batch_size=None))
    epoch = trainer.epoch
    go(trainer, 13)
    assert trainer.epoch == epoch + 3 if epoch == int(epoch) else trainer.epoch == int(epoch) + 4


def test_a_quick_run_has_a_test_curve_too() -> None:
    trainer = trainer_of(TrainingSettings(learning_rate=0.1, stop=StopSettings(steps=200)))
    trainer.run_to_stop()
    assert np.isfinite(trainer.curve.view(trainer.clock, trainer.end).test).sum() >= 5
