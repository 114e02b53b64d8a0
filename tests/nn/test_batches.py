"""Chunks over several epochs hold what single steps hold."""

from __future__ import annotations

import numpy as np
import pytest

from nn.presets import CIRCLES
from nn.training.batches import Batches
from nn.training.clock import Clock


@pytest.mark.parametrize(("samples", "batch", "first"), [(23, 5, 0), (23, 5, 7), (20, 5, 3), (7, 2, 11)])
def test_a_chunk_over_several_epochs_is_its_steps_one_after_another(samples: int, batch: int, first: int) -> None:
    batches = Batches(3, Clock(samples, batch), 0)
    whole = batches.chunk(CIRCLES.experiment.training, first, 17)
    assert whole.order is not None and whole.starts is not None and whole.order.dtype == np.int32
    for number in range(17):
        one = batches.chunk(CIRCLES.experiment.training, first + number, 1)
        assert one.order is not None
        here = slice(whole.starts[number], whole.starts[number + 1])
        assert whole.order[here].tolist() == one.order.tolist()
    per_epoch = -(-samples // batch)
    start = whole.starts[-first % per_epoch]  # where the first whole epoch begins
    assert sorted(whole.order[start : start + samples].tolist()) == list(range(samples))
