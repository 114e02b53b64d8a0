"""Data sets: made up, measured, read from a CSV file or drawn by hand. :func:`load` makes any of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nn.choices import DataKind, Task
from nn.datasets.dataset import Dataset
from nn.datasets.drawn import load_drawn
from nn.datasets.generators import LABELLED, VALUED
from nn.datasets.real import Table, read
from nn.datasets.split import split
from nn.datasets.work import Work
from nn.network import read_only
from nn.settings import DataSettings

__all__ = ["load"]


def load(
    settings: DataSettings,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Dataset:
    """The data set that ``settings`` describe; the same settings give the same one.

    ``progress`` is told the share done, 0 to 1. Raises ``Cancelled`` soon after ``cancelled`` answers true,
    ``SettingsError`` and ``BadFile`` for what can't be loaded. May take seconds: call it off the window's thread.
    """
    work = Work(progress, cancelled)
    work.report(0.0)
    if settings.kind is DataKind.CSV:
        from nn.datasets.csv_file import load_csv

        return load_csv(settings, work)
    if settings.kind in (DataKind.MNIST, DataKind.FASHION):
        from nn.datasets.mnist import load_mnist

        return load_mnist(settings, work)
    if settings.kind is DataKind.PICTURE:
        from nn.datasets.picture import load_picture

        return load_picture(settings, work)
    dataset = load_drawn(settings) if settings.kind is DataKind.DRAWN else _from_table(settings, _table(settings))
    work.report(1.0)
    return dataset


def _table(settings: DataSettings) -> Table:
    kind = settings.kind
    if kind in LABELLED:
        raw, labels = LABELLED[kind](settings)
        count = settings.classes if kind is DataKind.BLOBS else 2
        return Table(Task.CLASSIFICATION, raw, labels, ("x1", "x2"), tuple(f"class {i}" for i in range(count)), "class")
    if kind in VALUED:
        raw, values = VALUED[kind](settings)
        names = ("x",) if raw.shape[1] == 1 else ("x1", "x2")
        return Table(Task.REGRESSION, raw, values[:, 0], names, (), "y")
    return read(kind)


def _from_table(settings: DataSettings, table: Table) -> Dataset:
    size = len(table.raw)
    classes = table.task is Task.CLASSIFICATION
    labels = np.asarray(table.target, dtype=np.int64) if classes else np.empty(0, dtype=np.int64)
    values = np.empty((size, 0)) if classes else np.asarray(table.target, dtype=np.float64).reshape(size, 1)
    train, test = split(labels if classes else _one_group(size), settings.test_share, settings.seed)
    return Dataset(
        name=settings.kind.value,
        task=table.task,
        feature_names=table.feature_names,
        class_names=table.class_names,
        target_names=(table.target_name,),
        raw=read_only(np.ascontiguousarray(table.raw, dtype=np.float64)),
        labels=read_only(labels),
        values=read_only(values),
        train=read_only(train),
        test=read_only(test),
        image_shape=table.image_shape,
    )


def _one_group(size: int) -> NDArray[np.int64]:
    return np.zeros(size, dtype=np.int64)
