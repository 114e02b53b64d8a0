"""Snapshots made up for the plots' tests."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from nn.choices import Activation, Loss, Task
from nn.datasets.dataset import Dataset
from nn.network import Ablation, Architecture
from nn.training.snapshot import Curve, Event, HistoryView, MapView, Measures, RunState, SampleView, Snapshot, StopReason


def curve_of(train: NDArray[np.float64], test: NDArray[np.float64] | None = None, per_point: float = 1.0) -> Curve:
    """A curve through ``train`` with a band of ± 20 %; no test part unless given."""
    epoch = np.arange(len(train), dtype=np.float64) * per_point
    return Curve(epoch, train, train * 0.8, train * 1.2, np.full(len(train), np.nan) if test is None else test)


def snapshot_of(
    curve: Curve | None = None,
    *,
    map_view: MapView | None = None,
    sample: SampleView | None = None,
    events: tuple[Event, ...] = (),
    position: int | None = None,
    off: Ablation | None = None,
    widths: tuple[int, ...] = (2, 3, 1),
    run_id: int = 1,
) -> Snapshot:
    """A paused run, ten steps an epoch. ``position`` is the step that is shown."""
    curve = curve_of(np.array([0.5, 0.3, 0.2])) if curve is None else curve
    end = int(curve.epoch[-1] * 10) if curve.epoch.size else 0
    architecture = Architecture(widths, tuple([Activation.SIGMOID] * (len(widths) - 1)), Loss.MSE)
    step = end if position is None else position
    steps = np.arange(0, end + 1, max(end // 10, 1), dtype=np.int64)
    return Snapshot(
        run_id=run_id, state=RunState.PAUSED, architecture=architecture, task=Task.CLASSIFICATION, step=step, epoch=step / 10,
        steps_per_epoch=10, seconds=1.0, learning_rate=0.1, params=np.zeros(architecture.layout.size),
        gradient=np.zeros(architecture.layout.size), measures=Measures(0.2, np.nan, 1.0, np.nan), speed=1e6, progress=0.5,
        stopped_by=StopReason.NONE, sample=sample, map=map_view, ablation=off or Ablation(), contributions=(), curve=curve,
        history=HistoryView(steps, step, end), events=events,
    )  # fmt: skip


def map_of(outputs: NDArray[np.floating], extent: tuple[float, float, float, float] = (-1.0, 1.0, -1.0, 1.0)) -> MapView:
    """A map over columns 0 and 1, without thumbnails. ``outputs`` (n_out, ny, nx)."""
    thumbnails = np.zeros((1, 1, 1), dtype=np.float32)
    return MapView((0, 1), extent, outputs.astype(np.float32), thumbnails, np.zeros((1, 2), dtype=np.float32))


def with_difference(view: MapView, difference: NDArray[np.floating]) -> MapView:
    return replace(view, difference=difference.astype(np.float32))


def sample_of(index: int, raw: list[float], outputs: list[float], *, is_test: bool = False) -> SampleView:
    """``outputs`` are the last rows; two input rows come before them."""
    rows = np.array([*raw[:2], *outputs])
    return SampleView(index, is_test, np.array(raw), np.zeros(len(outputs)), rows, rows)


def classes_of(raw: NDArray[np.float64], labels: list[int], names: tuple[str, ...], test: list[int] | None = None) -> Dataset:
    """A classification data set; the samples in ``test`` test, the others train."""
    test = test or []
    train = [index for index in range(len(raw)) if index not in test]
    features = tuple(f"x{index + 1}" for index in range(raw.shape[1]))
    numbers = [np.array(part, dtype=np.int64) for part in (labels, train, test)]
    return Dataset("fake", Task.CLASSIFICATION, features, names, (), raw, numbers[0], np.zeros((len(raw), 0)), numbers[1], numbers[2])


def values_of(raw: NDArray[np.float64], values: NDArray[np.float64], test: list[int] | None = None) -> Dataset:
    """A regression data set with one target, ``y``."""
    test = test or []
    train = np.array([index for index in range(len(raw)) if index not in test], dtype=np.int64)
    features = tuple(f"x{index + 1}" for index in range(raw.shape[1]))
    empty = np.zeros(0, dtype=np.int64)
    return Dataset("fake", Task.REGRESSION, features, (), ("y",), raw, empty, values.reshape(-1, 1), train, np.array(test, dtype=np.int64))
