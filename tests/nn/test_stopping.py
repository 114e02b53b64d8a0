"""Each stop condition is met at its own step, however the run is cut into chunks."""

from collections.abc import Iterable

import numpy as np
import pytest

from nn.settings import StopSettings
from nn.training.clock import Clock
from nn.training.snapshot import StopReason
from nn.training.stopping import Stop, StopWatch


def first_stop(settings: StopSettings, losses: Iterable[float], chunk: int, batch: int | None = None) -> Stop | None:
    watch = StopWatch(Clock(10, batch))
    values = np.array(list(losses))
    for start in range(0, len(values), chunk):
        found = watch.scan(settings, start, values[start : start + chunk])
        if found is not None:
            return found
    return None


@pytest.mark.parametrize("chunk", [1, 3, 100])
def test_a_low_loss_stops_before_the_update_that_would_follow(chunk: int) -> None:
    stop = first_stop(StopSettings(loss=0.5), [1.0, 0.8, 0.6, 0.49, 0.3], chunk)
    assert stop == Stop(3, StopReason.LOSS)


@pytest.mark.parametrize("chunk", [1, 2, 100])
def test_patience_counts_epochs_since_the_lowest_loss(chunk: int) -> None:
    losses = [1.0, 0.9, 0.5, 0.7, 0.6, 0.5, 0.8, 0.4]
    assert first_stop(StopSettings(patience=4), losses, chunk) == Stop(7, StopReason.PATIENCE)
    assert first_stop(StopSettings(patience=5), losses, chunk) is None


@pytest.mark.parametrize("chunk", [1, 2, 100])
def test_with_batches_the_mean_of_the_epoch_counts_at_its_end(chunk: int) -> None:
    losses = [0.1, 2.0, 0.1, 0.8, 0.1, 0.6]  # two batches of 5 an epoch: means 1.05, 0.45, 0.35
    assert first_stop(StopSettings(loss=0.5), losses, chunk, batch=5) == Stop(4, StopReason.LOSS)


@pytest.mark.parametrize("chunk", [1, 4, 100])
def test_patience_with_batches(chunk: int) -> None:
    losses = [1.0, 1.0, 0.4, 0.6, 0.5, 0.7, 0.6, 0.6]
    assert first_stop(StopSettings(patience=2), losses, chunk, batch=5) == Stop(8, StopReason.PATIENCE)


def test_the_nearest_limit_counts() -> None:
    watch = StopWatch(Clock(10, 5))
    assert watch.limit(StopSettings(epochs=10, steps=15), 0) == Stop(15, StopReason.STEPS)
    assert watch.limit(StopSettings(epochs=7, steps=15), 0) == Stop(14, StopReason.EPOCHS)
    assert watch.limit(StopSettings(steps=15), 15) is None
