"""Steps and epochs convert both ways, also when the batch size changes in the middle."""

import numpy as np

from nn.training.clock import Clock


def test_the_full_batch_has_one_step_an_epoch() -> None:
    clock = Clock(400, None)
    assert clock.epoch(7) == 7.0
    assert clock.step_of_epoch(12, 0) == 12


def test_the_last_batch_of_an_epoch_may_be_smaller() -> None:
    clock = Clock(10, 4)
    assert clock.phase(0).steps_per_epoch == 3
    assert clock.epoch(3) == 1.0
    assert clock.epoch(4) == 1.0 + 1 / 3


def test_a_batch_larger_than_the_data_is_the_full_batch() -> None:
    assert Clock(10, 99).phase(0).batch == 10


def test_a_changed_batch_size_starts_a_new_epoch() -> None:
    clock = Clock(10, None)
    clock.change_batch(5, 4)
    assert clock.epoch(5) == 5.0
    assert clock.epoch(8) == 6.0
    clock.change_batch(6, 5)  # in the middle of epoch 5: it counts as done
    assert clock.epoch(6) == 6.0
    assert clock.epoch(8) == 7.0
    assert clock.epochs(np.array([4, 5, 6, 8])).tolist() == [4.0, 5.0, 6.0, 7.0]
    assert clock.step_of_epoch(8, 6) == 10


def test_going_back_forgets_later_changes() -> None:
    clock = Clock(10, None)
    clock.change_batch(5, 2)
    clock.forget_after(4)
    assert clock.phase(100).batch == 10
